//! Papers wait, are claimed under a lease, tell how far they are, and are found again by whoever asked.

use store::papers::{ask, claim, finish, forget, of_person, one, progress};
use testkit::databases;

use crate::sample::{act, at, id};

#[tokio::test]
async fn a_paper_is_claimed_once_told_of_and_finished() {
    for test in databases("papers").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            ask(conn, id(1), id(7), "first", "vi", at(10)).await?;
            ask(conn, id(2), id(7), "second", "en", at(11)).await?;
            let first = claim(conn, at(20), at(30)).await?.unwrap();
            assert_eq!(
                (first.id, first.attempts),
                (id(1), 1),
                "the one that waits longest"
            );
            progress(conn, id(1), 3, 9, at(40)).await?;
            let second = claim(conn, at(21), at(31)).await?.unwrap();
            assert_eq!(second.id, id(2), "the first is leased");
            assert_eq!(claim(conn, at(22), at(32)).await?, None);
            assert_eq!(
                claim(conn, at(31), at(50)).await?.map(|it| it.id),
                Some(id(2)),
                "its lease ran out"
            );
            let told = one(conn, id(1)).await?.unwrap();
            assert_eq!(
                (told.done, told.whole),
                (3, 9),
                "progress prolonged the lease of the first"
            );
            finish(conn, id(1), at(45), Ok(id(99))).await?;
            finish(conn, id(2), at(46), Err("why")).await?;
            let papers = of_person(conn, id(7), 10).await?;
            let told: Vec<_> = papers
                .iter()
                .map(|it| (it.id, it.document_id, it.failure.as_deref()))
                .collect();
            assert_eq!(told, [(id(2), None, Some("why")), (id(1), Some(id(99)), None)]);
            assert_eq!(claim(conn, at(90), at(99)).await?, None, "both are finished");
            assert_eq!(of_person(conn, id(8), 10).await?, [], "another's");
            forget(conn, at(11)).await?;
            assert_eq!(of_person(conn, id(7), 10).await?.len(), 1, "asked for since");
            Ok(())
        })
        .await;
    }
}
