//! Every value of every vocabulary in words, and what each vocabulary is called.

use procedure::calendar::DayKind;
use procedure::case::{Answer, BookEntry, LetterStage, Report, Stage};
use procedure::corrective_action::{ActionStage, CauseMethod, Effectiveness};
use procedure::deadline::DayRole;
use procedure::independence::Nature;
use procedure::obligations::s12::Sight;
use procedure::office::Office;
use procedure::vocabulary::*;
use procedure::year_book::YearStage;

use crate::lang::Lang;
use crate::texts;

/// A value that people read.
pub trait Say: Copy {
    /// What the vocabulary is called: the label of a choice, the head of a column.
    fn group(lang: Lang) -> &'static str;

    /// The value itself, as a choice or badge shows it.
    fn say(self, lang: Lang) -> &'static str;
}

macro_rules! words {
    ($($type:ident as $group:ident { $($value:ident: $message:ident),* $(,)? })*) => {$(
        impl Say for $type {
            fn group(lang: Lang) -> &'static str {
                texts(lang).$group()
            }

            fn say(self, lang: Lang) -> &'static str {
                let t = texts(lang);
                match self {
                    $($type::$value => t.$message(),)*
                }
            }
        }
    )*};
}

words! {
    Kind as vocabulary_kind {
        Complaint: kind_complaint,
        Grievance: kind_grievance,
        Appeal: kind_appeal,
    }
    Channel as vocabulary_channel {
        InPerson: channel_in_person,
        Phone: channel_phone,
        Letter: channel_letter,
        Email: channel_email,
        WebForm: channel_web_form,
        Chat: channel_chat,
        Fax: channel_fax,
        Authority: channel_authority,
    }
    Subject as vocabulary_subject {
        CertificationResult: subject_certification_result,
        StaffConduct: subject_staff_conduct,
        Confidentiality: subject_confidentiality,
        OtherActivity: subject_other_activity,
        ClientProduct: subject_client_product,
        ComplaintHandling: subject_complaint_handling,
    }
    Severity as vocabulary_severity {
        Low: severity_low,
        Medium: severity_medium,
        High: severity_high,
        Critical: severity_critical,
    }
    Degree as vocabulary_degree {
        Low: degree_low,
        Medium: degree_medium,
        High: degree_high,
    }
    Finding as vocabulary_finding {
        Founded: finding_founded,
        Partly: finding_partly,
        Unfounded: finding_unfounded,
        Undetermined: finding_undetermined,
    }
    Remedy as vocabulary_remedy {
        Explanation: remedy_explanation,
        Apology: remedy_apology,
        Retest: remedy_retest,
        Reevaluation: remedy_reevaluation,
        CorrectedCertificate: remedy_corrected_certificate,
        FeeRefund: remedy_fee_refund,
        StaffBriefing: remedy_staff_briefing,
        ProcedureChange: remedy_procedure_change,
        Referral: remedy_referral,
        None: remedy_none,
    }
    Role as vocabulary_role {
        RegisterOfficer: role_register_officer,
        Qmr: role_qmr,
        CertificationHead: role_certification_head,
        HeadOfDepartment: role_head_of_department,
        Director: role_director,
        DeputyDirector: role_deputy_director,
        Registry: role_registry,
        ImpartialityBody: role_impartiality_body,
        ExternalReviewer: role_external_reviewer,
        Auditor: role_auditor,
        Administrator: role_administrator,
        CaseOfficer: role_case_officer,
    }
    Part as vocabulary_part {
        ApplicationReview: part_application_review,
        Evaluation: part_evaluation,
        Review: part_review,
        Decision: part_decision,
        Signature: part_signature,
        FirstHandling: part_first_handling,
    }
    SigningMode as vocabulary_signing_mode {
        Head: signing_mode_head,
        Kt: signing_mode_kt,
        Tl: signing_mode_tl,
        Tuq: signing_mode_tuq,
        Q: signing_mode_q,
    }
    Ours as vocabulary_ours {
        Ours: ours_ours,
        NotOurs: ours_not_ours,
        OtherStatute: ours_other_statute,
    }
    ReopenGround as vocabulary_reopen_ground {
        NewMatter: reopen_ground_new_matter,
        OurError: reopen_ground_our_error,
    }
    Response as vocabulary_response {
        Satisfied: response_satisfied,
        Rejected: response_rejected,
    }
    Forum as vocabulary_forum {
        AccreditationBody: forum_accreditation_body,
        AuthorityBody: forum_authority,
        Arbitration: forum_arbitration,
        Court: forum_court,
    }
    AnnulGround as vocabulary_annul_ground {
        Mistake: annul_ground_mistake,
        Duplicate: annul_ground_duplicate,
        Spam: annul_ground_spam,
    }
    DispatchWay as vocabulary_dispatch_way {
        Post: dispatch_way_post,
        Email: dispatch_way_email,
        ByHand: dispatch_way_by_hand,
        Portal: dispatch_way_portal,
    }
    Delivery as vocabulary_delivery {
        Delivered: delivery_delivered,
        Returned: delivery_returned,
    }
    ClientMeasure as vocabulary_client_measure {
        NoMeasure: client_measure_no_measure,
        Surveillance: client_measure_surveillance,
        Suspension: client_measure_suspension,
    }
    LetterPurpose as vocabulary_letter_purpose {
        Reply: letter_purpose_reply,
        Referral: letter_purpose_referral,
        EndNotice: letter_purpose_end_notice,
        Correction: letter_purpose_correction,
    }
    LetterStage as vocabulary_letter_stage {
        Draft: letter_stage_draft,
        Submitted: letter_stage_submitted,
        Signed: letter_stage_signed,
        Numbered: letter_stage_numbered,
        Dispatched: letter_stage_dispatched,
    }
    Bar as vocabulary_bar {
        Subject: bar_subject,
        Interest: bar_interest,
        TookPart: bar_took_part,
        Client: bar_client,
        FirstRound: bar_first_round,
    }
    Office as vocabulary_office {
        Anyone: office_anyone,
        Receiver: office_receiver,
        RegisterOfficer: office_register_officer,
        Qmr: office_qmr,
        CertificationHead: office_certification_head,
        Director: office_director,
        Leader: office_leader,
        Registry: office_registry,
        CaseOfficer: office_case_officer,
        Doer: office_doer,
        Requester: office_requester,
        Approver: office_approver,
        Reviewer: office_reviewer,
        EffectReviewer: office_effect_reviewer,
        Signer: office_signer,
        Handler: office_handler,
        Clock: office_clock,
    }
    Nature as vocabulary_nature {
        Information: nature_information,
        Clerical: nature_clerical,
        Handling: nature_handling,
        Deciding: nature_deciding,
        Signing: nature_signing,
    }
    Sight as vocabulary_sight {
        Nothing: sight_nothing,
        Masked: sight_masked,
        Heading: sight_heading,
        Allegation: sight_allegation,
        Report: sight_report,
        Full: sight_full,
    }
    Stage as vocabulary_stage {
        Received: stage_received,
        Inquiry: stage_inquiry,
        Decided: stage_decided,
        Answered: stage_answered,
        Settled: stage_settled,
        Withdrawn: stage_withdrawn,
        Closed: stage_closed,
        Annulled: stage_annulled,
    }
    BookEntry as vocabulary_book_entry {
        Draft: book_entry_draft,
        Confirmed: book_entry_confirmed,
        AnnulmentAsked: book_entry_annulment_asked,
        Annulled: book_entry_annulled,
    }
    Report as vocabulary_report {
        Qmr: report_qmr,
        Unit: report_unit,
        ResultToQmr: report_result_to_qmr,
        ResultToLeadership: report_result_to_leadership,
        Forwarder: report_forwarder,
    }
    CauseMethod as vocabulary_cause_method {
        FiveWhys: cause_method_five_whys,
        Fishbone: cause_method_fishbone,
        Other: cause_method_other,
    }
    Effectiveness as vocabulary_effectiveness {
        Effective: effectiveness_effective,
        Partly: effectiveness_partly,
        NotEffective: effectiveness_not_effective,
    }
    ActionStage as vocabulary_action_stage {
        Open: action_stage_open,
        Planned: action_stage_planned,
        UnderWay: action_stage_under_way,
        AwaitingReview: action_stage_awaiting_review,
        Reviewed: action_stage_reviewed,
        Closed: action_stage_closed,
    }
    YearStage as vocabulary_year_stage {
        Open: year_stage_open,
        Compiled: year_stage_compiled,
        Reviewed: year_stage_reviewed,
        Received: year_stage_received,
        Frozen: year_stage_frozen,
        Filed: year_stage_filed,
    }
    DayKind as vocabulary_day_kind {
        Holiday: day_kind_holiday,
        MadeUpRest: day_kind_made_up_rest,
        SwappedRest: day_kind_swapped_rest,
        SwappedWork: day_kind_swapped_work,
    }
    DayRole as vocabulary_day_role {
        StartNotCounted: day_role_start_not_counted,
        Counted: day_role_counted,
        CountedThoughRest: day_role_counted_though_rest,
        Skipped: day_role_skipped,
        LastDayRolled: day_role_last_day_rolled,
        Due: day_role_due,
    }
}

impl Say for Answer {
    fn group(lang: Lang) -> &'static str {
        texts(lang).vocabulary_answer()
    }

    fn say(self, lang: Lang) -> &'static str {
        let t = texts(lang);
        match self {
            Answer::OnTheSpot => t.answer_on_the_spot(),
            Answer::Voice { .. } => t.answer_voice(),
            Answer::Letter => t.answer_letter(),
            Answer::Conclusion => t.answer_conclusion(),
            Answer::HandedOver => t.answer_handed_over(),
        }
    }
}
