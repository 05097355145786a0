//! Reports of mail systems.

use super::*;

fn bounce(text: &str) -> Option<Bounce> {
    match mail(text).kind {
        Kind::Bounce(bounce) => Some(bounce),
        _ => None,
    }
}

fn report(groups: &str) -> String {
    format!(
        "Return-Path: <>\nFrom: MAILER-DAEMON@mx.khach.example\nTo: khieunai@trungtam.example\nSubject: Undelivered Mail\n\
         Auto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n\
         Thư không đến.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.khach.example\n\n{groups}\n--b\n\
         Content-Type: message/rfc822\n\nMessage-ID: <thu-12@trungtam.example>\nSubject: Tra loi\n\nKinh gui\n--b--\n"
    )
}

#[test]
fn a_delivery_report_says_who_which_and_for_how_long() {
    let found = bounce(&report(
        "Original-Recipient: rfc822; a@khach.example\nFinal-Recipient: rfc822;<hop-1@kho.example>\nAction: failed\n\
         Status: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n khong co nguoi nay\n\n\
         Final-Recipient: rfc822; b@khach.example\nAction: delayed\nStatus: 4.4.1\n\n\
         Final-Recipient: rfc822; c@khach.example\nAction: failed\nStatus: 4.2.2 (full)\n\n\
         Final-Recipient: rfc822; d@khach.example\nAction: relayed\nStatus: 2.0.0\n",
    ));
    let found = found.unwrap();
    assert_eq!(found.about, ["thu-12@trungtam.example"]);
    let fates: Vec<(&str, Fate)> = found
        .recipients
        .iter()
        .map(|recipient| (recipient.address.as_str(), recipient.fate))
        .collect();
    assert_eq!(
        fates,
        [
            ("a@khach.example", Fate::Permanent),
            ("b@khach.example", Fate::Delayed),
            ("c@khach.example", Fate::GivenUp),
            ("d@khach.example", Fate::Arrived),
        ]
    );
    assert_eq!(
        found.recipients[0].diagnostic.as_deref(),
        Some("smtp; 550 5.1.1 khong co nguoi nay")
    );
    assert_eq!(found.recipients[2].status.as_deref(), Some("4.2.2"));
    assert!(found.failed());
}

#[test]
fn a_delay_is_no_failure_and_an_arrival_no_bounce() {
    let delayed = bounce(&report(
        "Final-Recipient: rfc822; b@khach.example\nAction: delayed\nStatus: 4.4.1\n",
    ))
    .unwrap();
    assert!(!delayed.failed());
    let arrived = mail(&report(
        "Final-Recipient: rfc822; b@khach.example\nAction: delivered\nStatus: 2.0.0\n",
    ));
    assert_eq!(arrived.kind, Kind::Automatic(Automatic::Notice));
}

#[test]
fn reports_in_words_are_recognised_too() {
    let exim = bounce(
        "From: Mail Delivery System <Mailer-Daemon@mx.example>\nSubject: Mail delivery failed: returning message\n\
         X-Failed-Recipients: a@khach.example, b@khach.example\n\nBelow is the mail\n\nMessage-ID: <thu-9@trungtam.example>\n",
    );
    let exim = exim.unwrap();
    assert_eq!(exim.recipients.len(), 2);
    assert_eq!(exim.about, ["thu-9@trungtam.example"]);
    assert!(bounce("From: <>\nSubject: failure notice\n\nHi.\n").is_some());
    assert!(
        bounce("Return-Path: <>\nFrom: postmaster@x.example\nSubject: Không gửi được thư\n\nx\n").is_some()
    );
}

#[test]
fn a_person_may_complain_that_mail_did_not_arrive() {
    assert_eq!(
        bounce("From: a@khach.example\nSubject: Không gửi được thư cho trung tâm\n\nx\n"),
        None
    );
    assert_eq!(
        bounce("From: a@khach.example\nSubject: Undelivered goods\nReturn-Path: <a@khach.example>\n\nx\n"),
        None
    );
}
