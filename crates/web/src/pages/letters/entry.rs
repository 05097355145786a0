//! The form by which the registry enters a number that no letter of a case has.

use app::correspondence::OutgoingEntry;
use app::{Error, Typed};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use maud::{Markup, html};
use procedure::case::refusal::{Invalid, Problem};
use serde::Deserialize;

use crate::layout::{Nav, page as frame};
use crate::posted::Posted;
use crate::ui::{Card, Filled, Form, Icon, Look, PageHead, actions, link_button, submit};
use crate::visit::{Me, Page};

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    number: String,
}

pub(super) async fn page(me: Me, Query(asked): Query<Asked>) -> Page {
    let keeps = me.app().keeps_letters(me.now, me.person()).await;
    if !keeps.map_err(|error| me.fail(error))? {
        return Err(me.fail(Error::Denied));
    }
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let mut filled = Filled::default();
    filled.set("number", asked.number);
    filled.set("symbol", office.settings.letter_symbol.clone());
    filled.set("copies", "1");
    Ok(form(&me, &filled).into_response())
}

fn form(me: &Me, filled: &Filled) -> Markup {
    let t = me.t();
    // Asked only of whoever entered something out of the row.
    let asks = filled
        .errors()
        .iter()
        .any(|(_, said)| said == t.problem_out_of_row());
    let body = html! {
        (PageHead::new(t, t.letters_enter_title()).lead(t.letters_enter_lead())
            .crumbs(&[(t.nav_letters(), "/letters")])
            .actions(link_button(Look::Secondary, Some(Icon::Return), t.back(), "/letters")))
        (Card::new(t.letters_enter_title()).icon(Icon::Number).id("entry").body(
            Form::post(&me.ctx, "entry-form", "/letters/numbers").filled(filled).show(|f| html! {
                (f.number("number", t.letters_entry_number()))
                (f.text("symbol", t.letters_entry_symbol()))
                (f.date("dated_on", t.letters_date()))
                (f.text("summary", t.letters_summary()).hint(t.letters_entry_unless_void()))
                (f.text("signer", t.letters_signer()).hint(t.letters_entry_unless_void()))
                (f.text("recipient", t.letters_recipient()).hint(t.letters_entry_unless_void()))
                (f.number("copies", t.letters_copies_count()).optional())
                (f.check("voided", t.letters_entry_voided()))
                (f.text("note", t.letters_entry_note()).optional())
                @if asks { (f.check("sure", t.letters_entry_sure())) }
                (actions(submit(Look::Primary, Some(Icon::Check), t.letters_enter())))
            })
        ))
    };
    frame(&me.ctx, t.letters_enter_title(), Some(Nav::Letters), body)
}

pub(super) async fn enter(posted: Posted) -> Page {
    let me = &posted.me;
    let entered = match read(&posted.typed) {
        Ok(entry) => me.app().enter_outgoing(me.now, me.person(), &entry).await,
        Err(problems) => Err(problems.into()),
    };
    match entered {
        Ok(()) => Ok(me.go("/letters", "notice-outgoing-entered")),
        Err(Error::Invalid(problems)) => {
            let filled = posted.filled_with(&problems);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, form(me, &filled)).into_response())
        }
        Err(error) => Err(me.fail(error)),
    }
}

fn read(typed: &Typed) -> Result<OutgoingEntry, Vec<Invalid>> {
    let mut problems = Vec::new();
    let words = |name: &str| typed.one(name).unwrap_or_default().to_owned();
    let mut number = |name: &str| {
        let written = words(name);
        let read = written.trim().parse().ok();
        if read.is_none() && !written.trim().is_empty() {
            problems.push(Invalid::new(name, Problem::Unreadable));
        }
        read
    };
    let (ordinal, copies) = (number("number"), number("copies"));
    let written = words("dated_on");
    let dated_on = app::compose::read_date(&written);
    if dated_on.is_none() && !written.trim().is_empty() {
        problems.push(Invalid::new("dated_on", Problem::Unreadable));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(OutgoingEntry {
        number: ordinal,
        symbol: words("symbol"),
        dated_on,
        summary: words("summary"),
        signer: words("signer"),
        recipient: words("recipient"),
        copies,
        voided: typed.one("voided").is_some(),
        sure: typed.one("sure").is_some(),
        note: words("note"),
    })
}
