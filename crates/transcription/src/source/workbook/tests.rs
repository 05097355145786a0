//! Workbooks made by hand, honest ones and malicious ones.

mod concealed;
mod long;

use std::io::Write;

use zip::write::{SimpleFileOptions, ZipWriter};

use super::super::{Opening, SourceTable};
use super::*;
use crate::refused::Size;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const SHEET_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet3.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;

/// A workbook of three sheets: "Bìa" is empty, "Sổ 2019" has these rows, "Sổ 2020" has one cell.
fn xlsx(book_properties: &str, rows: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{book_properties}<sheets><sheet name="Bìa" sheetId="1" r:id="rId1"/><sheet name="Sổ 2019" sheetId="2" r:id="rId2"/><sheet name="Sổ 2020" sheetId="3" r:id="rId3"/></sheets></workbook>"#
    );
    let sheet = |rows: &str| {
        format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        )
    };
    let (first, second) = (sheet(""), sheet(rows));
    let third = sheet(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#);
    let mut parts = vec![
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", SHEET_RELATIONS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &first),
        ("xl/worksheets/sheet2.xml", &second),
        ("xl/worksheets/sheet3.xml", &third),
    ];
    parts.extend_from_slice(more);
    zipped(&parts)
}

fn text(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn register() -> String {
    [
        r#"<row r="1">"#,
        &text("B1", "SỔ TIẾP NHẬN"),
        r#"</row><row r="3">"#,
        &text("A3", "Ngày nhận"),
        &text("B3", "Nội dung"),
        r#"</row><row r="4"><c r="A4" s="1"><v>43486</v></c>"#,
        &text("B4", "Chờ lâu"),
        r#"<c r="D4"><v>0.1</v></c></row><row r="6"><c r="A6" s="1"><v>43486.5625</v></c>"#,
        r#"<c r="B6" t="b"><v>1</v></c></row><row r="7"><c r="A7"><v>43486</v></c><c r="B7" t="e"><v>#N/A</v></c></row>"#,
    ]
    .concat()
}

fn open(bytes: &[u8]) -> Result<SourceTable, Refused> {
    SourceTable::open(bytes, &Opening::default())
}

fn refused_for(bytes: &[u8], what: Size) -> bool {
    matches!(open(bytes), Err(Refused::TooLarge { what: found, .. }) if found == what)
}

#[test]
fn the_first_sheet_that_holds_something_is_read_and_the_others_are_named() {
    let table = open(&xlsx("", &register(), &[])).unwrap();
    assert_eq!(table.facts.sheet.as_deref(), Some("Sổ 2019"));
    assert_eq!(table.headers, ["Ngày nhận", "Nội dung", "[C]", "[D]"]);
    assert_eq!((table.facts.header_row, table.facts.blank_rows), (3, 2));
    let left_out: Vec<_> = table
        .problems
        .iter()
        .map(|p| (p.code.name(), p.value.as_str()))
        .collect();
    assert_eq!(
        left_out,
        [("sheet-left-out", "Sổ 2020"), ("unnamed-column", "0.1")]
    );

    let told = Opening {
        sheet: Some("Sổ 2020".into()),
        ..Opening::default()
    };
    let other = SourceTable::open(&xlsx("", &register(), &[]), &told).unwrap();
    assert_eq!((other.headers, other.rows), (vec!["1".to_owned()], vec![]));
    let missing = Opening {
        sheet: Some("Sổ 2021".into()),
        ..Opening::default()
    };
    assert_eq!(
        SourceTable::open(&xlsx("", &register(), &[]), &missing),
        Err(Refused::NoSuchSheet {
            sheet: "Sổ 2021".into(),
            sheets: vec!["Bìa".into(), "Sổ 2019".into(), "Sổ 2020".into()],
        })
    );
}

#[test]
fn dates_are_written_out_year_first_and_numbers_stay_numbers() {
    let table = open(&xlsx("", &register(), &[])).unwrap();
    let first: Vec<_> = table
        .rows
        .iter()
        .map(|row| (row.number, row.text(0), row.cells[0].form, row.text(1)))
        .collect();
    assert_eq!(
        first,
        [
            (4, "2019-01-21", Form::Date, "Chờ lâu"),
            (6, "2019-01-21T13:30:00", Form::Date, "TRUE"),
            (7, "43486", Form::Number, "#N/A"),
        ]
    );
    assert_eq!(table.rows[2].cells[1].form, Form::Error);
    assert_eq!(table.facts.dates_written_out, 2);
}

#[test]
fn the_epoch_of_1904_moves_dates_and_bare_numbers_alike() {
    let book = xlsx(r#"<workbookPr date1904="1"/>"#, &register(), &[]);
    let table = open(&book).unwrap();
    assert_eq!(table.facts.epoch, Some(Epoch::Of1904));
    assert_eq!(table.rows[0].text(0), "2023-01-22");
    let toml = "[columns]\nreceived = \"Ngày nhận\"\nsummary = \"Nội dung\"\n";
    let mapping = crate::Mapping::from_toml(toml).unwrap();
    let reading = crate::read(&table, &mapping, jiff::civil::date(2026, 7, 1));
    let days: Vec<_> = reading
        .accepted()
        .unwrap()
        .iter()
        .map(|r| r.received_on.to_string())
        .collect();
    assert_eq!(days, ["2023-01-22"; 3]);
    assert_eq!(reading.totals().problems["serial-date"], 1);
    assert_eq!(reading.totals().problems["spreadsheet-error"], 1);
}

#[test]
fn a_workbook_made_to_fill_the_memory_is_refused() {
    let boast = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="99999999999"><si><t>a</t></si></sst>"#;
    let boasting = xlsx("", &register(), &[("xl/sharedStrings.xml", boast)]);
    assert!(matches!(open(&boasting), Err(Refused::Damaged { .. })));

    let far = format!(r#"<row r="1048576">{}</row>"#, text("XFD1048576", "x"));
    assert!(refused_for(&xlsx("", &far, &[]), Size::Columns));

    let small = Opening {
        limits: Limits {
            unpacked_bytes: 100_000,
            ..Limits::default()
        },
        ..Opening::default()
    };
    let blanks = " ".repeat(200_000);
    let swelling = xlsx("", &register(), &[("xl/media/image1.png", &blanks)]);
    assert!(swelling.len() < 10_000);
    assert_eq!(
        SourceTable::open(&swelling, &small),
        Err(Refused::TooLarge {
            what: Size::UnpackedBytes,
            limit: 100_000
        })
    );
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Sổ">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

fn ods_cell(attributes: &str, text: &str) -> String {
    format!(r#"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"#)
}

#[test]
fn an_open_document_is_read_with_its_dates() {
    let string = r#"office:value-type="string""#;
    let table = format!(
        r#"<table:table-row>{}{}</table:table-row><table:table-row table:number-rows-repeated="2">{}{}</table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
        ods_cell(string, "Ngày nhận"),
        ods_cell(string, "Nội dung"),
        ods_cell(
            r#"office:value-type="date" office:date-value="2019-01-21""#,
            "21/01/19"
        ),
        ods_cell(string, "Chờ<text:s text:c=\"2\"/>lâu"),
    );
    let table = open(&ods(&table)).unwrap();
    assert_eq!(table.headers, ["Ngày nhận", "Nội dung"]);
    let rows: Vec<_> = table.rows.iter().map(|row| (row.text(0), row.text(1))).collect();
    assert_eq!(rows, [("2019-01-21", "Chờ  lâu"); 2]);
}

#[test]
fn an_open_document_that_repeats_itself_without_end_is_refused() {
    let string = r#"office:value-type="string""#;
    let rows = |times: u64, cell: &str| {
        format!(r#"<table:table-row table:number-rows-repeated="{times}">{cell}</table:table-row>"#)
    };
    let wide = ods_cell(&format!(r#"{string} table:number-columns-repeated="16384""#), "x");
    assert!(refused_for(&ods(&rows(1_000_000, &wide)), Size::Cells));
    let blanks = ods_cell(string, r#"<text:s text:c="4000000000"/>"#);
    assert!(refused_for(&ods(&rows(1, &blanks)), Size::TextBytes));
    let long = ods_cell(string, &"x".repeat(1000));
    assert!(refused_for(&ods(&rows(1_000_000, &long)), Size::TextBytes));
    let after_a_gap = format!(
        "{}{}{}",
        rows(
            1,
            &ods_cell(&format!(r#"{string} table:number-columns-repeated="500""#), "x")
        ),
        rows(1_000_000, "<table:table-cell/>"),
        rows(1, &ods_cell(string, "x")),
    );
    assert!(refused_for(&ods(&after_a_gap), Size::Cells));
}

#[test]
fn an_open_document_that_breaks_off_is_refused() {
    for table in [
        "</table:table><table:table table:name=\"Trang 2\">",
        "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation></table:table-cell></table:table-row>",
    ] {
        let whole = ods(table);
        let mut archive = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
        let mut content = String::new();
        std::io::Read::read_to_string(&mut archive.by_name("content.xml").unwrap(), &mut content).unwrap();
        let (cut_off, _) = content.rsplit_once("</table:table>").unwrap();
        let cut_off = zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest:manifest/>"),
            ("content.xml", cut_off),
        ]);
        assert!(matches!(open(&cut_off), Err(Refused::Damaged { .. })), "{table}");
    }
}

/// A stream of [MS-XLS] with one sheet, in its container.
fn xls(texts: &[String], sheet_records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record =
        |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let begin = |what: u16| {
        record(
            0x0809,
            &[&0x0600_u16.to_le_bytes()[..], &what.to_le_bytes(), &[0; 12]].concat(),
        )
    };
    let mut shared = vec![0; 8];
    for text in texts {
        shared.extend((text.len() as u16).to_le_bytes());
        shared.push(0);
        shared.extend(text.as_bytes());
    }
    let shared = record(0x00fc, &shared);
    let end = record(0x000a, &[]);
    let head = begin(0x0005);
    let position = head.len() + 4 + 10 + shared.len() + end.len();
    let bound = record(
        0x0085,
        &[&(position as u32).to_le_bytes()[..], &[0, 0, 2, 0], b"So"].concat(),
    );
    assert_eq!(bound.len(), 14);
    let mut stream = [head, bound, shared, end.clone(), begin(0x0010)].concat();
    for (kind, data) in sheet_records {
        stream.extend(record(*kind, data));
    }
    stream.extend(end);
    stream.resize(stream.len().max(5000), 0);
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container
        .create_stream("Workbook")
        .unwrap()
        .write_all(&stream)
        .unwrap();
    container.flush().unwrap();
    container.into_inner().into_inner()
}

fn shared_text(row: u16, column: u16, index: u32) -> (u16, Vec<u8>) {
    let place = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
    (0x00fd, [&place[..], &index.to_le_bytes()].concat())
}

#[test]
fn an_old_workbook_is_read_whatever_size_it_claims() {
    let texts = ["Nhan", "Noi dung", "2019-01-21", "Cho lau"].map(String::from);
    let claim = (
        0x0200,
        [
            &0_u32.to_le_bytes()[..],
            &u32::MAX.to_le_bytes(),
            &[0, 0, 255, 0, 0, 0],
        ]
        .concat(),
    );
    let cells = [
        shared_text(0, 0, 0),
        shared_text(0, 1, 1),
        shared_text(1, 0, 2),
        shared_text(1, 1, 3),
    ];
    let records: Vec<_> = std::iter::once(claim).chain(cells).collect();
    let table = open(&xls(&texts, &records)).unwrap();
    assert_eq!(table.facts.format, Format::Xls);
    assert_eq!(table.headers, ["Nhan", "Noi dung"]);
    assert_eq!(
        (table.rows[0].text(0), table.rows[0].text(1)),
        ("2019-01-21", "Cho lau")
    );
}

#[test]
fn an_old_workbook_made_to_fill_the_memory_is_refused() {
    let texts = ["x".repeat(8000)];
    let corners = [shared_text(0, 0, 0), shared_text(65_535, 255, 0)];
    assert!(refused_for(&xls(&texts, &corners), Size::Cells));
    let everywhere: Vec<_> = (0..60_000).map(|row| shared_text(row, 0, 0)).collect();
    assert!(refused_for(&xls(&texts, &everywhere), Size::TextBytes));
    let nowhere = [shared_text(0, 0, 7)];
    assert!(matches!(
        open(&xls(&texts, &nowhere)),
        Err(Refused::Damaged { .. })
    ));
}

#[test]
fn a_container_without_a_workbook_is_no_table() {
    let document = zipped(&[("_rels/.rels", RELATIONS), ("word/document.xml", "<w:document/>")]);
    assert_eq!(open(&document), Err(Refused::NotATable));
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container
        .create_stream("WordDocument")
        .unwrap()
        .write_all(b"x")
        .unwrap();
    container.flush().unwrap();
    let bytes = container.into_inner().into_inner();
    assert_eq!(open(&bytes), Err(Refused::NotATable));
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container
        .create_stream("EncryptedPackage")
        .unwrap()
        .write_all(b"x")
        .unwrap();
    container.flush().unwrap();
    let bytes = container.into_inner().into_inner();
    assert_eq!(open(&bytes), Err(Refused::PasswordProtected));
}
