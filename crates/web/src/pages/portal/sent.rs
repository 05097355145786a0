//! A form sent by somebody who is not signed in: from our own page, with what was typed, and with its files taken in as far as there is
//! room for them.

use app::files::Upload;
use app::portal::{Draft, Gate, Kept, MOST_BYTES, MOST_FILES};
use app::{App, Error, Typed};
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::response::{IntoResponse, Response};
use procedure::case::refusal::{Invalid, Problem};
use uuid::Uuid;

use crate::address::Address;
use crate::origin::{self, Proof};
use crate::posted::is_multipart;
use crate::posted::parts::{Parts, Sender, Taken};
use crate::site::Site;
use crate::ui::{CSRF, KEY};
use crate::visit::Guest;

/// The most bytes of a request. What is beyond the limits of files is read to its end and thrown away, so that the words beside it are
/// kept and the browser hears why.
const MOST_REQUEST: usize = 300 << 20;

/// What arrived, with what this browser had kept before: its words are those of the form, its files are both.
pub(super) struct Sent {
    pub guest: Guest,
    pub address: Address,
    /// The token of the cookie, where there was one.
    pub token: Option<String>,
    pub draft: Draft,
    pub key: String,
    pub problems: Vec<Invalid>,
    /// Files that belong to the case which an earlier form of this browser became.
    pub attached: Vec<Uuid>,
    /// The form with this key was done before: a second click.
    pub again: bool,
}

/// In what is kept of a form that was done: its key, and nothing else.
pub(super) const DONE: &str = "done";

/// For which secret the form is kept: the cookie's name, and what is put before the token.
pub(super) trait Place {
    const COOKIE: &'static str;
    /// The name under which what is written is kept.
    fn draft(token: &str) -> String;
    /// Files of these fields begin with these words.
    fn prefix(field: &str, guest: &Guest) -> Option<&'static str>;
}

/// A form sent from a place of the public pages.
pub(super) struct SentFrom<P: Place>(pub Sent, pub std::marker::PhantomData<P>);

impl<P: Place> FromRequest<Site> for SentFrom<P> {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(guest) = Guest::from_request_parts(&mut parts, site).await;
        let Ok(address) = Address::from_request_parts(&mut parts, site).await;
        let token = super::token(&parts, P::COOKIE);
        let before = match &token {
            Some(token) => site.app.portal_draft(guest.now, &P::draft(token)).await,
            None => Ok(Draft::default()),
        };
        let mut before = before.map_err(|error| crate::pages::failure(&guest.ctx, &error))?;
        let done = before.typed.0.remove(DONE);
        let multipart = is_multipart(&parts.headers);
        let sender = Stranger {
            guest,
            address,
            proof: origin::proof(&parts),
            before,
            done: done.and_then(|keys| keys.into_iter().next()),
            prefix: P::prefix,
        };
        let request = Request::from_parts(parts, body);
        let read = if multipart {
            Parts::read(request, site, &sender, MOST_REQUEST).await?
        } else {
            let sent = Form::<Vec<(String, String)>>::from_request(request, site).await;
            let Form(pairs) = sent.map_err(IntoResponse::into_response)?;
            let typed = Typed::from_pairs(pairs);
            sender.prove(&typed)?;
            Parts {
                typed,
                ..Parts::default()
            }
        };
        Ok(SentFrom(sender.with(token, read), std::marker::PhantomData))
    }
}

/// Somebody who sends a form and is not signed in.
struct Stranger {
    guest: Guest,
    address: Address,
    proof: Proof,
    before: Draft,
    done: Option<String>,
    prefix: fn(&str, &Guest) -> Option<&'static str>,
}

impl Sender for Stranger {
    fn prove(&self, typed: &Typed) -> Result<(), Response> {
        if self.proof.holds(typed.one(CSRF)) {
            Ok(())
        } else {
            Err(crate::pages::expired(&self.guest.ctx))
        }
    }

    async fn begin(&self, app: &App, field: &str, name: &str, before: &[Taken]) -> Result<Upload, Error> {
        let count = self.before.files.len() + before.len();
        let bytes = self.before.bytes() + before.iter().map(|taken| taken.size).sum::<i64>();
        if count >= MOST_FILES || bytes >= MOST_BYTES {
            return Err(vec![Invalid::new(field, Problem::TooLong)].into());
        }
        if !app
            .portal_gate(self.guest.now, Gate::File, &self.address.0)
            .await?
        {
            return Err(vec![Invalid::new(field, Problem::NotOffered)].into());
        }
        let name = self.named(field, name);
        app.upload_from_outside(self.guest.now, field, &name).await
    }

    fn fail(&self, error: Error) -> Response {
        crate::pages::failure(&self.guest.ctx, &error)
    }
}

impl Stranger {
    /// The name of a file as the staff reads it.
    fn named(&self, field: &str, name: &str) -> String {
        match (self.prefix)(field, &self.guest) {
            Some(prefix) => format!("{prefix} – {name}"),
            None => name.to_owned(),
        }
    }

    fn with(self, token: Option<String>, read: Parts) -> Sent {
        let attached = match self.before.case {
            Some(_) => self.before.files.iter().map(|file| file.id).collect(),
            None => Vec::new(),
        };
        let mut draft = Draft {
            typed: read.typed,
            ..self.before.clone()
        };
        for taken in read.files {
            let name = self.named(&taken.field, &taken.name);
            draft.add(Kept {
                id: taken.file.id.0,
                sha256: taken.file.sha256,
                name,
                size: taken.size,
            });
        }
        let key = draft.typed.one(KEY).unwrap_or_default().to_owned();
        draft.typed.0.remove(KEY);
        draft.typed.0.remove(CSRF);
        draft.typed.0.remove(DONE);
        Sent {
            again: self.done.is_some_and(|done| done == key),
            guest: self.guest,
            address: self.address,
            token,
            draft,
            key,
            problems: read.problems,
            attached,
        }
    }
}
