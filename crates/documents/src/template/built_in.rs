//! The wordings that come with the product, from the message files, with placeholders where a letter says its own.

use i18n::{Lang, Texts, texts};

use super::{Placeholder, Wording};
use crate::letter::Purpose;

/// What a letter begins with until somebody writes a template.
pub fn built_in(purpose: Purpose, lang: Lang) -> Wording {
    use Placeholder::*;
    let t = texts(lang);
    let [number, kind, organisation] = [CaseNumber, Kind, Organisation].map(Placeholder::written);
    let [opening, you] = [Opening, AddresseeForm].map(Placeholder::written);
    let (subject, body) = match purpose {
        Purpose::Reply | Purpose::AppealAnswer => (
            t.template_about_reply(kind, number),
            t.template_body_reply(
                opening,
                organisation,
                OutcomeReasons.written(),
                Recourse.written(),
            ),
        ),
        Purpose::Referral => (
            t.template_about_referral(number),
            t.template_body_referral(opening, organisation, WhyNotOurs.written(), you),
        ),
        Purpose::EndOfProcess => (
            t.template_about_end(kind, number),
            t.template_body_end(opening, Ending.written(), Recourse.written(), organisation),
        ),
        Purpose::Correction => (
            t.template_about_correction(IssuedLetter.written()),
            t.template_body_correction(organisation, IssuedLetter.written()),
        ),
        Purpose::Acknowledgement => (
            t.template_about_acknowledgement(&kind, &number),
            t.template_body_acknowledgement(opening, organisation, kind, number, LimitDate.written()),
        ),
        Purpose::PromiseOfReply => (
            t.template_about_promise(kind, number),
            t.template_body_promise(opening, organisation, you, PromiseDate.written()),
        ),
        Purpose::Extension => (
            t.template_about_extension(kind, number),
            t.template_body_extension(
                opening,
                ExtensionReason.written(),
                ExtensionDate.written(),
                organisation,
            ),
        ),
        Purpose::Progress => (
            t.template_about_progress(&kind, number),
            t.template_body_progress(opening, organisation, kind, LimitDate.written()),
        ),
        Purpose::ToClient => (
            t.template_about_client(&kind, number),
            t.template_body_client(organisation, kind, Client.written()),
        ),
    };
    Wording { subject, body }
}

/// How the letter speaks of whoever complained: it goes to that one, or to who passed the case on.
pub fn you(t: &Texts, is_forwarded: bool) -> &'static str {
    if is_forwarded {
        t.letter_you_forwarded()
    } else {
        t.letter_you()
    }
}

/// When and from whom the case came.
pub fn opening(t: &Texts, is_forwarded: bool, received: &str, organisation: &str, kind: &str) -> String {
    if is_forwarded {
        t.letter_opening_forwarded(received, organisation, kind)
    } else {
        t.letter_opening(received, organisation, kind)
    }
}

/// What may be done by whoever does not accept what the letter says.
pub mod recourse {
    use i18n::Texts;

    /// A review, within so many working days.
    pub fn after_reply(t: &Texts, you: &str, organisation: &str, days: u16) -> String {
        t.letter_recourse_reply(you, organisation, days)
    }

    /// Another body, of which we ask to be told within so many days.
    pub fn after_review(t: &Texts, organisation: &str, you: &str, days: u16) -> String {
        t.letter_recourse_review(organisation, you, days)
    }
}

/// Why the process ends.
pub mod ending {
    use i18n::Texts;

    pub fn withdrawn(t: &Texts, on: &str, you: &str, kind: &str, organisation: &str) -> String {
        t.letter_ending_withdrawn(on, you, kind, organisation)
    }

    /// Withdrawn, and what it was about is looked into all the same.
    pub fn withdrawn_goes_on(t: &Texts, on: &str, you: &str, kind: &str, organisation: &str) -> String {
        t.letter_ending_goes_on(on, you, kind, organisation)
    }

    pub fn reviewed(t: &Texts, you: &str, reasons: &str) -> String {
        t.letter_ending_reviewed(you, reasons)
    }
}
