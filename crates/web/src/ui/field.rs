//! Fields of a form, each with its label, its hint, what is wrong with it and what was typed.

use i18n::Texts;
use maud::{Markup, Render, html};

use super::form::Filled;
use super::icon::{Icon, icon};

/// Makes the fields of one form; handed to the closure of [`super::Form::show`].
pub struct Fields<'a> {
    pub(crate) t: &'static Texts,
    pub(crate) form: &'a str,
    pub(crate) filled: &'a Filled,
}

/// One of the things to choose from.
#[derive(Debug, Clone)]
pub struct Choice<'a> {
    pub value: &'a str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    /// Shown but not to be chosen, and why.
    pub barred: Option<&'a str>,
}

impl<'a> Choice<'a> {
    pub fn new(value: &'a str, label: &'a str) -> Choice<'a> {
        Choice {
            value,
            label,
            hint: None,
            barred: None,
        }
    }

    pub fn hint(self, hint: &'a str) -> Choice<'a> {
        Choice {
            hint: Some(hint),
            ..self
        }
    }

    pub fn barred(self, why: &'a str) -> Choice<'a> {
        Choice {
            barred: Some(why),
            ..self
        }
    }
}

/// A field under construction; put it into the page as it is: `(f.text("name", t.name()).optional())`.
pub struct Field<'a> {
    fields: &'a Fields<'a>,
    control: Control<'a>,
    name: &'a str,
    label: &'a str,
    hint: Option<&'a str>,
    optional: bool,
    narrow: bool,
    autofocus: bool,
    autocomplete: Option<&'a str>,
    most: Option<usize>,
    live: Option<(&'a str, &'a str)>,
}

enum Control<'a> {
    Input(&'static str),
    Date,
    Time,
    Area(u8),
    Select(&'a [Choice<'a>]),
    Radios(&'a [Choice<'a>]),
    Checks(&'a [Choice<'a>]),
    Check,
    File { several: bool, accept: &'a str },
}

impl<'a> Fields<'a> {
    fn field(&'a self, name: &'a str, label: &'a str, control: Control<'a>) -> Field<'a> {
        Field {
            fields: self,
            control,
            name,
            label,
            hint: None,
            optional: false,
            narrow: false,
            autofocus: false,
            autocomplete: None,
            most: None,
            live: None,
        }
    }

    pub fn text(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Input("text"))
    }

    pub fn email(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Input("email"))
    }

    pub fn phone(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Input("tel")).narrow()
    }

    pub fn password(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Input("password"))
    }

    pub fn search(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Input("search")).optional()
    }

    /// A whole number.
    pub fn number(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Input("number")).narrow()
    }

    /// A day typed as dd/mm/yyyy: read it with [`super::parse_date`]. Text and not the browser's own date field, which
    /// throws away what it cannot read and shows the day in an order of its own.
    pub fn date(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Date).narrow()
    }

    /// A time of day typed as hh:mm: read it with [`super::parse_time`].
    pub fn time(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Time).narrow()
    }

    /// Several lines.
    pub fn area(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Area(4))
    }

    pub fn select(&'a self, name: &'a str, label: &'a str, choices: &'a [Choice<'a>]) -> Field<'a> {
        self.field(name, label, Control::Select(choices))
    }

    /// A person of the centre; those who may not be named stand there barred, with the reason.
    pub fn person(&'a self, name: &'a str, label: &'a str, people: &'a [Choice<'a>]) -> Field<'a> {
        self.select(name, label, people)
    }

    /// One of a few, all visible.
    pub fn radios(&'a self, name: &'a str, label: &'a str, choices: &'a [Choice<'a>]) -> Field<'a> {
        self.field(name, label, Control::Radios(choices))
    }

    /// Any number of a few, all visible.
    pub fn checks(&'a self, name: &'a str, label: &'a str, choices: &'a [Choice<'a>]) -> Field<'a> {
        self.field(name, label, Control::Checks(choices))
    }

    /// One box to tick; its value is `yes`.
    pub fn check(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        self.field(name, label, Control::Check).optional()
    }

    /// Files; `accept` as in HTML, empty for any.
    pub fn files(&'a self, name: &'a str, label: &'a str, accept: &'a str) -> Field<'a> {
        self.field(
            name,
            label,
            Control::File {
                several: true,
                accept,
            },
        )
    }

    pub fn file(&'a self, name: &'a str, label: &'a str, accept: &'a str) -> Field<'a> {
        self.field(
            name,
            label,
            Control::File {
                several: false,
                accept,
            },
        )
    }

    pub fn hidden(&self, name: &str, value: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(value); }
    }

    /// What was typed, for pages that show it elsewhere too.
    pub fn filled(&self) -> &Filled {
        self.filled
    }
}

impl<'a> Field<'a> {
    pub fn hint(self, hint: &'a str) -> Field<'a> {
        Field {
            hint: Some(hint),
            ..self
        }
    }

    pub fn optional(self) -> Field<'a> {
        Field {
            optional: true,
            ..self
        }
    }

    /// Only as wide as what belongs in it: numbers, dates, codes.
    pub fn narrow(self) -> Field<'a> {
        Field { narrow: true, ..self }
    }

    /// The first field of a page that begins with typing.
    pub fn autofocus(self) -> Field<'a> {
        Field {
            autofocus: true,
            ..self
        }
    }

    /// The browser's name for what belongs here: `username`, `current-password`, `off`.
    pub fn autocomplete(self, what: &'a str) -> Field<'a> {
        Field {
            autocomplete: Some(what),
            ..self
        }
    }

    /// The most characters the core accepts. Not enforced by the browser, which would cut a pasted text in silence.
    pub fn most(self, characters: usize) -> Field<'a> {
        Field {
            most: Some(characters),
            ..self
        }
    }

    pub fn rows(self, rows: u8) -> Field<'a> {
        Field {
            control: Control::Area(rows),
            ..self
        }
    }

    /// Asks `url` with the whole form while the person types and puts the answer into the element `target` (`#similar`).
    pub fn live(self, url: &'a str, target: &'a str) -> Field<'a> {
        Field {
            live: Some((url, target)),
            ..self
        }
    }

    fn id(&self) -> String {
        format!("{}-{}", self.fields.form, self.name)
    }

    fn help(&self) -> Vec<String> {
        let own = self.hint.map(str::to_owned);
        let usual = match self.control {
            Control::Date if self.hint.is_none() => Some(self.fields.t.form_date_hint().to_owned()),
            _ => None,
        };
        let most = self
            .most
            .map(|count| self.fields.t.form_characters_at_most(count));
        own.into_iter().chain(usual).chain(most).collect()
    }

    /// Label, hint and error around one control.
    fn single(&self, control: &dyn Fn(&str, Option<&str>) -> Markup) -> Markup {
        let id = self.id();
        let (help, error) = (self.help(), self.fields.filled.error_of(self.name));
        let described = described_by(&id, !help.is_empty(), error.is_some());
        html! {
            div class={ "field" (if self.narrow { " field-narrow" } else { "" }) (if error.is_some() { " field-wrong" } else { "" }) } {
                label class="form-label" for=(id) { (self.label) (self.mark()) }
                (self.notes(&id, &help, error))
                (control(&id, described.as_deref()))
            }
        }
    }

    /// A question with several controls.
    fn group(&self, controls: &dyn Fn(&str) -> Markup) -> Markup {
        let id = self.id();
        let (help, error) = (self.help(), self.fields.filled.error_of(self.name));
        let described = described_by(&id, !help.is_empty(), error.is_some());
        html! {
            fieldset class={ "field" (if error.is_some() { " field-wrong" } else { "" }) } id=(id) tabindex="-1" aria-describedby=[described] {
                legend class="form-label" { (self.label) (self.mark()) }
                (self.notes(&id, &help, error))
                (controls(&id))
            }
        }
    }

    fn mark(&self) -> Markup {
        html! { @if self.optional { " " span class="form-optional" { "(" (self.fields.t.form_optional()) ")" } } }
    }

    fn notes(&self, id: &str, help: &[String], error: Option<&str>) -> Markup {
        html! {
            @if !help.is_empty() { p class="form-hint" id={ (id) "-hint" } { (help.join(" ")) } }
            @if let Some(error) = error { p class="form-error" id={ (id) "-error" } { (icon(Icon::Warning)) (error) } }
        }
    }

    fn input(&self, kind: &str) -> Markup {
        let wrong = self.fields.filled.error_of(self.name).is_some();
        let value = if kind == "password" {
            ""
        } else {
            self.fields.filled.value(self.name)
        };
        let (date, time) = (
            matches!(self.control, Control::Date),
            matches!(self.control, Control::Time),
        );
        let digits = date || time || kind == "number";
        let (url, target) = self.live.unzip();
        self.single(&|id, described| {
            html! {
                input type=(if kind == "number" { "text" } else { kind }) class="form-control" id=(id) name=(self.name) value=(value)
                    aria-describedby=[described] aria-invalid=[wrong.then_some("true")] aria-required=[(!self.optional).then_some("true")]
                    inputmode=[digits.then_some("numeric")] placeholder=[time.then_some("hh:mm")] data-date[date]
                    autocomplete=(self.autocomplete.unwrap_or("off")) autofocus[self.autofocus]
                    hx-get=[url] hx-target=[target] hx-trigger=[url.map(|_| "input changed delay:300ms")]
                    hx-include=[url.map(|_| "closest form")] hx-params=[url.map(|_| "not csrf,key")] hx-sync=[url.map(|_| "this:replace")];
            }
        })
    }

    fn area(&self, rows: u8) -> Markup {
        let wrong = self.fields.filled.error_of(self.name).is_some();
        self.single(&|id, described| {
            html! {
                textarea class="form-control" id=(id) name=(self.name) rows=(rows) aria-describedby=[described]
                    aria-invalid=[wrong.then_some("true")] aria-required=[(!self.optional).then_some("true")] autofocus[self.autofocus] {
                    "\n" (self.fields.filled.value(self.name))
                }
            }
        })
    }

    fn select(&self, choices: &[Choice]) -> Markup {
        let wrong = self.fields.filled.error_of(self.name).is_some();
        let chosen = self.fields.filled.value(self.name);
        self.single(&|id, described| {
            html! {
                select class="form-select" id=(id) name=(self.name) aria-describedby=[described]
                    aria-invalid=[wrong.then_some("true")] autofocus[self.autofocus] {
                    @if choices.iter().all(|choice| !choice.value.is_empty()) { option value="" { (self.fields.t.form_choose()) } }
                    @for choice in choices {
                        option value=(choice.value) selected[choice.value == chosen] disabled[choice.barred.is_some()] {
                            (choice.label) @if let Some(why) = choice.barred { " – " (why) }
                        }
                    }
                }
            }
        })
    }

    fn boxes(&self, kind: &str, choices: &[Choice]) -> Markup {
        let chosen: Vec<&str> = self.fields.filled.values(self.name).collect();
        self.group(&|id| {
            html! {
                div class="choices" {
                    @for (index, choice) in choices.iter().enumerate() {
                        @let note = choice.barred.or(choice.hint);
                        div class="choice" {
                            input type=(kind) class="form-check-input" id={ (id) "-" (index) } name=(self.name) value=(choice.value)
                                checked[chosen.contains(&choice.value)] disabled[choice.barred.is_some()]
                                aria-describedby=[note.map(|_| format!("{id}-{index}-note"))];
                            label for={ (id) "-" (index) } { (choice.label) }
                            @if let Some(note) = note { p class="form-hint" id={ (id) "-" (index) "-note" } { (note) } }
                        }
                    }
                }
            }
        })
    }

    fn one_box(&self) -> Markup {
        let id = self.id();
        let (help, error) = (self.help(), self.fields.filled.error_of(self.name));
        let described = described_by(&id, !help.is_empty(), error.is_some());
        html! {
            div class={ "field" (if error.is_some() { " field-wrong" } else { "" }) } {
                div class="choice" {
                    input type="checkbox" class="form-check-input" id=(id) name=(self.name) value="yes"
                        checked[!self.fields.filled.value(self.name).is_empty()] aria-describedby=[described];
                    label for=(id) { (self.label) }
                    (self.notes(&id, &help, error))
                }
            }
        }
    }

    fn file(&self, several: bool, accept: &str) -> Markup {
        self.single(&|id, described| {
            html! {
                input type="file" class="form-control" id=(id) name=(self.name) multiple[several]
                    accept=[(!accept.is_empty()).then_some(accept)] aria-describedby=[described];
            }
        })
    }
}

fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-hint")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-hint {id}-error")),
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        match self.control {
            Control::Input(kind) => self.input(kind),
            Control::Date | Control::Time => self.input("text"),
            Control::Area(rows) => self.area(rows),
            Control::Select(choices) => self.select(choices),
            Control::Radios(choices) => self.boxes("radio", choices),
            Control::Checks(choices) => self.boxes("checkbox", choices),
            Control::Check => self.one_box(),
            Control::File { several, accept } => self.file(several, accept),
        }
    }
}
