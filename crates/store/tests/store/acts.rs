//! Acts are kept whole or not at all, whatever happens to them or to those beside them.

use store::{Db, Error, Uuid, series};
use testkit::databases;

const ORGANISATION: Uuid = Uuid::from_u128(1);

async fn next(db: &Db) -> i64 {
    db.read(|mut conn| async move { series::peek(&mut conn, ORGANISATION, "case", 2026).await })
        .await
        .unwrap()
}

async fn take(db: &Db) -> Result<i64, Error> {
    db.act(|mut conn| async move { series::take(&mut conn, ORGANISATION, "case", 2026).await })
        .await
}

#[tokio::test]
async fn numbers_follow_each_other_without_gaps() {
    for test in databases("numbers").await {
        assert_eq!(take(&test.db).await.unwrap(), 1);
        assert_eq!(take(&test.db).await.unwrap(), 2);
        assert_eq!(next(&test.db).await, 3);
    }
}
