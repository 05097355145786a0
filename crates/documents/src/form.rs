//! The papers inside the house: a title in the middle of the page, as the decree draws papers that have a name.

use i18n::{Lang, Texts, texts};

use crate::paper::{Copies, House, PaperError, Signatory, Stage, Typist};
pub use crate::worded::Part;
use crate::worded::{Named, Source, Worded};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// Tờ trình: a plan put before the head.
    Proposal,
    /// Biên bản: the talk with the person complained about.
    ConductTalk,
    /// Biên bản: how something confidential came out.
    LeakInvestigation,
    /// Phiếu chuyển.
    Transfer,
    /// Phiếu giải quyết văn bản đến (Phụ lục IV).
    IncomingSheet,
    /// Quyết định gia hạn.
    ExtensionDecision,
}

impl FormKind {
    pub const ALL: [FormKind; 6] = [
        FormKind::Proposal,
        FormKind::ConductTalk,
        FormKind::LeakInvestigation,
        FormKind::Transfer,
        FormKind::IncomingSheet,
        FormKind::ExtensionDecision,
    ];

    /// As files and addresses name it.
    pub const fn key(self) -> &'static str {
        match self {
            FormKind::Proposal => "proposal",
            FormKind::ConductTalk => "conduct-talk",
            FormKind::LeakInvestigation => "leak-investigation",
            FormKind::Transfer => "transfer",
            FormKind::IncomingSheet => "incoming-sheet",
            FormKind::ExtensionDecision => "extension-decision",
        }
    }

    /// The title in the middle.
    pub fn title(self, t: &Texts) -> &'static str {
        match self {
            FormKind::Proposal => t.papers_form_proposal(),
            FormKind::ConductTalk | FormKind::LeakInvestigation => t.papers_form_minutes(),
            FormKind::Transfer => t.papers_form_transfer(),
            FormKind::IncomingSheet => t.papers_form_incoming_sheet(),
            FormKind::ExtensionDecision => t.papers_form_decision(),
        }
    }

    /// The sheet that goes with an incoming document lives under that document's own number.
    pub const fn takes_number(self) -> bool {
        !matches!(self, FormKind::IncomingSheet)
    }
}

/// A paper with a title, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    pub lang: Lang,
    pub house: House,
    pub kind: FormKind,
    /// What stands behind the stroke of the number, with the abbreviation of the kind: `TTr-…`.
    pub symbol: String,
    pub stage: Stage,
    pub subject: String,
    pub addressees: Vec<String>,
    pub body: Vec<Part>,
    /// Side by side when there are several.
    pub signatories: Vec<Signatory>,
    pub copies: Option<Copies>,
    pub typist: Option<Typist>,
}

impl Form {
    /// PDF/A-2a and PDF/UA-1; the same form always gives the same bytes.
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
        let title = self.kind.title(texts(self.lang));
        Worded::of(&Source {
            lang: self.lang,
            house: &self.house,
            kind: title,
            symbol: self.kind.takes_number().then_some(self.symbol.as_str()),
            stage: self.stage,
            named: Named::InTheMiddle,
            subject: &self.subject,
            addressees: &self.addressees,
            body: self.body.clone(),
            signatories: &self.signatories,
            copies: self.copies.as_ref(),
            typist: self.typist.as_ref(),
        })
    }
}
