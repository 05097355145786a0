//! The pages of this crate, looked at as a browser does.

mod classes;
mod style;
