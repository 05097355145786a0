//! What the public pages say of the centre, and whether their form is open.

use app::Error;
use app::portal::Portal;
use axum::response::IntoResponse;
use maud::{Markup, html};
use procedure::case::refusal::Problem;

use super::{Back, Reader, open, outcome, shown};
use crate::posted::Posted;
use crate::ui::{Card, Filled, Form, Icon, Look, actions, link_button, submit};
use crate::visit::{Me, Page};
use crate::words::typed_date;

const PLACE: &str = "/admin/portal";
const FORM: &str = "portal-form";

pub(super) async fn page(me: Me) -> Page {
    open(&me).map_err(|page| *page)?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    Ok(settings(&me, &office, &Back::default()).into_response())
}

fn settings(me: &Me, office: &app::Office, back: &Back) -> Markup {
    let t = me.t();
    let portal = &office.settings.portal;
    let seen = office.organisation.version.to_string();
    let stored = Filled::from_pairs([
        (
            "open",
            if portal.open {
                "yes".to_owned()
            } else {
                String::new()
            },
        ),
        ("contact", portal.contact.clone()),
        ("procedure_version", portal.procedure_version.clone()),
        (
            "procedure_on",
            portal.procedure_on.map(typed_date).unwrap_or_default(),
        ),
        ("work_bits", portal.work_bits.to_string()),
    ]);
    let form = Form::post(&me.ctx, FORM, PLACE).filled(back.over(FORM, &stored)).show(|f| {
        html! {
            (f.hidden("seen", &seen))
            (f.check("open", t.admin_portal_open()))
            (f.area("contact", t.admin_portal_contact()).rows(4).hint(t.admin_portal_contact_hint()).optional())
            (f.text("procedure_version", t.admin_portal_procedure_version()).hint(t.admin_portal_procedure_version_hint()).optional())
            (f.date("procedure_on", t.admin_portal_procedure_on()).optional())
            (f.number("work_bits", t.admin_portal_work()).hint(t.admin_portal_work_hint()))
            (actions(submit(Look::Primary, Some(Icon::Save), t.save_changes())))
        }
    });
    let link = link_button(Look::Quiet, Some(Icon::Web), t.portal_title(), "/portal");
    shown(
        me,
        t.admin_portal(),
        PLACE,
        &Card::new(t.admin_portal())
            .icon(Icon::Web)
            .actions(link)
            .body(form),
    )
}

pub(super) async fn change(posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let result = match read(&posted) {
        Ok(portal) => {
            let mut settings = office.settings.clone();
            settings.portal = portal;
            me.app()
                .change_settings(me.now, me.actor(), posted.seen().map(i64::from), settings)
                .await
        }
        Err(error) => Err(error),
    };
    Ok(outcome(&posted, result, PLACE, FORM, |back| {
        settings(me, &office, back)
    }))
}

fn read(posted: &Posted) -> Result<Portal, Error> {
    let mut reader = Reader::new(posted);
    let work = posted
        .typed
        .one("work_bits")
        .and_then(|bits| bits.parse::<u8>().ok());
    let work_bits = match work.filter(|bits| *bits <= Portal::MOST_WORK) {
        Some(bits) => bits,
        None => reader.bad("work_bits", Problem::Unreadable, 0),
    };
    let contact = match posted.typed.one("contact").map(app::compose::clean_words) {
        None => String::new(),
        Some(Ok(words)) => words,
        Some(Err(problem)) => reader.bad("contact", problem, String::new()),
    };
    let portal = Portal {
        open: posted.typed.is_checked("open"),
        contact,
        procedure_version: reader.word("procedure_version"),
        procedure_on: reader.day_if_any("procedure_on"),
        work_bits,
    };
    reader.fine()?;
    Ok(portal)
}
