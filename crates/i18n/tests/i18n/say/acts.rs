//! Each act in its own words, in the form that its places need.

use std::collections::BTreeMap;

use ::procedure::Rule;
use ::procedure::case::ActKind;
use ::procedure::corrective_action::ActionActKind;
use ::procedure::year_book::YearActKind;
use i18n::say::{self, Spoken};
use i18n::{Lang, texts};

fn all(lang: Lang) -> impl Iterator<Item = (&'static str, say::ActWords)> {
    let cases = ActKind::ALL
        .iter()
        .map(move |kind| (kind.key(), kind.words(lang)));
    let actions = ActionActKind::ALL
        .iter()
        .map(move |kind| (kind.key(), kind.words(lang)));
    let years = YearActKind::ALL
        .iter()
        .map(move |kind| (kind.key(), kind.words(lang)));
    cases.chain(actions).chain(years)
}

#[test]
fn the_words_of_an_act_stand_under_its_key() {
    for lang in Lang::ALL {
        let t = texts(lang);
        for (key, words) in all(lang) {
            let at = format!("act-{}", key.replace('_', "-"));
            assert_eq!(t.get(&at), Some(words.act), "{lang:?} {at}");
            assert_eq!(t.get(&format!("{at}-done")), Some(words.done), "{lang:?} {at}");
            assert_eq!(t.get(&format!("{at}-hint")), Some(words.hint), "{lang:?} {at}");
        }
    }
    assert_eq!(say::act(Lang::Vi, ActKind::SubmitLetter), "Trình Lãnh đạo ký");
    assert_eq!(
        say::act_done(Lang::Vi, ActKind::SubmitLetter),
        "đã trình Lãnh đạo ký công văn"
    );
    assert!(say::act_hint(Lang::En, YearActKind::File).starts_with("Where the paper is kept"));
}

#[test]
fn no_two_acts_share_their_words() {
    for lang in Lang::ALL {
        let mut seen = BTreeMap::new();
        for (key, words) in all(lang) {
            for said in [words.act, words.done, words.hint] {
                let other = seen.insert(said, key);
                assert!(other.is_none(), "{lang:?}: {key} and {other:?} both say '{said}'");
            }
        }
    }
}

#[test]
fn an_act_fits_on_its_button_and_its_deed_into_a_sentence() {
    for lang in Lang::ALL {
        for (key, words) in all(lang) {
            assert!(words.act.starts_with(char::is_uppercase), "{key}: {}", words.act);
            assert!(words.act.chars().count() <= 60, "{key}: {}", words.act);
            assert!(
                words.done.starts_with(char::is_lowercase),
                "{key}: {}",
                words.done
            );
            for phrase in [words.act, words.done] {
                assert!(!phrase.ends_with('.'), "{key}: {phrase}");
            }
            assert!(
                words.hint.starts_with(char::is_uppercase) && words.hint.ends_with('.'),
                "{key}: {}",
                words.hint
            );
        }
    }
    for (key, words) in all(Lang::Vi) {
        let past = words.done.starts_with("đã ") || words.done.starts_with("không ");
        assert!(past, "{key}: {}", words.done);
    }
}

#[test]
fn a_duty_leaves_open_what_its_holder_may_choose() {
    let vi = |rule, kind| say::duty(Lang::Vi, rule, kind);
    assert_eq!(vi(Rule::B2_4, ActKind::DispatchLetter), "Trả lời bên khiếu nại");
    assert_eq!(
        vi(Rule::B2_3, ActKind::DispatchLetter),
        "Chuyển công văn đến khách hàng"
    );
    assert_eq!(
        vi(Rule::B1_2, ActKind::TellProgress),
        "Trả lời như đã hẹn, hoặc thông báo tiến độ"
    );
    for lang in Lang::ALL {
        let chosen = [
            (ActKind::ApprovePlan, ActKind::ReturnPlan),
            (ActKind::SignLetter, ActKind::ReturnLetter),
            (ActKind::GrantExtension, ActKind::RefuseExtension),
            (ActKind::ConfirmAnnulment, ActKind::RefuseAnnulment),
            (ActKind::ApproveOutcome, ActKind::RejectOutcome),
        ];
        for (yes, no) in chosen {
            let duty = say::duty(lang, Rule::S4, yes);
            assert!(
                duty != say::act(lang, yes) && duty != say::act(lang, no),
                "{lang:?} {yes:?}"
            );
        }
        assert_ne!(
            say::action_duty(lang, ActionActKind::ApproveActions),
            say::act(lang, ActionActKind::ApproveActions)
        );
        assert_eq!(
            say::action_duty(lang, ActionActKind::PlanActions),
            say::act(lang, ActionActKind::PlanActions)
        );
        assert_ne!(
            say::year_duty(lang, YearActKind::Review),
            say::act(lang, YearActKind::Review)
        );
        assert_eq!(
            say::year_duty(lang, YearActKind::File),
            say::act(lang, YearActKind::File)
        );
    }
}
