//! Acts on a page: what one can do now, with its rule and its limit, and what one cannot and why.

use i18n::Texts;
use maud::{Markup, html};

use super::icon::{Icon, icon};

/// An act whose form unfolds in place.
pub struct Act<'a> {
    /// Unique on the page; links `#act-…` and the kept state of the fold use it.
    pub id: &'a str,
    pub sign: Icon,
    pub title: &'a str,
    /// Codes such as `B2.4`.
    pub rules: &'a [&'a str],
    /// Usually [`super::due_date`] and who holds it.
    pub note: Option<Markup>,
    pub open: bool,
}

/// Acts one below the other.
pub fn acts(acts: Markup) -> Markup {
    html! { div class="acts" { (acts) } }
}

pub fn act(t: &Texts, act: &Act, form: Markup) -> Markup {
    html! {
        details class="act" id=(act.id) open[act.open] data-keep {
            summary {
                span class="act-icon" { (icon(act.sign)) }
                span class="act-title" { (act.title) }
                @if let Some(note) = &act.note { span class="act-note" { (note) } }
                span class="fold" { (icon(Icon::Down)) }
            }
            div class="act-body" {
                @for code in act.rules { (rule_note(t, code)) }
                (form)
            }
        }
    }
}

/// An act that is not open to this person, with the reason: nothing is hidden without a word.
pub fn barred_act(t: &Texts, sign: Icon, title: &str, why: &str, rules: &[&str]) -> Markup {
    html! {
        details class="act act-barred" {
            summary {
                span class="act-icon" { (icon(sign)) }
                span class="act-title" { (title) }
                span class="act-note" { (icon(Icon::Lock)) (t.why_not_allowed()) }
                span class="fold" { (icon(Icon::Down)) }
            }
            div class="act-body" {
                p { (why) }
                @for code in rules { (rule_note(t, code)) }
            }
        }
    }
}

/// `B2.4` with the sentence of the procedure behind it.
pub fn rule_note(t: &Texts, code: &str) -> Markup {
    let text = |part: &str| t.get(&format!("rule-{}-{part}", code.to_lowercase().replace('.', "-")));
    html! {
        details class="rule" {
            summary { (icon(Icon::Rule)) strong { (code) } " " (text("title").unwrap_or_default()) }
            @if let Some(sentence) = text("sentence") { blockquote { (sentence) } }
            @if let Some(explained) = text("explained") { p { (explained) } }
            @if let Some(source) = text("source") { p class="rule-source" { (source) } }
        }
    }
}

/// Something that unfolds: "why this date?", more facts, a dangerous act behind one more step.
pub fn disclosure(summary: Markup, body: Markup) -> Markup {
    html! {
        details class="disclosure" {
            summary { (summary) span class="fold" { (icon(Icon::Down)) } }
            div class="disclosure-body" { (body) }
        }
    }
}

/// A button that asks again before it acts: the panel it opens holds the question and the form.
pub fn confirm(sign: Icon, label: &str, question: Markup) -> Markup {
    html! {
        details class="confirm menu" {
            summary class="btn" { (icon(sign)) (label) }
            div class="confirm-panel" { (question) }
        }
    }
}
