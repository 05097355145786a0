//! The post of the demo: a few mails that lie in the inbox when somebody first looks.

use anyhow::Result;
use app::App;
use app::inbox::{Arrival, Way};
use jiff::{SignedDuration, Timestamp};

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
