//! The figures by which the handling of complaints is judged, on a story whose figures are known, and documents of an older form.

use std::collections::BTreeMap;

use app::year_book::{Compilation, Measures, Tally};
use app::{Submission, Texts, new_id};
use procedure::CorrectiveActionId;
use procedure::case::acts::{Act, OpenCorrectiveAction};
use testkit::Centre;
use testkit::centre::centres;

use crate::actions::{opened_for_case, reviewed};
use crate::deed::{answered, attempt, done};
use crate::form::{letter, phone_call};

const MARCH: &str = "2026-03-02T09:00:00+07:00";

async fn document(centre: &Centre, year: i16) -> Compilation {
    let view = centre
        .app
        .year_book(centre.now(), centre.person("so"), year)
        .await;
    view.unwrap_or_else(|error| panic!("{}: {error}", centre.kind))
        .document
}

async fn measures(centre: &Centre, year: i16) -> Measures {
    let document = document(centre, year).await;
    document.figures.measures.expect("a document of today has them")
}

fn told(tallies: &[Tally]) -> Vec<(&str, i64)> {
    tallies
        .iter()
        .map(|tally| (tally.key.as_str(), tally.cases))
        .collect()
}

/// The case leads to an action that another case had led to.
async fn leads_to(centre: &Centre, number: &str, action: CorrectiveActionId) {
    let case = centre.app.case_id(number).await.expect("it can be looked up");
    let mut texts = Texts::default();
    let act = Act::OpenCorrectiveAction(OpenCorrectiveAction {
        action,
        existing: true,
        problem: texts.add("Thiết bị hỏng lần nữa."),
        owner: centre.person("chuyenvien"),
    });
    let submission = Submission {
        case,
        key: new_id().to_string(),
        acts: vec![act],
        texts,
        ..Submission::default()
    };
    let sent = centre
        .app
        .execute(centre.now(), centre.actor("qmr"), submission)
        .await;
    sent.unwrap_or_else(|error| panic!("{}: {error}", centre.kind));
}

#[tokio::test]
async fn a_year_is_measured_by_what_was_done_in_it() {
    for centre in centres("year measures", MARCH).await {
        let centre = &centre;
        let first = letter().enter(centre, "letan").await;
        phone_call().settled().enter(centre, "letan").await;
        let again = letter().enter(centre, "letan").await;
        let conduct = phone_call()
            .settled()
            .with("name", "Lý Văn Bốn")
            .with("subjects", "staff_conduct")
            .with("persons_concerned", &centre.person("chuyenvien").to_string());
        conduct.enter(centre, "letan").await;
        let other = letter()
            .with("name", "Trần Văn Bình")
            .enter(centre, "letan")
            .await;
        answered(centre, &first).await;
        let words = [("response", "satisfied"), ("words", "Cảm ơn.")];
        done(centre, "qmr", &first, "record_response", &words).await;
        let link = [
            ("case", first.as_str()),
            ("reason", "Cùng một việc chậm kết quả."),
        ];
        done(centre, "so", &again, "link_case", &link).await;
        // A link with a case of another complainant and no unit in common says nothing of recurrence.
        let link = [("case", first.as_str()), ("reason", "Nêu trong cùng buổi họp.")];
        done(centre, "so", &other, "link_case", &link).await;
        assert_eq!(measures(centre, 2026).await.recurring, 1, "{}", centre.kind);
        let action = opened_for_case(centre, &first).await;
        centre.clock.pass_days(11);
        answered(centre, &other).await;
        let words = [("response", "rejected"), ("words", "Chưa thoả đáng.")];
        done(centre, "qmr", &other, "record_response", &words).await;
        leads_to(centre, &other, action).await;
        reviewed(centre, "not_effective").await;
        reviewed(centre, "effective").await;

        let found = measures(centre, 2026).await;
        assert_eq!(found.recurring, 2, "one by a link, one by a shared action");
        assert_eq!((found.founded, found.partly), (2, 0));
        assert_eq!((found.appeals_concluded, found.appeals_reversed), (0, 0));
        assert_eq!(
            (
                found.answered,
                found.satisfied,
                found.not_satisfied,
                found.not_said
            ),
            (4, 3, 1, 0)
        );
        assert_eq!(told(&found.effects), [("effective", 1), ("not_effective", 1)]);
        assert_eq!(found.actions_reopened, 0);
        assert_eq!(told(&found.causes), [("other_activity", 2)]);
        assert_eq!(told(&found.received_by_month), [("2026-03", 5)]);
        assert_eq!(found.days_to_answer, BTreeMap::from([(0, 3), (11, 1)]));
        assert_eq!(found.median_tenths(), Some(0));
        assert_eq!(found.open_ages, BTreeMap::from([(11, 5)]));
    }
}

#[tokio::test]
async fn the_next_year_remembers_the_months_and_what_is_still_open() {
    for centre in centres("year months", MARCH).await {
        let centre = &centre;
        phone_call().settled().enter(centre, "letan").await;
        centre
            .clock
            .set("2027-01-20T09:00:00+07:00".parse().expect("an instant"));
        let number = letter()
            .with("received_on", "19/01/2027")
            .enter(centre, "letan")
            .await;
        assert!(
            attempt(centre, "so", &number, "acknowledge", &[("words", "Đã nhận.")])
                .await
                .is_ok()
        );
        let found = measures(centre, 2027).await;
        assert_eq!(
            told(&found.received_by_month),
            [("2026-03", 1), ("2027-01", 1)],
            "{}",
            centre.kind
        );
        assert_eq!(
            found.open_ages,
            BTreeMap::from([(1, 1), (324, 1)]),
            "carried ones grow old too"
        );
        let before = measures(centre, 2026).await;
        assert_eq!(
            before.open_ages,
            BTreeMap::from([(304, 1)]),
            "at the end of the year, not today"
        );
    }
}

#[tokio::test]
async fn a_year_without_a_case_has_measures_that_are_all_zero() {
    for centre in centres("year no measures", MARCH).await {
        let found = measures(&centre, 2026).await;
        assert_eq!(found, Measures::default(), "{}", centre.kind);
        assert_eq!(found.median_tenths(), None);
    }
}

/// What a document of format 1 looked like, as its bytes were frozen.
const FORMAT_1: &str = r#"{"actions":[],"as_of":"2026-01-05T02:00:00Z","carried":[],"cases":[],"figures":{"acknowledged_due":0,"acknowledged_in_time":0,"actions_by_stage":[],"actions_opened":0,"annulled":0,"by_channel":[],"by_kind":[],"by_month":[],"by_outcome":[],"by_subject":[],"by_timeliness":[],"by_unit":[],"carried":0,"extended":0,"imported":0,"kind_timeliness":{},"numbers":0,"open_at_end":0,"received":0,"reopened":0,"settled":0,"withdrawn":0},"format":1,"later":[],"on":"2026-01-05","organisation":"Trung tâm","year":2025}"#;

#[test]
fn a_document_of_the_first_form_stays_readable_and_keeps_its_bytes() {
    let read: Compilation = serde_json::from_str(FORMAT_1).expect("an old document is read");
    assert_eq!((read.format, &read.figures.measures), (1, &None));
    assert_eq!(
        String::from_utf8(read.bytes()).unwrap(),
        FORMAT_1,
        "so its digest stands"
    );
}
