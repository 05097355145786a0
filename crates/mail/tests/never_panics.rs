//! Whatever the bytes, a message; whatever the message, its pieces joined are its text.

use proptest::prelude::*;

/// What mails are made of, to be put together wrongly.
const PIECES: [&[u8]; 26] = [
    b"From: ",
    b"Subject: =?utf-8?B?",
    b"?=",
    b"=?viscii?Q?=AA",
    b"Content-Type: multipart/mixed; boundary=b\r\n",
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\n",
    b"\r\n\r\n",
    b"\n\n",
    b"--b\r\n",
    b"--b--\r\n",
    b"Content-Type: message/rfc822\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: quoted-printable\n",
    b"Content-Type: text/html; charset=windows-1258\r\n",
    b"<img src=cid:x><b",
    b"Content-Disposition: attachment; filename*0*=utf-8''%C4",
    b"\xff\xfe\0",
    b"=E1=BB",
    b"> ",
    b"Date: Mon, 99 Foo",
    b"message/delivery-status",
    b"Final-Recipient: rfc822;",
    b"To: a+v-abcdefgh@b, <<>>,;:",
    b"Content-Type: multipart/digest; boundary=b\n",
    b"=",
    "\u{1EC7}".as_bytes(),
];

fn check(raw: &[u8]) {
    let message = mail::read(raw);
    let pieces: String = mail::pieces(&message.text)
        .iter()
        .map(|piece| piece.text)
        .collect();
    assert_eq!(pieces, message.text);
    for inner in message
        .attachments
        .iter()
        .filter(|part| part.media_type == "message/rfc822")
    {
        mail::read(&inner.bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(raw in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        check(&raw);
    }

    #[test]
    fn pieces_of_mails(order in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        check(&order.iter().flat_map(|at| PIECES[*at]).copied().collect::<Vec<u8>>());
    }

    #[test]
    fn a_mail_with_bytes_changed_and_cut(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut raw = WHOLE.replace('\n', "\r\n").into_bytes();
        for (at, byte) in changes {
            let at = at.index(raw.len());
            raw[at] = byte;
        }
        raw.truncate(cut.index(raw.len()) + 1);
        check(&raw);
    }
}

const WHOLE: &str = "Return-Path: <a@khach.example>
From: =?UTF-8?Q?B=E1=BA=A1n?= A <a@khach.example>
To: khieunai+v-7k2mq9xw3t@trungtam.example
Subject: Re: [2026-0007] =?TCVN?B?tfu/?=
Date: Mon, 2 Mar 2026 23:15:00 +0700
Message-ID: <a@khach.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=m

--m
Content-Type: multipart/alternative; boundary=\"a a\"

--a a
Content-Type: text/plain; charset=windows-1258
Content-Transfer-Encoding: quoted-printable

ti=EA=ECng
> m=
ot
On 2 March, A wrote:
--a a
Content-Type: text/html; charset=utf-8

<p style=\"x\">a<img src=\"cid:x\"><a href=javascript:x>b
--a a--
--m
Content-Type: message/rfc822
Content-Transfer-Encoding: base64

RnJvbTogYUBraGFjaC5leGFtcGxlCgp4
--m
Content-Type: message/delivery-status

Final-Recipient: rfc822; a@khach.example
Action: failed
Status: 4.1.1
--m--
";
