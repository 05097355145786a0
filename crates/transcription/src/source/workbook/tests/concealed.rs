//! What a workbook hides or merges is read like the rest and said.

use super::*;
use crate::problem::Code;
use crate::{Mapping, OldRecord, Reading};

const PLAIN: &str = "[columns]\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\nclosed = \"Đóng\"\n";

fn sheet_xml(before: &str, rows: &str, after: &str) -> String {
    format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{before}<sheetData>{rows}</sheetData>{after}</worksheet>"#
    )
}

/// A workbook of three sheets in these states.
fn book(states: [&str; 3], sheets: [&str; 3]) -> Vec<u8> {
    let sheet = |at: usize| {
        let (state, number) = (states[at], at + 1);
        format!(r#"<sheet name="Trang {number}" sheetId="{number}" state="{state}" r:id="rId{number}"/>"#)
    };
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}{}{}</sheets></workbook>"#,
        sheet(0),
        sheet(1),
        sheet(2)
    );
    zipped(&[
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", SHEET_RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", sheets[0]),
        ("xl/worksheets/sheet2.xml", sheets[1]),
        ("xl/worksheets/sheet3.xml", sheets[2]),
    ])
}

/// Headings, and seven cases of which the sheet shows three; one day of receipt holds for three of them.
fn register_xml() -> String {
    let row = |number: u32, attributes: &str, cells: &[(&str, &str)]| {
        let cells: String = cells
            .iter()
            .map(|(column, said)| text(&format!("{column}{number}"), said))
            .collect();
        format!(r#"<row r="{number}" {attributes}>{cells}</row>"#)
    };
    let rows = [
        row(
            1,
            "",
            &[("A", "Nhận"), ("B", "Nội dung"), ("C", "Ghi chú"), ("D", "Đóng")],
        ),
        row(2, "", &[("A", "2019-01-21"), ("B", "Một"), ("C", "kín")]),
        row(3, r#"hidden="1""#, &[("B", "Hai")]),
        row(4, r#"hidden="true""#, &[("B", "Ba"), ("D", "2019-02-01")]),
        row(5, r#"hidden="1""#, &[]),
        row(
            6,
            r#"ht="0" customHeight="1""#,
            &[("A", "2019-01-22"), ("B", "Bốn")],
        ),
        row(7, "", &[("A", "2019-01-23"), ("B", "Năm")]),
        row(
            8,
            r#"hidden="0""#,
            &[("A", "2019-01-24"), ("B", "Sáu chung một ô")],
        ),
        row(9, r#"hidden="1""#, &[("A", "2019-01-25"), ("B", "Bảy")]),
    ];
    sheet_xml(
        r#"<cols><col min="1" max="2" width="9"/><col min="3" max="3" hidden="1" width="9"/><col min="7" max="9" hidden="1"/></cols>"#,
        &rows.concat(),
        r#"<mergeCells count="3"><mergeCell ref="B8:C8"/><mergeCell ref="A2:A4"/><mergeCell ref="A1:B1"/></mergeCells>"#,
    )
}

fn shown(table: &SourceTable) -> Vec<(&'static str, String)> {
    let line = |problem: &Problem| {
        let column = problem.column.as_deref().unwrap_or("-");
        (problem.code.name(), format!("{column}: {}", problem.value))
    };
    table.problems.iter().map(line).collect()
}

fn read(table: &SourceTable, toml: &str) -> Reading {
    let mapping = Mapping::from_toml(toml).unwrap();
    crate::read(table, &mapping, jiff::civil::date(2026, 7, 1))
}

fn about_rows(reading: &Reading) -> Vec<(&'static str, String, String)> {
    let line = |problem: &Problem| {
        let rows = problem
            .row
            .map_or(problem.rows.to_string(), |row| row.to_string());
        let see = problem.see_row.map_or(String::new(), |row| format!(" see {row}"));
        (problem.code.name(), rows, format!("{}{see}", problem.value))
    };
    let of_rows = reading.problems().iter();
    let of_rows = of_rows.filter(|problem| problem.row.is_some() || !problem.rows.is_empty());
    of_rows.map(line).collect()
}

fn owned(lines: &[(&'static str, &str, &str)]) -> Vec<(&'static str, String, String)> {
    let line = |(code, rows, said): &(&'static str, &str, &str)| (*code, rows.to_string(), said.to_string());
    lines.iter().map(line).collect()
}

#[test]
fn hidden_rows_columns_and_merged_cells_are_said_and_stay_with_their_rows() {
    let empty = sheet_xml("", "", "");
    let table = open(&book(["visible"; 3], [&register_xml(), &empty, &empty])).unwrap();
    let said = [
        ("hidden-column", "Ghi chú: C"),
        ("merged-cells", "-: A2:A4, B8:C8"),
    ];
    assert_eq!(shown(&table), said.map(|(code, said)| (code, said.to_owned())));

    let reading = read(&table, PLAIN);
    let expected = [
        ("hidden-row", "3–4, 6, 9", ""),
        ("merged-cell", "3", "A2:A4 see 2"),
        ("received-missing", "3", ""),
        ("merged-cell", "4", "A2:A4 see 2"),
        ("received-missing", "4", ""),
        ("merged-cell", "8", "B8:C8"),
    ];
    assert_eq!(about_rows(&reading), owned(&expected));
    assert_eq!(reading.totals().problems["hidden-row"], 4);
    let flags: Vec<_> = reading
        .rows_as_read()
        .iter()
        .map(|r| (r.row, r.flags.clone()))
        .collect();
    let expected = [
        (2, vec![]),
        (6, vec![Code::HiddenRow]),
        (7, vec![]),
        (8, vec![Code::MergedCell]),
        (9, vec![Code::HiddenRow]),
    ];
    assert_eq!(flags, expected);

    // A row that is no case is not spoken of.
    let ignoring = format!("{PLAIN}[ignore]\nrows = [3, 4, 9]\n");
    let expected = [("hidden-row", "6", ""), ("merged-cell", "8", "B8:C8")];
    assert_eq!(about_rows(&read(&table, &ignoring)), owned(&expected));
}

#[test]
fn merged_cells_are_filled_downwards_only_when_the_mapping_says_so_and_with_a_flag() {
    let empty = sheet_xml("", "", "");
    let table = open(&book(["visible"; 3], [&register_xml(), &empty, &empty])).unwrap();
    let reading = read(&table, &format!("{PLAIN}[merged]\nfill_down = true\n"));
    let expected = [
        ("hidden-row", "3–4, 6, 9", ""),
        ("merged-cell-filled", "3", "2019-01-21 see 2"),
        ("merged-cell-filled", "4", "2019-01-21 see 2"),
        ("merged-cell", "8", "B8:C8"),
    ];
    assert_eq!(about_rows(&reading), owned(&expected));
    let record: &OldRecord = &reading.accepted().unwrap()[1];
    assert_eq!(
        (record.row, record.received_on.to_string().as_str()),
        (3, "2019-01-21")
    );
    assert_eq!(record.flags, [Code::HiddenRow, Code::MergedCellFilled]);
    assert_eq!(
        record.source[0],
        ("Nhận".to_owned(), String::new()),
        "the cell is kept as it stood"
    );
    let mapping = Mapping::from_toml(&format!("{PLAIN}[merged]\nfill_down = true\n")).unwrap();
    assert_eq!(Mapping::from_toml(&mapping.to_toml()).unwrap(), mapping);
}

#[test]
fn sheets_that_are_hidden_are_named_by_how_well() {
    let (one, register) = (
        sheet_xml("", r#"<row r="1"><c r="A1"><v>1</v></c></row>"#, ""),
        register_xml(),
    );
    let table = open(&book(
        ["hidden", "visible", "veryHidden"],
        [&one, &register, &one],
    ))
    .unwrap();
    assert_eq!(table.facts.sheet.as_deref(), Some("Trang 2"));
    let said = shown(&table);
    assert!(
        said.contains(&("hidden-sheet-left-out", "-: Trang 1".to_owned())),
        "{said:?}"
    );
    assert!(
        said.contains(&("very-hidden-sheet-left-out", "-: Trang 3".to_owned())),
        "{said:?}"
    );

    let how = Opening {
        sheet: Some("Trang 3".into()),
        ..Opening::default()
    };
    let told = SourceTable::open(
        &book(["visible", "hidden", "veryHidden"], [&one, &register, &one]),
        &how,
    );
    let said = shown(&told.unwrap());
    assert!(
        said.contains(&("sheet-left-out", "-: Trang 1".to_owned())),
        "{said:?}"
    );
    assert!(
        said.contains(&("hidden-sheet-left-out", "-: Trang 2".to_owned())),
        "{said:?}"
    );
    assert!(
        said.contains(&("hidden-sheet-read", "-: Trang 3".to_owned())),
        "{said:?}"
    );
}

#[test]
fn an_open_document_says_the_same() {
    let string = r#"office:value-type="string""#;
    let row = |attributes: &str, cells: &[String]| {
        format!(
            r#"<table:table-row {attributes}>{}</table:table-row>"#,
            cells.concat()
        )
    };
    let cell = |said: &str| ods_cell(string, said);
    let covered = || "<table:covered-table-cell/>".to_owned();
    let day = ods_cell(
        r#"office:value-type="date" office:date-value="2019-01-21" table:number-rows-spanned="2" table:number-columns-spanned="1""#,
        "21/01/19",
    );
    let table = [
        r#"<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>"#.to_owned(),
        row("", &[cell("Nhận"), cell("Nội dung"), cell("Ghi chú")]),
        row("", &[day, cell("Một"), cell("kín")]),
        row(r#"table:visibility="filter""#, &[covered(), cell("Hai")]),
        r#"<table:table-row-group table:display="false">"#.to_owned(),
        row(r#"table:number-rows-repeated="2""#, &[cell("2019-01-22"), cell("Ba")]),
        "</table:table-row-group>".to_owned(),
        row("", &[cell("2019-01-23"), cell("Bốn")]),
        row(r#"table:number-rows-repeated="1048570" table:visibility="collapse""#, &["<table:table-cell/>".to_owned()]),
    ];
    let table = open(&ods(&table.concat())).unwrap();
    let said = [("hidden-column", "Ghi chú: C"), ("merged-cells", "-: A2:A3")];
    assert_eq!(shown(&table), said.map(|(code, said)| (code, said.to_owned())));
    let reading = read(&table, "[columns]\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\n");
    let expected = [
        ("hidden-row", "3–5", ""),
        ("merged-cell", "3", "A2:A3 see 2"),
        ("received-missing", "3", ""),
        ("row-repeated", "5", " see 4"),
    ];
    assert_eq!(about_rows(&reading), owned(&expected));
}

#[test]
fn an_old_workbook_says_the_same() {
    let texts = ["Nhan", "Noi dung", "2019-01-21", "Mot", "Hai"].map(String::from);
    let words = |words: &[u16]| {
        words
            .iter()
            .flat_map(|word| word.to_le_bytes())
            .collect::<Vec<u8>>()
    };
    let records = [
        (0x007d, words(&[1, 1, 2048, 0, 1, 0])),
        (0x0208, words(&[2, 0, 2, 255, 0, 0, 0x0120, 0])),
        (0x0208, words(&[1, 0, 2, 255, 0, 0, 0x0100, 0])),
        shared_text(0, 0, 0),
        shared_text(0, 1, 1),
        shared_text(1, 0, 2),
        shared_text(1, 1, 3),
        shared_text(2, 1, 4),
        (0x00e5, words(&[1, 1, 2, 0, 0])),
    ];
    let table = open(&xls(&texts, &records)).unwrap();
    let said = [("hidden-column", "Noi dung: B"), ("merged-cells", "-: A2:A3")];
    assert_eq!(shown(&table), said.map(|(code, said)| (code, said.to_owned())));
    let reading = read(&table, "[columns]\nreceived = \"Nhan\"\nsummary = \"Noi dung\"\n");
    let expected = [
        ("hidden-row", "3", ""),
        ("merged-cell", "3", "A2:A3 see 2"),
        ("received-missing", "3", ""),
    ];
    assert_eq!(about_rows(&reading), owned(&expected));
}

/// The records of [MS-XLSB]: a kind, a length and that many bytes.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut record = match kind {
        0..0x80 => vec![kind as u8],
        _ => vec![(kind & 0x7f) as u8 | 0x80, (kind >> 7) as u8],
    };
    record.push(u8::try_from(data.len()).unwrap());
    assert!(data.len() < 0x80);
    record.extend(data);
    record
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let length = (units.len() as u32).to_le_bytes();
    length
        .into_iter()
        .chain(units.iter().flat_map(|unit| unit.to_le_bytes()))
        .collect()
}

#[test]
fn a_binary_workbook_says_the_same() {
    let numbers = |numbers: &[u32]| {
        numbers
            .iter()
            .flat_map(|one| one.to_le_bytes())
            .collect::<Vec<u8>>()
    };
    let row = |row: u32, flags: u8| {
        record(
            0,
            &[&numbers(&[row, 0])[..], &[0, 1, 0, flags, 0, 0, 0, 0, 0]].concat(),
        )
    };
    let cell = |column: u32, said: &str| record(6, &[numbers(&[column, 0]), wide(said)].concat());
    let sheet = [
        record(129, &[]),
        record(148, &numbers(&[0, 2, 0, 1])),
        record(390, &[]),
        record(60, &[&numbers(&[1, 1, 2048, 0])[..], &[1, 0]].concat()),
        record(391, &[]),
        record(145, &[]),
        row(0, 0),
        cell(0, "Nhận"),
        cell(1, "Nội dung"),
        row(1, 0),
        cell(0, "2019-01-21"),
        cell(1, "Một"),
        row(2, 0x10),
        cell(1, "Hai"),
        record(146, &[]),
        record(177, &numbers(&[1])),
        record(176, &numbers(&[1, 2, 0, 0])),
        record(178, &[]),
    ];
    let book = [
        record(143, &[]),
        record(156, &[numbers(&[0, 1]), wide("rId1"), wide("Sổ")].concat()),
        record(144, &[]),
        record(157, &[]),
    ];
    let relations = SHEET_RELATIONS.replace("sheet1.xml", "sheet1.bin");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("xl/workbook.bin", book.concat()),
        ("xl/_rels/workbook.bin.rels", relations.into_bytes()),
        ("xl/worksheets/sheet1.bin", sheet.concat()),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let table = open(&zip.finish().unwrap().into_inner()).unwrap();
    assert_eq!(table.facts.format, Format::Xlsb);
    let said = [("hidden-column", "Nội dung: B"), ("merged-cells", "-: A2:A3")];
    assert_eq!(shown(&table), said.map(|(code, said)| (code, said.to_owned())));
    let reading = read(&table, "[columns]\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\n");
    let expected = [
        ("hidden-row", "3", ""),
        ("merged-cell", "3", "A2:A3 see 2"),
        ("received-missing", "3", ""),
    ];
    assert_eq!(about_rows(&reading), owned(&expected));
}
