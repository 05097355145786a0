//! The ways in which a spoken case leaves the counter: settled, with a promised reply, or only written down.

use super::fields::*;
use super::reader::Reader;
use crate::Texts;
use jiff::civil::Date;
use procedure::Desk;
use procedure::case::acts::{Act, Note, Promise, SettleOnTheSpot};
use procedure::case::refusal::Problem;
use procedure::deadline::Term;

/// How a spoken case leaves the counter.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Road {
    /// B1.1: explained, and the complainant is satisfied.
    Settled,
    /// B1.2: a reply is promised, QMR is told.
    Promised,
    /// Only written down: a colleague promises the reply, because the receiver must not.
    Recorded,
}

impl Road {
    pub const ALL: &[Road] = &[Road::Settled, Road::Promised, Road::Recorded];

    pub const fn key(self) -> &'static str {
        match self {
            Road::Settled => "settled",
            Road::Promised => "promised",
            Road::Recorded => "recorded",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|road| road.key() == key)
    }
}

pub(super) fn settle(reader: &mut Reader, texts: &mut Texts) -> Vec<Act> {
    let explanation = reader.needed(EXPLANATION);
    let satisfaction = reader.needed(SATISFACTION);
    let (Some(explanation), Some(satisfaction)) = (explanation, satisfaction) else {
        return Vec::new();
    };
    vec![Act::SettleOnTheSpot(SettleOnTheSpot {
        explanation: texts.add(explanation),
        satisfaction: texts.add(satisfaction),
    })]
}

/// B1.2: a day within the limit where there is a way to tell, else why there is none; and the report to QMR.
pub(super) fn promise(
    reader: &mut Reader,
    texts: &mut Texts,
    desk: &Desk,
    received_on: Option<Date>,
    can_tell: bool,
) -> Vec<Act> {
    let day = reader.day(REPLY_BY);
    let reason = reader.words(NO_CONTACT_REASON);
    let note = reader.words(NOTE);
    if let (Some(day), Some(received_on)) = (day, received_on)
        && (can_tell || reason.is_none())
    {
        let limit = limit_term(received_on, desk).due(desk.calendar).on;
        if day < desk.today {
            reader.say(REPLY_BY, Problem::InPast);
        } else if day > limit.max(desk.today) {
            reader.say(REPLY_BY, Problem::AfterLimit);
        }
    }
    let promise = match (can_tell, reason) {
        (true, Some(_)) => {
            reader.say(NO_CONTACT_REASON, Problem::Contradicts);
            None
        }
        (true, None) => {
            if day.is_none() && !reader.is_wrong(REPLY_BY) {
                reader.say(REPLY_BY, Problem::Missing);
            }
            day.map(|day| Promise {
                reply_by: Some(day),
                no_contact_reason: None,
            })
        }
        // The day that stood in the form by default is nobody's promise when nobody can be told.
        (false, Some(reason)) => Some(Promise {
            reply_by: None,
            no_contact_reason: Some(texts.add(reason)),
        }),
        (false, None) => {
            if !reader.is_wrong(PHONE) && !reader.is_wrong(EMAIL) {
                reader.say(PHONE, Problem::NeedsContact);
            }
            None
        }
    };
    let Some(promise) = promise else { return Vec::new() };
    let note = note.map(|words| texts.add(words));
    vec![Act::Promise(promise), Act::ReportToQmr(Note { note })]
}

/// The thirty days of B2.4 from the day of receipt.
pub fn limit_term(received_on: Date, desk: &Desk) -> Term {
    Term::CalendarDays {
        from: received_on,
        days: desk.periods.answer_calendar,
    }
}

/// The day that the form proposes for the promised reply: five working days on, and never past the limit.
pub fn usual_reply_day(received_on: Date, desk: &Desk) -> Date {
    const USUAL: u16 = 5;
    let limit = limit_term(received_on, desk).due(desk.calendar).on;
    desk.calendar
        .working_days_after(desk.today, USUAL)
        .min(limit.max(desk.today))
}
