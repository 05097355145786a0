//! Whether HTML can be read in a time that its size promises: readers take the square of its depth, and of the attributes
//! of one tag.

const DEEPEST: usize = 400;
/// Ends of elements across others that are open, each of which a browser repairs by copying what it crossed.
const MOST_CROSSED: usize = 200;
/// Signs within a run of text at which a reader stops and begins again: references, and brackets that are no tags.
const MOST_LOOSE: usize = 5_000;
const MOST_ATTRIBUTES: usize = 300;

/// Elements that have no end or rarely get one; the next of their kind ends them.
const SELF_ENDED: [&str; 25] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "html", "body",
];

/// Reads tags as a browser does, roughly: an end that nothing began counts for nothing.
pub fn is_tame(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut crossed = 0;
    let mut loose = html.bytes().filter(|byte| *byte == b'&').count();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        loose += rest[..at].bytes().filter(|byte| *byte == b'>').count();
        rest = &rest[at + 1..];
        let (is_end, inside) = match rest.strip_prefix('/') {
            Some(inside) => (true, inside),
            None => (false, rest),
        };
        if loose > MOST_LOOSE {
            return false;
        }
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            loose += 1;
            continue;
        }
        let name = inside.split(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
        let name = name.into_iter().next().unwrap_or_default();
        let Some(length) = tag(&inside[name.len()..]) else {
            return false;
        };
        rest = inside[name.len() + length..]
            .strip_prefix('>')
            .unwrap_or_default();
        let is_plain = SELF_ENDED.iter().any(|known| name.eq_ignore_ascii_case(known));
        if is_end {
            let begun = open
                .iter()
                .rev()
                .take(50)
                .position(|begun| begun.eq_ignore_ascii_case(name));
            loose += usize::from(begun.is_none());
            if let Some(begun) = begun {
                let over = open.split_off(open.len() - begun - 1);
                crossed += usize::from(
                    over.len() > 1 && (is_style(name) || !over[1..].iter().all(|name| is_paragraph(name))),
                );
                if crossed > MOST_CROSSED {
                    return false;
                }
            }
        } else if is_paragraph(name) && open.last().is_some_and(|last| is_paragraph(last)) {
            // A paragraph ends the one before it.
        } else if !is_plain {
            open.push(name);
            if open.len() > DEEPEST {
                return false;
            }
        }
    }
    loose += rest.bytes().filter(|byte| *byte == b'>').count();
    loose <= MOST_LOOSE
}

/// Elements that a browser opens again in whatever crosses them.
fn is_style(name: &str) -> bool {
    let styles = [
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    ];
    styles.iter().any(|style| name.eq_ignore_ascii_case(style))
}

fn is_paragraph(name: &str) -> bool {
    name.eq_ignore_ascii_case("p")
}

/// The length of a tag after its name; `None` where its attributes are too many.
fn tag(after_name: &str) -> Option<usize> {
    let mut quote = None;
    let mut separators = 0;
    for (at, byte) in after_name.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => {
                quote = Some(byte);
                separators += 1;
            }
            (None, b'/') => separators += 1,
            (None, _) if byte.is_ascii_whitespace() => separators += 1,
            _ => {}
        }
        if separators > MOST_ATTRIBUTES * 3 {
            return None;
        }
    }
    Some(after_name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_mailers_are_tame() {
        let row = "<tr><td>a<td>b<p>c<br><img src='data:image/png;base64,AA//+='>".repeat(5_000);
        assert!(is_tame(&format!("<html><body><table>{row}</table>")));
        assert!(is_tame(&"<div><b>x</b></div>".repeat(10_000)));
        assert!(is_tame("a < b <3 <!-- <div> --> </div>"));
    }

    #[test]
    fn what_takes_the_square_is_not() {
        assert!(!is_tame(&"<div>".repeat(500)));
        assert!(!is_tame(&"<div></b>".repeat(500)));
        assert!(!is_tame(&"<b><p></b></p>".repeat(500)));
        assert!(!is_tame(&format!("<a{}>", " x=1".repeat(1_000))));
        assert!(!is_tame(&format!("<a {}>", "x='1'".repeat(1_000))));
    }
}
