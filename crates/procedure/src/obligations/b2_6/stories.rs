//! Stories of B2.6, conduct.

use crate::stories::check;
use expect_test::expect;

#[test]
fn qmr_talks_with_the_person_complained_about() {
    check(
        "letter 2026-03-02 conduct of colleague; register acknowledges; QMR acknowledges; [assessed]",
        expect![[r#"
            (register may not acknowledge: S1 not your office)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 hold talk                    B2.6    due 2026-04-01
            qmr                 tell subject                 S6      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR tells subject; \
         colleague records statement of colleague; QMR holds talk",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn it_replaces_neither_the_reply_nor_the_limit() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR tells subject; \
         colleague records statement of colleague; QMR holds talk; [decided]",
        expect![[r#"
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn nobody_talks_with_himself() {
    check(
        "letter 2026-03-02 conduct of QMR; QMR holds talk; officer holds talk",
        expect![[r#"
            (QMR may not hold talk: S2 assess first)
            (officer may not hold talk: S2 assess first)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            director            substitute                   S4      due 2026-03-03
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_talk_lies_between_receipt_and_today() {
    check(
        "letter 2026-03-10 conduct of colleague; [assessed]; QMR holds talk 2026-03-11; \
         QMR holds talk 2026-03-09; QMR holds talk 2026-03-10",
        expect![[r#"
            (QMR cannot hold talk: held_on in future)
            (QMR cannot hold talk: held_on before receipt)
            qmr                 establish cause              B2.1    due 2026-03-24
            qmr                 dispatch letter              B2.4    due 2026-04-09
            qmr                 acknowledge                  S1      due 2026-03-12
            qmr                 tell subject                 S6      due 2026-03-13
            qmr                 decide outcome               S7      due 2026-04-06
            handler             tell progress                S9      due 2026-03-24
        "#]],
    );
}

#[test]
fn other_subjects_need_none() {
    check(
        "letter 2026-03-02; QMR declares; QMR holds talk",
        expect![[r#"
            (QMR may not hold talk: B2.6 other road)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn what_is_not_ours_needs_none() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; all declare; QMR assesses not_ours",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
            requester           draft letter                 S2      due 2026-03-27
        "#]],
    );
}
