//! My work and the procedure, as pages.

use axum::http::StatusCode;
use procedure::Rule;
use testkit::Centre;

use crate::visitor::Visitor;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

const CALL: [(&str, &str); 9] = [
    ("channel", "phone"),
    ("name", "Nguyễn Thị Lan"),
    ("phone", "0912 345 678"),
    ("declared_kind", "complaint"),
    ("subjects", "other_activity"),
    ("content", "Chờ giấy chứng nhận đã hai tháng."),
    ("road", "promised"),
    ("reply_by", "09/03/2026"),
    ("key", "1"),
];

#[tokio::test]
async fn work_stands_by_nearness_with_its_act_one_click_away() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let receiver = Visitor::sign_in(&centre, "letan").await;
    let empty = receiver.get("/work").await;
    assert!(empty.says("Không có việc nào đang chờ"));
    receiver.post("/intake", &CALL).await;
    let qmr = Visitor::sign_in(&centre, "qmr").await;
    let page = qmr.get("/work").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.says(r#"href="/cases/2026-0001#act-give_direction""#),
        "{}",
        page.body
    );
    assert!(page.says("Chờ giấy chứng nhận đã hai tháng.") && page.says("còn 1 ngày"));
    let week = page.body.find(r#"id="this-week""#).expect("due this week");
    let later = page.body.find(r#"id="later""#).expect("due later");
    assert!(week < later && !page.says(r#"id="late""#));
    assert!(page.says(r##"href="/procedure#b1-2""##));

    centre.clock.pass_days(2);
    let page = qmr.get("/work").await;
    assert!(page.says(r#"id="late""#) && page.says("quá 1 ngày"));
    let late = qmr.get("/work?part=late").await;
    assert!(late.says(r#"id="late""#) && !late.says(r#"id="later""#));
    assert!(
        receiver
            .get("/work?part=late")
            .await
            .says("Không có việc nào quá hạn")
    );
}

#[tokio::test]
async fn nonsense_in_the_address_shows_the_beginning() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let visitor = Visitor::sign_in(&centre, "letan").await;
    visitor.post("/intake", &CALL).await;
    for path in [
        "/work?part=x",
        "/work?after=x",
        "/work?after=%00_%00_%00",
        "/work?part=&after=",
    ] {
        let page = visitor.get(path).await;
        assert!(page.status.is_success() && page.says("2026-0001"), "{path}");
    }
}

#[tokio::test]
async fn more_work_than_a_page_holds_is_turned() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let visitor = Visitor::sign_in(&centre, "letan").await;
    for number in 0..51 {
        let key = number.to_string();
        let mut form = CALL.to_vec();
        form.retain(|(name, _)| *name != "key");
        form.push(("key", &key));
        assert_eq!(visitor.post("/intake", &form).await.status, StatusCode::SEE_OTHER);
    }
    let page = visitor.get("/work").await;
    assert_eq!(page.body.matches("class=\"work-act\"").count(), 50);
    let next = page
        .body
        .split("href=\"/work?part=all&amp;after=")
        .nth(1)
        .expect("a way on");
    let next = next.split('"').next().expect("an address ends");
    let page = visitor.get(&format!("/work?part=all&after={next}")).await;
    assert_eq!(page.body.matches("class=\"work-act\"").count(), 1);
}

#[tokio::test]
async fn a_settled_case_with_nothing_left_can_be_closed_from_the_list() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let visitor = Visitor::sign_in(&centre, "so").await;
    let mut form = CALL.to_vec();
    form.retain(|(name, _)| *name != "road");
    form.extend([
        ("road", "settled"),
        ("explanation", "Đã gửi."),
        ("satisfaction", "Cảm ơn."),
    ]);
    visitor.post("/intake", &form).await;
    for act in ["report_to_qmr", "report_to_unit"] {
        let answer = visitor
            .post(&format!("/cases/2026-0001/acts/{act}"), &[("key", act)])
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{act}: {}", answer.body);
    }
    let page = visitor.get("/work").await;
    assert!(page.says(r#"id="waiting""#) && page.says(r#"href="/cases/2026-0001#act-close""#));
}

#[tokio::test]
async fn the_procedure_shows_every_rule_with_its_sentence_and_source() {
    let centre = Centre::on_sqlite(MONDAY).await;
    let mut visitor = Visitor::sign_in(&centre, "letan").await;
    for (lang, texts) in [
        ("vi", i18n::texts(i18n::Lang::Vi)),
        ("en", i18n::texts(i18n::Lang::En)),
    ] {
        visitor.lang = lang;
        let page = visitor.get("/procedure").await;
        for rule in Rule::ALL {
            assert!(page.says(&format!(r#"id="{}""#, rule.key())), "{rule}");
            let sentence = maud::html! { (texts.rule_sentence(*rule)) }.into_string();
            assert!(page.says(&sentence), "{lang} {rule}");
        }
        assert!(page.says(&texts.time_days(30)));
    }
}
