//! What can be done with a mail: the forms, exactly those that the server takes, and for what is done how it is set right.

use app::inbox::{Deed, Ground, LONGEST_REASON, Opened, State};
use maud::{Markup, html};
use procedure::Rule;

use super::Form as Typed;
use crate::ui::{
    Act, Card, Choice, Filled, Form, Icon, Look, Tone, act, actions, acts, badge, link_button, post_button,
    submit,
};
use crate::visit::Me;
use crate::words::word;

pub(super) fn card(me: &Me, opened: &Opened, typed: &Typed) -> Markup {
    let t = me.t();
    let id = opened.line.mail.id;
    let body = html! {
        (past(me, opened))
        @if opened.offered.contains(&Deed::MakeCase) {
            div class="card-body" {
                (actions(link_button(Look::Primary, Some(Icon::Book), t.mail_make_case(), &format!("/intake?mail={id}"))))
                p class="form-hint" { (t.mail_make_case_text()) }
            }
        }
        @if opened.offered.contains(&Deed::TakeBack) {
            div class="card-body" {
                (actions(post_button(&me.ctx, Look::Primary, Some(Icon::Undo), t.mail_take_back(), &format!("/inbox/{id}/back"), "")))
                p class="form-hint" { (t.mail_take_back_text()) }
            }
        }
        (acts(html! {
            @for deed in opened.offered {
                @match deed {
                    Deed::Join => (join(me, opened, typed)),
                    Deed::SetAside => (aside(me, opened, typed)),
                    Deed::Reached => (reached(me, opened, typed)),
                    Deed::MakeCase | Deed::TakeBack => {}
                }
            }
        }))
    };
    Card::new(t.mail_deeds())
        .icon(Icon::Tasks)
        .id("deeds")
        .flush(body)
}

/// What was done already, and how that is set right.
fn past(me: &Me, opened: &Opened) -> Markup {
    let t = me.t();
    let number = opened.line.number.as_deref().unwrap_or_default();
    let words = match opened.line.state {
        State::Case => Some(t.mail_done_case(number)),
        State::Joined => Some(t.mail_done_joined(number)),
        State::Automatic => Some(t.mail_done_automatic().to_owned()),
        State::Reached => Some(t.mail_done_reached().to_owned()),
        _ if opened.offered.is_empty() => Some(t.mail_nothing_to_do().to_owned()),
        State::New | State::SetAside | State::Bounce => None,
    };
    html! {
        @if let Some(words) = words {
            div class="card-body" {
                p { (words) }
                @if !number.is_empty() { (actions(link_button(Look::Secondary, Some(Icon::Folder), number, &format!("/cases/{number}")))) }
            }
        }
    }
}

fn filled<'a>(typed: &'a Typed, of: &str, nothing: &'a Filled) -> &'a Filled {
    if typed.of == of { &typed.filled } else { nothing }
}

fn join(me: &Me, opened: &Opened, typed: &Typed) -> Markup {
    let t = me.t();
    let action = format!("/inbox/{}/join", opened.line.mail.id);
    let nothing = Filled::default();
    let key = app::new_id().to_string();
    let form = html! {
        p class="form-lead" { (t.mail_join_text()) }
        @if !opened.suggestions.is_empty() {
            ul class="documents" {
                @for one in &opened.suggestions {
                    li {
                        form method="post" action=(action) class="form" {
                            (crate::ui::hidden_fields(&me.ctx, &app::new_id().to_string()))
                            input type="hidden" name="number" value=(one.number);
                            (submit(Look::Secondary, Some(Icon::Link), &t.mail_join_to(&one.number)))
                        }
                        p {
                            (badge(Tone::Neutral, None, &word(t, "stage", &one.stage))) " "
                            span class="muted" { (word(t, "mail-suggested", one.reason.key())) @if !one.summary.is_empty() { ": " (one.summary) } }
                        }
                    }
                }
            }
        }
        (Form::post(&me.ctx, "join", &action).key(&key).filled(filled(typed, "join", &nothing)).show(|f| html! {
            (f.text("number", t.mail_join_number()).narrow())
            (actions(submit(Look::Secondary, Some(Icon::Link), t.mail_join())))
        }))
    };
    let open = typed.of == "join" || !opened.suggestions.is_empty();
    fold("act-join", Icon::Link, t.mail_join(), open, form, t)
}

fn aside(me: &Me, opened: &Opened, typed: &Typed) -> Markup {
    let t = me.t();
    let action = format!("/inbox/{}/aside", opened.line.mail.id);
    let grounds: Vec<(&str, String)> = Ground::ALL
        .iter()
        .map(|ground| (ground.key(), word(t, "mail-ground", ground.key())))
        .collect();
    let grounds: Vec<Choice> = grounds
        .iter()
        .map(|(key, label)| Choice::new(key, label))
        .collect();
    let nothing = Filled::default();
    let form = html! {
        p class="form-lead" { (t.mail_set_aside_text()) }
        (Form::post(&me.ctx, "aside", &action).filled(filled(typed, "aside", &nothing)).show(|f| html! {
            (f.radios("reason", t.mail_reason(), &grounds))
            (f.area("words", t.mail_reason_words()).rows(2).hint(t.mail_reason_words_hint()).most(LONGEST_REASON).optional())
            (actions(submit(Look::Secondary, Some(Icon::Archive), t.mail_set_aside())))
        }))
    };
    fold(
        "act-aside",
        Icon::Archive,
        t.mail_set_aside(),
        typed.of == "aside",
        form,
        t,
    )
}

fn reached(me: &Me, opened: &Opened, typed: &Typed) -> Markup {
    let t = me.t();
    let action = format!("/inbox/{}/reached", opened.line.mail.id);
    let nothing = Filled::default();
    let form = html! {
        p class="form-lead" { (t.mail_reached_text()) }
        (Form::post(&me.ctx, "reached", &action).filled(filled(typed, "reached", &nothing)).show(|f| html! {
            (f.area("words", t.mail_reached_words()).rows(3).most(LONGEST_REASON))
            (actions(submit(Look::Primary, Some(Icon::Check), t.mail_reached())))
        }))
    };
    fold("act-reached", Icon::Phone, t.mail_reached(), true, form, t)
}

fn fold(id: &str, sign: Icon, title: &str, open: bool, form: Markup, t: &'static i18n::Texts) -> Markup {
    let rules: &[Rule] = if id == "act-join" { &[] } else { &[Rule::S1] };
    let folded = Act {
        id,
        sign,
        title,
        rules,
        note: None,
        open,
    };
    act(t, &folded, form)
}
