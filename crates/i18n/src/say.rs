//! The words for the values of the procedure: labels, sentences of refusal, lines of history, found by exhaustive match, so that a new
//! value does not compile until it can be said.
//!
//! The same words stand under keys that can be put together at run time (`Texts::label("channel-phone")`): the name of the vocabulary or
//! the word `act`, `field`, `refusal`, `problem`, `period`, then the value's own key, with `-` for `_`.

mod acts;
mod days;
mod duties;
mod fields;
mod history;
mod periods;
mod refusals;
mod vocabulary;

pub use acts::{ActWords, Spoken, act, act_done, act_hint};
pub use days::{day_status, explained_day, explanation, term};
pub use duties::{action_duty, duty, year_duty};
pub use fields::{field, field_at, field_hint};
pub use history::{Names, action_deed, action_history, deed, history, year_deed, year_history};
pub use periods::{period, period_unit, period_value};
pub use refusals::{problem, refusal, why};
pub use vocabulary::Say;

/// As it stands inside a sentence: the first letter small, except in abbreviations such as `QMR`.
pub fn within(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if letters.clone().next().is_none_or(|second| !second.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        Some(_) | None => words.to_owned(),
    }
}

/// As it stands at the beginning of a line.
fn opening(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// `date_of_receipt` as message keys spell it.
fn spelled(key: &str) -> String {
    key.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_inside_a_sentence_begin_small() {
        let said = ["Kết quả chứng nhận", "Đánh giá", "QMR", "KT. (ký thay)", ""].map(within);
        assert_eq!(
            said,
            ["kết quả chứng nhận", "đánh giá", "QMR", "KT. (ký thay)", ""]
        );
        assert_eq!(opening("đã báo QMR"), "Đã báo QMR");
    }
}
