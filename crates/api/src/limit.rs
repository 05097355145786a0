//! How often a token may ask: so many requests in each minute, counted in the memory of this process.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use uuid::Uuid;

/// The counts of the minute that runs.
pub struct Limit {
    most: u32,
    counts: Mutex<(i64, HashMap<Uuid, u32>)>,
}

impl Limit {
    pub fn new(most: u32) -> Self {
        Limit {
            most,
            counts: Mutex::default(),
        }
    }

    /// Counts a request; where it is one too many, how many seconds to wait.
    pub fn count(&self, token: Uuid, now: Timestamp) -> Result<(), u32> {
        const WINDOW: i64 = 60;
        let minute = now.as_second().div_euclid(WINDOW);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.0 != minute {
            *counts = (minute, HashMap::new());
        }
        let count = counts.1.entry(token).or_default();
        *count = count.saturating_add(1);
        if *count <= self.most {
            return Ok(());
        }
        let passed = now.as_second().rem_euclid(WINDOW);
        Err(u32::try_from(WINDOW - passed).unwrap_or(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_asks_so_often_in_a_minute_and_then_waits_for_the_next() {
        let limit = Limit::new(2);
        let at = |second| Timestamp::from_second(second).expect("in range");
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        assert_eq!(limit.count(one, at(70)), Ok(()));
        assert_eq!(limit.count(one, at(75)), Ok(()));
        assert_eq!(limit.count(one, at(80)), Err(40));
        assert_eq!(limit.count(other, at(80)), Ok(()));
        assert_eq!(limit.count(one, at(120)), Ok(()));
    }
}
