//! Mail out: where the mail server is, as configured, and the worker that hands it one mail after another.

mod smtp;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use app::App;
use app::outbox::{Outcome, Taken};
use axum::http::Uri;
use clap::Args;
use jiff::Timestamp;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use mail::Mailbox;
use mail::outgoing::{Outgoing, parse, tagged};
use sha2::{Digest, Sha256};
use tokio::sync::watch;

use crate::clock::Clock;

/// How often mail that waits is looked for.
const BETWEEN: Duration = Duration::from_secs(1);
/// How long to rest after a failure of storage.
const AFTER_FAILURE: Duration = Duration::from_secs(10);
/// The secret is taken from here or from a file, never from the command line, which everybody on the machine can read.
const PASSWORD: &str = "PHUCDAP_SMTP_PASSWORD";

#[derive(Args, Clone, Default)]
pub struct Post {
    /// Server that takes mail: smtp://host:port (STARTTLS required) or smtps://host; ?tls=opportunistic, or ?tls=none on this machine.
    #[arg(long, env = "PHUCDAP_SMTP_URL", value_name = "ADDRESS")]
    pub smtp_url: Option<String>,
    /// Name at that server; the password is in PHUCDAP_SMTP_PASSWORD or a file.
    #[arg(long, env = "PHUCDAP_SMTP_USER", value_name = "NAME")]
    pub smtp_user: Option<String>,
    /// File that holds the password and nothing else.
    #[arg(long, env = "PHUCDAP_SMTP_PASSWORD_FILE", value_name = "FILE")]
    pub smtp_password_file: Option<PathBuf>,
    /// Certificates (PEM) to trust beside the public ones, for a mail server of one's own.
    #[arg(long, env = "PHUCDAP_SMTP_CA", value_name = "FILE")]
    pub smtp_ca: Option<PathBuf>,
    /// Who writes: "Name <address>".
    #[arg(long, env = "PHUCDAP_MAIL_FROM", value_name = "MAILBOX")]
    pub mail_from: Option<String>,
    /// Answers go to an address of their own for each mail, address+v-…@…: the mail server must deliver these (RFC 5233).
    #[arg(long, env = "PHUCDAP_MAIL_TAGGED")]
    pub mail_tagged: bool,
}

/// How the connection is made secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Security {
    /// From the first byte (RFC 8314).
    Implicit,
    /// STARTTLS, or nothing is sent.
    Required,
    /// STARTTLS where the server offers it.
    Opportunistic,
    /// On this machine alone.
    None,
}

/// A mail server, and in whose name it is given mail.
pub struct Server {
    host: String,
    port: u16,
    security: Security,
    tls: TlsParameters,
    credentials: Option<Credentials>,
    hello: ClientId,
    from: Mailbox,
    domain: String,
    tagged: bool,
    public_url: Option<String>,
}

impl Post {
    /// What is configured; nothing where mail is to wait. Links in mails begin with the address under which the site is reached.
    pub fn server(&self, public_url: Option<&str>) -> Result<Option<Server>> {
        let Some(url) = &self.smtp_url else {
            return Ok(None);
        };
        let from = self
            .mail_from
            .as_deref()
            .context("PHUCDAP_SMTP_URL needs PHUCDAP_MAIL_FROM beside it")?;
        let from = parse(from).context("PHUCDAP_MAIL_FROM is no mailbox")?;
        let domain = from.address.rsplit_once('@').map(|(_, domain)| domain.to_owned());
        let domain = domain.context("PHUCDAP_MAIL_FROM has no domain")?;
        let (host, port, security) = place(url)?;
        let mut tls = TlsParameters::builder(host.clone());
        if let Some(file) = &self.smtp_ca {
            let pem = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
            let read = Certificate::from_pem(&pem);
            tls = tls.add_root_certificate(read.with_context(|| format!("{} is no PEM", file.display()))?);
        }
        Ok(Some(Server {
            credentials: self.credentials()?,
            tls: tls.build().context("TLS cannot be used")?,
            hello: ClientId::Domain(domain.clone()),
            tagged: self.mail_tagged,
            public_url: public_url.map(str::to_owned),
            host,
            port,
            security,
            from,
            domain,
        }))
    }

    fn credentials(&self) -> Result<Option<Credentials>> {
        let Some(user) = &self.smtp_user else {
            return Ok(None);
        };
        let password = match &self.smtp_password_file {
            Some(file) => std::fs::read_to_string(file)
                .with_context(|| format!("{} cannot be read", file.display()))?
                .trim_end_matches(['\r', '\n'])
                .to_owned(),
            None => std::env::var(PASSWORD).with_context(|| format!("PHUCDAP_SMTP_USER needs {PASSWORD}"))?,
        };
        Ok(Some(Credentials::new(user.clone(), password)))
    }
}

/// Reads `smtp://host:port?tls=…`.
fn place(url: &str) -> Result<(String, u16, Security)> {
    let uri: Uri = url.parse().context("PHUCDAP_SMTP_URL is no address")?;
    let host = uri.host().context("PHUCDAP_SMTP_URL names no host")?;
    if uri.authority().is_some_and(|it| it.as_str().contains('@')) {
        bail!("name and password of the mail server are given apart from PHUCDAP_SMTP_URL");
    }
    let wanted = uri.query().and_then(|query| query.strip_prefix("tls="));
    let (security, usual) = match (uri.scheme_str(), wanted) {
        (Some("smtps"), None) => (Security::Implicit, 465),
        (Some("smtp"), None | Some("required")) => (Security::Required, 587),
        (Some("smtp"), Some("opportunistic")) => (Security::Opportunistic, 25),
        (Some("smtp"), Some("none")) => (Security::None, 25),
        _ => bail!(
            "PHUCDAP_SMTP_URL begins with smtp:// or smtps://, and may end with ?tls=required, opportunistic or none"
        ),
    };
    let host = host.trim_matches(['[', ']']).to_owned();
    let is_here = host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
    if security == Security::None && !is_here {
        bail!("tls=none is for a mail server on this machine");
    }
    Ok((host, uri.port_u16().unwrap_or(usual), security))
}

/// Hands mail over until the end is announced.
pub async fn run(app: App, clock: Clock, server: Server, mut end: watch::Receiver<bool>) {
    while !*end.borrow() {
        let rest = match send_next(&app, &clock, &server, &mut end).await {
            Ok(true) => continue,
            Ok(false) => BETWEEN,
            Err(error) => {
                tracing::error!(error = %error, "mail could not be worked on");
                AFTER_FAILURE
            }
        };
        if matches!(tokio::time::timeout(rest, end.changed()).await, Ok(Err(_))) {
            return;
        }
    }
}

/// Sends the next mail that is due, if any.
async fn send_next(
    app: &App,
    clock: &Clock,
    server: &Server,
    end: &mut watch::Receiver<bool>,
) -> Result<bool, app::Error> {
    let Some(taken) = app.take_up_mail(clock.now()).await? else {
        return Ok(false);
    };
    let outcome = match written(app, clock.now(), server, &taken).await {
        Ok(bytes) => {
            let note = async || {
                let sha256 = Sha256::digest(&bytes);
                app.mail_is_handed_over(clock.now(), &taken, &sha256).await
            };
            server.hand_over(&taken.address, &bytes, note, end).await
        }
        Err(outcome) => outcome,
    };
    let kind = match &outcome {
        Outcome::Sent(_) => "sent",
        Outcome::Later(_) => "later",
        Outcome::Refused(_) | Outcome::NoSuchAddress(_) => "refused",
        Outcome::Unknown(_) => "unknown",
        Outcome::Needless => "needless",
    };
    tracing::info!(mail.id = %taken.id, mail.purpose = taken.purpose.key(), outcome = kind, "a mail was tried");
    app.mail_settled(clock.now(), &taken, &outcome).await?;
    Ok(true)
}

/// The bytes of a mail; what stands in the way is an outcome.
async fn written(app: &App, now: Timestamp, server: &Server, taken: &Taken) -> Result<Vec<u8>, Outcome> {
    let composed = match web::mails::compose(app, now, taken, server.public_url.as_deref()).await {
        Ok(Some(composed)) => composed,
        Ok(None) => return Err(Outcome::Needless),
        Err(web::papers::Failure::App(error @ app::Error::Storage(_))) => {
            return Err(failed_here(&error));
        }
        Err(error) => {
            let t = i18n::texts(i18n::Lang::Vi);
            return Err(Outcome::Refused(t.outbox_cannot_compose(error.say(t))));
        }
    };
    let message_id = app.name_mail(taken, &server.domain, &composed.subject).await;
    let message_id = message_id.map_err(|error| failed_here(&error))?;
    let token = taken.reply_token.as_deref().filter(|_| server.tagged);
    let reply_to = token.and_then(|token| tagged(&server.from.address, token));
    let attachments = composed.files.into_iter().map(|file| mail::Attachment {
        name: Some(file.name),
        media_type: file.media_type,
        bytes: file.bytes,
        inline: false,
        content_id: None,
    });
    let outgoing = Outgoing {
        from: server.from.clone(),
        to: Mailbox {
            name: Some(taken.name.clone()),
            address: taken.address.clone(),
        },
        reply_to: reply_to.map(|address| Mailbox {
            name: server.from.name.clone(),
            address,
        }),
        subject: composed.subject,
        text: composed.text,
        html: composed.html,
        attachments: attachments.collect(),
        message_id,
        in_reply_to: taken.in_reply_to.clone(),
        references: taken.references.clone(),
        auto_submitted: (taken.auto_submitted != "no").then_some(taken.auto_submitted),
        lang: taken.lang.clone(),
        at: now,
    };
    outgoing.write().map_err(|error| {
        tracing::error!(mail.id = %taken.id, error = %error, "a mail cannot be written");
        Outcome::Refused(app::outbox::UNWRITABLE.to_owned())
    })
}

/// The server was given nothing, for a reason of our own.
fn failed_here(error: &app::Error) -> Outcome {
    if matches!(error, app::Error::Overtaken(_)) {
        return Outcome::Later(app::outbox::CLAIM_LOST.to_owned());
    }
    tracing::error!(error = %error, "a mail could not be worked on");
    Outcome::Later(app::outbox::FAILED_HERE.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Security, failed_here, place};
    use app::outbox;

    #[test]
    fn our_own_reasons_are_said_in_the_readers_language() {
        let reasons = [
            outbox::NO_ADDRESS,
            outbox::NO_SMTPUTF8,
            outbox::NO_ANSWER,
            outbox::STOPPED,
            outbox::CLAIM_LOST,
            outbox::FAILED_HERE,
            outbox::UNWRITABLE,
        ];
        for lang in [i18n::Lang::Vi, i18n::Lang::En] {
            for key in reasons {
                assert!(i18n::texts(lang).get(key).is_some(), "{key}");
            }
        }
        let lost = failed_here(&app::Error::Overtaken(Vec::new()));
        assert_eq!(lost, Outcome::Later(outbox::CLAIM_LOST.to_owned()));
        let broken = failed_here(&app::Error::NotFound);
        assert_eq!(broken, Outcome::Later(outbox::FAILED_HERE.to_owned()));
    }

    #[test]
    fn an_address_says_how_secret_the_connection_is() {
        let read = |url: &str| place(url).unwrap();
        let host = || "mail.vn".to_owned();
        assert_eq!(read("smtp://mail.vn"), (host(), 587, Security::Required));
        assert_eq!(
            read("smtp://mail.vn:25?tls=required"),
            (host(), 25, Security::Required)
        );
        assert_eq!(read("smtps://mail.vn"), (host(), 465, Security::Implicit));
        assert_eq!(
            read("smtp://mail.vn?tls=opportunistic"),
            (host(), 25, Security::Opportunistic)
        );
        assert_eq!(
            read("smtp://[::1]:2525?tls=none"),
            ("::1".to_owned(), 2525, Security::None)
        );
    }

    #[test]
    fn nothing_leaves_this_machine_in_the_clear_and_no_password_stands_in_an_address() {
        for url in [
            "smtp://mail.vn?tls=none",
            "smtp://a:b@mail.vn",
            "http://mail.vn",
            "smtps://mail.vn?tls=none",
            "mail.vn",
            "",
        ] {
            assert!(place(url).is_err(), "{url}");
        }
    }
}
