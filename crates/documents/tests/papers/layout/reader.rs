//! A page read line by line: each element is taken from it in its turn.

use super::expected::Sheet;
use super::{BOTTOM, COLUMN, LEFT, Press, RIGHT, TOP};
use crate::poppler::{Line, Page, Pdf, Rule};

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
    pub fn foot(&self, sheet: &Sheet, pdf: &Pdf) -> f64 {
        let across = |rule: &&Rule| !rule.dotted && (rule.length - COLUMN).abs() < 2.0;
        for page in &pdf.pages[1..] {
            assert!(
                !page.rules.iter().any(|rule| across(&rule)),
                "{}: a foot on a later page",
                self.case
            );
        }
        let rules: Vec<&Rule> = pdf.pages[0].rules.iter().filter(across).collect();
        if sheet.house.foot.is_empty() {
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
            squeezed(&sheet.house.foot.concat()),
            "{}",
            self.case
        );
        for line in lines {
            self.face(line, &[11.0, 12.0], false, false);
        }
        rule.top - 2.0
    }

    /// The next lines, which together say exactly this.
    pub fn take<'a>(&self, text: &mut Vec<Placed<'a>>, expected: &str) -> Vec<&'a Line> {
        self.take_placed(text, expected)
            .into_iter()
            .map(|(_, line)| line)
            .collect()
    }

    pub fn take_placed<'a>(&self, text: &mut Vec<Placed<'a>>, expected: &str) -> Vec<Placed<'a>> {
        let wanted = squeezed(expected);
        for count in 1..=text.len() {
            if joined(text[..count].iter().map(|(_, line)| *line)) == wanted {
                return text.drain(..count).collect();
            }
        }
        let next: Vec<&str> = text.iter().take(4).map(|(_, line)| line.text.as_str()).collect();
        panic!("{}: expected {expected:?}, found {next:?}", self.case)
    }

    pub fn centred(&self, line: &Line, from: f64, to: f64) {
        self.centred_about(line, from, to, 0.0);
    }

    /// In the middle, or so far from it.
    pub fn centred_about(&self, line: &Line, from: f64, to: f64, far: f64) {
        let off = line.middle() - f64::midpoint(from, to);
        assert!(
            off.abs() < self.press.near + 1.0 + far,
            "{}: {off} off the middle: {line:?}",
            self.case
        );
    }

    pub fn face(&self, line: &Line, points: &[f64], bold: bool, italic: bool) {
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

    pub fn rule_below<'a>(&self, page: &'a Page, line: &Line) -> &'a Rule {
        let below = |rule: &&Rule| {
            let overlaps = rule.left < line.right && rule.left + rule.length > line.left;
            overlaps && rule.top > line.bottom - 3.0 && rule.top < line.bottom + 10.0
        };
        let found = page.rules.iter().find(below);
        found.unwrap_or_else(|| panic!("{}: no rule below {line:?}: {:?}", self.case, page.rules))
    }
}

/// A line whose blanks poppler takes for gaps between columns.
pub fn whole_line(parts: &[&Line]) -> Line {
    let last = parts.last().expect("a line has a part");
    Line {
        right: last.right,
        ..parts[0].clone()
    }
}

pub fn joined<'a>(lines: impl Iterator<Item = &'a Line>) -> String {
    lines.map(|line| squeezed(&line.text)).collect()
}

pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
