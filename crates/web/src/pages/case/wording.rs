//! The words with which a letter of this case begins: the template that counts, filled in from the case.

use app::view::CaseView;
use axum::response::IntoResponse;
use documents::letter::Purpose;
use documents::template::{Lang, Placeholder, Values, Wording, built_in, ending, opening, recourse, you};
use i18n::{Texts, texts};
use maud::{Markup, html};
use procedure::case::event::Event;
use procedure::obligations::s12::Sight;
use procedure::{Act, ActKind, PartyId, PersonId};

use super::{Returned, find, forms, letter};
use crate::layout::page as frame;
use crate::ui::{Card, Filled, Icon, Look, PageHead, link_button};
use crate::visit::{At, Me, Page};
use crate::words::word;

/// What the letter that is wanted now is about and says, for whoever drafts it to go on from.
pub(super) fn of_letter(view: &CaseView, lang: Lang, signer: Option<PersonId>) -> Option<Wording> {
    let wanted = view.case.letter_wanted()?;
    Some(filled(view, Purpose::of(wanted, view.case.kind), lang, signer))
}

/// On the form of a letter that nobody has drafted yet: to begin it in the other language.
pub(super) fn offer(t: &'static Texts, view: &CaseView) -> Markup {
    html! {
        @if view.case.letter_in_hand().is_none_or(|letter| letter.said.is_none()) {
            p { a href=(format!("/cases/{}/letters/new/{}", view.row.number, Lang::En.code())) { (t.templates_begin_in_english()) } }
        }
    }
}

/// The form of a letter that begins with the template of a language.
pub(super) async fn begin(me: Me, At((number, lang)): At<(String, String)>) -> Page {
    let view = find(&me, &number).await?;
    let lang = Lang::from_code(&lang).filter(|_| view.sight == Sight::Full && view.may(ActKind::DraftLetter));
    let lang = lang.ok_or_else(|| me.fail(app::Error::NotFound))?;
    let t = me.t();
    let mut filled = Filled::default();
    letter::prefill(&me, &view, lang, &mut filled);
    let returned = Returned {
        kind: ActKind::DraftLetter,
        filled,
        key: app::new_id().to_string(),
        message: None,
        meanwhile: Vec::new(),
    };
    let title = crate::words::act(t, ActKind::DraftLetter);
    let case = format!("/cases/{number}");
    let body = html! {
        (PageHead::new(t, &title)
            .crumbs(&[(t.nav_register(), "/register"), (number.as_str(), case.as_str())])
            .actions(link_button(Look::Secondary, Some(Icon::Return), t.back(), &case)))
        (Card::new(&title).icon(Icon::Write).id("draft").body(forms::form(&me, &view, ActKind::DraftLetter, Some(&returned))))
    };
    Ok(frame(&me.ctx, &title, None, body).into_response())
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
    Some(filled(view, purpose, Lang::Vi, None).body)
}

fn filled(view: &CaseView, purpose: Purpose, lang: Lang, signer: Option<PersonId>) -> Wording {
    filled_with(view, purpose, lang, signer, &[])
}

/// The same, where these values are known better than from how the case stands now.
pub(crate) fn filled_with(
    view: &CaseView,
    purpose: Purpose,
    lang: Lang,
    signer: Option<PersonId>,
    known: &[(Placeholder, String)],
) -> Wording {
    let mut values = values(view, texts(lang), signer);
    values.extend(known.iter().cloned());
    let version = view.wordings.of(purpose, lang);
    let filled = version.wording.fill(purpose, &values).or_else(|wrong| {
        // Saved by a version of the product that knew other placeholders.
        tracing::warn!(
            purpose = purpose.key(),
            version = version.number,
            ?wrong,
            "a template cannot be read"
        );
        built_in(purpose, lang).fill(purpose, &values)
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
