//! The organisation is set up once and changed by one at a time.

use store::Error;
use store::organisation::{Organisation, Unit, insert, put_unit, set_up_at, the_one, units, update};
use testkit::databases;

use crate::sample::{ORGANISATION, act, at, id};

fn centre() -> Organisation {
    Organisation {
        id: ORGANISATION,
        name: "Trung tâm Chứng nhận".to_owned(),
        parent_name: "Sở Khoa học và Công nghệ".to_owned(),
        place: "Hà Nội".to_owned(),
        symbol: "TTCN".to_owned(),
        zone: "Asia/Ho_Chi_Minh".to_owned(),
        settings: "{}".to_owned(),
        version: 1,
    }
}

#[tokio::test]
async fn of_two_who_change_the_settings_the_second_is_told() {
    for test in databases("organisation").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            assert_eq!(the_one(conn).await?, None);
            assert_eq!(set_up_at(conn).await?, None);
            insert(conn, &centre(), at(0)).await?;
            assert_eq!(the_one(conn).await?, Some(centre()));
            assert_eq!(set_up_at(conn).await?, Some(at(0)));
            let mut changed = centre();
            changed.settings = r#"{"acknowledge":3}"#.to_owned();
            update(conn, &changed).await?;
            changed.version = 2;
            assert_eq!(the_one(conn).await?, Some(changed));
            let stale = update(conn, &centre()).await;
            assert!(
                matches!(
                    stale,
                    Err(Error::Conflict {
                        expected: 1,
                        found: 2,
                        ..
                    })
                ),
                "{stale:?}"
            );
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn units_are_entered_renamed_and_closed() {
    for test in databases("units").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let unit = |number, code: &str| Unit {
                id: id(number),
                code: code.to_owned(),
                name: String::new(),
                active: true,
            };
            put_unit(conn, &unit(1, "HCTH")).await?;
            put_unit(conn, &unit(2, "CNTT")).await?;
            let closed = Unit {
                name: "Hành chính tổng hợp".to_owned(),
                active: false,
                ..unit(1, "HCTH")
            };
            put_unit(conn, &closed).await?;
            assert_eq!(units(conn).await?, [unit(2, "CNTT"), closed]);
            Ok(())
        })
        .await;
    }
}
