//! Registers, the dossier and the forms to print, of a case that never was.

use i18n::Texts;
use jiff::ToSpan;
use jiff::civil::date;

use super::{File, ISSUED_ON, house};
use crate::dossier::{self, Check, Dossier, Limit, Line, Made, Person, Standing};
use crate::letter::Purpose;
use crate::paper::PaperError;
use crate::print_form::{PrintForm, Row, Section, Table};
use crate::register::{Kind, Register};
use crate::sheet::{Book, Cell, Failure};

const NUMBER: &str = "2026-0007";

pub(super) fn all(t: &Texts) -> Result<Vec<File>, PaperError> {
    let lang = t.lang().code();
    let mut files = Vec::new();
    for kind in Kind::ALL {
        files.push(File {
            name: format!("register-{}.{lang}.pdf", kind.key()),
            bytes: register(t, kind, 40).pdf()?,
        });
        files.push(File {
            name: format!("register-{}.{lang}.xlsx", kind.key()),
            bytes: workbook(t, kind)?,
        });
    }
    let bytes = match dossier(t)?.made()? {
        Made::Pdf(bytes) | Made::Zip(bytes) => bytes,
    };
    files.push(File {
        name: format!("dossier.{lang}.pdf"),
        bytes,
    });
    for (name, form) in [
        ("form-complaint", complaint_form(t)),
        ("form-follow-up", follow_up(t)),
    ] {
        files.push(File {
            name: format!("{name}.{lang}.pdf"),
            bytes: form.pdf()?,
        });
    }
    Ok(files)
}

fn workbook(t: &Texts, kind: Kind) -> Result<Vec<u8>, PaperError> {
    let register = register(t, kind, 40);
    let written = || -> Result<Vec<u8>, Failure> {
        let mut book = Book::new().dated(register.printed_on)?;
        let mut sheet = book.sheet("2026", &register.title, &register.columns)?;
        for row in &register.rows {
            sheet.row(row)?;
        }
        sheet.end()?;
        book.finish()
    };
    written().map_err(|error| PaperError::Typesetting(error.to_string()))
}

/// A register with so many lines.
pub fn register(t: &Texts, kind: Kind, lines: u32) -> Register {
    let columns = kind.columns(t);
    let number = |place: u32| format!("{:02}/{}", place + 1, t.sample_symbol());
    let row = |place: u32| {
        let day = ISSUED_ON.saturating_add(i64::from(place % 300).days());
        columns
            .iter()
            .enumerate()
            .map(|(column, head)| match head.width {
                _ if column == 0 && kind != Kind::Postal => Cell::from(number(place)),
                ..10 => Cell::from(i64::from(place % 3 + 1)),
                10..=14 => Cell::Date(day),
                15..=18 if place.is_multiple_of(2) => Cell::Empty,
                15..=20 => Cell::from(t.sample_unit()),
                21..=30 => Cell::from(t.sample_complainant()),
                _ => Cell::from(t.sample_reply_subject()),
            })
            .collect()
    };
    let rows: Vec<Vec<Cell>> = (0..lines).map(row).collect();
    Register {
        lang: t.lang(),
        house: house(t),
        title: kind.title(t).to_owned(),
        year: 2026,
        from: date(2026, 1, 1),
        until: date(2026, 12, 31),
        numbers: (lines > 0).then(|| (number(0), number(lines - 1))),
        volume: 1,
        columns,
        entered: rows.len(),
        rows,
        voided: 0,
        printed_on: date(2027, 1, 15),
    }
}

/// A dossier with a line of each kind, and a letter inside.
///
/// # Errors
/// The letter cannot be set: a fault of ours.
pub fn dossier(t: &Texts) -> Result<Dossier, PaperError> {
    let letter = super::letter(t, Purpose::Reply).pdf()?;
    let standings = [
        Standing::Shown,
        Standing::Late,
        Standing::Owed,
        Standing::Missing,
        Standing::NotAsked,
    ];
    let checks = standings.into_iter().enumerate().map(|(place, standing)| Check {
        asked: format!("7.13.{}", place + 1),
        requirement: t.dossier_clause_7_13_1().to_owned(),
        standing,
        lines: match standing {
            Standing::Shown | Standing::Late => vec![1, 2],
            Standing::Owed | Standing::Missing | Standing::NotAsked => Vec::new(),
        },
    });
    let line = |place: i64| Line {
        at: t.date(ISSUED_ON.saturating_add(place.days())),
        who: t.sample_writer_name().to_owned(),
        what: t.sample_reply_subject().to_owned(),
        said: vec![t.sample_complainant().to_owned()],
        hash: "0123456789abcdef".repeat(4),
    };
    Ok(Dossier {
        lang: t.lang(),
        house: house(t),
        number: NUMBER.to_owned(),
        title: t.dossier_title(NUMBER),
        variant: t.dossier_whole().to_owned(),
        facts: vec![
            (
                t.dossier_complainant().to_owned(),
                t.sample_complainant().to_owned(),
            ),
            (t.dossier_received().to_owned(), t.date(ISSUED_ON)),
        ],
        checks: checks.collect(),
        people: vec![Person {
            name: t.sample_writer_name().to_owned(),
            parts: t.sample_writer_title().to_owned(),
            declared: t.dossier_declared_none().to_owned(),
            barred: String::new(),
            did: t.sample_reply_subject().to_owned(),
        }],
        limits: vec![Limit {
            title: t.dossier_limit_title(t.date(ISSUED_ON)),
            reason: t.sample_extension_subject().to_owned(),
            days: vec![(t.date_and_weekday(ISSUED_ON), t.dossier_shown().to_owned())],
        }],
        history: (0..20).map(line).collect(),
        files: vec![
            dossier::File {
                name: "cong-van-1.pdf".to_owned(),
                media_type: "application/pdf".to_owned(),
                description: t.papers_letter_reply().to_owned(),
                bytes: letter,
            },
            dossier::File {
                name: "dien-bien.json".to_owned(),
                media_type: "application/json".to_owned(),
                description: t.dossier_data().to_owned(),
                bytes: b"{}".to_vec(),
            },
        ],
        printed_on: ISSUED_ON,
    })
}

fn form(t: &Texts, title: &str, number: Option<&str>, sections: Vec<Section>) -> PrintForm {
    PrintForm {
        lang: t.lang(),
        house: house(t),
        title: title.to_owned(),
        lead: String::new(),
        number: number.map(str::to_owned),
        link: None,
        sections,
        signers: vec![
            t.complaint_form_signer().to_owned(),
            t.complaint_form_receiver().to_owned(),
        ],
        printed_on: ISSUED_ON,
    }
}

/// The complaint form, blank.
pub fn complaint_form(t: &Texts) -> PrintForm {
    let blank = |label: &str| Row::of(label, None);
    let sections = vec![Section {
        title: t.complaint_form_who().to_owned(),
        rows: vec![
            blank(t.complaint_form_name()),
            blank(t.complaint_form_address()),
            Row::Blank {
                label: t.complaint_form_content().to_owned(),
                lines: 4,
            },
            Row::Boxes {
                label: t.complaint_form_wants().to_owned(),
                boxes: vec![
                    (t.complaint_form_yes().to_owned(), false),
                    (t.complaint_form_no().to_owned(), true),
                ],
            },
        ],
        table: None,
    }];
    form(t, t.complaint_form(), None, sections)
}

/// The follow-up sheet, with a number.
pub fn follow_up(t: &Texts) -> PrintForm {
    let sections = vec![Section {
        title: t.follow_up_tracking().to_owned(),
        rows: vec![Row::of(t.complaint_form_name(), Some(t.sample_complainant()))],
        table: Some(Table {
            heads: vec![t.follow_up_action().to_owned(), t.follow_up_date().to_owned()],
            rows: vec![
                vec![t.follow_up_acknowledged().to_owned(), t.date(ISSUED_ON)],
                vec![t.follow_up_closed().to_owned(), String::new()],
            ],
        }),
    }];
    form(t, t.follow_up(), Some(NUMBER), sections)
}
