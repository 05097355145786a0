//! The letters of a case (công văn): number and subject under the name of the organisation, no title in the middle.

use i18n::{Lang, Texts, texts};
use procedure::vocabulary::{Kind, LetterPurpose};

use crate::paper::{Copies, House, PaperError, Paragraph, Signatory, Stage, Typist};
use crate::worded::{Named, Part, Source, Worded};

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Reply,
    Acknowledgement,
    PromiseOfReply,
    Extension,
    Referral,
    Progress,
    EndOfProcess,
    AppealAnswer,
    ToClient,
    /// What puts a slip of form right in an issued letter (đính chính).
    Correction,
}

impl Purpose {
    pub const ALL: [Purpose; 10] = [
        Purpose::Reply,
        Purpose::Acknowledgement,
        Purpose::PromiseOfReply,
        Purpose::Extension,
        Purpose::Referral,
        Purpose::Progress,
        Purpose::EndOfProcess,
        Purpose::AppealAnswer,
        Purpose::ToClient,
        Purpose::Correction,
    ];

    /// What a letter of a case is, which tells an answer to an appeal from other replies.
    pub const fn of(purpose: LetterPurpose, kind: Kind) -> Self {
        match (purpose, kind) {
            (LetterPurpose::Reply, Kind::Appeal) => Purpose::AppealAnswer,
            (LetterPurpose::Reply, Kind::Complaint | Kind::Grievance) => Purpose::Reply,
            (LetterPurpose::Referral, _) => Purpose::Referral,
            (LetterPurpose::EndNotice, _) => Purpose::EndOfProcess,
            (LetterPurpose::Correction, _) => Purpose::Correction,
        }
    }

    /// As files and addresses name it.
    pub const fn key(self) -> &'static str {
        match self {
            Purpose::Reply => "reply",
            Purpose::Acknowledgement => "acknowledgement",
            Purpose::PromiseOfReply => "promise-of-reply",
            Purpose::Extension => "extension-notice",
            Purpose::Referral => "referral",
            Purpose::Progress => "progress",
            Purpose::EndOfProcess => "end-of-process",
            Purpose::AppealAnswer => "appeal-answer",
            Purpose::ToClient => "to-client",
            Purpose::Correction => "correction",
        }
    }

    pub fn say(self, t: &Texts) -> &'static str {
        match self {
            Purpose::Reply => t.papers_letter_reply(),
            Purpose::Acknowledgement => t.papers_letter_acknowledgement(),
            Purpose::PromiseOfReply => t.papers_letter_promise_of_reply(),
            Purpose::Extension => t.papers_letter_extension(),
            Purpose::Referral => t.papers_letter_referral(),
            Purpose::Progress => t.papers_letter_progress(),
            Purpose::EndOfProcess => t.papers_letter_end_of_process(),
            Purpose::AppealAnswer => t.papers_letter_appeal_answer(),
            Purpose::ToClient => t.papers_letter_to_client(),
            Purpose::Correction => t.papers_letter_correction(),
        }
    }

    /// Acknowledgements and notices of progress carry no number of the centre's outgoing sequence.
    pub const fn takes_number(self) -> bool {
        !matches!(self, Purpose::Acknowledgement | Purpose::Progress)
    }
}

/// A letter, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Vietnamese as the decree wants it; English is a translation in the same layout.
    pub lang: Lang,
    pub house: House,
    pub purpose: Purpose,
    /// What stands behind the stroke of the number: organisation and unit.
    pub symbol: String,
    pub stage: Stage,
    pub addressees: Vec<String>,
    /// Without `V/v`.
    pub subject: String,
    pub body: Vec<Paragraph>,
    pub signatory: Signatory,
    pub copies: Copies,
    pub typist: Option<Typist>,
}

impl Letter {
    /// PDF/A-2a and PDF/UA-1; the same letter always gives the same bytes.
    ///
    /// # Errors
    /// A character that cannot be printed, with its field.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        self.worded()?.pdf()
    }

    /// For Word, with the text in a content control.
    ///
    /// # Errors
    /// A character that cannot be printed, with its field.
    pub fn docx(&self) -> Result<Vec<u8>, PaperError> {
        self.worded()?.docx()
    }

    fn worded(&self) -> Result<Worded, PaperError> {
        let symbol = self.symbol.to_uppercase();
        Worded::of(&Source {
            lang: self.lang,
            house: &self.house,
            kind: self.purpose.say(texts(self.lang)),
            symbol: self.purpose.takes_number().then_some(symbol.as_str()),
            stage: self.stage,
            named: Named::UnderNumber,
            subject: &self.subject,
            addressees: &self.addressees,
            body: self.body.iter().cloned().map(Part::Paragraph).collect(),
            signatories: std::slice::from_ref(&self.signatory),
            copies: Some(&self.copies),
            typist: self.typist.as_ref(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reply_to_an_appeal_is_an_answer_to_it() {
        let of = |kind| Purpose::of(LetterPurpose::Reply, kind);
        assert_eq!(
            Kind::ALL.iter().map(|&kind| of(kind)).collect::<Vec<_>>(),
            [Purpose::Reply, Purpose::Reply, Purpose::AppealAnswer]
        );
    }

    #[test]
    fn acknowledgement_and_progress_carry_no_number() {
        let without: Vec<Purpose> = Purpose::ALL
            .into_iter()
            .filter(|purpose| !purpose.takes_number())
            .collect();
        assert_eq!(without, [Purpose::Acknowledgement, Purpose::Progress]);
    }
}
