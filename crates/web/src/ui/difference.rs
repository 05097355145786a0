//! Two versions of a text in one: what is gone struck out, what is new underlined, word by word.

use i18n::Texts;
use maud::{Markup, html};
use similar::{ChangeTag, TextDiff};

/// What became of a text; says so where nothing did.
pub fn difference(t: &Texts, before: &str, after: &str) -> Markup {
    let pieces = pieces(before, after);
    if pieces.iter().all(|(tag, _)| *tag == ChangeTag::Equal) {
        return html! { p class="muted" { (t.difference_none()) } };
    }
    html! {
        p class="muted" { (t.difference_legend()) }
        div class="difference" {
            @for (tag, words) in &pieces {
                @match tag {
                    ChangeTag::Equal => (words),
                    ChangeTag::Delete => del { (visible(words)) },
                    ChangeTag::Insert => ins { (visible(words)) },
                }
            }
        }
    }
}

/// What is gone, new and kept in the order of reading. Words that are replaced side by side are one piece: a space that both
/// texts have between them would only tear it apart.
fn pieces(before: &str, after: &str) -> Vec<(ChangeTag, String)> {
    let (before, after) = (before.replace("\r\n", "\n"), after.replace("\r\n", "\n"));
    let found = TextDiff::from_words(before.as_str(), after.as_str());
    let mut pieces = Pieces::default();
    for change in found.iter_all_changes() {
        pieces.add(change.tag(), change.value());
    }
    pieces.settle();
    pieces.whole
}

#[derive(Default)]
struct Pieces {
    whole: Vec<(ChangeTag, String)>,
    gone: String,
    new: String,
    /// Space behind them that may still belong to what is replaced.
    gap: String,
}

impl Pieces {
    fn add(&mut self, tag: ChangeTag, words: &str) {
        let is_replaced = !self.gone.is_empty() && !self.new.is_empty();
        if tag == ChangeTag::Equal {
            if is_replaced && self.gap.is_empty() && words.trim().is_empty() && !words.contains('\n') {
                words.clone_into(&mut self.gap);
            } else {
                self.settle();
                push(&mut self.whole, tag, words);
            }
            return;
        }
        if !self.gap.is_empty() {
            self.gone.push_str(&self.gap);
            self.new.push_str(&self.gap);
            self.gap.clear();
        }
        if tag == ChangeTag::Delete {
            self.gone.push_str(words);
        } else {
            self.new.push_str(words);
        }
    }

    fn settle(&mut self) {
        push(&mut self.whole, ChangeTag::Delete, &self.gone);
        push(&mut self.whole, ChangeTag::Insert, &self.new);
        push(&mut self.whole, ChangeTag::Equal, &self.gap);
        self.gone.clear();
        self.new.clear();
        self.gap.clear();
    }
}

fn push(pieces: &mut Vec<(ChangeTag, String)>, tag: ChangeTag, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some((last, known)) if *last == tag => known.push_str(words),
        _ => pieces.push((tag, words.to_owned())),
    }
}

/// An end of paragraph that is gone or new would not be seen.
fn visible(words: &str) -> String {
    words.replace('\n', "¶\n")
}

#[cfg(test)]
mod tests {
    use i18n::{Lang, texts};

    use super::*;

    #[test]
    fn words_are_compared_and_markup_stays_text() {
        let shown = difference(
            texts(Lang::Vi),
            "Trân trọng\r\ncảm ơn <b>.",
            "Trân trọng\nxin cảm ơn <b>.",
        )
        .into_string();
        assert!(
            shown.contains("<ins>xin </ins>") && shown.contains("cảm ơn &lt;b&gt;."),
            "{shown}"
        );
        assert!(!shown.contains("<del>"), "{shown}");
        let shown = difference(texts(Lang::Vi), "một hai ba", "bốn năm ba").into_string();
        assert!(
            shown.contains("<del>một hai</del><ins>bốn năm</ins> ba"),
            "{shown}"
        );
        let shown = difference(texts(Lang::Vi), "a\nb", "a b").into_string();
        assert!(shown.contains("<del>¶\n</del>"), "{shown}");
        assert!(
            difference(texts(Lang::Vi), "a", "a")
                .into_string()
                .contains(texts(Lang::Vi).difference_none())
        );
    }
}
