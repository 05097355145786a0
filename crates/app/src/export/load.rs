//! An export of everything taken into an empty installation, on either database: whole or not at all.

use super::check::{self, File, for_each_line};
use super::manifest::{self, Entry, Manifest};
use super::{Archive, Extent, Failure, Refused, Tell, line};
use crate::App;
use crate::error::Error;
use crate::execute;
use crate::record::Named;
use crate::submission::new_id;
use jiff::Timestamp;
use procedure::CaseId;
use std::io::Read;
use store::export::{TABLES, Table, at_once, first_filled, put};
use store::history::StreamKind;
use store::{Conn, Uuid};

/// What was taken in, and what `verify` says of it.
#[derive(Clone, Debug)]
pub struct Loaded {
    pub manifest: Manifest,
    pub verified: crate::verify::Verification,
}

impl App {
    /// Checks an export, then takes it in.
    ///
    /// # Errors
    /// `Refused` when the export or this installation is not as it must be; nothing is kept then but files that the next sweep
    /// removes.
    pub async fn load(&self, now: Timestamp, archive: &Archive, tell: Tell<'_>) -> Result<Loaded, Failure> {
        let manifest = check::check(archive, tell)?;
        let wanted = manifest::schema();
        if manifest.extent != Extent::Everything {
            return Err(Refused::OneCase.into());
        }
        if manifest.schema != wanted {
            return Err(Refused::OtherSchema {
                found: manifest.schema,
                wanted: wanted.to_owned(),
            }
            .into());
        }
        for table in TABLES {
            entry_of(&manifest, table)?;
        }
        self.db
            .read(|mut conn| async move { empty(&mut conn).await })
            .await?;
        self.load_files(archive, &manifest, tell).await?;
        let from = (archive, &manifest);
        self.db
            .act(|mut conn| async move {
                let conn = &mut conn;
                empty(conn).await?;
                for table in TABLES {
                    load_table(conn, from.0, table, entry_of(from.1, table)?, tell).await?;
                }
                index(conn, tell).await
            })
            .await?;
        let verified = self.verify(now).await?;
        Ok(Loaded { manifest, verified })
    }

    async fn load_files(
        &self,
        archive: &Archive,
        manifest: &Manifest,
        tell: Tell<'_>,
    ) -> Result<(), Failure> {
        let understand = |_, text: &str| serde_json::from_str::<File>(text).ok();
        let mut done = 0;
        for file in for_each_line(archive, &manifest.files, understand)? {
            let sha256 = file?.sha256;
            let path = manifest::path_of_file(&sha256);
            let mut from = archive.file(&path)?;
            let mut arriving = self.blobs.receive(new_id()).await?;
            let mut piece = vec![0; 64 << 10];
            loop {
                let read = from.read(&mut piece)?;
                if read == 0 {
                    break;
                }
                arriving.write(&piece[..read]).await?;
            }
            let stored = arriving.finish().await?;
            if manifest::said(stored.sha256) != sha256 {
                return Err(Refused::Changed(path).into());
            }
            done += 1;
            tell("files", done);
        }
        Ok(())
    }
}

async fn empty(conn: &mut Conn) -> Result<(), Failure> {
    match first_filled(conn).await? {
        Some(table) => Err(Refused::NotEmpty(table).into()),
        None => Ok(()),
    }
}

fn entry_of<'m>(manifest: &'m Manifest, table: &Table) -> Result<&'m Entry, Failure> {
    let entry = manifest.tables.iter().find(|entry| entry.name == table.name);
    Ok(entry.ok_or_else(|| Refused::Missing(manifest::path_of_table(table.name)))?)
}

async fn load_table(
    conn: &mut Conn,
    archive: &Archive,
    table: &Table,
    entry: &Entry,
    tell: Tell<'_>,
) -> Result<(), Failure> {
    let mut waiting = Vec::new();
    let mut done = 0;
    for line in for_each_line(archive, entry, |_, text| line::parse(table, text))? {
        waiting.push(line?);
        done += 1;
        if waiting.len() == at_once(table) {
            put(conn, table, std::mem::take(&mut waiting)).await?;
            tell(table.name, done);
        }
    }
    put(conn, table, waiting).await?;
    tell(table.name, done);
    Ok(())
}

/// Makes the cases findable by their words, which no export holds because they follow from it.
async fn index(conn: &mut Conn, tell: Tell<'_>) -> Result<(), Failure> {
    const PAGE: i64 = 500;
    let mut after = Uuid::nil();
    let mut done = 0;
    loop {
        let page = store::history::streams(conn, StreamKind::Case, Some(after), PAGE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = *last;
        for id in &page {
            let case = execute::load(conn, CaseId(*id)).await?;
            let row = store::cases::row_of(conn, *id).await?;
            let (Some(case), Some(row)) = (case, row) else {
                return Err(Failure::App(Error::NotFound));
            };
            let named = Named {
                name: row.complainant_name,
                sort_key: row.complainant_sort,
                phone: row.complainant_phone,
            };
            crate::search::index(conn, &case, &named).await?;
            done += 1;
        }
        tell("search", done);
    }
}
