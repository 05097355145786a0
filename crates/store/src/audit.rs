//! Everything that is stored of many streams at once, a range of ids at a time, to be compared with what their
//! histories give.
//!
//! A range begins after `after` and ends with `until`; ids sort alike on both databases.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use sqlx::FromRow;
use uuid::Uuid;

use crate::cases::{self, CasePerson, CaseRecord, CaseRow};
use crate::corrective_actions::ActionRow;
use crate::documents::Document;
use crate::fold::{name_key, phone_key};
use crate::history::{Event, StreamKind};
use crate::texts::Text;
use crate::value::day_key;
use crate::{At, Conn, On, Result};

const EVENTS: &str = "
    select stream_kind, stream_id, seq, at, actor, kind, prev_hash, hash, body from event
    where stream_kind = $1 and stream_id > $2 and stream_id <= $3
    order by stream_id, seq";

/// The histories of a range, one after another.
pub async fn events(conn: &mut Conn, kind: StreamKind, after: Uuid, until: Uuid) -> Result<Vec<Event>> {
    Ok(on!(conn, c => sqlx::query_as(EVENTS)
        .bind(kind.as_str())
        .bind(after)
        .bind(until)
        .fetch_all(c)
        .await?))
}

const STATES: &str = "select case_id, state from case_state where case_id > $1 and case_id <= $2";

const PEOPLE: &str = "select case_id, person_id, part from case_person where case_id > $1 and case_id <= $2";

const ROWS: &str = "select id from case_row where id > $1 and id <= $2";

#[derive(FromRow)]
struct PersonOf {
    case_id: Uuid,
    #[sqlx(flatten)]
    person: CasePerson,
}

/// The cases of a range as they are written down; a case without a state has an empty one.
pub async fn cases(conn: &mut Conn, after: Uuid, until: Uuid) -> Result<BTreeMap<Uuid, CaseRecord>> {
    let ids: Vec<Uuid> = on!(conn, c => sqlx::query_scalar(ROWS)
        .bind(after)
        .bind(until)
        .fetch_all(c)
        .await?);
    let rows: Vec<CaseRow> = cases::rows_of(conn, &ids).await?;
    let mut subjects = cases::subjects_of(conn, &ids).await?;
    let states: Vec<(Uuid, String)> = on!(conn, c => sqlx::query_as(STATES)
        .bind(after)
        .bind(until)
        .fetch_all(c)
        .await?);
    let mut states: BTreeMap<Uuid, String> = states.into_iter().collect();
    let found: Vec<PersonOf> = on!(conn, c => sqlx::query_as(PEOPLE)
        .bind(after)
        .bind(until)
        .fetch_all(c)
        .await?);
    let mut people: BTreeMap<Uuid, BTreeSet<CasePerson>> = BTreeMap::new();
    for one in found {
        people.entry(one.case_id).or_default().insert(one.person);
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let id = row.id;
            let record = CaseRecord {
                row,
                subjects: subjects.remove(&id).unwrap_or_default(),
                people: people.remove(&id).unwrap_or_default(),
                state: states.remove(&id).unwrap_or_default(),
            };
            (id, record)
        })
        .collect())
}

const KEYS: &str = "
    select id, chrono, running_on, limit_key, complainant_key, phone_key from case_row
    where id > $1 and id <= $2";

/// The columns of a line that follow from others and by which it is found.
#[derive(FromRow)]
struct Keys {
    id: Uuid,
    chrono: i64,
    running_on: Option<On>,
    limit_key: String,
    complainant_key: String,
    phone_key: String,
}

/// The cases of a range whose lines would not be found by what they say.
pub async fn misfiled(conn: &mut Conn, after: Uuid, until: Uuid) -> Result<BTreeSet<Uuid>> {
    let keys: Vec<Keys> = on!(conn, c => sqlx::query_as(KEYS)
        .bind(after)
        .bind(until)
        .fetch_all(c)
        .await?);
    let ids: Vec<Uuid> = keys.iter().map(|keys| keys.id).collect();
    let rows = cases::rows_of(conn, &ids).await?;
    let rows: BTreeMap<Uuid, CaseRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    let agrees = |keys: &Keys| {
        rows.get(&keys.id).is_some_and(|row| {
            keys.chrono == row.chrono()
                && keys.running_on == row.running_on()
                && keys.limit_key == day_key(row.limit_on)
                && keys.complainant_key == name_key(&row.complainant_name)
                && keys.phone_key == phone_key(&row.complainant_phone)
        })
    };
    Ok(keys
        .iter()
        .filter(|keys| !agrees(keys))
        .map(|keys| keys.id)
        .collect())
}

const ACTIONS: &str = "
    select id, year, ordinal, number, version, stage, owner_id, due_on, opened_on, closed_on, summary, state
    from corrective_action where id > $1 and id <= $2";

#[derive(FromRow)]
struct ActionAndState {
    #[sqlx(flatten)]
    row: ActionRow,
    state: String,
}

/// The corrective actions of a range with their states.
pub async fn actions(
    conn: &mut Conn,
    after: Uuid,
    until: Uuid,
) -> Result<BTreeMap<Uuid, (ActionRow, String)>> {
    let found: Vec<ActionAndState> = on!(conn, c => sqlx::query_as(ACTIONS)
        .bind(after)
        .bind(until)
        .fetch_all(c)
        .await?);
    Ok(found
        .into_iter()
        .map(|one| (one.row.id, (one.row, one.state)))
        .collect())
}

const TEXTS: &str = "
    select id, stream_id, salt, body, erased_at from text
    where stream_id > $1 and stream_id <= $2";

/// The texts of the streams of a range.
pub async fn texts(conn: &mut Conn, after: Uuid, until: Uuid) -> Result<Vec<Text>> {
    Ok(on!(conn, c => sqlx::query_as(TEXTS).bind(after).bind(until).fetch_all(c).await?))
}

const DOCUMENTS: &str = "
    select id, stream_id, file_name, media_type, size, sha256, staged_by, staged_at, attached_at
    from document where stream_id > $1 and stream_id <= $2";

/// What is attached to the streams of a range.
pub async fn documents(conn: &mut Conn, after: Uuid, until: Uuid) -> Result<Vec<Document>> {
    Ok(on!(conn, c => sqlx::query_as(DOCUMENTS).bind(after).bind(until).fetch_all(c).await?))
}

const LINKS: &str = "
    select case_id, action_id from case_corrective_action where case_id > $1 and case_id <= $2";

/// Which corrective actions the cases of a range are linked with.
pub async fn links(conn: &mut Conn, after: Uuid, until: Uuid) -> Result<BTreeMap<Uuid, BTreeSet<Uuid>>> {
    let found: Vec<(Uuid, Uuid)> = on!(conn, c => sqlx::query_as(LINKS)
        .bind(after)
        .bind(until)
        .fetch_all(c)
        .await?);
    let mut links: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
    for (case, action) in found {
        links.entry(case).or_default().insert(action);
    }
    Ok(links)
}

/// The name of a party in one of its versions.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct PartyName {
    pub id: Uuid,
    pub version: i64,
    pub name: String,
    pub sort_key: String,
    pub phone: String,
    pub erased_at: Option<At>,
}

const VERSIONS: &str = "
    select id, version, name, sort_key, phone, erased_at from party where id = $1 order by version";

/// Every version of one party.
pub async fn party(conn: &mut Conn, id: Uuid) -> Result<Vec<PartyName>> {
    Ok(on!(conn, c => sqlx::query_as(VERSIONS).bind(id).fetch_all(c).await?))
}

const RECOMPUTATION: &str = "select count(*) from job where kind = $1 and run_at <= $2";

/// Whether a job of this kind is due and not done, so that what it would change may still differ.
pub async fn is_waiting(conn: &mut Conn, kind: &str, now: Timestamp) -> Result<bool> {
    let waiting: i64 = on!(conn, c => sqlx::query_scalar(RECOMPUTATION)
        .bind(kind)
        .bind(At::from(now))
        .fetch_one(c)
        .await?);
    Ok(waiting > 0)
}
