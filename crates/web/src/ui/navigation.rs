//! Where one is and where one can go: page heads, breadcrumbs, tabs.

use i18n::Texts;
use maud::{Markup, Render, html};

use super::icon::{Icon, icon};

/// The head of a page: breadcrumbs, title, a line of explanation, badges and buttons.
pub struct PageHead<'a> {
    t: &'static Texts,
    title: &'a str,
    crumbs: &'a [(&'a str, &'a str)],
    lead: Option<Markup>,
    badges: Option<Markup>,
    actions: Option<Markup>,
}

impl<'a> PageHead<'a> {
    pub fn new(t: &'static Texts, title: &'a str) -> PageHead<'a> {
        PageHead {
            t,
            title,
            crumbs: &[],
            lead: None,
            badges: None,
            actions: None,
        }
    }

    /// The pages above this one: `(words, address)`.
    pub fn crumbs(self, crumbs: &'a [(&'a str, &'a str)]) -> PageHead<'a> {
        PageHead { crumbs, ..self }
    }

    pub fn lead(self, lead: impl Render) -> PageHead<'a> {
        PageHead {
            lead: Some(lead.render()),
            ..self
        }
    }

    pub fn badges(self, badges: Markup) -> PageHead<'a> {
        PageHead {
            badges: Some(badges),
            ..self
        }
    }

    pub fn actions(self, actions: Markup) -> PageHead<'a> {
        PageHead {
            actions: Some(actions),
            ..self
        }
    }
}

impl Render for PageHead<'_> {
    fn render(&self) -> Markup {
        html! {
            header class="page-head" {
                @if !self.crumbs.is_empty() {
                    nav class="crumbs" aria-label=(self.t.breadcrumbs()) {
                        ol { @for (words, href) in self.crumbs { li { a href=(href) { (words) } (icon(Icon::Right)) } } }
                    }
                }
                div class="page-head-row" {
                    div class="page-head-words" {
                        div class="page-head-title" {
                            h1 { (self.title) }
                            @if let Some(badges) = &self.badges { (badges) }
                        }
                        @if let Some(lead) = &self.lead { p class="page-lead" { (lead) } }
                    }
                    @if let Some(actions) = &self.actions { div class="actions page-actions" { (actions) } }
                }
            }
        }
    }
}

pub struct Tab<'a> {
    pub label: &'a str,
    pub href: &'a str,
    pub active: bool,
    pub count: Option<u64>,
}

/// Views of one thing, as links.
pub fn tabs(t: &Texts, name: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav class="tabs" aria-label=(name) {
            @for tab in tabs {
                a href=(tab.href) aria-current=[tab.active.then_some("page")] {
                    (tab.label)
                    @if let Some(count) = tab.count { span class="count" { (t.number(count)) } }
                }
            }
        }
    }
}
