//! What the product does, on both databases: forms become acts, acts become work.

mod actions;
mod form;
mod intake;
mod similar;
mod work;
mod year_book;
