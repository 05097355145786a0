//! The pages of this crate, looked at as a browser does.

mod access;
mod admin;
mod classes;
mod intake;
mod reading;
mod register;
mod site;
mod style;
mod work;
