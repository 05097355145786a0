//! The figures by which the handling of complaints is judged, which documents of format 1 did not have.

use super::document::Tally;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Of the cases with a number of the year, annulled ones left out, unless something else is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Measures {
    /// Cases with an outcome; of them those found to be founded, and those founded in part.
    pub concluded: i64,
    pub founded: i64,
    pub partly: i64,
    /// Appeals with an outcome; of them those upheld wholly or in part, which reverse the decision appealed against.
    pub appeals_concluded: i64,
    pub appeals_reversed: i64,
    /// Cases that recur: what was complained of has come up before. A case recurs when
    ///
    /// - it is linked (S13) with a case of an earlier number, and both have a subject in common and the unit or the complainant
    ///   (by name or telephone); or
    /// - it led to a corrective action to which a case of an earlier number had led, of whatever year.
    pub recurring: i64,
    /// Cases answered; of them those whose complainant was satisfied (as recorded in answer to the reply, or on the spot), those
    /// whose complainant rejected the outcome, and those of whom nothing is recorded.
    pub answered: i64,
    pub satisfied: i64,
    pub not_satisfied: i64,
    pub not_said: i64,
    /// Corrective actions whose effect was reviewed in the year (S10), by the last review of the year: `effective`, `partly`,
    /// `not_effective`.
    pub effects: Vec<Tally>,
    /// Corrective actions that were closed and opened again in the year.
    pub actions_reopened: i64,
    /// Founded cases, wholly or in part, by subject; no other classification of causes is kept. A case with two subjects counts
    /// under both.
    pub causes: Vec<Tally>,
    /// Cases received in each month of the year and the two before it, as `2026-03`, whatever year their number is of. A month
    /// without any is left out.
    pub received_by_month: Vec<Tally>,
    /// Calendar days from receipt to answer, the day of receipt not counted, and how many cases were answered after so many.
    pub days_to_answer: BTreeMap<i64, i64>,
    /// The age in days, at the end of the year or today while it runs, of the cases still open then, carried ones included, and
    /// how many are so old.
    pub open_ages: BTreeMap<i64, i64>,
}

impl Measures {
    /// The median of days to an answer, in tenths of a day; `None` where nothing was answered.
    pub fn median_tenths(&self) -> Option<i64> {
        let days = &self.days_to_answer;
        let whole: i64 = days.values().sum();
        let at = |place: i64| {
            let mut so_far = 0;
            let reached = days.iter().find(|(_, cases)| {
                so_far += **cases;
                so_far > place
            });
            reached.map(|(days, _)| *days)
        };
        let (lower, upper) = (at((whole - 1) / 2)?, at(whole / 2)?);
        Some((lower + upper) * 5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn median(days: &[(i64, i64)]) -> Option<i64> {
        let measures = Measures {
            days_to_answer: days.iter().copied().collect(),
            ..Measures::default()
        };
        measures.median_tenths()
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[(7, 1)]), Some(70));
        assert_eq!(median(&[(0, 1), (30, 1)]), Some(150));
        assert_eq!(median(&[(3, 1), (4, 1)]), Some(35));
        assert_eq!(median(&[(0, 2), (10, 3)]), Some(100));
    }
}
