//! Stories of S6, heard.

use crate::stories::check;
use expect_test::expect;

#[test]
fn who_is_complained_about_is_told_and_may_answer() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            colleague           record statement             S6      due 2026-03-09
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject; colleague records statement of colleague",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn no_finding_before_he_was_heard() {
    check(
        "letter 2026-03-02 conduct of colleague; [planned]; QMR decides founded; QMR tells subject; \
         QMR decides founded; QMR records statement of colleague declined; QMR decides founded",
        expect![[r#"
            (QMR may not decide outcome: S6 hear first)
            (QMR may not decide outcome: S6 hear first)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 hold talk                    B2.6    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn he_speaks_for_himself_only() {
    check(
        "letter 2026-03-02 conduct of colleague of second; [assessed]; QMR tells subject; \
         colleague records statement of second; colleague records statement of colleague; \
         colleague records statement of colleague; QMR records statement of officer; \
         QMR records statement of second",
        expect![[r#"
            (colleague cannot record statement: person person barred)
            (colleague may not record statement: S6 already done)
            (QMR cannot record statement: person unknown person)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 hold talk                    B2.6    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn he_is_told_before_he_is_asked() {
    check(
        "letter 2026-03-02 conduct of colleague; [assessed]; colleague records statement of colleague",
        expect![[r#"
            (colleague may not record statement: S6 hear first)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 hold talk                    B2.6    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn who_is_named_later_is_told_and_heard_too() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject; colleague records statement of colleague; \
         QMR names concerned colleague second",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_person_named_after_the_finding_undoes_it_until_he_was_heard() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject; colleague records statement of colleague; [planned]; \
         QMR decides founded; QMR names concerned colleague second",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
