//! The style guide shows every component once, so what holds for it holds for the pages made of them.

use axum::body::{Body, to_bytes};
use axum::http::Request;
use axum::http::header::COOKIE;
use tower::ServiceExt;

async fn page(path: &str, lang: &str) -> String {
    let request = Request::get(path)
        .header(COOKIE, format!("phucdap_lang={lang}"))
        .body(Body::empty())
        .expect("a valid address");
    let answer = web::style::router::<()>()
        .oneshot(request)
        .await
        .expect("nothing can fail");
    let body = to_bytes(answer.into_body(), usize::MAX)
        .await
        .expect("bytes in memory");
    String::from_utf8(body.to_vec()).expect("a page is text")
}

async fn every_page() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for path in ["/style", "/style/sign-in"] {
        for lang in ["vi", "en"] {
            pages.push((format!("{path} {lang}"), page(path, lang).await));
        }
    }
    pages
}

/// The values of an attribute, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let before = format!(" {attribute}=\"");
    page.split(&before)
        .skip(1)
        .map(|rest| &rest[..rest.find('"').expect("a value ends")])
        .collect()
}

#[tokio::test]
async fn a_page_says_its_language_and_has_one_heading_of_the_first_rank() {
    for (name, page) in every_page().await {
        let lang = name.split(' ').next_back().expect("named above");
        assert_eq!(values(&page, "lang").first(), Some(&lang), "{name}");
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        assert_eq!(page.matches("<main").count(), 1, "{name}");
    }
}

#[tokio::test]
async fn nothing_in_a_page_needs_inline_style_or_script() {
    for (name, page) in every_page().await {
        assert_eq!(values(&page, "style"), Vec::<&str>::new(), "{name}");
        assert!(!page.contains("<style"), "{name}");
        for script in page.split("<script").skip(1) {
            let (head, rest) = script.split_once('>').expect("a tag ends");
            assert!(
                head.contains("src=\"/assets/") && rest.starts_with("</script>"),
                "{name}: {head}"
            );
        }
        for attribute in page.split(" on").skip(1) {
            let name_ends = attribute.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(0);
            assert!(
                !attribute[name_ends..].starts_with("=\""),
                "{name}: on{attribute}"
            );
        }
    }
}

#[tokio::test]
async fn labels_hints_and_errors_are_bound_to_their_fields() {
    for (name, page) in every_page().await {
        let ids = values(&page, "id");
        for (index, id) in ids.iter().enumerate() {
            assert!(!ids[..index].contains(id), "{name}: two elements are called {id}");
        }
        let mut named = values(&page, "for");
        named.extend(
            values(&page, "aria-describedby")
                .iter()
                .flat_map(|names| names.split(' ')),
        );
        named.extend(
            values(&page, "href")
                .iter()
                .filter_map(|href| href.strip_prefix('#')),
        );
        assert!(named.len() > 2, "{name}");
        for id in named {
            assert!(ids.contains(&id), "{name}: nothing is called {id}");
        }
        for control in ["<input", "<select", "<textarea"] {
            for tag in page
                .split(control)
                .skip(1)
                .map(|rest| &rest[..rest.find('>').expect("a tag ends")])
            {
                if values(tag, "type") == ["hidden"] {
                    continue;
                }
                let id = values(tag, "id")[0];
                assert!(
                    page.contains(&format!("for=\"{id}\"")),
                    "{name}: {id} has no label"
                );
            }
        }
    }
}

#[tokio::test]
async fn what_was_typed_stays_and_what_is_wrong_is_said_at_the_field_and_above() {
    let page = page("/style", "vi").await;
    let form = page
        .split("<form id=\"wrong\"")
        .nth(1)
        .expect("the style guide has such a form");
    let form = &form[..form.find("</form>").expect("a form ends")];
    assert!(form.contains("value=\"31/02/2026\""), "{form}");
    assert!(form.contains("<a href=\"#wrong-until\">"), "{form}");
    let field = form.split("id=\"wrong-until\"").nth(1).expect("the field");
    let field = &field[..field.find('>').expect("a tag ends")];
    assert!(
        field.contains("aria-describedby=\"wrong-until-hint wrong-until-error\""),
        "{field}"
    );
    assert!(field.contains("aria-invalid=\"true\""), "{field}");
}

#[tokio::test]
async fn the_page_of_one_language_has_no_words_of_the_other() {
    let english = page("/style", "en").await;
    for word in ["Tiếp nhận", "bắt buộc", "Đăng xuất", "ngày"] {
        assert!(!english.contains(word), "{word}");
    }
    let vietnamese = page("/style", "vi").await;
    for word in ["Intake", "(optional)", "Sign out", "days left"] {
        assert!(!vietnamese.contains(word), "{word}");
    }
}
