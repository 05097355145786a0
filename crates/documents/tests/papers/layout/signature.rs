//! Elements 7a, 7b, 9b and 12: who signs, who gets the paper, and who typed it.

use documents::paper::Signatory;

use super::expected::{Sheet, titles};
use super::reader::{Placed, Reader};
use super::{COLUMN, LEFT, RIGHT, SIGNATURE_PART};
use crate::poppler::{Line, POINTS_PER_MILLIMETRE as MM};

/// Whatever lies between columns of signatures moves their middles by no more than this.
const GUTTER: f64 = 4.0;

impl Reader<'_> {
    /// On a page that has text: one signature beginning on a line with the copies; several side by side, with the copies below.
    pub fn signatures(&self, sheet: &Sheet, last_page: usize, text: &[Placed]) {
        assert!(
            text.iter().all(|(page, _)| *page == last_page),
            "{}: the signature stands on a page without text",
            self.case
        );
        let label = text.iter().position(|(_, line)| line.text == "Nơi nhận:");
        match sheet.signatories {
            [] => assert!(text.is_empty(), "{}: nobody signs: {text:?}", self.case),
            [only] => self.beside(sheet, only, text),
            several => {
                let label = label.expect("Nơi nhận");
                self.side_by_side(several, &text[..label]);
                self.copies(sheet, &mut text[label..].to_vec());
            }
        }
    }

    fn beside(&self, sheet: &Sheet, signatory: &Signatory, text: &[Placed]) {
        let (mut left, mut right): (Vec<Placed>, Vec<Placed>) =
            text.iter().partition(|(_, line)| line.middle() < SIGNATURE_PART);
        let first = self.signed(signatory, &mut right, SIGNATURE_PART, RIGHT, 0.0);
        let label = left[0].1;
        assert!(
            (label.top - first.top).abs() < 4.0,
            "{}: {label:?} beside {first:?}",
            self.case
        );
        self.copies(sheet, &mut left);
    }

    fn side_by_side(&self, several: &[Signatory], text: &[Placed]) {
        let width = COLUMN / f64::from(u8::try_from(several.len()).unwrap());
        let mut from = LEFT;
        let mut tops = Vec::new();
        for signatory in several {
            let to = from + width;
            let here = text
                .iter()
                .filter(|(_, line)| (from..to).contains(&line.middle()));
            let first = self.signed(signatory, &mut here.copied().collect(), from, to, GUTTER);
            tops.push(first.top);
            from = to;
        }
        let even = tops.iter().all(|top| (top - tops[0]).abs() < 1.0);
        assert!(even, "{}: signatures begin at {tops:?}", self.case);
    }

    /// Titles in capitals, room to sign, and the name, with nothing else in the column; the first line.
    fn signed<'a>(
        &self,
        signatory: &Signatory,
        text: &mut Vec<Placed<'a>>,
        from: f64,
        to: f64,
        gutter: f64,
    ) -> &'a Line {
        let mut titled = Vec::new();
        for title in &titles(&signatory.authority) {
            titled.extend(self.take(text, title));
        }
        let (first, last) = (titled[0], titled[titled.len() - 1]);
        let name = self.take(text, &signatory.name)[0];
        for line in titled.into_iter().chain([name]) {
            self.centred_about(line, from, to, gutter);
            self.face(line, &[13.0, 14.0], true, false);
        }
        assert!(
            name.top - last.bottom > 20.0 * MM,
            "{}: no room to sign",
            self.case
        );
        assert!(text.is_empty(), "{}: {text:?}", self.case);
        first
    }

    fn copies(&self, sheet: &Sheet, text: &mut Vec<Placed>) {
        let copies = sheet.copies.expect("what is signed goes to somebody");
        let label = self.take(text, "Nơi nhận:")[0];
        self.face(label, &[12.0], true, true);
        let mut lines = Vec::new();
        if !sheet.addressees.is_empty() {
            lines.push("- Như trên;".to_owned());
        }
        lines.extend(copies.to.iter().map(|name| format!("- {name};")));
        let kept = copies
            .kept
            .map(|count| format!("({count:02})"))
            .unwrap_or_default();
        lines.push(format!("- Lưu: VT, {}{kept}.", copies.unit));
        lines.extend(sheet.typist.map(|it| format!("{}.({})", it.initials, it.copies)));
        let mut found = vec![label];
        for expected in lines {
            for line in self.take(text, &expected) {
                self.face(line, &[11.0], false, false);
                found.push(line);
            }
        }
        for line in found {
            assert!(
                (line.left - LEFT).abs() < self.press.near,
                "{}: {line:?}",
                self.case
            );
        }
        assert!(text.is_empty(), "{}: {text:?}", self.case);
    }
}
