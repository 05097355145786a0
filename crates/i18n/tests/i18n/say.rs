//! Everything the procedure knows can be said, in both languages.

mod acts;
mod days;
mod fields;
mod history;
mod samples;
mod vocabulary;

use std::collections::BTreeSet;

use ::procedure::Rule;
use ::procedure::case::refusal::{Problem, Refusal, Why};
use ::procedure::vocabulary::Role;
use i18n::{Lang, Texts, say, texts};

#[test]
fn every_refusal_is_a_sentence_of_its_own() {
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for why in Why::all() {
            let said = say::refusal(lang, &Refusal { rule: Rule::S4, why });
            let key = format!("refusal-{}", why.key().replace('_', "-"));
            assert_eq!(texts(lang).get(&key), Some(said));
            assert!(
                said.ends_with('.') && said.chars().count() > 20,
                "{why:?}: {said}"
            );
            assert!(seen.insert(said), "{lang:?}: two refusals say '{said}'");
        }
    }
}

#[test]
fn every_problem_of_a_field_is_a_sentence_of_its_own() {
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for problem in Problem::all() {
            let said = say::problem(lang, &problem).into_owned();
            let key = format!("problem-{}", problem.key().replace('_', "-"));
            assert_eq!(texts(lang).get(&key), Some(said.as_str()));
            assert!(said.ends_with('.'), "{problem:?}: {said}");
            assert!(seen.insert(said.clone()), "{lang:?}: two problems say '{said}'");
        }
        let taken = say::problem(lang, &Problem::NoVacancy(Some(Role::Director)));
        assert!(taken.contains(texts(lang).role_director()), "{taken}");
    }
}

#[test]
fn the_unit_that_certifies_is_never_spelled_out() {
    for lang in Lang::ALL {
        for key in Texts::keys() {
            let said = texts(lang).label(key);
            assert!(
                !said.to_lowercase().contains("công nghệ thông tin"),
                "{lang:?} {key}: {said}"
            );
        }
    }
}
