//! What is written is read back by the reader of arriving mail.

use super::{Outgoing, parse, tagged};
use crate::{Attachment, Kind, Mailbox, Reading, read};

fn mail() -> Outgoing {
    Outgoing {
        from: parse("Trung tâm Chứng nhận <khieunai@trungtam.vn>").unwrap(),
        to: Mailbox {
            name: Some("Nguyễn Văn A, \"Tổ 1\"".to_owned()),
            address: "a@example.vn".to_owned(),
        },
        reply_to: None,
        subject: "[2026-0007] Về việc trả lời khiếu nại\r\nBcc: x@y.vn".to_owned(),
        text: "Kính gửi Ông,\n\n.\n..\nFrom here on dài. ".repeat(40),
        html: Some("<p>Kính gửi Ông</p>".to_owned()),
        attachments: vec![Attachment {
            name: Some("Công văn trả lời số 12.pdf".to_owned()),
            media_type: "application/pdf".to_owned(),
            bytes: (0..=255).collect(),
            inline: false,
            content_id: None,
        }],
        message_id: "0190-7.phucdap@trungtam.vn".to_owned(),
        in_reply_to: Some("question@example.vn".to_owned()),
        references: (0..30)
            .map(|n| format!("a-rather-long-identity-{n}@example.vn"))
            .collect(),
        auto_submitted: None,
        lang: "vi".to_owned(),
        at: "2026-11-28T10:00:00Z".parse().unwrap(),
    }
}

#[test]
fn a_letter_is_read_back_as_it_was_meant() {
    let mail = mail();
    let raw = mail.write().unwrap();
    assert!(raw.is_ascii(), "every server can carry it");
    let longest = raw.split(|byte| *byte == b'\n').map(<[u8]>::len).max().unwrap();
    assert!(longest <= 999, "RFC 5322, 2.1.1: {longest}");
    let back = read(&raw);
    assert_eq!(back.reading, Reading::Whole);
    assert_eq!(back.subject, "[2026-0007] Về việc trả lời khiếu nại Bcc: x@y.vn");
    assert_eq!(back.sender.unwrap().name.as_deref(), Some("Trung tâm Chứng nhận"));
    assert_eq!(back.recipients, std::slice::from_ref(&mail.to));
    assert_eq!(back.message_id.as_deref(), Some("0190-7.phucdap@trungtam.vn"));
    assert_eq!(back.in_reply_to, ["question@example.vn"]);
    assert_eq!(back.references, mail.references);
    assert_eq!(back.text.replace("\r\n", "\n").trim(), mail.text.trim());
    assert!(back.html.unwrap().contains("Kính gửi Ông"));
    assert_eq!(back.attachments.len(), 1);
    assert_eq!(
        back.attachments[0].name.as_deref(),
        Some("Công văn trả lời số 12.pdf")
    );
    assert_eq!(back.attachments[0].bytes, mail.attachments[0].bytes);
    assert_eq!(back.kind, Kind::Normal);
    assert_eq!(back.sent.at, Some(mail.at));
    assert_eq!(back.named.numbers, [(2026, 7)]);
}

#[test]
fn a_mail_that_is_sent_again_has_the_same_bytes() {
    assert_eq!(mail().write().unwrap(), mail().write().unwrap());
}

#[test]
fn an_answer_by_machine_says_so_and_is_answered_by_none() {
    let mut mail = mail();
    mail.attachments.clear();
    mail.html = None;
    mail.auto_submitted = Some("auto-replied");
    let back = read(&mail.write().unwrap());
    assert!(matches!(back.kind, Kind::Automatic(_)));
    assert!(!back.may_be_answered);
}

#[test]
fn the_address_of_answers_names_the_case() {
    let address = tagged("khieunai+x@trungtam.vn", "0123456789abcdef01234567").unwrap();
    assert_eq!(address, "khieunai+v-0123456789abcdef01234567@trungtam.vn");
    let mut mail = mail();
    mail.to = Mailbox { name: None, address };
    let back = read(&mail.write().unwrap());
    assert_eq!(back.named.tokens, ["0123456789abcdef01234567"]);
}

#[test]
fn what_is_no_address_is_refused() {
    let mut mail = mail();
    mail.to.address = "a@b.vn\r\nBcc: x@y.vn".to_owned();
    assert!(mail.write().is_err());
    assert!(parse("khieunai").is_err());
    assert_eq!(parse("a@b.vn").unwrap().name, None);
}
