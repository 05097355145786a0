//! Coming in and going out: passwords, sessions, the first set-up, and what every answer tells the browser.

use std::sync::Arc;

use app::App;
use axum::http::StatusCode;
use testkit::centre::PASSWORD;
use testkit::{StoppedClock, databases};
use web::Options;

use crate::site::{Answer, MONDAY, PHONE_CALL, Site, sites};

const SIGN_IN: &[(&str, &str)] = &[("login", "qmr"), ("password", PASSWORD)];

#[tokio::test]
async fn a_wrong_password_and_an_unknown_login_are_told_alike() {
    for site in sites("wrong password").await {
        let wrong = site
            .knock("/sign-in", &[("login", "qmr"), ("password", "mat-khau-khac")])
            .await;
        let unknown = site
            .knock("/sign-in", &[("login", "nobody"), ("password", "mat-khau-khac")])
            .await;
        for answer in [&wrong, &unknown] {
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", site.centre.kind);
            assert_eq!(answer.cookie("phucdap_session"), None);
            assert!(
                !answer.body.contains("mat-khau-khac"),
                "a password never comes back"
            );
        }
        assert!(
            wrong.body.contains("value=\"qmr\""),
            "the login that was typed stays"
        );
        assert_eq!(
            wrong.text(),
            unknown.text(),
            "nothing tells which of them was wrong"
        );
        assert_eq!(
            site.knock("/sign-in", SIGN_IN).await.status,
            StatusCode::SEE_OTHER
        );
    }
}

#[tokio::test]
async fn many_wrong_passwords_close_a_login_for_a_quarter_of_an_hour() {
    let site = Site::on_sqlite().await;
    let wrong = [("login", "qmr"), ("password", "mat-khau-khac")];
    let mut closed_after = None;
    for attempt in 0..20 {
        let answer = site.knock("/sign-in", &wrong).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            closed_after = Some(attempt);
            break;
        }
    }
    assert_eq!(closed_after, Some(10));
    let right = site.knock("/sign-in", SIGN_IN).await;
    assert_eq!(
        right.status,
        StatusCode::TOO_MANY_REQUESTS,
        "the right password opens no closed login"
    );
    let other = site
        .knock("/sign-in", &[("login", "so"), ("password", PASSWORD)])
        .await;
    assert_eq!(other.status, StatusCode::SEE_OTHER, "nobody else is locked out");
    site.centre.clock.pass(jiff::SignedDuration::from_mins(16));
    assert_eq!(
        site.knock("/sign-in", SIGN_IN).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn an_office_behind_one_address_signs_in_as_often_as_it_likes() {
    let site = Site::on_sqlite().await;
    let app = &site.centre.app;
    let now = site.centre.now();
    for _ in 0..3 {
        let signed_in = app.sign_in(now, "qmr", PASSWORD, "10.0.0.1").await;
        assert!(signed_in.expect("a database").is_ok());
    }
    let address = "address:10.0.0.1";
    let counted = site
        .centre
        .db()
        .act(|mut conn| async move {
            let window = jiff::SignedDuration::from_mins(15);
            store::attempts::count_sliding(&mut conn, address, now, window).await
        })
        .await;
    assert_eq!(
        counted.expect("a database"),
        1,
        "none of them counts but this look"
    );
}

#[tokio::test]
async fn a_form_before_signing_in_comes_from_our_own_pages_alone() {
    for site in sites("origin").await {
        let kind = site.centre.kind;
        let from = async |headers: &[(&str, &str)]| site.knock_as("/sign-in", SIGN_IN, headers).await;
        for headers in [
            [("sec-fetch-site", "cross-site"), ("host", "may-chu")],
            [("sec-fetch-site", "same-site"), ("host", "may-chu")],
            [("origin", "https://elsewhere.example"), ("host", "may-chu")],
            [("origin", "null"), ("host", "may-chu")],
        ] {
            let answer = from(&headers).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{kind} {headers:?}");
            assert_eq!(answer.cookie("phucdap_session"), None);
        }
        let ours = from(&[("origin", "http://may-chu:8080"), ("host", "may-chu:8080")]).await;
        assert_eq!(ours.status, StatusCode::SEE_OTHER, "{kind}");
        // A client that says nothing shows that it was on the page before.
        assert_eq!(from(&[]).await.status, StatusCode::FORBIDDEN);
        let page = site.visit("/sign-in").await;
        let cookie = page.cookie("phucdap_guest").expect("the browser is known again");
        let token = page.value_of("csrf");
        let form = [SIGN_IN, &[("csrf", token)]].concat();
        let known = site.knock_as("/sign-in", &form, &[("cookie", &cookie)]).await;
        assert_eq!(known.status, StatusCode::SEE_OTHER, "{kind}");
        for (form, headers) in [
            (form.clone(), vec![]),
            (SIGN_IN.to_vec(), vec![("cookie", cookie.as_str())]),
            (
                [SIGN_IN, &[("csrf", "")]].concat(),
                vec![("cookie", "phucdap_guest=")],
            ),
        ] {
            let answer = site.knock_as("/sign-in", &form, &headers).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{kind} {headers:?}");
        }
        assert_eq!(
            site.get_with(&cookie, "/sign-in").await.value_of("csrf"),
            token,
            "one token for one browser"
        );
    }
}

#[tokio::test]
async fn an_act_from_another_site_is_turned_away_even_with_a_token_of_the_session() {
    let site = Site::on_sqlite().await;
    let cookie = site.cookie("quantri").await;
    let page = site.get_with(&cookie, "/account").await;
    let form = [
        ("csrf", page.value_of("csrf")),
        ("code", "KT"),
        ("name", "Kỹ thuật"),
    ];
    let headers = [("cookie", cookie.as_str()), ("sec-fetch-site", "cross-site")];
    let answer = site.knock_as("/admin/units", &form, &headers).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let answer = site.knock_as("/admin/units", &form, &headers[..1]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn signing_in_leads_back_to_where_one_was_and_never_to_another_site() {
    let site = Site::on_sqlite().await;
    let asked = site.visit("/register?year=2026&kind=appeal").await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    let to = asked.location().to_owned();
    assert_eq!(to, "/sign-in?back=%2Fregister%3Fyear%3D2026%26kind%3Dappeal");
    let page = site.visit(&to).await;
    assert_eq!(page.value_of("back"), "/register?year=2026&amp;kind=appeal");

    let cookie = site.cookie("qmr").await;
    let elsewhere = [
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        "/\n/elsewhere.example",
        "javascript:alert(1)",
        "elsewhere.example",
        "",
    ];
    for back in elsewhere {
        let form = [SIGN_IN, &[("back", back)]].concat();
        let answer = site.knock("/sign-in", &form).await;
        assert_eq!(answer.location(), "/", "{back:?} after signing in");
        let address = format!("/sign-in?back={}", web::url::encode(back));
        let answer = site.get_with(&cookie, &address).await;
        assert_eq!(answer.location(), "/", "{back:?} when signed in already");
    }
    let form = [SIGN_IN, &[("back", "/register?year=2026")]].concat();
    assert_eq!(
        site.knock("/sign-in", &form).await.location(),
        "/register?year=2026"
    );
}

#[tokio::test]
async fn a_session_ends_with_signing_out_and_after_half_a_day_of_silence() {
    for site in sites("sessions").await {
        let cookie = site.cookie("qmr").await;
        assert_eq!(site.get_with(&cookie, "/work").await.status, StatusCode::OK);
        let out = site.post("qmr", "/sign-out", &[]).await;
        assert_eq!(out.location(), "/sign-in");
        assert!(
            out.cookies()
                .iter()
                .any(|line| line.starts_with("phucdap_session=;") && line.contains("Max-Age=0")),
            "{:?}",
            out.cookies()
        );
        let after = site.get_with(&cookie, "/work").await;
        assert_eq!(
            after.location(),
            "/sign-in?back=%2Fwork",
            "{}: the token itself is void",
            site.centre.kind
        );

        let cookie = site.cookie("so").await;
        site.centre.clock.pass(jiff::SignedDuration::from_hours(11));
        assert_eq!(site.get_with(&cookie, "/work").await.status, StatusCode::OK);
        site.centre.clock.pass(jiff::SignedDuration::from_hours(11));
        assert_eq!(
            site.get_with(&cookie, "/work").await.status,
            StatusCode::OK,
            "a session in use goes on"
        );
        site.centre.clock.pass(jiff::SignedDuration::from_hours(13));
        assert_eq!(
            site.get_with(&cookie, "/work").await.status,
            StatusCode::SEE_OTHER
        );
    }
}

#[tokio::test]
async fn nobody_is_signed_out_by_a_page_of_another_site() {
    let site = Site::on_sqlite().await;
    let answer = site.post_bare("qmr", "/sign-out", &[]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(site.get("qmr", "/work").await.status, StatusCode::OK);
}

#[tokio::test]
async fn cookies_are_out_of_reach_of_scripts_and_of_other_sites() {
    let site = Site::on_sqlite().await;
    let signed_in = site.knock("/sign-in", SIGN_IN).await;
    let acted = site
        .post("quantri", "/admin/units", &[("code", "KT"), ("name", "Kỹ thuật")])
        .await;
    let wished = site.knock("/preferences", &[("lang", "en"), ("back", "/")]).await;
    for answer in [&signed_in, &acted, &wished] {
        assert!(!answer.cookies().is_empty(), "{}", answer.text());
        for line in answer.cookies() {
            assert!(
                line.contains("; HttpOnly") && line.contains("; SameSite=Lax") && line.contains("; Path=/"),
                "{line}"
            );
        }
    }
    let secure = Options {
        clock: Arc::new({
            let clock = site.centre.clock.clone();
            move || clock.now()
        }),
        demo: None,
        secure_cookies: true,
        trusted_proxies: Arc::default(),
        public_url: None,
        setup_token: None,
        interface: web::Interface::default(),
        sends_mail: false,
    };
    let https = web::site(site.centre.app.clone(), secure);
    let signed_in = crate::site::knock(&https, "/sign-in", SIGN_IN, "").await;
    assert!(
        signed_in.cookies().iter().all(|line| line.contains("; Secure")),
        "{:?}",
        signed_in.cookies()
    );
}

const SETUP: &[(&str, &str)] = &[
    ("organisation", "Trung tâm Chứng nhận Thử Nghiệm"),
    ("parent", ""),
    ("symbol", "TTCN"),
    ("place", "Hà Nội"),
    ("name", "Quản Trị"),
    ("login", "quantri"),
    ("password", "mat-khau-du-dai"),
];

#[tokio::test]
async fn the_organisation_is_set_up_once_and_never_again() {
    for test in databases("set-up").await {
        let files = store::blobs::Blobs::open(test.directory().join("files")).await;
        let app = App::new(test.db.clone(), files.expect("a directory of the test"));
        let clock = StoppedClock::at(MONDAY);
        let options = Options {
            clock: Arc::new(move || clock.now()),
            demo: None,
            secure_cookies: false,
            trusted_proxies: Arc::default(),
            public_url: None,
            setup_token: Some("ma-thiet-lap".to_owned()),
            interface: web::Interface::default(),
            sends_mail: false,
        };
        let router = web::site(app, options);
        let ask = async |path: &str| crate::site::visit(&router, path, "").await;
        let send = async |pairs: &[(&str, &str)]| crate::site::knock(&router, "/setup", pairs, "").await;

        assert_eq!(ask("/").await.location(), "/setup", "{}", test.kind);
        assert_eq!(ask("/sign-in").await.location(), "/setup");
        assert_eq!(ask("/setup").await.status, StatusCode::OK);

        let without_token = send(SETUP).await;
        assert_eq!(without_token.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_typed_is_kept(&without_token);
        let short = [&SETUP[..6], &[("password", "ngan"), ("token", "ma-thiet-lap")]].concat();
        let short = send(&short).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_typed_is_kept(&short);
        assert!(short.body.contains("setup-password-error"), "told at the field");
        assert!(
            !short.body.contains("value=\"ngan\""),
            "a password never comes back"
        );

        let right = [SETUP, &[("token", "ma-thiet-lap")]].concat();
        let done = send(&right).await;
        assert_eq!(done.location(), "/admin", "{}", done.text());
        assert!(
            done.cookie("phucdap_session").is_some(),
            "whoever sets it up is signed in"
        );

        let again = send(&right).await;
        assert_eq!(again.location(), "/sign-in", "{}", test.kind);
        assert_eq!(again.cookie("phucdap_session"), None);
        assert_eq!(ask("/setup").await.location(), "/sign-in");
    }
}

fn assert_typed_is_kept(answer: &Answer) {
    for (name, value) in &SETUP[..6] {
        assert!(
            value.is_empty() || answer.body.contains(&format!("value=\"{value}\"")),
            "{name} is lost"
        );
    }
}

#[tokio::test]
async fn a_password_of_one_s_own_takes_the_old_one_and_ends_other_sessions() {
    for site in sites("own password").await {
        let elsewhere = site.cookie("so").await;
        site.forget("so");
        let wrong = [("current", "mat-khau-khac"), ("password", "mat-khau-moi-tinh")];
        let answer = site.post("so", "/account", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            answer.body.contains("own-password-current-error"),
            "{}",
            answer.text()
        );
        let short = [("current", PASSWORD), ("password", "ngan")];
        let answer = site.post("so", "/account", &short).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            answer.body.contains("own-password-password-error"),
            "{}",
            answer.text()
        );
        let right = [("current", PASSWORD), ("password", "mat-khau-moi-tinh")];
        let answer = site.post("so", "/account", &right).await;
        assert_eq!(answer.location(), "/account");
        let own = answer
            .cookie("phucdap_session")
            .expect("one's own session goes on");
        assert_eq!(site.get_with(&own, "/work").await.status, StatusCode::OK);
        assert_eq!(
            site.get_with(&elsewhere, "/work").await.status,
            StatusCode::SEE_OTHER,
            "{}",
            site.centre.kind
        );
        let old = site
            .knock("/sign-in", &[("login", "so"), ("password", PASSWORD)])
            .await;
        assert_eq!(old.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn every_answer_tells_the_browser_to_load_and_keep_nothing_that_is_not_ours() {
    let site = Site::on_sqlite().await;
    let number = site.enter("so", PHONE_CALL).await;
    let case = format!("/cases/{number}");
    let mut answers = vec![("/sign-in".to_owned(), site.visit("/sign-in").await)];
    let pages = [
        "/work",
        "/intake",
        "/register",
        "/register/export.csv",
        "/register/export.xlsx",
        "/letters",
        "/letters/export.xlsx",
        "/procedure",
        "/account",
        "/nowhere",
        "/cases/2026-9999",
        "/admin",
        &case,
    ];
    for page in pages {
        answers.push((page.to_owned(), site.get("qmr", page).await));
    }
    for page in crate::admin::PAGES {
        answers.push(((*page).to_owned(), site.get("quantri", page).await));
    }
    answers.push((
        "a form without proof".to_owned(),
        site.post_bare("qmr", "/intake", &[]).await,
    ));
    for (page, answer) in &answers {
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
            "{page}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{page}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{page}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{page}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{page}");
        assert_eq!(answer.header("cache-control"), "no-store", "{page}");
        for scheme in ["http://", "https://", "src=\"//", "href=\"//"] {
            assert!(!answer.body.contains(scheme), "{page} leads to {scheme}");
        }
    }
}

#[tokio::test]
async fn an_address_that_cannot_be_read_has_a_page_of_ours_too() {
    let site = Site::on_sqlite().await;
    let number = site.enter("qmr", PHONE_CALL).await;
    let odd = [
        format!("/cases/{number}/documents/none"),
        format!("/cases/{number}/letters/none"),
        "/admin/people/none".to_owned(),
    ];
    for path in odd {
        let answer = site.get("quantri", &path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(
            answer.body.starts_with("<!DOCTYPE html>"),
            "{path}: {}",
            answer.body
        );
    }
    for (who, path) in [
        ("qmr", "/letters?year=x"),
        ("qmr", "/letters?year="),
        ("qmr", "/letters?year=-32768"),
        ("quantri", "/admin/calendar?year=x"),
    ] {
        let answer = site.get(who, path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    }
}
