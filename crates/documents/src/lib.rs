//! Papers and tables that leave the product: given data, they return bytes, and never read the database.

mod body;
pub mod csv;
pub mod form;
mod glyphs;
pub mod letter;
pub mod markup;
pub mod paper;
pub mod sample;
pub mod sheet;
pub mod template;
mod typeset;
pub mod word;
mod worded;
