//! Coming in: set-up on the first run, signing in and out, one's own password.

use app::accounts::{NotSignedIn, Setup};
use app::{Error, Typed};
use axum::Extension;
use axum::Router;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use procedure::case::refusal::{Invalid, Problem};
use serde::Deserialize;
use std::net::SocketAddr;

use crate::address::Address;
use crate::layout::{Ctx, plain_page};
use crate::origin::Knocked;
use crate::posted::Posted;
use crate::site::{DemoLogin, Site};
use crate::ui::{CSRF, Filled, Form, Icon, Look, Tone, actions, alert, submit};
use crate::url::own_path;
use crate::visit::{Guest, Me, Page, keep_session, redirect};

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/", get(home))
        .route("/sign-in", get(sign_in_page).post(sign_in))
        .route("/sign-out", post(sign_out))
        .route("/setup", get(setup_page).post(set_up))
}

/// Whoever is signed in goes to work; everybody else to the public pages, from which staff sign in.
async fn home(guest: Guest, me: Option<Me>) -> Response {
    if me.is_some() {
        return redirect("/work", None);
    }
    match guest.site.app.needs_setup().await {
        Ok(true) => redirect("/setup", None),
        Ok(false) => redirect("/portal", None),
        Err(error) => crate::pages::failure(&guest.ctx, &error),
    }
}

#[derive(Deserialize)]
struct Back {
    #[serde(default)]
    back: String,
}

async fn sign_in_page(guest: Guest, me: Option<Me>, Query(back): Query<Back>) -> Response {
    if me.is_some() {
        return redirect(own_path(&back.back), None);
    }
    match guest.site.app.needs_setup().await {
        Ok(true) => redirect("/setup", None),
        Ok(false) => sign_in_form(&guest, &Filled::from_pairs([("back", back.back)]), None).into_response(),
        Err(error) => crate::pages::failure(&guest.ctx, &error),
    }
}

fn sign_in_form(guest: &Guest, filled: &Filled, wrong: Option<&str>) -> Markup {
    let t = guest.ctx.t();
    let body = html! {
        div class="entry" {
            h1 { (t.access_sign_in_title()) }
            @if let Some(wrong) = wrong { (alert(Tone::Bad, wrong, None)) }
            (Form::post(&guest.ctx, "sign-in", "/sign-in").filled(filled).show(|f| html! {
                (f.hidden("back", filled.value("back")))
                (f.text("login", t.access_login()).autocomplete("username").autofocus())
                (f.password("password", t.access_password()).autocomplete("current-password"))
                (actions(submit(Look::Primary, Some(Icon::Key), t.sign_in())))
            }))
            p class="entry-public" { (t.portal_not_staff()) " " a href="/portal" { (t.portal_title()) } }
            @if let Some(logins) = &guest.site.options.demo { (demo_logins(&guest.ctx, logins)) }
        }
    };
    plain_page(&guest.ctx, t.access_sign_in_title(), body)
}

/// The demo shows who one can be.
fn demo_logins(ctx: &Ctx, logins: &[DemoLogin]) -> Markup {
    let t = ctx.t();
    html! {
        section class="demo-logins" {
            h2 { (t.access_demo_title()) }
            p { (t.access_demo_text()) }
            ul {
                @for one in logins {
                    li {
                        form method="post" action="/sign-in" {
                            input type="hidden" name=(CSRF) value=(ctx.csrf);
                            input type="hidden" name="login" value=(one.login);
                            input type="hidden" name="password" value=(one.password);
                            button type="submit" class="btn" { span { (one.name) } " " small { (one.position) } }
                        }
                        p { code { (one.login) } " · " code { (one.password) } }
                    }
                }
            }
        }
    }
}

async fn sign_in(
    State(site): State<Site>,
    Address(address): Address,
    Knocked { guest, pairs }: Knocked,
) -> Response {
    let typed = Typed::from_pairs(pairs);
    let (login, password) = (
        typed.one("login").unwrap_or_default(),
        typed.one("password").unwrap_or_default(),
    );
    let back = typed.one("back").unwrap_or("/");
    let filled = Filled::from_pairs([("login", login), ("back", back)]);
    let t = guest.ctx.t();
    match site.app.sign_in(guest.now, login, password, &address).await {
        Ok(Ok(token)) => {
            let mut answer = redirect(own_path(back), None);
            keep_session(&site, &token, &mut answer);
            answer
        }
        Ok(Err(NotSignedIn::Wrong)) => (
            StatusCode::UNAUTHORIZED,
            sign_in_form(&guest, &filled, Some(t.access_wrong())),
        )
            .into_response(),
        Ok(Err(NotSignedIn::TooMany)) => (
            StatusCode::TOO_MANY_REQUESTS,
            sign_in_form(&guest, &filled, Some(t.access_too_many())),
        )
            .into_response(),
        Err(error) => crate::pages::failure(&guest.ctx, &error),
    }
}

async fn sign_out(posted: Posted) -> Page {
    let me = posted.me;
    me.app()
        .sign_out(&me.token)
        .await
        .map_err(|error| me.fail(error))?;
    let mut answer = redirect("/sign-in", None);
    keep_session(&me.site, "", &mut answer);
    Ok(answer)
}

async fn setup_page(guest: Guest) -> Response {
    match guest.site.app.needs_setup().await {
        Ok(true) => setup_form(&guest, &Filled::default()).into_response(),
        Ok(false) => redirect("/sign-in", None),
        Err(error) => crate::pages::failure(&guest.ctx, &error),
    }
}

fn setup_form(guest: &Guest, filled: &Filled) -> Markup {
    let t = guest.ctx.t();
    let body = html! {
        div class="entry" {
            h1 { (t.access_setup_title()) }
            p class="lead" { (t.access_setup_text()) }
            (Form::post(&guest.ctx, "setup", "/setup").filled(filled).show(|f| html! {
                fieldset {
                    legend { (t.access_setup_organisation_part()) }
                    (f.text("parent", t.access_setup_parent()).hint(t.access_setup_parent_hint()).optional())
                    (f.text("organisation", t.access_setup_organisation()).hint(t.access_setup_organisation_hint()).autofocus())
                    (f.text("symbol", t.access_setup_symbol()).hint(t.access_setup_symbol_hint()).narrow())
                    (f.text("place", t.access_setup_place()).hint(t.access_setup_place_hint()))
                }
                fieldset {
                    legend { (t.access_setup_administrator_part()) }
                    (f.text("name", t.access_setup_name()).autocomplete("name"))
                    (f.text("login", t.access_login()).autocomplete("username"))
                    (f.password("password", t.access_password()).hint(t.access_setup_password_hint()).autocomplete("new-password"))
                }
                @if guest.site.options.setup_token.is_some() {
                    (f.text("token", t.access_setup_token()).hint(t.access_setup_token_hint()).optional())
                }
                (actions(submit(Look::Primary, Some(Icon::Check), t.access_setup_submit())))
            }))
        }
    };
    plain_page(&guest.ctx, t.access_setup_title(), body)
}

async fn set_up(
    State(site): State<Site>,
    address: Option<Extension<ConnectInfo<SocketAddr>>>,
    Knocked { guest, pairs }: Knocked,
) -> Response {
    let typed = Typed::from_pairs(pairs.clone());
    let word = |name: &str| typed.one(name).unwrap_or_default().to_owned();
    let own_machine = address.is_some_and(|Extension(ConnectInfo(address))| address.ip().is_loopback());
    let mut problems = Vec::new();
    if !own_machine
        && site
            .options
            .setup_token
            .as_deref()
            .is_some_and(|token| token != word("token"))
    {
        problems.push(Invalid::new("token", Problem::Unreadable));
    }
    let setup = Setup {
        organisation: word("organisation"),
        parent: word("parent"),
        place: word("place"),
        symbol: word("symbol"),
        name: word("name"),
        login: word("login"),
        password: typed
            .0
            .get("password")
            .and_then(|p| p.last())
            .cloned()
            .unwrap_or_default(),
    };
    let (login, password) = (setup.login.clone(), setup.password.clone());
    if problems.is_empty() {
        match site.app.set_up(guest.now, setup).await {
            Ok(_) => {
                let mut answer = redirect("/admin", None);
                if let Ok(Ok(token)) = site.app.sign_in(guest.now, &login, &password, "").await {
                    keep_session(&site, &token, &mut answer);
                }
                return answer;
            }
            Err(Error::Invalid(found)) => problems = found,
            Err(Error::Denied) => return redirect("/sign-in", None),
            Err(error) => return crate::pages::failure(&guest.ctx, &error),
        }
    }
    let mut filled = Filled::from_pairs(pairs);
    filled.set("password", "");
    for problem in &problems {
        filled.error(
            &problem.field,
            crate::words::problem(guest.ctx.t(), problem.problem),
        );
    }
    (StatusCode::UNPROCESSABLE_ENTITY, setup_form(&guest, &filled)).into_response()
}
