//! What a form of the case offers to choose from: people, units, parties, measures; barred ones with the reason.

use app::view::CaseView;
use i18n::Texts;
use procedure::case::fields::Keys;
use procedure::independence::{allows, bar};
use procedure::obligations::s12::Sight;
use procedure::vocabulary::Role;
use procedure::{ActKind, PersonId};

use crate::visit::Me;
use crate::words::word;

/// One thing to choose, owned by the form that is being made.
pub(super) struct Offer {
    pub value: String,
    pub label: String,
    pub barred: Option<String>,
}

impl Offer {
    fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            barred: None,
        }
    }
}

pub(super) fn keys(t: &'static Texts, vocabulary: &str, keys: Keys) -> Vec<Offer> {
    (keys.0)()
        .into_iter()
        .map(|key| Offer::new(key, word(t, vocabulary, key)))
        .collect()
}

/// Active staff by name with their position; whoever may not take this part is shown with the fact that bars them.
pub(super) fn people(me: &Me, view: &CaseView, kind: ActKind, field: &str) -> Vec<Offer> {
    let t = me.t();
    let desk = view.office.desk(view.now);
    let mut rows: Vec<_> = view
        .office
        .people
        .values()
        .filter(|person| person.active)
        .collect();
    rows.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
    let mut found = Vec::new();
    for row in rows {
        let person = PersonId(row.id);
        let roles = desk.staff.roles_of(person, desk.today);
        // External people and pure administrators take no part of their own in the work.
        let label = if row.position.is_empty() {
            row.display_name.clone()
        } else {
            format!("{} – {}", row.display_name, row.position)
        };
        let mut one = Offer::new(row.id.to_string(), label);
        if field == "signer" {
            if !view.case.may_sign(person, &desk) {
                continue;
            }
        } else if matches!(
            (kind, field),
            (ActKind::Assess | ActKind::Reassign, "case_officer") | (ActKind::Substitute, "person")
        ) {
            let nature = view.case.ask(ActKind::ProposePlan).nature;
            if let Some(bar) = bar(&view.case, person, &desk)
                && !allows(Some(bar), nature, view.case.is_appeal())
            {
                one.barred = Some(word(t, "bar", bar.key()));
            }
            let outside = roles
                .iter()
                .all(|role| matches!(role, Role::ImpartialityBody | Role::Auditor));
            if kind != ActKind::Substitute && !roles.is_empty() && outside {
                continue;
            }
        } else if field == "person"
            && kind == ActKind::RecordStatement
            && (!view.case.unheard().contains(&person)
                || view.sight == Sight::Allegation && person != me.person())
        {
            continue;
        }
        found.push(one);
    }
    found
}

/// Corrective actions that run already and could serve this case too.
pub(super) fn linkable(view: &CaseView) -> Vec<Offer> {
    let line = |row: &app::actions::ActionRow| format!("{} – {}", row.number, row.summary);
    let rows = view.linkable.iter();
    rows.map(|row| Offer::new(row.id.to_string(), line(row)))
        .collect()
}

pub(super) fn units(view: &CaseView) -> Vec<Offer> {
    let units = view.office.units.values().filter(|unit| unit.active);
    units
        .map(|unit| Offer::new(unit.id.to_string(), format!("{} – {}", unit.code, unit.name)))
        .collect()
}

/// The parties the case knows; a new one is typed by name beside them.
pub(super) fn parties(view: &CaseView) -> Vec<Offer> {
    view.parties
        .iter()
        .map(|(id, party)| Offer::new(id.to_string(), party.name.clone()))
        .collect()
}

/// The measures of the plan that this person has still to report.
pub(super) fn measures(view: &CaseView, person: PersonId) -> Vec<Offer> {
    let Some(plan) = &view.case.round.plan else {
        return Vec::new();
    };
    let desk = view.office.desk(view.now);
    let open = view.case.open_measures_of(person, &desk).into_iter();
    open.filter_map(|place| {
        let measure = plan.said.measures.get(place)?;
        Some(Offer::new(place.to_string(), view.text(&measure.what)))
    })
    .collect()
}

/// The roles that stand empty in this case.
pub(super) fn vacant_roles(t: &'static Texts, view: &CaseView) -> Vec<Offer> {
    view.case
        .vacant
        .iter()
        .map(|role| Offer::new(role.key(), word(t, "role", role.key())))
        .collect()
}
