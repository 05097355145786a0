//! The procedure for settling complaints, grievances and appeals, as pure code.

pub mod calendar;
pub mod deadline;
