//! The letter as it will be on paper, after the layout of Nghị định 30/2020/NĐ-CP, and what a first draft begins with.

use app::view::CaseView;
use documents::paper::Paragraph;
use i18n::Lang;
use maud::{Markup, html};
use procedure::case::Letter;
use procedure::vocabulary::SigningMode;
use procedure::{ActKind, PersonId};

use super::paper::Format;
use super::{word, wording};
use crate::layout::page as frame;
use crate::ui::{Filled, Icon, Look, PageHead, link_button, paragraph};
use crate::visit::Me;

/// The page of one letter.
pub(super) fn page(me: &Me, view: &CaseView, letter: &Letter, place: usize) -> Markup {
    let t = me.t();
    let number = &view.row.number;
    let title = t.case_letter_title(place);
    let case = format!("/cases/{number}");
    let body = html! {
        (PageHead::new(t, &title)
            .crumbs(&[(t.nav_register(), "/register"), (number.as_str(), case.as_str())])
            .actions(html! {
                @if letter.said.is_some() {
                    @for format in [Format::Pdf, Format::Docx] {
                        (link_button(Look::Secondary, Some(Icon::Download), &format.ending().to_uppercase(), &format!("{case}/letters/{place}/letter.{}", format.ending())))
                    }
                }
                (link_button(Look::Secondary, Some(Icon::Return), t.back(), &case))
            }))
        (sheet(me, view, letter))
        @if is_in_hand(view, letter) && view.may(ActKind::DraftLetter) { (word::card(me, view)) }
    };
    frame(&me.ctx, &title, None, body)
}

/// Whether this is the letter that the next draft replaces.
fn is_in_hand(view: &CaseView, letter: &Letter) -> bool {
    view.case
        .letter_in_hand()
        .is_some_and(|in_hand| std::ptr::eq(in_hand, letter))
        && letter.said.is_some()
}

/// The sheet itself. Its words are those of official letters and stay Vietnamese in every language of the screen.
pub(super) fn sheet(me: &Me, view: &CaseView, letter: &Letter) -> Markup {
    let t = i18n::texts(i18n::Lang::Vi);
    let organisation = &view.office.organisation;
    let said = letter.said.as_ref();
    let text = |part: Option<&procedure::TextRef>| part.map_or("", |part| view.text(part)).to_owned();
    let body = text(said.map(|s| &s.body));
    let number = letter.number.as_ref();
    let symbol = number.map_or(view.office.settings.letter_symbol.as_str(), |(_, symbol, _)| {
        symbol.as_str()
    });
    let signer = letter.signed.as_ref().map(|s| s.by).or(said.map(|s| s.signer));
    html! {
        article class="sheet" lang="vi" {
            @if letter.signed.is_none() { p class="sheet-draft" { (t.letter_draft_mark()) } }
            div class="sheet-head" {
                div {
                    @if !organisation.parent_name.is_empty() { p class="sheet-upper" { (organisation.parent_name.to_uppercase()) } }
                    p class="sheet-upper sheet-strong" { (organisation.name.to_uppercase()) }
                    p { (t.letter_number_line(number.map_or_else(|| "        ".to_owned(), |(n, _, _)| format!("{n:02}")), symbol)) }
                    p class="sheet-about" { (t.letter_about(text(said.map(|s| &s.subject_line)))) }
                }
                div {
                    p class="sheet-strong" { (t.letter_country()) }
                    p class="sheet-strong sheet-motto" { (t.letter_motto()) }
                    p class="sheet-italic" {
                        @match number {
                            Some((_, _, on)) => (t.letter_place_and_date(&organisation.place, padded_day(on.day()), padded_month(on.month()), on.year())),
                            None => (t.letter_place_without_date(&organisation.place)),
                        }
                    }
                }
            }
            p class="sheet-to" { (t.letter_to(text(said.map(|s| &s.addressee)))) }
            div class="sheet-body" {
                @for one in Paragraph::lines(&body) { (paragraph(&one)) }
            }
            div class="sheet-foot" {
                div class="sheet-copies" {
                    p class="sheet-strong sheet-italic" { (t.letter_copies()) }
                    p { (t.letter_copies_first()) }
                    p { (t.letter_copies_last(unit_of(symbol))) }
                }
                div class="sheet-signature" {
                    @if let Some(signer) = signer {
                        @for line in authority_lines(view, signer, letter) { p class="sheet-strong sheet-upper" { (line) } }
                        p class="sheet-space" {
                            @if let Some(signed) = &letter.signed { (me.t().case_signed_on(me.t().date(signed.on))) }
                        }
                        p class="sheet-strong" { (view.office.name(signer)) }
                    }
                }
            }
        }
    }
}

fn padded_day(day: i8) -> String {
    format!("{day:02}")
}

/// Only January and February are padded (Nghị định 30/2020, Phụ lục I).
fn padded_month(month: i8) -> String {
    if month < 3 {
        format!("{month:02}")
    } else {
        month.to_string()
    }
}

/// `KT. GIÁM ĐỐC` over `PHÓ GIÁM ĐỐC`, from the table of authority.
fn authority_lines(view: &CaseView, signer: PersonId, letter: &Letter) -> Vec<String> {
    let (mode, head, position) = authority(view, signer, letter);
    let position = position.to_uppercase();
    match mode {
        SigningMode::Head => vec![head.to_owned()],
        SigningMode::Kt => vec![format!("KT. {head}"), position],
        SigningMode::Tl => vec![format!("TL. {head}"), position],
        SigningMode::Tuq => vec![format!("TUQ. {head}"), position],
        SigningMode::Q => vec![format!("Q. {head}")],
    }
}

/// The unit that wrote a letter, as its symbol ends: `QLCL` of `TT-QLCL`.
pub(crate) fn unit_of(symbol: &str) -> &str {
    symbol.rsplit('-').next().unwrap_or(symbol).trim()
}

/// With which authority somebody signs or signed, the title of the head, and the signer's own.
pub(super) fn authority(
    view: &CaseView,
    signer: PersonId,
    letter: &Letter,
) -> (SigningMode, &'static str, String) {
    let desk = view.office.desk(view.now);
    let mode = letter
        .signed
        .as_ref()
        .map(|signed| signed.mode)
        .or_else(|| desk.staff.authority(signer, desk.today).map(|(mode, _)| mode))
        .unwrap_or(SigningMode::Head);
    let position = view.office.people.get(&signer);
    let position = position.map(|person| person.position.clone()).unwrap_or_default();
    (mode, i18n::texts(i18n::Lang::Vi).letter_head_title(), position)
}

/// What a first draft begins with; a returned one goes on from where it was.
pub(super) fn prefill(me: &Me, view: &CaseView, lang: Lang, filled: &mut Filled) {
    if let Some(said) = view.case.letter_in_hand().and_then(|letter| letter.said.as_ref()) {
        filled.set("addressee", view.text(&said.addressee));
        filled.set("subject_line", view.text(&said.subject_line));
        filled.set("body", view.text(&said.body));
        filled.set("signer", said.signer.to_string());
        return;
    }
    filled.set("addressee", addressee(view));
    let desk = view.office.desk(view.now);
    let mut signers = desk
        .staff
        .active
        .iter()
        .copied()
        .filter(|&p| p != me.person() && view.case.may_sign(p, &desk));
    let signer = signers.next();
    if let Some(words) = wording::of_letter(view, lang, signer) {
        filled.set("subject_line", words.subject);
        filled.set("body", words.body);
    }
    if let Some(signer) = signer {
        filled.set("signer", signer.to_string());
    }
}

/// The complainant; whoever passed the case on where the identity was withheld from us.
pub(crate) fn addressee(view: &CaseView) -> String {
    let forwarder = wording::forwarded(view).and_then(|party| view.parties.get(&party));
    let party = view.complainant().or(forwarder);
    party.map(|party| party.name.clone()).unwrap_or_default()
}
