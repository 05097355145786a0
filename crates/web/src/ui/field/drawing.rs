//! How a field looks: label, hint, error and control, bound together for whoever listens instead of looking.

use maud::{Markup, Render, html};

use super::{Choice, Control, Field};
use crate::ui::icon::{Icon, icon};

impl Field<'_> {
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
                    hx-include=[url.map(|_| "closest form")] hx-params=[url.map(|_| self.live_with)] hx-sync=[url.map(|_| "this:replace")];
            }
        })
    }

    fn area(&self, rows: u8) -> Markup {
        let wrong = self.fields.filled.error_of(self.name).is_some();
        let (url, target) = self.live.unzip();
        self.single(&|id, described| {
            html! {
                textarea class="form-control" id=(id) name=(self.name) rows=(rows) aria-describedby=[described]
                    aria-invalid=[wrong.then_some("true")] aria-required=[(!self.optional).then_some("true")] autofocus[self.autofocus]
                    hx-post=[url] hx-target=[target] hx-trigger=[url.map(|_| "input changed delay:300ms")]
                    hx-include=[url.map(|_| "closest form")] hx-sync=[url.map(|_| "this:replace")] {
                    "\n" (self.fields.filled.value(self.name))
                }
            }
        })
    }

    fn unchosen(&self) -> &'static str {
        if self.fields.narrows {
            self.fields.t.all()
        } else {
            self.fields.t.form_choose()
        }
    }

    fn select(&self, choices: &[Choice]) -> Markup {
        let wrong = self.fields.filled.error_of(self.name).is_some();
        let chosen = self.fields.filled.value(self.name);
        self.single(&|id, described| {
            html! {
                select class="form-select" id=(id) name=(self.name) aria-describedby=[described]
                    aria-invalid=[wrong.then_some("true")] autofocus[self.autofocus] {
                    @if choices.iter().all(|choice| !choice.value.is_empty()) { option value="" { (self.unchosen()) } }
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
                                checked[chosen.contains(&choice.value)] disabled[choice.barred.is_some()] autofocus[self.autofocus && index == 0]
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
