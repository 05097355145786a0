//! The organisation itself: its names, its units, its periods.

use app::Error;
use app::office::Settings;
use app::people::{NewUnit, OrganisationDetails};
use app::reminders::Pace;
use axum::response::IntoResponse;
use maud::{Markup, html};
use procedure::UnitId;
use procedure::case::refusal::{Invalid, Problem};
use procedure::settings::Periods;

use super::{Back, Reader, open, outcome, shown};
use crate::posted::Posted;
use crate::ui::{Card, Column, Filled, Form, Icon, Look, Table, actions, submit};
use crate::visit::{Me, Page};

pub(super) async fn units(me: Me) -> Page {
    open(&me).map_err(|page| *page)?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    Ok(units_page(&me, &office, &Back::default()).into_response())
}

fn units_page(me: &Me, office: &app::Office, back: &Back) -> Markup {
    let t = me.t();
    let columns = [Column::new(t.admin_unit_code()), Column::new(t.admin_unit_name())];
    let rows = office
        .units
        .values()
        .map(|unit| vec![html! { strong { (unit.code) } }, html! { (unit.name) }]);
    let table = Table::new(t, t.admin_units(), &columns).rows(rows);
    let body = html! {
        (Card::new(t.admin_units()).icon(Icon::Building).id("list").flush(html! { (table) }))
        (Card::new(t.add()).icon(Icon::Add).id("add").body(
            Form::post(&me.ctx, "add-form", "/admin/units").filled(back.of("add-form")).show(|f| html! {
                (f.text("code", t.admin_unit_code()).hint(t.admin_unit_code_hint()).narrow())
                (f.text("name", t.admin_unit_name()))
                (actions(submit(Look::Primary, Some(Icon::Add), t.add())))
            })
        ))
    };
    shown(me, t.admin_units(), "/admin/units", &body)
}

pub(super) async fn put_unit(posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let read = Reader::new(&posted);
    let unit = NewUnit {
        code: read.word("code"),
        name: read.word("name"),
        active: true,
    };
    // The same code again corrects the name.
    let known = office
        .units
        .values()
        .find(|known| known.code == unit.code)
        .map(|known| UnitId(known.id));
    let result = me
        .app()
        .put_unit(me.now, me.actor(), known, unit)
        .await
        .map(|_| ());
    Ok(outcome(&posted, result, "/admin/units", "add-form", |back| {
        units_page(me, &office, back)
    }))
}

pub(super) async fn settings(me: Me) -> Page {
    open(&me).map_err(|page| *page)?;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    Ok(settings_page(&me, &office, &Back::default()).into_response())
}

fn settings_page(me: &Me, office: &app::Office, back: &Back) -> Markup {
    let t = me.t();
    let own = &office.organisation;
    let stored = Filled::from_pairs([
        ("name", own.name.as_str()),
        ("parent_name", &own.parent_name),
        ("place", &own.place),
        ("symbol", &own.symbol),
    ]);
    let kept = &office.settings;
    let mut periods = Filled::from_pairs([
        ("certification_unit_name", kept.certification_unit_name.clone()),
        ("letter_symbol", kept.letter_symbol.clone()),
        ("largest_file_mib", kept.largest_file_mib.to_string()),
        ("session_hours", kept.session_hours.to_string()),
        ("reminder_percents", spaced(&kept.reminders.percents)),
        ("reminder_days", spaced(&kept.reminders.days)),
    ]);
    for name in Periods::NAMES {
        periods.set(name, kept.periods.get(name).unwrap_or_default().to_string());
    }
    let defaults = Periods::default();
    let seen = own.version.to_string();
    let hints: Vec<String> = Periods::NAMES
        .iter()
        .map(|name| {
            let usual = i18n::say::period_value(me.ctx.lang, name, defaults.get(name).unwrap_or_default());
            t.admin_period_default(usual)
        })
        .collect();
    let body = html! {
        (Card::new(t.admin_organisation()).icon(Icon::Building).id("organisation").body(
            Form::post(&me.ctx, "organisation-form", "/admin/organisation").filled(back.over("organisation-form", &stored)).show(|f| html! {
                (f.hidden("seen", &seen))
                (f.text("parent_name", t.access_setup_parent()).hint(t.access_setup_parent_hint()).optional())
                (f.text("name", t.access_setup_organisation()))
                (f.text("symbol", t.access_setup_symbol()).narrow())
                (f.text("place", t.access_setup_place()))
                (actions(submit(Look::Primary, Some(Icon::Save), t.save_changes())))
            })
        ))
        (Card::new(t.admin_periods()).icon(Icon::CalendarDue).id("periods").body(
            Form::post(&me.ctx, "settings-form", "/admin/settings").filled(back.over("settings-form", &periods)).show(|f| html! {
                (f.hidden("seen", &seen))
                fieldset {
                    legend { (t.admin_general()) }
                    (f.text("certification_unit_name", t.admin_certification_unit()).hint(t.admin_certification_unit_hint()).optional())
                    (f.text("letter_symbol", t.admin_letter_symbol()).hint(t.admin_letter_symbol_hint()))
                    (f.number("largest_file_mib", t.admin_largest_file()))
                    (f.number("session_hours", t.admin_session_hours()))
                }
                fieldset {
                    legend { (t.reminders_settings()) }
                    (f.text("reminder_percents", t.reminders_percents()).hint(t.reminders_percents_hint()).optional())
                    (f.text("reminder_days", t.reminders_days()).hint(t.reminders_days_hint()).optional())
                }
                fieldset {
                    legend { (t.admin_periods()) }
                    p class="form-lead" { (t.admin_periods_lead()) }
                    @for (name, hint) in Periods::NAMES.iter().zip(&hints) {
                        (f.number(name, i18n::say::period(me.ctx.lang, name).unwrap_or(name)).hint(hint))
                    }
                }
                (actions(submit(Look::Primary, Some(Icon::Save), t.save_changes())))
            })
        ))
    };
    shown(me, t.admin_settings(), "/admin/settings", &body)
}

fn seen(posted: &Posted) -> Option<i64> {
    posted.typed.one("seen").and_then(|seen| seen.parse().ok())
}

pub(super) async fn change_organisation(posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let read = Reader::new(&posted);
    let details = OrganisationDetails {
        name: read.word("name"),
        parent_name: read.word("parent_name"),
        place: read.word("place"),
        symbol: read.word("symbol"),
    };
    let result = me
        .app()
        .change_organisation(me.now, me.actor(), seen(&posted), details)
        .await;
    Ok(outcome(
        &posted,
        result,
        "/admin/settings",
        "organisation-form",
        |back| settings_page(me, &office, back),
    ))
}

pub(super) async fn change_settings(posted: Posted) -> Page {
    open(&posted.me).map_err(|page| *page)?;
    let me = &posted.me;
    let office = me.app().office().await.map_err(|error| me.fail(error))?;
    let result = match read_settings(&posted, &office.settings) {
        Ok(settings) => {
            me.app()
                .change_settings(me.now, me.actor(), seen(&posted), settings)
                .await
        }
        Err(problems) => Err(Error::Invalid(problems)),
    };
    Ok(outcome(
        &posted,
        result,
        "/admin/settings",
        "settings-form",
        |back| settings_page(me, &office, back),
    ))
}

/// Figures from one to `most`, as typed with spaces or commas between.
fn figures(typed: &str, most: u8) -> Option<Vec<u8>> {
    let words = typed.split([' ', ',', ';']).filter(|word| !word.is_empty());
    let figures = words.map(|word| word.parse().ok().filter(|figure| (1..=most).contains(figure)));
    figures.collect()
}

/// Figures as a field shows them.
fn spaced(figures: &[u8]) -> String {
    figures.iter().map(u8::to_string).collect::<Vec<_>>().join(" ")
}

fn read_settings(posted: &Posted, before: &Settings) -> Result<Settings, Vec<Invalid>> {
    let mut settings = before.clone();
    let mut problems = Vec::new();
    let mut number = |name: &str| -> Option<u16> {
        let read = posted.typed.one(name).and_then(|typed| typed.parse().ok());
        if read.is_none() {
            problems.push(Invalid::new(name, Problem::Unreadable));
        }
        read
    };
    for name in Periods::NAMES {
        if let Some(days) = number(name) {
            settings.periods.set(name, days);
        }
    }
    settings.largest_file_mib = number("largest_file_mib").unwrap_or(before.largest_file_mib);
    settings.session_hours = number("session_hours").unwrap_or(before.session_hours);
    settings.certification_unit_name = posted
        .typed
        .one("certification_unit_name")
        .unwrap_or_default()
        .to_owned();
    match posted.typed.one("letter_symbol") {
        Some(symbol) => symbol.clone_into(&mut settings.letter_symbol),
        None => problems.push(Invalid::new("letter_symbol", Problem::Missing)),
    }
    for (name, most, to) in [
        (
            "reminder_percents",
            Pace::MOST_PERCENT,
            &mut settings.reminders.percents,
        ),
        ("reminder_days", Pace::MOST_DAYS, &mut settings.reminders.days),
    ] {
        match figures(posted.typed.one(name).unwrap_or_default(), most) {
            Some(read) => *to = read,
            None => problems.push(Invalid::new(name, Problem::Unreadable)),
        }
    }
    if problems.is_empty() {
        Ok(settings)
    } else {
        Err(problems)
    }
}
