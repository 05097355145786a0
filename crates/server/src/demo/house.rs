//! The people of the fictitious centre: who they are, which roles they hold, who may sign, who stands in for whom.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result};
use app::App;
use app::accounts::{NewPerson, Setup};
use app::people::{NewAppointment, NewAuthority, NewInterest, NewSubstitution, NewUnit};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use procedure::case::Actor;
use procedure::vocabulary::{Role, SigningMode};
use procedure::{PersonId, UnitId};
use serde::Deserialize;
use web::DemoLogin;

use super::PASSWORD;

/// So many days before today the centre began to work with the product.
pub const BEGAN: i64 = 430;

#[derive(Deserialize)]
pub struct Plan {
    organisation: Organisation,
    unit: Vec<Unit>,
    person: Vec<Person>,
    authority: Vec<Authority>,
    substitution: Vec<Substitution>,
    interest: Vec<Interest>,
}

#[derive(Deserialize)]
struct Organisation {
    name: String,
    parent: String,
    place: String,
    symbol: String,
    certification_unit: String,
    document: String,
}

#[derive(Deserialize)]
struct Unit {
    code: String,
    name: String,
}

#[derive(Deserialize)]
struct Person {
    login: String,
    name: String,
    position: String,
    unit: String,
    #[serde(default)]
    roles: Vec<Role>,
    /// Shown on the sign-in page.
    #[serde(default)]
    shown: bool,
}

#[derive(Deserialize)]
struct Authority {
    person: String,
    mode: SigningMode,
    scope: String,
    document: String,
}

#[derive(Deserialize)]
struct Substitution {
    role: Role,
    of: String,
    by: String,
    named_by: String,
    /// In days from today.
    from: i64,
    until: i64,
    document: String,
}

#[derive(Deserialize)]
struct Interest {
    person: String,
    client: String,
    kind: String,
    /// In days from today.
    from: i64,
    until: i64,
    note: String,
}

/// The centre as it was founded: people and units by the names that the script uses.
pub struct Centre {
    pub people: BTreeMap<String, PersonId>,
    pub units: BTreeMap<String, UnitId>,
}

impl Centre {
    pub fn person(&self, login: &str) -> Result<PersonId> {
        self.people
            .get(login)
            .copied()
            .with_context(|| format!("nobody is called {login}"))
    }

    pub fn unit(&self, code: &str) -> Result<UnitId> {
        self.units
            .get(code)
            .copied()
            .with_context(|| format!("no unit is called {code}"))
    }
}

impl Plan {
    pub fn read() -> Result<Plan> {
        toml::from_str(include_str!("data/centre.toml")).context("the plan of the centre cannot be read")
    }

    /// Sets the centre up as it was when the story begins.
    pub async fn found(&self, app: &App, today: Timestamp) -> Result<Centre> {
        let now = today - (24 * BEGAN).hours();
        let administrator = self
            .person
            .iter()
            .find(|person| person.roles.contains(&Role::Administrator))
            .context("the centre has no administrator")?;
        let setup = Setup {
            organisation: self.organisation.name.clone(),
            parent: self.organisation.parent.clone(),
            place: self.organisation.place.clone(),
            symbol: self.organisation.symbol.clone(),
            name: administrator.name.clone(),
            login: administrator.login.clone(),
            password: PASSWORD.to_owned(),
        };
        let first = app.set_up(now, setup).await?;
        let by = Actor::Person(first);
        let mut settings = app.office().await?.settings.clone();
        settings
            .certification_unit_name
            .clone_from(&self.organisation.certification_unit);
        app.change_settings(now, by, None, settings).await?;
        let mut units = BTreeMap::new();
        for unit in &self.unit {
            let new = NewUnit {
                code: unit.code.clone(),
                name: unit.name.clone(),
                active: true,
            };
            units.insert(unit.code.clone(), app.put_unit(now, by, None, new).await?);
        }
        let mut centre = Centre {
            people: BTreeMap::from([(administrator.login.clone(), first)]),
            units,
        };
        self.people(app, now, by, &mut centre).await?;
        self.papers(app, now, by, today, &centre).await?;
        Ok(centre)
    }

    async fn people(&self, app: &App, now: Timestamp, by: Actor, centre: &mut Centre) -> Result<()> {
        let day = app.office().await?.desk(now).today;
        for person in &self.person {
            if !centre.people.contains_key(&person.login) {
                let new = NewPerson {
                    name: person.name.clone(),
                    login: person.login.clone(),
                    email: None,
                    position: person.position.clone(),
                    unit: Some(centre.unit(&person.unit)?.0),
                    password: Some(PASSWORD.to_owned()),
                };
                let id = app.add_person(now, by, new).await?;
                centre.people.insert(person.login.clone(), id);
            }
            for role in person.roles.iter().filter(|role| **role != Role::Administrator) {
                let heads = matches!(role, Role::HeadOfDepartment | Role::CertificationHead);
                let appointment = NewAppointment {
                    person: centre.person(&person.login)?,
                    role: *role,
                    unit: if heads {
                        Some(centre.unit(&person.unit)?)
                    } else {
                        None
                    },
                    from: day,
                    until: None,
                    document: self.organisation.document.clone(),
                };
                app.appoint(now, by, appointment).await?;
            }
        }
        Ok(())
    }

    async fn papers(
        &self,
        app: &App,
        now: Timestamp,
        by: Actor,
        today: Timestamp,
        centre: &Centre,
    ) -> Result<()> {
        let office = app.office().await?;
        let began = office.desk(now).today;
        let today = office.desk(today).today;
        let day = |days: i64| -> Date { today.saturating_add(days.days()) };
        for line in &self.authority {
            let authority = NewAuthority {
                person: centre.person(&line.person)?,
                mode: line.mode,
                scope: line.scope.clone(),
                from: began,
                until: None,
                document: line.document.clone(),
            };
            app.authorise(now, by, authority).await?;
        }
        for line in &self.substitution {
            let substitution = NewSubstitution {
                role: line.role,
                of: centre.person(&line.of)?,
                by: centre.person(&line.by)?,
                from: day(line.from),
                until: Some(day(line.until)),
                named_by: centre.person(&line.named_by)?,
                document: line.document.clone(),
            };
            app.substitute(now, by, substitution).await?;
        }
        for line in &self.interest {
            let interest = NewInterest {
                person: centre.person(&line.person)?,
                client: line.client.clone(),
                kind: line.kind.clone(),
                from: day(line.from),
                until: Some(day(line.until)),
                note: line.note.clone(),
            };
            app.declare_tie(now, by, interest).await?;
        }
        Ok(())
    }

    /// Who one can be, for the sign-in page.
    pub fn logins(&self) -> Arc<[DemoLogin]> {
        let shown = self.person.iter().filter(|person| person.shown);
        shown
            .map(|person| DemoLogin {
                login: person.login.clone(),
                password: PASSWORD.to_owned(),
                name: person.name.clone(),
                position: person.position.clone(),
            })
            .collect()
    }
}
