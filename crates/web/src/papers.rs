//! Papers that are made aside: what can be asked for, and how it is made in the words of whoever asked.

mod dossier;
pub(crate) mod forms;
pub(crate) mod house_forms;
pub(crate) mod notices;
mod register;
pub(crate) mod rows;
pub(crate) mod single;

use app::papers::{Content, Made, Paper};
use app::{App, Error};
use documents::paper::{House, PaperError};
use documents::register::Kind;
use i18n::{Lang, Texts, texts};
use jiff::Timestamp;
use procedure::PersonId;
use serde::{Deserialize, Serialize};

use register::Order;
pub(crate) use rows::{Rows, said};
pub use single::Single;

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum Asked {
    Register {
        kind: String,
        year: i16,
        format: Format,
    },
    Dossier {
        number: String,
        /// A copy without the complainant's identity, with these attachments; absent for the whole one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cleared: Option<Vec<uuid::Uuid>>,
    },
    /// The report of a year (B2.8).
    Report {
        year: i16,
    },
    #[serde(untagged)]
    Single(Single),
}

/// In which form a register leaves the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Pdf,
    Xlsx,
    /// Fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI, as XML, beside the PDF, in one ZIP.
    Zip,
}

impl Format {
    pub fn from_ending(ending: &str) -> Option<Self> {
        match ending {
            "pdf" => Some(Format::Pdf),
            "xlsx" => Some(Format::Xlsx),
            "zip" => Some(Format::Zip),
            _ => None,
        }
    }

    pub const fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Xlsx => "xlsx",
            Format::Zip => "zip",
        }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Zip => "application/zip",
        }
    }
}

/// Why a paper was not made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    App(#[from] Error),
    #[error(transparent)]
    Paper(#[from] PaperError),
    #[error("a file could not be written: {0}")]
    File(String),
    /// A covered copy would still tell who complained: where, by a key of the messages, and in which words, which no log may hold.
    #[error("a covered copy still tells who complained, in {0}")]
    Betrayed(&'static str, String),
}

/// Tells whoever asked how far the paper is: so many steps of so many.
#[derive(Clone, Copy)]
pub struct Progress<'a>(Option<(&'a App, Timestamp, uuid::Uuid)>);

impl Progress<'_> {
    /// Nobody waits to hear it.
    pub const fn silent() -> Self {
        Progress(None)
    }

    pub(crate) async fn tell(self, done: i64, of: i64) {
        let Some((app, now, paper)) = self.0 else { return };
        if let Err(error) = app.paper_progress(now, paper, done, of).await {
            tracing::warn!(error = %error, "progress of a paper could not be told");
        }
    }
}

impl Asked {
    /// What it is called in the list of papers.
    pub fn title(&self, t: &Texts) -> String {
        match self {
            Asked::Register { kind, year, format } => {
                let kind = Kind::from_key(kind).map_or(kind.as_str(), |kind| kind.title(t));
                let title = t.book_meta_title(kind, *year);
                format!("{title} ({})", format.ending().to_uppercase())
            }
            Asked::Dossier { number, cleared } => {
                let variant = match cleared {
                    Some(_) => t.dossier_redacted(),
                    None => t.dossier_whole(),
                };
                format!("{} – {variant}", t.dossier_title(number))
            }
            Asked::Report { year } => t.papers_title(t.report_kind(), t.report_subject(*year)),
            Asked::Single(single) => single.title(t),
        }
    }

    /// The page from which it is asked for.
    pub(crate) fn page(&self) -> String {
        match self {
            Asked::Register { kind, year, .. } if kind == Kind::Cases.key() => {
                format!("/register?year={year}")
            }
            Asked::Register { kind, year, .. } => format!("/letters?year={year}&book={kind}"),
            Asked::Dossier { number, .. } => format!("/cases/{number}/dossier"),
            Asked::Report { year, .. } => format!("/year-books/{year}"),
            Asked::Single(single) => single.page(),
        }
    }

    /// Makes it, for this reader and within what that person may see.
    ///
    /// # Errors
    /// `Denied` where the person may not read it, or what could not be set or written.
    pub async fn make(
        &self,
        app: &App,
        now: Timestamp,
        person: PersonId,
        lang: Lang,
        progress: Progress<'_>,
    ) -> Result<Made, Failure> {
        match self {
            Asked::Register { kind, year, format } => {
                let kind = Kind::from_key(kind).ok_or(Error::NotFound)?;
                let order = Order { kind, year: *year };
                order.make(app, now, person, texts(lang), *format, progress).await
            }
            Asked::Dossier { number, cleared } => {
                let told = dossier::dossier(app, now, person, texts(lang), number, cleared.as_deref());
                let told = told.await?;
                let redacted = if cleared.is_some() { "-da-che" } else { "" };
                let name = format!("ho-so-{number}{redacted}");
                let (ending, kind, bytes) = match aside(move || told.made()).await?? {
                    documents::dossier::Made::Pdf(bytes) => ("pdf", "application/pdf", bytes),
                    documents::dossier::Made::Zip(bytes) => ("zip", "application/zip", bytes),
                };
                Ok(Made {
                    file_name: format!("{name}.{ending}"),
                    media_type: kind,
                    bytes: Content::Memory(bytes),
                })
            }
            Asked::Report { year } => {
                crate::pages::year::report::make(app, now, person, texts(lang), *year).await
            }
            Asked::Single(single) => single.make(app, now, person, lang).await,
        }
    }
}

/// The head of every paper.
pub(crate) fn house(office: &app::Office) -> House {
    let organisation = &office.organisation;
    let lines = organisation.parent_name.lines().map(str::trim);
    House {
        parents: lines.filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        name: organisation.name.clone(),
        place: organisation.place.clone(),
        foot: Vec::new(),
    }
}

/// Setting type keeps a thread busy, so it has one of its own.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Failure::File(error.to_string()))
}

/// Makes every paper that waits; answers how many were made or given up.
///
/// # Errors
/// A failure of storage; a paper that cannot be made is marked so and is no error.
pub async fn make_waiting(app: &App, clock: &crate::Clock) -> Result<usize, Error> {
    let mut made = 0;
    while let Some(paper) = app.take_up_paper(clock()).await? {
        make_one(app, clock(), &paper).await?;
        made += 1;
    }
    Ok(made)
}

async fn make_one(app: &App, now: Timestamp, paper: &Paper) -> Result<(), Error> {
    let lang = Lang::from_code(&paper.lang).unwrap_or(Lang::Vi);
    let progress = Progress(Some((app, now, paper.id)));
    let asked: Result<Asked, _> = serde_json::from_str(&paper.asked);
    let outcome = match &asked {
        Ok(asked) => asked.make(app, now, paper.person, lang, progress).await,
        Err(error) => Err(Failure::File(error.to_string())),
    };
    match outcome {
        Ok(made) => {
            let path = match &made.bytes {
                Content::File(path) => Some(path.clone()),
                Content::Memory(_) => None,
            };
            let kept = app.paper_made(now, paper, made).await;
            if let Some(path) = path {
                discard(&path).await;
            }
            kept
        }
        Err(failure) => {
            tracing::warn!(paper = paper.asked, error = %failure, "a paper could not be made");
            app.paper_failed(now, paper.id, &failure.say(texts(lang))).await
        }
    }
}

/// Removes a file that was only a way to the reader.
pub(crate) async fn discard(path: &std::path::Path) {
    if let Err(error) = tokio::fs::remove_file(path).await {
        tracing::warn!(error = %error, "a temporary file could not be removed");
    }
}

impl Failure {
    /// In words for whoever asked.
    pub fn say(&self, t: &Texts) -> String {
        match self {
            Failure::Paper(error) => error.say(t),
            Failure::App(Error::Denied) => t.failure_denied_text().to_owned(),
            Failure::App(Error::NotFound) => t.failure_not_found_text().to_owned(),
            Failure::Betrayed(place, words) => t.dossier_betrayed(t.label(place), words),
            Failure::App(_) | Failure::File(_) => t.my_papers_failed_text().to_owned(),
        }
    }
}
