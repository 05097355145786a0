//! What is shown of protected cases beside their pages is as much as their pages show, and it is on record.

use app::actions::ActionSubmission;
use app::correspondence::Correspondence;
use app::reads::place;
use app::register::register::{Filter, Order, Page};
use app::work::{Matter, Part};
use app::{Texts, Typed, new_id};
use procedure::CorrectiveActionId;
use procedure::corrective_action::ActionActKind;
use store::search::Query;
use testkit::Centre;
use testkit::centre::centres;

use crate::deed::{answered, attempt, case, done};
use crate::form::letter;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

/// A letter about the conduct of somebody.
async fn protected(centre: &Centre, who: &str) -> String {
    letter()
        .with("subjects", "staff_conduct")
        .with("persons_concerned", &centre.person(who).to_string())
        .enter(centre, "letan")
        .await
}

async fn books(centre: &Centre, who: &str) -> Correspondence {
    let person = centre.person(who);
    let books = centre.app.correspondence(centre.now(), person, 2026).await;
    books.expect("a reader of letters")
}

async fn incoming(centre: &Centre, number: &str, given: &str) {
    let pairs = [("incoming_number", given), ("arrived_on", "2026-03-02")];
    done(centre, "vanthu", number, "record_incoming", &pairs).await;
}

#[tokio::test]
async fn the_registers_of_letters_name_nobody_to_whom_the_case_is_closed() {
    for centre in centres("letters", MONDAY).await {
        let open = letter().enter(&centre, "letan").await;
        answered(&centre, &open).await;
        incoming(&centre, &open, "1").await;
        let closed = protected(&centre, "phogiamdoc").await;
        incoming(&centre, &closed, "2").await;
        done(&centre, "qmr", &closed, "declare_interest", &[]).await;
        let interested = letter().enter(&centre, "letan").await;
        incoming(&centre, &interested, "3").await;
        let words = [("interest", "Chị gái của tôi.")];
        done(&centre, "qmr", &interested, "declare_interest", &words).await;
        let authors = async |who: &str| {
            let books = books(&centre, who).await;
            let named = books
                .incoming
                .iter()
                .map(|i| (i.number, !i.author.is_empty() && !i.summary.is_empty()));
            let mut named: Vec<_> = named.collect();
            named.sort();
            named
        };
        for who in ["vanthu", "phogiamdoc", "so", "danhgia"] {
            assert_eq!(
                authors(who).await,
                [(1, true), (2, false), (3, true)],
                "{} {who}",
                centre.kind
            );
        }
        assert_eq!(authors("qmr").await, [(1, true), (2, true), (3, false)]);
        assert_eq!(authors("giamdoc").await, [(1, true), (2, true), (3, true)]);
        let registry = books(&centre, "vanthu").await;
        assert_eq!(registry.outgoing[0].recipient, "Bà Nguyễn Thị Lan");
        let known: Vec<&String> = registry.cases.values().map(|known| &known.number).collect();
        assert_eq!(known, [&open, &interested], "a closed case has no number here");
    }
}

/// Where somebody is on record for having seen a case, by the place.
async fn logged(centre: &Centre, number: &str, who: &str) -> Vec<String> {
    let id = case(centre, number).await.id.0;
    let found = centre
        .db()
        .read(|mut conn| async move {
            store::reads::of_case(&mut conn, id, "2100-01-01T00:00:00Z".parse().unwrap(), 100).await
        })
        .await
        .unwrap();
    let person = centre.person(who).0;
    let mut places: Vec<String> = found
        .into_iter()
        .filter(|reading| reading.person_id == person)
        .map(|reading| reading.what)
        .collect();
    places.sort();
    places
}

#[tokio::test]
async fn a_protected_line_that_is_shown_open_is_on_record_once_a_day() {
    for centre in centres("looks", MONDAY).await {
        let number = protected(&centre, "phogiamdoc").await;
        let plain = letter().enter(&centre, "letan").await;
        done(&centre, "qmr", &number, "declare_interest", &[]).await;
        let page = || Page {
            order: Order::Number,
            descending: false,
            after: None,
            limit: 50,
        };
        let search = || Filter {
            words: Query::parse("nguyen thi lan"),
            ..Filter::default()
        };
        let (now, app) = (centre.now(), &centre.app);
        for who in ["qmr", "so"] {
            let person = centre.person(who);
            for _ in 0..2 {
                app.register(now, person, Filter::default(), page())
                    .await
                    .unwrap();
                app.register(now, person, search(), page()).await.unwrap();
                app.similar(now, person, "nguyen thi lan", "").await.unwrap();
                app.work(now, person, Part::All, None, 50).await.unwrap();
                let scope = app.scope(now, person).await.unwrap();
                app.export_lines(now, &scope, &Filter::default(), None)
                    .await
                    .unwrap();
            }
        }
        let places = [
            place::EXPORT,
            place::REGISTER,
            place::SEARCH,
            place::SIMILAR,
            place::WORK,
        ];
        assert_eq!(logged(&centre, &number, "qmr").await, places, "{}", centre.kind);
        assert_eq!(
            logged(&centre, &number, "so").await,
            [""; 0],
            "it stood there masked"
        );
        assert_eq!(logged(&centre, &plain, "qmr").await, [""; 0]);
        centre.clock.pass_days(1);
        let person = centre.person("qmr");
        app.register(centre.now(), person, Filter::default(), page())
            .await
            .unwrap();
        assert_eq!(
            logged(&centre, &number, "qmr").await.len(),
            places.len() + 1,
            "another day"
        );
    }
}

#[tokio::test]
async fn whoever_answers_for_protection_sees_who_looked() {
    for centre in centres("who-looked", MONDAY).await {
        let number = protected(&centre, "phogiamdoc").await;
        let view = async |who: &str| {
            let person = centre.person(who);
            centre.app.case(centre.now(), person, &number).await.unwrap()
        };
        view("letan").await;
        centre.clock.pass_days(1);
        assert_eq!(view("qmr").await.looks, [], "nothing was declared yet");
        done(&centre, "qmr", &number, "declare_interest", &[]).await;
        for who in ["qmr", "danhgia"] {
            let seen = view(who).await;
            let first = seen.looks.last().expect("somebody looked");
            assert_eq!(
                (first.person, first.place.as_str()),
                (centre.person("letan"), place::CASE)
            );
        }
        for who in ["letan", "giamdoc", "phogiamdoc", "so"] {
            assert_eq!(view(who).await.looks, [], "{who}");
        }
    }
}

#[tokio::test]
async fn my_work_tells_nobody_what_a_corrective_action_stems_from_who_may_not_know() {
    for centre in centres("action-work", MONDAY).await {
        let number = letter()
            .with("subjects", "confidentiality")
            .with("persons_concerned", &centre.person("phogiamdoc").to_string())
            .enter(&centre, "letan")
            .await;
        let assessed = [
            ("ours", "ours"),
            ("kind", "complaint"),
            ("subjects", "confidentiality"),
            ("severity", "low"),
            ("safety", "no"),
            ("complexity", "low"),
            ("impact", "low"),
            ("immediate_action", "no"),
            ("case_officer", "@chuyenvien"),
            ("reason", "Thuộc trách nhiệm bảo mật."),
        ];
        done(&centre, "qmr", &number, "assess", &assessed).await;
        let owner = centre.person("chuyenvien").to_string();
        let pairs = [("problem", "Thư gửi nhầm địa chỉ."), ("owner", owner.as_str())];
        let opened = attempt(&centre, "qmr", &number, "open_corrective_action", &pairs).await;
        opened.unwrap();
        let state = case(&centre, &number).await;
        let action = *state.corrective_actions.first().expect("it was opened");
        let cause = [("method", "five_whys"), ("cause", "Không ai đối chiếu.")];
        on_action(&centre, action, ActionActKind::AnalyseCause, &cause).await;
        let doer = centre.person("letan").to_string();
        let plan = [
            ("measures.0.what", "Đối chiếu địa chỉ."),
            ("measures.0.doer", doer.as_str()),
            ("measures.0.by", "2026-03-20"),
        ];
        on_action(&centre, action, ActionActKind::PlanActions, &plan).await;
        // Both leaders owe its approval; the deputy is the one complained about in the case behind it.
        for (who, line) in [("giamdoc", "Thư gửi nhầm địa chỉ."), ("phogiamdoc", "")] {
            let work = centre
                .app
                .work(centre.now(), centre.person(who), Part::All, None, 50)
                .await;
            let items = work.unwrap().items.into_iter();
            let lines: Vec<String> = items
                .filter(|item| item.matter == Matter::CorrectiveAction)
                .map(|item| item.summary)
                .collect();
            assert_eq!(lines, [line], "{} {who}", centre.kind);
        }
        assert!(
            logged(&centre, &number, "giamdoc")
                .await
                .contains(&"work".to_owned())
        );
        assert_eq!(logged(&centre, &number, "phogiamdoc").await, [""; 0]);
    }
}

async fn on_action(centre: &Centre, action: CorrectiveActionId, kind: ActionActKind, pairs: &[(&str, &str)]) {
    let mut texts = Texts::default();
    let pairs = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let typed = Typed::from_pairs(pairs);
    let (now, person) = (centre.now(), centre.person("chuyenvien"));
    let act = centre
        .app
        .compose_on_action(now, person, kind, &typed, &mut texts)
        .await;
    let submission = ActionSubmission {
        action,
        seen: None,
        key: new_id().to_string(),
        act: act.unwrap(),
        texts,
    };
    let done = centre
        .app
        .act_on_action(now, centre.actor("chuyenvien"), submission)
        .await;
    done.unwrap_or_else(|error| panic!("{}: {error}", kind.key()));
}
