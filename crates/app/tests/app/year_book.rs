//! A year from its first case to the filed document, and what the figures rest on.

use std::collections::BTreeMap;

use app::year_book::{Compilation, Deed, Line, Tally, YearBookView, YearSubmission};
use app::{Error, Submission, Texts, new_id};
use jiff::civil::date;
use procedure::case::acts::{Act, DeclareInterest, Reason};
use procedure::case::refusal::{Problem, Why};
use procedure::deadline::Term;
use procedure::year_book::YearStage;
use testkit::Centre;
use testkit::centre::centres;

use crate::form::{letter, phone_call};

const MARCH: &str = "2026-03-02T09:00:00+07:00";
const JANUARY: &str = "2027-01-05T09:00:00+07:00";

fn deed(centre: &Centre, year: i16, deed: impl FnOnce(&mut Texts) -> Deed) -> YearSubmission {
    let mut texts = Texts::default();
    let deed = deed(&mut texts);
    assert!(!centre.kind.is_empty());
    YearSubmission {
        year,
        seen: None,
        key: new_id().to_string(),
        deed,
        texts,
    }
}

async fn act(
    centre: &Centre,
    who: &str,
    year: i16,
    of: impl FnOnce(&mut Texts) -> Deed,
) -> Result<u32, Error> {
    let submission = deed(centre, year, of);
    centre
        .app
        .act_on_year(centre.now(), centre.actor(who), submission)
        .await
}

async fn done(centre: &Centre, who: &str, of: impl FnOnce(&mut Texts) -> Deed) {
    let done = act(centre, who, 2026, of).await;
    done.unwrap_or_else(|error| panic!("{} {who}: {error}", centre.kind));
}

fn compile(_: &mut Texts) -> Deed {
    Deed::Compile { remarks: None }
}

fn why(outcome: Result<u32, Error>) -> Why {
    match outcome {
        Err(Error::Refused(refusal)) => refusal.why,
        other => panic!("not refused: {other:?}"),
    }
}

async fn look(centre: &Centre, who: &str, year: i16) -> YearBookView {
    let view = centre.app.year_book(centre.now(), centre.person(who), year).await;
    view.unwrap_or_else(|error| panic!("{} {who}: {error}", centre.kind))
}

/// A book with a case on every kind of road.
async fn fill(centre: &Centre) -> Vec<String> {
    let forms = [
        phone_call().settled(),
        phone_call().promised(),
        letter(),
        letter().with("declared_kind", "grievance"),
        letter()
            .with("subjects", "other_activity")
            .and("subjects", "complaint_handling"),
        phone_call()
            .settled()
            .with("subjects", "staff_conduct")
            .with("persons_concerned", &centre.person("chuyenvien").to_string()),
    ];
    let mut numbers = Vec::new();
    for form in forms {
        numbers.push(form.enter(centre, "letan").await);
    }
    numbers
}

fn sum(tallies: &[Tally]) -> i64 {
    tallies.iter().map(|tally| tally.cases).sum()
}

/// The same counts made from the list, row by row.
fn counted(document: &Compilation, of: impl Fn(&Line) -> String) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    for line in document.cases.iter().filter(|line| !line.annulled) {
        *counts.entry(of(line)).or_default() += 1;
    }
    counts
}

fn told(tallies: &[Tally]) -> BTreeMap<String, i64> {
    tallies
        .iter()
        .map(|tally| (tally.key.clone(), tally.cases))
        .collect()
}

#[tokio::test]
async fn a_year_is_returned_once_then_compiled_reviewed_received_frozen_and_filed() {
    for centre in centres("year life", MARCH).await {
        let centre = &centre;
        let numbers = fill(centre).await;
        assert_eq!(
            why(act(centre, "so", 2026, compile).await),
            Why::NotDueYet,
            "{}",
            centre.kind
        );
        centre.clock.set(JANUARY.parse().expect("an instant"));
        centre
            .app
            .ensure_year_book(centre.now(), 2026)
            .await
            .expect("it is owed");
        let owed = centre.app.year_books(centre.now(), centre.person("so")).await;
        let owed = owed.expect("the list can be read");
        assert_eq!(owed[1].year, 2026);
        let duty = owed[1].duty.as_ref().expect("a past year owes its compilation");
        assert_eq!(
            duty.term,
            Term::On {
                date: date(2027, 1, 31)
            }
        );
        assert_eq!(why(act(centre, "qmr", 2026, compile).await), Why::NotYourOffice);
        done(centre, "so", compile).await;
        let first = look(centre, "qmr", 2026).await;
        assert!(first.stored && !first.moved);
        assert_eq!(first.document.cases.len(), numbers.len());
        done(centre, "qmr", |texts| Deed::Return {
            reason: texts.add("Bổ sung nhận xét."),
        })
        .await;
        assert!(
            !look(centre, "qmr", 2026).await.stored,
            "what was returned is computed anew"
        );
        done(centre, "so", |texts| Deed::Compile {
            remarks: Some(texts.add("Đã bổ sung.")),
        })
        .await;
        done(centre, "qmr", |_| Deed::Review { remarks: None }).await;
        done(centre, "giamdoc", |_| Deed::Receive { remarks: None }).await;
        let stale = first.book.digest.clone().expect("a digest");
        let received = look(centre, "so", 2026).await;
        let digest = received.book.digest.clone().expect("a digest");
        let refused = act(centre, "so", 2026, |_| Deed::Freeze {
            digest: format!("{stale}0"),
        })
        .await;
        let Err(Error::Invalid(problems)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(problems[0].problem, Problem::NotWhatWasSubmitted);
        done(centre, "so", |_| Deed::Freeze { digest }).await;
        done(centre, "so", |_| Deed::File {
            file_code: "HS.2026.01".to_owned(),
        })
        .await;
        let filed = look(centre, "danhgia", 2026).await;
        assert_eq!(filed.book.stage, YearStage::Filed);
        assert_eq!(
            filed.document, received.document,
            "the frozen document is the one that was received"
        );
        assert!(filed.duties.is_empty());
        assert_eq!(why(act(centre, "so", 2026, compile).await), Why::AlreadyDone);
    }
}

#[tokio::test]
async fn a_document_compiled_since_cannot_be_frozen_unseen() {
    for centre in centres("year stale", MARCH).await {
        let centre = &centre;
        fill(centre).await;
        centre.clock.set(JANUARY.parse().expect("an instant"));
        done(centre, "so", compile).await;
        let old = look(centre, "so", 2026).await.book.digest.expect("a digest");
        centre.clock.pass_days(1);
        done(centre, "so", compile).await;
        done(centre, "qmr", |_| Deed::Review { remarks: None }).await;
        done(centre, "giamdoc", |_| Deed::Receive { remarks: None }).await;
        let refused = act(centre, "so", 2026, |_| Deed::Freeze { digest: old }).await;
        assert!(
            matches!(refused, Err(Error::Invalid(_))),
            "{} {refused:?}",
            centre.kind
        );
    }
}

#[tokio::test]
async fn every_sum_is_the_number_of_cases_counted_one_by_one() {
    for centre in centres("year sums", MARCH).await {
        let centre = &centre;
        fill(centre).await;
        // Two answered on the spot, one letter late, the rest running.
        centre
            .clock
            .set("2026-06-01T09:00:00+07:00".parse().expect("an instant"));
        let document = look(centre, "so", 2026).await.document;
        let figures = &document.figures;
        assert_eq!(figures.numbers, 6, "{}", centre.kind);
        assert_eq!(figures.received, figures.numbers - figures.annulled);
        for tallies in [
            &figures.by_kind,
            &figures.by_channel,
            &figures.by_unit,
            &figures.by_outcome,
            &figures.by_month,
            &figures.by_timeliness,
        ] {
            assert_eq!(sum(tallies), figures.received, "{tallies:?}");
        }
        assert_eq!(
            told(&figures.by_kind),
            counted(&document, |line| line.kind.clone())
        );
        assert_eq!(
            told(&figures.by_channel),
            counted(&document, |line| line.channel.clone())
        );
        assert_eq!(
            told(&figures.by_timeliness),
            counted(&document, |line| line.timeliness.clone())
        );
        let crossed: i64 = figures.kind_timeliness.values().flat_map(BTreeMap::values).sum();
        assert_eq!(crossed, figures.received);
        assert_eq!(
            sum(&figures.by_subject),
            7,
            "a case with two subjects counts under both"
        );
        let expected = BTreeMap::from([("in_first_limit".to_owned(), 2), ("overdue".to_owned(), 4)]);
        assert_eq!(told(&figures.by_timeliness), expected);
        assert_eq!((figures.settled, figures.open_at_end, figures.carried), (2, 6, 0));
        let register = centre
            .app
            .scope(centre.now(), centre.person("qmr"))
            .await
            .expect("a scope");
        let filter = app::register::register::Filter {
            year: Some(2026),
            ..Default::default()
        };
        let (lines, _) = centre
            .app
            .export_lines(centre.now(), &register, &filter, None)
            .await
            .expect("the register can be read");
        assert_eq!(i64::try_from(lines.len()).expect("few"), figures.numbers);
    }
}

#[tokio::test]
async fn a_year_without_a_case_is_compiled_all_the_same() {
    for centre in centres("year empty", JANUARY).await {
        let centre = &centre;
        centre
            .app
            .ensure_year_book(centre.now(), 2026)
            .await
            .expect("it is owed");
        centre
            .app
            .ensure_year_book(centre.now(), 2026)
            .await
            .expect("owed once");
        centre
            .app
            .ensure_year_book(centre.now(), 2027)
            .await
            .expect("not owed yet");
        let work = centre
            .app
            .work(centre.now(), centre.person("so"), app::work::Part::All, None, 10)
            .await
            .expect("work can be read");
        let owed: Vec<_> = work
            .items
            .iter()
            .map(|item| (item.act.as_str(), item.due_on))
            .collect();
        let due = Term::On {
            date: date(2027, 1, 31),
        };
        let office = centre.app.office().await.expect("the office");
        let due = due.due(&office.calendar).on;
        assert_eq!(owed, [("compile", Some(due))], "{}", centre.kind);
        done(centre, "so", compile).await;
        let view = look(centre, "so", 2026).await;
        assert!(view.document.cases.is_empty() && view.document.figures.numbers == 0);
        done(centre, "qmr", |_| Deed::Review { remarks: None }).await;
        done(centre, "phogiamdoc", |_| Deed::Receive { remarks: None }).await;
        let digest = view.book.digest.clone().expect("a digest");
        done(centre, "so", |_| Deed::Freeze { digest }).await;
        assert_eq!(look(centre, "so", 2026).await.book.stage, YearStage::Frozen);
    }
}

#[tokio::test]
async fn sending_twice_compiles_once_and_whoever_comes_second_is_told() {
    for centre in centres("year twice", JANUARY).await {
        let centre = &centre;
        let mut submission = deed(centre, 2026, compile);
        submission.seen = Some(0);
        let send = async |submission: &YearSubmission| {
            let actor = centre.actor("so");
            centre
                .app
                .act_on_year(centre.now(), actor, submission.clone())
                .await
        };
        let first = send(&submission).await.expect("compiled");
        assert_eq!(
            (first, send(&submission).await.expect("the same")),
            (1, 1),
            "{}",
            centre.kind
        );
        submission.key = new_id().to_string();
        assert!(matches!(send(&submission).await, Err(Error::Overtaken(_))));
    }
}

#[tokio::test]
async fn protected_cases_stand_in_the_document_without_names_and_strangers_read_none_of_it() {
    let centre = Centre::on_sqlite(MARCH).await;
    let numbers = fill(&centre).await;
    let view = look(&centre, "qmr", 2026).await;
    let protected = numbers.last().expect("six numbers");
    let line = view.document.cases.iter().find(|line| line.number == *protected);
    let line = line.expect("every number is listed");
    assert!(line.protected && view.is_masked(line));
    assert_eq!(
        (
            line.complainant.as_str(),
            line.summary.as_str(),
            line.measures.as_str()
        ),
        ("", "", "")
    );
    let open = &view.document.cases[0];
    assert_eq!(open.complainant, "Nguyễn Thị Lan");
    assert_eq!(open.measures, "Mẫu phải thử lại vì thiết bị hiệu chuẩn trễ.");
    let stranger = centre
        .app
        .year_book(centre.now(), centre.person("vanthu"), 2026)
        .await;
    assert!(matches!(stranger, Err(Error::Denied)));
    let ahead = centre
        .app
        .year_book(centre.now(), centre.person("so"), 2027)
        .await;
    assert!(matches!(ahead, Err(Error::NotFound)));
}

#[tokio::test]
async fn what_is_reopened_after_freezing_is_told_on_the_page_and_in_the_next_document() {
    for centre in centres("year later", MARCH).await {
        let centre = &centre;
        let number = phone_call().settled().enter(centre, "so").await;
        close(centre, &number).await;
        centre.clock.set(JANUARY.parse().expect("an instant"));
        done(centre, "so", compile).await;
        done(centre, "qmr", |_| Deed::Review { remarks: None }).await;
        done(centre, "giamdoc", |_| Deed::Receive { remarks: None }).await;
        let digest = look(centre, "so", 2026).await.book.digest.expect("a digest");
        done(centre, "so", |_| Deed::Freeze { digest }).await;
        let before = look(centre, "so", 2026).await;
        assert!(before.later.is_empty());
        centre.clock.pass_days(10);
        on_case(centre, "qmr", &number, |_| {
            Act::DeclareInterest(DeclareInterest { interest: None })
        })
        .await;
        on_case(centre, "qmr", &number, |texts| {
            Act::OverturnSettlement(Reason {
                reason: texts.add("Khách hàng chưa được giải thích đúng."),
            })
        })
        .await;
        let after = look(centre, "so", 2026).await;
        assert_eq!(after.document, before.document, "a frozen document stands");
        assert_eq!(
            (after.later[0].number.as_str(), after.later[0].act.as_str()),
            (number.as_str(), "overturn_settlement")
        );
        let next = look(centre, "so", 2027).await.document;
        assert_eq!(next.later, after.later, "{}", centre.kind);
        // It was closed when the year began, so it was not carried over.
        assert_eq!(next.figures.carried, 0);
    }
}

async fn close(centre: &Centre, number: &str) {
    use procedure::case::acts::Note;
    on_case(centre, "so", number, |_| Act::ReportToQmr(Note { note: None })).await;
    on_case(centre, "so", number, |_| Act::ReportToUnit(Note { note: None })).await;
    on_case(centre, "so", number, |_| Act::Close).await;
}

async fn on_case(centre: &Centre, who: &str, number: &str, act: impl FnOnce(&mut Texts) -> Act) {
    let case = centre.app.case_id(number).await.expect("it can be looked up");
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
    done.unwrap_or_else(|error| panic!("{} {who} {number}: {error}", centre.kind));
}
