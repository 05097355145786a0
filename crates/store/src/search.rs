//! Finding cases by their words, with and without accents.

use crate::{Conn, Result};

/// Lets SQLite merge a little of its index; PostgreSQL does so by itself.
pub async fn merge(conn: &mut Conn) -> Result<()> {
    if let Conn::Sqlite(c) = conn {
        let c: &mut sqlx::SqliteConnection = c;
        sqlx::query("insert into search_index (search_index, rank) values ('merge', 500)")
            .execute(c)
            .await?;
    }
    Ok(())
}
