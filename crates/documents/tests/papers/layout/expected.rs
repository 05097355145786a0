//! What the decree wants a letter to say of its number, its day and its signer.

use documents::letter::Letter;
use documents::paper::{Authority, Stage};

/// Below ten with a zero; blank before the registry gave a number.
pub fn number(letter: &Letter) -> String {
    let number = match letter.stage {
        Stage::Issued {
            number: Some(number), ..
        } if number < 10 => format!("0{number}"),
        Stage::Issued {
            number: Some(number), ..
        } => number.to_string(),
        Stage::Issued { number: None, .. } | Stage::Signed { .. } | Stage::Draft { .. } => String::new(),
    };
    format!("Số: {number}/{}", letter.symbol)
}

/// Days below ten and the months one and two with a zero.
pub fn place_and_date(letter: &Letter) -> String {
    let place = &letter.house.place;
    let Stage::Issued { on, .. } = letter.stage else {
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
