//! What is owed is rewritten with its stream and listed for whoever owes it.

use std::collections::BTreeSet;

use store::cases::{BLOCKED, CasePerson};
use store::history::Stream;
use store::obligations::{HeldRole, Holder, Obligation, count_of_person, of_person, of_stream, rewrite};
use store::{Db, Uuid};
use testkit::databases;

use crate::sample::{act, at, case, day, id, look, put};

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

async fn acts_of(db: &Db, person: Uuid, roles: &[HeldRole], limit: i64) -> Vec<String> {
    let mut acts = Vec::new();
    let mut after = None;
    loop {
        let place = after.as_ref();
        let page = look(db, |mut conn| async move {
            of_person(&mut conn, person, roles, place, limit).await
        })
        .await;
        let Some(last) = page.last() else { break };
        after = Some(last.place.clone());
        acts.extend(page.into_iter().map(|owed| owed.obligation.act));
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
            of_person(&mut conn, ME, &[], None, 1).await
        })
        .await;
        assert_eq!(page[0].number, "2026-0001");
        assert_eq!(page[0].stream, Stream::case(id(1)));
        assert_eq!(page[0].obligation, obligations[0]);
        let roles = &roles;
        let today = day("2026-03-05");
        let counts = look(db, |mut conn| async move {
            count_of_person(&mut conn, ME, roles, today, 99).await
        })
        .await;
        assert_eq!(counts, (5, 2));
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
        let today = day("2026-03-05");
        let mine = look(db, |mut conn| async move {
            count_of_person(&mut conn, ME, roles, today, 99).await
        })
        .await;
        assert_eq!(mine, (1, 1));
    }
}
