//! Everybody finds what they owe, and those who keep the book find the cases that only wait to be closed.

use app::work::{Item, Part, Work, place_text, read_place};
use app::{Submission, Texts, new_id};
use jiff::civil::date;
use procedure::Act;
use procedure::case::acts::{Assess, DeclareInterest, Note, Reason, Withdraw};
use procedure::vocabulary::{Degree, Kind, Ours, Role, Severity, Subject};
use testkit::Centre;
use testkit::centre::centres;

use crate::deed;
use crate::form::{letter, phone_call};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

async fn work(centre: &Centre, who: &str) -> Work {
    let work = centre
        .app
        .work(centre.now(), centre.person(who), Part::All, None, 50)
        .await;
    work.expect("work can be read")
}

fn acts(work: &Work) -> Vec<String> {
    work.items
        .iter()
        .map(|item| format!("{} {}", item.number, item.act))
        .collect()
}

async fn act(centre: &Centre, who: &str, number: &str, act: impl FnOnce(&mut Texts) -> Act) {
    let case = centre
        .app
        .case_id(number)
        .await
        .expect("the number can be looked up");
    let mut texts = Texts::default();
    let submission = Submission {
        case,
        key: new_id().to_string(),
        acts: vec![act(&mut texts)],
        texts,
        ..Submission::default()
    };
    let done = centre
        .app
        .execute(centre.now(), centre.actor(who), submission)
        .await;
    done.unwrap_or_else(|error| panic!("{number} {who}: {error}"));
}

#[tokio::test]
async fn everybody_finds_their_own_work_and_that_of_their_offices() {
    for centre in centres("work", MONDAY).await {
        let number = phone_call().promised().enter(&centre, "letan").await;
        let receiver = work(&centre, "letan").await;
        assert_eq!(
            acts(&receiver),
            [format!("{number} tell_progress")],
            "{}",
            centre.kind
        );
        assert_eq!(receiver.items[0].summary, "Kết quả thử nghiệm gửi chậm hai tuần.");
        let qmr = work(&centre, "qmr").await;
        assert_eq!(qmr.items[0].act, "give_direction");
        assert_eq!(qmr.items[0].due_on, Some(date(2026, 3, 3)));
        assert!(work(&centre, "danhgia").await.items.is_empty());
        // A week later the same list is late.
        centre.clock.pass_days(8);
        let late = work(&centre, "letan").await;
        assert_eq!((late.tally.all, late.tally.late, late.tally.soon), (1, 1, 0));
    }
}

#[tokio::test]
async fn a_long_list_is_turned_by_page_and_by_part() {
    for centre in centres("pages", MONDAY).await {
        for day in ["03/03/2026", "06/03/2026", "09/03/2026"] {
            phone_call()
                .promised()
                .with("reply_by", day)
                .enter(&centre, "letan")
                .await;
        }
        centre.clock.pass_days(3);
        let (me, now) = (centre.person("letan"), centre.now());
        let page = async |part, after, limit| {
            let work = centre.app.work(now, me, part, after, limit).await;
            work.expect("work can be read")
        };
        let dues = |work: &Work| {
            work.items
                .iter()
                .filter_map(|item| item.due_on)
                .collect::<Vec<_>>()
        };
        let all = [date(2026, 3, 3), date(2026, 3, 6), date(2026, 3, 9)];
        assert_eq!(
            dues(&page(Part::Late, None, 9).await),
            all[..1],
            "{}",
            centre.kind
        );
        assert_eq!(dues(&page(Part::Soon, None, 9).await), all[1..2]);
        let mut found = Vec::new();
        let mut after = None;
        loop {
            let work = page(Part::All, after, 1).await;
            found.extend(dues(&work));
            let Some(next) = work.next else { break };
            after = read_place(&place_text(&next));
            assert_eq!(after.as_ref(), Some(&next), "an address carries the place");
        }
        assert_eq!(found, all);
    }
}

#[test]
fn a_place_that_was_tampered_with_begins_at_the_beginning() {
    for text in [
        "",
        "2026-03-02",
        "2026-03-02_x_1",
        "2026-03-02_0198c5f0a2b17c0f8d3e4f5a6b7c8d9e_one",
        "a_b_c_d",
    ] {
        assert_eq!(read_place(text), None, "{text}");
    }
}

#[tokio::test]
async fn a_protected_case_shows_its_words_only_to_those_who_may_read_them() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let subject = centre.person("chuyenvien").to_string();
    let form = phone_call()
        .settled()
        .with("subjects", "staff_conduct")
        .with("persons_concerned", &subject);
    form.enter(&centre, "letan").await;
    let of = async |who: &str, act: &str| -> Item {
        let items = work(&centre, who).await.items;
        let found = items.into_iter().find(|item| item.act == act);
        found.unwrap_or_else(|| panic!("{who} owes {act}"))
    };
    let keeper = of("so", "confirm_entry").await;
    assert_eq!((keeper.protected, keeper.summary.as_str()), (true, ""));
    let qmr = of("qmr", "hold_talk").await;
    assert_eq!(qmr.summary, "Kết quả thử nghiệm gửi chậm hai tuần.");
    assert!(work(&centre, "chuyenvien").await.items.is_empty());
}

#[tokio::test]
async fn a_case_on_which_nothing_is_owed_waits_with_those_who_may_close_it() {
    for centre in centres("close", MONDAY).await {
        let number = phone_call().settled().enter(&centre, "so").await;
        assert!(!acts(&work(&centre, "qmr").await).contains(&format!("{number} close")));
        let note = || Note { note: None };
        act(&centre, "so", &number, |_| Act::ReportToQmr(note())).await;
        act(&centre, "so", &number, |_| Act::ReportToUnit(note())).await;
        for who in ["qmr", "so"] {
            let work = work(&centre, who).await;
            assert_eq!(acts(&work), [format!("{number} close")], "{} {who}", centre.kind);
            let item = &work.items[0];
            assert_eq!((item.rule.as_str(), item.due_on), ("S7", None));
            assert_eq!((work.tally.late, work.tally.soon), (0, 0));
        }
        for who in ["giamdoc", "letan", "danhgia"] {
            assert!(work(&centre, who).await.items.is_empty(), "{who}");
        }
        let none = DeclareInterest { interest: None };
        act(&centre, "qmr", &number, |_| Act::DeclareInterest(none)).await;
        act(&centre, "so", &number, |_| Act::Close).await;
        assert!(work(&centre, "qmr").await.items.is_empty(), "it is closed");
        act(&centre, "qmr", &number, |texts| {
            let reason = texts.add("Khách hàng gọi lại, chưa thoả mãn.");
            Act::OverturnSettlement(Reason { reason })
        })
        .await;
        let reopened = acts(&work(&centre, "qmr").await);
        assert!(!reopened.is_empty() && !reopened.contains(&format!("{number} close")));
    }
}

#[tokio::test]
async fn the_case_officer_finds_the_case_that_waits_to_be_closed() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let form = letter()
        .with("name", "")
        .with("address", "")
        .with("anonymous", "yes");
    let number = form.enter(&centre, "letan").await;
    act(&centre, "qmr", &number, |_| {
        Act::DeclareInterest(DeclareInterest { interest: None })
    })
    .await;
    let officer = centre.person("chuyenvien");
    act(&centre, "qmr", &number, |texts| {
        Act::Assess(Assess {
            ours: Ours::Ours,
            kind: Kind::Complaint,
            subjects: [Subject::OtherActivity].into(),
            severity: Severity::Low,
            safety: false,
            complexity: Degree::Low,
            impact: Degree::Low,
            immediate_action: false,
            reason: texts.add("Thuộc trách nhiệm của Trung tâm."),
            case_officer: Some(officer),
            unit: None,
        })
    })
    .await;
    act(&centre, "qmr", &number, |texts| {
        Act::Withdraw(Withdraw {
            withdrawn_on: date(2026, 3, 2),
            words: texts.add("Xin rút."),
        })
    })
    .await;
    for who in ["chuyenvien", "so", "qmr"] {
        assert_eq!(
            acts(&work(&centre, who).await),
            [format!("{number} close")],
            "{who}"
        );
    }
}

/// Whether somebody finds a case in the register, and owes this act on it by the list of work.
async fn finds(centre: &Centre, who: &str, number: &str, act: &str) -> (bool, bool) {
    let page = store::register::Page {
        order: store::register::Order::Number,
        descending: true,
        after: None,
        limit: 50,
    };
    let filter = store::register::Filter::default();
    let person = centre.person(who);
    let register = centre.app.register(centre.now(), person, filter, page).await;
    let lines = register.expect("the register can be read").lines.lines;
    let listed = lines.iter().any(|line| line.row.number == number && !line.masked);
    let owed = work(centre, who).await.items.into_iter();
    let owed = owed
        .filter(|item| item.number == number)
        .any(|item| item.act == act);
    (listed, owed)
}

#[tokio::test]
async fn who_comes_from_outside_finds_what_waits_for_approval_and_for_review() {
    for centre in centres("outside", MONDAY).await {
        let by = procedure::Actor::Person(centre.administrator);
        let reviewer = app::people::NewAppointment {
            person: centre.person("letan"),
            role: Role::ExternalReviewer,
            unit: None,
            from: date(2020, 1, 1),
            until: None,
            document: "QĐ 05".to_owned(),
        };
        centre
            .app
            .appoint(centre.now(), by, reviewer)
            .await
            .expect("appointed");
        // QMR once worked for whoever complains: what he finds is a proposal.
        let tie = app::people::NewInterest {
            person: centre.person("qmr"),
            client: "Công ty Ánh Sáng".to_owned(),
            kind: "employment".to_owned(),
            from: date(2020, 1, 1),
            until: None,
            note: String::new(),
        };
        centre
            .app
            .declare_tie(centre.now(), by, tie)
            .await
            .expect("entered");
        let outside = ["khachquan", "letan", "phogiamdoc"];

        let form = letter().with("name", "Công ty Ánh Sáng").with("is_client", "yes");
        let number = form.enter(&centre, "so").await;
        deed::assessed(&centre, &number).await;
        deed::inquired(&centre, &number).await;
        let plan = [("plan", "Giải thích cách thử nghiệm.")];
        deed::done(&centre, "chuyenvien", &number, "propose_plan", &plan).await;
        deed::done(&centre, "giamdoc", &number, "approve_plan", &[]).await;
        for who in &outside[..2] {
            assert_eq!(
                finds(&centre, who, &number, "approve_outcome").await,
                (false, false),
                "{who}"
            );
        }
        let outcome = [
            ("finding", "founded"),
            ("remedy", "apology"),
            ("reasons", "Kết quả chậm do thiết bị."),
        ];
        deed::done(&centre, "qmr", &number, "propose_outcome", &outcome).await;
        for who in outside {
            let found = finds(&centre, who, &number, "approve_outcome").await;
            assert_eq!(found, (true, true), "{} {who}", centre.kind);
        }
        deed::done(&centre, "khachquan", &number, "approve_outcome", &[]).await;
        deed::drafted(&centre, &number, "giamdoc").await;
        deed::dispatched(&centre, &number, "giamdoc").await;
        let words = [("response", "rejected"), ("words", "Không đồng ý.")];
        deed::done(&centre, "chuyenvien", &number, "record_response", &words).await;
        for who in ["letan", "phogiamdoc"] {
            let found = finds(&centre, who, &number, "review_internally").await;
            assert_eq!(found, (true, true), "{} {who}", centre.kind);
        }
    }
}
