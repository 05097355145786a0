//! Elements 1–5 and 9a: the heads, the title of a form, and to whom it goes.

use i18n::texts;

use super::expected::{Sheet, place_and_date};
use super::reader::{Placed, Reader, whole_line};
use super::{HEADS_PART, LEFT, RIGHT};
use crate::poppler::{Line, Page};

impl Reader<'_> {
    /// Elements 1–5; what is left of the text below them.
    pub fn heads<'a>(&self, sheet: &Sheet, first: &Page, text: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
        let t = texts(sheet.lang);
        let (mut left, mut right) = (Vec::new(), Vec::new());
        let begins = |line: &Line| match &sheet.title {
            Some(title) => line.text == title.to_uppercase(),
            None => line.text.starts_with(t.papers_to()),
        };
        let to = text.iter().position(|(_, line)| begins(line));
        let to = to.expect("Kính gửi, or the title of the form");
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

        for parent in &sheet.house.parents {
            for line in self.take(&mut left, &parent.to_uppercase()) {
                self.centred(line, LEFT, HEADS_PART);
                self.face(line, &[12.0, 13.0], false, false);
            }
        }
        let name = self.take(&mut left, &sheet.house.name.to_uppercase());
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

        let day = self.take(&mut right, &place_and_date(sheet));
        self.centred(&whole_line(&day), HEADS_PART, RIGHT);
        for part in &day {
            self.face(part, &[13.0, 14.0], false, true);
        }
        let day = day[0];
        let mut above = last.bottom.max(motto.bottom);
        if let Some(number) = &sheet.number {
            let number = whole_line(&self.take(&mut left, number));
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
        if sheet.title.is_none() {
            self.about(sheet, &mut left, above);
        }
        assert!(
            left.is_empty() && right.is_empty(),
            "{}: {left:?} {right:?}",
            self.case
        );
        text[to..].to_vec()
    }

    /// 5b: under the number.
    fn about(&self, sheet: &Sheet, left: &mut Vec<Placed>, above: f64) {
        let about = self.take(left, &format!("V/v {}", sheet.subject));
        for line in &about {
            self.centred(line, LEFT, HEADS_PART);
            self.face(line, &[12.0, 13.0], false, false);
        }
        assert!(
            about[0].top - above > 4.0,
            "{}: V/v stands apart from the number",
            self.case
        );
    }

    /// 5a: the kind of paper and what it is about, both bold in the middle, with a rule between a third and a half as long.
    pub fn title<'a>(&self, sheet: &Sheet, first: &Page, mut text: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
        let Some(title) = &sheet.title else {
            return text;
        };
        let title = self.take(&mut text, &title.to_uppercase());
        let about = self.take(&mut text, sheet.subject);
        for line in title.iter().chain(&about) {
            self.centred(line, LEFT, RIGHT);
            self.face(line, &[14.0], true, false);
        }
        let widest = about.iter().map(|line| line.width()).fold(0.0, f64::max);
        let last = about.last().expect("a form is about something");
        let rule = self.rule_below(first, last);
        let share = rule.length / widest;
        assert!(
            (0.33..=0.5).contains(&share),
            "{}: the rule is {share:.2} of the subject",
            self.case
        );
        assert!(
            (rule.left + rule.length / 2.0 - last.middle()).abs() < 1.5,
            "{}: {rule:?}",
            self.case
        );
        text
    }

    /// One behind the colon; several below it, their dashes under the colon, `;` between and `.` at the end.
    pub fn addressees<'a>(&self, sheet: &Sheet, mut text: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
        let names = sheet.addressees;
        if names.is_empty() {
            return text;
        }
        if let [name] = names {
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
}
