//! Mails put into words as they are sent: a letter of a case with its file, what an act told somebody, or words that were ready.

use app::App;
use app::outbox::{Content, Taken};
use app::view::CaseView;
use documents::letter::Letter;
use documents::paper::Paragraph;
use i18n::{Lang, Texts, texts};
use jiff::Timestamp;
use maud::{DOCTYPE, Markup, html};
use procedure::TextId;
use procedure::case::event::Event;

use crate::pages::case::paper::paper;
use crate::pages::reminders::told as told_reminders;
use crate::papers::notices::{of_entry, words_of};
use crate::papers::{Failure, aside};
use crate::ui::paragraph;
use crate::words;

/// A mail in words, with its files.
#[derive(Clone, Debug)]
pub struct Composed {
    pub subject: String,
    pub text: String,
    pub html: Option<String>,
    pub files: Vec<File>,
}

/// A file that goes along.
#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// Puts a taken mail into words; nothing where what it was to say holds no more. Links begin with the address under which the site is
/// reached.
///
/// # Errors
/// What is no longer there, or a letter that cannot be set.
pub async fn compose(
    app: &App,
    now: Timestamp,
    taken: &Taken,
    public_url: Option<&str>,
) -> Result<Option<Composed>, Failure> {
    let lang = Lang::from_code(&taken.lang).unwrap_or(Lang::Vi);
    let mut composed = match &taken.content {
        Content::Words { subject, text, html } => Composed {
            subject: subject.clone(),
            text: text.clone(),
            html: html.clone(),
            files: Vec::new(),
        },
        Content::Letter { letter } => {
            let view = view(app, now, taken).await?;
            let paper = paper(&view, letter).ok_or(app::Error::NotFound)?;
            let number = letter.number.as_ref();
            let number = number.map_or_else(String::new, |(number, symbol, _)| format!("-{number}-{symbol}"));
            let name = format!("{}-{}{number}.pdf", view.row.number, paper.purpose.key());
            of_letter(paper, name).await?
        }
        Content::OnPortal => on_portal(&view(app, now, taken).await?, public_url),
        Content::Told { words } => told(&view(app, now, taken).await?, *words).await?,
        Content::Reminders { ids } => {
            let reminders = app.reminders_to_tell(ids).await?;
            if reminders.is_empty() {
                return Ok(None);
            }
            let (subject, text, html) = told_reminders(texts(lang), &reminders, public_url);
            Composed {
                subject,
                text,
                html: Some(html),
                files: Vec::new(),
            }
        }
    };
    for id in &taken.attachments {
        let (document, bytes) = app.mailed_file(*id).await?;
        composed.files.push(File {
            name: document.file_name,
            media_type: document.media_type,
            bytes,
        });
    }
    // The number of the case in the subject, with the beginning of the mail's token, leads answers home, whatever mail programs make of the
    // rest.
    if let Some(case) = taken.case
        && let Some(number) = app.case_number(case).await?
    {
        composed.subject = texts(lang).outbox_subject(taken.mark(&number.to_string()), composed.subject);
    }
    Ok(Some(composed))
}

async fn view(app: &App, now: Timestamp, taken: &Taken) -> Result<CaseView, Failure> {
    let case = taken.case.ok_or(app::Error::NotFound)?;
    Ok(app.whole_case(now, case).await?)
}

async fn of_letter(letter: Letter, name: String) -> Result<Composed, Failure> {
    // Official letters are written in Vietnamese.
    let t = texts(Lang::Vi);
    let to = letter.addressees.join("; ");
    let signed = [letter.house.name.as_str(), letter.signatory.name.as_str()];
    let (text, html) = written(t, &letter.subject, Some(&to), &letter.body, &signed, true);
    let subject = letter.subject.clone();
    let bytes = aside(move || letter.pdf()).await??;
    Ok(Composed {
        subject,
        text,
        html: Some(html),
        files: vec![File {
            name,
            media_type: "application/pdf".to_owned(),
            bytes,
        }],
    })
}

/// That something new lies on the public page, without saying what: whoever reads the mail may not be the complainant.
fn on_portal(view: &CaseView, public_url: Option<&str>) -> Composed {
    let t = texts(Lang::Vi);
    let subject = t.outbox_on_portal().to_owned();
    let house = view.office.organisation.name.as_str();
    let page = public_url.map(|begin| format!("{begin}/portal/case"));
    let body = t.outbox_on_portal_text(house, &view.row.number);
    let lines = [body, page.unwrap_or_default()].join("\n");
    let (text, html) = written(
        t,
        &subject,
        None,
        &Paragraph::lines(lines.trim_end()),
        &[house],
        false,
    );
    Composed {
        subject,
        text,
        html: Some(html),
        files: Vec::new(),
    }
}

/// What an act told somebody: as a letter where a person wrote it, in words alone where the product did.
async fn told(view: &CaseView, words: TextId) -> Result<Composed, Failure> {
    let t = texts(Lang::Vi);
    let entry = view.history.iter().find(|entry| match &entry.event {
        Event::Acted { act, .. } => words_of(act).is_some_and(|told| told.id == words),
        _ => false,
    });
    let entry = entry.ok_or(app::Error::NotFound)?;
    if let Some((_, _, letter)) = of_entry(view, entry) {
        let name = format!("{}-{}.pdf", view.row.number, letter.purpose.key());
        return of_letter(letter, name).await;
    }
    let Event::Acted { act, .. } = &entry.event else {
        return Err(app::Error::NotFound.into());
    };
    let body = view.texts.get(&words).map_or("", String::as_str);
    let subject = words::act(t, act.kind());
    let house = view.office.organisation.name.as_str();
    let (text, html) = written(t, &subject, None, &Paragraph::lines(body), &[house], false);
    Ok(Composed {
        subject,
        text,
        html: Some(html),
        files: Vec::new(),
    })
}

/// The same words as plain text and as HTML without anything that is fetched.
fn written(
    t: &'static Texts,
    subject: &str,
    to: Option<&str>,
    body: &[Paragraph],
    signed: &[&str],
    has_file: bool,
) -> (String, String) {
    let plain = |one: &Paragraph| one.runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let to = to.map(|to| t.letter_to(to));
    let mut paragraphs: Vec<String> = to.iter().map(|to| to.to_string()).collect();
    paragraphs.extend(body.iter().map(plain));
    paragraphs.push(signed.join("\n"));
    let mut notes = Vec::new();
    if has_file {
        notes.push(t.outbox_official().to_owned());
    }
    notes.push(t.outbox_answer().to_owned());
    let text = format!("{}\n\n-- \n{}\n", paragraphs.join("\n\n"), notes.join("\n"));
    let html = page(
        t,
        subject,
        &html! {
            @if let Some(to) = &to { p { (to) } }
            @for one in body { (paragraph(one)) }
            p { @for (place, line) in signed.iter().enumerate() { @if place > 0 { br; } (line) } }
            hr;
            @for note in &notes { p { small { (note) } } }
        },
    );
    (text, html)
}

/// A whole page of HTML for a mail.
pub(crate) fn page(t: &'static Texts, title: &str, body: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang=(t.lang().code()) {
            head { meta charset="utf-8"; title { (title) } }
            body { (body) }
        }
    }
    .into_string()
}
