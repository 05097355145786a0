//! Element 6: paragraphs, what stands in the middle, and lines to be written on.

use documents::form::Part;
use documents::paper::Paragraph;

use super::expected::Sheet;
use super::reader::{Placed, Reader};
use super::{BETWEEN_PARAGRAPHS, COLUMN, FIRST_LINE, LEFT, LINE, RIGHT};
use crate::poppler::{Line, Pdf};

impl Reader<'_> {
    /// On which page it ends, and what follows it there.
    pub fn body<'a>(&self, sheet: &Sheet, pdf: &Pdf, mut text: Vec<Placed<'a>>) -> (usize, Vec<Placed<'a>>) {
        let mut before: Option<(usize, Line)> = None;
        let mut page = 0;
        let mut blanks = 0;
        for (place, part) in sheet.body.iter().enumerate() {
            match part {
                Part::Paragraph(paragraph) => {
                    let is_last = place + 1 == sheet.body.len();
                    self.paragraph(paragraph, is_last, &mut before, &mut text);
                    page = before.as_ref().expect("a paragraph says something").0;
                }
                Part::Centred(words) => {
                    for line in self.take(&mut text, &words.to_uppercase()) {
                        self.centred(line, LEFT, RIGHT);
                        self.face(line, &[14.0], true, false);
                    }
                    before = None;
                }
                Part::Blank(lines) => {
                    blanks += usize::from(*lines);
                    before = None;
                }
            }
        }
        let dotted = pdf
            .pages
            .iter()
            .flat_map(|page| &page.rules)
            .filter(|rule| rule.dotted);
        let across = dotted.filter(|rule| (rule.length - COLUMN).abs() < 3.0).count();
        assert_eq!(across, blanks, "{}: lines to be written on", self.case);
        (page, text)
    }

    fn paragraph(
        &self,
        paragraph: &Paragraph,
        is_last: bool,
        before: &mut Option<(usize, Line)>,
        text: &mut Vec<Placed>,
    ) {
        let near = self.press.near;
        let mut words: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
        if is_last {
            words = format!("{}./.", words.trim_end_matches('.'));
        }
        let lines = rows(&self.take_placed(text, &words));
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
            if let Some((page_before, line_before)) = before.take().filter(|(before, _)| before == page) {
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
            *before = Some((*page, line.clone()));
        }
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
