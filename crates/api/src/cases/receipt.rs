//! A case that comes in: the form of intake in JSON, under the same names.

use app::intake::Road;
use app::submission::PartyKind;
use app::{Executed, Typed};
use procedure::vocabulary::{Channel, Kind, Subject};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::caller::Caller;
use crate::fault::Fault;
use crate::reading::{Answer, Sent, created, versioned};
use crate::wire::{Day, Key};

/// What is known of a case when it comes in.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    pub channel: Key<Channel>,
    /// Complaint, grievance or appeal, in the complainant's own word.
    pub declared_kind: Key<Kind>,
    /// One at least.
    pub subjects: Vec<Key<Subject>>,
    /// What happened.
    pub content: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy_sought: Option<String>,
    /// The first day the content reached anyone here; today where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<Day>,
    /// When somebody here first read it, where that was before now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_on: Option<Day>,
    /// A time of day, `14:05`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anonymous: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party_kind: Option<Key<PartyKind>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representative: Option<String>,
    /// A client or applicant, who alone can appeal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_client: Option<bool>,
    /// The number of an earlier case whose complainant this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons_concerned: Vec<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<bool>,
    /// The body that passed it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forwarder: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_by: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity_withheld: Option<bool>,
    /// The mail of the inbox that becomes this case, with its files.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Uuid>,
    /// Files given before, by their identities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Uuid>,
    /// How a spoken case leaves the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub road: Option<Key<Road>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfaction: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_by: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_contact_reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Receipt {
    /// As the form of the page would have it.
    pub fn typed(&self) -> Typed {
        let value = serde_json::to_value(self).expect("a receipt is plain data");
        let fields = value.as_object().cloned().unwrap_or_default();
        Typed::from_pairs(fields.into_iter().flat_map(|(name, value)| pairs(name, value)))
    }
}

fn pairs(name: String, value: Value) -> Vec<(String, String)> {
    match value {
        Value::String(text) => vec![(name, text)],
        Value::Bool(true) => vec![(name, "yes".to_owned())],
        Value::Array(values) => values
            .into_iter()
            .flat_map(|value| pairs(name.clone(), value))
            .collect(),
        _ => Vec::new(),
    }
}

/// What came of an act.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CaseDone")]
pub struct Done {
    pub number: String,
    /// The version of the case as it stands now; `If-Match` names it.
    pub version: u32,
    pub href: String,
}

impl Done {
    pub fn of(done: &Executed) -> Self {
        let number = done.number.to_string();
        Done {
            href: href(&number),
            version: done.version,
            number,
        }
    }
}

pub fn href(number: &str) -> String {
    format!("{}/cases/{number}", crate::BASE)
}

pub async fn receive(caller: Caller, Sent(receipt): Sent<Receipt>) -> Answer {
    let key = caller.key();
    let done = enter(&caller, &key, &receipt).await?;
    let done = Done::of(&done);
    versioned(created(&done.href, &done), done.version)
}

/// Enters one case, once for this key.
pub async fn enter(caller: &Caller, key: &str, receipt: &Receipt) -> Result<Executed, Fault> {
    let app = caller.app();
    let typed = receipt.typed();
    let intake = app.read_intake(caller.now, caller.person(), key, &typed).await?;
    Ok(app.execute(caller.now, caller.actor(), intake.submission).await?)
}
