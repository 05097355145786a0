//! Which registers there are, and the columns that the decree gives them, in its order.

use i18n::Texts;

use crate::sheet::Column;

/// A register of the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Sổ tiếp nhận và giải quyết khiếu nại, phàn nàn, kháng nghị: the book of the procedure, with no statutory form.
    Cases,
    /// Sổ đăng ký văn bản đi (Phụ lục IV, I).
    Outgoing,
    /// Sổ đăng ký văn bản đến (Phụ lục IV, VI).
    Incoming,
    /// Sổ theo dõi giải quyết văn bản đến (Phụ lục IV, VIII).
    Handling,
    /// Sổ gửi văn bản đi bưu điện (Phụ lục IV, III).
    Postal,
}

impl Kind {
    pub const ALL: [Kind; 5] = [
        Kind::Cases,
        Kind::Outgoing,
        Kind::Incoming,
        Kind::Handling,
        Kind::Postal,
    ];

    /// As files and addresses name it.
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Cases => "cases",
            Kind::Outgoing => "outgoing",
            Kind::Incoming => "incoming",
            Kind::Handling => "handling",
            Kind::Postal => "postal",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Kind::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// What stands on its cover.
    pub fn title(self, t: &Texts) -> &'static str {
        match self {
            Kind::Cases => t.book_cases(),
            Kind::Outgoing => t.book_outgoing(),
            Kind::Incoming => t.book_incoming(),
            Kind::Handling => t.book_handling(),
            Kind::Postal => t.book_postal(),
        }
    }

    /// Its columns with their widths in characters.
    pub fn columns(self, t: &Texts) -> Vec<Column> {
        let columns: &[(&str, u16)] = match self {
            Kind::Cases => &[
                (t.book_case_number(), 13),
                (t.book_received(), 14),
                (t.book_channel(), 14),
                (t.register_complainant(), 20),
                (t.register_kind(), 13),
                (t.register_content(), 34),
                (t.book_concerns(), 18),
                (t.register_limit(), 14),
                (t.register_outcome(), 14),
                (t.book_measures(), 22),
                (t.book_answer(), 16),
                (t.register_closed(), 14),
                (t.letters_note(), 13),
            ],
            Kind::Outgoing => &[
                (t.letters_number(), 16),
                (t.letters_date(), 14),
                (t.letters_summary(), 40),
                (t.letters_signer(), 20),
                (t.letters_recipient(), 28),
                (t.letters_kept_by(), 14),
                (t.letters_copies_count(), 9),
                (t.letters_dispatched(), 14),
                (t.letters_receipt(), 12),
                (t.letters_note(), 18),
            ],
            Kind::Incoming => &[
                (t.letters_arrived(), 14),
                (t.letters_incoming_number(), 8),
                (t.letters_author(), 26),
                (t.letters_their_number(), 14),
                (t.letters_date(), 14),
                (t.letters_summary(), 40),
                (t.letters_for(), 20),
                (t.letters_passed_on(), 14),
                (t.letters_receipt(), 12),
                (t.letters_note(), 16),
            ],
            Kind::Handling => &[
                (t.letters_incoming_number(), 8),
                (t.book_document(), 44),
                (t.letters_for(), 22),
                (t.book_due(), 13),
                (t.book_progress(), 30),
                (t.book_reply(), 18),
                (t.letters_note(), 18),
            ],
            Kind::Postal => &[
                (t.letters_dispatched(), 13),
                (t.letters_number(), 18),
                (t.letters_recipient(), 46),
                (t.book_envelopes(), 10),
                (t.book_post_mark(), 30),
                (t.letters_note(), 24),
            ],
        };
        columns
            .iter()
            .map(|(title, width)| Column::new(*title, *width))
            .collect()
    }
}
