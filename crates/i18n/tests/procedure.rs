//! The sentences of the procedure stand in the messages as they were written.

use std::fs;
use std::path::Path;

use i18n::{Lang, texts};

const SENTENCES: [&str; 10] = [
    "b1-1", "b1-2", "b2-1", "b2-2", "b2-3", "b2-4", "b2-5", "b2-6", "b2-7", "b2-8",
];
const DUTIES: [&str; 14] = [
    "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s11", "s12", "s13", "s14",
];

#[test]
fn every_rule_has_its_title_sentence_and_source() {
    for lang in Lang::ALL {
        for rule in SENTENCES.into_iter().chain(DUTIES) {
            for part in ["title", "sentence", "source"] {
                let key = format!("rule-{rule}-{part}");
                assert!(texts(lang).get(&key).is_some(), "{lang:?} {key}");
            }
        }
        for rule in SENTENCES {
            let key = format!("rule-{rule}-explained");
            assert!(texts(lang).get(&key).is_some(), "{lang:?} {key}");
        }
    }
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
    let sentences = SENTENCES.map(|rule| t.label(&format!("rule-{rule}-sentence")).to_owned());
    for quoted in headings.into_iter().chain(sentences) {
        let quoted = quoted.to_lowercase();
        assert!(rest.contains(&quoted), "the procedure does not say: {quoted}");
        rest = rest.replacen(&quoted, " ", 1);
    }
    let left: String = rest.chars().filter(|c| c.is_alphanumeric()).collect();
    assert_eq!(left, "", "sentences of the procedure that no rule quotes");
}
