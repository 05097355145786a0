//! Who asks: a guest or somebody signed in, in which language, and how to answer them when something fails.

use std::convert::Infallible;

use app::accounts::Viewer;
use app::{App, Error};
use axum::extract::{FromRequestParts, OptionalFromRequestParts, Path};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use i18n::{Lang, Texts};
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::PersonId;
use procedure::vocabulary::Role;
use serde::de::DeserializeOwned;

use crate::layout::{Ctx, Nav, NavItem, SignedIn};
use crate::preferences::{self, Theme};
use crate::site::Site;
use crate::ui::{Flash, Tone};

const SESSION: &str = "phucdap_session";
const FLASH: &str = "phucdap_flash";

/// Somebody signed in, with everything a page needs to be drawn for them.
#[derive(Clone)]
pub struct Me {
    pub site: Site,
    pub ctx: Ctx,
    pub viewer: Viewer,
    pub token: String,
    pub now: Timestamp,
}

/// Whoever asks for a page that needs no sign-in.
#[derive(Clone)]
pub struct Guest {
    pub site: Site,
    pub ctx: Ctx,
    pub now: Timestamp,
}

/// What a handler answers with; the error is a finished page too.
pub type Page = Result<Response, Response>;

impl Me {
    pub fn app(&self) -> &App {
        &self.site.app
    }

    pub fn t(&self) -> &'static Texts {
        self.ctx.t()
    }

    pub fn person(&self) -> PersonId {
        self.viewer.person
    }

    pub fn actor(&self) -> procedure::Actor {
        procedure::Actor::Person(self.viewer.person)
    }

    pub fn holds(&self, role: Role) -> bool {
        self.viewer.holds(role)
    }

    /// Today at the organisation.
    pub async fn today(&self) -> Result<Date, Response> {
        let office = self.app().office().await.map_err(|error| self.fail(error))?;
        Ok(office.desk(self.now).today)
    }

    /// The page for a failure that no form can show.
    pub fn fail(&self, error: Error) -> Response {
        crate::pages::failure(&self.ctx, &error)
    }

    /// On to a page, with a message that is shown there once.
    pub fn go(&self, to: &str, message: &'static str) -> Response {
        redirect(to, Some((Tone::Good, message)))
    }
}

/// `303 See Other`, with the key of a message for the next page.
pub fn redirect(to: &str, message: Option<(Tone, &'static str)>) -> Response {
    let mut answer = StatusCode::SEE_OTHER.into_response();
    let headers = answer.headers_mut();
    headers.insert(
        LOCATION,
        HeaderValue::try_from(to).unwrap_or(HeaderValue::from_static("/")),
    );
    if let Some((tone, key)) = message {
        let tone = if tone == Tone::Good { "good" } else { "warn" };
        append_cookie(
            headers,
            &format!("{FLASH}={tone}:{key}; Path=/; Max-Age=60; SameSite=Lax; HttpOnly"),
        );
    }
    answer
}

fn append_cookie(headers: &mut HeaderMap, cookie: &str) {
    if let Ok(value) = HeaderValue::try_from(cookie) {
        headers.append(SET_COOKIE, value);
    }
}

/// The cookie that keeps a session, or ends it when the token is empty.
pub fn keep_session(site: &Site, token: &str, answer: &mut Response) {
    let secure = if site.options.secure_cookies {
        "; Secure"
    } else {
        ""
    };
    let age = if token.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{SESSION}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    append_cookie(answer.headers_mut(), &cookie);
}

/// The message that the last act left for this page.
fn flash(headers: &HeaderMap, lang: Lang) -> Option<Flash> {
    let (tone, key) = preferences::cookie(headers, FLASH)?.split_once(':')?;
    let text = i18n::texts(lang).get(key)?.to_owned();
    Some(Flash {
        tone: if tone == "good" { Tone::Good } else { Tone::Warn },
        text,
    })
}

/// Takes the message back once it was shown.
pub async fn forget_flash(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    let shown = preferences::cookie(request.headers(), FLASH).is_some();
    let mut answer = next.run(request).await;
    if shown && answer.status() == StatusCode::OK {
        append_cookie(
            answer.headers_mut(),
            &format!("{FLASH}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly"),
        );
    }
    answer
}

fn context(parts: &Parts, site: &Site, viewer: Option<&Viewer>, organisation: &str) -> Ctx {
    let (mut lang, mut theme) = preferences::of(&parts.headers);
    let chosen = preferences::is_chosen(&parts.headers);
    if let Some(viewer) = viewer.filter(|_| !chosen) {
        lang = Lang::from_code(&viewer.language).unwrap_or(lang);
        theme = Theme::from_code(&viewer.theme).unwrap_or(theme);
    }
    let here = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let mut ctx = Ctx::visitor(lang, theme, here);
    organisation.clone_into(&mut ctx.organisation);
    ctx.flash = flash(&parts.headers, lang);
    ctx.demo = site.options.demo.is_some();
    ctx.csrf = crate::origin::guest_token(parts);
    if let Some(viewer) = viewer {
        let roles: Vec<&str> = viewer
            .roles
            .iter()
            .map(|role| role_word(ctx.t(), *role))
            .collect();
        ctx.csrf.clone_from(&viewer.csrf);
        ctx.person = Some(SignedIn {
            name: viewer.name.clone(),
            roles: roles.join(", "),
        });
        ctx.nav = places(viewer)
            .into_iter()
            .map(|nav| NavItem { nav, count: None })
            .collect();
    }
    ctx
}

fn role_word(t: &'static Texts, role: Role) -> &'static str {
    t.get(&format!("role-{}", role.key().replace('_', "-")))
        .unwrap_or_else(|| role.key())
}

/// Where somebody may go.
fn places(viewer: &Viewer) -> Vec<Nav> {
    let any = |roles: &[Role]| roles.iter().any(|role| viewer.holds(*role));
    let mut places = vec![Nav::Work, Nav::Intake];
    if any(app::inbox::READERS) {
        places.push(Nav::Inbox);
    }
    places.push(Nav::Register);
    if any(&[
        Role::Qmr,
        Role::Director,
        Role::DeputyDirector,
        Role::CertificationHead,
        Role::Auditor,
        Role::RegisterOfficer,
    ]) {
        places.push(Nav::Corrective);
    }
    if any(&[
        Role::Registry,
        Role::Qmr,
        Role::Director,
        Role::DeputyDirector,
        Role::RegisterOfficer,
        Role::Auditor,
    ]) {
        places.push(Nav::Letters);
    }
    if any(&[
        Role::RegisterOfficer,
        Role::Qmr,
        Role::Director,
        Role::DeputyDirector,
        Role::Auditor,
    ]) {
        places.push(Nav::Year);
    }
    if any(&[Role::Administrator]) {
        places.push(Nav::Admin);
    }
    places.push(Nav::Procedure);
    places
}

async fn find_viewer(parts: &Parts, site: &Site, now: Timestamp) -> Result<Option<(Viewer, String)>, Error> {
    let Some(token) = preferences::cookie(&parts.headers, SESSION).filter(|token| !token.is_empty()) else {
        return Ok(None);
    };
    let viewer = site.app.viewer(now, token).await?;
    Ok(viewer.map(|viewer| (viewer, token.to_owned())))
}

impl FromRequestParts<Site> for Me {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let now = site.now();
        match find_viewer(parts, site, now).await {
            Ok(Some((viewer, token))) => {
                let mut ctx = context(parts, site, Some(&viewer), &viewer.organisation);
                ctx.unread = match site.app.unread_reminders(viewer.person).await {
                    Ok(unread) => unread,
                    Err(error) => return Err(crate::pages::failure(&ctx, &error)),
                };
                Ok(Me {
                    site: site.clone(),
                    ctx,
                    viewer,
                    token,
                    now,
                })
            }
            Ok(None) => {
                let to = match site.app.needs_setup().await {
                    Ok(true) => "/setup".to_owned(),
                    Ok(false) | Err(_) => {
                        let here = parts.uri.path_and_query().map_or("/", |path| path.as_str());
                        format!("/sign-in?back={}", crate::url::encode(here))
                    }
                };
                Err(redirect(&to, None))
            }
            Err(error) => Err(crate::pages::failure(&context(parts, site, None, ""), &error)),
        }
    }
}

impl OptionalFromRequestParts<Site> for Me {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Option<Self>, Infallible> {
        Ok(<Me as FromRequestParts<Site>>::from_request_parts(parts, site)
            .await
            .ok())
    }
}

impl FromRequestParts<Site> for Guest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Infallible> {
        let name = match site.app.office().await {
            Ok(office) => office.organisation.name.clone(),
            Err(_) => String::new(),
        };
        let ctx = context(parts, site, None, &name);
        Ok(Guest {
            site: site.clone(),
            ctx,
            now: site.now(),
        })
    }
}

/// What an address names. One that cannot be read names nothing, and is answered like everything that is not there.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Site> for At<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        match <Path<T> as FromRequestParts<Site>>::from_request_parts(parts, site).await {
            Ok(Path(named)) => Ok(At(named)),
            Err(_) => {
                let Ok(guest) = <Guest as FromRequestParts<Site>>::from_request_parts(parts, site).await;
                Err(crate::pages::not_found(guest, None).await)
            }
        }
    }
}
