//! Values as they are sent: days, instants, keys of vocabularies.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day, `2026-03-02`.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub Date);

/// An instant in UTC, `2026-03-02T01:00:00Z`.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub Timestamp);

/// A line: no character in it controls anything.
pub const LINE: &str = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$";

macro_rules! text {
    ($name:ident, $format:literal) => {
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "format": $format })
            }
        }
    };
}

text!(Day, "date");
text!(Instant, "date-time");

impl From<Date> for Day {
    fn from(day: Date) -> Self {
        Day(day)
    }
}

impl From<app::register::On> for Day {
    fn from(on: app::register::On) -> Self {
        Day(on.0)
    }
}

impl From<Timestamp> for Instant {
    fn from(at: Timestamp) -> Self {
        Instant(at)
    }
}

/// A vocabulary whose words have keys.
pub trait Keyed: Copy + Sized + 'static {
    const NAME: &'static str;

    fn words() -> Vec<Self>;

    fn key_of(self) -> &'static str;
}

/// A word of a vocabulary by its key.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Key<T>(pub T);

impl<T: Keyed> Serialize for Key<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.0.key_of())
    }
}

impl<'de, T: Keyed> Deserialize<'de> for Key<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let key = String::deserialize(from)?;
        let word = T::words().into_iter().find(|word| word.key_of() == key);
        word.map(Key)
            .ok_or_else(|| serde::de::Error::custom(format_args!("no {} is called so", T::NAME)))
    }
}

impl<T: Keyed> JsonSchema for Key<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let keys: Vec<&str> = T::words().into_iter().map(Keyed::key_of).collect();
        json_schema!({ "type": "string", "enum": keys })
    }
}

macro_rules! keyed {
    ($($type:path as $name:literal),* $(,)?) => {$(
        impl Keyed for $type {
            const NAME: &'static str = $name;

            fn words() -> Vec<Self> {
                <$type>::ALL.to_vec()
            }

            fn key_of(self) -> &'static str {
                self.key()
            }
        }
    )*};
}

keyed! {
    procedure::vocabulary::Kind as "kind",
    procedure::vocabulary::Channel as "channel",
    procedure::vocabulary::Subject as "subject",
    procedure::vocabulary::Role as "role",
    procedure::vocabulary::SigningMode as "signing mode",
    procedure::case::Stage as "stage",
    procedure::corrective_action::ActionStage as "stage of an action",
    app::intake::Road as "road",
    app::submission::PartyKind as "kind of party",
    app::tokens::Scope as "scope",
    app::webhooks::Event as "event",
    app::work::Part as "part of the work",
    app::inbox::Part as "part of the inbox",
    app::outbox::State as "state of a mail",
    app::reminders::Way as "way of reminding",
}

impl Keyed for procedure::calendar::DayKind {
    const NAME: &'static str = "kind of day";

    fn words() -> Vec<Self> {
        Self::ALL.to_vec()
    }

    fn key_of(self) -> &'static str {
        self.code()
    }
}

/// Somebody by name.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Named {
    pub id: uuid::Uuid,
    pub name: String,
}

impl Named {
    pub fn person(office: &app::Office, person: procedure::PersonId) -> Self {
        Named {
            id: person.0,
            name: office.name(person).to_owned(),
        }
    }

    pub fn unit(office: &app::Office, unit: procedure::UnitId) -> Self {
        Named {
            id: unit.0,
            name: office.unit_name(unit).to_owned(),
        }
    }
}

/// A limit, and why it falls on that day.
#[derive(Serialize, JsonSchema)]
pub struct Due {
    pub on: Day,
    /// It falls into a year whose holidays are not announced yet.
    pub provisional: bool,
    /// From where it is counted, how, and what moved it, in a sentence.
    pub why: String,
}

impl Due {
    pub fn of(lang: i18n::Lang, term: &procedure::deadline::Term, office: &app::Office) -> Self {
        let told = procedure::deadline::explain(term, &office.calendar);
        Due {
            on: told.due.on.into(),
            provisional: told.due.provisional,
            why: i18n::say::explanation(lang, &told),
        }
    }
}
