//! Templates: written, looked at and saved by an administrator; what cannot stand comes back with every word; letters begin with them.

use axum::http::StatusCode;
use documents::letter::Purpose;
use i18n::{Lang, texts};

use crate::acts::begun;
use crate::case::ASSESSED;
use crate::site::{Answer, Site, assert_no_raw_keys, sites, with};

const REPLY: &str = "/admin/templates/referral/vi";

fn form<'a>(seen: &'a str, subject: &'a str, body: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("seen", seen), ("subject", subject), ("body", body)]
}

/// What a field of the editor holds.
fn typed(page: &Answer, name: &str) -> String {
    let form = page.form("template-form").expect("the editor");
    let (_, area) = form.split_once(&format!("name=\"{name}\"")).expect("its field");
    let (_, area) = area.split_once('>').expect("an element");
    area.split("</textarea>")
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

#[tokio::test]
async fn every_kind_of_letter_has_a_template_in_both_languages() {
    let site = Site::on_sqlite().await;
    for lang in ["vi", "en"] {
        let list = site.get_in("quantri", "/admin/templates", lang).await;
        assert_eq!(list.status, StatusCode::OK);
        assert_no_raw_keys("list", &list);
        for purpose in Purpose::ALL {
            for of in ["vi", "en"] {
                let address = format!("/admin/templates/{}/{of}", purpose.key());
                assert!(list.holds(&format!("href=\"{address}\"")), "{address}");
                let page = site.get_in("quantri", &address, lang).await;
                assert_eq!(page.status, StatusCode::OK, "{address}");
                assert_no_raw_keys(&address, &page);
                assert!(
                    page.says("{case_number}") && page.holds("id=\"preview\""),
                    "{address}"
                );
                assert!(!page.holds("tone-warn"), "{address}: the sample is a letter");
            }
        }
    }
    let paper = site
        .get("quantri", &format!("{REPLY}/preview.pdf?version=0"))
        .await;
    assert_eq!(paper.status, StatusCode::OK);
    assert!(paper.bytes.starts_with(b"%PDF-"));
    for nothing in [
        "/admin/templates/none/vi",
        "/admin/templates/reply/fr",
        "/admin/templates/reply/vi?version=7",
        "/admin/templates/reply/vi/preview.pdf?version=x",
    ] {
        assert_eq!(
            site.get("quantri", nothing).await.status,
            StatusCode::NOT_FOUND,
            "{nothing}"
        );
    }
}

#[tokio::test]
async fn a_saved_template_is_what_the_next_letter_begins_with() {
    for site in sites("templates").await {
        let kind = site.centre.kind;
        let t = texts(Lang::Vi);
        let body = "Kính gửi {addressee_form}, về vụ việc **số {case_number}**:\n{why_not_ours}\n{{Hết}}";
        let saved = site
            .post("quantri", REPLY, &form("0", "về đơn số {case_number}", body))
            .await;
        assert_eq!(saved.location(), REPLY, "{kind}: {}", saved.text());
        let page = site.get("quantri", REPLY).await;
        assert_eq!(typed(&page, "body"), body, "{kind}");
        assert!(page.says(&t.templates_version_number(1)), "{kind}");
        let number = begun(&site).await;
        let assessed = with(
            ASSESSED,
            &[("ours", "not_ours"), ("reason", "Việc của cơ quan thuế.")],
        );
        site.done("qmr", &number, "assess", &assessed).await;
        let draft = site.get("qmr", &format!("/cases/{number}")).await;
        let draft = draft.form("form-draft_letter").expect("the form of the draft");
        assert!(draft.contains(&format!("về đơn số {number}")), "{kind}: {draft}");
        assert!(
            draft.contains(&format!(
                "Kính gửi {}, về vụ việc **số {number}**:\nViệc của cơ quan thuế.\n{{Hết}}",
                t.letter_you()
            )),
            "{kind}: {draft}"
        );
        // The ledger of administration tells of it.
        assert!(
            site.get("quantri", "/admin")
                .await
                .says(t.label("change-letter-template-saved")),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn a_template_that_cannot_stand_comes_back_with_every_word() {
    let site = Site::on_sqlite().await;
    let body = "Một\nHai {case_numbr}\nBa <b>";
    let page = site
        .post("quantri", REPLY, &form("0", "về {promise_date}", body))
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.text());
    assert_eq!(typed(&page, "subject"), "về {promise_date}");
    assert_eq!(typed(&page, "body"), body.replace("<b>", "&lt;b&gt;"));
    assert!(
        page.says("Dòng 2, cột 5: không có chỗ điền {case_numbr}; có phải {case_number}?"),
        "{}",
        page.text()
    );
    assert!(
        page.says("Dòng 1, cột 4: loại văn bản này không có {promise_date} để điền."),
        "{}",
        page.text()
    );
    let unprintable = site.post("quantri", REPLY, &form("0", "a", "Một\n漢")).await;
    assert_eq!(unprintable.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unprintable.says("漢 (U+6F22)"), "{}", unprintable.text());
    let long = "x".repeat(20_001);
    let page = site.post("quantri", REPLY, &form("0", "a", &long)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(typed(&page, "body"), long);
    assert!(
        !site
            .get("quantri", REPLY)
            .await
            .says(&texts(Lang::Vi).templates_version_number(1))
    );
}

#[tokio::test]
async fn it_is_looked_at_before_it_is_saved() {
    let site = Site::on_sqlite().await;
    let words = form("0", "về {kind}", "**{organisation}** xin báo.");
    let house = texts(Lang::Vi).sample_house();
    let page = site
        .post("quantri", REPLY, &with(&words, &[("then", "preview")]))
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.holds(&format!("<strong>{house}</strong> xin báo.")),
        "{}",
        page.text()
    );
    assert!(page.holds("id=\"difference\"") && typed(&page, "subject") == "về {kind}");
    let piece = site.post("quantri", &format!("{REPLY}/preview"), &words).await;
    assert_eq!(piece.status, StatusCode::OK);
    assert!(
        piece.holds(&format!("<strong>{house}</strong>")) && !piece.holds("<html"),
        "{}",
        piece.body
    );
    let wrong = site
        .post("quantri", &format!("{REPLY}/preview"), &form("0", "a", "{x"))
        .await;
    assert!(wrong.says("Dòng 1, cột 1"), "{}", wrong.body);
    let paper = site
        .post("quantri", REPLY, &with(&words, &[("then", "pdf")]))
        .await;
    assert!(paper.bytes.starts_with(b"%PDF-"));
    let none = site
        .post(
            "quantri",
            REPLY,
            &with(&words, &[("body", "{x"), ("then", "pdf")]),
        )
        .await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(typed(&none, "body"), "{x");
    assert!(
        !site
            .get("quantri", REPLY)
            .await
            .says(&texts(Lang::Vi).templates_version_number(1)),
        "nothing was saved"
    );
}

#[tokio::test]
async fn an_old_version_is_restored_as_a_new_one_and_nobody_is_written_over() {
    let site = Site::on_sqlite().await;
    let t = texts(Lang::Vi);
    for (seen, body) in [("0", "Bản đầu."), ("1", "Bản sau.")] {
        let saved = site.post("quantri", REPLY, &form(seen, "về đơn", body)).await;
        assert_eq!(saved.location(), REPLY, "{}", saved.text());
    }
    let old = site.get("quantri", &format!("{REPLY}?version=1")).await;
    assert_eq!(typed(&old, "body"), "Bản đầu.");
    assert!(
        old.says(&t.templates_restoring(1)) && old.holds("<ins>"),
        "{}",
        old.text()
    );
    assert_eq!(
        old.value_of("seen"),
        "2",
        "it is saved over the newest, not over its own time"
    );
    let built_in = site.get("quantri", &format!("{REPLY}?version=0")).await;
    assert!(typed(&built_in, "body").starts_with("{opening}"));
    // Somebody else saved meanwhile.
    let late = site
        .post("quantri", REPLY, &form("1", "về đơn", "Bản muộn."))
        .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.says(t.templates_overtaken()) && late.holds("id=\"difference\""),
        "{}",
        late.text()
    );
    assert_eq!(typed(&late, "body"), "Bản muộn.");
    assert_eq!(late.value_of("seen"), "2", "looked at again, it can be saved");
    let saved = site
        .post("quantri", REPLY, &form("2", "về đơn", "Bản đầu."))
        .await;
    assert_eq!(saved.location(), REPLY);
    let page = site.get("quantri", REPLY).await;
    for version in 1..=3 {
        assert!(page.says(&t.templates_version_number(version)), "{version}");
    }
    assert!(page.says(t.templates_built_in()));
}

#[tokio::test]
async fn a_notice_begins_with_its_template_too() {
    let site = Site::on_sqlite().await;
    let number = begun(&site).await;
    let page = site.get("so", &format!("/cases/{number}")).await;
    let form = page.form("form-acknowledge").expect("the letter is acknowledged");
    assert!(
        form.contains(&number) && form.contains("chậm nhất ngày"),
        "{form}"
    );
}

#[tokio::test]
async fn a_letter_begins_in_english_where_that_is_asked_for() {
    let site = Site::on_sqlite().await;
    let number = begun(&site).await;
    let english = format!("/cases/{number}/letters/new/en");
    // Nothing is to be drafted yet.
    assert_eq!(site.get("qmr", &english).await.status, StatusCode::NOT_FOUND);
    let assessed = with(
        ASSESSED,
        &[("ours", "not_ours"), ("reason", "A matter of taxes.")],
    );
    site.done("qmr", &number, "assess", &assessed).await;
    let saved = site
        .post(
            "quantri",
            "/admin/templates/referral/en",
            &form("0", "re {case_number}", "Dear Madam or Sir, {why_not_ours}"),
        )
        .await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(site.get("qmr", &format!("/cases/{number}")).await.holds(&english));
    let page = site.get("qmr", &english).await;
    let form = page.form("form-draft_letter").expect("the form of the draft");
    assert!(
        form.contains("Dear Madam or Sir, A matter of taxes.") && form.contains("Nguyễn Thị Lan"),
        "{form}"
    );
    assert_eq!(site.get("vanthu", &english).await.status, StatusCode::NOT_FOUND);
    for unknown in ["fr", "none"] {
        let path = format!("/cases/{number}/letters/new/{unknown}");
        assert_eq!(
            site.get("qmr", &path).await.status,
            StatusCode::NOT_FOUND,
            "{unknown}"
        );
    }
    let signer = site.id("giamdoc");
    let draft = [
        ("addressee", "Ms Lan"),
        ("subject_line", "re"),
        ("body", "Dear Madam."),
        ("signer", signer.as_str()),
    ];
    site.done("qmr", &number, "draft_letter", &draft).await;
    // What is drafted goes on from where it is.
    assert!(!site.get("qmr", &format!("/cases/{number}")).await.holds(&english));
}
