//! From what the script says to what a person would have typed: logins become people, offsets become days, names become files.

use anyhow::{Context, Result, bail};
use app::{NewParty, Submission, Typed, new_id};
use jiff::Timestamp;
use jiff::civil::Date;
use procedure::case::fields::{Field, Input};
use procedure::{Case, FileRef, PartyId, PersonId};

use super::super::script::filled;
use super::{Play, Played};

/// Where and when something is typed.
pub struct Typist<'a> {
    pub play: &'a Play<'a>,
    pub played: &'a Played,
    pub case: &'a Case,
    pub at: Timestamp,
    pub by: PersonId,
}

impl Typist<'_> {
    /// The form as typed. Parties that the form names for the first time go to the submission.
    pub async fn form(
        &self,
        asked: &[Field],
        fields: &[(String, String)],
        submission: &mut Submission,
    ) -> Result<Typed> {
        let mut pairs = Vec::new();
        for (name, words) in fields {
            let field = asked
                .iter()
                .find(|field| field.name == name)
                .with_context(|| format!("the act does not ask for {name}"))?;
            let words = self.words(words)?;
            if let Input::Files = field.input {
                for file in words.lines() {
                    let stored = self.file(file).await?;
                    pairs.push((name.clone(), stored.id.to_string()));
                }
            } else {
                self.one(field, name, &words, &mut pairs, submission)?;
            }
        }
        Ok(Typed::from_pairs(pairs))
    }

    /// Words with what is known of the case put in.
    pub fn words(&self, words: &str) -> Result<String> {
        let mut said = self.played.said.clone();
        let day = |date: Date| format!("{:02}/{:02}/{}", date.day(), date.month(), date.year());
        said.insert("received".to_owned(), day(self.case.received_on));
        said.insert("limit".to_owned(), day(self.case.limit_on()));
        said.insert("today".to_owned(), day(self.play.days.day_of(self.at)));
        if let Some(number) = self.played.number {
            said.insert("number".to_owned(), number.to_string());
        }
        filled(words, &said)
    }

    fn one(
        &self,
        field: &Field,
        name: &str,
        words: &str,
        pairs: &mut Vec<(String, String)>,
        submission: &mut Submission,
    ) -> Result<()> {
        let mut push = |value: String| pairs.push((name.to_owned(), value));
        match field.input {
            Input::Words { .. }
            | Input::Word
            | Input::Number
            | Input::Yes
            | Input::Choice { .. }
            | Input::Measure
            | Input::Seen
            | Input::NewId => push(words.to_owned()),
            Input::Choices { .. } => words.split_whitespace().for_each(|word| push(word.to_owned())),
            Input::Date => push(self.day(words)?.to_string()),
            Input::Person => push(self.play.centre.person(words)?.to_string()),
            Input::People => {
                for login in words.split_whitespace() {
                    push(self.play.centre.person(login)?.to_string());
                }
            }
            Input::Unit => push(self.play.centre.unit(words)?.to_string()),
            Input::Party => push(self.party(words, submission)?.to_string()),
            Input::CaseNumber => push(self.number_of(words)?),
            Input::Rows { fields } => {
                for (place, row) in words.lines().enumerate() {
                    for (column, cell) in fields.iter().zip(row.split('|')) {
                        let name = format!("{name}.{place}.{}", column.name);
                        self.one(column, &name, cell.trim(), pairs, submission)?;
                    }
                }
            }
            Input::Files => bail!("files stand alone"),
        }
        Ok(())
    }

    /// `+5`: the first working day five days on; `-1`: the day before; `limit+7`: counted from the limit; `received`.
    fn day(&self, words: &str) -> Result<Date> {
        let days = &self.play.days;
        let today = days.day_of(self.at);
        let number = |text: &str| text.parse::<i64>().with_context(|| format!("{words} is no day"));
        if words == "received" {
            return Ok(self.case.received_on);
        }
        if let Some(later) = words.strip_prefix("limit") {
            return Ok(days.worked_after(self.case.limit_on(), number(later)?));
        }
        let offset = number(words)?;
        Ok(if offset > 0 {
            days.worked_after(today, offset)
        } else {
            days.after(today, offset)
        })
    }

    fn party(&self, words: &str, submission: &mut Submission) -> Result<PartyId> {
        if words == "complainant" {
            return self
                .case
                .complainant
                .party
                .context("the complainant is not known");
        }
        let id = PartyId(new_id());
        let party = NewParty {
            kind: app::submission::PartyKind::Organisation,
            name: words.to_owned(),
            ..NewParty::default()
        };
        submission.parties.push((id, party));
        Ok(id)
    }

    fn number_of(&self, name: &str) -> Result<String> {
        let played = self.play.cases.iter().find(|case| case.name == name);
        let number = played.and_then(|case| case.number);
        Ok(number
            .with_context(|| format!("{name} is not in the book yet"))?
            .to_string())
    }

    /// A small file, `name.txt | what stands in it`, given as a person would give it.
    pub async fn file(&self, file: &str) -> Result<FileRef> {
        let (name, words) = file.split_once('|').context("a file is `name.txt | words`")?;
        let name = name.trim();
        let words = words.trim().replace(" / ", "\r\n");
        let mut upload = self.play.app.upload(self.at, self.by, "documents", name).await?;
        // Windows editors of old need the mark to show Vietnamese letters.
        upload.write("\u{feff}".as_bytes()).await?;
        upload.write(words.as_bytes()).await?;
        upload.finish(name).await?.context("an empty file")
    }
}
