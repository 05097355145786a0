//! Papers and tables that leave the product: given data, they return bytes, and never read the database.

pub mod csv;
pub mod sheet;
