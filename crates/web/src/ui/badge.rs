//! Badges: a state in one or two words.

use i18n::Texts;
use jiff::civil::Date;
use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::tone::Tone;

pub fn badge(tone: Tone, sign: Option<Icon>, text: &str) -> Markup {
    html! {
        span class={ "badge " (tone.class()) } {
            @if let Some(sign) = sign { (icon(sign)) }
            (text)
        }
    }
}

/// How a date stands to the day on which one looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Done,
    Late { days: u32 },
    Soon { days: u32 },
    OnTime { days: u32 },
    Never,
}

/// From this many days before a limit, the limit is near.
const SOON: i32 = 3;

impl Due {
    pub fn of(due_on: Option<Date>, today: Date) -> Due {
        let Some(due_on) = due_on else { return Due::Never };
        let days = (due_on - today).get_days();
        match days {
            ..0 => Due::Late {
                days: days.unsigned_abs(),
            },
            0..=SOON => Due::Soon {
                days: days.unsigned_abs(),
            },
            _ => Due::OnTime {
                days: days.unsigned_abs(),
            },
        }
    }

    pub fn tone(self) -> Tone {
        match self {
            Due::Done | Due::OnTime { .. } => Tone::Good,
            Due::Late { .. } => Tone::Bad,
            Due::Soon { .. } => Tone::Warn,
            Due::Never => Tone::Neutral,
        }
    }

    pub fn icon(self) -> Icon {
        match self {
            Due::Done => Icon::Check,
            Due::OnTime { .. } => Icon::OnTime,
            Due::Soon { .. } => Icon::Soon,
            Due::Late { .. } => Icon::Late,
            Due::Never => Icon::Clock,
        }
    }

    pub fn word(self, t: &Texts) -> &'static str {
        match self {
            Due::Done => t.due_done(),
            Due::OnTime { .. } => t.due_on_time(),
            Due::Soon { .. } => t.due_soon(),
            Due::Late { .. } => t.due_late(),
            Due::Never => t.due_none(),
        }
    }

    fn distance(self, t: &Texts) -> Option<String> {
        match self {
            Due::Done | Due::Never => None,
            Due::OnTime { days } | Due::Soon { days } => Some(t.days_left(days)),
            Due::Late { days } => Some(t.days_left(-i64::from(days))),
        }
    }
}

/// `Quá hạn · quá 3 ngày`, with its icon.
pub fn due_badge(t: &Texts, due: Due) -> Markup {
    let text = match due.distance(t) {
        Some(distance) => format!("{} · {distance}", due.word(t)),
        None => due.word(t).to_owned(),
    };
    badge(due.tone(), Some(due.icon()), &text)
}

/// A date with how it stands: for tables and lists.
pub fn due_date(t: &Texts, due_on: Date, due: Due) -> Markup {
    html! {
        span class={ "due " (due.tone().class()) } {
            (icon(due.icon()))
            time datetime=(due_on) { (t.date(due_on)) }
            span class="due-word" {
                @match due.distance(t) {
                    Some(distance) => (distance),
                    None => (due.word(t)),
                }
            }
            @if matches!(due, Due::Late { .. } | Due::Soon { .. }) { span class="visually-hidden" { " (" (due.word(t)) ")" } }
        }
    }
}

#[cfg(test)]
mod tests {
    use i18n::{Lang, texts};
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_last_day_is_not_late_and_the_next_one_is() {
        let limit = Some(date(2026, 3, 2));
        assert_eq!(Due::of(limit, date(2026, 2, 1)), Due::OnTime { days: 29 });
        assert_eq!(Due::of(limit, date(2026, 2, 27)), Due::Soon { days: 3 });
        assert_eq!(Due::of(limit, date(2026, 3, 2)), Due::Soon { days: 0 });
        assert_eq!(Due::of(limit, date(2026, 3, 3)), Due::Late { days: 1 });
        assert_eq!(Due::of(None, date(2026, 3, 3)), Due::Never);
    }

    #[test]
    fn lateness_is_said_in_words_and_not_by_colour_alone() {
        let shown = due_badge(texts(Lang::Vi), Due::Late { days: 3 }).into_string();
        assert!(shown.contains("Quá hạn · quá 3 ngày"), "{shown}");
        assert!(shown.contains("<svg"), "{shown}");
    }
}
