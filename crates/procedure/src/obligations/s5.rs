//! S5 Evidence (ISO/IEC 17065 7.13.4): no decision without evidence or a stated reason. It makes no duty of its own; it is asked of the
//! outcome.

use crate::case::acts::Outcome;
use crate::case::{Case, Invalid, Problem};

/// What an outcome lacks where nothing was gathered.
pub fn missing(case: &Case, outcome: &Outcome) -> Option<Invalid> {
    let silent = case.round.evidence == 0 && outcome.no_evidence_reason.is_none();
    silent.then(|| Invalid::new("no_evidence_reason", Problem::NeedsReason))
}

#[cfg(test)]
mod stories;
