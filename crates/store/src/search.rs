//! Finding cases by their words, with and without accents, alike on both databases.
//!
//! Both hold the words of a case in an index, folded, and once more in plain letters that tell their accents. A
//! query finds by folded words and, where accents were typed, by those too, so that nothing need be compared
//! afterwards. The index is written with the act that changes the text, and only then.

mod query;

use sha2::{Digest, Sha256};

use crate::{Conn, Result};
use query::{Written, written};

pub use query::Query;

/// Where the two databases differ: how the index is named in a query and asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dialect {
    /// The column of the index that orders it as the register is ordered.
    pub chrono: &'static str,
    /// Joins that must be made in the order they are written.
    pub join: &'static str,
    /// What stands before and after the bound query.
    pub matches: (&'static str, &'static str),
    pub find: fn(&Query) -> String,
}

const SQLITE: Dialect = Dialect {
    chrono: "f.rowid",
    join: "cross join",
    matches: ("f.words match ", ""),
    find: Query::sqlite,
};

const POSTGRES: Dialect = Dialect {
    chrono: "f.chrono",
    join: "join",
    matches: ("f.words @@ ", "::tsquery"),
    find: Query::postgres,
};

pub(crate) fn dialect(conn: &Conn) -> Dialect {
    match conn {
        Conn::Sqlite(_) => SQLITE,
        Conn::Pg(_) => POSTGRES,
    }
}

const PRESENT: &str = "select digest from search_row where chrono = $1";

const PUT_ROW: &str = "
    insert into search_row (chrono, digest) values ($1, $2)
    on conflict (chrono) do update set digest = excluded.digest";

const PUT_WORDS_SQLITE: &str = "insert or replace into search_index (rowid, words) values ($1, $2)";

const PUT_WORDS_POSTGRES: &str = "
    insert into search_index (chrono, words) values ($1, $2::tsvector)
    on conflict (chrono) do update set words = excluded.words";

/// Makes a case findable by this text instead of the one before; writes nothing when its words are the same.
///
/// `chrono` is that of the case's line; see `CaseRow::chrono`.
pub async fn put(conn: &mut Conn, chrono: i64, text: &str) -> Result<()> {
    let written = written(text);
    let digest = digest(&written);
    if present(conn, chrono).await?.as_ref() == Some(&digest) {
        return Ok(());
    }
    on!(conn, c => sqlx::query(PUT_ROW).bind(chrono).bind(digest).execute(c).await?.rows_affected());
    let (sql, words) = match conn {
        Conn::Sqlite(_) => (PUT_WORDS_SQLITE, written.words().collect::<Vec<_>>().join(" ")),
        Conn::Pg(_) => (PUT_WORDS_POSTGRES, query::tsvector(written.words())),
    };
    on!(conn, c => sqlx::query(sql).bind(chrono).bind(words).execute(c).await?.rows_affected());
    Ok(())
}

/// Whether a case is found by just the words of this text.
pub async fn is_found_by(conn: &mut Conn, chrono: i64, text: &str) -> Result<bool> {
    Ok(present(conn, chrono).await? == Some(digest(&written(text))))
}

async fn present(conn: &mut Conn, chrono: i64) -> Result<Option<String>> {
    Ok(on!(conn, c => sqlx::query_scalar(PRESENT).bind(chrono).fetch_optional(c).await?))
}

/// What tells whether the words of a text have changed.
fn digest(written: &Written) -> String {
    let mut hash = Sha256::new();
    for word in written.words() {
        hash.update(word);
        hash.update(" ");
    }
    hash.finalize()[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

const REMOVE_ROW: &str = "delete from search_row where chrono = $1";

const REMOVE_WORDS_SQLITE: &str = "delete from search_index where rowid = $1";

const REMOVE_WORDS_POSTGRES: &str = "delete from search_index where chrono = $1";

/// Makes a case findable by nothing.
pub async fn remove(conn: &mut Conn, chrono: i64) -> Result<()> {
    let sql = match conn {
        Conn::Sqlite(_) => REMOVE_WORDS_SQLITE,
        Conn::Pg(_) => REMOVE_WORDS_POSTGRES,
    };
    on!(conn, c => sqlx::query(sql).bind(chrono).execute(c).await?.rows_affected());
    on!(conn, c => sqlx::query(REMOVE_ROW).bind(chrono).execute(c).await?.rows_affected());
    Ok(())
}

/// Lets SQLite merge a little of its index, which `act` never waits for; PostgreSQL does so by itself.
pub(crate) async fn merge(conn: &mut Conn) -> Result<()> {
    const MERGE: &str = "insert into search_index (search_index, rank) values ('merge', 500)";
    if let Conn::Sqlite(c) = conn {
        let c: &mut sqlx::SqliteConnection = c;
        sqlx::query(MERGE).execute(c).await?;
    }
    Ok(())
}
