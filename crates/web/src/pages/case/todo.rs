//! What must be done on the case and what this person can do now, each act with its form in place.

use app::view::CaseView;
use jiff::civil::Date;
use maud::{Markup, html};
use procedure::case::refusal::{Refusal, Why};
use procedure::obligations::Obligation;
use procedure::obligations::s12::Sight;
use procedure::{ActKind, Rule};
use std::collections::BTreeMap;

use super::Returned;
use super::forms::{form, sign, title};
use crate::ui::{
    Act, Card, Due, Icon, Tone, act, acts, alert, barred_act, disclosure, due_date, empty_state, office,
    person,
};
use crate::visit::Me;

/// Duties that one act discharges: the line of a list.
struct Line<'a> {
    kind: ActKind,
    rules: Vec<Rule>,
    first: &'a Obligation,
}

/// The duties of the case, most urgent first; several that the same act discharges are one line.
pub(super) fn duties(me: &Me, view: &CaseView, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let today = view.today();
    let lines = lines(view);
    let heading = view.sight == Sight::Heading;
    let mine_first = lines
        .iter()
        .position(|line| returned.is_none() && view.may(line.kind) && !heading);
    let declares = undeclared(view, &lines).filter(|_| !heading);
    let body = html! {
        @if lines.is_empty() {
            (empty_state(Icon::Checks, t.case_no_duties(), t.case_no_duties_text(), None))
        } @else {
            (acts(html! { @for (place, line) in lines.iter().enumerate() { (duty(me, view, line, today, &Stands {
                open: mine_first == Some(place) || (declares == Some(place) && returned.is_none()),
                declares: declares == Some(place),
                form: form_of(&lines, line.kind, me) == Some(place),
                again: (place_of(&lines, line.kind) != Some(place)).then_some(place),
            }, returned)) } }))
        }
    };
    Card::new(t.case_duties())
        .icon(Icon::Tasks)
        .id("duties")
        .flush(body)
}

/// An interest or none, asked of whoever must declare before seeing the case (§3.1).
pub(super) fn declaration(me: &Me, view: &CaseView, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let kind = ActKind::DeclareInterest;
    let shown = Act {
        id: "act-declare_interest",
        sign: sign(kind),
        title: &title(t, kind),
        rules: &[Rule::S4],
        note: None,
        open: true,
    };
    Card::new(t.case_heading())
        .icon(Icon::Independent)
        .id("declaration")
        .flush(acts(act(
            t,
            &shown,
            html! {
                p { (t.case_heading_text()) }
                (with_message(me, view, kind, returned))
            },
        )))
}

fn lines(view: &CaseView) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    for duty in &view.duties {
        match lines.iter_mut().find(|line| {
            line.kind == duty.act && (line.first.person == duty.person || !is_personal(duty.act))
        }) {
            Some(line) => {
                line.rules.push(duty.rule);
                if due_day(duty) < due_day(line.first) {
                    line.first = duty;
                }
            }
            None => lines.push(Line {
                kind: duty.act,
                rules: vec![duty.rule],
                first: duty,
            }),
        }
    }
    for line in &mut lines {
        line.rules.sort();
        line.rules.dedup();
    }
    lines.sort_by_key(|line| due_day(line.first));
    lines
}

/// Acts that each of several people must do; any other act discharges all duties of its kind at once.
const fn is_personal(kind: ActKind) -> bool {
    matches!(kind, ActKind::ReportMeasureDone | ActKind::RecordStatement)
}

fn due_day(duty: &Obligation) -> Date {
    duty.due.map_or(Date::MAX, |due| due.on)
}

/// How a line stands among the others: each form is on the page once.
struct Stands {
    open: bool,
    /// The declaration that several acts wait for is taken here.
    declares: bool,
    /// The form of the act is here, and not at the same act of another person.
    form: bool,
    /// The line's own place where the same act stands further up already.
    again: Option<usize>,
}

/// The first line that waits for a declaration of interest.
fn undeclared(view: &CaseView, lines: &[Line]) -> Option<usize> {
    lines
        .iter()
        .position(|line| refusal_of(view, line.kind).is_some_and(|refusal| refusal.why == Why::DeclareFirst))
}

fn place_of(lines: &[Line], kind: ActKind) -> Option<usize> {
    lines.iter().position(|line| line.kind == kind)
}

/// Where the form of an act stands that several people owe: at one's own line.
fn form_of(lines: &[Line], kind: ActKind, me: &Me) -> Option<usize> {
    let own = |line: &Line| line.kind == kind && line.first.person == Some(me.person());
    lines.iter().position(own).or_else(|| place_of(lines, kind))
}

fn duty(
    me: &Me,
    view: &CaseView,
    line: &Line,
    today: Date,
    stands: &Stands,
    returned: Option<&Returned>,
) -> Markup {
    let t = me.t();
    let holder = match line.first.person {
        // Who keeps the book does not learn from a duty whom the case is about (S12).
        Some(one) if view.sight == Sight::Masked && view.case.persons_concerned.contains(&one) => {
            office(t.case_identity_protected())
        }
        Some(one) => person(view.office.name(one), None),
        None => office(&crate::words::word(t, "office", line.first.office.key())),
    };
    let note = html! {
        (holder)
        @if let Some(due) = line.first.due {
            (due_date(t, due.on, Due::of(Some(due.on), today)))
            @if due.provisional { span class="badge" { (t.due_provisional()) } }
        }
    };
    let refusal = refusal_of(view, line.kind);
    let name = title(t, line.kind);
    let returns_here = |back: &Returned| {
        (stands.form && back.kind == line.kind) || (stands.declares && back.kind == ActKind::DeclareInterest)
    };
    let open = stands.open || returned.is_some_and(returns_here);
    let id = match stands.again {
        Some(place) => format!("act-{}-{place}", line.kind.key()),
        None => format!("act-{}", line.kind.key()),
    };
    let shown = Act {
        id: &id,
        sign: sign(line.kind),
        title: &name,
        rules: &line.rules,
        note: Some(note),
        open,
    };
    let inside = match refusal {
        None if stands.form => with_message(me, view, line.kind, returned),
        None => html! {},
        Some(refusal) => html! {
            p class="barred-why" { (icon_lock()) span { (crate::words::refusal(t, refusal)) " (" (refusal.rule.name()) ")" } }
            @if stands.declares {
                // One step before the act itself, taken in place.
                (with_message(me, view, ActKind::DeclareInterest, returned))
            }
        },
    };
    act(t, &shown, inside)
}

fn icon_lock() -> Markup {
    crate::ui::icon(Icon::Lock)
}

/// The form; where it came back, with why it was not done and what others did meanwhile.
fn with_message(me: &Me, view: &CaseView, kind: ActKind, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let back = returned.filter(|back| back.kind == kind);
    html! {
        @if let Some(back) = back {
            @if let Some(message) = &back.message {
                (alert(Tone::Warn, message, (!back.meanwhile.is_empty()).then(|| html! {
                    p { (t.case_meanwhile()) }
                    ul { @for line in &back.meanwhile { li { (line) } } }
                })))
            }
        }
        (form(me, view, kind, returned))
    }
}

fn refusal_of(view: &CaseView, kind: ActKind) -> Option<Refusal> {
    view.offers
        .iter()
        .find(|(offered, _)| *offered == kind)
        .and_then(|(_, permit)| permit.err())
}

/// In which part of the work an act stands.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Handling,
    Inquiry,
    Letter,
    Time,
    Independence,
    Register,
}

const fn group(kind: ActKind) -> Group {
    match kind {
        ActKind::DeclareInterest
        | ActKind::NameParticipants
        | ActKind::NamePersonsConcerned
        | ActKind::Recuse
        | ActKind::Substitute
        | ActKind::Reassign => Group::Independence,
        ActKind::AddEvidence
        | ActKind::TellSubject
        | ActKind::RecordStatement
        | ActKind::EstablishCause
        | ActKind::HoldTalk
        | ActKind::InvestigateLeak
        | ActKind::AssessDataBreach
        | ActKind::TellAffectedClient
        | ActKind::AskClient
        | ActKind::ReferToClient
        | ActKind::DecideOnClient => Group::Inquiry,
        ActKind::DraftLetter
        | ActKind::SubmitLetter
        | ActKind::ReturnLetter
        | ActKind::SignLetter
        | ActKind::NumberLetter
        | ActKind::DispatchLetter
        | ActKind::RecordDelivery
        | ActKind::ReplaceLetter
        | ActKind::CorrectLetter
        | ActKind::RecordGoverningLetter
        | ActKind::AnswerByVoice
        | ActKind::FileConclusion => Group::Letter,
        ActKind::AskExtension
        | ActKind::GrantExtension
        | ActKind::RefuseExtension
        | ActKind::TellExtension
        | ActKind::TellProgress
        | ActKind::HearFromComplainant
        | ActKind::WriteToComplainant
        | ActKind::LeaveUnanswered
        | ActKind::Acknowledge
        | ActKind::ReportToForwarder => Group::Time,
        ActKind::AskAnnulment
        | ActKind::ConfirmAnnulment
        | ActKind::RefuseAnnulment
        | ActKind::RecordIncoming
        | ActKind::CorrectReceipt
        | ActKind::CorrectComplainant
        | ActKind::LinkCase
        | ActKind::BecomeWritten
        | ActKind::Withdraw
        | ActKind::Reopen
        | ActKind::Close => Group::Register,
        _ => Group::Handling,
    }
}

/// Acts open to this person beyond the duties, by group; then what is not open and why.
pub(super) fn more(me: &Me, view: &CaseView, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let owed: Vec<ActKind> = view.duties.iter().map(|duty| duty.act).collect();
    let declares = view.sight == Sight::Heading || undeclared(view, &lines(view)).is_some();
    let mut groups: BTreeMap<Group, Vec<ActKind>> = BTreeMap::new();
    let mut barred = Vec::new();
    for (kind, permit) in &view.offers {
        let kind = *kind;
        let declared_above = kind == ActKind::DeclareInterest && declares;
        if owed.contains(&kind) || kind == ActKind::Receive || declared_above {
            continue;
        }
        match permit {
            Ok(_) => groups.entry(group(kind)).or_default().push(kind),
            // Why an act must wait tells how far others are with the case.
            Err(refusal)
                if tells(refusal.why) && !matches!(view.sight, Sight::Allegation | Sight::Heading) =>
            {
                barred.push((kind, *refusal))
            }
            Err(_) => {}
        }
    }
    html! {
        @if !groups.is_empty() {
            (Card::new(t.case_more_acts()).icon(Icon::Add).id("more").flush(html! {
                @for (group, kinds) in &groups {
                    h3 class="acts-group" { (group_name(me, *group)) }
                    (acts(html! {
                        @for kind in kinds {
                            @let id = format!("act-{}", kind.key());
                            @let name = title(t, *kind);
                            @let open = returned.is_some_and(|back| back.kind == *kind);
                            (act(t, &Act { id: &id, sign: sign(*kind), title: &name, rules: &[view.case.ask(*kind).rule], note: None, open },
                                with_message(me, view, *kind, returned)))
                        }
                    }))
                }
            }))
        }
        @if !barred.is_empty() {
            (disclosure(html! { (t.case_barred_acts()) }, acts(html! {
                @for (kind, refusal) in &barred {
                    (barred_act(t, sign(*kind), &title(t, *kind), &crate::words::refusal(t, *refusal), &[refusal.rule]))
                }
            })))
        }
        @if let Some(back) = returned.filter(|back| refusal_of(view, back.kind).is_some()) {
            // The act is no longer open, yet what was typed must not be lost.
            (Card::new(&title(t, back.kind)).icon(Icon::Write).id("kept").body(with_message(me, view, back.kind, returned)))
        }
    }
}

fn group_name(me: &Me, group: Group) -> &'static str {
    let t = me.t();
    match group {
        Group::Handling => t.case_group_handling(),
        Group::Inquiry => t.case_group_inquiry(),
        Group::Letter => t.case_group_letter(),
        Group::Time => t.case_group_time(),
        Group::Independence => t.case_group_independence(),
        Group::Register => t.case_group_register(),
    }
}

/// Whether a refusal tells the reader something: not that the act was done, nor that it belongs to another road or office.
const fn tells(why: Why) -> bool {
    !matches!(
        why,
        Why::OtherRoad
            | Why::AlreadyDone
            | Why::NotYourOffice
            | Why::AlreadyReceived
            | Why::Closed
            | Why::NotClosed
            | Why::Annulled
            | Why::Settled
            | Why::OldRecord
            | Why::NobodyToReplace
            | Why::NoMeasureOpen
            | Why::AddressKnown
            | Why::SignerLeft
    )
}
