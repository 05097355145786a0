//! Durable acts per second, against a bare loop that writes the same rows in one durable transaction each.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use store::history::{self, Stream};
use store::idempotency::{self, Known};
use store::{Conn, Db, Error, Result, cases, obligations};

use crate::sample::{ME, at, case, event, id, owed};

/// How long one round of one measurement takes, and how many rounds there are: other load comes and goes.
const WHILE: Duration = Duration::from_secs(1);
const ROUNDS: usize = 7;

/// An act on an open case, as `execute` does it: load, decide, append, write down, what is owed, done once.
async fn act(conn: &mut Conn, number: i64, turn: i64) -> Result<()> {
    let key = format!("key-{turn}");
    let fresh = idempotency::begin(conn, ME, &key, b"digest of the body", at(turn)).await?;
    assert_eq!(fresh, Known::Fresh, "every turn has a key of its own");
    let stream = &Stream::case(id(number));
    let (version, _state) = cases::state(conn, stream.id)
        .await?
        .ok_or_else(|| Error::Corrupt("a case that was written".to_owned()))?;
    let head = history::append(
        conn,
        stream,
        version,
        &[event(turn, "assessed"), event(turn, "told")],
    )
    .await?;
    let mut record = case(number);
    record.row.version = head.version;
    record.row.stage = format!("stage {}", turn % 4);
    cases::put(conn, &record).await?;
    let mut owed = owed(&record);
    for one in &mut owed {
        one.anchor = format!("turn {turn}");
    }
    obligations::rewrite(conn, stream, &record.row.number, &owed).await?;
    idempotency::finish(conn, ME, &key, "done").await
}

static TURN: AtomicI64 = AtomicI64::new(0);

/// Prints the median of several rounds, each measuring everything once.
pub async fn measure(db: &Db, place: &str) -> Result<()> {
    let mut rates: [Vec<f64>; 4] = Default::default();
    for _ in 0..ROUNDS {
        rates[0].push(with_clients(db, 1).await?);
        rates[1].push(with_clients(db, 16).await?);
        if db.kind() == "sqlite" {
            rates[2].push(bare_acts(place).await?);
            rates[3].push(bare_rows(place).await?);
        }
    }
    let names = [
        "acts/s, 1 client",
        "acts/s, 16 clients",
        "transactions/s of a bare loop with the rows of an act",
        "commits/s of a bare loop with one row",
    ];
    for (name, mut rates) in names.into_iter().zip(rates) {
        rates.sort_by(f64::total_cmp);
        if let Some(median) = rates.get(rates.len() / 2) {
            println!("{median:8.0} {name}");
        }
    }
    Ok(())
}

async fn with_clients(db: &Db, clients: i64) -> Result<f64> {
    let started = Instant::now();
    let mut tasks = tokio::task::JoinSet::new();
    for client in 0..clients {
        let db = db.clone();
        tasks.spawn(async move {
            let mut done = 0;
            while started.elapsed() < WHILE {
                let turn = TURN.fetch_add(1, Ordering::Relaxed);
                // Open cases are those whose number ends in 0; each client has its own.
                let number = (done % (1000 / clients) * clients + client) * 10;
                db.act(|mut conn| async move { act(&mut conn, number, turn).await })
                    .await?;
                done += 1;
            }
            Ok::<_, Error>(done)
        });
    }
    let mut done = 0;
    for outcome in tasks.join_all().await {
        done += outcome?;
    }
    Ok(rate(done, started))
}

fn rate(done: i64, started: Instant) -> f64 {
    let done = i32::try_from(done).unwrap_or(i32::MAX);
    f64::from(done) / started.elapsed().as_secs_f64()
}

async fn bare(path: &str) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .disable_statement_logging();
    Ok(SqliteConnection::connect_with(&options).await?)
}

async fn bare_acts(path: &str) -> Result<f64> {
    let mut connection = bare(path).await?;
    let started = Instant::now();
    let mut done = 0;
    while started.elapsed() < WHILE {
        write_rows(&mut connection, TURN.fetch_add(1, Ordering::Relaxed)).await?;
        done += 1;
    }
    Ok(rate(done, started))
}

async fn bare_rows(path: &str) -> Result<f64> {
    let mut connection = bare(path).await?;
    let started = Instant::now();
    let mut done = 0;
    while started.elapsed() < WHILE {
        let sql = "insert into attempt (bucket, count, since_at) values ($1, 1, 1)";
        let bucket = format!("bucket {}", TURN.fetch_add(1, Ordering::Relaxed));
        sqlx::query(sql).bind(bucket).execute(&mut connection).await?;
        done += 1;
    }
    Ok(rate(done, started))
}

async fn write_rows(connection: &mut SqliteConnection, done: i64) -> Result<()> {
    const EVENT: &str = "
        insert into event (stream_kind, stream_id, seq, at, actor, kind, prev_hash, hash, body)
        values ('bare', $1, $2, 1, $3, 'assessed', $4, $4, $5)";
    const OWED: &str = "
        insert into obligation (stream_kind, stream_id, ordinal, number, rule, act, holder_key, due_key,
            provisional, anchor)
        values ('bare', $1, $2, '2026-0001', 'S1', 'acknowledge', 'role:none', '2026-01-01', false, $3)";
    // Other cases than those that are acted on.
    let stream = id(done % 1000 * 10 + 5);
    let record = case(done % 1000 * 10 + 5);
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let c = &mut *transaction;
    sqlx::query(
        "insert into idempotency (actor, key, body_digest, outcome, at) values ($1, $2, $3, 'done', 1)",
    )
    .bind(ME)
    .bind(format!("bare-{done}"))
    .bind(&b"digest of the body"[..])
    .execute(&mut *c)
    .await?;
    for seq in [2 * done, 2 * done + 1] {
        let body = event(done, "assessed").body;
        let query = sqlx::query(EVENT)
            .bind(stream)
            .bind(seq)
            .bind(ME)
            .bind(vec![0; 32])
            .bind(body);
        query.execute(&mut *c).await?;
    }
    sqlx::query("update case_row set version = version + 2, stage = $2, last_event_at = $3 where id = $1")
        .bind(stream)
        .bind(format!("stage {}", done % 4))
        .bind(done)
        .execute(&mut *c)
        .await?;
    sqlx::query("update case_state set state = $2 where case_id = $1")
        .bind(stream)
        .bind(&record.state)
        .execute(&mut *c)
        .await?;
    sqlx::query("delete from obligation where stream_kind = 'bare' and stream_id = $1")
        .bind(stream)
        .execute(&mut *c)
        .await?;
    for ordinal in 1..=5i64 {
        let query = sqlx::query(OWED)
            .bind(stream)
            .bind(ordinal)
            .bind(format!("turn {done}"));
        query.execute(&mut *c).await?;
    }
    Ok(transaction.commit().await?)
}
