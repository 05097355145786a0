//! The seeded mutations: for each a place in the rules, what is put there, and the property that must break. They are only ever made in a
//! copy of the crate.

use prove::properties::Property;
use prove::properties::Property::*;

/// One rule, wrongly written.
#[derive(Debug)]
pub struct Mutation {
    /// What the rules would then allow.
    pub tells: &'static str,
    /// The file, from the sources of `procedure`.
    pub file: &'static str,
    pub exact: &'static str,
    pub replacement: &'static str,
    pub breaks: Property,
}

const fn mutation(
    breaks: Property,
    tells: &'static str,
    file: &'static str,
    exact: &'static str,
    replacement: &'static str,
) -> Mutation {
    Mutation {
        tells,
        file,
        exact,
        replacement,
        breaks,
    }
}

pub const ALL: &[Mutation] = &[
    mutation(
        EndsClosed,
        "a blocked QMR is not replaced",
        "office.rs",
        "let mut needed = vec![Role::Qmr];",
        "let mut needed: Vec<Role> = Vec::new();",
    ),
    mutation(
        EndsClosed,
        "silence never lapses",
        "case/ready.rs",
        "when(desk.today > term.due(desk.calendar).on, Why::NotDueYet)",
        "when(desk.today < term.due(desk.calendar).on, Why::NotDueYet)",
    ),
    mutation(
        EndsClosed,
        "nobody reports the measure of a doer who is kept out",
        "case/ready.rs",
        "doer == person || (!able && self.round.case_officer == Some(person))",
        "doer == person && able",
    ),
    mutation(
        NothingLeft,
        "a case closes with duties left",
        "case/ready.rs",
        "when(obligations(self, desk.periods).is_empty(), Why::DutiesLeft)",
        "Ok(())",
    ),
    mutation(
        NothingLeft,
        "a talk that was held stays due",
        "case/apply.rs",
        "Act::HoldTalk(_) => self.round.talk = Some(done),",
        "Act::HoldTalk(_) => {}",
    ),
    mutation(
        NothingLeft,
        "an upheld appeal asks for no new decision",
        "obligations/s11.rs",
        "case.upheld_appeal() && case.round.new_decision.is_none()",
        "case.upheld_appeal() && case.round.new_decision.is_some()",
    ),
    mutation(
        SameSet,
        "a page does not show the withdrawal",
        "case/guard.rs",
        ".map(|&kind| (kind, guard(case, actor, desk, kind)))",
        ".filter(|&&kind| kind != ActKind::Withdraw).map(|&kind| (kind, guard(case, actor, desk, kind)))",
    ),
    mutation(
        SameSet,
        "a day to come may not be today",
        "case/decide.rs",
        "if day < self.desk.today {",
        "if day <= self.desk.today {",
    ),
    mutation(
        Independence,
        "one who took part decides",
        "independence.rs",
        "!appeal && !matches!(nature, Nature::Deciding)",
        "!appeal || matches!(nature, Nature::Deciding)",
    ),
    mutation(
        Independence,
        "the subject of the case is free to act",
        "independence.rs",
        "if case.persons_concerned.contains(&person) {",
        "if case.persons_concerned.len() > 7 {",
    ),
    mutation(
        Independence,
        "nobody declares",
        "case/guard.rs",
        "must_declare(ask.nature, kind) && !case.declarations.contains_key(&person)",
        "must_declare(ask.nature, kind) && case.declarations.len() > 20",
    ),
    mutation(
        Independence,
        "who proposed a plan approves it",
        "case/halves.rs",
        "ActKind::ApprovePlan | ActKind::ReturnPlan => &self.proposed,",
        "ActKind::ApprovePlan | ActKind::ReturnPlan => &self.signed,",
    ),
    mutation(
        OnTheSpot,
        "a safety matter is settled on the spot",
        "case.rs",
        "            || self.has(Subject::Confidentiality)\n            || self.safety",
        "            || self.has(Subject::Confidentiality)",
    ),
    mutation(
        OnTheSpot,
        "an appeal is settled on the spot",
        "case.rs",
        "        self.written\n            || self.is_appeal()\n",
        "        self.written\n",
    ),
    mutation(
        Letters,
        "another text is signed than was submitted",
        "case/decide.rs",
        ".is_none_or(|letter| letter.digest != said.digest)",
        ".is_none_or(|letter| letter.digest.is_empty())",
    ),
    mutation(
        Letters,
        "the digest does not cover the signer",
        "case/letter.rs",
        "    hash.update(said.signer.0.as_bytes());\n",
        "",
    ),
    mutation(
        Letters,
        "a draft goes out in place of the letter that came back",
        "case/apply.rs",
        "                if numbered {\n",
        "                if in_hand {\n",
    ),
    mutation(
        WrittenAnswer,
        "an appeal is answered by voice",
        "case/ready.rs",
        "when(!self.written && !self.is_appeal(), Why::LetterNeeded)?;",
        "when(!self.written, Why::LetterNeeded)?;",
    ),
    mutation(
        WrittenAnswer,
        "a conclusion is filed although there is an address",
        "case/ready.rs",
        "when(!self.can_write(), Why::AddressKnown)?;",
        "",
    ),
    mutation(
        CorrectiveAction,
        "a certification result asks for no corrective action",
        "obligations/b2_2.rs",
        "if case.corrective_actions.is_empty() {",
        "if !case.corrective_actions.is_empty() {",
    ),
    mutation(
        CorrectiveAction,
        "a leak asks for no corrective action",
        "obligations/b2_7.rs",
        "if case.corrective_actions.is_empty() && !case.has(Subject::CertificationResult) {",
        "if !case.corrective_actions.is_empty() && !case.has(Subject::CertificationResult) {",
    ),
    mutation(
        Extensions,
        "a later limit is asked for after the limit",
        "case/ready.rs",
        "when(desk.today <= self.limit_on(), Why::LimitPassed)",
        "Ok(())",
    ),
    mutation(
        Extensions,
        "a deputy grants an extension",
        "case/ask.rs",
        "ActKind::GrantExtension | ActKind::RefuseExtension => ask(Office::Director, Deciding, B2_5),",
        "ActKind::GrantExtension | ActKind::RefuseExtension => ask(Office::Leader, Deciding, B2_5),",
    ),
    mutation(
        Extensions,
        "the new limit is a day of rest",
        "case/decide.rs",
        "} else if !self.desk.calendar.is_working(until) {",
        "} else if false {",
    ),
    mutation(
        History,
        "the history does not keep who is to be replaced",
        "case/decide.rs",
        "        self.entries.push(entry);\n",
        "        if !matches!(entry.event, Event::Vacated { .. }) {\n            self.entries.push(entry);\n        }\n",
    ),
    mutation(
        History,
        "a line forgets that the register officer received it himself",
        "case/event.rs",
        "#[serde(default, skip_serializing_if = \"std::ops::Not::not\")]\n    pub confirmed",
        "#[serde(skip)]\n    pub confirmed",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn each_mutation_finds_its_place_in_the_rules_exactly_once() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../procedure/src");
        for mutation in ALL {
            let source = std::fs::read_to_string(sources.join(mutation.file)).expect("the file is there");
            let places = source.matches(mutation.exact).count();
            assert_eq!(places, 1, "{:?} in {}", mutation.exact, mutation.file);
        }
    }

    #[test]
    fn each_property_has_two_mutations_at_least() {
        for property in Property::ALL {
            let count = ALL.iter().filter(|mutation| mutation.breaks == property).count();
            assert!(count >= 2, "{property}: {count}");
        }
    }
}
