//! The letter in hand brought back from Word: what the file says beside what the draft says, and the form to make it the next draft.

use app::Typed;
use app::compose::LONGEST_TEXT;
use app::view::CaseView;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use documents::word::read::{Refused, Taken, read};
use i18n::{Lang, Texts};
use maud::{Markup, html};
use procedure::ActKind;
use procedure::case::refusal::{Problem, Refusal};
use procedure::obligations::s12::Sight;

use super::{Returned, find, forms, letter, show};
use crate::layout::page as frame;
use crate::posted::PostedFile;
use crate::ui::{
    Card, Fields, Filled, Form, Icon, Look, PageHead, Tone, actions, alert, difference, disclosure, icon,
    link_button, submit,
};
use crate::visit::{At, Me, Page};

/// The fields of the draft's form that go with the file.
const FIELDS: [&str; 4] = ["addressee", "subject_line", "body", "signer"];

/// On the draft's own form: what was typed there goes with the file and comes back.
pub(super) fn offer(t: &'static Texts, view: &CaseView, f: &Fields) -> Markup {
    if present(view).is_none() {
        return html! {};
    }
    disclosure(
        html! { (t.papers_back_title()) },
        html! {
            (f.file(PostedFile::FIELD, t.papers_back_file(), ENDING).hint(t.papers_back_hint()).optional())
            (actions(html! {
                button type="submit" class="btn" formaction=(action(view)) formenctype="multipart/form-data" {
                    (icon(Icon::Upload)) (t.papers_back_read())
                }
            }))
        },
    )
}

/// On the page of the letter.
pub(super) fn card(me: &Me, view: &CaseView) -> Markup {
    let t = me.t();
    let form = Form::post(&me.ctx, "word-form", &action(view)).files().show(|f| {
        html! {
            (f.hidden("seen", &view.case.version.to_string()))
            (f.file(PostedFile::FIELD, t.papers_back_file(), ENDING).hint(t.papers_back_hint()))
            (actions(submit(Look::Secondary, Some(Icon::Upload), t.papers_back_read())))
        }
    });
    Card::new(t.papers_back_title())
        .icon(Icon::Upload)
        .id("word")
        .body(form)
}

const ENDING: &str = ".docx";

fn action(view: &CaseView) -> String {
    format!("/cases/{}/letters/word", view.row.number)
}

/// What the letter in hand says now, as it is stored.
fn present(view: &CaseView) -> Option<&str> {
    let said = view.case.letter_in_hand()?.said.as_ref()?;
    Some(view.text(&said.body))
}

/// Reads the file and shows what it would change. Nothing is stored.
pub(super) async fn bring(At(number): At<String>, sent: PostedFile) -> Page {
    let me = &sent.me;
    let view = find(me, &number).await?;
    let before = match present(&view) {
        Some(before) if view.sight == Sight::Full => before.to_owned(),
        _ => return Err(me.fail(app::Error::NotFound)),
    };
    let mut back = Back::of(me, &view, &sent);
    if let Some(refusal) = barred(&view) {
        return Ok(back.barred(me, &view, refusal));
    }
    if sent.file.is_empty() {
        return Ok(back.refused(me, &view, me.t().papers_back_missing(), Vec::new()));
    }
    let file = sent.file;
    let reading = tokio::task::spawn_blocking(move || read(&file)).await;
    let taken = match reading.unwrap_or(Err(Refused::Broken)) {
        Ok(taken) => taken,
        Err(refused) => {
            let t = me.t();
            let lost = match &refused {
                Refused::Lost(lost) => lost.iter().map(|lost| lost.say(t)).collect(),
                _ => Vec::new(),
            };
            return Ok(back.refused(me, &view, refused.say(t), lost));
        }
    };
    let after = taken.typed(&before);
    if after.chars().count() > LONGEST_TEXT {
        let why = crate::words::problem(me.t(), Problem::TooLong);
        return Ok(back.refused(me, &view, &why, Vec::new()));
    }
    Ok(back.taken(me, &view, &taken, &before, &after))
}

fn barred(view: &CaseView) -> Option<Refusal> {
    let mut offers = view.offers.iter();
    let (_, permit) = offers.find(|(kind, _)| *kind == ActKind::DraftLetter)?;
    permit.as_ref().err().copied()
}

/// The draft's form as it was sent with the file.
struct Back {
    returned: Returned,
    /// What was typed into the body.
    typed: Option<String>,
    /// Others did something since the form was opened.
    is_overtaken: bool,
}

impl Back {
    fn of(me: &Me, view: &CaseView, sent: &PostedFile) -> Back {
        let mut filled = Filled::default();
        letter::prefill(me, view, Lang::Vi, &mut filled);
        let Typed(typed) = &sent.typed;
        for name in FIELDS.iter().filter(|name| typed.contains_key(**name)) {
            filled.set(name, sent.filled().value(name));
        }
        let seen = sent.typed.one("seen").and_then(|seen| seen.parse::<u32>().ok());
        Back {
            returned: Returned {
                kind: ActKind::DraftLetter,
                filled,
                key: sent.key.clone(),
                message: None,
                meanwhile: Vec::new(),
            },
            typed: sent.typed.one("body").map(str::to_owned),
            is_overtaken: seen.is_some_and(|seen| seen != view.case.version),
        }
    }

    /// The letter may not be drafted any more; what was typed stands there still.
    fn barred(mut self, me: &Me, view: &CaseView, refusal: Refusal) -> Response {
        let why = crate::words::refusal(me.t(), refusal);
        self.returned.message = Some(format!("{} – {why}", refusal.rule));
        (StatusCode::CONFLICT, show::page(me, view, Some(&self.returned))).into_response()
    }

    fn refused(&self, me: &Me, view: &CaseView, why: &str, lost: Vec<String>) -> Response {
        let t = me.t();
        let body = html! {
            (alert(Tone::Bad, t.papers_back_not_taken(), Some(html! {
                p { (why) }
                @if !lost.is_empty() { ul { @for line in &lost { li { (line) } } } }
            })))
        };
        (StatusCode::UNPROCESSABLE_ENTITY, self.page(me, view, &body)).into_response()
    }

    fn taken(&mut self, me: &Me, view: &CaseView, taken: &Taken, before: &str, after: &str) -> Response {
        let t = me.t();
        let unsaved = self
            .typed
            .take()
            .filter(|typed| !is_same(typed, before) && !is_same(typed, after));
        self.returned.filled.set("body", after);
        let body = html! {
            (alert(Tone::Info, t.papers_back_taken(), Some(html! { p { (t.papers_back_taken_text()) } })))
            @if !taken.dropped.is_empty() {
                (alert(Tone::Warn, t.papers_back_dropped(), Some(html! {
                    ul { @for one in &taken.dropped { li { (one.say(t)) } } }
                })))
            }
            (Card::new(t.papers_back_compared()).icon(Icon::Letter).id("difference").body(difference(t, before, after)))
            @if let Some(unsaved) = unsaved {
                (Card::new(t.papers_back_typed()).icon(Icon::Write).id("unsaved").body(difference(t, before, &unsaved)))
            }
        };
        self.page(me, view, &body).into_response()
    }

    fn page(&self, me: &Me, view: &CaseView, what: &Markup) -> Markup {
        let t = me.t();
        let number = view.row.number.as_str();
        let case = format!("/cases/{number}");
        let title = t.papers_back_title();
        let body = html! {
            (PageHead::new(t, title)
                .crumbs(&[(t.nav_register(), "/register"), (number, case.as_str())])
                .actions(link_button(Look::Secondary, Some(Icon::Return), t.back(), &case)))
            @if self.is_overtaken { (alert(Tone::Warn, t.case_overtaken(), None)) }
            (what)
            (Card::new(t.papers_back_new_draft()).icon(Icon::Write).id("draft")
                .body(forms::form(me, view, ActKind::DraftLetter, Some(&self.returned))))
        };
        frame(&me.ctx, title, None, body)
    }
}

/// Whatever ends lines.
fn is_same(typed: &str, stored: &str) -> bool {
    typed
        .lines()
        .map(str::trim_end)
        .eq(stored.lines().map(str::trim_end))
}
