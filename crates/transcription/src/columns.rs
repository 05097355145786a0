//! Which columns of a table a mapping speaks of.

use std::collections::{BTreeMap, BTreeSet};

use crate::mapping::{Mapping, Role};
use crate::problem::{Code, Problem};
use crate::source::{SourceTable, letters};
use crate::words;

/// The columns of each role, by their place in the table.
#[derive(Debug, Default)]
pub(crate) struct Placed {
    places: BTreeMap<Role, Vec<usize>>,
}

impl Placed {
    /// Every column that the mapping names, with whatever stands against it.
    pub fn find(table: &SourceTable, mapping: &Mapping) -> (Placed, Vec<Problem>) {
        let mut placed = Placed::default();
        let mut problems = Vec::new();
        let mut named = BTreeSet::new();
        for &role in Role::ALL {
            for name in mapping.columns.of(role) {
                match places_of(table, name)[..] {
                    [] => problems.push(Problem::of_column(Code::MappedColumnMissing, name, role.code())),
                    [place] => placed.places.entry(role).or_default().push(place),
                    [first, ..] => {
                        if named.insert(first) {
                            problems.push(Problem::of_column(
                                Code::DuplicateHeader,
                                name,
                                all_letters(table, name),
                            ));
                        }
                    }
                }
            }
        }
        for role in [Role::Received, Role::Summary] {
            if mapping.columns.of(role).is_empty() {
                problems.push(Problem::of_file(Code::RequiredColumnUnmapped, role.code()));
            }
        }
        problems.extend(placed.unused_repetitions(table, &named));
        (placed, problems)
    }

    pub fn of(&self, role: Role) -> &[usize] {
        self.places.get(&role).map_or(&[], Vec::as_slice)
    }

    pub fn first(&self, role: Role) -> Option<usize> {
        self.of(role).first().copied()
    }

    /// The headings that are kept, but that nothing was taken from, and that nobody said to ignore.
    pub fn unused(&self, table: &SourceTable, mapping: &Mapping) -> Vec<String> {
        let used: BTreeSet<usize> = self.places.values().flatten().copied().collect();
        let ignored: BTreeSet<usize> = mapping
            .ignore
            .columns
            .iter()
            .flat_map(|name| places_of(table, name))
            .collect();
        let left = (0..table.headers.len()).filter(|place| !used.contains(place) && !ignored.contains(place));
        left.map(|place| table.headers[place].clone()).collect()
    }

    fn unused_repetitions(&self, table: &SourceTable, reported: &BTreeSet<usize>) -> Vec<Problem> {
        let mut first_of = BTreeMap::new();
        let mut repeated = BTreeSet::new();
        for (place, header) in table.headers.iter().enumerate() {
            let first = *first_of.entry(header).or_insert(place);
            if first != place && !reported.contains(&first) {
                repeated.insert(first);
            }
        }
        let problem = |place: usize| {
            let header = &table.headers[place];
            Problem::of_column(Code::UnusedHeaderRepeated, header, all_letters(table, header))
        };
        repeated.into_iter().map(problem).collect()
    }
}

/// The columns under a heading: as written; else, if that is one only, without regard to case and accents;
/// else by letter.
fn places_of(table: &SourceTable, name: &str) -> Vec<usize> {
    let places = |test: &dyn Fn(usize, &str) -> bool| -> Vec<usize> {
        let headers = table.headers.iter().enumerate();
        headers
            .filter(|(place, header)| test(*place, header))
            .map(|(place, _)| place)
            .collect()
    };
    let heading = words::heading(name);
    let exact = places(&|_, header| header == heading);
    if !exact.is_empty() {
        return exact;
    }
    let lettered = places(&|place, _| heading == format!("[{}]", letters(place)));
    if !lettered.is_empty() {
        return lettered;
    }
    let folded = words::fold(name);
    let alike = places(&|_, header| !folded.is_empty() && words::fold(header) == folded);
    if alike.len() == 1 { alike } else { Vec::new() }
}

fn all_letters(table: &SourceTable, name: &str) -> String {
    let places = places_of(table, name).into_iter().map(letters);
    places.collect::<Vec<_>>().join(", ")
}
