//! S10 Effectiveness (ISO 9001 10.2): a corrective action lives its own life with its own duties, which stand in `corrective_action`. A case
//! may close with the action still running, never without it where B2.2 or B2.7 applies; those two rules make that duty of the case.

pub use crate::corrective_action::duties;

#[cfg(test)]
mod stories;
