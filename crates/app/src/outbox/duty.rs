//! A mail that did not get through is owed: somebody sends it again or reaches the person another way. The duty bears the rule
//! that the mail was to meet.

use super::sending::TRIED;
use super::{Purpose, State};
use crate::error::{Result, corrupt};
use crate::post_duty::{self, Duty};
use crate::{App, Error, Office};
use jiff::Timestamp;
use procedure::Rule;
use procedure::office::Office as Bureau;
use procedure::vocabulary::Role;
use store::Conn;
use store::history::Stream;
use store::obligations::Obligation;
use store::outbox::Mail;
use uuid::Uuid;

/// The key of what is owed on a mail of ours that did not get through.
pub const SETTLE: &str = "settle_mail";

/// How many mails are walked through at a time.
const PAGE: i64 = 200;

impl Purpose {
    /// The rule that a mail meets, where somebody must know that it did not get through; notices of the product itself meet none.
    const fn rule(self) -> Option<Rule> {
        match self {
            Purpose::Letter => Some(Rule::B2_3),
            Purpose::Acknowledgement | Purpose::Promise | Purpose::Portal => Some(Rule::S1),
            Purpose::Extension => Some(Rule::B2_5),
            Purpose::Progress | Purpose::Message => Some(Rule::S9),
            Purpose::ToClient => Some(Rule::B2_7),
            Purpose::ArrivalNotice | Purpose::Reminder | Purpose::Digest | Purpose::Notice => None,
        }
    }
}

impl State {
    /// Whether a mail rests here until somebody decides.
    pub const fn waits(self) -> bool {
        matches!(self, State::Failed | State::Suppressed | State::Unsure)
    }
}

/// What is owed on a mail as it stands.
pub async fn owed(conn: &mut Conn, office: &Office, row: &Mail, now: Timestamp) -> Result<Vec<Obligation>> {
    let purpose = Purpose::from_key(&row.purpose).ok_or_else(|| corrupt(&row.purpose))?;
    let waits = State::from_key(&row.state).is_some_and(State::waits);
    let Some(rule) = purpose.rule().filter(|_| waits) else {
        return Ok(Vec::new());
    };
    let (bureau, role) = match purpose {
        Purpose::Letter => (Bureau::Registry, Role::Registry),
        _ => (Bureau::RegisterOfficer, Role::RegisterOfficer),
    };
    let duty = Duty {
        rule,
        act: SETTLE,
        office: bureau,
        role,
        from: office.zone.to_datetime(row.run_at.0).date(),
    };
    Ok(vec![post_duty::owed(conn, office, duty, row.case_id, now).await?])
}

/// Writes what is owed on a mail now, in the transaction that changed it.
pub(super) async fn rewrite(conn: &mut Conn, office: &Office, id: Uuid, now: Timestamp) -> Result<()> {
    let Some(row) = store::outbox::one(conn, id).await? else {
        return Ok(());
    };
    let owed = owed(conn, office, &row, now).await?;
    let stream = Stream::outgoing_mail(row.id);
    crate::reminders::owe(conn, &stream, &row.id.to_string(), &owed, now).await
}

impl App {
    /// Writes what is owed on a mail now, in the transaction that changed it.
    pub(super) async fn owe_mail(&self, conn: &mut Conn, id: Uuid, now: Timestamp) -> Result<()> {
        let office = self.office_in(conn).await?;
        rewrite(conn, &office, id, now).await
    }

    /// What waited for too long fails, also where no server was ever named; the duties on mails that did not get through follow the
    /// calendar and the staff.
    pub(crate) async fn outbox_follows_house(&self, now: Timestamp) -> Result<()> {
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                store::outbox::tire(conn, now - TRIED, super::TOO_OLD).await?;
                Ok::<_, Error>(())
            })
            .await?;
        for state in State::ALL.iter().filter(|state| state.waits()) {
            let mut after = Uuid::nil();
            loop {
                let page = self
                    .db
                    .act(|mut conn| async move {
                        let conn = &mut conn;
                        let office = self.office_in(conn).await?;
                        let page = store::outbox::resting(conn, state.key(), after, PAGE).await?;
                        for id in &page {
                            rewrite(conn, &office, *id, now).await?;
                        }
                        Ok::<_, Error>(page.last().copied())
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
