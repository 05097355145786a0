//! On the side of the staff: a case that came in otherwise gets a code too, on a slip to hand over.

use app::portal::PublicCase;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::IntoResponse;
use maud::{Markup, html};
use procedure::ActKind;

use super::receipt::{self, Receipt};
use crate::layout::{Nav, page as frame};
use crate::posted::Posted;
use crate::ui::{Card, Icon, Look, PageHead, Tone, actions, alert, link_button, post_button};
use crate::visit::{Me, Page};

/// Whether this person may hand a code out, for the page of the case.
pub(in crate::pages) fn may_hand_out(view: &app::view::CaseView) -> bool {
    view.may(ActKind::WriteToComplainant)
}

pub(super) async fn page(me: Me, Path(number): Path<String>) -> Page {
    let view = me
        .app()
        .case(me.now, me.person(), &number)
        .await
        .map_err(|error| me.fail(error))?;
    if !may_hand_out(&view) {
        return Err(me.fail(app::Error::Denied));
    }
    let given = me
        .app()
        .code_given_at(view.case.id)
        .await
        .map_err(|error| me.fail(error))?;
    let t = me.t();
    let address = format!("/cases/{number}/portal-code");
    let body = html! {
        p { (t.portal_code_staff_text()) }
        @match given {
            Some(at) => (alert(Tone::Warn, &t.portal_code_given(t.instant(at, &view.office.zone)), Some(html! { p { (t.portal_code_replaces()) } }))),
            None => p { (t.portal_code_none()) },
        }
        (actions(post_button(&me.ctx, Look::Primary, Some(Icon::Key), t.portal_code_hand_out(), &address, "")))
    };
    Ok(framed(
        &me,
        &number,
        Card::new(t.portal_code_title()).icon(Icon::Key).body(body),
    )
    .into_response())
}

fn framed(me: &Me, number: &str, body: Markup) -> Markup {
    let t = me.t();
    let title = t.portal_code_staff_title(number);
    let case = format!("/cases/{number}");
    let body = html! {
        (PageHead::new(t, &title).crumbs(&[(t.nav_register(), "/register"), (number, &case)])
            .actions(link_button(Look::Secondary, Some(Icon::Left), t.intake_slip_to_case(), &case)))
        (body)
    };
    frame(&me.ctx, &title, Some(Nav::Register), body)
}

/// The slip, once: nobody can show this code again, and asked for again it is another.
pub(super) async fn hand_out(Path(number): Path<String>, headers: HeaderMap, posted: Posted) -> Page {
    let me = &posted.me;
    let fail = |error| me.fail(error);
    let code = me
        .app()
        .hand_out_code(me.now, me.person(), &number)
        .await
        .map_err(fail)?;
    let view = me.app().case(me.now, me.person(), &number).await.map_err(fail)?;
    let receipt = Receipt {
        case: PublicCase::of(&view),
        code: Some(code),
        address: receipt::address(&me.site, &headers),
    };
    let t = me.t();
    Ok(framed(
        me,
        &number,
        html! {
            p { (t.portal_code_staff_text()) }
            article class="public-slip" { (receipt::code_card(t, &receipt, None)) }
        },
    )
    .into_response())
}
