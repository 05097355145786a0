//! The words by which old books head their columns and name their channels, kinds and subjects.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::mapping::Role;
use crate::record::{Channel, Kind, Subject};

/// Lower case, without accents, words separated by one space: how headings and values are compared.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().filter(|&c| !is_combining_mark(c)) {
        match c {
            'đ' | 'Đ' => folded.push('d'),
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
    folded.trim().to_owned()
}

/// Composed, without blanks at either end: what the record keeps of a cell.
pub(crate) fn tidy(text: &str) -> String {
    text.trim().nfc().collect()
}

/// A heading on one line, as it is shown and as mappings name it.
pub(crate) fn heading(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .nfc()
        .collect()
}

/// A heading that names a role, and how well; the better one compares as greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Likeness {
    /// It is a known heading; otherwise it begins with one.
    pub is_known: bool,
    /// Of the headings known for this role, the plainer ones stand first.
    pub plainness: std::cmp::Reverse<usize>,
}

/// The role that a folded heading names. It is never the date of answer, whatever the heading says.
pub(crate) fn role_named(folded: &str) -> Option<(Role, Likeness)> {
    let known = HEADINGS.iter().flat_map(|&(role, headings)| {
        headings
            .iter()
            .enumerate()
            .map(move |(rank, known)| (role, rank, *known))
    });
    let likeness = |is_known, rank| Likeness {
        is_known,
        plainness: std::cmp::Reverse(rank),
    };
    if let Some((role, rank, _)) = known.clone().find(|&(_, _, known)| known == folded) {
        return Some((role, likeness(true, rank)));
    }
    if speaks_of_answer(folded) {
        return None;
    }
    // The longest beginning counts: "ngày đến hạn …" is a limit, "ngày đến …" a receipt.
    known
        .filter(|(_, _, known)| known.contains(' ') && begins_with_words(folded, known))
        .max_by_key(|(_, _, known)| known.len())
        .map(|(role, rank, _)| (role, likeness(false, rank)))
}

fn begins_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '))
}

/// Speaks of an answer, so that it may be the date of answer.
pub(crate) fn speaks_of_answer(folded: &str) -> bool {
    let padded = format!(" {folded} ");
    ANSWER_WORDS.iter().any(|word| padded.contains(word))
}

pub(crate) fn channel(folded: &str) -> Option<Channel> {
    look_up(CHANNELS, folded)
}

pub(crate) fn kind(folded: &str) -> Option<Kind> {
    look_up(KINDS, folded)
}

pub(crate) fn subject(folded: &str) -> Option<Subject> {
    look_up(SUBJECTS, folded)
}

fn look_up<T: Copy>(table: &[(T, &[&str])], folded: &str) -> Option<T> {
    table
        .iter()
        .find(|(_, words)| words.contains(&folded))
        .map(|&(meaning, _)| meaning)
}

const ANSWER_WORDS: &[&str] = &[
    " tra loi ",
    " phuc dap ",
    " phan hoi ",
    " hoi dap ",
    " giai dap ",
    " hoi am ",
    " giai quyet ",
    " ngay gui ",
    " ngay phat hanh ",
    " answer ",
    " answered ",
    " reply ",
    " replied ",
    " response ",
    " responded ",
    " resolved ",
    " resolution ",
];

const HEADINGS: &[(Role, &[&str])] = &[
    (
        Role::Received,
        &[
            "ngay nhan",
            "ngay tiep nhan",
            "ngay nhan don",
            "ngay nhan khieu nai",
            "ngay thang nhan",
            "ngay thang tiep nhan",
            "thoi gian nhan",
            "thoi gian tiep nhan",
            "thoi diem tiep nhan",
            "ngay den",
            "ngay thang den",
            "ngay ghi nhan",
            "date received",
            "received date",
            "received on",
            "received at",
            "received",
            "date of receipt",
            "receipt date",
            "created date",
            "date created",
            "created at",
            "created",
            "open dt",
            "open date",
            "opened",
            "opened date",
            "date opened",
            "opened at",
        ],
    ),
    (
        Role::Summary,
        &[
            "noi dung khieu nai",
            "noi dung phan nan",
            "noi dung vu viec",
            "noi dung su viec",
            "noi dung don",
            "tom tat noi dung",
            "trich yeu noi dung",
            "noi dung",
            "tom tat",
            "trich yeu",
            "summary",
            "description",
            "complaint description",
            "complaint",
            "issue",
            "complaint type",
            "case title",
            "details",
        ],
    ),
    (
        Role::Complainant,
        &[
            "ben khieu nai",
            "nguoi khieu nai",
            "nguoi phan nan",
            "nguoi khieu nai phan nan",
            "to chuc ca nhan khieu nai",
            "to chuc ca nhan",
            "don vi khieu nai",
            "ten khach hang",
            "khach hang",
            "nguoi gui",
            "ho va ten",
            "ho ten",
            "complainant",
            "customer name",
            "customer",
            "client",
            "consumer",
        ],
    ),
    (
        Role::Channel,
        &[
            "hinh thuc tiep nhan",
            "hinh thuc khieu nai",
            "hinh thuc",
            "kenh tiep nhan",
            "kenh",
            "phuong thuc tiep nhan",
            "phuong thuc",
            "channel",
            "submitted via",
            "received via",
            "open data channel type",
            "source",
        ],
    ),
    (
        Role::Kind,
        &[
            "loai vu viec",
            "loai don",
            "phan loai",
            "loai",
            "kind",
            "case type",
            "type",
        ],
    ),
    (
        Role::Subject,
        &[
            "doi tuong khieu nai",
            "linh vuc",
            "chu de",
            "nhom noi dung",
            "subject",
            "topic",
            "category",
        ],
    ),
    (
        Role::Unit,
        &[
            "bo phan lien quan",
            "don vi lien quan",
            "phong lien quan",
            "bo phan xu ly",
            "don vi xu ly",
            "bo phan",
            "phong ban",
            "unit concerned",
            "unit",
            "department",
            "agency name",
        ],
    ),
    (
        Role::Number,
        &[
            "so vu viec",
            "ma vu viec",
            "so don",
            "so dang ky",
            "so den",
            "so thu tu",
            "stt",
            "ma so",
            "so",
            "case number",
            "case id",
            "case enquiry id",
            "complaint number",
            "complaint id",
            "reference number",
            "reference",
            "unique key",
            "number",
            "id",
        ],
    ),
    (
        Role::Limit,
        &[
            "thoi han tra loi",
            "han tra loi",
            "thoi han giai quyet",
            "han giai quyet",
            "thoi han xu ly",
            "han xu ly",
            "thoi han",
            "ngay den han",
            "due date",
            "date due",
            "target date",
            "target dt",
            "deadline",
        ],
    ),
    (
        Role::Sent,
        &[
            "ngay chuyen xu ly",
            "ngay chuyen bo phan",
            "ngay chuyen don",
            "ngay chuyen",
            "date sent to company",
            "date forwarded",
            "forwarded on",
            "date referred",
        ],
    ),
    (
        Role::Closed,
        &[
            "ngay dong",
            "ngay dong vu viec",
            "ngay ket thuc",
            "closed date",
            "date closed",
            "closed dt",
            "closed on",
            "closed at",
        ],
    ),
    (
        Role::Outcome,
        &[
            "ket qua giai quyet",
            "ket qua xu ly",
            "ket qua",
            "ket luan",
            "bien phap giai quyet",
            "outcome",
            "result",
            "company response to consumer",
            "resolution description",
            "closure reason",
        ],
    ),
];

const CHANNELS: &[(Channel, &[&str])] = &[
    (
        Channel::InPerson,
        &[
            "in person",
            "counter",
            "walk in",
            "truc tiep",
            "tai quay",
            "den truc tiep",
            "gap truc tiep",
        ],
    ),
    (
        Channel::Phone,
        &[
            "phone",
            "telephone",
            "by phone",
            "call",
            "dien thoai",
            "qua dien thoai",
            "goi dien",
            "dt",
        ],
    ),
    (
        Channel::Letter,
        &[
            "letter",
            "mail",
            "post",
            "postal mail",
            "by post",
            "thu",
            "don",
            "don thu",
            "cong van",
            "van ban",
            "bang van ban",
            "buu dien",
            "qua buu dien",
        ],
    ),
    (
        Channel::Email,
        &["email", "e mail", "by email", "thu dien tu", "qua email"],
    ),
    (
        Channel::WebForm,
        &[
            "web form",
            "web",
            "website",
            "web site",
            "online",
            "internet",
            "trang web",
            "cong thong tin",
        ],
    ),
    (Channel::Chat, &["chat", "zalo", "messenger", "tin nhan"]),
    (Channel::Fax, &["fax", "qua fax"]),
    (
        Channel::Authority,
        &[
            "authority",
            "referral",
            "referred",
            "co quan chuyen den",
            "cap tren chuyen",
            "chuyen don",
        ],
    ),
];

const KINDS: &[(Kind, &[&str])] = &[
    (Kind::Complaint, &["complaint", "khieu nai"]),
    (Kind::Grievance, &["grievance", "phan nan"]),
    (Kind::Appeal, &["appeal", "khang nghi"]),
];

const SUBJECTS: &[(Subject, &[&str])] = &[
    (
        Subject::CertificationResult,
        &[
            "certification result",
            "ket qua chung nhan",
            "ket qua chung nhan san pham",
            "chung nhan",
        ],
    ),
    (
        Subject::StaffConduct,
        &[
            "staff conduct",
            "conduct",
            "thai do",
            "thai do phuc vu",
            "thai do nhan vien",
        ],
    ),
    (
        Subject::Confidentiality,
        &[
            "confidentiality",
            "bao mat",
            "tinh bao mat",
            "bao mat thong tin",
            "lo thong tin",
        ],
    ),
    (
        Subject::ClientProduct,
        &[
            "client product",
            "san pham duoc chung nhan",
            "san pham cua khach hang",
            "su dung dau",
            "dau chung nhan",
        ],
    ),
    (
        Subject::ComplaintHandling,
        &[
            "complaint handling",
            "giai quyet khieu nai",
            "viec giai quyet khieu nai",
        ],
    ),
    (
        Subject::OtherActivity,
        &["other activity", "other", "hoat dong khac", "khac"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn is(heading: &str) -> Option<Role> {
        role_named(&fold(heading)).map(|(role, _)| role)
    }

    #[test]
    fn headings_are_known_with_and_without_accents_and_in_both_languages() {
        for text in [
            "Ngày nhận",
            "NGÀY TIẾP NHẬN",
            "Ngay tiep nhan",
            "Date received",
            "Created Date",
            "open_dt",
            "Ngày nhận khiếu nại, phàn nàn",
        ] {
            assert_eq!(is(text), Some(Role::Received), "{text}");
        }
        assert_eq!(is("Hạn trả lời"), Some(Role::Limit));
        assert_eq!(is("Ngày đến hạn xử lý"), Some(Role::Limit));
        assert_eq!(is("Company response to consumer"), Some(Role::Outcome));
    }

    #[test]
    fn no_heading_names_the_date_of_answer() {
        for text in [
            "Ngày trả lời",
            "Ngày nhận được công văn trả lời",
            "Date answered",
            "Answered",
            "Response date",
            "Ngày giải quyết",
            "Ngày gửi",
        ] {
            assert_eq!(is(text), None, "{text}");
            assert!(speaks_of_answer(&fold(text)), "{text}");
        }
        assert!(HEADINGS.iter().all(|(role, _)| *role != Role::Answered));
    }

    #[test]
    fn every_word_in_the_tables_is_written_as_it_is_compared() {
        let headings = HEADINGS.iter().flat_map(|(_, words)| words.iter());
        let values = (CHANNELS.iter().flat_map(|(_, words)| words.iter()))
            .chain(KINDS.iter().flat_map(|(_, words)| words.iter()))
            .chain(SUBJECTS.iter().flat_map(|(_, words)| words.iter()));
        for word in headings.chain(values) {
            assert_eq!(&fold(word), word);
        }
    }

    #[test]
    fn folding_keeps_words_apart_and_drops_marks() {
        assert_eq!(fold("  Đơn  thư / Công-văn "), "don thu cong van");
        assert_eq!(fold("open_dt"), "open dt");
        assert_eq!(fold("…"), "");
    }
}
