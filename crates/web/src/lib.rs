//! The pages of the product: what staff and public see, rendered from what `app` answers.

mod address;
pub mod assets;
pub mod headers;
pub mod layout;
pub mod mails;
mod origin;
pub mod pages;
pub mod papers;
pub mod posted;
pub mod preferences;
pub mod site;
pub mod style;
pub mod ui;
pub mod url;
pub mod visit;
pub mod words;

pub use site::{Clock, DemoLogin, Interface, Options, site};
