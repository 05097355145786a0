//! Letters that go out by other acts than the drafted letter (acknowledgement, promise, extension, progress, to the certified client),
//! from the words in which the act was done; and what may go out now, as a draft from its template.
//! Official papers are written in Vietnamese, whatever the language of the screen.

use app::view::CaseView;
use documents::letter::{Letter, Purpose};
use documents::paper::{Authority, Copies, Paragraph, Signatory, Stage};
use documents::template::{Placeholder, Wording};
use i18n::{Lang, Texts, texts};
use jiff::civil::Date;
use procedure::case::acts::Act;
use procedure::case::event::{Entry, Event};
use procedure::vocabulary::Role;
use procedure::{ActKind, PersonId};

use super::house;
use crate::pages::case::letter::{addressee, unit_of};
use crate::pages::case::wording::filled_with;
use crate::words::word;

/// A letter of a case, and where it comes from.
pub(crate) struct Notice {
    /// In its address: the place among those that went out, counted from one, or the purpose of a draft.
    pub name: String,
    pub act: ActKind,
    /// When the act was done; absent for a draft.
    pub on: Option<Date>,
    pub letter: Letter,
}

/// The acts by which a letter goes out.
const ACTS: [(ActKind, Purpose); 7] = [
    (ActKind::Acknowledge, Purpose::Acknowledgement),
    (ActKind::Promise, Purpose::PromiseOfReply),
    (ActKind::TellExtension, Purpose::Extension),
    (ActKind::TellProgress, Purpose::Progress),
    (ActKind::AskClient, Purpose::ToClient),
    (ActKind::ReferToClient, Purpose::ToClient),
    (ActKind::TellAffectedClient, Purpose::ToClient),
];

/// Every letter that an act of this case sent, also in rounds before a reopening, in the order of the acts.
pub(crate) fn sent(view: &CaseView) -> Vec<Notice> {
    let letters = view.history.iter().filter_map(|entry| of_entry(view, entry));
    let named = letters.zip(1..).map(|((act, on, letter), place)| Notice {
        name: usize::to_string(&place),
        act,
        on: Some(on),
        letter,
    });
    named.collect()
}

/// What this person may send now and nobody has sent yet, or what is owed anew, in the words of the templates.
pub(crate) fn drafts(view: &CaseView, person: PersonId) -> Vec<Notice> {
    let sent = sent(view);
    let is_due = |kind: ActKind| {
        let is_owed = view.duties.iter().any(|duty| duty.act == kind);
        view.may(kind) && (is_owed || sent.iter().all(|notice| notice.act != kind))
    };
    // The template of letters to the client asks for an account; it has no words for a referral or a leak.
    let has_template = |kind: ActKind| !matches!(kind, ActKind::ReferToClient | ActKind::TellAffectedClient);
    let due = ACTS
        .into_iter()
        .filter(|(act, _)| has_template(*act) && is_due(*act));
    due.map(|(act, purpose)| draft(view, person, act, purpose))
        .collect()
}

/// The letter at an address.
pub(crate) fn named(view: &CaseView, person: PersonId, name: &str) -> Option<Notice> {
    let mut all = sent(view).into_iter().chain(drafts(view, person));
    all.find(|notice| notice.name == name)
}

fn purpose_of(kind: ActKind) -> Option<Purpose> {
    let mut known = ACTS.into_iter();
    known.find(|(act, _)| *act == kind).map(|(_, purpose)| purpose)
}

/// The letter that a line of the history sent. Where its words were erased, and where an act tells only why none went out, there is
/// none.
pub(crate) fn of_entry(view: &CaseView, entry: &Entry) -> Option<(ActKind, Date, Letter)> {
    let Event::Acted { act, .. } = &entry.event else {
        return None;
    };
    let purpose = purpose_of(act.kind())?;
    let person = entry.by.person()?;
    let teller = Teller::of(view, purpose);
    let (subject, body) = match act {
        Act::Promise(said) => {
            let promised = teller.t.date(said.reply_by?);
            // The act keeps a day and no words.
            let words = teller.wording(Some(person), &[(Placeholder::PromiseDate, promised)]);
            (words.subject, words.body)
        }
        act => {
            let words = words_of(act)?;
            (teller.subject(person, act.kind()), view.text(words).to_owned())
        }
    };
    let stage = if purpose.takes_number() {
        Stage::Signed { on: entry.on }
    } else {
        Stage::Issued {
            number: None,
            on: entry.on,
        }
    };
    let body = Paragraph::lines(&body);
    let signer = teller.signer(person, entry.role, entry.on);
    (!body.is_empty()).then(|| (act.kind(), entry.on, teller.set(stage, subject, body, signer)))
}

pub(crate) fn words_of(act: &Act) -> Option<&procedure::TextRef> {
    match act {
        Act::Acknowledge(said)
        | Act::TellExtension(said)
        | Act::TellAffectedClient(said)
        | Act::WriteToComplainant(said)
        | Act::ReportToForwarder(said) => Some(&said.words),
        Act::TellProgress(said) => Some(&said.words),
        Act::AskClient(said) => Some(&said.words),
        Act::ReferToClient(said) if said.referred => Some(&said.words),
        _ => None,
    }
}

fn draft(view: &CaseView, person: PersonId, act: ActKind, purpose: Purpose) -> Notice {
    let teller = Teller::of(view, purpose);
    let mut permits = view.offers.iter().filter(|(kind, _)| *kind == act);
    let role = permits.find_map(|(_, permit)| permit.as_ref().ok()?.role());
    let today = view.today();
    let words = match purpose {
        Purpose::PromiseOfReply => {
            let day = teller.t.case_notice_blank().to_owned();
            teller.wording(Some(person), &[(Placeholder::PromiseDate, day)])
        }
        Purpose::ToClient => {
            let client = teller.client();
            teller.wording(Some(person), &[(Placeholder::Client, client)])
        }
        _ => teller.wording(Some(person), &[]),
    };
    let stage = Stage::Draft { written_on: today };
    let body = Paragraph::lines(&words.body);
    Notice {
        name: purpose.key().to_owned(),
        act,
        on: None,
        letter: teller.set(stage, words.subject, body, teller.signer(person, role, today)),
    }
}

struct Teller<'a> {
    t: &'static Texts,
    view: &'a CaseView,
    purpose: Purpose,
}

impl<'a> Teller<'a> {
    fn of(view: &'a CaseView, purpose: Purpose) -> Self {
        let t = texts(Lang::Vi);
        Teller { t, view, purpose }
    }

    fn wording(&self, signer: Option<PersonId>, known: &[(Placeholder, String)]) -> Wording {
        filled_with(self.view, self.purpose, Lang::Vi, signer, known)
    }

    fn subject(&self, person: PersonId, act: ActKind) -> String {
        let kind = || word(self.t, "kind", self.view.case.kind.key()).to_lowercase();
        let number = &self.view.row.number;
        match act {
            ActKind::ReferToClient => self.t.case_notice_about_referral(kind(), number),
            ActKind::TellAffectedClient => self.t.case_notice_about_leak().to_owned(),
            _ => self.wording(Some(person), &[]).subject,
        }
    }

    /// The certified client; where none is named, room to write one in.
    fn client(&self) -> String {
        let named = self.view.case.participants.as_ref().and_then(|it| it.client);
        let client = named.and_then(|party| self.view.parties.get(&party));
        let name = client.map(|party| party.name.clone());
        name.unwrap_or_else(|| self.t.case_notice_blank().to_owned())
    }

    fn to(&self) -> String {
        let to = match self.purpose {
            Purpose::ToClient => self.client(),
            _ => addressee(self.view),
        };
        if to.trim().is_empty() {
            self.t.case_notice_blank().to_owned()
        } else {
            to
        }
    }

    /// From the table of signing authority as it was on that day; otherwise in the own office.
    fn signer(&self, person: PersonId, role: Option<Role>, on: Date) -> Signatory {
        let office = &self.view.office;
        let desk = office.desk(self.view.now);
        let position = office.people.get(&person).map(|one| one.position.clone());
        let position = position.filter(|title| !title.trim().is_empty());
        let authority = match desk.staff.authority(person, on) {
            Some((mode, _)) => Authority::of(mode, self.t.letter_head_title(), &position.unwrap_or_default()),
            None => Authority::Own {
                title: position
                    .or_else(|| Some(word(self.t, "role", role?.key())))
                    .unwrap_or_default(),
            },
        };
        Signatory {
            authority,
            name: office.name(person).to_owned(),
        }
    }

    fn set(&self, stage: Stage, subject: String, body: Vec<Paragraph>, signatory: Signatory) -> Letter {
        let office = &self.view.office;
        let symbol = office.settings.letter_symbol.clone();
        Letter {
            lang: Lang::Vi,
            house: house(office),
            purpose: self.purpose,
            stage,
            addressees: vec![self.to()],
            subject: subject.split_whitespace().collect::<Vec<_>>().join(" "),
            body,
            signatory,
            copies: Copies {
                to: Vec::new(),
                unit: unit_of(&symbol).to_owned(),
                kept: None,
            },
            symbol,
            typist: None,
        }
    }
}
