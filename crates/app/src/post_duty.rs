//! What somebody owes on a mail, whichever way it went: by whom, and until when.

use crate::Office;
use crate::error::Result;
use crate::execute::load;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::deadline::Term;
use procedure::office::Office as Bureau;
use procedure::vocabulary::Role;
use procedure::{CaseId, Rule};
use store::Conn;
use store::obligations::{Holder, Obligation};
use uuid::Uuid;

/// Working days after the day from which it is owed.
const TERM: u16 = 1;

/// A duty on a mail: of the office that answers for such mail, of QMR where nobody holds that office (§3.1) and where the case is
/// protected (S12); by the end of the next working day.
pub async fn owed(
    conn: &mut Conn,
    office: &Office,
    duty: Duty<'_>,
    case: Option<Uuid>,
    now: Timestamp,
) -> Result<Obligation> {
    let desk = office.desk(now);
    let term = Term::WorkingDays {
        from: duty.from,
        days: TERM,
    };
    let due = term.due(desk.calendar);
    let is_held = desk.staff.holders(duty.role, desk.today).next().is_some();
    let protected = match case {
        Some(case) => load(conn, CaseId(case))
            .await?
            .is_some_and(|case| case.is_protected()),
        None => false,
    };
    let holder = if is_held && !protected {
        duty.office
    } else {
        Bureau::Qmr
    };
    Ok(Obligation {
        rule: duty.rule.name().to_owned(),
        act: duty.act.to_owned(),
        holder: Holder::Role {
            role: holder.key().to_owned(),
            unit: None,
        },
        opens_on: Some(duty.from),
        due_on: Some(due.on),
        due_at: None,
        provisional: due.provisional,
        anchor: duty.from.to_string(),
    })
}

/// Which duty it is.
pub struct Duty<'a> {
    pub rule: Rule,
    /// The key by which lists and reminders call it.
    pub act: &'a str,
    pub office: Bureau,
    /// The role of that office.
    pub role: Role,
    pub from: Date,
}
