//! Rows that stand together, told in few numbers: 5–9, 14.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Numbers in their order, each once, as the first and the last of every run. In JSON a list of such pairs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Spans(Vec<(u32, u32)>);

impl Spans {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn contains(&self, number: u32) -> bool {
        let at = self.0.partition_point(|(_, last)| *last < number);
        self.0.get(at).is_some_and(|(first, _)| *first <= number)
    }

    /// The number, when there is but one.
    pub fn single(&self) -> Option<u32> {
        match self.0[..] {
            [(first, last)] if first == last => Some(first),
            _ => None,
        }
    }

    /// How many numbers there are.
    pub fn count(&self) -> usize {
        let runs = self.0.iter();
        runs.map(|(first, last)| (last - first) as usize + 1).sum()
    }

    pub(crate) fn runs(&self) -> usize {
        self.0.len()
    }

    /// The first runs, and a sign that there are more.
    pub fn shown(&self, most: usize) -> String {
        let run = |(first, last): &(u32, u32)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        };
        let mut runs: Vec<String> = self.0.iter().take(most).map(run).collect();
        if self.0.len() > most {
            runs.push("…".to_owned());
        }
        runs.join(", ")
    }

    pub(crate) fn append(&mut self, other: Spans) {
        let mine = std::mem::take(self);
        *self = mine.0.into_iter().chain(other.0).collect();
    }
}

impl fmt::Display for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown(usize::MAX))
    }
}

impl FromIterator<(u32, u32)> for Spans {
    fn from_iter<T: IntoIterator<Item = (u32, u32)>>(runs: T) -> Spans {
        let mut runs: Vec<(u32, u32)> = runs.into_iter().filter(|(first, last)| first <= last).collect();
        runs.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::new();
        for (first, last) in runs {
            match joined.last_mut() {
                Some((_, before)) if first <= before.saturating_add(1) => *before = (*before).max(last),
                _ => joined.push((first, last)),
            }
        }
        Spans(joined)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_each_other_are_told_as_first_and_last() {
        let mut spans: Spans = [(14, 14), (5, 7), (8, 9), (6, 6), (3, 2)].into_iter().collect();
        assert_eq!(spans.to_string(), "5–9, 14");
        assert_eq!((spans.count(), spans.single()), (6, None));
        assert_eq!(Spans::from_iter([(7, 7)]).single(), Some(7));
        assert_eq!(
            [4, 5, 9, 10, 14, 15].map(|number| spans.contains(number)),
            [false, true, true, false, true, false]
        );
        spans.append([(15, 20), (40, 40)].into_iter().collect());
        assert_eq!(spans.to_string(), "5–9, 14–20, 40");
        assert_eq!(spans.shown(2), "5–9, 14–20, …");
        assert!(Spans::default().is_empty() && !Spans::default().contains(0));
    }
}
