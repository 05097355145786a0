//! The pages of this crate, looked at as a browser does.

mod access;
mod admin;
mod classes;
mod intake;
mod site;
mod style;
mod visitor;
mod work;
