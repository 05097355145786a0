//! To which case a mail may belong. What it claims is shown as a claim; a person decides.

use super::answer::answered;
use super::keyed;
use crate::App;
use crate::error::{Error, Result};
use crate::execute::load;
use jiff::Timestamp;
use mail::Message;
use procedure::obligations::s12::Sight;
use procedure::{CaseId, PersonId};
use std::collections::BTreeMap;
use store::Conn;
use store::mail::Mail;
use uuid::Uuid;

keyed! {
    /// Why a case is suggested, the stronger first.
    Reason {
        /// It answers a mail of ours.
        Answer = "answer",
        /// The subject names its number.
        Number = "number",
        /// An earlier mail of the same sender, or one that this one answers, belongs to it.
        Thread = "thread",
        /// Its complainant gave this address.
        Sender = "sender",
    }
}

/// A case to which a mail may belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub number: String,
    pub reason: Reason,
    pub stage: String,
    /// Empty where the reader sees the case masked.
    pub summary: String,
}

/// So many are worth showing.
const MOST: usize = 6;
const LOOKED_THROUGH: i64 = 12;

pub(super) async fn of(
    app: &App,
    now: Timestamp,
    person: PersonId,
    row: &Mail,
    message: &Message,
) -> Result<Vec<Suggestion>> {
    app.db
        .read(|mut conn| async move {
            let conn = &mut conn;
            let office = app.office_in(conn).await?;
            let mut found: BTreeMap<(Reason, std::cmp::Reverse<String>), Suggestion> = BTreeMap::new();
            let mut known: Vec<Uuid> = Vec::new();
            for (reason, id) in candidates(conn, &office, row, message, person, now).await? {
                if known.contains(&id) || known.len() == MOST {
                    continue;
                }
                let (Some(case), Some(line)) = (
                    load(conn, CaseId(id)).await?,
                    store::cases::row_of(conn, id).await?,
                ) else {
                    continue;
                };
                let open = office.sight(conn, &case, person, now).await? == Sight::Full;
                // That this sender has a protected case is not told; what the mail itself names is known to whoever reads it.
                if !open && !matches!(reason, Reason::Answer | Reason::Number) {
                    continue;
                }
                known.push(id);
                let summary = if open && !line.protected {
                    line.summary
                } else {
                    String::new()
                };
                let suggestion = Suggestion {
                    number: line.number.clone(),
                    reason,
                    stage: line.stage,
                    summary,
                };
                found.insert((reason, std::cmp::Reverse(line.number)), suggestion);
            }
            Ok::<_, Error>(found.into_values().collect())
        })
        .await
}

async fn candidates(
    conn: &mut Conn,
    office: &crate::Office,
    row: &Mail,
    message: &Message,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<(Reason, Uuid)>> {
    let mut found = Vec::new();
    let answered = answered(conn, message).await?;
    found.extend(
        answered
            .and_then(|ours| ours.case_id)
            .map(|case| (Reason::Answer, case)),
    );
    for (year, ordinal) in message.named.numbers.iter().take(MOST) {
        let number = format!("{year}-{ordinal:04}");
        let case = store::cases::by_number(conn, &number).await?;
        found.extend(case.map(|case| (Reason::Number, case)));
    }
    let answers: Vec<String> = row.answers.lines().map(str::to_owned).collect();
    let threads = store::mail::cases_of(conn, &answers, &row.sender_key).await?;
    found.extend(threads.into_iter().map(|case| (Reason::Thread, case)));
    if !row.sender_key.is_empty() {
        let scope = office.scope(person, now);
        for party in store::mail::people_at(conn, &row.sender_key).await? {
            let Some(party) = store::parties::current(conn, party).await? else {
                continue;
            };
            let theirs = store::register::similar(conn, &scope, &party.name, "", LOOKED_THROUGH).await?;
            found.extend(theirs.into_iter().map(|case| (Reason::Sender, case.id)));
        }
    }
    Ok(found)
}
