//! The text of a paper: typed lines become paragraphs, and the last one ends as the decree wants it.

use crate::paper::{Paragraph, Run};

impl Paragraph {
    pub fn plain(text: impl Into<String>) -> Self {
        Paragraph {
            runs: vec![Run::plain(text)],
        }
    }

    /// What was typed into a field of several lines: each line that holds something is a paragraph.
    pub fn lines(text: &str) -> Vec<Self> {
        text.lines()
            .map(|line| line.replace('\t', " "))
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .map(Paragraph::plain)
            .collect()
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
    fn each_typed_line_is_a_paragraph() {
        let paragraphs = Paragraph::lines("Một\r\n\r\n\tHai  \nBa");
        assert_eq!(paragraphs, ["Một", "Hai", "Ba"].map(Paragraph::plain));
    }
}
