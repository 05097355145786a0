//! The post of the demo: a few mails that lie in the inbox when somebody first looks, and what became of those that acts sent.

use anyhow::Result;
use app::App;
use app::inbox::{Arrival, Way};
use app::outbox::{Decision, Outcome, State};
use jiff::{SignedDuration, Timestamp};
use procedure::PersonId;

/// So many hours ago, this mail.
const MAILS: [(i64, &str); 4] = [
    (50, include_str!("data/mails/1.eml")),
    (20, include_str!("data/mails/2.eml")),
    (3, include_str!("data/mails/3.eml")),
    (2, include_str!("data/mails/4.eml")),
];

/// Takes every mail in, at its hour. Nobody is told: the addresses are nobody's.
pub async fn arrive(app: &App, now: Timestamp) -> Result<()> {
    for (hours, mail) in MAILS {
        let arrival = Arrival {
            at: now - SignedDuration::from_hours(hours),
            way: Way::Imap,
            notice: None,
        };
        app.receive_mail(now, arrival, mail.as_bytes().to_vec()).await?;
    }
    Ok(())
}

/// The domain of the centre.
const DOMAIN: &str = "songhong.example";
/// What a mail server says.
const TAKEN: &str = "250 2.0.0 Ok";
/// What the registry did with a letter that could not be mailed.
const ON_PAPER: &str = include_str!("data/on-paper.txt");
/// More than are mailed in a day.
const MANY: i64 = 50;

/// What acts have mailed leaves, as where a mail server takes it; in the demo none is asked, because the addresses are nobody's.
pub async fn leave(app: &App, at: Timestamp) -> Result<()> {
    while let Some(mail) = app.take_up_mail(at).await? {
        app.name_mail(&mail, DOMAIN, "").await?;
        if app.mail_is_handed_over(at, &mail, &[]).await? {
            let outcome = Outcome::Sent(TAKEN.to_owned());
            app.mail_settled(at, &mail, &outcome).await?;
        }
    }
    Ok(())
}

/// The registry decides on the next day about what could not be mailed.
pub async fn decide(app: &App, at: Timestamp, registry: PersonId) -> Result<()> {
    for mail in app.outbox(at, registry, State::Failed, None, MANY).await? {
        let decision = Decision::GiveUp;
        app.decide_mail(at, registry, mail.id, decision, ON_PAPER).await?;
    }
    Ok(())
}
