//! How the public form looks: what it is, who writes, what happened, files.

use app::Office;
use app::portal::{Draft, Who, fields};
use i18n::Texts;
use maud::{Markup, html};
use procedure::vocabulary::{Kind, Subject};

use super::new::{REMOVE, THEN, Why, above};
use super::{other_ways, work};
use crate::layout::{Public, public_page};
use crate::ui::{
    Choice, Fields, Filled, Form, Icon, Look, PageHead, Tone, actions, alert, icon, post_button, submit,
    submit_as,
};
use crate::visit::Guest;

/// The form's identity, also for the buttons of preferences that send it.
const FORM: &str = "report";

/// What is kept of a draft, as the form takes it.
pub(super) fn filled(draft: &Draft) -> Filled {
    let pairs = draft.typed.0.iter();
    Filled::from_pairs(
        pairs.flat_map(|(name, values)| values.iter().map(move |value| (name.clone(), value.clone()))),
    )
}

pub(super) fn page(
    guest: &Guest,
    office: &Office,
    token: &str,
    draft: &Draft,
    filled: &Filled,
    why: Option<&Why>,
) -> Markup {
    let t = guest.ctx.t();
    let portal = &office.settings.portal;
    let bits = portal.work_bits;
    let form = Form::post(&guest.ctx, FORM, Public::New.href())
        .files()
        .filled(filled)
        .show(|f| {
            html! {
                // Enter in any field sends the form, and not the first of the buttons that only help.
                button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true" {}
                (what(t, f))
                (matter(t, f))
                (files(office, t, f, draft))
                (who(t, f))
                (trap(t, f))
                @if bits > 0 { input type="hidden" name=(work::FIELD) data-work=(work::challenge(token)) data-bits=(bits); }
                p class="form-hint" { (t.portal_privacy(&guest.ctx.organisation)) }
                (actions(html! {
                    (submit(Look::Primary, Some(Icon::Send), t.portal_submit()))
                    (submit_as(Look::Secondary, Some(Icon::Save), t.portal_save(), THEN, "save"))
                }))
                @if bits > 0 { p class="form-hint" data-working=(t.portal_working()) aria-live="polite" {} }
            }
        });
    let body = html! {
        (PageHead::new(t, t.portal_new_title()).lead(t.portal_new_lead()))
        @if !portal.open { (alert(Tone::Warn, t.portal_closed(), Some(other_ways(guest, &portal.contact)))) }
        @else {
            @if let Some(why) = why { div tabindex="-1" autofocus { (above(t, why, &portal.contact, &guest.ctx.organisation)) } }
            @if bits > 0 { noscript { (alert(Tone::Warn, t.portal_needs_script(), Some(other_ways(guest, &portal.contact)))) } }
            section class="card" { div class="card-body public-form" data-draft="/portal/new/draft" { (form) } }
            p class="public-kept" {
                (icon(Icon::Save)) " "
                span data-saved=(t.portal_saved()) aria-live="polite" {
                    @match draft.saved_at {
                        Some(at) => (t.portal_saved_at(t.instant(at, &office.zone))),
                        None => (t.portal_kept()),
                    }
                }
            }
            @if draft.saved_at.is_some() {
                (post_button(&guest.ctx, Look::Quiet, Some(Icon::Delete), t.portal_clear(), "/portal/new/clear", ""))
            }
        }
    };
    public_page(
        &guest.ctx,
        t.portal_new_title(),
        Some(Public::New),
        Some(FORM),
        body,
    )
}

fn what(t: &'static Texts, f: &Fields) -> Markup {
    let kinds = [
        Choice::new(Kind::Complaint.key(), t.portal_complaint()).hint(t.portal_complaint_hint()),
        Choice::new(Kind::Appeal.key(), t.portal_appeal()).hint(t.portal_appeal_hint()),
    ];
    html! { (f.radios(fields::DECLARED_KIND, t.portal_kind(), &kinds)) }
}

fn matter(t: &'static Texts, f: &Fields) -> Markup {
    let subject = |subject: Subject| match subject {
        Subject::CertificationResult => t.portal_subject_result(),
        Subject::StaffConduct => t.portal_subject_conduct(),
        Subject::Confidentiality => t.portal_subject_confidentiality(),
        Subject::OtherActivity => t.portal_subject_other(),
        Subject::ClientProduct => t.portal_subject_product(),
        Subject::ComplaintHandling => t.portal_subject_handling(),
    };
    // Something else and not knowing come last.
    let offered = [
        Subject::CertificationResult,
        Subject::StaffConduct,
        Subject::Confidentiality,
        Subject::ClientProduct,
        Subject::ComplaintHandling,
        Subject::OtherActivity,
    ];
    let known = offered
        .into_iter()
        .map(|one| Choice::new(one.key(), subject(one)));
    let unknown =
        Choice::new(fields::UNKNOWN, t.portal_subject_unknown()).hint(t.portal_subject_unknown_hint());
    let subjects: Vec<Choice> = known.chain([unknown]).collect();
    html! {
        fieldset class="part" {
            legend { (t.portal_matter()) }
            (f.area(fields::CONTENT, t.portal_content()).rows(7).hint(t.portal_content_hint()))
            (f.area(fields::REMEDY_SOUGHT, t.portal_remedy()).rows(3).hint(t.portal_remedy_hint()).optional())
            (f.text(fields::DECISION, t.portal_decision()).hint(t.portal_decision_hint()).optional())
            (f.check(fields::IS_CLIENT, t.portal_is_client()))
            (f.checks(fields::SUBJECTS, t.portal_subjects(), &subjects).hint(t.portal_subjects_hint()))
            (f.check(fields::SAFETY, t.portal_safety()).hint(t.portal_safety_hint()))
        }
    }
}

fn files(office: &Office, t: &'static Texts, f: &Fields, draft: &Draft) -> Markup {
    let size = t.intake_megabytes(office.settings.largest_file_mib);
    html! {
        fieldset class="part" {
            legend { (t.portal_files()) }
            (f.files(fields::DOCUMENTS, t.portal_evidence(), "").hint(&t.portal_files_hint(app::portal::MOST_FILES, size)).optional())
            p class="form-hint" { strong { (t.portal_no_identity_cards()) } }
            (kept(t, draft, t.portal_add_files()))
        }
    }
}

/// The files that are here already, each to be taken out again.
pub(super) fn kept(t: &'static Texts, draft: &Draft, add: &str) -> Markup {
    html! {
        @if !draft.files.is_empty() {
            ul class="public-files" aria-label=(t.portal_files_kept()) {
                @for file in &draft.files {
                    li {
                        (icon(Icon::Attach)) span class="public-file" { (file.name) " " span class="muted" { (t.number(file.size / 1024 + 1)) " KiB" } }
                        button type="submit" class="btn btn-quiet" name=(REMOVE) value=(file.id) { (icon(Icon::Remove)) span class="visually-hidden" { (t.portal_remove_file(&file.name)) } }
                    }
                }
            }
        }
        (actions(submit_as(Look::Quiet, Some(Icon::Upload), add, THEN, "files")))
    }
}

fn who(t: &'static Texts, f: &Fields) -> Markup {
    let kinds = [
        Choice::new(Who::Person.key(), t.portal_person()),
        Choice::new(Who::Organisation.key(), t.portal_organisation()),
        Choice::new(Who::Anonymous.key(), t.portal_anonymous()).hint(t.portal_anonymous_hint()),
    ];
    html! {
        fieldset class="part" {
            legend { (t.portal_who()) }
            (f.radios(fields::WHO, t.portal_i_am(), &kinds))
            div class="public-named" {
                (f.text(fields::NAME, t.portal_name()).hint(t.portal_name_hint()).autocomplete("name"))
                (f.email(fields::EMAIL, t.portal_email()).hint(t.portal_reach_hint()).optional().autocomplete("email"))
                (f.phone(fields::PHONE, t.portal_phone()).optional().autocomplete("tel"))
                (f.text(fields::ADDRESS, t.portal_address()).hint(t.portal_address_hint()).optional().autocomplete("street-address"))
                (f.text(fields::REPRESENTATIVE, t.portal_representative()).hint(t.portal_representative_hint()).optional())
                (f.file(fields::AUTHORITY, t.portal_authority(), "").hint(t.portal_authority_hint()).optional())
            }
        }
    }
}

/// A field that people neither see nor reach; what fills in every field of a page fills it in too.
fn trap(t: &'static Texts, f: &Fields) -> Markup {
    html! {
        div class={ "public-trap" (if f.filled().value(fields::TRAP).is_empty() { "" } else { " public-trap-shown" }) } {
            label class="form-label" for="report-trap" { (t.portal_trap()) }
            input type="text" class="form-control" id="report-trap" name=(fields::TRAP) value=(f.filled().value(fields::TRAP)) tabindex="-1" autocomplete="off";
        }
    }
}
