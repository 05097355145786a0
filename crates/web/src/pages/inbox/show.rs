//! One mail: what it says, what can be done with it, what was done, and the original with its digest.

use app::inbox::{DeedLine, Ground, Letter, Opened, Reading};
use maud::{Markup, html};
use procedure::PersonId;

use super::list::{sender, state, subject};
use super::{Form, deeds, words};
use crate::layout::{Nav, page as frame};
use crate::ui::{Card, Icon, Look, Moment, PageHead, Tone, alert, facts, history, link_button};
use crate::visit::Me;
use crate::words::word;

pub(super) fn page(me: &Me, opened: &Opened, form: &Form) -> Markup {
    let t = me.t();
    let title = subject(t, &opened.line);
    let body = html! {
        (PageHead::new(t, title).crumbs(&[(t.nav_inbox(), "/inbox")]).badges(state(t, &opened.line, opened.today)))
        div class="columns-main" {
            div {
                @match &opened.letter {
                    Some(letter) => (letter_card(me, opened, letter)),
                    None => (alert(Tone::Info, t.mail_hidden(), None)),
                }
            }
            div class="mail-aside" {
                (deeds::card(me, opened, form))
                (past(me, opened))
                (original(me, opened))
            }
        }
    };
    frame(&me.ctx, title, Some(Nav::Inbox), body)
}

/// A mail that lies inside a mail.
pub(super) fn inside(me: &Me, opened: &Opened) -> Markup {
    let t = me.t();
    let id = opened.line.mail.id;
    let outer = format!("/inbox/{id}");
    let subject_of = opened
        .letter
        .as_ref()
        .map(|letter| letter.message.subject.as_str());
    let title = match subject_of.unwrap_or_default() {
        "" => t.inbox_no_subject(),
        subject => subject,
    };
    let body = html! {
        (PageHead::new(t, title).lead(t.mail_inside_of())
            .crumbs(&[(t.nav_inbox(), "/inbox"), (subject(t, &opened.line), &outer)])
            .actions(link_button(Look::Secondary, Some(Icon::Return), t.back(), &outer)))
        @if let Some(letter) = &opened.letter { (letter_card(me, opened, letter)) }
    };
    frame(&me.ctx, title, Some(Nav::Inbox), body)
}

fn letter_card(me: &Me, opened: &Opened, letter: &Letter) -> Markup {
    let t = me.t();
    let mail = &opened.line.mail;
    let note = match letter.message.reading {
        Reading::Whole => None,
        Reading::HeaderOnly => Some(t.mail_header_only()),
        Reading::AsItCame => Some(t.mail_as_it_came()),
    };
    let twins = opened.twins.iter().filter(|_| letter.path.is_empty());
    let twins: Vec<_> = twins.collect();
    Card::new(t.mail_words()).icon(Icon::Letter).id("words").body(html! {
        @if let Some(note) = note { (alert(Tone::Warn, note, None)) }
        @if !twins.is_empty() {
            (alert(Tone::Info, &t.mail_twins(twins.len()), Some(html! {
                ul { @for twin in &twins { li { a href=(format!("/inbox/{}", twin.id)) { (t.instant(twin.arrived_at.0, &opened.office.zone)) } } } }
            })))
        }
        (facts(heads(me, opened, letter)))
        (words::text(me, &letter.message))
        (words::formatted(me, mail.id, letter))
        (words::files(me, mail.id, letter))
    })
}

fn heads<'a>(me: &'a Me, opened: &'a Opened, letter: &'a Letter) -> Vec<(&'a str, Markup)> {
    let t = me.t();
    let message = &letter.message;
    let boxes = |boxes: &[app::inbox::Mailbox]| {
        let said = boxes.iter().map(|one| match &one.name {
            Some(name) if !one.address.is_empty() => format!("{name} <{}>", one.address),
            Some(name) => name.clone(),
            None => one.address.clone(),
        });
        said.collect::<Vec<_>>().join(", ")
    };
    let mut rows = Vec::new();
    if letter.path.is_empty() {
        rows.push((t.mail_from(), sender(t, &opened.line)));
    } else if let Some(from) = &message.sender {
        rows.push((t.mail_from(), html! { (boxes(std::slice::from_ref(from))) }));
    }
    for (label, found) in [
        (t.mail_to(), &message.recipients),
        (t.mail_answer_to(), &message.reply_to),
    ] {
        if !found.is_empty() {
            rows.push((label, html! { span class="mail-address" { (boxes(found)) } }));
        }
    }
    if letter.path.is_empty() {
        let arrived = t.instant(opened.line.mail.arrived_at.0, &opened.office.zone);
        rows.push((t.mail_arrived_at(), html! { (arrived) }));
    }
    if let Some(written) = &message.sent.written {
        let said = message.sent.at.map(|at| t.instant(at, &opened.office.zone));
        rows.push((t.mail_sent(), html! { (said.as_deref().unwrap_or(written)) }));
    }
    rows
}

fn past(me: &Me, opened: &Opened) -> Markup {
    let t = me.t();
    let moments: Vec<Moment> = opened.deeds.iter().map(|deed| moment(me, opened, deed)).collect();
    Card::new(t.mail_past())
        .icon(Icon::History)
        .id("past")
        .body(history(&moments))
}

fn moment(me: &Me, opened: &Opened, deed: &DeedLine) -> Moment {
    let t = me.t();
    let number = deed
        .case_id
        .and_then(|case| opened.numbers.get(&case))
        .map_or("?", String::as_str);
    let what = match deed.deed.as_str() {
        "arrived" => t.mail_deed_arrived().to_owned(),
        "make_case" => t.mail_deed_make_case(number),
        "join" => t.mail_deed_join(number),
        "set_aside" => {
            let ground = Ground::from_key(&deed.reason).map_or("other", Ground::key);
            t.mail_deed_set_aside(word(t, "mail-ground", ground))
        }
        other => word(t, "mail-deed", other),
    };
    let sign = match deed.deed.as_str() {
        "arrived" => Icon::Letter,
        "make_case" => Icon::Book,
        "join" => Icon::Link,
        "set_aside" => Icon::Archive,
        _ => Icon::Undo,
    };
    Moment {
        sign,
        tone: Tone::Accent,
        at: t.instant(deed.at.0, &opened.office.zone),
        who: deed.person_id.map_or_else(
            || t.case_by_system().to_owned(),
            |person| opened.office.name(PersonId(person)).to_owned(),
        ),
        what: html! { (what) },
        detail: (!deed.words.is_empty()).then(|| html! { p class="said" { (deed.words) } }),
    }
}

fn original(me: &Me, opened: &Opened) -> Markup {
    let t = me.t();
    let mail = &opened.line.mail;
    let mut rows = vec![
        (t.mail_way(), html! { (word(t, "mail-way", &mail.way)) }),
        (
            t.mail_stored_at(),
            html! { (t.instant(mail.stored_at.0, &opened.office.zone)) },
        ),
        (t.mail_size(), html! { (t.mail_size_bytes(mail.size)) }),
        (
            t.mail_digest(),
            html! { code class="digest" { (app::submission::hex(&mail.sha256)) } },
        ),
    ];
    if !mail.message_id.is_empty() && !opened.line.masked {
        rows.push((
            t.mail_message_id(),
            html! { code class="digest" { (mail.message_id) } },
        ));
    }
    Card::new(t.mail_raw()).icon(Icon::File).id("original").body(html! {
        (facts(rows))
        @if !opened.line.masked {
            (crate::ui::actions(link_button(Look::Secondary, Some(Icon::Download), t.mail_raw_download(), &format!("/inbox/{}/raw", mail.id))))
        }
    })
}
