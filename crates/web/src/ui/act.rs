//! Acts on a page: what one can do now, with its rule and its limit, and what one cannot and why.

use i18n::Texts;
use maud::{Markup, html};
use procedure::Rule;

use super::icon::{Icon, icon};

/// An act whose form unfolds in place.
pub struct Act<'a> {
    /// Unique on the page; links `#act-…` and the kept state of the fold use it.
    pub id: &'a str,
    pub sign: Icon,
    pub title: &'a str,
    pub rules: &'a [Rule],
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
                @for rule in act.rules { (rule_note(t, *rule)) }
                (form)
            }
        }
    }
}

/// An act that is not open to this person, with the reason: nothing is hidden without a word.
pub fn barred_act(t: &Texts, sign: Icon, title: &str, why: &str, rules: &[Rule]) -> Markup {
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
                @for rule in rules { (rule_note(t, *rule)) }
            }
        }
    }
}

/// `B2.4` with the sentence of the procedure behind it.
pub fn rule_note(t: &Texts, rule: Rule) -> Markup {
    html! {
        details class="rule" {
            summary { (icon(Icon::Rule)) strong { (rule.name()) } " " (t.rule_title(rule)) }
            blockquote { (t.rule_sentence(rule)) }
            @if let Some(explained) = t.rule_explained(rule) { p { (explained) } }
            p class="rule-source" { (t.rule_source(rule)) }
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
    confirm_in(sign, label, question, false)
}

/// The same, open from the start where its form came back.
pub fn confirm_in(sign: Icon, label: &str, question: Markup, open: bool) -> Markup {
    html! {
        details class="confirm menu" open[open] {
            summary class="btn" { (icon(sign)) (label) }
            div class="confirm-panel" { (question) }
        }
    }
}
