//! Whatever is wrong with the form of intake is told at its field, all at once.

use app::compose::LONGEST_TEXT;
use procedure::case::refusal::{Invalid, Problem};
use testkit::Centre;

use crate::form::{Form, letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

/// Every way to fill the form in wrongly: what is typed where, and what is said about which field.
fn mistakes() -> Vec<(&'static str, Form, &'static str, Problem)> {
    let call = phone_call;
    let promised = || phone_call().promised();
    let long = "á".repeat(LONGEST_TEXT + 1);
    let line = "á".repeat(501);
    vec![
        (
            "no channel",
            call().with("channel", ""),
            "channel",
            Problem::Missing,
        ),
        (
            "no such channel",
            call().with("channel", "pigeon"),
            "channel",
            Problem::NotOffered,
        ),
        (
            "no kind",
            promised().with("declared_kind", ""),
            "declared_kind",
            Problem::Missing,
        ),
        (
            "no subject",
            promised().with("subjects", ""),
            "subjects",
            Problem::NoSubject,
        ),
        (
            "no such subject",
            promised().and("subjects", "weather"),
            "subjects",
            Problem::NotOffered,
        ),
        (
            "no content",
            promised().with("content", "  \n "),
            "content",
            Problem::Missing,
        ),
        (
            "content too long",
            promised().with("content", &long),
            "content",
            Problem::TooLong,
        ),
        (
            "a bell in the content",
            promised().with("content", "a\u{7}b"),
            "content",
            Problem::Unreadable,
        ),
        (
            "remedy too long",
            promised().with("remedy_sought", &long),
            "remedy_sought",
            Problem::TooLong,
        ),
        ("no name", promised().with("name", ""), "name", Problem::Missing),
        (
            "name too long",
            promised().with("name", &line),
            "name",
            Problem::TooLong,
        ),
        (
            "an escape in the name",
            promised().with("name", "Lan\u{1b}[0m"),
            "name",
            Problem::Unreadable,
        ),
        (
            "e-mail",
            promised().with("email", "lan@example"),
            "email",
            Problem::Unreadable,
        ),
        (
            "telephone",
            promised().with("phone", "không có"),
            "phone",
            Problem::Unreadable,
        ),
        (
            "address too long",
            promised().with("address", &line),
            "address",
            Problem::TooLong,
        ),
        (
            "no such kind of party",
            promised().with("party_kind", "robot"),
            "party_kind",
            Problem::NotOffered,
        ),
        (
            "anonymous with a name",
            promised().with("anonymous", "yes"),
            "anonymous",
            Problem::Contradicts,
        ),
        (
            "tomorrow",
            promised().with("received_on", "03/03/2026"),
            "received_on",
            Problem::InFuture,
        ),
        (
            "no day",
            promised().with("received_on", "31/02/2026"),
            "received_on",
            Problem::Unreadable,
        ),
        (
            "a year of two digits",
            promised().with("received_on", "2/3/26"),
            "received_on",
            Problem::Unreadable,
        ),
        (
            "a year long ago",
            promised().with("received_on", "02/03/0226"),
            "received_on",
            Problem::Unreadable,
        ),
        (
            "read tomorrow",
            letter().with("read_on", "03/03/2026"),
            "read_on",
            Problem::InFuture,
        ),
        (
            "read later today",
            letter().with("read_on", "02/03/2026").with("read_at", "9:01"),
            "read_on",
            Problem::InFuture,
        ),
        (
            "read before receipt",
            letter().with("read_on", "01/03/2026"),
            "read_on",
            Problem::BeforeReceipt,
        ),
        (
            "a time without a day",
            letter().with("read_at", "8h"),
            "read_on",
            Problem::Missing,
        ),
        (
            "no time",
            letter().with("read_on", "02/03/2026").with("read_at", "sáng"),
            "read_at",
            Problem::Unreadable,
        ),
        ("no road", call(), "road", Problem::Missing),
        (
            "no such road",
            call().with("road", "motorway"),
            "road",
            Problem::NotOffered,
        ),
        (
            "no explanation",
            call().settled().with("explanation", ""),
            "explanation",
            Problem::Missing,
        ),
        (
            "no satisfaction",
            call().settled().with("satisfaction", ""),
            "satisfaction",
            Problem::Missing,
        ),
        (
            "no day promised",
            promised().with("reply_by", ""),
            "reply_by",
            Problem::Missing,
        ),
        (
            "a promise in the past",
            promised().with("reply_by", "01/03/2026"),
            "reply_by",
            Problem::InPast,
        ),
        (
            "a promise past the limit",
            promised().with("reply_by", "02/04/2026"),
            "reply_by",
            Problem::AfterLimit,
        ),
        (
            "a promise that is no day",
            promised().with("reply_by", "sớm"),
            "reply_by",
            Problem::Unreadable,
        ),
        (
            "a promise to nobody",
            promised().with("phone", ""),
            "phone",
            Problem::NeedsContact,
        ),
        (
            "no contact in spite of a number",
            promised().with("no_contact_reason", "Không có."),
            "no_contact_reason",
            Problem::Contradicts,
        ),
        (
            "an unnamed authority",
            letter().with("channel", "authority"),
            "forwarder",
            Problem::Missing,
        ),
        (
            "a report to nobody",
            letter().with("report_by", "20/03/2026"),
            "forwarder",
            Problem::Missing,
        ),
        (
            "a report before receipt",
            letter().with("forwarder", "Bộ").with("report_by", "01/03/2026"),
            "report_by",
            Problem::BeforeReceipt,
        ),
        (
            "a stranger concerned",
            letter().with("persons_concerned", "0198"),
            "persons_concerned",
            Problem::UnknownPerson,
        ),
        (
            "no such unit",
            letter().with("unit", "0198"),
            "unit",
            Problem::NotOffered,
        ),
        (
            "a file that never came",
            letter().with("documents", "0198"),
            "documents",
            Problem::Unreadable,
        ),
    ]
}

#[tokio::test]
async fn each_mistake_is_told_at_its_field_and_alone() {
    let centre = Centre::on_sqlite(MONDAY).await;
    for (name, form, field, problem) in mistakes() {
        let found = form.problems(&centre).await;
        assert_eq!(found, [Invalid::new(field, problem)], "{name}");
    }
}

#[tokio::test]
async fn an_empty_form_tells_everything_at_once() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let found = Form::default().problems(&centre).await;
    let fields: Vec<&str> = found.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(
        fields,
        ["channel", "declared_kind", "subjects", "content", "name"]
    );
}

#[tokio::test]
async fn a_promise_is_looked_at_even_when_the_contact_is_wrong() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let form = phone_call()
        .promised()
        .with("phone", "1")
        .with("reply_by", "02/04/2026");
    let expected = [
        Invalid::new("phone", Problem::Unreadable),
        Invalid::new("reply_by", Problem::AfterLimit),
    ];
    assert_eq!(form.problems(&centre).await, expected);
}
