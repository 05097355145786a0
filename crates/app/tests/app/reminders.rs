//! Duties remind whoever owes them, go up the line when they are late, and stop when they are discharged.

use std::collections::BTreeSet;

use app::outbox::{Content, Purpose};
use app::reminders::Way;
use procedure::Actor;
use testkit::Centre;
use testkit::centre::centres;

use crate::deed::{assessed, case, done, inquired};
use crate::form::letter;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

/// What somebody is reminded of, as `step act`.
async fn told(centre: &Centre, who: &str) -> BTreeSet<String> {
    let reminders = centre.app.reminders(centre.person(who)).await.unwrap();
    reminders
        .iter()
        .map(|one| format!("{} {}", one.step, one.act))
        .collect()
}

async fn on(centre: &Centre, instant: &str) -> usize {
    centre.clock.set(instant.parse().unwrap());
    centre.app.remind(centre.now()).await.unwrap()
}

fn has(told: &BTreeSet<String>, line: &str) -> bool {
    told.contains(line)
}

#[tokio::test]
async fn a_duty_reminds_its_holder_once_at_each_step_and_stops_when_it_is_discharged() {
    for centre in centres("remind", MONDAY).await {
        let kind = centre.kind;
        let number = letter().enter(&centre, "letan").await;
        // The acknowledgement is due on Wednesday 4 March.
        on(&centre, "2026-03-02T09:00:00+07:00").await;
        assert!(
            !has(&told(&centre, "so").await, "left_1 acknowledge"),
            "{kind}: it is early"
        );
        on(&centre, "2026-03-03T06:00:00+07:00").await;
        assert_eq!(
            told(&centre, "so").await,
            BTreeSet::new(),
            "{kind}: nobody is woken"
        );
        on(&centre, "2026-03-03T08:00:00+07:00").await;
        assert!(has(&told(&centre, "so").await, "left_1 acknowledge"), "{kind}");
        let unread = centre.app.unread_reminders(centre.person("so")).await.unwrap();
        assert!(unread > 0, "{kind}");
        assert_eq!(
            on(&centre, "2026-03-03T09:00:00+07:00").await,
            0,
            "{kind}: each step once"
        );
        on(&centre, "2026-03-04T08:00:00+07:00").await;
        assert!(has(&told(&centre, "so").await, "due acknowledge"), "{kind}");
        let one = centre.app.reminders(centre.person("so")).await.unwrap().remove(0);
        assert_eq!(
            (one.number.as_str(), one.rule.is_empty()),
            (number.as_str(), false),
            "{kind}"
        );

        done(
            &centre,
            "so",
            &number,
            "acknowledge",
            &[("words", "Đã nhận đơn."), ("way", "post")],
        )
        .await;
        let left = told(&centre, "so").await;
        assert!(
            left.iter().all(|line| !line.ends_with(" acknowledge")),
            "{kind}: {left:?}"
        );
        assert_eq!(
            centre.app.verify(centre.now()).await.unwrap().differences,
            [],
            "{kind}"
        );
    }
}

#[tokio::test]
async fn what_is_late_goes_up_the_line_and_the_thirty_days_to_the_director() {
    for centre in centres("escalate", MONDAY).await {
        let kind = centre.kind;
        letter().enter(&centre, "letan").await;
        on(&centre, "2026-03-05T08:00:00+07:00").await;
        assert!(has(&told(&centre, "so").await, "late_0 acknowledge"), "{kind}");
        // The register officer belongs to no unit with a head: QMR answers.
        assert!(
            has(&told(&centre, "qmr").await, "superior_1 acknowledge"),
            "{kind}"
        );
        assert_eq!(told(&centre, "phogiamdoc").await, BTreeSet::new(), "{kind}");
        on(&centre, "2026-03-07T08:00:00+07:00").await;
        assert!(
            has(&told(&centre, "phogiamdoc").await, "superior_2 acknowledge"),
            "{kind}"
        );
        assert_eq!(told(&centre, "giamdoc").await, BTreeSet::new(), "{kind}");
        on(&centre, "2026-03-11T08:00:00+07:00").await;
        assert!(
            has(&told(&centre, "giamdoc").await, "superior_3 acknowledge"),
            "{kind}"
        );
        // Thirty days from 2 March end on Wednesday 1 April.
        on(&centre, "2026-04-01T08:00:00+07:00").await;
        let director = told(&centre, "giamdoc").await;
        assert!(
            director.iter().all(|line| !line.starts_with("director")),
            "{kind}: {director:?}"
        );
        on(&centre, "2026-04-02T08:00:00+07:00").await;
        assert!(
            has(&told(&centre, "giamdoc").await, "director_0 dispatch_letter"),
            "{kind}"
        );
        on(&centre, "2026-04-09T08:00:00+07:00").await;
        assert!(
            has(&told(&centre, "giamdoc").await, "director_1 dispatch_letter"),
            "{kind}: each week"
        );
    }
}

#[tokio::test]
async fn a_missing_superior_is_told_to_qmr_and_the_administrator_and_the_next_rank_is_told_instead() {
    for centre in centres("missing superior", MONDAY).await {
        let kind = centre.kind;
        letter().enter(&centre, "letan").await;
        let by = Actor::Person(centre.administrator);
        let left = centre
            .app
            .close_account(centre.now(), by, centre.person("phogiamdoc"))
            .await;
        left.unwrap();
        on(&centre, "2026-03-07T08:00:00+07:00").await;
        assert!(
            has(&told(&centre, "qmr").await, "no-superior_2 acknowledge"),
            "{kind}"
        );
        let administrator = centre.app.reminders(centre.administrator).await.unwrap();
        assert!(
            administrator.iter().any(|one| one.step == "no-superior_2"),
            "{kind}: {administrator:?}"
        );
        assert!(
            has(&told(&centre, "giamdoc").await, "superior_3 acknowledge"),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn who_is_complained_about_is_reminded_of_nothing_in_the_case() {
    for centre in centres("kept out", MONDAY).await {
        let kind = centre.kind;
        let number = letter().enter(&centre, "letan").await;
        let about = [("persons", "@phogiamdoc"), ("reason", "Đơn nêu đích danh.")];
        done(&centre, "qmr", &number, "name_persons_concerned", &about).await;
        on(&centre, "2026-03-20T08:00:00+07:00").await;
        assert_eq!(told(&centre, "phogiamdoc").await, BTreeSet::new(), "{kind}");
        assert!(
            has(&told(&centre, "giamdoc").await, "superior_3 acknowledge"),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn reminders_are_mailed_once_a_day_at_once_or_not_at_all_as_each_chose() {
    for centre in centres("reminders by mail", MONDAY).await {
        let kind = centre.kind;
        for who in ["so", "qmr", "phogiamdoc"] {
            let (id, email) = (centre.person(who).0, format!("{who}@trungtam.example"));
            centre
                .db()
                .act(|mut conn| {
                    let email = email.clone();
                    async move {
                        let conn = &mut conn;
                        let mut row = store::people::one(conn, id).await?.unwrap();
                        row.email = Some(email);
                        store::people::update(conn, &row).await?;
                        let organisation = store::organisation::the_one(conn).await?.unwrap();
                        store::organisation::update(conn, &organisation).await
                    }
                })
                .await
                .unwrap();
        }
        let app = &centre.app;
        app.set_reminder_way(centre.person("qmr"), Way::AtOnce)
            .await
            .unwrap();
        app.set_reminder_way(centre.person("phogiamdoc"), Way::None)
            .await
            .unwrap();
        let number = letter().enter(&centre, "letan").await;
        on(&centre, "2026-03-07T08:00:00+07:00").await;
        let mut mailed = Vec::new();
        while let Some(taken) = app.take_up_mail(centre.now()).await.unwrap() {
            let Content::Reminders { ids } = &taken.content else {
                panic!("{kind}: {taken:?}")
            };
            assert_eq!(taken.auto_submitted, "auto-generated", "{kind}");
            mailed.push((
                taken.purpose,
                taken.address.clone(),
                app.reminders_to_tell(ids).await.unwrap().len() == ids.len(),
            ));
        }
        mailed.sort_by(|a, b| a.1.cmp(&b.1));
        let expected = [
            (Purpose::Reminder, "qmr@trungtam.example".to_owned(), true),
            (Purpose::Digest, "so@trungtam.example".to_owned(), true),
        ];
        assert_eq!(mailed, expected, "{kind}");
        assert_eq!(app.remind(centre.now()).await.unwrap(), 0, "{kind}");
        assert!(
            app.take_up_mail(centre.now()).await.unwrap().is_none(),
            "{kind}: once"
        );
        assert!(case(&centre, &number).await.closed_on.is_none());
    }
}

#[tokio::test]
async fn whoever_takes_a_late_duty_over_is_reminded_of_it_and_whoever_had_it_no_more() {
    for centre in centres("remind_handover", MONDAY).await {
        let kind = centre.kind;
        let number = letter().enter(&centre, "letan").await;
        assessed(&centre, &number).await;
        inquired(&centre, &number).await;
        on(&centre, "2026-03-25T08:00:00+07:00").await;
        let line = "late_1 propose_plan";
        assert!(
            has(&told(&centre, "chuyenvien").await, line),
            "{kind}: {:?}",
            told(&centre, "chuyenvien").await
        );
        let pairs = [("case_officer", "@letan"), ("reason", "Đi công tác dài ngày.")];
        done(&centre, "qmr", &number, "reassign", &pairs).await;
        on(&centre, "2026-03-25T10:00:00+07:00").await;
        assert!(
            has(&told(&centre, "letan").await, line),
            "{kind}: {:?}",
            told(&centre, "letan").await
        );
        assert!(!has(&told(&centre, "chuyenvien").await, line), "{kind}");
    }
}
