//! What is done with a mail: joined to a case, set aside, taken back, its reader reached another way. A case is made of it by receiving
//! one that names it.

use app::inbox::{Deed, Ground, State};
use axum::extract::{FromRequest, Request};
use i18n::Lang;
use procedure::case::fields::{Field, Input, Keys};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::href;
use crate::caller::Caller;
use crate::endpoint::Operation;
use crate::fault::Fault;
use crate::fields::{field, typed};
use crate::possible::{Possible, operation};
use crate::reading::{Answer, At, Fields, ok};

const GROUNDS: Keys = Keys(|| Ground::ALL.iter().map(|ground| ground.key()).collect());
const WORDS: Input = Input::Words { lines: 3 };

const DEEDS: [Deed; 4] = [Deed::Join, Deed::SetAside, Deed::TakeBack, Deed::Reached];

/// What a deed asks for.
const fn fields(deed: Deed) -> &'static [Field] {
    match deed {
        Deed::Join => const { &[field("number", Input::CaseNumber, true)] },
        Deed::SetAside => {
            const REASON: Input = Input::Choice {
                vocabulary: "mail-ground",
                keys: GROUNDS,
            };
            const { &[field("reason", REASON, true), field("words", WORDS, false)] }
        }
        Deed::Reached => const { &[field("words", WORDS, true)] },
        Deed::TakeBack | Deed::MakeCase => &[],
    }
}

pub fn operations() -> Vec<Operation> {
    let described = DEEDS.map(|deed| {
        let path = format!("/inbox/{{id}}/deeds/{}", deed.key());
        operation(path, format!("mail_{}", deed.key()), fields(deed))
    });
    described.into()
}

pub fn possible(lang: Lang, id: Uuid, offered: &[Deed]) -> Vec<Possible> {
    let t = i18n::texts(lang);
    let title = |deed: Deed| match deed {
        Deed::MakeCase => t.mail_make_case(),
        Deed::Join => t.mail_join(),
        Deed::SetAside => t.mail_set_aside(),
        Deed::TakeBack => t.mail_take_back(),
        Deed::Reached => t.mail_reached(),
    };
    let possible = offered.iter().map(|deed| {
        let href = match deed {
            Deed::MakeCase => format!("{}/cases", crate::BASE),
            deed => format!("{}/deeds/{}", href(id), deed.key()),
        };
        Possible::new(title(*deed), deed.key(), href, fields(*deed))
    });
    possible.collect()
}

/// What became of the mail.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "MailDone")]
pub struct Done {
    id: Uuid,
    href: String,
    state: &'static str,
    /// It arrived before the day on which its case was received: that day is to be corrected.
    arrived_before_receipt: bool,
}

pub async fn deed(caller: Caller, At((id, key)): At<(Uuid, String)>, request: Request) -> Answer {
    let deed = DEEDS.into_iter().find(|deed| deed.key() == key);
    let deed = deed.ok_or(Fault::App(app::Error::NotFound))?;
    let Fields(sent) = Fields::from_request(request, &caller.api).await?;
    let typed = typed(fields(deed), &sent)?;
    let (app, now, person) = (caller.app(), caller.now, caller.person());
    let mut arrived_before_receipt = false;
    let state = match deed {
        Deed::Join => {
            let number = typed.one("number").unwrap_or_default();
            let key = app::new_id().to_string();
            arrived_before_receipt = app.join_mail(now, person, id, number, &key).await?;
            State::Joined
        }
        Deed::SetAside => {
            app.set_mail_aside(now, person, id, &typed).await?;
            State::SetAside
        }
        Deed::TakeBack => {
            app.take_mail_back(now, person, id).await?;
            State::New
        }
        Deed::Reached => {
            app.reached_otherwise(now, person, id, &typed).await?;
            State::Reached
        }
        Deed::MakeCase => return Err(Fault::App(app::Error::NotFound)),
    };
    ok(&Done {
        id,
        href: href(id),
        state: state.key(),
        arrived_before_receipt,
    })
}
