//! The words of a mail: plain, with what it quotes folded away; formatted, with nothing fetched; and its files.

use app::inbox::{Letter, Message, Piece, pieces};
use maud::{Markup, PreEscaped, html};
use uuid::Uuid;

use crate::ui::{Icon, Look, disclosure, icon, link_button};
use crate::visit::Me;

pub(super) fn text(me: &Me, message: &Message) -> Markup {
    let t = me.t();
    let pieces = pieces(&message.text);
    html! {
        @if message.text.trim().is_empty() {
            p class="muted" { (t.mail_no_words()) }
        } @else {
            div class="mail-text" { @for piece in &pieces { (one(me, piece)) } }
        }
    }
}

fn one(me: &Me, piece: &Piece) -> Markup {
    let words = piece.text.trim_matches('\n');
    html! {
        @if piece.is_quoted {
            (disclosure(html! { (me.t().mail_quoted()) }, html! { p class="said" { (words) } }))
        } @else if !words.trim().is_empty() {
            p class="said" { (words) }
        }
    }
}

/// The HTML as `mail` made it safe; its pictures are files of this very mail.
pub(super) fn formatted(me: &Me, id: Uuid, letter: &Letter) -> Markup {
    let t = me.t();
    let Some(page) = &letter.message.html else {
        return html! {};
    };
    disclosure(
        html! { (t.mail_formatted()) },
        html! {
            p class="form-hint" { (t.mail_formatted_text()) }
            div class="mail-html" { (PreEscaped(with_pictures(page, id, letter))) }
        },
    )
}

fn with_pictures(page: &str, id: Uuid, letter: &Letter) -> String {
    let mut page = page.to_owned();
    for (place, attachment) in letter.message.attachments.iter().enumerate() {
        let Some(content_id) = attachment.content_id.as_deref().filter(|id| !id.is_empty()) else {
            continue;
        };
        // As the sanitiser writes it into an attribute.
        let written = html! { (content_id) }.into_string();
        let address = address(id, letter, place);
        page = page.replace(&format!("\"cid:{written}\""), &format!("\"{address}\""));
    }
    page
}

fn address(id: Uuid, letter: &Letter, place: usize) -> String {
    format!("/inbox/{id}/files/{}", path(letter, place))
}

fn path(letter: &Letter, place: usize) -> String {
    match letter.path.as_str() {
        "" => place.to_string(),
        outer => format!("{outer}.{place}"),
    }
}

pub(super) fn files(me: &Me, id: Uuid, letter: &Letter) -> Markup {
    let t = me.t();
    let attachments = &letter.message.attachments;
    html! {
        @if !attachments.is_empty() {
            h3 class="mail-files-title" { (t.mail_files()) }
            ul class="documents" {
                @for (place, attachment) in attachments.iter().enumerate() {
                    li {
                        a href=(address(id, letter, place)) { (icon(Icon::Attach)) " " (app::inbox::file_name(attachment, place + 1)) }
                        " " span class="muted" { (t.mail_size_bytes(attachment.bytes.len())) }
                        @if attachment.media_type == "message/rfc822" {
                            " " (link_button(Look::Quiet, Some(Icon::Letter), t.mail_inside(), &format!("/inbox/{id}/inside/{}", path(letter, place))))
                        }
                    }
                }
            }
        }
    }
}
