//! Stories of S6, heard.

use crate::stories::check;
use expect_test::expect;

#[test]
fn who_is_complained_about_is_told_and_may_answer() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject; colleague records statement of colleague",
        expect![[r#""#]],
    );
}

#[test]
fn no_finding_before_he_was_heard() {
    check(
        "letter 2026-03-02 conduct of colleague; [planned]; QMR decides founded; QMR tells subject; \
         QMR decides founded; QMR records statement of colleague declined; QMR decides founded",
        expect![[r#""#]],
    );
}

#[test]
fn he_speaks_for_himself_only() {
    check(
        "letter 2026-03-02 conduct of colleague of second; [assessed]; QMR tells subject; \
         colleague records statement of second; colleague records statement of colleague; \
         colleague records statement of colleague; QMR records statement of officer; \
         QMR records statement of second",
        expect![[r#""#]],
    );
}

#[test]
fn he_is_told_before_he_is_asked() {
    check(
        "letter 2026-03-02 conduct of colleague; [assessed]; colleague records statement of colleague",
        expect![[r#""#]],
    );
}

#[test]
fn who_is_named_later_is_told_and_heard_too() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject; colleague records statement of colleague; \
         QMR names concerned colleague second",
        expect![[r#""#]],
    );
}

#[test]
fn a_person_named_after_the_finding_undoes_it_until_he_was_heard() {
    check(
        "letter 2026-03-02 conduct of colleague; QMR acknowledges; [assessed]; QMR holds talk; \
         QMR tells subject; colleague records statement of colleague; [planned]; \
         QMR decides founded; QMR names concerned colleague second",
        expect![[r#""#]],
    );
}
