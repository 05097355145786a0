//! Stories of S3, the assessment and the alert.

use crate::stories::check;
use expect_test::expect;

#[test]
fn safety_alerts_the_director_the_same_day() {
    check(
        "letter 2026-03-02 product safety; register acknowledges",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            qmr                 alert director               S3      due 2026-03-02
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 product safety; register acknowledges; register alerts",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn safety_found_in_the_assessment_too() {
    check(
        "letter 2026-03-02 product; register acknowledges; +1; all declare; QMR assesses safety",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-17
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 alert director               S3      due 2026-03-03
            qmr                 name participants            S4      due 2026-03-06
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-06
        "#]],
    );
}

#[test]
fn an_assessment_does_not_postpone_the_alert() {
    check(
        "letter 2026-03-02 product safety; register acknowledges; +2; all declare; QMR assesses",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-18
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 alert director               S3      due 2026-03-02
            qmr                 name participants            S4      due 2026-03-09
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-09
        "#]],
    );
}

#[test]
fn without_safety_there_is_no_alert() {
    check(
        "letter 2026-03-02; register alerts",
        expect![[r#"
            (register may not alert director: S3 other road)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 product safety; register acknowledges; all declare; QMR assesses harmless",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 name participants            S4      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-05
        "#]],
    );
}
