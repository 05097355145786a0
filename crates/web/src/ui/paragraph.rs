//! A paragraph of a letter on the screen, as bold and slanted as on paper.

use documents::paper::{Paragraph, Run};
use maud::{Markup, html};

pub fn paragraph(paragraph: &Paragraph) -> Markup {
    html! { p { @for run in &paragraph.runs { (shown(run)) } } }
}

fn shown(run: &Run) -> Markup {
    html! {
        @match (run.bold, run.italic) {
            (false, false) => (run.text),
            (true, false) => strong { (run.text) },
            (false, true) => em { (run.text) },
            (true, true) => strong { em { (run.text) } },
        }
    }
}
