//! What every Rust source keeps: names, first sentence, told time, SQL and words in their one place.

use std::collections::HashSet;

use anyhow::{Context, Result};

use super::Problem;
use super::source::Views;
use super::tree::Tree;

const LONG: usize = 500;
/// Programs for developers: they stand beside the product.
const TOOLS: [&str; 3] = ["xtask", "prove", "bench"];
const VAGUE_NAMES: [&str; 4] = ["mod", "utils", "helpers", "common"];

/// The mark of the single line in `app` that makes ids.
const MARK: &str = "// tidy: ids are made here";
const ALLOWED_LETTERS: &str = "xtask/tidy/vietnamese-letters.txt";

const CLOCKS: [&str; 4] = ["Timestamp::now(", "Zoned::now(", "SystemTime::now(", "Utc::now("];
const IDS: [&str; 4] = ["Uuid::now_v7(", "Uuid::new_v4(", "Uuid::new_v7(", "Uuid::now_v6("];
const IMPURE: [&str; 9] = [
    "std::fs",
    "std::io",
    "std::env",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "async fn",
    "tokio",
];
const SQL: [&str; 6] = [
    "insert into ",
    "delete from ",
    "create table ",
    "alter table ",
    "drop table ",
    "select ",
];

/// One source, with what the checks need to know about where it lies.
struct Source<'a> {
    file: &'a str,
    text: &'a str,
    home: &'a str,
    views: Views,
}

pub fn check(tree: &Tree) -> Result<Vec<Problem>> {
    let sources = tree.rust()?;
    let test_files = test_files(&sources);
    let allowed = allowed_letters(tree)?;
    let mut problems = Vec::new();
    for (file, text) in &sources {
        let home = home(file);
        let is_test = home == "testkit" || in_test_place(file) || test_files.contains(*file);
        let views = Views::of(text).without_tests();
        let source = Source {
            file,
            text,
            home,
            views,
        };
        problems.extend(names(&source));
        if !source.text.starts_with("//!") {
            problems.push(Problem::at(
                file,
                1,
                "begins with a `//!` sentence that says what it is for",
            ));
        }
        if !is_test {
            problems.extend(told(&source));
            problems.extend(pure(&source));
            problems.extend(sql(&source));
            problems.extend(words(&source, &allowed));
        }
    }
    problems.extend(marks(&sources));
    problems.extend(stale_allowances(tree, &allowed));
    Ok(problems)
}

/// Files that are due to be divided: reported, not refused.
pub fn long_files(tree: &Tree) -> Result<Vec<String>> {
    let sources = tree.rust()?;
    let lengths = sources.iter().map(|(file, text)| (file, text.lines().count()));
    Ok(lengths
        .filter(|&(_, lines)| lines > LONG)
        .map(|(file, lines)| format!("{file}: {lines} lines, divide it"))
        .collect())
}

/// `crates/store/src/db.rs` is at home in `store`, everything else in its first folder.
fn home(file: &str) -> &str {
    let inside = file.strip_prefix("crates/").unwrap_or(file);
    inside.split('/').next().unwrap_or(inside)
}

fn in_test_place(file: &str) -> bool {
    let (folders, name) = file.rsplit_once('/').unwrap_or(("", file));
    let stem = name.strip_suffix(".rs").unwrap_or(name);
    folders
        .split('/')
        .any(|folder| matches!(folder, "tests" | "testdata" | "benches" | "examples"))
        || stem == "tests"
        || stem.ends_with("_tests")
}

/// The files behind `#[cfg(test)] mod stories;`, and what lies in their folders.
fn test_files(sources: &[(&str, String)]) -> HashSet<String> {
    let mut found = HashSet::new();
    for (file, text) in sources {
        let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
        let stem = name.strip_suffix(".rs").unwrap_or(name);
        let inside = if matches!(stem, "lib" | "main" | "build") {
            folder.to_owned()
        } else {
            format!("{folder}/{stem}")
        };
        for module in Views::of(text).test_modules() {
            let (one, many) = (format!("{inside}/{module}.rs"), format!("{inside}/{module}/"));
            let of_module = sources
                .iter()
                .filter(|(other, _)| *other == one || other.starts_with(&many));
            found.extend(of_module.map(|(other, _)| (*other).to_owned()));
        }
    }
    found
}

fn names(source: &Source) -> Vec<Problem> {
    let path = source.file.strip_suffix(".rs").unwrap_or(source.file);
    let vague = path.split('/').filter(|part| VAGUE_NAMES.contains(part));
    vague
        .map(|part| {
            Problem::in_file(
                source.file,
                format!("`{part}` says nothing: name it by what it is for"),
            )
        })
        .collect()
}

/// Time, chance, settings and failure: each in its place.
fn told(source: &Source) -> Vec<Problem> {
    let is_edge = source.home == "server" || TOOLS.contains(&source.home);
    let is_build_script = source.file.ends_with("/build.rs") || source.file.contains("/build/");
    let mut problems = Vec::new();
    let mut previous = "";
    for ((number, code), text) in (1..).zip(source.views.code.lines()).zip(source.text.lines()) {
        let mut say = |says: String| problems.push(Problem::at(source.file, number, says));
        let found = |names: &[&'static str]| names.iter().copied().find(|name| code.contains(name));
        if let Some(name) = found(&CLOCKS).filter(|_| !is_edge) {
            say(format!(
                "`{name}…)`: time is told, only server and testkit read a clock"
            ));
        }
        let is_marked = source.home == "app" && (text.contains(MARK) || previous.trim() == MARK);
        if let Some(name) = found(&IDS).filter(|_| !is_edge && !is_marked) {
            say(format!(
                "`{name}…)`: ids are told, only server, testkit and the marked line of app make them"
            ));
        }
        if !is_edge && !is_build_script && (code.contains("env::var") || code.contains("env::args")) {
            say("the environment: only server reads configuration".to_owned());
        }
        if code.contains(".unwrap()") {
            say("`.unwrap()`: say why it cannot happen with `.expect(\"…\")`".to_owned());
        }
        previous = text;
    }
    problems
}

fn pure(source: &Source) -> Vec<Problem> {
    let lines = (1..)
        .zip(source.views.code.lines())
        .filter(|_| source.home == "procedure");
    let found = lines
        .filter_map(|(number, code)| Some((number, IMPURE.into_iter().find(|name| code.contains(name))?)));
    found
        .map(|(number, name)| {
            Problem::at(
                source.file,
                number,
                format!("`{name}` in procedure, which is pure"),
            )
        })
        .collect()
}

fn sql(source: &Source) -> Vec<Problem> {
    if source.home == "store" || TOOLS.contains(&source.home) {
        return Vec::new();
    }
    let lines = (1..).zip(source.views.literals.lines());
    let found = lines.filter_map(|(number, literal)| {
        let literal = literal.to_lowercase();
        let word = SQL
            .into_iter()
            .find(|word| literal.trim_start().starts_with(word))?;
        (word != "select " || literal.contains(" from ")).then_some(number)
    });
    found
        .map(|number| Problem::at(source.file, number, "SQL outside store"))
        .collect()
}

/// Letters that no other language has betray words for people; those live in the messages of i18n.
fn words(source: &Source, allowed: &[String]) -> Vec<Problem> {
    let is_demo = source.file.contains("/demo/") || source.file.ends_with("/demo.rs");
    if source.home == "i18n" || is_demo || allowed.iter().any(|file| file == source.file) {
        return Vec::new();
    }
    let lines = (1..).zip(source.views.literals.lines());
    let found = lines.filter(|(_, literal)| literal.chars().any(is_vietnamese_letter));
    let says =
        format!("Vietnamese words outside i18n (a letter as such may be allowed in {ALLOWED_LETTERS})");
    found
        .map(|(number, _)| Problem::at(source.file, number, says.clone()))
        .collect()
}

fn is_vietnamese_letter(c: char) -> bool {
    matches!(
        c,
        'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | '\u{1EA0}'..='\u{1EF9}'
    )
}

/// Lines `path  reason`; `#` begins a remark.
fn allowed_letters(tree: &Tree) -> Result<Vec<String>> {
    if !tree.files.iter().any(|file| file == ALLOWED_LETTERS) {
        return Ok(Vec::new());
    }
    let list = tree
        .text(ALLOWED_LETTERS)?
        .context("the list of allowed letters is text")?;
    let lines = list
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect())
}

fn stale_allowances(tree: &Tree, allowed: &[String]) -> Vec<Problem> {
    let gone = allowed.iter().filter(|file| !tree.files.contains(file));
    gone.map(|file| Problem::in_file(ALLOWED_LETTERS, format!("{file} is not there any more")))
        .collect()
}

fn marks(sources: &[(&str, String)]) -> Vec<Problem> {
    let marked = sources
        .iter()
        .filter(|(file, text)| home(file) == "app" && text.contains(MARK));
    let too_many = marked.skip(1);
    too_many
        .map(|(file, _)| Problem::in_file(file, "ids are made in one place of app; this is a second"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
        refused(
            "crates/web/src/desk.rs",
            "fn f() { jiff::Timestamp::now(); }",
            "crates/web/src/desk.rs:2: `Timestamp::now(",
        );
        accepted("crates/server/src/clock.rs", "fn f() { jiff::Timestamp::now(); }");
        accepted(
            "crates/testkit/src/clock.rs",
            "fn f() { jiff::Timestamp::now(); }",
        );
        accepted(
            "crates/web/src/desk.rs",
            "// Timestamp::now() is not for us\nfn f() { g(\"Timestamp::now()\") }",
        );
    }

    #[test]
    fn ids_are_made_in_the_marked_place_of_app_and_only_there() {
        refused(
            "crates/app/src/ids.rs",
            "fn f() { Uuid::now_v7(); }",
            "ids are told",
        );
        accepted(
            "crates/app/src/ids.rs",
            &format!("fn f() {{\n    {MARK}\n    Uuid::now_v7();\n}}"),
        );
        refused(
            "crates/web/src/ids.rs",
            &format!("fn f() {{\n    {MARK}\n    Uuid::now_v7();\n}}"),
            "ids are told",
        );
        let text = format!("//! x\n{MARK}\nfn f() {{ Uuid::now_v7(); }}");
        let twice = Tree::with(&[("crates/app/src/a.rs", &text), ("crates/app/src/b.rs", &text)]);
        assert_eq!(check(&twice).unwrap().len(), 1);
    }

    #[test]
    fn only_the_server_reads_the_environment() {
        refused(
            "crates/app/src/settings.rs",
            "fn f() { std::env::var(\"X\"); }",
            "only server",
        );
        accepted("crates/i18n/build.rs", "fn f() { std::env::var(\"OUT_DIR\"); }");
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
        assert_eq!(
            problems
                .iter()
                .map(|problem| problem.file.as_str())
                .collect::<Vec<_>>(),
            ["crates/app/src/stories.rs"]
        );
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
        refused(
            "crates/web/src/x.rs",
            "const TITLE: &str = \"Việc của tôi\";",
            "outside i18n",
        );
        accepted(
            "crates/web/src/x.rs",
            "// Sổ: the register.\nconst TITLE: &str = \"résumé\";",
        );
        accepted("crates/i18n/src/x.rs", "const TITLE: &str = \"Việc của tôi\";");
        accepted(
            "crates/server/src/demo/script.rs",
            "const TITLE: &str = \"Việc của tôi\";",
        );
        let text = "//! x\nconst D: char = 'đ';";
        let allowed = [
            ("crates/store/src/fold.rs", text),
            (
                ALLOWED_LETTERS,
                "# why\ncrates/store/src/fold.rs  the letter itself",
            ),
        ];
        assert!(check(&Tree::with(&allowed)).unwrap().is_empty());
        assert_eq!(check(&Tree::with(&allowed[..1])).unwrap().len(), 1);
        assert_eq!(
            check(&Tree::with(&allowed[1..])).unwrap().len(),
            1,
            "an allowance for nothing"
        );
    }

    #[test]
    fn files_have_a_first_sentence_and_a_name_with_meaning() {
        let bare = Tree::with(&[("crates/app/src/x.rs", "fn f() {}")]);
        assert_eq!(check(&bare).unwrap()[0].line, 1);
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
}
