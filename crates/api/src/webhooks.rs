//! The carrier: takes what waits to be told, signs it by the convention of Standard Webhooks, and brings it to its address.

mod address;
mod post;
mod signature;

use app::App;
use app::webhooks::{Answered, Waiting};
use jiff::Timestamp;

pub use post::Carrier;
pub use signature::sign;

use crate::site::Clock;

/// Delivers every message that is due; answers how many were tried.
///
/// # Errors
/// A failure of storage; what cannot be delivered is written down and is no error.
pub async fn deliver_waiting(app: &App, clock: &Clock, carrier: &Carrier) -> Result<usize, app::Error> {
    let waiting = app.messages_to_deliver(clock()).await?;
    let count = waiting.len();
    // Side by side, so that one system that does not answer keeps no other waiting.
    let mut under_way = tokio::task::JoinSet::new();
    for one in waiting {
        let (carrier, at) = (carrier.clone(), clock());
        under_way.spawn(async move { (carry(&carrier, &one, at).await, one) });
    }
    while let Some(carried) = under_way.join_next().await {
        let Ok((answered, one)) = carried else { continue };
        app.message_answered(clock(), &one.delivery, &answered).await?;
    }
    Ok(count)
}

async fn carry(carrier: &Carrier, one: &Waiting, at: Timestamp) -> Answered {
    let id = one.delivery.id.to_string();
    let seconds = at.as_second();
    let Some(signature) = sign(&one.secret, &id, seconds, &one.delivery.payload) else {
        return Answered::Failed("api-webhooks-failed-secret");
    };
    let headers = [
        ("webhook-id", id),
        ("webhook-timestamp", seconds.to_string()),
        ("webhook-signature", signature),
    ];
    match carrier
        .post(&one.url, &headers, one.delivery.payload.clone())
        .await
    {
        Ok(status) => Answered::Status(status),
        Err(why) => {
            let (key, said) = (why.key(), why.said());
            tracing::info!(webhook.delivery = %one.delivery.id, why = key, error = said, "a message was not delivered");
            Answered::Failed(key)
        }
    }
}
