//! The page of intake: by each road into the book, with every mistake back to the same page, and nothing typed is lost.

use axum::http::StatusCode;
use procedure::ActKind;

use crate::site::{Answer, File, Site, with};

type Pairs = Vec<(&'static str, &'static str)>;

/// Most of these forms are filled in at the reception, by somebody without an office.
const WHO: &str = "letan";

fn call() -> Pairs {
    vec![
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

fn promised() -> Pairs {
    with(&call(), &[("road", "promised")])
}

fn settled() -> Pairs {
    let road = [
        ("road", "settled"),
        ("explanation", "Giấy đã gửi hôm qua."),
        ("satisfaction", "Cảm ơn."),
    ];
    with(&call(), &road)
}

async fn send(site: &Site, form: &[(&str, &str)]) -> Answer {
    site.post(WHO, "/intake", form).await
}

async fn is_in_the_book(site: &Site, number: &str) -> bool {
    let found = site.centre.app.case_id(number).await;
    found.expect("a number can be looked up").is_some()
}

async fn seen(site: &Site, who: &str, number: &str) -> app::view::CaseView {
    let centre = &site.centre;
    let view = centre.app.case(centre.now(), centre.person(who), number).await;
    view.expect("the case is there to see")
}

/// Everything typed stands in the page that came back.
fn keeps(answer: &Answer, typed: &[(&str, &str)]) {
    for (name, value) in typed {
        let known = match *name {
            "fill" | "look" | "turn" => continue,
            "content" | "explanation" | "satisfaction" | "remedy_sought" | "no_contact_reason" => {
                vec![answer.area(name)]
            }
            "channel" | "declared_kind" | "subjects" | "road" | "safety" | "anonymous" => {
                answer.checked(name)
            }
            _ => answer.values_of(name),
        };
        assert!(known.contains(value), "{name}: {value} is lost: {known:?}");
    }
}

#[tokio::test]
async fn the_page_begins_with_the_channel_and_today() {
    let site = Site::on_sqlite().await;
    let page = site.get(WHO, "/intake").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.value_of("received_on"), "02/03/2026");
    assert_eq!(page.value_of("reply_by"), "09/03/2026");
    assert!(
        page.says("Thứ Tư, 01/04/2026"),
        "the limit stands beside the form"
    );
    let focus = page.body.find(" autofocus").expect("something is focused");
    let focused = page.body[..focus].rsplit("<input").next().unwrap_or_default();
    assert!(
        focused.contains("value=\"in_person\""),
        "the first channel: {focused}"
    );
    let form = page.form("intake").expect("there is a form");
    let first = form.find("<button").expect("there is a button");
    assert!(
        form[first..].starts_with("<button type=\"submit\" class=\"visually-hidden\""),
        "Enter enters the case"
    );
}

#[tokio::test]
async fn each_road_leads_to_the_case_with_its_word() {
    let site = Site::on_sqlite().await;
    let letter = with(&call(), &[("channel", "letter"), ("address", "12 Tràng Thi")]);
    let appeal = with(&letter, &[("declared_kind", "appeal")]);
    let roads = [
        (settled(), "good:notice-intake-settled"),
        (promised(), "good:notice-intake-promised"),
        (letter, "good:notice-intake-received"),
        (appeal, "warn:notice-intake-appeal"),
    ];
    for (place, (form, flash)) in (1..).zip(roads) {
        let answer = send(&site, &form).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{flash}: {}", answer.text());
        assert_eq!(answer.location(), format!("/cases/2026-000{place}"));
        assert_eq!(answer.flash(), flash);
    }
    let case = seen(&site, "qmr", "2026-0002").await.case;
    assert!(case.round.promise.is_some() && !case.round.reports.is_empty());
}

#[tokio::test]
async fn a_double_click_enters_one_case() {
    let site = Site::on_sqlite().await;
    let click = async |form: &[(&str, &str)]| site.post_keyed(WHO, "/intake", "1", form).await;
    let first = click(&settled()).await;
    let second = click(&settled()).await;
    assert_eq!(
        (first.location(), second.location()),
        ("/cases/2026-0001", "/cases/2026-0001")
    );
    assert!(!is_in_the_book(&site, "2026-0002").await);
    let other = click(&with(&settled(), &[("content", "Chuyện khác.")])).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert_eq!(other.area("content"), "Chuyện khác.");
    assert_ne!(other.value_of("key"), "1", "sent again, it is another case");
}

#[tokio::test]
async fn a_form_with_mistakes_comes_back_with_everything_typed() {
    let site = Site::on_sqlite().await;
    let wrong = [
        ("email", "lan@@example"),
        ("received_on", "31/02/2026"),
        ("explanation", "<script>alert(1)</script>"),
        ("remedy_sought", "Xin lỗi bằng văn bản"),
    ];
    let mut typed = with(&settled(), &wrong);
    typed.retain(|(name, _)| *name != "declared_kind");
    let answer = send(&site, &typed).await;
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
        answer.holds("<a href=\"#intake-email\">"),
        "the summary leads to the field"
    );
    assert!(
        answer.holds("<details class=\"disclosure intake-more\" open>"),
        "what is wrong is unfolded"
    );
    assert!(!answer.holds("<script>alert"));
    let kept = [("explanation", "&lt;script&gt;alert(1)&lt;/script&gt;")];
    keeps(&answer, &with(&typed, &kept));
    assert!(!is_in_the_book(&site, "2026-0001").await);
}

#[tokio::test]
async fn an_empty_form_says_what_is_needed() {
    let site = Site::on_sqlite().await;
    let answer = send(&site, &[]).await;
    for name in ["channel", "declared_kind", "subjects", "content", "name"] {
        assert!(answer.error_of("intake", name).is_some(), "{name}");
    }
    assert!(
        answer.says("Hình thức tiếp nhận: Cần chọn một mục."),
        "the summary names the field"
    );
}

#[tokio::test]
async fn too_much_text_is_told_with_the_number_that_fits() {
    let site = Site::on_sqlite().await;
    let long = "á".repeat(20_001);
    let answer = send(&site, &with(&settled(), &[("content", &long)])).await;
    assert_eq!(
        answer.error_of("intake", "content"),
        Some("Dài quá 20.000 ký tự.")
    );
    assert_eq!(answer.area("content"), long);
}

#[tokio::test]
async fn what_b1_1_excludes_comes_back_with_the_rule_and_goes_on_as_a_promise() {
    let site = Site::on_sqlite().await;
    let typed = with(&settled(), &[("subjects", "confidentiality")]);
    let answer = send(&site, &typed).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    keeps(&answer, &typed);
    assert!(answer.holds("<strong>B1.1</strong>"));
    let form = answer.form("intake").expect("the form came back");
    let focused = form.find(" autofocus").expect("something is focused");
    assert!(
        form[..focused].ends_with("<div tabindex=\"-1\""),
        "the reason comes first"
    );
    assert!(answer.holds("name=\"turn\" value=\"promised\""));

    let turned = send(&site, &with(&typed, &[("turn", "promised")])).await;
    assert_eq!(
        (turned.status, turned.checked("road")),
        (StatusCode::OK, vec!["promised"])
    );
    let typed = with(&typed, &[("road", "promised")]);
    keeps(&turned, &typed);
    let done = send(&site, &typed).await;
    assert_eq!(done.location(), "/cases/2026-0001", "the refusal took no number");
    let duties = seen(&site, "qmr", "2026-0001").await.duties;
    assert!(duties.iter().any(|duty| duty.act == ActKind::GiveDirection));
}

#[tokio::test]
async fn the_person_complained_about_is_offered_to_leave_the_promise_to_others() {
    let site = Site::on_sqlite().await;
    let me = site.id(WHO);
    let about_me = [
        ("subjects", "staff_conduct"),
        ("persons_concerned_2", me.as_str()),
    ];
    let form = with(&settled(), &about_me);
    let answer = send(&site, &form).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert!(answer.holds("<strong>B1.1</strong>") && answer.holds("name=\"turn\" value=\"recorded\""));
    let answer = send(&site, &with(&form, &[("road", "recorded")])).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

#[tokio::test]
async fn files_that_came_stay_with_the_form_and_go_with_the_case() {
    let site = Site::on_sqlite().await;
    let scan = [b"%PDF-1.7 ".as_slice(), &vec![b'x'; 3 << 20]].concat();
    let file = |name, bytes| File {
        field: "documents",
        name,
        bytes,
    };
    let files = [
        file("đơn khiếu nại.pdf", scan.as_slice()),
        file("tool.exe", b"MZ\x90\0\x03\0\0\0"),
    ];
    let form = with(&settled(), &[("content", "")]);
    let answer = site.post_files(WHO, "/intake", &form, &files).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.error_of("intake", "documents").is_some(),
        "the program is refused"
    );
    assert!(answer.error_of("intake", "content").is_some());
    let [kept] = answer.values_of("documents")[..] else {
        panic!("the scan stays, and nothing else");
    };

    let again = with(&settled(), &[("documents", kept)]);
    let letter = file("thu.txt", "Kính gửi Trung tâm".as_bytes());
    let none = file("", b"");
    let done = site.post_files(WHO, "/intake", &again, &[letter, none]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let view = seen(&site, WHO, "2026-0001").await;
    let mut names: Vec<&str> = view
        .documents
        .iter()
        .map(|document| document.file_name.as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["thu.txt", "đơn khiếu nại.pdf"]);
}

#[tokio::test]
async fn a_file_beyond_the_size_is_refused_and_the_rest_is_kept() {
    let site = Site::on_sqlite().await;
    let huge = [b"%PDF-1.7 ".as_slice(), &vec![b'x'; 26 << 20]].concat();
    let file = File {
        field: "documents",
        name: "lon.pdf",
        bytes: &huge,
    };
    let answer = site.post_files(WHO, "/intake", &settled(), &[file]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.error_of("intake", "documents").is_some());
    assert!(answer.values_of("documents").is_empty(), "nothing of it is kept");
    keeps(&answer, &settled());
}

#[tokio::test]
async fn nobody_attaches_a_file_that_another_person_gave() {
    let site = Site::on_sqlite().await;
    let file = File {
        field: "documents",
        name: "a.txt",
        bytes: b"mine",
    };
    let answer = site.post_files("chuyenvien", "/intake", &[], &[file]).await;
    let stolen = answer.value_of("documents").to_owned();
    let answer = send(&site, &with(&settled(), &[("documents", &stolen)])).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn earlier_cases_are_shown_while_typing_by_a_button_and_taken_over() {
    let site = Site::on_sqlite().await;
    send(&site, &with(&settled(), &[("address", "12 Tràng Thi")])).await;
    let fragment = site.get(WHO, "/intake/similar?name=nguyen+thi&phone=").await;
    assert!(
        fragment.says("2026-0001") && !fragment.holds("<html"),
        "{}",
        fragment.body
    );
    let by_number = site.get(WHO, "/intake/similar?phone=0912345678").await;
    assert!(by_number.says("2026-0001"));
    let none = site.get(WHO, "/intake/similar?name=xyz").await;
    assert!(none.says("Không có vụ việc trước"));
    assert!(site.get(WHO, "/intake/similar").await.status.is_success());

    let typed = with(
        &call(),
        &[
            ("name", "lan nguyen"),
            ("phone", "0912345678"),
            ("look", "similar"),
        ],
    );
    let looked = send(&site, &typed).await;
    assert_eq!(looked.status, StatusCode::OK);
    keeps(&looked, &typed);
    assert!(looked.holds("name=\"fill\" value=\"2026-0001\""));

    let filled = send(&site, &with(&typed, &[("look", ""), ("fill", "2026-0001")])).await;
    assert_eq!(filled.value_of("earlier"), "2026-0001");
    assert_eq!(filled.value_of("name"), "Nguyễn Thị Lan");
    assert_eq!(filled.value_of("address"), "12 Tràng Thi");
    assert_eq!(filled.value_of("phone"), "0912345678", "what was typed stands");

    let stranger = site.get("chuyenvien", "/intake/similar?name=nguyen+thi").await;
    assert!(!stranger.says("2026-0001"));
    let filled = site.post("chuyenvien", "/intake", &[("fill", "2026-0001")]).await;
    assert!(!filled.holds("Tràng Thi"));
}

#[tokio::test]
async fn the_limit_is_told_for_the_day_that_is_typed() {
    let site = Site::on_sqlite().await;
    let told = site.get(WHO, "/intake/limit?received_on=16/01/2026").await;
    // The thirtieth day, 15 February, is a Sunday, and Tết follows it.
    assert!(told.says("Thứ Hai, 23/02/2026"), "{}", told.text());
    assert!(told.says("16/01/2026") && !told.holds("<html"));
    for nonsense in ["", "31/02/2026", "03/03/2026", "<b>"] {
        let path = format!("/intake/limit?received_on={}", web::url::encode(nonsense));
        assert!(site.get(WHO, &path).await.says("Ghi ngày nhận"), "{nonsense}");
    }
}

#[tokio::test]
async fn the_slip_tells_number_limit_and_next_steps_to_those_who_may_know() {
    let site = Site::on_sqlite().await;
    send(&site, &with(&promised(), &[("subjects", "staff_conduct")])).await;
    send(&site, &settled()).await;
    let slip = site.get(WHO, "/intake/2026-0001/slip").await;
    assert_eq!(slip.status, StatusCode::OK);
    let told = [
        "2026-0001",
        "Thứ Tư, 01/04/2026",
        "Thứ Hai, 09/03/2026",
        "Nguyễn Thị Lan",
        "Trung tâm Chứng nhận Thử Nghiệm",
        "3 ngày làm việc",
    ];
    for words in told {
        assert!(slip.says(words), "{words}");
    }
    let settled = site.get(WHO, "/intake/2026-0002/slip").await;
    assert!(settled.says("giải thích ngay") && !settled.says("01/04/2026"));
    let english = site.get_in(WHO, "/intake/2026-0001/slip", "en").await;
    assert!(english.says("Wednesday, 1 April 2026"));
    for (who, number) in [("so", "2026-0001"), (WHO, "2026-0009")] {
        let path = format!("/intake/{number}/slip");
        assert_eq!(
            site.get(who, &path).await.status,
            StatusCode::NOT_FOUND,
            "{who} {number}"
        );
    }
}

#[tokio::test]
async fn a_form_from_elsewhere_enters_nothing() {
    let site = Site::on_sqlite().await;
    for form in [settled(), with(&settled(), &[("csrf", "0123")])] {
        let answer = site.post_bare(WHO, "/intake", &form).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
    }
    assert!(!is_in_the_book(&site, "2026-0001").await);
}
