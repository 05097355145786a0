//! The forms of the acts on an action, drawn from what each act asks for.

use app::Typed;
use app::actions::{ActionView, fields};
use i18n::Texts;
use maud::{Markup, html};
use procedure::case::fields::{Field as Asked, Input};
use procedure::corrective_action::ActionActKind;

use super::Returned;
use crate::ui::{Choice, Fields, Filled, Form, Icon, Look, actions, disclosure, submit};
use crate::visit::Me;
use crate::words::{self, typed_date, word};

/// Empty rows offered below those that are filled.
const SPARE_ROWS: usize = 3;
const MOST_ROWS: usize = 50;

/// The steps of the five whys and the bones of a fishbone: field and label.
fn steps(t: &'static Texts) -> [(&'static str, [(&'static str, &'static str); 6]); 2] {
    let whys = [
        ("why_1", t.corrective_why_1()),
        ("why_2", t.corrective_why_2()),
        ("why_3", t.corrective_why_3()),
        ("why_4", t.corrective_why_4()),
        ("why_5", t.corrective_why_5()),
        ("", ""),
    ];
    let bones = [
        ("bone_people", t.corrective_bone_people()),
        ("bone_method", t.corrective_bone_method()),
        ("bone_equipment", t.corrective_bone_equipment()),
        ("bone_material", t.corrective_bone_material()),
        ("bone_environment", t.corrective_bone_environment()),
        ("bone_measurement", t.corrective_bone_measurement()),
    ];
    [(t.corrective_five_whys(), whys), (t.corrective_fishbone(), bones)]
}

/// What was typed, with the steps of the inquiry put before the cause they led to.
pub(super) fn with_steps(t: &'static Texts, typed: &Typed) -> Typed {
    let mut typed = typed.clone();
    let Some(cause) = typed.one("cause").map(str::to_owned) else {
        return typed;
    };
    let steps = steps(t);
    let lines = steps
        .iter()
        .flat_map(|(_, steps)| steps)
        .filter_map(|(name, label)| {
            let answer = typed.one(name)?;
            // A question carries its own mark.
            let mark = if label.ends_with(['?', ')']) { "" } else { ":" };
            Some(format!("{label}{mark} {answer}"))
        });
    let mut told: Vec<String> = lines.collect();
    if !told.is_empty() {
        told.push(format!("{}: {cause}", t.corrective_cause()));
        typed.0.insert("cause".to_owned(), vec![told.join("\n")]);
    }
    typed
}

pub(super) fn form(me: &Me, view: &ActionView, kind: ActionActKind, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let back = returned.filter(|back| back.kind == kind);
    let prefilled = prefill(me, view, kind);
    let filled = back.map_or(&prefilled, |back| &back.filled);
    let key = back.map_or_else(|| app::new_id().to_string(), |back| back.key.clone());
    let id = format!("form-{}", kind.key());
    let action = format!("/corrective-actions/{}/acts/{}", view.row.number, kind.key());
    Form::post(&me.ctx, &id, &action)
        .key(&key)
        .filled(filled)
        .show(|f| {
            html! {
                (f.hidden("seen", &view.action.version.to_string()))
                p class="form-lead" { (i18n::say::act_hint(me.ctx.lang, kind)) }
                @for asked in fields(kind) {
                    @if asked.name == "cause" { (guide(t, f)) }
                    (one(me, &view.office, Some(view), kind, asked, f, ""))
                }
                (actions(submit(Look::Primary, Some(sign(kind)), i18n::say::act(me.ctx.lang, kind))))
            }
        })
}

/// The form that opens an action without a case.
pub(super) fn opening(me: &Me, office: &app::Office, filled: &Filled, key: &str) -> Markup {
    let kind = ActionActKind::Open;
    Form::post(&me.ctx, "form-open", "/corrective-actions")
        .key(key)
        .filled(filled)
        .show(|f| {
            html! {
                (f.hidden("action", filled.value("action")))
                @for asked in fields(kind) { (one(me, office, None, kind, asked, f, "")) }
                (actions(submit(Look::Primary, Some(Icon::Repair), i18n::say::act(me.ctx.lang, kind))))
            }
        })
}

/// Questions that lead to the cause; open when any was answered before the form came back.
fn guide(t: &'static Texts, f: &Fields) -> Markup {
    disclosure(
        html! { (t.corrective_guided()) },
        html! {
            p class="form-lead" { (t.corrective_guided_lead()) }
            @for (method, steps) in steps(t) {
                fieldset class="rows" {
                    legend { (method) }
                    @for (name, label) in steps.into_iter().filter(|(name, _)| !name.is_empty()) {
                        (f.text(name, label).optional())
                    }
                }
            }
        },
    )
}

fn one(
    me: &Me,
    office: &app::Office,
    view: Option<&ActionView>,
    kind: ActionActKind,
    asked: &Asked,
    f: &Fields,
    prefix: &str,
) -> Markup {
    let t = me.t();
    let name = format!("{prefix}{}", asked.name);
    let label = words::field(t, kind.key(), asked.name);
    let hint = words::field_hint(t, kind.key(), asked.name).filter(|_| prefix.is_empty());
    macro_rules! finish {
        ($field:expr) => {{
            let field = $field;
            let field = match hint {
                Some(hint) => field.hint(hint),
                None => field,
            };
            if asked.required {
                html! { (field) }
            } else {
                html! { (field.optional()) }
            }
        }};
    }
    match asked.input {
        Input::Words { lines: 1 } => finish!(f.text(&name, &label)),
        Input::Words { lines } => finish!(f.area(&name, &label).rows(lines)),
        Input::Date => finish!(f.date(&name, &label)),
        Input::Yes => finish!(f.check(&name, &label)),
        Input::Choice { vocabulary, keys } => {
            let offers: Vec<(String, String)> = (keys.0)()
                .into_iter()
                .map(|key| (key.to_owned(), word(t, vocabulary, key)))
                .collect();
            let offers = choices(&offers);
            finish!(f.radios(&name, &label, &offers))
        }
        Input::Person => {
            let offers = people(office);
            let offers = choices(&offers);
            finish!(f.select(&name, &label, &offers))
        }
        Input::CaseNumber => finish!(f.text(&name, &label).narrow()),
        Input::Measure => {
            let offers = view.map(|view| measures(me, view)).unwrap_or_default();
            let offers = choices(&offers);
            finish!(f.radios(&name, &label, &offers))
        }
        Input::Rows { fields } => rows(me, office, kind, asked, fields, f),
        // No act of an action asks for these.
        Input::Word
        | Input::Number
        | Input::Choices { .. }
        | Input::People
        | Input::Unit
        | Input::Party
        | Input::Files
        | Input::Seen
        | Input::NewId => html! {},
    }
}

fn rows(
    me: &Me,
    office: &app::Office,
    kind: ActionActKind,
    asked: &Asked,
    columns: &[Asked],
    f: &Fields,
) -> Markup {
    let t = me.t();
    let label = words::field(t, kind.key(), asked.name);
    let filled = |place: &usize| {
        let value = |column: &Asked| format!("{}.{place}.{}", asked.name, column.name);
        columns
            .iter()
            .any(|column| !f.filled().value(&value(column)).is_empty())
    };
    let used = (0..MOST_ROWS).rev().find(filled).map_or(0, |place| place + 1);
    html! {
        fieldset class="rows" {
            legend { (label) }
            @if let Some(error) = f.filled().error_of(asked.name) { p class="form-error" { (error) } }
            @for place in 0..used + SPARE_ROWS {
                div class="row-fields" {
                    @for column in columns {
                        (one(me, office, None, kind, &Asked { required: false, ..*column }, f, &format!("{}.{place}.", asked.name)))
                    }
                }
            }
        }
    }
}

fn choices(offers: &[(String, String)]) -> Vec<Choice<'_>> {
    offers
        .iter()
        .map(|(value, label)| Choice::new(value, label))
        .collect()
}

/// Active staff by name, with their position.
fn people(office: &app::Office) -> Vec<(String, String)> {
    let mut rows: Vec<_> = office.people.values().filter(|person| person.active).collect();
    rows.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
    rows.into_iter()
        .map(|row| {
            let label = if row.position.is_empty() {
                row.display_name.clone()
            } else {
                format!("{} – {}", row.display_name, row.position)
            };
            (row.id.to_string(), label)
        })
        .collect()
}

/// The measures that this person has still to report.
fn measures(me: &Me, view: &ActionView) -> Vec<(String, String)> {
    let open = view
        .action
        .open_measures_of(me.person(), &view.office.desk(view.now))
        .into_iter();
    open.filter_map(|place| {
        let measure = view.action.measures.get(place)?;
        Some((place.to_string(), view.text(&measure.what).to_owned()))
    })
    .collect()
}

/// What a form holds before anything is typed.
fn prefill(me: &Me, view: &ActionView, kind: ActionActKind) -> Filled {
    let mut filled = Filled::default();
    match kind {
        ActionActKind::PlanActions => {
            // A plan that came back is corrected, not written anew.
            for (place, measure) in view.action.measures.iter().enumerate() {
                filled.set(&format!("measures.{place}.what"), view.text(&measure.what));
                filled.set(&format!("measures.{place}.doer"), measure.doer.to_string());
                filled.set(&format!("measures.{place}.by"), typed_date(measure.by));
            }
        }
        ActionActKind::ReportActionDone => {
            if let [only] = view
                .action
                .open_measures_of(me.person(), &view.office.desk(view.now))
                .as_slice()
            {
                filled.set("measure", only.to_string());
            }
        }
        ActionActKind::Open
        | ActionActKind::Link
        | ActionActKind::Correct
        | ActionActKind::AnalyseCause
        | ActionActKind::ApproveActions
        | ActionActKind::ReturnActions
        | ActionActKind::ReviewEffectiveness
        | ActionActKind::ConcludeNoneNeeded
        | ActionActKind::CloseAction
        | ActionActKind::ReopenAction => {}
    }
    filled
}

/// The drawing that stands for an act.
pub(super) const fn sign(kind: ActionActKind) -> Icon {
    match kind {
        ActionActKind::Open => Icon::Repair,
        ActionActKind::Link => Icon::Link,
        ActionActKind::Correct => Icon::Hand,
        ActionActKind::AnalyseCause => Icon::Investigate,
        ActionActKind::PlanActions => Icon::Plan,
        ActionActKind::ApproveActions => Icon::PlanCheck,
        ActionActKind::ReturnActions => Icon::Return,
        ActionActKind::ReportActionDone => Icon::Check,
        ActionActKind::ReviewEffectiveness => Icon::Target,
        ActionActKind::ConcludeNoneNeeded => Icon::Withdrawn,
        ActionActKind::CloseAction => Icon::Archive,
        ActionActKind::ReopenAction => Icon::Reopen,
    }
}
