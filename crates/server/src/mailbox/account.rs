//! The address of a mailbox on an IMAP server (RFC 5092, as far as one mailbox needs it).

use std::net::IpAddr;
use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// `imaps://user@host:993/INBOX`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    secure: bool,
    pub user: String,
    pub host: String,
    pub port: u16,
    pub folder: String,
}

impl Account {
    pub fn is_secure(&self) -> bool {
        self.secure
    }

    /// How it is called where its state is kept: nothing of it is secret.
    pub fn name(&self) -> String {
        format!("imap:{}@{}:{}/{}", self.user, self.host, self.port, self.folder)
    }
}

impl FromStr for Account {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Account> {
        let (scheme, rest) = text.split_once("://").context("it begins with imaps://")?;
        let secure = match scheme {
            "imaps" => true,
            "imap" => false,
            _ => bail!("it begins with imaps://, or with imap:// on this machine alone"),
        };
        let (user, place) = rest.rsplit_once('@').context("a user stands before the host")?;
        if user.contains(':') {
            bail!("the password does not belong into the address: set PHUCDAP_IMAP_PASSWORD");
        }
        let (authority, folder) = place.split_once('/').unwrap_or((place, ""));
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !host.ends_with(':') && !port.contains(']') => {
                (host, port.parse().context("the port is a number")?)
            }
            _ => (authority, if secure { 993 } else { 143 }),
        };
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let user = decoded(user)?;
        if host.is_empty() || user.is_empty() {
            bail!("user and host are both needed");
        }
        let loopback = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        if !secure && !loopback {
            bail!("without TLS only a server on this machine is asked: use imaps://");
        }
        let folder = decoded(folder)?;
        Ok(Account {
            secure,
            user,
            host,
            port,
            folder: if folder.is_empty() {
                "INBOX".to_owned()
            } else {
                folder
            },
        })
    }
}

/// `%40` is `@`.
fn decoded(text: &str) -> Result<String> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        let code = after.get(..2).context("two digits follow a %")?;
        bytes.push(u8::from_str_radix(code, 16).context("two digits follow a %")?);
        rest = &after[2..];
    }
    bytes.extend(rest.bytes());
    let text = String::from_utf8(bytes).context("it is text")?;
    if text.chars().any(char::is_control) {
        bail!("it is one line");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_user_host_and_folder() {
        let account: Account = "imaps://khieunai%40tt.example@thu.tt.example/INBOX/Khi%E1%BA%BFu"
            .parse()
            .expect("it is one");
        assert_eq!(
            (account.user.as_str(), account.port),
            ("khieunai@tt.example", 993)
        );
        assert_eq!(account.folder, "INBOX/Khiếu");
        let plain: Account = "imap://a@b.example@127.0.0.1:1143".parse().expect("it is one");
        assert_eq!(
            (plain.user.as_str(), plain.port, plain.folder.as_str()),
            ("a@b.example", 1143, "INBOX")
        );
        assert_eq!(plain.name(), "imap:a@b.example@127.0.0.1:1143/INBOX");
    }

    #[test]
    fn what_is_not_safe_or_not_whole_is_refused() {
        for wrong in [
            "thu.tt.example",
            "imaps://thu.tt.example",
            "imap://a@thu.tt.example",
            "imaps://a:mat-khau@thu.tt.example",
            "imaps://a@:993/",
            "imaps://a@b:x/",
            "imaps://a%4@b/",
            "imaps://a%0A@b/",
            "pop3://a@b",
        ] {
            assert!(wrong.parse::<Account>().is_err(), "{wrong}");
        }
    }
}
