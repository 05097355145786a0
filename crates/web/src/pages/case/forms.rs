//! The form of an act, drawn from what the act asks for.

use app::view::CaseView;
use i18n::Texts;
use maud::{Markup, html};
use procedure::ActKind;
use procedure::case::fields::{Field as Asked, Input, fields};
use procedure::vocabulary::{Channel, DispatchWay};

use super::Returned;
use super::choices::{self, Offer};
use super::{letter, word, wording};
use crate::ui::{Choice, Fields, Filled, Form, Icon, Look, actions, submit, submit_as};
use crate::visit::Me;
use crate::words::{self, typed_date};

/// Empty rows offered below those that are filled.
const SPARE_ROWS: usize = 3;

pub(super) fn form(me: &Me, view: &CaseView, kind: ActKind, returned: Option<&Returned>) -> Markup {
    let t = me.t();
    let back = returned.filter(|back| back.kind == kind);
    let asked = fields(kind);
    let prefilled = prefill(me, view, kind);
    let filled = back.map_or(&prefilled, |back| &back.filled);
    let key = back.map_or_else(|| app::new_id().to_string(), |back| back.key.clone());
    let id = format!("form-{}", kind.key());
    let action = format!("/cases/{}/acts/{}", view.row.number, kind.key());
    let files = asked.iter().any(|field| matches!(field.input, Input::Files));
    let mut form = Form::post(&me.ctx, &id, &action).key(&key).filled(filled);
    if files {
        form = form.files();
    }
    form.show(|f| {
        html! {
            (f.hidden("seen", &view.case.version.to_string()))
            @if let Some(hint) = words::act_hint(t, kind) { p class="form-lead" { (hint) } }
            @if kind == ActKind::SignLetter || kind == ActKind::ReturnLetter {
                @if let Some(letter) = view.case.letter_in_hand() { (letter::sheet(me, view, letter)) }
            }
            @for field in asked { (one(me, view, kind, field, f, "")) }
            (actions(html! {
                @if kind == ActKind::DraftLetter {
                    (submit_as(Look::Primary, Some(Icon::Send), t.case_draft_and_submit(), "then", "submit"))
                    (submit_as(Look::Secondary, Some(Icon::Save), t.case_draft_only(), "then", "keep"))
                } @else {
                    (submit(Look::Primary, Some(Icon::Check), &words::act(t, kind)))
                }
            }))
            @if kind == ActKind::DraftLetter { (word::offer(t, view, f)) (wording::offer(t, view)) }
        }
    })
}

fn one(me: &Me, view: &CaseView, kind: ActKind, asked: &Asked, f: &Fields, prefix: &str) -> Markup {
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
        Input::Words { lines: 1 } | Input::Word => finish!(f.text(&name, &label)),
        Input::Words { lines } => finish!(f.area(&name, &label).rows(lines)),
        Input::Number => finish!(f.number(&name, &label)),
        Input::Date => finish!(f.date(&name, &label)),
        Input::Yes if asked.required => {
            let offers = [Choice::new("yes", t.yes()), Choice::new("no", t.no())];
            finish!(f.radios(&name, &label, &offers))
        }
        Input::Yes => finish!(f.check(&name, &label)),
        Input::Choice { vocabulary, keys } => {
            let offers = if (kind, asked.name) == (ActKind::Substitute, "role") {
                choices::vacant_roles(t, view)
            } else {
                choices::keys(t, vocabulary, keys)
            };
            let offers = borrowed(&offers);
            if offers.len() <= 4 && prefix.is_empty() {
                finish!(f.radios(&name, &label, &offers))
            } else {
                finish!(f.select(&name, &label, &offers))
            }
        }
        Input::Choices { vocabulary, keys } => {
            let offers = choices::keys(t, vocabulary, keys);
            let offers = borrowed(&offers);
            finish!(f.checks(&name, &label, &offers))
        }
        Input::Person => {
            let offers = choices::people(me, view, kind, asked.name);
            let offers = borrowed(&offers);
            finish!(f.select(&name, &label, &offers))
        }
        Input::People => {
            let offers = choices::people(me, view, kind, asked.name);
            let offers = borrowed(&offers);
            finish!(f.checks(&name, &label, &offers))
        }
        Input::Unit => {
            let offers = choices::units(view);
            let offers = borrowed(&offers);
            finish!(f.select(&name, &label, &offers))
        }
        Input::Party => {
            let offers = choices::parties(view);
            let new = format!("{name}_new");
            html! {
                @if !offers.is_empty() { (f.select(&name, &label, &borrowed(&offers)).optional()) }
                (f.text(&new, t.case_party_by_name()).hint(t.case_party_by_name_hint()).optional())
            }
        }
        Input::CaseNumber => finish!(f.text(&name, &label).narrow()),
        Input::Measure => {
            let offers = choices::measures(view, me.person());
            let offers = borrowed(&offers);
            finish!(f.radios(&name, &label, &offers))
        }
        Input::Files => {
            let stored: Vec<String> = f.filled().values(&name).map(str::to_owned).collect();
            html! {
                @for id in &stored { input type="hidden" name=(name) value=(id); }
                (finish!(f.files(&name, &label, "")))
                @if !stored.is_empty() { p class="form-hint" { (t.form_files_kept()) ": " (stored.len()) } }
            }
        }
        Input::Rows { fields } => rows(me, view, kind, asked, fields, f),
        Input::Seen => {
            let seen = view
                .case
                .letter_in_hand()
                .map(|letter| letter.digest.clone())
                .unwrap_or_default();
            f.hidden(&name, &seen)
        }
        Input::NewId => {
            let offers = choices::linkable(view);
            html! {
                @if !offers.is_empty() {
                    (f.select(&name, &label, &borrowed(&offers)).hint(t.case_existing_action_hint()).optional())
                }
            }
        }
    }
}

fn rows(me: &Me, view: &CaseView, kind: ActKind, asked: &Asked, columns: &[Asked], f: &Fields) -> Markup {
    let t = me.t();
    let label = words::field(t, kind.key(), asked.name);
    let filled = |place: usize| {
        columns.iter().any(|column| {
            !f.filled()
                .value(&format!("{}.{place}.{}", asked.name, column.name))
                .is_empty()
        })
    };
    let used = (0..50)
        .rev()
        .find(|&place| filled(place))
        .map_or(0, |place| place + 1);
    html! {
        fieldset class="rows" {
            legend { (label) }
            @if let Some(error) = f.filled().error_of(asked.name) { p class="field-error" { (error) } }
            @for place in 0..used + SPARE_ROWS {
                div class="row-fields" {
                    @for column in columns {
                        (one(me, view, kind, &Asked { required: false, ..*column }, f, &format!("{}.{place}.", asked.name)))
                    }
                }
            }
        }
    }
}

fn borrowed(offers: &[Offer]) -> Vec<Choice<'_>> {
    offers
        .iter()
        .map(|offer| {
            let choice = Choice::new(&offer.value, &offer.label);
            match &offer.barred {
                Some(why) => choice.barred(why),
                None => choice,
            }
        })
        .collect()
}

/// What a form holds before anything is typed: today where a day is asked, the case's own facts, the suggested number.
fn prefill(me: &Me, view: &CaseView, kind: ActKind) -> Filled {
    let case = &view.case;
    let today = typed_date(view.today());
    let mut filled = Filled::default();
    match kind {
        // Whoever wrote electronically is answered the same way, unless somebody chooses another.
        ActKind::Acknowledge
        | ActKind::TellExtension
        | ActKind::TellProgress
        | ActKind::WriteToComplainant => {
            let way = match case.channel {
                Channel::Email => Some(DispatchWay::Email),
                Channel::WebForm => Some(DispatchWay::Portal),
                _ => None,
            };
            filled.set("way", way.map(DispatchWay::key).unwrap_or_default());
        }
        ActKind::Assess => {
            filled = Filled::from_pairs(case.subjects.iter().map(|subject| ("subjects", subject.key())));
            filled.set("kind", case.kind.key());
            filled.set("ours", "ours");
            filled.set("safety", if case.safety { "yes" } else { "no" });
            filled.set("unit", case.unit.map(|unit| unit.to_string()).unwrap_or_default());
        }
        ActKind::Promise => {
            let wanted = view
                .office
                .calendar
                .working_days_after(view.today(), 5)
                .min(case.limit_on());
            filled.set("reply_by", typed_date(wanted));
        }
        ActKind::AddEvidence => filled.set("obtained_on", today),
        ActKind::HearFromComplainant => filled.set("heard_on", today),
        ActKind::HoldTalk => filled.set("held_on", today),
        ActKind::RecordDelivery => filled.set("delivered_on", today),
        ActKind::Withdraw => filled.set("withdrawn_on", today),
        ActKind::RecordRecourse => filled.set("known_on", today),
        ActKind::BecomeWritten => filled.set("wrote_on", today),
        ActKind::RecordIncoming => filled.set("arrived_on", typed_date(case.received_on)),
        ActKind::RecordGoverningLetter => filled.set("dated_on", today),
        ActKind::NumberLetter => {
            filled.set("number", view.next_letter.to_string());
            filled.set("symbol", view.office.settings.letter_symbol.clone());
        }
        ActKind::GrantExtension => {
            if let Some(asked) = case.open_extension() {
                filled.set("until", typed_date(asked.until));
            }
        }
        ActKind::DraftLetter => letter::prefill(me, view, i18n::Lang::Vi, &mut filled),
        ActKind::RecordStatement => {
            if case.persons_concerned.contains(&me.person()) {
                filled.set("person", me.person().to_string());
            } else if let [only] = case.unheard().as_slice() {
                filled.set("person", only.to_string());
            }
        }
        ActKind::Substitute => {
            if let Some(role) = case.vacant.first() {
                filled.set("role", role.key());
            }
        }
        ActKind::ReportMeasureDone => {
            let desk = view.office.desk(view.now);
            if let [only] = case.open_measures_of(me.person(), &desk).as_slice() {
                filled.set("measure", only.to_string());
            }
        }
        ActKind::CorrectComplainant => {
            let known = &case.complainant;
            let answers = [
                ("letter_address", known.reach.letter),
                ("voice_contact", known.reach.voice),
                ("is_client", known.is_client),
                ("represented", known.represented),
                ("group", known.group),
            ];
            for (name, yes) in answers {
                filled.set(name, if yes { "yes" } else { "no" });
            }
        }
        ActKind::ProposePlan | ActKind::ApprovePlan => {
            // A plan that came back is corrected, not written anew; and leadership assigns from what is proposed.
            if let Some(plan) = &case.round.plan {
                filled.set("plan", view.text(&plan.said.plan));
                for (place, measure) in plan.said.measures.iter().enumerate() {
                    filled.set(&format!("measures.{place}.what"), view.text(&measure.what));
                    filled.set(&format!("measures.{place}.doer"), measure.doer.to_string());
                    filled.set(&format!("measures.{place}.by"), typed_date(measure.by));
                }
            }
        }
        _ => {}
    }
    if let Some(words) = wording::of_act(view, kind) {
        filled.set("words", words);
    }
    filled
}

/// The drawing that stands for an act.
pub(super) const fn sign(kind: ActKind) -> Icon {
    match kind {
        ActKind::SignLetter => Icon::Sign,
        ActKind::NumberLetter => Icon::Stamp,
        ActKind::DispatchLetter | ActKind::SubmitLetter => Icon::Send,
        ActKind::DraftLetter | ActKind::ProposePlan => Icon::Write,
        ActKind::ReturnLetter | ActKind::ReturnPlan => Icon::Return,
        ActKind::HoldTalk => Icon::Talk,
        ActKind::AnswerByVoice | ActKind::HearFromComplainant => Icon::Voice,
        ActKind::WriteToComplainant => Icon::Write,
        ActKind::AddEvidence => Icon::Attach,
        ActKind::AskExtension | ActKind::GrantExtension | ActKind::RefuseExtension => Icon::CalendarDue,
        ActKind::DeclareInterest | ActKind::NameParticipants => Icon::Independent,
        ActKind::Recuse => Icon::Hand,
        ActKind::Substitute => Icon::Substitute,
        ActKind::LinkCase => Icon::Link,
        ActKind::Reopen => Icon::Reopen,
        ActKind::OpenCorrectiveAction => Icon::Repair,
        _ => Icon::Check,
    }
}

/// The words of an act as the page writes them.
pub(super) fn title(t: &'static Texts, kind: ActKind) -> String {
    words::act(t, kind)
}
