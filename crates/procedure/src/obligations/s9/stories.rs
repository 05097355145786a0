//! Stories of S9, progress.

use crate::stories::check;
use expect_test::expect;

#[test]
fn the_complainant_hears_every_ten_days() {
    check(
        "letter 2026-03-02; register acknowledges",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; 2026-03-16 officer tells progress",
        expect![[r#""#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; 2026-03-16 officer tells progress",
        expect![[r#""#]],
    );
}

#[test]
fn also_who_was_never_acknowledged() {
    check(
        "phone 2026-03-02; receiver reports to QMR",
        expect![[r#""#]],
    );
}

#[test]
fn an_extension_told_is_progress() {
    check(
        "letter 2026-03-02; register acknowledges; [assessed]; \
         2026-03-12 QMR asks extension 2026-04-15; Director grants 2026-04-15; \
         officer tells extension",
        expect![[r#""#]],
    );
}

#[test]
fn who_cannot_be_reached_hears_nothing() {
    check(
        "letter 2026-03-02 unreachable; register tells progress",
        expect![[r#""#]],
    );
}

#[test]
fn during_the_review_he_hears_too() {
    check(
        "letter 2026-03-02; register acknowledges; [rejected]; 2026-03-10 officer tells progress",
        expect![[r#""#]],
    );
}

#[test]
fn the_forwarder_gets_its_report_by_its_own_day() {
    check(
        "authority 2026-03-02 report-by 2026-03-20; register acknowledges",
        expect![[r#""#]],
    );
    check(
        "authority 2026-03-02; register acknowledges; officer reports to forwarder; \
         register reports to forwarder; [answered]",
        expect![[r#""#]],
    );
    check(
        "authority 2026-03-02 report-by 2026-03-20; register acknowledges; [answered]; \
         officer reports to forwarder; officer reports to forwarder; \
         officer records response satisfied; officer closes",
        expect![[r#""#]],
    );
}

#[test]
fn a_withdrawal_is_reported_to_the_forwarder_too() {
    check(
        "authority 2026-03-02 report-by 2026-03-20; register acknowledges; all declare; \
         register withdraws; [sent]",
        expect![[r#""#]],
    );
}
