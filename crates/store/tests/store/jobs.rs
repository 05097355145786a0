//! Work is claimed under a lease, retried, buried and revived.

use std::collections::BTreeSet;

use store::jobs::{NewJob, bury, claim, dead, done, enqueue, next_at, retry, revive, waiting};
use testkit::databases;

use crate::sample::{act, at, id};

fn job(number: u128, run_at: i64, key: Option<&str>) -> NewJob {
    NewJob {
        id: id(number),
        kind: "remind".to_owned(),
        payload: format!(r#"{{"case":{number}}}"#),
        key: key.map(str::to_owned),
        run_at: at(run_at),
    }
}

#[tokio::test]
async fn jobs_that_are_due_are_claimed_in_order_and_done() {
    for test in databases("claim").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for (number, run_at) in [(1, 20), (2, 10), (3, 99)] {
                assert!(enqueue(conn, &job(number, run_at, None)).await?);
            }
            assert_eq!(next_at(conn).await?, Some(at(10)));
            let claimed = claim(conn, at(50), at(60), 10).await?;
            let ids: Vec<_> = claimed.iter().map(|job| job.id).collect();
            assert_eq!(ids, [id(2), id(1)], "{}", "due ones, the soonest first");
            assert_eq!(claimed[0].attempts, 1);
            assert_eq!(claimed[0].payload, r#"{"case":2}"#);
            assert_eq!(claim(conn, at(50), at(60), 10).await?, [], "they are leased");
            done(conn, id(2)).await?;
            let again = claim(conn, at(61), at(70), 10).await?;
            assert_eq!(again.len(), 1, "a lease that ran out");
            assert_eq!((again[0].id, again[0].attempts), (id(1), 2));
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_failing_job_is_retried_then_buried_then_revived() {
    for test in databases("bury").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            enqueue(conn, &job(1, 0, Some("limits"))).await?;
            claim(conn, at(0), at(10), 1).await?;
            retry(conn, id(1), at(30), "no connection").await?;
            assert_eq!(claim(conn, at(29), at(40), 1).await?, []);
            let again = claim(conn, at(30), at(40), 1).await?;
            assert_eq!(again[0].last_error.as_deref(), Some("no connection"));
            bury(conn, id(1), at(31), "no address").await?;
            assert_eq!(claim(conn, at(99), at(100), 1).await?, []);
            assert_eq!(next_at(conn).await?, None);
            let buried = dead(conn, 10).await?;
            assert_eq!(buried[0].last_error.as_deref(), Some("no address"));
            assert_eq!(buried[0].dead_at.unwrap().0, at(31));
            assert!(
                enqueue(conn, &job(2, 0, Some("limits"))).await?,
                "its key is free again"
            );
            assert!(revive(conn, id(1), at(50)).await?);
            assert!(!revive(conn, id(1), at(50)).await?);
            assert_eq!(dead(conn, 10).await?, []);
            assert_eq!(waiting(conn, 10).await?.len(), 2);
            assert_eq!(claim(conn, at(50), at(60), 5).await?[1].attempts, 1);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn of_jobs_with_one_key_one_waits() {
    for test in databases("one key").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            assert!(enqueue(conn, &job(1, 0, Some("limits"))).await?);
            assert!(!enqueue(conn, &job(2, 0, Some("limits"))).await?);
            assert!(enqueue(conn, &job(3, 0, Some("others"))).await?);
            done(conn, id(1)).await?;
            assert!(enqueue(conn, &job(4, 0, Some("limits"))).await?);
            Ok(())
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_two_workers_get_the_same_job() {
    for test in databases("workers").await {
        act(&test.db, |mut conn| async move {
            for number in 1..=60 {
                enqueue(&mut conn, &job(number, 0, None)).await?;
            }
            Ok(())
        })
        .await;
        let mut workers = tokio::task::JoinSet::new();
        for _ in 0..6 {
            let db = test.db.clone();
            workers.spawn(async move {
                let mut mine = Vec::new();
                for _ in 0..40 {
                    let jobs = db
                        .act(|mut conn| async move { claim(&mut conn, at(1), at(600), 3).await })
                        .await
                        .unwrap();
                    mine.extend(jobs.into_iter().map(|job| job.id));
                }
                mine
            });
        }
        let claimed: Vec<_> = workers.join_all().await.into_iter().flatten().collect();
        let different: BTreeSet<_> = claimed.iter().collect();
        assert_eq!(claimed.len(), 60, "{}", test.kind);
        assert_eq!(different.len(), 60);
    }
}
