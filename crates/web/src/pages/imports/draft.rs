//! The form in which somebody says how a file is to be read: its letters and sheet, its columns, its words.

use app::imports::Import;
use i18n::Texts;
use maud::{Markup, html};
use transcription::{
    Channel, Code, ENCODINGS, Format, Kind, KnownBy, Mapping, OneOrMore, Order, Problem, Refused, Role,
    Subject, Survey,
};

use super::read::{self, IGNORED, role_field, said_field, word_field};
use super::{address, cut, drop_button, upload, warning};
use crate::ui::{
    Card, Choice, Column, Fields, Filled, Form, Icon, Look, Table, Tone, actions, alert, badge, facts,
    submit, submit_as,
};
use crate::visit::Me;
use crate::words::word;

/// So many rows and columns of the file are shown.
const ROWS: usize = 6;
const COLUMNS: usize = 24;
/// A cell is shown up to here.
const SHOWN: usize = 80;
/// So many findings about the whole file, and runs of rows in one of them.
const NOTICED: usize = 10;
/// So many unknown words of a column are asked about.
const WORDS: usize = 40;

pub(super) fn form(me: &Me, import: &Import, seen: &Survey, back: Option<Filled>) -> Markup {
    let t = me.t();
    let to = format!("{}/columns", address(import.id));
    let filled = back.unwrap_or_else(|| stored(seen));
    let hints = &seen.mapping.file;
    let asked = transcription::FileHints {
        // What the form shows, and not only what was said.
        header_row: hints.header_row.or(Some(seen.facts.header_row)),
        sheet: hints.sheet.clone().or_else(|| seen.facts.sheet.clone()),
        ..hints.clone()
    };
    html! {
        (Form::post(&me.ctx, "columns", &to).filled(&filled).show(|f| html! {
            (f.hidden(read::WAS, &read::was(&asked)))
            (Card::new(t.imports_step_file()).icon(Icon::File).id("file").body(html! { div class="form" { (file(t, f, import, seen)) } }))
            (Card::new(t.imports_step_preview()).icon(Icon::Table).id("preview").flush(preview(t, seen)))
            (Card::new(t.imports_step_columns()).icon(Icon::FileTable).id("roles").body(html! { div class="form" { (columns(t, f, seen)) } }))
            (Card::new(t.imports_step_words()).icon(Icon::Language).id("words").body(html! { div class="form" { (words(t, f, seen)) } }))
            (actions(html! {
                (submit_as(Look::Primary, Some(Icon::Checks), t.imports_check(), "do", "check"))
                (submit_as(Look::Secondary, Some(Icon::Save), t.imports_look(), "do", "look"))
            }))
        }))
        (actions(drop_button(me, import)))
    }
}

/// The file was swept away: it is to be brought again.
pub(super) fn gone(me: &Me, import: &Import) -> Markup {
    html! {
        (warning(me.t().imports_failed_file_gone(), ""))
        (actions(drop_button(me, import)))
    }
}

/// Why the file cannot be opened as it is, and how else it might be.
pub(super) fn refused(me: &Me, import: &Import, refused: &Refused) -> Markup {
    let t = me.t();
    let to = format!("{}/columns", address(import.id));
    let sheets = match refused {
        Refused::NoSuchSheet { sheets, .. } => sheets.clone(),
        _ => Vec::new(),
    };
    let mut filled = Filled::default();
    if let Some(mapping) = &import.mapping {
        filled.set("encoding", mapping.file.encoding.clone().unwrap_or_default());
        filled.set(
            "header_row",
            mapping
                .file
                .header_row
                .map(|row| row.to_string())
                .unwrap_or_default(),
        );
    }
    html! {
        (warning(t.label(refused.key()), &refused.detail()))
        (Card::new(t.imports_step_file()).icon(Icon::File).body(html! {
            p { (t.imports_refused_text()) }
            (Form::post(&me.ctx, "columns", &to).filled(&filled).show(|f| html! {
                (f.hidden(read::WAS, ""))
                (encodings(t, f, None))
                @if !sheets.is_empty() { (f.select("sheet", t.imports_sheet(), &plain(&sheets)).optional()) }
                (f.number("header_row", t.imports_header_row()).optional())
                (actions(submit(Look::Primary, Some(Icon::Reopen), t.imports_open_again())))
            }))
        }))
        (actions(drop_button(me, import)))
    }
}

/// What is said so far, or what the file suggests.
fn stored(seen: &Survey) -> Filled {
    let mapping: &Mapping = &seen.mapping;
    let mut filled = Filled::default();
    let hints = &mapping.file;
    filled.set("encoding", hints.encoding.clone().unwrap_or_default());
    let sign = hints.delimiter.map(|sign| {
        if sign == '\t' {
            "tab".to_owned()
        } else {
            sign.to_string()
        }
    });
    filled.set("delimiter", sign.unwrap_or_default());
    filled.set(
        "sheet",
        hints
            .sheet
            .clone()
            .or_else(|| seen.facts.sheet.clone())
            .unwrap_or_default(),
    );
    filled.set(
        "header_row",
        hints.header_row.unwrap_or(seen.facts.header_row).to_string(),
    );
    filled.set(
        "header_rows",
        hints.header_rows.map(|rows| rows.to_string()).unwrap_or_default(),
    );
    for column in 0..seen.headers.len() {
        let role = seen.role_of(column).map(Role::code);
        let ignored = mapping
            .ignore
            .columns
            .contains(&seen.name_of(column))
            .then_some(IGNORED);
        filled.set(&role_field(column), role.or(ignored).unwrap_or_default());
    }
    let order = match mapping.dates.order.or(seen.date_order) {
        Some(Order::Dmy) => "dmy",
        Some(Order::Mdy) => "mdy",
        Some(Order::Ymd) => "ymd",
        None => "",
    };
    filled.set("order", order);
    filled.set("none", mapping.dates.none.join("; "));
    if mapping.merged.fill_down {
        filled.set(read::FILL_DOWN, "yes");
    }
    let code = |code: Option<&'static str>| code.unwrap_or_default();
    filled.set("default.kind", code(mapping.defaults.kind.map(Kind::code)));
    filled.set(
        "default.channel",
        code(mapping.defaults.channel.map(Channel::code)),
    );
    let subject = mapping.defaults.subject.as_ref().and_then(one_of);
    filled.set("default.subject", code(subject.map(Subject::code)));
    for role in read::WORDED {
        for (at, (said, _)) in asked_words(seen, role).into_iter().enumerate() {
            let meaning = match role {
                Role::Kind => mapping.values.kind.get(said).map(|kind| kind.code()),
                Role::Channel => mapping.values.channel.get(said).map(|channel| channel.code()),
                _ => mapping
                    .values
                    .subject
                    .get(said)
                    .and_then(one_of)
                    .map(Subject::code),
            };
            filled.set(&word_field(role, at), code(meaning));
        }
    }
    filled
}

fn one_of(subjects: &OneOrMore) -> Option<Subject> {
    subjects.subjects().first().copied()
}

/// The words of a column that nobody explained, and those that somebody did, the commonest first.
fn asked_words(seen: &Survey, role: Role) -> Vec<(&str, usize)> {
    let told = |said: &str| match role {
        Role::Kind => seen.mapping.values.kind.contains_key(said),
        Role::Channel => seen.mapping.values.channel.contains_key(said),
        _ => seen.mapping.values.subject.contains_key(said),
    };
    let mut words: Vec<(&str, usize)> = seen
        .words
        .get(role.code())
        .into_iter()
        .flatten()
        .filter(|(said, word)| !word.known || told(said))
        .map(|(said, word)| (said.as_str(), word.count))
        .collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    words.truncate(WORDS);
    words
}

fn file(t: &'static Texts, f: &Fields, import: &Import, seen: &Survey) -> Markup {
    let facts_of = &seen.facts;
    let format = match facts_of.format {
        Format::Text => t.imports_format_text(),
        Format::Xlsx => "XLSX",
        Format::Xlsb => "XLSB",
        Format::Xls => "XLS",
        Format::Ods => "ODS",
    };
    let known_by = |known_by| match known_by {
        KnownBy::Told => t.imports_known_told(),
        KnownBy::ByteOrderMark | KnownBy::Itself => t.imports_known_certain(),
        KnownBy::Guess => t.imports_known_guessed(),
    };
    let mut lines = vec![
        (
            t.imports_format(),
            html! { (format) ", " (upload::size(t, import)) },
        ),
        (t.imports_header_row(), html! { (t.number(facts_of.header_row)) }),
    ];
    if let Some(encoding) = facts_of.encoding {
        let tone = if encoding.known_by == KnownBy::Guess {
            Tone::Warn
        } else {
            Tone::Good
        };
        lines.push((
            t.imports_encoding(),
            html! { (encoding.name) " " (badge(tone, None, known_by(encoding.known_by))) },
        ));
    }
    let delimiters = [
        Choice::new(",", t.imports_delimiter_comma()),
        Choice::new(";", t.imports_delimiter_semicolon()),
        Choice::new("tab", t.imports_delimiter_tab()),
        Choice::new("|", "|"),
    ];
    let noticed = seen.problems.iter().filter(|problem| problem.row.is_none());
    let noticed: Vec<&Problem> = noticed.take(NOTICED).collect();
    html! {
        (facts(lines))
        @if !noticed.is_empty() {
            (alert(Tone::Warn, t.import_problems(), Some(html! { ul { @for problem in noticed { li {
                (t.label(problem.code.key()))
                @if let Some(column) = &problem.column { " – " (column) }
                @if !problem.value.is_empty() { ": " (cut(&problem.value, SHOWN)) }
                @if !problem.rows.is_empty() { ": " (problem.rows.shown(NOTICED)) }
            } } } })))
        }
        p { (t.imports_file_text()) }
        div class="field-row" {
            (encodings(t, f, Some(seen)))
            @if facts_of.encoding.is_some() { (f.select("delimiter", t.imports_delimiter(), &delimiters).optional()) }
            @if facts_of.sheets.len() > 1 { (f.select("sheet", t.imports_sheet(), &plain(&facts_of.sheets))) }
            (f.number("header_row", t.imports_header_row()).optional())
            (f.number("header_rows", t.imports_header_rows()).optional())
        }
    }
}

fn plain(names: &[String]) -> Vec<Choice<'_>> {
    names.iter().map(|name| Choice::new(name, name)).collect()
}

/// Every encoding, with how well the words of the file fit it.
fn encodings(t: &'static Texts, f: &Fields, seen: Option<&Survey>) -> Markup {
    let fit = |name: &str| {
        let fits = seen.map_or(&[][..], |seen| &seen.facts.fits);
        fits.iter().find(|fit| fit.name == name).map(|fit| fit.percent)
    };
    let labels: Vec<String> = ENCODINGS
        .iter()
        .map(|name| match fit(name) {
            Some(percent) => t.imports_encoding_fits(*name, percent),
            None => (*name).to_owned(),
        })
        .collect();
    let choices: Vec<Choice> = ENCODINGS
        .iter()
        .zip(&labels)
        .map(|(name, label)| Choice::new(name, label))
        .collect();
    html! { (f.select("encoding", t.imports_encoding(), &choices).optional().hint(t.imports_encoding_hint())) }
}

fn preview(t: &'static Texts, seen: &Survey) -> Markup {
    let heads: Vec<Column> = seen
        .headers
        .iter()
        .take(COLUMNS)
        .map(|head| Column::new(head))
        .collect();
    let rows = seen.first_rows.iter().take(ROWS).map(|row| {
        (0..heads.len())
            .map(|column| html! { (cut(row.text(column), SHOWN)) })
            .collect()
    });
    html! { (Table::new(t, t.imports_step_preview(), &heads).rows(rows)) }
}

fn columns(t: &'static Texts, f: &Fields, seen: &Survey) -> Markup {
    let roles: Vec<Choice> = Role::ALL
        .iter()
        .map(|role| Choice::new(role.code(), t.label(role.key())))
        .chain([Choice::new(IGNORED, t.imports_role_ignored())])
        .collect();
    let orders = [
        Choice::new("dmy", t.imports_order_dmy()),
        Choice::new("mdy", t.imports_order_mdy()),
        Choice::new("ymd", t.imports_order_ymd()),
    ];
    let sample = |column: usize| {
        let texts = seen.first_rows.iter().map(|row| row.text(column).trim());
        let filled: Vec<String> = texts
            .filter(|text| !text.is_empty())
            .take(2)
            .map(|text| cut(text, SHOWN))
            .collect();
        filled.join(" · ")
    };
    let samples: Vec<String> = (0..seen.headers.len()).map(sample).collect();
    let names: Vec<String> = (0..seen.headers.len()).map(role_field).collect();
    html! {
        p { (t.imports_columns_text()) }
        div class="field-row" {
            @for column in 0..seen.headers.len() {
                (f.select(&names[column], &seen.headers[column], &roles).optional().hint(&samples[column]))
            }
        }
        div class="field-row" {
            (f.select("order", t.imports_order(), &orders).optional().hint(t.imports_order_hint()))
            (f.text("none", t.imports_none_dates()).optional().hint(t.imports_none_dates_hint()))
        }
        @if has_merged_cells(seen) { (f.check(read::FILL_DOWN, t.imports_fill_down()).hint(t.imports_fill_down_hint())) }
    }
}

fn has_merged_cells(seen: &Survey) -> bool {
    seen.mapping.merged.fill_down
        || seen
            .problems
            .iter()
            .any(|problem| problem.code == Code::MergedCells)
}

/// The values of a vocabulary with their words, to choose from.
fn meanings(t: &'static Texts, role: Role) -> Vec<(&'static str, String)> {
    let worded = |group: &str, codes: Vec<&'static str>| {
        codes
            .into_iter()
            .map(|code| (code, word(t, group, code)))
            .collect()
    };
    match role {
        Role::Kind => worded("kind", Kind::ALL.iter().map(|kind| kind.code()).collect()),
        Role::Channel => worded(
            "channel",
            Channel::ALL.iter().map(|channel| channel.code()).collect(),
        ),
        _ => worded(
            "subject",
            Subject::ALL.iter().map(|subject| subject.code()).collect(),
        ),
    }
}

fn words(t: &'static Texts, f: &Fields, seen: &Survey) -> Markup {
    html! {
        p { (t.imports_words_text()) }
        @for role in read::WORDED {
            @let meant = meanings(t, role);
            @let choices: Vec<Choice> = meant.iter().map(|(code, label)| Choice::new(code, label)).collect();
            @let asked = asked_words(seen, role);
            h3 { (t.label(role.key())) }
            @if asked.is_empty() { p class="muted" { (t.imports_words_none()) } }
            div class="field-row" {
                @for (at, (said, count)) in asked.iter().enumerate() {
                    (f.hidden(&said_field(role, at), said))
                    (f.select(&word_field(role, at), said, &choices).optional().hint(&t.imports_word_count(*count)))
                }
                (f.select(&format!("default.{}", role.code()), t.imports_default(), &choices).optional().hint(t.imports_default_hint()))
            }
        }
    }
}
