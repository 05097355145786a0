//! The wording with which letters begin: each kind of letter in each language, with what may be left open, a preview, and every
//! version that was ever saved.

mod editor;

use app::Error;
use app::templates::{Saved, Version};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use documents::letter::{Letter, Purpose};
use documents::template::{Wording, Wrong};
use i18n::{Lang, Texts};
use maud::html;
use serde::Deserialize;

use self::editor::{Editor, preview_of, saved, version_name};
use super::{Back, came_back, open, shown};
use crate::pages::register::download;
use crate::posted::Posted;
use crate::ui::{Card, Column, Icon, Table, Tone, alert};
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
            html! { a href=(place.address()) {
                (place.purpose.say(t)) span class="visually-hidden" { " – " (language(t, place.lang)) }
            } },
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
