//! `phucdap mail-in < message.eml`: what a mail server calls for each mail. It keeps the mail until this says that it is stored.

use std::io::Read;
use std::process::ExitCode;

use anyhow::{Context, Result};
use app::inbox::{Arrival, Received, Way};
use clap::Args;
use i18n::Texts;

use super::failure;
use crate::arrived::arrived;
use crate::clock::Clock;
use crate::place::Place;

/// `EX_TEMPFAIL` of sysexits: the mail server keeps the mail and tries again. Whatever goes wrong here may go right later.
pub const TRY_AGAIN: u8 = 75;
/// `EX_NOINPUT`: nothing came on standard input.
const NOTHING: u8 = 66;

#[derive(Args)]
pub struct MailIn {
    #[command(flatten)]
    place: Place,
}

impl MailIn {
    /// Whatever fails, even by a panic, ends with [`TRY_AGAIN`].
    pub async fn run(self, t: &'static Texts) -> Result<ExitCode> {
        let failed = match tokio::spawn(self.take(t)).await {
            Ok(Ok(code)) => return Ok(code),
            Ok(Err(error)) => format!("{error:#}"),
            Err(error) => error.to_string(),
        };
        eprintln!("phucdap: {failed}");
        Ok(ExitCode::from(TRY_AGAIN))
    }

    async fn take(self, t: &Texts) -> Result<ExitCode> {
        let mut raw = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut raw)
            .context("standard input could not be read")?;
        if raw.is_empty() {
            eprintln!("phucdap: {}", t.cli_mail_empty());
            return Ok(ExitCode::from(NOTHING));
        }
        let now = Clock::of_process()?.now();
        let app = self.place.open_set_up(t).await?;
        let arrival = Arrival {
            at: now,
            way: Way::Command,
            notice: Some(arrived(&*app.office().await?, now)),
        };
        let received = app.receive_mail(now, arrival, raw).await;
        let received = received.map_err(|error| failure(t, error))?;
        app.close().await;
        println!(
            "{}",
            match received {
                Received::Stored(id) => t.cli_mail_stored(id),
                Received::Known(id) => t.cli_mail_known(id),
            }
        );
        Ok(ExitCode::SUCCESS)
    }
}
