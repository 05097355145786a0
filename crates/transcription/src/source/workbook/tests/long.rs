//! A long sheet in pieces says what it says as a whole.

use std::fmt::Write as _;

use super::*;
use crate::source::Pages;
use crate::survey;

const ROWS: u32 = 9_000;

/// A register of several pieces, with rows hidden and merged where one piece ends and the next begins.
fn long_register() -> String {
    let mut rows = String::new();
    let mut add = |number: u32, attributes: &str, cells: &[(&str, &str)]| {
        write!(rows, r#"<row r="{number}" {attributes}>"#).unwrap();
        for (column, said) in cells {
            rows.push_str(&text(&format!("{column}{number}"), said));
        }
        rows.push_str("</row>");
    };
    add(1, "", &[("A", "Ngày nhận"), ("B", "Số"), ("C", "Nội dung")]);
    for number in 2..=ROWS {
        let hidden = if (4_000..=4_200).contains(&number) {
            r#"hidden="1""#
        } else {
            ""
        };
        let (label, note) = (format!("KN-{number}"), format!("Ghi thêm {number}"));
        let mut cells = vec![("A", "21/03/2019"), ("B", label.as_str()), ("C", "Chờ lâu")];
        if (4_090..4_100).contains(&number) {
            cells.remove(0);
        }
        if number > 8_990 {
            cells.push(("E", &note));
        }
        add(number, hidden, &cells);
    }
    rows
}

fn written(name: &str, rows: &str) -> (std::path::PathBuf, Vec<u8>) {
    let merged = r#"<mergeCells><mergeCell ref="A4089:A4099"/></mergeCells>"#;
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{merged}</worksheet>"#
    );
    let book = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sổ" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let bytes = zipped(&[
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", SHEET_RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &sheet),
    ]);
    let path = std::env::temp_dir().join(format!("phucdap-long-{}-{name}", std::process::id()));
    std::fs::write(&path, &bytes).expect("the temporary directory can be written");
    (path, bytes)
}

#[test]
fn a_long_sheet_in_pieces_says_what_it_says_as_a_whole() {
    let (path, bytes) = written("whole", &long_register());
    let whole = SourceTable::open(&bytes, &Opening::default()).unwrap();
    let mut pages = Pages::open(&path, &Opening::default()).unwrap();
    let (mut tables, mut rows) = (Vec::new(), Vec::new());
    while let Some(mut table) = pages.next_piece().unwrap() {
        rows.append(&mut table.rows);
        tables.push(table);
    }
    assert_eq!(tables.len(), 3);
    assert_eq!(whole.headers, ["Ngày nhận", "Số", "Nội dung", "[D]", "[E]"]);
    assert!(tables.iter().all(|table| table.headers == whole.headers));
    assert!(rows == whole.rows);

    let today = jiff::civil::date(2026, 7, 1);
    let reading = crate::transcribe(&bytes, None, today).unwrap().reading;
    let mut told = Vec::new();
    let seen = survey(&path, None, today, &mut |done| told.push(done)).unwrap();
    let mut problems = seen.problems.clone();
    problems.sort_by_key(|problem| problem.row);
    let mut expected = reading.problems().to_vec();
    expected.sort_by_key(|problem| {
        (
            problem.row,
            problem.code != Code::MergedCells,
            problem.code == Code::HiddenRow,
        )
    });
    problems.sort_by_key(|problem| {
        (
            problem.row,
            problem.code != Code::MergedCells,
            problem.code == Code::HiddenRow,
        )
    });
    assert_eq!(problems, expected);
    assert_eq!(&seen.totals, reading.totals());
    let hidden = problems
        .iter()
        .find(|problem| problem.code == Code::HiddenRow)
        .unwrap();
    assert_eq!(
        (hidden.rows.to_string().as_str(), hidden.count),
        ("4000–4200", 201)
    );
    let merged = problems.iter().filter(|problem| problem.code == Code::MergedCell);
    assert_eq!(
        merged.map(|problem| problem.see_row).collect::<Vec<_>>(),
        [Some(4_089); 10]
    );
    assert!(told.is_sorted());
    assert_eq!(told.last(), Some(&(ROWS as usize - 1)));
    std::fs::remove_file(path).unwrap();
}

#[test]
fn filling_down_goes_on_from_one_piece_to_the_next() {
    let (path, _) = written("fill", &long_register());
    let toml = "[columns]\nreceived = \"Ngày nhận\"\nsummary = \"Nội dung\"\n[merged]\nfill_down = true\n";
    let mapping = crate::Mapping::from_toml(toml).unwrap();
    let seen = survey(&path, Some(&mapping), jiff::civil::date(2026, 7, 1), &mut |_| {}).unwrap();
    assert_eq!(
        (seen.totals.errors, seen.totals.rows_read),
        (0, ROWS as usize - 1)
    );
    assert_eq!(seen.totals.problems["merged-cell-filled"], 10);
    std::fs::remove_file(path).unwrap();
}

#[test]
fn whoever_stops_reading_a_long_sheet_stops_its_thread_and_disorder_is_refused() {
    let mut rows = long_register();
    let (path, _) = written("stop", &rows);
    let mut pages = Pages::open(&path, &Opening::default()).unwrap();
    assert!(pages.next_piece().unwrap().is_some());
    drop(pages);
    std::fs::remove_file(path).unwrap();

    rows.push_str(r#"<row r="7"><c r="A7"><v>1</v></c></row>"#);
    let (path, _) = written("disorder", &rows);
    let mut pages = Pages::open(&path, &Opening::default()).unwrap();
    let mut read = || -> Result<(), Refused> {
        while pages.next_piece()?.is_some() {}
        Ok(())
    };
    assert!(matches!(read(), Err(Refused::Damaged { .. })));
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_row_without_end_is_refused_before_it_is_parsed() {
    let endless = "x".repeat(3 << 20);
    let cut_up = "<c><v>x</v></c>".repeat(200_000);
    for row in [&text("A1", &endless), &cut_up, &format!("<!--{endless}-->")] {
        let (path, bytes) = written("endless", &format!("<row>{row}</row>"));
        assert!(refused_for(&bytes, Size::TextBytes));
        let mut pages = Pages::open(&path, &Opening::default()).unwrap();
        let refused = pages.next_piece().unwrap_err();
        assert!(matches!(
            refused,
            Refused::TooLarge {
                what: Size::TextBytes,
                ..
            }
        ));
        std::fs::remove_file(path).unwrap();
    }
}
