//! What acts of a case have mailed: a letter that is dispatched by e-mail, what somebody is told by e-mail, and that something new lies
//! on the public page.

use super::{Content, NewMail, Purpose, duty, enqueue};
use crate::Office;
use crate::error::Result;
use jiff::Timestamp;
use procedure::case::Letter;
use procedure::vocabulary::DispatchWay;
use procedure::{Act, Case, PartyId, TextId};
use store::Conn;
use store::parties::Party;
use uuid::Uuid;

/// Enqueues what an act has mailed, in the act's transaction.
pub(crate) async fn of_act(
    conn: &mut Conn,
    office: &Office,
    case: &Case,
    act: &Act,
    now: Timestamp,
) -> Result<()> {
    let enqueued = match act {
        Act::DispatchLetter(said) if said.way == DispatchWay::Email => match case.letter_to_dispatch() {
            Some(letter) => dispatched(conn, case, letter, now).await?,
            None => return Ok(()),
        },
        Act::DispatchLetter(said) if said.way == DispatchWay::Portal => match case.letter_to_dispatch() {
            Some(letter) => point(conn, case, &dispatch_key(case, letter), now).await?,
            None => return Ok(()),
        },
        act => match told(case, act) {
            Some((told, DispatchWay::Email)) => tell(conn, case, &told, now).await?,
            Some((told, DispatchWay::Portal)) if told.has_news => {
                point(conn, case, &told.words.to_string(), now).await?
            }
            _ => return Ok(()),
        },
    };
    // One without an address fails at once.
    for id in enqueued {
        duty::rewrite(conn, office, id, now).await?;
    }
    Ok(())
}

/// Somebody is told something.
struct Told {
    /// For the complainant, who has not just read it: the receipt of the public form stood before him.
    has_news: bool,
    purpose: Purpose,
    words: TextId,
    to: Option<PartyId>,
}

fn told(case: &Case, act: &Act) -> Option<(Told, DispatchWay)> {
    let complainant = case.complainant.party;
    let client = case.participants.as_ref().and_then(|it| it.client);
    let forwarder = case.forwarder.as_ref().map(|it| it.party);
    let (purpose, words, way, to) = match act {
        Act::Acknowledge(said) => (Purpose::Acknowledgement, &said.words, said.way, complainant),
        Act::TellExtension(said) => (Purpose::Extension, &said.words, said.way, complainant),
        Act::TellProgress(said) => (Purpose::Progress, &said.words, said.way, complainant),
        Act::TellAffectedClient(said) => (Purpose::ToClient, &said.words, said.way, client),
        Act::WriteToComplainant(said) => (Purpose::Message, &said.words, said.way, complainant),
        Act::ReportToForwarder(said) => (Purpose::Message, &said.words, said.way, forwarder),
        _ => return None,
    };
    let told = Told {
        has_news: to.is_some() && to == complainant && purpose != Purpose::Acknowledgement,
        purpose,
        words: words.id,
        to: to.or(forwarder.filter(|_| purpose != Purpose::ToClient)),
    };
    way.map(|way| (told, way))
}

async fn dispatched(conn: &mut Conn, case: &Case, letter: &Letter, now: Timestamp) -> Result<Vec<Uuid>> {
    let mut enqueued = Vec::new();
    let withheld = case.forwarder.as_ref().filter(|it| it.identity_withheld);
    let to = withheld.map(|it| it.party).or(case.complainant.party);
    for (address, name) in addresses(conn, to).await? {
        let key = format!(
            "letter:{}:{}:{}",
            case.id,
            dispatch_key(case, letter),
            store::outbox::address_key(&address)
        );
        let content = Content::Letter {
            letter: Box::new(letter.clone()),
        };
        let mail = NewMail {
            name,
            case: Some(case.id),
            ..NewMail::new(key, Purpose::Letter, address, content)
        };
        enqueued.extend(enqueue(conn, &mail, now).await?);
    }
    Ok(enqueued)
}

/// Names one dispatch of a letter: what came back and goes out again is another.
fn dispatch_key(case: &Case, letter: &Letter) -> String {
    let number = letter.number.as_ref();
    let number = number.map_or_else(String::new, |(number, symbol, on)| {
        format!("{number}/{symbol}/{on}")
    });
    let again = letter
        .dispatched
        .map_or_else(String::new, |_| format!("/{}", case.version));
    format!("{}:{number}{again}", letter.digest)
}

async fn tell(conn: &mut Conn, case: &Case, told: &Told, now: Timestamp) -> Result<Vec<Uuid>> {
    let mut enqueued = Vec::new();
    for (address, name) in addresses(conn, told.to).await? {
        let key = format!("told:{}:{}", told.words, store::outbox::address_key(&address));
        let mail = NewMail {
            name,
            case: Some(case.id),
            ..NewMail::new(key, told.purpose, address, Content::Told { words: told.words })
        };
        enqueued.extend(enqueue(conn, &mail, now).await?);
    }
    Ok(enqueued)
}

/// Who complained and gave an address hears that something new lies on the public page, and nothing of what it says.
async fn point(conn: &mut Conn, case: &Case, what: &str, now: Timestamp) -> Result<Vec<Uuid>> {
    let mut enqueued = Vec::new();
    for (address, name) in addresses(conn, case.complainant.party).await? {
        if address.is_empty() {
            continue;
        }
        let key = format!(
            "on-portal:{}:{what}:{}",
            case.id,
            store::outbox::address_key(&address)
        );
        let mail = NewMail {
            name,
            case: Some(case.id),
            ..NewMail::new(key, Purpose::Portal, address, Content::OnPortal)
        };
        enqueued.extend(enqueue(conn, &mail, now).await?);
    }
    Ok(enqueued)
}

/// Every address of a party, with its name: a group may have several (§2). One without any gets a mail that cannot be sent, which
/// people see.
async fn addresses(conn: &mut Conn, party: Option<PartyId>) -> Result<Vec<(String, String)>> {
    let party: Option<Party> = match party {
        Some(party) => store::parties::current(conn, party.0).await?,
        None => None,
    };
    let (emails, name) = party.map(|party| (party.email, party.name)).unwrap_or_default();
    let split = emails.split([',', ';', ' ', '\n']).map(str::trim);
    let mut found: Vec<(String, String)> = split
        .filter(|address| !address.is_empty())
        .map(|address| (address.to_owned(), name.clone()))
        .collect();
    if found.is_empty() {
        found.push((String::new(), name));
    }
    Ok(found)
}
