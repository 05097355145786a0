//! A letter of the case as a file: PDF to be signed and kept, DOCX to be finished in Word.

use app::view::CaseView;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use documents::letter::{Letter as Paper, Purpose};
use documents::paper::{Authority, Copies, House, PaperError, Paragraph, Signatory, Stage};
use maud::html;
use procedure::case::Letter;
use serde::{Deserialize, Serialize};

use super::letter::authority;
use crate::layout::page as frame;
use crate::pages::register::download;
use crate::papers::single;
use crate::ui::{Icon, Look, PageHead, Tone, alert, link_button};
use crate::visit::Me;

/// In which form a letter leaves the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Pdf,
    Docx,
}

impl Format {
    pub fn from_ending(ending: &str) -> Option<Self> {
        match ending {
            "pdf" => Some(Format::Pdf),
            "docx" => Some(Format::Docx),
            _ => None,
        }
    }

    pub const fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
        }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// The file of a letter; nothing for one that was never drafted here, such as the governing body's own.
pub(super) async fn file(me: &Me, view: &CaseView, place: usize, format: Format) -> Option<Response> {
    let sheet = single::letter(me.t(), view, place, format)?;
    let name = sheet.name.clone();
    let setting = tokio::task::spawn_blocking(move || sheet.set());
    Some(match setting.await {
        Ok(Ok(bytes)) => download(&name, format.media_type(), bytes),
        Ok(Err(error)) => unprintable(me, view, place, &error),
        Err(error) => {
            let error = PaperError::Typesetting(error.to_string());
            unprintable(me, view, place, &error)
        }
    })
}

/// What cannot be printed, and where to put it right.
fn unprintable(me: &Me, view: &CaseView, place: usize, error: &PaperError) -> Response {
    let t = me.t();
    if let PaperError::Typesetting(detail) = error {
        tracing::error!(case.number = %view.row.number, letter = place, detail, "a letter could not be set");
    }
    let title = t.case_letter_title(place);
    let case = format!("/cases/{}", view.row.number);
    let body = html! {
        (PageHead::new(t, &title)
            .crumbs(&[(t.nav_register(), "/register"), (view.row.number.as_str(), case.as_str())])
            .actions(link_button(Look::Secondary, Some(Icon::Return), t.back(), &case)))
        (alert(Tone::Bad, t.case_letter_not_printable(), Some(html! { p { (error.say(t)) } })))
    };
    (
        StatusCode::UNPROCESSABLE_ENTITY,
        frame(&me.ctx, &title, None, body),
    )
        .into_response()
}

/// The letter as the typesetter wants it. Official letters are written in Vietnamese, whatever the language of the screen.
pub(crate) fn paper(view: &CaseView, letter: &Letter) -> Option<Paper> {
    let said = letter.said.as_ref()?;
    let stage = Stage::of(letter)?;
    let organisation = &view.office.organisation;
    let symbol = letter
        .number
        .as_ref()
        .map_or(view.office.settings.letter_symbol.as_str(), |(_, symbol, _)| {
            symbol.as_str()
        });
    let signer = letter.signed.as_ref().map_or(said.signer, |signed| signed.by);
    let (mode, head, position) = authority(view, signer, letter);
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    Some(Paper {
        lang: i18n::Lang::Vi,
        house: House {
            parents: lines(&organisation.parent_name),
            name: organisation.name.clone(),
            place: organisation.place.clone(),
            foot: Vec::new(),
        },
        purpose: Purpose::of(letter.purpose, view.case.kind),
        symbol: symbol.to_owned(),
        stage,
        addressees: view
            .text(&said.addressee)
            .split(';')
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect(),
        subject: view.text(&said.subject_line).to_owned(),
        body: Paragraph::lines(view.text(&said.body)),
        signatory: Signatory {
            authority: Authority::of(mode, head, &position),
            name: view.office.name(signer).to_owned(),
        },
        copies: Copies {
            to: Vec::new(),
            unit: super::letter::unit_of(symbol).to_owned(),
            kept: None,
        },
        typist: None,
    })
}
