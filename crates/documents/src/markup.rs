//! Weight and slope inside typed text: `**bold**`, `*italic*`, `***both***`, in one line each.
//!
//! Each mark of one, two or three stars turns italic, bold or both on or off. It counts only where a word begins or ends,
//! and only if what it turns on is turned off again in its line: `3*2,5`, `giá*` and `(*)` are text. A backslash behind a mark
//! lets it count inside a word (`kh**\iế**\u`), one before a star keeps the star as text (`\*`); elsewhere a backslash is text.

use crate::paper::{Paragraph, Run};

/// Which of the two a run has, as stars: one for italic, two for bold.
type Stars = usize;
const ITALIC: Stars = 1;
const BOLD: Stars = 2;

enum Token {
    Text(String),
    Mark(Mark),
}

struct Mark {
    stars: Stars,
    forced: bool,
    opens: bool,
    closes: bool,
}

impl Mark {
    fn written(&self) -> String {
        let mut text = "*".repeat(self.stars);
        if self.forced {
            text.push('\\');
        }
        text
    }

    /// Whether it may stand between a run of these stars and one of those.
    fn may_turn(&self, before: Stars, after: Stars) -> bool {
        let closes = before & !after != 0;
        let opens = after & !before != 0;
        self.forced || ((!closes || self.closes) && (!opens || self.opens))
    }
}

/// Reads one typed line.
pub fn read(line: &str) -> Paragraph {
    let mut tokens = tokens(line);
    demote_unclosable(&mut tokens);
    while let Some(place) = unclosed(&tokens) {
        demote(&mut tokens, place);
    }
    turned(&tokens)
}

/// What is never turned off was a star and no mark.
fn demote(tokens: &mut [Token], place: usize) {
    if let Token::Mark(mark) = &tokens[place] {
        tokens[place] = Token::Text(mark.written());
    }
}

/// Marks that can only open, with nothing behind them that could close all they open: most lone stars, in one pass.
fn demote_unclosable(tokens: &mut [Token]) {
    let mut closable: Stars = 0;
    for place in (0..tokens.len()).rev() {
        if let Token::Mark(mark) = &tokens[place] {
            let (stars, closes) = (mark.stars, mark.forced || mark.closes);
            if closes {
                closable |= stars;
            } else if stars & !closable != 0 {
                demote(tokens, place);
            }
        }
    }
}

/// Writes a paragraph in its normal form so that `read` gives the same.
pub fn write(paragraph: &Paragraph) -> String {
    let runs = &paragraph.runs;
    let plain: String = runs.iter().map(|run| run.text.as_str()).collect();
    if runs.iter().all(|run| stars(run) == 0) && is_text(&plain) {
        return plain;
    }
    let mut line = String::new();
    let mut before: Stars = 0;
    for (place, run) in runs.iter().enumerate() {
        let text = escaped(&run.text, runs.get(place + 1).map_or(before_end(run), |_| true));
        push_mark(&mut line, before, stars(run), plain_end(runs, place), Some(&text));
        before = stars(run);
        line.push_str(&text);
    }
    push_mark(
        &mut line,
        before,
        0,
        runs.last().and_then(|run| run.text.chars().next_back()),
        None,
    );
    line
}

/// Whether these words, typed as they are, stay without weight and slope and lose nothing.
fn is_text(words: &str) -> bool {
    !words.contains('*') || read(words).runs.as_slice() == [Run::plain(words)]
}

/// A mark follows the last run unless that one is plain.
fn before_end(run: &Run) -> bool {
    stars(run) != 0
}

/// The last character of the text before the run at this place.
fn plain_end(runs: &[Run], place: usize) -> Option<char> {
    runs.get(place.checked_sub(1)?)?.text.chars().next_back()
}

fn push_mark(line: &mut String, before: Stars, after: Stars, left: Option<char>, text: Option<&str>) {
    if before == after {
        return;
    }
    let right = text.and_then(|text| text.chars().next());
    let mut mark = Mark::between(before ^ after, left, right);
    mark.forced = right == Some('\\') || !mark.may_turn(before, after);
    line.push_str(&mark.written());
}

/// Stars as text, and backslashes that would otherwise be read as belonging to a star behind them.
fn escaped(text: &str, mark_follows: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut backslashes = 0;
    for c in text.chars() {
        if c == '*' {
            out.push_str(&"\\".repeat(backslashes));
            out.push('\\');
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        out.push(c);
    }
    if mark_follows {
        out.push_str(&"\\".repeat(backslashes));
    }
    out
}

impl Mark {
    fn between(stars: Stars, left: Option<char>, right: Option<char>) -> Mark {
        let at_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        Mark {
            stars,
            forced: false,
            opens: at_edge(left) && right.is_some_and(|c| c.is_alphanumeric() || begins(c)),
            closes: at_edge(right) && left.is_some_and(|c| c.is_alphanumeric() || ends(c)),
        }
    }
}

/// Signs with which words in bold begin.
fn begins(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '«' | '(' | '[')
}

/// Signs with which words in bold end.
fn ends(c: char) -> bool {
    matches!(
        c,
        '”' | '’' | '"' | '\'' | '»' | ')' | ']' | '.' | ',' | ';' | ':' | '!' | '?' | '%' | '…'
    )
}

fn stars(run: &Run) -> Stars {
    usize::from(run.italic) * ITALIC + usize::from(run.bold) * BOLD
}

fn tokens(line: &str) -> Vec<Token> {
    let chars: Vec<char> = line.chars().collect();
    let mut tokens = Vec::new();
    let mut text = String::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let same = chars[at..].iter().take_while(|&&other| other == c).count();
        match c {
            '\\' if chars.get(at + same) == Some(&'*') => {
                text.push_str(&"\\".repeat(same / 2));
                at += same;
                if same % 2 == 1 {
                    text.push('*');
                    at += 1;
                }
            }
            '*' if same <= ITALIC + BOLD => {
                let forced = chars.get(at + same) == Some(&'\\');
                let right = chars.get(at + same).copied();
                let left = text
                    .chars()
                    .next_back()
                    .or(at.checked_sub(1).map(|before| chars[before]));
                let mark = Mark {
                    forced,
                    ..Mark::between(same, left, right)
                };
                tokens.push(Token::Text(std::mem::take(&mut text)));
                tokens.push(Token::Mark(mark));
                at += same + usize::from(forced);
            }
            _ => {
                text.extend(&chars[at..at + same]);
                at += same;
            }
        }
    }
    tokens.push(Token::Text(text));
    tokens
}

/// The last mark that turns on what nothing turns off.
fn unclosed(tokens: &[Token]) -> Option<usize> {
    let mut now: Stars = 0;
    let mut opened = [None, None];
    for (place, token) in tokens.iter().enumerate() {
        let Token::Mark(mark) = token else { continue };
        if !mark.may_turn(now, now ^ mark.stars) {
            continue;
        }
        now ^= mark.stars;
        for (opened, one) in opened.iter_mut().zip([ITALIC, BOLD]) {
            if mark.stars & one != 0 {
                *opened = (now & one != 0).then_some(place);
            }
        }
    }
    opened.into_iter().flatten().max()
}

/// The runs between the marks.
fn turned(tokens: &[Token]) -> Paragraph {
    let mut runs = Vec::new();
    let mut now: Stars = 0;
    for token in tokens {
        let text = match token {
            Token::Mark(mark) if mark.may_turn(now, now ^ mark.stars) => {
                now ^= mark.stars;
                continue;
            }
            Token::Mark(mark) => mark.written(),
            Token::Text(text) => text.clone(),
        };
        runs.push(Run {
            text,
            bold: now & BOLD != 0,
            italic: now & ITALIC != 0,
        });
    }
    Paragraph { runs }.normal()
}

#[cfg(test)]
mod tests;
