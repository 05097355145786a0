//! A case is written down as it stands, and only what changed is written.

use std::collections::BTreeSet;

use store::cases::{
    BLOCKED, CasePerson, by_number, chrono, open, ordinals, record, row_of, rows_of, state, subjects_of,
    years,
};
use testkit::databases;

use crate::sample::{act, case, case_with, id, look, on, put};

#[tokio::test]
async fn a_case_comes_back_as_it_was_written() {
    for test in databases("case").await {
        let mut written = case_with(42, |row| {
            row.unit_id = Some(id(5));
            row.answered_on = Some(on("2026-03-20"));
            row.closed_on = Some(on("2026-03-21"));
            row.outcome = Some("founded".to_owned());
            row.severity = Some("high".to_owned());
            row.safety = true;
            row.extended = true;
        });
        written.people = BTreeSet::from([CasePerson {
            person_id: id(7),
            part: BLOCKED.to_owned(),
        }]);
        put(&test.db, std::slice::from_ref(&written)).await;
        let key = written.row.id;
        let found = look(&test.db, |mut conn| async move { record(&mut conn, key).await }).await;
        assert_eq!(found.as_ref(), Some(&written), "{}", test.kind);

        written.row.version = 2;
        written.state = r#"{"stage":"closed"}"#.to_owned();
        put(&test.db, std::slice::from_ref(&written)).await;
        let found = look(&test.db, |mut conn| async move { record(&mut conn, key).await }).await;
        assert_eq!(found.as_ref(), Some(&written), "only the state changed");

        written.row.stage = "closed".to_owned();
        written.row.complainant_name = "Trần Đức".to_owned();
        written.subjects = BTreeSet::from(["conduct".to_owned(), "other".to_owned()]);
        written.people.clear();
        put(&test.db, std::slice::from_ref(&written)).await;
        let found = look(&test.db, |mut conn| async move { record(&mut conn, key).await }).await;
        assert_eq!(
            found.as_ref(),
            Some(&written),
            "the line, its subjects and its people changed"
        );
    }
}

#[tokio::test]
async fn a_case_is_found_by_its_number_and_by_its_id() {
    for test in databases("number").await {
        let written = case(7);
        put(&test.db, std::slice::from_ref(&written)).await;
        let (found, nothing, version) = look(&test.db, |mut conn| async move {
            let found = by_number(&mut conn, "2026-0007").await?;
            let nothing = row_of(&mut conn, id(1)).await?;
            let version = state(&mut conn, found.unwrap()).await?;
            Ok((found, nothing, version))
        })
        .await;
        assert_eq!(found, Some(written.row.id));
        assert_eq!(nothing, None);
        assert_eq!(version, Some((1, written.state)));
    }
}

#[tokio::test]
async fn a_number_is_given_once() {
    for test in databases("once").await {
        put(&test.db, &[case(7)]).await;
        let mut other = case(7);
        other.row.id = id(99);
        let other = &other;
        let outcome = test
            .db
            .act(|mut conn| async move { store::cases::put(&mut conn, other).await })
            .await;
        assert!(matches!(outcome, Err(store::Error::Taken(_))), "{outcome:?}");
    }
}

#[tokio::test]
async fn open_cases_and_numbers_are_walked_through_in_order() {
    for test in databases("walk").await {
        let closed = case_with(2, |row| row.closed_on = Some(on("2026-03-20")));
        let annulled = case_with(4, |row| row.annulled = true);
        let imported = case_with(5, |row| row.imported = true);
        let earlier = case_with(1, |row| {
            row.year = 2025;
            row.id = id(2025);
            row.number = "2025-0001".to_owned();
        });
        put(&test.db, &[case(1), closed, case(3), annulled, imported, earlier]).await;
        act(&test.db, |mut conn| async move {
            let first = open(&mut conn, None, 2).await?;
            let seen: Vec<i64> = first.iter().map(|(_, chrono)| *chrono).collect();
            assert_eq!(seen, [chrono(2025, 1), chrono(2026, 1)]);
            let rest = open(&mut conn, Some(seen[1]), 9).await?;
            assert_eq!(rest, [(case(3).row.id, chrono(2026, 3))]);
            assert_eq!(ordinals(&mut conn, 2026, 0, 3).await?, [1, 2, 3]);
            assert_eq!(ordinals(&mut conn, 2026, 3, 3).await?, [4, 5]);
            assert_eq!(years(&mut conn).await?, [2026, 2025]);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn the_lines_and_subjects_of_many_cases_are_read_at_once() {
    for test in databases("many").await {
        let cases: Vec<_> = (1..=600).map(case).collect();
        put(&test.db, &cases).await;
        let mut ids: Vec<_> = cases.iter().map(|record| record.row.id).collect();
        ids.reverse();
        ids.push(id(1));
        let ids = &ids;
        let (rows, subjects) = look(&test.db, |mut conn| async move {
            Ok((rows_of(&mut conn, ids).await?, subjects_of(&mut conn, ids).await?))
        })
        .await;
        let written: Vec<_> = cases.iter().map(|record| record.row.clone()).collect();
        assert_eq!(rows, written, "{}", test.kind);
        assert_eq!(subjects.len(), 600);
        assert_eq!(subjects[&cases[7].row.id], cases[7].subjects);
        let nothing = look(&test.db, |mut conn| async move { rows_of(&mut conn, &[]).await }).await;
        assert_eq!(nothing, []);
    }
}
