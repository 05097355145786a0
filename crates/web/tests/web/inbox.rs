//! The inbox as a browser sees it: read, made a case of, joined, set aside and taken back.

use app::inbox::{Arrival, Way};
use axum::http::StatusCode;

use crate::site::{PHONE_CALL, Site, assert_no_raw_keys, sites};

const MAIL: &str = "From: Nguyễn Thị Lan <lan@vi-du.example>\r\nTo: khieunai@tt.example\r\nSubject: Kết quả <b>chậm</b>\r\n\
    Message-ID: <thu-1@vi-du.example>\r\nDate: Sun, 1 Mar 2026 22:10:00 +0700\r\nMIME-Version: 1.0\r\n\
    Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
    <p>Tôi chờ đã hai tuần.</p><script>alert(1)</script><img src=\"cid:anh@x\"><img src=\"https://theo-doi.example/a.png\">\r\n\
    --x\r\nContent-Type: image/png; name=\"ảnh.png\"\r\nContent-ID: <anh@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n\
    iVBORw0KGgo=\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n\
    From: a@b.example\r\nSubject: Thư trong thư\r\n\r\nLời cũ.\r\n--x--\r\n";

async fn arrive(site: &Site, raw: &str) -> String {
    let centre = &site.centre;
    let arrival = Arrival {
        at: centre.now(),
        way: Way::Command,
        notice: None,
    };
    let received = centre
        .app
        .receive_mail(centre.now(), arrival, raw.as_bytes().to_vec())
        .await;
    received.expect("a mail is taken in").id().to_string()
}

#[tokio::test]
async fn a_mail_is_shown_safe_with_its_files_and_its_original() {
    let site = Site::on_sqlite().await;
    let id = arrive(&site, MAIL).await;
    let list = site.get("so", "/inbox").await;
    assert!(
        list.says("Kết quả <b>chậm</b>") && list.says("lan@vi-du.example"),
        "{}",
        list.text()
    );
    assert!(list.holds(&format!("href=\"/inbox/{id}\"")) && list.says("còn 1 ngày"));
    for lang in ["vi", "en"] {
        let page = site.get_in("so", &format!("/inbox/{id}"), lang).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_no_raw_keys("inbox", &page);
        assert!(page.says("Tôi chờ đã hai tuần."));
        assert!(
            !page.holds("<script>alert") && !page.holds("theo-doi.example"),
            "{}",
            page.body
        );
        assert!(
            page.holds(&format!("src=\"/inbox/{id}/files/0\"")),
            "{}",
            page.body
        );
    }
    let picture = site.get("so", &format!("/inbox/{id}/files/0")).await;
    assert_eq!(
        (picture.header("content-type"), picture.bytes.len()),
        ("image/png", 8)
    );
    assert!(picture.header("content-disposition").starts_with("attachment"));
    let inside = site.get("so", &format!("/inbox/{id}/inside/1")).await;
    assert!(inside.says("Thư trong thư") && inside.says("Lời cũ."));
    let raw = site.get("so", &format!("/inbox/{id}/raw")).await;
    assert_eq!(raw.bytes, MAIL.as_bytes());
    for nowhere in ["inside/0", "inside/9", "files/9", "files/x", "files/1.0"] {
        let answer = site.get("so", &format!("/inbox/{id}/{nowhere}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
    let work = site.get("so", "/work").await;
    assert!(work.holds(&format!("/inbox/{id}#deeds")) && work.says("Xử lý thư đến"));
}

#[tokio::test]
async fn one_click_and_one_form_make_a_case_of_it() {
    for site in sites("inbox_case").await {
        let id = arrive(&site, MAIL).await;
        let page = site.get("so", &format!("/inbox/{id}")).await;
        assert!(page.holds(&format!("href=\"/intake?mail={id}\"")));
        let form = site.get("so", &format!("/intake?mail={id}")).await;
        assert!(form.says("Từ thư của lan@vi-du.example"), "{}", form.text());
        assert!(form.holds("value=\"lan@vi-du.example\"") && form.says("Tôi chờ đã hai tuần."));
        let filled = [
            ("mail", id.as_str()),
            ("channel", "email"),
            ("received_on", "02/03/2026"),
            ("name", "Nguyễn Thị Lan"),
            ("email", "lan@vi-du.example"),
            ("content", "Tôi chờ đã hai tuần."),
        ];
        let short = site.post("so", "/intake", &filled).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            short.holds(&format!("name=\"mail\" value=\"{id}\"")),
            "the mail stays in the form"
        );
        let chosen = [("declared_kind", "complaint"), ("subjects", "other_activity")];
        let number = site.enter("so", &[&filled[..], &chosen].concat()).await;
        let page = site.get("so", &format!("/inbox/{id}")).await;
        assert!(page.says("Đã lập vụ việc") && page.holds(&format!("/cases/{number}")));
        let case = site.get("so", &format!("/cases/{number}")).await;
        assert!(
            case.says("thu-den.eml") && case.says("ảnh.png"),
            "{}",
            case.text()
        );
    }
}

#[tokio::test]
async fn it_is_joined_set_aside_and_taken_back() {
    let site = Site::on_sqlite().await;
    let number = site.enter("so", PHONE_CALL).await;
    let id = arrive(&site, &MAIL.replace("Kết quả", &format!("[{number}] Kết quả"))).await;
    let at = |what: &str| format!("/inbox/{id}/{what}");
    let page = site.get("so", &format!("/inbox/{id}")).await;
    assert!(page.says(&format!("Nhập vào {number}")), "{}", page.text());

    let nothing = site
        .post("so", &at("aside"), &[("words", "Tôi đã ghi rồi")])
        .await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nothing.says("Tôi đã ghi rồi"));
    let aside = site.post("so", &at("aside"), &[("reason", "spam")]).await;
    assert_eq!(aside.location(), "/inbox");
    assert!(
        site.get("so", "/inbox?part=set_aside")
            .await
            .says("lan@vi-du.example")
    );
    let back = site.post("so", &at("back"), &[]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);

    let wrong = site.post("so", &at("join"), &[("number", "2026-9999")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let joined = site.post("so", &at("join"), &[("number", number.as_str())]).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text());
    let page = site.get("so", &format!("/inbox/{id}")).await;
    assert!(
        page.says(&format!("Thư này đã thuộc vụ việc {number}")),
        "{}",
        page.text()
    );
    let late = site.post("so", &at("aside"), &[("reason", "spam")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn only_those_in_charge_go_there_and_the_auditor_sees_it_covered() {
    let site = Site::on_sqlite().await;
    let id = arrive(&site, MAIL).await;
    for who in ["letan", "giamdoc", "vanthu"] {
        assert!(!site.get(who, "/work").await.holds("href=\"/inbox\""), "{who}");
        for path in [
            "/inbox".to_owned(),
            format!("/inbox/{id}"),
            format!("/inbox/{id}/raw"),
            format!("/intake?mail={id}"),
        ] {
            assert_eq!(
                site.get(who, &path).await.status,
                StatusCode::FORBIDDEN,
                "{who} {path}"
            );
        }
    }
    for path in ["/inbox?part=all".to_owned(), format!("/inbox/{id}")] {
        let page = site.get("danhgia", &path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            !page.says("Lan") && !page.says("chậm") && !page.says("hai tuần"),
            "{}",
            page.text()
        );
        assert!(!page.holds("action=\"/inbox"));
    }
    assert_eq!(
        site.get("danhgia", &format!("/inbox/{id}/raw")).await.status,
        StatusCode::NOT_FOUND
    );
    let aside = site
        .post("danhgia", &format!("/inbox/{id}/aside"), &[("reason", "spam")])
        .await;
    assert_eq!(aside.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn more_mail_than_a_page_holds_is_turned() {
    let site = Site::on_sqlite().await;
    for number in 0..51 {
        arrive(
            &site,
            &format!("From: a@b.example\r\nSubject: Thư số {number}.\r\n\r\nx\r\n"),
        )
        .await;
    }
    let page = site.get("so", "/inbox").await;
    assert!(page.says("Thư số 50.") && !page.says("Thư số 0."));
    let (_, next) = page
        .body
        .split_once("/inbox?part=waiting&amp;before=")
        .expect("there is a way on");
    let (next, _) = next.split_once('"').expect("an address ends");
    let page = site
        .get("so", &format!("/inbox?part=waiting&before={next}"))
        .await;
    assert!(page.says("Thư số 0.") && !page.says("Thư số 1."));
    assert_eq!(
        site.get("so", "/inbox?part=x&before=x").await.status,
        StatusCode::OK
    );
}
