//! The page on which one template is edited: its words, what may be left open, the sample letter, and its versions.

use app::templates::Version;
use documents::template::{Placeholder, Wording};
use i18n::Texts;
use maud::{Markup, html};

use super::{FORM, Place, language};
use crate::pages::admin::{Back, shown};
use crate::ui::{
    Card, Column, Filled, Form, Icon, Look, Table, Tone, actions, alert, difference, icon, link_button,
    paragraph, submit, submit_as,
};
use crate::visit::Me;

pub(super) fn version_name(t: &'static Texts, version: &Version) -> String {
    match version.number {
        0 => t.templates_built_in().to_owned(),
        number => t.templates_version_number(number),
    }
}

/// Who saved a version and when; nothing for the wording of the product.
pub(super) fn saved(me: &Me, office: &app::Office, version: &Version) -> Markup {
    let t = me.t();
    html! {
        @if let Some(at) = version.at {
            @if let Some(by) = version.by { (office.name(by)) } @else { (t.case_by_system()) }
            ", " (t.instant(at, &office.zone))
        }
    }
}

/// The page of one template.
pub(super) struct Editor<'a> {
    pub me: &'a Me,
    pub office: &'a app::Office,
    pub place: Place,
    /// The newest first.
    pub versions: &'a [Version],
    /// The one whose words stand in the form until others are typed.
    pub base: &'a Version,
}

impl Editor<'_> {
    pub fn page(&self, back: &Back) -> Markup {
        let (me, t, place) = (self.me, self.me.t(), self.place);
        let stored = Filled::from_pairs([
            ("subject", self.base.wording.subject.as_str()),
            ("body", self.base.wording.body.as_str()),
        ]);
        let filled = back.over(FORM, &stored);
        let wording = Wording {
            subject: filled.value("subject").to_owned(),
            body: filled.value("body").to_owned(),
        };
        let title = format!("{} – {}", place.purpose.say(t), language(t, place.lang));
        let body = html! {
            (self.compared(&wording, back))
            div class="columns-main" {
                div {
                    (Card::new(t.templates_edit()).icon(Icon::Write).id("edit").body(self.form(filled)))
                    (Card::new(t.templates_preview()).icon(Icon::Letter).id("preview-card").actions(self.paper_link()).body(html! {
                        p class="muted" { (t.templates_preview_lead()) }
                        div id="preview" { (preview_of(t, place, &wording)) }
                    }))
                }
                div { (self.placeholders()) }
            }
            (self.history())
        };
        shown(me, &title, "/admin/templates", &body)
    }

    fn form(&self, filled: &Filled) -> Markup {
        let t = self.me.t();
        let address = self.place.address();
        let live = format!("{address}/preview");
        let seen = self
            .versions
            .first()
            .map_or(0, |newest| newest.number)
            .to_string();
        Form::post(&self.me.ctx, FORM, &address).filled(filled).show(|f| {
            html! {
                (f.hidden("seen", &seen))
                (f.area("subject", t.templates_subject()).rows(2).hint(t.templates_subject_hint()).live(&live, "#preview"))
                (f.area("body", t.templates_body()).rows(14).hint(t.templates_body_hint()).live(&live, "#preview"))
                (actions(html! {
                    (submit(Look::Primary, Some(Icon::Save), t.templates_save()))
                    (submit_as(Look::Secondary, None, t.templates_preview_button(), "then", "preview"))
                    button type="submit" class="btn" name="then" value="pdf" formtarget="_blank" {
                        (icon(Icon::Download)) (t.templates_preview_pdf())
                    }
                }))
            }
        })
    }

    /// What the words in the form change of the newest version, where they are not its own.
    fn compared(&self, wording: &Wording, back: &Back) -> Markup {
        let t = self.me.t();
        let Some(newest) = self.versions.first().filter(|newest| newest.wording != *wording) else {
            return html! {};
        };
        html! {
            @if !back.is(FORM) {
                (alert(Tone::Info, &match self.base.number {
                    0 => t.templates_restoring_built_in().to_owned(),
                    number => t.templates_restoring(number),
                }, None))
            }
            (Card::new(t.templates_difference()).icon(Icon::History).id("difference").body(html! {
                @if newest.wording.subject != wording.subject {
                    h3 { (t.templates_difference_subject()) }
                    (difference(t, &newest.wording.subject, &wording.subject))
                }
                @if newest.wording.body != wording.body {
                    h3 { (t.templates_difference_body()) }
                    (difference(t, &newest.wording.body, &wording.body))
                }
            }))
        }
    }

    fn paper_link(&self) -> Markup {
        let (t, number) = (self.me.t(), self.base.number);
        let address = format!("{}/preview.pdf?version={number}", self.place.address());
        link_button(
            Look::Quiet,
            Some(Icon::Download),
            &t.templates_paper_of(version_name(t, self.base)),
            &address,
        )
    }

    fn placeholders(&self) -> Markup {
        let t = self.me.t();
        Card::new(t.templates_placeholders())
            .icon(Icon::Info)
            .id("placeholders")
            .body(html! {
                p class="muted" { (t.templates_placeholders_lead()) }
                dl class="placeholders" {
                    @for one in Placeholder::of(self.place.purpose) {
                        dt { code { (one.written()) } }
                        dd { (one.say(t)) span class="muted" { " (" (one.kind().say(t)) ")" } }
                    }
                }
            })
    }

    fn history(&self) -> Markup {
        let t = self.me.t();
        let columns = [
            Column::new(t.templates_version()),
            Column::new(t.templates_saved()),
            Column::new(""),
        ];
        let rows = self.versions.iter().zip(0..).map(|(version, age)| {
            let address = format!("{}?version={}", self.place.address(), version.number);
            vec![
                html! { (version_name(t, version)) },
                saved(self.me, self.office, version),
                html! { @if age > 0 { a href=(address) { (t.templates_compare()) } } },
            ]
        });
        let table = Table::new(t, t.templates_history(), &columns).rows(rows);
        Card::new(t.templates_history())
            .icon(Icon::History)
            .id("history")
            .flush(html! {
                @if self.versions.len() == 1 { p class="card-body muted" { (t.templates_history_none()) } }
                (table)
            })
    }
}

/// The sample letter, or why there is none.
pub(super) fn preview_of(t: &'static Texts, place: Place, wording: &Wording) -> Markup {
    match wording.sample(place.purpose, place.lang) {
        Ok(letter) => html! {
            article class="sheet" lang=(place.lang.code()) {
                p class="sheet-about" { (i18n::texts(place.lang).letter_about(&letter.subject)) }
                div class="sheet-body" { @for one in &letter.body { (paragraph(one)) } }
            }
        },
        Err(wrong) => html! {
            div class="notice tone-warn" { div class="notice-body" { ul { @for one in &wrong { li { (one.say(t)) } } } } }
        },
    }
}
