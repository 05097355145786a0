//! What was said of the file and its columns, from the form into a mapping.

use app::Typed;
use i18n::Texts;
use transcription::{
    Channel, Columns, DateHints, Defaults, FileHints, Kind, Mapping, OneOrMore, Order, Role, Subject, Survey,
    Values,
};

/// How the file was opened when the form was drawn.
pub(super) const WAS: &str = "was";

/// What merged cells say holds for the rows below.
pub(super) const FILL_DOWN: &str = "fill_down";

/// The columns whose words can be explained.
pub(super) const WORDED: [Role; 3] = [Role::Kind, Role::Channel, Role::Subject];

pub(super) fn file(typed: &Typed) -> FileHints {
    let word = |name: &str| typed.one(name).map(str::trim).filter(|word| !word.is_empty());
    FileHints {
        encoding: word("encoding").map(str::to_owned),
        delimiter: word("delimiter").map(|sign| {
            if sign == "tab" {
                '\t'
            } else {
                sign.chars().next().unwrap_or(',')
            }
        }),
        sheet: word("sheet").map(str::to_owned),
        header_row: word("header_row").and_then(|row| row.parse().ok()),
        header_rows: word("header_rows").and_then(|rows| rows.parse().ok()),
    }
}

/// The same in one word, to see whether somebody changed it.
pub(super) fn was(hints: &FileHints) -> String {
    serde_json::to_string(hints).unwrap_or_default()
}

/// The mapping, or what is wrong at which field.
pub(super) fn mapping(
    t: &'static Texts,
    typed: &Typed,
    file: FileHints,
    seen: &Survey,
) -> Result<Mapping, Vec<(String, String)>> {
    let mut columns = Columns::default();
    let mut ignored = Vec::new();
    let mut errors = Vec::new();
    let told = |column: usize| typed.one(&role_field(column)).unwrap_or_default();
    for role in Role::ALL {
        let places: Vec<usize> = (0..seen.headers.len())
            .filter(|column| told(*column) == role.code())
            .collect();
        let names: Vec<String> = places.iter().map(|column| seen.name_of(*column)).collect();
        if !columns.assign(*role, &names) {
            for column in places.iter().skip(1) {
                errors.push((role_field(*column), t.imports_role_twice().to_owned()));
            }
        }
    }
    for column in 0..seen.headers.len() {
        if told(column) == IGNORED {
            ignored.push(seen.name_of(column));
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let order = match typed.one("order") {
        Some("dmy") => Some(Order::Dmy),
        Some("mdy") => Some(Order::Mdy),
        Some("ymd") => Some(Order::Ymd),
        _ => None,
    };
    let mut mapping = Mapping {
        file,
        columns,
        dates: DateHints {
            order,
            none: typed
                .one("none")
                .unwrap_or_default()
                .split(';')
                .map(str::trim)
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect(),
            serials: seen.mapping.dates.serials,
        },
        values: Values::default(),
        defaults: Defaults {
            kind: typed.one("default.kind").and_then(kind),
            channel: typed.one("default.channel").and_then(channel),
            subject: typed.one("default.subject").and_then(subject).map(OneOrMore::One),
        },
        merged: transcription::Merging {
            fill_down: typed.one(FILL_DOWN) == Some("yes"),
        },
        ignore: transcription::Ignore {
            columns: ignored,
            rows: seen.mapping.ignore.rows.clone(),
        },
    };
    for role in WORDED {
        for (said, meaning) in explained(typed, role) {
            match role {
                Role::Kind => {
                    kind(&meaning).map(|kind| mapping.values.kind.insert(said, kind));
                }
                Role::Channel => {
                    channel(&meaning).map(|channel| mapping.values.channel.insert(said, channel));
                }
                _ => {
                    let one = subject(&meaning).map(OneOrMore::One);
                    one.map(|subject| mapping.values.subject.insert(said, subject));
                }
            }
        }
    }
    Ok(mapping)
}

/// The role of a column that is known not to matter.
pub(super) const IGNORED: &str = "ignored";

pub(super) fn role_field(column: usize) -> String {
    format!("role.{column}")
}

pub(super) fn said_field(role: Role, at: usize) -> String {
    format!("said.{}.{at}", role.code())
}

pub(super) fn word_field(role: Role, at: usize) -> String {
    format!("word.{}.{at}", role.code())
}

/// The words of a column and what somebody says they mean.
fn explained(typed: &Typed, role: Role) -> Vec<(String, String)> {
    let pair = |at: usize| {
        let said = typed.one(&said_field(role, at))?.to_owned();
        Some((
            said,
            typed.one(&word_field(role, at)).unwrap_or_default().to_owned(),
        ))
    };
    (0..)
        .map_while(pair)
        .filter(|(_, meaning)| !meaning.is_empty())
        .collect()
}

fn kind(code: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| kind.code() == code)
}

fn channel(code: &str) -> Option<Channel> {
    Channel::ALL
        .iter()
        .copied()
        .find(|channel| channel.code() == code)
}

fn subject(code: &str) -> Option<Subject> {
    Subject::ALL
        .iter()
        .copied()
        .find(|subject| subject.code() == code)
}
