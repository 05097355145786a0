//! An act is done once, however often it is sent.

use store::idempotency::{Known, begin, finish, forget, release};
use testkit::databases;

use crate::sample::{act, at, id};

#[tokio::test]
async fn a_key_is_fresh_then_done_and_never_another_acts() {
    for test in databases("key").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            assert_eq!(begin(conn, id(7), "key", b"body", at(0)).await?, Known::Fresh);
            finish(conn, id(7), "key", "2026-0042").await
        })
        .await;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let again = begin(conn, id(7), "key", b"body", at(5)).await?;
            assert_eq!(again, Known::Done("2026-0042".to_owned()), "the same act");
            assert_eq!(begin(conn, id(7), "key", b"other", at(5)).await?, Known::Other);
            assert_eq!(begin(conn, id(8), "key", b"other", at(5)).await?, Known::Fresh);
            finish(conn, id(8), "key", "").await?;
            assert_eq!(forget(conn, at(1)).await?, 1);
            assert_eq!(begin(conn, id(7), "key", b"other", at(5)).await?, Known::Fresh);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_key_is_given_back_only_while_it_has_no_outcome() {
    for test in databases("key given back").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            begin(conn, id(7), "nothing", b"body", at(0)).await?;
            finish(conn, id(7), "nothing", "").await?;
            begin(conn, id(7), "done", b"body", at(0)).await?;
            finish(conn, id(7), "done", "2026-0042").await?;
            release(conn, id(8), "nothing").await?;
            let kept = begin(conn, id(7), "nothing", b"body", at(1)).await?;
            assert_eq!(kept, Known::Done(String::new()), "another's key");
            for key in ["nothing", "done"] {
                release(conn, id(7), key).await?;
            }
            assert_eq!(
                begin(conn, id(7), "nothing", b"other", at(1)).await?,
                Known::Fresh
            );
            assert_eq!(begin(conn, id(7), "done", b"other", at(1)).await?, Known::Other);
            finish(conn, id(7), "nothing", "").await
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_send_the_same_act_at_once_one_does_it() {
    for test in databases("double click").await {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..12 {
            let db = test.db.clone();
            tasks.spawn(async move {
                db.act(|mut conn| async move {
                    let known = begin(&mut conn, id(7), "key", b"body", at(0)).await?;
                    if known == Known::Fresh {
                        finish(&mut conn, id(7), "key", "done").await?;
                    }
                    Ok::<_, store::Error>(known)
                })
                .await
                .unwrap()
            });
        }
        let known = tasks.join_all().await;
        let fresh = known.iter().filter(|known| **known == Known::Fresh).count();
        let done = known
            .iter()
            .filter(|known| **known == Known::Done("done".to_owned()))
            .count();
        assert_eq!((fresh, done), (1, 11), "{}", test.kind);
    }
}
