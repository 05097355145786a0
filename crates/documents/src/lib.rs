//! Papers and tables that leave the product: given data, they return bytes, and never read the database.

pub mod archive;
mod body;
pub mod calendar;
pub mod csv;
pub mod dossier;
pub mod form;
mod glyphs;
pub mod letter;
pub mod markup;
pub mod metadata;
pub mod paper;
pub mod print_form;
pub mod register;
pub mod sample;
pub mod sheet;
pub mod template;
mod typeset;
pub mod word;
mod worded;
pub mod year;
