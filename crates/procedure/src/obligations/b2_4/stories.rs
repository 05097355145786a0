//! Stories of B2.4, thirty days.

use crate::stories::check;
use expect_test::expect;

#[test]
fn every_case_has_its_limit() {
    check(
        "letter 2026-03-02",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02",
        expect![[r#"
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 appeal client",
        expect![[r#"
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "chat 2026-03-02 grievance",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "email 2026-03-02 unreachable",
        expect![[r#"
            qmr                 file conclusion              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
        "#]],
    );
}

#[test]
fn the_limit_runs_from_receipt_not_from_registration() {
    check(
        "letter 2026-03-02 registered 2026-03-09",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_last_day_of_rest_moves_it() {
    check(
        "letter 2026-02-05 grievance",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-03-09
            register officer    acknowledge                  S1      due 2026-02-09
            qmr                 assess                       S2 S3   due 2026-02-10
            handler             tell progress                S9      due 2026-02-26
        "#]],
    );
    check(
        "letter 2026-01-18",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-02-23
            register officer    acknowledge                  S1      due 2026-01-20
            qmr                 assess                       S2 S3   due 2026-01-21
            handler             tell progress                S9      due 2026-01-30
        "#]],
    );
}

#[test]
fn a_year_without_a_notice_gives_a_provisional_limit() {
    check(
        "letter 2027-11-10",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2027-12-10?
            register officer    acknowledge                  S1      due 2027-11-12?
            qmr                 assess                       S2 S3   due 2027-11-15?
            handler             tell progress                S9      due 2027-11-25?
        "#]],
    );
}

#[test]
fn a_holiday_announced_later_moves_the_limit() {
    check(
        "letter 2026-03-02; register acknowledges; calendar: rest 2026-04-01",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-02
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_changed_period_moves_the_limit() {
    check(
        "letter 2026-03-02; register acknowledges; periods: answer_calendar 20",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-03-23
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_verbal_complaint_may_be_answered_by_voice() {
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; [assessed]; QMR directs; \
         officer finds cause; officer plans; officer answers by voice; Director approves plan; \
         officer answers by voice; QMR decides partly; officer answers by voice",
        expect![[r#"
            (officer may not answer by voice: S7 outcome first)
            (officer may not answer by voice: S7 outcome first)
            requester           draft letter                 S7      due 2026-03-09
        "#]],
    );
}

#[test]
fn or_by_letter_even_where_a_voice_would_do() {
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; QMR declares; QMR directs; \
         [decided]; [sent]",
        expect![[r#"
            handler             record response              S7      due 2026-03-23
        "#]],
    );
    check(
        "phone 2026-03-02; promised 2026-03-20; receiver reports to QMR; QMR declares; QMR directs; \
         [decided]; QMR drafts for Director; QMR submits",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-03-20
            Director            sign letter                  B2.3    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn who_left_only_an_address_gets_a_letter() {
    check(
        "phone 2026-03-02 no-phone; promised 2026-03-20; receiver reports to QMR; QMR declares; \
         QMR directs; [decided]",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-03-20
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_written_case_is_not_answered_by_voice() {
    check(
        "letter 2026-03-02; [decided]; officer answers by voice",
        expect![[r#"
            (officer may not answer by voice: B2.3 letter needed)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 no-phone; [decided]; officer answers by voice",
        expect![[r#"
            (officer may not answer by voice: B2.3 letter needed)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn nobody_is_answered_by_voice_who_cannot_be_called() {
    check(
        "phone 2026-03-02 no-phone; [decided]; officer answers by voice",
        expect![[r#"
            (officer may not answer by voice: B2.4 no address)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_answer_is_given_once() {
    check(
        "letter 2026-03-02; [answered]; QMR asks extension 2026-04-10; officer tells progress; \
         QMR withdraws; QMR assesses",
        expect![[r#"
            (QMR may not ask extension: B2.5 answer given)
            (officer may not tell progress: S9 answer given)
            (QMR may not withdraw: S13 answer given)
            (QMR may not assess: S2 answer given)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}
