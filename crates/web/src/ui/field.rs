//! Fields of a form, each with its label, its hint, what is wrong with it and what was typed.

mod drawing;

use std::cell::RefCell;

use i18n::Texts;
use maud::{Markup, html};

use super::form::Filled;

/// Makes the fields of one form; handed to the closure of [`super::Form::show`].
pub struct Fields<'a> {
    pub(crate) t: &'static Texts,
    pub(crate) form: &'a str,
    /// The fields only narrow a list: nothing chosen means everything.
    pub(crate) narrows: bool,
    pub(crate) filled: &'a Filled,
    /// What the fields drawn so far are called, for the summary of what is wrong.
    pub(crate) labels: RefCell<Vec<(String, String)>>,
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
    live_with: &'a str,
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
        let called = (name.to_owned(), label.to_owned());
        self.labels.borrow_mut().push(called);
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
            live_with: "not csrf,key",
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

    /// Asks `url` with the whole form while the person types and puts the answer into the element `target` (`#similar`). Several
    /// lines are posted, with the proof of the form: they are longer than an address may be.
    pub fn live(self, url: &'a str, target: &'a str) -> Field<'a> {
        Field {
            live: Some((url, target)),
            ..self
        }
    }

    /// With [`Field::live`]: sends these fields of the form alone, such as `name,phone`.
    pub fn live_with(self, names: &'a str) -> Field<'a> {
        Field {
            live_with: names,
            ..self
        }
    }
}
