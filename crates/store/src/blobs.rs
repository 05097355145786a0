//! The bytes of attachments: files named after their content, complete or not there at all.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tokio::fs;
use tokio::io::AsyncWriteExt;
use tokio::sync::RwLock;
use uuid::Uuid;

use crate::{Db, Error, Result, documents};

/// A directory of files. Clones share it.
#[derive(Debug, Clone)]
pub struct Blobs {
    directory: Arc<PathBuf>,
    /// Held for reading while a file is put in its place and noted, for writing while one is swept away.
    sweeping: Arc<RwLock<()>>,
}

/// A file that is arriving. Dropped before `finish`, it leaves only what the next sweep removes.
#[derive(Debug)]
pub struct Arriving {
    blobs: Blobs,
    path: PathBuf,
    file: fs::File,
    hash: Sha256,
    size: i64,
}

/// A file whose bytes are safely stored. It cannot be swept away while this is held.
#[derive(Debug)]
pub struct Stored {
    pub sha256: [u8; 32],
    pub size: i64,
    _kept: tokio::sync::OwnedRwLockReadGuard<()>,
}

/// Where files are until they are complete.
const ARRIVING: &str = "arriving";

impl Blobs {
    pub async fn open(directory: impl Into<PathBuf>) -> Result<Blobs> {
        let directory = directory.into();
        fs::create_dir_all(directory.join(ARRIVING)).await?;
        Ok(Blobs {
            directory: Arc::new(directory),
            sweeping: Arc::default(),
        })
    }

    /// Begins to receive a file; `id` is that of its document.
    pub async fn receive(&self, id: Uuid) -> Result<Arriving> {
        let path = self.directory.join(ARRIVING).join(id.to_string());
        let file = fs::File::create(&path).await?;
        Ok(Arriving {
            blobs: self.clone(),
            path,
            file,
            hash: Sha256::new(),
            size: 0,
        })
    }

    /// Opens a stored file for reading.
    pub async fn read(&self, sha256: &[u8]) -> Result<fs::File> {
        Ok(fs::File::open(self.path(sha256)?).await?)
    }

    /// Where the bytes of a stored file lie, for whoever reads them more than once.
    pub fn path(&self, sha256: &[u8]) -> Result<PathBuf> {
        let sha256 = sha256
            .try_into()
            .map_err(|_| Error::Corrupt(format!("digest of {} bytes", sha256.len())))?;
        Ok(self.path_of(sha256))
    }

    fn path_of(&self, sha256: &[u8; 32]) -> PathBuf {
        let name = hex(sha256);
        // Two letters of the name keep directories small enough to list.
        self.directory.join(&name[..2]).join(&name)
    }

    /// Forgets the files that were given before an instant and never attached, and removes the bytes that no
    /// document has any more. Answers how many files were removed.
    pub async fn sweep(&self, db: &Db, before: Timestamp) -> Result<u64> {
        let forgotten = db
            .act(|mut conn| async move { documents::abandon(&mut conn, before).await })
            .await?;
        tracing::debug!(
            documents.forgotten = forgotten,
            "unattached documents were forgotten"
        );
        let mut removed = 0;
        let mut directories = fs::read_dir(self.directory.as_path()).await?;
        while let Some(directory) = directories.next_entry().await? {
            if !directory.file_type().await?.is_dir() {
                continue;
            }
            let mut files = fs::read_dir(directory.path()).await?;
            while let Some(file) = files.next_entry().await? {
                removed += u64::from(self.sweep_one(db, &file.path(), before).await?);
            }
        }
        Ok(removed)
    }

    async fn sweep_one(&self, db: &Db, path: &Path, before: Timestamp) -> Result<bool> {
        let _sweeping = self.sweeping.write().await;
        let Ok(metadata) = fs::metadata(path).await else {
            return Ok(false);
        };
        let modified = Timestamp::try_from(metadata.modified()?).unwrap_or(Timestamp::MAX);
        if modified >= before {
            return Ok(false);
        }
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if let Some(sha256) = unhex(name) {
            let sha256 = sha256.as_slice();
            let known = db
                .read(|mut conn| async move { documents::known(&mut conn, sha256).await })
                .await?;
            if known {
                return Ok(false);
            }
        }
        fs::remove_file(path).await?;
        Ok(true)
    }
}

impl Arriving {
    pub async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.hash.update(bytes);
        self.size += i64::try_from(bytes.len()).expect("a buffer is no longer than a disk");
        Ok(self.file.write_all(bytes).await?)
    }

    /// How many bytes have arrived so far.
    pub fn size(&self) -> i64 {
        self.size
    }

    /// Makes the file durable under the name of its content. Note it with `documents::stored` before dropping
    /// what this returns.
    pub async fn finish(mut self) -> Result<Stored> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        let sha256: [u8; 32] = self.hash.finalize().into();
        let place = self.blobs.path_of(&sha256);
        let directory = place.parent().unwrap_or(&self.blobs.directory);
        let kept = Arc::clone(&self.blobs.sweeping).read_owned().await;
        fs::create_dir_all(directory).await?;
        fs::rename(&self.path, &place).await?;
        // The name is durable only when the directories that lead to it are.
        fs::File::open(directory).await?.sync_all().await?;
        fs::File::open(self.blobs.directory.as_path())
            .await?
            .sync_all()
            .await?;
        Ok(Stored {
            sha256,
            size: self.size,
            _kept: kept,
        })
    }

    /// Gives the file up, as when it is too large.
    pub async fn abandon(self) -> Result<()> {
        Ok(fs::remove_file(&self.path).await?)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(name: &str) -> Option<Vec<u8>> {
    let whole = name.len() == 64 && name.is_ascii();
    let pairs = (0..name.len()).step_by(2);
    whole
        .then(|| {
            pairs
                .map(|at| u8::from_str_radix(name.get(at..at + 2)?, 16).ok())
                .collect()
        })
        .flatten()
}
