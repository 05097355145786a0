//! The site as a whole: what every request finds, and the routes of all pages.

use std::net::IpAddr;
use std::sync::Arc;

use app::App;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use jiff::Timestamp;

use crate::{assets, headers, origin, pages, preferences, visit};

/// Tells the moment. Pages are told it like everything else.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// A sign-in that the demo shows on its first page.
#[derive(Debug, Clone)]
pub struct DemoLogin {
    pub login: String,
    pub password: String,
    pub name: String,
    pub position: String,
}

/// How the site is run.
#[derive(Clone)]
pub struct Options {
    pub clock: Clock,
    /// Present in the demo alone.
    pub demo: Option<Arc<[DemoLogin]>>,
    /// The site is reached by https: cookies are sent nowhere else.
    pub secure_cookies: bool,
    /// Proxies that are believed about who called them, by `X-Forwarded-For`.
    pub trusted_proxies: Arc<[IpAddr]>,
    /// The address under which people outside reach the site, without a slash at its end: for links in letters, mails and calendars.
    pub public_url: Option<String>,
    /// What the first-run page asks for unless the request comes from loopback.
    pub setup_token: Option<String>,
    /// A mail server is configured; otherwise mail waits.
    pub sends_mail: bool,
    pub interface: Interface,
}

/// What pages know of the interface for other systems, which lies beside them.
#[derive(Clone, Copy, Default)]
pub struct Interface {
    /// Its description as OpenAPI, in a language; the documentation is drawn from it.
    pub describe: Option<fn(i18n::Lang) -> serde_json::Value>,
    /// Webhooks may go to private networks and to this machine.
    pub private_webhooks: bool,
}

/// What every handler is given.
#[derive(Clone)]
pub struct Site {
    pub app: App,
    pub options: Options,
}

impl Site {
    pub fn now(&self) -> Timestamp {
        (self.options.clock)()
    }
}

/// All pages.
pub fn site(app: App, options: Options) -> Router {
    let site = Site { app, options };
    Router::new()
        .merge(pages::routes())
        .merge(preferences::router())
        .merge(assets::router())
        .fallback(pages::not_found)
        .with_state(site.clone())
        .layer(from_fn(visit::forget_flash))
        .layer(from_fn_with_state(site, origin::check))
        .layer(from_fn(headers::secure))
}
