//! Tokens: how a program acts in a person's name. It may what that person may, sees what that person sees, and no more than its
//! scopes allow.

use crate::App;
use crate::accounts::token_hash;
use crate::error::{Error, Result};
use crate::people::Wrong;
use crate::submission::{hex, new_id, random};
use jiff::{SignedDuration, Timestamp};
use procedure::PersonId;
use procedure::case::refusal::Problem;
use procedure::vocabulary::Role;
use store::At;
use store::api_tokens::ApiToken;
use uuid::Uuid;

/// What a token may be used for.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// To look at whatever its person may see.
    Read,
    /// To do what its person may do: receive, act, give files.
    Act,
    /// To change people, roles, settings and subscriptions, where its person is an administrator.
    Administer,
}

impl Scope {
    pub const ALL: &[Scope] = &[Scope::Read, Scope::Act, Scope::Administer];

    pub const fn key(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Act => "act",
            Scope::Administer => "administer",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scope| scope.key() == key)
    }
}

/// What somebody asks for who wants a token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewToken {
    pub name: String,
    pub scopes: Vec<Scope>,
    /// For how many days it is good.
    pub days: u16,
}

/// A token as its owner sees it afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub id: Uuid,
    pub name: String,
    pub scopes: Vec<Scope>,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub last_used_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
}

impl Token {
    pub fn is_good(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

impl From<ApiToken> for Token {
    fn from(row: ApiToken) -> Self {
        Token {
            id: row.id,
            name: row.name,
            scopes: row.scopes.split(' ').filter_map(Scope::from_key).collect(),
            created_at: row.created_at.0,
            expires_at: row.expires_at.0,
            last_used_at: row.last_used_at.map(|at| at.0),
            revoked_at: row.revoked_at.map(|at| at.0),
        }
    }
}

/// Whoever a token acts for.
#[derive(Clone, Debug)]
pub struct Bearer {
    pub token: Token,
    pub person: PersonId,
    pub name: String,
    pub roles: Vec<Role>,
    /// `vi` or `en`.
    pub language: String,
}

/// By which a token is known among other secrets, by people and by programs that look for lost ones.
const PREFIX: &str = "phd_";
/// Nobody keeps a token longer than a year.
pub const LONGEST_DAYS: u16 = 366;
/// Nobody needs more at a time.
const MOST: usize = 20;
/// So many are listed, those that ended among them.
const LISTED: i64 = 50;
/// Tokens that ended are remembered this long.
pub(crate) const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 90);

impl App {
    /// Makes a token for this person; answers with it and with the secret, which is kept nowhere.
    ///
    /// # Errors
    /// The fields that cannot stand: `name`, `scopes`, `days`.
    pub async fn make_token(
        &self,
        now: Timestamp,
        person: PersonId,
        new: NewToken,
    ) -> Result<(Token, String)> {
        const LONGEST_NAME: usize = 100;
        let mut wrong = Wrong::default();
        wrong.line("name", &new.name);
        wrong.unless(new.name.chars().count() <= LONGEST_NAME, "name", Problem::TooLong);
        wrong.unless(!new.scopes.is_empty(), "scopes", Problem::Missing);
        wrong.unless(new.days > 0, "days", Problem::TooShort);
        wrong.unless(new.days <= LONGEST_DAYS, "days", Problem::TooLong);
        let known = self.tokens_of(person).await?;
        let many = known.iter().filter(|token| token.is_good(now)).count() >= MOST;
        wrong.unless(!many, "", Problem::TooLong);
        wrong.into_result()?;
        let secret = format!("{PREFIX}{}", hex(&random::<32>()));
        let hash = token_hash(&secret);
        let scopes: Vec<&str> = Scope::ALL
            .iter()
            .filter(|scope| new.scopes.contains(scope))
            .map(|scope| scope.key())
            .collect();
        let row = ApiToken {
            id: new_id(),
            person_id: person.0,
            name: new.name.trim().to_owned(),
            scopes: scopes.join(" "),
            created_at: At::from(now),
            expires_at: At::from(now + SignedDuration::from_hours(24 * i64::from(new.days))),
            last_used_at: None,
            revoked_at: None,
        };
        let (row, hash) = (&row, &hash);
        self.db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::api_tokens::insert(&mut conn, hash, row).await?)
            })
            .await?;
        Ok((Token::from(row.clone()), secret))
    }

    /// The tokens of a person, the latest first.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn tokens_of(&self, person: PersonId) -> Result<Vec<Token>> {
        self.db
            .read(|mut conn| async move {
                let rows = store::api_tokens::of_person(&mut conn, person.0, LISTED).await?;
                Ok(rows.into_iter().map(Token::from).collect())
            })
            .await
    }

    /// Ends a token of this person.
    ///
    /// # Errors
    /// `NotFound` where there is none of this person's to end.
    pub async fn revoke_token(&self, now: Timestamp, person: PersonId, id: Uuid) -> Result<()> {
        let ended = self
            .db
            .act(|mut conn| async move {
                Ok::<_, Error>(store::api_tokens::revoke(&mut conn, id, person.0, now).await?)
            })
            .await?;
        if ended { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Whoever acts by this secret; `None` where it is good for nothing.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn bearer(&self, now: Timestamp, secret: &str) -> Result<Option<Bearer>> {
        if !secret.starts_with(PREFIX) {
            return Ok(None);
        }
        let hash = token_hash(secret);
        let found = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let Some(row) = store::api_tokens::find(conn, &hash, now).await? else {
                    return Ok(None);
                };
                Ok::<_, Error>(Some((row, self.office_in(conn).await?)))
            })
            .await?;
        let Some((row, office)) = found else {
            return Ok(None);
        };
        let person = PersonId(row.person_id);
        let Some(known) = office.people.get(&person).filter(|known| known.active) else {
            return Ok(None);
        };
        self.note_use(now, &row).await?;
        Ok(Some(Bearer {
            token: Token::from(row),
            person,
            name: known.display_name.clone(),
            roles: office.staff.roles_of(person, office.desk(now).today),
            language: known.language.clone(),
        }))
    }

    /// That a token is in use is written down at most once a minute.
    async fn note_use(&self, now: Timestamp, row: &ApiToken) -> Result<()> {
        const OFTEN: SignedDuration = SignedDuration::from_mins(1);
        if row
            .last_used_at
            .is_some_and(|last| now.duration_since(last.0) < OFTEN)
        {
            return Ok(());
        }
        let id = row.id;
        self.db
            .act(|mut conn| async move { Ok::<_, Error>(store::api_tokens::used(&mut conn, id, now).await?) })
            .await
    }
}
