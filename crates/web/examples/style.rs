//! Serves the style guide on a loopback port: `cargo run -p web --example style -- 8099`.

use axum::Router;
use axum::middleware::from_fn;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let port: u16 = std::env::args()
        .nth(1)
        .and_then(|port| port.parse().ok())
        .unwrap_or(8099);
    let site: Router = Router::new()
        .merge(web::style::router())
        .merge(web::assets::router())
        .merge(web::preferences::router())
        .layer(from_fn(web::headers::secure));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    println!("http://{}/style", listener.local_addr()?);
    axum::serve(listener, site).await
}
