//! What a page, a request or an import hands in: acts, the texts and parties they speak of, and the key that makes them happen once.

use procedure::case::acts::Act;
use procedure::{CaseId, FileRef, PartyId, TextId, TextRef};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The one place outside the process itself that makes identities: UUIDv7, so that rows lie in the order of their making.
pub fn new_id() -> Uuid {
    Uuid::now_v7()
}

/// Random bytes for salts and tokens.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A text somebody wrote, before it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewText {
    pub id: Uuid,
    pub salt: [u8; 16],
    pub body: String,
}

/// The texts of a submission: each becomes a reference that the history can hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(pub Vec<NewText>);

impl Texts {
    /// Takes a text in and answers with its reference: identity and SHA-256 of salt and bytes.
    pub fn add(&mut self, body: impl Into<String>) -> TextRef {
        let text = NewText {
            id: new_id(),
            salt: random(),
            body: body.into(),
        };
        let sha256 = text_digest(&text.salt, &text.body);
        let id = TextId(text.id);
        self.0.push(text);
        TextRef { id, sha256 }
    }

    pub fn get(&self, id: TextId) -> Option<&str> {
        self.0
            .iter()
            .find(|text| text.id == id.0)
            .map(|text| text.body.as_str())
    }
}

/// Hex SHA-256 of salt and bytes: what the history keeps of a text.
pub fn text_digest(salt: &[u8], body: &str) -> String {
    hex(&Sha256::new()
        .chain_update(salt)
        .chain_update(body.as_bytes())
        .finalize())
}

/// Hex SHA-256 of everything that a file holds.
///
/// # Errors
/// What the disk says.
pub fn digest_of(from: &mut impl std::io::Read) -> std::io::Result<String> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; 64 << 10];
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(&piece[..read]);
    }
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// A complainant, client or authority as typed at the counter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewParty {
    pub kind: PartyKind,
    pub name: String,
    pub address: String,
    pub email: String,
    pub phone: String,
    pub representative: String,
}

impl From<&store::parties::Party> for NewParty {
    fn from(row: &store::parties::Party) -> Self {
        NewParty {
            kind: PartyKind::from_key(&row.kind).unwrap_or_default(),
            name: row.name.clone(),
            address: row.address.clone(),
            email: row.email.clone(),
            phone: row.phone.clone(),
            representative: row.representative.clone(),
        }
    }
}

#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum PartyKind {
    #[default]
    Person,
    Organisation,
    Group,
}

impl PartyKind {
    pub const ALL: &[PartyKind] = &[PartyKind::Person, PartyKind::Organisation, PartyKind::Group];

    pub const fn key(self) -> &'static str {
        match self {
            PartyKind::Person => "person",
            PartyKind::Organisation => "organisation",
            PartyKind::Group => "group",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}

/// Acts to be done together or not at all, once.
#[derive(Clone, Debug, Default)]
pub struct Submission {
    /// Absent for a case that is received now.
    pub case: Option<CaseId>,
    /// The version of the case that the person looked at; absent when that does not matter.
    pub seen: Option<u32>,
    /// The idempotency key of the form or request; the same key does an act once.
    pub key: String,
    pub acts: Vec<Act>,
    pub texts: Texts,
    pub parties: Vec<(PartyId, NewParty)>,
    /// The mail in which this came: it belongs to the case from then on.
    pub mail: Option<crate::inbox::Linked>,
}

impl Submission {
    /// What was sent, whatever identities were made for it: the same form sent twice has the same digest.
    pub(crate) fn digest(&self) -> Vec<u8> {
        let mut said = serde_json::to_string(&self.acts).unwrap_or_default();
        for text in &self.texts.0 {
            said = said.replace(&text_digest(&text.salt, &text.body), &text.body);
            said = said.replace(&text.id.to_string(), "");
        }
        for (id, party) in &self.parties {
            said = said.replace(&id.to_string(), &format!("{party:?}"));
        }
        for act in &self.acts {
            if let Act::OpenCorrectiveAction(open) = act {
                said = said.replace(&open.action.to_string(), "");
            }
            // The same file sent twice is stored twice; what it says is its digest.
            for file in files(act) {
                said = said.replace(&file.id.to_string(), "");
            }
        }
        let case = self.case.map(|case| case.to_string()).unwrap_or_default();
        let mail = self.mail.as_ref().map(|linked| linked.mail.to_string());
        Sha256::new()
            .chain_update(case)
            .chain_update(mail.unwrap_or_default())
            .chain_update(said)
            .finalize()
            .to_vec()
    }
}

/// The files that an act speaks of.
fn files(act: &Act) -> &[FileRef] {
    match act {
        Act::Receive(said) => &said.documents,
        Act::AddEvidence(said) => &said.documents,
        Act::HearFromComplainant(said) => &said.documents,
        Act::SignLetter(said) => &said.documents,
        Act::RecordGoverningLetter(said) => &said.documents,
        _ => &[],
    }
}

/// The identity of something new that is made under a key: the same person and key give the same one.
pub fn id_for(person: procedure::PersonId, key: &str) -> Uuid {
    let hash = Sha256::new()
        .chain_update(person.0.as_bytes())
        .chain_update(key.as_bytes())
        .finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
