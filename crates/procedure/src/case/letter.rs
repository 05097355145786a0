//! A letter of a case, from draft to delivery. What was signed never changes; a mistake makes another letter.

use super::acts::DraftLetter;
use super::{Case, Done};
use crate::id::PersonId;
use crate::vocabulary::{Delivery, LetterPurpose, SigningMode};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Letter {
    pub purpose: LetterPurpose,
    pub drafted: Done,
    pub said: Option<DraftLetter>,
    /// Of addressee, subject, body and signer; not of number, date, signature and seal.
    pub digest: String,
    pub submitted: Option<Done>,
    pub returned: Option<Done>,
    pub signed: Option<Signature>,
    pub number: Option<(u32, String, Date)>,
    pub dispatched: Option<Done>,
    pub delivery: Option<(Delivery, Date)>,
    /// The governing body's own letter, with its own number (S4: no signer left).
    pub governing: Option<String>,
    /// The letter before it is replaced by this one (Nghị định 30/2020, art. 18.3).
    pub replaces: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Signature {
    pub by: PersonId,
    pub on: Date,
    pub mode: SigningMode,
    pub digest: String,
}

/// How far a letter is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterStage {
    Draft,
    Submitted,
    Signed,
    Numbered,
    Dispatched,
}

impl Letter {
    /// Neither signed here nor the governing body's own: nothing of it has left the house.
    pub fn is_draft(&self) -> bool {
        self.signed.is_none() && self.governing.is_none()
    }

    /// Dispatched, and nothing heard of it since.
    pub fn is_on_its_way(&self) -> bool {
        self.dispatched.is_some() && self.delivery.is_none()
    }

    pub fn stage(&self) -> LetterStage {
        if self.dispatched.is_some() {
            LetterStage::Dispatched
        } else if self.number.is_some() {
            LetterStage::Numbered
        } else if self.signed.is_some() {
            LetterStage::Signed
        } else if self.submitted.is_some() {
            LetterStage::Submitted
        } else {
            LetterStage::Draft
        }
    }
}

/// What the signer signs, as hex SHA-256 over the parts' own digests.
pub fn digest(said: &DraftLetter) -> String {
    let mut hash = Sha256::new();
    for part in [&said.addressee, &said.subject_line, &said.body] {
        hash.update(part.sha256.as_bytes());
        hash.update(b"\n");
    }
    hash.update(said.signer.0.as_bytes());
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Case {
    /// The letter the case needs next, if any.
    pub fn letter_wanted(&self) -> Option<LetterPurpose> {
        if self.is_annulled() || self.is_settled() || !self.can_write() {
            return None;
        }
        let round = &self.round;
        // What a barred person decided is told to nobody any more: the case is reopened, and a new letter follows (§3.1).
        if round.tainted {
            return None;
        }
        if let Some(letter) = round.letters.last()
            && (letter.replaces || letter.purpose == LetterPurpose::Correction)
            && letter.dispatched.is_none()
        {
            let decided = letter.purpose != LetterPurpose::Reply || self.outcome().is_some();
            return decided.then_some(letter.purpose);
        }
        if round.withdrawn.is_some() || round.review.is_some() {
            return round.end_told.is_none().then_some(LetterPurpose::EndNotice);
        }
        if let Some(assessment) = &round.assessment {
            use crate::vocabulary::Ours;
            match assessment.said.ours {
                Ours::NotOurs => return round.answered.is_none().then_some(LetterPurpose::Referral),
                Ours::OtherStatute => return None,
                Ours::Ours => {}
            }
        }
        let declined = matches!(
            round.answered,
            Some((
                _,
                super::Answer::Voice {
                    notice_declined: true
                }
            ))
        );
        // An address that turns up when the time to respond is over opens nothing again.
        let over = round.response.is_some() || round.lapsed.is_some();
        let untold = round.notified.is_none() && !declined && !over;
        (self.outcome().is_some() && untold).then_some(LetterPurpose::Reply)
    }

    /// Which letter came back and was neither sent again nor replaced since.
    pub fn returned_letter(&self) -> Option<usize> {
        let letters = &self.round.letters;
        letters.iter().enumerate().rposition(|(place, letter)| {
            let later = &letters[place + 1..];
            matches!(letter.delivery, Some((Delivery::Returned, _)))
                && !later
                    .iter()
                    .any(|l| l.purpose == letter.purpose && l.dispatched.is_some())
        })
    }

    /// Which letter goes out when it is dispatched now: the one in hand that has its number, else the one that came back.
    pub fn letter_to_dispatch(&self) -> Option<&Letter> {
        let numbered = self
            .letter_in_hand()
            .filter(|letter| letter.stage() == LetterStage::Numbered);
        let came_back = self.returned_letter();
        numbered.or_else(|| came_back.and_then(|place| self.round.letters.get(place)))
    }

    /// The letter in hand: the last one, while it serves the purpose that is wanted now.
    pub fn letter_in_hand(&self) -> Option<&Letter> {
        let wanted = self.letter_wanted()?;
        self.round
            .letters
            .last()
            .filter(|l| l.purpose == wanted && l.dispatched.is_none())
    }
}
