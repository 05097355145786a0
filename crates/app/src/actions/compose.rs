//! From what a person typed to an act of a corrective action.

use super::fields;
use crate::App;
use crate::compose::{Typed, read_fields};
use crate::error::{Result, corrupt};
use crate::execute::load as load_case;
use crate::submission::Texts;
use jiff::Timestamp;
use procedure::case::fields::Input;
use procedure::corrective_action::{ActionAct, ActionActKind};
use procedure::obligations::s12::{Sight, sight};
use procedure::{CaseId, PersonId};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl App {
    /// Reads an act of this kind from what was typed; texts go to `texts`. A case is linked only by whoever sees all of it.
    ///
    /// # Errors
    /// Every field that is missing or unreadable.
    pub async fn compose_on_action(
        &self,
        now: Timestamp,
        person: PersonId,
        kind: ActionActKind,
        typed: &Typed,
        texts: &mut Texts,
    ) -> Result<ActionAct> {
        let asked = fields(kind);
        let mut cases = BTreeMap::new();
        let numbers = asked
            .iter()
            .filter(|field| matches!(field.input, Input::CaseNumber));
        for number in numbers.filter_map(|field| typed.one(field.name)) {
            if let Some(id) = self.case_id(number).await?
                && self.sees_all_of(now, person, id).await?
            {
                cases.insert(number.to_owned(), id.0);
            }
        }
        let mut object = read_fields(asked, typed, cases, texts)?;
        object.insert("act".to_owned(), json!(kind.key()));
        serde_json::from_value(Value::Object(object)).map_err(corrupt)
    }

    async fn sees_all_of(&self, now: Timestamp, person: PersonId, id: CaseId) -> Result<bool> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let Some(case) = load_case(conn, id).await? else {
                    return Ok(false);
                };
                let office = office.for_case(conn, &case).await?;
                Ok(sight(&case, person, &office.desk(now)) == Sight::Full)
            })
            .await
    }
}
