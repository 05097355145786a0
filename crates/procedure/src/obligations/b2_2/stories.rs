//! Stories of B2.2, the certification result.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_head_settles_it_reports_twice_and_a_corrective_action_runs() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]",
        expect![[r#"
            certification head  establish cause              B2.1    due 2026-03-16
            certification head  decide outcome               B2.2    due 2026-03-27
            certification head  open corrective action       B2.2    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            qmr                 name participants            S4      due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         head finds cause; officer plans; Director approves plan; head decides founded",
        expect![[r#"
            certification head  report result to qmr         B2.2    due 2026-03-03
            certification head  report result to leadership  B2.2    due 2026-03-03
            certification head  open corrective action       B2.2    due 2026-03-16
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         head finds cause; officer plans; Director approves plan; head decides founded; \
         head opens action owner chief; head reports result to QMR; head reports result to leadership",
        expect![[r#"
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn it_goes_by_the_subject_whatever_the_channel() {
    check(
        "phone 2026-03-02 result; receiver reports to QMR; promised 2026-03-20; QMR declares; \
         QMR directs; [assessed]",
        expect![[r#"
            receiver            tell progress                B1.2    due 2026-03-20
            certification head  establish cause              B2.1    due 2026-03-16
            certification head  decide outcome               B2.2    due 2026-03-27
            certification head  open corrective action       B2.2    due 2026-03-16
            qmr                 answer by voice              B2.4    due 2026-04-01
            qmr                 name participants            S4      due 2026-03-05
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_reports_come_before_the_signature() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         [planned]; head decides founded; head opens action; [drafted]; Director signs; \
         head reports result to QMR; Director signs; head reports result to leadership; \
         Director signs",
        expect![[r#"
            (Director may not sign letter: B2.2 report first)
            (Director may not sign letter: B2.2 report first)
            registry            number letter                B2.3    due 2026-03-03
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}

#[test]
fn the_reports_come_before_an_answer_by_voice() {
    check(
        "phone 2026-03-02 result; [assessed]; QMR names participants chief; [planned]; \
         head decides founded; head opens action; officer answers by voice; \
         head reports result to QMR; head reports result to leadership; officer answers by voice",
        expect![[r#"
            (officer may not answer by voice: B2.2 report first)
            requester           draft letter                 S7      due 2026-03-09
        "#]],
    );
}

#[test]
fn it_never_closes_without_the_action() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         [planned]; head decides founded; head reports result to QMR; \
         head reports result to leadership; [sent]; [silence]; QMR closes; head opens action; \
         QMR closes",
        expect![[r#"
            (QMR may not close: S7 duties left)
            closed
        "#]],
    );
}

#[test]
fn a_head_who_took_part_proposes_and_another_approves() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants head; \
         [planned]; head decides founded; head proposes founded",
        expect![[r#"
            (head may not decide outcome: S4 barred took part)
            certification head  open corrective action       B2.2    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            approver            approve outcome              S4      due 2026-03-04
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants head; \
         [planned]; head proposes founded; head approves outcome; Director rejects outcome; \
         head proposes partly; Director approves outcome",
        expect![[r#"
            (head may not approve outcome: S4 not your office)
            certification head  report result to qmr         B2.2    due 2026-03-03
            certification head  report result to leadership  B2.2    due 2026-03-03
            certification head  open corrective action       B2.2    due 2026-03-16
            requester           draft letter                 B2.3    due 2026-03-27
            qmr                 dispatch letter              B2.4    due 2026-04-01
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
