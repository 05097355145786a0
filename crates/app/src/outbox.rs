//! Mail that goes out. Whoever acts enqueues it in the act's own transaction, under a key, so that one thing is mailed once;
//! a worker composes it and hands it to the mail server.

mod desk;
mod duty;
pub(crate) mod letters;
mod sending;

pub(crate) use desk::of_case;
pub use desk::{Decision, Post, may_keep};
pub use duty::SETTLE;
pub(crate) use duty::owed;
pub(crate) use sending::KEPT;
pub use sending::{Outcome, Taken, came_back};

use crate::error::Result;
use crate::record::canonical;
use crate::submission::{hex, new_id, random};
use jiff::Timestamp;
use procedure::case::Letter;
use procedure::{CaseId, DocumentId, PersonId, TextId};
use serde::{Deserialize, Serialize};
use store::Conn;
use uuid::Uuid;

/// What a mail is for: it decides what is done when nobody knows whether the server has it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// A letter that was signed, numbered and dispatched.
    Letter,
    Acknowledgement,
    Promise,
    Progress,
    Extension,
    /// To the certified client.
    ToClient,
    /// That a mail arrived, before anybody has read it.
    ArrivalNotice,
    /// Words of staff to the complainant.
    Message,
    /// What the portal says to whoever used it.
    Portal,
    Reminder,
    Digest,
    /// To staff about the product itself.
    Notice,
}

impl Purpose {
    pub const ALL: &[Purpose] = &[
        Purpose::Letter,
        Purpose::Acknowledgement,
        Purpose::Promise,
        Purpose::Progress,
        Purpose::Extension,
        Purpose::ToClient,
        Purpose::ArrivalNotice,
        Purpose::Message,
        Purpose::Portal,
        Purpose::Reminder,
        Purpose::Digest,
        Purpose::Notice,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Purpose::Letter => "letter",
            Purpose::Acknowledgement => "acknowledgement",
            Purpose::Promise => "promise",
            Purpose::Progress => "progress",
            Purpose::Extension => "extension",
            Purpose::ToClient => "to_client",
            Purpose::ArrivalNotice => "arrival_notice",
            Purpose::Message => "message",
            Purpose::Portal => "portal",
            Purpose::Reminder => "reminder",
            Purpose::Digest => "digest",
            Purpose::Notice => "notice",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|purpose| purpose.key() == key)
    }

    /// Whether it does no harm when it arrives twice, and more when it never does.
    pub const fn may_come_twice(self) -> bool {
        match self {
            Purpose::Reminder | Purpose::Digest | Purpose::Notice | Purpose::ArrivalNotice => true,
            Purpose::Letter
            | Purpose::Acknowledgement
            | Purpose::Promise
            | Purpose::Progress
            | Purpose::Extension
            | Purpose::ToClient
            | Purpose::Message
            | Purpose::Portal => false,
        }
    }
}

/// How far a mail is.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Queued,
    Sending,
    Sent,
    /// Refused for good, or tried for too long: waits for somebody to decide.
    Failed,
    /// The address is mailed nothing.
    Suppressed,
    /// The connection ended between the last word and the answer: waits for somebody to decide.
    Unsure,
    /// Somebody decided that it is not sent.
    GivenUp,
}

impl State {
    pub const ALL: &[State] = &[
        State::Queued,
        State::Sending,
        State::Sent,
        State::Failed,
        State::Suppressed,
        State::Unsure,
        State::GivenUp,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            State::Queued => "queued",
            State::Sending => "sending",
            State::Sent => "sent",
            State::Failed => "failed",
            State::Suppressed => "suppressed",
            State::Unsure => "unsure",
            State::GivenUp => "given_up",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|state| state.key() == key)
    }
}

/// Whether a machine speaks of its own accord (RFC 3834, section 5): such mail is never answered by machines.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum AutoSubmitted {
    /// A person acted; the machine only carries it.
    #[default]
    No,
    Generated,
    Replied,
}

impl AutoSubmitted {
    pub const fn key(self) -> &'static str {
        match self {
            AutoSubmitted::No => "no",
            AutoSubmitted::Generated => "auto-generated",
            AutoSubmitted::Replied => "auto-replied",
        }
    }

    fn word(key: &str) -> &'static str {
        let known = [AutoSubmitted::Generated, AutoSubmitted::Replied];
        let found = known.into_iter().find(|it| it.key() == key);
        found.unwrap_or_default().key()
    }
}

/// What a mail says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "snake_case")]
pub enum Content {
    /// Words that are ready, in the language of the reader.
    Words {
        subject: String,
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        html: Option<String>,
    },
    /// A letter as it left the house; set as it is sent, with its file.
    Letter { letter: Box<Letter> },
    /// The letter that an act sent whose words these are.
    Told { words: TextId },
    /// That something new lies on the public page of the case.
    OnPortal,
    /// Reminders of one person.
    Reminders { ids: Vec<Uuid> },
}

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail {
    /// The same key is mailed once, whatever happens. Name the thing: `letter:{case}:{digest}`.
    pub key: String,
    pub purpose: Purpose,
    pub address: String,
    pub name: String,
    /// `vi` or `en`.
    pub lang: String,
    pub content: Content,
    /// Stored documents that go along.
    pub attachments: Vec<DocumentId>,
    /// Answers to it belong to this case.
    pub case: Option<CaseId>,
    /// The member of staff to whom it goes.
    pub person: Option<PersonId>,
    /// The Message-ID of the mail that it answers.
    pub in_reply_to: Option<String>,
    /// Message-IDs before that, oldest first. Mails of ours in the same case are added by themselves.
    pub references: Vec<String>,
    pub auto_submitted: AutoSubmitted,
}

impl NewMail {
    /// A mail with words that are ready, in Vietnamese, that belongs to no case.
    pub fn new(
        key: impl Into<String>,
        purpose: Purpose,
        address: impl Into<String>,
        content: Content,
    ) -> NewMail {
        NewMail {
            key: key.into(),
            purpose,
            address: address.into(),
            name: String::new(),
            lang: "vi".to_owned(),
            content,
            attachments: Vec::new(),
            case: None,
            person: None,
            in_reply_to: None,
            references: Vec::new(),
            auto_submitted: AutoSubmitted::No,
        }
    }
}

/// The longest address that mail can be sent to (RFC 5321, 4.5.3.1.3).
const LONGEST_ADDRESS: usize = 254;

/// Whether something is one address that mail can be sent to, as a form should check it.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let plain =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, ',' | ';' | '<' | '>' | '"' | '@');
    let label = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    text.len() <= LONGEST_ADDRESS
        && !local.is_empty()
        && local.len() <= 64
        && text.replacen('@', "", 1).chars().all(plain)
        && domain.split('.').all(label)
}

/// Enqueues a mail in the transaction of whoever acts; `None` when its key was enqueued before.
///
/// What cannot be an address is no error: the mail waits as failed where people see it, so that nothing is lost in silence.
///
/// # Errors
/// A failure of storage.
pub async fn enqueue(conn: &mut Conn, mail: &NewMail, now: Timestamp) -> Result<Option<Uuid>> {
    let id = new_id();
    let address = mail.address.trim();
    let (state, answer) = if is_address(address) {
        (State::Queued, "")
    } else {
        (State::Failed, NO_ADDRESS)
    };
    // Only what belongs to a case can be answered into it.
    let token = mail.case.map(|_| hex(&random::<12>()));
    let references = mail.references.join(" ");
    let row = store::outbox::NewMail {
        id,
        key: &mail.key,
        purpose: mail.purpose.key(),
        case_id: mail.case.map(|case| case.0),
        person_id: mail.person.map(|person| person.0),
        address,
        name: mail.name.trim(),
        lang: &mail.lang,
        content: &canonical(&mail.content),
        attachments: &canonical(&mail.attachments),
        in_reply_to: mail.in_reply_to.as_deref().unwrap_or_default(),
        refers_to: &references,
        auto_submitted: mail.auto_submitted.key(),
        reply_token: token.as_deref(),
        state: state.key(),
        answer,
    };
    let is_new = store::outbox::enqueue(conn, &row, now).await?;
    Ok(is_new.then_some(id))
}

/// The answer of a mail whose address can be none, by a key of the messages.
pub const NO_ADDRESS: &str = "outbox-no-address";
/// The answer of a mail that waited for so long that it may have gone another way.
pub const TOO_OLD: &str = "outbox-too-old";
/// The answer of a mail whose matter was settled before it was sent.
pub const NEEDLESS: &str = "outbox-needless";
/// The answer where the server takes no address with letters beyond ASCII (RFC 6531).
pub const NO_SMTPUTF8: &str = "outbox-no-smtputf8";
/// The answer where the server took too long.
pub const NO_ANSWER: &str = "outbox-no-answer";
/// The answer where this product was stopped while the server was given the mail.
pub const STOPPED: &str = "outbox-stopped";
/// The answer where another sender has the mail by now.
pub const CLAIM_LOST: &str = "outbox-claim-lost";
/// The answer where storage failed; what failed stands in the log.
pub const FAILED_HERE: &str = "outbox-failed-here";
/// The answer where the mail cannot be put into bytes; why stands in the log.
pub const UNWRITABLE: &str = "outbox-unwritable";
/// Why an address is mailed nothing: its mail came back for good.
pub const BOUNCED: &str = "bounced";
/// Why an address is mailed nothing: whoever it belongs to asked.
pub const ASKED: &str = "asked";
