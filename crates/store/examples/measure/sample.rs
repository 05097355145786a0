//! Ten thousand plausible cases of several years.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::date;
use store::cases::{self, CasePerson, CaseRecord, CaseRow};
use store::history::{self, NewEvent, Stream};
use store::obligations::{self, Holder, Obligation};
use store::{At, Conn, Db, On, Result, Uuid, search};

pub const ME: Uuid = Uuid::from_u128(7);

const FAMILIES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Vũ", "Bùi"];
const MIDDLES: [&str; 6] = ["Thị", "Văn", "Hữu", "Minh", "Thu", "Quang"];
const GIVENS: [&str; 10] = [
    "Lan", "Anh", "Bình", "Dũng", "Hà", "Hương", "Nam", "Phúc", "Tuấn", "Yến",
];
const KINDS: [&str; 3] = ["complaint", "grievance", "appeal"];
const CHANNELS: [&str; 6] = ["in_person", "phone", "letter", "email", "web", "authority"];
const STAGES: [&str; 5] = ["received", "assessed", "planned", "replying", "closed"];
const SUBJECTS: [&str; 5] = [
    "certification_result",
    "conduct",
    "confidentiality",
    "other",
    "client_product",
];
const MATTERS: [&str; 6] = [
    "Khiếu nại kết quả chứng nhận sản phẩm thép cốt bê tông, đề nghị xem xét lại mẫu thử",
    "Thái độ phục vụ của chuyên gia đánh giá trong buổi làm việc tại nhà máy",
    "Thông tin hồ sơ chứng nhận bị tiết lộ cho đối thủ cạnh tranh",
    "Dấu chứng nhận được sử dụng trên sản phẩm không thuộc phạm vi chứng nhận",
    "Chậm trả lời công văn đề nghị gia hạn giấy chứng nhận",
    "Phí đánh giá không đúng với hợp đồng đã ký",
];

fn pick<T: Copy>(of: &[T], number: i64, step: i64) -> T {
    let index = usize::try_from(number / step).unwrap_or_default();
    of[index % of.len()]
}

/// The id of the case with this running number.
pub fn id(number: i64) -> Uuid {
    Uuid::from_u128((1 << 100) + u128::from(number.unsigned_abs()))
}

pub fn case(number: i64) -> CaseRecord {
    let year = 2022 + number / 2500;
    let ordinal = number % 2500 + 1;
    let closed = number % 10 != 0;
    let received =
        date(i16::try_from(year).unwrap_or(2022), 1, 1).saturating_add(jiff::Span::new().days(ordinal / 7));
    let limit = received.saturating_add(jiff::Span::new().days(30));
    let given = pick(&GIVENS, number, 13);
    let name = format!(
        "{} {} {given}",
        pick(&FAMILIES, number, 1),
        pick(&MIDDLES, number, 3)
    );
    let row = CaseRow {
        id: id(number),
        year,
        ordinal,
        number: format!("{year}-{ordinal:04}"),
        version: 2,
        kind: pick(&KINDS, number, 1).to_owned(),
        channel: pick(&CHANNELS, number, 2).to_owned(),
        written: number % 3 == 0,
        unit_id: Some(Uuid::from_u128(u128::from(number.unsigned_abs() % 6))),
        stage: if closed {
            "closed"
        } else {
            pick(&STAGES[..4], number, 10)
        }
        .to_owned(),
        received_on: On(received),
        registered_on: On(received),
        limit_on: Some(On(limit)),
        first_limit_on: Some(On(limit)),
        answered_on: closed.then_some(On(limit)),
        closed_on: closed.then_some(On(limit)),
        outcome: closed.then(|| "founded".to_owned()),
        severity: Some("medium".to_owned()),
        safety: number % 50 == 0,
        protected: number % 12 == 0,
        imported: false,
        annulled: number % 100 == 99,
        extended: false,
        reopened: false,
        complainant_sort: format!("{} {name}", given.to_lowercase()),
        complainant_name: name,
        complainant_phone: format!("09{:08}", number * 7919 % 100_000_000),
        summary: pick(&MATTERS, number, 1).to_owned(),
        last_event_at: At::from(at(number)),
    };
    CaseRecord {
        subjects: BTreeSet::from([pick(&SUBJECTS, number, 1).to_owned()]),
        people: BTreeSet::from([CasePerson {
            person_id: Uuid::from_u128(u128::from(number.unsigned_abs() % 40)),
            part: "handler".to_owned(),
        }]),
        // As long as a state with a dozen facts in it.
        state: format!(r#"{{"number":{number},"facts":"{}"}}"#, "x".repeat(3000)),
        row,
    }
}

pub fn at(number: i64) -> Timestamp {
    Timestamp::from_second(1_640_000_000 + number * 60).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub fn event(number: i64, kind: &str) -> NewEvent {
    NewEvent {
        at: at(number),
        actor: Some(ME),
        kind: kind.to_owned(),
        body: format!(r#"{{"type":"{kind}","note":"{}"}}"#, "y".repeat(400)),
    }
}

pub fn owed(case: &CaseRecord) -> Vec<Obligation> {
    let roles = ["qmr", "register_officer", "director", "case_officer", "registry"];
    let one = |(index, role): (usize, &&str)| Obligation {
        rule: format!("S{index}"),
        act: "acknowledge".to_owned(),
        holder: match *role {
            "case_officer" => Holder::Person(ME),
            role => Holder::Role {
                role: role.to_owned(),
                unit: None,
            },
        },
        opens_on: Some(case.row.received_on.0),
        due_on: case.row.limit_on.map(|limit| limit.0),
        due_at: None,
        provisional: false,
        anchor: "receipt".to_owned(),
    };
    let open = case.row.closed_on.is_none();
    roles.iter().enumerate().filter(|_| open).map(one).collect()
}

pub fn words(case: &CaseRecord) -> String {
    let row = &case.row;
    let account = MATTERS.join(". ");
    format!(
        "{} {} {} {account}",
        row.number, row.complainant_name, row.summary
    )
}

/// Writes a new case down with all that belongs to it.
pub async fn receive(conn: &mut Conn, case: &CaseRecord, number: i64) -> Result<()> {
    let stream = &Stream::case(case.row.id);
    history::append(
        conn,
        stream,
        0,
        &[event(number, "received"), event(number, "registered")],
    )
    .await?;
    cases::put(conn, case).await?;
    obligations::rewrite(conn, stream, &case.row.number, &owed(case)).await?;
    search::put(conn, case.row.chrono(), &words(case)).await
}

pub async fn fill(db: &Db, cases: i64) -> Result<()> {
    for first in (0..cases).step_by(500) {
        db.act(|mut conn| async move {
            for number in first..first + 500 {
                receive(&mut conn, &case(number), number).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await?;
    }
    db.tend().await?;
    db.act(|mut conn| async move {
        // As PostgreSQL does by itself within a minute.
        if let Conn::Pg(lent) = &mut conn {
            let connection: &mut sqlx::PgConnection = lent;
            sqlx::query("analyze").execute(connection).await?;
        }
        Ok::<_, store::Error>(())
    })
    .await
}
