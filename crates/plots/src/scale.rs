//! The scale of an axis of counts: it begins at zero, ends at or above the greatest, and its steps are whole numbers people count in.

/// Steps at which lines are drawn and numbers stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub steps: Vec<i64>,
    pub top: i64,
}

impl Scale {
    /// For counts up to `greatest`, with at most `most` steps above zero.
    pub fn up_to(greatest: i64, most: i64) -> Scale {
        let greatest = greatest.max(1);
        let wanted = greatest.div_euclid(most.max(1)) + i64::from(greatest % most.max(1) != 0);
        let step = step_of(wanted);
        let count = greatest.div_euclid(step) + i64::from(greatest % step != 0);
        Scale {
            steps: (0..=count).map(|place| place.saturating_mul(step)).collect(),
            top: count.saturating_mul(step),
        }
    }

    /// Where a count stands, as a share of the axis from 0 to 1.
    pub fn share(&self, count: i64) -> f64 {
        share(count, self.top)
    }
}

/// `part` of `whole`, between 0 and 1, also where they make no sense.
pub fn share(part: i64, whole: i64) -> f64 {
    if whole <= 0 {
        return 0.0;
    }
    (part.max(0) as f64 / whole as f64).clamp(0.0, 1.0)
}

/// The least of 1, 2, 5, 10, 20, 50 … that is not below what is wanted.
fn step_of(wanted: i64) -> i64 {
    let mut unit: i64 = 1;
    loop {
        for times in [1, 2, 5] {
            let step = unit.saturating_mul(times);
            if step >= wanted {
                return step;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_those_people_count_in() {
        assert_eq!(Scale::up_to(0, 5).steps, [0, 1]);
        assert_eq!(Scale::up_to(4, 5).steps, [0, 1, 2, 3, 4]);
        assert_eq!(Scale::up_to(7, 5).steps, [0, 2, 4, 6, 8]);
        assert_eq!(Scale::up_to(230, 5).top, 250);
        assert!(Scale::up_to(i64::MAX, 5).top > 0);
    }
}
