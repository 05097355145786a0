//! What is owed is rewritten with its stream and listed for whoever owes it.

use std::collections::BTreeSet;

use store::cases::{BLOCKED, CasePerson};
use store::history::{Stream, StreamKind};
use store::obligations::{
    Days, HeldRole, Holder, Line, Obligation, Tally, Whose, of_person, of_stream, rewrite, tally_of_person,
};
use store::{Db, Uuid};
use testkit::databases;

use crate::sample::{act, at, case, case_with, day, id, look, put};

const ME: Uuid = Uuid::from_u128(7);

fn owed(act: &str, holder: Holder, due: Option<&str>) -> Obligation {
    Obligation {
        rule: "B1.2".to_owned(),
        act: act.to_owned(),
        holder,
        opens_on: Some(day("2026-03-02")),
        due_on: due.map(day),
        due_at: None,
        provisional: false,
        anchor: "receipt".to_owned(),
    }
}

fn role(role: &str, unit: Option<Uuid>) -> Holder {
    Holder::Role {
        role: role.to_owned(),
        unit,
    }
}

fn held(role: &str, unit: Option<Uuid>) -> HeldRole {
    HeldRole {
        role: role.to_owned(),
        unit,
    }
}

async fn owe(db: &Db, stream: Stream, number: &str, obligations: &[Obligation]) {
    act(db, |mut conn| async move {
        rewrite(&mut conn, &stream, number, obligations).await
    })
    .await;
}

fn whose(person: Uuid, roles: &[HeldRole]) -> Whose<'_> {
    Whose {
        person,
        roles,
        days: Days::default(),
    }
}

async fn tally(db: &Db, roles: &[HeldRole], cap: i64) -> Tally {
    let (today, soon) = (day("2026-03-05"), day("2026-03-08"));
    look(db, |mut conn| async move {
        tally_of_person(&mut conn, &whose(ME, roles), today, soon, cap).await
    })
    .await
}

async fn acts_of(db: &Db, person: Uuid, roles: &[HeldRole], limit: i64) -> Vec<String> {
    let mut acts = Vec::new();
    let mut after = None;
    loop {
        let place = after.as_ref();
        let page = look(db, |mut conn| async move {
            of_person(&mut conn, &whose(person, roles), place, limit).await
        })
        .await;
        let Some(last) = page.last() else { break };
        after = Some(last.owed.place.clone());
        acts.extend(page.into_iter().map(|line| line.owed.obligation.act));
    }
    acts
}

#[tokio::test]
async fn obligations_are_replaced_as_a_whole_and_keep_their_order() {
    for test in databases("rewrite").await {
        let stream = Stream::case(id(1));
        let mut first = owed("assess", role("qmr", Some(id(5))), None);
        first.due_at = Some(at(9));
        first.provisional = true;
        let second = owed("acknowledge", Holder::Person(ME), Some("2026-03-04"));
        let both = [first, second.clone()];
        owe(&test.db, stream, "2026-0001", &both).await;
        owe(&test.db, stream, "2026-0001", &both).await;
        let stored = look(
            &test.db,
            |mut conn| async move { of_stream(&mut conn, &stream).await },
        )
        .await;
        assert_eq!(stored, both, "{}", test.kind);
        owe(&test.db, stream, "2026-0001", std::slice::from_ref(&second)).await;
        let stored = look(
            &test.db,
            |mut conn| async move { of_stream(&mut conn, &stream).await },
        )
        .await;
        assert_eq!(stored, [second]);
        owe(&test.db, stream, "2026-0001", &[]).await;
        let stored = look(
            &test.db,
            |mut conn| async move { of_stream(&mut conn, &stream).await },
        )
        .await;
        assert_eq!(stored, []);
    }
}

#[tokio::test]
async fn my_work_is_mine_and_that_of_my_roles_by_due_day() {
    for test in databases("mine").await {
        let db = &test.db;
        let obligations = [
            owed("third", Holder::Person(ME), Some("2026-03-05")),
            owed("first", role("qmr", None), Some("2026-03-03")),
            owed("last", Holder::Person(ME), None),
            owed("of another", Holder::Person(id(8)), Some("2026-03-01")),
            owed("of another role", role("director", None), Some("2026-03-01")),
            owed("of another unit", role("head", Some(id(5))), Some("2026-03-01")),
        ];
        owe(db, Stream::case(id(1)), "2026-0001", &obligations).await;
        let elsewhere = [
            owed("second", role("head", Some(id(6))), Some("2026-03-04")),
            owed("fourth", role("qmr", None), Some("2026-03-05")),
        ];
        owe(db, Stream::corrective_action(id(2)), "KP-2026-0001", &elsewhere).await;
        let roles = [held("qmr", None), held("head", Some(id(6))), held("qmr", None)];
        let expected = ["first", "second", "third", "fourth", "last"];
        assert_eq!(acts_of(db, ME, &roles, 2).await, expected, "{}", test.kind);
        assert_eq!(acts_of(db, ME, &roles, 50).await, expected);
        assert_eq!(acts_of(db, ME, &[], 50).await, ["third", "last"]);

        let page = look(db, |mut conn| async move {
            of_person(&mut conn, &whose(ME, &[]), None, 1).await
        })
        .await;
        let owed = &page[0].owed;
        assert_eq!(owed.number, "2026-0001");
        assert_eq!(owed.stream, Stream::case(id(1)));
        assert_eq!(owed.obligation, obligations[0]);
        let counted = |all, late, soon| Tally { all, late, soon };
        assert_eq!(tally(db, &roles, 99).await, counted(5, 2, 2));
        // Of each holder no more is counted than asked for, the most urgent first.
        assert_eq!(tally(db, &roles, 1).await, counted(3, 2, 1));
    }
}

#[tokio::test]
async fn a_list_can_be_of_some_days_alone() {
    for test in databases("days").await {
        let db = &test.db;
        let work =
            ["2026-03-03", "2026-03-05", "2026-03-09"].map(|due| owed(due, Holder::Person(ME), Some(due)));
        let undated = [owed("undated", Holder::Person(ME), None)];
        owe(
            db,
            Stream::case(id(1)),
            "2026-0001",
            &[&work[..], &undated[..]].concat(),
        )
        .await;
        let cases = [
            (None, Some("2026-03-05"), vec!["2026-03-03"]),
            (Some("2026-03-05"), Some("2026-03-09"), vec!["2026-03-05"]),
            (Some("2026-03-09"), None, vec!["2026-03-09", "undated"]),
        ];
        for (from, before, expected) in cases {
            let days = Days {
                from: from.map(day),
                before: before.map(day),
            };
            let whose = Whose {
                days,
                ..whose(ME, &[])
            };
            let found = look(db, |mut conn| async move {
                of_person(&mut conn, &whose, None, 9).await
            })
            .await;
            let acts: Vec<_> = found
                .iter()
                .map(|line| line.owed.obligation.act.as_str())
                .collect();
            assert_eq!(acts, expected, "{} {days:?}", test.kind);
        }
    }
}

#[tokio::test]
async fn a_line_says_what_it_is_about_and_gives_the_state_that_tells_who_may_read_it() {
    for test in databases("about").await {
        let db = &test.db;
        let protected = case_with(2, |row| row.protected = true);
        let state = protected.state.clone();
        put(db, &[case(1), protected]).await;
        for (number, due) in [(1, "2026-03-03"), (2, "2026-03-04")] {
            let row = case(number).row;
            let work = [owed("assess", Holder::Person(ME), Some(due))];
            owe(db, Stream::case(row.id), &row.number, &work).await;
        }
        let book = Stream {
            kind: StreamKind::YearBook,
            id: id(9),
        };
        owe(
            db,
            book,
            "2026",
            &[owed("compile", Holder::Person(ME), Some("2026-03-05"))],
        )
        .await;
        let lines = look(db, |mut conn| async move {
            of_person(&mut conn, &whose(ME, &[]), None, 9).await
        })
        .await;
        let about = |line: &Line| (line.summary.clone(), line.state.clone());
        let expected = [
            ("Kết quả chứng nhận".to_owned(), Some(state.clone())),
            ("Kết quả chứng nhận".to_owned(), Some(state)),
            (String::new(), None),
        ];
        assert_eq!(
            lines.iter().map(about).collect::<Vec<_>>(),
            expected,
            "{}",
            test.kind
        );
    }
}

#[tokio::test]
async fn nobody_is_shown_work_on_a_case_they_are_barred_from() {
    for test in databases("barred").await {
        let db = &test.db;
        let mut record = case(1);
        record.people = BTreeSet::from([CasePerson {
            person_id: ME,
            part: BLOCKED.to_owned(),
        }]);
        put(db, &[record.clone(), case(2)]).await;
        let work = [owed("decide", role("qmr", None), Some("2026-03-03"))];
        for number in [1, 2] {
            let row = case(number).row;
            owe(db, Stream::case(row.id), &row.number, &work).await;
        }
        let roles = &[held("qmr", None)];
        assert_eq!(acts_of(db, ME, roles, 5).await.len(), 1, "{}", test.kind);
        assert_eq!(acts_of(db, id(8), roles, 5).await.len(), 2);
        let mine = tally(db, roles, 99).await;
        assert_eq!((mine.all, mine.late, mine.soon), (1, 1, 0));
    }
}
