//! Reminders on their page and in a calendar, and changes that reach a page that stands open.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use std::process::Command;
use std::time::{Duration, Instant};

use axum::http::StatusCode;

use crate::site::{LETTER, Site, assert_no_raw_keys, sites};

async fn remind(site: &Site, instant: &str) {
    site.centre.clock.set(instant.parse().unwrap());
    site.centre.app.remind(site.centre.now()).await.unwrap();
    // Sessions have ended meanwhile.
    for who in ["so", "qmr"] {
        site.forget(who);
    }
}

#[tokio::test]
async fn reminders_stand_on_a_page_with_their_reason_and_can_be_read() {
    for site in sites("reminders").await {
        let kind = site.centre.kind;
        let number = site.enter("so", LETTER).await;
        remind(&site, "2026-03-05T08:00:00+07:00").await;
        for lang in ["vi", "en"] {
            let page = site.get_in("so", "/reminders", lang).await;
            assert_no_raw_keys("reminders", &page);
            assert!(page.says(&number), "{kind}: {}", page.text());
        }
        let page = site.get("so", "/reminders").await;
        assert!(page.says("Đã quá hạn"), "{kind}: {}", page.text());
        assert!(
            !page.says("Kết quả thử nghiệm gửi chậm"),
            "{kind}: nothing of what the case says"
        );
        let superior = site.get("qmr", "/reminders").await;
        assert!(
            superior.says("Cấp dưới đã để quá hạn"),
            "{kind}: {}",
            superior.text()
        );
        let unread = "data-live=\"unread\">";
        assert!(page.body.contains(unread), "{kind}: the bell counts");
        let until = site.centre.now().as_microsecond().to_string();
        let answer = site.post("so", "/reminders/read", &[("until", &until)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{kind}: {}", answer.text());
        let page = site.get("so", "/reminders").await;
        assert!(
            !page.body.contains(unread) && !page.says("mới"),
            "{kind}: {}",
            page.text()
        );
        let answer = site.post("so", "/reminders/way", &[("way", "none")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{kind}");
        let page = site.get("so", "/reminders").await;
        assert!(
            page.body.contains("value=\"none\" checked"),
            "{kind}: {}",
            page.body
        );
    }
}

/// Reads a calendar with a library of others and prints what it understood.
const READER: &str = r#"
import sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
for event in calendar.walk('VEVENT'):
    assert not event.errors, event.errors
    start = event['DTSTART'].dt
    print(event['UID'], start.isoformat(), type(start).__name__, event['SUMMARY'], event['DESCRIPTION'], sep='|')
"#;

#[tokio::test]
async fn a_calendar_is_opened_by_a_client_of_others_and_ends_with_its_address() {
    for site in sites("calendar").await {
        let kind = site.centre.kind;
        let number = site.enter("so", LETTER).await;
        let page = site.post("so", "/reminders/calendar", &[]).await;
        assert_eq!(page.status, StatusCode::OK, "{kind}: {}", page.text());
        let (_, address) = page.body.split_once("<code>").unwrap();
        let address = address.split("</code>").next().unwrap().to_owned();
        let secret = address.trim_start_matches("/calendar/").trim_end_matches(".ics");
        assert!(secret.len() * 4 >= 128, "{kind}: {address}");
        assert!(
            !site.get("so", "/reminders").await.body.contains(secret),
            "{kind}: shown once"
        );

        let feed = site.visit(&address).await;
        assert_eq!(
            feed.header("content-type"),
            "text/calendar; charset=utf-8",
            "{kind}"
        );
        assert!(
            !feed.body.contains("Nguyễn Thị Lan") && !feed.body.contains("gửi chậm"),
            "{kind}: {}",
            feed.body
        );
        let python = Command::new("/usr/bin/python3")
            .args(["-c", "import icalendar"])
            .output();
        if python.is_ok_and(|answer| answer.status.success()) {
            let path = site.centre.test().directory().join("feed.ics");
            std::fs::write(&path, &feed.bytes).unwrap();
            let read = Command::new("/usr/bin/python3")
                .args(["-c", READER])
                .stdin(std::fs::File::open(&path).unwrap())
                .output()
                .unwrap();
            let lines = String::from_utf8(read.stdout).unwrap();
            let problems = String::from_utf8_lossy(&read.stderr).into_owned();
            let line = lines.lines().find(|line| line.contains(".acknowledge."));
            let line = line.unwrap_or_else(|| panic!("{kind}: {lines} {problems} {}", feed.body));
            assert!(
                line.contains("|2026-03-04|date|") && line.contains(&number),
                "{kind}: {line}"
            );
            assert!(line.contains("Quy tắc S1"), "{kind}: {line}");
        } else {
            assert!(
                std::env::var_os("CI").is_none(),
                "python3-icalendar is not installed"
            );
        }

        let again = site.post("so", "/reminders/calendar", &[]).await;
        assert_eq!(again.status, StatusCode::OK, "{kind}");
        assert_eq!(
            site.visit(&address).await.status,
            StatusCode::NOT_FOUND,
            "{kind}: the old one ended"
        );
        assert_eq!(
            site.visit("/calendar/x.ics").await.status,
            StatusCode::NOT_FOUND,
            "{kind}"
        );
        site.post("so", "/reminders/calendar/end", &[]).await;
        let (_, last) = again.body.split_once("<code>").unwrap();
        let last = last.split("</code>").next().unwrap();
        assert_eq!(site.visit(last).await.status, StatusCode::NOT_FOUND, "{kind}");
    }
}

#[tokio::test]
async fn a_change_reaches_the_open_pages_of_those_who_may_know_within_three_tenths_of_a_second() {
    for site in sites("live").await {
        let kind = site.centre.kind;
        let number = site.enter("so", LETTER).await;
        site.cookie("letan").await;
        let mut open = site.events("qmr").await;
        let mut stranger = site.events("letan").await;
        let first = open.next().await.expect("the figures come at once");
        assert!(first.contains("event: counts"), "{kind}: {first}");
        let mut slowest = Duration::ZERO;
        for round in 0..5 {
            let begun = Instant::now();
            let words = format!("Đã liên hệ lần {round}.");
            let form = [
                ("description", words.as_str()),
                ("source", "Phòng thử nghiệm"),
                ("obtained_on", "02/03/2026"),
            ];
            if round == 0 {
                site.done("qmr", &number, "declare_interest", &[]).await;
            } else {
                site.done("qmr", &number, "add_evidence", &form).await;
            }
            let acted = begun.elapsed();
            loop {
                let event = tokio::time::timeout(Duration::from_secs(5), open.next()).await;
                let event = event.expect("it comes").expect("the line stays");
                if event.contains("event: case") {
                    assert!(event.contains(&number), "{kind}: {event}");
                    break;
                }
            }
            slowest = slowest.max(begun.elapsed().saturating_sub(acted));
        }
        println!("{kind}: a change reached the open page {slowest:?} after the answer to the act");
        assert!(slowest < Duration::from_millis(300), "{kind}: {slowest:?}");
        while let Ok(Some(event)) = tokio::time::timeout(Duration::from_millis(200), stranger.next()).await {
            assert!(!event.contains("event: case"), "{kind}: {event}");
        }
        let guest = site.visit("/events").await;
        assert_eq!(
            guest.status,
            StatusCode::SEE_OTHER,
            "{kind}: nobody listens unseen"
        );
        site.centre.app.end_of_changes();
        while let Some(event) = open.next().await {
            assert!(!event.contains("event: case"), "{kind}: {event}");
        }
    }
}
