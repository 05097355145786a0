//! The pages of the product: what staff and public see, rendered from what `app` answers.

pub mod assets;
pub mod headers;
pub mod layout;
pub mod preferences;
pub mod style;
pub mod ui;
