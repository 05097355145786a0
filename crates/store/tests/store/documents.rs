//! Attachments are known before they arrive and belong to one stream.

use store::documents::{Staged, abandon, attach, known, of_stream, one, stage, stored};
use store::{Conn, Error, Result, Uuid};
use testkit::databases;

use crate::sample::{act, at, id};

async fn give(conn: &mut Conn, id: Uuid, seconds: i64) -> Result<()> {
    let staged = Staged {
        id,
        file_name: "đơn khiếu nại.pdf",
        media_type: "application/octet-stream",
        staged_by: Some(self::id(7)),
        staged_at: at(seconds),
    };
    stage(conn, &staged).await
}

#[tokio::test]
async fn a_file_is_staged_stored_and_attached() {
    for test in databases("attach").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            give(conn, id(1), 0).await?;
            stored(conn, id(1), "application/pdf", 1234, &[9; 32]).await?;
            attach(conn, id(1), id(50), at(5)).await?;
            attach(conn, id(1), id(50), at(5)).await?;
            give(conn, id(2), 0).await?;
            let documents = of_stream(conn, id(50)).await?;
            assert_eq!(documents.len(), 1);
            let document = one(conn, id(1)).await?.unwrap();
            assert_eq!(document, documents[0]);
            assert_eq!(document.file_name, "đơn khiếu nại.pdf");
            assert_eq!(document.media_type, "application/pdf");
            assert_eq!(document.size, Some(1234));
            assert_eq!(document.sha256.as_deref(), Some(&[9; 32][..]));
            assert_eq!(document.attached_at.unwrap().0, at(5));
            assert!(known(conn, &[9; 32]).await?);
            assert!(!known(conn, &[8; 32]).await?);
            assert_eq!(one(conn, id(2)).await?.unwrap().sha256, None);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_file_that_is_not_stored_or_belongs_elsewhere_cannot_be_attached() {
    for test in databases("elsewhere").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            give(conn, id(1), 0).await?;
            let early = attach(conn, id(1), id(50), at(5)).await;
            assert!(matches!(early, Err(Error::Corrupt(_))), "{early:?}");
            stored(conn, id(1), "application/pdf", 1, &[9; 32]).await?;
            attach(conn, id(1), id(50), at(5)).await?;
            let elsewhere = attach(conn, id(1), id(51), at(5)).await;
            assert!(matches!(elsewhere, Err(Error::Corrupt(_))), "{elsewhere:?}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn what_was_never_attached_is_forgotten_in_time() {
    for test in databases("forgotten").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for (number, seconds) in [(1, 0), (2, 0), (3, 100)] {
                give(conn, id(number), seconds).await?;
                stored(conn, id(number), "text/plain", 1, &[9; 32]).await?;
            }
            attach(conn, id(1), id(50), at(5)).await?;
            assert_eq!(abandon(conn, at(50)).await?, 1);
            assert!(one(conn, id(1)).await?.is_some());
            assert!(one(conn, id(2)).await?.is_none());
            assert!(one(conn, id(3)).await?.is_some());
            Ok(())
        })
        .await;
    }
}
