//! Whole roads of the procedure through the one door, from the counter to the closed case, and everything stored on the way.

use app::people::NewAuthority;
use jiff::SignedDuration;
use jiff::civil::date;
use procedure::Actor;
use procedure::case::{LetterStage, Stage};
use procedure::vocabulary::SigningMode;
use testkit::Centre;
use testkit::centre::centres;

use crate::deed::{assessed, attempt, case, decided, dispatched, done, drafted, inquired, planned, stage};
use crate::form::{letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

/// Nothing is owed on a closed case, and all that is stored follows from its history.
async fn is_closed_and_sound(centre: &Centre, number: &str) {
    assert_eq!(stage(centre, number).await, Stage::Closed, "{}", centre.kind);
    let view = centre
        .app
        .case(centre.now(), centre.person("qmr"), number)
        .await
        .unwrap();
    assert_eq!(view.duties, []);
    let found = centre.app.verify(centre.now()).await.unwrap();
    assert_eq!(found.differences, [], "{}", centre.kind);
    assert_eq!((found.counted.cases, found.counted.open_cases), (1, 0));
}

#[tokio::test]
async fn a_call_that_is_explained_at_once_closes_when_the_book_and_both_reports_are_done() {
    for centre in centres("road-a", MONDAY).await {
        let number = phone_call().settled().enter(&centre, "letan").await;
        let early = attempt(&centre, "so", &number, "close", &[]).await;
        assert!(early.is_err(), "three duties are left");
        done(&centre, "so", &number, "confirm_entry", &[]).await;
        done(&centre, "letan", &number, "report_to_qmr", &[]).await;
        done(&centre, "so", &number, "report_to_unit", &[]).await;
        done(&centre, "so", &number, "close", &[]).await;
        is_closed_and_sound(&centre, &number).await;
    }
}

#[tokio::test]
async fn a_call_that_is_promised_an_answer_is_answered_by_voice() {
    for centre in centres("road-b", MONDAY).await {
        let number = phone_call().promised().enter(&centre, "letan").await;
        let direction = [("direction", "Xem sổ nhận mẫu.")];
        done(&centre, "qmr", &number, "give_direction", &direction).await;
        assessed(&centre, &number).await;
        inquired(&centre, &number).await;
        planned(&centre, &number).await;
        done(&centre, "phogiamdoc", &number, "approve_plan", &[]).await;
        decided(&centre, &number).await;
        let words = [("words", "Đã gọi điện trả lời."), ("notice_declined", "yes")];
        done(&centre, "chuyenvien", &number, "answer_by_voice", &words).await;
        let words = [("response", "satisfied"), ("words", "Cảm ơn.")];
        done(&centre, "chuyenvien", &number, "record_response", &words).await;
        done(&centre, "chuyenvien", &number, "close", &[]).await;
        is_closed_and_sound(&centre, &number).await;
    }
}

#[tokio::test]
async fn a_letter_goes_back_and_forth_and_is_signed_by_a_deputy_in_the_directors_place() {
    for centre in centres("road-c", MONDAY).await {
        let authority = NewAuthority {
            person: centre.person("phogiamdoc"),
            mode: SigningMode::Kt,
            scope: String::new(),
            from: date(2020, 1, 1),
            until: None,
            document: "QĐ 02".to_owned(),
        };
        let by = Actor::Person(centre.administrator);
        centre.app.authorise(centre.now(), by, authority).await.unwrap();

        let number = letter().enter(&centre, "letan").await;
        done(&centre, "so", &number, "acknowledge", &[("words", "Đã nhận.")]).await;
        assessed(&centre, &number).await;
        inquired(&centre, &number).await;
        planned(&centre, &number).await;
        let reason = [("reason", "Nêu rõ thời gian.")];
        done(&centre, "giamdoc", &number, "return_plan", &reason).await;
        planned(&centre, &number).await;
        done(&centre, "giamdoc", &number, "approve_plan", &[]).await;
        decided(&centre, &number).await;
        drafted(&centre, &number, "phogiamdoc").await;
        let reason = [("reason", "Thêm căn cứ.")];
        done(&centre, "phogiamdoc", &number, "return_letter", &reason).await;
        drafted(&centre, &number, "phogiamdoc").await;
        dispatched(&centre, &number, "phogiamdoc").await;

        let state = case(&centre, &number).await;
        let sent = state.round.letters.last().unwrap();
        assert_eq!(sent.stage(), LetterStage::Dispatched);
        assert_eq!(sent.signed.as_ref().unwrap().mode, SigningMode::Kt);
        let pairs = [("delivery", "delivered"), ("delivered_on", "2026-03-02")];
        done(&centre, "vanthu", &number, "record_delivery", &pairs).await;
        centre.clock.pass(SignedDuration::from_hours(24 * 30));
        assert_eq!(centre.app.lapse_all(centre.now()).await.unwrap(), 1);
        done(&centre, "so", &number, "close", &[]).await;
        is_closed_and_sound(&centre, &number).await;
    }
}
