//! What a list shows of a case never exceeds what the case itself shows to the same person, whatever happened on it.

use std::collections::BTreeMap;

use app::people::{NewInterest, NewSubstitution};
use app::register::CaseRow;
use app::register::register::{Filter, Order, Page};
use jiff::civil::date;
use procedure::Actor;
use procedure::case::acts::{Act, NameParticipants, Participant};
use procedure::obligations::s12::{Sight, sight};
use procedure::vocabulary::{Part, Role};
use store::search::Query;
use testkit::Centre;
use testkit::centre::centres;

use crate::deed::{answered, attempt, case, decided, dispatched, done, drafted, inquired, planned};
use crate::form::{Form, letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

const PEOPLE: &[&str] = &[
    "so",
    "qmr",
    "cntt",
    "giamdoc",
    "phogiamdoc",
    "vanthu",
    "khachquan",
    "danhgia",
    "letan",
    "chuyenvien",
];

/// How a list shows a case to somebody.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Absent,
    Masked,
    Open,
}

fn most(sight: Sight, protected: bool) -> Shown {
    match sight {
        Sight::Nothing => Shown::Absent,
        // A masked line says less than the allegation or the report.
        Sight::Masked | Sight::Allegation | Sight::Report => Shown::Masked,
        // Before the declaration, a line of the book shows of an ordinary case what it shows to all who read the book.
        Sight::Heading if protected => Shown::Masked,
        Sight::Heading | Sight::Full => Shown::Open,
    }
}

async fn assess(centre: &Centre, number: &str, ours: &str, kind: &str, subject: &str) {
    let pairs = [
        ("ours", ours),
        ("kind", kind),
        ("subjects", subject),
        ("severity", "low"),
        ("safety", "no"),
        ("complexity", "low"),
        ("impact", "low"),
        ("immediate_action", "no"),
        ("case_officer", "@chuyenvien"),
        ("reason", "Theo nội dung đơn."),
    ];
    done(centre, "qmr", number, "assess", &pairs).await;
}

fn about(form: Form, centre: &Centre, subject: &str, who: &str) -> Form {
    form.with("subjects", subject)
        .with("persons_concerned", &centre.person(who).to_string())
}

async fn participants(centre: &Centre, number: &str, by: &str, who: &str) {
    let id = case(centre, number).await;
    let act = Act::NameParticipants(NameParticipants {
        decision_number: "QĐ-17".to_owned(),
        decided_on: date(2026, 1, 5),
        client: id.complainant.party,
        people: vec![Participant {
            person: centre.person(who),
            part: Part::Decision,
        }],
    });
    let submission = app::Submission {
        case: Some(id.id),
        key: app::new_id().to_string(),
        acts: vec![act],
        ..app::Submission::default()
    };
    let done = centre
        .app
        .execute(centre.now(), centre.actor(by), submission)
        .await;
    done.unwrap_or_else(|error| panic!("{by} {number}: {error}"));
}

/// Cases in every relation to the people of the centre.
async fn fill(centre: &Centre) {
    for who in [
        "so",
        "qmr",
        "cntt",
        "giamdoc",
        "phogiamdoc",
        "vanthu",
        "chuyenvien",
    ] {
        about(letter(), centre, "staff_conduct", who)
            .enter(centre, "letan")
            .await;
        about(letter(), centre, "other_activity", who)
            .enter(centre, "letan")
            .await;
        for subject in ["other_activity", "confidentiality"] {
            let number = letter().with("subjects", subject).enter(centre, "letan").await;
            // Whom the case is closed to cannot declare on it, and that is as it should be.
            let _ = attempt(
                centre,
                who,
                &number,
                "declare_interest",
                &[("interest", "Họ hàng.")],
            )
            .await;
        }
        for kind in ["complaint", "appeal"] {
            let number = letter()
                .with("declared_kind", kind)
                .with("subjects", "certification_result")
                .and("subjects", "confidentiality")
                .enter(centre, "letan")
                .await;
            participants(centre, &number, "qmr", who).await;
        }
    }
    about(phone_call().promised(), centre, "staff_conduct", "letan")
        .and("subjects", "certification_result")
        .enter(centre, "so")
        .await;
    // Sealed, answered, and answered and rejected.
    let number = letter().enter(centre, "letan").await;
    assess(centre, &number, "other_statute", "complaint", "other_activity").await;
    let number = letter().enter(centre, "letan").await;
    answered(centre, &number).await;
    for rejected in [false, true] {
        let number = letter()
            .with("subjects", "confidentiality")
            .enter(centre, "letan")
            .await;
        let incoming = [
            ("incoming_number", if rejected { "8" } else { "7" }),
            ("arrived_on", "2026-03-02"),
        ];
        assess(centre, &number, "ours", "complaint", "confidentiality").await;
        inquired(centre, &number).await;
        planned(centre, &number).await;
        done(centre, "giamdoc", &number, "approve_plan", &[]).await;
        let breach = [
            ("personal_data", "no"),
            ("conclusion", "Không có dữ liệu cá nhân."),
        ];
        done(centre, "qmr", &number, "assess_data_breach", &breach).await;
        let leak = [
            ("team", "QMR"),
            ("findings", "Gửi nhầm thư."),
            ("leak_confirmed", "yes"),
        ];
        done(centre, "qmr", &number, "investigate_leak", &leak).await;
        decided(centre, &number).await;
        drafted(centre, &number, "giamdoc").await;
        done(centre, "vanthu", &number, "record_incoming", &incoming).await;
        dispatched(centre, &number, "giamdoc").await;
        if rejected {
            let words = [("response", "rejected"), ("words", "Không đồng ý.")];
            done(centre, "chuyenvien", &number, "record_response", &words).await;
        }
    }
    // QMR is the one complained about: another is put in his place.
    let number = about(letter(), centre, "staff_conduct", "qmr")
        .enter(centre, "letan")
        .await;
    let _ = attempt(centre, "letan", &number, "declare_interest", &[]).await;
    let pairs = [
        ("role", "qmr"),
        ("person", "@chuyenvien"),
        ("reason", "QMR là người bị phản ánh."),
    ];
    done(centre, "giamdoc", &number, "substitute", &pairs).await;
}

async fn lines(centre: &Centre, who: &str, filter: Filter) -> BTreeMap<String, (CaseRow, bool)> {
    let page = Page {
        order: Order::Number,
        descending: false,
        after: None,
        limit: 500,
    };
    let person = centre.person(who);
    let register = centre
        .app
        .register(centre.now(), person, filter, page)
        .await
        .unwrap();
    let lines = register.lines.lines.into_iter();
    lines
        .map(|line| (line.row.number.clone(), (line.row, line.masked)))
        .collect()
}

/// Every person and every case: the line beside the page.
async fn compare(centre: &Centre) -> Vec<(&'static str, Shown, Sight)> {
    let all = lines(centre, "qmr", Filter::default()).await;
    let office = centre.app.office().await.unwrap();
    let mut seen = Vec::new();
    for &who in PEOPLE {
        let book = lines(centre, who, Filter::default()).await;
        let found = Filter {
            words: Query::parse("nguyen thi lan"),
            ..Filter::default()
        };
        let found = lines(centre, who, found).await;
        for number in all.keys() {
            let state = case(centre, number).await;
            let page = centre.app.case(centre.now(), centre.person(who), number).await;
            let sight_of_page = page.map_or(Sight::Nothing, |view| view.sight);
            if state.clients().next().is_none() {
                let desk = office.desk(centre.now());
                assert_eq!(sight_of_page, sight(&state, centre.person(who), &desk));
            }
            let shown = match book.get(number) {
                None => Shown::Absent,
                Some((_, true)) => Shown::Masked,
                Some((_, false)) => Shown::Open,
            };
            assert!(
                shown <= most(sight_of_page, state.is_protected()),
                "{}: {who} sees {number} {shown:?} in the register and {sight_of_page:?} on its page: {state:#?}",
                centre.kind
            );
            if found.contains_key(number) {
                let most = most(sight_of_page, state.is_protected());
                assert_eq!(most, Shown::Open, "{who} finds {number} by its words");
            }
            seen.push((who, shown, sight_of_page));
        }
    }
    seen
}

#[tokio::test]
async fn a_line_of_the_register_never_shows_more_than_the_page_of_its_case() {
    for centre in centres("sight", MONDAY).await {
        let by = Actor::Person(centre.administrator);
        // The Director once worked for whoever complains, where that is a client.
        let tie = NewInterest {
            person: centre.person("giamdoc"),
            client: "Công ty Ánh Sáng".to_owned(),
            kind: "consultancy".to_owned(),
            from: date(2024, 1, 1),
            until: None,
            note: String::new(),
        };
        centre.app.declare_tie(centre.now(), by, tie).await.unwrap();
        fill(&centre).await;
        letter()
            .with("name", "CÔNG TY ÁNH SÁNG")
            .with("subjects", "confidentiality")
            .with("is_client", "yes")
            .enter(&centre, "letan")
            .await;
        let seen = compare(&centre).await;
        // Lists are of use: whoever sees all of a case finds it, and the book has no gap for whoever keeps it.
        for (who, shown, sight) in seen {
            if sight == Sight::Full {
                assert_eq!(shown, Shown::Open, "{who}");
            }
            if who == "so" {
                assert!(shown >= Shown::Masked);
            }
        }
    }
}

#[tokio::test]
async fn a_mandate_of_a_barred_director_opens_no_line() {
    for centre in centres("mandate", MONDAY).await {
        about(letter(), &centre, "staff_conduct", "giamdoc")
            .enter(&centre, "letan")
            .await;
        letter()
            .with("subjects", "confidentiality")
            .enter(&centre, "letan")
            .await;
        centre.clock.pass_days(1);
        let new = NewSubstitution {
            role: Role::Qmr,
            of: centre.person("qmr"),
            by: centre.person("chuyenvien"),
            from: date(2026, 3, 3),
            until: None,
            named_by: centre.person("giamdoc"),
            document: "QĐ 9".to_owned(),
        };
        let by = Actor::Person(centre.administrator);
        centre.app.substitute(centre.now(), by, new).await.unwrap();
        compare(&centre).await;
        let book = lines(&centre, "chuyenvien", Filter::default()).await;
        assert_eq!(book.len(), 1, "the case that is not about the Director");
    }
}
