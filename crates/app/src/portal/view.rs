//! A case as its complainant sees it. It is put together from a list of what may be told, and not by leaving things out: an act that is
//! not on the list is not there, whatever it says (S12).

use super::Standing;
use super::told::{What, told};
use crate::view::CaseView;
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::case::event::{Entry, Event};
use procedure::case::{ActKind, Actor, Letter, guard};
use procedure::deadline::{Due, Term};
use procedure::obligations::response_term;
use procedure::vocabulary::{Kind, LetterPurpose, Response};
use procedure::{DocumentId, FileRef};

/// Everything the page for the complainant is made of.
#[derive(Clone, Debug)]
pub struct PublicCase {
    pub number: String,
    /// The complainant's own word.
    pub kind: Kind,
    pub received_on: Date,
    pub standing: Standing,
    /// The limit in force while there is no answer yet, and why it falls on that day.
    pub limit: Option<(Due, Term)>,
    /// The first limit, where the one in force is another.
    pub first_limit: Option<Due>,
    pub answered_on: Option<Date>,
    /// Until when the outcome can be rejected.
    pub respond_by: Option<Due>,
    /// The outcome was rejected and the review has ended: until when recourse outside is awaited.
    pub recourse_by: Option<Due>,
    pub response: Option<Response>,
    /// What was told, oldest first.
    pub told: Vec<Told>,
    pub letters: Vec<PublicLetter>,
    pub may_write: bool,
    pub may_respond: bool,
    pub may_withdraw: bool,
    /// The case goes on of the body's own motion after a withdrawal (S13).
    pub goes_on: bool,
    /// A message waits for an answer.
    pub waits: bool,
}

/// A letter that left the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicLetter {
    /// Among all letters that left the house, counted from one.
    pub place: usize,
    pub purpose: LetterPurpose,
    pub dispatched_on: Date,
    /// Number and symbol.
    pub number: Option<(u32, String)>,
    /// It was made here and can be downloaded; the governing body's own letter is not.
    pub is_ours: bool,
}

/// Something the complainant said, or was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub at: Timestamp,
    pub what: What,
    /// The words, where they were written to or by the complainant.
    pub words: Option<String>,
    /// Names of the files that came with it.
    pub files: Vec<String>,
}

impl PublicCase {
    /// What of this view its complainant may see.
    pub fn of(view: &CaseView) -> PublicCase {
        let case = &view.case;
        let desk = view.office.desk(view.now);
        let may = |kind| guard(case, Actor::Complainant, &desk, kind).is_ok();
        let standing = Standing::of(case);
        let waiting = matches!(standing, Standing::Received | Standing::Considered);
        let limit = case.limit.filter(|_| waiting);
        let last_day = response_term(case, desk.periods).map(|term| term.due(desk.calendar));
        let may_respond = may(ActKind::RecordResponse);
        PublicCase {
            number: view.row.number.clone(),
            kind: case.declared_kind,
            received_on: case.received_on,
            standing,
            limit: limit.map(|due| (due, case.limit_term(desk.periods))),
            first_limit: case
                .first_limit
                .filter(|first| limit.is_some_and(|due| due != *first)),
            answered_on: case.round.answered.map(|(on, _)| on),
            respond_by: last_day.filter(|_| may_respond),
            recourse_by: last_day.filter(|_| standing == Standing::Ended),
            response: case.round.response.as_ref().map(|(_, said)| *said),
            told: view
                .history
                .iter()
                .filter_map(|entry| line(view, entry))
                .collect(),
            letters: sent(view)
                .map(|(place, letter, on)| public_letter(place, letter, on))
                .collect(),
            may_write: may(ActKind::HearFromComplainant),
            may_respond,
            may_withdraw: may(ActKind::Withdraw),
            goes_on: case.goes_on_of_own_motion(),
            waits: case.round.unanswered.is_some(),
        }
    }
}

fn line(view: &CaseView, entry: &Entry) -> Option<Told> {
    let act = match &entry.event {
        Event::Acted { act, .. } => act,
        Event::Dated { .. } | Event::Vacated { .. } | Event::SetAside { .. } | Event::Transcribed(_) => {
            return None;
        }
    };
    let (what, words, files) = told(act, entry.by)?;
    let name = |file: &FileRef| {
        let known = view.documents.iter().find(|one| DocumentId(one.id) == file.id);
        known.map(|one| one.file_name.clone())
    };
    let words = words.map(|words| view.text(words).to_owned());
    Some(Told {
        at: entry.at,
        what,
        words: words.filter(|words| !words.is_empty()),
        files: files.iter().filter_map(name).collect(),
    })
}

/// Every letter that left the house, also in rounds before a reopening.
fn sent(view: &CaseView) -> impl Iterator<Item = (usize, &Letter, Date)> {
    let rounds = view.case.past_rounds.iter().chain([&view.case.round]);
    let letters = rounds.flat_map(|round| &round.letters);
    let sent = letters.filter_map(|letter| Some((letter, letter.dispatched?.on)));
    (1..).zip(sent).map(|(place, (letter, on))| (place, letter, on))
}

fn public_letter(place: usize, letter: &Letter, dispatched_on: Date) -> PublicLetter {
    PublicLetter {
        place,
        purpose: letter.purpose,
        dispatched_on,
        number: letter
            .number
            .as_ref()
            .map(|(number, symbol, _)| (*number, symbol.clone())),
        is_ours: letter.said.is_some(),
    }
}

/// The letter at a place of [`PublicCase::letters`].
pub fn sent_letter(view: &CaseView, place: usize) -> Option<&Letter> {
    sent(view)
        .find(|(at, ..)| *at == place)
        .map(|(_, letter, _)| letter)
}
