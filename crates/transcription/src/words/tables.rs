//! The words themselves, folded: lower case, without accents.

use crate::mapping::Role;
use crate::record::{Channel, Kind, Subject};

/// A heading with one of these may be about the answer.
#[rustfmt::skip]
pub(super) const ANSWER_WORDS: &[&str] = &[
    " tra loi ", " phuc dap ", " phan hoi ", " hoi dap ", " giai dap ", " hoi am ", " giai quyet ",
    " ngay gui ", " ngay phat hanh ", " answer ", " answered ", " reply ", " replied ", " response ",
    " responded ", " resolved ", " resolution ",
];

/// What columns are called; the plainest first. The date of answer is missing on purpose.
#[rustfmt::skip]
pub(super) const HEADINGS: &[(Role, &[&str])] = &[
    (Role::Received, &[
        "ngay nhan", "ngay tiep nhan", "ngay nhan don", "ngay nhan khieu nai", "ngay thang nhan",
        "ngay thang tiep nhan", "thoi gian nhan", "thoi gian tiep nhan", "thoi diem tiep nhan", "ngay den",
        "ngay thang den", "ngay ghi nhan", "date received", "received date", "received on", "received at",
        "received", "date of receipt", "receipt date", "created date", "date created", "created at",
        "created", "open dt", "open date", "opened", "opened date", "date opened", "opened at",
    ]),
    (Role::Summary, &[
        "noi dung khieu nai", "noi dung phan nan", "noi dung vu viec", "noi dung su viec", "noi dung don",
        "tom tat noi dung", "trich yeu noi dung", "noi dung", "tom tat", "trich yeu", "summary",
        "description", "complaint description", "complaint", "issue", "complaint type", "case title",
        "details",
    ]),
    (Role::Complainant, &[
        "ben khieu nai", "nguoi khieu nai", "nguoi phan nan", "nguoi khieu nai phan nan",
        "to chuc ca nhan khieu nai", "to chuc ca nhan", "don vi khieu nai", "ten khach hang", "khach hang",
        "nguoi gui", "ho va ten", "ho ten", "complainant", "customer name", "customer", "client",
        "consumer",
    ]),
    (Role::Channel, &[
        "hinh thuc tiep nhan", "hinh thuc khieu nai", "hinh thuc", "kenh tiep nhan", "kenh",
        "phuong thuc tiep nhan", "phuong thuc", "channel", "submitted via", "received via",
        "open data channel type", "source",
    ]),
    (Role::Kind, &[
        "loai vu viec", "loai don", "phan loai", "loai", "kind", "case type", "type",
    ]),
    (Role::Subject, &[
        "doi tuong khieu nai", "linh vuc", "chu de", "nhom noi dung", "subject", "topic", "category",
    ]),
    (Role::Unit, &[
        "bo phan lien quan", "don vi lien quan", "phong lien quan", "bo phan xu ly", "don vi xu ly",
        "bo phan", "phong ban", "unit concerned", "unit", "department", "agency name",
    ]),
    (Role::Number, &[
        "so vu viec", "ma vu viec", "so don", "so dang ky", "so den", "so thu tu", "stt", "ma so", "so",
        "case number", "case id", "case enquiry id", "complaint number", "complaint id",
        "reference number", "reference", "unique key", "number", "id",
    ]),
    (Role::Limit, &[
        "thoi han tra loi", "han tra loi", "thoi han giai quyet", "han giai quyet", "thoi han xu ly",
        "han xu ly", "thoi han", "ngay den han", "due date", "date due", "target date", "target dt",
        "deadline",
    ]),
    (Role::Sent, &[
        "ngay chuyen xu ly", "ngay chuyen bo phan", "ngay chuyen don", "ngay chuyen",
        "date sent to company", "date forwarded", "forwarded on", "date referred",
    ]),
    (Role::Closed, &[
        "ngay dong", "ngay dong vu viec", "ngay ket thuc", "closed date", "date closed", "closed dt",
        "closed on", "closed at",
    ]),
    (Role::Outcome, &[
        "ket qua giai quyet", "ket qua xu ly", "ket qua", "ket luan", "bien phap giai quyet", "outcome",
        "result", "company response to consumer", "resolution description", "closure reason",
    ]),
];

#[rustfmt::skip]
pub(super) const CHANNELS: &[(Channel, &[&str])] = &[
    (Channel::InPerson, &[
        "in person", "counter", "walk in", "truc tiep", "tai quay", "den truc tiep", "gap truc tiep",
    ]),
    (Channel::Phone, &[
        "phone", "telephone", "by phone", "call", "dien thoai", "qua dien thoai", "goi dien", "dt",
    ]),
    (Channel::Letter, &[
        "letter", "mail", "post", "postal mail", "by post", "thu", "don", "don thu", "cong van", "van ban",
        "bang van ban", "buu dien", "qua buu dien",
    ]),
    (Channel::Email, &[
        "email", "e mail", "by email", "thu dien tu", "qua email",
    ]),
    (Channel::WebForm, &[
        "web form", "web", "website", "web site", "online", "internet", "trang web", "cong thong tin",
    ]),
    (Channel::Chat, &[
        "chat", "zalo", "messenger", "tin nhan",
    ]),
    (Channel::Fax, &[
        "fax", "qua fax",
    ]),
    (Channel::Authority, &[
        "authority", "referral", "referred", "co quan chuyen den", "cap tren chuyen", "chuyen don",
    ]),
];

#[rustfmt::skip]
pub(super) const KINDS: &[(Kind, &[&str])] = &[
    (Kind::Complaint, &[
        "complaint", "khieu nai",
    ]),
    (Kind::Grievance, &[
        "grievance", "phan nan",
    ]),
    (Kind::Appeal, &[
        "appeal", "khang nghi",
    ]),
];

#[rustfmt::skip]
pub(super) const SUBJECTS: &[(Subject, &[&str])] = &[
    (Subject::CertificationResult, &[
        "certification result", "ket qua chung nhan", "ket qua chung nhan san pham", "chung nhan",
    ]),
    (Subject::StaffConduct, &[
        "staff conduct", "conduct", "thai do", "thai do phuc vu", "thai do nhan vien",
    ]),
    (Subject::Confidentiality, &[
        "confidentiality", "bao mat", "tinh bao mat", "bao mat thong tin", "lo thong tin",
    ]),
    (Subject::ClientProduct, &[
        "client product", "san pham duoc chung nhan", "san pham cua khach hang", "su dung dau",
        "dau chung nhan",
    ]),
    (Subject::ComplaintHandling, &[
        "complaint handling", "giai quyet khieu nai", "viec giai quyet khieu nai",
    ]),
    (Subject::OtherActivity, &[
        "other activity", "other", "hoat dong khac", "khac",
    ]),
];
