//! Administration: what an administrator may change, what nobody may, and the record of it.

use app::Error;
use app::accounts::NewPerson;
use app::people::{
    Change, NewAppointment, NewAuthority, NewDay, NewInterest, NewSubstitution, NewUnit, OrganisationDetails,
    PersonDetails,
};
use app::work::Part;
use jiff::civil::{Date, date};
use procedure::calendar::DayKind;
use procedure::case::refusal::{Invalid, Problem};
use procedure::vocabulary::{Role, SigningMode};
use procedure::{ActKind, Actor, PersonId};
use testkit::Centre;
use testkit::centre::{PASSWORD, centres};

use crate::deed::{answered, assessed, attempt, case, done, inquired, planned};
use crate::form::letter;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";
const SINCE: Date = date(2026, 3, 2);

fn admin(centre: &Centre) -> Actor {
    Actor::Person(centre.administrator)
}

fn problems<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Vec<Invalid> {
    match outcome {
        Err(Error::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

fn newcomer(login: &str) -> NewPerson {
    NewPerson {
        name: "Người Mới".to_owned(),
        login: login.to_owned(),
        position: "Chuyên viên".to_owned(),
        password: Some(PASSWORD.to_owned()),
        ..NewPerson::default()
    }
}

fn appointment(person: PersonId, role: Role) -> NewAppointment {
    NewAppointment {
        person,
        role,
        unit: None,
        from: SINCE,
        until: None,
        document: "QĐ 07".to_owned(),
    }
}

async fn changes(centre: &Centre) -> Vec<Change> {
    let lines = centre
        .app
        .administration(centre.now(), centre.administrator, None, 50)
        .await
        .unwrap();
    lines.into_iter().rev().map(|(_, line)| line.change).collect()
}

#[tokio::test]
async fn someone_new_is_entered_appointed_and_can_sign_in() {
    for centre in centres("newcomer", MONDAY).await {
        let app = &centre.app;
        let id = app
            .add_person(centre.now(), admin(&centre), newcomer("moi"))
            .await
            .unwrap();
        let token = app
            .sign_in(centre.now(), "MOI", PASSWORD, "")
            .await
            .unwrap()
            .unwrap();
        let viewer = app.viewer(centre.now(), &token).await.unwrap().unwrap();
        assert_eq!((viewer.person, viewer.roles.len()), (id, 0), "{}", centre.kind);

        app.appoint(centre.now(), admin(&centre), appointment(id, Role::Qmr))
            .await
            .unwrap();
        let viewer = app.viewer(centre.now(), &token).await.unwrap().unwrap();
        assert_eq!(viewer.roles, [Role::Qmr], "the role counts at once");
        let again = app
            .appoint(centre.now(), admin(&centre), appointment(id, Role::Qmr))
            .await;
        assert_eq!(problems(again), [Invalid::new("role", Problem::AlreadyUsed)]);

        let row = app.offices().await.unwrap().appointments;
        let row = row.iter().find(|row| row.person_id == id.0).unwrap();
        let end = date(2026, 3, 2);
        app.end_appointment(centre.now(), admin(&centre), row.id, end, String::new())
            .await
            .unwrap();
        centre.clock.pass_days(1);
        let token = app
            .sign_in(centre.now(), "moi", PASSWORD, "")
            .await
            .unwrap()
            .unwrap();
        let viewer = app.viewer(centre.now(), &token).await.unwrap().unwrap();
        assert_eq!(viewer.roles, [], "it was held until the end of its last day");

        let twice = app
            .add_person(centre.now(), admin(&centre), newcomer("Moi"))
            .await;
        assert_eq!(problems(twice), [Invalid::new("login", Problem::AlreadyUsed)]);
        let keys: Vec<String> = changes(&centre).await.iter().map(Change::key).collect();
        assert_eq!(keys, ["person_added", "appointed", "appointment_ended"]);
        assert_eq!(app.verify(centre.now()).await.unwrap().differences, []);
    }
}

#[tokio::test]
async fn only_administrators_administer() {
    for centre in centres("denied", MONDAY).await {
        let app = &centre.app;
        let (now, qmr) = (centre.now(), centre.actor("qmr"));
        let denied = [
            app.add_person(now, qmr, newcomer("moi")).await.map(|_| ()),
            app.set_password(now, qmr, centre.person("so"), PASSWORD.to_owned())
                .await,
            app.close_account(now, qmr, centre.person("letan")).await,
            app.appoint(now, qmr, appointment(centre.person("qmr"), Role::Director))
                .await,
            app.change_settings(now, qmr, None, app.office().await.unwrap().settings.clone())
                .await,
            app.forget_year(now, qmr, 2026, "TB 1".to_owned()).await,
        ];
        for outcome in denied {
            assert!(
                matches!(outcome, Err(Error::Denied)),
                "{}: {outcome:?}",
                centre.kind
            );
        }
        let read = app.administration(now, centre.person("qmr"), None, 9).await;
        assert!(matches!(read, Err(Error::Denied)));
        let read = app.administration(now, centre.person("danhgia"), None, 9).await;
        assert_eq!(
            read.unwrap().len(),
            0,
            "the auditor reads, and nothing was changed"
        );
    }
}

#[tokio::test]
async fn the_product_is_never_left_without_an_administrator() {
    for centre in centres("last", MONDAY).await {
        let app = &centre.app;
        let (now, by, last) = (centre.now(), admin(&centre), centre.administrator);
        let nobody = [Invalid::new("administrator", Problem::LastAdministrator)];
        assert_eq!(
            problems(app.close_account(now, by, last).await),
            nobody,
            "{}",
            centre.kind
        );
        let row = app.offices().await.unwrap().appointments;
        let row = row.iter().find(|row| row.person_id == last.0).unwrap().id;
        let later = date(2026, 12, 31);
        let ended = app.end_appointment(now, by, row, later, String::new()).await;
        assert_eq!(problems(ended), nobody, "nor on a day to come");

        let second = centre.person("chuyenvien");
        app.appoint(now, by, appointment(second, Role::Administrator))
            .await
            .unwrap();
        app.close_account(now, by, last).await.unwrap();
        let by = Actor::Person(second);
        app.reopen_account(now, by, last).await.unwrap();
        assert_eq!(app.verify(now).await.unwrap().differences, []);
    }
}

#[tokio::test]
async fn what_passes_to_others_keeps_nobody_and_they_find_it_in_their_work() {
    for centre in centres("passed on", MONDAY).await {
        let app = &centre.app;
        let (now, by, doer) = (centre.now(), admin(&centre), centre.person("letan"));
        let number = letter().enter(&centre, "letan").await;
        assessed(&centre, &number).await;
        inquired(&centre, &number).await;
        planned(&centre, &number).await;
        done(&centre, "giamdoc", &number, "approve_plan", &[]).await;
        crate::actions::under_way(&centre, "chuyenvien", doer).await;
        let owes = async |who: &str, act: &str| {
            let work = app.work(now, centre.person(who), Part::All, None, 50).await;
            work.unwrap().items.iter().any(|item| item.act == act)
        };
        for act in ["report_measure_done", "report_action_done"] {
            assert!(owes("letan", act).await, "{} {act}", centre.kind);
            assert!(!owes("chuyenvien", act).await, "{} {act}", centre.kind);
        }
        let leaving = app.leaving(now, doer).await.unwrap();
        assert!(leaving.may_leave(), "{}: {leaving:?}", centre.kind);
        let owner = app.leaving(now, centre.person("chuyenvien")).await.unwrap();
        assert_eq!(owner.cases, [number]);
        app.close_account(now, by, doer).await.unwrap();
        app.work_through(now).await.unwrap();
        for act in ["report_measure_done", "report_action_done"] {
            assert!(owes("chuyenvien", act).await, "{} {act}", centre.kind);
        }
    }
}

#[tokio::test]
async fn an_interest_found_later_sets_aside_the_decision_of_a_closed_case() {
    for centre in centres("tie of old", MONDAY).await {
        let app = &centre.app;
        let client = |name: &str| letter().with("name", name).with("is_client", "yes");
        let tied = client("Công ty Ánh Sáng").enter(&centre, "letan").await;
        let other = client("Công ty Khác").enter(&centre, "letan").await;
        for number in [&tied, &other] {
            answered(&centre, number).await;
            let words = [("words", "Đã nhận đơn."), ("way", "email")];
            let _ = attempt(&centre, "so", number, "acknowledge", &words).await;
            let words = [("response", "satisfied"), ("words", "Đồng ý.")];
            done(&centre, "chuyenvien", number, "record_response", &words).await;
            done(&centre, "qmr", number, "close", &[]).await;
        }
        centre.clock.pass_days(30);
        let now = centre.now();
        let tie = NewInterest {
            person: centre.person("qmr"),
            client: "CÔNG TY ÁNH SÁNG".to_owned(),
            kind: "consultancy".to_owned(),
            from: date(2025, 6, 1),
            until: None,
            note: String::new(),
        };
        app.declare_tie(now, admin(&centre), tie).await.unwrap();
        app.work_through(now).await.unwrap();
        let state = case(&centre, &tied).await;
        assert!(
            state.closed_on.is_none() && state.round.tainted,
            "{}: it waits to be decided anew",
            centre.kind
        );
        let view = app.case(now, centre.person("giamdoc"), &tied).await.unwrap();
        assert!(view.duties.iter().any(|duty| duty.act == ActKind::Reopen));
        let state = case(&centre, &other).await;
        assert!(state.closed_on.is_some() && !state.round.tainted);
    }
}

#[tokio::test]
async fn who_has_open_cases_hands_them_over_before_leaving() {
    for centre in centres("leaver", MONDAY).await {
        let app = &centre.app;
        let (now, by, officer) = (centre.now(), admin(&centre), centre.person("chuyenvien"));
        let number = letter().enter(&centre, "letan").await;
        assessed(&centre, &number).await;
        let leaving = app.leaving(now, officer).await.unwrap();
        assert!(leaving.cases.contains(&number), "{}: {leaving:?}", centre.kind);
        let kept = app.close_account(now, by, officer).await;
        assert_eq!(problems(kept), [Invalid::new("person", Problem::OpenDuties)]);
        assert_eq!(
            app.leaving(now, centre.person("qmr")).await.unwrap().roles,
            [Role::Qmr]
        );

        let pairs = [("case_officer", "@letan"), ("reason", "Nghỉ việc")];
        crate::deed::done(&centre, "qmr", &number, "reassign", &pairs).await;
        let token = app
            .sign_in(now, "chuyenvien", PASSWORD, "")
            .await
            .unwrap()
            .unwrap();
        app.close_account(now, by, officer).await.unwrap();
        assert!(
            app.viewer(now, &token).await.unwrap().is_none(),
            "the session ended"
        );
        assert!(
            app.sign_in(now, "chuyenvien", PASSWORD, "")
                .await
                .unwrap()
                .is_err()
        );
    }
}

#[tokio::test]
async fn nobody_names_their_own_substitute_and_a_mandate_ends() {
    for centre in centres("substitute", MONDAY).await {
        let app = &centre.app;
        let (now, by) = (centre.now(), admin(&centre));
        let new = NewSubstitution {
            role: Role::Qmr,
            of: centre.person("qmr"),
            by: centre.person("chuyenvien"),
            from: SINCE,
            until: Some(date(2026, 3, 20)),
            named_by: centre.person("qmr"),
            document: "TB 09".to_owned(),
        };
        let own = app.substitute(now, by, new.clone()).await;
        assert_eq!(
            problems(own),
            [Invalid::new("named_by", Problem::Yourself)],
            "{}",
            centre.kind
        );
        let named_by = centre.person("giamdoc");
        app.substitute(
            now,
            by,
            NewSubstitution {
                named_by,
                ..new.clone()
            },
        )
        .await
        .unwrap();
        let kept = changes(&centre).await;
        let named = kept.iter().any(|change| match change {
            Change::Substituted { by, .. } => *by == centre.person("chuyenvien"),
            _ => false,
        });
        assert!(
            named,
            "{}: the history of administration reads it back",
            centre.kind
        );
        let office = app.office().await.unwrap();
        let roles = |day| office.staff.roles_of(centre.person("chuyenvien"), day);
        assert_eq!(roles(date(2026, 3, 20)), [Role::Qmr]);
        assert_eq!(roles(date(2026, 3, 21)), []);
        let of = centre.person("letan");
        let nothing = app
            .substitute(now, by, NewSubstitution { of, named_by, ..new })
            .await;
        assert_eq!(
            problems(nothing),
            [Invalid::new("of", Problem::NotOffered)],
            "who holds no role"
        );

        let mut mandate = NewAuthority {
            person: centre.person("cntt"),
            mode: SigningMode::Tuq,
            scope: String::new(),
            from: SINCE,
            until: None,
            document: "UQ 03".to_owned(),
        };
        let endless = app.authorise(now, by, mandate.clone()).await;
        assert_eq!(problems(endless), [Invalid::new("until", Problem::Missing)]);
        mandate.until = Some(date(2026, 2, 1));
        let turned = app.authorise(now, by, mandate.clone()).await;
        assert_eq!(
            problems(turned),
            [Invalid::new("until", Problem::EndsBeforeStart)]
        );
        mandate.until = Some(date(2026, 6, 30));
        app.authorise(now, by, mandate).await.unwrap();
    }
}

#[tokio::test]
async fn details_units_ties_and_years_are_changed_on_record() {
    for centre in centres("details", MONDAY).await {
        let app = &centre.app;
        let (now, by) = (centre.now(), admin(&centre));
        let unit = NewUnit {
            code: "TN".to_owned(),
            name: "Thử nghiệm".to_owned(),
            active: true,
        };
        let unit = app.put_unit(now, by, None, unit).await.unwrap();
        let taken = NewUnit {
            code: "CNTT".to_owned(),
            ..NewUnit::default()
        };
        assert_eq!(
            problems(app.put_unit(now, by, None, taken).await),
            [Invalid::new("code", Problem::AlreadyUsed)]
        );
        let details = PersonDetails {
            name: "Ngô Thị Lễ Tân".to_owned(),
            login: "letan".to_owned(),
            email: None,
            position: "Nhân viên nhận mẫu".to_owned(),
            unit: Some(unit),
        };
        app.update_person(now, by, centre.person("letan"), details)
            .await
            .unwrap();
        let tie = NewInterest {
            person: centre.person("cntt"),
            client: "Công ty Đồ chơi".to_owned(),
            kind: "consultancy".to_owned(),
            from: date(2024, 1, 1),
            until: None,
            note: String::new(),
        };
        app.declare_tie(now, by, tie).await.unwrap();
        let tie = app.offices().await.unwrap().interests[0].id;
        app.end_tie(now, by, tie, date(2025, 1, 1)).await.unwrap();
        let day = NewDay {
            date: date(2027, 2, 5),
            kind: DayKind::Holiday,
            name_vi: "Nghỉ Tết".to_owned(),
            name_en: "Tết".to_owned(),
            document: "TB 2027".to_owned(),
        };
        app.load_year(now, by, 2027, vec![day], "TB 2027".to_owned())
            .await
            .unwrap();
        assert!(
            app.office().await.unwrap().calendar.knows(2027),
            "{}",
            centre.kind
        );
        let blank = app.take_day_back(now, by, date(2027, 2, 5), " ".to_owned()).await;
        assert_eq!(problems(blank), [Invalid::new("document", Problem::Missing)]);
        app.take_day_back(now, by, date(2027, 2, 5), "TB sửa".to_owned())
            .await
            .unwrap();

        let keys: Vec<String> = changes(&centre).await.iter().map(Change::key).collect();
        let expected = [
            "unit_changed",
            "person_changed",
            "interest_declared",
            "interest_ended",
            "year_known",
            "day_taken_back",
        ];
        assert_eq!(keys, expected);
        assert_eq!(app.verify(now).await.unwrap().differences, []);
    }
}

#[tokio::test]
async fn settings_seen_by_two_are_changed_by_the_first() {
    for centre in centres("settings", MONDAY).await {
        let app = &centre.app;
        let (now, by) = (centre.now(), admin(&centre));
        let office = app.office().await.unwrap();
        let seen = Some(office.organisation.version);
        let mut settings = office.settings.clone();
        settings.periods.assess = 5;
        app.change_settings(now, by, seen, settings.clone())
            .await
            .unwrap();
        assert_eq!(
            app.office().await.unwrap().settings.periods.assess,
            5,
            "{}",
            centre.kind
        );
        let late = app.change_settings(now, by, seen, office.settings.clone()).await;
        assert!(matches!(late, Err(Error::Overtaken(_))), "{late:?}");
        let details = OrganisationDetails::default();
        let late = app.change_organisation(now, by, seen, details).await;
        assert_eq!(
            problems(late).len(),
            3,
            "a name, a place and a symbol are missing"
        );

        settings.periods.answer_calendar = 0;
        settings.session_hours = 0;
        let expected = [
            Invalid::new("answer_calendar", Problem::TooShort),
            Invalid::new("session_hours", Problem::TooShort),
        ];
        assert_eq!(
            problems(app.change_settings(now, by, None, settings).await),
            expected
        );
    }
}

#[tokio::test]
async fn a_password_of_ones_own_needs_the_one_before() {
    for centre in centres("password", MONDAY).await {
        let app = &centre.app;
        let (now, person) = (centre.now(), centre.person("letan"));
        let old = app.sign_in(now, "letan", PASSWORD, "").await.unwrap().unwrap();
        let own = "mật khẩu của riêng tôi".to_owned();
        let wrong = app
            .change_own_password(now, person, "sai".to_owned(), own.clone())
            .await;
        assert_eq!(
            problems(wrong),
            [Invalid::new("current", Problem::WrongPassword)],
            "{}",
            centre.kind
        );
        let short = app
            .change_own_password(now, person, PASSWORD.to_owned(), "ngắn".to_owned())
            .await;
        assert_eq!(problems(short), [Invalid::new("password", Problem::TooShort)]);
        let token = app
            .change_own_password(now, person, PASSWORD.to_owned(), own.clone())
            .await
            .unwrap();
        assert!(
            app.viewer(now, &old).await.unwrap().is_none(),
            "other browsers are signed out"
        );
        assert_eq!(app.viewer(now, &token).await.unwrap().unwrap().person, person);
        assert!(app.sign_in(now, "letan", PASSWORD, "").await.unwrap().is_err());

        app.set_password(now, admin(&centre), person, PASSWORD.to_owned())
            .await
            .unwrap();
        assert!(app.viewer(now, &token).await.unwrap().is_none());
        assert!(app.sign_in(now, "letan", PASSWORD, "").await.unwrap().is_ok());
        assert_eq!(changes(&centre).await, [Change::PasswordSet { person }]);
    }
}
