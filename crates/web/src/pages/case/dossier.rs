//! The dossier of a case: the whole one for the assessor, and a copy without the complainant's identity.

use app::App;
use app::view::CaseView;
use axum::extract::Path;
use axum::response::IntoResponse;
use maud::{Markup, html};
use procedure::obligations::s12::Sight;
use uuid::Uuid;

use super::paper::Format;
use super::{find, notices};
use crate::layout::{Nav, page as frame};
use crate::pages::papers::{give, set};
use crate::papers::{Asked, house_forms, single};
use crate::posted::Posted;
use crate::ui::{
    Card, Choice, Filled, Form, Icon, Look, PageHead, Tone, actions, alert, link_button, submit,
};
use crate::visit::{At, Me, Page};

/// What is larger is made aside.
const AT_ONCE: i64 = 20 << 20;

pub(super) async fn page(me: Me, Path(number): Path<String>) -> Page {
    let view = find(&me, &number).await?;
    if view.sight != Sight::Full {
        return Err(me.fail(app::Error::NotFound));
    }
    Ok(shown(&me, &view).into_response())
}

fn shown(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let number = view.row.number.as_str();
    let case = format!("/cases/{number}");
    let title = t.dossier_title(number);
    let body = html! {
        (PageHead::new(t, &title).lead(t.dossier_lead())
            .crumbs(&[(t.nav_register(), "/register"), (number, case.as_str())])
            .actions(link_button(Look::Secondary, Some(Icon::Return), t.back(), &case)))
        (Card::new(t.dossier_whole()).icon(Icon::Archive).id("whole").body(html! {
            p { (t.dossier_whole_text()) }
            p { (link_button(Look::Primary, Some(Icon::Download), t.dossier_make(), &format!("{case}/dossier/file"))) }
        }))
        (Card::new(t.dossier_sheets()).icon(Icon::Print).id("sheets").body(html! {
            p { (t.dossier_sheets_text()) }
            div class="actions" {
                (link_button(Look::Secondary, Some(Icon::Download), t.follow_up(), &format!("{case}/sheets/follow-up.pdf")))
                (link_button(Look::Secondary, Some(Icon::Download), t.complaint_form(), &format!("{case}/sheets/complaint.pdf")))
            }
        }))
        @let forms = house_forms::available(view);
        @if !forms.is_empty() {
            (Card::new(t.case_forms()).icon(Icon::Letter).id("forms").body(html! {
                p { (t.case_forms_text()) }
                ul class="checklist" {
                    @for kind in forms {
                        li {
                            (t.label(&format!("case-form-{}", kind.key()))) " "
                            @for ending in ["pdf", "docx"] {
                                (link_button(Look::Quiet, Some(Icon::Download), &ending.to_uppercase(), &format!("{case}/forms/{}.{ending}", kind.key()))) " "
                            }
                        }
                    }
                }
            }))
        }
        (notices::card(me, view))
        @if App::may_redact(view, me.person()) {
            (Card::new(t.dossier_redacted()).icon(Icon::Lock).id("redacted").body(redacted(me, view, &case)))
        }
    };
    frame(&me.ctx, &title, Some(Nav::Register), body)
}

fn redacted(me: &Me, view: &CaseView, case: &str) -> Markup {
    let t = me.t();
    if view.case.complainant.party.is_none() {
        return html! { p { (t.dossier_redacted_anonymous()) } };
    }
    let ids: Vec<String> = view
        .documents
        .iter()
        .map(|document| document.id.to_string())
        .collect();
    let choices: Vec<Choice> = view
        .documents
        .iter()
        .zip(&ids)
        .map(|(document, id)| Choice::new(id, &document.file_name))
        .collect();
    let filled = Filled::default();
    let action = format!("{case}/dossier/redacted");
    html! {
        p { (t.dossier_redacted_text()) }
        (alert(Tone::Warn, t.dossier_redacted_check(), None))
        (Form::post(&me.ctx, "redacted-form", &action).filled(&filled).show(|f| html! {
            @if !choices.is_empty() { (f.checks("cleared", t.dossier_cleared(), &choices).hint(t.dossier_cleared_hint()).optional()) }
            (actions(submit(Look::Primary, Some(Icon::Download), t.dossier_make())))
        }))
    }
}

/// A form of the house as `proposal.pdf` or `proposal.docx`.
pub(super) async fn form(me: Me, At((number, name)): At<(String, String)>) -> Page {
    let view = find(&me, &number).await?;
    let named = name.split_once('.');
    let named = named.and_then(|(key, ending)| Some((key, Format::from_ending(ending)?)));
    let sheet = named.and_then(|(key, format)| single::form(&view, key, format));
    set(&me, sheet.ok_or_else(|| me.fail(app::Error::NotFound))?).await
}

/// The follow-up sheet, or the complaint form with what is known.
pub(super) async fn sheet(me: Me, At((number, name)): At<(String, String)>) -> Page {
    let view = find(&me, &number).await?;
    let sheet = match name.as_str() {
        "follow-up.pdf" => single::follow_up(me.t(), &view),
        "complaint.pdf" => single::complaint(me.t(), &view),
        _ => None,
    };
    set(&me, sheet.ok_or_else(|| me.fail(app::Error::NotFound))?).await
}

fn is_long(view: &CaseView) -> bool {
    let sizes = view.documents.iter().filter_map(|document| document.size);
    sizes.sum::<i64>() > AT_ONCE
}

/// The whole dossier.
pub(super) async fn file(me: Me, Path(number): Path<String>) -> Page {
    let view = find(&me, &number).await?;
    let asked = Asked::Dossier {
        number,
        cleared: None,
    };
    give(&me, &asked, is_long(&view)).await
}

/// A copy without the complainant's identity, with the attachments that were cleared for it.
pub(super) async fn redact(Path(number): Path<String>, posted: Posted) -> Page {
    let me = &posted.me;
    let view = find(me, &number).await?;
    let cleared = posted.typed.all("cleared");
    let cleared: Vec<Uuid> = cleared
        .into_iter()
        .filter_map(|id| Uuid::parse_str(id).ok())
        .collect();
    let asked = Asked::Dossier {
        number,
        cleared: Some(cleared),
    };
    give(me, &asked, is_long(&view)).await
}
