//! Where an export lies: a directory, or a ZIP file with the same files in it.

use super::manifest::said;
use super::{Failure, Refused};
use crate::submission::digest_of;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Where an export goes.
pub struct Destination(Kind);

enum Kind {
    Directory(PathBuf),
    Zip(Option<ZipWriter<BufWriter<File>>>),
}

/// A file of an export that is being written; its digest is made on the way.
pub(super) struct Entry<'d> {
    to: Box<dyn Write + Send + 'd>,
    hash: Sha256,
}

impl Destination {
    /// A path that ends in `.zip` is a ZIP file, any other a directory; neither may hold anything yet.
    ///
    /// # Errors
    /// `AlreadyExists`, or what the disk says.
    pub fn at(path: &Path) -> io::Result<Destination> {
        let is_zip = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("zip"));
        if is_zip {
            let file = private().write(true).create_new(true).open(path)?;
            return Ok(Destination(Kind::Zip(Some(ZipWriter::new(BufWriter::new(file))))));
        }
        make_directory(path)?;
        if fs::read_dir(path)?.next().is_some() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        Ok(Destination(Kind::Directory(path.to_owned())))
    }

    pub(super) fn file(&mut self, name: &str) -> io::Result<Entry<'_>> {
        let to: Box<dyn Write + Send + '_> = match &mut self.0 {
            Kind::Directory(directory) => {
                let path = directory.join(name);
                make_directory(path.parent().unwrap_or(directory))?;
                let file = private().write(true).create_new(true).open(path)?;
                Box::new(BufWriter::new(file))
            }
            Kind::Zip(zip) => {
                let zip = zip.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
                // The same content gives the same bytes: no file has a time of its own.
                let options = SimpleFileOptions::default()
                    .large_file(true)
                    .unix_permissions(0o600);
                zip.start_file(name, options)?;
                Box::new(zip)
            }
        };
        Ok(Entry {
            to,
            hash: Sha256::new(),
        })
    }

    pub(super) fn end(&mut self) -> io::Result<()> {
        if let Kind::Zip(zip) = &mut self.0
            && let Some(zip) = zip.take()
        {
            zip.finish()?
                .into_inner()
                .map_err(io::IntoInnerError::into_error)?
                .sync_all()?;
        }
        Ok(())
    }
}

fn private() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn make_directory(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

impl Write for Entry<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl Entry<'_> {
    /// Ends the file and gives its digest.
    pub fn end(mut self) -> io::Result<String> {
        self.to.flush()?;
        Ok(said(self.hash.finalize()))
    }
}

/// An export that lies in a directory; one that came as a ZIP file is unpacked beside it and removed afterwards.
pub struct Archive {
    directory: PathBuf,
    unpacked: bool,
}

impl Archive {
    /// Opens a directory, or unpacks a ZIP file into a new directory under `work`.
    ///
    /// # Errors
    /// `NotAnExport` for anything else; names that lead out of the archive are refused.
    pub fn open(path: &Path, work: &Path) -> Result<Archive, Failure> {
        if path.is_dir() {
            return Ok(Archive {
                directory: path.to_owned(),
                unpacked: false,
            });
        }
        let file = File::open(path)?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|_| Refused::NotAnExport)?;
        let archive = Archive {
            directory: work.join(format!("unpacking-{}", crate::new_id())),
            unpacked: true,
        };
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).map_err(|_| Refused::NotAnExport)?;
            let name = part.enclosed_name().ok_or(Refused::NotAnExport)?;
            if part.is_dir() {
                continue;
            }
            let path = archive.directory.join(name);
            make_directory(path.parent().unwrap_or(&archive.directory))?;
            let mut to = private().write(true).create_new(true).open(path)?;
            io::copy(&mut part, &mut to)?;
        }
        Ok(archive)
    }

    pub(super) fn file(&self, name: &str) -> Result<BufReader<File>, Failure> {
        match File::open(self.directory.join(name)) {
            Ok(file) => Ok(BufReader::with_capacity(64 << 10, file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(Refused::Missing(name.to_owned()).into())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The digest of a file.
    pub(super) fn digest(&self, name: &str) -> Result<String, Failure> {
        Ok(digest_of(&mut self.file(name)?)?)
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        if self.unpacked
            && let Err(error) = fs::remove_dir_all(&self.directory)
        {
            tracing::warn!(error = %error, "an unpacked export could not be removed");
        }
    }
}
