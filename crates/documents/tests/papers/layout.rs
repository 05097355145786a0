//! Each element of Nghị định 30/2020/NĐ-CP, Phụ lục I, found on the page: place, size, weight, case, order, blanks, rules.

mod expected;
mod heads;
mod reader;
mod signature;
mod text;

use documents::paper::Stage;

use crate::cases;
use crate::poppler::{self, Line, POINTS_PER_MILLIMETRE as MM, Pdf};

pub use self::expected::Sheet;
use self::reader::Reader;

const PAGE: [f64; 2] = [210.0 * MM, 297.0 * MM];
/// The decree allows 20–25 above and below, 30–35 on the left, 15–20 on the right.
const TOP: f64 = 20.0 * MM;
const BOTTOM: f64 = 277.0 * MM;
const LEFT: f64 = 30.0 * MM;
const RIGHT: f64 = 195.0 * MM;
const COLUMN: f64 = RIGHT - LEFT;
/// The heads share the page 41.6 to 58.4, the signature and its neighbour 37.6 to 62.4.
const HEADS_PART: f64 = LEFT + 0.416 * COLUMN;
const SIGNATURE_PART: f64 = LEFT + 0.376 * COLUMN;
/// A line of 14 points is at least single and at most one and a half times that.
const LINE: [f64; 2] = [16.0, 24.2];
const FIRST_LINE: [f64; 2] = [10.0 * MM, 12.7 * MM];
const BETWEEN_PARAGRAPHS: f64 = 6.0;

/// Who set the page: the typeface differs in name, and Word's way is not exact to the hair.
#[derive(Clone, Copy)]
pub struct Press {
    pub families: [&'static str; 2],
    pub near: f64,
}

const OURS: Press = Press {
    families: ["LiberationSerif", "LiberationSerif"],
    near: 0.7,
};

#[test]
fn every_element_stands_where_the_decree_puts_it() {
    if !poppler::is_there() {
        return;
    }
    for (case, letter) in cases::all() {
        let pdf = poppler::read(&letter.pdf().unwrap());
        says_what_it_is(case, &pdf);
        check(case, &Sheet::from(&letter), &pdf, OURS);
    }
}

#[test]
fn every_form_of_the_house_has_its_title_heads_text_and_signatures_in_place() {
    if !poppler::is_there() {
        return;
    }
    for (case, form) in cases::forms() {
        let pdf = poppler::read(&form.pdf().unwrap());
        says_what_it_is(&case, &pdf);
        check(&case, &Sheet::from(&form), &pdf, OURS);
    }
}

#[test]
fn the_letters_are_of_one_two_and_five_pages() {
    if !poppler::is_there() {
        return;
    }
    for (case, pages) in [("one page", 1), ("two pages", 2), ("five pages", 5)] {
        let (_, letter) = cases::all().into_iter().find(|(name, _)| *name == case).unwrap();
        assert_eq!(poppler::read(&letter.pdf().unwrap()).pages.len(), pages, "{case}");
    }
}

/// Tagged, with title and language, every face embedded as a part with its letters named.
fn says_what_it_is(case: &str, pdf: &Pdf) {
    for line in [
        "Tagged:          yes",
        "Title: ",
        "Encrypted:       no",
        "Metadata Stream: yes",
        "(A4)",
    ] {
        assert!(pdf.info.contains(line), "{case}: {line} not in\n{}", pdf.info);
    }
    for font in &pdf.fonts {
        // name, type in two words, encoding, embedded, subset, unicode, object in two words
        assert_eq!(
            font[font.len() - 5..font.len() - 2],
            ["yes", "yes", "yes"],
            "{case}: {font:?}"
        );
        assert!(font[0].contains("+LiberationSerif"), "{case}: {font:?}");
    }
}

/// # Panics
/// Where the page is not as the decree draws it.
pub fn check(case: &str, sheet: &Sheet, pdf: &Pdf, press: Press) {
    for page in &pdf.pages {
        assert!(
            (page.width - PAGE[0]).abs() < 1.0 && (page.height - PAGE[1]).abs() < 1.0,
            "{case}: not A4"
        );
    }
    let at = Reader {
        case,
        press,
        draft: matches!(sheet.stage, Stage::Draft { .. }),
    };
    at.page_numbers(pdf);
    let foot = at.foot(sheet, pdf);
    let mut text = Vec::new();
    for (number, page) in pdf.pages.iter().enumerate() {
        let end = if number == 0 { foot } else { BOTTOM };
        let mut lines: Vec<&Line> = page
            .lines
            .iter()
            .filter(|line| line.top > TOP - 3.0 && line.top < end)
            .collect();
        for line in &lines {
            assert!(line.left > LEFT - 1.0, "{case}: in the left margin: {line:?}");
            assert!(line.right < RIGHT + 1.0, "{case}: in the right margin: {line:?}");
            assert!(
                line.bottom < BOTTOM + 1.0,
                "{case}: in the bottom margin: {line:?}"
            );
            for face in &line.faces {
                assert!(
                    press
                        .families
                        .iter()
                        .any(|family| face.family.starts_with(family)),
                    "{case}: {face:?}"
                );
                assert_eq!(face.colour, "#000000", "{case}: {line:?}");
            }
        }
        lines.sort_by(|a, b| a.top.total_cmp(&b.top));
        text.extend(lines.into_iter().map(|line| (number, line)));
    }
    let rest = at.heads(sheet, &pdf.pages[0], text);
    let rest = at.title(sheet, &pdf.pages[0], rest);
    let rest = at.addressees(sheet, rest);
    let (last_page, rest) = at.body(sheet, pdf, rest);
    at.signatures(sheet, last_page, &rest);
}
