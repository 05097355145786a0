//! The components of which every page is made. See them all at `/style` (`cargo run -p web --example style`).
//!
//! # A page
//!
//! ```ignore
//! let t = ctx.t();                                              // &'static i18n::Texts
//! layout::page(&ctx, t.intake_title(), Some(Nav::Intake), html! {
//!     (PageHead::new(t, t.intake_title())                       // the only h1
//!         .crumbs(&[(t.nav_register(), "/register")])
//!         .lead(t.intake_lead())
//!         .badges(due_badge(t, Due::of(Some(limit), today)))
//!         .actions(link_button(Look::Primary, Some(Icon::Add), t.add(), "/intake")))
//!     (Card::new(t.intake_card()).icon(Icon::Inbox).body(html! { … }))
//! })
//! ```
//! `layout::plain_page(&ctx, title, body)` is the page without navigation: signing in, setting up, errors;
//! `layout::public_page(&ctx, title, place, form, body)` one of the public pages.
//! [`Ctx`](crate::layout::Ctx) holds language, theme, person, places to go, the token against forged forms, and what the
//! last act said ([`Flash`]). The address of a place is [`Nav::href`](crate::layout::Nav::href).
//!
//! # Words and dates
//!
//! All words come from `i18n`; all dates through `t.date(day)`, `t.date_and_weekday(day)`, `t.instant(at, &zone)`.
//!
//! | component | call |
//! |---|---|
//! | icon | `icon(Icon::Letter)`; never without words beside it |
//! | badge | `badge(Tone::Good, Some(Icon::Check), words)` |
//! | lateness | `Due::of(Option<due_on>, today)`, then `due_badge(t, due)` or `due_date(t, due_on, due)` |
//! | link as button | `link_button(Look, Option<Icon>, words, href)` |
//! | submit | `submit(Look, Option<Icon>, words)`, `submit_as(look, icon, words, name, value)` |
//! | a form that is one button | `post_button(ctx, look, icon, words, action, key)` |
//! | row of buttons | `actions(html! { … })` |
//! | ask before acting | `confirm(Icon, words, question_and_form)` |
//! | card | `Card::new(title).icon(i).id("…").actions(m).footer(m)` and `.body(m)` or, edge to edge, `.flush(m)` |
//! | facts | `facts([(t.label(), html! { … }), …])` |
//! | figures | `tiles(html! { (tile(Tone, Icon, label, value, Option<href>)) … })` |
//! | nothing here | `empty_state(Icon, title, text, Option<button>)` |
//! | person | `person(name, Option<role>)`; whoever holds an office: `office(name)` |
//! | notice | `alert(Tone, title, Option<body>)` |
//! | tabs | `tabs(t, name, &[Tab { label, href, active, count }])` |
//! | steps of a case | `road(t, name, &[Step { label, note, place: Place::Done }])` |
//! | history | `history(&[Moment { sign, tone, at, who, what, detail }])` |
//! | acts with forms in place | `acts(html! { (act(t, &Act { id, sign, title, rules, note, open }, form)) … })` |
//! | an act one may not do | `barred_act(t, Icon, title, why, &[Rule::S4])` |
//! | the sentence behind a rule | `rule_note(t, Rule::B2_4)` |
//! | fold | `disclosure(words, body)`: "why this date?" |
//! | two versions of a text | `difference(t, before, after)` |
//! | a paragraph of a letter | `paragraph(&one)` |
//! | two columns | `div class="columns-main" { div { … } div { … } }`: the matter left, what belongs to it right |
//!
//! # Forms
//!
//! ```ignore
//! Form::post(&ctx, "extension", "/cases/2026-0042/extension")   // the id begins the ids of the fields
//!     .key(&key)                                                // idempotency key, hidden field `key`
//!     .filled(&filled)                                          // what was typed and what is wrong
//!     .show(|f| html! {                                         // token and summary of errors are put in
//!         (f.date("until", t.extension_until()))
//!         (f.area("reason", t.extension_reason()).hint(t.extension_reason_hint()).most(4000))
//!         (actions(submit(Look::Primary, Some(Icon::Send), t.extension_send())))
//!     })
//! ```
//! Fields of `f`: `text email phone password search number date time area` `(name, label)` · `select radios checks person`
//! `(name, label, &[Choice::new(value, label).hint(…).barred(why)])` · `check(name, label)` (sends `yes`) ·
//! `file files (name, label, accept)` (then `Form::files()`) · `hidden(name, value)`.
//! Each takes `.hint(…) .optional() .narrow() .autofocus() .autocomplete(…) .most(n) .rows(n)` and
//! `.live(url, "#target")`, which asks the server while one types. Side by side: `div class="field-row" { … }`.
//!
//! A handler reads the submitted pairs into [`Filled::from_pairs`], says what is wrong with `filled.error("until", …)`
//! (an empty name means the whole form) and shows the same form again with `.filled(&filled)`: nothing typed is lost.
//! Days are read by [`parse_date`] (`02/03/2026`, day first), times by [`parse_time`].
//! `Form::get(…)` is for filters and search: its fields stand in one row.
//!
//! # Tables
//!
//! ```ignore
//! let columns = [Column::new(t.number()).sort("number"), Column::new(t.letters()).number()];
//! let table = Table::new(t, caption, &columns)
//!     .sorting(Sorting { by: "number", descending: true, href: &|by, descending| … })
//!     .rows(cases.map(|case| vec![html! { a href=(…) { (case.number) } }, html! { (t.number(case.letters)) }]))
//!     .empty(empty_state(…));
//! Card::new(title).footer(pager(t, &Pager { first, previous, next, note })).flush(html! { (table) })
//! ```
//! The first cell names the row and links to it; on a phone each row becomes a card.
//!
//! # Rules of the house
//!
//! - No inline `style`, no inline script: the policy of the site refuses both. Classes beyond the components: Tabler's
//!   grid and spacing (`row`, `col-md-6`, `mt-3`, `d-flex`, `gap-2`, `text-secondary`). A test fails on a class that no
//!   style sheet knows; add your own to `assets/app.css`.
//! - Colour means a [`Tone`] and never speaks alone.
//! - One primary button on a page. `data-key="n"` on a link or field makes `n` its key.

pub mod act;
pub mod alert;
pub mod badge;
pub mod button;
pub mod card;
pub mod difference;
pub mod field;
pub mod form;
pub mod icon;
pub mod navigation;
pub mod paragraph;
pub mod reading;
pub mod road;
pub mod table;
pub mod tone;

pub use act::{Act, act, acts, barred_act, confirm, confirm_in, disclosure, rule_note};
pub use alert::{Flash, alert};
pub use badge::{Due, badge, due_badge, due_date};
pub use button::{Look, actions, link_button, post_button, submit, submit_as};
pub use card::{Card, empty_state, facts, initials, office, person, tile, tiles};
pub use difference::difference;
pub use field::{Choice, Field, Fields};
pub(crate) use form::hidden_fields;
pub use form::{CSRF, Filled, Form, KEY};
pub use icon::{Icon, icon};
pub use navigation::{PageHead, Tab, tabs};
pub use paragraph::paragraph;
pub use reading::{parse_date, parse_time};
pub use road::{Moment, Place, Step, history, road};
pub use table::{Column, Pager, Sorting, Table, pager};
pub use tone::Tone;
