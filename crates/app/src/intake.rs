//! Tiếp nhận: what the receiver typed becomes the acts that put a case into the book, and everything that cannot stand is told at once.

mod parties;
pub(crate) mod reader;
mod road;

use crate::error::Result;
use crate::inbox::LINKED;
use crate::{App, NewParty, Submission, Texts, Typed};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use procedure::case::acts::{Act, Receive};
use procedure::case::refusal::Problem;
use procedure::obligations::s12::Sight;
use procedure::vocabulary::{Channel, Kind, Subject};
use procedure::{Desk, FileRef, PartyId, PersonId};
pub use reader::LONGEST_LINE;
pub use road::{Road, limit_term, usual_reply_day};

use parties::{complainant, forwarder};
use reader::Reader;
use road::{promise, settle};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A case as it is about to enter the book.
#[derive(Clone, Debug)]
pub struct Intake {
    pub submission: Submission,
    /// How a spoken case leaves the counter; `None` for a written one.
    pub road: Option<Road>,
    /// Called an appeal by someone who cannot appeal: it is entered as a complaint, and the word is kept.
    pub appeal_becomes_complaint: bool,
}

/// The form of intake asks for these; their names are those of the act where the act has them.
pub mod fields {
    pub const CHANNEL: &str = "channel";
    pub const RECEIVED_ON: &str = "received_on";
    /// When somebody here first read it, where that was before now: a day and a time of day.
    pub const READ_ON: &str = "read_on";
    pub const READ_AT: &str = "read_at";
    pub const NAME: &str = "name";
    pub const PHONE: &str = "phone";
    pub const EMAIL: &str = "email";
    pub const ADDRESS: &str = "address";
    pub const PARTY_KIND: &str = "party_kind";
    pub const REPRESENTATIVE: &str = "representative";
    pub const IS_CLIENT: &str = "is_client";
    pub const ANONYMOUS: &str = "anonymous";
    /// The number of an earlier case whose complainant this is.
    pub const EARLIER: &str = "earlier";
    pub const DECLARED_KIND: &str = "declared_kind";
    pub const SUBJECTS: &str = "subjects";
    pub const CONTENT: &str = "content";
    pub const REMEDY_SOUGHT: &str = "remedy_sought";
    pub const PERSONS_CONCERNED: &str = "persons_concerned";
    pub const UNIT: &str = "unit";
    pub const SAFETY: &str = "safety";
    pub const FORWARDER: &str = "forwarder";
    pub const REPORT_BY: &str = "report_by";
    pub const IDENTITY_WITHHELD: &str = "identity_withheld";
    pub const DOCUMENTS: &str = "documents";
    pub const ROAD: &str = "road";
    pub const EXPLANATION: &str = "explanation";
    pub const SATISFACTION: &str = "satisfaction";
    pub const REPLY_BY: &str = "reply_by";
    pub const NO_CONTACT_REASON: &str = "no_contact_reason";
    pub const NOTE: &str = "note";
}
use fields::*;

/// What lies in the database and must be known before reading.
#[derive(Default)]
struct Known {
    units: BTreeSet<Uuid>,
    files: BTreeMap<Uuid, FileRef>,
    /// The complainant of the earlier case that was chosen, as it is known now.
    party: Option<(PartyId, NewParty)>,
}

impl App {
    /// Reads the form of intake.
    ///
    /// # Errors
    /// Every field that is missing or cannot stand, all at once.
    pub async fn read_intake(
        &self,
        now: Timestamp,
        person: PersonId,
        key: &str,
        typed: &Typed,
    ) -> Result<Intake> {
        let mut known = Known::default();
        let ids = typed.all(DOCUMENTS).into_iter();
        for id in ids.filter_map(|id| Uuid::parse_str(id).ok()) {
            if let Some(file) = self.file_given_by(person, id).await? {
                known.files.insert(id, file);
            }
        }
        if let Some(number) = typed.one(EARLIER) {
            known.party = self.complainant_of(now, person, number).await?;
        }
        let office = self.office().await?;
        let desk = office.desk(now);
        let units = office.units.values().filter(|unit| unit.active);
        let mut reader = Reader::new(typed, desk.today);
        known.units = units.map(|unit| unit.id).collect();
        let intake = read(&mut reader, &desk, &office.zone, known, key);
        let Some(mut intake) = intake.filter(|_| reader.problems.is_empty()) else {
            return Err(reader.problems.into());
        };
        if let Some(mail) = typed.one(LINKED).and_then(|id| Uuid::parse_str(id).ok()) {
            self.enter_mail(now, person, mail, &mut intake.submission).await?;
        }
        Ok(intake)
    }

    /// The complainant of a case that this person sees wholly; a number that leads to none says nothing.
    pub async fn complainant_of(
        &self,
        now: Timestamp,
        person: PersonId,
        number: &str,
    ) -> Result<Option<(PartyId, NewParty)>> {
        let view = match self.case(now, person, number).await {
            Ok(view) => view,
            Err(crate::Error::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        let party = view.case.complainant.party.filter(|_| view.sight == Sight::Full);
        Ok(party.and_then(|id| Some((id, NewParty::from(view.parties.get(&id)?)))))
    }

    /// A stored file that this person gave. It may be attached already: a form that is sent twice is the same form.
    async fn file_given_by(&self, person: PersonId, id: Uuid) -> Result<Option<FileRef>> {
        let own = match self.document(procedure::DocumentId(id)).await {
            Ok(row) => row.staged_by == Some(person.0),
            Err(crate::Error::NotFound) => false,
            Err(error) => return Err(error),
        };
        if own { self.staged_file(id).await } else { Ok(None) }
    }
}

/// The whole form; `None` where a field without which there is no case is missing, as the reader then has said.
fn read(reader: &mut Reader, desk: &Desk, zone: &TimeZone, known: Known, key: &str) -> Option<Intake> {
    let mut texts = Texts::default();
    let mut parties = Vec::new();
    let channel = reader.choice(CHANNEL, Channel::from_key);
    let declared_kind = reader.choice(DECLARED_KIND, Kind::from_key);
    let subjects = reader.choices(SUBJECTS, Subject::from_key);
    if subjects.is_empty() {
        reader.say(SUBJECTS, Problem::NoSubject);
    }
    let content = reader.needed(CONTENT);
    let remedy = reader.words(REMEDY_SOUGHT);
    let received_on = reader.receipt(RECEIVED_ON);
    let first_read_at = first_reading(reader, desk, zone, received_on);
    let forwarder = forwarder(reader, channel, received_on, &mut parties);
    let withheld = forwarder.as_ref().is_some_and(|f| f.identity_withheld);
    let complainant = complainant(reader, known.party, withheld, &mut parties);
    let can_tell = complainant.reach.letter || complainant.reach.voice || withheld;
    let persons_concerned = reader.people(PERSONS_CONCERNED, desk.staff);
    let unit = reader.unit(UNIT, &known.units);
    let documents = reader.files(DOCUMENTS, &known.files);

    let spoken = channel.is_some_and(|channel| !channel.is_written());
    let road = if spoken {
        reader.choice(ROAD, Road::from_key)
    } else {
        None
    };
    let follow = match road {
        Some(Road::Settled) => settle(reader, &mut texts),
        Some(Road::Promised) => promise(reader, &mut texts, desk, received_on, can_tell),
        Some(Road::Recorded) | None => Vec::new(),
    };

    let (channel, declared_kind, content) = (channel?, declared_kind?, content?);
    let appeals = complainant.is_client && complainant.party.is_some();
    let receive = Receive {
        channel,
        declared_kind,
        subjects,
        complainant,
        received_on: received_on?,
        first_read_at,
        content: texts.add(content),
        remedy_sought: remedy.map(|words| texts.add(words)),
        persons_concerned,
        unit,
        safety: reader.typed.is_checked(SAFETY),
        forwarder,
        documents,
    };
    let mut acts = vec![Act::Receive(receive)];
    acts.extend(follow);
    Some(Intake {
        submission: Submission {
            key: key.to_owned(),
            acts,
            texts,
            parties,
            ..Submission::default()
        },
        road,
        appeal_becomes_complaint: declared_kind == Kind::Appeal && !appeals,
    })
}

/// The instant from which the 72 hours of B2.7 run, where that is not now. A day without a time begins at midnight.
fn first_reading(
    reader: &mut Reader,
    desk: &Desk,
    zone: &TimeZone,
    received_on: Option<Date>,
) -> Option<Timestamp> {
    let time = reader.time(READ_AT);
    let Some(day) = reader.day(READ_ON) else {
        if time.is_some() && !reader.is_wrong(READ_ON) {
            reader.say(READ_ON, Problem::Missing);
        }
        return None;
    };
    let at = zone
        .to_timestamp(day.to_datetime(time.unwrap_or_default()))
        .ok()?;
    if at > desk.now {
        reader.say(READ_ON, Problem::InFuture);
    } else if received_on.is_some_and(|received| day < received) {
        reader.say(READ_ON, Problem::BeforeReceipt);
    }
    Some(at)
}
