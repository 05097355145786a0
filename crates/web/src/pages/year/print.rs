//! The compilation on paper: a cover-like head, the figures, then every list in full.

use app::year_book::YearBookView;
use maud::{Markup, html};
use procedure::year_book::YearStage;

use super::{annex, show, shown};
use crate::layout::plain_page;
use crate::ui::{Icon, Look, link_button};
use crate::visit::Me;

pub(super) fn page(me: &Me, view: &YearBookView) -> Markup {
    let t = me.t();
    let document = &view.document;
    let organisation = &view.office.organisation;
    let back = format!("/year-books/{}", view.book.year);
    let body = html! {
        p class="page-actions" { (link_button(Look::Quiet, Some(Icon::Left), t.back(), &back)) }
        article class="year-paper" {
            header class="year-cover" {
                p class="sheet-upper" { (organisation.parent_name) }
                p class="sheet-upper sheet-strong" { (document.organisation) }
                h1 { (t.year_document_title()) }
                p class="year-cover-year" { (t.year_document_year(view.book.year)) }
                p { (t.year_document_lead(t.date(document.on))) }
                @if view.stored {
                    (show::hands(me, view))
                    p class="digest" { (t.year_digest()) ": " code { (view.book.digest.as_deref().unwrap_or_default()) } }
                    @if let Some(code) = &view.book.file_code { p { (t.year_file_code()) ": " strong { (code) } } }
                }
                @if view.book.stage < YearStage::Frozen { p { strong { (t.year_live()) } } }
            }
            (shown::of(t, document))
            (annex::cases(me, view, None))
            (annex::carried(me, view))
            (annex::actions(me, view))
            (annex::later(me, view))
        }
    };
    plain_page(&me.ctx, &t.year_one(view.book.year), body)
}
