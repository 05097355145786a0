//! The words of the procedure as enums: kinds, channels, subjects, severity, outcomes, remedies, roles.

use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $key)] $variant,)* }

        impl $name {
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// The name used in records, addresses and message files.
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key,)* }
            }

            /// The value with this key, if there is one.
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some($name::$variant),)* _ => None }
            }
        }
    )*};
}

vocabulary! {
    /// What a submission is, decided by substance.
    Kind {
        /// Khiếu nại.
        Complaint = "complaint",
        /// Phàn nàn: the same, lighter, often spoken.
        Grievance = "grievance",
        /// Kháng nghị: a client's or applicant's request to reconsider a named decision.
        Appeal = "appeal",
    }

    /// How it reached the body.
    Channel {
        InPerson = "in_person",
        Phone = "phone",
        Letter = "letter",
        Email = "email",
        WebForm = "web_form",
        Chat = "chat",
        Fax = "fax",
        /// By way of an authority or accreditation body.
        Authority = "authority",
    }

    /// What it is about; a case has one or more.
    Subject {
        CertificationResult = "certification_result",
        StaffConduct = "staff_conduct",
        Confidentiality = "confidentiality",
        OtherActivity = "other_activity",
        /// A certified client's product or use of the mark.
        ClientProduct = "client_product",
        ComplaintHandling = "complaint_handling",
    }

    /// How grave it is (ISO 10002 7.5).
    Severity { Low = "low", Medium = "medium", High = "high", Critical = "critical" }

    /// A degree, for complexity and impact.
    Degree { Low = "low", Medium = "medium", High = "high" }

    /// The finding.
    Finding {
        Founded = "founded",
        Partly = "partly",
        Unfounded = "unfounded",
        Undetermined = "undetermined",
    }

    /// What was given to put it right (ISO 10002 annex F, for a certification body).
    Remedy {
        Explanation = "explanation",
        Apology = "apology",
        Retest = "retest",
        Reevaluation = "reevaluation",
        CorrectedCertificate = "corrected_certificate",
        FeeRefund = "fee_refund",
        StaffBriefing = "staff_briefing",
        ProcedureChange = "procedure_change",
        Referral = "referral",
        None = "none",
    }

    /// A role of the procedure, held by a person for a period on the strength of a named document.
    Role {
        RegisterOfficer = "register_officer",
        Qmr = "qmr",
        CertificationHead = "certification_head",
        HeadOfDepartment = "head_of_department",
        Director = "director",
        DeputyDirector = "deputy_director",
        Registry = "registry",
        ImpartialityBody = "impartiality_body",
        ExternalReviewer = "external_reviewer",
        Auditor = "auditor",
        Administrator = "administrator",
        /// May be named case officer.
        CaseOfficer = "case_officer",
    }

    /// The part somebody took in the activity that a case is about (ISO/IEC 17065 7.3–7.6).
    Part {
        ApplicationReview = "application_review",
        Evaluation = "evaluation",
        Review = "review",
        Decision = "decision",
        Signature = "signature",
        /// Took part in handling the first case (a case about complaint handling).
        FirstHandling = "first_handling",
    }

    /// The authority with which a letter is signed (Nghị định 30/2020, art. 13).
    SigningMode {
        /// The head himself.
        Head = "head",
        /// KT.: a deputy in his field.
        Kt = "kt",
        /// TL.: by order, written in the working regulation.
        Tl = "tl",
        /// TUQ.: by written, time-limited mandate.
        Tuq = "tuq",
        /// Q.: acting head.
        Q = "q",
    }

    /// Whether what was complained of is the body's own business.
    Ours {
        Ours = "ours",
        /// A matter for another body, or commercial only: a reasoned answer with a referral.
        NotOurs = "not_ours",
        /// A report of law-breaking or a matter of administrative law: handed to the competent person.
        OtherStatute = "other_statute",
    }

    /// Why a closed case is opened again.
    ReopenGround { NewMatter = "new_matter", OurError = "our_error" }

    /// What the complainant says of the answer.
    Response { Satisfied = "satisfied", Rejected = "rejected" }

    /// Where a complainant can go outside.
    Forum {
        AccreditationBody = "accreditation_body",
        AuthorityBody = "authority",
        Arbitration = "arbitration",
        Court = "court",
    }

    /// Why an entry of the register is annulled.
    AnnulGround { Mistake = "mistake", Duplicate = "duplicate", Spam = "spam" }

    /// How the letter left the house.
    DispatchWay { Post = "post", Email = "email", ByHand = "by_hand", Portal = "portal" }

    /// What became of a dispatched letter.
    Delivery { Delivered = "delivered", Returned = "returned" }

    /// What is done about a certified client after a complaint on its product or mark.
    ClientMeasure {
        NoMeasure = "no_measure",
        Surveillance = "surveillance",
        Suspension = "suspension",
    }

    /// What a letter is for.
    LetterPurpose {
        /// The answer with outcome and recourse.
        Reply = "reply",
        /// The reasoned answer to a matter that is not ours.
        Referral = "referral",
        /// The notice of the end of the process.
        EndNotice = "end_notice",
        /// What puts a slip of form right in an issued letter (đính chính).
        Correction = "correction",
    }

    /// Why somebody stays out of a case.
    Bar {
        /// The person complained about.
        Subject = "subject",
        /// Declared an interest.
        Interest = "interest",
        /// Took part in the activity concerned.
        TookPart = "took_part",
        /// Worked for or advised that client within two calendar years.
        Client = "client",
        /// Handled, decided or signed the first case.
        FirstRound = "first_round",
    }
}

impl Channel {
    /// In person and phone are verbal; all others are written.
    pub const fn is_written(self) -> bool {
        !matches!(self, Channel::InPerson | Channel::Phone)
    }

    /// E-mail and web forms are acknowledged the same day (Nghị định 30/2020, art. 21.2c).
    pub const fn is_electronic(self) -> bool {
        matches!(self, Channel::Email | Channel::WebForm)
    }
}
