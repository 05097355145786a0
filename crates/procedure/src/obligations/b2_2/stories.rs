//! Stories of B2.2, the certification result.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_head_settles_it_reports_twice_and_a_corrective_action_runs() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         head finds cause; officer plans; Director approves plan; head decides founded",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         head finds cause; officer plans; Director approves plan; head decides founded; \
         head opens action owner chief; head reports result to QMR; head reports result to leadership",
        expect![[r#""#]],
    );
}

#[test]
fn it_goes_by_the_subject_whatever_the_channel() {
    check(
        "phone 2026-03-02 result; receiver reports to QMR; promised 2026-03-20; QMR declares; \
         QMR directs; [assessed]",
        expect![[r#""#]],
    );
}

#[test]
fn the_reports_come_before_the_signature() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         [planned]; head decides founded; head opens action; [drafted]; Director signs; \
         head reports result to QMR; Director signs; head reports result to leadership; \
         Director signs",
        expect![[r#""#]],
    );
}

#[test]
fn the_reports_come_before_an_answer_by_voice() {
    check(
        "phone 2026-03-02 result; [assessed]; QMR names participants chief; [planned]; \
         head decides founded; head opens action; officer answers by voice; \
         head reports result to QMR; head reports result to leadership; officer answers by voice",
        expect![[r#""#]],
    );
}

#[test]
fn it_never_closes_without_the_action() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants chief; \
         [planned]; head decides founded; head reports result to QMR; \
         head reports result to leadership; [sent]; [silence]; QMR closes; head opens action; \
         QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn a_head_who_took_part_proposes_and_another_approves() {
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants head; \
         [planned]; head decides founded; head proposes founded",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 result; register acknowledges; [assessed]; QMR names participants head; \
         [planned]; head proposes founded; head approves outcome; Director rejects outcome; \
         head proposes partly; Director approves outcome",
        expect![[r#""#]],
    );
}
