//! The one writer of a SQLite database: acts queue up, share a transaction, and are answered after its commit.
//!
//! The writer owns the only connection that writes. It lends it to one act at a time; the act runs in its
//! caller's own task, so it may borrow what it likes, and a panic or a dropped future there ends in that act
//! being undone. Up to `GROUP` acts share one commit, each but the first inside a savepoint: the first needs
//! none, because undoing it is undoing the transaction.

use sqlx::sqlite::SqliteQueryResult;
use sqlx::{Executor, Sqlite, SqlitePool, Transaction};
use tokio::sync::{mpsc, oneshot};

use super::lent::{Lent, Slot};
use crate::error::Error;

/// How many acts share one commit at most.
const GROUP: usize = 64;
/// How many acts may wait for their turn before their callers wait to queue.
const QUEUE: usize = 1024;

pub(super) struct Writer {
    queue: mpsc::Sender<Request>,
    pool: SqlitePool,
}

/// An act that waits for its turn. The pair is given back by dropping it, connection first.
type Request = oneshot::Sender<Result<(Lent<Sqlite>, Loan), Error>>;

/// Tells an act what became of the commit it was part of.
type Told = oneshot::Sender<Result<(), Error>>;

/// The claim on a lent connection: kept, undone, or dropped, which is undone.
pub(super) struct Loan {
    slot: Slot<Sqlite>,
    back: Option<oneshot::Sender<Returned>>,
}

struct Returned {
    transaction: Option<Transaction<'static, Sqlite>>,
    verdict: Verdict,
    told: Told,
}

#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Keep,
    Undo,
}

impl Writer {
    /// Starts the writer on a pool of exactly one connection; it ends when the last `Writer` is dropped.
    pub(super) fn start(pool: SqlitePool) -> Writer {
        let (queue, requests) = mpsc::channel(QUEUE);
        tokio::spawn(serve(pool.clone(), requests));
        Writer { queue, pool }
    }

    /// Waits for this act's turn.
    pub(super) async fn borrow(&self) -> Result<(Lent<Sqlite>, Loan), Error> {
        let (turn, granted) = oneshot::channel();
        self.queue.send(turn).await.map_err(|_| Error::Closed)?;
        granted
            .await
            .map_err(|_| Error::NotCommitted("the group ended before this act's turn".to_owned()))?
    }

    pub(super) async fn close(&self) {
        self.pool.close().await;
    }
}

impl Loan {
    /// The act is to be kept: returns when its group is committed.
    pub(super) async fn keep(self) -> Result<(), Error> {
        self.give_back(Verdict::Keep).await
    }

    /// The act is to be undone: returns when the acts it may have seen are committed.
    pub(super) async fn undo(self) -> Result<(), Error> {
        self.give_back(Verdict::Undo).await
    }

    async fn give_back(mut self, verdict: Verdict) -> Result<(), Error> {
        let told = self.send(verdict).ok_or(Error::Closed)?;
        told.await.map_err(|_| Error::Closed)?
    }

    fn send(&mut self, verdict: Verdict) -> Option<oneshot::Receiver<Result<(), Error>>> {
        let back = self.back.take()?;
        let (told, answer) = oneshot::channel();
        let transaction = self.slot.take();
        let returned = Returned {
            transaction,
            verdict,
            told,
        };
        back.send(returned).ok().map(|()| answer)
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        self.send(Verdict::Undo);
    }
}

async fn serve(pool: SqlitePool, mut requests: mpsc::Receiver<Request>) {
    while let Some(first) = requests.recv().await {
        let mut told = Vec::new();
        let outcome = serve_group(&pool, first, &mut requests, &mut told).await;
        if let Err(error) = &outcome {
            tracing::warn!(error = %error, acts = told.len(), "a group of acts was not committed");
        }
        for act in told {
            // Whoever no longer listens has dropped the act after handing it in: it stands or falls all the same.
            let _ = act.send(outcome.clone());
        }
    }
}

/// Serves acts until the queue is empty or the group is full, then commits. An error means nothing was kept.
async fn serve_group(
    pool: &SqlitePool,
    first: Request,
    requests: &mut mpsc::Receiver<Request>,
    told: &mut Vec<Told>,
) -> Result<(), Error> {
    let mut transaction = match pool.begin_with("BEGIN IMMEDIATE").await {
        Ok(transaction) => transaction,
        Err(error) => {
            let error = Error::from(error);
            let _ = first.send(Err(error.clone()));
            return Err(error);
        }
    };
    let mut next = Some(first);
    let mut savepoint = Savepoint::None;
    for served in 1.. {
        let Some(request) = next.take() else { break };
        let returned = lend(transaction, request).await?;
        told.push(returned.told);
        transaction = returned
            .transaction
            .ok_or_else(|| Error::NotCommitted("an act kept its connection".to_owned()))?;
        match (returned.verdict, savepoint) {
            (Verdict::Keep, _) => {}
            // The first act of a group is undone with its transaction, and the group ends with it.
            (Verdict::Undo, Savepoint::None) => {
                transaction.rollback().await?;
                return Ok(());
            }
            (Verdict::Undo, Savepoint::Used | Savepoint::Fresh) => {
                transaction.execute("ROLLBACK TO act").await?;
                savepoint = Savepoint::Fresh;
            }
        }
        if served < GROUP {
            next = requests.try_recv().ok();
        }
        if next.is_some() {
            match savepoint {
                Savepoint::None => transaction.execute("SAVEPOINT act").await?,
                Savepoint::Used => transaction.execute("RELEASE act; SAVEPOINT act").await?,
                Savepoint::Fresh => SqliteQueryResult::default(),
            };
            savepoint = Savepoint::Used;
        }
    }
    transaction.commit().await?;
    Ok(())
}

/// The savepoint that an act is undone to.
#[derive(Clone, Copy)]
enum Savepoint {
    /// There is none yet: the first act is undone to the beginning of the transaction.
    None,
    /// An act has been lent the connection since.
    Used,
    /// What came after it has been undone, so that it serves the next act too.
    Fresh,
}

/// Lends the connection to one act and waits until it is back, whether or not anyone was there to take it.
async fn lend(transaction: Transaction<'static, Sqlite>, request: Request) -> Result<Returned, Error> {
    let (lent, slot) = Lent::returning(transaction);
    let (back, returned) = oneshot::channel();
    let loan = Loan {
        slot,
        back: Some(back),
    };
    // A caller that is gone drops the pair here, which gives the connection back as undone.
    drop(request.send(Ok((lent, loan))));
    returned
        .await
        .map_err(|_| Error::NotCommitted("an act lost its connection".to_owned()))
}
