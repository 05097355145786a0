//! What is known of the case: facts, people and who stays out, the clock, plan, outcome, letters, documents, links.

use app::view::CaseView;
use maud::{Markup, html};
use procedure::PersonId;
use procedure::calendar::Calendar;
use procedure::deadline::{DayRole, Term, explain};
use procedure::independence::bar;
use procedure::obligations::s12::Sight;
use procedure::vocabulary::Role;

use crate::layout::Ctx;
use crate::ui::{Card, Column, Due, Icon, Table, Tone, badge, disclosure, due_badge, facts, person};
use crate::visit::Me;
use crate::words::word;

/// What came in.
pub(crate) fn content(view: &CaseView) -> Option<&procedure::case::acts::Receive> {
    view.history.iter().find_map(|entry| match &entry.event {
        procedure::case::Event::Acted {
            act: procedure::Act::Receive(said),
            ..
        } => Some(said),
        procedure::case::Event::Transcribed(old) => Some(&old.receive),
        _ => None,
    })
}

/// Who complains, where this person may know.
fn complainant(me: &Me, view: &CaseView) -> (&'static str, Markup) {
    let t = me.t();
    let who = match view.complainant() {
        Some(party) => html! {
            strong { (party.name) }
            @if !party.representative.is_empty() { br; (t.case_represented_by(&party.representative)) }
            @for line in [&party.phone, &party.email, &party.address] { @if !line.is_empty() { br; (line) } }
        },
        None if view.case.complainant.party.is_none() => html! { (t.case_anonymous()) },
        None => html! { (badge(Tone::Neutral, Some(Icon::Lock), t.case_identity_protected())) },
    };
    (t.case_complainant(), who)
}

fn subjects(me: &Me, view: &CaseView) -> (&'static str, Markup) {
    let t = me.t();
    let words = view
        .case
        .subjects
        .iter()
        .map(|subject| word(t, "subject", subject.key()));
    (
        t.case_subjects(),
        html! { (words.collect::<Vec<String>>().join("; ")) },
    )
}

fn channel(me: &Me, view: &CaseView) -> (&'static str, Markup) {
    let t = me.t();
    (
        t.case_channel(),
        html! { (word(t, "channel", view.case.channel.key())) },
    )
}

/// What the case is about by unit, people and decision: by these an interest is known.
fn concerned(me: &Me, view: &CaseView) -> Vec<(&'static str, Markup)> {
    let t = me.t();
    let case = &view.case;
    let mut rows = Vec::new();
    if let Some(unit) = case.unit {
        rows.push((t.case_unit(), html! { (view.office.unit_name(unit)) }));
    }
    if !case.persons_concerned.is_empty() {
        rows.push((
            t.case_persons_concerned(),
            html! {
                @for one in &case.persons_concerned { (person(view.office.name(*one), None)) }
            },
        ));
    }
    if let Some(named) = &case.participants {
        rows.push((
            t.case_decision(),
            html! { (named.decision_number) " – " (t.date(named.decided_on)) },
        ));
    }
    rows
}

/// What whoever must declare first learns: enough to know whether there is an interest (§3.1).
pub(super) fn heading(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let received = (t.case_received_on(), html! { (t.date(view.case.received_on)) });
    let mut rows = vec![
        complainant(me, view),
        channel(me, view),
        subjects(me, view),
        received,
    ];
    rows.extend(concerned(me, view));
    Card::new(t.case_facts())
        .icon(Icon::Info)
        .id("facts")
        .body(facts(rows))
}

pub(super) fn known(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let case = &view.case;
    let content = content(view);
    let mut rows = vec![complainant(me, view), channel(me, view), subjects(me, view)];
    if case.declared_kind != case.kind {
        rows.push((
            t.case_declared_kind(),
            html! { (word(t, "kind", case.declared_kind.key())) },
        ));
    }
    rows.push((t.case_received_on(), html! { (t.date(case.received_on)) }));
    if case.registered_on != case.received_on {
        rows.push((t.case_registered_on(), html! { (t.date(case.registered_on)) }));
    }
    if let Some(receiver) = case.receiver {
        rows.push((
            t.case_receiver(),
            html! { (person(view.office.name(receiver), None)) },
        ));
    }
    if let Some(officer) = case.round.case_officer {
        rows.push((
            t.case_officer(),
            html! { (person(view.office.name(officer), None)) },
        ));
    }
    rows.extend(concerned(me, view));
    if let Some(number) = case.incoming_number {
        rows.push((t.case_incoming_number(), html! { (number) }));
    }
    if let Some(assessment) = &case.round.assessment {
        rows.push((
            t.case_severity(),
            html! { (word(t, "severity", assessment.said.severity.key())) },
        ));
    }
    if let Some(said) = &content {
        let full = matches!(view.sight, Sight::Full | Sight::Report);
        rows.push((
            t.case_content(),
            html! { @if full { p class="said" { (view.text(&said.content)) } } },
        ));
        if let Some(remedy) = said.remedy_sought.as_ref().filter(|_| view.sight == Sight::Full) {
            rows.push((
                t.case_remedy_sought(),
                html! { p class="said" { (view.text(remedy)) } },
            ));
        }
    }
    if let Some(outcome) = case.outcome() {
        rows.push((
            t.case_outcome(),
            html! {
                (badge(Tone::Accent, Some(Icon::Check), &word(t, "finding", outcome.finding.key())))
                " " (word(t, "remedy", outcome.remedy.key()))
                @if view.sight == Sight::Full { p class="said" { (view.text(&outcome.reasons)) } }
            },
        ));
    }
    Card::new(t.case_facts())
        .icon(Icon::Info)
        .id("facts")
        .body(facts(rows))
}

/// What the person complained about learns: what is alleged, and when it came (S12).
pub(super) fn allegation(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let case = &view.case;
    let content = content(view).map(|said| view.text(&said.content));
    Card::new(t.case_facts())
        .icon(Icon::Info)
        .id("facts")
        .body(facts([
            subjects(me, view),
            (t.case_received_on(), html! { (t.date(case.received_on)) }),
            (
                t.case_content(),
                html! { @if let Some(content) = content { p class="said" { (content) } } },
            ),
        ]))
}

/// Until when an answer is due, without what was asked and decided about that.
pub(super) fn days(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let Some(limit) = view.case.limit else {
        return html! {};
    };
    Card::new(t.case_clock())
        .icon(Icon::CalendarDue)
        .id("clock")
        .body(facts([(
            t.case_limit(),
            html! { (t.date_and_weekday(limit.on)) },
        )]))
}

/// Who looked into the protected case, latest first.
pub(super) fn looks(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    if view.looks.is_empty() {
        return html! {};
    }
    let columns = [
        Column::new(t.looks_when()),
        Column::new(t.looks_who()),
        Column::new(t.looks_where()),
    ];
    let rows = view.looks.iter().map(|look| {
        vec![
            html! { (t.instant(look.at, &view.office.zone)) },
            html! { (view.office.name(look.person)) },
            html! { (word(t, "look", &look.place)) },
        ]
    });
    let table = Table::new(t, t.looks_title(), &columns).rows(rows);
    Card::new(t.looks_title())
        .icon(Icon::Protected)
        .id("looks")
        .flush(html! { (table) })
}

/// The limit in force, every earlier one, and why it falls on that day.
pub(super) fn clock(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let case = &view.case;
    let Some(limit) = case.limit else { return html! {} };
    let today = view.today();
    let answered = case.round.answered.map(|(on, _)| on);
    let term = case.limit_term(&view.office.settings.periods);
    let body = html! {
        (facts([
            (t.case_limit(), html! {
                (t.date_and_weekday(limit.on)) " "
                @match answered {
                    Some(on) if on <= limit.on => (badge(Tone::Good, Some(Icon::Check), t.case_answered_in_time())),
                    Some(_) => (badge(Tone::Bad, Some(Icon::Late), t.case_answered_late())),
                    None => (due_badge(t, Due::of(Some(limit.on), today))),
                }
                @if limit.provisional { " " (badge(Tone::Warn, None, t.due_provisional())) }
            }),
            (t.case_first_limit(), html! { (case.first_limit.map(|due| t.date(due.on)).unwrap_or_default()) }),
        ]))
        @if !case.past_limits.is_empty() {
            p class="past-limits" { (t.case_past_limits()) ": "
                @for (place, due) in case.past_limits.iter().enumerate() { @if place > 0 { ", " } s { (t.date(due.on)) } } }
        }
        @for extension in &case.round.extensions {
            p { (t.case_extension_asked(t.date(extension.asked.on), t.date(extension.until))) " "
                @match (extension.decided, extension.granted) {
                    (None, _) => (badge(Tone::Warn, Some(Icon::Clock), t.case_extension_open())),
                    (Some(_), Some(until)) => {
                        (badge(Tone::Good, Some(Icon::Check), &t.case_extension_granted(t.date(until))))
                        @if extension.late { " " (badge(Tone::Bad, None, t.case_extension_late())) }
                    }
                    (Some(_), None) => (badge(Tone::Bad, Some(Icon::Remove), t.case_extension_refused())),
                }
            }
        }
        (disclosure(html! { (t.why_this_date()) }, explanation(&me.ctx, &view.office.calendar, &term)))
    };
    Card::new(t.case_clock())
        .icon(Icon::CalendarDue)
        .id("clock")
        .body(body)
}

/// The day-by-day account of a term.
pub(in crate::pages) fn explanation(ctx: &Ctx, calendar: &Calendar, term: &Term) -> Markup {
    let t = ctx.t();
    let told = explain(term, calendar);
    let last = told.days.len().saturating_sub(1);
    html! {
        p { (match term {
            Term::CalendarDays { from, days } => t.case_why_calendar(*days, t.date(*from)),
            Term::WorkingDays { from, days } => t.case_why_working(*days, t.date(*from)),
            Term::WorkingDaysBefore { limit, days } => t.case_why_before(*days, t.date(*limit)),
            Term::On { date } => t.case_why_decided(t.date(*date)),
        }) }
        ol class="days" {
            @for (place, day) in told.days.iter().enumerate() {
                li class=[(place == last).then_some("day-due")] {
                    span class="day-date" { (t.date_and_weekday(day.date)) }
                    span {
                        @if let Some(ordinal) = day.ordinal { (t.case_day_number(ordinal)) " " }
                        @match day.role {
                            DayRole::StartNotCounted => (t.case_day_start()),
                            DayRole::Skipped | DayRole::LastDayRolled => (t.case_day_skipped(status(ctx, day))),
                            DayRole::CountedThoughRest => (t.case_day_rest_counted(status(ctx, day))),
                            DayRole::Due => strong { (t.case_day_due()) },
                            DayRole::Counted => {},
                        }
                    }
                }
            }
        }
    }
}

/// What kind of day it is: a rest day, or a holiday with the document that announced it.
fn status(ctx: &Ctx, day: &procedure::deadline::ExplainedDay) -> String {
    use procedure::calendar::OwnedDayStatus;
    let t = ctx.t();
    match &day.status {
        OwnedDayStatus::Working => t.case_day_working().to_owned(),
        OwnedDayStatus::WeeklyRest => t.case_day_rest().to_owned(),
        OwnedDayStatus::Announced(one) => {
            let name = if ctx.lang == i18n::Lang::Vi {
                &one.name_vi
            } else {
                &one.name_en
            };
            format!("{name} ({})", one.document)
        }
    }
}

/// Who is on the case, who stays out and by which fact.
pub(super) fn people(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let desk = view.office.desk(view.now);
    let roles = [
        Role::Qmr,
        Role::CertificationHead,
        Role::Director,
        Role::DeputyDirector,
        Role::RegisterOfficer,
    ];
    let mut barred: Vec<(PersonId, String)> = Vec::new();
    for one in &desk.staff.active {
        if let Some(bar) = bar(&view.case, *one, &desk) {
            barred.push((*one, word(t, "bar", bar.key())));
        }
    }
    let body = html! {
        (facts(roles.iter().filter_map(|role| {
            let holders = view.case.holders(*role, &desk);
            (!holders.is_empty()).then(|| (t.label(role_key(*role)), html! {
                @for holder in holders {
                    (person(view.office.name(holder), None)) " "
                    @match view.case.declarations.get(&holder) {
                        Some(false) => (badge(Tone::Good, Some(Icon::Check), t.case_declared_none())),
                        Some(true) => (badge(Tone::Bad, Some(Icon::Hand), t.case_declared_interest())),
                        None => {},
                    }
                    @if view.case.stand_ins.get(role).is_some_and(|named| named.person == holder) { (badge(Tone::Info, Some(Icon::Substitute), t.case_stand_in())) }
                }
            }))
        })))
        h3 { (t.case_excluded()) }
        @if barred.is_empty() { p { (t.case_nobody_excluded()) } }
        @else { ul class="excluded" { @for (one, why) in &barred { li { (person(view.office.name(*one), None)) " – " (why) } } } }
        @if let Some(named) = &view.case.participants {
            h3 { (t.case_participants()) }
            ul { @for one in &named.people { li { (view.office.name(one.person)) " – " (word(t, "part", one.part.key())) } } }
        }
        @for role in &view.case.vacant {
            p { (badge(Tone::Bad, Some(Icon::PersonOff), &t.case_vacant(word(t, "role", role.key())))) }
        }
    };
    Card::new(t.case_independence())
        .icon(Icon::Independent)
        .id("people")
        .body(body)
}

const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Qmr => "role-qmr",
        Role::CertificationHead => "role-certification-head",
        Role::Director => "role-director",
        Role::DeputyDirector => "role-deputy-director",
        _ => "role-register-officer",
    }
}

/// Plan, letters, files, corrective actions and linked cases.
pub(super) fn papers(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let round = &view.case.round;
    let number = &view.row.number;
    html! {
        @if let Some(plan) = &round.plan {
            (Card::new(t.case_plan()).icon(Icon::Tasks).id("plan").body(html! {
                p class="said" { (view.text(&plan.said.plan)) }
                @if !plan.said.measures.is_empty() {
                    ul class="measures" {
                        @for (place, measure) in plan.said.measures.iter().enumerate() {
                            li {
                                (view.text(&measure.what)) " – " (view.office.name(measure.doer)) ", " (t.date(measure.by)) " "
                                @if plan.measures_done.contains(&place) { (badge(Tone::Good, Some(Icon::Check), t.due_done())) }
                            }
                        }
                    }
                }
                p { @if plan.approved.is_some() { (badge(Tone::Good, Some(Icon::Check), t.case_plan_approved())) }
                    @else if plan.returned.is_some() { (badge(Tone::Warn, Some(Icon::Return), t.case_plan_returned())) }
                    @else { (badge(Tone::Neutral, Some(Icon::Clock), t.case_plan_proposed())) } }
            }))
        }
        @if !round.letters.is_empty() {
            (Card::new(t.case_letters()).icon(Icon::Letter).id("letters").body(html! {
                ul class="letters" {
                    @for (place, letter) in round.letters.iter().enumerate() {
                        li {
                            a href=(format!("/cases/{number}/letters/{}", place + 1)) { (word(t, "letter-purpose", letter.purpose.key())) }
                            @if let Some((n, symbol, on)) = &letter.number { " " strong { (format!("{n:02}/{symbol}")) } " " (t.date(*on)) }
                            @if let Some(own) = &letter.governing { " " strong { (own) } }
                            " " (badge(Tone::Neutral, None, &word(t, "letter-stage", stage_key(letter.stage()))))
                        }
                    }
                }
            }))
        }
        @if !view.documents.is_empty() {
            (Card::new(t.case_documents()).icon(Icon::Attach).id("documents").body(html! {
                ul class="documents" {
                    @for document in &view.documents {
                        li { a href=(format!("/cases/{number}/documents/{}", document.id)) download { (document.file_name) }
                            " " span class="muted" { (t.number(document.size.unwrap_or(0) / 1024 + 1)) " KiB" } }
                    }
                }
            }))
        }
        @if !view.actions.is_empty() || !view.links.is_empty() {
            (Card::new(t.case_linked()).icon(Icon::Link).id("links").body(html! {
                ul {
                    @for action in &view.actions {
                        li { (icon_repair()) " " a href=(format!("/corrective-actions/{}", action.number)) { (action.number) } " "
                            (badge(Tone::Neutral, None, &word(t, "action-stage", &action.stage))) }
                    }
                    @for (_, linked) in &view.links { li { a href=(format!("/cases/{linked}")) { (linked) } } }
                }
            }))
        }
    }
}

fn icon_repair() -> Markup {
    crate::ui::icon(Icon::Repair)
}

const fn stage_key(stage: procedure::case::LetterStage) -> &'static str {
    use procedure::case::LetterStage;
    match stage {
        LetterStage::Draft => "draft",
        LetterStage::Submitted => "submitted",
        LetterStage::Signed => "signed",
        LetterStage::Numbered => "numbered",
        LetterStage::Dispatched => "dispatched",
    }
}
