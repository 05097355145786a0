//! The public form: shown with what this browser has written so far, kept whenever something arrives, and sent once.

use app::Error;
use app::portal::{Draft, Gate, Labels, fields};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use i18n::Texts;
use maud::html;

use super::sent::{Place, Sent, SentFrom};
use super::{DAY, DRAFT, form, keep, new_token, receipt, shown, token, words, work};
use crate::address::Address;
use crate::layout::Public;
use crate::origin::Knocked;
use crate::pages::failure;
use crate::preferences;
use crate::ui::{Filled, Icon, Look, PageHead, Tone, actions, alert, link_button, post_button};
use crate::visit::{Guest, redirect};

/// The buttons that do not send the form.
pub(super) const THEN: &str = "then";
pub(super) const REMOVE: &str = "remove";

pub(super) struct Report;

impl Place for Report {
    const COOKIE: &'static str = DRAFT;

    fn draft(token: &str) -> String {
        token.to_owned()
    }

    fn prefix(field: &str, guest: &Guest) -> Option<&'static str> {
        (field == fields::AUTHORITY).then(|| guest.ctx.t().portal_authority_prefix())
    }
}

/// The token of the browser's draft, from its cookie.
pub(super) struct Writing(pub Option<String>);

impl axum::extract::FromRequestParts<crate::site::Site> for Writing {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &crate::site::Site) -> Result<Self, Self::Rejection> {
        Ok(Writing(token(parts, DRAFT)))
    }
}

pub(super) async fn page(guest: Guest, Writing(token): Writing) -> Response {
    let draft = match &token {
        Some(token) => guest.site.app.portal_draft(guest.now, token).await,
        None => Ok(Draft::default()),
    };
    let draft = match draft {
        Ok(draft) => draft,
        Err(error) => return failure(&guest.ctx, &error),
    };
    if draft.case.is_some() {
        return sent_before(&guest);
    }
    // Nothing is kept under an old token: it may have been that of a report.
    let token = token
        .filter(|_| draft.saved_at.is_some())
        .unwrap_or_else(new_token);
    let filled = form::filled(&draft);
    show(&guest, &token, StatusCode::OK, &draft, &filled, None).await
}

/// This browser has sent what it wrote; from here it begins anew.
fn sent_before(guest: &Guest) -> Response {
    let t = guest.ctx.t();
    let body = html! {
        (PageHead::new(t, t.portal_sent_title()).lead(t.portal_sent_text()))
        (actions(html! {
            (link_button(Look::Primary, Some(Icon::Book), t.portal_receipt_show(), "/portal/receipt"))
            (post_button(&guest.ctx, Look::Secondary, Some(Icon::Write), t.portal_write_another(), "/portal/new/clear", ""))
        }))
    };
    shown(guest, StatusCode::OK, t.portal_sent_title(), Public::New, body)
}

/// Why the form stands there again.
pub(super) struct Why {
    pub tone: Tone,
    pub words: &'static str,
}

async fn show(
    guest: &Guest,
    token: &str,
    status: StatusCode,
    draft: &Draft,
    filled: &Filled,
    why: Option<Why>,
) -> Response {
    let office = match guest.site.app.office().await {
        Ok(office) => office,
        Err(error) => return failure(&guest.ctx, &error),
    };
    let page = form::page(guest, &office, token, draft, filled, why.as_ref());
    let mut answer = (status, page).into_response();
    keep(&guest.site, DRAFT, token, DAY, &mut answer);
    answer
}

/// What the form says to the staff where the act of receipt has no field.
fn labels(t: &'static Texts) -> Labels {
    Labels {
        decision: t.portal_decision_label(),
        unknown_subject: t.portal_unknown_label(),
    }
}

pub(super) async fn send(SentFrom(mut sent, _): SentFrom<Report>) -> Response {
    let token = sent.token.clone().unwrap_or_else(new_token);
    let take = |sent: &mut Sent, name: &str| {
        let value = sent.draft.typed.one(name).map(str::to_owned);
        sent.draft.typed.0.remove(name);
        value
    };
    let (lang, theme) = (take(&mut sent, "lang"), take(&mut sent, "theme"));
    let (then, removed) = (take(&mut sent, THEN), take(&mut sent, REMOVE));
    let proof = take(&mut sent, work::FIELD);
    if let Some(removed) = &removed {
        sent.draft.files.retain(|file| file.id.to_string() != *removed);
    }
    match finish(
        &sent,
        &token,
        lang,
        theme,
        then.is_some() || removed.is_some(),
        proof,
    )
    .await
    {
        Ok(answer) => answer,
        Err(error) => returned(sent, token, error).await,
    }
}

async fn finish(
    sent: &Sent,
    token: &str,
    lang: Option<String>,
    theme: Option<String>,
    stays: bool,
    proof: Option<String>,
) -> Result<Response, Error> {
    let (guest, app) = (&sent.guest, &sent.guest.site.app);
    let t = guest.ctx.t();
    let stop = |words| Why {
        tone: Tone::Warn,
        words,
    };
    // What was sent keeps no words; what is sent again is held against it by its key.
    if sent.draft.case.is_none() {
        if !app.portal_gate(guest.now, Gate::Save, &sent.address.0).await? {
            return unsaved(sent, token, stop(t.portal_too_many())).await;
        }
        app.keep_portal_draft(guest.now, token, &sent.draft).await?;
    }
    if lang.is_some() || theme.is_some() {
        let mut answer = redirect("/portal/new", None);
        keep(&guest.site, DRAFT, token, DAY, &mut answer);
        preferences::keep(lang.as_deref(), theme.as_deref(), &mut answer);
        return Ok(answer);
    }
    if stays {
        let status = if sent.problems.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let filled = words::filled(guest.ctx.t(), form::filled(&sent.draft), &sent.problems);
        return Ok(show(guest, token, status, &sent.draft, &filled, None).await);
    }
    let office = app.office().await?;
    let mut problems = sent.problems.clone();
    let read = app.read_report(guest.now, token, &sent.draft, labels(t)).await;
    let submission = match read {
        Ok(submission) if problems.is_empty() => submission,
        Ok(_) => return Err(problems.into()),
        Err(Error::Invalid(found)) => {
            problems.extend(found);
            return Err(problems.into());
        }
        Err(error) => return Err(error),
    };
    let again = |status, why| async move {
        let filled = form::filled(&sent.draft);
        Ok(show(guest, token, status, &sent.draft, &filled, Some(why)).await)
    };
    if !office.settings.portal.open {
        return again(StatusCode::CONFLICT, stop(t.portal_closed())).await;
    }
    if sent.draft.typed.one(fields::TRAP).is_some() {
        return again(StatusCode::UNPROCESSABLE_ENTITY, stop(t.portal_trapped())).await;
    }
    if !work::is_done(office.settings.portal.work_bits, token, proof.as_deref()) {
        return again(StatusCode::UNPROCESSABLE_ENTITY, stop(t.portal_work_missing())).await;
    }
    if !app.portal_gate(guest.now, Gate::Report, &sent.address.0).await? {
        return again(StatusCode::TOO_MANY_REQUESTS, stop(t.portal_too_many())).await;
    }
    app.send_report(guest.now, token, &sent.draft, submission, |case, office| {
        receipt::acknowledgement(t, case, office)
    })
    .await?;
    let mut answer = redirect("/portal/receipt", None);
    keep(&guest.site, DRAFT, token, DAY, &mut answer);
    Ok(answer)
}

/// The form again with what was typed, of which nothing is kept here; of the files, those that were kept before.
async fn unsaved(sent: &Sent, token: &str, why: Why) -> Result<Response, Error> {
    let guest = &sent.guest;
    let kept = guest.site.app.portal_draft(guest.now, token).await?;
    let filled = form::filled(&sent.draft);
    Ok(show(
        guest,
        token,
        StatusCode::TOO_MANY_REQUESTS,
        &kept,
        &filled,
        Some(why),
    )
    .await)
}

/// The form again with everything typed, the files already given, and what must change.
async fn returned(mut sent: Sent, token: String, error: Error) -> Response {
    let t = sent.guest.ctx.t();
    match error {
        Error::Invalid(problems) => {
            let filled = words::filled(t, form::filled(&sent.draft), &problems);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(&sent.guest, &token, status, &sent.draft, &filled, None).await
        }
        Error::KeyReused => {
            // Other words than those that were sent from this draft: kept under a token of their own, to be sent as another case.
            let token = new_token();
            sent.draft.case = None;
            sent.draft.files.retain(|file| !sent.attached.contains(&file.id));
            let kept = sent
                .guest
                .site
                .app
                .keep_portal_draft(sent.guest.now, &token, &sent.draft);
            if let Err(error) = kept.await {
                return failure(&sent.guest.ctx, &error);
            }
            let why = Why {
                tone: Tone::Info,
                words: t.portal_sent_other(),
            };
            let filled = form::filled(&sent.draft);
            show(
                &sent.guest,
                &token,
                StatusCode::CONFLICT,
                &sent.draft,
                &filled,
                Some(why),
            )
            .await
        }
        other => failure(&sent.guest.ctx, &other),
    }
}

/// What a script saves while somebody types.
pub(super) async fn save(Writing(token): Writing, Address(address): Address, knocked: Knocked) -> Response {
    let Knocked { guest, pairs } = knocked;
    let app = &guest.site.app;
    match app.portal_gate(guest.now, Gate::Save, &address).await {
        Ok(true) => {}
        Ok(false) => return StatusCode::TOO_MANY_REQUESTS.into_response(),
        Err(error) => return failure(&guest.ctx, &error),
    }
    let Some(token) = token else {
        return StatusCode::NO_CONTENT.into_response();
    };
    let mut typed = app::Typed::from_pairs(pairs);
    for name in ["key", work::FIELD, THEN, REMOVE] {
        typed.0.remove(name);
    }
    match app.keep_portal_words(guest.now, &token, &typed).await {
        Ok(()) => {
            let mut answer = StatusCode::NO_CONTENT.into_response();
            keep(&guest.site, DRAFT, &token, DAY, &mut answer);
            answer
        }
        Err(error) => failure(&guest.ctx, &error),
    }
}

/// Forgets what was written: the computer may be shared.
pub(super) async fn clear(Writing(token): Writing, knocked: Knocked) -> Response {
    let guest = knocked.guest;
    if let Some(token) = token
        && let Err(error) = guest.site.app.drop_portal_draft(&token).await
    {
        return failure(&guest.ctx, &error);
    }
    let mut answer = redirect("/portal/new", Some((Tone::Good, "notice-portal-cleared")));
    keep(&guest.site, DRAFT, "", 0, &mut answer);
    answer
}

/// Why the form stands there again, above it, with the ways that remain.
pub(super) fn above(t: &'static Texts, why: &Why, contact: &str, organisation: &str) -> maud::Markup {
    alert(
        why.tone,
        why.words,
        Some(html! {
            p { (t.form_typed_kept()) }
            @if why.tone == Tone::Warn {
                p { (t.portal_other_ways_text(organisation)) }
                @if !contact.trim().is_empty() { p class="said" { (contact) } }
            }
        }),
    )
}
