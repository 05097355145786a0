//! A small office with as many cases as a measurement wants.

use anyhow::Result;
use app::accounts::Setup;
use app::{App, NewParty, Submission, Texts, new_id};
use jiff::Timestamp;
use procedure::case::acts::{Act, Complainant, Reach, Receive, TellProgress};
use procedure::vocabulary::{Channel, Kind, Role, Subject};
use procedure::{Actor, PartyId, PersonId};
use store::{Db, On};

pub const PASSWORD: &str = "mat-khau-do-luong";

pub struct Desk {
    pub app: App,
    pub db: Db,
    pub officer: PersonId,
    pub numbers: Vec<(procedure::CaseId, String)>,
}

#[allow(clippy::disallowed_methods, reason = "a measurement lives in real time")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// An office of one register officer, who is QMR too, with this many cases.
pub async fn with_cases(place: &str, files: &std::path::Path, cases: usize) -> Result<Desk> {
    let db = Db::open(place).await?;
    let blobs = store::blobs::Blobs::open(files).await?;
    let app = App::new(db.clone(), blobs);
    let setup = Setup {
        organisation: "Trung tâm Đo".into(),
        place: "Hà Nội".into(),
        symbol: "TTD".into(),
        name: "Người Đo".into(),
        login: "do".into(),
        password: PASSWORD.into(),
        ..Setup::default()
    };
    let officer = app.set_up(now(), setup).await?;
    for role in [Role::RegisterOfficer, Role::Qmr, Role::Registry] {
        let appointment = store::roles::Appointment {
            id: new_id(),
            person_id: officer.0,
            role: role.key().into(),
            unit_id: None,
            from_on: On(jiff::civil::date(2020, 1, 1)),
            until_on: None,
            document: "QĐ 01".into(),
        };
        db.act(|mut conn| {
            let appointment = appointment.clone();
            async move {
                store::roles::put_appointment(&mut conn, &appointment).await?;
                let organisation = store::organisation::the_one(&mut conn).await?;
                if let Some(organisation) = organisation {
                    store::organisation::update(&mut conn, &organisation).await?;
                }
                Ok::<_, store::Error>(())
            }
        })
        .await?;
    }
    let mut desk = Desk {
        app,
        db,
        officer,
        numbers: Vec::new(),
    };
    let mut left = cases;
    while left > 0 {
        let batch = left.min(64);
        let received = futures(batch, |n| receive(&desk, cases - left + n)).await?;
        desk.numbers.extend(received);
        left -= batch;
    }
    Ok(desk)
}

/// So many at once.
pub async fn futures<T, F: Future<Output = Result<T>>>(
    count: usize,
    make: impl Fn(usize) -> F,
) -> Result<Vec<T>> {
    let mut waiting: Vec<_> = (0..count).map(|n| Box::pin(make(n))).collect();
    let mut done = Vec::with_capacity(count);
    std::future::poll_fn(|context| {
        let mut place = 0;
        while place < waiting.len() {
            match waiting[place].as_mut().poll(context) {
                std::task::Poll::Ready(result) => {
                    done.push(result);
                    drop(waiting.swap_remove(place));
                }
                std::task::Poll::Pending => place += 1,
            }
        }
        if waiting.is_empty() {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    done.into_iter().collect()
}

const WORDS: &[&str] = &[
    "kết quả",
    "thử nghiệm",
    "chứng nhận",
    "chậm",
    "hồ sơ",
    "giấy chứng nhận",
    "khách hàng",
    "phản ánh",
    "nhân viên",
    "thái độ",
    "sản phẩm",
    "lô hàng",
    "đánh giá",
    "giám sát",
    "mẫu",
    "biên bản",
    "phí",
    "hợp đồng",
    "trả lời",
    "công văn",
];

async fn receive(desk: &Desk, n: usize) -> Result<(procedure::CaseId, String)> {
    let mut texts = Texts::default();
    let party = PartyId(new_id());
    let words: Vec<&str> = (0..40)
        .map(|k| WORDS[(n * 7 + k * 13 + k * k) % WORDS.len()])
        .collect();
    let today = desk.app.office().await?.desk(now()).today;
    let channel = Channel::ALL[n % Channel::ALL.len()];
    let act = Act::Receive(Receive {
        channel,
        declared_kind: [Kind::Complaint, Kind::Grievance][n % 2],
        subjects: [[
            Subject::OtherActivity,
            Subject::StaffConduct,
            Subject::ClientProduct,
        ][n % 3]]
        .into(),
        complainant: Complainant {
            party: Some(party),
            reach: Reach {
                letter: true,
                voice: true,
            },
            ..Complainant::default()
        },
        received_on: today,
        content: texts.add(words.join(" ")),
        remedy_sought: None,
        persons_concerned: Default::default(),
        unit: None,
        safety: false,
        forwarder: None,
        first_read_at: None,
        documents: Vec::new(),
    });
    let name = format!("Khách hàng {} {}", WORDS[n % WORDS.len()], n);
    let submission = Submission {
        key: new_id().to_string(),
        acts: vec![act],
        texts,
        parties: vec![(
            party,
            NewParty {
                name,
                phone: format!("09{n:08}"),
                ..NewParty::default()
            },
        )],
        ..Submission::default()
    };
    let done = desk
        .app
        .execute(now(), Actor::Person(desk.officer), submission)
        .await?;
    Ok((done.case, done.number.to_string()))
}

/// The act that is measured: it can be done on an open case again and again, and writes what most acts write.
pub async fn tell(desk: &Desk, n: usize) -> Result<()> {
    let (case, _) = &desk.numbers[n % desk.numbers.len()];
    let mut texts = Texts::default();
    let words = texts.add(format!("Đã liên hệ lần {n} và báo tiến độ giải quyết."));
    let submission = Submission {
        case: Some(*case),
        key: new_id().to_string(),
        acts: vec![Act::TellProgress(TellProgress {
            words,
            reply_by: None,
            way: None,
        })],
        texts,
        ..Submission::default()
    };
    desk.app
        .execute(now(), Actor::Person(desk.officer), submission)
        .await?;
    Ok(())
}
