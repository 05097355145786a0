//! Stories of B1.2, the promised reply.

use crate::stories::check;
use expect_test::expect;

#[test]
fn contact_promise_report_and_direction() {
    check(
        "phone 2026-03-02 conduct of colleague; explained, not satisfied",
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
        "phone 2026-03-02 conduct of colleague; explained, not satisfied; promised 2026-03-10",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-03-10
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 conduct of colleague; explained, not satisfied; promised 2026-03-10; \
         receiver reports to QMR; QMR declares; QMR directs",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-03-10
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn without_contact_there_is_a_reason_and_no_promise() {
    check(
        "phone 2026-03-02 anonymous; no contact",
        expect![[r#"
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 file conclusion              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
        "#]],
    );
}

#[test]
fn who_can_be_reached_gets_a_day_and_who_cannot_gets_none() {
    check(
        "phone 2026-03-02; no contact",
        expect![[r#"
            (receiver cannot promise: reply_by missing)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02; promised",
        expect![[r#"
            (receiver cannot promise: reply_by missing)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "phone 2026-03-02 anonymous; promised 2026-03-10",
        expect![[r#"
            (receiver cannot promise: no_contact_reason needs contact)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 file conclusion              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
        "#]],
    );
    check(
        "phone 2026-03-02 anonymous; promised",
        expect![[r#"
            (receiver cannot promise: no_contact_reason needs reason)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 file conclusion              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
        "#]],
    );
}

#[test]
fn a_promise_lies_within_the_limit() {
    check(
        "phone 2026-03-02; promised 2026-04-02; promised 2026-03-01; promised 2026-04-01",
        expect![[r#"
            (receiver cannot promise: reply_by after limit)
            (receiver cannot promise: reply_by in past)
            receiver            tell progress                B1.2    due 2026-04-01
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_promise_that_falls_due_is_met_by_news_with_a_new_day() {
    check(
        "phone 2026-03-02; promised 2026-03-10; 2026-03-09 receiver tells progress",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-03-10
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-23
        "#]],
    );
    check(
        "phone 2026-03-02; promised 2026-03-10; 2026-03-10 receiver tells progress; \
         receiver tells progress 2026-03-24",
        expect![[r#"
            (receiver cannot tell progress: reply_by missing)
            receiver            tell progress                B1.2    due 2026-03-24
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-24
        "#]],
    );
}

#[test]
fn a_promise_is_met_by_the_answer() {
    check(
        "phone 2026-03-02; promised 2026-04-01; receiver reports to QMR; QMR declares; QMR directs; \
         [decided]; officer answers by voice declined",
        expect![[r#"
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn past_the_limit_only_today_is_left_to_promise() {
    check(
        "phone 2026-03-02; 2026-04-10 receiver promises 2026-04-11; receiver promises 2026-04-10",
        expect![[r#"
            (receiver cannot promise: reply_by after limit)
            receiver            tell progress                B1.2    due 2026-04-10
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-04-24
        "#]],
    );
}

#[test]
fn who_writes_later_is_answered_in_writing_within_the_same_limit() {
    check(
        "phone 2026-03-02; promised 2026-03-10; 2026-03-05 receiver takes writing email",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-03-10
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn where_the_receiver_is_complained_about_another_takes_the_contact() {
    check(
        "phone 2026-03-02 conduct of receiver; promised 2026-03-10; QMR promises 2026-03-10; \
         receiver reports to QMR; register reports to QMR",
        expect![[r#"
            (receiver may not promise: S4 barred subject)
            (receiver may not report to qmr: S4 barred subject)
            handler             tell progress                B1.2    due 2026-03-10
            qmr                 give direction               B1.2    due 2026-03-03
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn a_colleague_of_the_receiver_takes_no_promise_out_of_his_hands() {
    check(
        "phone 2026-03-02; colleague promises 2026-03-10",
        expect![[r#"
            (colleague may not promise: B1.2 not your office)
            receiver            promise                      B1.2    due 2026-03-03
            receiver            report to qmr                B1.2    due 2026-03-03
            qmr                 give direction               B1.2    due 2026-03-04
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 assess                       S2 S3   due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
