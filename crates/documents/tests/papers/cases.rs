//! The papers that are read back: letters short and long, to one and to many, signed with every authority; every form of the house.

use documents::form::{Form, FormKind};
use documents::letter::{Letter, Purpose};
use documents::paper::{Authority, Copies, Paragraph, Signatory, Stage, Typist};
use documents::sample;
use i18n::{Lang, texts};
use jiff::civil::date;

pub fn reply() -> Letter {
    sample::letter(texts(Lang::Vi), Purpose::Reply)
}

/// Of so many paragraphs as the sample has, repeated.
fn long(times: usize) -> Letter {
    let mut letter = reply();
    let body = letter.body.clone();
    letter.body = body.iter().cycle().take(body.len() * times).cloned().collect();
    letter
}

fn signed(authority: Authority) -> Letter {
    let name = "Phạm Thu Bồn".to_owned();
    Letter {
        signatory: Signatory { authority, name },
        ..reply()
    }
}

/// Each under the name by which a failure speaks of it.
pub fn all() -> Vec<(&'static str, Letter)> {
    let head = || "Giám đốc".to_owned();
    let four = [
        "Công ty A",
        "Công ty B",
        "Sở Khoa học và Công nghệ tỉnh Sông Hồng",
        "Bộ phận tiếp nhận",
    ];
    let mut long_house = reply();
    long_house.house.name =
        "Trung tâm Nghiên cứu, Thử nghiệm, Kiểm định và Chứng nhận Chất lượng Vật liệu Xây dựng, Thiết bị Điện và \
         Hàng hoá tiêu dùng khu vực Châu thổ Sông Hồng"
            .to_owned();
    let mut bare = reply();
    bare.house.parents.clear();
    bare.house.foot.clear();
    vec![
        ("one page", reply()),
        ("two pages", long(4)),
        ("five pages", long(11)),
        ("no parent, no foot", bare),
        ("a very long name", long_house),
        (
            "four addressees",
            Letter { addressees: four.map(str::to_owned).to_vec(), ..reply() },
        ),
        (
            "a long addressee",
            Letter {
                addressees: vec!["Công ty Cổ phần Sản xuất, Thương mại và Dịch vụ Thiết bị Điện dân dụng Sông Cầu, \
                                  Chi nhánh khu công nghiệp Châu thổ"
                    .to_owned()],
                ..reply()
            },
        ),
        (
            "a long subject",
            Letter {
                subject: "trả lời khiếu nại về thời gian gửi biên bản đánh giá, về việc thay chuyên gia đánh giá vào phút \
                          chót và về cách tính phí của cuộc đánh giá giám sát lần thứ hai"
                    .to_owned(),
                ..reply()
            },
        ),
        ("in the own office", signed(Authority::Own { title: head() })),
        (
            "TL.",
            signed(Authority::ByOrder { head: head(), title: "Trưởng phòng Khách hàng".to_owned() }),
        ),
        (
            "TUQ.",
            signed(Authority::ByMandate { head: head(), title: "Trưởng bộ phận Quản lý chất lượng".to_owned() }),
        ),
        ("Q.", signed(Authority::Acting { head: head() })),
        (
            "TM.",
            signed(Authority::Collective {
                body: "Hội đồng kháng nghị".to_owned(),
                title: "Chủ tịch".to_owned(),
            }),
        ),
        (
            "October, two digits",
            Letter { stage: Stage::Issued { number: Some(112), on: date(2026, 10, 31) }, ..reply() },
        ),
        (
            "kept copies and typist",
            Letter {
                copies: Copies { kept: Some(3), ..reply().copies },
                typist: Some(Typist { initials: "ĐLG".to_owned(), copies: 5 }),
                ..reply()
            },
        ),
        ("draft", Letter { stage: Stage::Draft { written_on: date(2026, 2, 4) }, ..long(4) }),
        ("signed, no number yet", Letter { stage: Stage::Signed { on: date(2026, 2, 4) }, ..reply() }),
        ("without a number", sample::letter(texts(Lang::Vi), Purpose::Acknowledgement)),
        (
            "a word longer than a line",
            Letter {
                body: vec![Paragraph::plain(format!("Mã băm {} của tệp", "0123456789abcdef".repeat(8)))],
                ..reply()
            },
        ),
    ]
}

/// Every form as it is complete, as the registry gets it, and as a draft; with long subjects, to several, and over several pages.
pub fn forms() -> Vec<(String, Form)> {
    let on = date(2026, 1, 20);
    let mut forms = Vec::new();
    for kind in FormKind::ALL {
        let sample = sample::form(texts(Lang::Vi), kind);
        let mut keep = |how: &str, change: &dyn Fn(&mut Form)| {
            let mut form = sample.clone();
            change(&mut form);
            forms.push((format!("{}, {how}", kind.key()), form));
        };
        keep("complete", &|_| {});
        keep("without a number", &|form| form.stage = Stage::Signed { on });
        keep("draft", &|form| form.stage = Stage::Draft { written_on: on });
        keep("a subject of a line and a word", &|form| {
            form.subject = "Trao đổi về thời gian gửi biên bản đánh giá giám sát lần hai năm 2026".to_owned();
        });
        keep("a long subject", &|form| {
            form.subject.push_str(
                " của Công ty Cổ phần Sản xuất, Thương mại và Dịch vụ Thiết bị Điện dân dụng Sông Cầu, Chi nhánh khu \
                 công nghiệp Châu thổ, về thời gian gửi biên bản đánh giá",
            );
        });
        if kind == FormKind::Transfer {
            keep("to two", &|form| {
                let to = ["Ngô Lam Giang", "Phòng Chứng nhận sản phẩm"];
                form.addressees = to.map(str::to_owned).to_vec();
            });
        }
        if kind == FormKind::ConductTalk {
            keep("of several pages", &|form| {
                let parts = form.body.len() * 5;
                form.body = form.body.iter().cycle().take(parts).cloned().collect();
            });
        }
    }
    forms
}
