//! What every answer tells the browser: run and load nothing that is not ours, keep nothing that is private.

use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

/// No inline script or style anywhere; `data:` only for the small drawings inside the style sheet.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 5] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
];

/// Use with `axum::middleware::from_fn`. A handler that says more about itself is not overruled.
pub async fn secure(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    for (name, value) in ALWAYS {
        answer
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    answer
        .headers_mut()
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    answer
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn pages_are_private_and_assets_are_kept() {
        let site: Router = Router::new()
            .route("/", get(|| async { "a page" }))
            .merge(crate::assets::router())
            .layer(from_fn(secure));
        let ask = |path: &str| Request::get(path).body(Body::empty()).expect("a valid address");
        let page = site.clone().oneshot(ask("/")).await.expect("no failure possible");
        assert_eq!(page.headers()[CACHE_CONTROL], "no-store");
        assert_eq!(page.headers()[CONTENT_SECURITY_POLICY], POLICY);
        let asset = site
            .oneshot(ask(crate::assets::url("app.css")))
            .await
            .expect("no failure possible");
        assert!(
            asset.headers()[CACHE_CONTROL]
                .to_str()
                .expect("plain")
                .contains("immutable")
        );
        assert_eq!(asset.headers()[X_CONTENT_TYPE_OPTIONS], "nosniff");
    }
}
