//! Taking an import out of the book again, while nothing was built on it. What was built: a later line of one of its cases, a
//! line anywhere else that speaks of one, a letter or a file, a later number of the same year, a frozen compilation.

use super::{Import, State};
use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::people::{Change, note};
use jiff::Timestamp;
use procedure::PersonId;
use procedure::case::Actor;
use serde_json::Value;
use std::collections::BTreeSet;
use store::{At, Conn};
use uuid::Uuid;

/// Removes exactly the cases of the import and the parties that were made for them, gives the numbers back, and puts it on record.
///
/// # Errors
/// `Overtaken` when something was built on it: nothing is removed then.
pub(super) async fn undo(app: &App, now: Timestamp, import: &Import) -> Result<()> {
    let by = import
        .undone_by
        .map_or(Actor::System, |by| Actor::Person(PersonId(by.0)));
    app.db
        .act(|mut conn| async move {
            let conn = &mut conn;
            let office = app.office_in(conn).await?;
            super::may(&office, by, now)?;
            let mut row = store::imports::one(conn, import.id)
                .await?
                .ok_or(Error::NotFound)?;
            let parties = untouched(conn, import).await?;
            let parties: Vec<Uuid> = parties.into_iter().collect();
            store::imports::remove(conn, import.id, &parties).await?;
            for (year, (first, last)) in &import.years {
                let (next, first) = (i64::from(*last) + 1, i64::from(*first));
                if !store::imports::give_back(conn, office.id(), "case", *year, next, first).await? {
                    return Err(built_on());
                }
            }
            let change = Change::ImportUndone {
                import: import.id,
                file: import.sha256.clone(),
                records: import.records,
            };
            note(conn, &office, now, by, change).await?;
            State::Undone.key().clone_into(&mut row.state);
            row.undone_at = Some(At::from(now));
            if !store::imports::put(conn, &row).await? {
                return Err(built_on());
            }
            Ok(())
        })
        .await
}

fn built_on() -> Error {
    Error::Overtaken(Vec::new())
}

/// The parties that nothing else speaks of; an error when anything was built on the import.
async fn untouched(conn: &mut Conn, import: &Import) -> Result<BTreeSet<Uuid>> {
    if store::imports::touched(conn, import.id).await? > 0 {
        return Err(built_on());
    }
    for year in import.years.keys() {
        if store::imports::is_frozen(conn, *year).await? {
            return Err(built_on());
        }
    }
    let imported = store::imports::cases(conn, import.id).await?;
    let cases: BTreeSet<Uuid> = imported.iter().map(|case| case.case_id).collect();
    let mut parties: BTreeSet<Uuid> = imported.iter().filter_map(|case| case.party_id).collect();
    let since = import.ended_at.unwrap_or(import.at);
    for body in store::imports::later_bodies(conn, import.id, since).await? {
        let body: Value = serde_json::from_str(&body).map_err(corrupt)?;
        let mut named = BTreeSet::new();
        crate::export::names(&body, &mut named);
        if !named.is_disjoint(&cases) {
            return Err(built_on());
        }
        parties.retain(|party| !named.contains(party));
    }
    Ok(parties)
}
