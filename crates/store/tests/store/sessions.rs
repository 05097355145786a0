//! Sessions end, attempts are counted, and readings are logged.

use jiff::SignedDuration;
use store::At;
use store::attempts;
use store::people::update;
use store::reads::{Reading, logged, of_case, record};
use store::sessions::{Session, end, end_all, extend, find, forget, insert};
use testkit::databases;

use crate::sample::{act, at, id, person, put_people};

fn session(expires: i64) -> Session {
    Session {
        person_id: id(1),
        csrf: "secret".to_owned(),
        created_at: At::from(at(0)),
        expires_at: At::from(at(expires)),
    }
}

#[tokio::test]
async fn a_session_lasts_until_it_expires_is_ended_or_its_account_is_closed() {
    for test in databases("session").await {
        put_people(&test.db, &[person(1, "A", "a")]).await;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            insert(conn, b"one", &session(100)).await?;
            insert(conn, b"two", &session(200)).await?;
            assert_eq!(find(conn, b"one", at(99)).await?, Some(session(100)));
            assert_eq!(find(conn, b"one", at(100)).await?, None);
            assert_eq!(find(conn, b"other", at(0)).await?, None);
            extend(conn, b"one", at(150)).await?;
            assert_eq!(find(conn, b"one", at(149)).await?, Some(session(150)));
            assert_eq!(forget(conn, at(150)).await?, 1);
            let mut closed = person(1, "A", "a");
            closed.active = false;
            update(conn, &closed).await?;
            assert_eq!(find(conn, b"two", at(0)).await?, None);
            closed.active = true;
            update(conn, &closed).await?;
            assert!(find(conn, b"two", at(0)).await?.is_some());
            end(conn, b"two").await?;
            assert_eq!(find(conn, b"two", at(0)).await?, None);
            insert(conn, b"three", &session(100)).await?;
            insert(conn, b"four", &session(100)).await?;
            assert_eq!(end_all(conn, id(1)).await?, 2);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn attempts_are_counted_within_a_window() {
    for test in databases("attempts").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let window = SignedDuration::from_secs(60);
            assert_eq!(attempts::count(conn, "login:a", at(0), window).await?, 1);
            assert_eq!(attempts::count(conn, "login:a", at(59), window).await?, 2);
            assert_eq!(attempts::count(conn, "login:b", at(59), window).await?, 1);
            assert_eq!(
                attempts::count(conn, "login:a", at(60), window).await?,
                1,
                "a new window"
            );
            assert_eq!(attempts::count(conn, "login:a", at(61), window).await?, 2);
            attempts::clear(conn, "login:a").await?;
            assert_eq!(attempts::count(conn, "login:a", at(62), window).await?, 1);
            assert_eq!(attempts::forget(conn, at(60)).await?, 1);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_sliding_window_forgets_little_by_little_and_takes_back_what_was_no_attempt() {
    for test in databases("sliding").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let window = SignedDuration::from_secs(100);
            // A moment at which a stretch of the window begins.
            let start = at(0).as_second().div_euclid(100) * 100;
            let moment = |seconds: i64| jiff::Timestamp::from_second(start + seconds).unwrap();
            for tried in 1..=10 {
                assert_eq!(
                    attempts::count_sliding(conn, "a", moment(99), window).await?,
                    tried
                );
            }
            attempts::take_back(conn, "a", moment(99), window).await?;
            attempts::take_back(conn, "a", moment(99), window).await?;
            assert_eq!(attempts::count_sliding(conn, "b", moment(100), window).await?, 1);
            assert_eq!(
                attempts::count_sliding(conn, "a", moment(100), window).await?,
                1 + 8
            );
            assert_eq!(
                attempts::count_sliding(conn, "a", moment(150), window).await?,
                2 + 4
            );
            assert_eq!(attempts::count_sliding(conn, "a", moment(190), window).await?, 3);
            assert_eq!(attempts::count_sliding(conn, "a", moment(300), window).await?, 1);
            attempts::take_back(conn, "nobody", moment(300), window).await?;
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn readings_of_a_case_are_listed_latest_first() {
    for test in databases("readings").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let reading = |seconds, case| Reading {
                person_id: id(1),
                case_id: id(case),
                at: At::from(at(seconds)),
                what: "page".to_owned(),
            };
            for (seconds, case) in [(1, 50), (3, 50), (2, 50), (2, 51)] {
                record(conn, &reading(seconds, case)).await?;
            }
            assert_eq!(
                of_case(conn, id(50), at(9), 2).await?,
                [reading(3, 50), reading(2, 50)]
            );
            assert_eq!(of_case(conn, id(50), at(2), 2).await?, [reading(1, 50)]);
            let cases = [id(50), id(51), id(52)];
            let known = logged(conn, id(1), "page", at(2), &cases).await?;
            assert_eq!(known, [id(50), id(51)].into());
            assert!(logged(conn, id(1), "page", at(4), &cases).await?.is_empty());
            assert!(logged(conn, id(1), "list", at(0), &cases).await?.is_empty());
            assert!(logged(conn, id(2), "page", at(0), &cases).await?.is_empty());
            Ok(())
        })
        .await;
    }
}
