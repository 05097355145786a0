//! Where a case stands, in the few words that its complainant may know: nothing of what happens inside (S12).

use procedure::Case;
use procedure::case::Answer;
use procedure::vocabulary::Response;

/// What the page for the complainant says of a case.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is in the book, and nobody has looked into it yet.
    Received,
    /// It is being looked into. That something was decided is not told before the answer is.
    Considered,
    /// The answer was given; the complainant may reject it.
    Answered,
    /// What was concluded lies here, for want of a way to send it.
    Concluded,
    /// It went to the body that is competent for it.
    HandedOver,
    Satisfied,
    /// The outcome was rejected, and others review it.
    Reviewed,
    /// The review has ended, and its notice went out.
    Ended,
    /// A body outside has it.
    Outside,
    SettledAtOnce,
    Withdrawn,
    Closed,
    Annulled,
}

impl Standing {
    pub const ALL: &[Standing] = &[
        Standing::Received,
        Standing::Considered,
        Standing::Answered,
        Standing::Concluded,
        Standing::HandedOver,
        Standing::Satisfied,
        Standing::Reviewed,
        Standing::Ended,
        Standing::Outside,
        Standing::SettledAtOnce,
        Standing::Withdrawn,
        Standing::Closed,
        Standing::Annulled,
    ];

    pub fn of(case: &Case) -> Standing {
        let round = &case.round;
        if case.is_annulled() {
            return Standing::Annulled;
        }
        if case.closed_on.is_some() {
            return Standing::Closed;
        }
        if case.is_settled() {
            return Standing::SettledAtOnce;
        }
        if round.withdrawn.is_some() {
            return Standing::Withdrawn;
        }
        if round
            .recourse
            .as_ref()
            .is_some_and(|outside| outside.result.is_none())
        {
            return Standing::Outside;
        }
        match round.response {
            Some((_, Response::Rejected)) if round.end_told.is_some() => return Standing::Ended,
            Some((_, Response::Rejected)) => return Standing::Reviewed,
            Some((_, Response::Satisfied)) => return Standing::Satisfied,
            None => {}
        }
        match round.answered {
            Some((_, Answer::HandedOver)) => Standing::HandedOver,
            Some((_, Answer::Conclusion)) => Standing::Concluded,
            Some((_, Answer::OnTheSpot | Answer::Voice { .. } | Answer::Letter)) => Standing::Answered,
            None if round.assessment.is_some() => Standing::Considered,
            None => Standing::Received,
        }
    }

    pub const fn key(self) -> &'static str {
        match self {
            Standing::Received => "received",
            Standing::Considered => "considered",
            Standing::Answered => "answered",
            Standing::Concluded => "concluded",
            Standing::HandedOver => "handed-over",
            Standing::Satisfied => "satisfied",
            Standing::Reviewed => "reviewed",
            Standing::Ended => "ended",
            Standing::Outside => "outside",
            Standing::SettledAtOnce => "settled-at-once",
            Standing::Withdrawn => "withdrawn",
            Standing::Closed => "closed",
            Standing::Annulled => "annulled",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};
    use procedure::CaseId;
    use procedure::case::acts::{Assess, SettleOnTheSpot};
    use procedure::case::{Assessment, BookEntry, Conclusion, Done, Recourse, Settlement};
    use procedure::vocabulary::{Degree, Forum, Kind, Ours, Severity};
    use procedure::{TextId, TextRef};

    const DAY: Date = date(2026, 3, 2);
    const DONE: Done = Done { by: None, on: DAY };

    fn text() -> TextRef {
        TextRef {
            id: TextId(uuid::Uuid::nil()),
            sha256: String::new(),
        }
    }

    fn assessed() -> Assessment {
        Assessment {
            done: DONE,
            said: Assess {
                ours: Ours::Ours,
                kind: Kind::Complaint,
                subjects: std::collections::BTreeSet::new(),
                severity: Severity::Low,
                safety: false,
                complexity: Degree::Low,
                impact: Degree::Low,
                immediate_action: false,
                reason: text(),
                case_officer: None,
                unit: None,
            },
        }
    }

    fn decided() -> Conclusion {
        let outcome = serde_json::json!({ "finding": "founded", "remedy": "none", "reasons": text() });
        Conclusion {
            by: DONE,
            outcome: serde_json::from_value(outcome).expect("an outcome"),
            approved: None,
            proposal: false,
        }
    }

    /// A case on its way, changed so.
    fn standing(change: impl FnOnce(&mut Case)) -> Standing {
        let mut case = Case::blank(CaseId(uuid::Uuid::nil()));
        change(&mut case);
        Standing::of(&case)
    }

    #[test]
    fn every_state_of_a_case_has_the_one_phrase_that_its_complainant_may_know() {
        let answered = |case: &mut Case, how| {
            case.round.assessment = Some(assessed());
            case.round.conclusion = Some(decided());
            case.round.answered = Some((DAY, how));
        };
        let rejected = |case: &mut Case| {
            answered(case, Answer::Letter);
            case.round.response = Some((DONE, Response::Rejected));
        };
        let outside = |result| Recourse {
            forum: Forum::Court,
            known_on: DAY,
            result,
        };
        let found = [
            standing(|_| {}),
            standing(|case| case.round.assessment = Some(assessed())),
            standing(|case| answered(case, Answer::Letter)),
            standing(|case| answered(case, Answer::Conclusion)),
            standing(|case| answered(case, Answer::HandedOver)),
            standing(|case| {
                answered(case, Answer::Letter);
                case.round.response = Some((DONE, Response::Satisfied));
            }),
            standing(rejected),
            standing(|case| {
                rejected(case);
                case.round.end_told = Some(DAY);
            }),
            standing(|case| {
                rejected(case);
                case.round.recourse = Some(outside(None));
            }),
            standing(|case| {
                let said = SettleOnTheSpot {
                    explanation: text(),
                    satisfaction: text(),
                };
                case.round.settlement = Some(Settlement { done: DONE, said });
                case.round.answered = Some((DAY, Answer::OnTheSpot));
            }),
            standing(|case| case.round.withdrawn = Some(DONE)),
            standing(|case| {
                rejected(case);
                case.closed_on = Some(DAY);
            }),
            standing(|case| case.entry = BookEntry::Annulled),
        ];
        assert_eq!(found, Standing::ALL);
        let voice = Answer::Voice {
            notice_declined: true,
        };
        assert_eq!(standing(|case| answered(case, voice)), Standing::Answered);
    }

    #[test]
    fn what_happens_inside_is_not_told() {
        let decided_inside = standing(|case| {
            case.round.assessment = Some(assessed());
            case.round.conclusion = Some(decided());
        });
        assert_eq!(decided_inside, Standing::Considered);
        assert_eq!(
            standing(|case| case.entry = BookEntry::AnnulmentAsked),
            Standing::Received
        );
        let tainted = standing(|case| {
            case.round.answered = Some((DAY, Answer::Letter));
            case.round.tainted = true;
        });
        assert_eq!(tainted, Standing::Answered);
    }
}
