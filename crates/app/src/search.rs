//! What a case can be found by: the complainant, the number, and everything written in it.

use crate::error::Result;
use crate::record::Named;
use procedure::Case;
use store::Conn;

/// Makes the case findable by its texts as they now stand.
pub(crate) async fn index(conn: &mut Conn, case: &Case, named: &Named) -> Result<()> {
    let Some(number) = case.number else { return Ok(()) };
    let texts = store::texts::of_stream(conn, case.id.0).await?;
    let mut words = vec![number.to_string(), named.name.clone(), named.phone.clone()];
    words.extend(case.participants.iter().map(|p| p.decision_number.clone()));
    for letter in &case.round.letters {
        words.extend(
            letter
                .number
                .iter()
                .map(|(number, symbol, _)| format!("{number}/{symbol}")),
        );
    }
    words.extend(texts.into_iter().filter_map(|text| text.body));
    let chrono = store::cases::chrono(i64::from(number.year), i64::from(number.ordinal));
    store::search::put(conn, chrono, &words.join("\n")).await?;
    Ok(())
}
