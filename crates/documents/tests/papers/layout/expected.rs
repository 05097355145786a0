//! What the decree wants a paper to say of its number, its day and its signer; what letters and forms have in common.

use documents::form::{Form, FormKind, Part};
use documents::letter::Letter;
use documents::paper::{Authority, Copies, House, Signatory, Stage, Typist};
use i18n::{Lang, texts};

/// A paper as its reader expects it.
pub struct Sheet<'a> {
    pub lang: Lang,
    pub house: &'a House,
    /// With its symbol; absent where the paper takes none.
    pub number: Option<String>,
    pub stage: Stage,
    /// Of a form; a letter has none.
    pub title: Option<&'static str>,
    pub subject: &'a str,
    pub addressees: &'a [String],
    pub body: Vec<Part>,
    pub signatories: &'a [Signatory],
    pub copies: Option<&'a Copies>,
    pub typist: Option<&'a Typist>,
}

impl<'a> From<&'a Letter> for Sheet<'a> {
    fn from(letter: &'a Letter) -> Self {
        let takes_number = letter.purpose.takes_number();
        Sheet {
            lang: letter.lang,
            house: &letter.house,
            number: takes_number.then(|| number(letter.stage, &letter.symbol)),
            stage: letter.stage,
            title: None,
            subject: &letter.subject,
            addressees: &letter.addressees,
            body: letter.body.iter().cloned().map(Part::Paragraph).collect(),
            signatories: std::slice::from_ref(&letter.signatory),
            copies: Some(&letter.copies),
            typist: letter.typist.as_ref(),
        }
    }
}

impl<'a> From<&'a Form> for Sheet<'a> {
    fn from(form: &'a Form) -> Self {
        let takes_number = form.kind != FormKind::IncomingSheet;
        Sheet {
            lang: form.lang,
            house: &form.house,
            number: takes_number.then(|| number(form.stage, &form.symbol)),
            stage: form.stage,
            title: Some(form.kind.title(texts(form.lang))),
            subject: &form.subject,
            addressees: &form.addressees,
            body: form.body.clone(),
            signatories: &form.signatories,
            copies: form.copies.as_ref(),
            typist: form.typist.as_ref(),
        }
    }
}

/// Below ten with a zero; blank before the registry gave a number.
fn number(stage: Stage, symbol: &str) -> String {
    let number = match stage {
        Stage::Issued {
            number: Some(number), ..
        } if number < 10 => format!("0{number}"),
        Stage::Issued {
            number: Some(number), ..
        } => number.to_string(),
        Stage::Issued { number: None, .. } | Stage::Signed { .. } | Stage::Draft { .. } => String::new(),
    };
    format!("Số: {number}/{symbol}")
}

/// Days below ten and the months one and two with a zero.
pub fn place_and_date(sheet: &Sheet) -> String {
    let place = &sheet.house.place;
    let Stage::Issued { on, .. } = sheet.stage else {
        return format!("{place}, ngày tháng năm");
    };
    let month = if on.month() < 3 {
        format!("0{}", on.month())
    } else {
        on.month().to_string()
    };
    format!("{place}, ngày {:02} tháng {month} năm {}", on.day(), on.year())
}

pub fn titles(authority: &Authority) -> Vec<String> {
    let lines = match authority {
        Authority::Own { title } => vec![title.clone()],
        Authority::Deputy { head, title } => vec![format!("KT. {head}"), title.clone()],
        Authority::ByOrder { head, title } => vec![format!("TL. {head}"), title.clone()],
        Authority::ByMandate { head, title } => vec![format!("TUQ. {head}"), title.clone()],
        Authority::Acting { head } => vec![format!("Q. {head}")],
        Authority::Collective { body, title } => vec![format!("TM. {body}"), title.clone()],
    };
    lines.iter().map(|line| line.to_uppercase()).collect()
}
