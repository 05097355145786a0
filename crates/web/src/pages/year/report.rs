//! The compilation as a paper: PDF in the layout of the decree, within what its reader may see.

use app::App;
use app::papers::{Content, Made};
use app::year_book::{Line, YearBookView};
use axum::extract::Path;
use documents::paper::{Authority, Copies, House, Signatory, Stage};
use documents::year::{self, Action, Hand, Later, Report};
use i18n::Texts;
use jiff::Timestamp;
use procedure::PersonId;
use procedure::vocabulary::{Role, SigningMode};
use procedure::year_book::{YearActKind, YearStage};

use super::{figures, find};
use crate::pages::papers::give;
use crate::papers::{Asked, Failure, Format, aside, house};
use crate::visit::{Me, Page};
use crate::words::word;

/// `/year-books/2026/report.pdf`: at once, or by way of the list of papers where the year is long.
pub(super) async fn pdf(me: Me, Path(year): Path<i16>) -> Page {
    // Whoever may not read the year, or asks for one to come, is told so here and not in the list.
    find(&me, year).await?;
    let is_long = me
        .app()
        .is_long_year(year)
        .await
        .map_err(|error| me.fail(error))?;
    give(&me, &Asked::Report { year }, is_long).await
}

/// The report of a year, within what this person may see.
///
/// # Errors
/// `Denied` where the person may not read it, or what could not be set.
pub(crate) async fn make(
    app: &App,
    now: Timestamp,
    person: PersonId,
    t: &'static Texts,
    year: i16,
) -> Result<Made, Failure> {
    let view = app.year_book(now, person, year).await?;
    let report = report(t, &view);
    Ok(Made {
        file_name: format!("bao-cao-{year}.pdf"),
        media_type: Format::Pdf.media_type(),
        bytes: Content::Memory(aside(move || report.pdf()).await??),
    })
}

fn report(t: &'static Texts, view: &YearBookView) -> Report {
    let document = &view.document;
    let office = &view.office;
    let organisation = &office.organisation;
    let unit = office.settings.letter_symbol.rsplit('-').next();
    let lines = |lines: &[Line]| lines.iter().map(|one| line(t, view, one)).collect();
    Report {
        lang: t.lang(),
        house: House {
            name: document.organisation.clone(),
            ..house(office)
        },
        symbol: [t.report_abbreviation(), organisation.symbol.trim()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-"),
        stage: stage(view),
        year: view.book.year,
        as_of: document.on,
        figures: figures::of(t, document),
        cases: lines(&document.cases),
        carried: lines(&document.carried),
        actions: document.actions.iter().map(|one| action(t, one)).collect(),
        later: document
            .later
            .iter()
            .map(|later| Later {
                number: later.number.clone(),
                act: word(t, "act", &later.act),
                on: later.on,
            })
            .collect(),
        hands: hands(t, view),
        signatory: signatory(t, view),
        copies: Copies {
            to: vec![t.report_copy().to_owned()],
            unit: unit.unwrap_or_default().trim().to_owned(),
            kept: None,
        },
    }
}

/// A draft until leadership has received it; number and day are the registry's to fill in.
fn stage(view: &YearBookView) -> Stage {
    match view.book.received {
        Some((_, on)) if view.book.stage >= YearStage::Received && view.stored => Stage::Signed { on },
        _ => Stage::Draft {
            written_on: view.document.on,
        },
    }
}

fn line(t: &'static Texts, view: &YearBookView, line: &Line) -> year::Line {
    let masked = view.is_masked(line);
    let told = |words: &str| if masked { t.case_protected() } else { words }.to_owned();
    let outcome = line.outcome.as_ref().map(|outcome| word(t, "finding", outcome));
    let result = if line.annulled {
        word(t, "stage", "annulled")
    } else {
        word(t, "timeliness", &line.timeliness)
    };
    year::Line {
        number: line.number.clone(),
        received_on: line.received_on,
        complainant: told(if line.complainant.is_empty() {
            t.case_anonymous()
        } else {
            &line.complainant
        }),
        kind: word(t, "kind", &line.kind),
        channel: word(t, "channel", &line.channel),
        content: told(&line.summary),
        measures: told(&line.measures),
        outcome: outcome.unwrap_or_default(),
        letter: line
            .letter
            .as_ref()
            .map(|letter| letter.number.clone())
            .unwrap_or_default(),
        limit_on: line.limit_on,
        answered_on: line.answered_on,
        result,
    }
}

fn action(t: &'static Texts, action: &app::year_book::ActionLine) -> Action {
    let problem = if action.protected {
        t.corrective_hidden()
    } else {
        &action.problem
    };
    Action {
        number: action.number.clone(),
        problem: problem.to_owned(),
        owner: action.owner.clone(),
        stage: word(t, "action-stage", &action.stage),
        opened_on: action.opened_on,
        closed_on: action.closed_on,
        cases: action.cases.join(", "),
    }
}

fn hands(t: &'static Texts, view: &YearBookView) -> Vec<Hand> {
    if !view.stored {
        return Vec::new();
    }
    let book = &view.book;
    let hands = [
        (t.year_compiled_by(), book.compiled, YearActKind::Compile),
        (t.year_reviewed_by(), book.reviewed, YearActKind::Review),
        (
            t.year_received_by(),
            book.received,
            YearActKind::ReceiveCompilation,
        ),
    ];
    let hands = hands.into_iter().filter_map(|(step, done, kind)| {
        let (person, on) = done?;
        let name = person.map_or(t.case_by_system(), |person| view.office.name(person));
        Some(Hand {
            step: step.to_owned(),
            person: name.to_owned(),
            on,
            remarks: remarks(view, kind).unwrap_or_default().to_owned(),
        })
    });
    hands.collect()
}

/// What was written when this was done last.
fn remarks(view: &YearBookView, kind: YearActKind) -> Option<&str> {
    let mut done = view.history.iter().rev().filter(|entry| entry.act.kind() == kind);
    let text = super::show::text(&done.next()?.act)?;
    Some(view.text(text))
}

/// Whoever of leadership received it, with the authority to sign; until then the Director.
fn signatory(t: &'static Texts, view: &YearBookView) -> Signatory {
    let desk = view.office.desk(view.now);
    let received = view.book.received.and_then(|(person, _)| person);
    let director = || desk.staff.holders(Role::Director, desk.today).next();
    let head = t.letter_head_title();
    let Some(person) = received.or_else(director) else {
        return Signatory {
            authority: Authority::Own {
                title: head.to_owned(),
            },
            name: String::new(),
        };
    };
    let deputises = desk.staff.holds(Role::DeputyDirector, person, desk.today)
        && !desk.staff.holds(Role::Director, person, desk.today);
    let mode = if deputises {
        SigningMode::Kt
    } else {
        SigningMode::Head
    };
    let mode = desk
        .staff
        .authority(person, desk.today)
        .map_or(mode, |(mode, _)| mode);
    let own = position(view, person);
    Signatory {
        authority: Authority::of(mode, head, own),
        name: view.office.name(person).to_owned(),
    }
}

fn position(view: &YearBookView, person: PersonId) -> &str {
    let known = view.office.people.get(&person);
    known.map_or("", |person| person.position.as_str())
}
