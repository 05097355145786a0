//! The floor under an act: a bare loop that writes the same rows in one durable transaction, with nothing decided; and beside it a loop
//! that commits one row.

use anyhow::Result;
use std::time::Instant;
use uuid::Uuid;

/// What an act wrote into each table, as rows to write again under other keys.
pub struct Rows {
    pub events: Vec<(String, Vec<u8>)>,
    pub state: String,
    pub obligations: usize,
    pub text: String,
    pub search: String,
}

const TABLES: &[&str] = &[
    "create table if not exists floor_one (id {id} primary key, body text not null)",
    "create table if not exists floor_key (actor {id}, key text, digest {blob}, outcome text, at bigint, primary key (actor, key))",
    "create table if not exists floor_event (stream {id}, seq bigint, at bigint, kind text, prev {blob}, hash {blob}, body text, primary key (stream, seq))",
    "create table if not exists floor_text (id {id} primary key, stream {id}, salt {blob}, body text)",
    "create table if not exists floor_case (id {id} primary key, version bigint, touched bigint, state text)",
    "create table if not exists floor_duty (stream {id}, ordinal bigint, rule text, act text, holder text, due text, primary key (stream, ordinal))",
    "create index if not exists floor_duty_holder on floor_duty (holder, due, stream)",
    "create table if not exists floor_search (id {id} primary key, body text)",
];

macro_rules! floor {
    ($name:ident, $connection:ty, $id:literal, $blob:literal, $begin:literal) => {
        pub mod $name {
            use super::*;
            use sqlx::AssertSqlSafe;

            pub async fn prepare(conn: &mut $connection) -> Result<()> {
                for table in TABLES {
                    let table = table.replace("{id}", $id).replace("{blob}", $blob);
                    sqlx::query(AssertSqlSafe(table)).execute(&mut *conn).await?;
                }
                Ok(())
            }

            /// Seconds for so many commits of one row.
            pub async fn one_row(conn: &mut $connection, times: usize) -> Result<f64> {
                let begun = Instant::now();
                for _ in 0..times {
                    sqlx::query("insert into floor_one (id, body) values ($1, $2)")
                        .bind(Uuid::now_v7())
                        .bind("a row")
                        .execute(&mut *conn)
                        .await?;
                }
                Ok(begun.elapsed().as_secs_f64())
            }

            /// Seconds for so many transactions that write what an act writes.
            pub async fn same_rows(conn: &mut $connection, rows: &Rows, times: usize) -> Result<f64> {
                let stream = Uuid::now_v7();
                let begun = Instant::now();
                for n in 0..times {
                    sqlx::query($begin).execute(&mut *conn).await?;
                    let (actor, key, seq) = (Uuid::nil(), Uuid::now_v7().to_string(), n as i64);
                    sqlx::query("insert into floor_key (actor, key, digest, at) values ($1, $2, $3, $4)")
                        .bind(actor).bind(&key).bind(vec![7u8; 32]).bind(seq).execute(&mut *conn).await?;
                    for (place, (body, hash)) in rows.events.iter().enumerate() {
                        sqlx::query("insert into floor_event (stream, seq, at, kind, prev, hash, body) values ($1, $2, $3, $4, $5, $6, $7)")
                            .bind(stream).bind(seq * 8 + place as i64).bind(seq).bind("tell_progress")
                            .bind(hash).bind(hash).bind(body).execute(&mut *conn).await?;
                    }
                    sqlx::query("insert into floor_text (id, stream, salt, body) values ($1, $2, $3, $4)")
                        .bind(Uuid::now_v7()).bind(stream).bind(vec![1u8; 16]).bind(&rows.text).execute(&mut *conn).await?;
                    sqlx::query("insert into floor_case (id, version, touched, state) values ($1, $2, $3, $4) on conflict (id) do update set version = excluded.version, touched = excluded.touched, state = excluded.state")
                        .bind(stream).bind(seq).bind(seq).bind(&rows.state).execute(&mut *conn).await?;
                    sqlx::query("delete from floor_duty where stream = $1").bind(stream).execute(&mut *conn).await?;
                    for ordinal in 0..rows.obligations {
                        sqlx::query("insert into floor_duty (stream, ordinal, rule, act, holder, due) values ($1, $2, $3, $4, $5, $6)")
                            .bind(stream).bind(ordinal as i64).bind("B2.4").bind("dispatch_letter").bind("role:qmr")
                            .bind("2026-12-24").execute(&mut *conn).await?;
                    }
                    sqlx::query("insert into floor_search (id, body) values ($1, $2) on conflict (id) do update set body = excluded.body")
                        .bind(stream).bind(&rows.search).execute(&mut *conn).await?;
                    sqlx::query("update floor_key set outcome = $3 where actor = $1 and key = $2")
                        .bind(actor).bind(&key).bind("{}").execute(&mut *conn).await?;
                    sqlx::query("commit").execute(&mut *conn).await?;
                }
                Ok(begun.elapsed().as_secs_f64())
            }
        }
    };
}

floor!(sqlite, sqlx::SqliteConnection, "blob", "blob", "begin immediate");
floor!(postgres, sqlx::PgConnection, "uuid", "bytea", "begin");
