//! What must be done about a compilation, each act with its form in place.

use app::year_book::YearBookView;
use maud::{Markup, html};
use procedure::Rule;
use procedure::year_book::{YearActKind, YearStage};

use super::Returned;
use crate::ui::{
    Act, Card, Due, Fields, Filled, Form, Icon, Look, Tone, act, actions, acts, alert, due_date, empty_state,
    icon, office, submit,
};
use crate::visit::Me;
use crate::words::{field, refusal, word};

pub(super) fn duties(me: &Me, view: &YearBookView, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let kinds = shown(view);
    let body = if view.book.stage == YearStage::Filed {
        empty_state(Icon::Checks, t.year_filed(), t.year_filed_text(), None)
    } else if view.duties.is_empty() {
        empty_state(Icon::Clock, t.year_not_over(), t.year_not_over_text(), None)
    } else {
        let lost = returned.filter(|back| !kinds.contains(&back.kind));
        html! {
            @if let Some(back) = lost { (message(me, back)) }
            (acts(html! { @for kind in kinds { (line(me, view, kind, returned)) } }))
        }
    };
    Card::new(t.year_duties())
        .icon(Icon::Tasks)
        .id("duties")
        .flush(body)
}

/// The step that is owed first, then what else this person may do.
fn shown(view: &YearBookView) -> Vec<YearActKind> {
    let owed = view.duties.iter().map(|duty| duty.act);
    let mut kinds: Vec<YearActKind> = owed.collect();
    for (kind, permit) in &view.offers {
        if permit.is_ok() && !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    kinds
}

fn line(me: &Me, view: &YearBookView, kind: YearActKind, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let duty = view.duties.iter().find(|duty| duty.act == kind);
    let desk = view.office.desk(view.now);
    let note = duty.map(|duty| {
        let due = duty.term.due(desk.calendar);
        html! {
            (office(&word(t, "office", duty.office.key())))
            (due_date(t, due.on, Due::of(Some(due.on), desk.today)))
        }
    });
    let permit = view.offers.iter().find(|(offered, _)| *offered == kind);
    let refused = permit.and_then(|(_, permit)| permit.as_ref().err().copied());
    let shown = Act {
        id: &format!("act-{}", kind.key()),
        sign: sign(kind),
        title: i18n::say::act(me.ctx.lang, kind),
        rules: &[Rule::B2_8],
        note,
        open: (duty.is_some() && refused.is_none() && returned.is_none())
            || returned.is_some_and(|back| back.kind == kind),
    };
    let inside = match refused {
        None => html! {
            @if let Some(back) = returned.filter(|back| back.kind == kind) { (message(me, back)) }
            (form(me, view, kind, returned))
        },
        Some(why) => html! {
            p class="barred-why" { (icon(Icon::Lock)) (refusal(t, why)) " (" (why.rule.name()) ")" }
        },
    };
    act(t, &shown, inside)
}

fn message(me: &Me, back: &Returned) -> Markup {
    html! {
        @if let Some(message) = &back.message {
            (alert(Tone::Warn, message, (!back.meanwhile.is_empty()).then(|| html! {
                p { (me.t().case_meanwhile()) }
                ul { @for line in &back.meanwhile { li { (line) } } }
            })))
        }
    }
}

fn form(me: &Me, view: &YearBookView, kind: YearActKind, returned: Option<&Returned>) -> Markup {
    let blank = Filled::default();
    let back = returned.filter(|back| back.kind == kind);
    let filled = back.map_or(&blank, |back| &back.filled);
    let key = back.map_or_else(|| app::new_id().to_string(), |back| back.key.clone());
    let id = format!("form-{}", kind.key());
    let action = format!("/year-books/{}/acts/{}", view.book.year, kind.key());
    Form::post(&me.ctx, &id, &action)
        .key(&key)
        .filled(filled)
        .show(|f| {
            html! {
                (f.hidden("seen", &view.book.version.to_string()))
                p class="form-lead" { (i18n::say::act_hint(me.ctx.lang, kind)) }
                (asked(me, view, kind, f))
                (actions(submit(Look::Primary, Some(sign(kind)), i18n::say::act(me.ctx.lang, kind))))
            }
        })
}

fn asked(me: &Me, view: &YearBookView, kind: YearActKind, f: &Fields) -> Markup {
    let t = me.t();
    let label = |name: &str| field(t, kind.key(), name);
    match kind {
        YearActKind::Compile | YearActKind::Review | YearActKind::ReceiveCompilation => {
            html! { (f.area("remarks", &label("remarks")).rows(3).optional()) }
        }
        YearActKind::ReturnCompilation => html! { (f.area("reason", &label("reason")).rows(3)) },
        YearActKind::Freeze => html! {
            @let digest = view.book.digest.as_deref().unwrap_or_default();
            (f.hidden("digest", digest))
            p class="digest" { (t.year_digest()) ": " code { (digest) } }
        },
        YearActKind::File => html! { (f.text("file_code", &label("file_code")).narrow()) },
    }
}

/// The drawing that stands for an act.
pub(super) const fn sign(kind: YearActKind) -> Icon {
    match kind {
        YearActKind::Compile => Icon::Table,
        YearActKind::ReturnCompilation => Icon::Return,
        YearActKind::Review => Icon::Eye,
        YearActKind::ReceiveCompilation => Icon::Inbox,
        YearActKind::Freeze => Icon::Lock,
        YearActKind::File => Icon::Archive,
    }
}
