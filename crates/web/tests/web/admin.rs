//! Administration: for administrators alone; what cannot stand is told with everything typed still there, and what is changed holds.

use axum::http::StatusCode;
use i18n::{Lang, texts};
use testkit::centre::PASSWORD;

use crate::site::{Answer, PHONE_CALL, Site, sites, with};

/// Every page of administration.
pub const PAGES: &[&str] = &[
    "/admin",
    "/admin/people",
    "/admin/roles",
    "/admin/substitutes",
    "/admin/authority",
    "/admin/interests",
    "/admin/units",
    "/admin/calendar",
    "/admin/settings",
    "/admin/templates",
    "/admin/templates/reply/vi",
    "/admin/jobs",
];

/// Every act of administration; `{id}` stands for somebody or something that is there.
const ACTS: &[&str] = &[
    "/admin/people",
    "/admin/people/{id}",
    "/admin/people/{id}/password",
    "/admin/people/{id}/close",
    "/admin/people/{id}/reopen",
    "/admin/roles",
    "/admin/roles/{id}/end",
    "/admin/substitutes",
    "/admin/substitutes/{id}/end",
    "/admin/authority",
    "/admin/authority/{id}/end",
    "/admin/interests",
    "/admin/interests/{id}/end",
    "/admin/units",
    "/admin/settings",
    "/admin/organisation",
    "/admin/templates/reply/vi",
    "/admin/templates/reply/vi/preview",
    "/admin/calendar",
    "/admin/calendar/remove",
    "/admin/calendar/year",
    "/admin/jobs/{id}/retry",
];

const EVERYBODY_ELSE: &[&str] = &[
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

/// What each of those forms asks for, so that nothing but the role can be in the way.
fn everything(id: &str) -> Vec<(&'static str, &str)> {
    vec![
        ("name", "Tên"),
        ("login", "dang-nhap"),
        ("position", "Chuyên viên"),
        ("password", "mat-khau-du-dai"),
        ("person", id),
        ("role", "administrator"),
        ("of", id),
        ("by", id),
        ("named_by", id),
        ("mode", "kt"),
        ("scope", "Tất cả"),
        ("client", "Công ty"),
        ("kind", "holiday"),
        ("code", "M"),
        ("from", "02/03/2026"),
        ("until", "03/03/2026"),
        ("date", "04/03/2026"),
        ("year", "2026"),
        ("name_vi", "Nghỉ"),
        ("name_en", "Day off"),
        ("document", "QĐ 02"),
        ("subject", "trả lời"),
        ("body", "Trân trọng."),
        ("seen", "0"),
    ]
}

#[tokio::test]
async fn nobody_but_an_administrator_opens_a_page_or_does_an_act_of_administration() {
    let site = Site::on_sqlite().await;
    let id = site.id("letan");
    let one = format!("/admin/people/{id}");
    let paper = "/admin/templates/reply/vi/preview.pdf";
    for who in EVERYBODY_ELSE {
        for page in PAGES.iter().copied().chain([one.as_str(), paper]) {
            let answer = site.get(who, page).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who} opens {page}");
            assert!(!answer.says("Ngô Thị Lễ Tân"), "{who} reads of others on {page}");
        }
        for act in ACTS {
            let path = act.replace("{id}", &id);
            let answer = site.post(who, &path, &everything(&id)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{who} does {path}");
        }
        assert!(
            !site.get(who, "/work").await.says("href=\"/admin\""),
            "{who} is led there"
        );
    }
    let now = site.centre.now();
    let log = site
        .centre
        .app
        .administration(now, site.centre.administrator, None, 50)
        .await;
    assert_eq!(log.expect("the log can be read"), [], "nothing was changed");
}

#[tokio::test]
async fn an_administrator_without_the_proof_of_the_page_changes_nothing() {
    let site = Site::on_sqlite().await;
    let id = site.id("letan");
    for act in ACTS {
        let path = act.replace("{id}", &id);
        for proof in [&[][..], &[("csrf", "")][..], &[("csrf", "0123456789abcdef")][..]] {
            let form = [&everything(&id)[..], proof].concat();
            let answer = site.post_bare("quantri", &path, &form).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {proof:?}");
        }
    }
    let now = site.centre.now();
    let log = site
        .centre
        .app
        .administration(now, site.centre.administrator, None, 50)
        .await;
    assert_eq!(log.expect("the log can be read"), [], "nothing was changed");
}

/// The form came back: told at the field, with every value still there.
fn assert_comes_back(answer: &Answer, form: &str, field: &str, typed: &[(&str, &str)]) {
    assert_eq!(
        answer.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        answer.text()
    );
    let error = answer.error_of(form, field);
    assert!(
        error.is_some(),
        "{form}: {field} is not told of: {}",
        answer.text()
    );
    let back = answer.form(form).expect("the form is there again");
    for (name, value) in typed.iter().filter(|(name, _)| *name != "password") {
        let kept = back.contains(&format!("value=\"{value}\" selected"))
            || back.contains(&format!("value=\"{value}\" checked"))
            || back.contains(&format!("name=\"{name}\" value=\"{value}\""))
            || back.split("<input").any(|tag| {
                tag.contains(&format!("name=\"{name}\"")) && tag.contains(&format!("value=\"{value}\""))
            });
        assert!(kept, "{form}: {name}={value} is lost: {back}");
    }
}

/// The address that ends the line in which these words stand.
fn end_of<'a>(page: &'a Answer, words: &str) -> &'a str {
    let row = page
        .body
        .split("<tr>")
        .skip(1)
        .find(|row| row.contains(words))
        .expect("such a line");
    let (_, rest) = row.split_once("action=\"").expect("it can be ended");
    rest.split('"').next().expect("an address ends")
}

#[tokio::test]
async fn the_last_administrator_stays() {
    for site in sites("last administrator").await {
        let kind = site.centre.kind;
        let told = texts(Lang::Vi).label("problem-last-administrator");
        let me = format!("/admin/people/{}", site.centre.administrator);
        let closed = site.post("quantri", &format!("{me}/close"), &[]).await;
        assert_eq!(closed.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(closed.says(told), "{kind}: {}", closed.text());
        let roles = site.get("quantri", "/admin/roles").await;
        let end = end_of(&roles, texts(Lang::Vi).label("role-administrator")).to_owned();
        let form = [("until", "02/03/2026"), ("document", "QĐ 02")];
        let ended = site.post("quantri", &end, &form).await;
        assert_eq!(ended.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(ended.says(told), "{kind}: {}", ended.text());
        assert_eq!(site.get("quantri", "/admin").await.status, StatusCode::OK);
        let id = end.trim_start_matches("/admin/roles/").trim_end_matches("/end");
        let unreadable = [("until", "31/02/2026"), ("document", "QĐ không tên")];
        let back = site.post("quantri", &end, &unreadable).await;
        assert_comes_back(&back, &format!("end-{id}"), "until", &unreadable);
        assert!(
            back.holds("class=\"confirm menu\" open"),
            "the form that came back stands open"
        );

        let other = site.id("so");
        let second = [
            ("person", other.as_str()),
            ("role", "administrator"),
            ("from", "02/03/2026"),
            ("document", "QĐ 03"),
        ];
        let given = site.post("quantri", "/admin/roles", &second).await;
        assert_eq!(given.location(), "/admin/roles");
        let ended = site.post("quantri", &end, &form).await;
        assert_eq!(
            ended.location(),
            "/admin/roles",
            "now there is another: {}",
            ended.text()
        );
        site.pass_days(1);
        assert_eq!(site.get("quantri", "/admin").await.status, StatusCode::FORBIDDEN);
        assert_eq!(site.get("so", "/admin").await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn nobody_is_their_own_substitute_nor_names_one() {
    let site = Site::on_sqlite().await;
    let (director, qmr, deputy) = (site.id("giamdoc"), site.id("qmr"), site.id("phogiamdoc"));
    let good = [
        ("role", "qmr"),
        ("of", qmr.as_str()),
        ("by", deputy.as_str()),
        ("named_by", director.as_str()),
        ("from", "02/03/2026"),
        ("document", "QĐ 04"),
    ];
    for (field, person) in [("by", &qmr), ("named_by", &qmr), ("of", &deputy)] {
        let bad = with(&good, &[(field, person)]);
        let answer = site.post("quantri", "/admin/substitutes", &bad).await;
        assert_comes_back(&answer, "add-form", field, &bad);
    }
    let done = site.post("quantri", "/admin/substitutes", &good).await;
    assert_eq!(done.location(), "/admin/substitutes");
    let page = site.get("quantri", "/admin/substitutes").await;
    for words in ["Lê Chất Lượng", "Vũ Phó", "Nguyễn Giám Đốc", "QĐ 04"] {
        assert!(page.form("add-form").is_some() && page.says(words), "{words}");
    }
    // The substitute holds the office on a case.
    let number = site.enter("letan", PHONE_CALL).await;
    site.done("phogiamdoc", &number, "declare_interest", &[]).await;
    site.done(
        "phogiamdoc",
        &number,
        "give_direction",
        &[("direction", "Kiểm tra lại mẫu.")],
    )
    .await;
}

#[tokio::test]
async fn a_role_is_given_on_the_strength_of_a_document_for_a_period_that_runs_forward() {
    let site = Site::on_sqlite().await;
    let person = site.id("chuyenvien");
    let good = [
        ("person", person.as_str()),
        ("role", "qmr"),
        ("from", "10/03/2026"),
        ("until", "31/12/2026"),
        ("document", "QĐ 05"),
    ];
    for (field, value) in [
        ("document", ""),
        ("until", "09/03/2026"),
        ("from", "31/02/2026"),
        ("from", ""),
        ("role", "case_officer_of_all"),
        ("role", ""),
        ("person", ""),
        ("role", "head_of_department"),
    ] {
        let bad = with(&good, &[(field, value)]);
        let answer = site.post("quantri", "/admin/roles", &bad).await;
        let at = if value == "head_of_department" {
            "unit"
        } else {
            field
        };
        let kept: Vec<_> = bad
            .iter()
            .filter(|(name, value)| {
                !value.is_empty() && *value != "case_officer_of_all" && *name != "role" || *value == "qmr"
            })
            .copied()
            .collect();
        assert_comes_back(&answer, "add-form", at, &kept);
    }
    let too_long = "x".repeat(301);
    let bad = with(&good, &[("document", &too_long)]);
    let answer = site.post("quantri", "/admin/roles", &bad).await;
    assert_comes_back(&answer, "add-form", "document", &bad);
    let qmr = site.id("qmr");
    let twice = with(&good, &[("person", &qmr)]);
    let answer = site.post("quantri", "/admin/roles", &twice).await;
    assert_comes_back(&answer, "add-form", "role", &twice);
}

#[tokio::test]
async fn a_role_that_is_given_opens_its_acts_and_one_that_ends_closes_them() {
    for site in sites("roles count").await {
        let kind = site.centre.kind;
        let number = site.enter("letan", PHONE_CALL).await;
        let case = format!("/cases/{number}");
        assert_eq!(
            site.get("chuyenvien", &case).await.status,
            StatusCode::NOT_FOUND,
            "{kind}"
        );
        let person = site.id("chuyenvien");
        let role = [
            ("person", person.as_str()),
            ("role", "qmr"),
            ("from", "02/03/2026"),
            ("document", "QĐ 06"),
        ];
        let given = site.post("quantri", "/admin/roles", &role).await;
        assert_eq!(given.location(), "/admin/roles", "{kind}: {}", given.text());
        assert_eq!(
            site.get("chuyenvien", &case).await.status,
            StatusCode::OK,
            "{kind}"
        );
        site.done("chuyenvien", &number, "declare_interest", &[]).await;
        let page = site.get("chuyenvien", &case).await;
        assert!(
            page.form("form-give_direction").is_some(),
            "{kind}: {}",
            page.text()
        );
        site.done(
            "chuyenvien",
            &number,
            "give_direction",
            &[("direction", "Kiểm tra lại mẫu.")],
        )
        .await;

        let page = site.get("quantri", "/admin/roles").await;
        let end = end_of(&page, "QĐ 06").to_owned();
        let form = [("until", "02/03/2026"), ("document", "QĐ 07")];
        let ended = site.post("quantri", &end, &form).await;
        assert_eq!(ended.location(), "/admin/roles", "{kind}: {}", ended.text());
        site.pass_days(1);
        let page = site.get("chuyenvien", "/register").await;
        assert_eq!(page.status, StatusCode::OK);
        let tried = site.act("chuyenvien", &number, "assess", &[]).await;
        assert_ne!(tried.status, StatusCode::SEE_OTHER, "{kind}");
    }
}

#[tokio::test]
async fn people_are_added_corrected_and_leave_when_nothing_is_in_their_hands() {
    for site in sites("people").await {
        let kind = site.centre.kind;
        let good = [
            ("name", "Mai Người Mới"),
            ("position", "Chuyên viên"),
            ("login", "nguoimoi"),
            ("email", ""),
            ("password", "mat-khau-du-dai"),
        ];
        for (field, value) in [
            ("login", "qmr"),
            ("name", ""),
            ("password", "ngan"),
            ("login", ""),
        ] {
            let bad = with(&good, &[(field, value)]);
            let answer = site.post("quantri", "/admin/people", &bad).await;
            let kept: Vec<_> = bad
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .copied()
                .collect();
            assert_comes_back(&answer, "add-form", field, &kept);
            assert!(
                !answer.body.contains("mat-khau-du-dai"),
                "a password never comes back"
            );
        }
        let added = site.post("quantri", "/admin/people", &good).await;
        let person = added.location().to_owned();
        assert!(person.starts_with("/admin/people/"), "{kind}");
        let sign_in = [("login", "nguoimoi"), ("password", "mat-khau-du-dai")];
        assert_eq!(
            site.knock("/sign-in", &sign_in).await.status,
            StatusCode::SEE_OTHER
        );

        let taken = with(&good[..4], &[("login", "so")]);
        let answer = site.post("quantri", &person, &taken).await;
        let kept: Vec<_> = taken
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .copied()
            .collect();
        assert_comes_back(&answer, "person", "login", &kept);
        let renamed = with(&good[..4], &[("name", "Mai Người Cũ")]);
        assert_eq!(site.post("quantri", &person, &renamed).await.location(), person);
        assert!(site.get("quantri", "/admin/people").await.says("Mai Người Cũ"));

        let answer = site
            .post("quantri", &format!("{person}/password"), &[("password", "ngan")])
            .await;
        assert_comes_back(&answer, "password-form", "password", &[]);
        assert!(!answer.body.contains("\"ngan\""), "a password never comes back");
        let given = [("password", "mat-khau-duoc-cap")];
        assert_eq!(
            site.post("quantri", &format!("{person}/password"), &given)
                .await
                .location(),
            person
        );
        assert_eq!(
            site.knock("/sign-in", &sign_in).await.status,
            StatusCode::UNAUTHORIZED,
            "{kind}: the old password is void"
        );

        assert_eq!(
            site.post("quantri", &format!("{person}/close"), &[])
                .await
                .location(),
            person
        );
        let sign_in = [("login", "nguoimoi"), ("password", "mat-khau-duoc-cap")];
        assert_eq!(
            site.knock("/sign-in", &sign_in).await.status,
            StatusCode::UNAUTHORIZED
        );
        assert_eq!(
            site.post("quantri", &format!("{person}/reopen"), &[])
                .await
                .location(),
            person
        );
        assert_eq!(
            site.knock("/sign-in", &sign_in).await.status,
            StatusCode::SEE_OTHER
        );
    }
}

#[tokio::test]
async fn whoever_has_open_duties_does_not_leave_and_the_page_names_the_cases() {
    let site = Site::on_sqlite().await;
    let number = site.enter("letan", PHONE_CALL).await;
    let person = format!("/admin/people/{}", site.id("letan"));
    let page = site.get("quantri", &person).await;
    assert!(
        page.says(&number) && page.form("close").is_none(),
        "{}",
        page.text()
    );
    let answer = site.post("quantri", &format!("{person}/close"), &[]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says(texts(Lang::Vi).label("problem-open-duties")));
    assert_eq!(
        site.get("letan", "/work").await.status,
        StatusCode::OK,
        "still there"
    );
    let sign_in = [("login", "letan"), ("password", PASSWORD)];
    assert_eq!(
        site.knock("/sign-in", &sign_in).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_mandate_to_sign_ends_some_day_and_a_tie_has_a_client() {
    let site = Site::on_sqlite().await;
    let deputy = site.id("phogiamdoc");
    let mandate = [
        ("person", deputy.as_str()),
        ("mode", "tuq"),
        ("scope", "Công văn trả lời"),
        ("from", "02/03/2026"),
        ("document", "QĐ 08"),
    ];
    let answer = site.post("quantri", "/admin/authority", &mandate).await;
    assert_comes_back(&answer, "add-form", "until", &mandate);
    let limited = with(&mandate, &[("until", "31/12/2026")]);
    let answer = site.post("quantri", "/admin/authority", &limited).await;
    assert_eq!(answer.location(), "/admin/authority", "{}", answer.text());
    let tie = [
        ("person", deputy.as_str()),
        ("client", ""),
        ("kind", "consultancy"),
        ("from", "02/03/2025"),
        ("document", "Bản khai"),
    ];
    let answer = site.post("quantri", "/admin/interests", &tie).await;
    let kept: Vec<_> = tie
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .copied()
        .collect();
    assert_comes_back(&answer, "add-form", "client", &kept);
    let answer = site
        .post(
            "quantri",
            "/admin/interests",
            &with(&tie, &[("client", "Công ty Thử")]),
        )
        .await;
    assert_eq!(answer.location(), "/admin/interests");
    assert!(site.get("quantri", "/admin/interests").await.says("Công ty Thử"));
}

/// The limit of the case, as its page says it in words.
async fn clock_of(site: &Site, number: &str) -> String {
    let page = site.get("giamdoc", &format!("/cases/{number}")).await;
    let (_, rest) = page
        .body
        .split_once("id=\"clock\"")
        .expect("the page has a clock");
    let clock = rest.split("</section>").next().unwrap_or(rest);
    crate::site::text_of(clock.split("<details").next().unwrap_or(clock))
}

async fn work_through(site: &Site) {
    let now = site.centre.now();
    site.centre.app.work_through(now).await.expect("jobs are done");
}

#[tokio::test]
async fn an_announced_day_a_forgotten_year_and_a_changed_period_move_the_limits_of_open_cases() {
    for site in sites("limits move").await {
        let kind = site.centre.kind;
        let t = texts(Lang::Vi);
        let number = site.enter("letan", PHONE_CALL).await;
        assert!(clock_of(&site, &number).await.contains("01/04/2026"), "{kind}");

        let day = [
            ("date", "01/04/2026"),
            ("kind", "holiday"),
            ("name_vi", "Nghỉ đột xuất"),
            ("name_en", "Sudden rest"),
            ("document", "CV 09"),
        ];
        for field in ["document", "name_vi", "date", "kind"] {
            let bad = with(&day, &[(field, "")]);
            let answer = site.post("quantri", "/admin/calendar", &bad).await;
            let kept: Vec<_> = bad
                .iter()
                .filter(|(_, value)| !value.is_empty())
                .copied()
                .collect();
            assert_comes_back(&answer, "add-form", field, &kept);
        }
        let announced = site.post("quantri", "/admin/calendar", &day).await;
        assert_eq!(announced.location(), "/admin/calendar?year=2026");
        work_through(&site).await;
        assert!(clock_of(&site, &number).await.contains("02/04/2026"), "{kind}");
        let back = [("date", "2026-04-01"), ("document", "CV 10")];
        let long = "CV ".repeat(300);
        let bad = [("date", "2026-04-01"), ("document", long.as_str())];
        let answer = site.post("quantri", "/admin/calendar/remove", &bad).await;
        assert_comes_back(
            &answer,
            "remove-2026-04-01",
            "document",
            &[("document", long.trim())],
        );
        let taken_back = site.post("quantri", "/admin/calendar/remove", &back).await;
        assert_eq!(taken_back.location(), "/admin/calendar?year=2026");
        work_through(&site).await;
        assert!(!clock_of(&site, &number).await.contains("02/04/2026 "), "{kind}");

        let year = [("year", "2026"), ("document", "")];
        let answer = site.post("quantri", "/admin/calendar/year", &year).await;
        assert_comes_back(&answer, "year-form", "document", &[]);
        let year = [("year", "2026"), ("document", "CV 11")];
        let forgotten = site.post("quantri", "/admin/calendar/year", &year).await;
        assert_eq!(forgotten.location(), "/admin/calendar?year=2026");
        work_through(&site).await;
        assert!(
            clock_of(&site, &number).await.contains(t.due_provisional()),
            "{kind}"
        );
        let loaded = site.post("quantri", "/admin/calendar/year", &year).await;
        assert_eq!(
            loaded.location(),
            "/admin/calendar?year=2026",
            "{}",
            loaded.text()
        );
        work_through(&site).await;
        let clock = clock_of(&site, &number).await;
        assert!(
            !clock.contains(t.due_provisional()) && clock.contains("01/04/2026"),
            "{kind}: {clock}"
        );

        let page = site.get("quantri", "/admin/settings").await;
        let stored = settings(&page);
        let shorter: Vec<(&str, &str)> = stored
            .iter()
            .map(|(name, value)| {
                let value = if name == "answer_calendar" {
                    "20"
                } else {
                    value.as_str()
                };
                (name.as_str(), value)
            })
            .collect();
        let bad = with(&shorter, &[("answer_calendar", "hai mươi")]);
        let answer = site.post("quantri", "/admin/settings", &bad).await;
        assert_comes_back(&answer, "settings-form", "answer_calendar", &bad[..1]);
        assert!(answer.holds("value=\"hai mươi\""), "{kind}: what was typed stays");
        let changed = site.post("quantri", "/admin/settings", &shorter).await;
        assert_eq!(
            changed.location(),
            "/admin/settings",
            "{kind}: {}",
            changed.text()
        );
        work_through(&site).await;
        assert!(
            clock_of(&site, &number).await.contains("23/03/2026"),
            "{kind}: the twentieth day is a Sunday: {}",
            clock_of(&site, &number).await
        );
        // Whoever looked at the page before sends it now.
        let late = site.post("quantri", "/admin/settings", &shorter).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{kind}");
    }
}

/// The fields of the form of settings as they stand.
fn settings(page: &Answer) -> Vec<(String, String)> {
    let form = page.form("settings-form").expect("there is a form");
    let value = |tag: &str, name: &str| -> Option<String> {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    let inputs = form.split("<input").skip(1);
    inputs
        .filter_map(|tag| {
            let tag = tag.split('>').next()?;
            Some((value(tag, "name")?, value(tag, "value").unwrap_or_default()))
        })
        .filter(|(name, _)| !["csrf", "key"].contains(&name.as_str()))
        .collect()
}

#[tokio::test]
async fn every_change_stands_in_the_log_in_words() {
    let site = Site::on_sqlite().await;
    let person = site.id("chuyenvien");
    let changes: &[(&str, &[(&str, &str)])] = &[
        ("/admin/units", &[("code", "KT"), ("name", "Kỹ thuật")]),
        (
            "/admin/roles",
            &[
                ("person", &person),
                ("role", "auditor"),
                ("from", "02/03/2026"),
                ("document", "QĐ 1"),
            ],
        ),
        (
            "/admin/authority",
            &[
                ("person", &person),
                ("mode", "kt"),
                ("scope", "Thư"),
                ("from", "02/03/2026"),
                ("document", "QĐ 2"),
            ],
        ),
        ("/admin/calendar/year", &[("year", "2027"), ("document", "CV 3")]),
        (
            "/admin/organisation",
            &[
                ("name", "Trung tâm Đổi Tên"),
                ("symbol", "TT"),
                ("place", "Hà Nội"),
                ("parent_name", ""),
            ],
        ),
    ];
    for (path, form) in changes {
        let answer = site.post("quantri", path, form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
    }
    for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let page = site.get_in("quantri", "/admin", code).await;
        let t = texts(lang);
        for change in [
            "change-unit-changed",
            "change-appointed",
            "change-authority-given",
            "change-organisation-changed",
        ] {
            assert!(
                page.text().contains(t.label(change)),
                "{code} {change}: {}",
                page.text()
            );
        }
        assert!(page.says("Quản Trị"), "who did it");
        for path in PAGES {
            let page = site.get_in("quantri", path, code).await;
            crate::site::assert_no_raw_keys(&format!("{path} {code}"), &page);
        }
    }
    assert!(site.get("quantri", "/admin").await.says("Trung tâm Đổi Tên"));
}

#[tokio::test]
async fn whoever_was_overtaken_in_the_settings_keeps_what_was_typed() {
    let site = Site::on_sqlite().await;
    let form = [
        ("seen", "0"),
        ("name", "Trung tâm Tên Mới"),
        ("parent_name", "Viện"),
        ("place", "Huế"),
        ("symbol", "TTM"),
    ];
    let late = site.post("quantri", "/admin/organisation", &form).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let back = late.form("organisation-form").expect("the form is there again");
    for (_, value) in &form[1..] {
        assert!(back.contains(value), "{value}: {back}");
    }
    assert!(
        !back.contains("name=\"seen\" value=\"0\""),
        "sent again it speaks of what stands now"
    );
}
