//! What a complainant does on a case: writes, hands in more evidence, says whether the answer satisfies, withdraws.

use app::portal::{Draft, Gate, PublicCase};
use app::{Error, Office, Texts, Typed};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use procedure::Act;
use procedure::case::acts::{HearFromComplainant, RecordResponse, Withdraw};
use procedure::case::refusal::{Invalid, Problem};
use procedure::vocabulary;

use super::case::{Follower, show, waiting};
use super::new::{REMOVE, THEN};
use super::sent::{DONE, Place, Sent, SentFrom};
use super::{VISIT, other_ways, words};
use crate::pages::failure;
use crate::ui::{
    Card, Choice, Filled, Form, Icon, Look, Tone, actions, alert, confirm_in, disclosure, submit,
};
use crate::visit::{Guest, redirect};

const WORDS: &str = "words";
const RESPONSE: &str = "response";
const DOCUMENTS: &str = "documents";

/// A form of the page that came back: which, with what was typed and what is wrong.
#[derive(Default)]
pub(super) struct Back {
    form: &'static str,
    filled: Filled,
    key: String,
    notice: Option<Markup>,
    untouched: Filled,
}

impl Back {
    fn of(&self, form: &str) -> &Filled {
        if self.form == form {
            &self.filled
        } else {
            &self.untouched
        }
    }

    fn key(&self, form: &str) -> String {
        if self.form == form && !self.key.is_empty() {
            self.key.clone()
        } else {
            app::new_id().to_string()
        }
    }

    fn notice(&self, form: &str) -> Markup {
        html! { @if self.form == form { @if let Some(notice) = &self.notice { (notice) } } }
    }
}

/// Files of a message wait under the browser's visit.
pub(super) fn draft_name(token: &str) -> String {
    format!("message {token}")
}

/// The forms of the page of a case.
pub(super) struct OnCase;

impl Place for OnCase {
    const COOKIE: &'static str = VISIT;

    fn draft(token: &str) -> String {
        draft_name(token)
    }

    fn prefix(_: &str, _: &Guest) -> Option<&'static str> {
        None
    }
}

pub(super) fn message_card(
    guest: &Guest,
    office: &Office,
    case: &PublicCase,
    draft: &Draft,
    back: &Back,
) -> Markup {
    let t = guest.ctx.t();
    let id = "message";
    let mut filled = back.of(id).clone();
    if back.form != id
        && let Some(kept) = draft.typed.one(WORDS)
    {
        filled.set(WORDS, kept);
    }
    let size = t.intake_megabytes(office.settings.largest_file_mib);
    let key = back.key(id);
    let form = Form::post(&guest.ctx, id, "/portal/case/message").key(&key).files().filled(&filled).show(|f| html! {
        button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true" {}
        (f.area(WORDS, t.portal_message()).rows(4).hint(t.portal_message_hint()))
        (f.files(DOCUMENTS, t.portal_evidence(), "").hint(&t.portal_files_hint(app::portal::MOST_FILES, size)).optional())
        p class="form-hint" { strong { (t.portal_no_identity_cards()) } }
        (waiting(t, draft))
        (actions(submit(Look::Secondary, Some(Icon::Send), t.portal_message_send())))
    });
    let _ = case;
    Card::new(t.portal_write())
        .icon(Icon::Write)
        .id("write")
        .body(html! { (back.notice(id)) (form) })
}

pub(super) fn response_card(guest: &Guest, case: &PublicCase, back: &Back) -> Markup {
    let t = guest.ctx.t();
    let id = "respond";
    let choices = [
        Choice::new(vocabulary::Response::Satisfied.key(), t.portal_satisfied()),
        Choice::new(vocabulary::Response::Rejected.key(), t.portal_rejected()).hint(t.portal_rejected_hint()),
    ];
    let key = back.key(id);
    let form = Form::post(&guest.ctx, id, "/portal/case/response").key(&key).filled(back.of(id)).show(|f| html! {
        (f.radios(RESPONSE, t.portal_are_you_satisfied(), &choices))
        (f.area(WORDS, t.portal_response_words()).rows(3).hint(t.portal_response_words_hint()).optional())
        (actions(submit(Look::Primary, Some(Icon::Send), t.portal_response_send())))
    });
    Card::new(t.portal_response_title()).icon(Icon::Talk).id("response").body(html! {
        (back.notice(id))
        @if let Some(due) = case.respond_by { p { (t.portal_response_until(t.date_and_weekday(due.on))) } }
        p { (t.portal_recourse_review()) }
        (disclosure(html! { (t.portal_recourse_other()) }, html! { p { (t.portal_recourse_outside()) } }))
        (form)
    })
}

pub(super) fn withdrawal(guest: &Guest, case: &PublicCase, back: &Back) -> Markup {
    let t = guest.ctx.t();
    let id = "withdraw";
    let key = back.key(id);
    let form = Form::post(&guest.ctx, id, "/portal/case/withdraw")
        .key(&key)
        .filled(back.of(id))
        .show(|f| {
            html! {
                (f.area(WORDS, t.portal_withdraw_words()).rows(2).optional())
                (f.check("sure", t.portal_withdraw_sure()))
                (actions(submit(Look::Danger, Some(Icon::Cancelled), t.portal_withdraw_send())))
            }
        });
    html! {
        div class="public-withdraw" {
            (confirm_in(Icon::Cancelled, t.portal_withdraw(), html! {
                (back.notice(id))
                p { (t.portal_withdraw_text()) }
                @if case.goes_on { p { (t.portal_withdraw_goes_on()) } }
                (form)
            }, back.form == id))
        }
    }
}

pub(super) async fn message(follower: Follower, SentFrom(mut sent, _): SentFrom<OnCase>) -> Response {
    let take = |sent: &mut Sent, name: &str| {
        let value = sent.draft.typed.one(name).map(str::to_owned);
        sent.draft.typed.0.remove(name);
        value
    };
    let (then, removed) = (take(&mut sent, THEN), take(&mut sent, REMOVE));
    if let Some(removed) = &removed {
        sent.draft.files.retain(|file| file.id.to_string() != *removed);
    }
    let thanks = || {
        redirect(
            "/portal/case#messages",
            Some((Tone::Good, "notice-portal-message")),
        )
    };
    if sent.again {
        return thanks();
    }
    let name = draft_name(&follower.token);
    let app = &follower.guest.site.app;
    match app
        .portal_gate(follower.guest.now, Gate::Save, &sent.address.0)
        .await
    {
        Ok(true) => {}
        Ok(false) => return returned(&follower, "message", sent, too_much()).await,
        Err(error) => return failure(&follower.guest.ctx, &error),
    }
    if let Err(error) = app
        .keep_portal_draft(follower.guest.now, &name, &sent.draft)
        .await
    {
        return failure(&follower.guest.ctx, &error);
    }
    if then.is_some() || removed.is_some() {
        let why = Error::Invalid(sent.problems.clone());
        return returned(&follower, "message", sent, why).await;
    }
    let mut texts = Texts::default();
    let mut problems = sent.problems.clone();
    let words = words_of(&sent.draft.typed, &mut problems, None);
    let act = words.map(|words| {
        Act::HearFromComplainant(HearFromComplainant {
            words: texts.add(words),
            heard_on: jiff::civil::Date::ZERO,
            documents: sent.draft.files.iter().map(app::portal::Kept::file).collect(),
        })
    });
    let done = act_on(&follower, &sent, act, texts, problems).await;
    match done {
        Ok(()) => {
            let done = Draft {
                typed: Typed::from_pairs([(DONE.to_owned(), sent.key.clone())]),
                ..Draft::default()
            };
            match app.keep_portal_draft(follower.guest.now, &name, &done).await {
                Ok(()) => thanks(),
                Err(error) => failure(&follower.guest.ctx, &error),
            }
        }
        Err(error) => returned(&follower, "message", sent, error).await,
    }
}

pub(super) async fn respond(follower: Follower, SentFrom(sent, _): SentFrom<OnCase>) -> Response {
    let t = follower.guest.ctx.t();
    let mut texts = Texts::default();
    let mut problems = Vec::new();
    let response = sent
        .draft
        .typed
        .one(RESPONSE)
        .and_then(vocabulary::Response::from_key);
    if response.is_none() {
        problems.push(Invalid::new(RESPONSE, Problem::Missing));
    }
    let words = words_of(&sent.draft.typed, &mut problems, Some(t.portal_no_words()));
    let act = response.zip(words).map(|(response, words)| {
        Act::RecordResponse(RecordResponse {
            response,
            words: texts.add(words),
        })
    });
    match act_on(&follower, &sent, act, texts, problems).await {
        Ok(()) => redirect("/portal/case", Some((Tone::Good, "notice-portal-response"))),
        Err(error) => returned(&follower, "respond", sent, error).await,
    }
}

pub(super) async fn withdraw(follower: Follower, SentFrom(sent, _): SentFrom<OnCase>) -> Response {
    let t = follower.guest.ctx.t();
    let mut texts = Texts::default();
    let mut problems = Vec::new();
    if !sent.draft.typed.is_checked("sure") {
        problems.push(Invalid::new("sure", Problem::Missing));
    }
    let words = words_of(&sent.draft.typed, &mut problems, Some(t.portal_no_words()));
    let act = words.map(|words| {
        Act::Withdraw(Withdraw {
            withdrawn_on: jiff::civil::Date::ZERO,
            words: texts.add(words),
        })
    });
    match act_on(&follower, &sent, act, texts, problems).await {
        Ok(()) => redirect("/portal/case", Some((Tone::Good, "notice-portal-withdrawn"))),
        Err(error) => returned(&follower, "withdraw", sent, error).await,
    }
}

/// The words of a form; where none are needed and none were written, these.
fn words_of(typed: &Typed, problems: &mut Vec<Invalid>, otherwise: Option<&str>) -> Option<String> {
    let typed = typed.one(WORDS);
    match (typed.map(app::compose::clean_words), otherwise) {
        (Some(Ok(words)), _) => Some(words),
        (Some(Err(problem)), _) => {
            problems.push(Invalid::new(WORDS, problem));
            None
        }
        (None, Some(otherwise)) => Some(otherwise.to_owned()),
        (None, None) => {
            problems.push(Invalid::new(WORDS, Problem::Missing));
            None
        }
    }
}

/// Does the act today, if nothing is wrong and it is not too much.
async fn act_on(
    follower: &Follower,
    sent: &Sent,
    act: Option<Act>,
    texts: Texts,
    problems: Vec<Invalid>,
) -> Result<(), Error> {
    let act = act
        .filter(|_| problems.is_empty())
        .ok_or(Error::Invalid(problems))?;
    let (guest, app) = (&follower.guest, &follower.guest.site.app);
    if !app.portal_gate(guest.now, Gate::Act, &sent.address.0).await? {
        return Err(too_much());
    }
    let today = app.office().await?.desk(guest.now).today;
    let act = match act {
        Act::HearFromComplainant(said) => Act::HearFromComplainant(HearFromComplainant {
            heard_on: today,
            ..said
        }),
        Act::Withdraw(said) => Act::Withdraw(Withdraw {
            withdrawn_on: today,
            ..said
        }),
        other => other,
    };
    let key = if sent.key.is_empty() {
        app::new_id().to_string()
    } else {
        sent.key.clone()
    };
    app.act_as_complainant(guest.now, follower.case, &key, act, texts)
        .await?;
    Ok(())
}

/// The limit is reached; [`returned`] says so.
fn too_much() -> Error {
    vec![Invalid::new("", Problem::NotOffered)].into()
}

/// The page again with the form as it was sent, and why it was not done.
async fn returned(follower: &Follower, form: &'static str, sent: Sent, error: Error) -> Response {
    let guest = &follower.guest;
    let t = guest.ctx.t();
    let pairs = sent.draft.typed.0.iter();
    let filled = Filled::from_pairs(
        pairs.flat_map(|(name, values)| values.iter().map(move |value| (name.clone(), value.clone()))),
    );
    let mut back = Back {
        form,
        filled,
        key: sent.key,
        ..Back::default()
    };
    let status = match error {
        Error::Invalid(problems) if problems.is_empty() => StatusCode::OK,
        Error::Invalid(problems) if problems.iter().any(|problem| problem.field.is_empty()) => {
            let contact = match guest.site.app.office().await {
                Ok(office) => office.settings.portal.contact.clone(),
                Err(error) => return failure(&guest.ctx, &error),
            };
            back.notice = Some(alert(
                Tone::Warn,
                t.portal_too_many(),
                Some(other_ways(guest, &contact)),
            ));
            StatusCode::TOO_MANY_REQUESTS
        }
        Error::Invalid(problems) => {
            back.filled = words::filled(t, back.filled, &problems);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Error::Refused(_) => {
            back.notice = Some(alert(Tone::Warn, t.portal_not_now(), None));
            StatusCode::CONFLICT
        }
        Error::KeyReused => {
            back.notice = Some(alert(Tone::Warn, t.portal_sent_twice(), None));
            back.key = app::new_id().to_string();
            StatusCode::CONFLICT
        }
        other => return failure(&guest.ctx, &other),
    };
    show(follower, status, &back).await
}
