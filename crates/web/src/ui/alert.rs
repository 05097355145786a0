//! Notices: what the reader must know before going on.

use i18n::Texts;
use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::tone::Tone;

fn sign(tone: Tone) -> Icon {
    match tone {
        Tone::Neutral | Tone::Accent | Tone::Info => Icon::Info,
        Tone::Good => Icon::OnTime,
        Tone::Warn => Icon::Warning,
        Tone::Bad => Icon::Danger,
    }
}

/// A notice with a heading and, if it needs more words, a body.
pub fn alert(tone: Tone, title: &str, body: Option<Markup>) -> Markup {
    html! {
        div class={ "notice " (tone.class()) } role=[(tone == Tone::Bad).then_some("alert")] {
            (icon(sign(tone)))
            div class="notice-body" {
                p class="notice-title" { (title) }
                @if let Some(body) = body { (body) }
            }
        }
    }
}

/// The summary above a form that could not be accepted; the browser goes there first.
pub(crate) fn alert_list(title: &str, items: impl Iterator<Item = Markup>) -> Markup {
    html! {
        div class="notice tone-bad" role="alert" tabindex="-1" autofocus {
            (icon(Icon::Danger))
            div class="notice-body" {
                h2 class="notice-title" { (title) }
                ul { @for item in items { li { (item) } } }
            }
        }
    }
}

/// What the last act said, shown once at the top of the next page.
#[derive(Debug, Clone)]
pub struct Flash {
    pub tone: Tone,
    pub text: String,
}

pub(crate) fn toast(t: &Texts, flash: &Flash) -> Markup {
    let heading = match flash.tone {
        Tone::Neutral | Tone::Accent | Tone::Info => t.notice_info(),
        Tone::Good => t.notice_success(),
        Tone::Warn => t.notice_warning(),
        Tone::Bad => t.notice_danger(),
    };
    html! {
        div class={ "notice toast-notice " (flash.tone.class()) } role="status" {
            (icon(sign(flash.tone)))
            div class="notice-body" { p { span class="visually-hidden" { (heading) ": " } (flash.text) } }
        }
    }
}
