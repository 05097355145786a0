//! The page of a case: who sees how much of it, which forms stand there for whom, and that every word on it is one.

use std::collections::BTreeSet;

use app::view::CaseView;
use axum::http::StatusCode;
use i18n::{Lang, texts};
use procedure::ActKind;
use procedure::case::fields::{Field, Input, fields};
use procedure::obligations::s12::Sight;

use crate::site::{Answer, LETTER, PHONE_CALL, Site, assert_no_raw_keys, sites, with};

const EVERYBODY: &[&str] = &[
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

const NAME: &str = "Bùi Văn Kín";
const WORDS: &str = "Cô lễ tân quát khách trước mặt mọi người.";
const SUBJECT: &str = "Đặng Chuyên Viên";

async fn view(site: &Site, who: &str, number: &str) -> Option<CaseView> {
    let person = site.centre.person(who);
    match site.centre.app.case(site.centre.now(), person, number).await {
        Ok(view) => Some(view),
        Err(app::Error::NotFound) => None,
        Err(error) => panic!("{who}: {error}"),
    }
}

/// No two elements of a page are called the same, or a label leads to the wrong one.
fn assert_ids_differ(place: &str, page: &Answer) {
    let mut ids = BTreeSet::new();
    for rest in page.body.split(" id=\"").skip(1) {
        let id = rest.split('"').next().unwrap_or_default();
        assert!(ids.insert(id), "{place}: two elements are called {id}");
    }
}

/// The page says exactly as much as this sight allows.
fn assert_says_as_much(place: &str, page: &Answer, sight: Option<Sight>) {
    let status = if sight.is_some() {
        StatusCode::OK
    } else {
        StatusCode::NOT_FOUND
    };
    assert_eq!(page.status, status, "{place}");
    let name = page.holds(NAME) || page.holds("0987");
    let words = page.holds("quát khách");
    let history = page.holds("id=\"history\"");
    let wanted = match sight {
        None | Some(Sight::Nothing | Sight::Masked) => (false, false, false),
        Some(Sight::Allegation | Sight::Report) => (false, true, false),
        Some(Sight::Heading) => (true, false, false),
        Some(Sight::Full) => (true, true, true),
    };
    assert_eq!(
        (name, words, history),
        wanted,
        "{place} {sight:?}: name, content, history"
    );
    if sight.is_none() {
        assert!(
            !page.holds(SUBJECT),
            "{place}: nothing is told of a case that is none of theirs"
        );
    }
}

#[tokio::test]
async fn everybody_sees_of_a_case_what_protection_allows_and_no_more() {
    for site in sites("sight").await {
        let kind = site.centre.kind;
        let unit = site.centre.units[0].to_string();
        let head = site.id("cntt");
        let role = [
            ("person", head.as_str()),
            ("role", "head_of_department"),
            ("unit", unit.as_str()),
            ("from", "02/03/2026"),
            ("document", "QĐ 09"),
        ];
        let given = site.post("quantri", "/admin/roles", &role).await;
        assert_eq!(given.location(), "/admin/roles", "{}", given.text());
        let subject = site.id("chuyenvien");
        let said = [
            ("name", NAME),
            ("phone", "0987 123 123"),
            ("content", WORDS),
            ("unit", unit.as_str()),
        ];
        let about_someone = [
            ("subjects", "staff_conduct"),
            ("persons_concerned", subject.as_str()),
        ];
        let open = site.enter("letan", &with(PHONE_CALL, &said)).await;
        let protected = with(PHONE_CALL, &said);
        let protected = site.enter("letan", &with(&protected, &about_someone)).await;
        use Sight::*;
        let table = [
            ("letan", Some(Full), Some(Full)),
            ("qmr", Some(Heading), Some(Heading)),
            ("giamdoc", Some(Full), Some(Full)),
            ("so", Some(Full), Some(Masked)),
            ("danhgia", Some(Full), Some(Masked)),
            ("cntt", Some(Heading), Some(Report)),
            ("phogiamdoc", Some(Heading), None),
            ("vanthu", Some(Full), None),
            ("khachquan", None, None),
            ("chuyenvien", None, Some(Allegation)),
        ];
        for (who, of_open, of_protected) in table {
            for (number, sight) in [(&open, of_open), (&protected, of_protected)] {
                let seen = view(&site, who, number).await.map(|view| view.sight);
                assert_eq!(seen, sight, "{kind} {who} {number}");
                for lang in ["vi", "en"] {
                    let place = format!("{kind} {who} {number} {lang}");
                    let page = site.get_in(who, &format!("/cases/{number}"), lang).await;
                    assert_says_as_much(&place, &page, sight);
                    assert_no_raw_keys(&place, &page);
                    assert_ids_differ(&place, &page);
                    if sight == Some(Masked) {
                        assert!(
                            !page.text().replace("Đặng Chuyên Viên –", "").contains(SUBJECT),
                            "{place}"
                        );
                    }
                }
            }
        }
        let admin = site.get("quantri", &format!("/cases/{open}")).await;
        assert_says_as_much("an administrator", &admin, None);
        let guest = site.visit(&format!("/cases/{open}")).await;
        assert_eq!(guest.location(), format!("/sign-in?back=%2Fcases%2F{open}"));
    }
}

#[tokio::test]
async fn those_who_keep_the_book_never_learn_who_a_protected_case_is_about() {
    let site = Site::on_sqlite().await;
    let subject = site.id("chuyenvien");
    let about = [
        ("name", NAME),
        ("content", WORDS),
        ("subjects", "staff_conduct"),
        ("persons_concerned", subject.as_str()),
    ];
    let number = site.enter("letan", &with(PHONE_CALL, &about)).await;
    assert_masked(&site, &number).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let officer = site.id("letan");
    let assessed = with(
        ASSESSED,
        &[("subjects", "staff_conduct"), ("case_officer", &officer)],
    );
    site.done("qmr", &number, "assess", &assessed).await;
    assert_masked(&site, &number).await;
    site.done(
        "qmr",
        &number,
        "tell_subject",
        &[("words", "Có đơn về cuộc trao đổi ở quầy.")],
    )
    .await;
    assert_masked(&site, &number).await;
}

/// Who is complained about stands on the page at most among all their colleagues, in a list to choose from, and no fact beside it.
async fn assert_masked(site: &Site, number: &str) {
    for who in ["so", "danhgia"] {
        let path = format!("/cases/{number}");
        let page = site.get(who, &path).await;
        let seen = format!("{who} {:?}", page.status);
        assert!(!page.holds(NAME) && !page.holds("quát khách"), "{seen}");
        let mut lists = 0;
        for around in page.body.split(SUBJECT).skip(1) {
            lists += 1;
            assert!(
                around.starts_with(" – Chuyên viên</option>") || around.starts_with(" – Chuyên viên</"),
                "{seen}: {around:.200}"
            );
        }
        assert_eq!(
            lists,
            page.body.matches("Vũ Phó – Phó Giám đốc").count(),
            "{seen}: as often as anyone"
        );
        // What others did meanwhile is told to nobody who may not read the history.
        let late = site
            .act(
                who,
                number,
                "ask_annulment",
                &[("seen", "1"), ("ground", "duplicate"), ("reason", "Trùng đơn.")],
            )
            .await;
        assert!(!late.holds(NAME) && !late.holds("quát khách"), "{seen}");
        for around in late.body.split(SUBJECT).skip(1) {
            assert!(around.starts_with(" – Chuyên viên</"), "{seen}: {around:.200}");
        }
    }
}

/// What stands on the page for each duty: the form for whoever may act, the refusal with its rule for everyone else.
async fn assert_duties_have_their_forms(site: &Site, number: &str) {
    let t = texts(Lang::Vi);
    for who in EVERYBODY {
        let Some(view) = view(site, who, number).await else {
            continue;
        };
        let page = site.get(who, &format!("/cases/{number}")).await;
        assert_ids_differ(who, &page);
        assert_no_raw_keys(who, &page);
        for duty in &view.duties {
            let kind = duty.act;
            let place = format!("{who} {number} {}", kind.key());
            assert!(
                page.holds(&format!("id=\"act-{}\"", kind.key())),
                "{place}: the duty is on the page"
            );
            let form = page.form(&format!("form-{}", kind.key()));
            let offer = view.offers.iter().find(|(offered, _)| *offered == kind);
            match offer.map(|(_, permit)| permit) {
                Some(Ok(_)) => assert!(form.is_some(), "{place}: no form"),
                Some(Err(refusal)) => {
                    assert!(form.is_none(), "{place}: a form for what is refused");
                    let why = t
                        .label(&format!("refusal-{}", refusal.why.key().replace('_', "-")))
                        .to_owned();
                    assert!(page.says(&why), "{place}: {why}");
                    assert!(page.says(refusal.rule.name()), "{place}: {:?}", refusal.rule);
                }
                None => assert!(form.is_none(), "{place}"),
            }
        }
        for (kind, permit) in &view.offers {
            let form = page.form(&format!("form-{}", kind.key())).is_some();
            let declares = *kind == ActKind::DeclareInterest;
            assert!(
                form == permit.is_ok() || declares || *kind == ActKind::Receive,
                "{who} {}",
                kind.key()
            );
        }
    }
}

pub const ASSESSED: &[(&str, &str)] = &[
    ("ours", "ours"),
    ("kind", "complaint"),
    ("subjects", "other_activity"),
    ("severity", "low"),
    ("safety", "no"),
    ("complexity", "low"),
    ("impact", "low"),
    ("immediate_action", "no"),
    ("reason", "Việc nhỏ, đã rõ."),
];

#[tokio::test]
async fn each_duty_has_its_form_for_whoever_may_act_and_its_refusal_for_everyone_else() {
    let site = Site::on_sqlite().await;
    let officer = site.id("letan");
    let number = site.enter("so", LETTER).await;
    assert_duties_have_their_forms(&site, &number).await;
    site.done(
        "so",
        &number,
        "acknowledge",
        &[("words", "Đã nhận đơn."), ("way", "post")],
    )
    .await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    assert_duties_have_their_forms(&site, &number).await;
    site.done(
        "qmr",
        &number,
        "assess",
        &with(ASSESSED, &[("case_officer", &officer)]),
    )
    .await;
    assert_duties_have_their_forms(&site, &number).await;
    for who in ["letan", "giamdoc"] {
        site.done(who, &number, "declare_interest", &[]).await;
    }
    assert_duties_have_their_forms(&site, &number).await;

    let subject = site.id("chuyenvien");
    let conduct = with(
        PHONE_CALL,
        &[("subjects", "staff_conduct"), ("persons_concerned", &subject)],
    );
    let conduct = site.enter("letan", &conduct).await;
    assert_duties_have_their_forms(&site, &conduct).await;
    site.done("qmr", &conduct, "declare_interest", &[]).await;
    let assessed = with(
        ASSESSED,
        &[("subjects", "staff_conduct"), ("case_officer", &officer)],
    );
    site.done("qmr", &conduct, "assess", &assessed).await;
    assert_duties_have_their_forms(&site, &conduct).await;

    let appeal = [
        ("declared_kind", "appeal"),
        ("subjects", "certification_result"),
        ("is_client", "yes"),
    ];
    let appeal = site.enter("so", &with(LETTER, &appeal)).await;
    assert_duties_have_their_forms(&site, &appeal).await;
}

#[tokio::test]
async fn the_person_complained_about_reads_the_allegation_and_nothing_of_its_handling() {
    let site = Site::on_sqlite().await;
    let subject = site.id("chuyenvien");
    let unit = site.centre.units[0].to_string();
    let other = site.id("cntt");
    let about = [
        ("name", NAME),
        ("content", WORDS),
        ("subjects", "staff_conduct"),
        ("unit", unit.as_str()),
        ("persons_concerned", subject.as_str()),
        ("persons_concerned", other.as_str()),
    ];
    let number = site.enter("letan", &with(PHONE_CALL, &about)).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let officer = site.id("letan");
    let assessed = with(
        ASSESSED,
        &[
            ("subjects", "staff_conduct"),
            ("severity", "high"),
            ("case_officer", &officer),
        ],
    );
    site.done("qmr", &number, "assess", &assessed).await;
    let ask = [("until", "20/04/2026"), ("reason", "Chờ giải trình.")];
    site.done("qmr", &number, "ask_extension", &ask).await;
    let told = [("words", "Có phản ánh về cuộc trao đổi ở quầy.")];
    site.done("qmr", &number, "tell_subject", &told).await;
    let page = site.get("chuyenvien", &format!("/cases/{number}")).await;
    assert!(page.says(WORDS), "the allegation");
    assert!(
        page.form("form-record_statement").is_some(),
        "the account is asked for"
    );
    let text = page.text();
    let (_, text) = text
        .split_once("Nội dung phản ánh liên quan")
        .expect("it says what it is");
    let hidden = [
        NAME,
        "Phạm Trưởng Phòng",
        "Ngô Thị Lễ Tân",
        "Lê Chất Lượng",
        "20/04/2026",
        "Chờ giải trình.",
        "Xin gia hạn",
        "Mức độ",
    ];
    for words in hidden {
        // Colleagues stand in the lists of forms, each with a position, and nowhere else.
        let elsewhere = text.replace(&format!("{words} –"), "");
        assert!(!elsewhere.contains(words), "{words}: {text}");
    }
    assert!(
        !page.holds("id=\"history\"") && !page.holds("id=\"people\"") && !page.holds("id=\"act-hold_talk\"")
    );
    let form = page.form("form-record_statement").expect("looked at before");
    assert!(
        !form.contains(&other),
        "nobody learns who else is complained about"
    );
}

#[tokio::test]
async fn who_looked_into_a_protected_case_stands_on_its_page_for_qmr_and_auditor() {
    let site = Site::on_sqlite().await;
    let subject = site.id("chuyenvien");
    let about = [
        ("subjects", "staff_conduct"),
        ("persons_concerned", subject.as_str()),
    ];
    let number = site.enter("letan", &with(PHONE_CALL, &about)).await;
    let path = format!("/cases/{number}");
    site.get("giamdoc", &path).await;
    site.get("giamdoc", "/register").await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    site.centre.clock.pass(jiff::SignedDuration::from_mins(5));
    for lang in ["vi", "en"] {
        for who in ["qmr", "danhgia"] {
            let page = site.get_in(who, &path, lang).await;
            let (_, looks) = page.body.split_once("id=\"looks\"").expect("who looked is told");
            assert!(looks.contains("Nguyễn Giám Đốc"), "{who}");
            assert!(looks.contains(texts(if lang == "vi" { Lang::Vi } else { Lang::En }).look_register()));
            assert_no_raw_keys(who, &page);
        }
    }
    for who in ["giamdoc", "so", "chuyenvien", "letan"] {
        assert!(!site.get(who, &path).await.holds("id=\"looks\""), "{who}");
    }
}

/// The words a letter begins with in its form.
async fn draft(site: &Site, number: &str) -> String {
    let page = site.get("qmr", &format!("/cases/{number}")).await;
    let form = page.form("form-draft_letter");
    form.unwrap_or_else(|| panic!("no letter is wanted: {}", page.text()))
        .to_owned()
}

#[tokio::test]
async fn each_letter_begins_with_the_words_of_its_purpose() {
    let site = Site::on_sqlite().await;
    let objects = "gửi ý kiến bằng văn bản";
    // Not ours: a referral offers no objection.
    let number = site.enter("so", LETTER).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let assessed = with(
        ASSESSED,
        &[("ours", "not_ours"), ("reason", "Việc của cơ quan thuế.")],
    );
    site.done("qmr", &number, "assess", &assessed).await;
    let form = draft(&site, &number).await;
    assert!(
        form.contains("hướng dẫn nơi giải quyết") && form.contains("Việc của cơ quan thuế."),
        "{form}"
    );
    assert!(form.contains("Nguyễn Thị Lan") && !form.contains(objects));
    // Withdrawn: a notice of the end.
    let number = site.enter("so", LETTER).await;
    let words = [("withdrawn_on", "02/03/2026"), ("words", "Tôi rút đơn.")];
    site.done("so", &number, "withdraw", &words).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let form = draft(&site, &number).await;
    assert!(
        form.contains("thông báo kết thúc") && form.contains("đề nghị rút"),
        "{form}"
    );
    assert!(!form.contains(objects));
}

#[tokio::test]
async fn a_letter_goes_to_whoever_passed_the_case_on_where_the_complainant_is_not_named() {
    let site = Site::on_sqlite().await;
    let forwarded = with(
        LETTER,
        &[
            ("channel", "authority"),
            ("name", ""),
            ("address", ""),
            ("forwarder", "Văn phòng Công nhận"),
            ("identity_withheld", "yes"),
        ],
    );
    let number = site.enter("so", &forwarded).await;
    site.done("qmr", &number, "declare_interest", &[]).await;
    let assessed = with(ASSESSED, &[("ours", "not_ours"), ("reason", "Không thuộc.")]);
    site.done("qmr", &number, "assess", &assessed).await;
    let form = draft(&site, &number).await;
    assert!(form.contains("Văn phòng Công nhận"), "{form}");
    assert!(form.contains("do Quý cơ quan chuyển đến"), "{form}");
}

/// Something typed into a field that asks for words, a day or a number.
fn typed_into(asked: &Field, prefix: &str) -> Vec<(String, String)> {
    let name = format!("{prefix}{}", asked.name);
    match asked.input {
        Input::Words { .. } => vec![(name, "gõ thử & <b>".to_owned())],
        Input::Word => vec![(name, "gõ-thử".to_owned())],
        Input::Number => vec![(name, "bảy".to_owned())],
        Input::Date => vec![(name, "31/02/2026".to_owned())],
        Input::CaseNumber => vec![(name, "2026-9999".to_owned())],
        Input::Rows { fields } => {
            let prefix = format!("{}.0.", asked.name);
            fields
                .iter()
                .flat_map(|field| typed_into(field, &prefix))
                .collect()
        }
        Input::Yes
        | Input::Choice { .. }
        | Input::Choices { .. }
        | Input::Person
        | Input::People
        | Input::Unit
        | Input::Party
        | Input::Measure
        | Input::Files
        | Input::Seen
        | Input::NewId => Vec::new(),
    }
}

#[tokio::test]
async fn every_act_has_a_form_that_comes_back_with_everything_typed_in_words_of_the_reader() {
    let site = Site::on_sqlite().await;
    let number = site.enter("so", LETTER).await;
    let before = view(&site, "qmr", &number).await.map(|view| view.case.version);
    let mut came_back = 0;
    for kind in ActKind::ALL.iter().copied() {
        if matches!(kind, ActKind::Receive | ActKind::Lapse) {
            continue;
        }
        let typed: Vec<(String, String)> = fields(kind)
            .iter()
            .flat_map(|field| typed_into(field, ""))
            .collect();
        // An old page: whatever could be done is overtaken, so that every form comes back.
        let mut pairs: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        pairs.push(("seen", "0"));
        for (lang, code) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
            let place = format!("{} {code}", kind.key());
            let path = format!("/cases/{number}/acts/{}", kind.key());
            let page = site.post_in("qmr", &path, code, &pairs).await;
            assert!(
                [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT].contains(&page.status),
                "{place}: {} {}",
                page.status,
                page.text()
            );
            let form = page.form(&format!("form-{}", kind.key()));
            let form = form.unwrap_or_else(|| panic!("{place}: no form: {}", page.text()));
            for (name, value) in &typed {
                let value = value
                    .replace('&', "&amp;")
                    .replace('<', "&lt;")
                    .replace('>', "&gt;");
                assert!(
                    form.contains(&format!("name=\"{name}\"")),
                    "{place}: no field {name}"
                );
                assert!(form.contains(&value), "{place}: {name} is lost");
            }
            assert_no_raw_keys(&place, &page);
            assert_ids_differ(&place, &page);
            assert!(
                page.holds(texts(lang).label(&format!("act-{}", kind.key().replace('_', "-")))),
                "{place}"
            );
            came_back += 1;
        }
    }
    assert_eq!(came_back, 2 * (ActKind::ALL.len() - 2));
    let after = view(&site, "qmr", &number).await.map(|view| view.case.version);
    assert_eq!(after, before, "nothing was done by any of them");
}

#[tokio::test]
async fn a_handler_declares_at_the_top_of_the_page_and_then_sees_the_whole_case() {
    for site in sites("declare first").await {
        let kind = site.centre.kind;
        let said = [
            ("name", NAME),
            ("phone", "0987 123 123"),
            ("content", WORDS),
            ("subjects", "staff_conduct"),
        ];
        let number = site.enter("letan", &with(PHONE_CALL, &said)).await;
        let path = format!("/cases/{number}");
        let before = site.get("qmr", &path).await;
        assert_says_as_much(kind, &before, Some(Sight::Heading));
        assert!(before.says(texts(Lang::Vi).case_heading()), "{kind}");
        let form = before
            .body
            .find("id=\"form-declare_interest\"")
            .expect("the form");
        assert!(
            form < before.body.find("id=\"duties\"").unwrap(),
            "{kind}: at the top"
        );
        assert_eq!(
            before.body.matches("id=\"form-declare_interest\"").count(),
            1,
            "{kind}"
        );
        assert!(
            before.holds("act-assess"),
            "{kind}: what waits for whoever has no interest"
        );
        site.done("qmr", &number, "declare_interest", &[]).await;
        let after = site.get("qmr", &path).await;
        assert_says_as_much(kind, &after, Some(Sight::Full));
        assert!(!after.says(texts(Lang::Vi).case_heading()), "{kind}");
    }
}
