//! The wording with which letters begin, as administrators keep it: checked before it is kept, and every version kept for good.

use crate::App;
use crate::error::{Error, Result};
use crate::people::Change;
use documents::template;
use jiff::Timestamp;
use procedure::case::Actor;
use procedure::vocabulary::Role;
use procedure::{PersonId, case::refusal::Invalid, case::refusal::Problem};
use std::collections::BTreeMap;
use store::templates::LetterTemplate;
use store::{At, Conn};

pub use documents::letter::Purpose;
pub use documents::template::{Lang, Placeholder, Wording, Wrong};

/// One version of a template; the wording of the product itself is version 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    pub number: i64,
    pub wording: Wording,
    pub by: Option<PersonId>,
    /// Absent for the wording of the product.
    pub at: Option<Timestamp>,
}

impl Version {
    fn built_in(purpose: Purpose, lang: Lang) -> Self {
        Version {
            number: 0,
            wording: template::built_in(purpose, lang),
            by: None,
            at: None,
        }
    }
}

impl From<LetterTemplate> for Version {
    fn from(row: LetterTemplate) -> Self {
        Version {
            number: row.version,
            wording: Wording {
                subject: row.subject,
                body: row.body,
            },
            by: row.saved_by.map(PersonId),
            at: Some(row.saved_at.0),
        }
    }
}

/// What became of a template that somebody wanted to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    Version(i64),
    /// Nothing was kept, for all these reasons.
    Wrong(Vec<Wrong>),
}

/// The wordings that count now.
#[derive(Clone, Debug, Default)]
pub struct Wordings(BTreeMap<(String, String), Version>);

impl Wordings {
    pub(crate) async fn read(conn: &mut Conn) -> Result<Self> {
        let rows = store::templates::newest(conn).await?.into_iter();
        Ok(Wordings(
            rows.map(|row| ((row.purpose.clone(), row.lang.clone()), Version::from(row)))
                .collect(),
        ))
    }

    /// The newest version; the wording of the product where nobody wrote one.
    pub fn of(&self, purpose: Purpose, lang: Lang) -> Version {
        let key = (purpose.key().to_owned(), lang.code().to_owned());
        let known = self.0.get(&key).cloned();
        known.unwrap_or_else(|| Version::built_in(purpose, lang))
    }
}

/// The longest subject and body, as the forms of letters take them.
const LONGEST_SUBJECT: usize = 500;

impl App {
    /// The templates as they count now, for whoever keeps them.
    ///
    /// # Errors
    /// `Denied` to all but administrators, or a failure of storage.
    pub async fn templates(&self, now: Timestamp, person: PersonId) -> Result<Wordings> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                self.may_keep_templates(conn, now, person).await?;
                Wordings::read(conn).await
            })
            .await
    }

    /// Every version of one template, the newest first and the wording of the product last.
    ///
    /// # Errors
    /// `Denied` to all but administrators, or a failure of storage.
    pub async fn template_versions(
        &self,
        now: Timestamp,
        person: PersonId,
        purpose: Purpose,
        lang: Lang,
    ) -> Result<Vec<Version>> {
        self.db
            .read(|mut conn| async move {
                let conn = &mut conn;
                self.may_keep_templates(conn, now, person).await?;
                let rows = store::templates::versions(conn, purpose.key(), lang.code()).await?;
                let saved = rows.into_iter().map(Version::from);
                Ok(saved.chain([Version::built_in(purpose, lang)]).collect())
            })
            .await
    }

    /// Keeps a wording as the next version, if the newest is still the one that was seen. Older versions stay.
    ///
    /// # Errors
    /// `Overtaken` where somebody saved another version since, the field that is too long, `Denied`, or a failure of storage.
    pub async fn save_template(
        &self,
        now: Timestamp,
        by: Actor,
        (purpose, lang): (Purpose, Lang),
        seen: i64,
        wording: Wording,
    ) -> Result<Saved> {
        let wording = Wording {
            subject: wording.subject.trim().to_owned(),
            body: wording.body.replace("\r\n", "\n").trim().to_owned(),
        };
        let fields = [
            ("subject", &wording.subject, LONGEST_SUBJECT),
            ("body", &wording.body, crate::compose::LONGEST_TEXT),
        ];
        let wrong: Vec<Invalid> = fields
            .into_iter()
            .filter(|(_, text, longest)| text.chars().count() > *longest)
            .map(|(field, ..)| Invalid::new(field, Problem::TooLong))
            .collect();
        if !wrong.is_empty() {
            return Err(wrong.into());
        }
        // Only who may save has the product set a letter for nothing.
        let office = self.office().await?;
        crate::people::may_administer(&office, by, now)?;
        let tried = wording.clone();
        let checked = tokio::task::spawn_blocking(move || tried.check(purpose, lang)).await;
        if let Err(wrong) = checked.map_err(crate::error::corrupt)? {
            return Ok(Saved::Wrong(wrong));
        }
        self.administer(now, by, |mut conn, _| {
            let row = LetterTemplate {
                purpose: purpose.key().to_owned(),
                lang: lang.code().to_owned(),
                version: seen + 1,
                subject: wording.subject.clone(),
                body: wording.body.clone(),
                saved_by: by.person().map(|person| person.0),
                saved_at: At::from(now),
            };
            async move {
                let known = store::templates::versions(&mut conn, &row.purpose, &row.lang).await?;
                if known.first().map_or(0, |newest| newest.version) != seen {
                    return Err(Error::Overtaken(Vec::new()));
                }
                match store::templates::insert(&mut conn, &row).await {
                    Err(store::Error::Taken(_)) => return Err(Error::Overtaken(Vec::new())),
                    other => other?,
                }
                let change = Change::LetterTemplateSaved {
                    purpose: row.purpose,
                    lang: row.lang,
                    version: row.version,
                };
                Ok((conn, change))
            }
        })
        .await?;
        Ok(Saved::Version(seen + 1))
    }

    async fn may_keep_templates(&self, conn: &mut Conn, now: Timestamp, person: PersonId) -> Result<()> {
        let office = self.office_in(conn).await?;
        let today = office.desk(now).today;
        if office.staff.holds(Role::Administrator, person, today) {
            Ok(())
        } else {
            Err(Error::Denied)
        }
    }
}
