//! Buttons and links that look like them.

use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::layout::Ctx;

/// One primary button on a page; the rest step back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Primary,
    Secondary,
    Quiet,
    Danger,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Look::Primary => "btn btn-primary",
            Look::Secondary => "btn",
            Look::Quiet => "btn btn-quiet",
            Look::Danger => "btn btn-danger",
        }
    }
}

fn inside(sign: Option<Icon>, label: &str) -> Markup {
    html! {
        @if let Some(sign) = sign { (icon(sign)) }
        (label)
    }
}

pub fn link_button(look: Look, sign: Option<Icon>, label: &str, href: &str) -> Markup {
    html! { a class=(look.class()) href=(href) { (inside(sign, label)) } }
}

pub fn submit(look: Look, sign: Option<Icon>, label: &str) -> Markup {
    html! { button type="submit" class=(look.class()) { (inside(sign, label)) } }
}

/// One of several ways to send the same form: `name=value` goes with it.
pub fn submit_as(look: Look, sign: Option<Icon>, label: &str, name: &str, value: &str) -> Markup {
    html! {
        button type="submit" class=(look.class()) name=(name) value=(value) { (inside(sign, label)) }
    }
}

/// A form that is only a button: an act that needs no words.
pub fn post_button(
    ctx: &Ctx,
    look: Look,
    sign: Option<Icon>,
    label: &str,
    action: &str,
    key: &str,
) -> Markup {
    html! {
        form method="post" action=(action) class="d-inline" {
            (super::form::hidden_fields(ctx, key))
            (submit(look, sign, label))
        }
    }
}

/// Buttons side by side, at the end of a form or a card.
pub fn actions(buttons: Markup) -> Markup {
    html! { div class="actions" { (buttons) } }
}
