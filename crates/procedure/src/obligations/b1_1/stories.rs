//! Stories of B1.1, settled on the spot.

use crate::stories::check;
use expect_test::expect;

#[test]
fn what_is_settled_is_confirmed_and_reported_and_nothing_else() {
    check(
        "phone 2026-03-02; explained, satisfied",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02; explained, satisfied; register confirms",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; receiver reports to QMR; \
         register reports to unit",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; receiver reports to QMR; \
         register reports to unit; register closes",
        expect![[r#""#]],
    );
}

#[test]
fn it_closes_only_when_all_is_done() {
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; receiver reports to QMR; \
         register closes",
        expect![[r#""#]],
    );
}

#[test]
fn a_duty_of_yesterday_is_a_duty_still() {
    check(
        "phone 2026-03-02; explained, satisfied; 2026-05-20; register confirms",
        expect![[r#""#]],
    );
}

#[test]
fn the_register_officer_who_received_it_need_not_confirm() {
    check(
        "phone 2026-03-02 by register; register settles",
        expect![[r#""#]],
    );
}

#[test]
fn it_is_never_open_to_what_weighs_more() {
    check(
        "letter 2026-03-02; receiver settles",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 client appeal; receiver settles",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 result; receiver settles",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 confidentiality; receiver settles",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 product safety; receiver settles",
        expect![[r#""#]],
    );
}

#[test]
fn nobody_settles_a_complaint_about_himself() {
    check(
        "in-person 2026-03-02 conduct of receiver; receiver settles; colleague settles",
        expect![[r#""#]],
    );
}

#[test]
fn only_the_one_who_received_it_settles_and_only_at_once() {
    check(
        "phone 2026-03-02; colleague settles; QMR declares; QMR settles",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02; +1 receiver settles",
        expect![[r#""#]],
    );
}

#[test]
fn the_talk_about_conduct_follows_all_the_same() {
    check(
        "in-person 2026-03-02 conduct of colleague; explained, satisfied; register confirms; \
         register reports to QMR; register reports to unit",
        expect![[r#""#]],
    );
    check(
        "in-person 2026-03-02 conduct of colleague; explained, satisfied; register confirms; \
         register reports to QMR; register reports to unit; +2 QMR declares; QMR holds talk; \
         register closes",
        expect![[r#""#]],
    );
}

#[test]
fn where_the_register_officer_is_complained_about_qmr_confirms() {
    check(
        "phone 2026-03-02 conduct of register; explained, satisfied; register confirms; QMR confirms",
        expect![[r#""#]],
    );
}

#[test]
fn where_qmr_is_complained_about_another_holds_the_talk() {
    check(
        "phone 2026-03-02 conduct of QMR; explained, satisfied; register confirms; \
         register reports to unit; register reports to QMR",
        expect![[r#""#]],
    );
    check(
        "phone 2026-03-02 conduct of QMR; explained, satisfied; register confirms; \
         register reports to unit; register reports to QMR; Director declares; \
         Director puts chief for qmr; chief declares; chief holds talk; register closes",
        expect![[r#""#]],
    );
}

#[test]
fn qmr_overturns_and_the_limit_runs_from_the_receipt() {
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; register reports to QMR; \
         +5 QMR declares; QMR overturns",
        expect![[r#""#]],
    );
}

#[test]
fn qmr_overturns_also_what_was_closed() {
    check(
        "phone 2026-03-02; explained, satisfied; register confirms; register reports to QMR; \
         register reports to unit; register closes; 2026-03-20 QMR declares; QMR overturns",
        expect![[r#""#]],
    );
}

#[test]
fn what_was_overturned_is_never_settled_again() {
    check(
        "phone 2026-03-02; explained, satisfied; QMR declares; QMR overturns; receiver settles",
        expect![[r#""#]],
    );
}

#[test]
fn an_annulment_refused_leaves_the_entry_as_it_was() {
    check(
        "phone 2026-03-02; explained, satisfied; register asks annulment; QMR declares; \
         QMR refuses annulment",
        expect![[r#""#]],
    );
}
