//! Administration: people and their offices, units, calendar, settings, jobs. Open to administrators alone.

mod calendar;
mod house;
mod ledger;
mod offices;
mod overview;
mod people;
mod portal;
mod templates;
mod webhooks;

use app::Error;
use app::compose::read_date;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::civil::Date;
use maud::{Markup, html};
use procedure::PersonId;
use procedure::case::refusal::{Invalid, Problem};
use procedure::vocabulary::Role;
use uuid::Uuid;

use crate::layout::{Nav, page as frame};
use crate::posted::Posted;
use crate::site::Site;
use crate::ui::{Choice, Filled, PageHead, Tab, tabs};
use crate::visit::Me;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/admin", get(overview::page))
        .route("/admin/people", get(people::list).post(people::add))
        .route("/admin/people/{id}", get(people::one).post(people::change))
        .route("/admin/people/{id}/password", post(people::password))
        .route("/admin/people/{id}/close", post(people::close))
        .route("/admin/people/{id}/reopen", post(people::reopen))
        .route("/admin/roles", get(offices::roles).post(offices::appoint))
        .route("/admin/roles/{id}/end", post(offices::end_role))
        .route(
            "/admin/substitutes",
            get(offices::substitutes).post(offices::substitute),
        )
        .route("/admin/substitutes/{id}/end", post(offices::end_substitute))
        .route(
            "/admin/authority",
            get(offices::authority).post(offices::authorise),
        )
        .route("/admin/authority/{id}/end", post(offices::end_authority))
        .route("/admin/interests", get(offices::interests).post(offices::tie))
        .route("/admin/interests/{id}/end", post(offices::end_tie))
        .route("/admin/units", get(house::units).post(house::put_unit))
        .route(
            "/admin/settings",
            get(house::settings).post(house::change_settings),
        )
        .route("/admin/organisation", post(house::change_organisation))
        .route("/admin/calendar", get(calendar::page).post(calendar::announce))
        .route("/admin/calendar/remove", post(calendar::remove))
        .route("/admin/calendar/year", post(calendar::year))
        .route("/admin/templates", get(templates::list))
        .route(
            "/admin/templates/{purpose}/{lang}",
            get(templates::one).post(templates::save),
        )
        .route(
            "/admin/templates/{purpose}/{lang}/preview",
            post(templates::preview),
        )
        .route(
            "/admin/templates/{purpose}/{lang}/preview.pdf",
            get(templates::pdf),
        )
        .route("/admin/portal", get(portal::page).post(portal::change))
        .merge(webhooks::routes())
        .route("/admin/jobs", get(overview::jobs))
        .route("/admin/jobs/{id}/retry", post(overview::retry))
        .route("/account", get(people::account).post(people::own_password))
}

/// Only administrators go on from here.
fn open(me: &Me) -> Result<(), Box<Response>> {
    if me.holds(Role::Administrator) {
        Ok(())
    } else {
        Err(Box::new(me.fail(Error::Denied)))
    }
}

/// The frame of all these pages: title and the row of places.
fn shown(me: &Me, title: &str, here: &str, body: &Markup) -> Markup {
    let t = me.t();
    let places = [
        ("/admin", t.admin_overview()),
        ("/admin/people", t.admin_people()),
        ("/admin/roles", t.admin_roles()),
        ("/admin/substitutes", t.admin_substitutes()),
        ("/admin/authority", t.admin_authority()),
        ("/admin/interests", t.admin_interests()),
        ("/admin/units", t.admin_units()),
        ("/admin/calendar", t.admin_calendar()),
        ("/admin/templates", t.templates_title()),
        ("/admin/settings", t.admin_settings()),
        ("/admin/portal", t.admin_portal()),
        ("/admin/webhooks", t.api_webhooks_title()),
        ("/admin/jobs", t.admin_jobs()),
        ("/imports", t.imports_title()),
        ("/outbox", t.outbox_title()),
    ];
    let places: Vec<Tab> = places
        .iter()
        .map(|(href, label)| Tab {
            label,
            href,
            active: *href == here,
            count: None,
        })
        .collect();
    let body = html! {
        (PageHead::new(t, title))
        (tabs(t, t.nav_admin(), &places))
        (body)
    };
    frame(&me.ctx, title, Some(Nav::Admin), body)
}

/// The form of a page that came back, with what was typed and what is wrong with it; none on a page that is only looked at.
#[derive(Default)]
struct Back {
    form: String,
    filled: Filled,
    untouched: Filled,
}

impl Back {
    fn with(form: &str, filled: Filled) -> Back {
        Back {
            form: form.to_owned(),
            filled,
            untouched: Filled::default(),
        }
    }

    fn is(&self, form: &str) -> bool {
        self.form == form
    }

    /// What stands in a form: what was typed where it came back, else nothing.
    fn of(&self, form: &str) -> &Filled {
        self.over(form, &self.untouched)
    }

    /// The same over what is stored.
    fn over<'a>(&'a self, form: &str, stored: &'a Filled) -> &'a Filled {
        if self.is(form) { &self.filled } else { stored }
    }
}

/// The form that could not stand, to be drawn again: each problem at its field, and what concerns no field above them. Passwords never
/// come back.
fn came_back(posted: &Posted, form: &str, error: Error) -> Result<(StatusCode, Back), Response> {
    let t = posted.me.t();
    let mut filled = posted.filled();
    let status = match error {
        Error::Invalid(problems) => {
            filled = posted.filled_with(&problems);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Error::Refused(refusal) => {
            filled.error("", crate::words::refusal(t, refusal));
            StatusCode::CONFLICT
        }
        Error::Overtaken(_) => {
            filled.error("", t.failure_overtaken_text());
            StatusCode::CONFLICT
        }
        other => return Err(posted.me.fail(other)),
    };
    for secret in ["password", "current"] {
        filled.set(secret, "");
    }
    Ok((status, Back::with(form, filled)))
}

/// Reads a form: every field that cannot be read is told at once.
struct Reader<'a> {
    posted: &'a Posted,
    problems: Vec<Invalid>,
}

impl<'a> Reader<'a> {
    fn new(posted: &'a Posted) -> Self {
        Self {
            posted,
            problems: Vec::new(),
        }
    }

    fn word(&self, name: &str) -> String {
        self.posted.typed.one(name).unwrap_or_default().to_owned()
    }

    fn optional(&self, name: &str) -> Option<String> {
        self.posted.typed.one(name).map(str::to_owned)
    }

    fn day(&mut self, name: &str) -> Date {
        match self.posted.typed.one(name) {
            None => self.bad(name, Problem::Missing, Date::ZERO),
            Some(typed) => match read_date(typed) {
                Some(day) => day,
                None => self.bad(name, Problem::Unreadable, Date::ZERO),
            },
        }
    }

    fn day_if_any(&mut self, name: &str) -> Option<Date> {
        self.posted.typed.one(name)?;
        Some(self.day(name))
    }

    fn id(&mut self, name: &str) -> Option<Uuid> {
        let typed = self.posted.typed.one(name)?;
        match Uuid::parse_str(typed) {
            Ok(id) => Some(id),
            Err(_) => self.bad(name, Problem::NotOffered, None),
        }
    }

    fn person(&mut self, name: &str) -> PersonId {
        match self.id(name) {
            Some(id) => PersonId(id),
            None => self.bad(name, Problem::Missing, PersonId::small(0)),
        }
    }

    fn choice<T>(&mut self, name: &str, known: impl Fn(&str) -> Option<T>, otherwise: T) -> T {
        match self.posted.typed.one(name).map(known) {
            Some(Some(value)) => value,
            Some(None) => self.bad(name, Problem::NotOffered, otherwise),
            None => self.bad(name, Problem::Missing, otherwise),
        }
    }

    fn bad<T>(&mut self, name: &str, problem: Problem, value: T) -> T {
        self.problems.push(Invalid::new(name, problem));
        value
    }

    fn fine(self) -> Result<(), Error> {
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(Error::Invalid(self.problems))
        }
    }
}

/// What became of a write: on to the page, or the page again with everything typed.
fn outcome(
    posted: &Posted,
    result: Result<(), Error>,
    to: &str,
    form: &str,
    page: impl FnOnce(&Back) -> Markup,
) -> Response {
    let Err(error) = result else {
        return posted.me.go(to, "notice-saved");
    };
    match came_back(posted, form, error) {
        Ok((status, back)) => (status, page(&back)).into_response(),
        Err(failure) => failure,
    }
}

/// Active people by name, as choices of a form.
fn people_pairs(office: &app::Office) -> Vec<(String, String)> {
    let mut rows: Vec<_> = office.people.values().filter(|person| person.active).collect();
    rows.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
    rows.into_iter()
        .map(|row| (row.id.to_string(), row.display_name.clone()))
        .collect()
}

fn choices(pairs: &[(String, String)]) -> Vec<Choice<'_>> {
    pairs
        .iter()
        .map(|(value, label)| Choice::new(value, label))
        .collect()
}
