//! Acts per second, durable, with one client and with sixteen, against the bare loop.

use crate::floor::{self, Rows};
use crate::office::{Desk, futures, tell, with_cases};
use anyhow::{Context, Result};
use sqlx::Connection;
use std::path::Path;
use std::time::Instant;
use store::history::Stream;

const CASES: usize = 400;
const TIMES: usize = 1_200;
const ROUNDS: usize = 3;

/// Acts per second with so many clients.
async fn acts(desk: &Desk, clients: usize, times: usize, from: usize) -> Result<f64> {
    let begun = Instant::now();
    futures(clients, |client| async move {
        for n in 0..times / clients {
            tell(desk, from + n * clients + client).await?;
        }
        Ok(())
    })
    .await?;
    Ok(times as f64 / begun.elapsed().as_secs_f64())
}

/// What one act wrote, read back.
async fn rows(desk: &Desk) -> Result<Rows> {
    let case = desk.numbers[0].0;
    tell(desk, 0).await?;
    let (events, state, duties, texts) = desk
        .db
        .read(|mut conn| async move {
            let conn = &mut conn;
            let events = store::history::events(conn, &Stream::case(case.0)).await?;
            let state = store::cases::state(conn, case.0).await?;
            let duties = store::obligations::of_stream(conn, &Stream::case(case.0)).await?;
            let texts = store::texts::of_stream(conn, case.0).await?;
            Ok::<_, store::Error>((events, state, duties, texts))
        })
        .await?;
    let text = texts
        .last()
        .and_then(|text| text.body.clone())
        .unwrap_or_default();
    Ok(Rows {
        events: events
            .iter()
            .rev()
            .take(2)
            .map(|event| (event.body.clone(), event.hash.clone()))
            .collect(),
        state: state.context("the case is there")?.1,
        obligations: duties.len(),
        search: texts
            .iter()
            .filter_map(|text| text.body.as_deref())
            .collect::<Vec<_>>()
            .join("\n"),
        text,
    })
}

struct Floor {
    one_row: f64,
    same_rows: f64,
}

fn print(database: &str, floor: &Floor, one: f64, sixteen: f64) {
    println!("{database}: one row a commit        {:>8.0}/s", floor.one_row);
    println!("{database}: same rows, bare loop    {:>8.0}/s", floor.same_rows);
    println!(
        "{database}: acts, 1 client          {one:>8.0}/s   {:.2} of the bare loop",
        one / floor.same_rows
    );
    println!(
        "{database}: acts, 16 clients        {sixteen:>8.0}/s   {:.2} of one client",
        sixteen / one
    );
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

pub async fn sqlite(directory: &Path) -> Result<()> {
    let place = directory.join("acts.db");
    let place = place.to_str().context("a path in UTF-8")?;
    let desk = with_cases(place, &directory.join("acts-files"), CASES).await?;
    let rows = rows(&desk).await?;
    let beside = directory.join("floor.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new()
        .filename(beside)
        .create_if_missing(true)
        .journal_mode(sqlx::sqlite::SqliteJournalMode::Wal)
        .synchronous(sqlx::sqlite::SqliteSynchronous::Full);
    let mut bare = sqlx::SqliteConnection::connect_with(&options).await?;
    floor::sqlite::prepare(&mut bare).await?;
    let (mut ones, mut sames, mut singles, mut many) = (vec![], vec![], vec![], vec![]);
    for round in 0..ROUNDS {
        ones.push(TIMES as f64 / floor::sqlite::one_row(&mut bare, TIMES).await?);
        sames.push(TIMES as f64 / floor::sqlite::same_rows(&mut bare, &rows, TIMES).await?);
        singles.push(acts(&desk, 1, TIMES, round * 2 * TIMES).await?);
        many.push(acts(&desk, 16, TIMES, (round * 2 + 1) * TIMES).await?);
    }
    let floor = Floor {
        one_row: median(ones),
        same_rows: median(sames),
    };
    print("sqlite", &floor, median(singles), median(many));
    desk.db.close().await;
    Ok(())
}

pub async fn postgres() -> Result<()> {
    let Ok(url) = std::env::var("PHUCDAP_BENCH_POSTGRES") else {
        println!("postgres: not measured; set PHUCDAP_BENCH_POSTGRES to the address of an empty database");
        return Ok(());
    };
    let files = std::env::temp_dir().join(format!("phucdap-bench-pg-{}", std::process::id()));
    let desk = with_cases(&url, &files, CASES).await?;
    let rows = rows(&desk).await?;
    let mut bare = sqlx::PgConnection::connect(&url).await?;
    floor::postgres::prepare(&mut bare).await?;
    let (mut ones, mut sames, mut singles, mut many) = (vec![], vec![], vec![], vec![]);
    for round in 0..ROUNDS {
        ones.push(TIMES as f64 / floor::postgres::one_row(&mut bare, TIMES).await?);
        sames.push(TIMES as f64 / floor::postgres::same_rows(&mut bare, &rows, TIMES).await?);
        singles.push(acts(&desk, 1, TIMES, round * 2 * TIMES).await?);
        many.push(acts(&desk, 16, TIMES, (round * 2 + 1) * TIMES).await?);
    }
    let floor = Floor {
        one_row: median(ones),
        same_rows: median(sames),
    };
    print("postgres", &floor, median(singles), median(many));
    desk.db.close().await;
    std::fs::remove_dir_all(files).ok();
    Ok(())
}
