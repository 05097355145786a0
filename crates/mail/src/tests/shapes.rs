//! What is inside a mail: words, HTML, attachments, header, bounds.

use super::*;

#[test]
fn a_plain_mail() {
    let message = mail(&format!(
        "{PERSON}Reply-To: van.phong@khach.example\nCc: khac@khach.example, Ban B <b@khach.example>\n\
         In-Reply-To: <x@trungtam.example>\nReferences: <w@trungtam.example>\n <x@trungtam.example>\n\
         Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nVMO0aSBraGnhur91IG7huqFpLg==\n"
    ));
    assert_eq!(message.reading, Reading::Whole);
    assert_eq!(message.subject, "Về chứng chỉ");
    let sender = message.sender.unwrap();
    assert_eq!(sender.name.as_deref(), Some("Lê Thị Thử Nghiệm"));
    assert_eq!(sender.address, "thu.nghiem@khach.example");
    assert_eq!(message.reply_to[0].address, "van.phong@khach.example");
    let recipients: Vec<&str> = message.recipients.iter().map(|to| to.address.as_str()).collect();
    assert_eq!(
        recipients,
        [
            "khieunai@trungtam.example",
            "khac@khach.example",
            "b@khach.example"
        ]
    );
    assert_eq!(message.sent.at, Some("2026-03-02T16:15:00Z".parse().unwrap()));
    assert_eq!(message.message_id.as_deref(), Some("a1@khach.example"));
    assert_eq!(message.in_reply_to, ["x@trungtam.example"]);
    assert_eq!(message.references, ["w@trungtam.example", "x@trungtam.example"]);
    assert_eq!(message.text, "Tôi khiếu nại.");
    assert_eq!((message.html, message.attachments.len()), (None, 0));
    assert!(message.kind == Kind::Normal && message.may_be_answered && !message.by_list);
}

#[test]
fn words_html_picture_and_file() {
    let message = mail(&format!(
        "{PERSON}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\
         Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain; charset=utf-8\n\n\
         Kính gửi\n--a\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html; charset=utf-8\n\n\
         <p>Kính gửi <img src=\"cid:anh@khach\"><img src=\"http://khach.example/x.gif\"></p>\n--r\n\
         Content-Type: image/png; name=anh.png\nContent-ID: <anh@khach>\nContent-Disposition: inline\n\
         Content-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--r--\n--a--\n--m\nContent-Type: application/pdf\n\
         Content-Disposition: attachment; filename*=UTF-8''%C4%90%C6%A1n.pdf\nContent-Transfer-Encoding: base64\n\n\
         JVBERi0=\n--m\nContent-Type: text/plain; name=\"../../ghi chu.txt\"\n\nghi chú\n--m--\n"
    ));
    assert_eq!(message.text, "Kính gửi");
    let html = message.html.unwrap();
    assert!(
        html.contains("cid:anh@khach") && !html.contains("http://"),
        "{html}"
    );
    let parts: Vec<(Option<&str>, &str, bool, Option<&str>)> = message
        .attachments
        .iter()
        .map(|part| {
            (
                part.name.as_deref(),
                part.media_type.as_str(),
                part.inline,
                part.content_id.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        parts,
        [
            (Some("anh.png"), "image/png", true, Some("anh@khach")),
            (Some("Đơn.pdf"), "application/pdf", false, None),
            (Some("ghi chu.txt"), "text/plain", false, None),
        ]
    );
    assert_eq!(message.attachments[0].bytes, b"\x89PNG\r\n\x1a\n");
    assert_eq!(message.attachments[1].bytes, b"%PDF-");
}

#[test]
fn html_alone_gives_the_words() {
    let message = mail(&format!(
        "{PERSON}Content-Type: text/html; charset=utf-8\n\n<p>Một</p><p>Hai &amp; ba</p>\n"
    ));
    assert_eq!(
        message
            .text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .collect::<Vec<_>>(),
        ["Một", "Hai & ba"]
    );
    assert!(message.html.unwrap().contains("<p>Một</p>"));
}

#[test]
fn a_mail_inside_a_mail_is_a_file_and_can_be_read() {
    for encoding in ["7bit", "base64"] {
        let inner = "From: a@khach.example\nSubject: Thu cu\n\nnoi dung cu\n";
        let body = if encoding == "7bit" {
            inner.to_owned()
        } else {
            "RnJvbTogYUBraGFjaC5leGFtcGxlClN1YmplY3Q6IFRodSBjdQoKbm9pIGR1bmcgY3UK\n".to_owned()
        };
        let message = mail(&format!(
            "{PERSON}Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain\n\nxem thu\n--m\n\
             Content-Type: message/rfc822; name=cu.eml\nContent-Transfer-Encoding: {encoding}\n\n{body}--m\n\
             Content-Type: application/pdf; name=b.pdf\n\n%PDF-\n--m--\n"
        ));
        assert_eq!(message.text, "xem thu", "{encoding}");
        let names: Vec<_> = message
            .attachments
            .iter()
            .map(|part| part.name.as_deref())
            .collect();
        assert_eq!(names, [Some("cu.eml"), Some("b.pdf")], "{encoding}");
        assert_eq!(message.attachments[0].media_type, "message/rfc822");
        let inside = read(&message.attachments[0].bytes);
        assert_eq!(
            (inside.subject.as_str(), inside.text.trim()),
            ("Thu cu", "noi dung cu")
        );
    }
}

#[test]
fn a_part_without_body_takes_nothing_along() {
    let message = mail(&format!(
        "{PERSON}Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain\n\nloi\n--m\n\
         Content-Type: message/rfc822\nContent-Disposition: attachment; filename=a.eml\n\nFrom: x@y.example\n\
         Content-Type: multipart/alternative; boundary=z\n--m\nContent-Type: application/pdf; name=b.pdf\n\n%PDF-\n--m--\n"
    ));
    let names: Vec<_> = message
        .attachments
        .iter()
        .map(|part| part.name.as_deref())
        .collect();
    assert_eq!(names, [Some("a.eml"), Some("b.pdf")]);
}

#[test]
fn old_encodings_in_header_and_body() {
    let mut raw = b"From: =?VISCII?Q?Nguy=ADn?= <n@khach.example>\nSubject: =?VISCII?Q?khi=AAu_n=D5i?= A\n\
                   Content-Type: text/plain; charset=viscii\n\nkhi"
        .to_vec();
    raw.extend_from_slice(b"\xaau n\xd5i");
    let message = read(&raw);
    assert_eq!(message.text, "khiếu nại");
    assert_eq!(message.subject, "khiếu nại A");
    assert!(message.sender.unwrap().name.unwrap().starts_with("Nguy"));
    let raw = b"From: n@khach.example\nSubject: ti\xea\xecng\nContent-Type: text/plain; charset=windows-1258\n\nti\xea\xecng";
    let message = read(raw);
    assert_eq!(
        (message.subject.as_str(), message.text.as_str()),
        ("tiếng", "tiếng")
    );
}

#[test]
fn a_date_that_cannot_be_read_is_kept_as_written() {
    let message = mail("From: a@khach.example\nDate: hôm qua, lúc chiều\nSubject: x\n\ny\n");
    assert_eq!(message.sent.at, None);
    assert_eq!(message.sent.written.as_deref(), Some("hôm qua, lúc chiều"));
}

#[test]
fn what_is_no_mail_is_a_message_as_it_came() {
    for raw in [
        &b""[..],
        b"\n",
        b"\0\xff\xfe",
        "chỉ là một dòng".as_bytes(),
        b"a: b\n\nc",
    ] {
        assert_eq!(read(raw).reading, Reading::AsItCame, "{raw:?}");
    }
    assert_eq!(read("chỉ là một dòng".as_bytes()).text, "chỉ là một dòng");
}

#[test]
fn too_many_parts_leave_the_body_as_it_came() {
    let nested = "Content-Type: message/rfc822\n\n".repeat(50_000);
    let message = mail(&format!("{PERSON}{nested}đáy"));
    assert_eq!(message.reading, Reading::HeaderOnly);
    assert_eq!(message.subject, "Về chứng chỉ");
    assert!(message.text.contains("message/rfc822"));
    let parts = "--m\n\nx\n".repeat(100_001);
    let message = mail(&format!(
        "{PERSON}Content-Type: multipart/mixed; boundary=m\n\n{parts}--m--\n"
    ));
    assert_eq!(message.reading, Reading::HeaderOnly);
}

#[test]
fn as_deep_as_is_allowed_fits_a_small_stack() {
    let nested = "Content-Type: message/rfc822\n\n".repeat(999);
    let raw = format!("{PERSON}{nested}Subject: day\n\nđáy");
    let reader = std::thread::Builder::new().stack_size(512 << 10);
    let message = reader
        .spawn(move || read(raw.as_bytes()))
        .unwrap()
        .join()
        .unwrap();
    assert_eq!((message.reading, message.attachments.len()), (Reading::Whole, 1));
}

#[test]
fn a_mail_too_large_keeps_its_header() {
    let mut raw = PERSON.as_bytes().to_vec();
    raw.extend_from_slice(b"\n");
    raw.resize(LARGEST + 1, b'x');
    let message = read(&raw);
    assert_eq!(message.reading, Reading::HeaderOnly);
    assert!((LONGEST_TEXT - 4..=LONGEST_TEXT).contains(&message.text.len()));
}

#[test]
fn cases_are_named_by_address_and_subject() {
    let message = mail(
        "From: a@khach.example\nTo: khieunai+v-7k2mq9xw3t@trungtam.example, khieunai+v-a@trungtam.example\n\
         Delivered-To: khieunai+ban+V-other_token@trungtam.example\nSubject: Re: [2026-0007] va [KN] [2025-123456] [2026-7]\n\nx\n",
    );
    assert_eq!(message.named.tokens, ["other_token", "7k2mq9xw3t"]);
    assert_eq!(message.named.numbers, [(2026, 7), (2025, 123456)]);
    let tagged = mail("Subject: Re: [2026-0007-3F9AC01b] [2026-0008-x] [2026-0009-3f9ac01g!]\n\nx");
    assert_eq!(tagged.named.tags, [(2026, 7, "3f9ac01b".to_owned())]);
    assert_eq!(tagged.named.numbers, [(2026, 7)]);
}
