//! A clock that stands still until it is told the time.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// A clock for tests. Clones show the same time.
#[derive(Debug, Clone)]
pub struct StoppedClock {
    now: Arc<Mutex<Timestamp>>,
}

impl StoppedClock {
    /// A clock that shows this instant, such as `2026-03-02T08:00+07:00`.
    pub fn at(instant: &str) -> StoppedClock {
        let now = instant
            .parse()
            .unwrap_or_else(|error| panic!("{instant} is not an instant: {error}"));
        StoppedClock {
            now: Arc::new(Mutex::new(now)),
        }
    }

    pub fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn set(&self, now: Timestamp) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }

    pub fn pass(&self, time: SignedDuration) {
        self.set(self.now() + time);
    }

    pub fn pass_days(&self, days: i64) {
        self.pass(SignedDuration::from_hours(24 * days));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_clock_moves_only_when_told() {
        let clock = StoppedClock::at("2026-03-02T08:00:00+07:00");
        let same = clock.clone();
        assert_eq!(clock.now().to_string(), "2026-03-02T01:00:00Z");
        same.pass_days(30);
        assert_eq!(clock.now().to_string(), "2026-04-01T01:00:00Z");
    }
}
