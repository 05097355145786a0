//! What happened, in words, with what was written then.

use app::view::CaseView;
use maud::{Markup, html};
use procedure::TextId;
use procedure::case::event::{Entry, Event};
use procedure::obligations::s12::Sight;

use super::forms::sign;
use crate::ui::{Icon, Moment, Tone, history};
use crate::visit::Me;

/// The history of the case, oldest first.
pub(super) fn moments(me: &Me, view: &CaseView) -> Markup {
    let moments: Vec<Moment> = view.history.iter().map(|entry| moment(me, view, entry)).collect();
    history(&moments)
}

/// Lines that others added, in words, for whoever may read the history.
pub(super) fn sentences(me: &Me, view: &CaseView, entries: &[Entry]) -> Vec<String> {
    if view.sight != Sight::Full {
        return Vec::new();
    }
    let by_people = entries
        .iter()
        .filter(|entry| matches!(entry.event, Event::Acted { .. }));
    by_people
        .map(|entry| {
            format!(
                "{} – {} ({})",
                who(me, view, entry),
                sentence(me, view, entry),
                me.t().instant(entry.at, &view.office.zone)
            )
        })
        .collect()
}

fn sentence(me: &Me, view: &CaseView, entry: &Entry) -> String {
    let names = |person: procedure::PersonId| view.office.name(person).to_owned();
    i18n::say::deed(me.ctx.lang, entry, &names)
}

fn who(me: &Me, view: &CaseView, entry: &Entry) -> String {
    crate::words::who(me.t(), entry.by, entry.role, |person| {
        view.office.name(person).to_owned()
    })
}

fn moment(me: &Me, view: &CaseView, entry: &Entry) -> Moment {
    let (icon, tone) = match &entry.event {
        Event::Acted { act, .. } => (sign(act.kind()), Tone::Accent),
        Event::Dated { .. } => (Icon::Clock, Tone::Neutral),
        Event::Vacated { .. } | Event::SetAside { .. } => (Icon::PersonOff, Tone::Warn),
        Event::Transcribed(_) => (Icon::Archive, Tone::Neutral),
    };
    Moment {
        sign: icon,
        tone,
        at: me.t().instant(entry.at, &view.office.zone),
        who: who(me, view, entry),
        what: html! { (sentence(me, view, entry)) },
        detail: detail(view, entry),
    }
}

/// The texts that the line refers to.
fn detail(view: &CaseView, entry: &Entry) -> Option<Markup> {
    let mut words = Vec::new();
    texts_in(&serde_json::to_value(&entry.event).ok()?, &mut words);
    let words: Vec<&str> = words
        .iter()
        .filter_map(|id| view.texts.get(id))
        .map(String::as_str)
        .collect();
    (!words.is_empty()).then(|| html! { @for text in words { p class="said" { (text) } } })
}

/// Every reference to a text inside a line of the history, in its order.
pub(crate) fn texts_in(value: &serde_json::Value, found: &mut Vec<TextId>) {
    match value {
        serde_json::Value::Object(object) => {
            let id = object
                .get("id")
                .filter(|_| object.contains_key("sha256"))
                .and_then(|id| id.as_str());
            match id.and_then(|id| id.parse().ok()) {
                Some(id) => found.push(TextId(id)),
                None => object.values().for_each(|value| texts_in(value, found)),
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| texts_in(value, found)),
        _ => {}
    }
}
