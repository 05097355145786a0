//! Stories of B1.1, settled on the spot.

use crate::stories::check;
use expect_test::expect;

#[test]
fn what_is_settled_is_confirmed_and_reported_and_nothing_else() {
    check(
        "phone 2026-03-02; explained, satisfied",
        expect![[r#"
            register officer    confirm entry                B1.1    due 2026-03-03
            register officer    report to qmr                B1.1    due 2026-03-03
            register officer    report to unit               B1.1    due 2026-03-03
        "#]],
    );
    check(
        "phone 2026-03-02; explained, satisfied; register confirms",
        expect![[r#"
            register officer    report to qmr                B1.1    due 2026-03-03
            register officer    report to unit               B1.1    due 2026-03-03
        "#]],
    );
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; receiver reports to QMR; \
         register reports to unit",
        expect![[r#"
            nothing left to do
        "#]],
    );
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; receiver reports to QMR; \
         register reports to unit; register closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn it_closes_only_when_all_is_done() {
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; receiver reports to QMR; \
         register closes",
        expect![[r#"
            (register may not close: S7 duties left)
            register officer    report to unit               B1.1    due 2026-03-03
        "#]],
    );
}

#[test]
fn a_duty_of_yesterday_is_a_duty_still() {
    check(
        "phone 2026-03-02; explained, satisfied; 2026-05-20; register confirms",
        expect![[r#"
            register officer    report to qmr                B1.1    due 2026-03-03
            register officer    report to unit               B1.1    due 2026-03-03
        "#]],
    );
}

#[test]
fn the_register_officer_who_received_it_need_not_confirm() {
    check(
        "phone 2026-03-02 by register; register settles",
        expect![[r#"
            register officer    report to qmr                B1.1    due 2026-03-03
            register officer    report to unit               B1.1    due 2026-03-03
        "#]],
    );
}

#[test]
fn it_is_never_open_to_what_weighs_more() {
    check(
        "letter 2026-03-02; receiver settles",
        expect![[r#"
            (receiver may not settle on the spot: B1.1 never on the spot)
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 client appeal; receiver settles",
        expect![[r#"
            (receiver may not settle on the spot: B1.1 never on the spot)
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
        "phone 2026-03-02 result; receiver settles",
        expect![[r#"
            (receiver may not settle on the spot: B1.1 never on the spot)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 confidentiality; receiver settles",
        expect![[r#"
            (receiver may not settle on the spot: B1.1 never on the spot)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess data breach           B2.7    due 2026-03-05, at 2026-03-05 09:00
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 product safety; receiver settles",
        expect![[r#"
            (receiver may not settle on the spot: B1.1 never on the spot)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            qmr                 alert director               S3      due 2026-03-02
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn nobody_settles_a_complaint_about_himself() {
    check(
        "in-person 2026-03-02 conduct of receiver; receiver settles; colleague settles",
        expect![[r#"
            (receiver may not settle on the spot: B1.1 barred subject)
            (colleague may not settle on the spot: B1.1 not your office)
            handler             promise                      B1.2    due 2026-03-03
            register officer    report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn only_the_one_who_received_it_settles_and_only_at_once() {
    check(
        "phone 2026-03-02; colleague settles; QMR declares; QMR settles",
        expect![[r#"
            (colleague may not settle on the spot: B1.1 not your office)
            (QMR may not settle on the spot: B1.1 not your office)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02; +1 receiver settles",
        expect![[r#"
            (receiver may not settle on the spot: B1.1 other road)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_talk_about_conduct_follows_all_the_same() {
    check(
        "in-person 2026-03-02 conduct of colleague; explained, satisfied; register confirms; \
         register reports to QMR; register reports to unit",
        expect![[r#"
            qmr                 hold talk                    B2.6    due 2026-04-01
        "#]],
    );
    check(
        "in-person 2026-03-02 conduct of colleague; explained, satisfied; register confirms; \
         register reports to QMR; register reports to unit; +2 QMR declares; QMR holds talk; \
         register closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn where_the_register_officer_is_complained_about_qmr_confirms() {
    check(
        "phone 2026-03-02 conduct of register; explained, satisfied; register confirms; QMR confirms",
        expect![[r#"
            (register may not confirm entry: S4 barred subject)
            register officer    report to qmr                B1.1    due 2026-03-03
            register officer    report to unit               B1.1    due 2026-03-03
            qmr                 hold talk                    B2.6    due 2026-04-01
        "#]],
    );
}

#[test]
fn where_qmr_is_complained_about_another_holds_the_talk() {
    check(
        "phone 2026-03-02 conduct of QMR; explained, satisfied; register confirms; \
         register reports to unit; register reports to QMR",
        expect![[r#"
            (register may not report to qmr: S4 replace first)
            register officer    report to qmr                B1.1    due 2026-03-03
            qmr                 hold talk                    B2.6    due 2026-04-01
            director            substitute                   S4      due 2026-03-03
        "#]],
    );
    check(
        "phone 2026-03-02 conduct of QMR; explained, satisfied; register confirms; \
         register reports to unit; Director declares; Director puts chief for qmr; \
         register reports to QMR; chief declares; chief holds talk; register closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn qmr_overturns_and_the_limit_runs_from_the_receipt() {
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; register reports to QMR; \
         +5 QMR declares; QMR overturns",
        expect![[r#"
            receiver            promise                      B1.2    due 2026-03-09
            qmr                 give direction               B1.2    due 2026-03-09
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-11
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn qmr_overturns_also_what_was_closed() {
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; register reports to QMR; \
         register reports to unit; register closes; 2026-03-20 QMR declares; QMR overturns",
        expect![[r#"
            receiver            promise                      B1.2    due 2026-03-23
            qmr                 give direction               B1.2    due 2026-03-23
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-25
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn what_was_overturned_is_never_settled_again() {
    check(
        "phone 2026-03-02; explained, satisfied; QMR declares; QMR overturns; receiver settles",
        expect![[r#"
            (receiver may not settle on the spot: B1.1 other road)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn an_annulment_refused_leaves_the_entry_as_it_was() {
    check(
        "phone 2026-03-02; explained, satisfied; register asks annulment; QMR declares; \
         QMR refuses annulment",
        expect![[r#"
            register officer    confirm entry                B1.1    due 2026-03-03
            register officer    report to qmr                B1.1    due 2026-03-03
            register officer    report to unit               B1.1    due 2026-03-03
        "#]],
    );
}
