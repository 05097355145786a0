//! Corrective actions and year books as they stand.

use store::corrective_actions::{
    ActionRow, Filter, by_number, cases_of, link, list, of_case, open, page, put, row_of, state,
};
use store::year_books::{self, YearBookRow};
use testkit::databases;

use crate::sample::{act, case, id, look, on, put as put_cases};

fn action(ordinal: i64) -> ActionRow {
    ActionRow {
        id: id(ordinal.unsigned_abs().into()),
        year: 2026,
        ordinal,
        number: format!("KP-2026-{ordinal:04}"),
        version: 1,
        stage: "analysis".to_owned(),
        owner_id: None,
        due_on: None,
        opened_on: on("2026-03-02"),
        closed_on: None,
        summary: "Rò rỉ thông tin".to_owned(),
    }
}

#[tokio::test]
async fn a_corrective_action_comes_back_as_it_was_written_last() {
    for test in databases("action").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            for ordinal in 1..=3 {
                put(conn, &action(ordinal), "{}").await?;
            }
            let mut closed = action(2);
            closed.version = 5;
            closed.stage = "closed".to_owned();
            closed.owner_id = Some(id(7));
            closed.due_on = Some(on("2026-05-01"));
            closed.closed_on = Some(on("2026-04-01"));
            put(conn, &closed, r#"{"n":1}"#).await?;

            assert_eq!(row_of(conn, id(2)).await?, Some(closed.clone()));
            assert_eq!(state(conn, id(2)).await?, Some((5, r#"{"n":1}"#.to_owned())));
            assert_eq!(by_number(conn, "KP-2026-0003").await?, Some(id(3)));
            assert_eq!(list(conn, None, 2).await?, [action(3), closed]);
            assert_eq!(list(conn, Some(action(2).chrono()), 2).await?, [action(1)]);
            let still = open(conn, None, 9).await?;
            assert_eq!(still, [(id(1), action(1).chrono()), (id(3), action(3).chrono())]);
            assert_eq!(open(conn, Some(action(1).chrono()), 9).await?, still[1..]);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn cases_and_corrective_actions_find_each_other() {
    for test in databases("link").await {
        put_cases(&test.db, &[case(1), case(2)]).await;
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let (one, other) = (case(1).row, case(2).row);
            put(conn, &action(1), "{}").await?;
            put(conn, &action(2), "{}").await?;
            link(conn, other.id, id(1)).await?;
            link(conn, one.id, id(2)).await?;
            link(conn, one.id, id(1)).await?;
            link(conn, one.id, id(1)).await?;
            assert_eq!(of_case(conn, one.id).await?, [action(1), action(2)]);
            let cases = [(one.id, one.number), (other.id, other.number)];
            assert_eq!(cases_of(conn, id(1)).await?, cases);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_year_has_one_book() {
    for test in databases("year book").await {
        act(&test.db, |mut conn| async move {
            let conn = &mut conn;
            let mut book = YearBookRow {
                id: id(1),
                year: 2026,
                version: 1,
                stage: "compiled".to_owned(),
                frozen_digest: None,
            };
            year_books::put(conn, &book, "{}").await?;
            book.version = 2;
            book.frozen_digest = Some("ab".to_owned());
            year_books::put(conn, &book, r#"{"frozen":true}"#).await?;
            assert_eq!(year_books::of_year(conn, 2026).await?, Some(book.clone()));
            assert_eq!(year_books::of_year(conn, 2025).await?, None);
            assert_eq!(year_books::all(conn).await?, [book]);
            let state = year_books::state(conn, id(1)).await?;
            assert_eq!(state, Some((2, r#"{"frozen":true}"#.to_owned())));
            Ok(())
        })
        .await;
        let second = YearBookRow {
            id: id(2),
            year: 2026,
            version: 1,
            stage: "compiled".to_owned(),
            frozen_digest: None,
        };
        let second = &second;
        let taken = test
            .db
            .act(|mut conn| async move { year_books::put(&mut conn, second, "{}").await })
            .await;
        assert!(matches!(taken, Err(store::Error::Taken(_))), "{taken:?}");
    }
}

#[tokio::test]
async fn what_is_due_first_stands_first_and_what_is_owed_no_more_last() {
    for test in databases("action page").await {
        let rows = [
            (1, Some("2026-05-01"), "open"),
            (2, None, "closed"),
            (3, Some("2026-03-01"), "planned"),
            (4, None, "closed"),
            (5, Some("2026-05-01"), "open"),
        ];
        act(&test.db, |mut conn| async move {
            for (ordinal, due, stage) in rows {
                let row = ActionRow {
                    due_on: due.map(on),
                    stage: stage.to_owned(),
                    owner_id: (ordinal == 3).then_some(id(7)),
                    ..action(ordinal)
                };
                put(&mut conn, &row, "{}").await?;
            }
            Ok(())
        })
        .await;
        let find = async |filter: Filter, limit: i64| {
            let mut found: Vec<i64> = Vec::new();
            let mut after = None;
            loop {
                let (filter, place) = (filter.clone(), after.clone());
                let rows = look(&test.db, |mut conn| async move {
                    page(&mut conn, &filter, place.as_ref(), limit).await
                });
                let rows = rows.await;
                let Some(last) = rows.last() else { return found };
                after = Some(last.mark());
                found.extend(rows.iter().map(|row| row.ordinal));
            }
        };
        for limit in [1, 2, 50] {
            let all = find(Filter::default(), limit).await;
            assert_eq!(all, [3, 5, 1, 4, 2], "{} {limit}", test.kind);
        }
        let stage = Some("open".to_owned());
        assert_eq!(
            find(
                Filter {
                    stage,
                    ..Filter::default()
                },
                1
            )
            .await,
            [5, 1]
        );
        let overdue_on = Some(crate::sample::day("2026-05-01"));
        assert_eq!(
            find(
                Filter {
                    overdue_on,
                    ..Filter::default()
                },
                9
            )
            .await,
            [3]
        );
        let owner = Some(id(7));
        assert_eq!(
            find(
                Filter {
                    owner,
                    ..Filter::default()
                },
                9
            )
            .await,
            [3]
        );
    }
}
