//! S12: what would tell who complained is taken out of words that go to the certified client.

use store::fold::fold;
use store::parties::Party;
use unicode_normalization::UnicodeNormalization;

/// Names, numbers and addresses of a complainant, by which others would know the person.
#[derive(Clone, Debug, Default)]
pub struct Veil {
    /// Longest first.
    words: Vec<Hidden>,
    /// Digits only.
    numbers: Vec<String>,
    /// What stands instead.
    instead: String,
}

/// Words that are covered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Hidden {
    /// No accents, no capitals.
    folded: String,
    /// With its accents, where it is so short that others fold alike: it is covered written so, or without any accent.
    marked: Option<String>,
}

/// Before a given name that stands alone.
const TITLES: [&str; 15] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "em",
    "cô",
    "chú",
    "bác",
    "cụ",
    "mr",
    "ms",
    "mrs",
    "quý ông",
    "quý bà",
    "đồng chí",
];

/// Whether a word is a form of address, as names in the book begin with one.
pub fn is_form_of_address(word: &str) -> bool {
    TITLES.contains(&marked(word).as_str())
}

/// What a party that is no person is called by its kind.
const ORGANISATION: &str = "organisation";

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
            for words in [&party.email, &party.address] {
                veil.hide(words);
            }
            veil.hide_name(&party.name, party.kind == ORGANISATION);
            veil.hide_name(&party.representative, false);
            for number in [&party.phone, &party.details] {
                let digits: String = number.chars().filter(char::is_ascii_digit).collect();
                if digits.len() >= SHORTEST_NUMBER {
                    veil.numbers.push(digits);
                }
            }
        }
        veil.words
            .sort_by_key(|hidden| std::cmp::Reverse(hidden.folded.len()));
        veil.words.dedup();
        veil
    }

    fn hide(&mut self, words: &str) {
        let folded = folded(words);
        if folded.len() >= SHORTEST {
            let marked = None;
            self.words.push(Hidden { folded, marked });
        }
    }

    /// As it is, without the form of address before it, and the given name behind one.
    fn hide_name(&mut self, name: &str, is_organisation: bool) {
        self.hide(name);
        if is_organisation {
            return;
        }
        let marked = marked(name);
        let titles = TITLES
            .iter()
            .filter_map(|title| marked.strip_prefix(&format!("{title} ")));
        let bare = titles.min_by_key(|bare| bare.len()).unwrap_or(&marked);
        let words: Vec<&str> = bare.split(' ').collect();
        if words.len() > 1 {
            self.hide(bare);
        }
        let given = |count: usize| words[words.len().saturating_sub(count)..].join(" ");
        // Many are called by two syllables, with or without a form of address.
        if words.len() > 2 {
            self.hide_short(&given(2));
        }
        for title in TITLES {
            for count in 1..=2 {
                self.hide_short(&format!("{title} {}", given(count)));
            }
        }
    }

    fn hide_short(&mut self, words: &str) {
        self.words.push(Hidden {
            folded: folded(words),
            marked: Some(words.to_owned()),
        });
    }

    /// The text without them.
    pub fn cover(&self, text: &str) -> String {
        let mut covered: String = text.nfc().collect();
        for hidden in &self.words {
            covered = self.without(&covered, hidden);
        }
        self.without_numbers(&covered)
    }

    /// The same for what also names others, who may be called alike: by whole names, numbers and addresses alone.
    pub fn whole(&self) -> Veil {
        let words = self.words.iter().filter(|hidden| hidden.marked.is_none());
        Veil {
            words: words.cloned().collect(),
            ..self.clone()
        }
    }

    /// The words by which a text still tells who it was.
    pub fn betrayed(&self, text: &str) -> Option<String> {
        let text: String = text.nfc().collect();
        let covered = self.cover(&text);
        if covered == text {
            return None;
        }
        let differs = text.chars().zip(covered.chars()).position(|(a, b)| a != b);
        let at = differs.unwrap_or_default();
        Some(text.chars().skip(at.saturating_sub(20)).take(60).collect())
    }

    fn without(&self, text: &str, hidden: &Hidden) -> String {
        let words = hidden.folded.as_str();
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
            if !hidden.is_meant(&text[begin..finish]) {
                continue;
            }
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

impl Hidden {
    fn is_meant(&self, found: &str) -> bool {
        let Some(wanted) = &self.marked else { return true };
        found.is_ascii() || marked(found) == *wanted
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

/// In small letters with their accents, single spaces between the words.
fn marked(words: &str) -> String {
    let small = words.nfc().collect::<String>().to_lowercase();
    small.split_whitespace().collect::<Vec<_>>().join(" ")
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
        Veil::over([&party(name, phone)], "[…]")
    }

    fn party(name: &str, phone: &str) -> Party {
        Party {
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
        }
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
    fn a_given_name_of_two_syllables_is_covered_alone_and_behind_a_title() {
        let veil = veil("Chị Ngô Thị Bông Giấy", "");
        assert_eq!(
            veil.cover("Chị Bông Giấy và bông giấy; chi bong giay"),
            "[…] và […]; […]"
        );
        assert_eq!(veil.cover("Chị Giấy mua giấy"), "[…] mua giấy");
    }

    #[test]
    fn words_that_only_fold_alike_stay() {
        let veil = veil("Bà Lò Thị Cọ", "");
        assert_eq!(
            veil.cover("Khiếu nại có cơ sở; bà có cơ hội"),
            "Khiếu nại có cơ sở; bà có cơ hội"
        );
        let mut party = party("Công ty TNHH Tôn Lá Cọ", "");
        party.kind = ORGANISATION.to_owned();
        let veil = Veil::over([&party], "[…]");
        assert_eq!(veil.cover("Có cơ sở. Công ty TNHH Tôn Lá Cọ"), "Có cơ sở. […]");
    }

    #[test]
    fn a_number_is_covered_however_it_is_grouped() {
        let veil = veil("", "0912 345 678");
        assert_eq!(
            veil.cover("gọi 0912345678 hoặc 0912.345.678."),
            "gọi […] hoặc […]."
        );
        assert_eq!(veil.cover("gọi 0912345679"), "gọi 0912345679");
        assert!(veil.betrayed("(091) 2345678").is_some());
    }
}
