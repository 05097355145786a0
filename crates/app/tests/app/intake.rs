//! A case is written down in one sitting, by its road, whole or not at all; and whatever is wrong with the form is told at once.

use app::Error;
use app::intake::usual_reply_day;
use app::view::CaseView;
use jiff::civil::{Date, date};
use procedure::case::Why;
use procedure::vocabulary::{Bar, Kind};
use procedure::{ActKind, Rule};
use testkit::Centre;
use testkit::centre::centres;

use crate::form::{letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

async fn seen(centre: &Centre, who: &str, number: &str) -> CaseView {
    let view = centre.app.case(centre.now(), centre.person(who), number).await;
    view.expect("the case is there to see")
}

/// Which acts are owed, each once, by name.
fn owed(view: &CaseView) -> Vec<ActKind> {
    let mut acts: Vec<ActKind> = view.duties.iter().map(|duty| duty.act).collect();
    acts.sort();
    acts.dedup();
    acts
}

#[tokio::test]
async fn a_spoken_case_is_settled_on_the_spot_and_waits_for_the_register_officer() {
    for centre in centres("settled", MONDAY).await {
        let number = phone_call().settled().enter(&centre, "letan").await;
        assert_eq!(number, "2026-0001");
        let view = seen(&centre, "letan", &number).await;
        assert!(
            view.case.is_settled() && view.case.awaits_confirmation(),
            "{}",
            centre.kind
        );
        let left = [ActKind::ConfirmEntry, ActKind::ReportToQmr, ActKind::ReportToUnit];
        assert_eq!(owed(&view), left);
        let said = view.case.round.settlement.as_ref().expect("it was settled");
        assert_eq!(view.text(&said.said.satisfaction), "Tôi hiểu rồi, cảm ơn.");
        assert_eq!(view.row.complainant_name, "Nguyễn Thị Lan");
    }
}

#[tokio::test]
async fn the_register_officer_s_own_settlement_needs_no_confirmation() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let number = phone_call().settled().enter(&centre, "so").await;
    let view = seen(&centre, "so", &number).await;
    assert_eq!(owed(&view), [ActKind::ReportToQmr, ActKind::ReportToUnit]);
}

#[tokio::test]
async fn a_promised_reply_is_entered_with_the_report_to_qmr() {
    for centre in centres("promised", MONDAY).await {
        let form = phone_call().promised().with("note", "Khách hàng rất bức xúc.");
        let number = form.enter(&centre, "letan").await;
        let view = seen(&centre, "giamdoc", &number).await;
        let (_, promise) = view.case.round.promise.as_ref().expect("a reply was promised");
        assert_eq!(promise.reply_by, Some(date(2026, 3, 9)));
        let owed = owed(&view);
        assert!(owed.contains(&ActKind::GiveDirection), "{owed:?}");
        for done in [ActKind::Promise, ActKind::ReportToQmr, ActKind::Acknowledge] {
            assert!(!owed.contains(&done), "{} {done:?}", centre.kind);
        }
        let said: Vec<&String> = view.texts.values().collect();
        assert!(said.iter().any(|text| *text == "Khách hàng rất bức xúc."));
    }
}

#[tokio::test]
async fn without_a_way_to_tell_there_is_a_reason_and_no_promised_day() {
    let centre = Centre::on_sqlite(MONDAY).await;
    // The day stands in the form because it stood there when the page was opened.
    let form = phone_call()
        .promised()
        .with("phone", "")
        .with("no_contact_reason", "Khách hàng không để lại số.");
    let number = form.enter(&centre, "letan").await;
    let view = seen(&centre, "qmr", &number).await;
    let (_, promise) = view
        .case
        .round
        .promise
        .as_ref()
        .expect("the promise is on record");
    assert_eq!(promise.reply_by, None);
    assert!(promise.no_contact_reason.is_some());
}

#[tokio::test]
async fn a_written_case_has_no_road_at_the_counter() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let form = letter()
        .settled()
        .with("remedy_sought", "Hoàn phí.")
        .with("safety", "yes");
    let intake = form.read(&centre, "letan", "k").await.expect("the form is right");
    assert_eq!(intake.road, None);
    let number = form.enter(&centre, "letan").await;
    let view = seen(&centre, "letan", &number).await;
    assert!(!view.case.is_settled() && view.case.written && view.case.safety);
    assert!(view.case.complainant.reach.letter && !view.case.complainant.reach.voice);
}

#[tokio::test]
async fn what_b1_1_excludes_is_refused_whole_and_takes_no_number() {
    for centre in centres("excluded", MONDAY).await {
        let excluded = [
            ("subjects", "certification_result"),
            ("subjects", "confidentiality"),
            ("safety", "yes"),
        ];
        for (field, value) in excluded {
            let form = phone_call().settled().with(field, value);
            let Err(Error::Refused(refusal)) = form.send_as(&centre, "letan", "k").await else {
                panic!("{field} {value} is excluded from the spot");
            };
            assert_eq!((refusal.rule, refusal.why), (Rule::B1_1, Why::NeverOnTheSpot));
        }
        let appeal = phone_call()
            .settled()
            .with("declared_kind", "appeal")
            .with("is_client", "yes");
        let refused = appeal.send_as(&centre, "letan", "k").await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{}", centre.kind);
        // The same form goes on as a promise, under the same key, and has the first number of the book.
        let form = phone_call()
            .settled()
            .promised()
            .with("subjects", "confidentiality");
        let done = form.send_as(&centre, "letan", "k").await.expect("it is promised");
        assert_eq!(done.number.to_string(), "2026-0001");
    }
}

#[tokio::test]
async fn whoever_is_complained_about_enters_the_case_and_does_nothing_else() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let me = centre.person("letan").to_string();
    let form = phone_call()
        .with("subjects", "staff_conduct")
        .with("persons_concerned", &me);
    for (road, rule) in [
        (form.clone().settled(), Rule::B1_1),
        (form.clone().promised(), Rule::S4),
    ] {
        let Err(Error::Refused(refusal)) = road.send_as(&centre, "letan", "k").await else {
            panic!("the subject of a case does nothing on it");
        };
        assert_eq!((refusal.rule, refusal.why), (rule, Why::Barred(Bar::Subject)));
    }
    let number = form.with("road", "recorded").enter(&centre, "letan").await;
    let view = seen(&centre, "qmr", &number).await;
    assert!(owed(&view).contains(&ActKind::Promise));
}

#[tokio::test]
async fn an_appeal_by_somebody_else_is_a_complaint_and_keeps_its_word() {
    let centre = Centre::on_sqlite(MONDAY).await;
    for (is_client, becomes) in [("", true), ("yes", false)] {
        let form = letter()
            .with("declared_kind", "appeal")
            .with("subjects", "certification_result")
            .with("is_client", is_client);
        let intake = form.read(&centre, "letan", "k").await.expect("the form is right");
        assert_eq!(intake.appeal_becomes_complaint, becomes);
        let number = form.enter(&centre, "letan").await;
        let case = seen(&centre, "letan", &number).await.case;
        let kind = if becomes { Kind::Complaint } else { Kind::Appeal };
        assert_eq!((case.kind, case.declared_kind), (kind, Kind::Appeal));
    }
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_case() {
    for centre in centres("twice", MONDAY).await {
        let form = phone_call().promised();
        let first = form
            .send_as(&centre, "letan", "k")
            .await
            .expect("the case is entered");
        let again = form
            .send_as(&centre, "letan", "k")
            .await
            .expect("nothing is wrong");
        assert_eq!(first, again, "{}", centre.kind);
        let other = form
            .with("content", "Chuyện khác.")
            .send_as(&centre, "letan", "k")
            .await;
        assert!(matches!(other, Err(Error::KeyReused)));
    }
}

#[tokio::test]
async fn a_known_complainant_stays_the_same_party_until_the_name_is_another() {
    for centre in centres("party", MONDAY).await {
        let first = phone_call().promised().enter(&centre, "letan").await;
        let party = seen(&centre, "letan", &first).await.case.complainant.party;
        let again = phone_call()
            .promised()
            .with("earlier", &first)
            .with("name", "NGUYEN THI LAN")
            .with("phone", "0987 654 321");
        let done = again
            .send_as(&centre, "letan", "k")
            .await
            .expect("the case is entered");
        let same = again
            .send_as(&centre, "letan", "k")
            .await
            .expect("nothing is wrong");
        assert_eq!(done, same, "the changed party does not make it another form");
        let view = seen(&centre, "letan", &done.number.to_string()).await;
        assert_eq!(view.case.complainant.party, party, "{}", centre.kind);
        assert_eq!(
            view.complainant().map(|party| party.phone.as_str()),
            Some("0987 654 321")
        );

        let other = phone_call()
            .promised()
            .with("earlier", &first)
            .with("name", "Trần Văn Hùng");
        let other = other.enter(&centre, "letan").await;
        let other = seen(&centre, "letan", &other).await;
        assert_ne!(other.case.complainant.party, party);
        let first = seen(&centre, "letan", &first).await;
        assert_eq!(first.row.complainant_name, "Nguyễn Thị Lan", "nobody was renamed");
    }
}

#[tokio::test]
async fn nobody_takes_over_a_complainant_of_a_case_they_may_not_see() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let first = phone_call().promised().enter(&centre, "so").await;
    let party = seen(&centre, "so", &first).await.case.complainant.party;
    let form = phone_call().promised().with("earlier", &first);
    let number = form.enter(&centre, "letan").await;
    assert_ne!(
        seen(&centre, "letan", &number).await.case.complainant.party,
        party
    );
}

#[tokio::test]
async fn a_forwarder_may_keep_the_name_to_itself() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let form = letter()
        .with("channel", "authority")
        .with("name", "")
        .with("address", "")
        .with("forwarder", "Văn phòng Công nhận Thử Nghiệm")
        .with("report_by", "20/03/2026")
        .with("identity_withheld", "yes");
    let number = form.enter(&centre, "letan").await;
    let case = seen(&centre, "letan", &number).await.case;
    assert_eq!(case.complainant.party, None);
    let forwarder = case.forwarder.as_ref().expect("somebody passed it on");
    assert_eq!(forwarder.report_by, Some(date(2026, 3, 20)));
    assert!(case.can_write(), "the letter to the forwarder is the reply");
}

#[tokio::test]
async fn a_group_without_a_representative_is_known_as_one() {
    let centre = Centre::on_sqlite(MONDAY).await;
    for (representative, group) in [("", true), ("Lê Văn Đại Diện", false)] {
        let form = letter()
            .with("party_kind", "group")
            .with("representative", representative);
        let number = form.enter(&centre, "letan").await;
        let complainant = seen(&centre, "letan", &number).await.case.complainant;
        assert_eq!((complainant.group, complainant.represented), (group, !group));
    }
}

#[tokio::test]
async fn the_proposed_day_is_five_working_days_on_and_never_past_the_limit() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let office = centre.app.office().await.expect("the centre is set up");
    let desk = office.desk(centre.now());
    let proposed = |received: Date| usual_reply_day(received, &desk);
    assert_eq!(proposed(date(2026, 3, 2)), date(2026, 3, 9));
    assert_eq!(
        proposed(date(2026, 2, 3)),
        date(2026, 3, 5),
        "the limit is nearer"
    );
    assert_eq!(
        proposed(date(2026, 1, 5)),
        date(2026, 3, 2),
        "the limit has passed"
    );
}

#[tokio::test]
async fn the_first_reading_is_the_instant_from_which_the_hours_run() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let earlier = letter()
        .with("received_on", "27/02/2026")
        .with("read_on", "28/02/2026");
    for (time, instant) in [
        ("16h30", "2026-02-28T16:30:00+07:00"),
        ("", "2026-02-28T00:00:00+07:00"),
    ] {
        let number = earlier
            .clone()
            .with("read_at", time)
            .enter(&centre, "letan")
            .await;
        let case = seen(&centre, "letan", &number).await.case;
        assert_eq!(Ok(case.first_read_at), instant.parse().map_err(|_| ()));
    }
}

#[tokio::test]
async fn texts_are_kept_composed_and_with_one_kind_of_line_end() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let form = letter()
        .with("name", "  Nguye\u{302}\u{303}n \t Lan ")
        .with("content", "Dòng một\r\nDo\u{300}ng hai");
    let number = form.enter(&centre, "letan").await;
    let view = seen(&centre, "letan", &number).await;
    assert_eq!(view.row.complainant_name, "Nguyễn Lan");
    assert!(view.texts.values().any(|text| text == "Dòng một\nDòng hai"));
}
