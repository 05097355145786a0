//! The worker does what is due when it is told the time, and what keeps failing waits for the administrator.

use app::Error;
use app::people::NewDay;
use app::work::Part;
use jiff::SignedDuration;
use jiff::civil::date;
use procedure::Actor;
use procedure::calendar::DayKind;
use procedure::case::event::{DatedBecause, Event};
use store::jobs::NewJob;
use testkit::Centre;
use testkit::centre::centres;

use crate::deed::{answered, assessed, case, dispatched, done, drafted};
use crate::form::letter;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

async fn waiting(centre: &Centre) -> Vec<String> {
    let jobs = centre
        .db()
        .read(|mut conn| async move { store::jobs::waiting(&mut conn, 50).await })
        .await;
    jobs.unwrap().into_iter().map(|job| job.kind).collect()
}

#[tokio::test]
async fn a_right_to_object_lapses_on_the_day_after_its_term_and_not_before() {
    for centre in centres("lapse", MONDAY).await {
        let number = letter().enter(&centre, "letan").await;
        answered(&centre, &number).await;
        // Dispatched on Monday 2 March; fifteen working days end on Monday 23 March.
        centre.clock.set("2026-03-23T23:59:00+07:00".parse().unwrap());
        centre.app.work_through(centre.now()).await.unwrap();
        assert_eq!(case(&centre, &number).await.round.lapsed, None, "{}", centre.kind);

        centre.clock.set("2026-03-24T00:06:00+07:00".parse().unwrap());
        centre.app.work_through(centre.now()).await.unwrap();
        let state = case(&centre, &number).await;
        assert_eq!(state.round.lapsed, Some(date(2026, 3, 24)));
        let version = state.version;
        centre.clock.pass_days(1);
        centre.app.work_through(centre.now()).await.unwrap();
        assert_eq!(case(&centre, &number).await.version, version, "it lapses once");
        assert_eq!(centre.app.verify(centre.now()).await.unwrap().differences, []);
    }
}

#[tokio::test]
async fn recourse_that_nobody_took_lapses_on_the_day_after_its_thirty_days() {
    for centre in centres("recourse", MONDAY).await {
        let number = letter().enter(&centre, "letan").await;
        answered(&centre, &number).await;
        let words = [("response", "rejected"), ("words", "Tôi không đồng ý.")];
        done(&centre, "chuyenvien", &number, "record_response", &words).await;
        let pairs = [
            ("finding", "founded"),
            ("remedy", "apology"),
            ("reasons", "Kết luận cũ đúng."),
        ];
        done(&centre, "phogiamdoc", &number, "review_internally", &pairs).await;
        drafted(&centre, &number, "giamdoc").await;
        dispatched(&centre, &number, "giamdoc").await;
        // The end was told on Monday 2 March; thirty days end on Wednesday 1 April.
        centre.clock.set("2026-04-01T23:59:00+07:00".parse().unwrap());
        centre.app.work_through(centre.now()).await.unwrap();
        assert_eq!(case(&centre, &number).await.round.lapsed, None, "{}", centre.kind);

        centre.clock.set("2026-04-02T00:06:00+07:00".parse().unwrap());
        centre.app.work_through(centre.now()).await.unwrap();
        let state = case(&centre, &number).await;
        assert_eq!(state.round.lapsed, Some(date(2026, 4, 2)), "{}", centre.kind);
    }
}

#[tokio::test]
async fn a_day_off_that_is_announced_moves_the_limit_of_open_cases_and_stands_in_their_history() {
    for centre in centres("calendar", MONDAY).await {
        let number = letter().enter(&centre, "letan").await;
        assessed(&centre, &number).await;
        let before = case(&centre, &number).await;
        assert_eq!(before.limit_on(), date(2026, 4, 1));
        let day = NewDay {
            date: date(2026, 4, 1),
            kind: DayKind::Holiday,
            name_vi: "Ngày nghỉ thử".to_owned(),
            name_en: "A day off".to_owned(),
            document: "Thông báo thử 01".to_owned(),
        };
        let by = Actor::Person(centre.administrator);
        centre.app.announce_day(centre.now(), by, day).await.unwrap();
        let waits = centre.app.verify(centre.now()).await.unwrap();
        assert!(waits.recomputation_waits && waits.is_clean());

        centre.app.work_through(centre.now()).await.unwrap();
        let after = case(&centre, &number).await;
        assert_eq!(after.limit_on(), date(2026, 4, 2), "{}", centre.kind);
        assert_eq!(after.past_limits.len(), 1);
        let view = centre
            .app
            .case(centre.now(), centre.person("qmr"), &number)
            .await
            .unwrap();
        let recomputed = |event: &Event| {
            matches!(
                event,
                Event::Dated {
                    because: DatedBecause::Recomputed,
                    ..
                }
            )
        };
        assert!(recomputed(&view.history.last().unwrap().event));
        let found = centre.app.verify(centre.now()).await.unwrap();
        assert!(!found.recomputation_waits && found.is_clean());
    }
}

#[tokio::test]
async fn a_sweep_waits_always_and_a_past_year_is_owed_its_compilation() {
    for centre in centres("sweep", "2026-12-31T22:00:00+07:00").await {
        centre.app.work_through(centre.now()).await.unwrap();
        assert_eq!(waiting(&centre).await, ["remind", "sweep"], "{}", centre.kind);
        let officer = centre.person("so");
        let owed = centre
            .app
            .work(centre.now(), officer, Part::All, None, 10)
            .await
            .unwrap();
        assert_eq!(owed.items.len(), 0, "the year is not over");

        centre.clock.set("2027-01-01T00:10:00+07:00".parse().unwrap());
        centre.app.work_through(centre.now()).await.unwrap();
        let owed = centre
            .app
            .work(centre.now(), officer, Part::All, None, 10)
            .await
            .unwrap();
        assert_eq!(owed.items.len(), 1);
        assert_eq!(waiting(&centre).await, ["remind", "sweep"]);
        assert_eq!(centre.app.verify(centre.now()).await.unwrap().differences, []);
    }
}

#[tokio::test]
async fn what_keeps_failing_is_dead_after_eight_attempts_and_can_be_revived() {
    for centre in centres("dead", MONDAY).await {
        let job = NewJob {
            id: app::new_id(),
            kind: "nonsense".to_owned(),
            payload: String::new(),
            key: None,
            run_at: centre.now(),
        };
        let job = &job;
        let enqueued = centre
            .db()
            .act(|mut conn| async move { store::jobs::enqueue(&mut conn, job).await })
            .await;
        assert!(enqueued.unwrap());
        for attempt in 1..=8 {
            let administrator = centre.administrator;
            let dead = centre
                .app
                .dead_jobs(centre.now(), administrator, 10)
                .await
                .unwrap();
            assert_eq!(dead.len(), 0, "before attempt {attempt}");
            centre.app.work_through(centre.now()).await.unwrap();
            centre.clock.pass(SignedDuration::from_hours(7));
        }
        let administrator = centre.administrator;
        let dead = centre
            .app
            .dead_jobs(centre.now(), administrator, 10)
            .await
            .unwrap();
        assert_eq!(dead.len(), 1, "{}", centre.kind);
        assert_eq!(dead[0].attempts, 8);
        assert!(dead[0].last_error.as_ref().unwrap().contains("nonsense"));

        let denied = centre.app.dead_jobs(centre.now(), centre.person("qmr"), 10).await;
        assert!(matches!(denied, Err(Error::Denied)));
        let denied = centre
            .app
            .revive_job(centre.now(), centre.person("qmr"), dead[0].id)
            .await;
        assert!(matches!(denied, Err(Error::Denied)));
        centre
            .app
            .revive_job(centre.now(), administrator, dead[0].id)
            .await
            .unwrap();
        assert_eq!(
            centre
                .app
                .dead_jobs(centre.now(), administrator, 10)
                .await
                .unwrap()
                .len(),
            0
        );
        assert!(waiting(&centre).await.contains(&"nonsense".to_owned()));
        let again = centre
            .app
            .revive_job(centre.now(), administrator, dead[0].id)
            .await;
        assert!(matches!(again, Err(Error::NotFound)), "it is not dead any more");
    }
}

#[tokio::test]
async fn a_failed_job_rests_longer_each_time() {
    for centre in centres("backoff", MONDAY).await {
        centre.app.work_through(centre.now()).await.unwrap();
        let job = NewJob {
            id: app::new_id(),
            kind: "nonsense".to_owned(),
            payload: String::new(),
            key: None,
            run_at: centre.now(),
        };
        let job = &job;
        centre
            .db()
            .act(|mut conn| async move { store::jobs::enqueue(&mut conn, job).await })
            .await
            .unwrap();
        for seconds in [30, 120, 480, 1_920, 7_680, 21_600] {
            centre.app.work_through(centre.now()).await.unwrap();
            let jobs = centre
                .db()
                .read(|mut conn| async move { store::jobs::waiting(&mut conn, 9).await })
                .await
                .unwrap();
            let next = jobs.iter().find(|job| job.kind == "nonsense").unwrap().run_at.0;
            assert_eq!(
                next.duration_since(centre.now()).as_secs(),
                seconds,
                "{}",
                centre.kind
            );
            centre.clock.set(next);
        }
    }
}
