//! The program as it is called: what it prints, and with which code it ends.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod accounts;
mod deadline;
mod demo;
mod export;
mod import;
mod mail_in;
mod mail_out;
mod mailbox;
mod papers;
mod postfix;
mod program;
mod serve;
mod servers;
mod verify;
