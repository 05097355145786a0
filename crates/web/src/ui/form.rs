//! Forms: what was typed stays, what is wrong is said once above and once at its field.

use std::cell::RefCell;

use maud::{Markup, html};

use super::alert::alert_list;
use super::field::Fields;
use crate::layout::Ctx;

/// Name of the hidden field that proves the form came from our page.
pub const CSRF: &str = "csrf";
/// Name of the hidden field that makes sending twice the same as sending once.
pub const KEY: &str = "key";

/// What was typed into a form and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    values: Vec<(String, String)>,
    errors: Vec<(String, String)>,
}

impl Filled {
    /// From the pairs of a submitted form, or from what is stored when editing.
    pub fn from_pairs<N: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Filled {
        let values = pairs
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        Filled {
            values,
            errors: Vec::new(),
        }
    }

    /// The value of a field, trimmed; empty when nothing was typed.
    pub fn value(&self, name: &str) -> &str {
        self.values
            .iter()
            .find(|(known, _)| known == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// All values of a field that may be chosen several times.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.values
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.retain(|(known, _)| known != name);
        self.values.push((name.to_owned(), value.into()));
    }

    /// Says what is wrong with a field; an empty name means the whole form.
    pub fn error(&mut self, name: &str, what: impl Into<String>) {
        self.errors.push((name.to_owned(), what.into()));
    }

    pub fn error_of(&self, name: &str) -> Option<&str> {
        self.errors
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, what)| what.as_str())
    }

    pub fn errors(&self) -> &[(String, String)] {
        &self.errors
    }

    pub fn is_fine(&self) -> bool {
        self.errors.is_empty()
    }
}

static UNTOUCHED: Filled = Filled {
    values: Vec::new(),
    errors: Vec::new(),
};

/// A form under construction; ends with [`Form::show`].
pub struct Form<'a> {
    ctx: &'a Ctx,
    action: &'a str,
    id: &'a str,
    key: Option<&'a str>,
    files: bool,
    get: bool,
    filled: &'a Filled,
}

impl<'a> Form<'a> {
    /// A form that does something. `id` also begins the ids of its fields: several forms may share a page.
    pub fn post(ctx: &'a Ctx, id: &'a str, action: &'a str) -> Form<'a> {
        Form {
            ctx,
            action,
            id,
            key: None,
            files: false,
            get: false,
            filled: &UNTOUCHED,
        }
    }

    /// A form that only asks: search and filters.
    pub fn get(ctx: &'a Ctx, id: &'a str, action: &'a str) -> Form<'a> {
        Form {
            get: true,
            ..Form::post(ctx, id, action)
        }
    }

    /// The idempotency key: the same until the act is done.
    pub fn key(self, key: &'a str) -> Form<'a> {
        Form {
            key: Some(key),
            ..self
        }
    }

    /// The form carries files.
    pub fn files(self) -> Form<'a> {
        Form { files: true, ..self }
    }

    pub fn filled(self, filled: &'a Filled) -> Form<'a> {
        Form { filled, ..self }
    }

    pub fn show(self, body: impl FnOnce(&Fields) -> Markup) -> Markup {
        let t = self.ctx.t();
        let fields = Fields {
            t,
            form: self.id,
            narrows: self.get,
            filled: self.filled,
            labels: RefCell::default(),
        };
        let inside = body(&fields);
        let labels = fields.labels.into_inner();
        html! {
            form id=(self.id) class=(if self.get { "form filters" } else { "form" }) action=(self.action) method=(if self.get { "get" } else { "post" })
                enctype=[self.files.then_some("multipart/form-data")] role=[self.get.then_some("search")] novalidate {
                @if !self.get { (hidden_fields(self.ctx, self.key.unwrap_or_default())) }
                @if !self.filled.is_fine() { (self.error_summary(&labels)) }
                (inside)
            }
        }
    }

    /// What is wrong, in the order of the page, each line with the name of its field: read alone, it must say where to look.
    fn error_summary(&self, labels: &[(String, String)]) -> Markup {
        let mut errors: Vec<_> = self.filled.errors().iter().collect();
        let place_of = |name: &str| labels.iter().position(|(known, _)| known == name);
        errors.sort_by_key(|(name, _)| place_of(name).map_or(0, |place| place + 1));
        let title = self.ctx.t().form_errors_title(errors.len());
        let items = errors.into_iter().map(|(name, what)| {
            html! {
                @match place_of(name) {
                    Some(place) => a href={ "#" (self.id) "-" (name) } { (labels[place].1) ": " (what) },
                    None => (what),
                }
            }
        });
        alert_list(&title, items)
    }
}

pub(crate) fn hidden_fields(ctx: &Ctx, key: &str) -> Markup {
    html! {
        input type="hidden" name=(CSRF) value=(ctx.csrf);
        @if !key.is_empty() { input type="hidden" name=(KEY) value=(key); }
    }
}

#[cfg(test)]
mod tests {
    use i18n::Lang;

    use super::*;
    use crate::preferences::Theme;

    #[test]
    fn a_form_carries_its_token_and_key_unless_it_only_asks() {
        let mut ctx = Ctx::visitor(Lang::Vi, Theme::Auto, "/");
        ctx.csrf = "token".to_owned();
        let post = Form::post(&ctx, "a", "/a")
            .key("0198")
            .show(|_| html! {})
            .into_string();
        assert!(
            post.contains(r#"name="csrf" value="token""#) && post.contains(r#"name="key" value="0198""#),
            "{post}"
        );
        let get = Form::get(&ctx, "a", "/a").show(|_| html! {}).into_string();
        assert!(!get.contains("token"), "{get}");
    }

    #[test]
    fn what_was_typed_cannot_become_part_of_the_page() {
        let ctx = Ctx::visitor(Lang::Vi, Theme::Auto, "/");
        let typed = r#""><script>alert(1)</script></textarea>"#;
        let mut filled = Filled::from_pairs([("name", typed), ("words", typed), ("secret", "hunter2")]);
        filled.error("name", typed);
        let shown = Form::post(&ctx, "a", "/a").filled(&filled).show(|f| {
            html! { (f.text("name", "n")) (f.area("words", "w")) (f.password("secret", "s")) }
        });
        let shown = shown.into_string();
        assert!(!shown.contains("<script"), "{shown}");
        assert_eq!(shown.matches("</textarea>").count(), 1, "{shown}");
        assert!(!shown.contains("hunter2"), "a password is never sent back");
    }

    #[test]
    fn several_values_of_one_field_are_kept_in_order() {
        let mut filled = Filled::from_pairs([("s", "a"), ("t", "x"), ("s", "b")]);
        assert_eq!(filled.values("s").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((filled.value("s"), filled.value("none")), ("a", ""));
        filled.set("s", "c");
        assert_eq!(filled.values("s").collect::<Vec<_>>(), ["c"]);
    }
}
