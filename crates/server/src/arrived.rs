//! What the sender of a mail is told when it arrived, in both languages: nobody knows yet in which the sender reads.

use app::Office;
use app::inbox::Notice;
use i18n::{Lang, texts};
use jiff::Timestamp;

/// The notice for a mail that arrived at this instant.
pub fn arrived(office: &Office, at: Timestamp) -> Notice {
    let (vi, en) = (texts(Lang::Vi), texts(Lang::En));
    let name = office.organisation.name.as_str();
    let said = |t: &'static i18n::Texts| {
        t.arrival_notice_text(name, t.instant(at, &office.zone))
            .trim()
            .to_owned()
    };
    Notice {
        subject: format!(
            "{} / {}",
            vi.arrival_notice_subject(),
            en.arrival_notice_subject()
        ),
        text: format!("{}\n\n– – –\n\n{}\n\n{name}\n", said(vi), said(en)),
    }
}
