//! The routes as a whole, and what every request finds.

use std::sync::Arc;

use app::App;
use axum::Router;
use axum::extract::State;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use jiff::Timestamp;

use crate::fault::{Fault, speak};
use crate::gate::{Gate, gate};
use crate::limit::Limit;
use crate::once::Keeper;
use crate::reading::json;

/// Tells the moment.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// How the interface is run.
#[derive(Clone)]
pub struct Options {
    pub clock: Clock,
    /// How many requests a token may make in a minute; counted by this process alone.
    pub requests_a_minute: u32,
    /// Webhooks may go to addresses of private networks and of this machine, also without TLS.
    pub private_webhooks: bool,
}

impl Options {
    /// So many requests a minute are enough for a busy desk and stop a runaway loop.
    pub const USUAL_REQUESTS: u32 = 600;
}

/// What every handler is given.
#[derive(Clone)]
pub struct Api {
    pub app: App,
    pub options: Options,
    pub limit: Arc<Limit>,
}

impl Api {
    pub fn now(&self) -> Timestamp {
        (self.options.clock)()
    }
}

/// All endpoints, to be nested at [`crate::BASE`].
pub fn router(app: App, options: Options) -> Router {
    let limit = Arc::new(Limit::new(options.requests_a_minute));
    let api = Api { app, options, limit };
    let mut router = Router::new().route("/openapi.json", get(description));
    for endpoint in crate::endpoints() {
        let keeper = Gate {
            api: api.clone(),
            scope: endpoint.scope,
            gives_files: endpoint.gives_files(),
            keeper: Keeper::of(&endpoint),
        };
        router = router.route(
            endpoint.route,
            endpoint.handler.route_layer(from_fn_with_state(keeper, gate)),
        );
    }
    router
        .fallback(nothing)
        .layer(axum::extract::DefaultBodyLimit::disable())
        .layer(from_fn(speak))
        .with_state(api)
}

/// The description of the interface, in the language that is asked for.
async fn description(State(_): State<Api>, headers: axum::http::HeaderMap) -> Response {
    let lang = crate::caller::language(&headers).unwrap_or(i18n::Lang::En);
    json(axum::http::StatusCode::OK, &crate::document(lang))
}

async fn nothing() -> Fault {
    Fault::App(app::Error::NotFound)
}
