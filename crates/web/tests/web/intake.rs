//! The page of intake: by each road into the book, with every mistake back to the same page, and nothing typed is lost.

use axum::http::StatusCode;
use procedure::ActKind;
use testkit::Centre;

use crate::visitor::{Answer, Visitor};

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

type Pairs = Vec<(&'static str, &'static str)>;

fn call() -> Pairs {
    vec![
        ("key", "1"),
        ("channel", "phone"),
        ("received_on", "02/03/2026"),
        ("name", "Nguyễn Thị Lan"),
        ("phone", "0912 345 678"),
        ("declared_kind", "grievance"),
        ("subjects", "other_activity"),
        ("content", "Chờ giấy chứng nhận đã hai tháng."),
        ("reply_by", "09/03/2026"),
    ]
}

fn settled() -> Pairs {
    with(
        call(),
        &[
            ("road", "settled"),
            ("explanation", "Giấy đã gửi hôm qua."),
            ("satisfaction", "Cảm ơn."),
        ],
    )
}

fn with(mut pairs: Pairs, more: &[(&'static str, &'static str)]) -> Pairs {
    pairs.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    pairs.extend(more);
    pairs
}

async fn reception() -> (Centre, Visitor) {
    let centre = Centre::on_sqlite(MONDAY).await;
    let visitor = Visitor::sign_in(&centre, "letan").await;
    (centre, visitor)
}

/// Everything typed stands in the page that came back.
fn keeps(answer: &Answer, typed: &Pairs) {
    for (name, value) in typed {
        let known = match *name {
            "key" | "fill" | "look" | "turn" => continue,
            "content" | "explanation" | "satisfaction" | "remedy_sought" | "no_contact_reason" => {
                vec![answer.area(name).to_owned()]
            }
            "channel" | "declared_kind" | "subjects" | "road" | "safety" | "anonymous" => {
                answer.checked(name)
            }
            _ => answer.values_of(name),
        };
        assert!(
            known.iter().any(|known| known == value),
            "{name}: {value} is lost: {known:?}"
        );
    }
}

#[tokio::test]
async fn the_page_begins_with_the_channel_and_today() {
    let (_centre, visitor) = reception().await;
    let page = visitor.get("/intake").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.value_of("received_on"), "02/03/2026");
    assert_eq!(page.value_of("reply_by"), "09/03/2026");
    assert!(
        page.says("Thứ Tư, 01/04/2026"),
        "the limit stands beside the form"
    );
    let focus = page.body.find(" autofocus").expect("something is focused");
    assert!(
        page.body[..focus].ends_with(r#"value="in_person""#),
        "the first channel"
    );
    let form = page.body.split_once(r#"<form id="intake""#).expect("a form").1;
    let first = form.find("<button").expect("a button");
    assert!(
        form[first..].starts_with(r#"<button type="submit" class="visually-hidden""#),
        "Enter enters the case"
    );
    assert!(!page.says("style=\"") && !page.says("<script>"));
}

#[tokio::test]
async fn each_road_leads_to_the_case_with_its_word() {
    let (centre, visitor) = reception().await;
    let letter = with(
        call(),
        &[("key", "3"), ("channel", "letter"), ("address", "12 Tràng Thi")],
    );
    let appeal = with(letter.clone(), &[("key", "4"), ("declared_kind", "appeal")]);
    let roads = [
        (settled(), "good:notice-intake-settled"),
        (
            with(call(), &[("key", "2"), ("road", "promised")]),
            "good:notice-intake-promised",
        ),
        (letter, "good:notice-intake-received"),
        (appeal, "warn:notice-intake-appeal"),
    ];
    for (place, (form, flash)) in (1..).zip(roads) {
        let answer = visitor.post("/intake", &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{flash}: {}", answer.body);
        assert_eq!(answer.location(), format!("/cases/2026-000{place}"));
        assert_eq!(answer.flash(), flash);
    }
    let case = centre
        .app
        .case(centre.now(), centre.person("qmr"), "2026-0002")
        .await
        .expect("it is there")
        .case;
    assert!(case.round.promise.is_some() && !case.round.reports.is_empty());
}

#[tokio::test]
async fn a_double_click_enters_one_case() {
    let (centre, visitor) = reception().await;
    let first = visitor.post("/intake", &settled()).await;
    let second = visitor.post("/intake", &settled()).await;
    assert_eq!(first.location(), second.location());
    assert_eq!(
        centre
            .app
            .case_id("2026-0002")
            .await
            .expect("it can be looked up"),
        None
    );
    let other = visitor
        .post("/intake", &with(settled(), &[("content", "Chuyện khác.")]))
        .await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert_eq!(other.area("content"), "Chuyện khác.");
    assert_ne!(other.value_of("key"), "1", "sent again, it is another case");
}

#[tokio::test]
async fn a_form_with_mistakes_comes_back_with_everything_typed() {
    let (centre, visitor) = reception().await;
    let typed = with(
        settled(),
        &[
            ("declared_kind", ""),
            ("email", "lan@@example"),
            ("received_on", "31/02/2026"),
            ("explanation", "<script>alert(1)</script>"),
            ("remedy_sought", "Xin lỗi bằng văn bản"),
        ],
    );
    let answer = visitor.post("/intake", &typed).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = |name: &str| answer.error_of("intake", name).unwrap_or_default();
    assert_eq!(said("declared_kind"), "Cần chọn một mục.");
    assert_eq!(
        said("email"),
        "Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@donvi.vn."
    );
    assert_eq!(
        said("received_on"),
        "Đây không phải là một ngày. Ví dụ đúng: 02/03/2026."
    );
    assert!(answer.says("Có 3 chỗ cần sửa"));
    assert!(
        answer.says(r##"<a href="#intake-email">"##),
        "the summary leads to the field"
    );
    assert!(
        answer.says(r#"<details class="disclosure intake-more" open>"#),
        "what is wrong is unfolded"
    );
    assert!(!answer.says("<script>alert"));
    let kept = with(
        typed,
        &[
            ("explanation", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("declared_kind", "grievance"),
        ],
    );
    let kept: Pairs = kept
        .into_iter()
        .filter(|(name, _)| *name != "declared_kind")
        .collect();
    keeps(&answer, &kept);
    assert_eq!(
        centre
            .app
            .case_id("2026-0001")
            .await
            .expect("it can be looked up"),
        None
    );
}

#[tokio::test]
async fn an_empty_form_says_what_is_needed_in_either_language() {
    let (_centre, mut visitor) = reception().await;
    let answer = visitor.post("/intake", &[("key", "1")]).await;
    for name in ["channel", "declared_kind", "subjects", "content", "name"] {
        assert!(answer.error_of("intake", name).is_some(), "{name}");
    }
    visitor.lang = "en";
    let answer = visitor.post("/intake", &[("key", "1")]).await;
    assert_eq!(
        answer.error_of("intake", "channel").as_deref(),
        Some("Choose one.")
    );
    assert!(answer.says("Enter in the register"));
}

#[tokio::test]
async fn too_much_text_is_told_with_the_number_that_fits() {
    let (_centre, visitor) = reception().await;
    let long = "á".repeat(20_001);
    let mut form: Vec<(&str, &str)> = settled();
    form.retain(|(name, _)| *name != "content");
    form.push(("content", &long));
    let answer = visitor.post("/intake", &form).await;
    assert_eq!(
        answer.error_of("intake", "content").as_deref(),
        Some("Dài quá 20.000 ký tự.")
    );
    assert_eq!(answer.area("content").chars().count(), 20_001);
}

#[tokio::test]
async fn what_b1_1_excludes_comes_back_with_the_rule_and_goes_on_as_a_promise() {
    let (centre, visitor) = reception().await;
    let typed = with(settled(), &[("subjects", "confidentiality")]);
    let answer = visitor.post("/intake", &typed).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    keeps(&answer, &typed);
    assert!(answer.says("<strong>B1.1</strong>"));
    assert!(answer.says(r#"name="turn" value="promised""#));

    let turned = visitor
        .post("/intake", &with(typed.clone(), &[("turn", "promised")]))
        .await;
    assert_eq!(
        (turned.status, turned.checked("road")),
        (StatusCode::OK, vec!["promised".to_owned()])
    );
    keeps(&turned, &with(typed.clone(), &[("road", "promised")]));
    let done = visitor
        .post("/intake", &with(typed, &[("road", "promised")]))
        .await;
    assert_eq!(done.location(), "/cases/2026-0001");
    let view = centre
        .app
        .case(centre.now(), centre.person("qmr"), "2026-0001")
        .await
        .expect("it is there");
    assert!(view.duties.iter().any(|duty| duty.act == ActKind::GiveDirection));
}

#[tokio::test]
async fn the_person_complained_about_is_offered_to_leave_the_promise_to_others() {
    let (centre, visitor) = reception().await;
    let me = centre.person("letan").to_string();
    let mut form: Vec<(&str, &str)> = with(settled(), &[("subjects", "staff_conduct")]);
    form.push(("persons_concerned_2", &me));
    let answer = visitor.post("/intake", &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.says("<strong>S4</strong>") && answer.says(r#"name="turn" value="recorded""#));
    form.retain(|(name, _)| *name != "road");
    form.push(("road", "recorded"));
    let answer = visitor.post("/intake", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
}

#[tokio::test]
async fn files_that_came_stay_with_the_form_and_go_with_the_case() {
    let (centre, visitor) = reception().await;
    let scan = [b"%PDF-1.7 ".as_slice(), &vec![b'x'; 3 << 20]].concat();
    let program = b"MZ\x90\0\x03\0\0\0".as_slice();
    let form = with(settled(), &[("content", "")]);
    let files = [
        ("documents", "đơn khiếu nại.pdf", scan.as_slice()),
        ("documents", "tool.exe", program),
    ];
    let answer = visitor.post_files("/intake", &form, &files).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.error_of("intake", "documents").is_some(),
        "the program is refused"
    );
    assert!(answer.error_of("intake", "content").is_some());
    let kept = answer.values_of("documents");
    assert_eq!(kept.len(), 1, "the scan stays");

    let mut again: Vec<(&str, &str)> = settled();
    again.push(("documents", &kept[0]));
    let letter = ("documents", "thu.txt", "Kính gửi Trung tâm".as_bytes());
    let done = visitor
        .post_files("/intake", &again, &[letter, ("documents", "", b"")])
        .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let view = centre
        .app
        .case(centre.now(), centre.person("letan"), "2026-0001")
        .await
        .expect("it is there");
    let mut names: Vec<&str> = view
        .documents
        .iter()
        .map(|document| document.file_name.as_str())
        .collect();
    names.sort();
    assert_eq!(names, ["thu.txt", "đơn khiếu nại.pdf"]);
    let twice = visitor.post_files("/intake", &again, &[]).await;
    assert_eq!(
        twice.status,
        StatusCode::CONFLICT,
        "one file less is another form"
    );
}

#[tokio::test]
async fn a_file_beyond_the_size_is_refused_and_the_rest_is_kept() {
    let (_centre, visitor) = reception().await;
    let huge = [b"%PDF-1.7 ".as_slice(), &vec![b'x'; 26 << 20]].concat();
    let answer = visitor
        .post_files("/intake", &settled(), &[("documents", "lon.pdf", &huge)])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.error_of("intake", "documents").is_some());
    assert!(answer.values_of("documents").is_empty());
    keeps(&answer, &settled());
}

#[tokio::test]
async fn nobody_attaches_a_file_that_another_person_gave() {
    let (centre, visitor) = reception().await;
    let other = Visitor::sign_in(&centre, "chuyenvien").await;
    let answer = other
        .post_files(
            "/intake",
            &with(settled(), &[("content", "")]),
            &[("documents", "a.txt", b"mine")],
        )
        .await;
    let stolen = answer.value_of("documents");
    let mut form: Vec<(&str, &str)> = settled();
    form.push(("documents", &stolen));
    let answer = visitor.post("/intake", &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn earlier_cases_are_shown_while_typing_by_a_button_and_taken_over() {
    let (centre, visitor) = reception().await;
    visitor
        .post("/intake", &with(settled(), &[("address", "12 Tràng Thi")]))
        .await;
    let fragment = visitor.get("/intake/similar?name=nguyen+thi&phone=").await;
    assert!(
        fragment.says("2026-0001") && !fragment.says("<html"),
        "{}",
        fragment.body
    );
    assert!(
        visitor
            .get("/intake/similar?phone=0912345678")
            .await
            .says("2026-0001")
    );
    let none = visitor.get("/intake/similar?name=xyz").await;
    assert!(none.says("Không có vụ việc trước"));
    assert!(visitor.get("/intake/similar").await.status.is_success());

    let typed = with(
        call(),
        &[
            ("key", "2"),
            ("name", "lan nguyen"),
            ("phone", "0912345678"),
            ("look", "similar"),
        ],
    );
    let looked = visitor.post("/intake", &typed).await;
    assert_eq!(looked.status, StatusCode::OK);
    keeps(&looked, &typed);
    assert!(looked.says(r#"name="fill" value="2026-0001""#));

    let filled = visitor
        .post("/intake", &with(typed, &[("look", ""), ("fill", "2026-0001")]))
        .await;
    assert_eq!(filled.value_of("earlier"), "2026-0001");
    assert_eq!(filled.value_of("name"), "Nguyễn Thị Lan");
    assert_eq!(filled.value_of("address"), "12 Tràng Thi");
    assert_eq!(filled.value_of("phone"), "0912345678", "what was typed stands");

    let stranger = Visitor::sign_in(&centre, "chuyenvien").await;
    assert!(
        !stranger
            .get("/intake/similar?name=nguyen+thi")
            .await
            .says("2026-0001")
    );
    let filled = stranger.post("/intake", &[("fill", "2026-0001")]).await;
    assert!(!filled.says("Tràng Thi"));
}

#[tokio::test]
async fn the_limit_is_told_for_the_day_that_is_typed() {
    let (_centre, visitor) = reception().await;
    let told = visitor.get("/intake/limit?received_on=16/01/2026").await;
    // The thirtieth day, 15 February, is a Sunday, and Tết follows it.
    assert!(told.says("Thứ Hai, 23/02/2026"), "{}", told.body);
    assert!(told.says("16/01/2026") && !told.says("<html"));
    for nonsense in ["", "31/02/2026", "03/03/2026", "<b>"] {
        let path = format!("/intake/limit?received_on={}", web::url::encode(nonsense));
        assert!(visitor.get(&path).await.says("Ghi ngày nhận"), "{nonsense}");
    }
}

#[tokio::test]
async fn the_slip_tells_number_limit_and_next_steps_to_those_who_may_know() {
    let (centre, visitor) = reception().await;
    visitor
        .post(
            "/intake",
            &with(call(), &[("road", "promised"), ("subjects", "staff_conduct")]),
        )
        .await;
    visitor.post("/intake", &with(settled(), &[("key", "2")])).await;
    let slip = visitor.get("/intake/2026-0001/slip").await;
    assert_eq!(slip.status, StatusCode::OK);
    for words in [
        "2026-0001",
        "Thứ Tư, 01/04/2026",
        "Thứ Hai, 09/03/2026",
        "Nguyễn Thị Lan",
        "Trung tâm Chứng nhận Thử Nghiệm",
        "3 ngày làm việc",
    ] {
        assert!(slip.says(words), "{words}");
    }
    let settled = visitor.get("/intake/2026-0002/slip").await;
    assert!(settled.says("giải thích ngay") && !settled.says("01/04/2026"));
    let stranger = Visitor::sign_in(&centre, "so").await;
    assert_eq!(
        stranger.get("/intake/2026-0001/slip").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        visitor.get("/intake/2026-0009/slip").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_form_from_elsewhere_enters_nothing() {
    let (centre, visitor) = reception().await;
    let answer = visitor.forge("/intake", &settled()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let answer = visitor
        .forge("/intake", &with(settled(), &[("csrf", "0123")]))
        .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    assert_eq!(
        centre
            .app
            .case_id("2026-0001")
            .await
            .expect("it can be looked up"),
        None
    );
}
