//! Each check of the sources: what it refuses, and what it leaves alone.

use super::placed::ALLOWED_LETTERS;
use super::{LONG, Problem, Tree, check, long_files};

fn said(file: &str, text: &str) -> Vec<String> {
    let text = format!("//! What it is for.\n{text}");
    check(&Tree::with(&[(file, &text)]))
        .unwrap()
        .iter()
        .map(Problem::to_string)
        .collect()
}

#[track_caller]
fn refused(file: &str, text: &str, because: &str) {
    let said = said(file, text);
    assert!(said.len() == 1 && said[0].contains(because), "{said:?}");
}

#[track_caller]
fn accepted(file: &str, text: &str) {
    assert_eq!(said(file, text), Vec::<String>::new());
}

#[test]
fn a_clock_is_read_only_at_the_edge() {
    let reads = "fn f() { jiff::Timestamp::now(); }";
    refused(
        "crates/web/src/desk.rs",
        reads,
        "crates/web/src/desk.rs:2: `Timestamp::now(",
    );
    accepted("crates/server/src/clock.rs", reads);
    accepted("crates/testkit/src/clock.rs", reads);
    accepted(
        "crates/web/src/desk.rs",
        "// Timestamp::now() is not for us\nfn f() { g(\"Timestamp::now()\") }",
    );
}

#[test]
fn ids_are_made_in_one_place_of_app() {
    let makes = "fn f() { Uuid::now_v7(); }";
    refused("crates/web/src/ids.rs", makes, "ids are told");
    accepted("crates/app/src/ids.rs", makes);
    accepted("crates/server/src/ids.rs", makes);
    let makes = format!("//! x\n{makes}");
    let twice = Tree::with(&[("crates/app/src/a.rs", &makes), ("crates/app/src/b.rs", &makes)]);
    assert_eq!(check(&twice).unwrap().len(), 2);
}

#[test]
fn only_the_server_reads_the_environment() {
    refused(
        "crates/app/src/settings.rs",
        "fn f() { std::env::var(\"X\"); }",
        "only server",
    );
    accepted("crates/i18n/build.rs", "fn f() { std::env::var(\"OUT_DIR\"); }");
    accepted("crates/web/examples/look.rs", "fn f() { std::env::args(); }");
}

#[test]
fn unwrap_is_for_tests() {
    refused("crates/app/src/x.rs", "fn f() { g().unwrap(); }", ".expect");
    accepted(
        "crates/app/src/x.rs",
        "#[cfg(test)]\nmod tests { fn f() { g().unwrap(); } }",
    );
    accepted("crates/app/tests/x.rs", "fn f() { g().unwrap(); }");
}

#[test]
fn a_module_that_only_tests_compile_is_a_test() {
    let files = [
        ("crates/app/src/door.rs", "//! x\n#[cfg(test)]\nmod stories;"),
        (
            "crates/app/src/door/stories.rs",
            "//! x\nfn f() { g().unwrap(); }",
        ),
        (
            "crates/app/src/door/stories/one.rs",
            "//! x\nfn f() { g().unwrap(); }",
        ),
        ("crates/app/src/stories.rs", "//! x\nfn f() { g().unwrap(); }"),
    ];
    let problems = check(&Tree::with(&files)).unwrap();
    let found: Vec<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(found, ["crates/app/src/stories.rs"]);
}

#[test]
fn procedure_is_pure() {
    refused("crates/procedure/src/x.rs", "use std::fs;", "pure");
    accepted("crates/store/src/x.rs", "use std::fs;");
}

#[test]
fn sql_lives_in_store() {
    refused(
        "crates/app/src/x.rs",
        "const Q: &str = \"SELECT a FROM b\";",
        "SQL outside store",
    );
    refused(
        "crates/app/src/x.rs",
        "const Q: &str = \"\n  insert into b values ($1)\";",
        "SQL outside store",
    );
    accepted("crates/store/src/x.rs", "const Q: &str = \"SELECT a FROM b\";");
    accepted(
        "crates/web/src/x.rs",
        "const CLASS: &str = \"select form-select\";",
    );
}

#[test]
fn vietnamese_words_live_in_i18n() {
    let title = "const TITLE: &str = \"Việc của tôi\";";
    refused("crates/web/src/x.rs", title, "outside i18n");
    accepted(
        "crates/web/src/x.rs",
        "// Sổ: the register.\nconst TITLE: &str = \"résumé\";",
    );
    accepted("crates/i18n/src/x.rs", title);
    accepted("crates/server/src/demo/script.rs", title);
}

#[test]
fn letters_as_such_may_be_allowed_file_by_file() {
    let files = [
        ("crates/store/src/fold.rs", "//! x\nconst D: char = 'đ';"),
        (
            ALLOWED_LETTERS,
            "# why\ncrates/store/src/fold.rs  the letter itself",
        ),
    ];
    assert!(check(&Tree::with(&files)).unwrap().is_empty());
    assert_eq!(check(&Tree::with(&files[..1])).unwrap().len(), 1);
    assert_eq!(
        check(&Tree::with(&files[1..])).unwrap().len(),
        1,
        "an allowance for nothing"
    );
}

#[test]
fn files_have_a_first_sentence_and_a_name_with_meaning() {
    for text in ["fn f() {}", "//!\nfn f() {}"] {
        assert_eq!(
            check(&Tree::with(&[("crates/app/src/x.rs", text)])).unwrap()[0].line,
            1
        );
    }
    refused("crates/app/src/utils.rs", "", "`utils` says nothing");
    refused("crates/app/src/door/mod.rs", "", "`mod` says nothing");
}

#[test]
fn long_files_are_reported() {
    let long = "//! x\n".repeat(LONG + 1);
    let tree = Tree::with(&[("crates/app/src/x.rs", &long), ("crates/app/src/y.rs", "//! y")]);
    assert_eq!(
        long_files(&tree).unwrap(),
        ["crates/app/src/x.rs: 501 lines, divide it"]
    );
}
