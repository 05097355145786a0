//! Stories of S3, the assessment and the alert.

use crate::stories::check;
use expect_test::expect;

#[test]
fn safety_alerts_the_director_the_same_day() {
    check(
        "letter 2026-03-02 product safety; register acknowledges",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 product safety; register acknowledges; register alerts",
        expect![[r#""#]],
    );
}

#[test]
fn safety_found_in_the_assessment_too() {
    check(
        "letter 2026-03-02 product; register acknowledges; +1; all declare; QMR assesses safety",
        expect![[r#""#]],
    );
}

#[test]
fn an_assessment_does_not_postpone_the_alert() {
    check(
        "letter 2026-03-02 product safety; register acknowledges; +2; all declare; QMR assesses",
        expect![[r#""#]],
    );
}

#[test]
fn without_safety_there_is_no_alert() {
    check(
        "letter 2026-03-02; register alerts",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02 product safety; register acknowledges; all declare; QMR assesses harmless",
        expect![[r#""#]],
    );
}
