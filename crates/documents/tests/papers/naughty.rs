//! Whatever is typed into a field gives a paper or names the character that cannot be printed.

use std::path::Path;

use documents::form::{Form, FormKind, Part};
use documents::letter::Letter;
use documents::paper::{Authority, Copies, House, PaperError, Paragraph, Signatory};
use documents::sample;
use i18n::{Lang, texts};

use crate::cases;

/// The big list of naughty strings, when it lies beside the checkout.
pub fn list() -> Option<Vec<String>> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/data/security/blns"));
    let Some(file) = beside
        .map(|folder| folder.join("blns.json"))
        .find(|file| file.is_file())
    else {
        eprintln!("skipped: no folder shared/data/security/blns beside the project");
        return None;
    };
    Some(serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap())
}

/// Every field, filled by what comes next.
fn filled<'a>(mut next: impl FnMut() -> &'a str) -> Letter {
    let mut text = || next().to_owned();
    Letter {
        house: House {
            parents: vec![text()],
            name: text(),
            place: text(),
            foot: vec![text()],
        },
        symbol: text(),
        addressees: vec![text(), text()],
        subject: text(),
        body: vec![Paragraph::plain(text()), Paragraph::led(text(), text())],
        signatory: Signatory {
            authority: Authority::Deputy {
                head: text(),
                title: text(),
            },
            name: text(),
        },
        copies: Copies {
            to: vec![text()],
            unit: text(),
            kept: Some(2),
        },
        ..cases::reply()
    }
}

fn form<'a>(mut next: impl FnMut() -> &'a str) -> Form {
    let form = sample::form(texts(Lang::Vi), FormKind::ExtensionDecision);
    Form {
        subject: next().to_owned(),
        body: vec![
            Part::Centred(next().to_owned()),
            Part::Paragraph(Paragraph::italic(next())),
        ],
        ..form
    }
}

#[test]
fn a_naughty_string_in_every_field_gives_a_paper_or_a_named_character() {
    let Some(strings) = list() else { return };
    let mut printable = Vec::new();
    for text in &strings {
        for paper in [filled(|| text).docx(), form(|| text).docx()] {
            match paper {
                Ok(bytes) => {
                    assert!(bytes.starts_with(b"PK"));
                    printable.push(text.as_str());
                }
                Err(PaperError::Character { character, .. }) => {
                    assert!(!character.is_ascii_graphic(), "{text:?}");
                }
                Err(PaperError::Typesetting(error)) => panic!("{text:?}: {error}"),
            }
        }
    }
    printable.dedup();
    assert!(printable.len() > strings.len() / 2, "only {}", printable.len());
    // The words of both formats are made in one place; so setting each string once, in one field after another, is enough.
    let mut next = printable.iter().copied().cycle();
    for _ in 0..printable.len() / 15 + 1 {
        let letter = filled(|| next.next().expect("a cycle does not end"));
        let bytes = letter.pdf().unwrap_or_else(|error| panic!("{letter:?}: {error}"));
        assert!(bytes.starts_with(b"%PDF-1.7"));
    }
    for _ in 0..printable.len() / 30 + 1 {
        let form = form(|| next.next().expect("a cycle does not end"));
        form.pdf().unwrap_or_else(|error| panic!("{form:?}: {error}"));
    }
}

#[test]
fn a_character_that_cannot_be_printed_is_named_with_its_field() {
    let letter = Letter {
        subject: "trả lời\u{7}".to_owned(),
        ..cases::reply()
    };
    let error = letter.pdf().unwrap_err();
    assert_eq!(
        error.say(texts(Lang::Vi)),
        "Trích yếu: không in được ký tự U+0007; hãy xoá hoặc gõ lại."
    );
    assert_eq!(letter.docx().unwrap_err(), error);
    let mut letter = cases::reply();
    letter.body[1] = Paragraph::plain("漢");
    let error = letter.pdf().unwrap_err();
    assert_eq!(
        error.say(texts(Lang::En)),
        "Paragraph 2: the character 漢 (U+6F22) cannot be printed; delete it or type it again."
    );
}

#[test]
fn endless_words_and_lists_do_not_leave_the_page() {
    let long = "x".repeat(400);
    let letter = Letter {
        house: House {
            name: long.clone(),
            place: long.clone(),
            ..cases::reply().house
        },
        addressees: [vec![long.clone(); 2], vec!["Công ty".to_owned(); 40]].concat(),
        copies: Copies {
            to: [vec![long.clone()], vec!["Phòng".to_owned(); 80]].concat(),
            ..cases::reply().copies
        },
        subject: long,
        ..cases::reply()
    };
    let bytes = letter.pdf().unwrap();
    if crate::poppler::is_there() {
        for page in crate::poppler::read(&bytes).pages {
            let outside = page
                .lines
                .iter()
                .find(|line| line.left < 80.0 || line.right > 555.0 || line.bottom > 790.0);
            assert!(outside.is_none(), "{outside:?}");
        }
    }
}
