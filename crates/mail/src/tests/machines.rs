//! Mail that no person wrote, and mail that only looks so.

use super::*;

fn kind(fields: &str) -> (Kind, bool, bool) {
    let message = mail(&format!(
        "From: a@khach.example\nTo: b@trungtam.example\n{fields}\nnội dung\n"
    ));
    (message.kind, message.may_be_answered, message.by_list)
}

fn automatic(fields: &str) -> Option<Automatic> {
    match kind(fields) {
        (Kind::Automatic(automatic), false, _) => Some(automatic),
        (Kind::Automatic(_), true, _) => panic!("answered: {fields}"),
        _ => None,
    }
}

#[test]
fn answers_of_machines() {
    for fields in [
        "Auto-Submitted: auto-replied (vacation)\nSubject: Re: x\n",
        "X-Autoreply: yes\nSubject: x\n",
        "X-Autorespond: vang mat\nSubject: x\n",
        "Precedence: auto_reply\nSubject: x\n",
        "X-Auto-Response-Suppress: All\nSubject: Automatic reply: x\n",
        "Return-Path: <>\nSubject: Tự động trả lời: x\n",
    ] {
        assert_eq!(automatic(fields), Some(Automatic::Reply), "{fields}");
    }
}

#[test]
fn mail_made_by_machines() {
    for fields in [
        "Auto-Submitted: auto-generated\nSubject: x\n",
        "Auto-Submitted: Auto-Generated\nIn-Reply-To: <x@y.example>\nSubject: x\n",
        "Precedence: bulk\nSubject: x\n",
        "Return-Path: < >\nSubject: x\n",
    ] {
        assert_eq!(automatic(fields), Some(Automatic::Generated), "{fields}");
    }
    let receipt = "Subject: Read: x\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n\
                   --b\nContent-Type: text/plain\n\nđã đọc\n--b--\n";
    assert_eq!(automatic(receipt), Some(Automatic::Notice));
}

#[test]
fn people_are_not_machines() {
    for fields in [
        "Subject: Automatic reply: của trung tâm là sai\n",
        "Auto-Submitted: no\nSubject: x\n",
        "X-Autoreply: no\nSubject: x\n",
        "Return-Path: <a@khach.example>\nSubject: Out of office\n",
        "X-Auto-Response-Suppress: None\nSubject: x\n",
        "Precedence: first-class\nSubject: x\n",
    ] {
        assert_eq!(kind(fields), (Kind::Normal, true, false), "{fields}");
    }
}

#[test]
fn a_person_through_a_list_stays_a_person_and_gets_no_machines_answer() {
    for fields in [
        "List-Id: <khieunai.trungtam.example>\nPrecedence: list\nSubject: x\n",
        "List-Post: <mailto:khieunai@trungtam.example>\nPrecedence: bulk\nSubject: x\n",
    ] {
        assert_eq!(kind(fields), (Kind::Normal, false, true), "{fields}");
    }
    assert_eq!(
        kind("X-Auto-Response-Suppress: All\nSubject: x\n"),
        (Kind::Normal, false, false)
    );
}
