//! Which tables leave the house in an export, column by column, and which do not and why.
//!
//! A table that a migration adds stands in neither list, and a test fails until somebody has decided.

use super::{Column, Kind, OfCase, Table};

const fn column(name: &'static str, kind: Kind) -> Column {
    Column { name, kind }
}

macro_rules! table {
    ($name:literal by $key:literal, $of_case:expr; $($column:ident $kind:ident),+ $(,)?) => {
        Table {
            name: $name,
            columns: &[$(column(stringify!($column), Kind::$kind)),+],
            key: $key,
            of_case: $of_case,
            only: None,
        }
    };
    ($name:literal by $key:literal, $of_case:expr, only $only:literal; $($column:ident $kind:ident),+ $(,)?) => {
        Table {
            only: Some($only),
            ..table!($name by $key, $of_case; $($column $kind),+)
        }
    };
}

/// The corrective actions that are linked with the case.
macro_rules! or_action {
    ($column:literal) => {
        concat!(
            $column,
            " = $1 or ",
            $column,
            " in (select action_id from case_corrective_action where case_id = $1)"
        )
    };
}

/// What is told of a person in the export of one case.
const NAME_OF_PERSON: &[Column] = &[
    column("id", Kind::Id),
    column("display_name", Kind::Text),
    column("position", Kind::Text),
];

/// Of a mail in the export of one case: not the token by which an answer would join it, nor how it was tried.
const MAIL_OF_CASE: &[Column] = &[
    column("id", Kind::Id),
    column("purpose", Kind::Text),
    column("case_id", Kind::Id),
    column("address", Kind::Text),
    column("name", Kind::Text),
    column("content", Kind::Text),
    column("subject", Kind::Text),
    column("attachments", Kind::Text),
    column("message_id", Kind::Text),
    column("state", Kind::Text),
    column("enqueued_at", Kind::Number),
    column("sent_at", Kind::Number),
    column("sha256", Kind::Bytes),
    column("answer", Kind::Text),
    column("bounced_at", Kind::Number),
    column("bounce", Kind::Text),
    column("reason", Kind::Text),
];

/// Everything that is exported, each table after those that it refers to.
pub const TABLES: &[Table] = &[
    table!("organisation" by "id", OfCase::Whole;
        id Id, name Text, parent_name Text, place Text, symbol Text, zone Text, settings Text, version Number,
        created_at Number),
    table!("unit" by "id", OfCase::Whole; id Id, code Text, name Text, active Flag),
    table!("person" by "id", OfCase::Named(NAME_OF_PERSON);
        id Id, display_name Text, sort_key Text, login Text, login_key Text, password_hash Text, email Text,
        position Text, unit_id Id, active Flag, language Text, theme Text, created_at Number),
    table!("appointment" by "id", OfCase::No;
        id Id, person_id Id, role Text, unit_id Id, from_on Text, until_on Text, document Text),
    table!("substitution" by "id", OfCase::No;
        id Id, role Text, of_person Id, by_person Id, from_on Text, until_on Text, named_by Id, document Text),
    table!("signing_authority" by "id", OfCase::No;
        id Id, person_id Id, mode Text, scope Text, from_on Text, until_on Text, document Text),
    table!("interest" by "id", OfCase::No;
        id Id, person_id Id, client Text, client_key Text, kind Text, from_on Text, until_on Text, note Text),
    table!("calendar_year" by "year", OfCase::No; year Number, document Text),
    table!("calendar_day" by "day_on", OfCase::No;
        day_on Text, kind Text, name_vi Text, name_en Text, document Text),
    table!("event" by "stream_kind, stream_id, seq", OfCase::Where(or_action!("stream_id"));
        stream_kind Text, stream_id Id, seq Number, at Number, actor Id, kind Text, prev_hash Bytes, hash Bytes,
        body Text),
    table!("text" by "id", OfCase::Where(or_action!("stream_id"));
        id Id, stream_id Id, salt Bytes, body Text, erased_at Number),
    table!("party" by "id, version", OfCase::Named(&[]);
        id Id, version Number, kind Text, name Text, name_key Text, sort_key Text, address Text, email Text,
        phone Text, phone_key Text, representative Text, details Text, current Flag, at Number,
        erased_at Number),
    table!("series" by "organisation_id, kind, year", OfCase::No;
        organisation_id Id, kind Text, year Number, next Number),
    table!("job" by "id", OfCase::No;
        id Id, kind Text, payload Text, key Text, run_at Number, attempts Number, last_error Text,
        dead_at Number),
    table!("case_row" by "chrono", OfCase::Where("id = $1");
        id Id, chrono Number, year Number, ordinal Number, number Text, version Number, kind Text, channel Text,
        written Flag, unit_id Id, stage Text, received_on Text, registered_on Text, limit_on Text,
        first_limit_on Text, answered_on Text, closed_on Text, running_on Text, limit_key Text, outcome Text,
        severity Text, safety Flag, protected Flag, imported Flag, annulled Flag, extended Flag, reopened Flag,
        complainant_name Text, complainant_sort Text, complainant_key Text, complainant_phone Text,
        phone_key Text, summary Text, last_event_at Number),
    table!("case_state" by "case_id", OfCase::Where("case_id = $1"); case_id Id, written Text, state Text),
    table!("case_subject" by "case_id, subject", OfCase::Where("case_id = $1");
        case_id Id, subject Text, chrono Number),
    table!("case_person" by "case_id, person_id, part", OfCase::Where("case_id = $1");
        case_id Id, person_id Id, part Text),
    table!("corrective_action" by "chrono", OfCase::Where(or_action!("id"));
        id Id, chrono Number, year Number, ordinal Number, number Text, version Number, stage Text, owner_id Id,
        due_on Text, opened_on Text, closed_on Text, summary Text, state Text),
    table!("case_corrective_action" by "case_id, action_id", OfCase::Where("case_id = $1");
        case_id Id, action_id Id),
    table!("year_book" by "id", OfCase::No;
        id Id, year Number, version Number, stage Text, frozen_digest Text, state Text),
    table!("obligation" by "stream_kind, stream_id, ordinal", OfCase::Where(or_action!("stream_id"));
        stream_kind Text, stream_id Id, ordinal Number, number Text, rule Text, act Text, holder_role Text,
        holder_person Id, holder_unit Id, holder_key Text, opens_on Text, due_on Text, due_at Number,
        due_key Text, provisional Flag, anchor Text),
    table!("read_log" by "at, person_id, case_id, what", OfCase::Where("case_id = $1");
        person_id Id, case_id Id, at Number, what Text),
    // A file that no act took up is swept away in two days.
    table!("document" by "id", OfCase::Named(&[]), only "attached_at is not null";
        id Id, stream_id Id, file_name Text, media_type Text, size Number, sha256 Bytes, staged_by Id,
        staged_at Number, attached_at Number),
    table!("outgoing_document" by "id", OfCase::Where("case_id = $1");
        id Id, organisation_id Id, year Number, symbol Text, number Number, dated_on Text, summary Text,
        signer Text, recipient Text, kept_by Text, copies Number, dispatched_on Text, note Text, case_id Id,
        letter_id Id, voided Flag, sent_by Text, tracking Text),
    table!("incoming_document" by "id", OfCase::Where("case_id = $1");
        id Id, organisation_id Id, year Number, number Number, arrived_on Text, author Text, symbol Text,
        dated_on Text, summary Text, receiver Text, transferred_on Text, note Text, case_id Id),
    table!("letter_template" by "purpose, lang, version", OfCase::No;
        purpose Text, lang Text, version Number, subject Text, body Text, saved_by Id, saved_at Number),
    table!("import" by "id", OfCase::No;
        id Id, person_id Id, at Number, file_name Text, sha256 Bytes, size Number, document_id Id, mapping Text,
        state Text, version Number, report Text, done Number, whole Number, records Number, years Text,
        attempts Number, lease_until Number, failure Text, ended_at Number, undone_at Number, undone_by Id),
    table!("import_case" by "import_id, case_id", OfCase::No; import_id Id, case_id Id, party_id Id),
    // What waits goes out from where it is loaded: whoever moves stops the old installation first.
    table!("outgoing_mail" by "id", OfCase::Of("case_id = $1", MAIL_OF_CASE);
        id Id, key Text, purpose Text, case_id Id, person_id Id, address Text, address_key Text, name Text,
        lang Text, content Text, subject Text, attachments Text, in_reply_to Text, refers_to Text,
        auto_submitted Text, reply_token Text, message_id Text, state Text, enqueued_at Number, run_at Number,
        attempts Number, lease_until Number, handed_at Number, sent_at Number, sha256 Bytes, answer Text,
        bounced_at Number, bounce Text, decided_by Id, decided_at Number, reason Text),
    table!("mail_suppression" by "address_key", OfCase::No;
        address_key Text, why Text, note Text, mail_id Id, by_person Id, at Number),
    table!("reminder_way" by "person_id", OfCase::No;
        person_id Id, way Text),
    table!("mail" by "id", OfCase::Where("case_id = $1");
        id Id, arrived_at Number, arrived_on Text, stored_at Number, way Text, document_id Id, sha256 Bytes,
        size Number, message_id Text, answers Text, sender_name Text, sender_address Text, sender_key Text,
        subject Text, sent_at Number, kind Text, reading Text, attachments Number, answerable Flag, state Text,
        reason Text, case_id Id, first_read_at Number),
    table!("mail_deed" by "mail_id, seq", OfCase::Where("mail_id in (select id from mail where case_id = $1)");
        mail_id Id, seq Number, at Number, person_id Id, deed Text, reason Text, words Text, case_id Id),
    // So that whoever fetches from there goes on where this one stopped.
    table!("mail_source" by "source", OfCase::No;
        source Text, validity Number, mark Number, tried_at Number, succeeded_at Number, failure Text),
    table!("portal_code" by "id", OfCase::No;
        id Id, case_id Id, code_hash Bytes, given_by Id, given_at Number, revoked_at Number),
];

/// What stays behind, and why.
pub const LEFT_OUT: &[(&str, &str)] = &[
    (
        "portal_draft",
        "of the day: what somebody writes on the public pages and has not sent",
    ),
    (
        "portal_visit",
        "secret, and of the hour: complainants show their codes anew",
    ),
    (
        "api_token",
        "secret, and of this machine: programs get tokens anew",
    ),
    (
        "webhook",
        "secret: other systems are told by one installation alone",
    ),
    ("webhook_delivery", "goes with whom it was told to"),
    ("session", "secret, and of this machine: people sign in anew"),
    ("attempt", "of the hour: sign-in attempts by address"),
    ("idempotency", "of the day: answers to forms that were sent"),
    ("search_row", "follows from texts and lines; made anew"),
    ("search_index", "follows from texts and lines; made anew"),
    ("paper", "of two days: papers that can be asked for again"),
    ("reminder", "follows from what is owed; made anew within the hour"),
    ("calendar_feed", "secret: each person makes a new address"),
];

/// Columns of exported tables that stay behind, and why.
pub const COLUMNS_LEFT_OUT: &[(&str, &str, &str)] =
    &[("job", "lease_until", "of the moment: who was at work on it")];

/// Held back unless it is asked for: whoever has it may try passwords at leisure.
pub const SECRET: (&str, &str) = ("person", "password_hash");

/// Moves by itself without any change of content, and so stands in no digest.
pub const RESTLESS: &str = "job";
