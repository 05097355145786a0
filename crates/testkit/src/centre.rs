//! A small certification centre: one person in each role, colleagues without any, two departments, and a clock that stands still.

use app::accounts::{Setup, hash_password};
use app::{App, new_id};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use procedure::vocabulary::Role;
use procedure::{Actor, PersonId, UnitId};
use store::On;
use store::people::Person;
use uuid::Uuid;

use crate::{StoppedClock, TestDb, databases, on_sqlite};

/// The password of everybody at the centre.
pub const PASSWORD: &str = "mat-khau-thu-nghiem";

/// Login, name, position, and the role that goes with it.
const STAFF: &[(&str, &str, &str, Option<Role>)] = &[
    ("so", "Trần Thị Sổ", "Chuyên viên", Some(Role::RegisterOfficer)),
    (
        "qmr",
        "Lê Chất Lượng",
        "Đại diện lãnh đạo về chất lượng",
        Some(Role::Qmr),
    ),
    (
        "cntt",
        "Phạm Trưởng Phòng",
        "Trưởng phòng CNTT",
        Some(Role::CertificationHead),
    ),
    ("giamdoc", "Nguyễn Giám Đốc", "Giám đốc", Some(Role::Director)),
    ("phogiamdoc", "Vũ Phó", "Phó Giám đốc", Some(Role::DeputyDirector)),
    ("vanthu", "Hoàng Văn Thư", "Văn thư", Some(Role::Registry)),
    (
        "khachquan",
        "Đỗ Khách Quan",
        "Chủ tịch hội đồng",
        Some(Role::ImpartialityBody),
    ),
    ("danhgia", "Bùi Đánh Giá", "Chuyên gia", Some(Role::Auditor)),
    ("letan", "Ngô Thị Lễ Tân", "Lễ tân", None),
    ("chuyenvien", "Đặng Chuyên Viên", "Chuyên viên", None),
];

/// Since then everybody holds their role.
const SINCE: Date = date(2020, 1, 1);

/// A centre on a database of its own.
pub struct Centre {
    pub app: App,
    pub clock: StoppedClock,
    /// `sqlite` or `postgres`.
    pub kind: &'static str,
    pub administrator: PersonId,
    people: Vec<(&'static str, PersonId)>,
    pub units: [UnitId; 2],
    test: TestDb,
}

/// A centre on each kind of database, with the clock at this instant; `test` names them in messages.
pub async fn centres(test: &str, instant: &str) -> Vec<Centre> {
    let mut centres = Vec::new();
    for test in databases(test).await {
        centres.push(Centre::open(test, instant).await);
    }
    centres
}

impl Centre {
    /// A centre on a SQLite file.
    pub async fn on_sqlite(instant: &str) -> Centre {
        Centre::open(on_sqlite().await, instant).await
    }

    /// The staff moves into an empty database.
    pub async fn open(test: TestDb, instant: &str) -> Centre {
        let clock = StoppedClock::at(instant);
        let files = store::blobs::Blobs::open(test.directory().join("files")).await;
        let app = App::new(
            test.db.clone(),
            files.expect("the directory of a test can be written"),
        );
        let setup = Setup {
            organisation: "Trung tâm Chứng nhận Thử Nghiệm".to_owned(),
            parent: "Viện Thử Nghiệm".to_owned(),
            place: "Hà Nội".to_owned(),
            symbol: "TTCN".to_owned(),
            name: "Quản Trị".to_owned(),
            login: "quantri".to_owned(),
            password: PASSWORD.to_owned(),
        };
        let administrator = app
            .set_up(clock.now(), setup)
            .await
            .expect("an empty database is set up");
        let hash = hash_password(PASSWORD.to_owned())
            .await
            .expect("the password is long enough");
        let mut centre = Centre {
            app,
            clock,
            kind: test.kind,
            administrator,
            people: Vec::new(),
            units: [UnitId(new_id()), UnitId(new_id())],
            test,
        };
        centre.move_in(&hash).await.expect("the staff is written down");
        centre
    }

    async fn move_in(&mut self, hash: &str) -> store::Result<()> {
        self.people = STAFF
            .iter()
            .map(|(login, ..)| (*login, PersonId(new_id())))
            .collect();
        let (people, units, now) = (&self.people, self.units, self.now());
        self.test
            .db
            .act(|mut conn| async move {
                let conn = &mut conn;
                for (unit, (code, name)) in units
                    .iter()
                    .zip([("CNTT", "CNTT"), ("HCTH", "Hành chính tổng hợp")])
                {
                    let unit = store::organisation::Unit {
                        id: unit.0,
                        code: code.to_owned(),
                        name: name.to_owned(),
                        active: true,
                    };
                    store::organisation::put_unit(conn, &unit).await?;
                }
                for ((login, name, position, role), (_, id)) in STAFF.iter().zip(people) {
                    store::people::insert(conn, &person(id.0, login, name, position), now).await?;
                    store::people::set_password(conn, id.0, Some(hash)).await?;
                    if let Some(role) = role {
                        store::roles::put_appointment(conn, &appointment(id.0, *role)).await?;
                    }
                }
                let organisation = store::organisation::the_one(conn).await?;
                store::organisation::update(conn, &organisation.expect("it was set up")).await
            })
            .await
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Somebody by login.
    pub fn person(&self, login: &str) -> PersonId {
        let found = self.people.iter().find(|(known, _)| *known == login);
        found.unwrap_or_else(|| panic!("nobody signs in as {login}")).1
    }

    pub fn actor(&self, login: &str) -> Actor {
        Actor::Person(self.person(login))
    }

    /// The database under the centre.
    pub fn db(&self) -> &store::Db {
        &self.test.db
    }

    /// The database as a test sees it: its place, its directory, and the way past everything that guards it.
    pub fn test(&self) -> &TestDb {
        &self.test
    }
}

fn person(id: Uuid, login: &str, name: &str, position: &str) -> Person {
    Person {
        id,
        display_name: name.to_owned(),
        sort_key: app::collation::sort_key(name),
        login: login.to_owned(),
        email: None,
        position: position.to_owned(),
        unit_id: None,
        active: true,
        language: "vi".to_owned(),
        theme: "auto".to_owned(),
    }
}

fn appointment(person: Uuid, role: Role) -> store::roles::Appointment {
    store::roles::Appointment {
        id: new_id(),
        person_id: person,
        role: role.key().to_owned(),
        unit_id: None,
        from_on: On(SINCE),
        until_on: None,
        document: "QĐ 01".to_owned(),
    }
}
