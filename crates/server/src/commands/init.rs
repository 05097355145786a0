//! `phucdap init`: the organisation and its first administrator, without a browser.

use std::io::{BufRead, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::Result;
use app::Error;
use app::accounts::Setup;
use clap::Args;
use i18n::Texts;

use super::failure;
use crate::clock::Clock;
use crate::passwords;
use crate::place::Place;

#[derive(Args)]
pub struct Init {
    #[command(flatten)]
    place: Place,
    /// Its full name, as on the seal.
    #[arg(long)]
    organisation: Option<String>,
    /// The body it belongs to, above its name on letters.
    #[arg(long)]
    parent: Option<String>,
    /// Where its letters are dated.
    #[arg(long)]
    place_name: Option<String>,
    /// Its abbreviation in the symbols of letters.
    #[arg(long)]
    symbol: Option<String>,
    /// Name of the administrator.
    #[arg(long)]
    name: Option<String>,
    /// Login of the administrator.
    #[arg(long)]
    login: Option<String>,
    /// Read the password from standard input; otherwise one is made and shown once.
    #[arg(long)]
    password_stdin: bool,
}

impl Init {
    pub async fn run(self, t: &Texts) -> Result<ExitCode> {
        let now = Clock::of_process()?.now();
        let app = self.place.open().await?;
        if !app.needs_setup().await? {
            eprintln!("{}", t.cli_already_set_up());
            return Ok(ExitCode::FAILURE);
        }
        let may_ask = std::io::stdin().is_terminal() && !self.password_stdin;
        let told = |given: Option<String>, label: &str| match given {
            Some(given) => Ok(given),
            None if may_ask => ask(label),
            None => Ok(String::new()),
        };
        let mut setup = Setup {
            organisation: told(self.organisation, t.access_setup_organisation())?,
            parent: told(self.parent, t.access_setup_parent())?,
            place: told(self.place_name, t.access_setup_place())?,
            symbol: told(self.symbol, t.access_setup_symbol())?,
            name: told(self.name, t.access_setup_name())?,
            login: told(self.login, t.access_login())?,
            password: String::new(),
        };
        setup.password = if self.password_stdin {
            passwords::from_stdin()?
        } else {
            passwords::make()
        };
        let said = setup.clone();
        match app.set_up(now, setup).await {
            Ok(_) => {}
            Err(Error::Denied) => {
                eprintln!("{}", t.cli_already_set_up());
                return Ok(ExitCode::FAILURE);
            }
            Err(error) => return Err(failure(t, error)),
        }
        println!("{}", t.cli_set_up_done(&said.organisation, &said.login));
        if !self.password_stdin {
            println!("{}", t.cli_password_once(&said.login, &said.password));
        }
        app.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

fn ask(label: &str) -> Result<String> {
    print!("{label}: ");
    std::io::stdout().flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim().to_owned())
}
