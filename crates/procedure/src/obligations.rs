//! What must be done: one small function for each rule, from the facts of the case alone. Being late is a comparison made when one
//! looks; there is no "now" here.

mod b1_1;
mod b1_2;
mod b2_1;
mod b2_2;
mod b2_3;
mod b2_4;
mod b2_5;
mod b2_6;
mod b2_7;
pub mod b2_8;
mod s1;
pub mod s10;
mod s11;
pub mod s12;
mod s13;
mod s14;
mod s2;
mod s3;
mod s4;
pub mod s5;
mod s6;
mod s7;
mod s8;
mod s9;

pub use s7::response_term;

use crate::case::{ActKind, Case, Duty};
use crate::deadline::{Due, Term};
use crate::id::PersonId;
use crate::independence::is_kept_out;
use crate::office::Office;
use crate::rule::Rule;
use crate::settings::Periods;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A duty: who must do what, by when, under which rule.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Obligation {
    pub rule: Rule,
    /// The act that discharges it.
    pub act: ActKind,
    /// Which of several of the same kind.
    pub nth: u16,
    pub office: Office,
    /// The person it belongs to, where it is one person's.
    pub person: Option<PersonId>,
    pub opens_on: Date,
    pub term: Term,
    /// The date in force; absent only until the history has dated it.
    pub due: Option<Due>,
    /// The 72 hours of B2.7 end at an instant.
    pub due_at: Option<Timestamp>,
}

impl Obligation {
    /// The duty by name.
    pub fn duty(&self) -> Duty {
        Duty {
            rule: self.rule,
            act: self.act,
            nth: self.nth,
        }
    }
}

/// The facts and the periods from which a rule makes its duties.
struct Sheet<'a> {
    case: &'a Case,
    periods: &'a Periods,
    duties: Vec<Obligation>,
}

impl Sheet<'_> {
    fn add(
        &mut self,
        rule: Rule,
        act: ActKind,
        office: Office,
        opens_on: Date,
        term: Term,
    ) -> &mut Obligation {
        self.duties.push(Obligation {
            rule,
            act,
            nth: 0,
            office,
            person: None,
            opens_on,
            term,
            due: None,
            due_at: None,
        });
        self.duties.last_mut().expect("a duty was just added")
    }

    /// A person to whom a duty belongs, unless the record keeps him out: then it is the office's.
    fn free(&self, person: Option<PersonId>) -> Option<PersonId> {
        person.filter(|&person| !is_kept_out(self.case, person))
    }

    /// The duties that bring a wanted letter from draft to dispatch (B2.3), under the rule that wants it.
    fn letter(&mut self, rule: Rule, opens_on: Date, draft: Term) {
        let Some(letter) = self.case.letter_in_hand() else {
            self.add(rule, ActKind::DraftLetter, Office::Requester, opens_on, draft);
            return;
        };
        if let Some(signed) = &letter.signed {
            let act = if letter.number.is_none() {
                ActKind::NumberLetter
            } else {
                ActKind::DispatchLetter
            };
            let term = working(signed.on, self.periods.dispatch);
            self.add(rule, act, Office::Registry, signed.on, term);
        } else if let Some(submitted) = letter.submitted {
            let signer = letter.said.as_ref().map(|said| said.signer);
            let term = working(submitted.on, self.periods.sign);
            self.add(rule, ActKind::SignLetter, Office::Signer, submitted.on, term)
                .person = signer;
        } else if let Some(returned) = letter.returned {
            let term = working(returned.on, self.periods.sign);
            self.add(rule, ActKind::SubmitLetter, Office::Requester, returned.on, term);
        } else {
            let drafted = letter.drafted.on;
            let act = if letter.said.is_some() {
                ActKind::SubmitLetter
            } else {
                ActKind::DraftLetter
            };
            // What replaces an issued letter may be due after the limit: it is counted from the mistake.
            let term = if letter.replaces && self.case.is_answered() {
                working(drafted, self.periods.notice)
            } else {
                draft
            };
            self.add(rule, act, Office::Requester, drafted, term);
        }
    }
}

const fn working(from: Date, days: u16) -> Term {
    Term::WorkingDays { from, days }
}

const fn calendar(from: Date, days: u16) -> Term {
    Term::CalendarDays { from, days }
}

/// Every duty that is open in a case, in the order of the rules. A case can be closed exactly when there is none.
pub fn obligations(case: &Case, periods: &Periods) -> Vec<Obligation> {
    let open = case.number.is_some() && case.closed_on.is_none() && !case.is_annulled() && !case.transcribed;
    if !open {
        return Vec::new();
    }
    let mut sheet = Sheet {
        case,
        periods,
        duties: Vec::new(),
    };
    let rules: [fn(&mut Sheet); 21] = [
        b1_1::duties,
        b1_2::duties,
        b2_1::duties,
        b2_2::duties,
        b2_3::duties,
        b2_4::duties,
        b2_5::duties,
        b2_6::duties,
        b2_7::duties,
        s1::duties,
        s2::duties,
        s3::duties,
        s4::duties,
        s6::duties,
        s7::duties,
        s8::duties,
        s9::duties,
        s11::duties,
        s13::duties,
        s14::duties,
        s2::referral,
    ];
    for rule in rules {
        rule(&mut sheet);
    }
    let mut duties = sheet.duties;
    for duty in &mut duties {
        duty.due = case
            .dues
            .get(&duty.duty())
            .filter(|(term, _)| *term == duty.term)
            .map(|(_, due)| *due);
    }
    duties
}
