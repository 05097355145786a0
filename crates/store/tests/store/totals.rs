//! What a year comes to.

use std::collections::{BTreeMap, BTreeSet};

use store::Conn;
use store::cases::{BLOCKED, CasePerson};
use store::corrective_actions::{self, ActionRow};
use store::history::{NewEvent, Stream, append};
use store::totals::{
    Cell, Marks, TIMELINESS, Told, actions_of_year, acts_of_year, alike_among, barred_of, carried_into,
    later, letters_of, lines_of_year, links_of, marks_of_year, months_of_year, of_year, received_by_month,
    sharing_an_action, subjects_of_year, told_of_actions, told_since, touched_since,
};
use testkit::databases;

use crate::sample::{act, at, case, case_with, day, id, look, on, put};

fn sum(cells: &[Cell], of: impl Fn(&Cell) -> String) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for cell in cells {
        *sums.entry(of(cell)).or_default() += cell.cases;
    }
    sums
}

fn sums(expected: &[(&str, i64)]) -> BTreeMap<String, i64> {
    expected
        .iter()
        .map(|(word, count)| ((*word).to_owned(), *count))
        .collect()
}

#[tokio::test]
async fn a_year_is_counted_by_everything_the_compilation_asks_for() {
    for test in databases("totals").await {
        let mut second = case_with(2, |row| {
            row.kind = "appeal".to_owned();
            row.answered_on = Some(on("2026-04-10"));
            row.limit_on = Some(on("2026-05-01"));
            row.outcome = Some("founded".to_owned());
            row.received_on = on("2026-02-27");
        });
        second.subjects.insert("conduct".to_owned());
        let cases = [
            case(1),
            second,
            case_with(3, |row| row.answered_on = Some(on("2026-04-01"))),
            case_with(4, |row| row.answered_on = Some(on("2026-04-02"))),
            case_with(5, |row| row.limit_on = None),
            case_with(6, |row| row.limit_on = Some(on("2026-12-01"))),
            case_with(7, |row| row.annulled = true),
            case_with(8, |row| {
                row.year = 2025;
                row.id = id(8);
                row.number = "2025-0008".to_owned();
            }),
        ];
        put(&test.db, &cases).await;
        let today = day("2026-06-01");
        let (cells, subjects, months) = look(&test.db, |mut conn| async move {
            let cells = of_year(&mut conn, 2026, today).await?;
            let subjects = subjects_of_year(&mut conn, 2026, today).await?;
            Ok((cells, subjects, months_of_year(&mut conn, 2026).await?))
        })
        .await;
        let by_timeliness = sum(&cells, |cell| cell.timeliness.clone());
        let expected = [
            ("in_extended_limit", 1),
            ("in_first_limit", 1),
            ("late", 1),
            ("no_limit", 1),
            ("overdue", 1),
            ("running", 2),
        ];
        assert_eq!(by_timeliness, sums(&expected), "{}", test.kind);
        let words: BTreeSet<&str> = by_timeliness.keys().map(String::as_str).collect();
        assert_eq!(words, BTreeSet::from(TIMELINESS));
        assert_eq!(
            sum(&cells, |cell| cell.kind.clone()),
            sums(&[("appeal", 1), ("complaint", 6)])
        );
        assert_eq!(
            sum(&cells, |cell| cell.annulled.to_string()),
            sums(&[("false", 6), ("true", 1)])
        );
        assert_eq!(months, [("2026-02".to_owned(), 1), ("2026-03".to_owned(), 5)]);
        let conduct: i64 = subjects
            .iter()
            .filter(|cell| cell.subject == "conduct")
            .map(|cell| cell.cases)
            .sum();
        let all: i64 = subjects.iter().map(|cell| cell.cases).sum();
        assert_eq!((conduct, all), (1, 8));
    }
}

#[tokio::test]
async fn what_was_open_when_the_year_began_is_carried_into_it() {
    for test in databases("carried").await {
        let of_2025 = |ordinal: i64, closed: Option<&str>| {
            case_with(ordinal, |row| {
                row.year = 2025;
                row.number = format!("2025-{ordinal:04}");
                row.closed_on = closed.map(on);
            })
        };
        let cases = [
            of_2025(1, Some("2025-12-31")),
            of_2025(2, Some("2026-01-01")),
            of_2025(3, None),
            case(4),
        ];
        put(&test.db, &cases).await;
        let carried = look(
            &test.db,
            |mut conn| async move { carried_into(&mut conn, 2026).await },
        )
        .await;
        let ordinals: Vec<i64> = carried.iter().map(|row| row.ordinal).collect();
        assert_eq!(ordinals, [2, 3], "{}", test.kind);
    }
}

#[tokio::test]
async fn a_year_is_marked_listed_and_asked_for_later_acts() {
    for test in databases("marks").await {
        let cases = [
            case_with(1, |row| row.extended = true),
            case_with(2, |row| {
                row.reopened = true;
                row.closed_on = Some(on("2026-05-01"));
            }),
            case_with(3, |row| {
                row.annulled = true;
                row.extended = true;
            }),
            case_with(4, |row| row.imported = true),
            case_with(5, |row| {
                row.year = 2025;
                row.id = id(5);
                row.number = "2025-0005".to_owned();
            }),
        ];
        put(&test.db, &cases).await;
        let ids: Vec<_> = cases.iter().map(|case| case.row.id).collect();
        let (withdrawn, annulled) = (ids[0], ids[2]);
        act(&test.db, |mut conn| async move {
            for (case, kinds) in [
                (withdrawn, vec!["receive", "withdraw", "withdraw", "reopen"]),
                (annulled, vec!["withdraw"]),
            ] {
                let events: Vec<NewEvent> = (0..)
                    .zip(kinds)
                    .map(|(seconds, kind)| NewEvent {
                        at: at(seconds),
                        actor: None,
                        kind: kind.to_owned(),
                        body: "{}".to_owned(),
                    })
                    .collect();
                append(&mut conn, &Stream::case(case), 0, &events).await?;
            }
            Ok(())
        })
        .await;
        let touched = look(&test.db, |mut conn| async move {
            let of = async |conn: &mut Conn, year, since| touched_since(conn, year, &["reopen"], since).await;
            let conn = &mut conn;
            Ok((
                of(conn, 2027, at(3)).await?,
                of(conn, 2027, at(4)).await?,
                of(conn, 2026, at(3)).await?,
            ))
        })
        .await;
        let none = BTreeSet::new();
        assert_eq!(
            touched,
            (BTreeSet::from([withdrawn]), none.clone(), none),
            "{}",
            test.kind
        );
        let (marks, acts, lines, later) = look(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let marks = marks_of_year(conn, 2026).await?;
            let acts = acts_of_year(conn, 2026, &["withdraw", "promise"]).await?;
            let lines = lines_of_year(conn, 2026).await?;
            let later = later(conn, 2026, &["withdraw", "reopen"], at(1)).await?;
            Ok((marks, acts, lines, later))
        })
        .await;
        let expected = Marks {
            numbers: 4,
            annulled: 1,
            imported: 1,
            protected: 0,
            extended: 1,
            reopened: 1,
            closed: 1,
        };
        assert_eq!(marks, expected, "{}", test.kind);
        // Twice withdrawn is one case; the annulled one is left out.
        assert_eq!(acts, [("withdraw".to_owned(), 1)]);
        let ordinals: Vec<i64> = lines.iter().map(|line| line.ordinal).collect();
        assert_eq!(ordinals, [1, 2, 3, 4]);
        let later: Vec<&str> = later.iter().map(|later| later.act.as_str()).collect();
        assert_eq!(
            later,
            ["withdraw", "reopen"],
            "what came after the instant, not at it"
        );
    }
}

fn action(ordinal: i64, opened: &str, closed: Option<&str>) -> ActionRow {
    ActionRow {
        id: id(ordinal.unsigned_abs().into()),
        year: 2026,
        ordinal,
        number: format!("KP-{ordinal}"),
        version: 1,
        stage: "open".to_owned(),
        owner_id: None,
        due_on: None,
        opened_on: on(opened),
        closed_on: closed.map(on),
        summary: String::new(),
    }
}

#[tokio::test]
async fn a_year_knows_its_actions_their_cases_and_who_is_kept_out() {
    for test in databases("actions of year").await {
        let mut barred = case(2);
        barred.people.insert(CasePerson {
            person_id: id(7),
            part: BLOCKED.to_owned(),
        });
        put(&test.db, &[case(1), barred.clone()]).await;
        let (one, two) = (case(1).row.id, barred.row.id);
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for (ordinal, opened, closed) in [
                (1_i64, "2025-05-01", Some("2025-12-31")),
                (2, "2025-12-31", Some("2026-01-01")),
                (3, "2026-12-31", None),
                (4, "2027-01-01", None),
            ] {
                let row = action(ordinal, opened, closed);
                corrective_actions::put(conn, &row, "{}").await?;
            }
            corrective_actions::link(conn, one, id(3)).await?;
            corrective_actions::link(conn, two, id(2)).await
        })
        .await;
        let (actions, links, kept_out, letters) = look(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let actions = actions_of_year(conn, 2026).await?;
            let links = links_of(conn, &[id(2), id(3)]).await?;
            let kept_out = barred_of(conn, id(7), 2026).await?;
            Ok((actions, links, kept_out, letters_of(conn, &[one, two]).await?))
        })
        .await;
        let ordinals: Vec<i64> = actions.iter().map(|row| row.ordinal).collect();
        assert_eq!(ordinals, [2, 3], "{}", test.kind);
        assert_eq!(links, [(id(2), two), (id(3), one)]);
        assert_eq!(kept_out, BTreeSet::from([two]));
        assert!(letters.is_empty());
    }
}

#[tokio::test]
async fn recurrence_is_found_by_links_and_by_shared_actions() {
    for test in databases("recurrence").await {
        let earlier = case_with(1, |row| {
            row.year = 2025;
            row.number = "2025-0001".to_owned();
            row.unit_id = Some(id(70));
            row.complainant_phone = "0912 345 678".to_owned();
            row.complainant_name = "Nguyễn Thị Lan".to_owned();
        });
        let by_unit = case_with(2, |row| {
            row.unit_id = Some(id(70));
            row.complainant_name = "Trần Văn Bình".to_owned();
            row.complainant_phone = String::new();
        });
        let by_phone = case_with(3, |row| {
            row.unit_id = None;
            row.complainant_name = "Bà Lan".to_owned();
            row.complainant_phone = "+84 912 345 678".to_owned();
        });
        let mut other_subject = case_with(4, |row| row.unit_id = Some(id(70)));
        other_subject.subjects = BTreeSet::from(["conduct".to_owned()]);
        let unlinked = case_with(5, |row| row.unit_id = Some(id(70)));
        let annulled = case_with(6, |row| {
            row.unit_id = Some(id(70));
            row.annulled = true;
        });
        let cases = [earlier, by_unit, by_phone, other_subject, unlinked, annulled];
        put(&test.db, &cases).await;
        let [e, unit, phone, subject, apart, gone] = cases.each_ref().map(|case| case.row.id);
        act(&test.db, |mut conn| async move {
            for ordinal in [90, 91] {
                let row = action(ordinal, "2026-03-02", None);
                corrective_actions::put(&mut conn, &row, "{}").await?;
            }
            for case in [e, apart, gone] {
                corrective_actions::link(&mut conn, case, id(90)).await?;
            }
            corrective_actions::link(&mut conn, unit, id(91)).await
        })
        .await;
        let (alike, sharing, months) = look(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let pairs = [(e, unit), (phone, e), (subject, e), (gone, e)];
            Ok((
                alike_among(conn, 2026, &pairs).await?,
                sharing_an_action(conn, 2026).await?,
                received_by_month(conn, day("2024-01-01"), day("2026-12-31")).await?,
            ))
        })
        .await;
        assert_eq!(alike, BTreeSet::from([unit, phone]), "{}", test.kind);
        assert_eq!(
            sharing,
            BTreeSet::from([apart]),
            "the earliest of a row of cases is new"
        );
        assert_eq!(months, [("2026-03".to_owned(), 5)]);
    }
}

#[tokio::test]
async fn what_was_told_of_cases_and_actions_is_read_back_in_order() {
    for test in databases("told").await {
        let linking = case_with(1, |row| row.last_event_at = store::At(at(9)));
        put(&test.db, &[linking.clone(), case(2)]).await;
        let case = linking.row.id;
        act(&test.db, |mut conn| async move {
            let event = |seconds, kind: &str, body: &str| NewEvent {
                at: at(seconds),
                actor: None,
                kind: kind.to_owned(),
                body: body.to_owned(),
            };
            let of_case = [
                event(1, "link_case", "1"),
                event(5, "receive", "5"),
                event(9, "link_case", "9"),
            ];
            append(&mut conn, &Stream::case(case), 0, &of_case).await?;
            let of_action = [event(1, "open", "1"), event(2, "review_effectiveness", "2")];
            append(&mut conn, &Stream::corrective_action(id(90)), 0, &of_action).await?;
            Ok(())
        })
        .await;
        let (links, reviews) = look(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let links = told_since(conn, "link_case", at(2)).await?;
            Ok((
                links,
                told_of_actions(conn, &["review_effectiveness", "reopen_action"]).await?,
            ))
        })
        .await;
        let bodies = |told: &[Told]| -> Vec<String> { told.iter().map(|told| told.body.clone()).collect() };
        assert_eq!(
            (bodies(&links), links[0].stream_id),
            (vec!["9".to_owned()], case),
            "{}",
            test.kind
        );
        assert_eq!(
            (bodies(&reviews), reviews[0].stream_id),
            (vec!["2".to_owned()], id(90))
        );
    }
}
