//! Stories of S9, progress.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_complainant_hears_every_ten_days() {
    check(
        "letter 2026-03-02; register acknowledges",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; 2026-03-16 officer tells progress",
        expect![[r#"
            (officer may not tell progress: S9 not your office)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; 2026-03-16 officer tells progress",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-30
        "#]],
    );
}

#[test]
fn also_who_was_never_acknowledged() {
    check(
        "phone 2026-03-02; receiver reports to QMR",
        expect![[r#"
            receiver            promise                      B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-03
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_extension_told_is_progress() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; \
         2026-03-12 QMR asks extension 2026-04-15; Director grants 2026-04-15; \
         officer tells extension",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-15
            qmr                 decide outcome               S7      due 2026-04-10
            handler             tell progress                S9      due 2026-03-26
        "#]],
    );
}

#[test]
fn who_cannot_be_reached_hears_nothing() {
    check(
        "letter 2026-03-02 unreachable; register tells progress",
        expect![[r#"
            (register may not tell progress: S9 no address)
            qmr                 file conclusion              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
        "#]],
    );
}

#[test]
fn during_the_review_he_hears_too() {
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; 2026-03-10 officer tells progress",
        expect![[r#"
            reviewer            review internally            S8      due 2026-04-01
            handler             tell progress                S9      due 2026-03-24
        "#]],
    );
}

#[test]
fn the_forwarder_gets_its_report_by_its_own_day() {
    check(
        "authority 2026-03-02 report-by 2026-03-20; register acknowledges",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
            handler             report to forwarder          S9      due 2026-03-20
        "#]],
    );
    check(
        "authority 2026-03-02; register acknowledges; officer reports to forwarder; \
         register reports to forwarder; [answered]",
        expect![[r#"
            (officer may not report to forwarder: S9 already done)
            (register may not report to forwarder: S9 already done)
            handler             record response              S7      due 2026-03-23
            handler             report to forwarder          S9      due 2026-03-09
        "#]],
    );
    check(
        "authority 2026-03-02 report-by 2026-03-20; register acknowledges; [answered]; \
         officer reports to forwarder; officer reports to forwarder; \
         officer records response satisfied; officer closes",
        expect![[r#"
            (officer may not report to forwarder: S9 already done)
            closed
        "#]],
    );
}

#[test]
fn a_withdrawal_is_reported_to_the_forwarder_too() {
    check(
        "authority 2026-03-02 report-by 2026-03-20; register acknowledges; all declare; \
         register withdraws; [sent]",
        expect![[r#"
            handler             report to forwarder          S9      due 2026-03-20
        "#]],
    );
}

#[test]
fn what_the_complainant_writes_is_answered() {
    check(
        "email 2026-03-02; clock acknowledges; 2026-03-07 complainant hears from complainant 2026-03-07; \
         2026-03-08 complainant hears from complainant 2026-03-08",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             write to complainant         S9      due 2026-03-10
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "email 2026-03-02; clock acknowledges; 2026-03-05 complainant hears from complainant 2026-03-05; \
         register writes to complainant",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "email 2026-03-02; clock acknowledges; 2026-03-05 complainant hears from complainant 2026-03-05; \
         register leaves unanswered; register leaves unanswered",
        expect![[r#"
            (register may not leave unanswered: S9 already done)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_complainant_acts_by_his_own_hand_in_little() {
    check(
        "email 2026-03-02; clock acknowledges; complainant withdraws 2026-03-02; complainant closes; \
         complainant adds evidence 2026-03-02",
        expect![[r#"
            (complainant may not close: S7 duties left)
            (complainant may not add evidence: S5 not your office)
            requester           draft letter                 S13     due 2026-03-09
        "#]],
    );
    check(
        "letter 2026-03-02; clock acknowledges",
        expect![[r#"
        (clock may not acknowledge: S1 not your office)
        qmr                 dispatch letter              B2.4    due 2026-04-01
        register officer    acknowledge                  S1      due 2026-03-04
        qmr                 assess                       S2 S3   due 2026-03-05
        handler             tell progress                S9      due 2026-03-16
    "#]],
    );
}
