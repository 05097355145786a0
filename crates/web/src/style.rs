//! The style guide: every component on one page, for whoever builds pages. Mounted only where nothing is real.

use axum::Router;
use axum::http::{HeaderMap, Uri};
use axum::response::IntoResponse;
use axum::routing::get;
use i18n::Texts;
use jiff::civil::{Date, date};
use maud::{Markup, html};
use procedure::Rule;

use crate::layout::{Ctx, Nav, NavItem, SignedIn, page, plain_page};
use crate::preferences;
use crate::ui::*;

/// `GET /style` and `GET /style/sign-in`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/style", get(show))
        .route("/style/sign-in", get(show_sign_in))
}

/// The day on which the samples take place.
const TODAY: Date = date(2026, 3, 30);

async fn show(address: Uri, headers: HeaderMap) -> impl IntoResponse {
    let (lang, theme) = preferences::of(&headers);
    let mut ctx = Ctx::visitor(lang, theme, &address.to_string());
    let t = ctx.t();
    ctx.person = Some(SignedIn {
        name: "Trần Minh Đức".to_owned(),
        roles: t.style_role_qmr().to_owned(),
    });
    ctx.organisation = "TTCN Hồng Hà".to_owned();
    ctx.demo = true;
    ctx.flash = Some(Flash {
        tone: Tone::Good,
        text: t.notice_saved().to_owned(),
    });
    let all = [
        Nav::Work,
        Nav::Intake,
        Nav::Register,
        Nav::Corrective,
        Nav::Letters,
        Nav::Year,
        Nav::Admin,
    ];
    ctx.nav = all
        .map(|nav| NavItem {
            nav,
            count: (nav == Nav::Work).then_some(12),
        })
        .to_vec();
    page(&ctx, t.style_title(), Some(Nav::Register), body(&ctx))
}

async fn show_sign_in(address: Uri, headers: HeaderMap) -> impl IntoResponse {
    let (lang, theme) = preferences::of(&headers);
    let ctx = Ctx::visitor(lang, theme, &address.to_string());
    let t = ctx.t();
    let form = Form::post(&ctx, "sign-in", "/style").show(|f| {
        html! {
            (f.text("account", t.style_account()).autocomplete("username").autofocus())
            (f.password("password", t.style_password()).autocomplete("current-password"))
            (actions(submit(Look::Primary, Some(Icon::SignIn), t.sign_in())))
        }
    });
    plain_page(
        &ctx,
        t.sign_in(),
        html! { (PageHead::new(t, t.style_sign_in())) (form) },
    )
}

fn body(ctx: &Ctx) -> Markup {
    let t = ctx.t();
    let crumbs = [(t.nav_register(), "/style"), (t.style_crumb(), "/style")];
    let title = t.style_case("2026-0042");
    html! {
        (PageHead::new(t, &title)
            .crumbs(&crumbs)
            .lead(t.style_case_lead())
            .badges(html! {
                (badge(Tone::Accent, Some(Icon::Open), t.style_state_open()))
                (due_badge(t, Due::of(Some(date(2026, 4, 1)), TODAY)))
            })
            .actions(html! {
                (link_button(Look::Secondary, Some(Icon::Print), t.print(), "/style"))
                (link_button(Look::Primary, Some(Icon::Letter), t.style_step_reply(), "/style"))
            }))
        (road_sample(t))
        (tabs(t, t.style_title(), &[
            Tab { label: t.style_tab_overview(), href: "/style", active: true, count: None },
            Tab { label: t.style_history(), href: "/style#history", active: false, count: None },
            Tab { label: t.style_tab_documents(), href: "/style", active: false, count: Some(3) },
        ]))
        (tiles(html! {
            (tile(Tone::Bad, Icon::Late, t.style_tiles_late(), "3", Some("/style")))
            (tile(Tone::Warn, Icon::Soon, t.style_tiles_soon(), "7", Some("/style")))
            (tile(Tone::Accent, Icon::Open, t.style_tiles_open(), &t.number(1042), Some("/style")))
            (tile(Tone::Good, Icon::OnTime, t.style_tiles_answered(), &t.percent(975, 1000), None))
        }))
        div class="columns-main" {
            div {
                (acts_sample(ctx))
                (Card::new(t.style_form_wrong()).icon(Icon::Edit).body(wrong_form(ctx)))
                (Card::new(t.style_form_fine()).icon(Icon::Inbox).body(form_sample(ctx)))
            }
            div {
                (facts_sample(t))
                (Card::new(t.style_history()).icon(Icon::History).id("history").body(history_sample(t)))
            }
        }
        (table_sample(t))
        (Card::new(t.nav_work()).icon(Icon::Tasks).flush(
            empty_state(Icon::Checks, t.style_empty_title(), t.style_empty_text(),
                Some(link_button(Look::Primary, Some(Icon::Add), t.nav_intake(), "/style")))))
        (Card::new(t.style_alerts()).icon(Icon::Bell).body(html! {
            (alert(Tone::Info, t.form_typed_kept(), None))
            (alert(Tone::Warn, t.style_alert_provisional(), Some(html! { p { (t.style_alert_provisional_text()) } })))
            (alert(Tone::Bad, t.style_alert_danger(), Some(html! { p { (t.style_alert_danger_text()) } })))
        }))
        (Card::new(t.style_buttons()).icon(Icon::Palette).body(buttons_sample(ctx)))
    }
}

fn road_sample(t: &'static Texts) -> Markup {
    let step = |label, note: Option<Date>, place| Step {
        label,
        note: note.map(|day| t.date(day)),
        place,
    };
    road(
        t,
        t.style_road(),
        &[
            step(t.style_step_received(), Some(date(2026, 3, 2)), Place::Done),
            step(t.style_step_assessed(), Some(date(2026, 3, 4)), Place::Done),
            step(t.style_step_cause(), None, Place::Now),
            step(t.style_step_plan(), None, Place::Ahead),
            step(t.style_step_reply(), Some(date(2026, 4, 1)), Place::Ahead),
            step(t.style_step_closed(), None, Place::Ahead),
        ],
    )
}

fn acts_sample(ctx: &Ctx) -> Markup {
    let t = ctx.t();
    let note = |day| Some(html! { (due_date(t, day, Due::of(Some(day), TODAY))) });
    let extension = Act {
        id: "extension",
        sign: Icon::Extension,
        title: t.style_act_extension(),
        rules: &[Rule::B2_5],
        note: note(date(2026, 4, 1)),
        open: true,
    };
    let plan = Act {
        id: "plan",
        sign: Icon::Plan,
        title: t.style_act_plan(),
        rules: &[Rule::B2_1],
        note: note(date(2026, 3, 27)),
        open: false,
    };
    let form = |id| {
        Form::post(ctx, id, "/style").key("0198").show(|f| {
            html! {
                (f.date("until", t.style_field_until()))
                (f.area("reason", t.style_field_reason()).hint(t.style_field_reason_hint()).most(4000))
                (actions(html! {
                    (submit(Look::Primary, Some(Icon::Send), t.style_submit_extension()))
                    (submit_as(Look::Secondary, None, t.style_save_draft(), "then", "keep"))
                }))
            }
        })
    };
    Card::new(t.style_acts()).icon(Icon::Tasks).flush(acts(html! {
        (act(t, &extension, form("extension-form")))
        (act(t, &plan, form("plan-form")))
        (barred_act(t, Icon::Sign, t.style_act_sign(), t.style_act_sign_why(), &[Rule::B2_3, Rule::S4]))
    }))
}

fn wrong_form(ctx: &Ctx) -> Markup {
    let t = ctx.t();
    let mut filled = Filled::from_pairs([("until", "31/02/2026"), ("reason", "")]);
    filled.error("until", t.style_error_date());
    filled.error("reason", t.style_error_reason());
    Form::post(ctx, "wrong", "/style").filled(&filled).show(|f| {
        html! {
            (f.date("until", t.style_field_until()))
            (f.area("reason", t.style_field_reason()).rows(3))
            (actions(submit(Look::Primary, None, t.save())))
        }
    })
}

fn form_sample(ctx: &Ctx) -> Markup {
    let t = ctx.t();
    let filled = Filled::from_pairs([
        ("name", t.style_field_name_value()),
        ("kind", "complaint"),
        ("subjects", "result"),
        ("subjects", "conduct"),
    ]);
    let kinds = [
        Choice::new("complaint", t.style_kind_complaint()),
        Choice::new("grievance", t.style_kind_grievance()),
        Choice::new("appeal", t.style_kind_appeal()).hint(t.style_field_kind_appeal_hint()),
    ];
    let subjects = [
        Choice::new("result", t.style_subject_result()),
        Choice::new("conduct", t.style_subject_conduct()),
        Choice::new("secret", t.style_subject_secret()).barred(t.style_field_barred()),
    ];
    let people = [
        Choice::new("1", "Đỗ Thị Quỳnh"),
        Choice::new("2", "Lê Văn Hải").barred(t.style_field_barred()),
        Choice::new("3", "Phạm Thu Hường"),
    ];
    Form::post(ctx, "intake", "/style").files().filled(&filled).show(|f| {
        html! {
            (f.text("name", t.style_field_name()))
            div class="field-row" {
                (f.phone("phone", t.style_field_phone()).optional())
                (f.email("email", t.style_field_email()).optional())
            }
            div class="field-row" {
                (f.date("received", t.style_fact_received()))
                (f.time("at", t.style_field_time()).optional())
            }
            (f.radios("kind", t.style_field_kind(), &kinds).hint(t.style_field_kind_hint()))
            (f.checks("subjects", t.style_field_subjects(), &subjects))
            (f.person("officer", t.style_field_person(), &people))
            (f.files("files", t.style_field_files(), "").hint(&t.form_file_hint(t.file_size(25_000_000))).optional())
            (f.check("satisfied", t.style_field_satisfied()))
            (actions(html! {
                (submit(Look::Primary, Some(Icon::Save), t.save()))
                (link_button(Look::Quiet, None, t.cancel(), "/style"))
            }))
        }
    })
}

fn facts_sample(t: &'static Texts) -> Markup {
    let limit = date(2026, 4, 1);
    Card::new(t.style_facts()).icon(Icon::Folder).body(html! {
        (facts([
            (t.style_fact_complainant(), html! { "Công ty TNHH Sứ Mai Lĩnh" }),
            (t.style_fact_received(), html! { (t.date_and_weekday(date(2026, 3, 2))) }),
            (t.style_fact_limit(), due_date(t, limit, Due::of(Some(limit), TODAY))),
            (t.style_fact_channel(), html! { (t.style_channel_letter()) }),
            (t.style_fact_subject(), html! { (t.style_subject_result()) }),
            (t.style_fact_officer(), person("Đỗ Thị Quỳnh", Some(t.style_role_officer()))),
        ]))
        div class="mt-3" {
            (disclosure(html! { (icon(Icon::Help)) (t.why_this_date()) }, html! { p { (t.style_why_text()) } (rule_note(t, Rule::B2_4)) }))
        }
    })
}

fn history_sample(t: &'static Texts) -> Markup {
    let moment = |sign, tone, at: &str, who: &str, what: &str, detail| Moment {
        sign,
        tone,
        at: at.to_owned(),
        who: who.to_owned(),
        what: html! { (what) },
        detail,
    };
    let returned = html! { p { (t.style_history_returned_why()) } };
    history(&[
        moment(
            Icon::Late,
            Tone::Bad,
            "00:00 28/03/2026",
            t.product_name(),
            t.style_history_late(),
            None,
        ),
        moment(
            Icon::Return,
            Tone::Warn,
            "16:20 18/03/2026",
            "Vũ Hoàng Long",
            t.style_history_returned(),
            Some(returned),
        ),
        moment(
            Icon::Check,
            Tone::Good,
            "09:12 04/03/2026",
            "Trần Minh Đức",
            t.style_history_assessed(),
            None,
        ),
        moment(
            Icon::Inbox,
            Tone::Accent,
            "14:05 02/03/2026",
            "Phạm Thu Hường",
            t.style_history_received(),
            None,
        ),
    ])
}

fn table_sample(t: &'static Texts) -> Markup {
    let columns = [
        Column::new(t.style_column_number()).sort("number"),
        Column::new(t.style_column_complainant()).sort("complainant"),
        Column::new(t.style_column_kind()),
        Column::new(t.style_column_due()).sort("due"),
        Column::new(t.style_column_letters()).number(),
    ];
    let kinds = [
        t.style_kind_complaint(),
        t.style_kind_appeal(),
        t.style_kind_grievance(),
    ];
    let cases = [
        ("2026-0042", "Công ty TNHH Sứ Mai Lĩnh", date(2026, 4, 1)),
        ("2026-0039", "Nguyễn Thị Ánh Nguyệt", date(2026, 3, 27)),
        ("2026-0037", "Hợp tác xã Chè Thượng Sơn", date(2026, 4, 20)),
    ];
    let rows = cases.into_iter().zip(kinds).map(|((number, name, limit), kind)| {
        vec![
            html! { a href="/style" { (number) } },
            html! { (name) },
            badge(Tone::Neutral, None, kind),
            due_date(t, limit, Due::of(Some(limit), TODAY)),
            html! { (t.number(12)) },
        ]
    });
    let by = |by: &str, descending: bool| format!("/style?sort={by}&descending={descending}");
    let table = Table::new(t, t.style_table(), &columns)
        .sorting(Sorting {
            by: "due",
            descending: false,
            href: &by,
        })
        .rows(rows);
    let pages = Pager {
        previous: Some("/style".to_owned()),
        next: Some("/style".to_owned()),
        note: t.table_rows_at_least(10_000),
        ..Pager::default()
    };
    Card::new(t.style_table())
        .icon(Icon::Book)
        .actions(link_button(
            Look::Quiet,
            Some(Icon::FileTable),
            t.export_xlsx(),
            "/style",
        ))
        .footer(pager(t, &pages))
        .flush(html! { (table) })
}

fn buttons_sample(ctx: &Ctx) -> Markup {
    let t = ctx.t();
    html! {
        (actions(html! {
            (submit(Look::Primary, Some(Icon::Check), t.confirm()))
            (submit(Look::Secondary, Some(Icon::Edit), t.edit()))
            (submit(Look::Quiet, None, t.cancel()))
            (submit(Look::Danger, Some(Icon::Delete), t.style_annul()))
            (confirm(Icon::Cancelled, t.style_annul(), html! {
                p { strong { (t.style_confirm()) } br; (t.style_confirm_text()) }
                (post_button(ctx, Look::Danger, None, t.style_annul(), "/style", "0198"))
            }))
        }))
        div class="actions mt-3" {
            @for (tone, sign) in Tone::ALL.into_iter().zip([Icon::Clock, Icon::Open, Icon::Info, Icon::OnTime, Icon::Soon, Icon::Late]) {
                (badge(tone, Some(sign), t.style_state_written()))
            }
        }
        div class="actions mt-3" { @for sign in Icon::ALL { (icon(*sign)) } }
    }
}
