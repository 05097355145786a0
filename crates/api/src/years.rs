//! The yearly compilations: the years, one year with its figures, duties and offers, and acts on it.

use app::year_book::{Deed, YearBookView, YearSubmission};
use app::{Texts, Typed};
use axum::extract::{FromRequest, Request};
use axum::routing::{get, post};
use i18n::Lang;
use procedure::TextRef;
use procedure::case::fields::{Field, Input};
use procedure::case::refusal::Problem;
use procedure::year_book::YearActKind;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::caller::Caller;
use crate::cases::{Asked, Offer, Refused};
use crate::endpoint::{Body, Endpoint, Once, Operation};
use crate::fault::Fault;
use crate::fields::{field, typed};
use crate::letters::check_year;
use crate::paging::{Page, page};
use crate::reading::{Answer, At, Fields, ok, versioned};
use crate::wire::{Day, Due, Instant, Named};

pub fn endpoints() -> Vec<Endpoint> {
    let kinds = YearActKind::ALL.iter();
    let operations = kinds.map(|kind| Operation {
        path: format!("/year-books/{{year}}/acts/{}", kind.key()),
        id: format!("year_{}", kind.key()),
        words: Some(words),
        body: Some(Body::Act(fields(*kind))),
    });
    vec![
        Endpoint::new("get", "/year-books", "list_years", get(list)).gives::<Page<Line>>(200),
        Endpoint::new("get", "/year-books/{year}", "get_year", get(one))
            .gives::<YearBody>(200)
            .versioned(),
        Endpoint::new("post", "/year-books/{year}/acts/{act}", "act_on_year", post(act))
            .operations(operations.collect())
            .gives::<Done>(200)
            .once(Once::ByTheAct)
            .versioned(),
    ]
}

fn words(lang: Lang, id: &str) -> (String, Option<String>) {
    let key = id.strip_prefix("year_");
    let kind = YearActKind::ALL.iter().find(|kind| Some(kind.key()) == key);
    let said = kind.map_or(id, |kind| i18n::say::act(lang, *kind));
    (said.to_owned(), None)
}

const LONG: Input = Input::Words { lines: 4 };
const REMARKS: &[Field] = &[field("remarks", LONG, false)];

/// What an act asks for.
const fn fields(kind: YearActKind) -> &'static [Field] {
    match kind {
        YearActKind::Compile | YearActKind::Review | YearActKind::ReceiveCompilation => REMARKS,
        YearActKind::ReturnCompilation => const { &[field("reason", LONG, true)] },
        // That of the document that the caller has before them.
        YearActKind::Freeze => const { &[field("digest", Input::Word, true)] },
        YearActKind::File => const { &[field("file_code", Input::Word, true)] },
    }
}

/// A year that has a register or a compilation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "YearLine")]
struct Line {
    year: i16,
    href: String,
    stage: &'static str,
    /// The year is over, so that its compilation is owed.
    over: bool,
    /// Numbers given in the year.
    numbers: i64,
    digest: Option<String>,
}

fn href(year: i16) -> String {
    format!("{}/year-books/{year}", crate::BASE)
}

async fn list(caller: Caller) -> Answer {
    let years = caller.app().year_books(caller.now, caller.person()).await?;
    let items: Vec<Line> = years
        .into_iter()
        .map(|line| Line {
            year: line.year,
            href: href(line.year),
            stage: line.stage.key(),
            over: line.over,
            numbers: line.numbers,
            digest: line.digest,
        })
        .collect();
    page("/year-books", items, None)
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "YearBook")]
struct YearBody {
    year: i16,
    href: String,
    version: u32,
    stage: &'static str,
    /// The digest of the document, once there is one.
    digest: Option<String>,
    /// The figures come from the stored document; otherwise they tell the book as it stands now.
    stored: bool,
    /// The book moved since the document was compiled.
    moved: bool,
    as_of: Instant,
    /// The figures of the year, as the document holds them.
    #[schemars(with = "Map<String, Value>")]
    figures: Value,
    obligations: Vec<Owed>,
    history: Vec<Happened>,
    offers: Vec<Offer>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "YearObligation")]
struct Owed {
    act: &'static str,
    title: String,
    office: &'static str,
    opens_on: Day,
    due: Due,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "YearEvent")]
struct Happened {
    at: Instant,
    on: Day,
    by: Option<Named>,
    act: &'static str,
    sentence: String,
}

async fn one(caller: Caller, At(year): At<i16>) -> Answer {
    let view = find(&caller, year).await?;
    versioned(ok(&told(&caller, &view)), view.book.version)
}

async fn find(caller: &Caller, year: i16) -> Result<YearBookView, Fault> {
    check_year(year)?;
    Ok(caller.app().year_book(caller.now, caller.person(), year).await?)
}

fn told(caller: &Caller, view: &YearBookView) -> YearBody {
    let lang = caller.lang;
    let names = |person: procedure::PersonId| view.office.name(person).to_owned();
    let duties = view.duties.iter().map(|duty| Owed {
        act: duty.act.key(),
        title: i18n::say::year_duty(lang, duty.act).to_owned(),
        office: duty.office.key(),
        opens_on: duty.opens_on.into(),
        due: Due::of(lang, &duty.term, &view.office),
    });
    let history = view.history.iter().map(|entry| Happened {
        at: entry.at.into(),
        on: entry.on.into(),
        by: entry
            .by
            .person()
            .map(|person| Named::person(&view.office, person)),
        act: entry.act.kind().key(),
        sentence: i18n::say::year_deed(lang, entry, &names),
    });
    YearBody {
        year: view.book.year,
        href: href(view.book.year),
        version: view.book.version,
        stage: view.book.stage.key(),
        digest: view.book.digest.clone(),
        stored: view.stored,
        moved: view.moved,
        as_of: view.document.as_of.into(),
        figures: serde_json::to_value(&view.document.figures).expect("figures are plain data"),
        obligations: duties.collect(),
        history: history.collect(),
        offers: offers(lang, view),
    }
}

fn offers(lang: Lang, view: &YearBookView) -> Vec<Offer> {
    let offers = view.offers.iter().map(|(kind, permit)| Offer {
        act: kind.key(),
        title: i18n::say::act(lang, *kind).to_owned(),
        permitted: permit.is_ok(),
        rule: procedure::Rule::B2_8.name().to_owned(),
        method: permit.is_ok().then_some("POST"),
        href: permit
            .is_ok()
            .then(|| format!("{}/acts/{}", href(view.book.year), kind.key())),
        fields: if permit.is_ok() {
            Asked::all(fields(*kind))
        } else {
            Vec::new()
        },
        refusal: permit.as_ref().err().map(|refusal| Refused::of(lang, refusal)),
    });
    offers.collect()
}

/// What came of an act.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "YearDone")]
struct Done {
    year: i16,
    version: u32,
    href: String,
}

async fn act(caller: Caller, At((year, key)): At<(i16, String)>, request: Request) -> Answer {
    let kind = YearActKind::ALL.iter().copied().find(|kind| kind.key() == key);
    let kind = kind.ok_or(Fault::App(app::Error::NotFound))?;
    let Fields(sent) = Fields::from_request(request, &caller.api).await?;
    let typed = typed(fields(kind), &sent)?;
    // Whoever may not read compilations is turned away before anything is looked at.
    let view = find(&caller, year).await?;
    let mut texts = Texts::default();
    let submission = YearSubmission {
        year,
        seen: caller.seen(),
        key: caller.key(),
        deed: deed(kind, &typed, &mut texts)?,
        texts,
    };
    let done = caller
        .app()
        .act_on_year(caller.now, caller.actor(), submission)
        .await;
    match done {
        Ok(version) => {
            let done = Done {
                year,
                version,
                href: href(year),
            };
            versioned(ok(&done), version)
        }
        Err(app::Error::Overtaken(_)) => Err(overtaken(&caller, &view)),
        Err(error) => Err(error.into()),
    }
}

fn overtaken(caller: &Caller, view: &YearBookView) -> Fault {
    let seen = usize::try_from(caller.seen().unwrap_or_default()).unwrap_or_default();
    let names = |person: procedure::PersonId| view.office.name(person).to_owned();
    Fault::Overtaken {
        version: view.book.version,
        meanwhile: view
            .history
            .iter()
            .skip(seen)
            .map(|entry| i18n::say::year_history(caller.lang, entry, &names))
            .collect(),
    }
}

fn deed(kind: YearActKind, typed: &Typed, texts: &mut Texts) -> Result<Deed, Fault> {
    for field in fields(kind) {
        if let Some(words) = typed.one(field.name) {
            app::compose::check_words(words, app::compose::LONGEST_TEXT)
                .map_err(|problem| Fault::invalid(field.name, problem))?;
        }
    }
    let word = |name: &str| match typed.one(name) {
        Some(word) => Ok(word.to_owned()),
        None => Err(Fault::invalid(name, Problem::Missing)),
    };
    let mut text = |name: &str| -> Option<TextRef> { typed.one(name).map(|words| texts.add(words)) };
    Ok(match kind {
        YearActKind::Compile => Deed::Compile {
            remarks: text("remarks"),
        },
        YearActKind::Review => Deed::Review {
            remarks: text("remarks"),
        },
        YearActKind::ReceiveCompilation => Deed::Receive {
            remarks: text("remarks"),
        },
        YearActKind::ReturnCompilation => Deed::Return {
            reason: text("reason").ok_or_else(|| Fault::invalid("reason", Problem::Missing))?,
        },
        YearActKind::Freeze => Deed::Freeze {
            digest: word("digest")?,
        },
        YearActKind::File => Deed::File {
            file_code: word("file_code")?,
        },
    })
}
