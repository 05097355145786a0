//! The program: one binary that serves a centre, and the commands beside it.

mod arrived;
mod clock;
mod commands;
mod demo;
mod logging;
mod mailbox;
mod passwords;
mod place;
mod post;
mod serve;
mod table;
mod worker;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use i18n::Lang;

/// Complaints, grievances and appeals of a product-certification body, settled as its procedure says.
#[derive(Parser)]
#[command(name = "phucdap", version, about)]
struct Program {
    /// Language of what the program says: vi or en.
    #[arg(long, global = true, env = "PHUCDAP_LANG", default_value = "vi", value_parser = language)]
    lang: Lang,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site; nothing needs to be configured.
    Serve(serve::Serve),
    /// Serve a fictitious centre with a year behind it, on this machine only.
    Demo(demo::Demo),
    /// Set the organisation up with its first administrator.
    Init(commands::init::Init),
    /// Accounts: add, password, list.
    #[command(subcommand)]
    User(commands::user::User),
    /// Tokens of the interface for other systems.
    #[command(subcommand)]
    Token(commands::token::Token),
    /// Hold everything stored against its history; exit code 1 on any difference.
    Verify(commands::verify::Verify),
    /// Take a mail from standard input into the inbox; what a mail server calls. Exit code 75 until it is stored.
    MailIn(commands::mail_in::MailIn),
    /// The time limit of a case received on a day, counted day by day.
    Deadline(commands::deadline::Deadline),
    /// Bring in what was kept elsewhere.
    #[command(subcommand)]
    Import(commands::import::Import),
    /// Everything, or one case, as JSON lines and files with a manifest.
    Export(commands::export::Export),
    /// Whether an export is as it was made, and its histories whole; needs no installation.
    CheckExport(commands::export::CheckExport),
    /// Take an export of everything into an empty installation, on either database.
    Load(commands::export::Load),
    /// The papers that the product makes.
    #[command(subcommand)]
    Papers(commands::papers::Papers),
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "vi or en".to_owned())
}

fn main() -> ExitCode {
    let takes_mail = std::env::args().any(|word| word == "mail-in");
    // A mail server gives a mail up on any other code.
    let wrong = if takes_mail {
        commands::mail_in::TRY_AGAIN
    } else {
        2
    };
    let program = match Program::try_parse() {
        Ok(program) => program,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() {
                ExitCode::from(wrong)
            } else {
                ExitCode::SUCCESS
            };
        }
    };
    match run(program) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("phucdap: {error:#}");
            ExitCode::from(wrong)
        }
    }
}

fn run(program: Program) -> anyhow::Result<ExitCode> {
    let t = i18n::texts(program.lang);
    let command = match program.command {
        Command::Deadline(deadline) => return deadline.run(t),
        Command::Papers(papers) => return papers.run(t),
        Command::CheckExport(check) => return check.run(t),
        waiting => waiting,
    };
    logging::start();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match command {
            Command::Serve(serve) => serve.run(t).await,
            Command::Demo(demo) => demo.run(t).await,
            Command::Init(init) => init.run(t).await,
            Command::User(user) => user.run(t).await,
            Command::Token(token) => token.run(t).await,
            Command::Verify(verify) => verify.run(t).await,
            Command::Import(import) => import.run(t).await,
            Command::MailIn(mail) => mail.run(t).await,
            Command::Deadline(deadline) => deadline.run(t),
            Command::Papers(papers) => papers.run(t),
            Command::CheckExport(check) => check.run(t),
            Command::Export(export) => export.run(t).await,
            Command::Load(load) => load.run(t).await,
        }
    })
}
