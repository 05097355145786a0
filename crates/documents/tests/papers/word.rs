//! The file for Word: its parts, its styles, the tag around its text; and, where LibreOffice is, its pages.

use std::io::{Cursor, Read};
use std::process::Command;

use documents::letter::Letter;
use i18n::{Lang, texts};

use crate::layout::{Press, Sheet, check};
use crate::{cases, poppler};

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_text_stands_in_a_content_control_under_our_tag() {
    let docx = cases::reply().docx().unwrap();
    let document = part(&docx, "word/document.xml");
    let (_, control) = document.split_once("<w:tag w:val=\"phucdap-body\" />").unwrap();
    let (control, after) = control.split_once("</w:sdtContent>").unwrap();
    assert!(control.contains("Trung tâm thành thật xin lỗi") && control.contains("./."));
    assert!(!control.contains("Kính gửi") && !after.contains("Trung tâm thành thật xin lỗi"));
    assert_eq!(document.matches("<w:sdt>").count(), 1);
}

#[test]
fn styles_have_names_and_the_typeface_is_times_new_roman() {
    let docx = cases::reply().docx().unwrap();
    let styles = part(&docx, "word/styles.xml");
    let name = texts(Lang::Vi).papers_style_body();
    assert!(styles.contains(&format!("<w:name w:val=\"{name}\" />")));
    assert!(styles.contains("w:ascii=\"Times New Roman\""));
    let document = part(&docx, "word/document.xml");
    assert!(document.contains("<w:pStyle w:val=\"PaperBody\" />"));
    assert!(document.contains("<w:titlePg />"));
    assert!(document.contains("w:w=\"11906\" w:h=\"16838\""));
}

#[test]
fn only_later_pages_carry_a_page_number() {
    let docx = cases::reply().docx().unwrap();
    let with_field = (1..=2)
        .filter(|n| part(&docx, &format!("word/header{n}.xml")).contains("PAGE"))
        .count();
    assert_eq!(with_field, 1);
}

#[test]
fn what_looks_like_markup_stays_text() {
    let letter = Letter {
        subject: "<w:p> & \"thử\" ]]>".to_owned(),
        ..cases::reply()
    };
    let docx = letter.docx().unwrap();
    for name in ["word/document.xml", "docProps/core.xml"] {
        assert!(part(&docx, name).contains("&lt;w:p&gt; &amp; "), "{name}");
    }
    let author = format!("<dc:creator>{}</dc:creator>", letter.house.name);
    assert!(part(&docx, "docProps/core.xml").contains(&author));
}

#[test]
fn libreoffice_draws_the_same_page() {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("skipped: LibreOffice is not installed (soffice): the Word files were not drawn");
        return;
    }
    if !poppler::is_there() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let letters = cases::all();
    let forms = cases::forms();
    let drawn = letters
        .iter()
        .map(|(case, letter)| (*case, Sheet::from(letter), letter.docx()));
    let forms = forms
        .iter()
        .map(|(case, form)| (case.as_str(), Sheet::from(form), form.docx()));
    let papers: Vec<_> = drawn.chain(forms).collect();
    let path = |place: usize, ending: &str| folder.path().join(format!("{place}.{ending}"));
    for (place, (.., docx)) in papers.iter().enumerate() {
        std::fs::write(path(place, "docx"), docx.as_ref().unwrap()).unwrap();
    }
    let files = (0..papers.len()).map(|place| path(place, "docx"));
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let drawn = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .args(files)
        .output()
        .unwrap();
    assert!(
        drawn.status.success(),
        "{}",
        String::from_utf8_lossy(&drawn.stderr)
    );
    let press = Press {
        families: ["LiberationSerif", "TimesNewRoman"],
        near: 2.5,
    };
    for (place, (case, sheet, _)) in papers.iter().enumerate() {
        let pdf = poppler::read_file(&path(place, "pdf"));
        check(&format!("DOCX, {case}"), sheet, &pdf, press);
    }
}
