//! Stories of S14, a certified client's product or mark.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_client_is_asked_the_complaint_is_referred_and_measures_are_decided_on() {
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]; QMR names participants chief",
        expect![[r#"
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-05
        "#]],
    );
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]; QMR names participants chief; \
         QMR asks client 2026-03-01; QMR asks client 2026-03-12; [planned]; QMR decides founded",
        expect![[r#"
            (QMR cannot ask client: answer_by in past)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
            qmr                 refer to client              S14     due 2026-03-16
            leader              decide on client             S14     due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]; QMR names participants chief; \
         QMR asks client 2026-03-12; [planned]; QMR decides founded; QMR refers to client; \
         QMR decides measure surveillance; deputy decides measure surveillance",
        expect![[r#"
            (QMR may not decide on client: S14 not your office)
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_outcome_does_not_spare_asking_the_client() {
    check(
        "letter 2026-03-02 product; register acknowledges; [assessed]; QMR names participants chief; \
         [planned]; QMR decides unfounded",
        expect![[r#"
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-05
            qmr                 refer to client              S14     due 2026-03-16
            leader              decide on client             S14     due 2026-03-16
        "#]],
    );
}

#[test]
fn referral_waits_for_the_outcome() {
    check(
        "letter 2026-03-02 product; [assessed]; QMR refers to client; \
         deputy decides measure suspension",
        expect![[r#"
            (QMR may not refer to client: S7 outcome first)
            (deputy may not decide on client: S7 outcome first)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 name participants            S4      due 2026-03-05
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
            qmr                 ask client                   S14     due 2026-03-05
        "#]],
    );
}

#[test]
fn other_subjects_concern_no_client() {
    check(
        "letter 2026-03-02; [assessed]; QMR asks client 2026-03-12",
        expect![[r#"
            (QMR may not ask client: S14 other road)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
