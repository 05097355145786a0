//! Stories of B2.6, conduct.

use crate::stories::check;
use expect_test::expect;

#[test]
fn qmr_talks_with_the_person_complained_about() {
    check(
        "letter 2026-03-02 conduct of colleague; register acknowledges; QMR acknowledges; [assessed]",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR tells subject; \
         colleague records statement of colleague; QMR holds talk",
        expect![[r#""#]],
    );
}

#[test]
fn it_replaces_neither_the_reply_nor_the_limit() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR tells subject; \
         colleague records statement of colleague; QMR holds talk; [decided]",
        expect![[r#""#]],
    );
}

#[test]
fn nobody_talks_with_himself() {
    check(
        "letter 2026-03-02 conduct of QMR; QMR holds talk; officer holds talk",
        expect![[r#""#]],
    );
}

#[test]
fn a_talk_lies_between_receipt_and_today() {
    check(
        "letter 2026-03-10 conduct of colleague; [assessed]; QMR holds talk 2026-03-11; \
         QMR holds talk 2026-03-09; QMR holds talk 2026-03-10",
        expect![[r#""#]],
    );
}

#[test]
fn other_subjects_need_none() {
    check(
        "letter 2026-03-02; QMR declares; QMR holds talk",
        expect![[r#""#]],
    );
}

#[test]
fn what_is_not_ours_needs_none() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; all declare; QMR assesses not_ours",
        expect![[r#""#]],
    );
}
