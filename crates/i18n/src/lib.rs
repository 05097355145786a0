//! The only place with words for people: every sentence of the product, in Vietnamese and in English.
//!
//! # Adding a message
//!
//! 1. Write it under a key in `locales/vi/AREA.ftl` and in `locales/en/AREA.ftl`, the same file name in both.
//!    A page owns a file, so that two people never write in one. All files of a language are read together: a key is
//!    unique across them, so begin it with its area (`intake-receiver-hint`).
//! 2. Use it: the build has turned `intake-receiver-hint` into `texts.intake_receiver_hint()`.
//!
//! ```ftl
//! save-button = Lưu
//! greeting = Chào { $name }
//! open-cases = { $count ->
//!     [0] Không còn vụ việc nào
//!    *[other] { $count } vụ việc đang mở
//! }
//! ```
//! ```ignore
//! let t = i18n::texts(Lang::Vi);
//! t.save_button()            // &'static str: labels cost nothing
//! t.greeting("chị Lan")      // String; arguments in the order in which the Vietnamese sentence uses them
//! t.open_cases(12)           // chosen by a number: any integer
//! t.get("kind-appeal")       // Option<&'static str>: only for keys that are put together at run time
//! t.label("kind-appeal")     // the same, or the key itself
//! ```
//!
//! - A variable by which some variant is chosen (`[0]`, `[one]`, `*[other]`), or that is wrapped in `NUMBER($n)`, takes
//!   an integer and is written with the separators of the language (`10.000`). All others take anything that can be
//!   displayed, and a year stays `2026`. Variants named otherwise (`[letter]`) take a `&str`.
//! - `{ another-message }` and `{ -a-term }` are put in while building. Attributes are not used.
//! - A message that one language lacks, a variable that one language forgets, a broken line: a warning of the build
//!   while writing, a failed test (`the_two_languages_say_the_same`), and an error of every optimised build.
//! - No marks for text direction are put around arguments: both languages run from left to right, and the marks
//!   would end up in PDF and CSV.
//! - Dates, numbers and periods: [`Texts::date`] and its neighbours; never write them by hand.
//!
//! The sentences of the procedure itself and the names of its rules stand in `procedure.ftl`, each rule under
//! `rule-b2-4-title`, `rule-b2-4-sentence`, `rule-b2-4-explained`, `rule-b2-4-source`; say them with
//! [`Texts::rule_title`] and its neighbours.

mod lang;
mod numbers;
mod rules;
pub mod say;
mod texts;
mod time;

pub use lang::{Lang, UnknownLang};
pub use texts::{Count, Texts, texts};
