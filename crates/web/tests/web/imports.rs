//! An old register through the pages, as somebody without scripts does it: every step a form, every answer a page.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

use axum::http::StatusCode;

use crate::site::{Answer, File, Site, assert_no_raw_keys, sites};

/// In TCVN 5712, as files of the nineties are.
const TCVN: &[u8] = b"Ng\xb5y nh\xcbn;B\xaan khi\xd5u n\xb9i;H\xd7nh th\xf8c;N\xe9i dung\r\n\
    21/03/2019;C\xabng ty \xa7\xad\xeang S\xbet;C\xabng v\xa8n;Ch\xcbm tr\xb6 l\xeai\r\n\
    05/02/2019;\xa4ng B\xad\xebi;B\xe5 c\xa9u;Th\xb8i \xae\xe9 ph\xf4c v\xf4\r\n";

async fn brought(site: &Site, bytes: &[u8]) -> String {
    let file = File {
        field: "file",
        name: "so-2019.csv",
        bytes,
    };
    let answer = site.post_files("so", "/imports", &[], &[file]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.location().to_owned()
}

async fn worked(site: &Site) {
    let now = site.centre.now();
    site.centre.app.work_on_imports(&move || now).await.unwrap();
}

/// What a form would send: each of its fields as it stands.
fn fields(page: &Answer) -> Vec<(String, String)> {
    let form = page.form("columns").expect("the form of the columns");
    let mut pairs = Vec::new();
    let between = |text: &str, from: &str| -> Option<String> {
        let rest = &text[text.find(from)? + from.len()..];
        Some(
            rest[..rest.find('"')?]
                .replace("&quot;", "\"")
                .replace("&amp;", "&"),
        )
    };
    for tag in form.split("<input").skip(1) {
        let tag = &tag[..tag.find('>').unwrap()];
        if let Some(name) = between(tag, "name=\"") {
            pairs.push((name, between(tag, " value=\"").unwrap_or_default()));
        }
    }
    for tag in form.split("<select").skip(1) {
        let tag = &tag[..tag.find("</select>").unwrap()];
        let chosen = tag
            .split("<option")
            .find(|option| option[..option.find('>').unwrap()].contains(" selected"));
        let value = chosen
            .and_then(|option| between(option, "value=\""))
            .unwrap_or_default();
        pairs.push((between(tag, "name=\"").unwrap(), value));
    }
    pairs.retain(|(name, _)| name != "csrf" && name != "key");
    pairs
}

async fn send(site: &Site, to: &str, pairs: &[(String, String)], other: &[(&str, &str)]) -> Answer {
    let mut all: Vec<(&str, &str)> = pairs
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| other.iter().all(|(changed, _)| changed != name))
        .collect();
    all.extend(other);
    site.post("so", &format!("{to}/columns"), &all).await
}

#[tokio::test]
async fn a_register_in_old_letters_is_named_tried_entered_and_undone_step_by_step() {
    for site in sites("imports").await {
        let kind = site.centre.kind;
        let at = brought(&site, TCVN).await;
        let page = site.get("so", &at).await;
        assert!(
            page.says("TCVN3") && page.says("Công ty Đường Sắt"),
            "{kind}: {}",
            page.text()
        );
        for lang in ["vi", "en"] {
            assert_no_raw_keys(&at, &site.get_in("so", &at, lang).await);
            assert_no_raw_keys("/imports", &site.get_in("so", "/imports", lang).await);
        }
        let form = fields(&page);
        let told = |name: &str| {
            form.iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.as_str())
        };
        assert_eq!(
            (told("role.0"), told("role.3")),
            (Some("received"), Some("summary")),
            "{form:?}"
        );
        assert_eq!(told("said.channel.0"), Some("Bồ câu"));

        // A choice that cannot stand loses nothing of what was said.
        let twice = send(
            &site,
            &at,
            &form,
            &[("role.1", "received"), ("word.channel.0", "fax"), ("do", "check")],
        )
        .await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(twice.says("chỉ chọn được cho một cột"), "{}", twice.text());
        let kept = fields(&twice);
        assert!(
            kept.contains(&("word.channel.0".to_owned(), "fax".to_owned())),
            "{kept:?}"
        );

        let sent = send(&site, &at, &form, &[("word.channel.0", "fax"), ("do", "check")]).await;
        assert_eq!(
            (sent.status, sent.location()),
            (StatusCode::SEE_OTHER, at.as_str())
        );
        assert!(site.get("so", &at).await.says("Đang đọc thử"));
        worked(&site).await;
        let page = site.get("so", &at).await;
        assert!(
            page.says("Đọc được 2 vụ việc") && page.says("Fax"),
            "{kind}: {}",
            page.text()
        );
        for lang in ["vi", "en"] {
            assert_no_raw_keys(&at, &site.get_in("so", &at, lang).await);
        }
        let file = site.get("so", &format!("{at}/problems.csv")).await;
        assert!(
            file.header("content-type").starts_with("text/csv") && file.says("TCVN3"),
            "{}",
            file.body
        );

        // Twice the same button, and a page that was left open: it happens once.
        for _ in 0..2 {
            let entered = site.post("so", &format!("{at}/enter"), &[]).await;
            assert_eq!(entered.status, StatusCode::SEE_OTHER);
        }
        worked(&site).await;
        let page = site.get("so", &at).await;
        assert!(
            page.says("Đã đưa vào Sổ 2 vụ việc") && page.says("từ số 1 đến số 2"),
            "{kind}: {}",
            page.text()
        );
        assert!(site.get("qmr", "/cases/2019-0001").await.says("Ông Bưởi"));
        let again = File {
            field: "file",
            name: "lai.csv",
            bytes: TCVN,
        };
        let again = site.post_files("so", "/imports", &[], &[again]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.says("đã ở trong Sổ"), "{}", again.text());

        let undone = site.post("quantri", &format!("{at}/undo"), &[]).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER);
        worked(&site).await;
        let page = site.get("so", &at).await;
        assert!(
            page.says("Đã hoàn tác") && page.says("Quản Trị"),
            "{kind}: {}",
            page.text()
        );
        assert_eq!(
            site.get("qmr", "/cases/2019-0001").await.status,
            StatusCode::NOT_FOUND
        );
        for lang in ["vi", "en"] {
            assert_no_raw_keys("/imports", &site.get_in("so", "/imports", lang).await);
        }
    }
}

#[tokio::test]
async fn a_draft_whose_file_is_gone_says_so_and_can_be_dropped() {
    for site in sites("imports gone").await {
        let kind = site.centre.kind;
        let at = brought(&site, TCVN).await;
        let page = site.get("so", &at).await;
        let pairs = fields(&page);
        // As the sweep of the second night leaves it.
        let files = site.centre.test().directory().join("files");
        for directory in std::fs::read_dir(files).unwrap() {
            for file in std::fs::read_dir(directory.unwrap().path()).unwrap() {
                std::fs::remove_file(file.unwrap().path()).unwrap();
            }
        }
        let page = site.get("so", &at).await;
        assert_eq!(page.status, StatusCode::GONE, "{kind}");
        assert!(page.says("Tệp đã bị xoá sau hai ngày"), "{kind}: {}", page.text());
        assert_no_raw_keys(kind, &page);
        let late = send(&site, &at, &pairs, &[("do", "check")]).await;
        assert_eq!(late.location(), at, "{kind}");
        let dropped = site.post("so", &format!("{at}/drop"), &[]).await;
        assert_eq!(dropped.location(), "/imports", "{kind}");
    }
}

#[tokio::test]
async fn another_encoding_or_row_of_headings_opens_the_file_anew() {
    let site = Site::on_sqlite().await;
    let at = brought(
        &site,
        "Sổ năm 2019;;\nNgày nhận;Nội dung;x\n21/03/2019;Chậm;y\n".as_bytes(),
    )
    .await;
    let form = fields(&site.get("so", &at).await);
    let sent = send(&site, &at, &form, &[("encoding", "windows-1252")]).await;
    assert_eq!(sent.location(), at);
    let page = site.get("so", &at).await;
    assert!(page.says("Ná»™i dung"), "{}", page.text());
    let back = send(
        &site,
        &at,
        &fields(&page),
        &[("encoding", ""), ("header_row", "1")],
    )
    .await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    let page = site.get("so", &at).await;
    assert!(page.says("[B]"), "{}", page.text());

    let html = brought(&site, b"<html><table></table>").await;
    let page = site.get("so", &html).await;
    assert!(
        page.says("trang web hoặc XML") && page.says("Mở lại"),
        "{}",
        page.text()
    );
    let dropped = site.post("so", &format!("{html}/drop"), &[]).await;
    assert_eq!(dropped.location(), "/imports");
    let empty = File {
        field: "file",
        name: "trong.csv",
        bytes: b"",
    };
    let empty = site.post_files("so", "/imports", &[], &[empty]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn errors_stand_with_their_rows_and_keep_the_file_out() {
    let site = Site::on_sqlite().await;
    let mut text = String::from("Ngày nhận,Nội dung\n21/03/2019,=cmd()\n");
    for row in 0..60 {
        text.push_str(&format!("hôm kia,Dòng {row}\n"));
    }
    let at = brought(&site, text.as_bytes()).await;
    let form = fields(&site.get("so", &at).await);
    send(&site, &at, &form, &[("role.0", "received"), ("do", "check")]).await;
    worked(&site).await;
    let page = site.get("so", &at).await;
    assert!(
        page.says("Có 60 lỗi") && page.says("dòng 3, cột Ngày nhận"),
        "{}",
        page.text()
    );
    assert!(!page.body.contains("/enter\"") && page.body.contains("?from=50#problems"));
    assert!(site.get("so", &format!("{at}?from=50")).await.says("dòng 62"));
    let entered = site.post("so", &format!("{at}/enter"), &[]).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    worked(&site).await;
    assert_eq!(
        site.get("qmr", "/cases/2019-0001").await.status,
        StatusCode::NOT_FOUND
    );
    let again = site.post("so", &format!("{at}/again"), &[]).await;
    assert_eq!(again.location(), at);
    assert!(site.get("so", &at).await.form("columns").is_some());
}

#[tokio::test]
async fn whoever_may_not_sees_neither_the_pages_nor_the_way_to_them() {
    let site = Site::on_sqlite().await;
    let at = brought(&site, TCVN).await;
    for (who, may) in [("so", true), ("quantri", true), ("qmr", false), ("letan", false)] {
        let wanted = if may {
            StatusCode::OK
        } else {
            StatusCode::FORBIDDEN
        };
        for path in ["/imports", at.as_str()] {
            assert_eq!(site.get(who, path).await.status, wanted, "{who} {path}");
        }
        assert_eq!(
            site.get(who, "/register")
                .await
                .body
                .contains("href=\"/imports\""),
            may,
            "{who}"
        );
    }
    let file = File {
        field: "file",
        name: "a.csv",
        bytes: TCVN,
    };
    let denied = site.post_files("qmr", "/imports", &[], &[file]).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    for step in ["enter", "undo", "drop", "again"] {
        let denied = site.post("qmr", &format!("{at}/{step}"), &[]).await;
        assert_eq!(denied.status, StatusCode::FORBIDDEN, "{step}");
    }
}
