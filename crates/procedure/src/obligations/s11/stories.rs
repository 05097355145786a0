//! Stories of S11, the upheld appeal.

use crate::stories::check;
use expect_test::expect;

#[test]
fn an_upheld_appeal_leaves_the_task_of_a_new_decision() {
    check(
        "letter 2026-03-02 appeal client result; register acknowledges; [assessed]; \
         QMR names participants chief; [planned]; head reports new decision; head decides partly; \
         head opens action; head reports result to QMR; head reports result to leadership; [sent]; \
         officer records response satisfied",
        expect![[r#"
            (head may not report new decision: S11 other road)
            certification head  report new decision          S11     due 2026-04-01
        "#]],
    );
    check(
        "letter 2026-03-02 appeal client result; register acknowledges; [assessed]; \
         QMR names participants chief; [planned]; head decides partly; head opens action; \
         head reports result to QMR; head reports result to leadership; [sent]; \
         officer records response satisfied; head reports new decision; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn it_may_be_handed_over_with_an_owner_and_a_day() {
    check(
        "letter 2026-03-02 appeal client result; register acknowledges; [assessed]; \
         QMR names participants chief; [planned]; head decides founded; head opens action; \
         head reports result to QMR; head reports result to leadership; [sent]; \
         officer records response satisfied; head reports new decision handed-over; \
         head reports new decision handed-over owner chief by 2026-05-04; QMR closes",
        expect![[r#"
            (head cannot report new decision: owner missing, by missing)
            closed
        "#]],
    );
}

#[test]
fn a_dismissed_appeal_leaves_none() {
    check(
        "letter 2026-03-02 appeal client result; register acknowledges; [assessed]; \
         QMR names participants chief; [planned]; head decides unfounded; head opens action; \
         head reports result to QMR; head reports result to leadership; [sent]; \
         head reports new decision",
        expect![[r#"
            (head may not report new decision: S11 other road)
            handler             record response              S7      due 2026-03-23
        "#]],
    );
}

#[test]
fn an_appeal_upheld_by_the_review_leaves_it_too() {
    check(
        "letter 2026-03-02 appeal client result; register acknowledges; [assessed]; \
         QMR names participants chief; [planned]; head decides unfounded; head opens action; \
         head reports result to QMR; head reports result to leadership; [sent]; \
         officer records response rejected; expert reviews founded",
        expect![[r#"
            requester           draft letter                 S8      due 2026-03-09
            certification head  report new decision          S11     due 2026-04-01
        "#]],
    );
}

#[test]
fn where_the_head_took_part_another_reports_it() {
    check(
        "letter 2026-03-02 appeal client; register acknowledges; all declare; \
         QMR names participants head; QMR assesses; [planned]; QMR decides founded; [sent]; \
         officer records response satisfied",
        expect![[r#"
            director            substitute                   S4      due 2026-03-03
            certification head  report new decision          S11     due 2026-04-01
        "#]],
    );
}
