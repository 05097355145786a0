//! Cases are found by their words, with and without accents, alike on both databases.

use store::register::{Filter, Order, Page, count, page};
use store::search::{Query, is_found_by, put, remove};
use store::{Db, cases};
use testkit::databases;

use crate::sample::{act, case, case_with, look, put as put_cases, staff};

async fn write(db: &Db, ordinal: i64, text: &str) {
    act(db, |mut conn| async move {
        put(&mut conn, cases::chrono(2026, ordinal), text).await
    })
    .await;
}

async fn find(db: &Db, typed: &str) -> Vec<i64> {
    let filter = &Filter {
        words: Query::parse(typed),
        ..Filter::default()
    };
    let scope = &staff();
    let wanted = &Page {
        order: Order::Number,
        descending: true,
        after: None,
        limit: 50,
    };
    let (lines, counted) = look(db, |mut conn| async move {
        let lines = page(&mut conn, scope, filter, wanted).await?.lines;
        Ok((lines, count(&mut conn, scope, filter).await?.counted))
    })
    .await;
    assert_eq!(i64::try_from(lines.len()).unwrap(), counted);
    lines.iter().map(|line| line.row.ordinal).collect()
}

async fn sample(db: &Db) {
    let cases: Vec<_> = (1..=5).map(case).collect();
    put_cases(db, &cases).await;
    write(
        db,
        1,
        "Khiếu nại về kết quả chứng nhận QT-07-HTCL, đường Hoà Bình",
    )
    .await;
    write(db, 2, "khiêu vũ; nai tơ; đuong").await;
    write(db, 3, "KHIẾU NẠI của Đặng Văn A, hòa giải 2026-0042").await;
    write(db, 4, "Nai khieu and or not near: 'x' \"y\" % _").await;
}

#[tokio::test]
async fn words_are_found_with_and_without_accents() {
    for test in databases("accents").await {
        let db = &test.db;
        sample(db).await;
        assert_eq!(find(db, "khieu").await, [4, 3, 2, 1]);
        assert_eq!(find(db, "khiếu").await, [3, 1], "{}", test.kind);
        assert_eq!(find(db, "khiêu").await, [2]);
        assert_eq!(find(db, "khiếu nai").await, [3, 1]);
        assert_eq!(find(db, "dang van").await, [3]);
        assert_eq!(find(db, "duong").await, [2, 1]);
        assert_eq!(find(db, "đường").await, [1]);
        assert_eq!(
            find(db, "hòa").await,
            [3, 1],
            "the mark may stand on either vowel"
        );
        assert_eq!(
            find(db, "Khie\u{302}\u{301}u").await,
            [3, 1],
            "decomposed letters are the same letters"
        );
    }
}

#[tokio::test]
async fn phrases_numbers_and_beginnings_are_found() {
    for test in databases("phrases").await {
        let db = &test.db;
        sample(db).await;
        assert_eq!(find(db, "\"khieu nai\"").await, [3, 1], "{}", test.kind);
        assert_eq!(find(db, "nai khieu ").await, [4, 3, 2, 1]);
        assert_eq!(find(db, "QT-07-HTCL").await, [1]);
        assert_eq!(find(db, "07-qt").await, Vec::<i64>::new());
        assert_eq!(find(db, "2026-0042").await, [3]);
        assert_eq!(find(db, "2026-00").await, [3]);
        assert_eq!(find(db, "chu").await, [1]);
        assert_eq!(find(db, "chu ").await, Vec::<i64>::new(), "a space ends the word");
        assert_eq!(find(db, "chứ").await, [1], "a word begun with its accents");
        assert_eq!(find(db, "chú").await, Vec::<i64>::new());
        assert_eq!(find(db, "and or not").await, [4]);
        assert_eq!(find(db, "nothing").await, Vec::<i64>::new());
    }
}

#[tokio::test]
async fn a_case_is_found_by_its_new_words_and_not_by_its_old_ones() {
    for test in databases("changed").await {
        let db = &test.db;
        sample(db).await;
        write(db, 1, "hoàn toàn khác").await;
        write(db, 1, "Hoàn  toàn khác!").await;
        assert_eq!(find(db, "khiếu").await, [3]);
        assert_eq!(find(db, "hoan toan khac").await, [1]);
        let chrono = cases::chrono(2026, 1);
        let agrees = |text: &'static str| async move {
            look(db, |mut conn| async move {
                is_found_by(&mut conn, chrono, text).await
            })
            .await
        };
        assert!(agrees("HOÀN TOÀN KHÁC").await);
        assert!(!agrees("hoan toan khac").await, "{}", test.kind);
        act(db, |mut conn| async move {
            remove(&mut conn, cases::chrono(2026, 1)).await
        })
        .await;
        assert_eq!(find(db, "hoan").await, Vec::<i64>::new());
        assert!(!agrees("hoàn toàn khác").await);
        db.tend().await.unwrap();
        assert_eq!(find(db, "khiếu").await, [3], "{}", test.kind);
    }
}

#[tokio::test]
async fn protected_cases_are_not_found_by_those_who_may_not_read_them() {
    for test in databases("found").await {
        let db = &test.db;
        put_cases(db, &[case(1), case_with(2, |row| row.protected = true)]).await;
        write(db, 1, "rò rỉ thông tin").await;
        write(db, 2, "rò rỉ thông tin").await;
        assert_eq!(find(db, "rò rỉ").await, [1]);
    }
}

#[tokio::test]
async fn what_was_found_can_be_filtered_sorted_and_paged() {
    for test in databases("sorted").await {
        let db = &test.db;
        let cases: Vec<_> = (1..=9)
            .map(|ordinal| case_with(ordinal, |row| row.complainant_sort = format!("{}", 9 - ordinal)))
            .collect();
        put_cases(db, &cases).await;
        for ordinal in 1..=8 {
            write(db, ordinal, "thái độ phục vụ").await;
        }
        let scope = &staff();
        let filter = &Filter {
            year: Some(2026),
            subject: Some("certification_result".to_owned()),
            words: Query::parse("thái độ"),
            ..Filter::default()
        };
        let mut seen = Vec::new();
        let mut wanted = Page {
            order: Order::Complainant,
            descending: false,
            after: None,
            limit: 3,
        };
        loop {
            let next = &wanted;
            let found = look(db, |mut conn| async move {
                page(&mut conn, scope, filter, next).await
            })
            .await;
            assert_eq!(found.order, Order::Complainant);
            seen.extend(found.lines.iter().map(|line| line.row.ordinal));
            if !found.more {
                break;
            }
            wanted.after = found.lines.last().map(|line| line.mark.clone());
        }
        assert_eq!(seen, [8, 7, 6, 5, 4, 3, 2, 1], "{}", test.kind);
    }
}

#[tokio::test]
async fn a_text_beyond_all_measure_is_found_by_its_first_words() {
    for test in databases("measure").await {
        let db = &test.db;
        put_cases(db, &[case(1), case(2)]).await;
        let different: String = (0..60_000).map(|n| format!("{}{n} ", "ế".repeat(50))).collect();
        write(db, 1, &format!("đầu {different}")).await;
        write(db, 2, &format!("đầu {}", "lặp lại ".repeat(60_000))).await;
        assert_eq!(find(db, "đầu ").await, [2, 1], "{}", test.kind);
    }
}
