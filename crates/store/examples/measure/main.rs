//! Measures the store: durable acts per second against a bare loop, and how long pages take at 10,000 cases.
//!
//! `cargo run --profile quick --package store --example measure [postgres://…]`

mod acts;
mod pages;
mod sample;

use store::{Db, Result};

const CASES: i64 = 10_000;

#[tokio::main]
async fn main() -> Result<()> {
    let directory = testkit::temp_dir();
    let path = directory.path().join("measure.sqlite");
    let address = std::env::args().nth(1);
    let place = address.unwrap_or_else(|| path.display().to_string());
    let db = Db::open(&place).await?;
    println!("{}", db.kind());

    sample::fill(&db, CASES).await?;
    db.tend().await?;
    pages::measure(&db, CASES).await?;
    for clients in [1, 16] {
        acts::measure(&db, clients).await?;
    }
    if db.kind() == "sqlite" {
        db.close().await;
        acts::measure_bare(&place).await?;
    }
    Ok(())
}
