//! The road of a case: what is behind, where it stands, what lies ahead; and its history in words.

use i18n::Texts;
use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::tone::Tone;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Done,
    Now,
    Ahead,
}

impl Place {
    fn class(self) -> &'static str {
        match self {
            Place::Done => "road-done",
            Place::Now => "road-now",
            Place::Ahead => "road-ahead",
        }
    }
}

pub struct Step<'a> {
    pub label: &'a str,
    /// A date or a name, in few words.
    pub note: Option<String>,
    pub place: Place,
}

/// The steps of a case side by side; below each other on a phone.
pub fn road(t: &Texts, name: &str, steps: &[Step]) -> Markup {
    html! {
        ol class="road" aria-label=(name) {
            @for step in steps {
                @let (sign, said) = match step.place {
                    Place::Done => (Icon::Check, t.step_done()),
                    Place::Now => (Icon::Open, t.step_now()),
                    Place::Ahead => (Icon::Ahead, t.step_ahead()),
                };
                li class=(step.place.class()) aria-current=[(step.place == Place::Now).then_some("step")] {
                    span class="road-mark" { (icon(sign)) }
                    span class="road-words" {
                        span class="road-label" { (step.label) }
                        span class="visually-hidden" { ": " (said) }
                        @if let Some(note) = &step.note { span class="road-note" { (note) } }
                    }
                }
            }
        }
    }
}

/// One line of a history.
pub struct Moment {
    pub sign: Icon,
    pub tone: Tone,
    /// `14:05 02/03/2026`.
    pub at: String,
    pub who: String,
    pub what: Markup,
    /// The words that were written, a document, a rule.
    pub detail: Option<Markup>,
}

/// What happened, newest or oldest first as given.
pub fn history(moments: &[Moment]) -> Markup {
    html! {
        ol class="history" {
            @for moment in moments {
                li class=(moment.tone.class()) {
                    span class="history-mark" { (icon(moment.sign)) }
                    div class="history-words" {
                        p class="history-what" { (moment.what) }
                        p class="history-who" { (moment.who) " · " (moment.at) }
                        @if let Some(detail) = &moment.detail { div class="history-detail" { (detail) } }
                    }
                }
            }
        }
    }
}
