//! Who complains, and who passed the complaint on.

use super::fields::*;
use super::reader::Reader;
use crate::NewParty;
use crate::submission::{PartyKind, new_id};
use jiff::civil::Date;
use procedure::PartyId;
use procedure::case::acts::{Complainant, Forwarder, Reach};
use procedure::case::refusal::Problem;
use procedure::vocabulary::Channel;

/// Who complains, and how they can be reached. The chosen party of an earlier case is kept as long as it bears the same name.
pub(super) fn complainant(
    reader: &mut Reader,
    earlier: Option<(PartyId, NewParty)>,
    withheld: bool,
    parties: &mut Vec<(PartyId, NewParty)>,
) -> Complainant {
    let party = NewParty {
        kind: reader.maybe(PARTY_KIND, PartyKind::from_key).unwrap_or_default(),
        name: reader.line(NAME),
        address: reader.line(ADDRESS),
        email: reader.email(EMAIL),
        phone: reader.phone(PHONE),
        representative: reader.line(REPRESENTATIVE),
    };
    let reach = Reach {
        letter: !party.address.is_empty() || !party.email.is_empty(),
        voice: !party.phone.is_empty(),
    };
    let told = !party.name.is_empty() || !party.representative.is_empty() || reach.letter || reach.voice;
    let anonymous = reader.typed.is_checked(ANONYMOUS);
    if anonymous && told {
        reader.say(ANONYMOUS, Problem::Contradicts);
    }
    if !anonymous && party.name.is_empty() && (!withheld || told) && !reader.is_wrong(NAME) {
        reader.say(NAME, Problem::Missing);
    }
    if party.name.is_empty() {
        return Complainant {
            reach,
            ..Complainant::default()
        };
    }
    let same =
        earlier.filter(|(_, known)| store::fold::name_key(&known.name) == store::fold::name_key(&party.name));
    let id = same.map_or_else(|| PartyId(new_id()), |(id, _)| id);
    let represented = !party.representative.is_empty();
    let group = party.kind == PartyKind::Group && !represented;
    parties.push((id, party));
    Complainant {
        party: Some(id),
        reach,
        is_client: reader.typed.is_checked(IS_CLIENT),
        represented,
        group,
    }
}

/// The body that passed the case on, with the day by which it wants a report.
pub(super) fn forwarder(
    reader: &mut Reader,
    channel: Option<Channel>,
    received_on: Option<Date>,
    parties: &mut Vec<(PartyId, NewParty)>,
) -> Option<Forwarder> {
    let name = reader.line(FORWARDER);
    let report_by = reader.day(REPORT_BY);
    let identity_withheld = reader.typed.is_checked(IDENTITY_WITHHELD);
    if let (Some(by), Some(received)) = (report_by, received_on)
        && by < received
    {
        reader.say(REPORT_BY, Problem::BeforeReceipt);
    }
    if name.is_empty() {
        let wanted = channel == Some(Channel::Authority) || report_by.is_some() || identity_withheld;
        if wanted && !reader.is_wrong(FORWARDER) {
            reader.say(FORWARDER, Problem::Missing);
        }
        return None;
    }
    let id = PartyId(new_id());
    let party = NewParty {
        kind: PartyKind::Organisation,
        name,
        ..NewParty::default()
    };
    parties.push((id, party));
    Some(Forwarder {
        party: id,
        report_by,
        identity_withheld,
    })
}
