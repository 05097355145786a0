//! The commands beside the site.

pub mod deadline;
pub mod export;
pub mod import;
pub mod init;
pub mod mail_in;
pub mod papers;
pub mod token;
pub mod user;
pub mod verify;

use app::Error;
use i18n::Texts;
use procedure::case::refusal::Invalid;

/// A failure in words: which field, and what is wrong with it.
pub fn failure(t: &Texts, error: Error) -> anyhow::Error {
    match error {
        Error::Invalid(problems) => {
            let lines: Vec<String> = problems.iter().map(|problem| field(t, problem)).collect();
            anyhow::anyhow!(lines.join("\n"))
        }
        Error::Denied => anyhow::anyhow!(t.cli_denied().to_owned()),
        Error::NotFound => anyhow::anyhow!(t.cli_not_found().to_owned()),
        Error::Refused(_) | Error::Overtaken(_) | Error::KeyReused | Error::Storage(_) => error.into(),
    }
}

fn field(t: &Texts, invalid: &Invalid) -> String {
    let problem = i18n::say::problem(t.lang(), &invalid.problem);
    t.cli_wrong_field(&invalid.field, problem)
}
