//! The form of intake: channel first, then who, what, and for a spoken case how it leaves the counter.

use app::Office;
use app::inbox::{LINKED, Mail};
use app::intake::{Road, fields};
use app::similar::Earlier;
use app::submission::PartyKind;
use i18n::Texts;
use maud::{Markup, html};
use procedure::Rule;
use procedure::case::refusal::Why;
use procedure::vocabulary::{Channel, Kind, Subject};

use super::{Sheet, help};
use crate::layout::{Nav, page as frame};
use crate::ui::{
    Card, Choice, Fields, Form, Icon, Look, PageHead, Tone, actions, alert, icon, link_button, rule_note,
    submit, submit_as,
};
use crate::visit::Me;
use crate::words::{self, word};

/// The buttons that only help to fill the form in: take a complainant over, look for earlier cases, take another road.
pub(super) const FILL: &str = "fill";
pub(super) const LOOK: &str = "look";
pub(super) const TURN: &str = "turn";

/// The further boxes for members of staff complained about.
pub(super) const MORE_PERSONS: [&str; 2] = ["persons_concerned_2", "persons_concerned_3"];

pub(super) fn page(
    me: &Me,
    office: &Office,
    sheet: &Sheet,
    similar: Option<&[Earlier]>,
    mail: Option<&Mail>,
) -> Markup {
    let t = me.t();
    let form = Form::post(&me.ctx, "intake", "/intake")
        .key(&sheet.key)
        .files()
        .filled(&sheet.filled)
        .show(|f| {
            html! {
                // Enter in any field enters the case, and not the first of the buttons that help.
                button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true" {}
                (refused(t, sheet))
                @if let Some(mail) = mail { (from_mail(t, f, mail)) }
                (channel(t, f))
                (who(me, f, similar))
                (what(t, f))
                (more(me, office, f))
                (road(t, f))
                (actions(submit(Look::Primary, Some(Icon::Book), t.intake_submit())))
            }
        });
    let received_on = sheet.filled.value(fields::RECEIVED_ON);
    let body = html! {
        (PageHead::new(t, t.intake_title()).lead(t.intake_lead())
            .actions(link_button(Look::Quiet, Some(Icon::Print), t.complaint_form_blank(), "/intake/form.pdf")))
        div class="columns-main" {
            div { section class="card" { div class="card-body intake" { (form) } } }
            div class="intake-aside" {
                (Card::new(t.intake_limit()).icon(Icon::CalendarDue).body(html! {
                    div id="limit" aria-live="polite" { (help::limit(me, office, received_on)) }
                }))
                div class="intake-keys" {
                    (Card::new(t.intake_keys()).icon(Icon::Keyboard).body(html! { p { (t.intake_keys_text()) } }))
                }
            }
        }
    };
    frame(&me.ctx, t.intake_title(), Some(Nav::Intake), body)
}

/// Where the form was filled in from, and what comes along.
fn from_mail(t: &'static Texts, f: &Fields, mail: &Mail) -> Markup {
    let sender = match mail.sender_address.as_str() {
        "" => t.inbox_no_sender(),
        address => address,
    };
    let way = link_button(
        Look::Quiet,
        Some(Icon::Letter),
        t.intake_from_mail_open(),
        &format!("/inbox/{}", mail.id),
    );
    html! {
        (f.hidden(LINKED, &mail.id.to_string()))
        (alert(Tone::Info, &t.intake_from_mail(sender), Some(html! {
            p { (t.intake_from_mail_text(mail.attachments)) }
            (way)
        })))
    }
}

/// Why the case could not be entered this way, under which rule, and the ways that remain.
fn refused(t: &'static Texts, sheet: &Sheet) -> Markup {
    let Some(refusal) = sheet.refusal else {
        return html! {};
    };
    let way = match refusal.why {
        Why::NeverOnTheSpot => Some((Road::Promised, t.intake_turn_promised())),
        Why::Barred(_) => Some((Road::Recorded, t.intake_turn_recorded())),
        _ => None,
    };
    let notice = alert(
        Tone::Bad,
        &words::refusal(t, refusal),
        Some(html! {
            p { (t.form_typed_kept()) }
            (rule_note(t, refusal.rule))
            @if let Some((road, label)) = way {
                (actions(submit_as(Look::Secondary, Some(Icon::Right), label, TURN, road.key())))
            }
        }),
    );
    // The eye and the keyboard begin here, one step from the way on.
    html! { div tabindex="-1" autofocus { (notice) } }
}

fn label(t: &'static Texts, name: &str) -> String {
    words::field(t, "receive", name)
}

fn hint(t: &'static Texts, name: &str) -> &'static str {
    words::field_hint(t, "receive", name).unwrap_or_default()
}

/// The values of a vocabulary with their words, to choose from.
fn worded(t: &'static Texts, group: &str, keys: &[&'static str]) -> Vec<(&'static str, String)> {
    keys.iter().map(|key| (*key, word(t, group, key))).collect()
}

fn choices<'a>(worded: &'a [(&'a str, String)]) -> Vec<Choice<'a>> {
    worded
        .iter()
        .map(|(value, label)| Choice::new(value, label))
        .collect()
}

fn channel(t: &'static Texts, f: &Fields) -> Markup {
    let keys: Vec<&str> = Channel::ALL.iter().map(|channel| channel.key()).collect();
    let channels = worded(t, "channel", &keys);
    html! { (f.radios(fields::CHANNEL, &label(t, fields::CHANNEL), &choices(&channels)).autofocus()) }
}

fn who(me: &Me, f: &Fields, similar: Option<&[Earlier]>) -> Markup {
    let t = me.t();
    let live = "/intake/similar";
    let with = "name,phone";
    html! {
        fieldset class="part" {
            legend { (t.intake_who()) }
            (f.hidden(fields::EARLIER, f.filled().value(fields::EARLIER)))
            (f.text(fields::NAME, &label(t, fields::NAME)).hint(t.intake_name_hint()).live(live, "#similar").live_with(with))
            div class="field-row" {
                (f.phone(fields::PHONE, &label(t, fields::PHONE)).optional().live(live, "#similar").live_with(with))
                (f.email(fields::EMAIL, &label(t, fields::EMAIL)).optional())
            }
            (f.text(fields::ADDRESS, &label(t, fields::ADDRESS)).optional())
            div class="intake-similar" {
                div id="similar" aria-live="polite" { @if let Some(found) = similar { (help::similar(me, found)) } }
                (submit_as(Look::Quiet, Some(Icon::Search), t.intake_similar_look(), LOOK, "similar"))
            }
            @if !f.filled().value(fields::EARLIER).is_empty() {
                p class="form-hint" { (icon(Icon::PersonCheck)) " " (t.intake_earlier_kept(f.filled().value(fields::EARLIER))) }
            }
            (f.check(fields::IS_CLIENT, &label(t, fields::IS_CLIENT)).hint(hint(t, fields::IS_CLIENT)))
        }
    }
}

fn what(t: &'static Texts, f: &Fields) -> Markup {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.key()).collect();
    let subjects: Vec<&str> = Subject::ALL.iter().map(|subject| subject.key()).collect();
    let (kinds, subjects) = (worded(t, "kind", &kinds), worded(t, "subject", &subjects));
    html! {
        fieldset class="part" {
            legend { (t.intake_what()) }
            (f.radios(fields::DECLARED_KIND, &label(t, fields::DECLARED_KIND), &choices(&kinds)).hint(hint(t, fields::DECLARED_KIND)))
            (f.checks(fields::SUBJECTS, t.case_subjects(), &choices(&subjects)).hint(t.intake_subjects_hint()))
            (f.area(fields::CONTENT, t.intake_content()).rows(5).hint(t.intake_content_hint()))
            (f.area(fields::REMEDY_SOUGHT, &label(t, fields::REMEDY_SOUGHT)).rows(2).optional())
        }
    }
}

/// What is rarely needed, folded away until it is, or until something in it is wrong.
fn more(me: &Me, office: &Office, f: &Fields) -> Markup {
    let t = me.t();
    let today = words::typed_date(office.desk(me.now).today);
    let touched = [
        fields::READ_ON,
        fields::READ_AT,
        fields::REPRESENTATIVE,
        fields::ANONYMOUS,
        fields::FORWARDER,
        fields::REPORT_BY,
        fields::IDENTITY_WITHHELD,
        fields::PERSONS_CONCERNED,
        MORE_PERSONS[0],
        MORE_PERSONS[1],
        fields::UNIT,
        fields::SAFETY,
        fields::DOCUMENTS,
    ];
    let given = |name: &str| !f.filled().value(name).is_empty() || f.filled().error_of(name).is_some();
    let received = f.filled().value(fields::RECEIVED_ON);
    let open = touched.into_iter().any(given)
        || received != today
        || f.filled().error_of(fields::RECEIVED_ON).is_some()
        || f.filled().error_of(fields::PARTY_KIND).is_some();
    html! {
        details class="disclosure intake-more" open[open] {
            summary { (icon(Icon::More)) (t.intake_more()) span class="fold" { (icon(Icon::Down)) } }
            div class="disclosure-body" {
                (f.date(fields::RECEIVED_ON, &label(t, fields::RECEIVED_ON)).hint(hint(t, fields::RECEIVED_ON))
                    .live("/intake/limit", "#limit").live_with(fields::RECEIVED_ON))
                div class="field-row" {
                    (f.date(fields::READ_ON, t.intake_read_on()).hint(t.intake_read_on_hint()).optional())
                    (f.time(fields::READ_AT, t.intake_read_at()).optional())
                }
                (complainant_details(t, f))
                (forwarder(t, f))
                (concerned(me, office, f))
                (f.check(fields::SAFETY, &label(t, fields::SAFETY)).hint(hint(t, fields::SAFETY)))
                (files(t, office, f))
            }
        }
    }
}

fn complainant_details(t: &'static Texts, f: &Fields) -> Markup {
    let keys: Vec<&str> = PartyKind::ALL.iter().map(|kind| kind.key()).collect();
    let kinds = worded(t, "party-kind", &keys);
    html! {
        fieldset class="part" {
            legend { (t.intake_who()) }
            div class="field-row" {
                (f.select(fields::PARTY_KIND, t.intake_party_kind(), &choices(&kinds)).optional())
                (f.text(fields::REPRESENTATIVE, &label(t, fields::REPRESENTATIVE)).hint(t.intake_representative_hint()).optional())
            }
            (f.check(fields::ANONYMOUS, t.intake_anonymous()).hint(t.intake_anonymous_hint()))
        }
    }
}

fn forwarder(t: &'static Texts, f: &Fields) -> Markup {
    html! {
        fieldset class="part" {
            legend { (label(t, fields::FORWARDER)) }
            (f.text(fields::FORWARDER, t.intake_forwarder_name()).optional())
            (f.date(fields::REPORT_BY, &label(t, fields::REPORT_BY)).optional())
            (f.check(fields::IDENTITY_WITHHELD, &label(t, fields::IDENTITY_WITHHELD)).hint(hint(t, fields::IDENTITY_WITHHELD)))
        }
    }
}

fn concerned(me: &Me, office: &Office, f: &Fields) -> Markup {
    let t = me.t();
    let mut people: Vec<_> = office.people.values().filter(|person| person.active).collect();
    people.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    let people: Vec<(String, String)> = people
        .into_iter()
        .map(|person| {
            let words = match person.position.as_str() {
                "" => person.display_name.clone(),
                position => format!("{} – {position}", person.display_name),
            };
            (person.id.to_string(), words)
        })
        .collect();
    let people: Vec<Choice> = people.iter().map(|(id, words)| Choice::new(id, words)).collect();
    let mut units: Vec<_> = office.units.values().filter(|unit| unit.active).collect();
    units.sort_by(|a, b| a.code.cmp(&b.code));
    let units: Vec<(String, String)> = units
        .into_iter()
        .map(|unit| (unit.id.to_string(), format!("{} – {}", unit.code, unit.name)))
        .collect();
    let units: Vec<Choice> = units.iter().map(|(id, words)| Choice::new(id, words)).collect();
    html! {
        fieldset class="part" {
            legend { (t.intake_concerned()) }
            (f.person(fields::PERSONS_CONCERNED, &label(t, fields::PERSONS_CONCERNED), &people).hint(hint(t, fields::PERSONS_CONCERNED)).optional())
            div class="field-row" {
                @for (place, name) in (2..).zip(MORE_PERSONS) {
                    @let words = t.intake_person_further(place);
                    (f.person(name, &words, &people).optional())
                }
            }
            (f.select(fields::UNIT, &label(t, fields::UNIT), &units).optional())
        }
    }
}

fn files(t: &'static Texts, office: &Office, f: &Fields) -> Markup {
    let kept: Vec<&str> = f.filled().values(fields::DOCUMENTS).collect();
    let size = t.intake_megabytes(office.settings.largest_file_mib);
    html! {
        @for id in &kept { (f.hidden(fields::DOCUMENTS, id)) }
        (f.files(fields::DOCUMENTS, &label(t, fields::DOCUMENTS), "").hint(&t.form_file_hint(size)).optional())
        @if !kept.is_empty() { p class="form-hint" { (icon(Icon::Attach)) " " (t.intake_files_kept(kept.len())) } }
    }
}

/// A spoken case ends on this page: settled, or with a promised reply.
fn road(t: &'static Texts, f: &Fields) -> Markup {
    let settled = t.intake_road_settled();
    let promised = t.intake_road_promised();
    let recorded = t.intake_road_recorded();
    let roads = [
        Choice::new(Road::Settled.key(), settled).hint(t.intake_road_settled_hint()),
        Choice::new(Road::Promised.key(), promised).hint(t.intake_road_promised_hint()),
        Choice::new(Road::Recorded.key(), recorded).hint(t.intake_road_recorded_hint()),
    ];
    html! {
        fieldset class="part intake-spoken" {
            legend { (t.intake_spoken()) }
            (f.radios(fields::ROAD, t.intake_road(), &roads))
            div class="intake-settled" {
                (f.area(fields::EXPLANATION, &words::field(t, "settle_on_the_spot", fields::EXPLANATION)).rows(3))
                (f.area(fields::SATISFACTION, &words::field(t, "settle_on_the_spot", fields::SATISFACTION)).rows(2)
                    .hint(words::field_hint(t, "settle_on_the_spot", fields::SATISFACTION).unwrap_or_default()))
                (rule_note(t, Rule::B1_1))
            }
            div class="intake-promised" {
                (f.date(fields::REPLY_BY, &words::field(t, "promise", fields::REPLY_BY)).hint(t.intake_reply_by_hint()))
                (f.area(fields::NO_CONTACT_REASON, &words::field(t, "promise", fields::NO_CONTACT_REASON)).rows(2).optional()
                    .hint(words::field_hint(t, "promise", fields::NO_CONTACT_REASON).unwrap_or_default()))
                (f.text(fields::NOTE, t.intake_report_note()).optional())
                (rule_note(t, Rule::B1_2))
            }
        }
    }
}
