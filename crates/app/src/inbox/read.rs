//! The inbox as one person sees it: the list, a mail opened, its files. A mail of a case is as open as the case (S12).

use super::{Access, Deed, State, Suggestion, duty, files, keyed, offered_on, suggest};
use crate::error::{Error, Result, corrupt};
use crate::execute::load;
use crate::reads::place;
use crate::{App, Office};
use jiff::Timestamp;
use jiff::civil::Date;
use mail::{Attachment, Message};
use procedure::obligations::s12::Sight;
use procedure::{CaseId, PersonId};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Conn;
use store::mail::{Deed as DeedLine, Mail};
use uuid::Uuid;

keyed! {
    /// Which mails are wanted.
    Part {
        Waiting = "waiting",
        Cases = "cases",
        SetAside = "set_aside",
        Machines = "machines",
        All = "all",
    }
}

impl Part {
    const fn states(self) -> &'static [State] {
        match self {
            Part::Waiting => &[State::New, State::Bounce],
            Part::Cases => &[State::Case, State::Joined],
            Part::SetAside => &[State::SetAside],
            Part::Machines => &[State::Automatic, State::Bounce, State::Reached],
            Part::All => &[],
        }
    }
}

/// A mail in the list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Without sender and subject where `masked`.
    pub mail: Mail,
    pub state: State,
    pub masked: bool,
    /// The case it belongs to.
    pub number: Option<String>,
    pub due_on: Option<Date>,
    pub provisional: bool,
    /// The protected case whose words the line shows.
    protected: Option<CaseId>,
}

/// A page of the inbox.
pub struct Inbox {
    pub lines: Vec<Line>,
    /// Where to go on.
    pub next: Option<Uuid>,
    pub counts: BTreeMap<Part, i64>,
    pub today: Date,
    pub office: Arc<Office>,
}

/// A mail that somebody opened.
pub struct Opened {
    pub line: Line,
    /// What it says, for whoever may read it.
    pub letter: Option<Letter>,
    pub deeds: Vec<DeedLine>,
    /// The cases in which deeds ended, by number.
    pub numbers: BTreeMap<Uuid, String>,
    /// Other mails with the same Message-ID.
    pub twins: Vec<Mail>,
    pub suggestions: Vec<Suggestion>,
    pub offered: &'static [Deed],
    pub today: Date,
    pub office: Arc<Office>,
}

/// The words of a mail, or of a mail inside it.
#[derive(Clone, Debug)]
pub struct Letter {
    pub message: Message,
    /// Which attachment of which: `2.0`; empty for the mail itself.
    pub path: String,
}

impl App {
    /// A page of the inbox, the latest first.
    ///
    /// # Errors
    /// `Denied` to whoever has nothing to do with it.
    pub async fn inbox(
        &self,
        now: Timestamp,
        person: PersonId,
        part: Part,
        before: Option<Uuid>,
        limit: usize,
    ) -> Result<Inbox> {
        let inbox = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let today = office.desk(now).today;
                let access = allowed(&office, person, today)?;
                let states: Vec<String> = part.states().iter().map(|state| state.key().to_owned()).collect();
                let wanted = i64::try_from(limit).map_err(corrupt)? + 1;
                let mut rows = store::mail::page(conn, &states, before, wanted).await?;
                let more = rows.len() > limit;
                rows.truncate(limit);
                let next = rows.last().filter(|_| more).map(|row| row.id);
                let mut lines = Vec::with_capacity(rows.len());
                for row in rows {
                    lines.push(line(conn, &office, access, row, person, now).await?);
                }
                let counts = counts(&store::mail::counts(conn).await?);
                Ok::<_, Error>(Inbox {
                    lines,
                    next,
                    counts,
                    today,
                    office,
                })
            })
            .await?;
        let open = inbox.lines.iter().filter_map(|line| line.protected);
        self.log_shown(now, person, open.map(|case| case.0), place::INBOX)
            .await?;
        Ok(inbox)
    }

    /// A mail with everything it says; the first look of somebody in charge is noted, because from then on somebody here knows (B2.7).
    ///
    /// # Errors
    /// `Denied` to whoever has nothing to do with the inbox, `NotFound` when there is no such mail, or none inside it on this path.
    pub async fn mail(&self, now: Timestamp, person: PersonId, id: Uuid, path: &str) -> Result<Opened> {
        let mut opened = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let today = office.desk(now).today;
                let access = allowed(&office, person, today)?;
                let row = store::mail::one(conn, id).await?.ok_or(Error::NotFound)?;
                let twins = store::mail::twins(conn, &row.message_id, id).await?;
                let line = line(conn, &office, access, row, person, now).await?;
                let deeds = store::mail::deeds(conn, id).await?;
                let cases: Vec<Uuid> = deeds.iter().filter_map(|deed| deed.case_id).collect();
                let rows = store::cases::rows_of(conn, &cases).await?;
                let acts = if line.masked { Access::Masked } else { access };
                Ok::<_, Error>(Opened {
                    offered: offered_on(acts, line.state, &line.mail),
                    twins: if line.masked { Vec::new() } else { twins },
                    numbers: rows.into_iter().map(|row| (row.id, row.number)).collect(),
                    letter: None,
                    suggestions: Vec::new(),
                    line,
                    deeds,
                    today,
                    office,
                })
            })
            .await?;
        if opened.line.masked {
            return if path.is_empty() {
                Ok(opened)
            } else {
                Err(Error::NotFound)
            };
        }
        if let Some(case) = opened.line.protected {
            self.log_read(now, person, case, place::INBOX).await?;
        }
        if opened.line.mail.first_read_at.is_none() {
            self.db
                .act(|mut conn| async move { Ok::<_, Error>(store::mail::read(&mut conn, id, now).await?) })
                .await?;
        }
        let message = self.message_of(&opened.line.mail).await?;
        if opened.offered.contains(&Deed::Join) {
            opened.suggestions = suggest::of(self, now, person, &opened.line.mail, &message).await?;
        }
        let message = files::inside(message, path).ok_or(Error::NotFound)?;
        opened.letter = Some(Letter {
            message,
            path: path.to_owned(),
        });
        Ok(opened)
    }

    /// The row of a mail whose words this person may read.
    ///
    /// # Errors
    /// `Denied`, or `NotFound` also where only sender and words may not be known.
    pub async fn readable_mail(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<Mail> {
        let line = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let office = self.office_in(conn).await?;
                let access = allowed(&office, person, office.desk(now).today)?;
                let row = store::mail::one(conn, id).await?.ok_or(Error::NotFound)?;
                line(conn, &office, access, row, person, now).await
            })
            .await?;
        if line.masked {
            return Err(Error::NotFound);
        }
        if let Some(case) = line.protected {
            self.log_read(now, person, case, place::INBOX).await?;
        }
        Ok(line.mail)
    }

    /// One file of a mail, by its place: `2`, or `2.0` for the first file of the mail that is its third.
    ///
    /// # Errors
    /// As [`App::readable_mail`].
    pub async fn mail_file(
        &self,
        now: Timestamp,
        person: PersonId,
        id: Uuid,
        path: &str,
    ) -> Result<Attachment> {
        let row = self.readable_mail(now, person, id).await?;
        let (outer, place) = path.rsplit_once('.').unwrap_or(("", path));
        let message = files::inside(self.message_of(&row).await?, outer).ok_or(Error::NotFound)?;
        let place: usize = place.parse().map_err(|_| Error::NotFound)?;
        message.attachments.into_iter().nth(place).ok_or(Error::NotFound)
    }
}

pub(super) fn allowed(office: &Office, person: PersonId, today: Date) -> Result<Access> {
    match office.inbox_access(person, today) {
        Access::Nothing => Err(Error::Denied),
        access @ (Access::Masked | Access::Full) => Ok(access),
    }
}

/// A mail as this person sees it: once it belongs to a case, by what the case allows.
pub(super) async fn line(
    conn: &mut Conn,
    office: &Office,
    access: Access,
    mut row: Mail,
    person: PersonId,
    now: Timestamp,
) -> Result<Line> {
    let case = match row.case_id {
        Some(id) => load(conn, CaseId(id)).await?,
        None => None,
    };
    let (mut masked, mut protected) = (access != Access::Full, None);
    if let Some(case) = case.as_ref().filter(|_| !masked) {
        masked = office.sight(conn, case, person, now).await? != Sight::Full;
        protected = (!masked && case.is_protected()).then_some(case.id);
    }
    if masked {
        for field in [
            &mut row.sender_name,
            &mut row.sender_address,
            &mut row.sender_key,
            &mut row.subject,
        ] {
            field.clear();
        }
    }
    let owed = duty::owed(conn, office, &row, now).await?.into_iter().next();
    Ok(Line {
        state: State::from_key(&row.state).ok_or_else(|| corrupt("a mail in no known state"))?,
        number: case.and_then(|case| case.number).map(|number| number.to_string()),
        due_on: owed.as_ref().and_then(|owed| owed.due_on),
        provisional: owed.is_some_and(|owed| owed.provisional),
        mail: row,
        masked,
        protected,
    })
}

fn counts(states: &[(String, i64)]) -> BTreeMap<Part, i64> {
    let in_part = |part: Part| {
        let states = states.iter().filter(|(state, _)| {
            part == Part::All || part.states().iter().any(|wanted| wanted.key() == state)
        });
        states.map(|(_, count)| count).sum()
    };
    Part::ALL.iter().map(|part| (*part, in_part(*part))).collect()
}
