//! What a template may leave open, and for which letters there is something to put there.

use i18n::Texts;
use jiff::civil::date;

use crate::letter::Purpose;
use crate::template::{ending, opening, recourse, you};

macro_rules! placeholders {
    ($($name:ident = $key:literal),* $(,)?) => {
        /// A value that is put into a letter.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Placeholder { $($name),* }

        impl Placeholder {
            pub const ALL: &[Placeholder] = &[$(Placeholder::$name),*];

            /// Its name, the same in every language.
            pub const fn key(self) -> &'static str {
                match self { $(Placeholder::$name => $key),* }
            }
        }
    };
}

placeholders! {
    CaseNumber = "case_number",
    Kind = "kind",
    ReceivedDate = "received_date",
    Organisation = "organisation",
    Complainant = "complainant",
    AddresseeForm = "addressee_form",
    Opening = "opening",
    Signer = "signer",
    LimitDate = "limit_date",
    PromiseDate = "promise_date",
    ExtensionDate = "extension_date",
    ExtensionReason = "extension_reason",
    OutcomeReasons = "outcome_reasons",
    ResponseDays = "response_days",
    RecourseDays = "recourse_days",
    Recourse = "recourse",
    Ending = "ending",
    WhyNotOurs = "why_not_ours",
    IssuedLetter = "issued_letter",
    Client = "client",
}

/// What kind of value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    Line,
    /// One or several paragraphs.
    Text,
    Date,
    Number,
}

impl Type {
    pub fn say(self, t: &Texts) -> &'static str {
        match self {
            Type::Line => t.template_type_line(),
            Type::Text => t.template_type_text(),
            Type::Date => t.template_type_date(),
            Type::Number => t.template_type_number(),
        }
    }
}

impl Placeholder {
    /// As it stands in a template.
    pub fn written(self) -> String {
        format!("{{{}}}", self.key())
    }

    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|one| one.key() == key)
    }

    /// Those of letters of a purpose.
    pub fn of(purpose: Purpose) -> impl Iterator<Item = Placeholder> {
        Self::ALL
            .iter()
            .copied()
            .filter(move |one| one.exists_for(purpose))
    }

    pub fn exists_for(self, purpose: Purpose) -> bool {
        use Purpose::*;
        match self {
            Placeholder::CaseNumber
            | Placeholder::Kind
            | Placeholder::ReceivedDate
            | Placeholder::Organisation
            | Placeholder::Signer => true,
            // The certified client does not learn from a letter who complained (§3.1).
            Placeholder::Complainant | Placeholder::AddresseeForm | Placeholder::Opening => {
                purpose != ToClient
            }
            Placeholder::LimitDate => {
                matches!(purpose, Acknowledgement | PromiseOfReply | Extension | Progress)
            }
            Placeholder::PromiseDate => matches!(purpose, PromiseOfReply | Progress),
            Placeholder::ExtensionDate | Placeholder::ExtensionReason => purpose == Extension,
            Placeholder::OutcomeReasons => matches!(purpose, Reply | AppealAnswer | EndOfProcess),
            Placeholder::ResponseDays => matches!(purpose, Reply | AppealAnswer),
            Placeholder::RecourseDays | Placeholder::Ending => purpose == EndOfProcess,
            Placeholder::Recourse => matches!(purpose, Reply | AppealAnswer | EndOfProcess),
            Placeholder::WhyNotOurs => purpose == Referral,
            Placeholder::IssuedLetter => purpose == Correction,
            Placeholder::Client => purpose == ToClient,
        }
    }

    pub const fn kind(self) -> Type {
        match self {
            Placeholder::ReceivedDate
            | Placeholder::LimitDate
            | Placeholder::PromiseDate
            | Placeholder::ExtensionDate => Type::Date,
            Placeholder::ResponseDays | Placeholder::RecourseDays => Type::Number,
            Placeholder::Opening
            | Placeholder::ExtensionReason
            | Placeholder::OutcomeReasons
            | Placeholder::Recourse
            | Placeholder::Ending
            | Placeholder::WhyNotOurs => Type::Text,
            Placeholder::CaseNumber
            | Placeholder::Kind
            | Placeholder::Organisation
            | Placeholder::Complainant
            | Placeholder::AddresseeForm
            | Placeholder::Signer
            | Placeholder::IssuedLetter
            | Placeholder::Client => Type::Line,
        }
    }

    /// What is put there, in a few words.
    pub fn say(self, t: &Texts) -> &'static str {
        match self {
            Placeholder::CaseNumber => t.template_case_number(),
            Placeholder::Kind => t.template_kind(),
            Placeholder::ReceivedDate => t.template_received_date(),
            Placeholder::Organisation => t.template_organisation(),
            Placeholder::Complainant => t.template_complainant(),
            Placeholder::AddresseeForm => t.template_addressee_form(),
            Placeholder::Opening => t.template_opening(),
            Placeholder::Signer => t.template_signer(),
            Placeholder::LimitDate => t.template_limit_date(),
            Placeholder::PromiseDate => t.template_promise_date(),
            Placeholder::ExtensionDate => t.template_extension_date(),
            Placeholder::ExtensionReason => t.template_extension_reason(),
            Placeholder::OutcomeReasons => t.template_outcome_reasons(),
            Placeholder::ResponseDays => t.template_response_days(),
            Placeholder::RecourseDays => t.template_recourse_days(),
            Placeholder::Recourse => t.template_recourse(),
            Placeholder::Ending => t.template_ending(),
            Placeholder::WhyNotOurs => t.template_why_not_ours(),
            Placeholder::IssuedLetter => t.template_issued_letter(),
            Placeholder::Client => t.template_client(),
        }
    }

    /// The value in the letters of the sample house.
    pub fn sample(self, t: &Texts) -> String {
        let (house, kind) = (t.sample_house(), t.sample_kind());
        let received = t.date(date(2026, 1, 5));
        let day = |month, day| t.date(date(2026, month, day));
        match self {
            Placeholder::CaseNumber => "2026-0042".to_owned(),
            Placeholder::Kind => kind.to_owned(),
            Placeholder::ReceivedDate => received,
            Placeholder::Organisation => house.to_owned(),
            Placeholder::Complainant => t.sample_complainant().to_owned(),
            Placeholder::AddresseeForm => you(t, false).to_owned(),
            Placeholder::Opening => opening(t, false, &received, house, kind),
            Placeholder::Signer => t.sample_deputy_name().to_owned(),
            Placeholder::LimitDate => day(2, 4),
            Placeholder::PromiseDate => day(1, 13),
            Placeholder::ExtensionDate => day(3, 6),
            Placeholder::ExtensionReason => t.sample_extension_reason().to_owned(),
            Placeholder::OutcomeReasons => t.sample_reasons().to_owned(),
            Placeholder::ResponseDays => "15".to_owned(),
            Placeholder::RecourseDays => "90".to_owned(),
            Placeholder::Recourse => recourse::after_reply(t, you(t, false), house, 15),
            Placeholder::Ending => ending::withdrawn(t, &day(1, 20), you(t, false), kind, house),
            Placeholder::WhyNotOurs => t.sample_why_not_ours().to_owned(),
            Placeholder::IssuedLetter => t.letter_issued("07/TTSH-QLCL", day(2, 4)),
            Placeholder::Client => t.sample_client().to_owned(),
        }
    }

    /// The one of this purpose whose name is most like what was typed, unless none is.
    pub fn nearest(typed: &str, purpose: Purpose) -> Option<Self> {
        let typed = typed.trim().to_lowercase().replace(['-', ' '], "_");
        let far = |one: &Placeholder| distance(&typed, one.key());
        let nearest = Self::of(purpose).min_by_key(far)?;
        let is_near = far(&nearest) <= typed.chars().count().max(4) / 3 + 1;
        is_near.then_some(nearest)
    }
}

/// How many letters must be changed, added or left out (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    // No name is as long as this, and nobody waits for the comparison.
    for (place, c) in a.chars().take(60).enumerate() {
        let mut corner = row[0];
        row[0] = place + 1;
        for (at, &other) in b.iter().enumerate() {
            let changed = corner + usize::from(c != other);
            corner = row[at + 1];
            row[at + 1] = changed.min(row[at] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
