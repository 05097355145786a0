//! The story language for the yearly compilation.

use super::cast;
use super::centre::Centre;
use super::clauses::Words;
use super::stage::plain;
use super::words::text;
use crate::case::Actor;
use crate::year_book::{YearAct, YearBook, YearEntry, duties};
use expect_test::Expect;
use std::fmt::Write;

/// Plays the story of the compilation of 2026 and compares what was refused and what must be done now.
#[track_caller]
pub fn check(story: &str, told: Expect) {
    let mut centre = Centre::usual();
    let mut history = Vec::new();
    let mut book = YearBook::blank(2026);
    let mut lines = String::new();
    for clause in story
        .split(';')
        .map(str::trim)
        .filter(|clause| !clause.is_empty())
    {
        let (who, mut words) = centre.who(Words::of(clause, centre.today));
        let said = act(&mut words);
        words.done();
        let actor = who.map_or(Actor::System, Actor::Person);
        let name = who.map_or("clock", cast::name);
        let (desk, kind) = (centre.desk(), said.kind());
        if let Err(no) = book.guard(actor, &desk, kind) {
            writeln!(
                lines,
                "({name} may not {}: {} {})",
                plain(kind.key()),
                no.rule,
                plain(&no.why.key())
            )
            .unwrap();
        } else if let Err(found) = book.check(&said) {
            let problem = plain(&found.problem.key());
            writeln!(
                lines,
                "({name} cannot {}: {} {problem})",
                plain(kind.key()),
                found.field
            )
            .unwrap();
        } else {
            let entry = YearEntry {
                at: desk.now,
                on: desk.today,
                by: actor,
                act: said,
            };
            book.apply(&entry);
            history.push(entry);
            assert_eq!(YearBook::fold(2026, &history), book);
        }
    }
    for duty in duties(&book) {
        let due = duty.term.due(&centre.calendar).on;
        let holder = plain(duty.office.key());
        writeln!(lines, "{holder:20}{:29}due {due}", plain(duty.act.key())).unwrap();
    }
    if duties(&book).is_empty() {
        writeln!(lines, "{}", book.stage.key()).unwrap();
    }
    told.assert_eq(&lines);
}

fn act(words: &mut Words) -> YearAct {
    let digest = |words: &mut Words| if words.has("another") { "ff" } else { "00" }.to_owned();
    if words.phrase("compiles") {
        YearAct::Compile {
            digest: digest(words),
            remarks: None,
        }
    } else if words.phrase("returns") {
        YearAct::ReturnCompilation { reason: text() }
    } else if words.phrase("reviews") {
        YearAct::Review { remarks: None }
    } else if words.phrase("receives") {
        YearAct::ReceiveCompilation { remarks: None }
    } else if words.phrase("freezes") {
        YearAct::Freeze {
            digest: digest(words),
        }
    } else if words.phrase("files") {
        let file_code = if words.has("nowhere") { " " } else { "HS-KN-2026" };
        YearAct::File {
            file_code: file_code.to_owned(),
        }
    } else {
        panic!("nobody knows how to “{}”", words.rest().join(" "))
    }
}
