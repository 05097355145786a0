//! The letter that comes back from Word: what it would change is shown before anything is stored, and what cannot be taken
//! loses nothing that was typed.

use std::io::{Cursor, Read, Write};

use axum::http::StatusCode;
use documents::word::read::LARGEST;
use i18n::{Lang, texts};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::acts::begun;
use crate::case::ASSESSED;
use crate::site::{Answer, File, Site, sites, with};

const BODY: &str = "Trung tâm xin trả lời.\nTrân trọng.";

/// A case whose letter is drafted, and the letter as a file.
async fn drafted(site: &Site) -> (String, Vec<u8>) {
    let number = begun(site).await;
    let told = [("words", "Đã nhận đơn."), ("way", "post")];
    site.done("so", &number, "acknowledge", &told).await;
    site.done("qmr", &number, "assess", &with(ASSESSED, &[("ours", "not_ours")]))
        .await;
    let signer = site.id("giamdoc");
    site.done("qmr", &number, "draft_letter", &draft(&signer, BODY))
        .await;
    let file = site
        .get("qmr", &format!("/cases/{number}/letters/1/letter.docx"))
        .await;
    assert_eq!(file.status, StatusCode::OK);
    (number, file.bytes)
}

fn draft<'a>(signer: &'a str, body: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("addressee", "Bà Nguyễn Thị Lan"),
        ("subject_line", "trả lời đơn"),
        ("body", body),
        ("signer", signer),
    ]
}

/// The file with this in its frame.
fn edited(docx: &[u8], content: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip archive");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("bytes in memory");
        if name == "word/document.xml" {
            let xml = String::from_utf8(bytes).expect("text");
            let (before, rest) = xml.split_once("<w:sdtContent>").expect("our frame");
            let (_, after) = rest.split_once("</w:sdtContent>").expect("its end");
            bytes = format!("{before}<w:sdtContent>{content}</w:sdtContent>{after}").into_bytes();
        }
        writer
            .start_file(name.as_str(), SimpleFileOptions::default())
            .expect("memory takes it");
        writer.write_all(&bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn r(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

async fn bring(site: &Site, who: &str, number: &str, pairs: &[(&str, &str)], bytes: &[u8]) -> Answer {
    let file = File {
        field: "file",
        name: "cong-van.docx",
        bytes,
    };
    site.post_files(who, &format!("/cases/{number}/letters/word"), pairs, &[file])
        .await
}

/// What the field of the draft's form holds.
fn body_of(page: &Answer) -> String {
    let form = page.form("form-draft_letter").expect("the form of the draft");
    let (_, area) = form.split_once("name=\"body\"").expect("its body");
    let (_, area) = area.split_once('>').expect("an element");
    area.split("</textarea>")
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

async fn stored(site: &Site, number: &str) -> String {
    body_of(&site.get("qmr", &format!("/cases/{number}")).await)
}

#[tokio::test]
async fn a_letter_from_word_is_compared_first_and_becomes_the_draft_with_one_click_more() {
    for site in sites("word").await {
        let kind = site.centre.kind;
        let t = texts(Lang::Vi);
        let (number, docx) = drafted(&site).await;
        for path in [format!("/cases/{number}"), format!("/cases/{number}/letters/1")] {
            let page = site.get("qmr", &path).await;
            assert!(
                page.holds(&format!("/cases/{number}/letters/word")),
                "{kind} {path}"
            );
            assert!(page.says(t.papers_back_title()), "{kind} {path}");
        }
        // Untouched, it changes nothing.
        let page = bring(&site, "qmr", &number, &[], &docx).await;
        assert_eq!(page.status, StatusCode::OK, "{kind}: {}", page.text());
        assert!(page.says(t.difference_none()), "{kind}: {}", page.text());
        // With words changed, it shows them and stores nothing.
        let content = p(&(r("", "Trung tâm ") + &r("<w:b/>", "xin trân trọng") + &r("", " trả lời.")))
            + &p(&(r("<w:u w:val=\"single\"/>", "Kính chào")
                + "<w:r><w:br/></w:r>"
                + &r("", "Trân trọng./.")));
        let word = edited(&docx, &content);
        let page = bring(&site, "qmr", &number, &[], &word).await;
        assert_eq!(page.status, StatusCode::OK, "{kind}: {}", page.text());
        assert!(page.holds("<ins>") && page.holds("id=\"difference\""), "{kind}");
        for dropped in [t.papers_dropped_underline(), t.papers_dropped_line_break()] {
            assert!(page.says(dropped), "{kind}: {dropped}");
        }
        let body = body_of(&page);
        assert_eq!(
            body, "Trung tâm **xin trân trọng** trả lời.\nKính chào\nTrân trọng.",
            "{kind}"
        );
        assert_eq!(stored(&site, &number).await, BODY, "{kind}");
        // One click more.
        let signer = site.id("giamdoc");
        let seen = page.value_of("seen").to_owned();
        let form = with(&draft(&signer, &body), &[("seen", &seen), ("then", "keep")]);
        site.done("qmr", &number, "draft_letter", &form).await;
        assert_eq!(stored(&site, &number).await, body, "{kind}");
        let sheet = site.get("qmr", &format!("/cases/{number}/letters/1")).await;
        assert!(sheet.holds("<strong>xin trân trọng</strong>"), "{kind}");
    }
}

#[tokio::test]
async fn what_was_typed_into_the_form_goes_with_the_file_and_comes_back() {
    let site = Site::on_sqlite().await;
    let (number, docx) = drafted(&site).await;
    let signer = site.id("phogiamdoc");
    let typed = with(
        &draft(&signer, "Đang gõ dở."),
        &[("addressee", "Ông Trần Văn Bình")],
    );
    let page = bring(&site, "qmr", &number, &typed, &docx).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let form = page.form("form-draft_letter").expect("the form of the draft");
    assert!(form.contains("Ông Trần Văn Bình"), "{form}");
    assert_eq!(body_of(&page), BODY);
    // What would be replaced without ever having been saved is shown too.
    let unsaved = page.body.split_once("id=\"unsaved\"").expect("what was typed").1;
    assert!(unsaved.contains("Đang gõ dở"), "{}", page.text());
    // Somebody drafted meanwhile: the page says so.
    let late = with(&typed, &[("seen", "1")]);
    assert!(
        bring(&site, "qmr", &number, &late, &docx)
            .await
            .says(texts(Lang::Vi).case_overtaken())
    );
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_is_refused_by_name_and_nothing_is_lost() {
    let site = Site::on_sqlite().await;
    let t = texts(Lang::Vi);
    let (number, docx) = drafted(&site).await;
    let signer = site.id("giamdoc");
    let typed = draft(&signer, "Đang gõ dở.");
    let holding = |content: &str| edited(&docx, &(p(&r("", "Đoạn đầu.")) + content));
    let refused: Vec<(Vec<u8>, Vec<&str>)> = vec![
        (Vec::new(), vec![t.papers_back_missing()]),
        (b"%PDF-1.7".to_vec(), vec![t.papers_back_pdf()]),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
            vec![t.papers_back_old_word()],
        ),
        (b"PK\x03\x04 cut off".to_vec(), vec![t.papers_back_broken()]),
        (b"plain words".to_vec(), vec![t.papers_back_not_word()]),
        (vec![0; LARGEST + 1], vec![t.papers_back_too_large()]),
        (edited(&docx, ""), vec![t.papers_back_empty()]),
        (
            holding("<w:tbl/>"),
            vec![t.papers_back_lost(), t.papers_back_table(), "2"],
        ),
        (
            holding(&p(
                "<w:ins w:id=\"1\"><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:drawing/></w:r>",
            )),
            vec![t.papers_back_tracked(), t.papers_back_picture()],
        ),
        (
            holding(&p(&r("", &"x".repeat(20_001)))),
            vec![t.get("problem-too-long").expect("a word for it")],
        ),
    ];
    for (bytes, why) in refused {
        let page = bring(&site, "qmr", &number, &typed, &bytes).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{why:?}");
        for words in why {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert_eq!(body_of(&page), "Đang gõ dở.");
        assert!(
            page.holds("type=\"file\""),
            "the file can be chosen again at once"
        );
    }
    assert_eq!(stored(&site, &number).await, BODY);
}

#[tokio::test]
async fn only_whoever_may_draft_now_brings_a_file_and_only_from_our_page() {
    let site = Site::on_sqlite().await;
    let (number, docx) = drafted(&site).await;
    let path = format!("/cases/{number}/letters/word");
    // A case that is none of theirs, and one that they see but do not write for.
    assert_eq!(
        bring(&site, "chuyenvien", &number, &[], &docx).await.status,
        StatusCode::NOT_FOUND
    );
    let page = bring(&site, "vanthu", &number, &[], &docx).await;
    assert!(
        matches!(page.status, StatusCode::CONFLICT | StatusCode::NOT_FOUND),
        "{}",
        page.status
    );
    assert!(
        !site
            .get("vanthu", &format!("/cases/{number}/letters/1"))
            .await
            .holds(&path)
    );
    let forged = bring(&site, "qmr", &number, &[("csrf", "forged")], &docx).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    // Submitted, it is the signer's; what was typed stands there still.
    let signer = site.id("giamdoc");
    let form = with(&draft(&signer, BODY), &[("then", "submit")]);
    site.done("qmr", &number, "draft_letter", &form).await;
    let typed = draft(&signer, "Đang gõ dở.");
    let page = bring(&site, "qmr", &number, &typed, &docx).await;
    assert_eq!(page.status, StatusCode::CONFLICT, "{}", page.text());
    assert_eq!(body_of(&page), "Đang gõ dở.");
    assert!(
        !site
            .get("qmr", &format!("/cases/{number}/letters/1"))
            .await
            .holds(&path)
    );
    // No letter, nothing to bring back.
    let other = begun(&site).await;
    assert_eq!(
        bring(&site, "qmr", &other, &[], &docx).await.status,
        StatusCode::NOT_FOUND
    );
}
