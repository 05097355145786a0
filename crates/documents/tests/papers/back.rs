//! A file that comes back from Word: what was typed there is read as it looks there, and what cannot be kept is named.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use documents::letter::Letter;
use documents::paper::{Paragraph, Run};
use documents::word::read::{Dropped, LARGEST, Refused, Taken, What, read};
use i18n::{Lang, texts};
use proptest::prelude::*;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::cases;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The letter as a file whose part of this name is written anew.
fn rewritten(docx: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if name == part {
            bytes = change(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        writer
            .start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The letter with this in its content control, in place of its text.
fn holding(content: &str) -> Vec<u8> {
    rewritten(&cases::reply().docx().unwrap(), "word/document.xml", |xml| {
        let (before, rest) = xml.split_once("<w:sdtContent>").unwrap();
        let (_, after) = rest.split_once("</w:sdtContent>").unwrap();
        let spaces = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
            xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" \
            xmlns:w16se=\"http://schemas.microsoft.com/office/word/2015/wordml/symex\" \
            xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
        format!(
            "{before}<w:sdtContent {spaces} xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:o\">{content}</w:sdtContent>{after}"
        )
    })
}

fn taken(content: &str) -> Taken {
    read(&holding(content)).unwrap_or_else(|refused| panic!("{content}: {refused:?}"))
}

/// What of this is named as lost, with the paragraph.
fn lost(content: &str) -> Vec<(What, usize)> {
    match read(&holding(content)) {
        Err(Refused::Lost(lost)) => lost.into_iter().map(|lost| (lost.what, lost.paragraph)).collect(),
        other => panic!("{content}: {other:?}"),
    }
}

fn p(inside: &str) -> String {
    format!("<w:p>{inside}</w:p>")
}

fn r(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

/// `<b …>` and `<i …>` around what is bold and italic.
fn said(taken: &Taken) -> Vec<String> {
    let shown = |run: &Run| match (run.bold, run.italic) {
        (false, false) => run.text.clone(),
        (true, false) => format!("<b {}>", run.text),
        (false, true) => format!("<i {}>", run.text),
        (true, true) => format!("<bi {}>", run.text),
    };
    let line = |paragraph: &Paragraph| paragraph.runs.iter().map(shown).collect();
    taken.paragraphs.iter().map(line).collect()
}

#[test]
fn a_letter_that_nobody_touched_comes_back_as_it_was() {
    for (case, letter) in cases::all() {
        let typed = Paragraph::typed(&letter.body);
        let taken = read(&letter.docx().unwrap()).unwrap_or_else(|refused| panic!("{case}: {refused:?}"));
        assert_eq!(taken.typed(&typed), typed, "{case}");
        assert!(taken.dropped.is_empty(), "{case}: {:?}", taken.dropped);
    }
}

fn paragraphs() -> impl Strategy<Value = Vec<Paragraph>> {
    let text = proptest::string::string_regex(r#"[a-zếđỗ0-9 *\\<&>"'().,:;“”–-]{0,9}"#).unwrap();
    let run =
        (text, any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic)| Run { text, bold, italic });
    let runs = proptest::collection::vec(run, 0..6).prop_map(|runs| Paragraph { runs });
    proptest::collection::vec(runs, 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn runs_survive_the_way_to_word_and_back(paragraphs in paragraphs()) {
        let body: Vec<Paragraph> = paragraphs.iter().map(Paragraph::normal).filter(|one| !one.runs.is_empty()).collect();
        prop_assume!(!body.is_empty());
        let typed = Paragraph::typed(&body);
        prop_assert_eq!(Paragraph::lines(&typed), body.clone(), "{}", typed);
        let letter = Letter { body: body.clone(), ..cases::reply() };
        let taken = read(&letter.docx().unwrap()).unwrap();
        prop_assert_eq!(taken.typed(&typed), typed);
        let last = body.len() - 1;
        prop_assert_eq!(&taken.paragraphs[..last], &body[..last]);
        // What was taken gives the same file again.
        let again = Letter { body: taken.paragraphs.clone(), ..letter };
        prop_assert_eq!(read(&again.docx().unwrap()).unwrap().paragraphs, taken.paragraphs);
    }

    #[test]
    fn no_bytes_make_the_reader_fall(at in 0usize..4000, with in proptest::collection::vec(any::<u8>(), 1..40)) {
        let mut docx = cases::reply().docx().unwrap();
        let at = at % docx.len();
        let end = (at + with.len()).min(docx.len());
        docx.splice(at..end, with);
        let _ = read(&docx);
    }

    #[test]
    fn no_markup_makes_the_reader_fall(cut in 0usize..60_000, paste in r#"(<w:(p|r|t|sdt|sdtContent|tbl|br)/?>|</w:(p|r|t)>|&[a-z]{1,3};|<!DOCTYPE a \[<!ENTITY b "c">\]>|[ -~]){1,6}"#) {
        let docx = rewritten(&cases::reply().docx().unwrap(), "word/document.xml", |mut xml| {
            let mut at = cut % xml.len();
            while !xml.is_char_boundary(at) { at -= 1; }
            xml.insert_str(at, &paste);
            xml
        });
        let _ = read(&docx);
    }
}

#[test]
fn what_word_writes_beside_the_words_is_passed_over() {
    let content = p(&format!(
        "<w:pPr><w:pStyle w:val=\"PaperBody\"/><w:keepNext/><w:rPr><w:lang w:val=\"vi-VN\"/></w:rPr></w:pPr>\
         <w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:proofErr w:type=\"spellStart\"/>\
         <w:r w:rsidRPr=\"00A1\"><w:rPr><w:lang w:val=\"vi-VN\"/></w:rPr><w:lastRenderedPageBreak/><w:t>Tru</w:t></w:r>\
         <w:r><w:softHyphen/><w:t>ng</w:t><w:tab/><w:t>tâm</w:t></w:r><w:proofErr w:type=\"spellEnd\"/>\
         <w:smartTag w:element=\"place\"><w:smartTagPr/><w:r><w:t xml:space=\"preserve\"> đã\u{ad} nhận </w:t></w:r></w:smartTag>\
         <w:bookmarkEnd w:id=\"0\"/>{}",
        r(
            "<w:sz w:val=\"28\"/><w:color w:val=\"auto\"/><w:rFonts w:ascii=\"Times New Roman\" w:hint=\"eastAsia\"/>",
            "&amp; tra&#777;"
        )
    ));
    let taken =
        taken(&(content + &p("") + "<w:customXml><w:p><w:r><w:t>Hai</w:t></w:r></w:p></w:customXml>"));
    assert_eq!(said(&taken), ["Trung tâm đã nhận & trả", "Hai"]);
    assert!(taken.dropped.is_empty(), "{:?}", taken.dropped);
}

#[test]
fn switches_of_styles_and_runs_add_up_as_word_shows_them() {
    let styles = format!(
        "<w:styles xmlns:w=\"{WORD}\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"/>\
         <w:style w:type=\"paragraph\" w:styleId=\"Strong\"><w:basedOn w:val=\"N\"/><w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Heir\"><w:basedOn w:val=\"Strong\"/></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"Off\"><w:basedOn w:val=\"Strong\"/><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style>\
         <w:style w:type=\"paragraph\" w:styleId=\"List\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"B\"><w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"I\"><w:rPr><w:i/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style></w:styles>"
    );
    let styled =
        |style: &str, inside: &str| p(&format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{inside}"));
    let content = [
        styled(
            "N",
            &(r("<w:b w:val=\"0\"/>", "không ")
                + &r("<w:b w:val=\"true\"/>", "có ")
                + &r("<w:b w:val=\"false\"/><w:i/>", "xiên")),
        ),
        styled(
            "Heir",
            &(r("", "đậm ")
                + &r("<w:rStyle w:val=\"B\"/>", "thường ")
                + &r("<w:rStyle w:val=\"B\"/><w:b/>", "đậm")),
        ),
        styled(
            "Off",
            &(r("", "thường ")
                + &r("<w:rStyle w:val=\"I\"/>", "xiên ")
                + &r("<w:rStyle w:val=\"Loop\"/>", "cuối")),
        ),
    ]
    .concat();
    let docx = rewritten(&holding(&content), "word/styles.xml", |_| styles.clone());
    let found = read(&docx).unwrap();
    assert_eq!(
        said(&found),
        [
            "không <b có> <i xiên>",
            "<b đậm> thường <b đậm>",
            "thường <i xiên> cuối"
        ]
    );
    let listed = rewritten(
        &holding(&styled("List", &r("", "Một"))),
        "word/styles.xml",
        |_| styles.clone(),
    );
    assert!(matches!(read(&listed), Err(Refused::Lost(lost)) if lost[0].what == What::Numbering));
}

#[test]
fn a_control_around_runs_alone_is_read_too() {
    let docx = rewritten(&cases::reply().docx().unwrap(), "word/document.xml", |xml| {
        let (before, rest) = xml.split_once("<w:sdt>").unwrap();
        let (_, after) = rest.split_once("</w:sdt>").unwrap();
        let run = r("<w:b/>", "Nội dung");
        format!(
            "{before}<w:p><w:sdt><w:sdtPr><w:tag w:val=\"phucdap-body\"/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>{after}"
        )
    });
    assert_eq!(said(&read(&docx).unwrap()), ["<b Nội dung>"]);
}

#[test]
fn a_line_break_begins_a_paragraph_and_looks_are_dropped_and_told() {
    let content = p(&format!(
        "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>Một</w:t><w:br/><w:t>Hai</w:t></w:r>{}",
        r(
            "<w:u w:val=\"single\"/><w:color w:val=\"FF0000\"/><w:sz w:val=\"32\"/><w:highlight w:val=\"yellow\"/>\
           <w:rFonts w:ascii=\"Arial\"/><w:shadow/>",
            " ba"
        )
    ));
    let taken = taken(&content);
    assert_eq!(said(&taken), ["Một", "Hai ba"]);
    use Dropped::*;
    let all = [
        Underline, Colour, Highlight, Size, Typeface, Effect, Alignment, LineBreak,
    ];
    assert_eq!(taken.dropped, BTreeSet::from(all));
    for lang in [Lang::Vi, Lang::En] {
        let words: BTreeSet<_> = all.iter().map(|one| one.say(texts(lang))).collect();
        assert_eq!(words.len(), all.len());
    }
}

#[test]
fn an_address_that_is_written_out_is_kept_and_a_hidden_one_is_refused() {
    let relation = "<Relationship Id=\"rIdA\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" \
        Target=\"mailto:a@songhong.example\" TargetMode=\"External\"/></Relationships>";
    let with = |words: &str| {
        let link = "<w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rIdA\">";
        let docx = holding(&p(&format!("{link}{}</w:hyperlink>", r("", words))));
        read(&rewritten(&docx, "word/_rels/document.xml.rels", |xml| {
            xml.replace("</Relationships>", relation)
        }))
    };
    assert_eq!(said(&with("a@songhong.example").unwrap()), ["a@songhong.example"]);
    assert!(matches!(with("thư điện tử"), Err(Refused::Lost(lost)) if lost[0].what == What::Link));
    assert_eq!(
        lost(&p(&format!(
            "<w:hyperlink w:anchor=\"x\">{}</w:hyperlink>",
            r("", "x")
        ))),
        [(What::Link, 1)]
    );
}

#[test]
fn what_cannot_be_kept_is_named_with_its_paragraph() {
    let word = |inside: &str| p(&format!("<w:r><w:t>Chữ</w:t>{inside}</w:r>"));
    let cases: Vec<(String, What)> = vec![
        (
            "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>".to_owned(),
            What::Table,
        ),
        (word("<w:drawing><a/></w:drawing>"), What::Picture),
        (
            word("<w:pict><v:shape><v:textbox/></v:shape></w:pict>"),
            What::TextBox,
        ),
        (word("<w:pict><v:shape/><o:OLEObject/></w:pict>"), What::Object),
        (word("<w:object><v:shape/></w:object>"), What::Object),
        (
            word(
                "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx/></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>",
            ),
            What::TextBox,
        ),
        (
            word(
                "<mc:AlternateContent><mc:Choice Requires=\"w16se\"><w16se:symEx/></mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>",
            ),
            What::Symbol,
        ),
        (
            p("<w:ins w:id=\"1\"><w:r><w:t>thêm</w:t></w:r></w:ins>"),
            What::TrackedChange,
        ),
        (
            p("<w:del w:id=\"1\"><w:r><w:delText>bớt</w:delText></w:r></w:del>"),
            What::TrackedChange,
        ),
        (p("<w:moveFromRangeStart w:id=\"1\"/>"), What::TrackedChange),
        (p("<w:moveTo w:id=\"1\"/>"), What::TrackedChange),
        (
            p("<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"),
            What::TrackedChange,
        ),
        (
            p(&r("<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>", "x")),
            What::TrackedChange,
        ),
        (word("<w:footnoteReference w:id=\"2\"/>"), What::Note),
        (word("<w:endnoteReference w:id=\"2\"/>"), What::Note),
        (
            p(
                "<w:commentRangeStart w:id=\"1\"/><w:r><w:t>x</w:t></w:r><w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r>",
            ),
            What::Comment,
        ),
        (word("<w:fldChar w:fldCharType=\"begin\"/>"), What::Field),
        (
            p("<w:fldSimple w:instr=\"DATE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"),
            What::Field,
        ),
        (p("<m:oMath><m:r/></m:oMath>"), What::Equation),
        (
            "<w:sdt><w:sdtPr><w:tag w:val=\"khac\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
                .to_owned(),
            What::Control,
        ),
        (
            p("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"),
            What::Control,
        ),
        (word("<w:br w:type=\"page\"/>"), What::PageBreak),
        (word("<w:br w:type=\"column\"/>"), What::PageBreak),
        (p("<w:pPr><w:sectPr/></w:pPr>"), What::SectionBreak),
        (
            p(&format!(
                "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}",
                r("", "Một")
            )),
            What::Numbering,
        ),
        (
            word("<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>"),
            What::Symbol,
        ),
        (p(&r("<w:strike/>", "bỏ")), What::Strike),
        (
            p(&r("<w:vertAlign w:val=\"superscript\"/>", "2")),
            What::RaisedOrLowered,
        ),
        (p(&r("<w:caps/>", "hoa")), What::Capitals),
        (p(&r("<w:vanish/>", "ẩn")), What::Hidden),
        (p(&r("", "漢")), What::Character('漢')),
        (
            p(&r("<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>", "J")),
            What::Symbol,
        ),
        (
            p(&r("<w:rFonts w:ascii=\".VnTime\"/>", "Tr©n träng")),
            What::OldFace(".VnTime".to_owned()),
        ),
        (
            p("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Một</w:t><w:br/></w:r>"),
            What::Numbering,
        ),
        (word("<w:ruby/>"), What::Other("ruby".to_owned())),
    ];
    for (content, what) in cases {
        let content = p(&r("", "Đoạn đầu.")) + &content;
        assert_eq!(lost(&content), [(what, 2)], "{content}");
        let Err(refused) = read(&holding(&content)) else {
            panic!("{content}")
        };
        let Refused::Lost(lost) = &refused else {
            panic!("{content}")
        };
        for lang in [Lang::Vi, Lang::En] {
            let t = texts(lang);
            assert!(
                !refused.say(t).is_empty() && lost[0].say(t).contains('2'),
                "{}",
                lost[0].say(t)
            );
        }
    }
    // Numbering that a paragraph takes off, and capitals that are written as such, are nothing to refuse.
    taken(&p(&format!(
        "<w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>{}",
        r("<w:caps/>", "HOA")
    )));
}

#[test]
fn what_is_lost_is_found_by_the_first_words_beside_it() {
    let content = p(&format!(
        "{}<w:r><w:drawing/></w:r>",
        r("", "Sau khi xem xét hồ sơ đánh giá và trao đổi với trưởng đoàn")
    ));
    let Err(Refused::Lost(lost)) = read(&holding(&content)) else {
        panic!()
    };
    assert_eq!(
        lost[0].say(texts(Lang::Vi)),
        "Đoạn 1 (“Sau khi xem xét hồ sơ đánh giá và trao…”): hình ảnh, hình vẽ."
    );
}

#[test]
fn a_file_that_is_no_docx_of_ours_is_named_for_what_it_is() {
    assert_eq!(read(b""), Err(Refused::NotWord));
    assert_eq!(read(b"%PDF-1.7"), Err(Refused::Pdf));
    let compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    assert_eq!(read(compound), Err(Refused::OldWord));
    let encrypted: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(
        read(&[compound.as_slice(), &encrypted].concat()),
        Err(Refused::Encrypted)
    );
    assert_eq!(read(b"PK\x03\x04"), Err(Refused::Broken));
    assert_eq!(read(&vec![0; LARGEST + 1]), Err(Refused::TooLarge));
    let mut empty = ZipWriter::new(Cursor::new(Vec::new()));
    empty
        .start_file("mimetype", SimpleFileOptions::default())
        .unwrap();
    assert_eq!(read(&empty.finish().unwrap().into_inner()), Err(Refused::NotWord));

    let docx = cases::reply().docx().unwrap();
    let document = |change: &dyn Fn(String) -> String| read(&rewritten(&docx, "word/document.xml", change));
    assert_eq!(
        document(&|xml| xml.replace("phucdap-body", "khac")),
        Err(Refused::NoControl)
    );
    let twice = document(&|xml| {
        let (_, control) = xml.split_once("<w:sdt>").unwrap();
        let control = control.split_once("</w:sdt>").unwrap().0.to_owned();
        xml.replacen("<w:sdt>", &format!("<w:sdt>{control}</w:sdt><w:sdt>"), 1)
    });
    assert_eq!(twice, Err(Refused::TwoControls));
    assert_eq!(read(&holding(&p(""))), Err(Refused::Empty));
    let entity = document(&|xml| {
        xml.replacen(
            "<w:document",
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hosts\">]><w:document",
            1,
        )
    });
    assert_eq!(entity, Err(Refused::Broken));
    assert_eq!(read(&holding(&p(&r("", "&la;")))), Err(Refused::Broken));
    assert_eq!(
        document(&|xml| format!("{}{}", &xml[..xml.len() - 20], "")),
        Err(Refused::Broken)
    );
    let deep = p(&("<w:smartTag>".repeat(5_000) + &"</w:smartTag>".repeat(5_000)));
    assert_eq!(read(&holding(&deep)), Err(Refused::Broken));
    assert_eq!(
        read(&holding(&p(&r("", &"x".repeat(200_001))))),
        Err(Refused::TooLong)
    );
    // Twenty megabytes of spaces pack to a few kilobytes.
    assert_eq!(
        read(&holding(&p(&r("", &" ".repeat(20 << 20))))),
        Err(Refused::Broken)
    );
}

/// LibreOffice 7.4 puts the control around the first paragraph alone and loses its tag: refused, and not read in part.
#[test]
fn a_control_that_another_program_tore_from_its_text_is_refused() {
    let saved = include_bytes!("fixtures/libreoffice.docx");
    assert_eq!(read(saved), Err(Refused::NoControl));
    let tagged = rewritten(saved, "word/document.xml", |xml| {
        xml.replacen("<w:sdtPr>", "<w:sdtPr><w:tag w:val=\"phucdap-body\"/>", 1)
    });
    assert_eq!(read(&tagged), Err(Refused::Torn));
}

/// Written by python-docx over a letter of ours: two paragraphs changed, one added behind the last, one word in bold.
#[test]
fn a_file_saved_by_another_program_is_read() {
    let taken = read(include_bytes!("fixtures/python-docx.docx")).unwrap();
    assert_eq!(
        said(&taken),
        [
            "Trung tâm đã nhận được khiếu nại của Quý công ty.",
            "Khiếu nại là <b có cơ sở>, <i một phần>.",
            "Trân trọng cảm ơn Quý công ty./."
        ]
    );
    assert!(taken.dropped.is_empty(), "{:?}", taken.dropped);
    assert_eq!(
        taken.typed("Trân trọng."),
        "Trung tâm đã nhận được khiếu nại của Quý công ty.\nKhiếu nại là **có cơ sở**, *một phần*.\nTrân trọng cảm ơn Quý công ty."
    );
}
