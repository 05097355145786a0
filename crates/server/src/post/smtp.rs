//! One mail handed to one server (RFC 5321). Between the last word of the mail and the server's answer nobody knows whether it has the
//! mail, so that moment is noted before it begins.

use std::time::Duration;

use app::outbox::Outcome;
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};
use tokio::sync::watch;
use tokio::time::timeout;

use super::{Security, Server, failed_here};

/// Each step before the mail itself (RFC 5321, 4.5.3.2, allows more; a server that slow is tried again).
const STEP: Duration = Duration::from_secs(60);
/// From the last word to the answer (RFC 5321, 4.5.3.2.6).
const ANSWER: Duration = Duration::from_secs(600);
/// How long a stopping process waits for that answer.
const PATIENCE: Duration = Duration::from_secs(4);

impl Server {
    /// Hands one mail over. `note` is called at the last moment at which the server certainly does not have it, and may forbid it.
    pub async fn hand_over(
        &self,
        to: &str,
        bytes: &[u8],
        note: impl AsyncFnOnce() -> Result<bool, app::Error>,
        end: &mut watch::Receiver<bool>,
    ) -> Outcome {
        let mut connection = match within(STEP, self.connect()).await {
            Ok(connection) => connection,
            Err(why) => return Outcome::Later(why.words),
        };
        let outcome = self.converse(&mut connection, to, bytes, note, end).await;
        if matches!(outcome, Outcome::Sent(_)) {
            let _ = timeout(PATIENCE, connection.quit()).await;
        } else {
            let _ = timeout(PATIENCE, connection.abort()).await;
        }
        outcome
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let implicit = (self.security == Security::Implicit).then(|| self.tls.clone());
        let place = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(place, Some(STEP), &self.hello, implicit, None).await?;
        let upgrade = match self.security {
            Security::Required => true,
            Security::Opportunistic => connection.can_starttls(),
            Security::Implicit | Security::None => false,
        };
        if upgrade {
            connection.starttls(self.tls.clone(), &self.hello).await?;
        }
        // A password never goes over a line that others could read.
        let is_secret = connection.is_encrypted() || self.security == Security::None;
        if let Some(credentials) = self.credentials.as_ref().filter(|_| is_secret) {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }

    async fn converse(
        &self,
        connection: &mut AsyncSmtpConnection,
        to: &str,
        bytes: &[u8],
        note: impl AsyncFnOnce() -> Result<bool, app::Error>,
        end: &mut watch::Receiver<bool>,
    ) -> Outcome {
        let (Ok(from), Ok(to)) = (self.from.address.parse::<Address>(), to.parse::<Address>()) else {
            return Outcome::Refused(app::outbox::NO_ADDRESS.to_owned());
        };
        let mut parameters = Vec::new();
        let international = !to.to_string().is_ascii() || !from.to_string().is_ascii();
        if international && !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Outcome::Refused(app::outbox::NO_SMTPUTF8.to_owned());
        }
        if international {
            parameters.push(MailParameter::SmtpUtfEight);
        }
        if connection.server_info().supports_feature(Extension::EightBitMime) {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        // What is refused here is refused to us, not to this mail.
        if let Err(why) = within(STEP, connection.command(Mail::new(Some(from), parameters))).await {
            return Outcome::Later(why.words);
        }
        if let Err(why) = within(STEP, connection.command(Rcpt::new(to, Vec::new()))).await {
            return why.at_recipient();
        }
        if let Err(why) = within(STEP, connection.command(Data)).await {
            return why.before_content();
        }
        match note().await {
            Ok(true) => {}
            Ok(false) => return Outcome::Later(app::outbox::CLAIM_LOST.to_owned()),
            Err(error) => return failed_here(&error),
        }
        let answer = tokio::select! {
            answer = within(ANSWER, connection.message(bytes)) => answer,
            () = stopping(end) => Err(Why::without(app::outbox::STOPPED)),
        };
        match answer {
            Ok(response) => {
                let words: Vec<&str> = response.message().collect();
                Outcome::Sent(format!("{} {}", response.code(), words.join(" ")))
            }
            Err(why) => why.after_content(),
        }
    }
}

async fn stopping(end: &mut watch::Receiver<bool>) {
    let _ = end.wait_for(|ended| *ended).await;
    tokio::time::sleep(PATIENCE).await;
}

/// Why a step came to nothing.
struct Why {
    /// The server's, or a key of the messages.
    words: String,
    /// What the server answered; none where it did not.
    verdict: Option<Verdict>,
    /// It says that the address is nobody's.
    is_nobody: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Transient,
    Permanent,
}

impl Why {
    fn without(key: &str) -> Why {
        Why {
            words: key.to_owned(),
            verdict: None,
            is_nobody: false,
        }
    }

    fn at_recipient(self) -> Outcome {
        match self.verdict {
            Some(Verdict::Permanent) if self.is_nobody => Outcome::NoSuchAddress(self.words),
            Some(Verdict::Permanent) => Outcome::Refused(self.words),
            Some(Verdict::Transient) | None => Outcome::Later(self.words),
        }
    }

    /// Nothing of the mail was said yet.
    fn before_content(self) -> Outcome {
        match self.verdict {
            Some(Verdict::Permanent) => Outcome::Refused(self.words),
            Some(Verdict::Transient) | None => Outcome::Later(self.words),
        }
    }

    /// Without an answer it may have it.
    fn after_content(self) -> Outcome {
        match self.verdict {
            Some(Verdict::Permanent) => Outcome::Refused(self.words),
            Some(Verdict::Transient) => Outcome::Later(self.words),
            None => Outcome::Unknown(self.words),
        }
    }
}

async fn within<T>(limit: Duration, step: impl Future<Output = Result<T, Error>>) -> Result<T, Why> {
    match timeout(limit, step).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) if error.is_timeout() => Err(Why::without(app::outbox::NO_ANSWER)),
        Ok(Err(error)) => Err(Why {
            verdict: if error.is_permanent() {
                Some(Verdict::Permanent)
            } else if error.is_transient() {
                Some(Verdict::Transient)
            } else {
                None
            },
            is_nobody: std::error::Error::source(&error).is_some_and(|text| says_nobody(&text.to_string())),
            words: said(&error),
        }),
        Err(_) => Err(Why::without(app::outbox::NO_ANSWER)),
    }
}

/// Whether the text after the code of a reply begins with the status that the address is the reason (RFC 2034; RFC 3463, 3.2; RFC 7505).
fn says_nobody(text: &str) -> bool {
    let status = text.split_whitespace().next().unwrap_or_default();
    let status = status.trim_matches(|c: char| !c.is_ascii_digit());
    matches!(status, "5.1.1" | "5.1.10")
}

/// The error with what lies behind it, in one line.
fn said(error: &Error) -> String {
    let mut words = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        let more = error.to_string();
        if !words.contains(&more) {
            words = format!("{words}: {more}");
        }
        source = error.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::says_nobody;

    #[test]
    fn only_the_status_itself_says_that_an_address_is_nobodys() {
        for text in [
            "5.1.1 <a@b.vn>: Recipient address rejected",
            "5.1.1 no such user 5.1.1 see our help",
            "5.1.10 Recipient not found",
            "#5.1.1 bad address",
        ] {
            assert!(says_nobody(text), "{text}");
        }
        for text in [
            "5.7.1 Service unavailable, client [115.1.1.20] blocked",
            "5.7.1 see 5.1.1",
            "5.1.11 a status that there is not",
            "",
            "no such user",
        ] {
            assert!(!says_nobody(text), "{text}");
        }
    }
}
