//! The words with which a letter of this case begins: the template that counts, filled in from the case.

use app::view::CaseView;
use documents::letter::Purpose;
use documents::template::{Lang, Placeholder, Values, Wording, built_in, ending, opening, recourse, you};
use i18n::{Texts, texts};
use procedure::case::event::Event;
use procedure::{Act, ActKind, PartyId, PersonId};

use crate::words::word;

/// What the letter that is wanted now is about and says, for whoever drafts it to go on from.
pub(super) fn of_letter(view: &CaseView, signer: Option<PersonId>) -> Option<Wording> {
    let wanted = view.case.letter_wanted()?;
    Some(filled(view, Purpose::of(wanted, view.case.kind), signer))
}

/// The words of a notice that an act tells, where a template has them.
pub(super) fn of_act(view: &CaseView, kind: ActKind) -> Option<String> {
    let purpose = match kind {
        ActKind::Acknowledge => Purpose::Acknowledgement,
        ActKind::TellExtension => Purpose::Extension,
        ActKind::TellProgress => Purpose::Progress,
        ActKind::AskClient => Purpose::ToClient,
        _ => return None,
    };
    Some(filled(view, purpose, None).body)
}

/// Official letters are written in Vietnamese, whatever the language of the screen.
fn filled(view: &CaseView, purpose: Purpose, signer: Option<PersonId>) -> Wording {
    const LANG: Lang = Lang::Vi;
    let values = values(view, texts(LANG), signer);
    let version = view.wordings.of(purpose, LANG);
    let filled = version.wording.fill(purpose, &values).or_else(|wrong| {
        // Saved by a version of the product that knew other placeholders.
        tracing::warn!(
            purpose = purpose.key(),
            version = version.number,
            ?wrong,
            "a template cannot be read"
        );
        built_in(purpose, LANG).fill(purpose, &values)
    });
    filled.unwrap_or_default()
}

/// By whom the case came, where the letter to that one is the reply.
pub(super) fn forwarded(view: &CaseView) -> Option<PartyId> {
    let forwarder = view.case.forwarder.as_ref().filter(|f| f.identity_withheld);
    forwarder.map(|forwarder| forwarder.party)
}

/// What is known of the case for each placeholder.
fn values(view: &CaseView, t: &'static Texts, signer: Option<PersonId>) -> Values {
    let case = &view.case;
    let periods = &view.office.settings.periods;
    let organisation = view.office.organisation.name.as_str();
    let kind = word(t, "kind", case.kind.key()).to_lowercase();
    let received = t.date(case.received_on);
    let is_forwarded = forwarded(view).is_some();
    let you = you(t, is_forwarded);
    let reasons = case.outcome().map_or("", |outcome| view.text(&outcome.reasons));
    let assessed = case.round.assessment.as_ref();
    let client = case.participants.as_ref().and_then(|p| p.client);
    let name = |party: Option<PartyId>| {
        party
            .and_then(|party| view.parties.get(&party))
            .map(|party| party.name.clone())
    };
    let extension = case.round.extensions.last();
    let promised = case
        .round
        .promise
        .as_ref()
        .and_then(|(_, promise)| promise.reply_by);
    let (ending, recourse) = match case.round.withdrawn {
        Some(withdrawn) => {
            let on = t.date(withdrawn.on);
            let ending = if case.goes_on_of_own_motion() {
                ending::withdrawn_goes_on(t, &on, you, &kind, organisation)
            } else {
                ending::withdrawn(t, &on, you, &kind, organisation)
            };
            (ending, String::new())
        }
        None if is_after_review(view) => (
            ending::reviewed(t, you, reasons),
            recourse::after_review(t, organisation, you, periods.recourse_calendar),
        ),
        None => (
            String::new(),
            recourse::after_reply(t, you, organisation, periods.response),
        ),
    };
    let value = |placeholder| match placeholder {
        Placeholder::CaseNumber => Some(view.row.number.clone()),
        Placeholder::Kind => Some(kind.clone()),
        Placeholder::ReceivedDate => Some(received.clone()),
        Placeholder::Organisation => Some(organisation.to_owned()),
        Placeholder::Complainant => view.complainant().map(|party| party.name.clone()),
        Placeholder::AddresseeForm => Some(you.to_owned()),
        Placeholder::Opening => Some(opening(t, is_forwarded, &received, organisation, &kind)),
        Placeholder::Signer => signer.map(|signer| view.office.name(signer).to_owned()),
        Placeholder::LimitDate => Some(t.date(case.limit_on())),
        Placeholder::PromiseDate => promised.map(|on| t.date(on)),
        Placeholder::ExtensionDate => extension.map(|e| t.date(e.granted.unwrap_or(e.until))),
        Placeholder::ExtensionReason => extension_reason(view).map(str::to_owned),
        Placeholder::OutcomeReasons => Some(reasons.to_owned()),
        Placeholder::ResponseDays => Some(periods.response.to_string()),
        Placeholder::RecourseDays => Some(periods.recourse_calendar.to_string()),
        Placeholder::Recourse => Some(recourse.clone()),
        Placeholder::Ending => Some(ending.clone()),
        Placeholder::WhyNotOurs => assessed.map(|assessment| view.text(&assessment.said.reason).to_owned()),
        Placeholder::IssuedLetter => issued(view, t),
        Placeholder::Client => name(client),
    };
    let all = Placeholder::ALL.iter();
    all.filter_map(|&one| Some((one, value(one)?))).collect()
}

/// Whether the letter that is wanted tells of a review.
fn is_after_review(view: &CaseView) -> bool {
    view.case.letter_wanted() == Some(procedure::vocabulary::LetterPurpose::EndNotice)
}

/// The reason that was given with the last request for more time.
fn extension_reason(view: &CaseView) -> Option<&str> {
    view.history.iter().rev().find_map(|entry| match &entry.event {
        Event::Acted {
            act: Act::AskExtension(said),
            ..
        } => Some(view.text(&said.reason)),
        _ => None,
    })
}

/// The last letter that was issued, with number and day.
fn issued(view: &CaseView, t: &Texts) -> Option<String> {
    let mut letters = view.case.round.letters.iter().rev();
    let (ordinal, symbol, on) = letters.find_map(|letter| letter.number.clone())?;
    Some(t.letter_issued(format!("{ordinal:02}/{symbol}"), t.date(on)))
}
