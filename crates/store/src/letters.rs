//! The registers of letters: what goes out and what comes in, each with its number of the year.

use jiff::civil::Date;
use sqlx::FromRow;
use uuid::Uuid;

use crate::{Conn, On, Result};

/// A line of the register of outgoing letters, with its statutory columns.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct OutgoingDocument {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub year: i64,
    pub symbol: String,
    pub number: i64,
    pub dated_on: On,
    pub summary: String,
    pub signer: String,
    pub recipient: String,
    pub kept_by: String,
    pub copies: i64,
    pub dispatched_on: Option<On>,
    /// By which way it left, as a key of the vocabulary; empty while it has not, and for what was entered before ways were kept.
    pub sent_by: String,
    /// What the post calls the sending, where it is traced.
    pub tracking: String,
    pub note: String,
    pub case_id: Option<Uuid>,
    pub letter_id: Option<Uuid>,
    pub voided: bool,
}

/// A line of the register of incoming letters, with its statutory columns.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct IncomingDocument {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub year: i64,
    pub number: i64,
    pub arrived_on: On,
    pub author: String,
    pub symbol: String,
    pub dated_on: Option<On>,
    pub summary: String,
    pub receiver: String,
    pub transferred_on: Option<On>,
    pub note: String,
    pub case_id: Option<Uuid>,
}

const PUT_OUTGOING: &str = "
    insert into outgoing_document (id, organisation_id, year, symbol, number, dated_on, summary, signer,
        recipient, kept_by, copies, dispatched_on, sent_by, tracking, note, case_id, letter_id, voided)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    on conflict (id) do update set summary = excluded.summary, signer = excluded.signer,
        recipient = excluded.recipient, kept_by = excluded.kept_by, copies = excluded.copies,
        dispatched_on = excluded.dispatched_on, sent_by = excluded.sent_by,
        tracking = excluded.tracking, note = excluded.note, voided = excluded.voided";

/// Enters an outgoing letter, or completes its line: its number and date stay. A number given before is `Taken`.
pub async fn put_outgoing(conn: &mut Conn, letter: &OutgoingDocument) -> Result<()> {
    on!(conn, c => sqlx::query(PUT_OUTGOING)
        .bind(letter.id)
        .bind(letter.organisation_id)
        .bind(letter.year)
        .bind(&letter.symbol)
        .bind(letter.number)
        .bind(letter.dated_on)
        .bind(&letter.summary)
        .bind(&letter.signer)
        .bind(&letter.recipient)
        .bind(&letter.kept_by)
        .bind(letter.copies)
        .bind(letter.dispatched_on)
        .bind(&letter.sent_by)
        .bind(&letter.tracking)
        .bind(&letter.note)
        .bind(letter.case_id)
        .bind(letter.letter_id)
        .bind(letter.voided)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const OUTGOING: &str = "
    select id, organisation_id, year, symbol, number, dated_on, summary, signer, recipient, kept_by, copies,
        dispatched_on, sent_by, tracking, note, case_id, letter_id, voided
    from outgoing_document where dated_on between $1 and $2 order by dated_on, number, id";

/// The outgoing letters dated in a period, both days included, as the register lists them.
pub async fn outgoing(conn: &mut Conn, from: Date, until: Date) -> Result<Vec<OutgoingDocument>> {
    Ok(on!(conn, c => sqlx::query_as(OUTGOING)
        .bind(On(from))
        .bind(On(until))
        .fetch_all(c)
        .await?))
}

const OUTGOING_ONE: &str = "
    select id, organisation_id, year, symbol, number, dated_on, summary, signer, recipient, kept_by, copies,
        dispatched_on, sent_by, tracking, note, case_id, letter_id, voided
    from outgoing_document where id = $1";

pub async fn outgoing_one(conn: &mut Conn, id: Uuid) -> Result<Option<OutgoingDocument>> {
    Ok(on!(conn, c => sqlx::query_as(OUTGOING_ONE).bind(id).fetch_optional(c).await?))
}

const OUTGOING_OF_CASE: &str = "
    select id, organisation_id, year, symbol, number, dated_on, summary, signer, recipient, kept_by, copies,
        dispatched_on, sent_by, tracking, note, case_id, letter_id, voided
    from outgoing_document where case_id = $1 order by dated_on, number, id";

/// The outgoing letters of a case.
pub async fn outgoing_of_case(conn: &mut Conn, case_id: Uuid) -> Result<Vec<OutgoingDocument>> {
    Ok(on!(conn, c => sqlx::query_as(OUTGOING_OF_CASE).bind(case_id).fetch_all(c).await?))
}

const NUMBER_TAKEN: &str = "
    select 1 from outgoing_document
    where organisation_id = $1 and year = $2 and symbol = $3 and number = $4";

/// Whether an outgoing number is given already, to say so before anything is typed again.
pub async fn is_taken(
    conn: &mut Conn,
    organisation: Uuid,
    year: i16,
    symbol: &str,
    number: i64,
) -> Result<bool> {
    let one: Option<i32> = on!(conn, c => sqlx::query_scalar(NUMBER_TAKEN)
        .bind(organisation)
        .bind(i64::from(year))
        .bind(symbol)
        .bind(number)
        .fetch_optional(c)
        .await?);
    Ok(one.is_some())
}

const PUT_INCOMING: &str = "
    insert into incoming_document (id, organisation_id, year, number, arrived_on, author, symbol, dated_on,
        summary, receiver, transferred_on, note, case_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
    on conflict (id) do update set author = excluded.author, symbol = excluded.symbol,
        dated_on = excluded.dated_on, summary = excluded.summary, receiver = excluded.receiver,
        transferred_on = excluded.transferred_on, note = excluded.note, case_id = excluded.case_id";

/// Enters an incoming letter, or completes its line: its number and day stay. A number given before is `Taken`.
pub async fn put_incoming(conn: &mut Conn, letter: &IncomingDocument) -> Result<()> {
    on!(conn, c => sqlx::query(PUT_INCOMING)
        .bind(letter.id)
        .bind(letter.organisation_id)
        .bind(letter.year)
        .bind(letter.number)
        .bind(letter.arrived_on)
        .bind(&letter.author)
        .bind(&letter.symbol)
        .bind(letter.dated_on)
        .bind(&letter.summary)
        .bind(&letter.receiver)
        .bind(letter.transferred_on)
        .bind(&letter.note)
        .bind(letter.case_id)
        .execute(c)
        .await?
        .rows_affected());
    Ok(())
}

const INCOMING: &str = "
    select id, organisation_id, year, number, arrived_on, author, symbol, dated_on, summary, receiver,
        transferred_on, note, case_id
    from incoming_document where arrived_on between $1 and $2 order by arrived_on, number, id";

/// The incoming letters that arrived in a period, both days included, as the register lists them.
pub async fn incoming(conn: &mut Conn, from: Date, until: Date) -> Result<Vec<IncomingDocument>> {
    Ok(on!(conn, c => sqlx::query_as(INCOMING)
        .bind(On(from))
        .bind(On(until))
        .fetch_all(c)
        .await?))
}

const INCOMING_OF_CASE: &str = "
    select id, organisation_id, year, number, arrived_on, author, symbol, dated_on, summary, receiver,
        transferred_on, note, case_id
    from incoming_document where case_id = $1 order by arrived_on, number, id";

/// The incoming letters of a case.
pub async fn incoming_of_case(conn: &mut Conn, case_id: Uuid) -> Result<Vec<IncomingDocument>> {
    Ok(on!(conn, c => sqlx::query_as(INCOMING_OF_CASE).bind(case_id).fetch_all(c).await?))
}
