//! Every sample opened by programs that are not ours: qpdf, python-docx, openpyxl and LibreOffice, none of which may object.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use documents::register::Kind;
use documents::sample;
use documents::sheet::{Book, Cell};
use i18n::{Lang, texts};
use jiff::civil::date;

/// Debian's own interpreter first: the packages that read workbooks and Word files belong to it.
const INTERPRETERS: [&str; 2] = ["/usr/bin/python3", "python3"];

/// Nothing where the program is not installed, which is said; where everything is to be checked it must be there.
fn answer(program: &str, arguments: &[&str]) -> Option<Output> {
    if let Ok(output) = Command::new(program).args(arguments).output()
        && output.status.success()
    {
        return Some(output);
    }
    let says = format!("{program} {} does not run", arguments.join(" "));
    assert!(std::env::var_os("CI").is_none(), "{says}");
    eprintln!("skipped: {says}");
    None
}

fn python(modules: &str) -> Option<&'static str> {
    let check = format!("import {modules}");
    let mut known = INTERPRETERS.into_iter();
    let runs = |program: &&str| {
        let done = Command::new(program).args(["-c", &check]).output();
        done.is_ok_and(|output| output.status.success())
    };
    if let Some(found) = known.find(runs) {
        return Some(found);
    }
    answer("/usr/bin/python3", &["-c", &check]).map(|_| "/usr/bin/python3")
}

fn written(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for file in sample::all(Lang::Vi).unwrap() {
        if file.name.ends_with(ending) {
            let path = folder.join(&file.name);
            std::fs::write(&path, file.bytes).unwrap();
            paths.push(path);
        }
    }
    assert!(!paths.is_empty());
    paths
}

fn ran(program: &str, script: &str, paths: &[PathBuf]) {
    let output = Command::new(program)
        .args(["-c", script])
        .args(paths)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[test]
fn qpdf_finds_nothing_wrong_with_any_paper() {
    if answer("qpdf", &["--version"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for path in written(folder.path(), ".pdf") {
        let output = Command::new("qpdf").arg("--check").arg(&path).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains("No syntax or stream encoding errors"),
            "{}: {said}",
            path.display()
        );
    }
}

#[test]
fn python_docx_reads_every_word_file_with_its_styles() {
    let Some(python) = python("docx") else { return };
    let folder = tempfile::tempdir().unwrap();
    let script = "
import docx, sys
for path in sys.argv[1:]:
    document = docx.Document(path)
    assert document.tables, path
    assert document.paragraphs[-1].style.name, path
    names = {style.name for style in document.styles}
    assert any('Nội dung' in name for name in names), (path, names)
";
    ran(python, script, &written(folder.path(), ".docx"));
}

fn workbook(folder: &Path) -> PathBuf {
    let t = texts(Lang::Vi);
    let mut book = Book::new();
    let columns = Kind::Outgoing.columns(t);
    let mut sheet = book.sheet("Sổ", Kind::Outgoing.title(t), &columns).unwrap();
    for place in 0..20_i64 {
        let mut row = vec![Cell::Empty; columns.len()];
        row[0] = Cell::from("=1+1");
        row[1] = Cell::Date(date(2026, 2, 4));
        row[2] = Cell::from("Trả lời khiếu nại");
        row[6] = Cell::from(place);
        sheet.row(&row).unwrap();
    }
    sheet.end().unwrap();
    let path = folder.join("so.xlsx");
    book.save(&path).unwrap();
    path
}

#[test]
fn openpyxl_finds_real_days_a_frozen_head_filters_and_the_set_up_for_print() {
    let Some(python) = python("openpyxl") else { return };
    let folder = tempfile::tempdir().unwrap();
    let script = "
import datetime, openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
assert sheet['B4'].value == datetime.datetime(2026, 2, 4), sheet['B4'].value
assert sheet['B4'].is_date
assert sheet['A4'].value == '=1+1' and sheet['A4'].data_type in ('s', 'inlineStr'), sheet['A4'].data_type
assert sheet['G5'].value == 1
assert sheet.freeze_panes == 'B4', sheet.freeze_panes
assert sheet.auto_filter.ref == 'A3:J23', sheet.auto_filter.ref
assert sheet.print_title_rows == '$3:$3', sheet.print_title_rows
assert sheet.page_setup.orientation == 'landscape' and sheet.page_setup.paperSize == 9
";
    ran(python, script, &[workbook(folder.path())]);
}

#[test]
fn libreoffice_opens_the_workbook() {
    if answer("soffice", &["--version"]).is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = workbook(folder.path());
    let home = format!(
        "-env:UserInstallation=file://{}",
        folder.path().join("home").display()
    );
    let output = Command::new("soffice")
        .args([
            &home,
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76",
            "--outdir",
        ])
        .arg(folder.path())
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let csv = std::fs::read_to_string(folder.path().join("so.csv")).unwrap();
    assert!(
        csv.contains("Trả lời khiếu nại") && csv.contains("04/02/2026") && csv.contains("=1+1"),
        "{csv}"
    );
}
