//! Horizontal bars: a label, a bar, and its count with its share.

use i18n::Texts;

use crate::Count;
use crate::scale::share;
use crate::scene::{Anchor, Fill, Mark, Scene, Stroke};

/// Labels take no more of the width than this.
const LABELS: f64 = 0.42;
const LABEL_LINES: usize = 3;

pub fn described(t: &Texts, counts: &[Count]) -> String {
    let items: Vec<String> = counts
        .iter()
        .map(|count| t.plots_item(&count.words, t.number(count.cases.max(0))))
        .collect();
    t.plots_bars(items.join("; "))
}

pub fn draw(mut scene: Scene, t: &Texts, counts: &[Count], whole: i64) -> Scene {
    let (em, line) = (scene.em(), scene.line_height());
    let values: Vec<String> = counts
        .iter()
        .map(|count| match whole {
            1.. => t.plots_with_share(t.number(count.cases.max(0)), t.percent(count.cases.max(0), whole)),
            _ => t.number(count.cases.max(0)),
        })
        .collect();
    let labels = Labels::of(&scene, counts, LABELS, LABEL_LINES);
    let widest = widest(&scene, &values);
    let left = labels.width + em * 0.7;
    let room = (scene.width - left - widest - em * 0.6).max(0.0);
    let greatest = counts.iter().map(|count| count.cases).max().unwrap_or(0);
    let mut y = em * 0.3;
    for (place, count) in counts.iter().enumerate() {
        let row = labels.height(place, line).max(em * 1.9);
        let middle = y + row / 2.0;
        labels.draw(&mut scene, place, left - em * 0.7, middle);
        let width = room * share(count.cases, greatest);
        scene.marks.push(Mark::Bar {
            x: left,
            y: middle - em * 0.55,
            width,
            height: em * 1.1,
            fill: Fill::Full,
        });
        let value = values[place].clone();
        scene.text(left + width + em * 0.4, middle + em * 0.36, Anchor::Start, value);
        y += row + em * 0.35;
    }
    scene.line((left, 0.0), (left, y), Stroke::Axis);
    scene.height = y;
    scene
}

pub fn widest(scene: &Scene, words: &[String]) -> f64 {
    words
        .iter()
        .map(|words| scene.text_width(words))
        .fold(0.0, f64::max)
}

/// Labels that stand flush right beside their bars.
pub struct Labels {
    lines: Vec<Vec<String>>,
    pub width: f64,
}

impl Labels {
    pub fn of(scene: &Scene, counts: &[Count], most: f64, lines: usize) -> Labels {
        let (face, em) = (scene.face(), scene.em());
        let most = scene.width * most;
        let lines: Vec<Vec<String>> = counts
            .iter()
            .map(|count| face.evenly_wrapped(&count.words, em, most, lines))
            .collect();
        let width = lines.iter().map(|lines| widest(scene, lines)).fold(0.0, f64::max);
        Labels { lines, width }
    }

    pub fn height(&self, place: usize, line: f64) -> f64 {
        self.lines[place].len() as f64 * line
    }

    /// Around the middle of its row.
    pub fn draw(&self, scene: &mut Scene, place: usize, right: f64, middle: f64) {
        let (em, line) = (scene.em(), scene.line_height());
        let above = (self.lines[place].len() as f64 - 1.0) / 2.0;
        for (nth, words) in self.lines[place].iter().enumerate() {
            let y = middle + em * 0.36 + (nth as f64 - above) * line;
            scene.text(right, y, Anchor::End, words.as_str());
        }
    }
}
