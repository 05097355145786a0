//! `phucdap token`: a token of the interface for other systems, made on the machine itself, where no page can be opened.

use std::process::ExitCode;

use anyhow::{Context, Result};
use app::tokens::{NewToken, Scope};
use clap::{Args, Subcommand};
use i18n::Texts;

use super::failure;
use super::user::person;
use crate::clock::Clock;
use crate::place::Place;

#[derive(Subcommand)]
pub enum Token {
    /// Make a token for an account; it is shown once.
    Add(Add),
}

#[derive(Args)]
pub struct Add {
    #[command(flatten)]
    place: Place,
    /// In whose name it acts.
    #[arg(long)]
    login: String,
    /// Which program it is for.
    #[arg(long)]
    name: String,
    /// read, act or administer; may be given several times.
    #[arg(long = "scope", value_name = "SCOPE", required = true, value_parser = scope)]
    scopes: Vec<Scope>,
    /// For how many days it is good.
    #[arg(long, default_value_t = 90)]
    days: u16,
}

fn scope(key: &str) -> Result<Scope, String> {
    Scope::from_key(key).ok_or_else(|| "read, act or administer".to_owned())
}

impl Token {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        match self {
            Token::Add(add) => add.run(t).await,
        }
    }
}

impl Add {
    async fn run(self, t: &Texts) -> Result<ExitCode> {
        let now = Clock::of_process()?.now();
        let app = self.place.open_set_up(t).await?;
        let id = person(&app, &self.login)
            .await?
            .with_context(|| t.cli_user_unknown(&self.login))?;
        let new = NewToken {
            name: self.name,
            scopes: self.scopes,
            days: self.days,
        };
        let made = app.make_token(now, id, new).await;
        let (_, secret) = made.map_err(|error| failure(t, error))?;
        // Nothing else on this line: a script reads it.
        println!("{secret}");
        app.close().await;
        Ok(ExitCode::SUCCESS)
    }
}
