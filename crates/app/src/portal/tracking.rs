//! Following a case without signing in: number and code open it for a while in one browser. What the complainant does there passes the
//! same door as everything else, on that case alone.

use super::{Code, PublicCase, secret_hash};
use crate::error::{Error, Result};
use crate::submission::{hex, new_id, random};
use crate::view::CaseView;
use crate::{App, Executed, Submission, Texts};
use jiff::{SignedDuration, Timestamp};
use procedure::case::acts::Act;
use procedure::case::{ActKind, Actor};
use procedure::{CaseId, PersonId};
use store::At;

/// How long a browser may see the case after the code was entered. Computers are shared.
pub const VISIT: SignedDuration = SignedDuration::from_hours(2);

fn visit_hash(token: &str) -> Vec<u8> {
    secret_hash("visit", token)
}

impl App {
    /// Opens a case for the browser that shows number and code; `None` when they do not belong together, whichever of them is wrong.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn enter_with_code(&self, now: Timestamp, number: &str, code: &str) -> Result<Option<String>> {
        let Some(code) = Code::read(code) else {
            return Ok(None);
        };
        let number = number.trim().to_owned();
        let known = self
            .db
            .read(|mut conn| async move {
                let conn = &mut conn;
                let Some(case) = store::cases::by_number(conn, &number).await? else {
                    return Ok(None);
                };
                Ok::<_, Error>(store::portal::code_of(conn, case).await?)
            })
            .await?;
        let Some(known) = known.filter(|known| known.code_hash == code.hash()) else {
            return Ok(None);
        };
        let token = hex(&random::<32>());
        let hash = visit_hash(&token);
        self.db
            .act(|mut conn| {
                let hash = hash.clone();
                async move {
                    Ok::<_, Error>(store::portal::arrive(&mut conn, &hash, known.id, now + VISIT).await?)
                }
            })
            .await?;
        Ok(Some(token))
    }

    /// The case that the bearer of this token may follow.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn followed(&self, now: Timestamp, token: &str) -> Result<Option<CaseId>> {
        let hash = visit_hash(token);
        let case =
            self.db
                .read(|mut conn| async move {
                    Ok::<_, Error>(store::portal::visited(&mut conn, &hash, now).await?)
                })
                .await?;
        Ok(case.map(CaseId))
    }

    /// The browser forgets the case.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn leave_case(&self, token: &str) -> Result<()> {
        let hash = visit_hash(token);
        self.db
            .act(|mut conn| {
                let hash = hash.clone();
                async move { Ok(store::portal::leave(&mut conn, &hash).await?) }
            })
            .await
    }

    /// What the complainant does on the case that he follows.
    ///
    /// # Errors
    /// The refusal, the field that cannot stand, or a failure of storage.
    pub async fn act_as_complainant(
        &self,
        now: Timestamp,
        case: CaseId,
        key: &str,
        act: Act,
        texts: Texts,
    ) -> Result<Executed> {
        let submission = Submission {
            case: Some(case),
            // Keys of one complainant are not those of another.
            key: format!("{case}:{key}"),
            acts: vec![act],
            texts,
            ..Submission::default()
        };
        self.execute(now, Actor::Complainant, submission).await
    }

    /// Hands a code out for a case that came in otherwise; the code before it opens nothing any more.
    ///
    /// # Errors
    /// `NotFound`; `Denied` to whoever may not write to the complainant.
    pub async fn hand_out_code(&self, now: Timestamp, person: PersonId, number: &str) -> Result<Code> {
        let view = self.case(now, person, number).await?;
        if !view.may(ActKind::WriteToComplainant) {
            return Err(Error::Denied);
        }
        let code = Code::random();
        let row = store::portal::Code {
            id: new_id(),
            case_id: view.case.id.0,
            code_hash: code.hash(),
            given_by: Some(person.0),
            given_at: At::from(now),
            revoked_at: None,
        };
        self.db
            .act(|mut conn| {
                let row = row.clone();
                async move { Ok::<_, Error>(store::portal::give_code(&mut conn, &row).await?) }
            })
            .await?;
        tracing::info!(case.number = number, "a tracking code was handed out");
        Ok(code)
    }

    /// Since when the complainant has a code that opens this case.
    ///
    /// # Errors
    /// A failure of storage.
    pub async fn code_given_at(&self, case: CaseId) -> Result<Option<Timestamp>> {
        let known = self
            .db
            .read(|mut conn| async move { Ok::<_, Error>(store::portal::code_of(&mut conn, case.0).await?) })
            .await?;
        Ok(known.map(|code| code.given_at.0))
    }

    /// The case as its complainant may see it.
    ///
    /// # Errors
    /// `NotFound`, or a failure of storage.
    pub async fn public_case(&self, now: Timestamp, case: CaseId) -> Result<PublicCase> {
        Ok(PublicCase::of(&self.whole_case(now, case).await?))
    }

    /// What a letter that left the house is printed from. Nothing else may be shown of it: see [`super::sent_letter`].
    ///
    /// # Errors
    /// `NotFound`, or a failure of storage.
    pub async fn case_for_its_letters(&self, now: Timestamp, case: CaseId) -> Result<CaseView> {
        self.whole_case(now, case).await
    }
}
