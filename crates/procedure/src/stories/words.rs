//! The words of the stories: how a case comes in, and what the counter says; what everybody else says stands in `words/said.rs`.

mod said;

pub use said::{act, nothing_to_declare};

use super::cast::{self, CLIENT, COMPLAINANT, FORWARDER, OTHER_UNIT};
use super::centre::zone;
use super::clauses::Words;
use crate::case::Act;
use crate::case::acts::{Complainant, Forwarder, Reach, Receive};
use crate::id::{PersonId, TextId, TextRef};
use crate::vocabulary::{Channel, Kind, Subject};
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;

/// Phrases of the counter, and the clause each stands for.
pub const COUNTER: &[(&str, &str)] = &[
    ("explained, satisfied", "receiver settles"),
    ("explained, not satisfied", ""),
    ("promised", "receiver promises"),
    ("no contact", "receiver promises nothing"),
];

/// How a case comes in.
pub struct Received {
    pub act: Act,
    pub by: PersonId,
    pub registered_on: Date,
}

/// Some text.
pub fn text() -> TextRef {
    TextRef {
        id: TextId::small(1),
        sha256: "00".to_owned(),
    }
}

fn channel(word: &str) -> Option<Channel> {
    Some(match word {
        "in-person" => Channel::InPerson,
        "phone" => Channel::Phone,
        "letter" => Channel::Letter,
        "email" => Channel::Email,
        "web" => Channel::WebForm,
        "chat" => Channel::Chat,
        "fax" => Channel::Fax,
        "authority" => Channel::Authority,
        _ => return None,
    })
}

pub fn subject(word: &str) -> Option<Subject> {
    Some(match word {
        "result" => Subject::CertificationResult,
        "conduct" => Subject::StaffConduct,
        "confidentiality" => Subject::Confidentiality,
        "activity" => Subject::OtherActivity,
        "product" => Subject::ClientProduct,
        "handling" => Subject::ComplaintHandling,
        _ => return None,
    })
}

/// `phone 2026-03-02 conduct of colleague` and what else can be said of a receipt: the kind, `safety`, `by` whom, `registered` when,
/// `read` how long before, `anonymous`, `unreachable`, `no-address`, `no-phone`, `client`, `group`, `withheld`, `report-by`.
pub fn receipt(words: &mut Words) -> Option<Received> {
    let channel = words.peek().and_then(channel)?;
    words.word();
    let received_on = if words.has_day() { words.day() } else { words.today };
    let registered_on = words
        .after("registered")
        .map_or(received_on, |day| day.parse().unwrap());
    let first_read_at = words.after("read").map(|moment| {
        let moment: DateTime = moment.parse().unwrap();
        zone().to_timestamp(moment).unwrap()
    });
    let by = cast::named(words.after("by").unwrap_or("receiver")).unwrap();
    let concerned: BTreeSet<PersonId> = std::iter::from_fn(|| words.after("of"))
        .map(|name| cast::named(name).unwrap())
        .collect();
    let declared_kind = words
        .any(Kind::from_key)
        .first()
        .copied()
        .unwrap_or(Kind::Complaint);
    let mut subjects: BTreeSet<Subject> = words.any(subject).into_iter().collect();
    if subjects.is_empty() && !words.has("nothing") {
        subjects.insert(Subject::OtherActivity);
    }
    let withheld = words.has("withheld");
    let anonymous = words.has("anonymous");
    let unreachable = words.has("unreachable") || withheld || anonymous;
    let is_client =
        words.has("client") || declared_kind == Kind::Appeal && !anonymous && !words.has("third-party");
    let party = if is_client { CLIENT } else { COMPLAINANT };
    let report_by = words.after("report-by").map(|day| day.parse().unwrap());
    let forwarder = (channel == Channel::Authority).then_some(Forwarder {
        party: FORWARDER,
        report_by,
        identity_withheld: withheld,
    });
    let act = Act::Receive(Receive {
        channel,
        declared_kind,
        subjects,
        complainant: Complainant {
            party: (!anonymous && !withheld).then_some(party),
            reach: Reach {
                letter: !unreachable && !words.has("no-address"),
                voice: !unreachable && !words.has("no-phone"),
            },
            is_client,
            represented: false,
            group: words.has("group"),
        },
        received_on,
        first_read_at,
        content: text(),
        remedy_sought: None,
        persons_concerned: concerned,
        unit: words.has("unit").then_some(OTHER_UNIT),
        safety: words.has("safety"),
        forwarder,
        documents: Vec::new(),
    });
    Some(Received {
        act,
        by,
        registered_on,
    })
}
