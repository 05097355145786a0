//! Files are complete and named after their content, or not there at all.

use jiff::{SignedDuration, Timestamp};
use store::blobs::Blobs;
use store::documents::{self, Staged};
use store::{Db, Uuid};
use testkit::databases;
use tokio::io::AsyncReadExt;

use crate::sample::{act, at, id};

/// SHA-256 of `Đơn khiếu nại`, computed elsewhere.
const DIGEST: &str = "84938b0561eb94f11333a2f6e495c2e31871fff943d1742718131b6117dcd669";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn stage(db: &Db, id: Uuid) {
    act(db, |mut conn| async move {
        let staged = Staged {
            id,
            file_name: "đơn.txt",
            media_type: "application/octet-stream",
            staged_by: None,
            staged_at: at(0),
        };
        documents::stage(&mut conn, &staged).await
    })
    .await;
}

async fn give(db: &Db, blobs: &Blobs, id: Uuid, text: &str) -> [u8; 32] {
    stage(db, id).await;
    let mut arriving = blobs.receive(id).await.unwrap();
    for piece in text.as_bytes().chunks(5) {
        arriving.write(piece).await.unwrap();
    }
    assert_eq!(usize::try_from(arriving.size()).unwrap(), text.len());
    let stored = arriving.finish().await.unwrap();
    let known = &stored;
    act(db, |mut conn| async move {
        documents::stored(&mut conn, id, "text/plain", known.size, &known.sha256).await
    })
    .await;
    stored.sha256
}

/// An instant by which every file of this test is old.
fn later() -> Timestamp {
    Timestamp::try_from(std::time::UNIX_EPOCH).unwrap() + SignedDuration::from_hours(24 * 365 * 200)
}

#[tokio::test]
async fn bytes_come_back_and_equal_bytes_are_kept_once() {
    for test in databases("blobs").await {
        let blobs = Blobs::open(test.directory().join("files")).await.unwrap();
        let first = give(&test.db, &blobs, id(1), "Đơn khiếu nại").await;
        let second = give(&test.db, &blobs, id(2), "Đơn khiếu nại").await;
        assert_eq!(first, second);
        assert_eq!(hex(&first), DIGEST);
        let mut text = String::new();
        blobs
            .read(&first)
            .await
            .unwrap()
            .read_to_string(&mut text)
            .await
            .unwrap();
        assert_eq!(text, "Đơn khiếu nại");
        assert!(blobs.read(&[0; 32]).await.is_err());
        assert!(blobs.read(&[]).await.is_err());
    }
}

#[tokio::test]
async fn the_sweep_takes_what_nobody_attached_and_nothing_else() {
    for test in databases("sweep").await {
        let db = &test.db;
        let blobs = Blobs::open(test.directory().join("files")).await.unwrap();
        let attached = give(db, &blobs, id(1), "attached").await;
        let shared = give(db, &blobs, id(2), "attached").await;
        let forgotten = give(db, &blobs, id(3), "forgotten").await;
        assert_eq!(attached, shared);
        act(db, |mut conn| async move {
            documents::attach(&mut conn, id(1), id(9), at(1)).await
        })
        .await;
        let mut broken_off = blobs.receive(id(4)).await.unwrap();
        broken_off.write(b"half").await.unwrap();
        drop(broken_off);
        let given_up = blobs.receive(id(5)).await.unwrap();
        given_up.abandon().await.unwrap();

        assert_eq!(blobs.sweep(db, at(0)).await.unwrap(), 0, "nothing is old enough");
        assert!(blobs.read(&forgotten).await.is_ok());
        assert_eq!(blobs.sweep(db, later()).await.unwrap(), 2, "{}", test.kind);
        assert!(blobs.read(&attached).await.is_ok());
        assert!(blobs.read(&forgotten).await.is_err());
        assert_eq!(blobs.sweep(db, later()).await.unwrap(), 0);
    }
}
