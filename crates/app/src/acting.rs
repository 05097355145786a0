//! From what somebody typed while looking at a case to a submission: files are their own, an action is one they were shown, and
//! whoever is named for the first time becomes a party.

use crate::App;
use crate::compose::{ACTION, Typed};
use crate::error::{Error, Result};
use crate::submission::{NewParty, PartyKind, Submission, Texts, new_id};
use crate::view::CaseView;
use procedure::case::ActKind;
use procedure::case::refusal::{Invalid, Problem};
use procedure::{DocumentId, PartyId, PersonId};
use uuid::Uuid;

impl App {
    /// Reads an act of this kind; key and version seen are the caller's to add.
    ///
    /// # Errors
    /// Every field that is missing or unreadable.
    pub async fn read_act(
        &self,
        person: PersonId,
        view: &CaseView,
        kind: ActKind,
        typed: &Typed,
    ) -> Result<Submission> {
        let mut texts = Texts::default();
        let mut typed = typed.clone();
        let parties = new_parties(&mut typed);
        self.own_files(person, view, &typed).await?;
        if kind == ActKind::OpenCorrectiveAction {
            offered_action(view, &typed)?;
        }
        let act = self.compose(kind, &typed, &view.case, &mut texts).await?;
        Ok(Submission {
            case: Some(view.case.id),
            acts: vec![act],
            texts,
            parties,
            ..Submission::default()
        })
    }

    /// A file that came earlier is taken on only from whoever gave it, and only into one case.
    async fn own_files(&self, person: PersonId, view: &CaseView, typed: &Typed) -> Result<()> {
        const FIELD: &str = "documents";
        for id in typed.all(FIELD) {
            let known = match Uuid::parse_str(id) {
                Ok(id) => self.document(DocumentId(id)).await,
                Err(_) => Err(Error::NotFound),
            };
            let own = match known {
                Ok(row) => {
                    let case = view.case.id.0;
                    row.staged_by == Some(person.0) && row.stream_id.is_none_or(|other| other == case)
                }
                Err(Error::NotFound) => false,
                Err(error) => return Err(error),
            };
            if !own {
                return Err(vec![Invalid::new(FIELD, Problem::Unreadable)].into());
            }
        }
        Ok(())
    }
}

/// An action is linked only by whoever sees what it stems from.
fn offered_action(view: &CaseView, typed: &Typed) -> Result<()> {
    let Some(chosen) = typed.one(ACTION) else {
        return Ok(());
    };
    if view.linkable.iter().any(|row| row.id.to_string() == chosen) {
        return Ok(());
    }
    Err(vec![Invalid::new(ACTION, Problem::NotOffered)].into())
}

/// Parties typed by name (`client_new`) become new ones, and the form speaks of them by identity.
fn new_parties(typed: &mut Typed) -> Vec<(PartyId, NewParty)> {
    let mut parties = Vec::new();
    let names: Vec<(String, String)> = typed
        .0
        .iter()
        .filter_map(|(field, values)| {
            let of = field.strip_suffix("_new")?;
            let name = values
                .last()
                .map(|name| name.trim())
                .filter(|name| !name.is_empty())?;
            Some((of.to_owned(), name.to_owned()))
        })
        .collect();
    for (field, name) in names {
        if typed.one(&field).is_none() {
            let id = new_id();
            typed.0.insert(field, vec![id.to_string()]);
            let party = NewParty {
                kind: PartyKind::Organisation,
                name,
                ..NewParty::default()
            };
            parties.push((PartyId(id), party));
        }
    }
    parties
}
