//! Who holds which role, who stands in for whom, who signs with which authority, and who is tied to which client.

use app::Error;
use app::people::{NewAppointment, NewAuthority, NewInterest, NewSubstitution};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use procedure::vocabulary::{Role, SigningMode};
use procedure::{PersonId, UnitId};
use uuid::Uuid;

use super::ledger::{Ledger, Line, end_form};
use super::{Back, Reader, choices, open, outcome, people_pairs, shown};
use crate::posted::Posted;
use crate::visit::{At, Me, Page};
use crate::words::word;

/// The roles an administrator gives; case officers are named case by case.
const ROLES: &[Role] = &[
    Role::RegisterOfficer,
    Role::Qmr,
    Role::CertificationHead,
    Role::HeadOfDepartment,
    Role::Director,
    Role::DeputyDirector,
    Role::Registry,
    Role::ImpartialityBody,
    Role::ExternalReviewer,
    Role::Auditor,
    Role::Administrator,
];

fn roles_pairs(me: &Me) -> Vec<(String, String)> {
    ROLES
        .iter()
        .map(|role| (role.key().to_owned(), word(me.t(), "role", role.key())))
        .collect()
}

fn units_pairs(office: &app::Office) -> Vec<(String, String)> {
    let units = office.units.values().filter(|unit| unit.active);
    units
        .map(|unit| (unit.id.to_string(), unit.name.clone()))
        .collect()
}

/// What every page here needs to know.
struct Known {
    office: std::sync::Arc<app::Office>,
    offices: app::people::Offices,
    today: jiff::civil::Date,
}

async fn known(me: &Me) -> Result<Known, Box<Response>> {
    let fail = |error| Box::new(me.fail(error));
    open(me)?;
    let office = me.app().office().await.map_err(fail)?;
    let offices = me.app().offices().await.map_err(fail)?;
    let today = office.desk(me.now).today;
    Ok(Known {
        office,
        offices,
        today,
    })
}

fn name(known: &Known, person: Uuid) -> Markup {
    html! { a href=(format!("/admin/people/{person}")) { (known.office.name(PersonId(person))) } }
}

pub(super) async fn roles(me: Me) -> Page {
    let known = known(&me).await.map_err(|page| *page)?;
    Ok(roles_page(&me, &known, &Back::default()).into_response())
}

fn roles_page(me: &Me, known: &Known, back: &Back) -> Markup {
    let t = me.t();
    let lines = known.offices.appointments.iter().map(|row| Line {
        id: row.id.to_string(),
        cells: vec![
            name(known, row.person_id),
            html! { (word(t, "role", &row.role)) },
            html! { (row.unit_id.map(|unit| known.office.unit_name(UnitId(unit)).to_owned()).unwrap_or_default()) },
        ],
        from: row.from_on.0,
        until: row.until_on.map(|on| on.0),
        document: row.document.clone(),
    });
    let ledger = Ledger {
        me,
        title: t.admin_roles(),
        lead: t.admin_roles_lead(),
        address: "/admin/roles",
        heads: vec![t.admin_person(), t.admin_role(), t.admin_unit()],
        lines: lines.collect(),
        today: known.today,
        document_at_end: true,
    };
    let (people, roles, units) = (
        people_pairs(&known.office),
        roles_pairs(me),
        units_pairs(&known.office),
    );
    let body = ledger.show(back, |f| {
        html! {
            (f.select("person", t.admin_person(), &choices(&people)))
            (f.select("role", t.admin_role(), &choices(&roles)))
            @if !units.is_empty() { (f.select("unit", t.admin_unit(), &choices(&units)).optional()) }
        }
    });
    shown(me, t.admin_roles(), "/admin/roles", &body)
}

pub(super) async fn appoint(posted: Posted) -> Page {
    let known = known(&posted.me).await.map_err(|page| *page)?;
    let me = &posted.me;
    let mut read = Reader::new(&posted);
    let new = NewAppointment {
        person: read.person("person"),
        role: read.choice("role", Role::from_key, Role::Qmr),
        unit: read.id("unit").map(UnitId),
        from: read.day("from"),
        until: read.day_if_any("until"),
        document: read.word("document"),
    };
    let result = match read.fine() {
        Ok(()) => me.app().appoint(me.now, me.actor(), new).await,
        Err(error) => Err(error),
    };
    Ok(outcome(&posted, result, "/admin/roles", "add-form", |back| {
        roles_page(me, &known, back)
    }))
}

/// The day on which something ends, and what becomes of it.
async fn ended<F: Future<Output = Result<(), Error>>>(
    posted: &Posted,
    to: &str,
    id: Uuid,
    page: fn(&Me, &Known, &Back) -> Markup,
    end: impl FnOnce(jiff::civil::Date, String) -> F,
) -> Page {
    let known = known(&posted.me).await.map_err(|page| *page)?;
    let mut read = Reader::new(posted);
    let (until, document) = (read.day("until"), read.word("document"));
    let result = match read.fine() {
        Ok(()) => end(until, document).await,
        Err(error) => Err(error),
    };
    let form = end_form(&id.to_string());
    Ok(outcome(posted, result, to, &form, |back| {
        page(&posted.me, &known, back)
    }))
}

pub(super) async fn end_role(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    ended(
        &posted,
        "/admin/roles",
        id,
        roles_page,
        |until, document| async move {
            me.app()
                .end_appointment(me.now, me.actor(), id, until, document)
                .await
        },
    )
    .await
}

pub(super) async fn substitutes(me: Me) -> Page {
    let known = known(&me).await.map_err(|page| *page)?;
    Ok(substitutes_page(&me, &known, &Back::default()).into_response())
}

fn substitutes_page(me: &Me, known: &Known, back: &Back) -> Markup {
    let t = me.t();
    let lines = known.offices.substitutions.iter().map(|row| Line {
        id: row.id.to_string(),
        cells: vec![
            html! { (word(t, "role", &row.role)) },
            name(known, row.of_person),
            name(known, row.by_person),
            name(known, row.named_by),
        ],
        from: row.from_on.0,
        until: row.until_on.map(|on| on.0),
        document: row.document.clone(),
    });
    let ledger = Ledger {
        me,
        title: t.admin_substitutes(),
        lead: t.admin_substitutes_lead(),
        address: "/admin/substitutes",
        heads: vec![
            t.admin_role(),
            t.admin_substitute_of(),
            t.admin_substitute_by(),
            t.admin_named_by(),
        ],
        lines: lines.collect(),
        today: known.today,
        document_at_end: false,
    };
    let (people, roles) = (people_pairs(&known.office), roles_pairs(me));
    let body = ledger.show(back, |f| {
        html! {
            (f.select("role", t.admin_role(), &choices(&roles)))
            (f.select("of", t.admin_substitute_of(), &choices(&people)))
            (f.select("by", t.admin_substitute_by(), &choices(&people)))
            (f.select("named_by", t.admin_named_by(), &choices(&people)).hint(t.admin_named_by_hint()))
        }
    });
    shown(me, t.admin_substitutes(), "/admin/substitutes", &body)
}

pub(super) async fn substitute(posted: Posted) -> Page {
    let known = known(&posted.me).await.map_err(|page| *page)?;
    let me = &posted.me;
    let mut read = Reader::new(&posted);
    let new = NewSubstitution {
        role: read.choice("role", Role::from_key, Role::Qmr),
        of: read.person("of"),
        by: read.person("by"),
        from: read.day("from"),
        until: read.day_if_any("until"),
        named_by: read.person("named_by"),
        document: read.word("document"),
    };
    let result = match read.fine() {
        Ok(()) => me.app().substitute(me.now, me.actor(), new).await,
        Err(error) => Err(error),
    };
    Ok(outcome(
        &posted,
        result,
        "/admin/substitutes",
        "add-form",
        |back| substitutes_page(me, &known, back),
    ))
}

pub(super) async fn end_substitute(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    ended(
        &posted,
        "/admin/substitutes",
        id,
        substitutes_page,
        |until, _| async move { me.app().end_substitution(me.now, me.actor(), id, until).await },
    )
    .await
}

pub(super) async fn authority(me: Me) -> Page {
    let known = known(&me).await.map_err(|page| *page)?;
    Ok(authority_page(&me, &known, &Back::default()).into_response())
}

fn authority_page(me: &Me, known: &Known, back: &Back) -> Markup {
    let t = me.t();
    let lines = known.offices.authorities.iter().map(|row| Line {
        id: row.id.to_string(),
        cells: vec![
            name(known, row.person_id),
            html! { (word(t, "signing-mode", &row.mode)) },
            html! { (row.scope) },
        ],
        from: row.from_on.0,
        until: row.until_on.map(|on| on.0),
        document: row.document.clone(),
    });
    let ledger = Ledger {
        me,
        title: t.admin_authority(),
        lead: t.admin_authority_lead(),
        address: "/admin/authority",
        heads: vec![t.admin_person(), t.admin_mode(), t.admin_scope()],
        lines: lines.collect(),
        today: known.today,
        document_at_end: false,
    };
    let people = people_pairs(&known.office);
    let modes: Vec<(String, String)> = SigningMode::ALL
        .iter()
        .filter(|mode| **mode != SigningMode::Head)
        .map(|mode| (mode.key().to_owned(), word(t, "signing-mode", mode.key())))
        .collect();
    let body = ledger.show(back, |f| {
        html! {
            (f.select("person", t.admin_person(), &choices(&people)))
            (f.select("mode", t.admin_mode(), &choices(&modes)))
            (f.text("scope", t.admin_scope()).hint(t.admin_scope_hint()))
        }
    });
    shown(me, t.admin_authority(), "/admin/authority", &body)
}

pub(super) async fn authorise(posted: Posted) -> Page {
    let known = known(&posted.me).await.map_err(|page| *page)?;
    let me = &posted.me;
    let mut read = Reader::new(&posted);
    let new = NewAuthority {
        person: read.person("person"),
        mode: read.choice("mode", SigningMode::from_key, SigningMode::Kt),
        scope: read.word("scope"),
        from: read.day("from"),
        until: read.day_if_any("until"),
        document: read.word("document"),
    };
    let result = match read.fine() {
        Ok(()) => me.app().authorise(me.now, me.actor(), new).await,
        Err(error) => Err(error),
    };
    Ok(outcome(&posted, result, "/admin/authority", "add-form", |back| {
        authority_page(me, &known, back)
    }))
}

pub(super) async fn end_authority(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    ended(
        &posted,
        "/admin/authority",
        id,
        authority_page,
        |until, _| async move { me.app().end_authority(me.now, me.actor(), id, until).await },
    )
    .await
}

/// The kinds of a tie to a client.
const TIES: &[&str] = &["consultancy", "employment", "other"];

pub(super) async fn interests(me: Me) -> Page {
    let known = known(&me).await.map_err(|page| *page)?;
    Ok(interests_page(&me, &known, &Back::default()).into_response())
}

fn interests_page(me: &Me, known: &Known, back: &Back) -> Markup {
    let t = me.t();
    let lines = known.offices.interests.iter().map(|row| Line {
        id: row.id.to_string(),
        cells: vec![
            name(known, row.person_id),
            html! { (row.client) },
            html! { (word(t, "tie", &row.kind)) },
        ],
        from: row.from_on.0,
        until: row.until_on.map(|on| on.0),
        document: row.note.clone(),
    });
    let ledger = Ledger {
        me,
        title: t.admin_interests(),
        lead: t.admin_interests_lead(),
        address: "/admin/interests",
        heads: vec![t.admin_person(), t.admin_client(), t.admin_tie()],
        lines: lines.collect(),
        today: known.today,
        document_at_end: false,
    };
    let people = people_pairs(&known.office);
    let ties: Vec<(String, String)> = TIES
        .iter()
        .map(|tie| ((*tie).to_owned(), word(t, "tie", tie)))
        .collect();
    let body = ledger.show(back, |f| {
        html! {
            (f.select("person", t.admin_person(), &choices(&people)))
            (f.text("client", t.admin_client()))
            (f.radios("kind", t.admin_tie(), &choices(&ties)))
        }
    });
    shown(me, t.admin_interests(), "/admin/interests", &body)
}

pub(super) async fn tie(posted: Posted) -> Page {
    let known = known(&posted.me).await.map_err(|page| *page)?;
    let me = &posted.me;
    let mut read = Reader::new(&posted);
    let new = NewInterest {
        person: read.person("person"),
        client: read.word("client"),
        kind: read.word("kind"),
        from: read.day("from"),
        until: read.day_if_any("until"),
        note: read.word("document"),
    };
    let result = match read.fine() {
        Ok(()) => me.app().declare_tie(me.now, me.actor(), new).await,
        Err(error) => Err(error),
    };
    Ok(outcome(&posted, result, "/admin/interests", "add-form", |back| {
        interests_page(me, &known, back)
    }))
}

pub(super) async fn end_tie(At(id): At<Uuid>, posted: Posted) -> Page {
    let me = &posted.me;
    ended(
        &posted,
        "/admin/interests",
        id,
        interests_page,
        |until, _| async move { me.app().end_tie(me.now, me.actor(), id, until).await },
    )
    .await
}
