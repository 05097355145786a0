//! Acts are kept whole or not at all, whatever happens to them or to those beside them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use store::{Conn, Db, Error, Failure, idempotency, jobs, series};
use testkit::databases;
use tokio::sync::{Barrier, Notify};

use crate::sample::{ORGANISATION, at, id};

/// What an act in these tests may be refused for.
#[derive(Debug)]
enum Refused {
    ByTheCase,
    ByStorage(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Refused::ByStorage(error)
    }
}

impl Failure for Refused {
    fn storage(&self) -> Option<&Error> {
        match self {
            Refused::ByTheCase => None,
            Refused::ByStorage(error) => Some(error),
        }
    }
}

async fn take_number(conn: &mut Conn) -> Result<i64, Error> {
    series::take(conn, ORGANISATION, "case", 2026).await
}

async fn take(db: &Db) -> Result<i64, Error> {
    db.act(|mut conn| async move { take_number(&mut conn).await })
        .await
}

async fn taken(db: &Db) -> i64 {
    let next = db
        .read(|mut conn| async move { series::peek(&mut conn, ORGANISATION, "case", 2026).await })
        .await;
    next.unwrap() - 1
}

#[tokio::test]
async fn numbers_follow_each_other_without_gaps() {
    for test in databases("numbers").await {
        assert_eq!(take(&test.db).await.unwrap(), 1);
        assert_eq!(take(&test.db).await.unwrap(), 2);
        assert_eq!(taken(&test.db).await, 2);
        let after = test
            .db
            .act(|mut conn| async move { series::pass(&mut conn, ORGANISATION, "case", 2026, 7).await })
            .await
            .unwrap();
        assert_eq!(after, 8);
        let still = test
            .db
            .act(|mut conn| async move { series::pass(&mut conn, ORGANISATION, "case", 2026, 3).await })
            .await
            .unwrap();
        assert_eq!(still, 8);
        assert_eq!(take(&test.db).await.unwrap(), 8);
    }
}

#[tokio::test]
async fn a_refused_act_leaves_nothing_behind_and_gives_its_number_back() {
    for test in databases("refused").await {
        let refused: Result<(), Refused> = test
            .db
            .act(|mut conn| async move {
                take_number(&mut conn).await?;
                Err(Refused::ByTheCase)
            })
            .await;
        assert!(matches!(refused, Err(Refused::ByTheCase)));
        assert_eq!(taken(&test.db).await, 0);
        assert_eq!(take(&test.db).await.unwrap(), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn refusals_among_many_acts_at_once_touch_no_other_act() {
    for test in databases("many").await {
        let mut tasks = tokio::task::JoinSet::new();
        for index in 0..200 {
            let db = test.db.clone();
            tasks.spawn(async move {
                db.act(|mut conn| async move {
                    let number = take_number(&mut conn).await?;
                    if index % 3 == 0 {
                        return Err(Refused::ByTheCase);
                    }
                    Ok(number)
                })
                .await
                .ok()
            });
        }
        let mut numbers: Vec<i64> = tasks.join_all().await.into_iter().flatten().collect();
        numbers.sort_unstable();
        let kept = i64::try_from((0..200).filter(|index| index % 3 != 0).count()).unwrap();
        assert_eq!(numbers, (1..=kept).collect::<Vec<_>>(), "{}", test.kind);
        assert_eq!(taken(&test.db).await, kept);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_act_that_panics_is_undone_and_the_next_ones_go_on() {
    for test in databases("panic").await {
        let mut tasks = tokio::task::JoinSet::new();
        for index in 0..40 {
            let db = test.db.clone();
            tasks.spawn(async move {
                db.act(|mut conn| async move {
                    let number = take_number(&mut conn).await?;
                    assert!(index % 4 != 0, "this act panics on purpose");
                    Ok::<_, Error>(number)
                })
                .await
                .unwrap()
            });
        }
        let mut kept = 0;
        while let Some(outcome) = tasks.join_next().await {
            kept += i64::from(outcome.is_ok());
        }
        assert_eq!(kept, 30);
        assert_eq!(taken(&test.db).await, 30, "{}", test.kind);
    }
}

#[tokio::test]
async fn an_act_that_is_dropped_half_way_is_undone_and_the_next_one_goes_on() {
    for test in databases("dropped").await {
        let half_way = Arc::new(Notify::new());
        let act = tokio::spawn({
            let db = test.db.clone();
            let half_way = Arc::clone(&half_way);
            async move {
                let half_way = &half_way;
                db.act(|mut conn| async move {
                    let number = take_number(&mut conn).await?;
                    half_way.notify_one();
                    std::future::pending::<()>().await;
                    Ok::<_, Error>(number)
                })
                .await
            }
        });
        half_way.notified().await;
        act.abort();
        assert!(act.await.unwrap_err().is_cancelled());
        assert_eq!(take(&test.db).await.unwrap(), 1, "{}", test.kind);
    }
}

#[tokio::test]
async fn callers_that_leave_the_queue_do_not_hold_it_up() {
    for test in databases("leaving").await {
        let slow = tokio::spawn({
            let db = test.db.clone();
            async move {
                db.act(|mut conn| async move {
                    let number = take_number(&mut conn).await?;
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    Ok::<_, Error>(number)
                })
                .await
            }
        });
        tokio::time::sleep(Duration::from_millis(10)).await;
        for _ in 0..5 {
            let leaving = tokio::time::timeout(Duration::from_millis(2), take(&test.db)).await;
            if test.kind == "sqlite" {
                assert!(leaving.is_err(), "the one writer is busy with the slow act");
            }
        }
        let first = slow.await.unwrap().unwrap();
        assert_eq!(first, 1);
        let next = take(&test.db).await.unwrap();
        assert_eq!(taken(&test.db).await, next);
    }
}

#[tokio::test]
async fn an_act_that_keeps_its_connection_is_not_committed() {
    for test in databases("keeping").await {
        let kept = std::sync::Mutex::new(None);
        let kept = &kept;
        let outcome = test
            .db
            .act(|mut conn| async move {
                take_number(&mut conn).await?;
                *kept.lock().unwrap() = Some(conn);
                Ok::<_, Error>(())
            })
            .await;
        assert!(matches!(outcome, Err(Error::NotCommitted(_))), "{outcome:?}");
        kept.lock().unwrap().take();
        assert_eq!(take(&test.db).await.unwrap(), 1, "{}", test.kind);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_acts_that_stand_in_each_others_way_are_both_done() {
    for test in databases("deadlock").await {
        let (runs, both_hold_one) = (AtomicU32::new(0), Barrier::new(2));
        let (db, runs, both_hold_one) = (&test.db, &runs, &both_hold_one);
        let at_once = test.kind == "postgres";
        let crosswise = |first: &'static str, second: &'static str| async move {
            db.act(|mut conn| async move {
                let run = runs.fetch_add(1, Ordering::SeqCst);
                series::take(&mut conn, ORGANISATION, first, 2026).await?;
                if at_once && (1..=2).contains(&run) {
                    both_hold_one.wait().await;
                }
                series::take(&mut conn, ORGANISATION, second, 2026).await
            })
            .await
        };
        // Both rows must exist, or the two insertions would not wait for each other.
        crosswise("a", "b").await.unwrap();
        let (one, other) = tokio::join!(crosswise("a", "b"), crosswise("b", "a"));
        one.unwrap();
        other.unwrap();
        let runs = runs.load(Ordering::SeqCst);
        if at_once {
            assert!(
                runs >= 4,
                "PostgreSQL breaks one of them off, which is run again: {runs} runs"
            );
        } else {
            assert_eq!(runs, 3, "SQLite has them do one after the other");
        }
    }
}

#[tokio::test]
async fn a_look_cannot_write() {
    for test in databases("look").await {
        let outcome = test
            .db
            .read(|mut conn| async move { take_number(&mut conn).await })
            .await;
        assert!(matches!(outcome, Err(Error::Database(_))), "{outcome:?}");
        assert_eq!(taken(&test.db).await, 0);
    }
}

#[tokio::test]
async fn a_look_sees_one_moment_while_others_write() {
    for test in databases("moment").await {
        take(&test.db).await.unwrap();
        let db = &test.db;
        let (before, after) = db
            .read(|mut conn| async move {
                let before = series::peek(&mut conn, ORGANISATION, "case", 2026).await?;
                take(db).await?;
                let after = series::peek(&mut conn, ORGANISATION, "case", 2026).await?;
                Ok::<_, Error>((before, after))
            })
            .await
            .unwrap();
        assert_eq!(before, after, "{}", test.kind);
        assert_eq!(taken(&test.db).await, 2);
    }
}

#[tokio::test]
async fn what_was_kept_is_there_when_the_database_is_opened_again() {
    for test in databases("again").await {
        take(&test.db).await.unwrap();
        test.db.tend().await.unwrap();
        test.db.close().await;
        assert!(matches!(take(&test.db).await, Err(Error::Closed)));
        let again = Db::open(&test.place).await.unwrap();
        assert_eq!(again.kind(), test.kind);
        assert_eq!(taken(&again).await, 1);
        again.close().await;
    }
}

#[tokio::test]
async fn jobs_and_keys_of_an_undone_act_are_undone_with_it() {
    for test in databases("together").await {
        let job = jobs::NewJob {
            id: id(1),
            kind: "remind".to_owned(),
            payload: "{}".to_owned(),
            key: None,
            run_at: at(0),
        };
        let job = &job;
        let refused: Result<(), Refused> = test
            .db
            .act(|mut conn| async move {
                idempotency::begin(&mut conn, id(7), "key", b"body", at(0)).await?;
                jobs::enqueue(&mut conn, job).await?;
                Err(Refused::ByTheCase)
            })
            .await;
        assert!(refused.is_err());
        let (known, waiting) = test
            .db
            .act(|mut conn| async move {
                let known = idempotency::begin(&mut conn, id(7), "key", b"other", at(0)).await?;
                let waiting = jobs::waiting(&mut conn, 10).await?;
                Ok::<_, Error>((known, waiting.len()))
            })
            .await
            .unwrap();
        assert_eq!(known, idempotency::Known::Fresh);
        assert_eq!(waiting, 0);
    }
}

/// A commit fails when a promise about foreign keys, put off to the end, is not kept.
async fn break_the_commit(conn: &mut Conn) {
    if let Conn::Sqlite(lent) = conn {
        let connection: &mut sqlx::SqliteConnection = lent;
        let orphan = "pragma defer_foreign_keys = on;
            insert into session (token_hash, person_id, csrf, created_at, expires_at)
            values (x'00', x'00', '', 0, 0)";
        sqlx::raw_sql(orphan).execute(connection).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_commit_that_fails_fails_every_act_of_its_group_and_no_other() {
    for test in databases("commit").await {
        if test.kind != "sqlite" {
            continue;
        }
        let mut tasks = tokio::task::JoinSet::new();
        for index in 0..60 {
            let db = test.db.clone();
            tasks.spawn(async move {
                db.act(|mut conn| async move {
                    let number = take_number(&mut conn).await?;
                    if index == 30 {
                        break_the_commit(&mut conn).await;
                    }
                    Ok::<_, Error>((index, number))
                })
                .await
            });
        }
        let (mut kept, mut failed) = (Vec::new(), 0);
        for outcome in tasks.join_all().await {
            match outcome {
                Ok((index, number)) => {
                    assert_ne!(index, 30, "the act that broke the commit was not kept");
                    kept.push(number);
                }
                Err(_) => failed += 1,
            }
        }
        kept.sort_unstable();
        let count = i64::try_from(kept.len()).unwrap();
        assert!(failed > 1, "others shared the commit that failed");
        assert_eq!(kept, (1..=count).collect::<Vec<_>>());
        assert_eq!(taken(&test.db).await, count);
    }
}

#[tokio::test]
async fn a_new_database_may_be_opened_by_several_at_once() {
    let directory = testkit::temp_dir();
    let place = directory
        .path()
        .join("new")
        .join("book.sqlite")
        .display()
        .to_string();
    let mut opening = tokio::task::JoinSet::new();
    for _ in 0..5 {
        let place = place.clone();
        opening.spawn(async move { Db::open(&place).await.map(|db| (db.kind(), db)) });
    }
    for opened in opening.join_all().await {
        let (kind, db) = opened.unwrap();
        assert_eq!(kind, "sqlite");
        take(&db).await.unwrap();
    }
}
