//! The sentences of the procedure stand in the messages as they were written.

use std::fs;
use std::path::Path;

use ::procedure::Rule;
use i18n::{Lang, texts};

#[test]
fn every_rule_has_its_title_sentence_and_source() {
    for lang in Lang::ALL {
        let t = texts(lang);
        for &rule in Rule::ALL {
            for said in [t.rule_title(rule), t.rule_sentence(rule), t.rule_source(rule)] {
                assert_ne!(said, rule.name(), "{lang:?}");
            }
            assert_eq!(
                t.rule_explained(rule).is_some(),
                is_sentence(rule),
                "{lang:?} {rule:?}"
            );
        }
    }
}

/// `B…` are sentences of the written procedure, `S…` the duties that its standard adds.
fn is_sentence(rule: Rule) -> bool {
    rule.name().starts_with('B')
}

#[test]
fn the_written_procedure_is_quoted_word_for_word_and_completely() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/quy-trinh.txt");
    let Ok(written) = fs::read_to_string(&file) else {
        println!("skipped: the text of the procedure is not beside the project");
        return;
    };
    let mut rest = written.replace(['#', '*', '\n'], " ").to_lowercase();
    let t = texts(Lang::Vi);
    let headings =
        ["procedure-title", "procedure-step-1", "procedure-step-2"].map(|key| t.label(key).to_owned());
    let sentences = Rule::ALL
        .iter()
        .filter(|rule| is_sentence(**rule))
        .map(|rule| t.rule_sentence(*rule).to_owned());
    for quoted in headings.into_iter().chain(sentences) {
        let quoted = quoted.to_lowercase();
        assert!(rest.contains(&quoted), "the procedure does not say: {quoted}");
        rest = rest.replacen(&quoted, " ", 1);
    }
    let left: String = rest.chars().filter(|c| c.is_alphanumeric()).collect();
    assert_eq!(left, "", "sentences of the procedure that no rule quotes");
}
