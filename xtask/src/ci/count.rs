//! How many tests passed and failed, read from what the test runners print.

use std::fmt;
use std::ops::Add;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl Add for Count {
    type Output = Count;

    fn add(self, other: Count) -> Count {
        Count {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

/// `cargo nextest` ends with one summary; `cargo test` has one result for each binary. Nothing when there is neither.
pub fn of_tests(output: &str) -> Option<Count> {
    // What a failed test printed is repeated above the summary, indented, with a result line of its own.
    let summary = output
        .lines()
        .rev()
        .find(|line| line.trim_start().starts_with("Summary ["));
    let results = output.lines().filter(|line| line.starts_with("test result:"));
    summary
        .map(of_summary)
        .or_else(|| results.map(of_summary).reduce(Add::add))
}

/// The journeys end with one line of the form in which [`Count`] is shown.
pub fn of_journeys(output: &str) -> Option<Count> {
    let closing = output.lines().rev().find(|line| !line.trim().is_empty())?;
    let count = of_summary(closing);
    (count.to_string() == closing.trim()).then_some(count)
}

fn of_summary(line: &str) -> Count {
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':'))
        .collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let before = |names: &[&str]| {
        words
            .windows(2)
            .filter(|pair| names.contains(&pair[1]))
            .filter_map(|pair| pair[0].parse::<u64>().ok())
            .sum()
    };
    // nextest counts "exec failed" (could not start) and "timed out" beside "failed".
    Count {
        passed: before(&["passed"]),
        failed: before(&["failed", "exec", "timed"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_binary_of_cargo_test_is_added() {
        let output = "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
                      noise\n\
                      test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(of_tests(output), Some(Count { passed: 7, failed: 1 }));
    }

    #[test]
    fn the_summary_of_nextest_is_read() {
        let plain = "     Summary [   0.012s] 5 tests run: 5 passed, 0 skipped";
        assert_eq!(of_tests(plain), Some(Count { passed: 5, failed: 0 }));
        let full = "    test result: FAILED. 0 passed; 1 failed; 0 ignored\n     Summary [   9.1s] 12 tests run: 8 passed (1 slow, 1 leaky), 2 failed, 1 exec failed, 1 timed out, 3 skipped";
        assert_eq!(of_tests(full), Some(Count { passed: 8, failed: 4 }));
    }

    #[test]
    fn a_run_without_a_summary_counts_nothing() {
        assert_eq!(of_tests("error: could not compile `web`"), None);
        assert_eq!(
            of_journeys("12 passed, 0 failed\nError: the server stopped"),
            None
        );
    }

    #[test]
    fn the_closing_line_of_the_journeys_is_read() {
        assert_eq!(
            of_journeys("✔ smoke\n\n12 passed, 1 failed\n"),
            Some(Count {
                passed: 12,
                failed: 1
            })
        );
    }
}
