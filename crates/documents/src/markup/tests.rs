//! Marks of weight and slope: what counts as one, what stays a star, and that writing and reading are each other's way back.

use proptest::prelude::*;

use super::*;

fn said(line: &str) -> String {
    let runs = read(line).runs;
    let named = |run: &Run| match stars(run) {
        0 => run.text.clone(),
        ITALIC => format!("<i {}>", run.text),
        BOLD => format!("<b {}>", run.text),
        _ => format!("<bi {}>", run.text),
    };
    runs.iter().map(named).collect()
}

#[test]
fn stars_around_words_are_weight_and_slope() {
    assert_eq!(said("**Nội dung:** đã *rất* rõ"), "<b Nội dung:> đã <i rất> rõ");
    assert_eq!(
        said("***cả hai***; **đậm *cả hai***"),
        "<bi cả hai>; <b đậm ><bi cả hai>"
    );
    assert_eq!(said("(**“trích”**)"), "(<b “trích”>)");
    assert_eq!(said(r"kh**\iế**\u"), "kh<b iế>u");
    assert_eq!(said(r"**a***\b*"), "<b a><i b>");
}

#[test]
fn a_star_that_marks_nothing_stays() {
    for line in [
        "*",
        "a * b * c",
        "* gạch đầu dòng",
        "Giá (*) gồm thuế (*).",
        "giá* và phí*",
        "*giá và *phí",
        "Cáp 3*2,5+1*1,5 mm²",
        "D*R*C",
        "****",
        "**chưa đóng",
        "**a*",
        r"C:\tệp\*x",
        r"\\máy\thư mục",
        "*****",
        "**",
    ] {
        let kept = line.replace("\\*", "*");
        assert_eq!(read(line).runs, [Run::plain(kept)], "{line}");
    }
}

#[test]
fn a_line_of_nothing_but_opening_stars_is_read_in_time() {
    let line = "*a ".repeat(6_000);
    assert_eq!(read(&line).runs.len(), 1);
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    let text = proptest::string::string_regex(r"[ab1 *\\().,:“”ếđ/]{1,6}").expect("a valid pattern");
    let run =
        (text, any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic)| Run { text, bold, italic });
    proptest::collection::vec(run, 1..8)
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(runs in runs()) {
        let paragraph = Paragraph { runs }.normal();
        let line = write(&paragraph);
        prop_assert_eq!(read(&line), paragraph, "{}", line);
    }

    #[test]
    fn any_line_is_read_and_keeps_its_letters(line in r"[a *\\]{0,24}") {
        let letters = |text: &str| text.chars().filter(|c| *c == 'a').count();
        let read: String = read(&line).runs.iter().map(|run| run.text.as_str()).collect();
        prop_assert_eq!(letters(&read), letters(&line));
    }
}
