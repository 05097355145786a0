//! §2: on one case nobody both proposes and approves a plan, asks for and decides an extension, or drafts and signs the reply. Who did
//! which half is kept over the whole case, so that neither a second plan nor a reopening joins them.

use super::{ActKind, Case};
use crate::id::PersonId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who did which half.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Halves {
    pub proposed: BTreeSet<PersonId>,
    pub approved: BTreeSet<PersonId>,
    pub asked: BTreeSet<PersonId>,
    pub decided: BTreeSet<PersonId>,
    pub drafted: BTreeSet<PersonId>,
    pub signed: BTreeSet<PersonId>,
}

impl Halves {
    /// Keeps who did a half. A plan or letter that was returned was neither approved nor signed.
    pub(super) fn keep(&mut self, kind: ActKind, person: PersonId) {
        let half = match kind {
            ActKind::ProposePlan => &mut self.proposed,
            ActKind::ApprovePlan => &mut self.approved,
            ActKind::AskExtension => &mut self.asked,
            ActKind::GrantExtension | ActKind::RefuseExtension => &mut self.decided,
            ActKind::DraftLetter | ActKind::SubmitLetter => &mut self.drafted,
            ActKind::SignLetter => &mut self.signed,
            _ => return,
        };
        half.insert(person);
    }

    /// Those who did the half that keeps a person from this act.
    fn against(&self, kind: ActKind) -> Option<&BTreeSet<PersonId>> {
        Some(match kind {
            ActKind::ProposePlan => &self.approved,
            ActKind::ApprovePlan | ActKind::ReturnPlan => &self.proposed,
            ActKind::AskExtension => &self.decided,
            ActKind::GrantExtension | ActKind::RefuseExtension => &self.asked,
            ActKind::DraftLetter | ActKind::SubmitLetter => &self.signed,
            ActKind::SignLetter | ActKind::ReturnLetter => &self.drafted,
            _ => return None,
        })
    }
}

impl Case {
    /// Whether this person has done the half that excludes this act. The approval of a proposed outcome is for another as well (§3.1).
    pub fn did_the_other_half(&self, person: PersonId, kind: ActKind) -> bool {
        if matches!(kind, ActKind::ApproveOutcome | ActKind::RejectOutcome) {
            let conclusion = self.round.conclusion.as_ref();
            return conclusion.is_some_and(|c| c.by.by == Some(person));
        }
        self.halves
            .against(kind)
            .is_some_and(|half| half.contains(&person))
    }
}
