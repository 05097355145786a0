//! The report of a year read back: its parts in order, a description for each plot, and every case in the annexes.

use documents::paper::{Field, PaperError, Stage};
use documents::sample::year::{empty, full};
use documents::year::{Report, Value, exhibits};
use i18n::{Lang, texts};

use crate::poppler::{self, Pdf};

fn read(report: &Report) -> (Vec<u8>, Pdf) {
    let bytes = report.pdf().unwrap();
    let pdf = poppler::read(&bytes);
    (bytes, pdf)
}

fn text_of(pdf: &Pdf) -> String {
    let lines = pdf.pages.iter().flat_map(|page| &page.lines);
    lines.map(|line| format!("{}\n", line.text)).collect()
}

/// The words of the structure tree in place of pictures.
fn descriptions(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let told = text
        .split("/Alt<")
        .skip(1)
        .filter_map(|rest| rest.split('>').next());
    told.map(|hex| {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        let units = digits
            .chunks(4)
            .map(|four| u16::from_str_radix(std::str::from_utf8(four).unwrap(), 16).unwrap());
        String::from_utf16(&units.collect::<Vec<_>>())
            .unwrap()
            .trim_start_matches('\u{FEFF}')
            .to_owned()
    })
    .collect()
}

#[test]
fn the_parts_stand_in_their_order_and_are_searchable() {
    if !poppler::is_there() {
        return;
    }
    for lang in [Lang::Vi, Lang::En] {
        let t = texts(lang);
        let (_, pdf) = read(&full(t));
        assert!(pdf.info.contains("Tagged:          yes"), "{}", pdf.info);
        assert!(
            pdf.info.contains(&t.report_subject(2025)),
            "the file says what it is: {}",
            pdf.info
        );
        assert!(!pdf.fonts.is_empty());
        for font in &pdf.fonts {
            assert!(font[0].contains("LiberationSerif"), "{font:?}");
            assert!(
                font.iter().filter(|word| *word == "yes").count() == 3,
                "embedded: {font:?}"
            );
        }
        let text = text_of(&pdf);
        let titles = [
            t.report_part_figures(),
            t.report_part_received(),
            t.report_part_time(),
            t.report_part_outcome(),
            t.report_part_actions(),
            t.report_part_open(),
            t.report_part_later(),
            t.report_part_made(),
        ];
        let mut after = 0;
        for (number, title) in (1..).zip(titles) {
            let heading = t.report_section(number, title);
            let found = text[after..].find(&heading);
            after += found.unwrap_or_else(|| panic!("{heading} after {after} of\n{text}"));
        }
        for number in ["I", "II", "III"] {
            let heading = t.report_annex(number);
            let found = text[after..].find(&heading);
            after += found.unwrap_or_else(|| panic!("{heading} is missing"));
        }
    }
}

#[test]
fn every_plot_is_described_in_the_structure_and_lettered_as_text() {
    if !poppler::is_there() {
        return;
    }
    let t = texts(Lang::Vi);
    let report = full(t);
    let plots: Vec<String> = exhibits(t, &report.figures)
        .into_iter()
        .filter_map(|exhibit| exhibit.plot)
        .map(|plot| format!("{}. {}", plot.title, plot.described))
        .collect();
    let (bytes, pdf) = read(&report);
    assert_eq!(plots.len(), 11);
    assert_eq!(descriptions(&bytes), plots);
    let text = text_of(&pdf);
    for words in [
        "Từ 30 ngày trở xuống",
        "Tỷ lệ luỹ kế",
        "Năm 2023",
        "Số ngày từ khi nhận đến khi trả lời",
    ] {
        assert!(text.contains(words), "{words} is drawn as letters");
    }
    for (number, plot) in (1..).zip(
        exhibits(t, &report.figures)
            .iter()
            .filter_map(|it| it.plot.as_ref()),
    ) {
        assert!(
            text.contains(&t.report_plot_number(number, &plot.title)),
            "{}",
            plot.title
        );
    }
}

#[test]
fn the_annex_lists_every_case_across_the_page() {
    if !poppler::is_there() {
        return;
    }
    let report = full(texts(Lang::Vi));
    let (_, pdf) = read(&report);
    let across: Vec<_> = pdf.pages.iter().filter(|page| page.width > page.height).collect();
    assert!(!across.is_empty());
    let lines: Vec<&str> = across
        .iter()
        .flat_map(|page| page.lines.iter().map(|line| line.text.as_str()))
        .collect();
    for line in report.cases.iter().chain(&report.carried) {
        let listed = lines.iter().any(|text| text.starts_with(&line.number));
        assert!(listed, "{} is not in the list", line.number);
    }
    for action in &report.actions {
        assert!(
            lines.iter().any(|text| text.contains(&action.number)),
            "{}",
            action.number
        );
    }
    for page in across {
        for line in &page.lines {
            assert!(
                line.left > 0.0 && line.right < page.width,
                "{line:?} leaves the page"
            );
        }
    }
}

#[test]
fn a_year_without_a_case_is_reported_without_plots_and_as_a_draft() {
    if !poppler::is_there() {
        return;
    }
    let t = texts(Lang::Vi);
    let report = empty(t);
    assert!(
        exhibits(t, &report.figures)
            .iter()
            .all(|exhibit| exhibit.plot.is_none())
    );
    let (bytes, pdf) = read(&report);
    assert!(descriptions(&bytes).is_empty());
    let text = text_of(&pdf);
    assert!(
        text.contains("Trong năm không có vụ việc nào được ghi vào Sổ."),
        "{text}"
    );
    assert!(text.contains(t.report_no_plot()) && text.contains(t.report_no_rows()));
    for page in &pdf.pages {
        assert!(
            page.lines.iter().any(|line| line.text == "DỰ THẢO"),
            "every page says that it is a draft"
        );
    }
    let received = Report {
        stage: Stage::Signed { on: report.as_of },
        ..report
    };
    let (_, pdf) = read(&received);
    assert!(!text_of(&pdf).contains("DỰ THẢO"));
}

#[test]
fn what_was_not_kept_is_not_told() {
    let t = texts(Lang::Vi);
    let mut report = full(t);
    report.figures.measures = None;
    let shown = exhibits(t, &report.figures);
    assert!(
        shown
            .iter()
            .all(|exhibit| !["days", "cause", "effect", "age"].contains(&exhibit.key))
    );
    assert_eq!(shown[0].notes, [t.report_not_measured()]);
    assert!(report.pdf().is_ok());
}

#[test]
fn what_cannot_be_printed_stands_as_its_code_and_never_keeps_the_year_from_being_reported() {
    if !poppler::is_there() {
        return;
    }
    let t = texts(Lang::Vi);
    let mut report = full(t);
    report.figures.units[0].words = "Phòng 漢".to_owned();
    report.cases[0].content = "Chậm quá \u{1F600}".to_owned();
    report.hands[0].remarks = "Một\nhai \u{7}".to_owned();
    let (bytes, pdf) = read(&report);
    let text = text_of(&pdf);
    for code in ["‹U+6F22›", "‹U+1F600›", "Một hai ‹U+0007›"] {
        assert!(text.contains(code), "{code}");
    }
    assert!(descriptions(&bytes).iter().any(|told| told.contains("‹U+6F22›")));
    report.house.name = "Trung tâm 漢".to_owned();
    let expected = PaperError::Character {
        field: Field::Organisation,
        character: '漢',
    };
    assert_eq!(
        report.pdf().unwrap_err(),
        expected,
        "what can be put right is named"
    );
}

#[test]
fn long_names_stay_on_the_page() {
    if !poppler::is_there() {
        return;
    }
    let t = texts(Lang::Vi);
    let mut report = full(t);
    report.cases[0].complainant = "Côngtytráchnhiệmhữuhạnmộtthànhviên".repeat(3);
    report.cases[1].content = "Kết quả thử nghiệm gửi chậm ".repeat(30);
    report.figures.units[0].words = "Phòng Chứng nhận sản phẩm, hệ thống và dịch vụ ".repeat(5);
    let (_, pdf) = read(&report);
    for page in &pdf.pages {
        for line in &page.lines {
            assert!(
                line.left > 0.0 && line.right < page.width,
                "{line:?} leaves the page"
            );
        }
    }
}

#[test]
fn shares_are_of_what_they_say() {
    let t = texts(Lang::Vi);
    let shown = exhibits(t, &full(t).figures);
    let row = |words: &str| {
        let rows = &shown[0].table.rows;
        rows.iter().find(|row| row[0] == Value::from(words)).unwrap()[1..].to_vec()
    };
    assert_eq!(
        row(t.report_answered_first()),
        [Value::Number(26), Value::Number(31), Value::Share(26, 31)]
    );
    assert_eq!(row(t.report_median())[0].say(t), "15,5");
    assert_eq!(Value::Tenths(155).say(texts(Lang::En)), "15.5");
    assert_eq!(Value::Share(0, 0).say(t), "–");
}
