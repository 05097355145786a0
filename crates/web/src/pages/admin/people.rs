//! People and their accounts, and everyone's own page.

use app::Error;
use app::accounts::NewPerson;
use app::people::PersonDetails;
use axum::response::IntoResponse;
use maud::{Markup, html};
use procedure::{PersonId, UnitId};
use uuid::Uuid;

use super::{Back, Reader, came_back, choices, open, shown};
use crate::layout::page as frame;
use crate::posted::Posted;
use crate::ui::{
    Card, Column, Fields, Filled, Form, Icon, Look, PageHead, Table, Tone, actions, alert, badge, confirm_in,
    facts, submit,
};
use crate::visit::{At, Me, Page, keep_session};
use crate::words::word;

fn roles_of(me: &Me, office: &app::Office, person: Uuid) -> String {
    let today = office.desk(me.now).today;
    let roles = office.staff.roles_of(PersonId(person), today);
    roles
        .iter()
        .map(|role| word(me.t(), "role", role.key()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn units(office: &app::Office) -> Vec<(String, String)> {
    office
        .units
        .values()
        .filter(|unit| unit.active)
        .map(|unit| (unit.id.to_string(), unit.name.clone()))
        .collect()
}

fn person_fields(me: &Me, f: &Fields, units: &[(String, String)]) -> Markup {
    let t = me.t();
    html! {
        (f.text("name", t.admin_name()))
        (f.text("position", t.admin_position()).hint(t.admin_position_hint()).optional())
        (f.text("login", t.access_login()))
        (f.email("email", t.admin_email()).optional())
        @if !units.is_empty() { (f.select("unit", t.admin_unit(), &choices(units)).optional()) }
    }
}

pub(super) async fn list(me: Me) -> Page {
    open(&me).map_err(|page| *page)?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    Ok(list_page(&me, &office, &Back::default()).into_response())
}

fn list_page(me: &Me, office: &app::Office, back: &Back) -> Markup {
    let t = me.t();
    let columns = [
        Column::new(t.admin_name()),
        Column::new(t.admin_position()),
        Column::new(t.admin_role()),
        Column::new(t.access_login()),
        Column::new(t.admin_state()),
    ];
    let mut rows: Vec<_> = office.people.values().collect();
    rows.sort_by(|a, b| (!a.active, &a.sort_key).cmp(&(!b.active, &b.sort_key)));
    let table = Table::new(t, t.admin_people(), &columns).rows(rows.into_iter().map(|row| {
        vec![
            html! { a href=(format!("/admin/people/{}", row.id)) { (row.display_name) } },
            html! { (row.position) },
            html! { (roles_of(me, office, row.id)) },
            html! { code { (row.login) } },
            active_badge(me, row.active),
        ]
    }));
    let units = units(office);
    let body = html! {
        (Card::new(t.admin_people()).icon(Icon::People).id("list").flush(html! { (table) }))
        (Card::new(t.admin_new_person()).icon(Icon::PersonAdd).id("add").body(
            Form::post(&me.ctx, "add-form", "/admin/people").filled(back.of("add-form")).show(|f| html! {
                (person_fields(me, f, &units))
                (f.password("password", t.access_password()).hint(t.access_setup_password_hint()).autocomplete("new-password"))
                (actions(submit(Look::Primary, Some(Icon::PersonAdd), t.add())))
            })
        ))
    };
    shown(me, t.admin_people(), "/admin/people", &body)
}

fn active_badge(me: &Me, active: bool) -> Markup {
    let t = me.t();
    if active {
        badge(Tone::Good, Some(Icon::Check), t.admin_active())
    } else {
        badge(Tone::Neutral, Some(Icon::PersonOff), t.admin_inactive())
    }
}

pub(super) async fn add(posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let mut read = Reader::new(&posted);
    let person = NewPerson {
        name: read.word("name"),
        login: read.word("login"),
        email: read.optional("email"),
        position: read.word("position"),
        unit: read.id("unit"),
        password: Some(read.word("password")),
    };
    let added = match read.fine() {
        Ok(()) => me.app().add_person(me.now, me.actor(), person).await,
        Err(error) => Err(error),
    };
    match added {
        Ok(id) => Ok(me.go(&format!("/admin/people/{id}"), "notice-saved")),
        Err(error) => {
            let office = me.app().office().await.map_err(|error| me.fail(error))?;
            let (status, back) = came_back(&posted, "add-form", error)?;
            Ok((status, list_page(me, &office, &back)).into_response())
        }
    }
}

pub(super) async fn one(me: Me, At(id): At<Uuid>) -> Page {
    open(&me).map_err(|page| *page)?;
    Ok(one_page(&me, id, &Back::default()).await?.into_response())
}

async fn one_page(me: &Me, id: Uuid, back: &Back) -> Result<Markup, axum::response::Response> {
    let t = me.t();
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let row = office
        .people
        .get(&PersonId(id))
        .ok_or_else(|| me.fail(Error::NotFound))?;
    let leaving = me
        .app()
        .leaving(me.now, PersonId(id))
        .await
        .map_err(|error| me.fail(error))?;
    let stored = Filled::from_pairs([
        ("name", row.display_name.clone()),
        ("position", row.position.clone()),
        ("login", row.login.clone()),
        ("email", row.email.clone().unwrap_or_default()),
        (
            "unit",
            row.unit_id.map(|unit| unit.to_string()).unwrap_or_default(),
        ),
    ]);
    let units = units(&office);
    let address = format!("/admin/people/{id}");
    let of = |part: &str| format!("{address}/{part}");
    let body = html! {
        (Card::new(&row.display_name).icon(Icon::Person).id("facts").body(html! {
            (facts([
                (t.admin_state(), active_badge(me, row.active)),
                (t.admin_role(), html! { (roles_of(me, &office, id)) " " a href="/admin/roles" { (t.admin_roles()) } }),
            ]))
        }))
        (Card::new(t.edit()).icon(Icon::Edit).id("edit").body(
            Form::post(&me.ctx, "person", &address).filled(back.over("person", &stored)).show(|f| html! {
                (person_fields(me, f, &units))
                (actions(submit(Look::Primary, Some(Icon::Save), t.save_changes())))
            })
        ))
        (Card::new(t.admin_new_password()).icon(Icon::Key).id("password").body(
            Form::post(&me.ctx, "password-form", &of("password")).filled(back.of("password-form")).show(|f| html! {
                (f.password("password", t.access_password()).hint(t.admin_new_password_hint()).autocomplete("new-password"))
                (actions(submit(Look::Secondary, Some(Icon::Key), t.save())))
            })
        ))
        (Card::new(t.admin_account()).icon(Icon::Lock).id("account").body(html! {
            @if row.active {
                @if leaving.may_leave() {
                    @if !leaving.roles.is_empty() {
                        (alert(Tone::Warn, &t.admin_leaves_roles(leaving.roles.iter().map(|role| word(t, "role", role.key())).collect::<Vec<_>>().join(", ")), None))
                    }
                    (confirm_in(Icon::PersonOff, t.admin_close_account(), Form::post(&me.ctx, "close", &of("close")).filled(back.of("close")).show(|_| html! {
                        p { (t.admin_close_account_text()) }
                        (actions(submit(Look::Danger, Some(Icon::PersonOff), t.admin_close_account())))
                    }), back.is("close")))
                } @else {
                    @for (_, why) in back.of("close").errors() { (alert(Tone::Bad, why, None)) }
                    (alert(Tone::Warn, t.admin_open_duties(), Some(html! {
                        ul {
                            @for number in &leaving.cases { li { a href=(format!("/cases/{number}")) { (number) } } }
                            @for number in &leaving.others { li { a href=(format!("/corrective-actions/{number}")) { (number) } } }
                        }
                    })))
                }
            } @else {
                (Form::post(&me.ctx, "reopen", &of("reopen")).filled(back.of("reopen")).show(|_| actions(submit(Look::Secondary, Some(Icon::Reopen), t.admin_reopen_account()))))
            }
        }))
    };
    Ok(shown(me, &row.display_name, "/admin/people", &body))
}

pub(super) async fn change(At(id): At<Uuid>, posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let mut read = Reader::new(&posted);
    let details = PersonDetails {
        name: read.word("name"),
        login: read.word("login"),
        email: read.optional("email"),
        position: read.word("position"),
        unit: read.id("unit").map(UnitId),
    };
    let result = match read.fine() {
        Ok(()) => {
            me.app()
                .update_person(me.now, me.actor(), PersonId(id), details)
                .await
        }
        Err(error) => Err(error),
    };
    done(&posted, id, result, "person").await
}

pub(super) async fn password(At(id): At<Uuid>, posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let password = posted
        .typed
        .0
        .get("password")
        .and_then(|typed| typed.last())
        .cloned()
        .unwrap_or_default();
    let result = me
        .app()
        .set_password(me.now, me.actor(), PersonId(id), password)
        .await;
    done(&posted, id, result, "password-form").await
}

pub(super) async fn close(At(id): At<Uuid>, posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let result = me.app().close_account(me.now, me.actor(), PersonId(id)).await;
    done(&posted, id, result, "close").await
}

pub(super) async fn reopen(At(id): At<Uuid>, posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let result = me.app().reopen_account(me.now, me.actor(), PersonId(id)).await;
    done(&posted, id, result, "reopen").await
}

/// On to the page of the person, or that page again with the form that could not stand.
async fn done(posted: &Posted, id: Uuid, result: Result<(), Error>, form: &str) -> Page {
    let Err(error) = result else {
        return Ok(posted.me.go(&format!("/admin/people/{id}"), "notice-saved"));
    };
    let (status, back) = came_back(posted, form, error)?;
    Ok((status, one_page(&posted.me, id, &back).await?).into_response())
}

/// Everyone's own page: who one is, and one's own password.
pub(super) async fn account(me: Me) -> Page {
    Ok(account_page(&me, &Back::default()).into_response())
}

fn account_page(me: &Me, back: &Back) -> Markup {
    let t = me.t();
    let roles = me
        .viewer
        .roles
        .iter()
        .map(|role| word(t, "role", role.key()))
        .collect::<Vec<_>>()
        .join(", ");
    let body = html! {
        (PageHead::new(t, t.admin_own_account()))
        (Card::new(&me.viewer.name).icon(Icon::Person).id("me").body(facts([(t.admin_role(), html! { @if roles.is_empty() { (t.none()) } @else { (roles) } })])))
        (Card::new(t.admin_own_password()).icon(Icon::Key).id("password").body(
            Form::post(&me.ctx, "own-password", "/account").filled(back.of("own-password")).show(|f| html! {
                (f.password("current", t.admin_current_password()).autocomplete("current-password"))
                (f.password("password", t.admin_new_password()).hint(t.access_setup_password_hint()).autocomplete("new-password"))
                (actions(submit(Look::Primary, Some(Icon::Key), t.save())))
            })
        ))
    };
    frame(&me.ctx, t.admin_own_account(), None, body)
}

pub(super) async fn own_password(posted: Posted) -> Page {
    let me = &posted.me;
    let typed = |name: &str| {
        posted
            .typed
            .0
            .get(name)
            .and_then(|v| v.last())
            .cloned()
            .unwrap_or_default()
    };
    let result = me
        .app()
        .change_own_password(me.now, me.person(), typed("current"), typed("password"))
        .await;
    match result {
        Ok(token) => {
            let mut answer = me.go("/account", "notice-saved");
            keep_session(&me.site, &token, &mut answer);
            Ok(answer)
        }
        Err(error) => {
            let (status, back) = came_back(&posted, "own-password", error)?;
            Ok((status, account_page(me, &back)).into_response())
        }
    }
}
