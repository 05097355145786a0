//! A corrective or preventive action under QT-07-HTCL (ISO 9001 10.2): its own record and life, linked to cases.

use crate::case::refusal::{Refusal, Why};
use crate::case::{Actor, Done, Invalid, Problem};
use crate::deadline::{Due, Term};
use crate::desk::Desk;
use crate::id::{CaseId, CorrectiveActionId, PersonId, TextRef};
use crate::office::Office;
use crate::rule::Rule;
use crate::settings::Periods;
use crate::vocabulary::{Bar, Role};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

macro_rules! acts {
    ($($(#[$doc:meta])* $variant:ident { $($field:ident: $ty:ty),* $(,)? } = $key:literal),* $(,)?) => {
        /// What people do to a corrective action.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(tag = "act")]
        pub enum ActionAct { $($(#[$doc])* #[serde(rename = $key)] $variant { $(#[serde(default)] $field: $ty),* },)* }

        /// The name of such an act.
        #[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ActionActKind { $(#[serde(rename = $key)] $variant,)* }

        impl ActionActKind {
            pub const ALL: &[ActionActKind] = &[$(ActionActKind::$variant),*];

            pub const fn key(self) -> &'static str {
                match self { $(ActionActKind::$variant => $key,)* }
            }

            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(ActionActKind::$variant),)* _ => None }
            }
        }

        impl ActionAct {
            pub const fn kind(&self) -> ActionActKind {
                match self { $(ActionAct::$variant { .. } => ActionActKind::$variant,)* }
            }
        }
    };
}

acts! {
    /// Opened for a case, by the act of that case.
    Open { case: Option<CaseId>, problem: Option<TextRef>, owner: Option<PersonId>, preventive: bool } = "open",
    /// Another case leads to it.
    Link { case: Option<CaseId> } = "link",
    /// The instance is put right at once (sự khắc phục).
    Correct { correction: Option<TextRef> } = "correct",
    /// Five whys or a fishbone; "human error" alone is no cause.
    AnalyseCause { method: CauseMethod, cause: Option<TextRef>, similar: Option<TextRef> } = "analyse_cause",
    PlanActions { measures: Vec<ActionMeasure> } = "plan_actions",
    ApproveActions { note: Option<TextRef> } = "approve_actions",
    ReturnActions { reason: Option<TextRef> } = "return_actions",
    ReportActionDone { measure: usize, result: Option<TextRef> } = "report_action_done",
    ReviewEffectiveness { effectiveness: Effectiveness, reasons: Option<TextRef> } = "review_effectiveness",
    /// No action is needed: a reason from QMR.
    ConcludeNoneNeeded { reason: Option<TextRef> } = "conclude_none_needed",
    CloseAction {} = "close_action",
    ReopenAction { reason: Option<TextRef> } = "reopen_action",
}

/// How the cause was looked for.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CauseMethod {
    #[default]
    FiveWhys,
    Fishbone,
    Other,
}

impl CauseMethod {
    pub const ALL: &[CauseMethod] = &[CauseMethod::FiveWhys, CauseMethod::Fishbone, CauseMethod::Other];

    pub const fn key(self) -> &'static str {
        match self {
            CauseMethod::FiveWhys => "five_whys",
            CauseMethod::Fishbone => "fishbone",
            CauseMethod::Other => "other",
        }
    }
}

/// Whether the cause is gone.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effectiveness {
    #[default]
    Effective,
    Partly,
    NotEffective,
}

impl Effectiveness {
    pub const ALL: &[Effectiveness] = &[
        Effectiveness::Effective,
        Effectiveness::Partly,
        Effectiveness::NotEffective,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            Effectiveness::Effective => "effective",
            Effectiveness::Partly => "partly",
            Effectiveness::NotEffective => "not_effective",
        }
    }
}

/// Who does what by when to remove the cause.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActionMeasure {
    pub what: TextRef,
    pub doer: PersonId,
    pub by: Date,
}

/// One line of its history.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActionEntry {
    pub at: Timestamp,
    pub on: Date,
    pub by: Actor,
    #[serde(flatten)]
    pub act: ActionAct,
    /// The dates of the duties that follow, so that history alone gives them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dated: Vec<(ActionActKind, u16, Term, Due)>,
}

/// How far it is.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionStage {
    #[default]
    Open,
    Planned,
    UnderWay,
    AwaitingReview,
    Reviewed,
    Closed,
}

impl ActionStage {
    pub const ALL: &[ActionStage] = &[
        ActionStage::Open,
        ActionStage::Planned,
        ActionStage::UnderWay,
        ActionStage::AwaitingReview,
        ActionStage::Reviewed,
        ActionStage::Closed,
    ];

    pub const fn key(self) -> &'static str {
        match self {
            ActionStage::Open => "open",
            ActionStage::Planned => "planned",
            ActionStage::UnderWay => "under_way",
            ActionStage::AwaitingReview => "awaiting_review",
            ActionStage::Reviewed => "reviewed",
            ActionStage::Closed => "closed",
        }
    }
}

/// The whole record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CorrectiveAction {
    pub id: CorrectiveActionId,
    pub preventive: bool,
    pub opened: Option<Done>,
    pub owner: Option<PersonId>,
    pub cases: BTreeSet<CaseId>,
    pub corrected: Option<Done>,
    pub cause: Option<Done>,
    pub measures: Vec<ActionMeasure>,
    pub planned: Option<Done>,
    pub approved: Option<Done>,
    pub done: BTreeMap<usize, Done>,
    pub reviewed: Option<(Done, Effectiveness)>,
    pub none_needed: Option<Done>,
    pub closed: Option<Done>,
    pub reopened: u16,
    /// The day from which cause and plan are due again.
    #[serde(default)]
    pub restarted_on: Option<Date>,
    #[serde(with = "crate::pairs")]
    pub dues: BTreeMap<(ActionActKind, u16), (Term, Due)>,
    pub version: u32,
}

/// A duty of a corrective action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActionDuty {
    pub act: ActionActKind,
    pub nth: u16,
    pub office: Office,
    pub person: Option<PersonId>,
    pub opens_on: Date,
    pub term: Term,
    pub due: Option<Due>,
}

impl CorrectiveAction {
    pub fn blank(id: CorrectiveActionId) -> Self {
        Self {
            id,
            preventive: false,
            opened: None,
            owner: None,
            cases: BTreeSet::new(),
            corrected: None,
            cause: None,
            measures: Vec::new(),
            planned: None,
            approved: None,
            done: BTreeMap::new(),
            reviewed: None,
            none_needed: None,
            closed: None,
            reopened: 0,
            restarted_on: None,
            dues: BTreeMap::new(),
            version: 0,
        }
    }

    pub fn fold<'a>(id: CorrectiveActionId, history: impl IntoIterator<Item = &'a ActionEntry>) -> Self {
        history.into_iter().fold(Self::blank(id), |mut action, entry| {
            action.apply(entry);
            action
        })
    }

    pub fn apply(&mut self, entry: &ActionEntry) {
        self.version += 1;
        let done = Done {
            by: entry.by.person(),
            on: entry.on,
        };
        match &entry.act {
            ActionAct::Open {
                case,
                owner,
                preventive,
                ..
            } => {
                self.opened = Some(done);
                self.owner = *owner;
                self.preventive = *preventive;
                self.cases.extend(*case);
            }
            ActionAct::Link { case } => self.cases.extend(*case),
            ActionAct::Correct { .. } => self.corrected = Some(done),
            ActionAct::AnalyseCause { .. } => self.cause = Some(done),
            ActionAct::PlanActions { measures } => {
                self.measures.clone_from(measures);
                self.planned = Some(done);
                self.approved = None;
                self.done.clear();
            }
            ActionAct::ApproveActions { .. } => self.approved = Some(done),
            ActionAct::ReturnActions { .. } => self.planned = None,
            ActionAct::ReportActionDone { measure, .. } => {
                self.done.insert(*measure, done);
            }
            ActionAct::ReviewEffectiveness {
                effectiveness: Effectiveness::NotEffective,
                ..
            } => {
                self.start_again(done.on);
            }
            ActionAct::ReviewEffectiveness { effectiveness, .. } => {
                self.reviewed = Some((done, *effectiveness))
            }
            ActionAct::ConcludeNoneNeeded { .. } => self.none_needed = Some(done),
            ActionAct::CloseAction {} => self.closed = Some(done),
            ActionAct::ReopenAction { .. } => self.start_again(done.on),
        }
        for (kind, nth, term, due) in &entry.dated {
            self.dues.insert((*kind, *nth), (*term, *due));
        }
    }

    /// "Not effective" and a reopening lead back to the cause.
    fn start_again(&mut self, on: Date) {
        self.reopened += 1;
        self.restarted_on = Some(on);
        self.cause = None;
        self.planned = None;
        self.approved = None;
        self.measures.clear();
        self.done.clear();
        self.reviewed = None;
        self.none_needed = None;
        self.closed = None;
    }

    fn all_done(&self) -> bool {
        self.approved.is_some() && self.done.len() == self.measures.len()
    }

    pub fn stage(&self) -> ActionStage {
        if self.closed.is_some() {
            ActionStage::Closed
        } else if self.reviewed.is_some() || self.none_needed.is_some() {
            ActionStage::Reviewed
        } else if self.all_done() {
            ActionStage::AwaitingReview
        } else if self.approved.is_some() {
            ActionStage::UnderWay
        } else if self.planned.is_some() {
            ActionStage::Planned
        } else {
            ActionStage::Open
        }
    }

    /// Whether this person may do this now. `apart` are those whom a linked case is about, or who declared an interest there.
    ///
    /// # Errors
    /// The refusal, under S10, or under S4 for who is apart.
    pub fn guard(
        &self,
        actor: Actor,
        desk: &Desk,
        apart: &BTreeMap<PersonId, Bar>,
        kind: ActionActKind,
    ) -> Result<(), Refusal> {
        let refuse = |why| {
            let rule = if matches!(why, Why::Barred(_)) {
                Rule::S4
            } else {
                Rule::S10
            };
            Err(Refusal { rule, why })
        };
        let when = |condition: bool, why: Why| if condition { Ok(()) } else { refuse(why) };
        let Some(person) = actor.person().filter(|&p| desk.staff.is_active(p)) else {
            return refuse(Why::NotYourOffice);
        };
        let holds = |role| desk.staff.holds(role, person, desk.today);
        let owner = self.owner == Some(person);
        let leader = holds(Role::Director) || holds(Role::DeputyDirector);
        // Where a case is about every QMR, leadership does what would be theirs.
        let mut qmrs = desk.staff.holders(Role::Qmr, desk.today);
        let no_qmr = qmrs.all(|qmr| apart.contains_key(&qmr));
        let qmr = holds(Role::Qmr) || (leader && no_qmr);
        if kind == ActionActKind::Open {
            when(self.opened.is_none(), Why::AlreadyDone)?;
            return when(
                qmr || leader || holds(Role::CertificationHead),
                Why::NotYourOffice,
            );
        }
        when(self.opened.is_some(), Why::NotReceived)?;
        if let Some(&bar) = apart.get(&person) {
            return refuse(Why::Barred(bar));
        }
        if kind != ActionActKind::ReopenAction && kind != ActionActKind::Link {
            when(self.closed.is_none(), Why::Closed)?;
        }
        let open = self.none_needed.is_none() && self.reviewed.is_none();
        match kind {
            ActionActKind::Open => Ok(()),
            ActionActKind::Link => when(qmr || owner || holds(Role::CertificationHead), Why::NotYourOffice),
            ActionActKind::Correct => {
                when(self.corrected.is_none() && open, Why::AlreadyDone)?;
                when(owner || qmr, Why::NotYourOffice)
            }
            ActionActKind::AnalyseCause => {
                when(self.cause.is_none() && open, Why::AlreadyDone)?;
                when(owner || qmr, Why::NotYourOffice)
            }
            ActionActKind::PlanActions => {
                when(self.cause.is_some(), Why::CauseFirst)?;
                when(self.planned.is_none() && open, Why::AlreadyDone)?;
                when(owner || qmr, Why::NotYourOffice)
            }
            ActionActKind::ApproveActions | ActionActKind::ReturnActions => {
                let planned = match self.planned {
                    Some(planned) => planned,
                    None => return refuse(Why::PlanFirst),
                };
                when(self.approved.is_none(), Why::AlreadyDone)?;
                when(leader || qmr, Why::NotYourOffice)?;
                when(planned.by != Some(person), Why::BothHalves)
            }
            ActionActKind::ReportActionDone => {
                when(self.approved.is_some(), Why::PlanFirst)?;
                when(
                    !self.open_measures_of(person, desk).is_empty(),
                    Why::NoMeasureOpen,
                )
            }
            ActionActKind::ReviewEffectiveness => {
                when(
                    self.reviewed.is_none() && self.none_needed.is_none(),
                    Why::AlreadyDone,
                )?;
                when(self.approved.is_some(), Why::PlanFirst)?;
                when(self.all_done(), Why::DutiesLeft)?;
                // By someone other than the owner; an auditor reads, and changes nothing.
                when(qmr || leader, Why::NotYourOffice)?;
                when(!owner, Why::BothHalves)
            }
            ActionActKind::ConcludeNoneNeeded => {
                when(open && self.approved.is_none(), Why::AlreadyDone)?;
                when(qmr, Why::NotYourOffice)
            }
            ActionActKind::CloseAction => {
                when(!open, Why::DutiesLeft)?;
                when(qmr, Why::NotYourOffice)
            }
            ActionActKind::ReopenAction => {
                when(self.closed.is_some() || !open, Why::NotClosed)?;
                when(qmr || leader, Why::NotYourOffice)
            }
        }
    }

    /// The measures that this person has still to report done. For a doer who left the owner or QMR reports.
    pub fn open_measures_of(&self, person: PersonId, desk: &Desk) -> Vec<usize> {
        let measures = self.measures.iter().enumerate();
        let answers = self.owner == Some(person) || desk.staff.holds(Role::Qmr, person, desk.today);
        let reports = |doer: PersonId| doer == person || (answers && !desk.staff.is_active(doer));
        measures
            .filter(|(n, m)| reports(m.doer) && !self.done.contains_key(n))
            .map(|(n, _)| n)
            .collect()
    }

    /// What an act says, held against the record.
    ///
    /// # Errors
    /// Each field that cannot stand.
    pub fn check(&self, act: &ActionAct, actor: Actor, desk: &Desk) -> Result<(), Vec<Invalid>> {
        let mut found = Vec::new();
        let mut need = |field: &str, present: bool| {
            if !present {
                found.push(Invalid::new(field, Problem::Missing));
            }
        };
        match act {
            ActionAct::Open { problem, owner, .. } => {
                need("problem", problem.is_some());
                need("owner", owner.is_some());
                if owner.is_some_and(|p| !desk.staff.is_active(p)) {
                    found.push(Invalid::new("owner", Problem::UnknownPerson));
                }
            }
            ActionAct::Link { case } => need("case", case.is_some()),
            ActionAct::Correct { correction } => need("correction", correction.is_some()),
            ActionAct::AnalyseCause { cause, .. } => need("cause", cause.is_some()),
            ActionAct::PlanActions { measures } => {
                need("measures", !measures.is_empty());
                for (place, measure) in measures.iter().enumerate() {
                    if !desk.staff.is_active(measure.doer) {
                        found.push(Invalid::new(
                            &format!("measures.{place}.doer"),
                            Problem::UnknownPerson,
                        ));
                    }
                    if measure.by < desk.today {
                        found.push(Invalid::new(&format!("measures.{place}.by"), Problem::InPast));
                    }
                }
            }
            ActionAct::ReportActionDone { measure, result } => {
                need("result", result.is_some());
                if !actor
                    .person()
                    .is_some_and(|p| self.open_measures_of(p, desk).contains(measure))
                {
                    found.push(Invalid::new("measure", Problem::NotYourMeasure));
                }
            }
            ActionAct::ReviewEffectiveness { reasons, .. } => need("reasons", reasons.is_some()),
            ActionAct::ConcludeNoneNeeded { reason }
            | ActionAct::ReopenAction { reason }
            | ActionAct::ReturnActions { reason } => need("reason", reason.is_some()),
            ActionAct::ApproveActions { .. } | ActionAct::CloseAction {} => {}
        }
        if found.is_empty() { Ok(()) } else { Err(found) }
    }

    /// The line that an accepted act adds, with the dates of the duties it leaves.
    pub fn record(&self, act: ActionAct, actor: Actor, desk: &Desk) -> ActionEntry {
        let mut entry = ActionEntry {
            at: desk.now,
            on: desk.today,
            by: actor,
            act,
            dated: Vec::new(),
        };
        let mut after = self.clone();
        after.apply(&entry);
        for duty in duties(&after, desk.periods) {
            if duty.due.is_none() {
                entry
                    .dated
                    .push((duty.act, duty.nth, duty.term, duty.term.due(desk.calendar)));
            }
        }
        entry
    }
}

/// What must be done about a corrective action (S10).
pub fn duties(action: &CorrectiveAction, periods: &Periods) -> Vec<ActionDuty> {
    let Some(opened) = action.opened else {
        return Vec::new();
    };
    if action.closed.is_some() {
        return Vec::new();
    }
    let mut duties = Vec::new();
    let mut add = |act, nth, office, person, opens_on, term| {
        duties.push(ActionDuty {
            act,
            nth,
            office,
            person,
            opens_on,
            term,
            due: None,
        });
    };
    let working = |from, days| Term::WorkingDays { from, days };
    let owner = action.owner;
    let begun = action.restarted_on.unwrap_or(opened.on);
    if action.none_needed.is_some() || action.reviewed.is_some() {
        let on = action
            .reviewed
            .map(|(done, _)| done.on)
            .or(action.none_needed.map(|d| d.on))
            .unwrap_or(opened.on);
        add(
            ActionActKind::CloseAction,
            0,
            Office::Qmr,
            None,
            on,
            working(on, periods.direction),
        );
    } else if action.cause.is_none() {
        let term = working(begun, periods.corrective_plan);
        add(
            ActionActKind::AnalyseCause,
            action.reopened,
            Office::Doer,
            owner,
            begun,
            term,
        );
    } else if action.planned.is_none() {
        let term = working(begun, periods.corrective_plan);
        add(
            ActionActKind::PlanActions,
            action.reopened,
            Office::Doer,
            owner,
            begun,
            term,
        );
    } else if action.approved.is_none() {
        let on = action.planned.map_or(opened.on, |d| d.on);
        add(
            ActionActKind::ApproveActions,
            0,
            Office::Leader,
            None,
            on,
            working(on, periods.approve_plan),
        );
    } else if action.all_done() {
        let last = action.done.values().map(|d| d.on).max().unwrap_or(opened.on);
        let term = Term::CalendarDays {
            from: last,
            days: periods.effectiveness_calendar,
        };
        add(
            ActionActKind::ReviewEffectiveness,
            0,
            Office::EffectReviewer,
            None,
            last,
            term,
        );
    } else {
        let on = action.approved.map_or(opened.on, |d| d.on);
        for (place, measure) in action.measures.iter().enumerate() {
            if !action.done.contains_key(&place) {
                let nth = u16::try_from(place).unwrap_or(u16::MAX);
                let term = Term::On { date: measure.by };
                add(
                    ActionActKind::ReportActionDone,
                    nth,
                    Office::Doer,
                    Some(measure.doer),
                    on,
                    term,
                );
            }
        }
    }
    for duty in &mut duties {
        // A date once given stands: a period that was changed later counts for what arises later.
        let known = action.dues.get(&(duty.act, duty.nth));
        if let Some((term, due)) = known.filter(|(term, _)| same_beginning(term, &duty.term)) {
            duty.term = *term;
            duty.due = Some(*due);
        }
    }
    duties
}

/// Whether two terms run from the same day in the same way, however long.
fn same_beginning(one: &Term, other: &Term) -> bool {
    match (one, other) {
        (Term::CalendarDays { from, .. }, Term::CalendarDays { from: start, .. })
        | (Term::WorkingDays { from, .. }, Term::WorkingDays { from: start, .. }) => from == start,
        _ => one == other,
    }
}

#[cfg(test)]
mod stories;
