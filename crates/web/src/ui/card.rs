//! Cards and what stands on them: facts, figures, and the friendly word when there is nothing.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use super::tone::Tone;

/// A titled section of a page.
pub struct Card<'a> {
    title: &'a str,
    sign: Option<Icon>,
    id: Option<&'a str>,
    actions: Option<Markup>,
    footer: Option<Markup>,
}

impl<'a> Card<'a> {
    pub fn new(title: &'a str) -> Card<'a> {
        Card {
            title,
            sign: None,
            id: None,
            actions: None,
            footer: None,
        }
    }

    pub fn icon(self, sign: Icon) -> Card<'a> {
        Card {
            sign: Some(sign),
            ..self
        }
    }

    /// Where a link or htmx finds it.
    pub fn id(self, id: &'a str) -> Card<'a> {
        Card { id: Some(id), ..self }
    }

    /// Buttons or badges at the right of the title.
    pub fn actions(self, actions: Markup) -> Card<'a> {
        Card {
            actions: Some(actions),
            ..self
        }
    }

    pub fn footer(self, footer: Markup) -> Card<'a> {
        Card {
            footer: Some(footer),
            ..self
        }
    }

    /// With room around the content.
    pub fn body(self, body: Markup) -> Markup {
        self.frame(html! { div class="card-body" { (body) } })
    }

    /// Content from edge to edge: tables and lists.
    pub fn flush(self, body: Markup) -> Markup {
        self.frame(body)
    }

    fn frame(self, body: Markup) -> Markup {
        html! {
            section class="card" id=[self.id] {
                div class="card-header" {
                    h2 class="card-title" { @if let Some(sign) = self.sign { (icon(sign)) } (self.title) }
                    @if let Some(actions) = self.actions { div class="card-actions" { (actions) } }
                }
                (body)
                @if let Some(footer) = self.footer { div class="card-footer" { (footer) } }
            }
        }
    }
}

/// Names and values side by side: the facts of a case.
pub fn facts<'a>(facts: impl IntoIterator<Item = (&'a str, Markup)>) -> Markup {
    html! {
        dl class="facts" {
            @for (name, value) in facts {
                div { dt { (name) } dd { (value) } }
            }
        }
    }
}

/// A figure that leads to its cases.
pub fn tile(tone: Tone, sign: Icon, label: &str, value: &str, href: Option<&str>) -> Markup {
    let inside = html! {
        span class="tile-icon" { (icon(sign)) }
        span class="tile-value" { (value) }
        span class="tile-label" { (label) }
    };
    html! {
        @match href {
            Some(href) => a class={ "tile " (tone.class()) } href=(href) { (inside) },
            None => div class={ "tile " (tone.class()) } { (inside) },
        }
    }
}

pub fn tiles(tiles: Markup) -> Markup {
    html! { div class="tiles" { (tiles) } }
}

/// Nothing here, said so that the reader knows it is right, and what to do next.
pub fn empty_state(sign: Icon, title: &str, text: &str, action: Option<Markup>) -> Markup {
    html! {
        div class="nothing" {
            span class="nothing-icon" { (icon(sign)) }
            p class="nothing-title" { (title) }
            p class="nothing-text" { (text) }
            @if let Some(action) = action { (action) }
        }
    }
}

/// A person by name, with initials to recognise.
pub fn person(name: &str, role: Option<&str>) -> Markup {
    html! {
        span class="person" {
            span class="person-mark" aria-hidden="true" { (initials(name)) }
            span class="person-name" { (name) @if let Some(role) = role { span class="person-role" { (role) } } }
        }
    }
}

/// Whoever holds an office, where no one person is meant.
pub fn office(name: &str) -> Markup {
    html! {
        span class="person" {
            span class="person-mark" { (icon(Icon::People)) }
            span class="person-name" { (name) }
        }
    }
}

/// The first letters of the last two words: a Vietnamese name ends with the name one is called by.
pub fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let last = &words[words.len().saturating_sub(2)..];
    last.iter()
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_those_one_is_called_by() {
        let found = ["Nguyễn Thị Ánh", "Đỗ Quân", "Lan", "", "trần văn đức"].map(initials);
        assert_eq!(found, ["TÁ", "ĐQ", "L", "", "VĐ"]);
    }
}
