//! S12: what would tell who complained is taken out of words that go to the certified client.

use store::fold::fold;
use store::parties::Party;

/// Names, numbers and addresses of a complainant, by which others would know the person.
#[derive(Clone, Debug, Default)]
pub struct Veil {
    /// Folded: no accents, no capitals; longest first.
    words: Vec<String>,
    /// Digits only.
    numbers: Vec<String>,
    /// What stands instead.
    instead: String,
}

/// Before a given name that stands alone.
const TITLES: [&str; 14] = [
    "ong", "ba", "anh", "chi", "em", "co", "chu", "bac", "mr", "ms", "mrs", "quy ong", "quy ba", "dong chi",
];

/// Shorter ones are words of the language, too.
const SHORTEST: usize = 3;
const SHORTEST_NUMBER: usize = 7;

impl Veil {
    /// What hides these parties.
    pub fn over<'a>(parties: impl IntoIterator<Item = &'a Party>, instead: &str) -> Self {
        let mut veil = Veil {
            instead: instead.to_owned(),
            ..Veil::default()
        };
        for party in parties {
            for words in [&party.name, &party.representative, &party.email, &party.address] {
                veil.hide(words);
            }
            for number in [&party.phone, &party.details] {
                let digits: String = number.chars().filter(char::is_ascii_digit).collect();
                if digits.len() >= SHORTEST_NUMBER {
                    veil.numbers.push(digits);
                }
            }
        }
        veil.words.sort_by_key(|words| std::cmp::Reverse(words.len()));
        veil.words.dedup();
        veil
    }

    fn hide(&mut self, words: &str) {
        let folded = folded(words);
        let Some(last) = folded.rsplit(' ').next().filter(|last| !last.is_empty()) else {
            return;
        };
        // `Bà Nguyễn Thị Lan` is also told as `Nguyễn Thị Lan`.
        let titles = TITLES
            .iter()
            .filter_map(|title| folded.strip_prefix(&format!("{title} ")));
        let bare: Vec<String> = titles
            .filter(|bare| bare.contains(' '))
            .map(str::to_owned)
            .collect();
        self.words.extend(bare);
        if folded.contains(' ') && !folded.contains('@') {
            let given = TITLES.iter().map(|title| format!("{title} {last}"));
            self.words.extend(given);
        }
        if folded.len() >= SHORTEST {
            self.words.push(folded);
        }
    }

    /// The text without them.
    pub fn cover(&self, text: &str) -> String {
        let mut covered = text.to_owned();
        for words in &self.words {
            covered = self.without(&covered, words);
        }
        self.without_numbers(&covered)
    }

    /// Whether a text still tells who it was.
    pub fn betrays(&self, text: &str) -> bool {
        self.cover(text) != text
    }

    fn without(&self, text: &str, words: &str) -> String {
        let letters = Letters::of(text);
        let mut out = String::with_capacity(text.len());
        let mut kept = 0;
        let mut from = 0;
        while let Some(found) = letters.folded.get(from..).and_then(|rest| rest.find(words)) {
            let (start, end) = (from + found, from + found + words.len());
            from = end;
            if !letters.is_whole(start, end) {
                continue;
            }
            let (begin, finish) = letters.source(start, end);
            out.push_str(&text[kept..begin]);
            out.push_str(&self.instead);
            kept = finish;
        }
        out.push_str(&text[kept..]);
        out
    }

    /// A number is found however it is grouped.
    fn without_numbers(&self, text: &str) -> String {
        let mut covered = text.to_owned();
        for number in &self.numbers {
            while let Some((start, end)) = find_number(&covered, number) {
                covered.replace_range(start..end, &self.instead);
            }
        }
        covered
    }
}

fn find_number(text: &str, number: &str) -> Option<(usize, usize)> {
    let is_between = |c: char| matches!(c, ' ' | '.' | '-' | '(' | ')' | '\u{A0}');
    text.char_indices().find_map(|(start, first)| {
        if !first.is_ascii_digit() {
            return None;
        }
        let mut wanted = number.chars();
        let mut next = wanted.next();
        for (place, c) in text[start..].char_indices() {
            match next {
                None => return Some((start, start + place)),
                Some(digit) if c == digit => next = wanted.next(),
                Some(_) if is_between(c) => {}
                Some(_) => return None,
            }
        }
        next.is_none().then_some((start, text.len()))
    })
}

fn folded(words: &str) -> String {
    let folded = fold(words);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text folded letter by letter, so that each place leads back to where it came from.
struct Letters {
    folded: String,
    /// For each byte of `folded`, where its letter begins in the source; one more at the end.
    from: Vec<usize>,
}

impl Letters {
    fn of(text: &str) -> Self {
        let (mut out, mut from) = (String::new(), Vec::new());
        let mut was_space = false;
        for (place, c) in text.char_indices() {
            if c.is_whitespace() {
                if !was_space {
                    out.push(' ');
                    from.push(place);
                }
                was_space = true;
                continue;
            }
            was_space = false;
            // A mark that stands alone folds to nothing and belongs to the letter before it.
            let letter = fold(c.encode_utf8(&mut [0; 4]));
            from.extend(std::iter::repeat_n(place, letter.len()));
            out.push_str(&letter);
        }
        from.push(text.len());
        Letters { folded: out, from }
    }

    fn source(&self, start: usize, end: usize) -> (usize, usize) {
        (self.from[start], self.from[end])
    }

    /// Not inside a longer word.
    fn is_whole(&self, start: usize, end: usize) -> bool {
        let before = self.folded[..start].chars().next_back();
        let after = self.folded[end..].chars().next();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_letter(before) && !is_letter(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn veil(name: &str, phone: &str) -> Veil {
        let party = Party {
            id: store::Uuid::nil(),
            version: 1,
            kind: "person".to_owned(),
            name: name.to_owned(),
            sort_key: String::new(),
            address: String::new(),
            email: String::new(),
            phone: phone.to_owned(),
            representative: String::new(),
            details: String::new(),
            at: jiff::Timestamp::UNIX_EPOCH.into(),
            erased_at: None,
        };
        Veil::over([&party], "[…]")
    }

    #[test]
    fn a_name_is_covered_with_or_without_accents_and_capitals() {
        let veil = veil("Nguyễn Thị Lan", "");
        for said in [
            "Nguyễn Thị Lan",
            "NGUYỄN THỊ LAN",
            "nguyen thi lan",
            "Nguyễn  Thị\nLan",
            "Nguye\u{302}\u{303}n Thi\u{323} Lan",
        ] {
            assert_eq!(
                veil.cover(&format!("Bà {said}, hôm qua")),
                "Bà […], hôm qua",
                "{said}"
            );
        }
    }

    #[test]
    fn a_given_name_is_covered_behind_a_title_and_nowhere_else() {
        let veil = veil("Nguyễn Thị Lan", "");
        assert_eq!(veil.cover("Chị Lan nói hoa lan"), "[…] nói hoa lan");
        assert_eq!(veil.cover("Nguyễn Thị Lanh"), "Nguyễn Thị Lanh");
    }

    #[test]
    fn a_name_that_is_kept_with_its_title_is_covered_without_it_too() {
        let veil = veil("Anh Kha Văn Đậu", "");
        assert_eq!(
            veil.cover("anh Kha Văn Đậu; ông Kha Văn Đậu; anh Đậu"),
            "[…]; ông […]; […]"
        );
    }

    #[test]
    fn a_number_is_covered_however_it_is_grouped() {
        let veil = veil("", "0912 345 678");
        assert_eq!(
            veil.cover("gọi 0912345678 hoặc 0912.345.678."),
            "gọi […] hoặc […]."
        );
        assert_eq!(veil.cover("gọi 0912345679"), "gọi 0912345679");
        assert!(veil.betrays("(091) 2345678"));
    }
}
