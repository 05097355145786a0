//! Mailboxes from which mail is fetched beside the site: a maildir, an account on an IMAP server. Nothing leaves its place there before it
//! is stored here.

mod account;
mod imap;
mod maildir;
mod tls;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use app::App;
use app::inbox::{Arrival, Way};
use clap::Args;
use jiff::Timestamp;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::arrived::arrived;
use account::Account;

#[derive(Args, Clone, Default)]
pub struct Mailboxes {
    /// A maildir whose new mail is taken in; it stays there, marked as seen.
    #[arg(long, env = "PHUCDAP_MAILDIR", value_name = "DIR")]
    maildir: Option<PathBuf>,
    /// A mailbox whose mail is taken in: imaps://user@host/INBOX; without TLS (imap://) only on this machine. The password stands in
    /// PHUCDAP_IMAP_PASSWORD, or in the file of PHUCDAP_IMAP_PASSWORD_FILE.
    #[arg(long, env = "PHUCDAP_IMAP_URL", value_name = "URL")]
    imap: Option<Account>,
    #[arg(long, env = "PHUCDAP_IMAP_PASSWORD_FILE", value_name = "FILE")]
    imap_password_file: Option<PathBuf>,
    /// Certificates (PEM) of the authority that the mail server is known by, beside those that everybody knows.
    #[arg(long, env = "PHUCDAP_IMAP_CA", value_name = "FILE")]
    imap_ca: Option<PathBuf>,
    /// The folder into which mail is moved once it is stored; without it the mail stays and is marked as seen.
    #[arg(long, env = "PHUCDAP_IMAP_MOVE_TO", value_name = "FOLDER")]
    imap_move_to: Option<String>,
}

/// Read from the environment alone: what stands in a command line is seen by everybody on the machine.
const PASSWORD: &str = "PHUCDAP_IMAP_PASSWORD";

/// After a failure it is tried again so soon, then twice as long later each time.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
const LONGEST_PAUSE: Duration = Duration::from_secs(300);

/// Where mail is fetched to, and until when.
#[derive(Clone)]
struct Desk {
    app: App,
    clock: web::Clock,
    end: watch::Receiver<bool>,
}

impl Mailboxes {
    /// Begins to fetch from each mailbox that is named, until the end is announced.
    pub fn start(
        self,
        app: &App,
        clock: web::Clock,
        end: &watch::Receiver<bool>,
    ) -> Result<Vec<JoinHandle<()>>> {
        let desk = Desk {
            app: app.clone(),
            clock,
            end: end.clone(),
        };
        let mut started = Vec::new();
        if let Some(directory) = &self.maildir {
            started.push(tokio::spawn(maildir::run(desk.clone(), directory.clone())));
        }
        if let Some(account) = self.imap.clone() {
            let box_ = imap::Mailbox {
                password: self.password()?,
                roots: account
                    .is_secure()
                    .then(|| tls::roots(self.imap_ca.as_deref()))
                    .transpose()?,
                move_to: self.imap_move_to.clone(),
                account,
            };
            started.push(tokio::spawn(imap::run(desk, box_)));
        }
        Ok(started)
    }

    fn password(&self) -> Result<String> {
        if let Some(file) = &self.imap_password_file {
            let read = std::fs::read_to_string(file);
            let read = read.with_context(|| format!("{} could not be read", file.display()))?;
            return Ok(read.trim_end_matches(['\r', '\n']).to_owned());
        }
        match std::env::var(PASSWORD) {
            Ok(password) if !password.is_empty() => Ok(password),
            _ => bail!(
                "an IMAP mailbox is named, but neither {PASSWORD} nor PHUCDAP_IMAP_PASSWORD_FILE is set"
            ),
        }
    }
}

impl Desk {
    fn now(&self) -> Timestamp {
        (self.clock)()
    }

    fn has_ended(&self) -> bool {
        *self.end.borrow()
    }

    /// Waits so long, or until the end is announced.
    async fn rest(&mut self, pause: Duration) {
        // Whoever announces the end and is gone has announced it too.
        let _ = tokio::time::timeout(pause, self.end.wait_for(|ended| *ended)).await;
    }

    /// Takes a mail in that reached its mailbox at this instant; when this returns, it is stored.
    async fn take(&self, raw: Vec<u8>, at: Timestamp, way: Way) -> Result<()> {
        let office = self
            .app
            .office()
            .await
            .context("the organisation is not set up")?;
        let now = self.now();
        let arrival = Arrival {
            at,
            way,
            notice: Some(arrived(&office, at.min(now))),
        };
        self.app.receive_mail(now, arrival, raw).await?;
        Ok(())
    }

    async fn stumbled(&self, source: &str, error: &anyhow::Error) {
        tracing::warn!(
            mail.source = source,
            error = format!("{error:#}"),
            "mail could not be fetched"
        );
        let noted = self
            .app
            .mail_stumbled(self.now(), source, &format!("{error:#}"))
            .await;
        if let Err(error) = noted {
            tracing::error!(error = %error, "that mail could not be fetched could not be noted");
        }
    }
}
