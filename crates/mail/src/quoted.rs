//! New words apart from the earlier mails that a reply carries along.

/// A run of lines of a text, all new or all quoted. Pieces joined are the text again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub is_quoted: bool,
    pub text: &'a str,
}

/// Above a quotation, between it and what is new: first words and last ones of "On … wrote:" in the languages that write to us.
const INTRODUCTIONS: [(&str, &[&str]); 5] = [
    ("on ", &["wrote:", "writes:"]),
    ("vào ", &["đã viết:", "viết:"]),
    ("ngày ", &["đã viết:", "viết:"]),
    ("lúc ", &["đã viết:", "viết:"]),
    ("le ", &["a écrit :", "a écrit:"]),
];

/// Lines after which everything is an earlier mail; dashes around them do not count.
const DIVIDERS: [&str; 5] = [
    "original message",
    "original appointment",
    "thư gốc",
    "tin nhắn gốc",
    "thư ban đầu",
];

/// First fields of the block that Outlook writes above an earlier mail, and the fields that follow.
const FROM: [&str; 3] = ["from", "từ", "người gửi"];
const OTHERS: [&str; 14] = [
    "sent",
    "date",
    "to",
    "cc",
    "subject",
    "importance",
    "gửi",
    "đã gửi",
    "ngày",
    "tới",
    "đến",
    "người nhận",
    "chủ đề",
    "tiêu đề",
];

/// Splits a text into what is new and what is quoted, in order.
///
/// Where nothing would be new – a forwarded mail, a quotation sent alone – all of it is: nothing that somebody sent is
/// folded away entirely.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let quoted = marked(&lines);
    let has_new = lines
        .iter()
        .zip(&quoted)
        .any(|(line, quoted)| !quoted && !line.trim().is_empty());
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for (i, line) in lines.iter().enumerate() {
        at += line.len();
        let ends = quoted.get(i + 1) != quoted.get(i);
        if ends && (has_new || i + 1 == lines.len()) {
            let is_quoted = has_new && quoted[i];
            pieces.push(Piece {
                is_quoted,
                text: &text[start..at],
            });
            start = at;
        }
    }
    pieces
}

fn marked(lines: &[&str]) -> Vec<bool> {
    let mut quoted = vec![false; lines.len()];
    let mut i = 0;
    while i < lines.len() {
        if is_divider(lines[i]) || is_block(&lines[i..]) {
            quoted[i..].fill(true);
            // A line of underscores belongs to the block under it.
            let rule = (0..i).rev().find(|above| !lines[*above].trim().is_empty());
            let rule = rule.filter(|above| is_rule(lines[*above]));
            quoted[rule.unwrap_or(i)..].fill(true);
            return quoted;
        }
        if let Some(length) = introduction(&lines[i..]) {
            let after = i + length;
            let next = (after..lines.len()).find(|next| !lines[*next].trim().is_empty());
            if next.is_none_or(|next| !is_marked(lines[next])) {
                // HTML made into text has lost its marks: what follows is the earlier mail to its end.
                quoted[i..].fill(true);
                return quoted;
            }
            quoted[i..next.unwrap_or(after)].fill(true);
            i = after;
            continue;
        }
        quoted[i] = is_marked(lines[i]);
        i += 1;
    }
    // Empty lines between quoted ones are quoted.
    let mut next_is_quoted = false;
    for i in (0..lines.len()).rev() {
        if lines[i].trim().is_empty() {
            quoted[i] |= next_is_quoted;
        } else {
            next_is_quoted = quoted[i];
        }
    }
    let mut last_was_quoted = false;
    for i in 0..lines.len() {
        if lines[i].trim().is_empty() {
            quoted[i] &= last_was_quoted;
        } else {
            last_was_quoted = quoted[i];
        }
    }
    quoted
}

fn is_marked(line: &str) -> bool {
    line.trim_start().starts_with('>') && !line.starts_with(">From ")
}

/// How many lines an introduction takes, wrapped over at most three.
fn introduction(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?.trim_start_matches(['>', ' ', '\t']).to_lowercase();
    let (_, ends) = INTRODUCTIONS.iter().find(|(start, _)| first.starts_with(start))?;
    let mut seen = String::new();
    for (i, line) in lines.iter().take(3).enumerate() {
        let line = line.trim().to_lowercase();
        if line.is_empty() {
            return None;
        }
        seen.push_str(&line);
        // A sentence of a person may end so too; an introduction says when.
        if ends.iter().any(|end| line.ends_with(end)) {
            let says_when = seen.chars().any(|c| c.is_ascii_digit());
            return says_when.then_some(i + 1);
        }
    }
    None
}

fn is_divider(line: &str) -> bool {
    let line = line.trim();
    let inside = line.trim_matches(['-', ' ', '_']);
    let dashed = line.len() - inside.len() >= 6;
    dashed && DIVIDERS.contains(&inside.to_lowercase().as_str())
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 10 && line.chars().all(|c| c == '_' || c == '-')
}

/// `From:` and at least two more fields in the lines after it.
fn is_block(lines: &[&str]) -> bool {
    const REACH: usize = 8;
    if !lines.first().is_some_and(|line| is_field(line, &FROM)) {
        return false;
    }
    let after = lines.iter().skip(1).take(REACH);
    after.filter(|line| is_field(line, &OTHERS)).take(2).count() == 2
}

/// Whether the line begins with one of the names and a colon; some mailers set the name in bold, which leaves asterisks.
fn is_field(line: &str, names: &[&str]) -> bool {
    const LONGEST: usize = 60;
    let start = &line[..line.floor_char_boundary(LONGEST)];
    let Some((name, _)) = start.split_once(':') else {
        return false;
    };
    let name = name.trim_matches([' ', '\t', '*']).to_lowercase();
    names.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_words(text: &str) -> String {
        let found = pieces(text);
        let joined: String = found.iter().map(|piece| piece.text).collect();
        assert_eq!(joined, text);
        let new = found.iter().filter(|piece| !piece.is_quoted);
        new.map(|piece| piece.text).collect::<String>().trim().to_owned()
    }

    #[test]
    fn marked_lines_and_their_introduction_are_quoted() {
        let text = "Tôi không đồng ý.\n\nVào Th 2, 2 thg 3, 2026 vào lúc 15:04 Trung tâm <kn@tt.example>\nđã viết:\n\n> Kính gửi\n>\n\n> ông\n";
        assert_eq!(new_words(text), "Tôi không đồng ý.");
        assert_eq!(pieces(text).len(), 2);
        assert_eq!(new_words("> a\nb\n> c\nd\n"), "b\nd");
        assert_eq!(new_words("x\nOn Mon, 2 Mar 2026, A wrote:\n> y\nz"), "x\nz");
    }

    #[test]
    fn what_follows_an_introduction_without_marks_is_quoted() {
        assert_eq!(
            new_words("Đồng ý\nOn 2 March 2026, A <a@tt.example> wrote:\n\nKính gửi\n"),
            "Đồng ý"
        );
        assert_eq!(
            new_words("Đồng ý\nNgày 2 thg 3 2026 lúc 15:04, A viết:\nKính gửi"),
            "Đồng ý"
        );
    }

    #[test]
    fn blocks_of_outlook_are_quoted() {
        for block in [
            "-----Original Message-----\nFrom: A\nSent: x\n\nKính gửi",
            "----- Thư gốc -----\nKính gửi",
            "________________________________\nTừ: A <a@tt.example>\nĐã gửi: Thứ Hai\nTới: B\nChủ đề: Trả lời\n\nKính gửi",
            "*From:* A\n*Sent:* x\n*To:* B\n\nKính gửi",
            "Từ: A\nGửi: Thứ Hai\nTới: B\nChủ đề: C\nKính gửi",
        ] {
            assert_eq!(new_words(&format!("Đồng ý\n\n{block}")), "Đồng ý", "{block}");
        }
    }

    #[test]
    fn words_of_a_person_stay() {
        for text in [
            "Vào ngày 2/3 tôi đến trung tâm.\nCán bộ nói sẽ trả lời.",
            "Từ: Hà Nội\nTôi gửi đơn này.",
            "On 2 March I came and nobody\nwas there.",
            ">From đầu đến cuối",
            "Ngày mai anh ấy viết:\nkhông có gì",
        ] {
            assert_eq!(new_words(text), text, "{text}");
        }
    }

    #[test]
    fn nothing_is_folded_away_entirely() {
        for text in [
            "> chỉ trích dẫn",
            "From: A\nTo: B\nSubject: C\n\nchuyển tiếp",
            "",
            "\n\n",
        ] {
            assert!(pieces(text).iter().all(|piece| !piece.is_quoted), "{text}");
        }
    }
}
