//! The calendar is entered, corrected and taken back.

use store::calendar::{CalendarDay, all_days, days, put_day, put_year, remove_day, remove_year, years};
use testkit::databases;

use crate::sample::{act, day, on};

fn off(text: &str, document: &str) -> CalendarDay {
    CalendarDay {
        day_on: on(text),
        kind: "holiday".to_owned(),
        name_vi: "Tết Nguyên đán".to_owned(),
        name_en: "Lunar New Year".to_owned(),
        document: document.to_owned(),
    }
}

#[tokio::test]
async fn days_and_years_are_kept_with_the_document_that_announced_them() {
    for test in databases("calendar").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for text in ["2026-02-18", "2026-02-16", "2026-02-17", "2027-02-05"] {
                put_day(conn, &off(text, "first")).await?;
            }
            put_day(conn, &off("2026-02-17", "second")).await?;
            put_year(conn, 2026, "first").await?;
            put_year(conn, 2026, "second").await?;
            put_year(conn, 2025, "first").await?;

            let found = days(conn, day("2026-02-16"), day("2026-02-17")).await?;
            assert_eq!(found, [off("2026-02-16", "first"), off("2026-02-17", "second")]);
            assert_eq!(all_days(conn).await?.len(), 4);
            let known: Vec<(i64, String)> = years(conn)
                .await?
                .into_iter()
                .map(|known| (known.year, known.document))
                .collect();
            assert_eq!(known, [(2025, "first".to_owned()), (2026, "second".to_owned())]);

            assert!(remove_day(conn, day("2026-02-18")).await?);
            assert!(!remove_day(conn, day("2026-02-18")).await?);
            assert!(remove_year(conn, 2025).await?);
            assert!(!remove_year(conn, 2025).await?);
            assert_eq!(all_days(conn).await?.len(), 3);
            assert_eq!(years(conn).await?.len(), 1);
            Ok(())
        })
        .await;
    }
}
