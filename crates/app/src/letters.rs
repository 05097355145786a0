//! The books of letters that go out and come in, kept by the acts that number, send and register them.

use crate::App;
use crate::error::{Result, corrupt};
use crate::office::Office;
use crate::submission::new_id;
use jiff::Timestamp;
use procedure::case::acts::{DispatchLetter, NumberLetter, RecordIncoming};
use procedure::case::refusal::{Invalid, Problem};
use procedure::vocabulary::Role;
use procedure::{Case, Desk};
use store::cases::CaseRow;
use store::letters::{IncomingDocument, OutgoingDocument};
use store::{Conn, On};

impl App {
    /// The next number of the outgoing sequence of this year, to suggest it.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn next_letter(&self, now: Timestamp) -> Result<u32> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let year = office.desk(now).today.year();
                let next = store::series::peek(conn, office.id(), "outgoing", year).await?;
                u32::try_from(next).map_err(corrupt)
            })
            .await
    }
}

/// The number is entered in the one outgoing sequence; unique for its year and symbol (Nghị định 30/2020, art. 15).
pub(crate) async fn number(
    conn: &mut Conn,
    office: &Office,
    desk: &Desk<'_>,
    case: &Case,
    said: &NumberLetter,
) -> Result<()> {
    let year = desk.today.year();
    let number = i64::from(said.number);
    if store::letters::is_taken(conn, office.id(), year, &said.symbol, number).await? {
        return Err(vec![Invalid::new("number", Problem::AlreadyUsed)].into());
    }
    let letter = case.letter_in_hand();
    let parts = letter.and_then(|letter| letter.said.as_ref());
    let words = |text: Option<uuid::Uuid>, known: &[store::texts::Text]| -> String {
        let found = text.and_then(|id| known.iter().find(|text| text.id == id));
        found.and_then(|text| text.body.clone()).unwrap_or_default()
    };
    let known = store::texts::of_stream(conn, case.id.0).await?;
    let signer = letter
        .and_then(|l| l.signed.as_ref())
        .map(|signature| office.name(signature.by).to_owned());
    let row = OutgoingDocument {
        id: new_id(),
        organisation_id: office.id(),
        year: i64::from(year),
        symbol: said.symbol.clone(),
        number,
        dated_on: On(desk.today),
        summary: words(parts.map(|p| p.subject_line.id.0), &known),
        signer: signer.unwrap_or_default(),
        recipient: words(parts.map(|p| p.addressee.id.0), &known),
        kept_by: kept_by(&said.symbol),
        copies: 1,
        dispatched_on: None,
        sent_by: String::new(),
        tracking: String::new(),
        note: String::new(),
        case_id: Some(case.id.0),
        letter_id: None,
        voided: false,
    };
    store::letters::put_outgoing(conn, &row).await?;
    store::series::pass(conn, office.id(), "outgoing", year, number).await?;
    Ok(())
}

/// Where the copies are: with the registry (VT) and the unit that wrote, as the symbol ends.
pub(crate) fn kept_by(symbol: &str) -> String {
    match symbol.rsplit_once('-') {
        Some((_, unit)) if !unit.trim().is_empty() => format!("VT, {}", unit.trim()),
        _ => "VT".to_owned(),
    }
}

/// A letter left the house, for the first time or again because it came back.
pub(crate) async fn dispatch(
    conn: &mut Conn,
    desk: &Desk<'_>,
    case: &Case,
    said: &DispatchLetter,
    tracking: &str,
) -> Result<()> {
    let Some((number, symbol, on)) = case.letter_to_dispatch().and_then(|letter| letter.number.clone())
    else {
        return Ok(());
    };
    for mut row in store::letters::outgoing_of_case(conn, case.id.0).await? {
        let same =
            row.number == i64::from(number) && row.symbol == symbol && row.year == i64::from(on.year());
        if same {
            row.dispatched_on = Some(On(desk.today));
            row.sent_by = said.way.key().to_owned();
            row.tracking = tracking.to_owned();
            store::letters::put_outgoing(conn, &row).await?;
        }
    }
    Ok(())
}

/// Whose document it is: of whoever passed the case on, else the complainant's.
async fn author(conn: &mut Conn, case: &Case, row: Option<&CaseRow>) -> Result<String> {
    if let Some(forwarder) = &case.forwarder
        && let Some(party) = store::parties::current(conn, forwarder.party.0).await?
    {
        return Ok(party.name);
    }
    Ok(row.map(|row| row.complainant_name.clone()).unwrap_or_default())
}

/// To whom the registry passes it on: QMR, or whoever stands in for QMR in this case (B1.2).
fn receiver(office: &Office, desk: &Desk<'_>, case: &Case) -> String {
    let stand_in = case.stand_ins.get(&Role::Qmr).map(|it| it.person);
    let qmr = || desk.staff.holders(Role::Qmr, desk.today).next();
    let person = stand_in.or_else(qmr);
    person
        .map(|person| office.name(person).to_owned())
        .unwrap_or_default()
}

/// The complainant's letter in the register of incoming documents.
pub(crate) async fn incoming(
    conn: &mut Conn,
    office: &Office,
    desk: &Desk<'_>,
    case: &Case,
    said: &RecordIncoming,
) -> Result<()> {
    let row = store::cases::row_of(conn, case.id.0).await?;
    let document = IncomingDocument {
        id: new_id(),
        organisation_id: office.id(),
        year: i64::from(said.arrived_on.year()),
        number: i64::from(said.incoming_number),
        arrived_on: On(said.arrived_on),
        author: author(conn, case, row.as_ref()).await?,
        symbol: String::new(),
        dated_on: None,
        summary: row.map(|row| row.summary).unwrap_or_default(),
        receiver: receiver(office, desk, case),
        transferred_on: Some(On(desk.today)),
        note: String::new(),
        case_id: Some(case.id.0),
    };
    match store::letters::put_incoming(conn, &document).await {
        Err(store::Error::Taken(_)) => {
            Err(vec![Invalid::new("incoming_number", Problem::AlreadyUsed)].into())
        }
        other => Ok(other?),
    }
}
