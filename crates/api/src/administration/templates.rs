//! The wording with which letters begin: each kind of letter in each language, with every version that was ever saved.

use app::templates::{Lang, Placeholder, Purpose, Saved, Version, Wording, Wrong};
use axum::routing::{get, post};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::open;
use crate::caller::Caller;
use crate::endpoint::Endpoint;
use crate::fault::Fault;
use crate::paging::{Page, page};
use crate::reading::{Answer, At, Sent, ok, versioned};
use crate::wire::{Instant, Named};

pub fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new("get", "/templates", "list_templates", get(list)).gives::<Page<Line>>(200),
        Endpoint::new("get", "/templates/{purpose}/{language}", "get_template", get(one))
            .gives::<Whole>(200)
            .versioned(),
        Endpoint::new(
            "put",
            "/templates/{purpose}/{language}",
            "change_template",
            axum::routing::put(change),
        )
        .takes::<Words>()
        .gives::<Kept>(200)
        .versioned(),
        Endpoint::new(
            "post",
            "/templates/{purpose}/{language}/preview",
            "preview_template",
            post(preview),
        )
        .takes::<Words>()
        .gives::<Previewed>(200),
    ]
}

/// The kinds of letters by their keys.
pub fn purposes() -> Vec<&'static str> {
    Purpose::ALL.iter().map(|purpose| purpose.key()).collect()
}

/// A template as it counts now.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TemplateLine")]
struct Line {
    purpose: &'static str,
    language: &'static str,
    href: String,
    title: &'static str,
    /// 0 is the wording of the product itself.
    version: i64,
    saved_at: Option<Instant>,
    saved_by: Option<Named>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Template")]
struct Whole {
    purpose: &'static str,
    language: &'static str,
    title: &'static str,
    version: i64,
    subject: String,
    body: String,
    /// What the product fills in.
    placeholders: Vec<Filled>,
    /// Every version, the newest first and the wording of the product last.
    versions: Vec<VersionBody>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TemplatePlaceholder")]
struct Filled {
    /// As it is written into the wording.
    written: String,
    meaning: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TemplateVersion")]
struct VersionBody {
    version: i64,
    subject: String,
    body: String,
    saved_at: Option<Instant>,
    saved_by: Option<Named>,
}

/// What letters of a kind are about and say.
#[derive(Deserialize, JsonSchema)]
#[schemars(rename = "TemplateWords")]
#[serde(deny_unknown_fields)]
struct Words {
    subject: String,
    body: String,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TemplateSaved")]
struct Kept {
    version: i64,
}

/// With the words of a sample house filled in.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TemplatePreview")]
struct Previewed {
    subject: String,
    body: String,
}

impl From<Words> for Wording {
    fn from(words: Words) -> Self {
        Wording {
            subject: words.subject,
            body: words.body,
        }
    }
}

async fn list(caller: Caller) -> Answer {
    let app = caller.app();
    let templates = app.templates(caller.now, caller.person()).await?;
    let office = app.office().await?;
    let t = i18n::texts(caller.lang);
    let places = Purpose::ALL
        .into_iter()
        .flat_map(|purpose| Lang::ALL.map(|lang| (purpose, lang)));
    let lines = places.map(|(purpose, lang)| {
        let version = templates.of(purpose, lang);
        Line {
            purpose: purpose.key(),
            language: lang.code(),
            href: format!("{}/templates/{}/{}", crate::BASE, purpose.key(), lang.code()),
            title: purpose.say(t),
            version: version.number,
            saved_at: version.at.map(Instant::from),
            saved_by: version.by.map(|by| Named::person(&office, by)),
        }
    });
    page("/templates", lines.collect(), None)
}

fn find((purpose, lang): &(String, String)) -> Result<(Purpose, Lang), Fault> {
    let known = Purpose::ALL.into_iter().find(|known| known.key() == purpose);
    known
        .zip(Lang::from_code(lang))
        .ok_or(Fault::App(app::Error::NotFound))
}

async fn versions(caller: &Caller, (purpose, lang): (Purpose, Lang)) -> Result<Vec<Version>, Fault> {
    let app = caller.app();
    Ok(app
        .template_versions(caller.now, caller.person(), purpose, lang)
        .await?)
}

async fn one(caller: Caller, At(named): At<(String, String)>) -> Answer {
    let at = find(&named)?;
    let known = versions(&caller, at).await?;
    let office = caller.app().office().await?;
    let t = i18n::texts(caller.lang);
    let newest = known.first().ok_or(Fault::App(app::Error::NotFound))?;
    let body = Whole {
        purpose: at.0.key(),
        language: at.1.code(),
        title: at.0.say(t),
        version: newest.number,
        subject: newest.wording.subject.clone(),
        body: newest.wording.body.clone(),
        placeholders: Placeholder::of(at.0)
            .map(|one| Filled {
                written: one.written(),
                meaning: one.say(t).to_owned(),
            })
            .collect(),
        versions: known
            .iter()
            .map(|version| VersionBody {
                version: version.number,
                subject: version.wording.subject.clone(),
                body: version.wording.body.clone(),
                saved_at: version.at.map(Instant::from),
                saved_by: version.by.map(|by| Named::person(&office, by)),
            })
            .collect(),
    };
    versioned(ok(&body), newest.number)
}

async fn change(caller: Caller, At(named): At<(String, String)>, Sent(words): Sent<Words>) -> Answer {
    let at = find(&named)?;
    let seen = match caller.seen() {
        Some(seen) => i64::from(seen),
        None => versions(&caller, at)
            .await?
            .first()
            .map_or(0, |newest| newest.number),
    };
    let saved = caller
        .app()
        .save_template(caller.now, caller.actor(), at, seen, words.into())
        .await?;
    match saved {
        Saved::Version(version) => versioned(ok(&Kept { version }), version),
        Saved::Wrong(wrong) => Err(refused(caller.lang, &wrong)),
    }
}

async fn preview(caller: Caller, At(named): At<(String, String)>, Sent(words): Sent<Words>) -> Answer {
    open(&caller)?;
    let (purpose, lang) = find(&named)?;
    match Wording::from(words).sample_words(purpose, lang) {
        Ok(Wording { subject, body }) => ok(&Previewed { subject, body }),
        Err(wrong) => Err(refused(caller.lang, &wrong)),
    }
}

/// What is wrong with a wording, each at its place.
fn refused(lang: i18n::Lang, wrong: &[Wrong]) -> Fault {
    let t = i18n::texts(lang);
    let told = wrong.iter().map(|one| {
        let pointer = format!("/{}", one.part.key());
        (pointer, "wording".to_owned(), one.say(t))
    });
    Fault::Told(told.collect())
}
