//! The roads of the procedure from receipt to the end, each in one story.

use crate::stories::check;
use expect_test::expect;

#[test]
fn a_verbal_settled_on_the_spot() {
    check(
        "phone 2026-03-02 grievance; explained, satisfied; register confirms; \
         receiver reports to QMR; register reports to unit; register closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn b_verbal_not_settled_promised_answered() {
    check(
        "phone 2026-03-02 conduct of colleague; explained, not satisfied; promised 2026-03-12; \
         receiver reports to QMR; all declare; +1 QMR directs; QMR assesses severity medium; \
         QMR tells subject; 2026-03-05 colleague records statement of colleague; QMR holds talk; \
         officer finds cause; officer plans officer:2026-03-16; Director approves plan; \
         2026-03-12 receiver tells progress 2026-03-20; 2026-03-16 officer reports measure 0; \
         2026-03-19 officer adds evidence; QMR decides partly; receiver answers by voice declined; \
         2026-03-25 receiver records response satisfied; receiver closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn c_written_plan_returned_letter_returned_signed_kt_delivered() {
    check(
        "letter 2026-03-02; clerk records incoming 31; register acknowledges; all declare; \
         +1 QMR assesses; 2026-03-09 QMR finds cause; officer plans; deputy returns plan; \
         officer plans second:2026-03-20; deputy approves plan; 2026-03-16 officer tells progress; \
         2026-03-18 second reports measure 0; officer adds evidence; QMR decides founded; \
         QMR drafts for deputy; QMR submits; deputy returns letter; QMR drafts for deputy; \
         QMR submits; 2026-03-19 deputy signs; clerk numbers 41; clerk dispatches; \
         2026-03-24 clerk records post delivered; 2026-04-15 clock lapses; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn d_appeal_where_the_head_took_part_upheld_corrective_action_new_decision() {
    check(
        "letter 2026-03-02 appeal client result; register acknowledges; all declare; QMR assesses; \
         QMR names participants client head:decision head:signature chief:evaluation; \
         head finds cause; Director puts expert for certification_head; expert finds cause; \
         officer plans; deputy approves plan; expert adds evidence; expert decides founded; \
         expert opens action owner second; expert reports result to QMR; \
         expert reports result to leadership; QMR drafts for Director; QMR submits; \
         2026-03-11 Director signs; clerk numbers 42; clerk dispatches; \
         2026-03-16 officer records response satisfied; head reports new decision; \
         expert reports new decision handed-over owner expert by 2026-04-15; QMR closes",
        expect![[r#"
            (head may not establish cause: S4 barred took part)
            (head may not report new decision: S4 barred took part)
            closed
        "#]],
    );
}

#[test]
fn e_conduct() {
    check(
        "in-person 2026-03-02 conduct of colleague; explained, not satisfied; promised 2026-03-16; \
         receiver reports to QMR; all declare; QMR directs; QMR assesses; QMR tells subject; \
         +2 colleague records statement of colleague; QMR holds talk; officer finds cause; \
         officer plans; Director approves plan; QMR decides unfounded; [sent]; [silence]; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn f_confidentiality() {
    check(
        "email 2026-03-01 confidentiality registered 2026-03-02 read 2026-03-01T20:15; \
         QMR acknowledges; all declare; QMR assesses severity high; +1 QMR assesses breach; \
         QMR investigates; QMR tells client; QMR opens action owner officer; QMR finds cause; \
         officer plans officer:2026-03-20; Director approves plan; \
         2026-03-18 officer reports measure 0; officer adds evidence; QMR decides founded; [sent]; \
         [silence]; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn g_extension_granted_then_one_refused() {
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses; QMR finds cause; \
         officer plans; Director approves plan; 2026-03-16 officer tells progress; \
         2026-03-25 QMR asks extension 2026-04-15; Director grants 2026-04-15; \
         officer tells extension; 2026-04-08 officer tells progress; \
         2026-04-14 QMR asks extension 2026-05-15; 2026-04-15 Director refuses extension; \
         QMR decides undetermined; QMR drafts for Director; QMR submits; Director signs; \
         clerk numbers 43; clerk dispatches; officer records response satisfied; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn h_not_satisfied_reviewed_recourse_outside() {
    check(
        "letter 2026-03-02; register acknowledges; [answered]; \
         2026-03-10 officer records response rejected; 2026-03-23 officer tells progress; \
         2026-04-01 expert reviews partly; QMR drafts for deputy; QMR submits; deputy signs; \
         clerk numbers 44; clerk dispatches; 2026-04-20 officer records recourse accreditation_body; \
         2026-07-01 officer records recourse result; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn i_withdrawn_then_reopened_for_a_new_matter_and_for_our_error() {
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses; +2 register withdraws; \
         [sent]; QMR closes; 2026-05-11 QMR reopens new_matter 2026-05-08; register acknowledges; \
         QMR assesses; [answered]; [silence]; QMR closes; 2026-07-01 QMR reopens our_error; \
         register acknowledges; [answered]; officer records response satisfied; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}

#[test]
fn k_two_people_on_one_case_do_not_do_one_act_twice() {
    check(
        "staff: second stands-for QMR; letter 2026-03-02; register acknowledges; all declare; \
         QMR assesses; second assesses; QMR finds cause; second finds cause; officer plans; \
         Director approves plan; deputy approves plan; QMR decides founded; \
         second decides unfounded; [sent]; clerk dispatches; officer records response satisfied; \
         QMR records response rejected; QMR closes; second closes",
        expect![[r#"
            (second may not establish cause: B2.1 already done)
            (deputy may not approve plan: B2.1 already done)
            (second may not decide outcome: S7 already done)
            (clerk may not dispatch letter: B2.3 already done)
            (QMR may not record response: S7 already done)
            (second may not close: S13 closed)
            closed
        "#]],
    );
}

#[test]
fn other_roads_not_ours_handed_over_product_without_address_forwarded() {
    check(
        "chat 2026-03-02; register acknowledges; all declare; QMR assesses not_ours; [sent]; \
         QMR closes",
        expect![[r#"
            closed
        "#]],
    );
    check(
        "letter 2026-03-02; register acknowledges; all declare; QMR assesses other_statute; \
         QMR hands over; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
    check(
        "web 2026-03-02 product safety; register acknowledges; register alerts; all declare; \
         QMR assesses; QMR names participants client chief; QMR asks client 2026-03-10; \
         QMR finds cause; officer plans; Director approves plan; officer adds evidence; \
         QMR decides founded; QMR refers to client; deputy decides measure suspension; [sent]; \
         [silence]; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
    check(
        "letter 2026-03-02 anonymous; all declare; QMR assesses; QMR finds cause; officer plans; \
         Director approves plan; QMR decides undetermined; Director files conclusion; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
    check(
        "authority 2026-03-02 withheld report-by 2026-03-20; register acknowledges; all declare; \
         QMR assesses; [answered]; officer reports to forwarder; [silence]; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
    check(
        "letter 2026-03-02; register asks annulment duplicate; QMR declares; +1 QMR annuls",
        expect![[r#"
            annulled
        "#]],
    );
}

#[test]
fn with_the_director_complained_about_the_body_and_the_governing_letter_end_it() {
    check(
        "staff: deputy signs-nothing; letter 2026-03-02 conduct of Director; all declare; \
         QMR acknowledges; QMR assesses; QMR tells subject; Director records statement of Director; \
         QMR holds talk; QMR finds cause; officer plans; board approves plan; QMR decides founded; \
         board records governing letter; officer records response satisfied; QMR closes",
        expect![[r#"
            closed
        "#]],
    );
}
