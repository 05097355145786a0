//! The letters of a case, from draft to delivery, with what they say.

use app::view::CaseView;
use procedure::case::{Letter, LetterStage};
use schemars::JsonSchema;
use serde::Serialize;

use crate::wire::{Day, Named};

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Letter")]
pub struct LetterBody {
    /// By which its paper is asked for; letters of rounds before have none.
    place: Option<usize>,
    purpose: String,
    stage: &'static str,
    /// Number and symbol, once the registry gave them.
    number: Option<String>,
    dated_on: Option<Day>,
    addressee: Option<String>,
    subject: Option<String>,
    body: Option<String>,
    /// Of what is signed: addressee, subject, body and signer.
    digest: String,
    drafted_on: Day,
    signed_by: Option<Named>,
    signed_on: Option<Day>,
    dispatched_on: Option<Day>,
    delivery: Option<String>,
    /// The number of the governing body's own letter.
    governing: Option<String>,
    replaces: bool,
}

pub fn letters(view: &CaseView) -> Vec<LetterBody> {
    let past = view.case.past_rounds.iter().flat_map(|round| &round.letters);
    let present = view.case.round.letters.iter().zip(1..);
    past.map(|letter| one(view, letter, None))
        .chain(present.map(|(letter, place)| one(view, letter, Some(place))))
        .collect()
}

fn one(view: &CaseView, letter: &Letter, place: Option<usize>) -> LetterBody {
    let said = letter.said.as_ref();
    let signed = letter.signed.as_ref();
    LetterBody {
        place,
        purpose: letter.purpose.key().to_owned(),
        stage: stage(letter.stage()),
        number: letter
            .number
            .as_ref()
            .map(|(number, symbol, _)| format!("{number:02}/{symbol}")),
        dated_on: letter.number.as_ref().map(|(_, _, on)| Day(*on)),
        addressee: said.map(|said| view.text(&said.addressee).to_owned()),
        subject: said.map(|said| view.text(&said.subject_line).to_owned()),
        body: said.map(|said| view.text(&said.body).to_owned()),
        digest: letter.digest.clone(),
        drafted_on: letter.drafted.on.into(),
        signed_by: signed.map(|signature| Named::person(&view.office, signature.by)),
        signed_on: signed.map(|signature| signature.on.into()),
        dispatched_on: letter.dispatched.map(|done| done.on.into()),
        delivery: letter.delivery.map(|(how, _)| how.key().to_owned()),
        governing: letter.governing.clone(),
        replaces: letter.replaces,
    }
}

const fn stage(stage: LetterStage) -> &'static str {
    match stage {
        LetterStage::Draft => "draft",
        LetterStage::Submitted => "submitted",
        LetterStage::Signed => "signed",
        LetterStage::Numbered => "numbered",
        LetterStage::Dispatched => "dispatched",
    }
}
