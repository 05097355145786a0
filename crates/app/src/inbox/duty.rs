//! A mail that waits is a duty of the register officer: to be looked at by the end of the next working day (S1, and §5: its day of
//! receipt is that of its arrival).

use super::State;
use crate::error::Result;
use crate::post_duty::{self, Duty};
use crate::{App, Error, Office};
use jiff::Timestamp;
use procedure::Rule;
use procedure::office::Office as Bureau;
use procedure::vocabulary::Role;
use store::Conn;
use store::history::Stream;
use store::mail::Mail;
use store::obligations::Obligation;
use uuid::Uuid;

/// The key of what is owed on a new mail.
pub const SORT: &str = "sort_mail";
/// The key of what is owed where a mail of ours did not arrive.
pub const REACH: &str = "reach_otherwise";

/// How many mails are walked through at a time.
const PAGE: i64 = 200;

/// What is owed on a mail as it stands.
pub async fn owed(conn: &mut Conn, office: &Office, row: &Mail, now: Timestamp) -> Result<Vec<Obligation>> {
    let act = match State::from_key(&row.state) {
        Some(State::New) => SORT,
        Some(State::Bounce) => REACH,
        _ => return Ok(Vec::new()),
    };
    let duty = Duty {
        rule: Rule::S1,
        act,
        office: Bureau::RegisterOfficer,
        role: Role::RegisterOfficer,
        from: row.arrived_on.0,
    };
    Ok(vec![post_duty::owed(conn, office, duty, row.case_id, now).await?])
}

pub(super) async fn rewrite(conn: &mut Conn, office: &Office, row: &Mail, now: Timestamp) -> Result<()> {
    let owed = owed(conn, office, row, now).await?;
    crate::reminders::owe(conn, &Stream::mail(row.id), &row.id.to_string(), &owed, now).await
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
