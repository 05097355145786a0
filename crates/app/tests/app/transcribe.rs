//! An old book enters the book: its numbers, words and figures, all of it or nothing, once.

use std::collections::{BTreeMap, BTreeSet};

use app::Error;
use app::transcribe::{OldBook, OldRecord};
use jiff::civil::{Date, date};
use procedure::Actor;
use procedure::case::refusal::{Invalid, Problem};
use procedure::case::{ActKind, Stage};
use procedure::vocabulary::{Channel, Kind, Subject};
use store::register::{Filter, Order, Page};
use store::search::Query;
use testkit::Centre;
use testkit::centre::centres;

use crate::deed::case;
use crate::form::letter;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

fn old(received_on: Date, summary: &str) -> OldRecord {
    OldRecord {
        received_on,
        kind: Kind::Complaint,
        channel: Channel::Letter,
        subjects: BTreeSet::from([Subject::OtherActivity]),
        unit: Some(" cntt ".to_owned()),
        complainant: Some("Công ty Đường Sắt".to_owned()),
        summary: summary.to_owned(),
        limit_on: None,
        answered_on: None,
        closed_on: None,
        flags: Vec::new(),
        source: vec![
            ("Nội dung".to_owned(), summary.to_owned()),
            ("Ghi chú".to_owned(), "dòng một\ndòng hai".to_owned()),
        ],
    }
}

fn book() -> OldBook {
    let mut late = old(date(2019, 5, 2), "Trả lời chậm");
    late.answered_on = Some(date(2019, 7, 1));
    late.limit_on = Some(date(2019, 6, 3));
    late.closed_on = Some(date(2019, 7, 2));
    late.flags = vec!["summary-empty".to_owned()];
    let records = vec![
        old(date(2020, 1, 5), "Sang năm"),
        late,
        old(date(2019, 3, 4), "Đứng trước trong năm"),
    ];
    OldBook::of(b"a file", records)
}

async fn found(centre: &Centre, words: &str) -> Vec<String> {
    let scope = centre
        .app
        .scope(centre.now(), centre.person("qmr"))
        .await
        .unwrap();
    let filter = Filter {
        words: Query::parse(words),
        ..Filter::default()
    };
    let page = Page {
        order: Order::Number,
        descending: false,
        after: None,
        limit: 20,
    };
    let (scope, filter, page) = (&scope, &filter, &page);
    let lines = centre
        .db()
        .read(|mut conn| async move { store::register::page(&mut conn, scope, filter, page).await })
        .await;
    lines
        .unwrap()
        .lines
        .into_iter()
        .map(|line| line.row.number)
        .collect()
}

#[tokio::test]
async fn an_old_book_goes_on_where_each_year_ends_in_the_order_of_receipt() {
    for centre in centres("old-book", MONDAY).await {
        letter().enter(&centre, "letan").await;
        let by = Actor::Person(centre.administrator);
        let imported = centre.app.import(centre.now(), by, book()).await.unwrap();
        assert_eq!((imported.records, imported.flagged), (3, 1), "{}", centre.kind);
        assert_eq!(imported.years, BTreeMap::from([(2019, (1, 2)), (2020, (1, 1))]));

        let late = case(&centre, "2019-0002").await;
        assert_eq!(
            (late.received_on, late.stage()),
            (date(2019, 5, 2), Stage::Closed)
        );
        let view = centre
            .app
            .case(centre.now(), centre.person("qmr"), "2019-0002")
            .await
            .unwrap();
        assert_eq!((view.row.imported, view.duties.len()), (true, 0));
        assert_eq!(view.row.summary, "Trả lời chậm");
        assert_eq!(
            view.row.unit_id,
            Some(centre.units[0].0),
            "the unit is known by its code"
        );
        assert_eq!(view.complainant().unwrap().name, "Công ty Đường Sắt");
        let kept = "Nội dung: Trả lời chậm\nGhi chú: dòng một\n    dòng hai";
        assert!(
            view.texts.values().any(|text| text == kept),
            "every column, word for word"
        );
        // Whoever reopens declares an interest or none first.
        assert!(view.may(ActKind::DeclareInterest) && !view.may(ActKind::Acknowledge));

        assert_eq!(
            found(&centre, "duong sat").await,
            ["2019-0001", "2019-0002", "2020-0001"]
        );
        assert_eq!(found(&centre, "dòng hai").await.len(), 3);
        let verified = centre.app.verify(centre.now()).await.unwrap();
        assert_eq!(verified.differences, []);
        assert_eq!(verified.years, BTreeMap::from([(2019, 2), (2020, 1), (2026, 1)]));

        let second = OldBook::of(b"another file", vec![old(date(2019, 1, 1), "Sổ thứ hai")]);
        let imported = centre.app.import(centre.now(), by, second).await.unwrap();
        assert_eq!(imported.years, BTreeMap::from([(2019, (3, 3))]));
    }
}

#[tokio::test]
async fn the_same_file_is_taken_in_once_and_a_broken_one_not_at_all() {
    for centre in centres("old-once", MONDAY).await {
        let (now, by) = (centre.now(), Actor::Person(centre.administrator));
        let denied = centre.app.import(now, centre.actor("qmr"), book()).await;
        assert!(matches!(denied, Err(Error::Denied)), "{}", centre.kind);

        // The third record cannot be stored, so the two before it are not there either.
        let mut broken = book();
        broken.records[0].summary = "x\0".repeat(3);
        if centre.kind == "postgres" {
            let outcome = centre.app.import(now, by, broken).await;
            assert!(matches!(outcome, Err(Error::Storage(_))), "{outcome:?}");
            let verified = centre.app.verify(now).await.unwrap();
            assert_eq!((verified.counted.cases, verified.differences.len()), (0, 0));
        }
        centre.app.import(now, by, book()).await.unwrap();
        let again = centre.app.import(now, by, book()).await;
        let Err(Error::Invalid(problems)) = again else {
            panic!("{again:?}")
        };
        assert_eq!(problems, [Invalid::new("file", Problem::AlreadyUsed)]);
        assert_eq!(centre.app.verify(now).await.unwrap().counted.cases, 3);
    }
}

#[tokio::test]
async fn an_old_record_is_reopened_like_any_case_and_then_has_duties() {
    for centre in centres("old-reopened", MONDAY).await {
        let (now, by) = (centre.now(), Actor::Person(centre.administrator));
        centre.app.import(now, by, book()).await.unwrap();
        let pairs = [("ground", "our_error"), ("reason", "Chưa từng được trả lời.")];
        crate::deed::done(&centre, "qmr", "2019-0002", "reopen", &pairs).await;
        let reopened = case(&centre, "2019-0002").await;
        assert_eq!(reopened.limit_on(), date(2026, 4, 1), "{}", centre.kind);
        let view = centre
            .app
            .case(now, centre.person("qmr"), "2019-0002")
            .await
            .unwrap();
        assert!(!view.duties.is_empty());
        assert_eq!(centre.app.verify(now).await.unwrap().differences, []);
    }
}
