//! Sample papers are written into a folder, in every format and language.

use crate::program::run;

#[test]
fn every_paper_is_written_in_each_format_and_language() {
    let folder = testkit::temp_dir();
    let out = folder.path().join("papers");
    let said = run(&["--lang", "en", "papers", "sample", "--out", out.to_str().unwrap()]).well();
    let mut names: Vec<String> = std::fs::read_dir(&out)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(
        said.starts_with(&format!("Wrote {} files", names.len())),
        "{said}"
    );
    for wanted in [
        "letter-reply.vi.pdf",
        "letter-reply-draft.en.docx",
        "form-extension-decision.vi.docx",
        "report-year.vi.pdf",
        "report-year-empty.en.pdf",
    ] {
        assert!(
            names.iter().any(|name| name == wanted),
            "{wanted} not in {names:?}"
        );
    }
}
