//! Every register that was brought, and the form that brings one.

use app::Error;
use app::imports::{Import, State};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use maud::{Markup, html};

use super::{address, upload};
use crate::layout::{Nav, page as frame};
use crate::ui::{
    Card, Column, Filled, Form, Icon, Look, PageHead, Table, Tone, actions, badge, empty_state, submit,
};
use crate::visit::{Me, Page};
use crate::words::problem;

pub(super) async fn page(me: Me) -> Page {
    let imports = me.app().imports(me.now, me.person()).await;
    let imports = imports.map_err(|error| me.fail(error))?;
    Ok(drawn(&me, &imports, &Filled::default()).await?.into_response())
}

pub(super) async fn bring(brought: upload::Brought) -> Page {
    let me = brought.me;
    let begun = match brought.file {
        Ok(file) => me.app().begin_import(me.now, me.person(), file).await,
        Err(problems) => Err(problems.into()),
    };
    match begun {
        Ok(id) => Ok(me.go(&address(id), "notice-import-brought")),
        Err(Error::Invalid(problems)) => {
            let mut filled = Filled::default();
            for one in &problems {
                let used = one.problem == procedure::case::refusal::Problem::AlreadyUsed;
                let said = if used {
                    me.t().imports_failed_known().to_owned()
                } else {
                    problem(me.t(), one.problem)
                };
                filled.error(&one.field, said);
            }
            let imports = me.app().imports(me.now, me.person()).await;
            let imports = imports.map_err(|error| me.fail(error))?;
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                drawn(&me, &imports, &filled).await?,
            )
                .into_response())
        }
        Err(error) => Err(me.fail(error)),
    }
}

async fn drawn(me: &Me, imports: &[Import], filled: &Filled) -> Result<Markup, axum::response::Response> {
    let t = me.t();
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let columns = [
        Column::new(t.imports_file()).wide(),
        Column::new(t.imports_by()),
        Column::new(t.imports_at()),
        Column::new(t.imports_records()).number(),
        Column::new(t.imports_state()),
    ];
    let rows = imports.iter().map(|import| {
        let name = if import.file_name.is_empty() {
            t.imports_by_command()
        } else {
            &import.file_name
        };
        let by = import
            .by
            .and_then(|by| office.people.get(&by))
            .map_or(t.imports_the_machine(), |person| &person.display_name);
        vec![
            html! { a href=(address(import.id)) { strong { (name) } } },
            html! { (by) },
            html! { time { (t.instant(import.at, &office.zone)) } },
            html! { @if import.records > 0 { (t.number(import.records)) } },
            state(me, import),
        ]
    });
    let table = Table::new(t, t.imports_title(), &columns)
        .rows(rows)
        .empty(empty_state(
            Icon::Upload,
            t.imports_none(),
            t.imports_none_text(),
            None,
        ));
    let body = html! {
        (PageHead::new(t, t.imports_title()).lead(t.imports_lead()).crumbs(&[(t.nav_register(), "/register")]))
        (Card::new(t.imports_bring()).icon(Icon::Upload).id("bring").body(
            Form::post(&me.ctx, "bring-form", "/imports").files().filled(filled).show(|f| html! {
                (f.file(upload::FIELD, t.imports_file(), upload::ACCEPT).hint(t.imports_file_hint()))
                (actions(submit(Look::Primary, Some(Icon::Upload), t.imports_bring_button())))
            })
        ))
        (Card::new(t.imports_list()).icon(Icon::History).id("imports").flush(html! { (table) }))
    };
    Ok(frame(&me.ctx, t.imports_title(), Some(Nav::Register), body))
}

fn state(me: &Me, import: &Import) -> Markup {
    let t = me.t();
    let (tone, sign) = match import.state {
        State::Draft | State::Checked => (Tone::Info, Icon::Edit),
        State::Checking | State::Entering | State::Undoing => (Tone::Info, Icon::Clock),
        State::Done => (Tone::Good, Icon::Check),
        State::Undone | State::Dropped => (Tone::Neutral, Icon::Undo),
        State::Failed => (Tone::Bad, Icon::Warning),
    };
    badge(
        tone,
        Some(sign),
        t.label(&format!("imports-state-{}", import.state.key())),
    )
}
