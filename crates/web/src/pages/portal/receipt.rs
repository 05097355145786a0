//! The receipt of a report: number, limit and why, what happens next, and the code, on the page and on paper. It is the acknowledgement
//! that S1 asks for. The code is here and nowhere else.

use app::Office;
use app::portal::{Code, PublicCase};
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use documents::print_form::{PrintForm, Row, Section, qr_code};
use i18n::Texts;
use maud::{Markup, PreEscaped, html};
use procedure::Case;
use procedure::deadline::{Due, Term};

use super::new::Writing;
use super::{DRAFT, VISIT, case, keep, shown};
use crate::layout::{Public, public_page};
use crate::origin::Knocked;
use crate::pages::case::aside::explanation;
use crate::pages::register::download;
use crate::pages::{failure, not_found};
use crate::papers::{aside, house};
use crate::site::Site;
use crate::ui::{
    Card, Icon, Look, PageHead, Tone, actions, alert, badge, disclosure, facts, icon, link_button,
    post_button,
};
use crate::visit::{Guest, redirect};
use crate::words::word;

/// What is written on a receipt.
pub(super) struct Receipt {
    pub case: PublicCase,
    pub code: Option<Code>,
    /// Where the case is followed.
    pub address: String,
}

/// The case that this browser's draft became, with its code.
async fn find(
    guest: &Guest,
    token: Option<&str>,
    headers: &HeaderMap,
) -> Result<Option<Receipt>, app::Error> {
    let app = &guest.site.app;
    let Some(token) = token else { return Ok(None) };
    let Some(case) = app.portal_draft(guest.now, token).await?.case else {
        return Ok(None);
    };
    Ok(Some(Receipt {
        case: app.public_case(guest.now, case).await?,
        code: app.code_of_report(token, case).await?,
        address: address(&guest.site, headers),
    }))
}

/// Where cases are followed, as it stands on paper: as the operator says, else by the name under which this browser came here.
pub(super) fn address(site: &Site, headers: &HeaderMap) -> String {
    let scheme = if site.options.secure_cookies {
        "https"
    } else {
        "http"
    };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let base = site.options.public_url.clone();
    let base = base.unwrap_or_else(|| format!("{scheme}://{}", host.unwrap_or("localhost")));
    format!("{}{}", base.trim_end_matches('/'), Public::Case.href())
}

/// What the QR code opens. Number and code stand behind `#`, which a browser sends to nobody: neither our log, nor that of a proxy, nor
/// the next site learns them.
pub(super) fn link(address: &str, number: &str, code: &Code) -> String {
    format!("{address}#{number}.{}", code.shown())
}

pub(super) async fn page(guest: Guest, Writing(token): Writing, headers: HeaderMap) -> Response {
    let receipt = match find(&guest, token.as_deref(), &headers).await {
        Ok(Some(receipt)) => receipt,
        Ok(None) => return redirect(Public::Case.href(), None),
        Err(error) => return failure(&guest.ctx, &error),
    };
    let office = match guest.site.app.office().await {
        Ok(office) => office,
        Err(error) => return failure(&guest.ctx, &error),
    };
    let t = guest.ctx.t();
    let number = receipt.case.number.as_str();
    let title = t.portal_receipt_title(number);
    let body = html! {
        (PageHead::new(t, &title).lead(t.portal_receipt_lead()))
        (code_card(t, &receipt, receipt.code.as_ref().map(|_| "/portal/receipt.pdf")))
        (limit(&guest, &office, &receipt.case))
        (Card::new(t.portal_next()).icon(Icon::Checks).body(html! {
            ol class="public-steps" { @for step in next_steps(t, &office) { li { (step) } } }
        }))
        (actions(html! {
            (post_button(&guest.ctx, Look::Primary, Some(Icon::Check), t.portal_receipt_done(), "/portal/receipt/done", ""))
        }))
    };
    let page = public_page(&guest.ctx, &title, Some(Public::New), None, body);
    (StatusCode::OK, page).into_response()
}

/// Number and code, to be kept.
pub(super) fn code_card(t: &'static Texts, receipt: &Receipt, pdf: Option<&str>) -> Markup {
    let number = receipt.case.number.as_str();
    Card::new(t.portal_code_title()).icon(Icon::Key).id("code").body(html! {
        div class="public-code" {
            div {
                (facts([
                    (t.portal_number(), html! { strong class="public-number" { (number) } }),
                    (t.portal_received_on(), html! { (t.date(receipt.case.received_on)) }),
                ]))
                @if let Some(code) = &receipt.code {
                    p class="public-code-label" { (t.portal_code()) }
                    p class="public-code-letters" { code { (code.shown()) } }
                }
            }
            @if let Some(qr) = receipt.code.as_ref().and_then(|code| qr_code(&link(&receipt.address, number, code)).ok()) {
                figure class="public-qr" { (PreEscaped(qr)) figcaption { (t.portal_qr()) } }
            }
        }
        @match receipt.code {
            Some(_) => (alert(Tone::Warn, t.portal_code_once(), Some(html! { p { (t.portal_code_keep()) } }))),
            None => (alert(Tone::Info, t.portal_code_gone(), None)),
        }
        (actions(html! {
            button type="button" class="btn" data-print { (icon(Icon::Print)) (t.print()) }
            @if let Some(pdf) = pdf { (link_button(Look::Secondary, Some(Icon::Download), t.portal_receipt_pdf(), pdf)) }
        }))
    })
}

/// Until when the answer comes, and why, day by day.
pub(super) fn limit(guest: &Guest, office: &Office, case: &PublicCase) -> Markup {
    let t = guest.ctx.t();
    let Some((due, term)) = &case.limit else {
        return html! {};
    };
    Card::new(t.portal_limit()).icon(Icon::CalendarDue).id("limit").body(html! {
        p class="limit-day" { (t.date_and_weekday(due.on)) @if due.provisional { " " (badge(Tone::Warn, None, t.due_provisional())) } }
        p { (limit_words(t, term)) }
        @if let Some(first) = case.first_limit { p { (t.portal_first_limit(t.date(first.on))) } }
        (disclosure(html! { (t.why_this_date()) }, explanation(&guest.ctx, &office.calendar, term)))
    })
}

fn limit_words(t: &'static Texts, term: &Term) -> String {
    match term {
        Term::CalendarDays { from, days } => t.portal_limit_days(*days, t.date(*from)),
        _ => t.portal_limit_extended().to_owned(),
    }
}

fn next_steps(t: &'static Texts, office: &Office) -> [String; 4] {
    let periods = &office.settings.periods;
    [
        t.portal_step_assess(periods.assess),
        t.portal_step_progress(periods.progress),
        t.portal_step_answer(periods.answer_calendar),
        t.portal_step_reject(periods.response),
    ]
}

/// The words of the acknowledgement, as they are kept with the case: what the receipt says, without the code.
pub(super) fn acknowledgement(t: &'static Texts, case: &Case, office: &Office) -> String {
    let number = case.number.map(|number| number.to_string()).unwrap_or_default();
    let limit = case
        .limit
        .map(|Due { on, .. }| t.date_and_weekday(on))
        .unwrap_or_default();
    let mut lines = vec![t.portal_ack(t.date(case.received_on), &number, limit)];
    lines.extend(next_steps(t, office));
    lines.join("\n")
}

/// The slip as it is printed.
pub(super) fn slip(
    t: &'static Texts,
    lang: i18n::Lang,
    office: &Office,
    receipt: &Receipt,
    code: &Code,
    today: jiff::civil::Date,
) -> PrintForm {
    let case = &receipt.case;
    let said = |label: &str, says: String| Row::Said {
        label: label.to_owned(),
        says,
    };
    let mut rows = vec![
        said(t.portal_received_on(), t.date(case.received_on)),
        said(t.intake_slip_kind(), word(t, "kind", case.kind.key())),
    ];
    if let Some((due, _)) = &case.limit {
        rows.push(said(t.portal_limit(), t.date_and_weekday(due.on)));
    }
    rows.push(said(t.portal_code(), code.shown()));
    rows.push(said(t.portal_where(), receipt.address.clone()));
    let steps = (1..).zip(next_steps(t, office));
    let next = steps.map(|(place, step)| said(&usize::to_string(&place), step));
    PrintForm {
        lang,
        house: house(office),
        title: t.portal_slip_title().to_owned(),
        lead: t.portal_code_keep().to_owned(),
        number: Some(case.number.clone()),
        link: Some(link(&receipt.address, &case.number, code)),
        sections: vec![
            Section {
                title: t.portal_code_title().to_owned(),
                rows,
                table: None,
            },
            Section {
                title: t.portal_next().to_owned(),
                rows: next.collect(),
                table: None,
            },
        ],
        signers: Vec::new(),
        printed_on: today,
    }
}

pub(super) async fn paper(guest: Guest, Writing(token): Writing, headers: HeaderMap) -> Response {
    let found = find(&guest, token.as_deref(), &headers).await;
    let office = guest.site.app.office().await;
    let (receipt, office) = match (found, office) {
        (Ok(Some(receipt)), Ok(office)) => (receipt, office),
        (Ok(None), _) => return not_found(guest, None).await,
        (Err(error), _) | (_, Err(error)) => return failure(&guest.ctx, &error),
    };
    let Some(code) = &receipt.code else {
        return not_found(guest, None).await;
    };
    let today = office.desk(guest.now).today;
    let form = slip(guest.ctx.t(), guest.ctx.lang, &office, &receipt, code, today);
    let name = format!("{}.pdf", receipt.case.number);
    match aside(move || form.pdf()).await {
        Ok(Ok(bytes)) => download(&name, "application/pdf", bytes),
        Ok(Err(_)) | Err(_) => {
            tracing::error!(case.number = receipt.case.number, "a receipt could not be set");
            let t = guest.ctx.t();
            let body = alert(Tone::Bad, t.portal_paper_failed(), None);
            shown(
                &guest,
                StatusCode::INTERNAL_SERVER_ERROR,
                t.portal_slip_title(),
                Public::New,
                body,
            )
        }
    }
}

/// The code was kept: the receipt is forgotten, and this browser goes on to the case.
pub(super) async fn done(Writing(token): Writing, headers: HeaderMap, knocked: Knocked) -> Response {
    let guest = knocked.guest;
    let result = async {
        let app = &guest.site.app;
        let receipt = find(&guest, token.as_deref(), &headers).await?;
        let visit = match receipt
            .as_ref()
            .and_then(|r| Some((&r.case.number, r.code.as_ref()?)))
        {
            Some((number, code)) => app.enter_with_code(guest.now, number, &code.shown()).await?,
            None => None,
        };
        if let Some(token) = &token {
            app.drop_portal_draft(token).await?;
        }
        Ok(visit)
    };
    match result.await {
        Ok(visit) => {
            let mut answer = redirect(Public::Case.href(), None);
            keep(&guest.site, DRAFT, "", 0, &mut answer);
            if let Some(visit) = visit {
                keep(&guest.site, VISIT, &visit, case::SECONDS, &mut answer);
            }
            answer
        }
        Err(error) => failure(&guest.ctx, &error),
    }
}
