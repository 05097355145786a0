//! Mails made to keep a reader busy are read in the time of their size.

use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_secs(20);

fn timed(name: &str, raw: &str) {
    let start = Instant::now();
    let message = mail::read(raw.as_bytes());
    let pieces = mail::pieces(&message.text).len();
    let took = start.elapsed();
    eprintln!(
        "{name}: {} bytes, {took:?}, {pieces} pieces, {:?}",
        raw.len(),
        message.reading
    );
    assert!(took < LIMIT, "{name} took {took:?}");
}

#[test]
fn headers() {
    let header = |field: &str, piece: &str| {
        format!(
            "From: a@b.example\n{field}: {}\n\nx",
            piece.repeat((1 << 20) / piece.len())
        )
    };
    timed("words without end", &header("Subject", "=?utf-8?q?"));
    timed("Vietnamese words without end", &header("Subject", "=?viscii?q?"));
    timed("words", &header("Subject", "=?viscii?q?a?= =?utf-8?B?YQ==?= "));
    timed("numbers", &header("Subject", "[2026-0001]"));
    timed("comments", &header("To", "("));
    timed("quotes", &header("To", "\"a\\"));
    timed("groups", &header("To", "a:b@c.example,"));
    timed("addresses", &header("Cc", "a+v-12345678@b.example, "));
    timed("identities", &header("References", "<a@b>"));
    timed("types", &header("Content-Type", "a/b; c*0*=utf-8''%C4;"));
    timed("dates", &header("Date", "Mon ("));
    timed(
        "fields",
        &format!(
            "From: a@b.example\n{}\n\nx",
            "Subject: a\nX-A: b\n".repeat(50_000)
        ),
    );
}

#[test]
fn bodies() {
    let body = |kind: &str, piece: &str, size: usize| {
        format!(
            "From: a@b.example\nContent-Type: {kind}\n\n{}",
            piece.repeat(size / piece.len())
        )
    };
    let mixed = "multipart/mixed; boundary=m";
    timed("boundaries", &body(mixed, "--m\n\n", 400_000));
    timed("dashes", &body(mixed, "-", 1 << 20));
    timed(
        "never ended",
        &body(
            mixed,
            "--m\nContent-Type: multipart/mixed; boundary=zz\n\n",
            40_000,
        ),
    );
    timed(
        "names of messages",
        &body("text/plain", "message/rfc822 ", 1 << 20),
    );
    timed("lines", &body("text/plain", "\n", 1 << 20));
    timed(
        "quoted and empty",
        &(body("text/plain", "> a\n\n", 1 << 20) + &"\n".repeat(1 << 20) + "> b"),
    );
    timed("introductions", &body("text/plain", "On 2\n", 1 << 20));
    timed("blocks", &body("text/plain", "From: a\n", 1 << 20));
    timed("deep", &body("text/html", "<div>", 1 << 20));
    timed("attributes", &body("text/html", "<a b=c ", 1 << 20));
    timed("bold paragraphs", &body("text/html", "<p><b><i>", 1 << 20));
    timed("cells", &body("text/html", "<table><td>", 1 << 20));
    timed("crossed", &body("text/html", "<b><p></b></p>", 500_000));
    timed("entities", &body("text/html", "&", 1 << 20));
    timed("entities allowed", &body("text/html", "&amp;", 24_000));
    timed("letters", &body("text/html", "&agrave;&nbsp;", 1 << 20));
    timed("stray ends", &body("text/html", "x</b>", 24_000));
    timed("brackets", &body("text/html", "a > b", 1 << 20));
    timed("comments", &body("text/html", "x<!-- -->", 1 << 20));
    timed("breaks", &body("text/html", "x<br>", 1 << 20));
    timed("children", &body("text/html", "<b>x</b>", 1 << 20));
    timed(
        "recipients",
        &body(
            "multipart/report; report-type=delivery-status; boundary=b",
            "\nFinal-Recipient: rfc822; a\n",
            2 << 20,
        ),
    );
}
