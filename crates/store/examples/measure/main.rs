//! Measures the store: durable acts per second against a bare loop, and how long pages take.
//!
//! `cargo run --profile quick --package store --example measure [sqlite | postgres | ADDRESS] [CASES]`

mod acts;
mod pages;
mod sample;

use store::Db;
use testkit::postgres::{Durability, Postgres};

const CASES: i64 = 10_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let place = arguments.next().unwrap_or_else(|| "sqlite".to_owned());
    let cases = arguments.next().map_or(Ok(CASES), |cases| cases.parse())?;
    match place.as_str() {
        "postgres" => {
            let server = Postgres::start(Durability::Full)?;
            let outcome = measure(server.url(), cases).await;
            server.stop()?;
            outcome?;
        }
        "sqlite" => {
            let directory = testkit::temp_dir();
            let place = directory.path().join("measure.sqlite");
            measure(&place.display().to_string(), cases).await?;
        }
        empty_database => measure(empty_database, cases).await?,
    }
    Ok(())
}

async fn measure(place: &str, cases: i64) -> store::Result<()> {
    let db = Db::open(place).await?;
    println!("{}, {cases} cases", db.kind());
    sample::fill(&db, cases).await?;
    pages::measure(&db, cases).await?;
    acts::measure(&db, place).await?;
    db.close().await;
    Ok(())
}
