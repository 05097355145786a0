//! Every paper of the product with the words of an organisation that does not exist: for the eye and for checks.

mod records;
pub mod year;

use i18n::{Lang, Texts, texts};
use jiff::civil::{Date, date};
use procedure::vocabulary::SigningMode;

use crate::form::{Form, FormKind, Part};
use crate::letter::{Letter, Purpose};
use crate::paper::{Authority, Copies, House, PaperError, Paragraph, Run, Signatory, Stage, Typist};

const ISSUED_ON: Date = date(2026, 2, 4);

pub use records::{complaint_form, dossier, follow_up, register};

/// A file with its name.
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Every paper in each format, signed and, as the letters of a case begin, as a draft.
///
/// # Errors
/// A sample cannot be set: a fault of ours.
pub fn all(lang: Lang) -> Result<Vec<File>, PaperError> {
    let t = texts(lang);
    let mut files = Vec::new();
    let mut keep = |name: &str, pdf: Vec<u8>, docx: Vec<u8>| {
        for (bytes, ending) in [(pdf, "pdf"), (docx, "docx")] {
            let name = format!("{name}.{}.{ending}", lang.code());
            files.push(File { name, bytes });
        }
    };
    for purpose in Purpose::ALL {
        let letter = letter(t, purpose);
        keep(
            &format!("letter-{}", purpose.key()),
            letter.pdf()?,
            letter.docx()?,
        );
    }
    let draft = Letter {
        stage: Stage::Draft {
            written_on: ISSUED_ON,
        },
        ..letter(t, Purpose::Reply)
    };
    keep("letter-reply-draft", draft.pdf()?, draft.docx()?);
    for kind in FormKind::ALL {
        let form = form(t, kind);
        keep(&format!("form-{}", kind.key()), form.pdf()?, form.docx()?);
    }
    files.extend(records::all(t)?);
    for (name, report) in [
        ("report-year", year::full(t)),
        ("report-year-empty", year::empty(t)),
    ] {
        files.push(File {
            name: format!("{name}.{}.pdf", lang.code()),
            bytes: report.pdf()?,
        });
    }
    Ok(files)
}

/// A letter as it leaves the house.
pub fn letter(t: &Texts, purpose: Purpose) -> Letter {
    let (subject, body) = match purpose {
        Purpose::Reply => (t.sample_reply_subject(), t.sample_reply()),
        Purpose::Acknowledgement => (t.sample_acknowledgement_subject(), t.sample_acknowledgement()),
        Purpose::PromiseOfReply => (t.sample_promise_subject(), t.sample_promise()),
        Purpose::Extension => (t.sample_extension_subject(), t.sample_extension()),
        Purpose::Referral => (t.sample_referral_subject(), t.sample_referral()),
        Purpose::Progress => (t.sample_progress_subject(), t.sample_progress()),
        Purpose::EndOfProcess => (t.sample_end_subject(), t.sample_end()),
        Purpose::AppealAnswer => (t.sample_appeal_subject(), t.sample_appeal()),
        Purpose::ToClient => (t.sample_client_subject(), t.sample_client_letter()),
        Purpose::Correction => (t.sample_correction_subject(), t.sample_correction()),
    };
    let addressees = match purpose {
        Purpose::ToClient => vec![t.sample_client()],
        Purpose::AppealAnswer => vec![t.sample_client(), t.sample_other()],
        Purpose::Reply
        | Purpose::Acknowledgement
        | Purpose::PromiseOfReply
        | Purpose::Extension
        | Purpose::Referral
        | Purpose::Progress
        | Purpose::EndOfProcess
        | Purpose::Correction => vec![t.sample_complainant()],
    };
    Letter {
        lang: t.lang(),
        house: house(t),
        purpose,
        symbol: t.sample_symbol().to_owned(),
        stage: Stage::Issued {
            number: purpose.takes_number().then_some(7),
            on: ISSUED_ON,
        },
        addressees: addressees.into_iter().map(str::to_owned).collect(),
        subject: subject.to_owned(),
        body: paragraphs(body),
        signatory: deputy(t),
        copies: Copies {
            to: vec![t.sample_copy_head().to_owned()],
            unit: t.sample_unit().to_owned(),
            kept: None,
        },
        typist: None,
    }
}

/// A form of the house, complete.
pub fn form(t: &Texts, kind: FormKind) -> Form {
    let (symbol, subject, body) = match kind {
        FormKind::Proposal => ("TTr", t.sample_proposal_subject(), parts(t.sample_proposal())),
        FormKind::ConductTalk => ("BB", t.sample_talk_subject(), parts(t.sample_talk())),
        FormKind::LeakInvestigation => ("BB", t.sample_leak_subject(), parts(t.sample_leak())),
        FormKind::Transfer => ("PC", t.sample_transfer_subject(), parts(t.sample_transfer())),
        FormKind::IncomingSheet => ("", t.sample_incoming_subject(), incoming(t)),
        FormKind::ExtensionDecision => (t.sample_decision_kind(), t.sample_decision_subject(), decision(t)),
    };
    let addressee = match kind {
        FormKind::Proposal => Some(t.sample_head()),
        FormKind::Transfer => Some(t.sample_quality_title()),
        FormKind::ConductTalk
        | FormKind::LeakInvestigation
        | FormKind::IncomingSheet
        | FormKind::ExtensionDecision => None,
    };
    let own = |title: &str, name: &str| Signatory {
        authority: Authority::Own {
            title: title.to_owned(),
        },
        name: name.to_owned(),
    };
    let quality = || own(t.sample_quality_title(), t.sample_quality_name());
    let writer = || own(t.sample_writer_title(), t.sample_writer_name());
    let signatories = match kind {
        FormKind::Proposal => vec![quality()],
        FormKind::ConductTalk => {
            let subject = own(t.sample_subject_title(), t.sample_subject_name());
            vec![writer(), subject, quality()]
        }
        FormKind::LeakInvestigation => vec![writer(), quality()],
        FormKind::Transfer | FormKind::ExtensionDecision => vec![deputy(t)],
        FormKind::IncomingSheet => Vec::new(),
    };
    let also = match kind {
        FormKind::ExtensionDecision => vec![t.sample_decision_copy(), t.sample_complainant()],
        FormKind::Proposal
        | FormKind::ConductTalk
        | FormKind::LeakInvestigation
        | FormKind::Transfer
        | FormKind::IncomingSheet => Vec::new(),
    };
    let copies = Copies {
        to: also.into_iter().map(str::to_owned).collect(),
        unit: t.sample_unit().to_owned(),
        kept: None,
    };
    Form {
        lang: t.lang(),
        house: House {
            foot: Vec::new(),
            ..house(t)
        },
        kind,
        symbol: t.sample_symbol_kind(symbol),
        stage: Stage::Issued {
            number: kind.takes_number().then_some(3),
            on: date(2026, 1, 20),
        },
        subject: subject.to_owned(),
        addressees: addressee.into_iter().map(str::to_owned).collect(),
        body,
        signatories,
        copies: (kind != FormKind::IncomingSheet).then_some(copies),
        typist: (kind == FormKind::Transfer).then(|| Typist {
            initials: t.sample_typist().to_owned(),
            copies: 3,
        }),
    }
}

fn house(t: &Texts) -> House {
    House {
        parents: vec![t.sample_parent().to_owned()],
        name: t.sample_house().to_owned(),
        place: t.sample_place().to_owned(),
        foot: t.sample_foot().lines().map(str::to_owned).collect(),
    }
}

fn deputy(t: &Texts) -> Signatory {
    Signatory {
        authority: Authority::of(SigningMode::Kt, t.sample_head(), t.sample_deputy()),
        name: t.sample_deputy_name().to_owned(),
    }
}

fn incoming(t: &Texts) -> Vec<Part> {
    const LINES: u8 = 5;
    let head = |words: &str| Part::Paragraph(Paragraph::led(words, ""));
    vec![
        head(t.sample_incoming_head()),
        Part::Paragraph(Paragraph::plain(t.sample_incoming_head_text())),
        Part::Blank(LINES),
        head(t.sample_incoming_unit()),
        Part::Blank(LINES),
        head(t.sample_incoming_person()),
        Part::Blank(LINES),
    ]
}

fn decision(t: &Texts) -> Vec<Part> {
    let grounds = t.sample_decision_grounds().lines().map(Paragraph::italic);
    let by = [Part::Centred(t.sample_decision_by().to_owned())];
    let verb = [Part::Centred(t.sample_decision_verb().to_owned())];
    by.into_iter()
        .chain(grounds.map(Part::Paragraph))
        .chain(verb)
        .chain(parts(t.sample_decision_articles()))
        .collect()
}

fn parts(text: &str) -> Vec<Part> {
    paragraphs(text).into_iter().map(Part::Paragraph).collect()
}

/// The samples put what is bold between low lines.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let runs = |line: &str| {
        let pieces = line.split('_').enumerate().filter(|(_, piece)| !piece.is_empty());
        pieces
            .map(|(place, piece)| Run {
                bold: place % 2 == 1,
                ..Run::plain(piece)
            })
            .collect()
    };
    text.lines().map(|line| Paragraph { runs: runs(line) }).collect()
}
