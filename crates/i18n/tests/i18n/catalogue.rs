//! What is wrong with the message files is said plainly, and nothing is wrong with ours.

#[allow(dead_code, reason = "the build script uses all of it")]
#[path = "../../build/catalogue.rs"]
mod read;

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::{Expect, expect};
use read::{Kind, read};

#[test]
fn the_two_languages_say_the_same() {
    let ours = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("locales"));
    assert!(ours.problems.is_empty(), "{}", ours.problems.join("\n"));
    assert!(ours.messages.len() > 100);
}

#[test]
fn a_message_missing_in_one_language_is_named() {
    check(
        [("a.ftl", "save = Lưu\nopen = Mở")],
        [("a.ftl", "save = Save\nclose = Close")],
        expect![[r#"
            'close' of en/a.ftl is missing in Vietnamese
            'open' of vi/a.ftl is missing in English"#]],
    );
}

#[test]
fn a_variable_forgotten_by_one_language_is_named() {
    check(
        [("a.ftl", "greeting = Chào { $name }")],
        [("a.ftl", "greeting = Hello { $nmae }")],
        expect![[r#"
            'greeting' uses $name in Vietnamese but not in English
            'greeting' uses $nmae in English but not in Vietnamese"#]],
    );
}

#[test]
fn a_key_written_twice_or_in_another_file_is_named() {
    check(
        [("a.ftl", "save = Lưu"), ("b.ftl", "save = Ghi\nopen = Mở")],
        [("a.ftl", "save = Save\nopen = Open"), ("b.ftl", "")],
        expect![[r#"
            vi: 'save' stands in a.ftl and again in b.ftl
            'open' stands in vi/b.ftl but in en/a.ftl"#]],
    );
}

#[test]
fn a_broken_line_is_shown_with_its_number() {
    check(
        [("a.ftl", "save = Lưu\n\nopen Mở")],
        [("a.ftl", "save = Save\n\nopen = Open")],
        expect![[r#"
            vi/a.ftl:3: Expected a token starting with "="
            'open' of en/a.ftl is missing in Vietnamese"#]],
    );
}

#[test]
fn what_cannot_become_a_function_is_refused() {
    check(
        [(
            "a.ftl",
            "match = Khớp\ndate = Ngày\nwhen = Lúc { $in }\nlink = { nowhere }\nself-made = { self-made }",
        )],
        [(
            "a.ftl",
            "match = Match\ndate = Date\nwhen = At { $in }\nlink = Link\nself-made = Home-made",
        )],
        expect![[r#"
            'date' is a word of Rust or a function of Texts: choose another key
            vi/a.ftl: 'link': refers to 'nowhere', which does not exist
            'match' is a word of Rust or a function of Texts: choose another key
            vi/a.ftl: 'self-made': refers to itself
            'when' uses $in, a word of Rust: choose another name"#]],
    );
}

#[test]
fn the_kind_of_a_variable_follows_from_its_use_in_either_language() {
    let folder = written(
        [(
            "a.ftl",
            "m = { $who }: { $cases } việc, { $year }, { $how ->\n [letter] thư\n *[voice] lời\n }",
        )],
        [(
            "a.ftl",
            "m = { $how ->\n [letter] L\n *[voice] V\n } { $year } { $who } { $cases ->\n [one] one\n *[other] many\n }",
        )],
    );
    let catalogue = read(&folder);
    fs::remove_dir_all(&folder).expect("the test made it");
    assert_eq!(catalogue.problems, Vec::<String>::new());
    let kinds: Vec<(&str, Kind)> = catalogue.messages[0]
        .variables
        .iter()
        .map(|variable| (variable.name.as_str(), variable.kind))
        .collect();
    let wanted = [
        ("who", Kind::Shown),
        ("cases", Kind::Counted),
        ("year", Kind::Shown),
        ("how", Kind::Word),
    ];
    assert_eq!(kinds, wanted);
}

fn check<const V: usize, const E: usize>(vi: [(&str, &str); V], en: [(&str, &str); E], wanted: Expect) {
    let folder = written(vi, en);
    let found = read(&folder).problems.join("\n");
    fs::remove_dir_all(&folder).expect("the test made it");
    wanted.assert_eq(&found);
}

fn written<const V: usize, const E: usize>(vi: [(&str, &str); V], en: [(&str, &str); E]) -> PathBuf {
    let thread = format!("{:?}", std::thread::current().id());
    let name = format!(
        "messages-{}-{}",
        std::process::id(),
        thread.replace(['(', ')'], "")
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    for (lang, files) in [("vi", &vi[..]), ("en", &en[..])] {
        fs::create_dir_all(folder.join(lang)).expect("the folder for tests is writable");
        for (file, text) in files {
            fs::write(folder.join(lang).join(file), text).expect("the folder for tests is writable");
        }
    }
    folder
}
