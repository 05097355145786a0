//! Tiếp nhận: what the receiver typed becomes the acts that put a case into the book, and everything that cannot stand is told at once.

mod reader;

use crate::error::Result;
use crate::submission::{PartyKind, new_id};
use crate::{App, NewParty, Submission, Texts, Typed};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use procedure::case::acts::{Act, Complainant, Forwarder, Note, Promise, Reach, Receive, SettleOnTheSpot};
use procedure::case::refusal::Problem;
use procedure::deadline::Term;
use procedure::obligations::s12::Sight;
use procedure::vocabulary::{Channel, Kind, Subject};
use procedure::{Desk, FileRef, PartyId, PersonId};
pub use reader::LONGEST_LINE;
use reader::Reader;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

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
        match intake {
            Some(intake) if reader.problems.is_empty() => Ok(intake),
            _ => Err(reader.problems.into()),
        }
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

/// Who complains, and how they can be reached. The chosen party of an earlier case is kept as long as it bears the same name.
fn complainant(
    reader: &mut Reader,
    earlier: Option<(PartyId, NewParty)>,
    withheld: bool,
    parties: &mut Vec<(PartyId, NewParty)>,
) -> Complainant {
    let party = NewParty {
        kind: reader.maybe(PARTY_KIND, PartyKind::from_key).unwrap_or_default(),
        name: reader.line(NAME),
        address: reader.line(ADDRESS),
        email: reader.email(EMAIL),
        phone: reader.phone(PHONE),
        representative: reader.line(REPRESENTATIVE),
    };
    let reach = Reach {
        letter: !party.address.is_empty() || !party.email.is_empty(),
        voice: !party.phone.is_empty(),
    };
    let told = !party.name.is_empty() || !party.representative.is_empty() || reach.letter || reach.voice;
    let anonymous = reader.typed.is_checked(ANONYMOUS);
    if anonymous && told {
        reader.say(ANONYMOUS, Problem::Contradicts);
    }
    if !anonymous && party.name.is_empty() && (!withheld || told) && !reader.is_wrong(NAME) {
        reader.say(NAME, Problem::Missing);
    }
    if party.name.is_empty() {
        return Complainant {
            reach,
            ..Complainant::default()
        };
    }
    let same =
        earlier.filter(|(_, known)| store::fold::name_key(&known.name) == store::fold::name_key(&party.name));
    let id = same.map_or_else(|| PartyId(new_id()), |(id, _)| id);
    let represented = !party.representative.is_empty();
    let group = party.kind == PartyKind::Group && !represented;
    parties.push((id, party));
    Complainant {
        party: Some(id),
        reach,
        is_client: reader.typed.is_checked(IS_CLIENT),
        represented,
        group,
    }
}

/// The body that passed the case on, with the day by which it wants a report.
fn forwarder(
    reader: &mut Reader,
    channel: Option<Channel>,
    received_on: Option<Date>,
    parties: &mut Vec<(PartyId, NewParty)>,
) -> Option<Forwarder> {
    let name = reader.line(FORWARDER);
    let report_by = reader.day(REPORT_BY);
    let identity_withheld = reader.typed.is_checked(IDENTITY_WITHHELD);
    if let (Some(by), Some(received)) = (report_by, received_on)
        && by < received
    {
        reader.say(REPORT_BY, Problem::BeforeReceipt);
    }
    if name.is_empty() {
        let wanted = channel == Some(Channel::Authority) || report_by.is_some() || identity_withheld;
        if wanted && !reader.is_wrong(FORWARDER) {
            reader.say(FORWARDER, Problem::Missing);
        }
        return None;
    }
    let id = PartyId(new_id());
    let party = NewParty {
        kind: PartyKind::Organisation,
        name,
        ..NewParty::default()
    };
    parties.push((id, party));
    Some(Forwarder {
        party: id,
        report_by,
        identity_withheld,
    })
}

fn settle(reader: &mut Reader, texts: &mut Texts) -> Vec<Act> {
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
fn promise(
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
