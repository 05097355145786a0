//! A desk to look at: a small office with a few cases on a temporary SQLite file. `cargo run -p web --example desk -- 8098`.

use std::sync::Arc;

use app::accounts::Setup;
use app::{App, Submission, Texts, new_id};
use jiff::Timestamp;
use procedure::case::acts::*;
use procedure::vocabulary::*;
use procedure::{Act, Actor, PersonId};
use store::On;

#[allow(
    clippy::disallowed_methods,
    reason = "an example reads the clock like the server does"
)]
fn now() -> Timestamp {
    Timestamp::now()
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port: u16 = std::env::args()
        .nth(1)
        .and_then(|port| port.parse().ok())
        .unwrap_or(8098);
    let directory = std::env::temp_dir().join(format!("phucdap-desk-{}", std::process::id()));
    let db = store::Db::open(directory.join("desk.db").to_str().ok_or("a path in UTF-8")?).await?;
    let blobs = store::blobs::Blobs::open(directory.join("files")).await?;
    let app = App::new(db.clone(), blobs);
    let admin = app
        .set_up(
            now(),
            Setup {
                organisation: "Trung tâm Chứng nhận Ví Dụ".into(),
                parent: "Viện Ví Dụ".into(),
                place: "Hà Nội".into(),
                symbol: "TTCN".into(),
                name: "Quản Trị Ví Dụ".into(),
                login: "admin".into(),
                password: "matkhau-vi-du".into(),
            },
        )
        .await?;
    let hash = app::accounts::hash_password("matkhau-vi-du".into()).await?;
    let people = [
        ("Trần Tiếp Nhận", "so", "Chuyên viên", Role::RegisterOfficer),
        ("Lê Thị Chất", "qmr", "Đại diện lãnh đạo về chất lượng", Role::Qmr),
        (
            "Phạm Trưởng Phòng",
            "cntt",
            "Trưởng phòng CNTT",
            Role::CertificationHead,
        ),
        ("Nguyễn Giám Đốc", "gd", "Giám đốc", Role::Director),
        ("Vũ Phó", "pgd", "Phó Giám đốc", Role::DeputyDirector),
        ("Hoàng Văn Thư", "vt", "Văn thư", Role::Registry),
        (
            "Đỗ Khách Quan",
            "kq",
            "Chủ tịch hội đồng khách quan",
            Role::ImpartialityBody,
        ),
    ];
    let mut ids = vec![admin];
    for (name, login, position, role) in people {
        let id = new_id();
        ids.push(PersonId(id));
        let hash = hash.clone();
        db.act(|mut conn| {
            let hash = hash.clone();
            async move {
                let row = store::people::Person {
                    id,
                    display_name: name.into(),
                    sort_key: app::collation::sort_key(name),
                    login: login.into(),
                    email: None,
                    position: position.into(),
                    unit_id: None,
                    active: true,
                    language: "vi".into(),
                    theme: "auto".into(),
                };
                store::people::insert(&mut conn, &row, now()).await?;
                store::people::set_password(&mut conn, id, Some(&hash)).await?;
                let appointment = store::roles::Appointment {
                    id: new_id(),
                    person_id: id,
                    role: role.key().into(),
                    unit_id: None,
                    from_on: On(jiff::civil::date(2020, 1, 1)),
                    until_on: None,
                    document: "QĐ 01".into(),
                };
                store::roles::put_appointment(&mut conn, &appointment).await?;
                let organisation = store::organisation::the_one(&mut conn)
                    .await?
                    .expect("it was set up");
                store::organisation::update(&mut conn, &organisation).await?;
                Ok::<_, store::Error>(())
            }
        })
        .await?;
    }
    let today = app.office().await?.desk(now()).today;
    for (channel, kind, subject, words) in [
        (
            Channel::Letter,
            Kind::Complaint,
            Subject::OtherActivity,
            "Kết quả thử nghiệm gửi chậm hai tuần so với hẹn.",
        ),
        (
            Channel::Phone,
            Kind::Grievance,
            Subject::StaffConduct,
            "Nhân viên trả lời điện thoại cộc lốc.",
        ),
        (
            Channel::Email,
            Kind::Appeal,
            Subject::CertificationResult,
            "Đề nghị xem xét lại quyết định từ chối chứng nhận.",
        ),
    ] {
        let mut texts = Texts::default();
        let party = procedure::PartyId(new_id());
        let act = Act::Receive(Receive {
            channel,
            declared_kind: kind,
            subjects: [subject].into(),
            complainant: Complainant {
                party: Some(party),
                reach: Reach {
                    letter: true,
                    voice: true,
                },
                is_client: true,
                represented: false,
                group: false,
            },
            received_on: today,
            content: texts.add(words),
            remedy_sought: None,
            persons_concerned: if subject == Subject::StaffConduct {
                [ids[6]].into()
            } else {
                Default::default()
            },
            unit: None,
            safety: false,
            forwarder: None,
            documents: vec![],
            first_read_at: None,
        });
        let new = app::NewParty {
            name: "Công ty TNHH Ví Dụ".into(),
            phone: "0900 000 000".into(),
            ..Default::default()
        };
        let submission = Submission {
            key: new_id().to_string(),
            acts: vec![act],
            texts,
            parties: vec![(party, new)],
            ..Submission::default()
        };
        let done = app.execute(now(), Actor::Person(ids[1]), submission).await?;
        println!("{}", done.number);
    }
    let options = web::Options {
        clock: Arc::new(now),
        demo: None,
        secure_cookies: false,
        trusted_proxies: Arc::default(),
        public_url: None,
        setup_token: None,
        interface: web::Interface::default(),
        sends_mail: false,
    };
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    println!("http://127.0.0.1:{port}");
    axum::serve(listener, web::site(app, options)).await?;
    Ok(())
}
