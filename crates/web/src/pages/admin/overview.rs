//! What is still to be set up, what needs attention, what administrators did, and work of the product that came to nothing.

use app::outbox::State;
use axum::response::IntoResponse;
use maud::{Markup, html};
use procedure::PersonId;
use procedure::case::Actor;
use procedure::vocabulary::{Role, SigningMode};
use uuid::Uuid;

use super::{open, shown};
use crate::posted::Posted;
use crate::ui::{Card, Column, Form, Icon, Look, Table, Tone, actions, badge, empty_state, submit};
use crate::visit::{At, Me, Page};
use crate::words::word;

/// The roles that the procedure cannot do without.
const NEEDED: &[Role] = &[
    Role::Qmr,
    Role::Director,
    Role::DeputyDirector,
    Role::RegisterOfficer,
    Role::CertificationHead,
    Role::Registry,
    Role::ImpartialityBody,
];

pub(super) async fn page(me: Me) -> Page {
    open(&me).map_err(|page| *page)?;
    let t = me.t();
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let fail = |error| me.fail(error);
    let webhooks = me.app().webhooks(me.now, me.person()).await.map_err(fail)?;
    let log = me
        .app()
        .administration(me.now, me.person(), None, 30)
        .await
        .map_err(fail)?;
    let dead = me.app().dead_jobs(me.now, me.person(), 50).await.map_err(fail)?;
    let sources = me.app().mail_sources(me.now, me.person()).await.map_err(fail)?;
    let today = office.desk(me.now).today;
    let year = today.year();
    let mut lines: Vec<(bool, String, String)> = vec![
        (
            !office.units.is_empty(),
            t.admin_check_units().to_owned(),
            "/admin/units".into(),
        ),
        (
            office.people.len() > 1,
            t.admin_check_people().to_owned(),
            "/admin/people".into(),
        ),
    ];
    for role in NEEDED {
        let held = office.staff.holders(*role, today).next().is_some();
        lines.push((
            held,
            t.admin_check_role(word(t, "role", role.key())),
            "/admin/roles".into(),
        ));
    }
    let deputised = office
        .staff
        .authorities
        .iter()
        .any(|a| a.mode == SigningMode::Kt && a.span.covers(today));
    lines.push((
        deputised,
        t.admin_check_authority().to_owned(),
        "/admin/authority".into(),
    ));
    for wanted in [year, year + 1] {
        let address = format!("/admin/calendar?year={wanted}");
        lines.push((
            office.calendar.knows(wanted),
            t.admin_check_calendar(wanted),
            address,
        ));
    }
    lines.push((
        dead.is_empty(),
        t.admin_check_jobs().to_owned(),
        "/admin/jobs".into(),
    ));
    if !webhooks.is_empty() {
        lines.push((
            webhooks.iter().all(|webhook| webhook.failing_since.is_none()),
            t.api_webhooks_all_heard().to_owned(),
            "/admin/webhooks".into(),
        ));
    }
    let counts = me.app().outbox_counts().await.map_err(fail)?;
    let undecided = |state: State| matches!(state, State::Failed | State::Unsure);
    lines.push((
        counts
            .iter()
            .all(|(state, count)| *count == 0 || !undecided(*state)),
        t.outbox_check().to_owned(),
        "/outbox".into(),
    ));
    let body = html! {
        (Card::new(t.admin_checklist()).icon(Icon::Checks).id("checklist").body(html! {
            ul class="checklist" {
                @for (fine, what, href) in &lines {
                    li {
                        @if *fine { (badge(Tone::Good, Some(Icon::Check), t.due_done())) } @else { (badge(Tone::Warn, Some(Icon::Warning), t.admin_to_do())) }
                        " " a href=(href) { (what) }
                    }
                }
            }
        }))
        (mailboxes(&me, &office, &sources))
        (Card::new(t.admin_log()).icon(Icon::Clock).id("log").body(html! {
            ul class="checklist" {
                @for (_, entry) in &log {
                    li {
                        span class="muted" { (t.instant(entry.at, &office.zone)) } " – " (who(&me, &office, entry.by)) ": "
                        (word(t, "change", &entry.change.key()))
                    }
                }
            }
        }))
    };
    Ok(shown(&me, t.nav_admin(), "/admin", &body).into_response())
}

/// From where mail is fetched, and how that went the last time.
fn mailboxes(me: &Me, office: &app::Office, sources: &[app::inbox::Source]) -> Markup {
    let t = me.t();
    let at = |at: jiff::Timestamp| t.instant(at, &office.zone);
    Card::new(t.mail_sources()).icon(Icon::Email).id("mail-sources").body(html! {
        @if sources.is_empty() {
            p class="muted" { (t.mail_sources_none()) }
        } @else {
            ul class="checklist" {
                @for source in sources {
                    li {
                        @if source.failure.is_empty() {
                            (badge(Tone::Good, Some(Icon::Check), t.due_done()))
                        } @else {
                            (badge(Tone::Bad, Some(Icon::Warning), &source.tried_at.map_or(String::new(), |it| t.mail_source_failed(at(it.0)))))
                        }
                        " " span class="mail-address" { (source.source) } " – "
                        (source.succeeded_at.map_or(t.mail_source_never().to_owned(), |it| t.mail_source_well(at(it.0))))
                        @if !source.failure.is_empty() { br; span class="muted" { (source.failure) } }
                    }
                }
            }
        }
    })
}

fn who(me: &Me, office: &app::Office, by: Actor) -> String {
    match by {
        Actor::Person(person) => office.name(PersonId(person.0)).to_owned(),
        Actor::Complainant => me.t().history_complainant().to_owned(),
        Actor::System => me.t().case_by_system().to_owned(),
    }
}

pub(super) async fn jobs(me: Me) -> Page {
    open(&me).map_err(|page| *page)?;
    let t = me.t();
    let dead = me
        .app()
        .dead_jobs(me.now, me.person(), 200)
        .await
        .map_err(|error| me.fail(error))?;
    let columns = [
        Column::new(t.admin_job()),
        Column::new(t.admin_job_tries()).number(),
        Column::new(t.admin_job_error()),
        Column::new(""),
    ];
    let table = Table::new(t, t.admin_jobs(), &columns)
        .rows(dead.iter().map(|job| {
            let form = format!("retry-{}", job.id);
            vec![
                html! { code { (job.kind) } },
                html! { (job.attempts) },
                html! { (job.last_error.as_deref().unwrap_or_default()) },
                retry_form(&me, &form, job.id),
            ]
        }))
        .empty(empty_state(
            Icon::Checks,
            t.admin_no_dead_jobs(),
            t.admin_no_dead_jobs_text(),
            None,
        ));
    let body = Card::new(t.admin_jobs())
        .icon(Icon::Tasks)
        .id("jobs")
        .flush(html! { (table) });
    Ok(shown(&me, t.admin_jobs(), "/admin/jobs", &body).into_response())
}

fn retry_form(me: &Me, form: &str, id: Uuid) -> Markup {
    let address = format!("/admin/jobs/{id}/retry");
    Form::post(&me.ctx, form, &address).show(|_| {
        actions(submit(
            Look::Secondary,
            Some(Icon::Reopen),
            me.t().admin_job_retry(),
        ))
    })
}

pub(super) async fn retry(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    me.app()
        .revive_job(me.now, me.person(), id)
        .await
        .map_err(|error| me.fail(error))?;
    Ok(me.go("/admin/jobs", "notice-saved"))
}
