//! Papers of one matter, short enough to be set at once: a letter of a case, one that an act sent, a form of the house, the sheets of a
//! case, the form for the counter, a template as a letter of the sample house.

use app::papers::{Content, Made};
use app::view::CaseView;
use app::{App, Error};
use documents::form::{Form, FormKind};
use documents::letter::{Letter, Purpose};
use documents::paper::PaperError;
use documents::print_form::PrintForm;
use i18n::{Lang, Texts, texts};
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::PersonId;
use procedure::obligations::s12::Sight;
use serde::{Deserialize, Serialize};

use super::{Failure, aside, forms, house_forms, notices};
use crate::pages::case::paper::{self, Format};

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "paper", rename_all = "snake_case")]
pub enum Single {
    /// A letter of the round that runs, counted from one.
    Letter {
        number: String,
        place: usize,
        format: Format,
    },
    /// A letter that an act sent, counted from one, or the draft of one by its purpose.
    Notice {
        number: String,
        name: String,
        format: Format,
    },
    /// A form of the house by its key.
    Form {
        number: String,
        form: String,
        format: Format,
    },
    FollowUp {
        number: String,
    },
    ComplaintForm {
        number: String,
    },
    /// The complaint form for the counter, to be filled in by hand.
    BlankForm,
    Template {
        purpose: String,
        language: String,
        /// The newest where it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<i64>,
    },
}

/// A paper with everything that stands in it, not set yet.
pub(crate) struct Sheet {
    pub name: String,
    pub title: String,
    pub format: Format,
    what: What,
}

enum What {
    Letter(Letter),
    Form(Form),
    Print(PrintForm),
}

impl Sheet {
    /// Sets it.
    ///
    /// # Errors
    /// What cannot be printed.
    pub fn set(self) -> Result<Vec<u8>, PaperError> {
        match (self.what, self.format) {
            (What::Letter(letter), Format::Pdf) => letter.pdf(),
            (What::Letter(letter), Format::Docx) => letter.docx(),
            (What::Form(form), Format::Pdf) => form.pdf(),
            (What::Form(form), Format::Docx) => form.docx(),
            (What::Print(form), _) => form.pdf(),
        }
    }

    fn printed(name: String, form: PrintForm) -> Self {
        Sheet {
            name,
            title: form.title.clone(),
            format: Format::Pdf,
            what: What::Print(form),
        }
    }
}

/// The letter at a place counted from one, for whoever sees the whole case; nothing for one that was never drafted here, such as the
/// governing body's own.
pub(crate) fn letter(t: &Texts, view: &CaseView, place: usize, format: Format) -> Option<Sheet> {
    let nth = place.checked_sub(1).filter(|_| view.sight == Sight::Full)?;
    let letter = paper::paper(view, view.case.round.letters.get(nth)?)?;
    let (number, purpose) = (&view.row.number, letter.purpose.key());
    Some(Sheet {
        name: format!("{number}-{purpose}-{place}.{}", format.ending()),
        title: t.case_letter_title(place),
        format,
        what: What::Letter(letter),
    })
}

/// A letter that an act sent, or a draft, for whoever sees the whole case.
pub(crate) fn notice(
    t: &Texts,
    view: &CaseView,
    person: PersonId,
    name: &str,
    format: Format,
) -> Option<Sheet> {
    if view.sight != Sight::Full {
        return None;
    }
    let notice = notices::named(view, person, name)?;
    let (number, purpose, ending) = (&view.row.number, notice.letter.purpose, format.ending());
    Some(Sheet {
        name: match notice.on {
            Some(_) => format!("{number}-{}-{name}.{ending}", purpose.key()),
            None => format!("{number}-{name}.{ending}"),
        },
        title: purpose.say(t).to_owned(),
        format,
        what: What::Letter(notice.letter),
    })
}

/// A form of the house where the case has come so far, for whoever sees the whole case.
pub(crate) fn form(view: &CaseView, key: &str, format: Format) -> Option<Sheet> {
    if view.sight != Sight::Full {
        return None;
    }
    let kind = FormKind::ALL.into_iter().find(|kind| kind.key() == key)?;
    let form = house_forms::form(view, kind)?;
    Some(Sheet {
        name: format!("{}-{key}.{}", view.row.number, format.ending()),
        title: form.subject.clone(),
        format,
        what: What::Form(form),
    })
}

/// The sheet by which a case is followed up.
pub(crate) fn follow_up(t: &'static Texts, view: &CaseView) -> Option<Sheet> {
    let number = &view.row.number;
    let name = format!("{number}-follow-up.pdf");
    (view.sight == Sight::Full).then(|| Sheet::printed(name, forms::follow_up(t, view)))
}

/// The complaint form with what is known.
pub(crate) fn complaint(t: &'static Texts, view: &CaseView) -> Option<Sheet> {
    let number = &view.row.number;
    let name = format!("{number}-complaint.pdf");
    (view.sight == Sight::Full).then(|| Sheet::printed(name, forms::complaint_of(t, view)))
}

pub(crate) fn blank(t: &'static Texts, office: &app::Office, today: Date) -> Sheet {
    Sheet::printed("don-khieu-nai.pdf".to_owned(), forms::blank(t, office, today))
}

/// A template as a letter of the sample house.
pub(crate) fn sample(t: &Texts, purpose: Purpose, lang: Lang, letter: Letter) -> Sheet {
    Sheet {
        name: format!("{}-{}.pdf", purpose.key(), lang.code()),
        title: purpose.say(t).to_owned(),
        format: Format::Pdf,
        what: What::Letter(letter),
    }
}

impl Single {
    /// What it is called in the list of papers.
    pub fn title(&self, t: &Texts) -> String {
        let of = |number: &str, what: &str| format!("{number} – {what}");
        match self {
            Single::Letter { number, place, .. } => of(number, &t.case_letter_title(*place)),
            Single::Notice { number, .. } => of(number, t.case_notices()),
            Single::Form { number, form, .. } => {
                let key = format!("case-form-{form}");
                of(number, t.get(&key).unwrap_or_else(|| t.case_forms()))
            }
            Single::FollowUp { number } => of(number, t.follow_up()),
            Single::ComplaintForm { number } => of(number, t.complaint_form()),
            Single::BlankForm => t.complaint_form().to_owned(),
            Single::Template { .. } => t.templates_title().to_owned(),
        }
    }

    /// The page from which it is asked for.
    pub(crate) fn page(&self) -> String {
        match self {
            Single::Letter { number, place, .. } => format!("/cases/{number}/letters/{place}"),
            Single::Notice { number, .. }
            | Single::Form { number, .. }
            | Single::FollowUp { number }
            | Single::ComplaintForm { number } => format!("/cases/{number}/dossier"),
            Single::BlankForm => "/intake".to_owned(),
            Single::Template {
                purpose, language, ..
            } => format!("/admin/templates/{purpose}/{language}"),
        }
    }

    /// Makes it, for this reader and within what that person may see.
    ///
    /// # Errors
    /// `NotFound` where there is none for this person, or what could not be set.
    pub(super) async fn make(
        &self,
        app: &App,
        now: Timestamp,
        person: PersonId,
        lang: Lang,
    ) -> Result<Made, Failure> {
        let sheet = self.sheet(app, now, person, texts(lang)).await?;
        let (file_name, media_type) = (sheet.name.clone(), sheet.format.media_type());
        Ok(Made {
            file_name,
            media_type,
            bytes: Content::Memory(aside(move || sheet.set()).await??),
        })
    }

    async fn sheet(
        &self,
        app: &App,
        now: Timestamp,
        person: PersonId,
        t: &'static Texts,
    ) -> Result<Sheet, Error> {
        let case = async |number: &str| app.case(now, person, number).await;
        let sheet = match self {
            Single::Letter {
                number,
                place,
                format,
            } => letter(t, &case(number).await?, *place, *format),
            Single::Notice { number, name, format } => notice(t, &case(number).await?, person, name, *format),
            Single::Form {
                number,
                form: key,
                format,
            } => form(&case(number).await?, key, *format),
            Single::FollowUp { number } => follow_up(t, &case(number).await?),
            Single::ComplaintForm { number } => complaint(t, &case(number).await?),
            Single::BlankForm => {
                let office = app.office().await?;
                Some(blank(t, &office, office.desk(now).today))
            }
            Single::Template {
                purpose,
                language,
                version,
            } => {
                let known = Purpose::ALL.into_iter().find(|known| known.key() == purpose);
                let named = known.zip(Lang::from_code(language));
                let (purpose, lang) = named.ok_or(Error::NotFound)?;
                let versions = app.template_versions(now, person, purpose, lang).await?;
                let mut wanted = versions.iter();
                let wanted = wanted.find(|one| version.is_none_or(|number| one.number == number));
                let letter = wanted.and_then(|one| one.wording.sample(purpose, lang).ok());
                letter.map(|letter| sample(t, purpose, lang, letter))
            }
        };
        sheet.ok_or(Error::NotFound)
    }
}
