//! Tokens: what lets programs act in one's own name, made here, shown once, ended here.

use app::Error;
use app::tokens::{NewToken, Scope, Token};
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use uuid::Uuid;

use crate::layout::page as frame;
use crate::posted::Posted;
use crate::site::Site;
use crate::ui::{
    Card, Choice, Column, Filled, Form, Icon, Look, PageHead, Table, Tone, actions, alert, badge,
    empty_state, link_button, post_button, submit,
};
use crate::visit::{At, Me, Page};
use crate::words::word;

pub fn routes() -> Router<Site> {
    Router::new()
        .route("/account/tokens", get(page).post(make))
        .route("/account/tokens/{id}/revoke", post(revoke))
}

const DAYS: [&str; 4] = ["30", "90", "180", "365"];

async fn page(me: Me) -> Page {
    let filled = Filled::from_pairs([("days", "90"), ("scopes", Scope::Read.key())]);
    show(&me, StatusCode::OK, &filled, None).await
}

async fn show(me: &Me, status: StatusCode, filled: &Filled, made: Option<&str>) -> Page {
    let tokens = me.app().tokens_of(me.person()).await;
    let tokens = tokens.map_err(|error| me.fail(error))?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let t = me.t();
    let documentation = link_button(
        Look::Quiet,
        Some(Icon::Book),
        t.api_tokens_documentation(),
        "/api/v1/docs",
    );
    let body = html! {
        (PageHead::new(t, t.api_tokens_title()).lead(t.api_tokens_lead()).actions(documentation))
        @if let Some(secret) = made {
            (alert(Tone::Good, t.api_tokens_shown(), Some(html! { p class="digest" { (t.api_tokens_secret()) ": " code { (secret) } } })))
        }
        (Card::new(t.api_tokens_title()).icon(Icon::Key).id("tokens").flush(table(me, &office, &tokens)))
        (Card::new(t.api_tokens_new()).icon(Icon::Add).id("new").body(form(me, filled)))
    };
    Ok((status, frame(&me.ctx, t.api_tokens_title(), None, body)).into_response())
}

fn table(me: &Me, office: &app::Office, tokens: &[Token]) -> Markup {
    let t = me.t();
    let columns = [
        Column::new(t.api_tokens_name()),
        Column::new(t.api_tokens_scopes()),
        Column::new(t.api_tokens_created()),
        Column::new(t.api_tokens_expires()),
        Column::new(t.api_tokens_used()),
        Column::new(t.api_tokens_state()),
        Column::new(""),
    ];
    let instant = |at| t.instant(at, &office.zone);
    let rows = tokens.iter().map(|token| {
        let scopes: Vec<String> = token
            .scopes
            .iter()
            .map(|scope| word(t, "api-scope", scope.key()))
            .collect();
        let good = token.is_good(me.now);
        let address = format!("/account/tokens/{}/revoke", token.id);
        vec![
            html! { strong { (token.name) } },
            html! { (scopes.join(", ")) },
            html! { (instant(token.created_at)) },
            html! { (instant(token.expires_at)) },
            html! { (token.last_used_at.map_or_else(|| t.api_tokens_never_used().to_owned(), instant)) },
            state(me, token),
            html! { @if good { (post_button(&me.ctx, Look::Secondary, Some(Icon::Remove), t.api_tokens_revoke(), &address, "")) } },
        ]
    });
    let nothing = empty_state(Icon::Key, t.api_tokens_none(), t.api_tokens_none_text(), None);
    let table = Table::new(t, t.api_tokens_title(), &columns)
        .rows(rows)
        .empty(nothing);
    html! { (table) }
}

fn state(me: &Me, token: &Token) -> Markup {
    let t = me.t();
    if token.revoked_at.is_some() {
        badge(Tone::Neutral, Some(Icon::Remove), t.api_tokens_revoked())
    } else if token.is_good(me.now) {
        badge(Tone::Good, Some(Icon::Check), t.api_tokens_good())
    } else {
        badge(Tone::Neutral, Some(Icon::Clock), t.api_tokens_expired())
    }
}

fn form(me: &Me, filled: &Filled) -> Markup {
    let t = me.t();
    let scopes = [
        Choice::new(Scope::Read.key(), t.api_scope_read()).hint(t.api_scope_read_hint()),
        Choice::new(Scope::Act.key(), t.api_scope_act()).hint(t.api_scope_act_hint()),
        Choice::new(Scope::Administer.key(), t.api_scope_administer()).hint(t.api_scope_administer_hint()),
    ];
    let labels = DAYS.map(|days| t.api_tokens_days_value(days));
    let days: Vec<Choice> = DAYS
        .iter()
        .zip(&labels)
        .map(|(days, label)| Choice::new(days, label))
        .collect();
    Form::post(&me.ctx, "token", "/account/tokens")
        .filled(filled)
        .show(|f| {
            html! {
                (f.text("name", t.api_tokens_name()).hint(t.api_tokens_name_hint()).autocomplete("off"))
                (f.checks("scopes", t.api_tokens_scopes(), &scopes))
                (f.select("days", t.api_tokens_days(), &days).narrow())
                (actions(submit(Look::Primary, Some(Icon::Key), t.api_tokens_make())))
            }
        })
}

async fn make(posted: Posted) -> Page {
    let me = &posted.me;
    let typed = &posted.typed;
    let new = NewToken {
        name: typed.one("name").unwrap_or_default().to_owned(),
        scopes: typed
            .all("scopes")
            .iter()
            .filter_map(|key| Scope::from_key(key))
            .collect(),
        days: typed.one("days").and_then(|days| days.parse().ok()).unwrap_or(0),
    };
    match me.app().make_token(me.now, me.person(), new).await {
        Ok((_, secret)) => {
            let fresh = Filled::from_pairs([("days", "90")]);
            show(me, StatusCode::OK, &fresh, Some(&secret)).await
        }
        Err(Error::Invalid(problems)) => {
            let filled = posted.filled_with(&problems);
            show(me, StatusCode::UNPROCESSABLE_ENTITY, &filled, None).await
        }
        Err(error) => Err(me.fail(error)),
    }
}

async fn revoke(At(id): At<Uuid>, posted: Posted) -> Result<Response, Response> {
    let me = &posted.me;
    me.app()
        .revoke_token(me.now, me.person(), id)
        .await
        .map_err(|error| me.fail(error))?;
    Ok(me.go("/account/tokens", "notice-token-revoked"))
}
