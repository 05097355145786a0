//! Measures the store: durable acts per second against a bare loop, and how long pages take at 10,000 cases.
//!
//! `cargo run --profile quick --package store --example measure [postgres]`

mod acts;
mod pages;
mod sample;

use store::Db;
use testkit::postgres::{Durability, Postgres};

const CASES: i64 = 10_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    if std::env::args().any(|argument| argument == "postgres") {
        let server = Postgres::start(Durability::Full)?;
        let outcome = measure(server.url()).await;
        server.stop()?;
        outcome?;
    } else {
        let directory = testkit::temp_dir();
        let place = directory.path().join("measure.sqlite").display().to_string();
        measure(&place).await?;
    }
    Ok(())
}

async fn measure(place: &str) -> store::Result<()> {
    let db = Db::open(place).await?;
    println!("{}", db.kind());
    sample::fill(&db, CASES).await?;
    pages::measure(&db, CASES).await?;
    acts::measure(&db, place).await?;
    db.close().await;
    Ok(())
}
