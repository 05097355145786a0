//! Everything out of the house, or one case, in a form that other programs read and that an empty installation takes in again:
//! a manifest, a file of JSON lines for each table, and the attached files under their own digests.
//!
//! Lines and files come one at a time, so that an export of any size needs little memory. See `docs/export.md`.

pub mod check;
pub mod line;
pub mod load;
pub mod manifest;
mod place;

use crate::App;
use crate::error::{Error, Result as AppResult};
use crate::submission::hex;
use jiff::Timestamp;
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::io::Write;
use store::export::{RESTLESS, SECRET, Scope, TABLES, Table, each};
use store::{Conn, Uuid};
use tokio::io::AsyncReadExt;

pub use check::check;
pub use load::Loaded;
pub use manifest::{Extent, Manifest};
pub use place::{Archive, Destination};

/// What is to be exported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// One case by its number; everything when absent.
    pub case: Option<String>,
    /// With the hashes of passwords, which whoever has them may try at leisure.
    pub password_hashes: bool,
}

/// Why an export was not made, or not taken in.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    App(#[from] Error),
    #[error("a file could not be read or written: {0}")]
    File(#[from] std::io::Error),
    #[error("{0:?}")]
    Refused(Refused),
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        Failure::App(error.into())
    }
}

impl store::Failure for Failure {
    fn storage(&self) -> Option<&store::Error> {
        match self {
            Failure::App(error) => error.storage(),
            Failure::File(_) | Failure::Refused(_) => None,
        }
    }
}

/// What is wrong with an export, or with the place it is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no manifest, or none that can be read.
    NotAnExport,
    /// It was written in another version of the form.
    OtherForm(u32),
    /// It holds the tables of another version of the product.
    OtherSchema {
        found: String,
        wanted: String,
    },
    /// It holds one case, which is evidence and no installation.
    OneCase,
    Missing(String),
    /// A file is not what the manifest says.
    Changed(String),
    /// A line of a file cannot be read.
    BadLine {
        file: String,
        line: u64,
    },
    /// A history does not follow from its beginning.
    BrokenChain {
        file: String,
        of: String,
    },
    /// The installation it is to go to holds something in this table.
    NotEmpty(&'static str),
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        Failure::Refused(refused)
    }
}

/// Hears how far an export is: the file that is being written or read, and how many lines or files are done.
pub type Tell<'t> = &'t (dyn Fn(&str, u64) + Send + Sync);

impl App {
    /// Exports to a destination that holds nothing yet.
    ///
    /// # Errors
    /// `NotFound` for a case that there is not; a failure of storage or of the disk.
    pub async fn export(
        &self,
        now: Timestamp,
        wish: &Wish,
        to: &mut Destination,
        tell: Tell<'_>,
    ) -> Result<Manifest, Failure> {
        let digest = match wish.case {
            Some(_) => None,
            None => Some(self.verify(now).await?.digest),
        };
        let mut manifest = Manifest::begin(now, digest, wish.password_hashes);
        let mut files = BTreeSet::new();
        {
            let (manifest, files, to) = (&mut manifest, &mut files, &mut *to);
            self.db
                .read(|mut conn| async move {
                    let conn = &mut conn;
                    let (scope, extent) = scope(conn, wish).await?;
                    manifest.extent = extent;
                    for table in TABLES {
                        if let Some(entry) = write_table(conn, table, &scope, wish, to, files, tell).await? {
                            manifest.tables.push(entry);
                        }
                    }
                    Ok::<_, Failure>(())
                })
                .await?;
        }
        manifest.files = self.write_files(&files, to, tell).await?;
        to.file("manifest.json")?.write_all(&manifest.to_json())?;
        to.end()?;
        Ok(manifest)
    }

    /// The attached files, in the order of their digests, and a list of them.
    async fn write_files(
        &self,
        files: &BTreeSet<Vec<u8>>,
        to: &mut Destination,
        tell: Tell<'_>,
    ) -> Result<manifest::Entry, Failure> {
        let mut sizes = Vec::new();
        for (at, sha256) in files.iter().enumerate() {
            tell("files", at as u64);
            let mut from = self.blobs.read(sha256).await?;
            let mut entry = to.file(&manifest::path_of_file(&hex(sha256)))?;
            let mut piece = vec![0; 64 << 10];
            let mut size = 0_u64;
            loop {
                let read = from.read(&mut piece).await?;
                if read == 0 {
                    break;
                }
                size += read as u64;
                entry.write_all(&piece[..read])?;
            }
            entry.end()?;
            sizes.push(size);
        }
        let mut list = to.file(manifest::LIST_OF_FILES)?;
        for (sha256, size) in files.iter().zip(sizes) {
            writeln!(list, "{{\"sha256\":\"{}\",\"size\":{size}}}", hex(sha256))?;
        }
        Ok(manifest::Entry {
            name: "files".to_owned(),
            file: manifest::LIST_OF_FILES.to_owned(),
            lines: files.len() as u64,
            sha256: list.end()?,
        })
    }
}

async fn scope(conn: &mut Conn, wish: &Wish) -> Result<(Scope, Extent), Failure> {
    let Some(number) = &wish.case else {
        return Ok((Scope::Everything, Extent::Everything));
    };
    let id = store::cases::by_number(conn, number).await?;
    let id = id.ok_or(Error::NotFound)?;
    let mut named = BTreeSet::new();
    for body in store::export::bodies(conn, id).await? {
        let body = serde_json::from_str(&body).map_err(crate::error::corrupt)?;
        names(&body, &mut named);
    }
    let named = named.into_iter().collect();
    let extent = Extent::Case {
        number: number.clone(),
    };
    Ok((Scope::Case { id, named }, extent))
}

/// Every id in a line of history.
pub(crate) fn names(value: &Json, found: &mut BTreeSet<Uuid>) {
    match value {
        Json::String(text) => found.extend(Uuid::parse_str(text)),
        Json::Array(values) => values.iter().for_each(|value| names(value, found)),
        Json::Object(map) => map.values().for_each(|value| names(value, found)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

async fn write_table(
    conn: &mut Conn,
    table: &Table,
    scope: &Scope,
    wish: &Wish,
    to: &mut Destination,
    files: &mut BTreeSet<Vec<u8>>,
    tell: Tell<'_>,
) -> Result<Option<manifest::Entry>, Failure> {
    const TOLD_EVERY: u64 = 10_000;
    let columns = table.columns_in(scope);
    if columns.is_empty() {
        return Ok(None);
    }
    let file = manifest::path_of_table(table.name);
    let mut entry = to.file(&file)?;
    let mut lines = 0_u64;
    tell(table.name, 0);
    each(conn, table, scope, |mut line| {
        if !wish.password_hashes {
            line::hide(table, &mut line);
        }
        if table.name == "document" {
            files.extend(line::bytes(columns, &line, "sha256"));
        }
        entry.write_all(line::json(columns, &line).as_bytes())?;
        entry.write_all(b"\n")?;
        lines += 1;
        if lines.is_multiple_of(TOLD_EVERY) {
            tell(table.name, lines);
        }
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(Some(manifest::Entry {
        name: table.name.to_owned(),
        file,
        lines,
        sha256: entry.end()?,
    }))
}

/// Gives every exported line, without what is secret or moves by itself, to whoever makes a digest of it.
pub(crate) async fn each_lasting_line(
    conn: &mut Conn,
    mut take: impl FnMut(&str, &str) + Send,
) -> AppResult<()> {
    for table in TABLES.iter().filter(|table| table.name != RESTLESS) {
        each(conn, table, &Scope::Everything, |mut line| {
            line::hide(table, &mut line);
            take(table.name, &line::json(table.columns, &line));
            Ok::<_, Error>(())
        })
        .await?;
    }
    Ok(())
}

/// Whether a value stands in the secret column.
fn is_secret(table: &str, column: &str) -> bool {
    SECRET == (table, column)
}
