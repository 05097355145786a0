//! Stories of S10 in a case; the life of a corrective action is told in `corrective_action`.

use crate::stories::check;
use expect_test::expect;

#[test]
fn a_case_closes_with_the_action_still_running() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]; QMR opens action owner chief; [sent]; \
         [silence]; QMR closes",
        expect![[r#""#]],
    );
}

#[test]
fn an_owner_works_here() {
    check(
        "letter 2026-03-02; [assessed]; staff: chief leaves; QMR opens action owner chief",
        expect![[r#""#]],
    );
}
