//! A mailbox on an IMAP server (RFC 3501): fetched in the order of its numbers; the number up to which every mail is stored is noted, so that
//! nothing is skipped. A mail that the server does not give holds up no other. Then new mail is waited for (IDLE, RFC 2177), or asked for
//! again where the server cannot wait.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use app::inbox::Way;
use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use jiff::Timestamp;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::account::Account;
use super::{Desk, FIRST_PAUSE, LONGEST_PAUSE};

/// Everything that is needed to fetch from one mailbox.
pub struct Mailbox {
    pub account: Account,
    pub password: String,
    pub roots: Option<Arc<ClientConfig>>,
    pub move_to: Option<String>,
}

/// The longest that one command may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// The longest that one mail may take to come: a large one over a slow line.
const FETCH: Duration = Duration::from_secs(900);
/// A server that waits is asked again after this long all the same: it may have spoken before it was listened to.
const IDLE: Duration = Duration::from_secs(60);
/// How often one that cannot wait is asked.
const BETWEEN: Duration = Duration::from_secs(30);

pub async fn run(mut desk: Desk, mailbox: Mailbox) {
    let source = mailbox.account.name();
    let mut pause = FIRST_PAUSE;
    let mut ahead = Ahead::default();
    let mut end = desk.end.clone();
    while !desk.has_ended() {
        let before = desk.now();
        let ended = tokio::select! {
            ended = connected(&mut desk, &mailbox, &source, &mut ahead) => ended,
            // What is half fetched is fetched again.
            _ = end.wait_for(|ended| *ended) => return,
        };
        let Err(error) = ended else {
            continue;
        };
        if desk.has_ended() {
            return;
        }
        desk.stumbled(&source, &error).await;
        // A connection that held for long and then broke is tried again at once.
        let held = desk.now().duration_since(before).unsigned_abs() > LONGEST_PAUSE;
        pause = if held { FIRST_PAUSE } else { pause };
        desk.rest(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// What is known beyond the number up to which everything is stored; lost with the process, for a mail that is fetched twice stays one.
#[derive(Default)]
struct Ahead {
    /// The numbering (UIDVALIDITY) that it holds for.
    validity: u32,
    stored: BTreeSet<u32>,
    /// Did not come: asked for after all others.
    hard: BTreeSet<u32>,
}

impl Ahead {
    /// The numbers to be fetched, the hard ones last.
    fn order(&mut self, validity: u32, found: &BTreeSet<u32>) -> Vec<u32> {
        if self.validity != validity {
            *self = Ahead {
                validity,
                ..Ahead::default()
            };
        }
        let wanted = found.difference(&self.stored).copied();
        let (hard, mut order): (Vec<u32>, Vec<u32>) = wanted.partition(|number| self.hard.contains(number));
        order.extend(hard);
        order
    }

    /// Takes from the front of what was found as far as everything is stored; the last number of it.
    fn reached(&mut self, found: &mut BTreeSet<u32>) -> Option<u32> {
        let mut last = None;
        while let Some(first) = found.first().copied().filter(|first| self.stored.remove(first)) {
            found.remove(&first);
            last = Some(first);
        }
        last
    }
}

/// Fetches until the connection breaks or the end is announced.
async fn connected(desk: &mut Desk, mailbox: &Mailbox, source: &str, ahead: &mut Ahead) -> Result<()> {
    let account = &mailbox.account;
    let address = (account.host.as_str(), account.port);
    let stream = within(TcpStream::connect(address))
        .await
        .context("the server cannot be reached")?;
    let Some(roots) = &mailbox.roots else {
        return signed_in(desk, mailbox, source, ahead, stream).await;
    };
    let name = ServerName::try_from(account.host.clone()).context("the name of the server is none")?;
    let stream = within(TlsConnector::from(roots.clone()).connect(name, stream)).await;
    signed_in(
        desk,
        mailbox,
        source,
        ahead,
        stream.context("the server is not known by its certificate")?,
    )
    .await
}

async fn signed_in<S>(
    desk: &mut Desk,
    mailbox: &Mailbox,
    source: &str,
    ahead: &mut Ahead,
    stream: S,
) -> Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let account = &mailbox.account;
    let mut client = Client::new(stream);
    within(client.read_response())
        .await?
        .context("the server ends the connection")?;
    let signed_in = tokio::time::timeout(PATIENCE, client.login(&account.user, &mailbox.password)).await;
    let mut session = signed_in
        .context("the server does not answer")?
        .map_err(|(error, _)| error)
        .context("signing in failed")?;
    let able = within(session.capabilities()).await?;
    let (waits, moves) = (able.has_str("IDLE"), able.has_str("MOVE"));
    let move_to = mailbox.move_to.as_deref();
    if move_to.is_some() && !moves {
        bail!("the server cannot move mail (RFC 6851): unset PHUCDAP_IMAP_MOVE_TO");
    }
    let chosen = within(session.select(&account.folder)).await;
    let chosen = chosen.with_context(|| format!("the folder {} cannot be opened", account.folder))?;
    let validity = chosen
        .uid_validity
        .context("the server numbers no mail (UIDVALIDITY)")?;
    while !desk.has_ended() {
        let place = Place {
            source,
            validity,
            move_to,
        };
        new_mail(desk, &mut session, &place, ahead).await?;
        if waits {
            session = idle(desk, session).await?;
        } else {
            desk.rest(BETWEEN).await;
            within(session.noop()).await?;
        }
    }
    let _ = within(session.logout()).await;
    Ok(())
}

/// The mailbox as it was opened.
struct Place<'a> {
    source: &'a str,
    validity: u32,
    move_to: Option<&'a str>,
}

/// Fetches what has a higher number than that up to which everything is stored.
async fn new_mail<S>(
    desk: &Desk,
    session: &mut Session<S>,
    place: &Place<'_>,
    ahead: &mut Ahead,
) -> Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let &Place {
        source,
        validity,
        move_to,
    } = place;
    let known = desk.app.mail_source(source).await?;
    // Under a new numbering everything is looked at again: what is known by its bytes stays one mail.
    let known = known.filter(|known| known.validity == i64::from(validity));
    let mut mark = known.map_or(0, |known| u32::try_from(known.mark).unwrap_or_default());
    let found = within(session.uid_search(format!("UID {}:*", mark.saturating_add(1)))).await?;
    // `n:*` names the last mail also where its number is lower than n.
    let mut found: BTreeSet<u32> = found.into_iter().filter(|number| *number > mark).collect();
    for number in ahead.order(validity, &found) {
        if let Err(error) = one(desk, session, number, move_to).await {
            ahead.hard.insert(number);
            return Err(error.context(format!("mail {number}")));
        }
        ahead.stored.insert(number);
        if let Some(reached) = ahead.reached(&mut found) {
            mark = reached;
            desk.app.mail_fetched(desk.now(), source, validity, mark).await?;
        }
    }
    desk.app.mail_fetched(desk.now(), source, validity, mark).await?;
    Ok(())
}

async fn one<S>(desk: &Desk, session: &mut Session<S>, number: u32, move_to: Option<&str>) -> Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let number = number.to_string();
    let fetched = tokio::time::timeout(FETCH, async {
        let stream = session
            .uid_fetch(&number, "(UID INTERNALDATE BODY.PEEK[])")
            .await?;
        stream.try_collect::<Vec<_>>().await
    });
    let fetched = fetched.await.context("the server does not answer")?;
    let fetched = fetched.context("a mail could not be fetched")?;
    let Some(mail) = fetched.iter().find(|mail| mail.body().is_some()) else {
        return gone(session, &number).await;
    };
    let raw = mail.body().unwrap_or_default().to_vec();
    let at = mail
        .internal_date()
        .and_then(|at| Timestamp::from_second(at.timestamp()).ok());
    desk.take(raw, at.unwrap_or_else(|| desk.now()), Way::Imap)
        .await?;
    let marked = async {
        match move_to {
            Some(folder) => session.uid_mv(&number, folder).await,
            None => {
                let stream = session.uid_store(&number, "+FLAGS.SILENT (\\Seen)").await?;
                stream.try_collect::<Vec<_>>().await.map(drop)
            }
        }
    };
    // It is stored: a folder that is read-only costs its mark alone.
    if let Err(error) = within(marked).await {
        tracing::warn!(
            error = format!("{error:#}"),
            "a mail that was stored could not be marked or moved"
        );
    }
    Ok(())
}

/// Nothing came: whether somebody removed the mail in between. The library takes a refusal, a farewell and the end of the line for an empty
/// answer too, so the server must be there, say yes, and not list the mail.
async fn gone<S>(session: &mut Session<S>, number: &str) -> Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let there = format!("UID FETCH {number} (FLAGS)");
    within(session.run_command_and_check_ok(there)).await?;
    let listed = within(session.uid_search(format!("UID {number}"))).await?;
    within(session.run_command_and_check_ok("NOOP")).await?;
    if !listed.is_empty() {
        bail!("the server does not give the mail");
    }
    Ok(())
}

/// Waits until the server says that something is new, or a while.
async fn idle<S>(desk: &mut Desk, session: Session<S>) -> Result<Session<S>>
where
    S: AsyncRead + AsyncWrite + Unpin + Debug + Send,
{
    let mut idle = session.idle();
    within(idle.init()).await?;
    {
        let (news, _stop) = idle.wait_with_timeout(IDLE);
        tokio::select! {
            news = news => { news?; }
            _ = desk.end.wait_for(|ended| *ended) => {}
        }
    }
    within(idle.done()).await
}

async fn within<T, E>(command: impl Future<Output = std::result::Result<T, E>>) -> Result<T>
where
    E: std::error::Error + Send + Sync + 'static,
{
    let answered = tokio::time::timeout(PATIENCE, command).await;
    Ok(answered.context("the server does not answer")??)
}
