//! The text of a paper: typed lines become paragraphs, and the last one ends as the decree wants it.

use crate::markup;
use crate::paper::{Paragraph, Run};

impl Paragraph {
    pub fn plain(text: impl Into<String>) -> Self {
        Paragraph {
            runs: vec![Run::plain(text)],
        }
    }

    /// What was typed into a field of several lines: each line that holds something is a paragraph, with `**bold**` and
    /// `*italic*` as [`markup`] reads them.
    pub fn lines(text: &str) -> Vec<Self> {
        text.lines()
            .map(|line| line.replace('\t', " "))
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .map(|line| markup::read(&line))
            .collect()
    }

    /// Text from which [`Paragraph::lines`] makes these paragraphs.
    pub fn typed(paragraphs: &[Self]) -> String {
        let lines: Vec<String> = paragraphs
            .iter()
            .map(|one| markup::write(&one.normal()))
            .collect();
        lines.join("\n")
    }

    /// The same to the eye in the fewest runs: no space at either end, and space between words only as bold or slanted as
    /// both of them are.
    #[must_use]
    pub fn normal(&self) -> Self {
        let looks = self
            .runs
            .iter()
            .flat_map(|run| run.text.chars().map(|c| (c, run.bold, run.italic)));
        let mut looks: Vec<(char, bool, bool)> = looks.skip_while(|(c, ..)| c.is_whitespace()).collect();
        while looks.last().is_some_and(|(c, ..)| c.is_whitespace()) {
            looks.pop();
        }
        let mut runs: Vec<Run> = Vec::new();
        for place in 0..looks.len() {
            if looks[place].0.is_whitespace()
                && let Some((_, bold, italic)) = place.checked_sub(1).map(|left| looks[left])
            {
                (looks[place].1, looks[place].2) = (bold, italic);
            }
        }
        for place in (0..looks.len()).rev() {
            if looks[place].0.is_whitespace()
                && let Some(&(_, bold, italic)) = looks.get(place + 1)
            {
                looks[place].1 &= bold;
                looks[place].2 &= italic;
            }
        }
        for (c, bold, italic) in looks {
            match runs.last_mut() {
                Some(last) if (last.bold, last.italic) == (bold, italic) => last.text.push(c),
                _ => runs.push(Run {
                    text: c.to_string(),
                    bold,
                    italic,
                }),
            }
        }
        Paragraph { runs }
    }

    /// Begins with words in bold, such as the number of an article.
    pub fn led(lead: impl Into<String>, text: impl Into<String>) -> Self {
        let lead = Run {
            bold: true,
            ..Run::plain(lead)
        };
        Paragraph {
            runs: vec![lead, Run::plain(" "), Run::plain(text)],
        }
    }

    pub fn italic(text: impl Into<String>) -> Self {
        Paragraph {
            runs: vec![Run {
                italic: true,
                ..Run::plain(text)
            }],
        }
    }

    /// Closes the text of an official paper: `./.`
    pub(crate) fn close(&mut self) {
        if let Some(run) = self.runs.iter_mut().rfind(|run| !run.text.trim().is_empty()) {
            let text = run.text.trim_end();
            let open = text.strip_suffix("./.").or_else(|| text.strip_suffix('.'));
            let kept = open.unwrap_or(text).len();
            run.text.truncate(kept);
            run.text.push_str("./.");
        }
    }
}

impl Paragraph {
    /// Takes the closing mark of an official paper back, which the paper puts there again.
    pub(crate) fn reopen(&mut self) {
        if let Some(run) = self.runs.last_mut()
            && let Some(text) = run.text.strip_suffix("./.")
        {
            run.text = format!("{text}.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_closed_once() {
        for written in ["Trân trọng", "Trân trọng.", "Trân trọng./.", "Trân trọng. "] {
            let mut paragraph = Paragraph::plain(written);
            paragraph.close();
            assert_eq!(paragraph, Paragraph::plain("Trân trọng./."));
        }
    }

    #[test]
    fn space_is_as_plain_as_the_plainer_word_beside_it() {
        let bold = |text: &str| Run {
            bold: true,
            ..Run::plain(text)
        };
        let typed = Paragraph {
            runs: vec![
                bold("  Nội "),
                bold("dung: "),
                Run::plain(""),
                Run::plain("rõ "),
                bold("ràng"),
                bold(" "),
            ],
        };
        let normal = [bold("Nội dung:"), Run::plain(" rõ "), bold("ràng")];
        assert_eq!(typed.normal().runs, normal);
        assert_eq!(Paragraph::typed(&[typed]), "**Nội dung:** rõ **ràng**");
    }

    #[test]
    fn each_typed_line_is_a_paragraph() {
        let paragraphs = Paragraph::lines("Một\r\n\r\n\tHai  \nBa");
        assert_eq!(paragraphs, ["Một", "Hai", "Ba"].map(Paragraph::plain));
    }
}
