//! The pages of this crate, looked at as a browser does.

mod access;
mod acts;
mod admin;
mod case;
mod classes;
mod corrective;
mod house_forms;
mod imports;
mod inbox;
mod intake;
mod notices;
mod outbox;
mod papers;
mod portal;
mod reading;
mod register;
mod reminders;
mod site;
mod style;
mod templates;
mod tokens;
mod word;
mod work;
mod year;
