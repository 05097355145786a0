//! The periods of the procedure with their defaults, which an organisation may change.

use serde::{Deserialize, Serialize};

macro_rules! periods {
    ($($(#[$doc:meta])* $name:ident: $default:literal),* $(,)?) => {
        /// Periods in working days, unless the field says calendar days.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct Periods { $($(#[$doc])* pub $name: u16,)* }

        impl Default for Periods {
            fn default() -> Self {
                Self { $($name: $default,)* }
            }
        }

        impl Periods {
            pub const NAMES: &[&str] = &[$(stringify!($name)),*];

            /// Each period by name, for the page of settings.
            pub fn get(&self, name: &str) -> Option<u16> {
                match name { $(stringify!($name) => Some(self.$name),)* _ => None }
            }

            /// Changes a period by name; `false` when there is none of that name.
            pub fn set(&mut self, name: &str, days: u16) -> bool {
                match name { $(stringify!($name) => self.$name = days,)* _ => return false }
                true
            }
        }
    };
}

periods! {
    /// B1.1: the register officer confirms the entry.
    confirm_entry: 1,
    /// B1.1, B1.2: reports to QMR and the unit concerned.
    report: 1,
    /// B1.2: contact details are taken and a reply is promised.
    promise: 1,
    /// B1.2: QMR gives the direction.
    direction: 1,
    /// S1: acknowledgement of a written case.
    acknowledge: 2,
    /// S2, S3: ours or not, severity.
    assess: 3,
    /// S4: the people who took part are named.
    participants: 3,
    /// S4: a replacement is named.
    replacement: 1,
    /// S6: the person complained about is told.
    tell_subject: 3,
    /// S6: that person's own account.
    statement: 5,
    /// B2.1: cause known and plan proposed, from assessment.
    plan: 10,
    /// B2.1: leadership approves or returns the plan.
    approve_plan: 2,
    /// B2.3: the reply is drafted so long before the limit.
    draft_before_limit: 3,
    /// B2.3: leadership signs or returns.
    sign: 2,
    /// B2.3: the registry numbers and sends.
    dispatch: 1,
    /// B2.4: calendar days from receipt to the answer.
    answer_calendar: 30,
    /// B2.5: the complainant is told of a new limit.
    tell_extension: 1,
    /// B2.7: the leak is investigated, from assessment.
    investigate: 10,
    /// B2.7: hours from the first reading to the data-protection assessment.
    leak_hours: 72,
    /// S7: formal notice after an answer by voice.
    notice: 5,
    /// S7: the complainant may reject the outcome.
    response: 15,
    /// S8: calendar days for the internal review.
    review_calendar: 30,
    /// S8: calendar days in which recourse outside is awaited.
    recourse_calendar: 30,
    /// S9: the complainant hears of progress.
    progress: 10,
    /// S10: calendar days from the last action to the review of its effect.
    effectiveness_calendar: 90,
    /// S10: a corrective action gets its cause and plan.
    corrective_plan: 10,
    /// S11: calendar days for the new certification decision.
    new_decision_calendar: 30,
    /// S13: QMR confirms an annulment.
    confirm_annulment: 2,
    /// S14: the client is asked for its evidence.
    ask_client: 3,
    /// S14: referral and surveillance are decided, from the outcome.
    client_measures: 10,
}
