//! Pareto: bars from most to least, and the line of what they come to together. Both axes run across, so that labels stay whole.

use i18n::Texts;

use crate::Count;
use crate::bars::{Labels, widest};
use crate::legend::{self, Sign};
use crate::scale::share;
use crate::scene::{Anchor, Fill, Mark, Scene, Stroke};

const LABELS: f64 = 0.36;
const LABEL_LINES: usize = 4;
/// The share that Pareto's rule asks about.
const FEW: f64 = 0.8;

pub fn described(t: &Texts, counts: &[Count]) -> String {
    let items: Vec<String> = counts
        .iter()
        .zip(cumulative(counts))
        .map(|(count, so_far)| {
            let together = t.percent(so_far, whole(counts));
            t.plots_item_cumulative(&count.words, t.number(count.cases), together)
        })
        .collect();
    t.plots_pareto(items.join("; "))
}

fn whole(counts: &[Count]) -> i64 {
    counts.iter().map(|count| count.cases.max(0)).sum()
}

fn cumulative(counts: &[Count]) -> Vec<i64> {
    let mut so_far = 0;
    let add = |count: &Count| {
        so_far += count.cases.max(0);
        so_far
    };
    counts.iter().map(add).collect()
}

pub fn draw(mut scene: Scene, t: &Texts, counts: &[Count]) -> Scene {
    legend::draw(
        &mut scene,
        &[
            (Sign::Bar(Fill::Full), t.plots_cases().to_owned()),
            (Sign::Series(0), t.plots_cumulative().to_owned()),
            (Sign::Guide, t.plots_four_fifths().to_owned()),
        ],
    );
    let (em, line) = (scene.em(), scene.line_height());
    let whole = whole(counts);
    let cumulative = cumulative(counts);
    let cases: Vec<String> = counts.iter().map(|count| t.number(count.cases)).collect();
    let shares: Vec<String> = cumulative
        .iter()
        .map(|so_far| t.percent(*so_far, whole))
        .collect();
    let labels = Labels::of(&scene, counts, LABELS, LABEL_LINES);
    let shares_left = scene.width - widest(&scene, &shares);
    let cases_right = shares_left - em * 0.8;
    let left = labels.width.max(em) + em * 0.7;
    // The number at the end of the axis is centred under it and reaches out by half its width.
    let right = cases_right - widest(&scene, &cases) - em * 0.9 - em;
    let room = (right - left).max(0.0);
    let top = scene.height;
    let mut y = top + em * 0.3;
    let mut points = Vec::new();
    for (place, count) in counts.iter().enumerate() {
        let row = labels.height(place, line).max(em * 2.0);
        let middle = y + row / 2.0;
        labels.draw(&mut scene, place, left - em * 0.7, middle);
        scene.marks.push(Mark::Bar {
            x: left,
            y: middle - em * 0.55,
            width: room * share(count.cases, whole),
            height: em * 1.1,
            fill: Fill::Full,
        });
        scene.text(
            cases_right,
            middle + em * 0.36,
            Anchor::End,
            cases[place].as_str(),
        );
        scene.text(
            scene.width,
            middle + em * 0.36,
            Anchor::End,
            shares[place].as_str(),
        );
        points.push((left + room * share(cumulative[place], whole), middle));
        y += row + em * 0.3;
    }
    scene.line((left, top), (left, y), Stroke::Axis);
    scene.line((left, y), (left + room, y), Stroke::Axis);
    let few = left + room * FEW;
    scene.line((few, top), (few, y), Stroke::Guide);
    for quarter in [0, 50, 100] {
        let x = left + room * share(quarter, 100);
        scene.line((x, y), (x, y + em * 0.3), Stroke::Axis);
        scene.text(x, y + em * 1.4, Anchor::Middle, format!("{quarter}%"));
    }
    scene.marks.push(Mark::Line {
        points: points.clone(),
        stroke: Stroke::Series(0),
    });
    for (x, y) in points {
        scene.marks.push(Mark::Dot { x, y, series: 0 });
    }
    scene.height = y + em * 1.8;
    scene
}
