//! Stories of B2.8: the compilation of a year.

use crate::stories::years::check;
use expect_test::expect;

#[test]
fn it_is_compiled_reviewed_received_frozen_and_filed() {
    check(
        "2027-01-04 register compiles",
        expect![[r#"
            qmr                 review                       due 2027-01-31
        "#]],
    );
    check(
        "2027-01-04 register compiles; QMR reviews",
        expect![[r#"
            leader              receive compilation          due 2027-01-31
        "#]],
    );
    check(
        "2027-01-04 register compiles; QMR reviews; Director receives",
        expect![[r#"
            register officer    freeze                       due 2027-01-31
        "#]],
    );
    check(
        "2027-01-04 register compiles; QMR reviews; Director receives; register freezes",
        expect![[r#"
            register officer    file                         due 2027-01-31
        "#]],
    );
    check(
        "2027-01-04 register compiles; QMR reviews; deputy receives; register freezes; register files",
        expect![[r#"
            filed
        "#]],
    );
}

#[test]
fn it_is_due_by_the_end_of_january_also_when_nobody_began() {
    check(
        "",
        expect![[r#"
            register officer    compile                      due 2027-01-31
        "#]],
    );
}

#[test]
fn not_before_the_year_is_over() {
    check(
        "2026-12-31 register compiles; 2027-01-01 register compiles",
        expect![[r#"
            (register may not compile: B2.8 not due yet)
            qmr                 review                       due 2027-01-31
        "#]],
    );
}

#[test]
fn each_step_has_its_office() {
    check(
        "2027-01-04 QMR compiles; register compiles; register reviews; QMR reviews; QMR receives; \
         Director receives; Director freezes; clerk files; clock freezes",
        expect![[r#"
            (QMR may not compile: B2.8 not your office)
            (register may not review: B2.8 not your office)
            (QMR may not receive compilation: B2.8 not your office)
            (Director may not freeze: B2.8 not your office)
            (clerk may not file: B2.8 report first)
            (clock may not freeze: B2.8 not your office)
            register officer    freeze                       due 2027-01-31
        "#]],
    );
}

#[test]
fn each_step_waits_for_the_one_before_and_is_taken_once() {
    check(
        "2027-01-04 QMR reviews; Director receives; register freezes; register files; \
         register compiles; register compiles; QMR reviews; QMR reviews; register compiles; \
         Director receives; Director receives; register freezes; register freezes; register files; \
         register files",
        expect![[r#"
            (QMR may not review: B2.8 report first)
            (Director may not receive compilation: B2.8 report first)
            (register may not freeze: B2.8 report first)
            (register may not file: B2.8 report first)
            (QMR may not review: B2.8 already done)
            (register may not compile: B2.8 already done)
            (Director may not receive compilation: B2.8 already done)
            (register may not freeze: B2.8 already done)
            (register may not file: B2.8 already done)
            filed
        "#]],
    );
}

#[test]
fn qmr_returns_it_and_it_is_compiled_again() {
    check(
        "2027-01-04 register compiles; QMR returns; QMR reviews; register compiles; QMR reviews; \
         QMR returns",
        expect![[r#"
            (QMR may not review: B2.8 report first)
            (QMR may not return compilation: B2.8 already done)
            leader              receive compilation          due 2027-01-31
        "#]],
    );
}

#[test]
fn what_is_frozen_is_what_was_compiled_and_received() {
    check(
        "2027-01-04 register compiles; QMR reviews; Director receives; register freezes another; \
         register freezes; register files nowhere; register files",
        expect![[r#"
            (register cannot freeze: digest not what was submitted)
            (register cannot file: file_code missing)
            filed
        "#]],
    );
}
