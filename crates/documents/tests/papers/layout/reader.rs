//! The elements of a letter, each taken from the page in its turn and held against the decree.

use documents::letter::Letter;
use i18n::texts;

use super::expected::{number, place_and_date, titles};
use super::{
    BETWEEN_PARAGRAPHS, BOTTOM, COLUMN, FIRST_LINE, HEADS_PART, LEFT, LINE, Press, RIGHT, SIGNATURE_PART, TOP,
};
use crate::poppler::{Line, POINTS_PER_MILLIMETRE as MM, Page, Pdf, Rule};

pub struct Reader<'a> {
    pub case: &'a str,
    pub press: Press,
    pub draft: bool,
}

/// A line and the page it stands on, from nought.
pub type Placed<'a> = (usize, &'a Line);

impl Reader<'_> {
    /// Absent on the first page, in the middle of the top margin on all others.
    pub fn page_numbers(&self, pdf: &Pdf) {
        for (number, page) in pdf.pages.iter().enumerate() {
            let above: Vec<&Line> = page.lines.iter().filter(|line| line.bottom < TOP - 1.0).collect();
            let mut expected = Vec::new();
            if self.draft {
                expected.push("DỰ THẢO".to_owned());
            }
            if number > 0 {
                expected.push((number + 1).to_string());
            }
            let mut found: Vec<String> = above.iter().map(|line| line.text.clone()).collect();
            found.sort_by_key(|text| text.chars().all(char::is_numeric));
            assert_eq!(
                found,
                expected,
                "{}: above the text of page {}",
                self.case,
                number + 1
            );
            for line in above.iter().filter(|line| line.text != "DỰ THẢO") {
                self.centred(line, LEFT, RIGHT);
                self.face(line, &[13.0, 14.0], false, false);
            }
        }
    }

    /// Under a rule across the page, on the first page only; where it begins.
    pub fn foot(&self, letter: &Letter, pdf: &Pdf) -> f64 {
        let across = |rule: &&Rule| (rule.length - COLUMN).abs() < 2.0;
        for page in &pdf.pages[1..] {
            assert!(
                !page.rules.iter().any(|rule| across(&rule)),
                "{}: a foot on a later page",
                self.case
            );
        }
        let rules: Vec<&Rule> = pdf.pages[0].rules.iter().filter(across).collect();
        if letter.house.foot.is_empty() {
            assert!(rules.is_empty(), "{}: a rule without an address", self.case);
            return BOTTOM + 1.0;
        }
        let [rule] = rules[..] else {
            panic!(
                "{}: no rule above the address: {:?}",
                self.case, pdf.pages[0].rules
            );
        };
        let lines: Vec<&Line> = pdf.pages[0]
            .lines
            .iter()
            .filter(|line| line.top > rule.top - 2.0)
            .collect();
        assert_eq!(
            joined(lines.iter().copied()),
            squeezed(&letter.house.foot.concat()),
            "{}",
            self.case
        );
        for line in lines {
            self.face(line, &[11.0, 12.0], false, false);
        }
        rule.top - 2.0
    }

    /// Elements 1–5; what is left of the text below them.
    pub fn heads<'a>(&self, letter: &Letter, first: &Page, text: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
        let t = texts(letter.lang);
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let to = text
            .iter()
            .position(|(_, line)| line.text.starts_with(t.papers_to()))
            .expect("Kính gửi");
        for placed in &text[..to] {
            if placed.1.middle() < HEADS_PART {
                left.push(*placed)
            } else {
                right.push(*placed)
            }
        }
        let country = self.take(&mut right, t.letter_country())[0];
        self.centred(country, HEADS_PART, RIGHT);
        self.face(country, &[12.0, 13.0], true, false);
        let motto = self.take(&mut right, t.letter_motto())[0];
        self.centred(motto, HEADS_PART, RIGHT);
        self.face(motto, &[13.0, 14.0], true, false);
        assert!(
            motto.top > country.top + 10.0 && motto.top < country.bottom + 6.0,
            "{}: single line",
            self.case
        );
        let whole = self.rule_below(first, motto);
        assert!(
            (whole.length - motto.width()).abs() < 2.0,
            "{}: {whole:?} under {motto:?}",
            self.case
        );

        for parent in &letter.house.parents {
            for line in self.take(&mut left, &parent.to_uppercase()) {
                self.centred(line, LEFT, HEADS_PART);
                self.face(line, &[12.0, 13.0], false, false);
            }
        }
        let name = self.take(&mut left, &letter.house.name.to_uppercase());
        for line in &name {
            self.centred(line, LEFT, HEADS_PART);
            self.face(line, &[12.0, 13.0], true, false);
        }
        let widest = name.iter().map(|line| line.width()).fold(0.0, f64::max);
        let last = name.last().expect("the organisation has a name");
        let part = self.rule_below(first, last);
        let share = part.length / widest;
        assert!(
            (0.30..=0.5).contains(&share),
            "{}: the rule is {share:.2} of the name",
            self.case
        );
        assert!(
            (part.left + part.length / 2.0 - last.middle()).abs() < 1.5,
            "{}: {part:?}",
            self.case
        );

        let day = self.take(&mut right, &place_and_date(letter));
        self.centred(&whole_line(&day), HEADS_PART, RIGHT);
        for part in &day {
            self.face(part, &[13.0, 14.0], false, true);
        }
        let day = day[0];
        let mut above = last.bottom.max(motto.bottom);
        if letter.purpose.takes_number() {
            let number = whole_line(&self.take(&mut left, &number(letter)));
            self.centred(&number, LEFT, HEADS_PART);
            self.face(&number, &[13.0], false, false);
            assert!(
                (number.bottom - day.bottom).abs() < 1.0,
                "{}: number and day on one line",
                self.case
            );
            assert!(
                number.top > above,
                "{}: the number stands below the heads",
                self.case
            );
            above = number.bottom;
        }
        let about = self.take(&mut left, &format!("V/v {}", letter.subject));
        for line in &about {
            self.centred(line, LEFT, HEADS_PART);
            self.face(line, &[12.0, 13.0], false, false);
        }
        assert!(
            about[0].top - above > 4.0,
            "{}: V/v stands apart from the number",
            self.case
        );
        assert!(
            left.is_empty() && right.is_empty(),
            "{}: {left:?} {right:?}",
            self.case
        );
        text[to..].to_vec()
    }

    /// One behind the colon; several below it, their dashes under the colon, `;` between and `.` at the end.
    pub fn addressees<'a>(&self, letter: &Letter, mut text: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
        let names = &letter.addressees;
        if let [name] = names.as_slice() {
            let lines = self.take(&mut text, &format!("Kính gửi: {name}"));
            lines
                .iter()
                .for_each(|line| self.face(line, &[13.0, 14.0], false, false));
            if let [only] = lines[..] {
                self.centred(only, LEFT, RIGHT);
            }
            return text;
        }
        let label = self.take(&mut text, "Kính gửi:")[0];
        for (place, name) in names.iter().enumerate() {
            let end = if place + 1 == names.len() { "." } else { ";" };
            let line = self.take(&mut text, &format!("- {name}{end}"))[0];
            self.face(line, &[13.0, 14.0], false, false);
            assert!(
                (line.left - label.right).abs() < 6.0,
                "{}: {line:?} not under the colon",
                self.case
            );
        }
        text
    }

    /// On which page it ends, and what follows it there.
    pub fn body<'a>(&self, letter: &Letter, mut text: Vec<Placed<'a>>) -> (usize, Vec<Placed<'a>>) {
        let near = self.press.near;
        let mut before: Option<(usize, Line)> = None;
        for (place, paragraph) in letter.body.iter().enumerate() {
            let is_last = place + 1 == letter.body.len();
            let mut words: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
            if is_last {
                words = format!("{}./.", words.trim_end_matches('.'));
            }
            let lines = rows(&self.take_placed(&mut text, &words));
            let indent = lines[0].1.left - LEFT;
            assert!(
                (FIRST_LINE[0] - near..=FIRST_LINE[1] + near).contains(&indent),
                "{}: first line {indent} in",
                self.case
            );
            for (row, (page, line)) in lines.iter().enumerate() {
                assert!(
                    line.faces
                        .iter()
                        .all(|face| [13.0, 14.0].contains(&face.points.round())),
                    "{line:?}"
                );
                if row > 0 {
                    assert!((line.left - LEFT).abs() < near, "{}: {line:?}", self.case);
                }
                if row + 1 < lines.len() && !line.text.contains("0123456789abcdef") {
                    assert!(
                        (line.right - RIGHT).abs() < near,
                        "{}: not justified: {line:?}",
                        self.case
                    );
                }
                if let Some((page_before, line_before)) = before.filter(|(before, _)| *before == *page) {
                    let pitch = line.bottom - line_before.bottom;
                    let (least, most) = if row == 0 {
                        (LINE[0] + BETWEEN_PARAGRAPHS, 40.0)
                    } else {
                        (LINE[0], LINE[1])
                    };
                    let fits = pitch >= least - near && pitch <= most;
                    assert!(
                        fits,
                        "{}: {pitch} between lines on page {}: {line:?}",
                        self.case,
                        page_before + 1
                    );
                }
                before = Some((*page, line.clone()));
            }
        }
        (before.expect("a letter says something").0, text)
    }

    /// 7a, 7b beside 9b, 12: begun on one line, on a page that has text.
    pub fn signature(&self, letter: &Letter, last_page: usize, text: &[Placed]) {
        assert!(
            text.iter().all(|(page, _)| *page == last_page),
            "{}: the signature stands on a page without text",
            self.case
        );
        let (mut left, mut right): (Vec<Placed>, Vec<Placed>) =
            text.iter().partition(|(_, line)| line.middle() < SIGNATURE_PART);
        let titles = titles(&letter.signatory.authority);
        let mut first = None;
        for title in &titles {
            for line in self.take(&mut right, title) {
                self.centred(line, SIGNATURE_PART, RIGHT);
                self.face(line, &[13.0, 14.0], true, false);
                first = first.or(Some(line));
            }
        }
        let first = first.expect("somebody signs in an office");
        let above = right[0].1;
        let name = self.take(&mut right, &letter.signatory.name)[0];
        self.centred(name, SIGNATURE_PART, RIGHT);
        self.face(name, &[13.0, 14.0], true, false);
        assert!(
            above.top - first.top > 20.0 * MM,
            "{}: no room to sign",
            self.case
        );

        let label = self.take(&mut left, "Nơi nhận:")[0];
        self.face(label, &[12.0], true, true);
        assert!(
            (label.left - LEFT).abs() < self.press.near,
            "{}: {label:?}",
            self.case
        );
        assert!(
            (label.top - first.top).abs() < 4.0,
            "{}: {label:?} beside {first:?}",
            self.case
        );
        let mut lines = vec!["- Như trên;".to_owned()];
        lines.extend(letter.copies.to.iter().map(|name| format!("- {name};")));
        let kept = letter
            .copies
            .kept
            .map(|count| format!("({count:02})"))
            .unwrap_or_default();
        lines.push(format!("- Lưu: VT, {}{kept}.", letter.copies.unit));
        lines.extend(
            letter
                .typist
                .as_ref()
                .map(|it| format!("{}.({})", it.initials, it.copies)),
        );
        for expected in lines {
            for line in self.take(&mut left, &expected) {
                self.face(line, &[11.0], false, false);
                assert!(
                    (line.left - LEFT).abs() < self.press.near,
                    "{}: {line:?}",
                    self.case
                );
            }
        }
        assert!(
            left.is_empty() && right.is_empty(),
            "{}: {left:?} {right:?}",
            self.case
        );
    }

    /// The next lines, which together say exactly this.
    fn take<'a>(&self, text: &mut Vec<Placed<'a>>, expected: &str) -> Vec<&'a Line> {
        self.take_placed(text, expected)
            .into_iter()
            .map(|(_, line)| line)
            .collect()
    }

    fn take_placed<'a>(&self, text: &mut Vec<Placed<'a>>, expected: &str) -> Vec<Placed<'a>> {
        let wanted = squeezed(expected);
        for count in 1..=text.len() {
            if joined(text[..count].iter().map(|(_, line)| *line)) == wanted {
                return text.drain(..count).collect();
            }
        }
        let next: Vec<&str> = text.iter().take(4).map(|(_, line)| line.text.as_str()).collect();
        panic!("{}: expected {expected:?}, found {next:?}", self.case)
    }

    fn centred(&self, line: &Line, from: f64, to: f64) {
        let off = line.middle() - f64::midpoint(from, to);
        assert!(
            off.abs() < self.press.near + 1.0,
            "{}: {off} off the middle: {line:?}",
            self.case
        );
    }

    fn face(&self, line: &Line, points: &[f64], bold: bool, italic: bool) {
        assert!(
            !line.faces.is_empty(),
            "{}: no face found for {line:?}",
            self.case
        );
        for face in &line.faces {
            let fits = points.contains(&face.points.round()) && face.bold == bold && face.italic == italic;
            assert!(fits, "{}: {line:?}", self.case);
        }
    }

    fn rule_below<'a>(&self, page: &'a Page, line: &Line) -> &'a Rule {
        let below = |rule: &&Rule| {
            let overlaps = rule.left < line.right && rule.left + rule.length > line.left;
            overlaps && rule.top > line.bottom - 3.0 && rule.top < line.bottom + 10.0
        };
        let found = page.rules.iter().find(below);
        found.unwrap_or_else(|| panic!("{}: no rule below {line:?}: {:?}", self.case, page.rules))
    }
}

/// Lines as they are read: wide gaps between words do not divide them.
fn rows(parts: &[Placed]) -> Vec<(usize, Line)> {
    let mut rows: Vec<(usize, Line)> = Vec::new();
    for (page, part) in parts {
        match rows.last_mut() {
            Some((same, row)) if same == page && (row.bottom - part.bottom).abs() < 1.0 => {
                row.right = part.right;
                row.text = format!("{} {}", row.text, part.text);
            }
            Some(_) | None => rows.push((*page, (*part).clone())),
        }
    }
    rows
}

/// A line whose blanks poppler takes for gaps between columns.
fn whole_line(parts: &[&Line]) -> Line {
    let last = parts.last().expect("a line has a part");
    Line {
        right: last.right,
        ..parts[0].clone()
    }
}

fn joined<'a>(lines: impl Iterator<Item = &'a Line>) -> String {
    lines.map(|line| squeezed(&line.text)).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
