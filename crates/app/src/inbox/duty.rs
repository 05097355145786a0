//! A mail that waits is a duty of the register officer: to be looked at by the end of the next working day (S1, and §5: its day of
//! receipt is that of its arrival).

use super::State;
use crate::error::Result;
use crate::execute::load;
use crate::{App, Error, Office};
use jiff::Timestamp;
use procedure::deadline::Term;
use procedure::office::Office as Bureau;
use procedure::vocabulary::Role;
use procedure::{CaseId, Rule};
use store::Conn;
use store::history::Stream;
use store::mail::Mail;
use store::obligations::{Holder, Obligation};
use uuid::Uuid;

/// The key of what is owed on a new mail.
pub const SORT: &str = "sort_mail";
/// The key of what is owed where a mail of ours did not arrive.
pub const REACH: &str = "reach_otherwise";

/// Working days after arrival.
const TERM: u16 = 1;
/// How many mails are walked through at a time.
const PAGE: i64 = 200;

/// What is owed on a mail as it stands.
pub async fn owed(conn: &mut Conn, office: &Office, row: &Mail, now: Timestamp) -> Result<Vec<Obligation>> {
    let act = match State::from_key(&row.state) {
        Some(State::New) => SORT,
        Some(State::Bounce) => REACH,
        _ => return Ok(Vec::new()),
    };
    let desk = office.desk(now);
    let term = Term::WorkingDays {
        from: row.arrived_on.0,
        days: TERM,
    };
    let due = term.due(desk.calendar);
    // Where nobody keeps the book, QMR does (§3.1).
    let kept = desk
        .staff
        .holders(Role::RegisterOfficer, desk.today)
        .next()
        .is_some();
    // What belongs to a protected case says whose it is (S12).
    let protected = match row.case_id {
        Some(case) => load(conn, CaseId(case))
            .await?
            .is_some_and(|case| case.is_protected()),
        None => false,
    };
    let holder = if kept && !protected {
        Bureau::RegisterOfficer
    } else {
        Bureau::Qmr
    };
    Ok(vec![Obligation {
        rule: Rule::S1.name().to_owned(),
        act: act.to_owned(),
        holder: Holder::Role {
            role: holder.key().to_owned(),
            unit: None,
        },
        opens_on: Some(row.arrived_on.0),
        due_on: Some(due.on),
        due_at: None,
        provisional: due.provisional,
        anchor: row.arrived_on.0.to_string(),
    }])
}

pub(super) async fn rewrite(conn: &mut Conn, office: &Office, row: &Mail, now: Timestamp) -> Result<()> {
    let owed = owed(conn, office, row, now).await?;
    store::obligations::rewrite(conn, &Stream::mail(row.id), &row.id.to_string(), &owed).await?;
    Ok(())
}

impl App {
    /// The duties on waiting mails follow the calendar and the staff.
    pub(crate) async fn mails_follow_house(&self, now: Timestamp) -> Result<()> {
        for state in State::ALL.iter().filter(|state| state.waits()) {
            let mut after = Uuid::nil();
            loop {
                let page = self
                    .db
                    .act(|mut conn| async move {
                        let conn = &mut conn;
                        let office = self.office_in(conn).await?;
                        let page = store::mail::after(conn, after, Some(state.key()), PAGE).await?;
                        for row in &page {
                            rewrite(conn, &office, row, now).await?;
                        }
                        Ok::<_, Error>(page.last().map(|row| row.id))
                    })
                    .await?;
                match page {
                    Some(last) => after = last,
                    None => break,
                }
            }
        }
        Ok(())
    }
}
