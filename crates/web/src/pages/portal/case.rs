//! The page on which a complainant follows a case: where it stands in plain words, letters, messages both ways, and what can still be done.

use app::portal::{Gate, PublicCase, PublicLetter, Standing, Told, What, sent_letter};
use app::{Error, Typed};
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use procedure::CaseId;

use super::acts::{self, Back};
use super::{VISIT, form, keep, receipt, shown, token, too_many, words};
use crate::address::Address;
use crate::layout::{Public, public_page};
use crate::origin::Knocked;
use crate::pages::case::paper;
use crate::pages::register::download;
use crate::pages::{failure, not_found};
use crate::papers::aside;
use crate::site::Site;
use crate::ui::{
    Card, Filled, Form, Icon, Look, PageHead, Tone, actions, alert, badge, empty_state, facts, icon,
    link_button, post_button, submit,
};
use crate::visit::{Guest, redirect};
use crate::words::word;

/// How long the browser may see the case.
pub(super) const SECONDS: u32 = 2 * 60 * 60;

/// Somebody who showed number and code of a case.
pub(super) struct Follower {
    pub guest: Guest,
    pub case: CaseId,
    pub token: String,
}

impl FromRequestParts<Site> for Follower {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let Ok(guest) = Guest::from_request_parts(parts, site).await;
        let Some(token) = token(parts, VISIT) else {
            return Err(redirect(Public::Case.href(), None));
        };
        match site.app.followed(guest.now, &token).await {
            Ok(Some(case)) => Ok(Follower { guest, case, token }),
            Ok(None) => Err(redirect(
                Public::Case.href(),
                Some((Tone::Warn, "notice-portal-ended")),
            )),
            Err(error) => Err(failure(&guest.ctx, &error)),
        }
    }
}

pub(super) async fn page(guest: Guest, follower: Result<Follower, Response>) -> Response {
    match follower {
        Ok(follower) => show(&follower, StatusCode::OK, &Back::default()).await,
        Err(_) => door(&guest, StatusCode::OK, &Filled::default(), None),
    }
}

/// The form for number and code. A QR code brings both behind `#`; a small script of ours writes them into the fields.
fn door(guest: &Guest, status: StatusCode, filled: &Filled, notice: Option<Markup>) -> Response {
    let t = guest.ctx.t();
    let body = html! {
        (PageHead::new(t, t.portal_door_title()).lead(t.portal_door_lead()))
        @if let Some(notice) = notice { (notice) }
        section class="card" { div class="card-body" {
            (Form::post(&guest.ctx, "track", Public::Case.href()).filled(filled).show(|f| html! {
                (f.text("number", t.portal_number()).hint(t.portal_number_hint()).narrow().autofocus())
                (f.text("code", t.portal_code()).hint(t.portal_code_hint()).autocomplete("off"))
                (actions(submit(Look::Primary, Some(Icon::Search), t.portal_open())))
            }))
        } }
        (Card::new(t.portal_lost_code()).icon(Icon::Key).body(html! { p { (t.portal_lost_code_text()) } }))
    };
    shown(guest, status, t.portal_door_title(), Public::Case, body)
}

pub(super) async fn enter(Address(address): Address, knocked: Knocked) -> Response {
    let Knocked { guest, pairs } = knocked;
    let typed = Typed::from_pairs(pairs);
    let (number, code) = (
        typed.one("number").unwrap_or_default(),
        typed.one("code").unwrap_or_default(),
    );
    // A code that came back in a page would stand in the browser's memory.
    let filled = Filled::from_pairs([("number", number)]);
    let app = &guest.site.app;
    let result = async {
        if !app.portal_gate(guest.now, Gate::Code, &address).await? {
            let contact = app.office().await?.settings.portal.contact.clone();
            let notice = too_many(&guest, &contact);
            return Ok(Err((StatusCode::TOO_MANY_REQUESTS, notice)));
        }
        let found = app.enter_with_code(guest.now, number, code).await?;
        let wrong = || {
            let t = guest.ctx.t();
            alert(
                Tone::Bad,
                t.portal_wrong_code(),
                Some(html! { p { (t.portal_wrong_code_text()) } }),
            )
        };
        Ok(found.ok_or_else(|| (StatusCode::UNPROCESSABLE_ENTITY, wrong())))
    };
    match result.await {
        Ok(Ok(token)) => {
            let mut answer = redirect(Public::Case.href(), None);
            keep(&guest.site, VISIT, &token, SECONDS, &mut answer);
            answer
        }
        Ok(Err((status, notice))) => door(&guest, status, &filled, Some(notice)),
        Err(error) => failure(&guest.ctx, &error),
    }
}

pub(super) async fn leave(follower: Result<Follower, Response>, knocked: Knocked) -> Response {
    let guest = knocked.guest;
    if let Ok(follower) = follower
        && let Err(error) = guest.site.app.leave_case(&follower.token).await
    {
        return failure(&guest.ctx, &error);
    }
    let mut answer = redirect(Public::Case.href(), Some((Tone::Good, "notice-portal-left")));
    keep(&guest.site, VISIT, "", 0, &mut answer);
    answer
}

/// The page, with a form that came back where one did.
pub(super) async fn show(follower: &Follower, status: StatusCode, back: &Back) -> Response {
    let guest = &follower.guest;
    let app = &guest.site.app;
    let read = async {
        let case = app.public_case(guest.now, follower.case).await?;
        let draft = app
            .portal_draft(guest.now, &acts::draft_name(&follower.token))
            .await?;
        Ok::<_, Error>((case, draft, app.office().await?))
    };
    let (case, draft, office) = match read.await {
        Ok(read) => read,
        Err(error) => return failure(&guest.ctx, &error),
    };
    let t = guest.ctx.t();
    let title = t.portal_case_title(&case.number);
    let body = html! {
        (PageHead::new(t, &title).badges(badge(tone(case.standing), None, &words::standing(t, case.standing)))
            .actions(post_button(&guest.ctx, Look::Secondary, Some(Icon::SignOut), t.portal_leave(), "/portal/case/leave", "")))
        (standing(guest, &case))
        @if case.may_respond { (acts::response_card(guest, &case, back)) }
        (receipt::limit(guest, &office, &case))
        @if !case.letters.is_empty() { (letters(guest, &case)) }
        (messages(guest, &office, &case))
        @if case.may_write { (acts::message_card(guest, &office, &case, &draft, back)) }
        @else { p class="muted" { (t.portal_no_more_messages()) } }
        @if case.may_withdraw { (acts::withdrawal(guest, &case, back)) }
    };
    let page = public_page(&guest.ctx, &title, Some(Public::Case), None, body);
    (status, page).into_response()
}

const fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Received => Tone::Warn,
        Standing::Considered | Standing::Reviewed | Standing::Outside | Standing::HandedOver => Tone::Accent,
        Standing::Answered | Standing::Concluded | Standing::Satisfied | Standing::SettledAtOnce => {
            Tone::Good
        }
        Standing::Ended | Standing::Withdrawn | Standing::Closed | Standing::Annulled => Tone::Neutral,
    }
}

/// Where it stands, what that means, and the days that matter.
fn standing(guest: &Guest, case: &PublicCase) -> Markup {
    let t = guest.ctx.t();
    let mut days = vec![
        (t.intake_slip_kind(), html! { (word(t, "kind", case.kind.key())) }),
        (t.portal_received_on(), html! { (t.date(case.received_on)) }),
    ];
    if let Some(on) = case.answered_on {
        days.push((t.portal_answered_on(), html! { (t.date(on)) }));
    }
    if let Some(due) = case.respond_by {
        days.push((t.portal_respond_by(), html! { (t.date_and_weekday(due.on)) }));
    }
    if let Some(due) = case.recourse_by {
        days.push((t.portal_recourse_by(), html! { (t.date_and_weekday(due.on)) }));
    }
    Card::new(t.portal_standing()).icon(Icon::Info).id("standing").body(html! {
        p class="public-standing" { (words::standing(t, case.standing)) }
        p { (words::meaning(t, case.standing)) }
        @if case.waits { p { (icon(Icon::Soon)) " " (t.portal_waits()) } }
        (facts(days))
        @if matches!(case.standing, Standing::Reviewed | Standing::Ended) { p { (t.portal_recourse_outside()) } }
    })
}

fn letters(guest: &Guest, case: &PublicCase) -> Markup {
    let t = guest.ctx.t();
    let name = |letter: &PublicLetter| match &letter.number {
        Some((number, symbol)) => t.portal_letter(
            word(t, "letter-purpose", letter.purpose.key()),
            format!("{number:02}/{symbol}"),
        ),
        None => word(t, "letter-purpose", letter.purpose.key()),
    };
    Card::new(t.portal_letters()).icon(Icon::Letter).id("letters").body(html! {
        ul class="public-letters" {
            @for letter in &case.letters {
                li {
                    span { strong { (name(letter)) } " " span class="muted" { (t.portal_letter_on(t.date(letter.dispatched_on))) } }
                    @if letter.is_ours {
                        (link_button(Look::Secondary, Some(Icon::Download), t.portal_download(), &format!("/portal/case/letters/{}.pdf", letter.place)))
                    } @else { span class="muted" { (t.portal_letter_by_post()) } }
                }
            }
        }
    })
}

/// What was written and told, oldest first.
fn messages(guest: &Guest, office: &app::Office, case: &PublicCase) -> Markup {
    let t = guest.ctx.t();
    Card::new(t.portal_messages()).icon(Icon::Talk).id("messages").body(html! {
        @if case.told.is_empty() { (empty_state(Icon::Talk, t.portal_no_messages(), t.portal_no_messages_text(), None)) }
        ol class="public-messages" { @for told in &case.told { (message(guest, office, told)) } }
    })
}

fn message(guest: &Guest, office: &app::Office, told: &Told) -> Markup {
    let t = guest.ctx.t();
    let theirs = told.what.is_theirs();
    let by = if theirs {
        t.portal_you()
    } else {
        guest.ctx.organisation.as_str()
    };
    let plain = matches!(told.what, What::Heard | What::Written);
    html! {
        li class=(if theirs { "public-message public-message-own" } else { "public-message" }) {
            p class="public-message-head" { strong { (by) } " · " time { (t.instant(told.at, &office.zone)) } }
            @if !plain { p class="public-message-what" { (word(t, "portal-told", told.what.key())) } }
            @if let Some(words) = &told.words { p class="said" { (words) } }
            @for file in &told.files { p class="public-message-file" { (icon(Icon::Attach)) " " (file) } }
        }
    }
}

/// A letter that left the house, as PDF.
pub(super) async fn letter(follower: Follower, Path(file): Path<String>) -> Response {
    let guest = follower.guest;
    let place = file
        .strip_suffix(".pdf")
        .and_then(|place| place.parse::<usize>().ok());
    let view = match guest
        .site
        .app
        .case_for_its_letters(guest.now, follower.case)
        .await
    {
        Ok(view) => view,
        Err(error) => return failure(&guest.ctx, &error),
    };
    let paper = place
        .and_then(|place| sent_letter(&view, place))
        .and_then(|letter| paper::paper(&view, letter));
    let Some(paper) = paper else {
        return not_found(guest, None).await;
    };
    let name = format!("{}-{}.pdf", view.row.number, paper.purpose.key());
    match aside(move || paper.pdf()).await {
        Ok(Ok(bytes)) => download(&name, "application/pdf", bytes),
        Ok(Err(_)) | Err(_) => {
            tracing::error!(case.number = view.row.number, "a letter could not be set");
            let t = guest.ctx.t();
            let body = alert(Tone::Bad, t.portal_paper_failed(), None);
            shown(
                &guest,
                StatusCode::INTERNAL_SERVER_ERROR,
                t.portal_letters(),
                Public::Case,
                body,
            )
        }
    }
}

/// Files that wait for their message.
pub(super) fn waiting(t: &'static i18n::Texts, draft: &app::portal::Draft) -> Markup {
    form::kept(t, draft, t.portal_add_files())
}
