//! Stories of S1, the acknowledgement.

use crate::stories::check;
use expect_test::expect;

#[test]
fn written_cases_and_appeals_are_acknowledged() {
    check(
        "letter 2026-03-02; promised 2026-03-05",
        expect![[r#"
            (receiver may not promise: B1.2 other road)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "fax 2026-03-06",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-06
            register officer    acknowledge                  S1      due 2026-03-10
            qmr                 assess                       S2 S3   due 2026-03-11
            handler             tell progress                S9      due 2026-03-20
        "#]],
    );
    check(
        "phone 2026-03-02 client appeal; receiver reports to QMR",
        expect![[r#"
            receiver            promise                      B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-03
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn mail_and_web_forms_the_same_day_also_on_a_sunday() {
    check(
        "email 2026-03-08",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-07
            register officer    acknowledge                  S1      due 2026-03-08
            qmr                 assess                       S2 S3   due 2026-03-11
            handler             tell progress                S9      due 2026-03-20
        "#]],
    );
    check(
        "web 2026-03-02",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-02
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_promise_with_the_number_is_an_acknowledgement() {
    check(
        "phone 2026-03-02 client appeal; promised 2026-03-20; receiver reports to QMR; QMR declares; \
         QMR directs",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-03-20
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn it_is_due_from_receipt() {
    check(
        "letter 2026-03-02 registered 2026-03-06",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn who_writes_later_is_acknowledged_for_what_he_wrote() {
    check(
        "phone 2026-03-02 anonymous; 2026-03-10 receiver takes writing 2026-03-09 letter address",
        expect![[r#"
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-11
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn who_cannot_be_reached_is_not_acknowledged() {
    check(
        "letter 2026-03-02 unreachable; register acknowledges",
        expect![[r#"
            (register may not acknowledge: S1 no address)
            qmr                 file conclusion              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
        "#]],
    );
}

#[test]
fn it_is_given_once() {
    check(
        "letter 2026-03-02; register acknowledges; register acknowledges",
        expect![[r#"
            (register may not acknowledge: S1 already done)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn after_the_answer_it_is_pointless() {
    check(
        "letter 2026-03-02; [answered]; register acknowledges",
        expect![[r#"
            (register may not acknowledge: S1 answer given)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn in_a_protected_case_qmr_writes_to_the_complainant() {
    check(
        "letter 2026-03-02 conduct of colleague; register acknowledges; QMR acknowledges",
        expect![[r#"
            (register may not acknowledge: S1 not your office)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
