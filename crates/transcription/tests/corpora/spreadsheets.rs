//! Collections of awkward spreadsheets: each is read like its parser reads it, or refused with a reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use expect_test::expect;
use serde_json::Value;
use transcription::{Code, Form, Opening, Refused, SourceTable, guess, read};

use crate::shared::{TODAY, files, folder, peak_megabytes};

/// Files made to fill the memory; nothing may be opened beside the guarded way.
const BOMBS: [&str; 2] = ["OOM_alloc3.xls", "issue_594_dos.ods"];

fn open(bytes: &[u8]) -> Result<SourceTable, Refused> {
    SourceTable::open(bytes, &Opening::default())
}

#[test]
fn csv_spectrum_is_read_as_its_authors_say() {
    let Some(folder) = folder("spreadsheets/csv-spectrum") else {
        return;
    };
    let expected: BTreeMap<String, Vec<u8>> = files(&folder.join("json")).into_iter().collect();
    let csvs = files(&folder.join("csvs"));
    assert_eq!(csvs.len(), 12);
    for (name, bytes) in csvs {
        let table = open(&bytes).expect("well-formed");
        let row = |row: &transcription::Row| -> Value {
            let cells = table.headers.iter().enumerate();
            cells
                .map(|(at, header)| (header.clone(), Value::from(row.text(at))))
                .collect::<serde_json::Map<_, _>>()
                .into()
        };
        let mut found: Vec<Value> = table.rows.iter().map(row).collect();
        let json = &expected[&name.replace(".csv", ".json")];
        let mut expected: Value = serde_json::from_slice(json).expect("JSON");
        if name == "location_coordinates.csv" {
            // Its authors give one object instead of a list, and another telephone number.
            found[0]["Contact Phone Number"].take();
            expected["Contact Phone Number"].take();
            expected = Value::from(vec![expected]);
        }
        assert_eq!(Value::from(found), expected, "{name}");
    }
}

#[test]
fn every_workbook_is_read_or_refused_within_bounds() {
    let Some(folder) = folder("spreadsheets/calamine") else {
        return;
    };
    let mut refused: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut read = 0;
    for (name, bytes) in files(&folder) {
        match open(&bytes) {
            Ok(table) => {
                read += 1;
                assert!(!table.headers.is_empty(), "{name}");
            }
            Err(reason) => refused.entry(reason.key()).or_default().push(name),
        }
    }
    // Empty here means that no sheet has a single filled cell.
    let empty = [
        "adhocallbabynames1996to2016.xls",
        "capitalized_wbook_stream.xls",
        "empty_sheet.xlsx",
        "issue127.ods",
        "issue127.xls",
        "issue127.xlsb",
        "issue127.xlsx",
        "issue281.xlsm",
        "issue343.xls",
        "issue_666_lost_sheets.xlsb",
        "issue_666_panic.xlsb",
        "misc_biff5_parsing.xls",
        "vba.xlsm",
    ];
    let protected = [
        "issue_385.xls",
        "pass_protected.ods",
        "pass_protected.xlsb",
        "pass_protected.xlsx",
    ];
    let expected = BTreeMap::from([
        (
            "transcription-refused-damaged",
            vec!["OOM_alloc3.xls".to_owned(), "issue252.xlsx".to_owned()],
        ),
        ("transcription-refused-empty", empty.map(str::to_owned).to_vec()),
        (
            "transcription-refused-password-protected",
            protected.map(str::to_owned).to_vec(),
        ),
        (
            "transcription-refused-too-large",
            vec!["issue_594_dos.ods".to_owned()],
        ),
    ]);
    assert_eq!(refused, expected);
    assert_eq!(
        read + refused.values().map(Vec::len).sum::<usize>(),
        files(&folder).len()
    );
    if let Some(peak) = peak_megabytes() {
        assert!(peak < 600, "{peak} MB");
    }
}

#[test]
fn looking_a_workbook_through_first_loses_no_cell() {
    let Some(folder) = folder("spreadsheets/calamine") else {
        return;
    };
    let mut compared = 0;
    for (name, bytes) in files(&folder) {
        let trusted =
            !BOMBS.contains(&name.as_str()) && bytes.starts_with(b"\xd0\xcf") | bytes.starts_with(b"PK");
        let (true, Ok(table)) = (trusted, open(&bytes)) else {
            continue;
        };
        let sheet = table.facts.sheet.as_deref().expect("a workbook");
        let ours = table.rows.iter().flat_map(|row| {
            let filled = row
                .cells
                .iter()
                .enumerate()
                .filter(|(_, cell)| !cell.text.is_empty());
            filled.map(|(column, cell)| ((row.number, column), cell))
        });
        let ours: BTreeMap<_, _> = ours.collect();
        let theirs = theirs(&bytes, sheet, table.facts.header_row);
        let places: Vec<_> = theirs.keys().copied().collect();
        assert_eq!(ours.keys().copied().collect::<Vec<_>>(), places, "{name}");
        for (place, cell) in ours {
            if cell.form != Form::Date && !cell.text.contains(':') {
                assert_eq!(
                    cell.text.to_lowercase(),
                    theirs[&place].to_lowercase(),
                    "{name} {place:?}"
                );
            }
        }
        compared += 1;
    }
    assert!(compared > 80, "{compared}");
}

/// The filled cells below a row, straight from the parser.
fn theirs(bytes: &[u8], sheet: &str, header_row: u32) -> BTreeMap<(u32, usize), String> {
    use calamine::Reader;
    let book = std::io::Cursor::new(bytes);
    let mut book = calamine::open_workbook_auto_from_rs(book).expect("it was read before");
    let range = book.worksheet_range(sheet).expect("it was read before");
    let (row, column) = range.start().unwrap_or_default();
    let cells = range
        .used_cells()
        .map(|(r, c, value)| ((row + r as u32 + 1, column as usize + c), value.to_string()));
    cells
        .filter(|((row, _), text)| *row > header_row && !text.trim().is_empty())
        .collect()
}

#[test]
fn the_same_dates_come_out_of_every_format_and_epoch() {
    let Some(folder) = folder("spreadsheets/calamine") else {
        return;
    };
    let dates = |wanted: &str| -> Vec<String> {
        let (_, bytes) = files(&folder)
            .into_iter()
            .find(|(name, _)| name == wanted)
            .expect("a known file");
        let table = open(&bytes).expect("it can be read");
        // Its first row stands for headings here; they are dates too.
        let below = table.rows.iter().flat_map(|row| &row.cells);
        let below = below
            .filter(|cell| cell.form == Form::Date)
            .map(|cell| cell.text.clone());
        table.headers.iter().take(1).cloned().chain(below).collect()
    };
    let expected = dates("date.xlsx");
    assert_eq!(expected, ["2021-01-01", "2021-01-02"]);
    assert_eq!(dates("date.ods"), ["2021-01-01", "2021-01-01T10:10:10"]);
    for name in [
        "date.xls",
        "date.xlsb",
        "date_1904.xlsx",
        "date_1904.xls",
        "date_1904.xlsb",
    ] {
        assert_eq!(dates(name), expected, "{name}");
    }
}

#[test]
fn merged_cells_are_those_that_the_parser_sees() {
    let Some(folder) = folder("spreadsheets/calamine") else {
        return;
    };
    let mut compared = Vec::new();
    for (name, bytes) in files(&folder) {
        let (false, Ok(table)) = (BOMBS.contains(&name.as_str()), open(&bytes)) else {
            continue;
        };
        let Some(sheet) = table.facts.sheet.as_deref() else {
            continue;
        };
        let Some(theirs) = merged_by_parser(&bytes, &name, sheet) else {
            continue;
        };
        let below = theirs
            .iter()
            .filter(|(_, bottom, _)| *bottom >= table.facts.header_row);
        let below: BTreeSet<&str> = below.map(|(_, _, area)| area.as_str()).collect();
        let ours = table
            .problems
            .iter()
            .filter(|problem| problem.code == Code::MergedCells);
        let ours: BTreeSet<&str> = ours.flat_map(|problem| problem.value.split(", ")).collect();
        assert_eq!(ours, below, "{name}");
        if !ours.is_empty() {
            compared.push(name);
        }
    }
    assert!(compared.iter().any(|name| name.ends_with(".xls")), "{compared:?}");
    assert!(
        compared.iter().any(|name| name.ends_with(".xlsx")),
        "{compared:?}"
    );
}

/// First and last row from 0, and the area as a sheet writes it.
fn merged_by_parser(bytes: &[u8], name: &str, sheet: &str) -> Option<Vec<(u32, u32, String)>> {
    use calamine::Reader;
    let bytes = std::io::Cursor::new(bytes);
    let areas = if name.ends_with(".xls") {
        calamine::Xls::new(bytes)
            .ok()?
            .merge_cells_by_sheet_name(sheet)
            .ok()?
    } else if name.ends_with(".xlsx") || name.ends_with(".xlsm") {
        calamine::Xlsx::new(bytes)
            .ok()?
            .merge_cells_by_sheet_name(sheet)
            .ok()?
    } else {
        return None;
    };
    let letter = |column: u32| char::from(b'A' + u8::try_from(column).expect("a narrow sheet"));
    let written = |(row, column): (u32, u32)| format!("{}{}", letter(column), row + 1);
    let area = |area: calamine::Dimensions| {
        let text = format!("{}:{}", written(area.start), written(area.end));
        (area.start.0, area.end.0, text)
    };
    Some(areas.into_iter().map(area).collect())
}

#[test]
fn what_the_collection_hides_is_said() {
    let Some(folder) = folder("spreadsheets/calamine") else {
        return;
    };
    let told = [
        Code::HiddenColumn,
        Code::HiddenSheetLeftOut,
        Code::VeryHiddenSheetLeftOut,
        Code::HiddenSheetRead,
    ];
    let mut found = String::new();
    for (name, bytes) in files(&folder) {
        let Ok(table) = open(&bytes) else { continue };
        let mapping = guess(&table).mapping;
        let reading = read(&table, &mapping, TODAY);
        for problem in reading.problems() {
            if told.contains(&problem.code) || problem.code == Code::HiddenRow {
                let column = problem.column.as_deref().unwrap_or_default();
                let (code, value, rows) = (problem.code.name(), &problem.value, &problem.rows);
                writeln!(found, "{name}: {code} {column} {value} {rows}").expect("memory takes a line");
            }
        }
    }
    expect![[r#"
        optional_records.xls: hidden-column [V] V 
    "#]]
    .assert_eq(&found);
}
