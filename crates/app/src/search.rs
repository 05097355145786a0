//! What a case can be found by: the complainant, the number, and everything written in it.

use crate::error::Result;
use crate::record::Named;
use procedure::Case;
use store::Conn;

/// Makes the case findable by its texts as they now stand.
pub(crate) async fn index(conn: &mut Conn, case: &Case, named: &Named) -> Result<()> {
    let Some(chrono) = chrono(case) else { return Ok(()) };
    let texts = store::texts::of_stream(conn, case.id.0).await?;
    let bodies = texts.iter().filter_map(|text| text.body.as_deref());
    store::search::put(conn, chrono, &words(case, named, bodies)).await?;
    Ok(())
}

/// Its place in the book, once it has one.
pub(crate) fn chrono(case: &Case) -> Option<i64> {
    let number = case.number?;
    Some(store::cases::chrono(
        i64::from(number.year),
        i64::from(number.ordinal),
    ))
}

/// Everything a case is found by: its numbers, the complainant, and what was written in the order of writing.
pub(crate) fn words<'a>(case: &Case, named: &Named, bodies: impl Iterator<Item = &'a str>) -> String {
    let mut words = numbers(case);
    words.extend([named.name.clone(), named.phone.clone()]);
    words.extend(bodies.map(str::to_owned));
    words.join("\n")
}

/// The numbers a case is found by: its own, that of the decision it is about, and those of its letters.
pub(crate) fn numbers(case: &Case) -> Vec<String> {
    let own = case.number.iter().map(ToString::to_string);
    let decision = case.participants.iter().map(|p| p.decision_number.clone());
    let rounds = case.past_rounds.iter().chain([&case.round]);
    let letters = rounds.flat_map(|round| &round.letters);
    let letters = letters.filter_map(|letter| letter.number.as_ref());
    let letters = letters.map(|(number, symbol, _)| format!("{number}/{symbol}"));
    own.chain(decision).chain(letters).collect()
}
