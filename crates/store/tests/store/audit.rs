//! What is stored is read a range at a time, and what would not be found by what it says is named.

use std::collections::BTreeSet;

use store::audit;
use store::cases::CasePerson;
use store::documents::Staged;
use store::history::{NewEvent, Stream, StreamKind, append, last};
use store::jobs::NewJob;
use store::obligations::{Holder, Obligation, of_range, overdue, owed_by, rewrite};
use store::parties::Party;
use store::{At, Uuid};
use testkit::databases;

use crate::sample::{ORGANISATION, act, at, case, day, id, look, put};

fn event(body: &str) -> NewEvent {
    NewEvent {
        at: at(0),
        actor: None,
        kind: "received".to_owned(),
        body: body.to_owned(),
    }
}

fn owed(act: &str, holder: Holder, due: Option<&str>) -> Obligation {
    Obligation {
        rule: "S7".to_owned(),
        act: act.to_owned(),
        holder,
        opens_on: None,
        due_on: due.map(day),
        due_at: None,
        provisional: false,
        anchor: String::new(),
    }
}

/// From the first id there may be to the last.
const ALL: (Uuid, Uuid) = (Uuid::nil(), Uuid::max());

#[tokio::test]
async fn a_range_has_what_lies_in_it_and_nothing_else() {
    for test in databases("audit").await {
        let mut record = case(2);
        record.people = BTreeSet::from([CasePerson {
            person_id: id(7),
            part: "case_officer".to_owned(),
        }]);
        put(&test.db, &[case(1), record.clone(), case(3)]).await;
        let [first, second, third] = [1, 2, 3].map(|ordinal| case(ordinal).row.id);
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for stream in [first, second, third] {
                let new = [event("1"), event("2")];
                append(conn, &Stream::case(stream), 0, &new).await?;
                store::texts::insert(conn, stream, stream, b"salt", "words").await?;
            }
            append(conn, &Stream::corrective_action(second), 0, &[event("3")]).await?;
            let staged = Staged {
                id: id(9),
                file_name: "a.txt",
                media_type: "text/plain",
                staged_by: None,
                staged_at: at(0),
            };
            store::documents::stage(conn, &staged).await?;
            store::documents::stored(conn, id(9), "text/plain", 1, &[1; 32]).await?;
            store::documents::attach(conn, id(9), second, at(0)).await?;
            Ok(())
        })
        .await;

        let (after, until) = (first, second);
        let events = look(&test.db, |mut conn| async move {
            audit::events(&mut conn, StreamKind::Case, after, until).await
        })
        .await;
        let found: Vec<(Uuid, i64)> = events.iter().map(|event| (event.stream_id, event.seq)).collect();
        assert_eq!(found, [(second, 1), (second, 2)], "{}", test.kind);
        let cases = look(&test.db, |mut conn| async move {
            audit::cases(&mut conn, after, until).await
        })
        .await;
        assert_eq!(cases.into_iter().collect::<Vec<_>>(), [(second, record)]);
        let texts = look(&test.db, |mut conn| async move {
            audit::texts(&mut conn, after, until).await
        })
        .await;
        assert_eq!(texts.iter().map(|text| text.id).collect::<Vec<_>>(), [second]);
        let documents = look(&test.db, |mut conn| async move {
            audit::documents(&mut conn, after, until).await
        })
        .await;
        assert_eq!(documents.iter().map(|row| row.id).collect::<Vec<_>>(), [id(9)]);

        let stream = Stream::case(first);
        let latest = look(&test.db, |mut conn| async move {
            last(&mut conn, &stream, None, 1).await
        })
        .await;
        assert_eq!(latest[0].seq, 2);
        let earlier = look(&test.db, |mut conn| async move {
            last(&mut conn, &stream, Some(2), 5).await
        })
        .await;
        assert_eq!(earlier.iter().map(|event| event.seq).collect::<Vec<_>>(), [1]);
    }
}

#[tokio::test]
async fn a_line_that_would_not_be_found_by_what_it_says_is_misfiled() {
    for test in databases("misfiled").await {
        put(&test.db, &[case(1), case(2)]).await;
        let misfiled = || {
            look(&test.db, |mut conn| async move {
                audit::misfiled(&mut conn, ALL.0, ALL.1).await
            })
        };
        assert_eq!(misfiled().await, BTreeSet::new(), "{}", test.kind);
        for (column, wrong) in [
            ("running_on", "'2031-01-01'"),
            ("limit_key", "'x'"),
            ("complainant_key", "'x'"),
            ("phone_key", "'x'"),
            ("chrono", "99"),
        ] {
            let keep = format!("update case_row set {column} = {wrong} where ordinal = 2");
            assert_eq!(test.tamper(&keep).await.unwrap(), 1);
            assert_eq!(
                misfiled().await,
                BTreeSet::from([case(2).row.id]),
                "{}: {column}",
                test.kind
            );
            test.tamper("delete from case_subject").await.unwrap();
            test.tamper("delete from case_state").await.unwrap();
            test.tamper("delete from case_row").await.unwrap();
            put(&test.db, &[case(1), case(2)]).await;
        }
    }
}

#[tokio::test]
async fn duties_of_a_range_tell_whether_their_keys_say_what_they_say() {
    for test in databases("keys").await {
        let mine = Holder::Person(id(7));
        let duties = [
            owed("record_response", mine.clone(), Some("2026-03-02")),
            owed("close", mine.clone(), None),
        ];
        let late = [owed("record_response", mine, Some("2026-03-01"))];
        let (duties, late) = (&duties, &late);
        act(&test.db, |mut conn| async move {
            rewrite(&mut conn, &Stream::case(id(1)), "2026-0001", duties).await?;
            rewrite(&mut conn, &Stream::case(id(2)), "2026-0002", late).await
        })
        .await;
        let range = || {
            look(&test.db, |mut conn| async move {
                of_range(&mut conn, StreamKind::Case, ALL.0, id(1)).await
            })
        };
        let found = range().await;
        assert_eq!(found.len(), 1, "{}", test.kind);
        let stored = &found[&id(1)];
        assert!(
            stored
                .iter()
                .all(|one| one.keys_agree && one.number == "2026-0001")
        );
        assert_eq!(
            stored
                .iter()
                .map(|one| one.obligation.clone())
                .collect::<Vec<_>>(),
            duties
        );
        test.tamper("update obligation set due_key = '2020-01-01' where act = 'close'")
            .await
            .unwrap();
        assert!(!range().await[&id(1)][1].keys_agree);

        let acts = &["record_response".to_owned()];
        let due = |before: &str, limit| {
            let before = day(before);
            look(&test.db, move |mut conn| async move {
                let all = overdue(&mut conn, acts, before, None, limit).await?;
                let rest = match all.first() {
                    Some(first) => overdue(&mut conn, acts, before, Some(&first.place), limit).await?,
                    None => Vec::new(),
                };
                Ok((all, rest))
            })
        };
        let (all, rest) = due("2026-03-03", 1).await;
        assert_eq!(
            (all[0].number.as_str(), rest[0].number.as_str()),
            ("2026-0002", "2026-0001")
        );
        let (all, rest) = due("2026-03-02", 9).await;
        assert_eq!(
            (all.len(), rest.len()),
            (1, 0),
            "due on the day itself is not overdue"
        );
        let mine = look(&test.db, |mut conn| async move {
            owed_by(&mut conn, id(7), &["close"], 9).await
        })
        .await;
        let numbers: BTreeSet<&str> = mine.iter().map(|(_, number)| number.as_str()).collect();
        assert_eq!(numbers, BTreeSet::from(["2026-0001", "2026-0002"]));
    }
}

#[tokio::test]
async fn every_version_of_a_party_is_known_by_name() {
    for test in databases("versions").await {
        let party = |version, name: &str| Party {
            id: id(5),
            version,
            kind: "person".to_owned(),
            name: name.to_owned(),
            sort_key: name.to_lowercase(),
            address: String::new(),
            email: String::new(),
            phone: "0900 000 001".to_owned(),
            representative: String::new(),
            details: "{}".to_owned(),
            at: At::from(at(0)),
            erased_at: None,
        };
        let versions = &[party(1, "Lan"), party(2, "Đỗ Thị Lan")];
        act(&test.db, |mut conn| async move {
            for version in versions {
                store::parties::insert(&mut conn, version).await?;
            }
            Ok(())
        })
        .await;
        let found = look(&test.db, |mut conn| async move {
            audit::party(&mut conn, id(5)).await
        })
        .await;
        let names: Vec<&str> = found.iter().map(|version| version.name.as_str()).collect();
        assert_eq!(names, ["Lan", "Đỗ Thị Lan"], "{}", test.kind);
    }
}

#[tokio::test]
async fn numbers_are_taken_many_at_once_and_a_waiting_job_is_seen() {
    for test in databases("many").await {
        let taken = act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let first = store::series::take_many(conn, ORGANISATION, "case", 2019, 350).await?;
            let second = store::series::take_many(conn, ORGANISATION, "case", 2019, 10).await?;
            let third = store::series::take(conn, ORGANISATION, "case", 2019).await?;
            Ok((first, second, third))
        })
        .await;
        assert_eq!(taken, (1, 351, 361), "{}", test.kind);

        let job = NewJob {
            id: id(1),
            kind: "recompute".to_owned(),
            payload: String::new(),
            key: None,
            run_at: at(10),
        };
        let job = &job;
        act(&test.db, |mut conn| async move {
            store::jobs::enqueue(&mut conn, job).await
        })
        .await;
        for (now, waits) in [(9, false), (10, true)] {
            let seen = look(&test.db, |mut conn| async move {
                audit::is_waiting(&mut conn, "recompute", at(now)).await
            })
            .await;
            assert_eq!(seen, waits);
        }
    }
}

#[tokio::test]
async fn the_open_cases_of_a_person_are_those_that_are_neither_closed_nor_annulled_nor_imported() {
    for test in databases("open-cases").await {
        let with = |ordinal: i64, change: fn(&mut store::cases::CaseRow)| {
            let mut record = case(ordinal);
            change(&mut record.row);
            record.people = BTreeSet::from([CasePerson {
                person_id: id(7),
                part: "case_officer".to_owned(),
            }]);
            record
        };
        let records = [
            with(1, |_| {}),
            with(2, |row| row.closed_on = Some(row.received_on)),
            with(3, |row| row.annulled = true),
            with(4, |row| row.imported = true),
            with(5, |_| {}),
            case(6),
        ];
        put(&test.db, &records).await;
        let found = |part: &'static str| {
            look(&test.db, move |mut conn| async move {
                store::people::open_cases(&mut conn, id(7), part, 9).await
            })
        };
        assert_eq!(
            found("case_officer").await,
            ["2026-0001", "2026-0005"],
            "{}",
            test.kind
        );
        assert_eq!(found("stand_in").await, Vec::<String>::new());
    }
}
