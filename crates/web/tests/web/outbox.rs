//! Letters that leave by e-mail: mailed once with their file, and shown to whoever may know what became of them.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use app::outbox::{Outcome, Taken};
use axum::http::StatusCode;
use i18n::{Lang, texts};

use crate::acts::begun;
use crate::case::ASSESSED;
use crate::papers::told;
use crate::site::{LETTER, Site, assert_no_raw_keys, sites, with};

async fn next(site: &Site) -> Option<Taken> {
    site.centre.app.take_up_mail(site.centre.now()).await.unwrap()
}

async fn settle(site: &Site, taken: &Taken, outcome: Outcome) {
    let now = site.centre.now();
    site.centre.app.mail_settled(now, taken, &outcome).await.unwrap();
}

async fn compose(site: &Site, taken: &Taken) -> web::mails::Composed {
    let now = site.centre.now();
    let composed = web::mails::compose(&site.centre.app, now, taken, None).await;
    composed.unwrap().expect("it has something to say")
}

fn hidden(page: &str, form: &str, name: &str) -> String {
    let (_, form) = page.split_once(&format!("id=\"{form}\"")).expect("the form");
    let (_, value) = form
        .split_once(&format!("name=\"{name}\" value=\""))
        .expect("the field");
    value.split('"').next().unwrap().to_owned()
}

/// A referral that is dispatched by e-mail.
async fn dispatched(site: &Site) -> String {
    let entered = with(LETTER, &[("email", "lan@khach.example")]);
    let number = site.enter("so", &entered).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let told = [("words", "Trung tâm đã nhận đơn."), ("way", "email")];
    site.done("so", &number, "acknowledge", &told).await;
    site.done("qmr", &number, "assess", &with(ASSESSED, &[("ours", "not_ours")]))
        .await;
    let signer = site.id("giamdoc");
    let draft = [
        ("addressee", "Bà Nguyễn Thị Lan"),
        ("subject_line", "V/v trả lời đơn"),
        ("body", "Trung tâm xin **trả lời**.\nTrân trọng."),
        ("signer", signer.as_str()),
        ("then", "submit"),
    ];
    site.done("qmr", &number, "draft_letter", &draft).await;
    site.done("giamdoc", &number, "declare_interest", &[]).await;
    let case = site.get("giamdoc", &format!("/cases/{number}")).await;
    let digest = hidden(&case.body, "form-sign_letter", "digest");
    site.done("giamdoc", &number, "sign_letter", &[("digest", &digest)])
        .await;
    let numbered = [("number", "7"), ("symbol", "TTCN-QLCL")];
    site.done("vanthu", &number, "number_letter", &numbered).await;
    site.done("vanthu", &number, "dispatch_letter", &[("way", "email")])
        .await;
    number
}

#[tokio::test]
async fn a_letter_and_an_acknowledgement_are_mailed_once_with_their_papers() {
    for site in sites("outbox").await {
        let kind = site.centre.kind;
        let number = dispatched(&site).await;
        let app = &site.centre.app;

        let first = next(&site).await.unwrap();
        let composed = compose(&site, &first).await;
        assert!(
            composed
                .subject
                .starts_with(&format!("[{}] ", first.mark(&number))),
            "{kind}: {composed:?}"
        );
        assert!(
            composed.text.contains("Trung tâm đã nhận đơn."),
            "{kind}: {}",
            composed.text
        );
        settle(&site, &first, Outcome::Sent("250 ok".to_owned())).await;

        let second = next(&site).await.unwrap();
        assert_eq!(second.address, "lan@khach.example", "{kind}");
        let composed = compose(&site, &second).await;
        let mark = second.mark(&number);
        assert!(mark.starts_with(&number) && mark != number, "{kind}: {mark}");
        assert_eq!(composed.subject, format!("[{mark}] V/v trả lời đơn"), "{kind}");
        for words in [
            "Kính gửi: Bà Nguyễn Thị Lan",
            "Trung tâm xin trả lời.",
            "Nguyễn Giám Đốc",
        ] {
            assert!(composed.text.contains(words), "{kind}: {}", composed.text);
        }
        let html = composed.html.unwrap();
        assert!(html.contains("<strong>trả lời</strong>"), "{kind}: {html}");
        let [file] = &composed.files[..] else {
            panic!("{kind}: one file")
        };
        assert!(file.name.ends_with("-7-TTCN-QLCL.pdf"), "{kind}: {}", file.name);
        if let Some(words) = told(&file.bytes) {
            assert!(
                words.contains("07/TTCN-QLCL") && words.contains("Trung tâm xin trả lời"),
                "{kind}: {words}"
            );
        }
        assert!(next(&site).await.is_none(), "{kind}: nothing else is mailed");

        let page = site.get("vanthu", &format!("/cases/{number}")).await;
        assert!(
            page.says("lan@khach.example") && page.says("Đang gửi"),
            "{kind}: {}",
            page.text()
        );
        settle(&site, &second, Outcome::Unknown("connection lost".to_owned())).await;
        let page = site.get("vanthu", "/outbox?state=unsure").await;
        assert_no_raw_keys("outbox", &page);
        assert!(
            page.says(&number) && page.says("lan@khach.example"),
            "{kind}: {}",
            page.text()
        );
        let address = format!("/outbox/{}", second.id);
        let bare = site.post("vanthu", &address, &[("decision", "again")]).await;
        assert_eq!(
            bare.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{kind}: a reason is needed"
        );
        let again = [("decision", "again"), ("reason", "Không có trong nhật ký.")];
        assert_eq!(
            site.post("letan", &address, &again).await.status,
            StatusCode::FORBIDDEN,
            "{kind}"
        );
        let answer = site.post("vanthu", &address, &again).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{kind}: {}", answer.text());
        assert_eq!(
            site.post("vanthu", &address, &again).await.status,
            StatusCode::CONFLICT,
            "{kind}"
        );
        let third = next(&site).await.unwrap();
        assert_eq!(third.id, second.id, "{kind}");
        settle(&site, &third, Outcome::NoSuchAddress("550 5.1.1".to_owned())).await;
        let page = site.get("vanthu", &format!("/cases/{number}")).await;
        assert!(
            page.says("Không gửi được") && page.says("550 5.1.1"),
            "{kind}: {}",
            page.text()
        );
        let found = app.verify(site.centre.now()).await.unwrap();
        assert_eq!(found.differences, [], "{kind}");
    }
}

#[tokio::test]
async fn what_cannot_be_mailed_waits_where_people_see_it() {
    let site = Site::on_sqlite().await;
    let number = begun(&site).await;
    let told = [("words", "Đã nhận đơn."), ("way", "email")];
    site.done("so", &number, "acknowledge", &told).await;
    assert!(next(&site).await.is_none(), "there is no address");
    let page = site.get_in("so", &format!("/cases/{number}"), "en").await;
    assert!(page.says("There is no usable e-mail address."), "{}", page.text());
    let page = site.get_in("quantri", "/outbox", "en").await;
    let t = texts(Lang::En);
    assert!(
        page.says(t.outbox_not_configured()) && page.says("There is no usable"),
        "{}",
        page.text()
    );
    assert!(
        page.form(&format!(
            "decide-{}",
            page.body
                .split_once("id=\"decide-")
                .unwrap()
                .1
                .split('"')
                .next()
                .unwrap()
        ))
        .is_some()
    );
}

#[tokio::test]
async fn what_waited_for_days_is_not_sent_by_itself() {
    let site = Site::on_sqlite().await;
    let number = dispatched(&site).await;
    site.pass_days(4);
    assert!(next(&site).await.is_none());
    let page = site.get("vanthu", &format!("/cases/{number}")).await;
    assert!(page.says("Đã chờ quá ba ngày."), "{}", page.text());
}
