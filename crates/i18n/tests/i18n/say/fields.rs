//! What acts ask for has labels, and no label is left over.

use std::collections::{BTreeMap, BTreeSet};

use ::procedure::case::ActKind;
use ::procedure::case::fields::{Field, Input, fields};
use ::procedure::corrective_action::ActionActKind;
use ::procedure::year_book::YearActKind;
use i18n::say;
use i18n::{Lang, Texts, texts};

use super::samples::{self, names_in};

/// Everything that each act asks for or keeps, by name; with what the counter asks of a complainant.
fn asked() -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut acts: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for &kind in ActKind::ALL {
        let own = acts.entry(kind.key()).or_default();
        own.extend(flat(fields(kind)).into_iter().map(|field| field.name.to_owned()));
        own.extend(names_in(&samples::act(kind)));
    }
    for &kind in ActionActKind::ALL {
        let own = acts.entry(kind.key()).or_default();
        own.extend(names_in(&samples::action_act(kind)));
    }
    for &kind in YearActKind::ALL {
        let own = acts.entry(kind.key()).or_default();
        own.extend(names_in(&samples::year_act(kind)));
    }
    let party = ["name", "address", "email", "phone", "representative", "summary"];
    acts.entry("receive")
        .or_default()
        .extend(party.map(str::to_owned));
    acts
}

/// Fields and the columns of their rows.
fn flat(fields: &'static [Field]) -> Vec<&'static Field> {
    let mut all = Vec::new();
    for field in fields {
        all.push(field);
        if let Input::Rows { fields } = field.input {
            all.extend(flat(fields));
        }
    }
    all
}

fn keys(act: &str, name: &str) -> [String; 2] {
    [format!("field-{act}-{name}"), format!("field-{name}")].map(|key| key.replace('_', "-"))
}

#[test]
fn every_field_of_every_act_has_its_label() {
    let asked = asked();
    assert!(asked.values().map(BTreeSet::len).sum::<usize>() > 150);
    for lang in Lang::ALL {
        for (act, names) in &asked {
            for name in names {
                let known = keys(act, name).iter().find_map(|key| texts(lang).get(key));
                let label = say::field(lang, act, name);
                assert_eq!(Some(label), known, "{lang:?} {act}: {name} has no label");
            }
        }
    }
}

#[test]
fn no_label_or_hint_is_left_without_its_field() {
    let mut used = BTreeSet::new();
    for (act, names) in asked() {
        for key in names.iter().flat_map(|name| keys(act, name)) {
            used.insert(format!("{key}-hint"));
            used.insert(key);
        }
    }
    // What every form says of any field.
    used.extend(["field-missing", "field-not-a-date", "field-choose-one"].map(str::to_owned));
    let idle: Vec<&str> = Texts::keys()
        .filter(|key| key.starts_with("field-") && !used.contains(*key))
        .collect();
    assert_eq!(idle, Vec::<&str>::new());
}

#[test]
fn a_choice_in_a_form_finds_its_words_by_key() {
    for lang in Lang::ALL {
        for asked in ActKind::ALL.iter().flat_map(|&kind| flat(fields(kind))) {
            let (Input::Choice { vocabulary, keys } | Input::Choices { vocabulary, keys }) = asked.input
            else {
                continue;
            };
            for key in (keys.0)() {
                let at = format!("{vocabulary}-{key}").replace('_', "-");
                assert!(texts(lang).get(&at).is_some(), "{lang:?} {at}");
            }
        }
    }
}

#[test]
fn an_act_may_have_its_own_word_for_a_field() {
    assert_eq!(
        say::field(Lang::Vi, "recuse", "reason"),
        "Lý do không thể khách quan"
    );
    assert_eq!(say::field(Lang::Vi, "confirm_annulment", "reason"), "Lý do");
    assert_eq!(say::field_hint(Lang::Vi, "confirm_annulment", "reason"), None);
    assert_eq!(say::field(Lang::Vi, "close", "no_such_field"), "no_such_field");
}

#[test]
fn a_problem_inside_rows_says_which_row() {
    let place = |lang| say::field_at(lang, "propose_plan", "measures.1.doer");
    assert_eq!(place(Lang::Vi), "Phân công thực hiện 2 – Người thực hiện");
    assert_eq!(place(Lang::En), "Measures 2 – Who does it");
    assert_eq!(say::field_at(Lang::En, "assess", "kind"), "Kind of case");
}
