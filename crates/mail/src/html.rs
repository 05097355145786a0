//! HTML of a message made safe to show, and its words.

mod tame;

use crate::calmly;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::HashSet;

/// HTML larger than this is not shown; its words are.
pub const LARGEST: usize = 2 << 20;

const LINKS: [&str; 4] = ["http:", "https:", "mailto:", "tel:"];

/// What may stand in a page of ours: no script, style, form or frame; nothing is fetched, because images keep a source
/// only where it is a part of the same message (`cid:`, RFC 2392), and links are followed only by a person's hand.
///
/// `None` where the HTML is too large, too deep or cannot be read.
pub fn sanitised(html: &str) -> Option<String> {
    if html.len() > LARGEST {
        return None;
    }
    let html = with_letters(html);
    if !tame::is_tame(&html) {
        return None;
    }
    let clean = calmly(|| {
        Builder::default()
            .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "cid"]))
            .url_relative(UrlRelative::Deny)
            .add_clean_content_tags(["title", "noscript", "template", "object", "svg", "math"])
            .rm_tags(["map", "area"])
            .attribute_filter(allowed)
            .link_rel(Some("noopener noreferrer nofollow"))
            .clean(&html)
            .to_string()
    })?;
    let clean = clean.trim();
    (!clean.is_empty()).then(|| clean.to_owned())
}

fn allowed<'a>(element: &str, attribute: &str, value: &'a str) -> Option<Cow<'a, str>> {
    let start = value.trim_start().to_ascii_lowercase();
    let keep = match (element, attribute) {
        (_, "src") => start.starts_with("cid:"),
        ("a", "href") => LINKS.iter().any(|scheme| start.starts_with(scheme)),
        (_, "href" | "cite" | "srcset" | "background") => false,
        _ => true,
    };
    keep.then_some(Cow::Borrowed(value))
}

/// References to letters beyond ASCII (`&agrave;`, `&#7879;`, `&nbsp;`) as the letters, of which Vietnamese HTML is full,
/// and spaces that do not break as spaces: the sanitiser takes the square of the number of either.
fn with_letters(html: &str) -> String {
    const LONGEST: usize = 32;
    let mut read = String::with_capacity(html.len());
    for (at, piece) in html.split('&').enumerate() {
        if at == 0 {
            read.push_str(piece);
            continue;
        }
        let name = piece[..piece.floor_char_boundary(LONGEST)].split_once(';');
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let letter = name
            .filter(|(name, _)| name.chars().all(is_name))
            .and_then(|(name, _)| {
                let mut letter = String::new();
                let reference = format!("&{name};");
                mail_parser::decoders::html::add_html_token(&mut letter, reference.as_bytes(), false);
                let is_one = letter.chars().count() == 1 && !letter.is_ascii();
                is_one.then_some((letter, name.len() + 1))
            });
        match letter {
            Some((letter, length)) => {
                read.push_str(&letter);
                read.push_str(&piece[length..]);
            }
            None => {
                read.push('&');
                read.push_str(piece);
            }
        }
    }
    read.replace('\u{a0}', " ")
}

/// The words of HTML, a line for each block.
pub fn words(html: &str) -> String {
    let html = with_lines(&html[..html.floor_char_boundary(LARGEST * 4)]);
    let text = calmly(|| mail_parser::decoders::html::html_to_text(&html)).unwrap_or_default();
    let mut words = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines().map(str::trim) {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            words.push_str(line);
            words.push('\n');
        }
    }
    words.trim().to_owned()
}

/// Elements that begin a line of their own, beside those at which the parser breaks lines itself.
const BLOCKS: [&str; 17] = [
    "div",
    "tr",
    "li",
    "table",
    "blockquote",
    "hr",
    "ul",
    "ol",
    "pre",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// A line break before and after each block.
fn with_lines(html: &str) -> String {
    let mut broken = String::with_capacity(html.len() + html.len() / 8);
    for (at, piece) in html.split('<').enumerate() {
        if at > 0 {
            let name = piece.strip_prefix('/').unwrap_or(piece);
            let end = name
                .find(|c: char| !c.is_ascii_alphanumeric())
                .unwrap_or(name.len());
            let is_block = BLOCKS.iter().any(|block| name[..end].eq_ignore_ascii_case(block));
            broken.push_str(if is_block { "<br><" } else { "<" });
        }
        broken.push_str(piece);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_fetched_and_nothing_runs() {
        let html = r#"<html><head><title>t</title><style>p{background:url(http://x.example/a)}</style>
            <link rel=stylesheet href="http://x.example/c.css"><base href="http://x.example/"></head>
            <body background="http://x.example/b.png" onload="go()"><p style="background:url(//x.example)">Nội dung</p>
            <img src="http://x.example/pixel.gif" alt="logo"><img src="cid:anh1@tt.example" alt="ảnh">
            <img src=" data:image/png;base64,AAAA"><img srcset="http://x.example/2x.png 2x">
            <a href="javascript:go()">a</a><a href="https://x.example/don">b</a><a href="/noi-bo">c</a>
            <form action="http://x.example"><input type=image src="http://x.example/i.png"><button>Gửi</button></form>
            <iframe src="http://x.example"></iframe><svg><image href="http://x.example/s.png"/></svg>
            <video src="http://x.example/v" poster="http://x.example/p"></video>
            <blockquote cite="http://x.example/q">trích</blockquote><script>go()</script></body></html>"#;
        let clean = sanitised(html).unwrap();
        assert!(
            clean.contains("Nội dung") && clean.contains("cid:anh1@tt.example"),
            "{clean}"
        );
        assert!(clean.contains(r#"href="https://x.example/don""#), "{clean}");
        for bad in [
            "pixel",
            "background",
            "style",
            "script",
            "onload",
            "data:",
            "srcset",
            "/noi-bo",
            "form",
            "iframe",
            "svg",
            "poster",
            "cite=",
            "go()",
            "<link",
            "<base",
            ">t<",
        ] {
            assert!(!clean.contains(bad), "{bad} in {clean}");
        }
    }

    #[test]
    fn a_cid_is_no_link_and_scripts_hide_nowhere() {
        for html in [
            "<a href='cid:x'>x</a>",
            "<img src='cid:x' onerror=go()>",
            "<scr<script>ipt>go()</script>",
            "<a href=' \u{1}javascript:go()'>x</a>",
            "<math><mi xlink:href='javascript:go()'>x",
        ] {
            let clean = sanitised(html).unwrap_or_default();
            assert!(!clean.contains("href") && !clean.contains("onerror"), "{clean}");
            assert!(!clean.contains("<script"), "{clean}");
        }
    }

    #[test]
    fn deep_html_is_no_danger() {
        let deep = "<div>".repeat(100_000) + "đáy";
        assert_eq!(sanitised(&deep), None);
        assert!(words(&deep).contains("đáy"));
        let less = "<div>".repeat(400) + "đáy";
        assert!(sanitised(&less).is_some_and(|clean| clean.contains("đáy")));
        assert_eq!(sanitised(&"x".repeat(LARGEST + 1)), None);
    }

    #[test]
    fn references_are_read_and_stay_safe() {
        assert_eq!(
            with_letters("kh&#225;ch h&agrave;ng &lt;b&gt; &amp; &x; &"),
            "khách hàng &lt;b&gt; &amp; &x; &"
        );
        let letters = "t&agrave;i&nbsp;".repeat(50_000);
        assert!(sanitised(&letters).is_some_and(|clean| clean.starts_with("tài tài")));
        assert_eq!(sanitised("&lt;script&gt;").as_deref(), Some("&lt;script&gt;"));
    }

    #[test]
    fn words_keep_their_lines() {
        assert_eq!(
            words("<p>Một</p><p>Hai<br>Ba &amp; bốn</p>")
                .split_whitespace()
                .count(),
            5
        );
        assert_eq!(words("<p>Một</p><p>Hai<br>Ba</p>"), "Một\nHai\nBa");
        assert_eq!(
            words("<div>Một</div><div><br></div><div>Hai</div><ul><li>Ba<li>Bốn</ul>"),
            "Một\n\nHai\n\nBa\nBốn"
        );
    }
}
