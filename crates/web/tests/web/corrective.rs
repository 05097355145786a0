//! Corrective and preventive actions by page: opened, worked on by those whose turn it is, and hidden where they stem from a
//! protected case.

use axum::http::StatusCode;

use crate::site::{LETTER, Site, sites, with};

/// Who does what, and what they type.
type Step<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// Opens a preventive action; the address of its page.
async fn open(site: &Site, owner: &str) -> String {
    let owner = site.id(owner);
    let form = [
        ("problem", "Phiếu kết quả dễ bị gửi nhầm."),
        ("owner", owner.as_str()),
        ("preventive", "yes"),
    ];
    let opened = site.post("qmr", "/corrective-actions", &form).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    opened.location().to_owned()
}

#[tokio::test]
async fn an_action_goes_from_hand_to_hand_to_its_end() {
    for site in sites("corrective pages").await {
        let page = open(&site, "chuyenvien").await;
        assert_eq!(page, "/corrective-actions/KP-2026-001", "{}", site.centre.kind);
        let letan = site.id("letan");
        let measure = [
            ("measures.0.what", "Thêm bước đối chiếu."),
            ("measures.0.doer", letan.as_str()),
            ("measures.0.by", "30/04/2026"),
        ];
        let cause = [
            ("method", "five_whys"),
            ("why_1", "Địa chỉ lấy từ hồ sơ cũ."),
            ("cause", "Không có bước đối chiếu."),
        ];
        let road: [Step; 7] = [
            ("chuyenvien", "analyse_cause", &cause),
            ("chuyenvien", "plan_actions", &measure),
            ("giamdoc", "return_actions", &[("reason", "Thiếu đào tạo.")]),
            ("chuyenvien", "plan_actions", &measure),
            ("giamdoc", "approve_actions", &[]),
            (
                "letan",
                "report_action_done",
                &[("measure", "0"), ("result", "Đã làm.")],
            ),
            (
                "qmr",
                "review_effectiveness",
                &[("effectiveness", "effective"), ("reasons", "Tốt.")],
            ),
        ];
        for (who, act, pairs) in road {
            let shown = site.get(who, &page).await;
            assert!(
                shown.form(&format!("form-{act}")).is_some(),
                "{who} is offered {act}"
            );
            let done = site.post(who, &format!("{page}/acts/{act}"), pairs).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{who} {act}: {}", done.text());
        }
        let reviewed = site.get("qmr", &page).await;
        assert!(
            reviewed.says("Tại sao sự việc xảy ra? Địa chỉ lấy từ hồ sơ cũ."),
            "{}",
            reviewed.text()
        );
        let list = site.get("danhgia", "/corrective-actions").await;
        assert!(list.says("KP-2026-001") && list.says("Phiếu kết quả dễ bị gửi nhầm."));
        assert!(
            !site
                .get("danhgia", "/corrective-actions?stage=closed")
                .await
                .says("KP-2026-001")
        );
    }
}

#[tokio::test]
async fn a_form_that_cannot_stand_comes_back_with_everything_typed() {
    let site = Site::on_sqlite().await;
    let bare = site
        .post("qmr", "/corrective-actions", &[("problem", "Nguy cơ gửi nhầm.")])
        .await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("Nguy cơ gửi nhầm."));
    let page = open(&site, "chuyenvien").await;
    let half = [("why_1", "Lấy từ hồ sơ cũ."), ("similar", "Phòng mẫu.")];
    let back = site
        .post("chuyenvien", &format!("{page}/acts/analyse_cause"), &half)
        .await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(back.body.contains("Lấy từ hồ sơ cũ.") && back.body.contains("Phòng mẫu."));
    let refused = site
        .post(
            "letan",
            &format!("{page}/acts/correct"),
            &[("correction", "Đã sửa.")],
        )
        .await;
    assert_eq!(
        refused.status,
        StatusCode::NOT_FOUND,
        "a stranger knows of no action"
    );
    let refused = site
        .post(
            "giamdoc",
            &format!("{page}/acts/correct"),
            &[("correction", "Đã sửa.")],
        )
        .await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(
        site.get("qmr", "/corrective-actions/KP-2026-009").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn two_people_at_once_are_told_and_a_double_click_acts_once() {
    let site = Site::on_sqlite().await;
    let page = open(&site, "chuyenvien").await;
    let act = format!("{page}/acts/correct");
    let form = [("seen", "1"), ("correction", "Đã gửi lại.")];
    for _ in 0..2 {
        let done = site.post_keyed("chuyenvien", &act, "mot-lan", &form).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    }
    let cause = [("seen", "1"), ("method", "other"), ("cause", "Thiếu đối chiếu.")];
    let late = site
        .post("qmr", &format!("{page}/acts/analyse_cause"), &cause)
        .await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.body.contains("Thiếu đối chiếu.") && late.says("Trong lúc đó:"),
        "{}",
        late.text()
    );
    assert!(
        late.body.contains(r#"name="seen" value="2""#),
        "sent again, it speaks of what stands now"
    );
}

#[tokio::test]
async fn an_action_of_a_protected_case_is_masked_for_those_not_on_it() {
    let site = Site::on_sqlite().await;
    let form = with(LETTER, &[("subjects", "confidentiality")]);
    let number = site.enter("letan", &form).await;
    let page = open(&site, "chuyenvien").await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let linked = site
        .post("qmr", &format!("{page}/acts/link"), &[("case", &number)])
        .await;
    assert_eq!(linked.status, StatusCode::SEE_OTHER, "{}", linked.text());
    let words = "Phiếu kết quả dễ bị gửi nhầm.";
    assert!(site.get("qmr", &page).await.says(words));
    for path in [page.as_str(), "/corrective-actions"] {
        let shown = site.get("danhgia", path).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(!shown.body.contains(words), "{path}");
    }
    let case = site.get("qmr", &format!("/cases/{number}")).await;
    assert!(case.body.contains(&page), "the case leads to the action");
}

#[tokio::test]
async fn a_case_is_linked_with_an_action_that_runs_already() {
    for site in sites("link action").await {
        let page = open(&site, "chuyenvien").await;
        let form = with(LETTER, &[("subjects", "confidentiality")]);
        let number = site.enter("letan", &form).await;
        site.done("qmr", &number, "declare_interest", &[]).await;
        let officer = site.id("letan");
        let assessed = with(
            crate::case::ASSESSED,
            &[("subjects", "confidentiality"), ("case_officer", &officer)],
        );
        site.done("qmr", &number, "assess", &assessed).await;
        let shown = site.get("qmr", &format!("/cases/{number}")).await;
        let offered = shown.form("form-open_corrective_action").expect("it is offered");
        let (before, _) = offered
            .split_once("KP-2026-001")
            .expect("the open action is offered");
        let (_, id) = before.rsplit_once("value=\"").expect("an option");
        let id = id.split('"').next().expect("closed").to_owned();

        let other = site
            .act("qmr", &number, "open_corrective_action", &[("action", &officer)])
            .await;
        assert_eq!(
            other.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            site.centre.kind
        );
        let bare = site.act("qmr", &number, "open_corrective_action", &[]).await;
        assert_eq!(
            bare.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "a new one says what it is about"
        );
        site.done("qmr", &number, "open_corrective_action", &[("action", &id)])
            .await;
        let action = site.get("qmr", &page).await;
        assert!(action.says(&number), "{}", action.text());
        let list = site.get("qmr", "/corrective-actions").await;
        assert!(!list.says("KP-2026-002"), "none was opened beside it");
        let case = site.get("qmr", &format!("/cases/{number}")).await;
        assert!(case.holds(&page));
        assert!(
            site.centre
                .app
                .verify(site.centre.now())
                .await
                .expect("verified")
                .is_clean()
        );
    }
}
