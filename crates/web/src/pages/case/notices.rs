//! On the page of a case's papers: the letters that acts sent, and what may be sent now.

use app::view::CaseView;
use documents::letter::Purpose;
use maud::{Markup, html};

use super::find;
use super::paper::Format;
use crate::pages::papers::set;
use crate::papers::notices::{self, Notice};
use crate::papers::single;
use crate::ui::{Card, Icon, Look, Tone, badge, link_button};
use crate::visit::{At, Me, Page};

/// Nothing where the case sent no letter and may send none.
pub(super) fn card(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let sent = notices::sent(view);
    let drafts = notices::drafts(view, me.person());
    if sent.is_empty() && drafts.is_empty() {
        return html! {};
    }
    Card::new(t.case_notices())
        .icon(Icon::Outbox)
        .id("notices")
        .body(html! {
            p { (t.case_notices_text()) }
            ul class="checklist" {
                @for notice in sent.iter().chain(&drafts) { li { (line(me, view, notice)) } }
            }
        })
}

fn line(me: &Me, view: &CaseView, notice: &Notice) -> Markup {
    let t = me.t();
    let number = &view.row.number;
    html! {
        (notice.letter.purpose.say(t)) " "
        // Three acts write to the client.
        @if notice.letter.purpose == Purpose::ToClient { span class="muted" { (crate::words::act(t, notice.act)) } " " }
        @match notice.on {
            Some(on) => time { (t.case_notice_sent(t.date(on))) },
            None => (badge(Tone::Warn, Some(Icon::Write), t.case_notice_draft())),
        }
        " "
        @for ending in [Format::Pdf, Format::Docx].map(Format::ending) {
            (link_button(Look::Quiet, Some(Icon::Download), &ending.to_uppercase(), &format!("/cases/{number}/notices/{}.{ending}", notice.name))) " "
        }
    }
}

/// A letter that an act sent as `1.pdf`, or a draft as `progress.docx`; for whoever sees the whole case.
pub(super) async fn file(me: Me, At((number, name)): At<(String, String)>) -> Page {
    let view = find(&me, &number).await?;
    let named = name.split_once('.');
    let named = named.and_then(|(name, ending)| Some((name, Format::from_ending(ending)?)));
    let sheet = named.and_then(|(name, format)| single::notice(me.t(), &view, me.person(), name, format));
    set(&me, sheet.ok_or_else(|| me.fail(app::Error::NotFound))?).await
}
