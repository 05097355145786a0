//! The public form becomes a case: what was written is read into the act of receipt, the case is acknowledged by its receipt (S1), and
//! the complainant has a code.

use super::draft::draft_hash;
use super::{Code, Draft, Kept, secret_hash};
use crate::error::{Error, Result};
use crate::intake::reader::Reader;
use crate::submission::{PartyKind, hex, new_id};
use crate::{App, NewParty, Office, Submission, Texts};
use jiff::Timestamp;
use procedure::case::acts::{Act, Complainant, Reach, Receive, Tell};
use procedure::case::refusal::Problem;
use procedure::vocabulary::{Channel, DispatchWay, Kind, Subject};
use procedure::{Actor, Case, CaseId, PartyId};
use std::collections::BTreeSet;
use store::At;

/// What the public form asks.
pub mod fields {
    pub const DECLARED_KIND: &str = "declared_kind";
    pub const WHO: &str = "who";
    pub const NAME: &str = "name";
    pub const REPRESENTATIVE: &str = "representative";
    pub const EMAIL: &str = "email";
    pub const PHONE: &str = "phone";
    pub const ADDRESS: &str = "address";
    pub const DECISION: &str = "decision";
    pub const IS_CLIENT: &str = "is_client";
    pub const SUBJECTS: &str = "subjects";
    /// The value of `subjects` for whoever does not know.
    pub const UNKNOWN: &str = "unknown";
    pub const CONTENT: &str = "content";
    pub const REMEDY_SOUGHT: &str = "remedy_sought";
    pub const SAFETY: &str = "safety";
    /// Both fields for files.
    pub const AUTHORITY: &str = "authority";
    pub const DOCUMENTS: &str = "documents";
    /// Left empty by people: they do not see it.
    pub const TRAP: &str = "website";
}
use fields::*;

/// Who complains.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Person,
    Organisation,
    Anonymous,
}

impl Who {
    pub const ALL: &[Who] = &[Who::Person, Who::Organisation, Who::Anonymous];

    pub const fn key(self) -> &'static str {
        match self {
            Who::Person => "person",
            Who::Organisation => "organisation",
            Who::Anonymous => "anonymous",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|who| who.key() == key)
    }
}

/// What stands before the answers for which the act of receipt has no field of its own: they are added to what happened, for the staff
/// to read.
#[derive(Copy, Clone, Debug)]
pub struct Labels {
    pub decision: &'static str,
    pub unknown_subject: &'static str,
}

impl App {
    /// Reads what was written.
    ///
    /// # Errors
    /// Every field that is missing or cannot stand, all at once.
    pub async fn read_report(
        &self,
        now: Timestamp,
        token: &str,
        draft: &Draft,
        labels: Labels,
    ) -> Result<Submission> {
        let office = self.office().await?;
        let today = office.desk(now).today;
        let mut reader = Reader::new(&draft.typed, today);
        let submission = read(&mut reader, labels, &draft.files);
        // Sent again after midnight, because the answer was lost, it is the case of the day before.
        let received_on = match draft.case {
            Some(case) => self.case_as_it_stands(case).await?.received_on,
            None => today,
        };
        match submission {
            Some(mut submission) if reader.problems.is_empty() => {
                if let Some(Act::Receive(said)) = submission.acts.first_mut() {
                    said.received_on = received_on;
                }
                submission.key = report_key(token);
                Ok(submission)
            }
            _ => Err(reader.problems.into()),
        }
    }

    /// Enters the case, acknowledges it with these words, and gives it its code; the same words sent again by the same browser are the
    /// same case. Each step can be taken up again where the one after it was lost.
    ///
    /// # Errors
    /// `KeyReused` when this browser sent other words from this draft before; the refusal of the act, or a failure of storage.
    pub async fn send_report(
        &self,
        now: Timestamp,
        token: &str,
        draft: &Draft,
        submission: Submission,
        acknowledgement: impl Fn(&Case, &Office) -> String,
    ) -> Result<CaseId> {
        let case = self.execute(now, Actor::Complainant, submission).await?.case;
        let stands = self.case_as_it_stands(case).await?;
        if stands.round.acknowledged.is_none() {
            let office = self.office().await?;
            let mut texts = Texts::default();
            let words = texts.add(acknowledgement(&stands, &office));
            let told = Tell {
                words,
                way: Some(DispatchWay::Portal),
            };
            let receipt = Submission {
                case: Some(case),
                key: format!("{}:receipt", report_key(token)),
                acts: vec![Act::Acknowledge(told)],
                texts,
                ..Submission::default()
            };
            match self.execute(now, Actor::System, receipt).await {
                // Whoever was faster has acknowledged it.
                Ok(_) | Err(Error::Refused(_) | Error::KeyReused) => {}
                Err(error) => return Err(error),
            }
        }
        self.finish_report(now, token, draft, case).await?;
        Ok(case)
    }

    /// The code is given with the draft's end: the words leave the draft, which only leads to its receipt from now on. Its list of files
    /// stays, so that a second click says the same.
    async fn finish_report(&self, now: Timestamp, token: &str, draft: &Draft, case: CaseId) -> Result<()> {
        let code = Code::of_draft(token);
        self.db
            .act(|mut conn| {
                let code = store::portal::Code {
                    id: new_id(),
                    case_id: case.0,
                    code_hash: code.hash(),
                    given_by: None,
                    given_at: At::from(now),
                    revoked_at: None,
                };
                async move {
                    if store::portal::code_of(&mut conn, case.0).await?.is_none() {
                        store::portal::give_code(&mut conn, &code).await?;
                    }
                    Ok::<_, Error>(())
                }
            })
            .await?;
        let sent = Draft {
            case: Some(case),
            files: draft.files.clone(),
            ..Draft::default()
        };
        self.keep_portal_draft(now, token, &sent).await
    }

    /// The code to show with the receipt, as long as it opens the case.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn code_of_report(&self, token: &str, case: CaseId) -> Result<Option<Code>> {
        let code = Code::of_draft(token);
        let known = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::portal::code_of(&mut conn, case.0).await?) })
            .await?;
        Ok(known.filter(|known| known.code_hash == code.hash()).map(|_| code))
    }
}

/// One browser's draft is one case.
fn report_key(token: &str) -> String {
    hex(&secret_hash("report key", &hex(&draft_hash(token))))
}

fn read(reader: &mut Reader, labels: Labels, files: &[Kept]) -> Option<Submission> {
    let mut texts = Texts::default();
    let declared_kind = reader.choice(DECLARED_KIND, public_kind);
    let who = reader.choice(WHO, Who::from_key);
    let (subjects, unknown) = subjects(reader);
    let content = reader.needed(CONTENT);
    let remedy = reader.words(REMEDY_SOUGHT);
    let decision = reader.line(DECISION);
    if declared_kind == Some(Kind::Appeal) && decision.is_empty() && !reader.is_wrong(DECISION) {
        reader.say(DECISION, Problem::Missing);
    }
    let (complainant, parties) = complainant(reader, who);
    let mut content = content?;
    if !decision.is_empty() {
        content = format!("{content}\n\n{}: {decision}", labels.decision);
    }
    if unknown {
        content = format!("{content}\n\n{}", labels.unknown_subject);
    }
    let receive = Receive {
        channel: Channel::WebForm,
        declared_kind: declared_kind?,
        subjects,
        complainant,
        received_on: jiff::civil::Date::ZERO,
        first_read_at: None,
        content: texts.add(content),
        remedy_sought: remedy.map(|words| texts.add(words)),
        persons_concerned: BTreeSet::new(),
        unit: None,
        safety: reader.typed.is_checked(SAFETY),
        forwarder: None,
        documents: files.iter().map(Kept::file).collect(),
    };
    Some(Submission {
        acts: vec![Act::Receive(receive)],
        texts,
        parties,
        ..Submission::default()
    })
}

/// The form offers a complaint and an appeal; a grievance is a complaint that one would rather say than write.
fn public_kind(key: &str) -> Option<Kind> {
    Kind::from_key(key).filter(|kind| matches!(kind, Kind::Complaint | Kind::Appeal))
}

/// What it is about. Whoever does not know says so: the case is entered as another activity, and the assessment (S2) finds the subject.
fn subjects(reader: &mut Reader) -> (BTreeSet<Subject>, bool) {
    let read = |key: &str| match key {
        UNKNOWN => Some(None),
        key => Subject::from_key(key).map(Some),
    };
    let chosen = reader.choices(SUBJECTS, read);
    if chosen.is_empty() && !reader.is_wrong(SUBJECTS) {
        reader.say(SUBJECTS, Problem::NoSubject);
    }
    let mut known: BTreeSet<Subject> = chosen.iter().copied().flatten().collect();
    let unknown = known.is_empty();
    if unknown {
        known.insert(Subject::OtherActivity);
    }
    (known, unknown)
}

/// Who complains. Every letter can be left on the public pages, so that a letter always has somewhere to go. Of whoever stays unnamed
/// nothing is kept, whatever stands in fields that are no longer shown.
fn complainant(reader: &mut Reader, who: Option<Who>) -> (Complainant, Vec<(PartyId, NewParty)>) {
    let is_client = reader.typed.is_checked(IS_CLIENT);
    let nameless = Complainant {
        reach: Reach {
            letter: true,
            voice: false,
        },
        is_client,
        ..Complainant::default()
    };
    if who == Some(Who::Anonymous) {
        return (nameless, Vec::new());
    }
    let kind = match who {
        Some(Who::Organisation) => PartyKind::Organisation,
        _ => PartyKind::Person,
    };
    let party = NewParty {
        kind,
        name: reader.line(NAME),
        address: reader.line(ADDRESS),
        email: reader.email(EMAIL),
        phone: reader.phone(PHONE),
        representative: reader.line(REPRESENTATIVE),
    };
    if party.name.is_empty() {
        if !reader.is_wrong(NAME) {
            reader.say(NAME, Problem::Missing);
        }
        return (nameless, Vec::new());
    }
    let id = PartyId(new_id());
    let known = Complainant {
        party: Some(id),
        reach: Reach {
            letter: true,
            voice: !party.phone.is_empty(),
        },
        is_client,
        represented: !party.representative.is_empty(),
        group: false,
    };
    (known, vec![(id, party)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Typed;
    use jiff::civil::date;

    const LABELS: Labels = Labels {
        decision: "Decision",
        unknown_subject: "They do not know what it is about.",
    };

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed::from_pairs(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())))
    }

    fn received(
        pairs: &[(&str, &str)],
    ) -> std::result::Result<(Receive, Submission), Vec<(String, Problem)>> {
        let typed = typed(pairs);
        let mut reader = Reader::new(&typed, date(2026, 3, 2));
        let read = read(&mut reader, LABELS, &[]);
        let problems = reader.problems.into_iter().map(|p| (p.field, p.problem));
        let problems: Vec<_> = problems.collect();
        match read {
            Some(submission) if problems.is_empty() => match &submission.acts[0] {
                Act::Receive(said) => Ok((said.clone(), submission.clone())),
                other => panic!("{other:?}"),
            },
            _ => Err(problems),
        }
    }

    const LEAST: &[(&str, &str)] = &[
        ("declared_kind", "complaint"),
        ("who", "anonymous"),
        ("subjects", "unknown"),
        ("content", "What happened."),
    ];

    #[test]
    fn who_does_not_know_the_subject_says_so_to_the_staff() {
        let (said, sent) = received(LEAST).expect("the least is enough");
        assert_eq!(said.subjects, BTreeSet::from([Subject::OtherActivity]));
        let words = sent.texts.get(said.content.id).unwrap_or_default();
        assert!(words.ends_with(LABELS.unknown_subject), "{words}");
        let (said, sent) =
            received(&[LEAST, &[("subjects", "staff_conduct")]].concat()).expect("one is known");
        assert_eq!(said.subjects, BTreeSet::from([Subject::StaffConduct]));
        assert_eq!(sent.texts.get(said.content.id), Some("What happened."));
    }

    #[test]
    fn of_whoever_stays_unnamed_nothing_is_kept_and_a_letter_can_be_left_for_them() {
        let hidden = [("name", "A name"), ("email", "a@b.vn"), ("phone", "0912345678")];
        let (said, sent) = received(&[LEAST, &hidden].concat()).expect("they are not asked");
        assert!(sent.parties.is_empty() && said.complainant.party.is_none());
        assert!(said.complainant.reach.letter);
    }

    #[test]
    fn a_form_with_nothing_in_it_names_every_field_that_is_needed() {
        let missing = received(&[]).expect_err("nothing is there");
        let fields: Vec<&str> = missing.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["declared_kind", "who", "subjects", "content", "name"]);
    }

    #[test]
    fn an_appeal_names_its_decision_and_a_grievance_is_not_offered() {
        let appeal = received(&[LEAST, &[("declared_kind", "appeal")]].concat());
        assert_eq!(
            appeal.expect_err("no decision"),
            [("decision".to_owned(), Problem::Missing)]
        );
        let named = [("declared_kind", "appeal"), ("decision", "QD 25")];
        let (said, sent) = received(&[LEAST, &named].concat()).expect("a decision is named");
        assert!(
            sent.texts
                .get(said.content.id)
                .unwrap_or_default()
                .contains("Decision: QD 25")
        );
        assert!(received(&[LEAST, &[("declared_kind", "grievance")]].concat()).is_err());
    }
}
