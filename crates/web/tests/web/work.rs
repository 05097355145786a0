//! My work and the procedure, as pages.

use axum::http::StatusCode;
use i18n::Lang;
use procedure::Rule;

use crate::site::{PHONE_CALL, Site, with};

#[tokio::test]
async fn work_stands_by_nearness_with_its_act_one_click_away() {
    let site = Site::on_sqlite().await;
    let empty = site.get("letan", "/work").await;
    assert!(empty.says("Không có việc nào đang chờ"));
    site.enter("letan", PHONE_CALL).await;
    let page = site.get("qmr", "/work").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.holds("href=\"/cases/2026-0001#act-give_direction\""),
        "{}",
        page.body
    );
    assert!(page.says("Kết quả thử nghiệm gửi chậm hai tuần.") && page.says("còn 1 ngày"));
    let week = page
        .body
        .find("id=\"this-week\"")
        .expect("something is due this week");
    let later = page.body.find("id=\"later\"").expect("something is due later");
    assert!(week < later && !page.holds("id=\"late\""));
    assert!(page.holds("href=\"/procedure#b1-2\""));

    site.centre.clock.pass_days(2);
    site.forget("qmr");
    let page = site.get("qmr", "/work").await;
    assert!(page.holds("id=\"late\"") && page.says("quá 1 ngày"));
    let late = site.get("qmr", "/work?part=late").await;
    assert!(late.holds("id=\"late\"") && !late.holds("id=\"later\""));
    site.forget("letan");
    let receiver = site.get("letan", "/work?part=late").await;
    assert!(receiver.says("Không có việc nào quá hạn"));
}

#[tokio::test]
async fn nonsense_in_the_address_shows_the_beginning() {
    let site = Site::on_sqlite().await;
    site.enter("letan", PHONE_CALL).await;
    for path in [
        "/work?part=x",
        "/work?after=x",
        "/work?after=_%00_",
        "/work?part=&after=",
    ] {
        let page = site.get("letan", path).await;
        assert!(page.status.is_success() && page.says("2026-0001"), "{path}");
    }
}

#[tokio::test]
async fn more_work_than_a_page_holds_is_turned() {
    let site = Site::on_sqlite().await;
    for _ in 0..51 {
        site.enter("letan", PHONE_CALL).await;
    }
    let page = site.get("letan", "/work").await;
    assert_eq!(page.body.matches("class=\"work-act\"").count(), 50);
    let (_, next) = page
        .body
        .split_once("href=\"/work?part=all&amp;after=")
        .expect("there is a way on");
    let (next, _) = next.split_once('"').expect("an address ends");
    let page = site.get("letan", &format!("/work?part=all&after={next}")).await;
    assert_eq!(page.body.matches("class=\"work-act\"").count(), 1);
}

#[tokio::test]
async fn a_settled_case_with_nothing_left_can_be_closed_from_the_list() {
    let site = Site::on_sqlite().await;
    let settled = [
        ("road", "settled"),
        ("explanation", "Đã gửi."),
        ("satisfaction", "Cảm ơn."),
    ];
    let number = site.enter("so", &with(PHONE_CALL, &settled)).await;
    for act in ["report_to_qmr", "report_to_unit"] {
        site.done("so", &number, act, &[]).await;
    }
    let page = site.get("so", "/work").await;
    assert!(page.holds("id=\"waiting\"") && page.holds("href=\"/cases/2026-0001#act-close\""));
}

#[tokio::test]
async fn the_procedure_shows_every_rule_with_its_sentence() {
    let site = Site::on_sqlite().await;
    for lang in [Lang::Vi, Lang::En] {
        let t = i18n::texts(lang);
        let page = site.get_in("letan", "/procedure", lang.code()).await;
        for rule in Rule::ALL {
            assert!(page.holds(&format!("id=\"{}\"", rule.key())), "{rule}");
            let sentence = t
                .rule_sentence(*rule)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            assert!(page.says(&sentence), "{lang:?} {rule}: {sentence}");
        }
        assert!(page.says(&t.time_days(30)));
    }
}
