//! Every value of every vocabulary has words of its own, the same by type and by key.

use std::collections::BTreeSet;

use ::procedure::calendar::DayKind;
use ::procedure::case::{Answer, BookEntry, LetterStage, Report, Stage};
use ::procedure::corrective_action::{ActionStage, CauseMethod, Effectiveness};
use ::procedure::deadline::DayRole;
use ::procedure::independence::Nature;
use ::procedure::obligations::s12::Sight;
use ::procedure::office::Office;
use ::procedure::vocabulary::*;
use ::procedure::year_book::YearStage;
use i18n::say::Say;
use i18n::{Lang, texts};

#[test]
fn every_value_of_every_vocabulary_is_said() {
    macro_rules! check {
        ($($type:ty as $name:literal),* $(,)?) => {$(
            let pairs: Vec<_> = <$type>::ALL.iter().map(|value| (*value, value.key())).collect();
            values($name, &pairs);
        )*};
    }
    check!(
        Kind as "kind",
        Channel as "channel",
        Subject as "subject",
        Severity as "severity",
        Degree as "degree",
        Finding as "finding",
        Remedy as "remedy",
        Role as "role",
        Part as "part",
        SigningMode as "signing-mode",
        Ours as "ours",
        ReopenGround as "reopen-ground",
        Response as "response",
        Forum as "forum",
        AnnulGround as "annul-ground",
        DispatchWay as "dispatch-way",
        Delivery as "delivery",
        ClientMeasure as "client-measure",
        LetterPurpose as "letter-purpose",
        Bar as "bar",
        Office as "office",
        Stage as "stage",
        CauseMethod as "cause-method",
        Effectiveness as "effectiveness",
        ActionStage as "action-stage",
    );
    values("day-kind", &DayKind::ALL.map(|kind| (kind, kind.code())));
}

/// What has no list of its values in the core is listed here.
#[test]
fn what_is_never_chosen_is_said_too() {
    values(
        "letter-stage",
        &[
            (LetterStage::Draft, "draft"),
            (LetterStage::Submitted, "submitted"),
            (LetterStage::Signed, "signed"),
            (LetterStage::Numbered, "numbered"),
            (LetterStage::Dispatched, "dispatched"),
        ],
    );
    values(
        "book-entry",
        &[
            (BookEntry::Draft, "draft"),
            (BookEntry::Confirmed, "confirmed"),
            (BookEntry::AnnulmentAsked, "annulment_asked"),
            (BookEntry::Annulled, "annulled"),
        ],
    );
    values(
        "answer",
        &[
            (Answer::OnTheSpot, "on_the_spot"),
            (
                Answer::Voice {
                    notice_declined: true,
                },
                "voice",
            ),
            (Answer::Letter, "letter"),
            (Answer::Conclusion, "conclusion"),
            (Answer::HandedOver, "handed_over"),
        ],
    );
    values(
        "report",
        &[
            (Report::Qmr, "qmr"),
            (Report::Unit, "unit"),
            (Report::ResultToQmr, "result_to_qmr"),
            (Report::ResultToLeadership, "result_to_leadership"),
            (Report::Forwarder, "forwarder"),
        ],
    );
    values(
        "sight",
        &[
            (Sight::Nothing, "nothing"),
            (Sight::Masked, "masked"),
            (Sight::Heading, "heading"),
            (Sight::Allegation, "allegation"),
            (Sight::Report, "report"),
            (Sight::Full, "full"),
        ],
    );
    values(
        "nature",
        &[
            (Nature::Information, "information"),
            (Nature::Clerical, "clerical"),
            (Nature::Handling, "handling"),
            (Nature::Deciding, "deciding"),
            (Nature::Signing, "signing"),
        ],
    );
    values(
        "day-role",
        &[
            (DayRole::StartNotCounted, "start_not_counted"),
            (DayRole::Counted, "counted"),
            (DayRole::CountedThoughRest, "counted_though_rest"),
            (DayRole::Skipped, "skipped"),
            (DayRole::LastDayRolled, "last_day_rolled"),
            (DayRole::Due, "due"),
        ],
    );
    let years = [
        YearStage::Open,
        YearStage::Compiled,
        YearStage::Reviewed,
        YearStage::Received,
        YearStage::Frozen,
        YearStage::Filed,
    ];
    values("year-stage", &years.map(|stage| (stage, stage.key())));
}

/// What the type says is what stands under the vocabulary's key, and no two values share their words.
fn values<V: Say>(name: &str, values: &[(V, &str)]) {
    for lang in Lang::ALL {
        let t = texts(lang);
        assert_eq!(t.get(&format!("vocabulary-{name}")), Some(V::group(lang)));
        let mut seen = BTreeSet::new();
        for (value, key) in values {
            let words = value.say(lang);
            let at = format!("{name}-{}", key.replace('_', "-"));
            assert_eq!(t.get(&at), Some(words), "{lang:?} {at}");
            assert!(
                seen.insert(words),
                "{lang:?} {name}: '{words}' stands for two values"
            );
        }
    }
}

#[test]
fn an_answer_by_voice_is_one_whether_or_not_its_notice_was_declined() {
    for lang in Lang::ALL {
        let said = [true, false].map(|notice_declined| Answer::Voice { notice_declined }.say(lang));
        assert_eq!(said[0], said[1]);
    }
}
