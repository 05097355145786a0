//! One act of the script: received, done to a case, or done to its corrective action.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use app::actions::{ActionSubmission, fields as action_fields};
use app::submission::PartyKind;
use app::{Error, NewParty, Submission, Texts, new_id};
use jiff::Timestamp;
use procedure::case::acts::{Act, Complainant, DeclareInterest, Forwarder, Reach, Receive};
use procedure::case::fields::fields;
use procedure::case::{ActKind, Actor, Why};
use procedure::corrective_action::ActionActKind;
use procedure::vocabulary::{Channel, Kind, Subject};
use procedure::{Case, CaseId, PartyId, PersonId};

use super::super::script::{Said, Step};
use super::Play;
use super::typed::Typist;

impl Play<'_> {
    /// Does one act; `false` when the case does not allow it yet and it is to be tried again.
    pub(super) async fn take(&mut self, at: Timestamp, case: usize, step: usize) -> Result<bool> {
        let step = self.cases[case].steps[step].clone();
        let who = super::super::script::filled(&step.who, &self.cases[case].said)?;
        let by = self.centre.person(&who)?;
        let outcome = if step.act == "receive" {
            self.receive(at, case, by).await
        } else if let Some(act) = step.act.strip_prefix("action.") {
            self.act_on_action(at, case, by, act, &step).await
        } else {
            self.act_on_case(at, case, by, &step).await
        };
        match outcome {
            Ok(()) => Ok(true),
            Err(error) if step.retried && is_refused(&error) => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn receive(&mut self, at: Timestamp, case: usize, by: PersonId) -> Result<()> {
        let blank = Case::blank(CaseId(new_id()));
        let mut submission = Submission {
            key: format!("demo:{}", new_id()),
            ..Submission::default()
        };
        let played = &self.cases[case];
        let typist = Typist {
            play: self,
            played,
            case: &blank,
            at,
            by,
        };
        let receipt = Receipt {
            said: &played.said,
            typist: &typist,
        };
        let act = receipt.act(&mut submission).await?;
        let party = act.complainant.party;
        submission.acts.push(Act::Receive(act));
        let named = submission.parties.clone();
        let done = self.app.execute(at, Actor::Person(by), submission).await?;
        let played = &mut self.cases[case];
        played.id = Some(done.case);
        played.number = Some(done.number);
        self.known.insert(played.name.clone(), done.case);
        let complainant = named.into_iter().find(|(id, _)| Some(*id) == party);
        self.parties
            .extend(complainant.map(|(id, named)| (named.name, id)));
        Ok(())
    }

    async fn act_on_case(&mut self, at: Timestamp, case: usize, by: PersonId, step: &Step) -> Result<()> {
        let kind = ActKind::from_key(&step.act).with_context(|| format!("no act is called {}", step.act))?;
        let id = self.cases[case].id.context("the case is not in the book yet")?;
        let state = self.app.case_as_it_stands(id).await?;
        let mut step_fields = step.fields.clone();
        self.fill_numbers(at, &mut step_fields).await?;
        let mut submission = Submission {
            case: Some(id),
            key: format!("demo:{}", new_id()),
            ..Submission::default()
        };
        let typist = Typist {
            play: self,
            played: &self.cases[case],
            case: &state,
            at,
            by,
        };
        let typed = typist.form(fields(kind), &step_fields, &mut submission).await?;
        let mut texts = Texts::default();
        let act = self.app.compose(kind, &typed, &state, &mut texts).await?;
        submission.texts = texts;
        if let Act::OpenCorrectiveAction(open) = &act {
            self.cases[case].action = Some(open.action);
        }
        submission.acts.push(act);
        let actor = Actor::Person(by);
        match self.app.execute(at, actor, submission.clone()).await {
            Ok(_) => Ok(()),
            // Whoever has nothing to declare says so when the page asks for it.
            Err(Error::Refused(refusal)) if refusal.why == Why::DeclareFirst => {
                let none = Act::DeclareInterest(DeclareInterest { interest: None });
                submission.acts.insert(0, none);
                self.app.execute(at, actor, submission).await?;
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }

    /// `auto`: the next number of the registry, which numbers other papers in between.
    async fn fill_numbers(&mut self, at: Timestamp, fields: &mut [(String, String)]) -> Result<()> {
        let year = self.days.day_of(at).year();
        for (name, words) in fields.iter_mut().filter(|(_, words)| words == "auto") {
            let number = match name.as_str() {
                "incoming_number" => {
                    let last = self.incoming.entry(year).or_insert(40);
                    *last += 3 + *last % 5;
                    *last
                }
                "number" => {
                    let next = self.app.next_letter(at).await?;
                    next + 2 + next % 4
                }
                "symbol" => {
                    words.clone_from(&self.app.office().await?.settings.letter_symbol);
                    continue;
                }
                other => bail!("{other} cannot be filled in"),
            };
            *words = number.to_string();
        }
        Ok(())
    }

    async fn act_on_action(
        &mut self,
        at: Timestamp,
        case: usize,
        by: PersonId,
        act: &str,
        step: &Step,
    ) -> Result<()> {
        let kind = ActionActKind::from_key(act).with_context(|| format!("no act is called {act}"))?;
        let played = &self.cases[case];
        let action = played.action.context("no corrective action was opened")?;
        let state = self
            .app
            .case_as_it_stands(played.id.context("the case is not in the book yet")?)
            .await?;
        let typist = Typist {
            play: self,
            played,
            case: &state,
            at,
            by,
        };
        let typed = typist
            .form(action_fields(kind), &step.fields, &mut Submission::default())
            .await?;
        let mut texts = Texts::default();
        let act = self
            .app
            .compose_on_action(at, by, kind, &typed, &mut texts)
            .await?;
        let submission = ActionSubmission {
            action,
            seen: None,
            key: format!("demo:{}", new_id()),
            act,
            texts,
        };
        self.app.act_on_action(at, Actor::Person(by), submission).await?;
        Ok(())
    }
}

fn is_refused(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref::<Error>(), Some(Error::Refused(_)))
}

/// What a case says of its receipt.
struct Receipt<'a> {
    said: &'a Said,
    typist: &'a Typist<'a>,
}

impl Receipt<'_> {
    fn words(&self, key: &str) -> Option<&str> {
        self.said.get(key).map(String::as_str)
    }

    async fn act(&self, submission: &mut Submission) -> Result<Receive> {
        let need = |key: &str| {
            self.words(key)
                .with_context(|| format!("the case does not say {key}"))
        };
        let days = &self.typist.play.days;
        let entered = days.day_of(self.typist.at);
        let earlier: i64 = self.words("received").map_or(Ok(0), str::parse)?;
        let received_on = match self.words("exactly") {
            Some(_) => days.after(days.today, need("day")?.parse()?),
            None => days.after(entered, earlier),
        };
        let complainant = self.complainant(submission)?;
        let forwarder = self.forwarder(submission)?;
        let subjects = need("subjects")?
            .split_whitespace()
            .map(|key| Subject::from_key(key).with_context(|| format!("no subject is called {key}")));
        let people = self.words("persons").unwrap_or_default().split_whitespace();
        let people = people.map(|login| self.typist.play.centre.person(login));
        let mut documents = Vec::new();
        for line in self.words("file").unwrap_or_default().lines() {
            let file = self.typist.file(line).await?;
            documents.push(file);
        }
        let content = self.typist.words(need("content")?)?;
        let remedy = self.words("asked").map(|words| submission.texts.add(words));
        Ok(Receive {
            channel: Channel::from_key(need("channel")?).context("no such channel")?,
            declared_kind: Kind::from_key(need("kind")?).context("no such kind")?,
            subjects: subjects.collect::<Result<BTreeSet<_>>>()?,
            complainant,
            received_on,
            first_read_at: None,
            content: submission.texts.add(content),
            remedy_sought: remedy,
            persons_concerned: people.collect::<Result<BTreeSet<_>>>()?,
            unit: self
                .words("unit")
                .map(|code| self.typist.play.centre.unit(code))
                .transpose()?,
            safety: self.words("safety").is_some(),
            forwarder,
            documents,
        })
    }

    /// `party: name | telephone | e-mail | address | representative`; without it the case is anonymous.
    fn complainant(&self, submission: &mut Submission) -> Result<Complainant> {
        let Some(party) = self.words("party") else {
            return Ok(Complainant::default());
        };
        let cells: Vec<&str> = party.split('|').map(str::trim).collect();
        let cell = |place: usize| cells.get(place).copied().unwrap_or_default().to_owned();
        let organisation = self.words("organisation").is_some();
        let new = NewParty {
            kind: if organisation {
                PartyKind::Organisation
            } else {
                PartyKind::Person
            },
            name: cell(0),
            phone: cell(1),
            email: cell(2),
            address: cell(3),
            representative: cell(4),
        };
        let reach = Reach {
            letter: !new.email.is_empty() || !new.address.is_empty(),
            voice: !new.phone.is_empty(),
        };
        let represented = !new.representative.is_empty();
        // Who complained before is the same party.
        let known = self.typist.play.parties.get(&new.name).copied();
        let id = known.unwrap_or(PartyId(new_id()));
        if known.is_none() {
            submission.parties.push((id, new));
        }
        Ok(Complainant {
            party: Some(id),
            reach,
            is_client: self.words("client").is_some(),
            represented,
            group: false,
        })
    }

    /// `forwarder: name | days until the report | withheld`.
    fn forwarder(&self, submission: &mut Submission) -> Result<Option<Forwarder>> {
        let Some(forwarder) = self.words("forwarder") else {
            return Ok(None);
        };
        let cells: Vec<&str> = forwarder.split('|').map(str::trim).collect();
        let days: i64 = cells
            .get(1)
            .context("a forwarder wants a report by a day")?
            .parse()?;
        let id = PartyId(new_id());
        let party = NewParty {
            kind: PartyKind::Organisation,
            name: cells[0].to_owned(),
            ..NewParty::default()
        };
        submission.parties.push((id, party));
        let typist = self.typist;
        let entered = typist.play.days.day_of(typist.at);
        Ok(Some(Forwarder {
            party: id,
            report_by: Some(typist.play.days.worked_after(entered, days)),
            identity_withheld: cells.get(2) == Some(&"withheld"),
        }))
    }
}
