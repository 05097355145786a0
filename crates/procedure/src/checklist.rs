//! What an assessor asks of a case, line by line, and where in its history the proof of each line stands, or that it is missing.

use crate::case::event::{Entry, Event};
use crate::case::{Act, ActKind, Case};
use crate::desk::Desk;
use crate::obligations::obligations;
use crate::rule::Rule;
use std::collections::BTreeSet;

/// A clause of ISO/IEC 17065:2012, 7.13.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clause {
    /// Received, recorded and tracked to the end.
    Recorded,
    /// Whether it concerns what the body answers for.
    Ours,
    /// A formal complaint or appeal is acknowledged.
    Acknowledged,
    /// All that is needed is gathered and verified.
    Gathered,
    /// Decided, or reviewed and approved, by people not involved in the activity concerned.
    Independent,
    /// Nobody who advised or was employed by the client within two years.
    NoTies,
    /// Notice of the outcome and of the end, whenever possible.
    Notified,
    /// An appellant is given notice of both.
    AppellantNotified,
    /// What has to follow is done.
    FollowedUp,
}

impl Clause {
    pub const ALL: [Clause; 9] = [
        Clause::Recorded,
        Clause::Ours,
        Clause::Acknowledged,
        Clause::Gathered,
        Clause::Independent,
        Clause::NoTies,
        Clause::Notified,
        Clause::AppellantNotified,
        Clause::FollowedUp,
    ];

    /// As the standard numbers it.
    pub const fn number(self) -> &'static str {
        match self {
            Clause::Recorded => "7.13.1",
            Clause::Ours => "7.13.2",
            Clause::Acknowledged => "7.13.3",
            Clause::Gathered => "7.13.4",
            Clause::Independent => "7.13.5",
            Clause::NoTies => "7.13.6",
            Clause::Notified => "7.13.7",
            Clause::AppellantNotified => "7.13.8",
            Clause::FollowedUp => "7.13.9",
        }
    }
}

/// What a line of the checklist asks about.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    Clause(Clause),
    Rule(Rule),
}

/// Where the proof of a line stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Lines of the history, counted from one; `late` when one of them came after its day.
    Shown { lines: Vec<usize>, late: bool },
    /// It is owed and not done; `late` when its day has passed. Lines show what was done so far.
    Owed { lines: Vec<usize>, late: bool },
    /// It should be there and is not.
    Missing,
    /// This case never came under it.
    NotAsked,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub asked: Asked,
    pub proof: Proof,
}

/// The checklist of a case: every clause of 7.13, then every rule of the procedure that a case can come under.
pub fn checklist(case: &Case, history: &[Entry], desk: &Desk) -> Vec<Check> {
    let reader = Reader { case, history, desk };
    let clauses = Clause::ALL.iter().map(|&clause| Check {
        asked: Asked::Clause(clause),
        proof: reader.clause(clause),
    });
    // The yearly compilation is no matter of one case.
    let rules = Rule::ALL.iter().filter(|&&rule| rule != Rule::B2_8);
    let rules = rules.map(|&rule| Check {
        asked: Asked::Rule(rule),
        proof: reader.rule(rule),
    });
    clauses.chain(rules).collect()
}

struct Reader<'a> {
    case: &'a Case,
    history: &'a [Entry],
    desk: &'a Desk<'a>,
}

impl Reader<'_> {
    fn acts(&self) -> impl Iterator<Item = (usize, &Entry, &Act)> {
        self.history
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| match &entry.event {
                Event::Acted { act, .. } => Some((place + 1, entry, act)),
                Event::Dated { .. }
                | Event::Vacated { .. }
                | Event::SetAside { .. }
                | Event::Transcribed(_) => None,
            })
    }

    fn lines(&self, kinds: &[ActKind]) -> Vec<usize> {
        let of = self.acts().filter(|(_, _, act)| kinds.contains(&act.kind()));
        of.map(|(place, ..)| place).collect()
    }

    /// Lines of these acts, else that they are missing; late where a duty of these rules was.
    fn shown(&self, kinds: &[ActKind], rules: &[Rule]) -> Proof {
        self.of_lines(self.lines(kinds), rules)
    }

    fn of_lines(&self, lines: Vec<usize>, rules: &[Rule]) -> Proof {
        if !lines.is_empty() {
            let late = self.is_late(&lines, rules);
            return Proof::Shown { lines, late };
        }
        match self.case.closed_on {
            // What an open case lacks may yet come.
            None => Proof::Owed {
                lines: Vec::new(),
                late: false,
            },
            Some(_) => Proof::Missing,
        }
    }

    /// Whether one of these lines discharged a duty of these rules after its day.
    fn is_late(&self, lines: &[usize], rules: &[Rule]) -> bool {
        let acts = self.acts().filter(|(place, ..)| lines.contains(place));
        acts.into_iter().any(|(_, entry, act)| {
            let mut dues = self.case.dues.iter();
            let kind = act.kind();
            dues.any(|(duty, (_, due))| {
                duty.act == kind
                    && rules.contains(&duty.rule)
                    && entry.on > due.on
                    // A second act of a kind came when the first had discharged the duty.
                    && !self.acts().any(|(_, other, act)| act.kind() == kind && other.on <= due.on)
            })
        })
    }

    fn clause(&self, clause: Clause) -> Proof {
        use ActKind::*;
        use Rule::*;
        let case = self.case;
        if case.transcribed {
            return match clause {
                Clause::Recorded => Proof::Shown {
                    lines: vec![1],
                    late: false,
                },
                _ => Proof::Missing,
            };
        }
        let settled = case.is_settled();
        match clause {
            Clause::Recorded => match case.entry {
                crate::case::BookEntry::Draft => Proof::Owed {
                    lines: self.lines(&[Receive]),
                    late: false,
                },
                _ => self.shown(&[Receive, ConfirmEntry], &[B1_1]),
            },
            Clause::Ours => self.shown(&[Assess, SettleOnTheSpot], &[S2]),
            Clause::Acknowledged if settled || !case.written => match self.lines(&[Acknowledge, Promise]) {
                lines if lines.is_empty() => Proof::NotAsked,
                lines => self.of_lines(lines, &[S1, B1_2]),
            },
            Clause::Acknowledged => self.shown(&[Acknowledge], &[S1]),
            Clause::Gathered => {
                let gathers = [
                    AddEvidence,
                    RecordStatement,
                    EstablishCause,
                    HoldTalk,
                    InvestigateLeak,
                    SettleOnTheSpot,
                ];
                self.shown(&gathers, &[])
            }
            Clause::Independent if settled => self.shown(&[SettleOnTheSpot], &[]),
            Clause::Independent => self.decision(),
            Clause::NoTies if settled => match self.lines(&[DeclareInterest, NameParticipants]) {
                lines if lines.is_empty() => Proof::NotAsked,
                lines => self.of_lines(lines, &[S4]),
            },
            Clause::NoTies => self.shown(&[DeclareInterest, NameParticipants], &[S4]),
            Clause::Notified if case.is_appeal() => Proof::NotAsked,
            Clause::Notified => {
                let tells = [
                    DispatchLetter,
                    AnswerByVoice,
                    FileConclusion,
                    SettleOnTheSpot,
                    HandOver,
                    RecordGoverningLetter,
                ];
                self.shown(&tells, &[B2_4, S7])
            }
            Clause::AppellantNotified if !case.is_appeal() => Proof::NotAsked,
            Clause::AppellantNotified => self.shown(&[DispatchLetter, RecordGoverningLetter], &[B2_4, S7]),
            Clause::FollowedUp => {
                let asked = case.needs_corrective_action() || !case.corrective_actions.is_empty();
                let lines = self.lines(&[OpenCorrectiveAction, ReportMeasureDone, ReportNewDecision]);
                match (asked, lines.is_empty()) {
                    (false, true) => Proof::NotAsked,
                    _ => self.of_lines(lines, &[B2_2, B2_7, S11]),
                }
            }
        }
    }

    /// 7.13.5: the decision by somebody not involved, or the independent approval that makes a proposal one.
    fn decision(&self) -> Proof {
        let lines = self.lines(&[
            ActKind::DecideOutcome,
            ActKind::ProposeOutcome,
            ActKind::ApproveOutcome,
        ]);
        let conclusion = self.case.round.conclusion.as_ref();
        match conclusion {
            Some(conclusion) if conclusion.is_decision() && !self.case.round.tainted => {
                self.of_lines(lines, &[])
            }
            Some(_) => Proof::Owed { lines, late: false },
            None => self.of_lines(lines, &[]),
        }
    }

    fn rule(&self, rule: Rule) -> Proof {
        let acts = self
            .acts()
            .filter(|(_, _, act)| self.falls_under(act.kind(), rule));
        let lines: Vec<usize> = acts.map(|(place, ..)| place).collect();
        let owed = obligations(self.case, self.desk.periods);
        let mut owed = owed.iter().filter(|duty| duty.rule == rule).peekable();
        if owed.peek().is_some() {
            let late = owed.any(|duty| duty.due.is_some_and(|due| due.on < self.desk.today));
            return Proof::Owed { lines, late };
        }
        if lines.is_empty() {
            return Proof::NotAsked;
        }
        let late = match rule {
            // The thirty days end with the answer, whatever else closes the case.
            Rule::B2_4 => self.is_answered_late(),
            _ => self.is_late(&lines, &[rule]),
        };
        Proof::Shown { lines, late }
    }

    fn is_answered_late(&self) -> bool {
        let answered = self.case.round.answered.map(|(on, _)| on);
        let limit = self.case.limit.map(|due| due.on);
        answered.zip(limit).is_some_and(|(on, limit)| on > limit)
    }

    /// An act shows a rule that asks for it, or that made a duty which it discharged.
    fn falls_under(&self, kind: ActKind, rule: Rule) -> bool {
        let of_duties: BTreeSet<Rule> = self
            .case
            .dues
            .keys()
            .filter(|duty| duty.act == kind)
            .map(|duty| duty.rule)
            .collect();
        self.case.ask(kind).rule == rule || of_duties.contains(&rule)
    }
}

#[cfg(test)]
mod stories;
