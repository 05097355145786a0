//! Texts are erased for good, and only once.

use store::texts::{erase, insert, of_stream, one};
use testkit::databases;

use crate::sample::{act, at, id};

#[tokio::test]
async fn a_text_is_kept_with_its_salt_until_both_are_erased() {
    for test in databases("texts").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            insert(conn, id(2), id(50), b"salt", "Ông ấy nói…").await?;
            insert(conn, id(1), id(50), b"salt", "").await?;
            insert(conn, id(3), id(51), b"salt", "elsewhere").await?;
            let text = one(conn, id(2)).await?.unwrap();
            assert_eq!(text.body.as_deref(), Some("Ông ấy nói…"));
            assert_eq!(text.salt.as_deref(), Some(&b"salt"[..]));
            let ids: Vec<_> = of_stream(conn, id(50))
                .await?
                .into_iter()
                .map(|text| text.id)
                .collect();
            assert_eq!(ids, [id(1), id(2)]);
            assert!(erase(conn, id(2), at(5)).await?);
            assert!(!erase(conn, id(2), at(6)).await?);
            let erased = one(conn, id(2)).await?.unwrap();
            assert_eq!((erased.salt, erased.body), (None, None));
            assert_eq!(erased.erased_at.unwrap().0, at(5));
            assert_eq!(one(conn, id(9)).await?, None);
            Ok(())
        })
        .await;
    }
}
