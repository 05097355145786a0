//! Every class that a page uses is known to a style sheet: a misspelt or trimmed one is found here and not by a reader.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Classes that only mark an element for a script or a test.
const WITHOUT_STYLE: &[&str] = &[];

#[test]
fn every_class_in_the_sources_is_in_a_style_sheet() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let known = known_classes(root);
    let mut missing = Vec::new();
    let drawn = root.join("../plots/src/scene.rs");
    for file in rust_files(&root.join("src")).into_iter().chain([drawn]) {
        let text = fs::read_to_string(&file).expect("a source file is text");
        for class in used_classes(&text) {
            if !known.contains(&class) && !WITHOUT_STYLE.contains(&class.as_str()) {
                missing.push(format!(
                    "{}: {class}",
                    file.strip_prefix(root).unwrap_or(&file).display()
                ));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "no style sheet knows these classes (add them to assets/app.css, or to the families of \
        assets/trim.mjs and run it):\n{}",
        missing.join("\n")
    );
}

#[test]
fn classes_are_found_however_they_are_written() {
    let text = r#"
        div class="a b-c" {}
        div class={ "d " (tone.class()) (if wrong { " e-wrong" } else { "" }) } {}
        td class=[column.number.then_some("f")] {}
        @let (class, sign) = match place { Now => ("road-g", Icon::Open) };
        fn class(self) -> &'static str { match self { Look::Primary => "btn btn-h" } }
    "#;
    let found = used_classes(text).into_iter().collect::<Vec<_>>();
    assert_eq!(found, ["a", "b-c", "btn", "btn-h", "d", "e-wrong", "f"]);
}

fn known_classes(root: &Path) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for sheet in ["tabler.css", "app.css"] {
        let css = fs::read_to_string(root.join("assets").join(sheet)).expect("a style sheet is text");
        for part in css.split('.').skip(1) {
            let end = part
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'))
                .unwrap_or(part.len());
            known.insert(part[..end].to_owned());
        }
    }
    known
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry of it").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// The words of the literals in `class=…` of maud and in the bodies of functions named `class`.
fn used_classes(text: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, _) in text.match_indices("class=") {
        let value = &text[at + "class=".len()..];
        let own = match value.chars().next() {
            Some('"') => &value[..1 + value[1..].find('"').expect("a literal ends") + 1],
            Some('{') => closed(value, '{', '}'),
            Some('[') => closed(value, '[', ']'),
            Some('(') => closed(value, '(', ')'),
            _ => continue,
        };
        literals(own, &mut used);
    }
    for (at, _) in text.match_indices("fn class(") {
        let body = &text[at..];
        let start = body.find('{').expect("a function has a body");
        literals(closed(&body[start..], '{', '}'), &mut used);
    }
    used
}

fn closed(text: &str, open: char, close: char) -> &str {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return &text[..=at];
            }
        }
    }
    text
}

fn literals(text: &str, used: &mut BTreeSet<String>) {
    for literal in text.split('"').skip(1).step_by(2) {
        used.extend(literal.split_whitespace().map(str::to_owned));
    }
}
