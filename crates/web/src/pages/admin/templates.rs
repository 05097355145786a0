//! The wording with which letters begin: each kind of letter in each language, with what may be left open, a preview, and every
//! version that was ever saved.

use app::Error;
use app::templates::{Saved, Version};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use documents::letter::{Letter, Purpose};
use documents::template::{Placeholder, Wording, Wrong};
use i18n::{Lang, Texts};
use maud::{Markup, html};
use serde::Deserialize;

use super::{Back, came_back, open, shown};
use crate::pages::register::download;
use crate::posted::Posted;
use crate::ui::{
    Card, Column, Filled, Form, Icon, Look, Table, Tone, actions, alert, difference, link_button, paragraph,
    submit, submit_as,
};
use crate::visit::{At, Me, Page};

const FORM: &str = "template-form";

/// Which template an address names.
#[derive(Clone, Copy)]
struct Place {
    purpose: Purpose,
    lang: Lang,
}

impl Place {
    fn find(me: &Me, (purpose, lang): &(String, String)) -> Result<Place, Response> {
        let found = Purpose::ALL.into_iter().find(|known| known.key() == purpose);
        match (found, Lang::from_code(lang)) {
            (Some(purpose), Some(lang)) => Ok(Place { purpose, lang }),
            _ => Err(me.fail(Error::NotFound)),
        }
    }

    fn address(self) -> String {
        format!("/admin/templates/{}/{}", self.purpose.key(), self.lang.code())
    }

    async fn versions(self, me: &Me) -> Result<Vec<Version>, Response> {
        let found = me
            .app()
            .template_versions(me.now, me.person(), self.purpose, self.lang);
        found.await.map_err(|error| me.fail(error))
    }
}

fn language(t: &'static Texts, lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => t.templates_lang_vi(),
        Lang::En => t.templates_lang_en(),
    }
}

fn version_name(t: &'static Texts, version: &Version) -> String {
    match version.number {
        0 => t.templates_built_in().to_owned(),
        number => t.templates_version_number(number),
    }
}

/// Who saved a version and when; nothing for the wording of the product.
fn saved(me: &Me, office: &app::Office, version: &Version) -> Markup {
    let t = me.t();
    html! {
        @if let Some(at) = version.at {
            @if let Some(by) = version.by { (office.name(by)) } @else { (t.case_by_system()) }
            ", " (t.instant(at, &office.zone))
        }
    }
}

pub(super) async fn list(me: Me) -> Page {
    open(&me).map_err(|page| *page)?;
    let t = me.t();
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let templates = me.app().templates(me.now, me.person()).await;
    let templates = templates.map_err(|error| me.fail(error))?;
    let columns = [
        Column::new(t.templates_purpose()),
        Column::new(t.templates_language()),
        Column::new(t.templates_version()),
        Column::new(t.templates_saved()),
    ];
    let places = Purpose::ALL
        .into_iter()
        .flat_map(|purpose| Lang::ALL.map(|lang| Place { purpose, lang }));
    let rows = places.map(|place| {
        let version = templates.of(place.purpose, place.lang);
        vec![
            html! { a href=(place.address()) { (place.purpose.say(t)) } },
            html! { (language(t, place.lang)) },
            html! { (version_name(t, &version)) },
            saved(&me, &office, &version),
        ]
    });
    let table = Table::new(t, t.templates_title(), &columns).rows(rows);
    let body = html! {
        p class="page-lead" { (t.templates_lead()) }
        (Card::new(t.templates_title()).icon(Icon::Letter).id("list").flush(html! { (table) }))
    };
    Ok(shown(&me, t.templates_title(), "/admin/templates", &body).into_response())
}

#[derive(Deserialize)]
pub(super) struct Asked {
    version: Option<String>,
}

impl Asked {
    /// The version that is asked for, else the newest.
    fn of<'a>(&self, versions: &'a [Version]) -> Option<&'a Version> {
        match &self.version {
            Some(number) => {
                let number = number.parse::<i64>().ok()?;
                versions.iter().find(|version| version.number == number)
            }
            None => versions.first(),
        }
    }
}

pub(super) async fn one(me: Me, At(named): At<(String, String)>, Query(asked): Query<Asked>) -> Page {
    open(&me).map_err(|page| *page)?;
    let place = Place::find(&me, &named)?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let versions = place.versions(&me).await?;
    let base = asked.of(&versions).ok_or_else(|| me.fail(Error::NotFound))?;
    let editor = Editor {
        me: &me,
        office: &office,
        place,
        versions: &versions,
        base,
    };
    Ok(editor.page(&Back::default()).into_response())
}

/// The page of one template.
struct Editor<'a> {
    me: &'a Me,
    office: &'a app::Office,
    place: Place,
    /// The newest first.
    versions: &'a [Version],
    /// The one whose words stand in the form until others are typed.
    base: &'a Version,
}

impl Editor<'_> {
    fn page(&self, back: &Back) -> Markup {
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
                    (submit_as(Look::Secondary, Some(Icon::Download), t.templates_preview_pdf(), "then", "pdf"))
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
                (difference(t, &newest.wording.subject, &wording.subject))
                (difference(t, &newest.wording.body, &wording.body))
            }))
        }
    }

    fn paper_link(&self) -> Markup {
        let (t, number) = (self.me.t(), self.base.number);
        let address = format!("{}/preview.pdf?version={number}", self.place.address());
        link_button(
            Look::Quiet,
            Some(Icon::Download),
            &version_name(t, self.base),
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
fn preview_of(t: &'static Texts, place: Place, wording: &Wording) -> Markup {
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

fn typed(posted: &Posted) -> Wording {
    let word = |name| posted.typed.one(name).unwrap_or_default().to_owned();
    Wording {
        subject: word("subject"),
        body: word("body"),
    }
}

/// The preview alone, while somebody types.
pub(super) async fn preview(At(named): At<(String, String)>, posted: Posted) -> Page {
    let me = &posted.me;
    open(me).map_err(|page| *page)?;
    let place = Place::find(me, &named)?;
    Ok(preview_of(me.t(), place, &typed(&posted)).into_response())
}

/// Saves what was typed as the next version, or shows it: as a preview, as a paper, or with what is wrong.
pub(super) async fn save(At(named): At<(String, String)>, posted: Posted) -> Page {
    let me = &posted.me;
    open(me).map_err(|page| *page)?;
    let place = Place::find(me, &named)?;
    let wording = typed(&posted);
    match posted.typed.one("then") {
        Some("preview") => {
            return again(&posted, place, StatusCode::OK, Back::with(FORM, posted.filled())).await;
        }
        Some("pdf") => {
            return match wording.sample(place.purpose, place.lang) {
                Ok(letter) => paper(me, place, letter).await,
                Err(wrong) => refused(&posted, place, &wrong).await,
            };
        }
        _ => {}
    }
    let seen = posted
        .typed
        .one("seen")
        .and_then(|seen| seen.parse().ok())
        .unwrap_or(-1);
    let at = (place.purpose, place.lang);
    match me
        .app()
        .save_template(me.now, me.actor(), at, seen, wording)
        .await
    {
        Ok(Saved::Version(_)) => Ok(me.go(&place.address(), "notice-saved")),
        Ok(Saved::Wrong(wrong)) => refused(&posted, place, &wrong).await,
        Err(Error::Overtaken(_)) => {
            let mut filled = posted.filled();
            filled.error("", me.t().templates_overtaken());
            again(&posted, place, StatusCode::CONFLICT, Back::with(FORM, filled)).await
        }
        Err(error) => {
            let (status, back) = came_back(&posted, FORM, error)?;
            again(&posted, place, status, back).await
        }
    }
}

/// The page with everything typed and what is wrong with it.
async fn refused(posted: &Posted, place: Place, wrong: &[Wrong]) -> Page {
    let mut filled = posted.filled();
    for one in wrong {
        filled.error(one.part.key(), one.say(posted.me.t()));
    }
    again(
        posted,
        place,
        StatusCode::UNPROCESSABLE_ENTITY,
        Back::with(FORM, filled),
    )
    .await
}

async fn again(posted: &Posted, place: Place, status: StatusCode, back: Back) -> Page {
    let me = &posted.me;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let versions = place.versions(me).await?;
    let base = versions.first().ok_or_else(|| me.fail(Error::NotFound))?;
    let editor = Editor {
        me,
        office: &office,
        place,
        versions: &versions,
        base,
    };
    Ok((status, editor.page(&back)).into_response())
}

/// A version as a paper of the sample house.
pub(super) async fn pdf(me: Me, At(named): At<(String, String)>, Query(asked): Query<Asked>) -> Page {
    open(&me).map_err(|page| *page)?;
    let place = Place::find(&me, &named)?;
    let versions = place.versions(&me).await?;
    let version = asked.of(&versions).ok_or_else(|| me.fail(Error::NotFound))?;
    let sample = version.wording.sample(place.purpose, place.lang);
    paper(&me, place, sample.map_err(|_| me.fail(Error::NotFound))?).await
}

async fn paper(me: &Me, place: Place, letter: Letter) -> Page {
    let setting = tokio::task::spawn_blocking(move || letter.pdf()).await;
    match setting {
        Ok(Ok(bytes)) => {
            let name = format!("{}-{}.pdf", place.purpose.key(), place.lang.code());
            Ok(download(&name, "application/pdf", bytes))
        }
        Ok(Err(error)) => {
            let body = alert(Tone::Bad, &error.say(me.t()), None);
            let page = shown(me, place.purpose.say(me.t()), "/admin/templates", &body);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => {
            let error = app::register::unwritable(&error.to_string());
            Err(me.fail(Error::Storage(error)))
        }
    }
}
