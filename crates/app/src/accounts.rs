//! Signing in: passwords, sessions kept by the server, limits on guessing, and setting the organisation up for the first time.

use crate::App;
use crate::error::{Error, Result, corrupt};
use crate::office::Settings;
use crate::submission::{hex, new_id, random};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use jiff::{SignedDuration, Timestamp};
use procedure::PersonId;
use procedure::calendar::Calendar;
use procedure::case::refusal::{Invalid, Problem};
use procedure::vocabulary::Role;
use sha2::{Digest, Sha256};
use store::organisation::Organisation;
use store::people::Person;
use store::roles::Appointment;
use store::sessions::Session;
use store::{At, Conn, On};

/// Fewer characters make no password.
pub const SHORTEST_PASSWORD: usize = 10;
const LONGEST_PASSWORD: usize = 200;
/// So many wrong passwords in a quarter of an hour close a login, and so many an address.
const GUESSES_OF_A_LOGIN: i64 = 10;
/// Generous, because a whole office can stand behind one address; only what failed counts.
const GUESSES_FROM_AN_ADDRESS: i64 = 300;
const WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub person: PersonId,
    pub name: String,
    pub roles: Vec<Role>,
    /// `vi` or `en`.
    pub language: String,
    pub theme: String,
    pub csrf: String,
    /// Must choose a password of their own first: the administrator gave this one.
    pub organisation: String,
}

impl Viewer {
    pub fn holds(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Why signing in failed.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum NotSignedIn {
    /// Login or password is wrong; which of them is not told.
    Wrong,
    /// Too many attempts: wait a quarter of an hour.
    TooMany,
}

/// What the first-run page asks.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    pub organisation: String,
    pub parent: String,
    pub place: String,
    pub symbol: String,
    pub name: String,
    pub login: String,
    pub password: String,
}

/// A person as the administrator enters them.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    pub name: String,
    pub login: String,
    pub email: Option<String>,
    pub position: String,
    pub unit: Option<uuid::Uuid>,
    pub password: Option<String>,
}

/// Hashes a password; slow by design, so off the threads that serve.
///
/// # Errors
/// The field `password` when it is too short or too long.
pub async fn hash_password(password: String) -> Result<String> {
    check_password("password", &password)?;
    tokio::task::spawn_blocking(move || {
        Argon2::default()
            .hash_password(password.as_bytes())
            .map(|h| h.to_string())
    })
    .await
    .map_err(corrupt)?
    .map_err(corrupt)
}

fn check_password(field: &str, password: &str) -> Result<()> {
    let length = password.chars().count();
    if length < SHORTEST_PASSWORD {
        return Err(vec![Invalid::new(field, Problem::TooShort)].into());
    }
    if length > LONGEST_PASSWORD {
        return Err(vec![Invalid::new(field, Problem::TooLong)].into());
    }
    Ok(())
}

pub(crate) async fn matches(password: String, hash: Option<String>) -> bool {
    // An unknown login costs as much time as a known one.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
    let verified = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash).is_ok_and(|hash| {
            Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .is_ok()
        })
    })
    .await
    .unwrap_or(false);
    known && verified
}

/// A token that a form carries to show where it came from.
pub fn form_token() -> String {
    hex(&random::<16>())
}

pub(crate) fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

impl App {
    /// Signs somebody in; answers with the token of the session, which only the browser keeps.
    ///
    /// # Errors
    /// A failure of storage; a wrong password is an answer, not an error.
    pub async fn sign_in(
        &self,
        now: Timestamp,
        login: &str,
        password: &str,
        address: &str,
    ) -> Result<std::result::Result<String, NotSignedIn>> {
        let login = login.trim().to_owned();
        let of_login = format!("login:{}", login.to_lowercase());
        let of_address = format!("address:{address}");
        let (credentials, too_many) = self
            .db
            .act(|mut conn| {
                let (login, of_login, of_address) = (login.clone(), of_login.clone(), of_address.clone());
                async move {
                    let conn = &mut conn;
                    let of_login = store::attempts::count(conn, &of_login, now, WINDOW).await?;
                    let of_address = store::attempts::count_sliding(conn, &of_address, now, WINDOW).await?;
                    let too_many = of_login > GUESSES_OF_A_LOGIN || of_address > GUESSES_FROM_AN_ADDRESS;
                    Ok::<_, Error>((store::people::credentials(conn, &login).await?, too_many))
                }
            })
            .await?;
        if too_many {
            return Ok(Err(NotSignedIn::TooMany));
        }
        let hash = credentials
            .as_ref()
            .filter(|c| c.active)
            .and_then(|c| c.password_hash.clone());
        if !matches(password.to_owned(), hash).await {
            return Ok(Err(NotSignedIn::Wrong));
        }
        let person = credentials.map(|c| c.id).ok_or(Error::NotFound)?;
        let token = hex(&random::<32>());
        let hours = self.office().await?.settings.session_hours;
        let session = Session {
            person_id: person,
            csrf: form_token(),
            created_at: At::from(now),
            expires_at: At::from(now + SignedDuration::from_hours(i64::from(hours))),
        };
        self.db
            .act(|mut conn| {
                let (token, session) = (token_hash(&token), session.clone());
                let (of_login, of_address) = (of_login.clone(), of_address.clone());
                async move {
                    store::sessions::insert(&mut conn, &token, &session).await?;
                    // It was no guess: the login is free again, and the address was not at fault.
                    store::attempts::clear(&mut conn, &of_login).await?;
                    store::attempts::take_back(&mut conn, &of_address, now, WINDOW).await?;
                    Ok::<_, Error>(())
                }
            })
            .await?;
        Ok(Ok(token))
    }

    /// Who the bearer of this token is; `None` when the session ended.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn viewer(&self, now: Timestamp, token: &str) -> Result<Option<Viewer>> {
        let hash = token_hash(token);
        let found = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let Some(session) = store::sessions::find(conn, &hash, now).await? else {
                    return Ok(None);
                };
                Ok::<_, Error>(Some((session, self.office_in(conn).await?)))
            })
            .await?;
        let Some((session, office)) = found else {
            return Ok(None);
        };
        let person = PersonId(session.person_id);
        let Some(row) = office.people.get(&person).filter(|row| row.active) else {
            return Ok(None);
        };
        self.keep_session_alive(now, token, &session, office.settings.session_hours)
            .await?;
        Ok(Some(Viewer {
            person,
            name: row.display_name.clone(),
            roles: office.staff.roles_of(person, office.desk(now).today),
            language: row.language.clone(),
            theme: row.theme.clone(),
            csrf: session.csrf,
            organisation: office.organisation.name.clone(),
        }))
    }

    /// A session in use goes on; it is written down at most once an hour.
    async fn keep_session_alive(
        &self,
        now: Timestamp,
        token: &str,
        session: &Session,
        hours: u16,
    ) -> Result<()> {
        let wanted = now + SignedDuration::from_hours(i64::from(hours));
        if wanted.duration_since(session.expires_at.0) < SignedDuration::from_hours(1) {
            return Ok(());
        }
        let hash = token_hash(token);
        self.db
            .act(|mut conn| {
                let hash = hash.clone();
                async move { Ok(store::sessions::extend(&mut conn, &hash, wanted).await?) }
            })
            .await
    }

    /// # Errors
    /// A failure of storage.
    pub async fn sign_out(&self, token: &str) -> Result<()> {
        let hash = token_hash(token);
        self.db
            .act(|mut conn| {
                let hash = hash.clone();
                async move { Ok(store::sessions::end(&mut conn, &hash).await?) }
            })
            .await
    }

    /// Sets up the organisation and its first administrator, once.
    ///
    /// # Errors
    /// The fields that cannot stand; `Denied` when it was set up before.
    pub async fn set_up(&self, now: Timestamp, setup: Setup) -> Result<PersonId> {
        let mut missing = Vec::new();
        for (field, value) in [
            ("organisation", &setup.organisation),
            ("place", &setup.place),
            ("symbol", &setup.symbol),
            ("name", &setup.name),
            ("login", &setup.login),
        ] {
            if value.trim().is_empty() {
                missing.push(Invalid::new(field, Problem::Missing));
            }
        }
        if setup.password.chars().count() < SHORTEST_PASSWORD {
            missing.push(Invalid::new("password", Problem::TooShort));
        }
        if !missing.is_empty() {
            return Err(missing.into());
        }
        let hash = hash_password(setup.password.clone()).await?;
        let id = new_id();
        self.db
            .act(|mut conn| {
                let (setup, hash) = (setup.clone(), hash.clone());
                async move {
                    let conn = &mut conn;
                    if store::organisation::the_one(conn).await?.is_some() {
                        return Err(Error::Denied);
                    }
                    found(conn, now, &setup).await?;
                    let person = NewPerson {
                        name: setup.name,
                        login: setup.login,
                        ..NewPerson::default()
                    };
                    put_new(conn, now, id, &person, Some(&hash)).await?;
                    let appointment = Appointment {
                        id: new_id(),
                        person_id: id,
                        role: Role::Administrator.key().to_owned(),
                        unit_id: None,
                        from_on: On(jiff::civil::date(2000, 1, 1)),
                        until_on: None,
                        document: String::new(),
                    };
                    store::roles::put_appointment(conn, &appointment).await?;
                    Ok(PersonId(id))
                }
            })
            .await
    }
}

async fn found(conn: &mut Conn, now: Timestamp, setup: &Setup) -> Result<()> {
    let settings = Settings {
        letter_symbol: format!("{}-QLCL", setup.symbol.trim()),
        ..Settings::default()
    };
    let organisation = Organisation {
        id: new_id(),
        name: setup.organisation.trim().to_owned(),
        parent_name: setup.parent.trim().to_owned(),
        place: setup.place.trim().to_owned(),
        symbol: setup.symbol.trim().to_owned(),
        zone: "Asia/Ho_Chi_Minh".to_owned(),
        settings: serde_json::to_string(&settings).map_err(corrupt)?,
        version: 1,
    };
    store::organisation::insert(conn, &organisation, now).await?;
    let calendar = Calendar::vietnam();
    for day in calendar.days() {
        let row = store::calendar::CalendarDay {
            day_on: On(day.date),
            kind: day.kind.code().to_owned(),
            name_vi: day.name_vi.clone(),
            name_en: day.name_en.clone(),
            document: day.document.clone(),
        };
        store::calendar::put_day(conn, &row).await?;
    }
    for &year in calendar.known_years() {
        store::calendar::put_year(conn, year, "").await?;
    }
    Ok(())
}

/// Writes a new person down.
pub(crate) async fn put_new(
    conn: &mut Conn,
    now: Timestamp,
    id: uuid::Uuid,
    person: &NewPerson,
    hash: Option<&str>,
) -> Result<()> {
    let row = Person {
        id,
        display_name: person.name.trim().to_owned(),
        sort_key: crate::collation::sort_key(person.name.trim()),
        login: person.login.trim().to_owned(),
        email: person.email.clone(),
        position: person.position.clone(),
        unit_id: person.unit,
        active: true,
        language: "vi".to_owned(),
        theme: "auto".to_owned(),
    };
    match store::people::insert(conn, &row, now).await {
        Err(store::Error::Taken(_)) => return Err(vec![Invalid::new("login", Problem::AlreadyUsed)].into()),
        other => other?,
    }
    if hash.is_some() {
        store::people::set_password(conn, id, hash).await?;
    }
    Ok(())
}
