//! What the history of a case keeps: accepted acts, the dates that follow from them, and what was found by looking.

use super::acts::{Act, ActKind};
use crate::deadline::{Due, Term};
use crate::id::{CaseNumber, PersonId};
use crate::rule::Rule;
use crate::vocabulary::{Bar, Finding, Role, SigningMode};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entry {
    pub at: Timestamp,
    /// The day in the zone of the organisation.
    pub on: Date,
    pub by: Actor,
    /// The role in which the person acted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    pub event: Event,
}

/// Who acted: a member of staff, the complainant by his own hand (on the public pages, or by a mail that is certainly his), or the product
/// itself (a timer, a calendar, an import).
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    Person(PersonId),
    Complainant,
    System,
}

impl Actor {
    /// The member of staff, if one acted.
    pub const fn person(self) -> Option<PersonId> {
        match self {
            Actor::Person(person) => Some(person),
            Actor::Complainant | Actor::System => None,
        }
    }
}

/// What the office hands to an act: numbers from the series, the authority found in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Given {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<CaseNumber>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<SigningMode>,
    /// The register officer himself received it, so that the entry needs no confirmation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
}

/// A duty by name: the rule that makes it, the act that discharges it, and which of several.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Duty {
    pub rule: Rule,
    pub act: ActKind,
    #[serde(default)]
    pub nth: u16,
}

/// The date of a duty, and the term it was computed from.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DatedDuty {
    pub duty: Duty,
    pub term: Term,
    pub due: Due,
}

/// Why dates were computed.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DatedBecause {
    /// Duties arose, or their facts changed.
    Arisen,
    /// A calendar or a period was loaded or changed: the limit is recomputed.
    Recomputed,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    Acted {
        #[serde(flatten)]
        act: Act,
        #[serde(default)]
        given: Given,
    },
    Dated {
        because: DatedBecause,
        duties: Vec<DatedDuty>,
    },
    /// Roles this case needs in which nobody may act any more (S4): each must be filled by an act.
    Vacated { roles: BTreeSet<Role> },
    /// A fact now known kept out whoever decided: the decision is set aside, and an independent one is made anew (§3.1).
    SetAside { decider: PersonId, bar: Bar },
    /// A record of the time before this product, as its source said it.
    Transcribed(Transcribed),
}

/// An old record: kept as it was, without duties until it is reopened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Transcribed {
    pub number: CaseNumber,
    pub receive: super::acts::Receive,
    pub registered_on: Date,
    #[serde(default)]
    pub limit_on: Option<Date>,
    #[serde(default)]
    pub answered_on: Option<Date>,
    #[serde(default)]
    pub closed_on: Option<Date>,
    #[serde(default)]
    pub finding: Option<Finding>,
    /// Every column of the source, verbatim.
    pub source: crate::id::TextRef,
    /// What the import warned of.
    #[serde(default)]
    pub flags: Vec<String>,
}
