//! Where everything is kept: a directory with a SQLite file and the attached files, or PostgreSQL and that directory.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use app::App;
use clap::Args;
use i18n::Texts;
use store::Db;
use store::blobs::Blobs;

#[derive(Args, Clone, Debug)]
pub struct Place {
    /// Directory of the data.
    #[arg(
        long,
        env = "PHUCDAP_DATA",
        default_value = "phucdap-data",
        value_name = "DIR"
    )]
    pub data: PathBuf,
    /// postgres://… or the path of a SQLite file, instead of DIR/phucdap.db.
    #[arg(
        long,
        env = "PHUCDAP_DATABASE",
        hide_env_values = true,
        value_name = "ADDRESS"
    )]
    pub database: Option<String>,
}

impl Place {
    pub fn in_directory(data: PathBuf) -> Place {
        Place { data, database: None }
    }

    /// Opens what is there, or begins anew.
    pub async fn open(&self) -> Result<App> {
        make_directory(&self.data)?;
        let own = self.data.join("phucdap.db").display().to_string();
        let place = self.database.as_deref().unwrap_or(&own);
        // The address may hold a password, so it is not repeated.
        let db = Db::open(place)
            .await
            .context("the database could not be opened")?;
        let files = self.data.join("files");
        let blobs = Blobs::open(&files)
            .await
            .with_context(|| format!("{} could not be opened", files.display()))?;
        Ok(App::new(db, blobs))
    }

    /// Opens what was set up before.
    pub async fn open_set_up(&self, t: &Texts) -> Result<App> {
        let app = self.open().await?;
        if app.needs_setup().await? {
            bail!("{}", t.cli_not_set_up());
        }
        Ok(app)
    }
}

/// A directory that only its owner can look into.
pub fn make_directory(path: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .with_context(|| format!("{} could not be made", path.display()))
}
