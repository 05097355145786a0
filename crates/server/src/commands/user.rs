//! `phucdap user`: accounts from the machine itself, for the day on which nobody can sign in any more.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use app::accounts::NewPerson;
use app::people::NewAppointment;
use app::{App, Office};
use clap::{Args, Subcommand};
use i18n::Texts;
use i18n::say::Say;
use procedure::case::Actor;
use procedure::vocabulary::Role;
use procedure::{PersonId, UnitId};
use serde_json::json;

use super::failure;
use crate::clock::Clock;
use crate::passwords;
use crate::place::Place;
use crate::table::aligned;

#[derive(Subcommand)]
pub enum User {
    /// Add an account.
    Add(Add),
    /// Give an account a new password.
    Password(Password),
    /// Show all accounts.
    List(List),
}

#[derive(Args)]
pub struct Add {
    #[command(flatten)]
    place: Place,
    #[arg(long)]
    login: String,
    #[arg(long)]
    name: String,
    #[arg(long, default_value = "")]
    position: String,
    #[arg(long)]
    email: Option<String>,
    /// Code of the unit.
    #[arg(long)]
    unit: Option<String>,
    /// A role to begin with today, such as qmr; may be given several times.
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    /// The document that gives the roles.
    #[arg(long, default_value = "phucdap user add")]
    document: String,
    /// Read the password from standard input; otherwise one is made and shown once.
    #[arg(long)]
    password_stdin: bool,
}

#[derive(Args)]
pub struct Password {
    #[command(flatten)]
    place: Place,
    login: String,
    /// Read the password from standard input; otherwise one is made and shown once.
    #[arg(long)]
    password_stdin: bool,
}

#[derive(Args)]
pub struct List {
    #[command(flatten)]
    place: Place,
    /// For programs.
    #[arg(long)]
    json: bool,
}

impl User {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        match self {
            User::Add(add) => add.run(t).await,
            User::Password(password) => password.run(t).await,
            User::List(list) => list.run(t).await,
        }
    }
}

impl Add {
    async fn run(self, t: &Texts) -> Result<ExitCode> {
        let roles = self
            .roles
            .iter()
            .map(|key| role(t, key))
            .collect::<Result<Vec<Role>>>()?;
        let now = Clock::of_process()?.now();
        let app = self.place.open_set_up(t).await?;
        let office = app.office().await?;
        let unit = self
            .unit
            .as_deref()
            .map(|code| unit(t, &office, code))
            .transpose()?;
        let password = password(self.password_stdin)?;
        let person = NewPerson {
            name: self.name.clone(),
            login: self.login.clone(),
            email: self.email,
            position: self.position,
            unit: unit.map(|unit| unit.0),
            password: Some(password.clone()),
        };
        let id = app
            .add_person(now, Actor::System, person)
            .await
            .map_err(|error| failure(t, error))?;
        for role in roles {
            let appointment = NewAppointment {
                person: id,
                role,
                unit,
                from: office.desk(now).today,
                until: None,
                document: self.document.clone(),
            };
            app.appoint(now, Actor::System, appointment)
                .await
                .map_err(|error| failure(t, error))?;
        }
        println!("{}", t.cli_user_added(&self.name, &self.login));
        if !self.password_stdin {
            println!("{}", t.cli_password_once(&self.login, password));
        }
        app.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl Password {
    async fn run(self, t: &Texts) -> Result<ExitCode> {
        let now = Clock::of_process()?.now();
        let app = self.place.open_set_up(t).await?;
        let id = person(&app, &self.login)
            .await?
            .with_context(|| t.cli_user_unknown(&self.login))?;
        let password = password(self.password_stdin)?;
        app.set_password(now, Actor::System, id, password.clone())
            .await
            .map_err(|error| failure(t, error))?;
        println!("{}", t.cli_password_set(&self.login));
        if !self.password_stdin {
            println!("{}", t.cli_password_once(&self.login, password));
        }
        app.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

impl List {
    async fn run(self, t: &Texts) -> Result<ExitCode> {
        let now = Clock::of_process()?.now();
        let app = self.place.open_set_up(t).await?;
        let office = app.office().await?;
        let today = office.desk(now).today;
        let roles = |person: &store::people::Person| office.staff.roles_of(PersonId(person.id), today);
        let mut people: Vec<_> = office.people.values().collect();
        people.sort_by(|one, other| one.sort_key.cmp(&other.sort_key));
        if self.json {
            let list: Vec<_> = people
                .iter()
                .map(|person| {
                    json!({
                        "login": person.login,
                        "name": person.display_name,
                        "position": person.position,
                        "roles": roles(person),
                        "active": person.active,
                    })
                })
                .collect();
            println!("{}", serde_json::to_string_pretty(&list)?);
            return Ok(ExitCode::SUCCESS);
        }
        let head = [
            t.cli_user_login(),
            t.cli_user_name(),
            t.cli_user_position(),
            t.cli_user_roles(),
        ];
        let mut lines = vec![head.map(str::to_owned).to_vec()];
        for person in people {
            let mut said: Vec<&str> = roles(person).into_iter().map(|role| role.say(t.lang())).collect();
            if !person.active {
                said.push(t.cli_user_closed());
            }
            lines.push(vec![
                person.login.clone(),
                person.display_name.clone(),
                person.position.clone(),
                said.join(", "),
            ]);
        }
        print!("{}", aligned(&lines));
        app.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

fn password(from_stdin: bool) -> Result<String> {
    if from_stdin {
        passwords::from_stdin()
    } else {
        Ok(passwords::make())
    }
}

fn role(t: &Texts, key: &str) -> Result<Role> {
    let keys: Vec<&str> = Role::ALL.iter().map(|role| role.key()).collect();
    Role::from_key(key).with_context(|| t.cli_role_unknown(key, keys.join(", ")))
}

fn unit(t: &Texts, office: &Office, code: &str) -> Result<UnitId> {
    let found = office.units.iter().find(|(_, unit)| unit.code == code);
    match found {
        Some((id, _)) => Ok(*id),
        None => bail!("{}", t.cli_unit_unknown(code)),
    }
}

/// Somebody by login, however it is typed.
pub(super) async fn person(app: &App, login: &str) -> Result<Option<PersonId>> {
    let office = app.office().await?;
    let found = office
        .people
        .values()
        .find(|person| person.login.to_lowercase() == login.trim().to_lowercase());
    Ok(found.map(|person| PersonId(person.id)))
}
