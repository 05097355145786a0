//! The page of a case, put together for one reader.

use app::view::CaseView;
use maud::{Markup, html};
use procedure::case::Stage;
use procedure::obligations::s12::Sight;
use procedure::vocabulary::Subject;

use super::{Returned, aside, past, todo};
use crate::layout::{Nav, page as frame};
use crate::ui::{
    Card, Due, Icon, Look, PageHead, Place, Step, Tone, alert, badge, due_badge, link_button, road,
};
use crate::visit::Me;
use crate::words::word;

pub(super) fn page(me: &Me, view: &CaseView, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let case = &view.case;
    let number = view.row.number.as_str();
    let title = t.case_title(word(t, "kind", case.kind.key()), number);
    let allegation = view.sight == Sight::Allegation;
    let badges = html! {
        @if !allegation { (badge(stage_tone(case.stage()), None, &word(t, "stage", case.stage().key()))) }
        @if case.is_protected() { (badge(Tone::Info, Some(Icon::Protected), t.case_protected())) }
        @if case.safety && !allegation { (badge(Tone::Bad, Some(Icon::Warning), t.case_safety())) }
        @if case.transcribed { (badge(Tone::Neutral, Some(Icon::Archive), t.case_old_record())) }
        @if let (Some(limit), false) = (case.limit, case.is_answered() || case.closed_on.is_some()) { (due_badge(t, Due::of(Some(limit.on), view.today()))) }
    };
    let body = html! {
        (PageHead::new(t, &title).crumbs(&[(t.nav_register(), "/register")]).badges(badges).lead(&view.row.summary)
            .actions(html! {
                @if view.sight == Sight::Full && !case.transcribed {
                    (link_button(Look::Quiet, Some(Icon::Print), t.intake_slip(), &format!("/intake/{number}/slip")))
                }
                @if crate::pages::portal::code::may_hand_out(view) {
                    (link_button(Look::Quiet, Some(Icon::Key), t.portal_code_link(), &format!("/cases/{number}/portal-code")))
                }
                @if view.sight == Sight::Full {
                    (link_button(Look::Quiet, Some(Icon::Archive), t.dossier_link(), &format!("/cases/{number}/dossier")))
                }
            }))
        // Shown by the script when somebody else changes the case meanwhile.
        div data-live-case=(number) data-live-version=(case.version) hidden {
            (alert(Tone::Info, t.live_case_changed(), Some(html! { p { (t.live_typed_stays()) " " a href=(format!("/cases/{number}")) { (t.live_reload()) } } })))
        }
        @if view.sight == Sight::Masked {
            (alert(Tone::Info, t.case_masked(), Some(html! { p { (t.case_masked_text()) } })))
            (todo::duties(me, view, returned))
            (todo::more(me, view, returned))
            (aside::looks(me, view))
        } @else if view.sight == Sight::Heading {
            div class="case-columns" {
                div class="case-main" {
                    (todo::declaration(me, view, returned))
                    (todo::duties(me, view, returned))
                    (todo::more(me, view, returned))
                }
                div class="case-aside" {
                    (aside::heading(me, view))
                    (aside::days(me, view))
                }
            }
        } @else if allegation {
            (alert(Tone::Info, t.case_allegation(), Some(html! { p { (t.case_allegation_text()) } })))
            div class="case-columns" {
                div class="case-main" {
                    (todo::duties(me, view, returned))
                    (todo::more(me, view, returned))
                }
                div class="case-aside" {
                    (aside::allegation(me, view))
                    (aside::days(me, view))
                }
            }
        } @else {
            @if !case.transcribed { (road(t, t.case_road(), &steps(me, view))) }
            div class="case-columns" {
                div class="case-main" {
                    (todo::duties(me, view, returned))
                    (todo::more(me, view, returned))
                    @if view.sight == Sight::Full { (aside::papers(me, view)) (crate::pages::outbox::of_case(me, view)) }
                }
                div class="case-aside" {
                    (aside::clock(me, view))
                    (aside::known(me, view))
                    @if view.sight == Sight::Full { (aside::people(me, view)) }
                    (aside::looks(me, view))
                }
                @if view.sight == Sight::Full {
                    div class="case-past" {
                        (Card::new(t.case_history()).icon(Icon::History).id("history").body(past::moments(me, view)))
                    }
                }
            }
        }
    };
    frame(&me.ctx, &title, Some(Nav::Register), body)
}

const fn stage_tone(stage: Stage) -> Tone {
    match stage {
        Stage::Received => Tone::Warn,
        Stage::Inquiry | Stage::Decided => Tone::Accent,
        Stage::Answered | Stage::Settled => Tone::Good,
        Stage::Withdrawn | Stage::Closed | Stage::Annulled => Tone::Neutral,
    }
}

/// The steps of the road this case is on.
fn steps(me: &Me, view: &CaseView) -> Vec<Step<'static>> {
    let t = me.t();
    let case = &view.case;
    let round = &case.round;
    let day = |done: Option<jiff::civil::Date>| done.map(|on| t.date(on));
    let answered = round.answered.map(|(on, _)| on);
    let mut steps: Vec<(&'static str, Option<String>, bool)> =
        vec![(t.case_step_received(), day(Some(case.received_on)), true)];
    if case.is_settled() {
        let confirmed = !case.awaits_confirmation();
        steps.push((t.case_step_settled(), day(answered), true));
        steps.push((t.case_step_confirmed(), None, confirmed));
        steps.push((t.case_step_reported(), None, view.duties.is_empty()));
    } else {
        let assessed = round.assessment.as_ref().map(|a| a.done.on);
        steps.push((t.case_step_assessed(), day(assessed), assessed.is_some()));
        if case.is_inquired() || round.assessment.is_none() {
            if case.has(Subject::StaffConduct) {
                steps.push((
                    t.case_step_talk(),
                    day(round.talk.map(|d| d.on)),
                    round.talk.is_some(),
                ));
            }
            if case.has(Subject::Confidentiality) {
                steps.push((
                    t.case_step_leak(),
                    day(round.leak.map(|(d, _)| d.on)),
                    round.leak.is_some(),
                ));
            }
            let approved = round.plan.as_ref().and_then(|plan| plan.approved).map(|d| d.on);
            steps.push((
                t.case_step_cause(),
                day(round.cause.map(|d| d.on)),
                round.cause.is_some(),
            ));
            steps.push((t.case_step_plan(), day(approved), approved.is_some()));
            let decided = case
                .outcome()
                .and(round.conclusion.as_ref())
                .map(|c| c.approved.unwrap_or(c.by).on);
            steps.push((t.case_step_outcome(), day(decided), decided.is_some()));
        }
        if case.needs_letter() {
            let signed = round
                .letters
                .last()
                .and_then(|letter| letter.signed.as_ref())
                .map(|s| s.on);
            steps.push((t.case_step_signed(), day(signed), signed.is_some()));
        }
        steps.push((t.case_step_answered(), day(answered), answered.is_some()));
    }
    steps.push((
        t.case_step_closed(),
        day(case.closed_on),
        case.closed_on.is_some(),
    ));
    let now = steps.iter().position(|(_, _, done)| !done);
    steps
        .into_iter()
        .enumerate()
        .map(|(place, (label, note, done))| Step {
            label,
            note,
            place: if done {
                Place::Done
            } else if now == Some(place) {
                Place::Now
            } else {
                Place::Ahead
            },
        })
        .collect()
}
