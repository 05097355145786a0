//! Registers, dossiers and printed forms read back: every head on every page, every file inside, the same words.

use std::process::Command;

use documents::dossier::Made;
use documents::register::{Kind, Register};
use documents::sample;
use documents::sheet::Cell;
use i18n::{Lang, Texts, texts};

use crate::naughty;
use crate::poppler::{self, Page, Pdf};

fn t() -> &'static Texts {
    texts(Lang::Vi)
}

fn words(page: &Page) -> String {
    let lines: Vec<&str> = page.lines.iter().map(|line| line.text.as_str()).collect();
    lines.join(" ")
}

fn assert_is_archival(pdf: &Pdf) {
    assert!(pdf.info.contains("Tagged:          yes"), "{}", pdf.info);
    assert!(!pdf.fonts.is_empty());
    for font in &pdf.fonts {
        assert!(font[0].contains("LiberationSerif"), "{font:?}");
        assert!(font.iter().any(|word| word == "yes"), "not embedded: {font:?}");
    }
}

/// The pages between the two covers and the closing page.
fn inner(pdf: &Pdf) -> &[Page] {
    &pdf.pages[2..pdf.pages.len() - 1]
}

#[test]
fn each_register_has_its_columns_on_every_page_and_ends_with_its_count() {
    if !poppler::is_there() {
        return;
    }
    for kind in Kind::ALL {
        let register = sample::register(t(), kind, 60);
        let pdf = poppler::read(&register.pdf().unwrap());
        assert_is_archival(&pdf);
        let all = pdf.pages.len();
        assert!(
            words(&pdf.pages[0]).contains(&kind.title(t()).to_uppercase()[..20]),
            "{kind:?}"
        );
        assert!(inner(&pdf).len() > 1, "{kind:?}");
        for (place, page) in inner(&pdf).iter().enumerate() {
            assert!((page.width - 841.89).abs() < 1.0, "{kind:?}: not landscape");
            let said = words(page);
            assert!(
                said.contains(&format!("Trang {}/{all}", place + 3)),
                "{kind:?}: {said}"
            );
            for column in 1..=register.columns.len() {
                assert!(
                    said.contains(&format!("({column})")),
                    "{kind:?}: column {column} on page {}",
                    place + 3
                );
            }
        }
        let last = words(pdf.pages.last().unwrap());
        assert!(
            last.contains("60 dòng") && last.contains("NGƯỜI GIỮ SỔ"),
            "{last}"
        );
    }
}

#[test]
fn the_statutory_columns_stand_in_the_order_of_the_decree() {
    let heads = |kind: Kind| -> Vec<String> { kind.columns(t()).into_iter().map(|it| it.title).collect() };
    assert_eq!(
        heads(Kind::Outgoing),
        [
            "Số, ký hiệu văn bản",
            "Ngày tháng văn bản",
            "Tên loại và trích yếu",
            "Người ký",
            "Nơi nhận văn bản",
            "Đơn vị, người nhận bản lưu",
            "Số lượng bản",
            "Ngày chuyển",
            "Ký nhận",
            "Ghi chú",
        ]
    );
    assert_eq!(
        heads(Kind::Incoming),
        [
            "Ngày đến",
            "Số đến",
            "Tác giả",
            "Số, ký hiệu văn bản",
            "Ngày tháng văn bản",
            "Tên loại và trích yếu",
            "Đơn vị hoặc người nhận",
            "Ngày chuyển",
            "Ký nhận",
            "Ghi chú",
        ]
    );
    assert_eq!(
        heads(Kind::Handling),
        [
            "Số đến",
            "Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản",
            "Đơn vị hoặc người nhận",
            "Thời hạn giải quyết",
            "Tiến độ giải quyết",
            "Số, ký hiệu văn bản trả lời",
            "Ghi chú",
        ]
    );
    assert_eq!(
        heads(Kind::Postal),
        [
            "Ngày chuyển",
            "Số, ký hiệu văn bản",
            "Nơi nhận văn bản",
            "Số lượng bì",
            "Ký nhận và dấu bưu điện",
            "Ghi chú",
        ]
    );
}

/// A register whose cells are as awkward as people write.
fn awkward(rows: u32) -> Register {
    let mut register = sample::register(t(), Kind::Cases, rows);
    let texts = [
        "Nguyễn Thị Hoàng Yến, đại diện Công ty trách nhiệm hữu hạn một thành viên Thương mại Dịch vụ Sông Cầu",
        "khongcokhoangtrangnaocaothethitudongxuongdongkhongtranraobenphai",
        "a\u{7}b\u{202E}c 😀",
        "",
        "Một\nHai\nBa",
    ];
    for (place, row) in register.rows.iter_mut().enumerate() {
        for (column, cell) in row.iter_mut().enumerate() {
            *cell = Cell::from(texts[(place + column) % texts.len()]);
        }
    }
    register
}

#[test]
fn rows_are_as_high_as_their_words_and_no_line_runs_into_the_next_row() {
    if !poppler::is_there() {
        return;
    }
    let register = awkward(30);
    let bytes = register.pdf().unwrap();
    assert!(bytes == register.pdf().unwrap(), "the same register, other bytes");
    let pdf = poppler::read(&bytes);
    for page in inner(&pdf) {
        // The rules between the rows, from above; what is written keeps between two of them.
        let mut rules: Vec<f64> = page.rules.iter().map(|rule| rule.top).collect();
        rules.sort_by(f64::total_cmp);
        rules.dedup_by(|a, b| (*a - *b).abs() < 0.5);
        assert!(rules.len() > 3, "no rules were found");
        for line in page.lines.iter().filter(|line| line.top > rules[0]) {
            let crossing = rules
                .iter()
                .find(|rule| line.top + 2.5 < **rule && **rule < line.bottom - 2.5);
            assert!(crossing.is_none(), "{:?} is crossed at {crossing:?}", line.text);
            assert!(
                line.bottom < page.height - 20.0,
                "{:?} leaves the page",
                line.text
            );
        }
    }
    let said: String = pdf.pages.iter().map(words).collect();
    assert!(said.contains("‹U+0007›") && said.contains("‹U+202E›"), "{said}");
}

fn listed(file: &std::path::Path) -> String {
    let output = Command::new("pdfdetach").arg("-list").arg(file).output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_dossier_carries_its_files_and_tells_how_each_requirement_stands() {
    if !poppler::is_there() {
        return;
    }
    let dossier = sample::dossier(t()).unwrap();
    let files = dossier.files.clone();
    let Made::Pdf(bytes) = dossier.clone().made().unwrap() else {
        panic!("its files are small");
    };
    let Made::Pdf(again) = dossier.made().unwrap() else {
        panic!("its files are small");
    };
    assert!(bytes == again, "the same dossier, other bytes");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dossier.pdf");
    std::fs::write(&path, &bytes).unwrap();
    let pdf = poppler::read_file(&path);
    assert_is_archival(&pdf);
    let said: String = pdf.pages.iter().map(|page| words(page) + " ").collect();
    for words in [
        "Có, làm muộn",
        "Đang phải làm",
        "Thiếu",
        "Không áp dụng",
        "Báo cáo tính độc lập",
    ] {
        assert!(said.contains(words), "{words} is not said");
    }
    let list = listed(&path);
    for (place, file) in files.iter().enumerate() {
        assert!(list.contains(&file.name), "{list}");
        let out = folder.path().join("out");
        let number = (place + 1).to_string();
        let done = Command::new("pdfdetach")
            .args(["-save", &number, "-o"])
            .arg(&out)
            .arg(&path)
            .status();
        assert!(done.unwrap().success());
        let inside = std::fs::read(&out).unwrap();
        assert!(
            files.iter().any(|file| file.bytes == inside),
            "{number} is none of ours"
        );
    }
}

#[test]
fn the_parts_of_a_dossier_are_its_bookmarks() {
    if !poppler::is_there() {
        return;
    }
    let Made::Pdf(bytes) = sample::dossier(t()).unwrap().made().unwrap() else {
        panic!("its files are small");
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dossier.pdf");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new("pdftohtml")
        .args(["-xml", "-stdout", "-i"])
        .arg(&path)
        .output()
        .unwrap();
    let xml = String::from_utf8_lossy(&output.stdout).into_owned();
    let (_, outline) = xml.split_once("<outline>").expect("the file has bookmarks");
    for part in [
        t().dossier_checklist(),
        t().dossier_independence(),
        t().dossier_limits(),
        t().dossier_history(),
        t().dossier_files(),
    ] {
        assert!(outline.contains(part), "{part} is no bookmark");
    }
}

#[test]
fn the_form_of_the_counter_fits_on_a_page_and_a_sheet_shows_its_number_as_a_code() {
    if !poppler::is_there() {
        return;
    }
    let form = poppler::read(&sample::complaint_form(t()).pdf().unwrap());
    assert_is_archival(&form);
    assert_eq!(form.pages.len(), 1);
    let sheet = sample::follow_up(t()).pdf().unwrap();
    let read = poppler::read(&sheet);
    assert!(words(&read.pages[0]).contains("2026-0007"));
}

#[test]
fn naughty_strings_in_every_field_give_a_paper_and_never_a_panic() {
    let Some(strings) = naughty::list() else { return };
    let mut register = sample::register(t(), Kind::Outgoing, 1);
    let columns = register.columns.len();
    register.rows = strings
        .iter()
        .map(|text| vec![Cell::from(text.as_str()); columns])
        .collect();
    register.numbers = Some((strings[0].clone(), strings[1].clone()));
    register.pdf().unwrap();

    let mut dossier = sample::dossier(t()).unwrap();
    let line = dossier.history[0].clone();
    let history = strings.iter().map(|text| documents::dossier::Line {
        who: text.clone(),
        what: text.clone(),
        said: vec![text.clone()],
        ..line.clone()
    });
    dossier.history = history.collect();
    dossier.facts = strings.iter().map(|text| (text.clone(), text.clone())).collect();
    dossier.made().unwrap();

    let mut form = sample::complaint_form(t());
    form.number = None;
    form.sections[0].rows = strings
        .iter()
        .map(|text| documents::print_form::Row::Said {
            label: text.clone(),
            says: text.clone(),
        })
        .collect();
    form.pdf().unwrap();
}
