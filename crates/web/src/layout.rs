//! The frame around every page: mark, navigation, search, account, and the words of the last act.

use i18n::{Lang, Texts};
use maud::{DOCTYPE, Markup, html};

use crate::assets;
use crate::preferences::Theme;
use crate::ui::alert::{Flash, toast};
use crate::ui::card::initials;
use crate::ui::icon::{Icon, icon};

/// What a page knows about whoever looks at it.
#[derive(Debug, Clone)]
pub struct Ctx {
    pub lang: Lang,
    pub theme: Theme,
    /// Path and query of this page, to come back to after changing language or theme.
    pub here: String,
    pub csrf: String,
    pub person: Option<SignedIn>,
    /// The centre's name; empty before it is set up.
    pub organisation: String,
    /// The places this person may go to, in this order.
    pub nav: Vec<NavItem>,
    pub flash: Option<Flash>,
    /// Reminders that were not read.
    pub unread: u64,
    pub demo: bool,
}

#[derive(Debug, Clone)]
pub struct SignedIn {
    pub name: String,
    /// Roles in words, for the account menu.
    pub roles: String,
}

#[derive(Debug, Clone, Copy)]
pub struct NavItem {
    pub nav: Nav,
    /// What waits there, when that is worth a number.
    pub count: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nav {
    Work,
    Intake,
    Inbox,
    Register,
    Corrective,
    Letters,
    Year,
    Admin,
    Procedure,
}

impl Nav {
    pub fn href(self) -> &'static str {
        match self {
            Nav::Work => "/work",
            Nav::Intake => "/intake",
            Nav::Inbox => "/inbox",
            Nav::Register => "/register",
            Nav::Corrective => "/corrective-actions",
            Nav::Letters => "/letters",
            Nav::Year => "/year-books",
            Nav::Admin => "/admin",
            Nav::Procedure => "/procedure",
        }
    }

    pub fn label(self, t: &Texts) -> &'static str {
        match self {
            Nav::Work => t.nav_work(),
            Nav::Intake => t.nav_intake(),
            Nav::Inbox => t.nav_inbox(),
            Nav::Register => t.nav_register(),
            Nav::Corrective => t.nav_corrective(),
            Nav::Letters => t.nav_letters(),
            Nav::Year => t.nav_year(),
            Nav::Admin => t.nav_admin(),
            Nav::Procedure => t.nav_procedure(),
        }
    }

    fn icon(self) -> Icon {
        match self {
            Nav::Work => Icon::Tasks,
            Nav::Intake => Icon::Inbox,
            Nav::Inbox => Icon::Email,
            Nav::Register => Icon::Book,
            Nav::Corrective => Icon::Repair,
            Nav::Letters => Icon::Letter,
            Nav::Year => Icon::Archive,
            Nav::Admin => Icon::Settings,
            Nav::Procedure => Icon::Procedure,
        }
    }

    /// The key that leads there, pressed alone.
    fn shortcut(self) -> Option<&'static str> {
        match self {
            Nav::Work => Some("v"),
            Nav::Intake => Some("n"),
            Nav::Register => Some("s"),
            Nav::Inbox | Nav::Corrective | Nav::Letters | Nav::Year | Nav::Admin | Nav::Procedure => None,
        }
    }
}

impl Ctx {
    /// Someone who has not signed in.
    pub fn visitor(lang: Lang, theme: Theme, here: &str) -> Ctx {
        Ctx {
            lang,
            theme,
            here: here.to_owned(),
            csrf: String::new(),
            person: None,
            organisation: String::new(),
            nav: Vec::new(),
            flash: None,
            unread: 0,
            demo: false,
        }
    }

    pub fn t(&self) -> &'static Texts {
        i18n::texts(self.lang)
    }
}

/// A page of the desk. The body begins with [`crate::ui::PageHead`], which holds the only `h1`.
pub fn page(ctx: &Ctx, title: &str, active: Option<Nav>, body: Markup) -> Markup {
    let t = ctx.t();
    document(
        ctx,
        title,
        html! {
            div class="shell" {
                aside class="side" {
                    (brand(ctx))
                    nav class="side-nav" aria-label=(t.main_navigation()) { (nav_list(ctx, active)) }
                    @if !ctx.organisation.is_empty() { p class="side-foot" { (icon(Icon::Building)) (ctx.organisation) } }
                }
                div class="stage" {
                    header class="bar" {
                        details class="menu phone-menu" {
                            summary { (icon(Icon::Menu)) span class="visually-hidden" { (t.menu()) } }
                            nav class="menu-panel" aria-label=(t.main_navigation()) { (nav_list(ctx, active)) }
                        }
                        a class="bar-brand" href="/" { (mark()) (t.product_name()) }
                        form class="bar-search" action=(Nav::Register.href()) role="search" {
                            label class="visually-hidden" for="quick-search" { (t.quick_search()) }
                            (icon(Icon::Search))
                            input type="search" id="quick-search" name="q" placeholder=(t.quick_search_hint()) autocomplete="off" data-key="/";
                        }
                        @if ctx.person.is_some() { (bell(ctx)) }
                        (account(ctx))
                    }
                    main id="main" tabindex="-1" {
                        @if ctx.demo { p class="demo-note" { (icon(Icon::Info)) (t.demo_banner()) } }
                        @if let Some(flash) = &ctx.flash { (toast(t, flash)) }
                        (body)
                    }
                }
            }
        },
    )
}

/// A page before or beside the desk: signing in, setting up, an error.
pub fn plain_page(ctx: &Ctx, title: &str, body: Markup) -> Markup {
    document(
        ctx,
        title,
        html! {
            div class="plain" {
                header class="plain-head" {
                    (brand(ctx))
                    @if !ctx.organisation.is_empty() { p { (ctx.organisation) } }
                }
                main id="main" class="plain-main" tabindex="-1" {
                    @if ctx.demo { p class="demo-note" { (icon(Icon::Info)) (ctx.t().demo_banner()) } }
                    @if let Some(flash) = &ctx.flash { (toast(ctx.t(), flash)) }
                    (body)
                }
                footer class="plain-foot" { (preference_forms(ctx)) }
            }
        },
    )
}

/// The places of the public pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Public {
    Home,
    New,
    Case,
    Procedure,
}

impl Public {
    const ALL: [Public; 4] = [Public::Home, Public::New, Public::Case, Public::Procedure];

    pub fn href(self) -> &'static str {
        match self {
            Public::Home => "/portal",
            Public::New => "/portal/new",
            Public::Case => "/portal/case",
            Public::Procedure => "/portal/procedure",
        }
    }

    fn label(self, t: &Texts) -> &'static str {
        match self {
            Public::Home => t.portal_nav_home(),
            Public::New => t.portal_nav_new(),
            Public::Case => t.portal_nav_case(),
            Public::Procedure => t.portal_nav_procedure(),
        }
    }

    fn icon(self) -> Icon {
        match self {
            Public::Home => Icon::Home,
            Public::New => Icon::Write,
            Public::Case => Icon::Search,
            Public::Procedure => Icon::Procedure,
        }
    }
}

/// A page for everyone: no sign-in, nothing of the desk. `form` names a form on the page through which a change of language or theme is
/// sent, so that what is typed there is kept.
pub fn public_page(
    ctx: &Ctx,
    title: &str,
    place: Option<Public>,
    form: Option<&str>,
    body: Markup,
) -> Markup {
    let t = ctx.t();
    let name = if ctx.organisation.is_empty() {
        t.product_name()
    } else {
        ctx.organisation.as_str()
    };
    document_with(
        ctx,
        title,
        &["portal.js"],
        html! {
            div class="public" {
                header class="public-head" {
                    div class="public-row" {
                        a class="brand" href="/portal" {
                            (mark())
                            span class="brand-words" {
                                span class="brand-name" { (name) }
                                span class="brand-purpose" { (t.portal_title()) }
                            }
                        }
                        (language_form(ctx, form))
                    }
                    nav class="public-nav" aria-label=(t.main_navigation()) {
                        @for one in Public::ALL {
                            a href=(one.href()) aria-current=[(place == Some(one)).then_some("page")] { (icon(one.icon())) span { (one.label(t)) } }
                        }
                    }
                }
                main id="main" class="public-main" tabindex="-1" {
                    @if ctx.demo { p class="demo-note" { (icon(Icon::Info)) (t.demo_banner()) } }
                    @if let Some(flash) = &ctx.flash { (toast(t, flash)) }
                    (body)
                }
                footer class="public-foot" {
                    (theme_form(ctx, form))
                    p { (t.portal_foot(t.product_name())) " " a href="/sign-in" { (t.portal_staff()) } }
                }
            }
        },
    )
}

/// Nothing in a page may ask htmx for inline styles or for evaluated code: the policy of the site forbids both.
const HTMX: &str =
    r#"{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"historyCacheSize":0}"#;

fn document(ctx: &Ctx, title: &str, body: Markup) -> Markup {
    document_with(ctx, title, &["htmx.min.js"], body)
}

/// A document with these scripts beside the one that every page has.
fn document_with(ctx: &Ctx, title: &str, scripts: &[&str], body: Markup) -> Markup {
    let t = ctx.t();
    html! {
        (DOCTYPE)
        html lang=(ctx.lang.code()) data-bs-theme=(ctx.theme.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="htmx-config" content=(HTMX);
                title { (t.page_title(title)) }
                link rel="icon" type="image/svg+xml" href=(assets::url("mark.svg"));
                link rel="stylesheet" href=(assets::url("fonts.css"));
                link rel="stylesheet" href=(assets::url("tabler.css"));
                link rel="stylesheet" href=(assets::url("app.css"));
                @for script in scripts { script src=(assets::url(script)) defer {} }
                script src=(assets::url("app.js")) defer {}
            }
            body data-date-picker=(t.date_picker()) data-events=[ctx.person.is_some().then_some("/events")] {
                a class="skip" href="#main" { (t.skip_to_content()) }
                (body)
                template id="picker-icon" { (icon(Icon::Calendar)) }
            }
        }
    }
}

fn mark() -> Markup {
    html! { img class="brand-mark" src=(assets::url("mark.svg")) alt="" width="32" height="32"; }
}

fn brand(ctx: &Ctx) -> Markup {
    let t = ctx.t();
    html! {
        a class="brand" href="/" {
            (mark())
            span class="brand-words" {
                span class="brand-name" { (t.product_name()) }
                span class="brand-purpose" { (t.product_purpose()) }
            }
        }
    }
}

fn nav_list(ctx: &Ctx, active: Option<Nav>) -> Markup {
    let t = ctx.t();
    html! {
        ul {
            @for item in &ctx.nav {
                li {
                    a href=(item.nav.href()) aria-current=[(active == Some(item.nav)).then_some("page")] data-key=[item.nav.shortcut()] {
                        (icon(item.nav.icon()))
                        span { (item.nav.label(t)) }
                        @if let Some(count) = item.count { span class="count" { (t.number(count)) } }
                        @if item.nav == Nav::Work { span class="count" data-live="work" hidden { } }
                    }
                }
            }
        }
    }
}

/// Reminders, with the number of those that were not read; an open page keeps it true.
fn bell(ctx: &Ctx) -> Markup {
    let t = ctx.t();
    html! {
        a class="bell" href="/reminders" title=(t.reminders_title()) {
            (icon(Icon::Bell))
            span class="visually-hidden" { (t.reminders_unread()) }
            span class="count" data-live="unread" hidden[ctx.unread == 0] { (t.number(ctx.unread)) }
        }
    }
}

fn account(ctx: &Ctx) -> Markup {
    let t = ctx.t();
    html! {
        details class="menu account" {
            summary {
                @match &ctx.person {
                    Some(person) => {
                        span class="person-mark" aria-hidden="true" { (initials(&person.name)) }
                        span class="account-name" { (person.name) }
                    }
                    None => (icon(Icon::Settings)),
                }
                span class="visually-hidden" { (t.account_menu()) }
                (icon(Icon::Down))
            }
            div class="menu-panel" {
                @if let Some(person) = &ctx.person {
                    div class="account-who" { strong { (person.name) } span { (person.roles) } }
                }
                (preference_forms(ctx))
                @if ctx.person.is_some() { a class="menu-item" href="/papers" { (icon(Icon::Archive)) (t.my_papers_title()) } }
                @if ctx.person.is_some() { a class="menu-item" href="/account/tokens" { (icon(Icon::Key)) (t.api_tokens_title()) } }
                @match &ctx.person {
                    Some(_) => form method="post" action="/sign-out" {
                        (crate::ui::form::hidden_fields(ctx, ""))
                        button type="submit" class="menu-item" { (icon(Icon::SignOut)) (t.sign_out()) }
                    },
                    None => a class="menu-item" href="/sign-in" { (icon(Icon::SignIn)) (t.sign_in()) },
                }
            }
        }
    }
}

fn preference_forms(ctx: &Ctx) -> Markup {
    html! { (language_form(ctx, None)) (theme_form(ctx, None)) }
}

/// Where a button of preferences is sent: by a form of its own, or with everything else that stands in another.
const PREFERENCES: &str = "/preferences";

fn language_form(ctx: &Ctx, with: Option<&str>) -> Markup {
    let t = ctx.t();
    html! {
        form class="preference" method="post" action=(PREFERENCES) {
            input type="hidden" name="back" value=(ctx.here);
            span class="preference-name" { (icon(Icon::Language)) (t.language_switch()) }
            div class="segments" role="group" aria-label=(t.language_switch()) {
                @for lang in Lang::ALL {
                    button type="submit" name="lang" value=(lang.code()) lang=(lang.code()) aria-pressed=(ctx.lang == lang) form=[with] { (lang.own_name()) }
                }
            }
        }
    }
}

fn theme_form(ctx: &Ctx, with: Option<&str>) -> Markup {
    let t = ctx.t();
    let themes = Theme::ALL.map(|theme| match theme {
        Theme::Light => (theme, Icon::Sun, t.theme_light()),
        Theme::Dark => (theme, Icon::Moon, t.theme_dark()),
        Theme::Auto => (theme, Icon::Device, t.theme_auto()),
    });
    html! {
        form class="preference" method="post" action=(PREFERENCES) {
            input type="hidden" name="back" value=(ctx.here);
            span class="preference-name" { (icon(Icon::Palette)) (t.theme()) }
            div class="segments" role="group" aria-label=(t.theme()) {
                @for (theme, sign, words) in themes {
                    button type="submit" name="theme" value=(theme.code()) aria-pressed=(ctx.theme == theme) title=(words) form=[with] {
                        (icon(sign)) span class="visually-hidden" { (words) }
                    }
                }
            }
        }
    }
}
