//! Stories of B2.5, the exception.

use crate::stories::check;
use expect_test::expect;

#[test]
fn qmr_asks_the_director_decides_the_complainant_is_told() {
    check(
        "letter 2026-03-02; register acknowledges; 2026-03-20; [assessed]; \
         QMR asks extension 2026-04-15",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-04-03
            qmr                 dispatch letter              B2.4    due 2026-04-01
            director            grant extension              B2.5    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; 2026-03-20; [assessed]; \
         QMR asks extension 2026-04-15; 2026-03-25 Director grants 2026-04-15",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-04-03
            qmr                 dispatch letter              B2.4    due 2026-04-15
            handler             tell extension               B2.5    due 2026-03-26
            qmr                 decide outcome               S7      due 2026-04-10
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; 2026-03-20; [assessed]; \
         QMR asks extension 2026-04-15; 2026-03-25 Director grants 2026-04-10; \
         officer tells extension",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-04-03
            qmr                 dispatch letter              B2.4    due 2026-04-10
            qmr                 decide outcome               S7      due 2026-04-07
            handler             tell progress                S9      due 2026-04-08
        "#]],
    );
}

#[test]
fn a_refusal_leaves_the_limit() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         Director refuses extension",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_request_comes_before_the_limit_ends() {
    check(
        "letter 2026-03-02; QMR declares; 2026-04-01 QMR asks extension 2026-04-15; \
         Director declares; Director refuses extension; 2026-04-02 QMR asks extension 2026-04-15",
        expect![[r#"
            (QMR may not ask extension: B2.5 limit passed)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_new_limit_is_a_later_working_day() {
    check(
        "letter 2026-03-02; QMR, Director declares; QMR asks extension 2026-04-01; \
         QMR asks extension 2026-04-11; QMR asks extension 2026-04-10; Director grants 2026-04-12; \
         Director grants 2026-03-30; Director grants 2026-04-13",
        expect![[r#"
            (QMR cannot ask extension: until not after limit)
            (QMR cannot ask extension: until not a working day)
            (Director cannot grant extension: until not a working day)
            (Director cannot grant extension: until not after limit)
            qmr                 dispatch letter              B2.4    due 2026-04-13
            handler             tell extension               B2.5    due 2026-03-03
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_late_decision_counts_and_the_breach_stays() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         2026-04-07 Director grants 2026-04-20",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-20
            handler             tell extension               B2.5    due 2026-04-08
            qmr                 decide outcome               S7      due 2026-04-15
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn several_are_possible_each_decided_by_itself() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         Director grants 2026-04-15; officer tells extension; \
         2026-04-14 QMR asks extension 2026-05-05; QMR asks extension 2026-05-06; \
         Director grants 2026-05-05",
        expect![[r#"
            (QMR may not ask extension: B2.5 already done)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-05-05
            handler             tell extension               B2.5    due 2026-04-15
            qmr                 decide outcome               S7      due 2026-04-28
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_extension_is_told_even_when_the_next_is_asked_for() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         Director grants 2026-04-15; QMR asks extension 2026-05-05",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-15
            director            grant extension              B2.5    due 2026-04-15
            handler             tell extension               B2.5    due 2026-03-03
            qmr                 decide outcome               S7      due 2026-04-10
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         Director grants 2026-04-15; QMR asks extension 2026-05-05; Director refuses extension; \
         officer tells extension",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-15
            qmr                 decide outcome               S7      due 2026-04-10
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn only_the_director_decides() {
    check(
        "letter 2026-03-02; all declare; QMR asks extension 2026-04-15; deputy grants 2026-04-15; \
         QMR grants 2026-04-15; board grants 2026-04-15; officer refuses extension",
        expect![[r#"
            (deputy may not grant extension: B2.5 not your office)
            (QMR may not grant extension: B2.5 not your office)
            (board may not grant extension: B2.5 not your office)
            (officer may not refuse extension: B2.5 not your office)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            director            grant extension              B2.5    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn where_qmr_is_the_director_the_case_officer_asks() {
    check(
        "staff: nobody is director; staff: QMR is director; letter 2026-03-02; \
         register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         register asks extension 2026-04-15; officer asks extension 2026-04-15; \
         officer grants 2026-04-15; QMR grants 2026-04-15",
        expect![[r#"
            (QMR may not ask extension: B2.5 not your office)
            (register may not ask extension: B2.5 not your office)
            (officer may not grant extension: B2.5 not your office)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-15
            handler             tell extension               B2.5    due 2026-03-03
            qmr                 decide outcome               S7      due 2026-04-10
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "staff: nobody is director; staff: QMR is director; letter 2026-03-02; all declare; \
         QMR asks extension 2026-04-15; register asks extension 2026-04-15",
        expect![[r#"
            (QMR may not ask extension: B2.5 not your office)
            (register may not ask extension: B2.5 not your office)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_blocked_director_is_replaced_by_the_impartiality_body() {
    check(
        "letter 2026-03-02 conduct of Director; [assessed]; QMR asks extension 2026-04-15; \
         Director grants 2026-04-15; deputy grants 2026-04-15; board grants 2026-04-15",
        expect![[r#"
            (Director may not grant extension: S4 barred subject)
            (deputy may not grant extension: B2.5 not your office)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-15
            handler             tell extension               B2.5    due 2026-03-03
            qmr                 hold talk                    B2.6    due 2026-04-15
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-04-10
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn with_qmr_and_director_blocked_a_deputy_asks_else_the_register_officer() {
    check(
        "letter 2026-03-02 conduct of Director of QMR; all declare; \
         register asks extension 2026-04-15; deputy asks extension 2026-04-15; \
         board grants 2026-04-15",
        expect![[r#"
            (register may not ask extension: B2.5 not your office)
            qmr                 dispatch letter              B2.4    due 2026-04-15
            handler             tell extension               B2.5    due 2026-03-03
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "staff: nobody is deputy_director; letter 2026-03-02 conduct of Director of QMR; \
         all declare; register asks extension 2026-04-15; board grants 2026-04-15",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-15
            handler             tell extension               B2.5    due 2026-03-03
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn it_falls_away_with_the_answer_and_with_withdrawal() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]; QMR asks extension 2026-04-15; [sent]; \
         Director grants 2026-04-15",
        expect![[r#"
            (Director may not grant extension: B2.5 answer given)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; QMR asks extension 2026-04-15; \
         QMR withdraws; Director grants 2026-04-15",
        expect![[r#"
            (Director may not grant extension: S13 withdrawn)
            requester           draft letter                 S13     due 2026-03-09
        "#]],
    );
}

#[test]
fn the_new_limit_gives_room_for_promises() {
    check(
        "phone 2026-03-02; promised 2026-04-01; receiver reports to QMR; [assessed]; QMR directs; \
         QMR asks extension 2026-04-15; Director grants 2026-04-15; officer tells extension; \
         receiver tells progress 2026-04-14",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-04-14
            case officer        establish cause              B2.1    due 2026-03-16
            qmr                 answer by voice              B2.4    due 2026-04-15
            qmr                 decide outcome               S7      due 2026-04-10
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
