//! What else has a page: the outbox, reminders, templates, the public pages' settings, tracking codes, single papers.

use app::outbox::{Content, NewMail, Purpose, enqueue};
use app::tokens::Scope;
use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::site::{Site, sites};

/// A mail about the product itself that waits.
async fn waiting(site: &Site) {
    let content = Content::Words {
        subject: "Thử".to_owned(),
        text: "Thử.".to_owned(),
        html: None,
    };
    let mail = NewMail::new("notice:1", Purpose::Notice, "qmr@trung-tam.example", content);
    let now = site.centre.now();
    let (db, mail) = (site.centre.db(), &mail);
    db.act(|mut conn| async move { enqueue(&mut conn, mail, now).await })
        .await
        .unwrap();
}

#[tokio::test]
async fn what_waits_in_the_outbox_is_decided_about_with_a_reason() {
    for site in sites("api_outbox").await {
        let kind = site.centre.kind;
        waiting(&site).await;
        let token = site.token("vanthu", Scope::ALL).await;
        let listed = site.get(&token, "/outbox?state=queued").await.json();
        assert_eq!(listed["counts"]["queued"], 1, "{kind}: {listed}");
        let id = listed["items"][0]["id"].as_str().unwrap();
        assert_eq!(listed["items"][0]["offers"][0]["act"], "give_up", "{kind}");
        let to = |decision: &str| format!("/outbox/{id}/decisions/{decision}");
        let unsaid = site.post(&token, &to("give_up"), json!({})).await;
        assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        let not_now = site
            .post(&token, &to("was_sent"), json!({ "reason": "nhật ký" }))
            .await;
        assert_eq!(
            not_now.status,
            StatusCode::PRECONDITION_FAILED,
            "{kind}: not in this state"
        );
        let given_up = site
            .post(&token, &to("give_up"), json!({ "reason": "Thừa" }))
            .await;
        assert_eq!(
            given_up.json()["state"],
            "given_up",
            "{kind}: {}",
            given_up.json()
        );
        let one = site.get(&token, &format!("/outbox/{id}")).await.json();
        assert_eq!(one["reason"], "Thừa", "{kind}");
        assert_eq!(
            site.get(&token, "/suppressions").await.json()["items"],
            json!([]),
            "{kind}"
        );
        let stranger = site.token("letan", Scope::ALL).await;
        for path in ["/outbox", "/suppressions", &format!("/outbox/{id}")] {
            assert_eq!(
                site.get(&stranger, path).await.status,
                StatusCode::FORBIDDEN,
                "{kind} {path}"
            );
        }
    }
}

#[tokio::test]
async fn a_person_is_reminded_as_they_choose_and_their_calendar_has_an_address() {
    for site in sites("api_reminders").await {
        let kind = site.centre.kind;
        site.case().await;
        let now = site.centre.now();
        site.centre.app.remind(now).await.unwrap();
        let token = site.token("qmr", Scope::ALL).await;
        let bell = site.get(&token, "/reminders").await.json();
        for one in bell["items"].as_array().unwrap() {
            assert!(
                !one["why"].as_str().unwrap().starts_with("reminders-"),
                "{kind}: {one}"
            );
        }
        let read = site.post(&token, "/reminders/read", json!({})).await;
        assert_eq!(read.status, StatusCode::NO_CONTENT, "{kind}");
        assert_eq!(site.get(&token, "/reminders").await.json()["unread"], 0, "{kind}");
        let changed = site
            .put(&token, "/reminders/settings", json!({ "way": "at_once" }))
            .await;
        assert_eq!(changed.json()["way"], "at_once", "{kind}");
        assert!(changed.json()["calendar_since"].is_null(), "{kind}");
        let given = site.post(&token, "/reminders/calendar", Value::Null).await;
        let path = given.json()["path"].as_str().unwrap().to_owned();
        let secret = path
            .strip_prefix("/calendar/")
            .unwrap()
            .strip_suffix(".ics")
            .unwrap();
        let calendar = site.centre.app.calendar(now, secret).await.unwrap();
        assert_eq!(calendar.person, site.centre.person("qmr"), "{kind}");
        let ended = site
            .ask("DELETE", &token, "/reminders/calendar", &Value::Null, &[])
            .await;
        assert_eq!(ended.status, StatusCode::NO_CONTENT, "{kind}");
        assert!(site.centre.app.calendar(now, secret).await.is_err(), "{kind}");
    }
}

#[tokio::test]
async fn a_template_is_changed_on_the_version_that_was_seen() {
    let site = Site::on_sqlite().await;
    let token = site.token("quantri", Scope::ALL).await;
    let lines = site.get(&token, "/templates").await.json();
    let href = lines["items"][0]["href"].as_str().unwrap().to_owned();
    let path = href.strip_prefix("/api/v1").unwrap();
    let seen = site.get(&token, path).await;
    assert_eq!(seen.header("etag"), "\"0\"");
    let mut words = json!({ "subject": seen.json()["subject"], "body": seen.json()["body"] });
    let wrong = json!({ "subject": words["subject"], "body": "{khong_co}" });
    let refused = site.put(&token, path, wrong.clone()).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.json());
    assert_eq!(refused.json()["errors"][0]["pointer"], "/body");
    let shown = site.post(&token, &format!("{path}/preview"), wrong).await;
    assert_eq!(shown.status, StatusCode::CONFLICT);
    words["body"] = json!(format!("{}\n\nThêm một dòng.", words["body"].as_str().unwrap()));
    let shown = site.post(&token, &format!("{path}/preview"), words.clone()).await;
    assert!(shown.json()["body"].as_str().unwrap().ends_with("Thêm một dòng."));
    let saved = site
        .ask("PUT", &token, path, &words, &[("if-match", "\"0\"")])
        .await;
    assert_eq!(saved.json()["version"], 1, "{}", saved.json());
    let late = site
        .ask("PUT", &token, path, &words, &[("if-match", "\"0\"")])
        .await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.json());
    let versions = site.get(&token, path).await.json()["versions"].clone();
    assert_eq!(versions.as_array().unwrap().len(), 2);
    let stranger = site.token("qmr", Scope::ALL).await;
    assert_eq!(site.get(&stranger, path).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn settings_of_reminders_and_of_the_public_pages_are_changed() {
    let site = Site::on_sqlite().await;
    let token = site.token("quantri", Scope::ALL).await;
    let pace = json!({ "reminder_percents": [60], "reminder_days": [5, 2] });
    let changed = site.put(&token, "/settings", pace).await;
    assert_eq!(changed.status, StatusCode::NO_CONTENT, "{}", changed.json());
    let settings = site.get(&token, "/settings").await;
    assert_eq!(settings.json()["reminder_days"], json!([5, 2]));
    let wrong = site
        .put(&token, "/settings", json!({ "reminder_days": [5, 0] }))
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.json()["errors"][0]["pointer"], "/reminder_days/1");
    let portal = json!({ "open": false, "contact": "Số điện thoại", "procedure_on": "2026-01-01" });
    let seen = settings.header("etag").to_owned();
    let changed = site
        .ask("PUT", &token, "/settings/portal", &portal, &[("if-match", &seen)])
        .await;
    assert_eq!(changed.status, StatusCode::NO_CONTENT, "{}", changed.json());
    let late = site
        .ask("PUT", &token, "/settings/portal", &portal, &[("if-match", &seen)])
        .await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    let kept = site.get(&token, "/settings/portal").await.json();
    assert_eq!(
        (&kept["open"], &kept["procedure_on"]),
        (&json!(false), &json!("2026-01-01"))
    );
    let stranger = site.token("qmr", Scope::ALL).await;
    for path in ["/settings/portal", "/mail-sources"] {
        assert_eq!(
            site.get(&stranger, path).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_tracking_code_opens_the_case_until_the_next_one() {
    let site = Site::on_sqlite().await;
    let number = site.case().await;
    // Whoever received it writes to the complainant.
    let token = site.token("letan", Scope::ALL).await;
    let path = format!("/cases/{number}/tracking-code");
    let given = site.get(&token, &path).await;
    let stranger = site.token("vanthu", Scope::ALL).await;
    assert_eq!(
        site.post(&stranger, &path, Value::Null).await.status,
        StatusCode::FORBIDDEN
    );
    assert!(given.json()["given_at"].is_null(), "{}", given.json());
    let code = site.post(&token, &path, Value::Null).await;
    assert_eq!(code.status, StatusCode::CREATED, "{}", code.json());
    let code = code.json()["code"].as_str().unwrap().to_owned();
    let now = site.centre.now();
    let entered = site
        .centre
        .app
        .enter_with_code(now, &number, &code)
        .await
        .unwrap();
    assert!(entered.is_some());
    assert!(site.get(&token, &path).await.json()["given_at"].is_string());
}

#[tokio::test]
async fn single_papers_and_covered_dossiers_are_asked_for() {
    let site = Site::on_sqlite().await;
    let number = site.case().await;
    let token = site.token("qmr", Scope::ALL).await;
    for wish in [
        json!({ "paper": "letter", "number": number, "place": 1, "format": "docx" }),
        json!({ "paper": "notice", "number": number, "name": "acknowledgement", "format": "pdf" }),
        json!({ "paper": "form", "number": number, "form": "proposal", "format": "pdf" }),
        json!({ "paper": "follow_up", "number": number }),
        json!({ "paper": "complaint_form", "number": number }),
        json!({ "paper": "blank_form" }),
        json!({ "paper": "template", "purpose": "reply", "language": "vi" }),
        json!({ "paper": "dossier", "number": number, "cleared": [] }),
    ] {
        let asked = site.post(&token, "/papers", wish.clone()).await;
        assert_eq!(asked.status, StatusCode::CREATED, "{wish}: {}", asked.json());
        assert_eq!(asked.json()["asked"], wish);
    }
    for wrong in [
        json!({ "paper": "letter", "number": number, "place": 0, "format": "docx" }),
        json!({ "paper": "template", "purpose": "nothing", "language": "vi" }),
        json!({ "paper": "notice", "number": number, "name": "a b", "format": "pdf" }),
    ] {
        let refused = site.post(&token, "/papers", wrong.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
}
