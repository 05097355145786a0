//! Stories of S10 in a case; the life of a corrective action is told in `corrective_action`.

use crate::stories::check;
use expect_test::expect;

#[test]
fn a_case_closes_with_the_action_still_running() {
    check(
        "letter 2026-03-02; register acknowledges; [decided]; QMR opens action owner chief; [sent]; \
         [silence]; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn an_owner_works_here() {
    check(
        "letter 2026-03-02; [assessed]; staff: chief leaves; QMR opens action owner chief",
        expect![[r#"
            (QMR cannot open corrective action: owner unknown person)
            qmr                 establish cause              B2.1    due 2026-03-16
            qmr                 dispatch letter              B2.4    due 2026-04-01
            register officer    acknowledge                  S1      due 2026-03-04
            qmr                 decide outcome               S7      due 2026-03-27
            handler             tell progress                S9      due 2026-03-16
        "#]],
    );
}
