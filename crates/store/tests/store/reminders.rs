//! Reminders come once for each step and end with their duty; an address of a calendar opens one person's and ends with the next.

use store::calendar_feeds::{give, owner, revoke, since};
use store::history::Stream;
use store::reminders::{
    Reminder, forget, keep_only, leave, mailed, of_ids, of_person, put, read, set_way, told, unmailed,
    unread, way,
};
use store::{At, On};
use testkit::databases;

use crate::sample::{act, at, day, id};

fn reminder(number: u128, duty: &str, step: &str) -> Reminder {
    Reminder {
        id: id(number),
        duty: duty.to_owned(),
        step: step.to_owned(),
        person_id: id(7),
        stream_kind: "case".to_owned(),
        stream_id: id(40),
        number: "2026-0001".to_owned(),
        rule: "B2.4".to_owned(),
        act: "dispatch_letter".to_owned(),
        due_on: Some(On(day("2026-04-01"))),
        at: At(at(i64::try_from(number).unwrap())),
        read_at: None,
        mailed_at: None,
        ended_at: None,
    }
}

#[tokio::test]
async fn a_duty_reminds_once_at_each_step_until_it_is_discharged() {
    for test in databases("reminders").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            assert!(put(conn, &reminder(1, "a", "due")).await?);
            assert!(
                !put(conn, &reminder(2, "a", "due")).await?,
                "reminded at this step"
            );
            assert!(put(conn, &reminder(3, "a", "overdue")).await?);
            assert!(put(conn, &reminder(4, "b", "due")).await?);
            assert!(
                !told(conn, "a", "due").await?.is_empty() && told(conn, "b", "overdue").await?.is_empty()
            );
            assert_eq!(unread(conn, id(7)).await?, 3);
            read(conn, id(7), at(3), at(10)).await?;
            assert_eq!(unread(conn, id(7)).await?, 1, "what came later is unread");
            mailed(conn, id(1), at(11)).await?;
            assert_eq!(unmailed(conn).await?, [(id(7), id(3)), (id(7), id(4))]);
            keep_only(conn, &Stream::case(id(40)), &["b".to_owned()], at(20)).await?;
            let left: Vec<_> = of_person(conn, id(7), 9)
                .await?
                .into_iter()
                .map(|it| it.id)
                .collect();
            assert_eq!(left, [id(4)], "the others were discharged");
            assert_eq!(of_ids(conn, &[id(1), id(4)]).await?.len(), 1);
            assert_eq!(of_ids(conn, &[]).await?, []);
            assert_eq!(forget(conn, at(21)).await?, 2);
            assert_eq!(way(conn, id(7)).await?, None);
            set_way(conn, id(7), "digest").await?;
            set_way(conn, id(7), "at_once").await?;
            assert_eq!(way(conn, id(7)).await?.as_deref(), Some("at_once"));
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_calendar_has_one_address_at_a_time() {
    for test in databases("feeds").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            give(conn, id(7), b"one", at(1)).await?;
            assert_eq!(owner(conn, b"one").await?, Some(id(7)));
            give(conn, id(7), b"two", at(2)).await?;
            assert_eq!(owner(conn, b"one").await?, None);
            assert_eq!(since(conn, id(7)).await?, Some(at(2)));
            revoke(conn, id(7)).await?;
            assert_eq!(owner(conn, b"two").await?, None);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_duty_that_is_somebody_elses_reminds_the_earlier_ones_no_more() {
    for test in databases("reminders_leave").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let of = |number, person| Reminder {
                person_id: id(person),
                ..reminder(number, "a", "due")
            };
            for (number, person) in [(1, 7), (2, 8)] {
                assert!(put(conn, &of(number, person)).await?);
            }
            assert!(put(conn, &reminder(3, "b", "due")).await?);
            leave(conn, "a", &[id(8), id(9)], at(9)).await?;
            let open = |found: Vec<Reminder>| found.into_iter().map(|one| one.duty).collect::<Vec<_>>();
            assert_eq!(open(of_person(conn, id(7), 9).await?), ["b"]);
            assert_eq!(open(of_person(conn, id(8), 9).await?), ["a"]);
            Ok(())
        })
        .await;
    }
}
