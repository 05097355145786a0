//! How long answers took: cases by days from receipt to answer, with the limit of thirty days as a line, and hatched beyond it.

use i18n::Texts;

use crate::legend::{self, Sign};
use crate::scale::share;
use crate::scene::{Anchor, Fill, Mark, Scene, Stroke};

/// A range of days, both included; the last one has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    pub from: i64,
    pub to: Option<i64>,
}

/// How many ranges there are.
pub const BINS: usize = 8;

impl Bin {
    /// All of them, from the shortest. Five end at the limit of thirty days.
    pub const ALL: [Bin; BINS] = [
        Bin::of(0, 5),
        Bin::of(6, 10),
        Bin::of(11, 15),
        Bin::of(16, 20),
        Bin::of(21, 30),
        Bin::of(31, 45),
        Bin::of(46, 60),
        Bin { from: 61, to: None },
    ];

    const fn of(from: i64, to: i64) -> Bin {
        Bin { from, to: Some(to) }
    }

    /// The range that this many days fall into; less than none is none.
    pub fn place(days: i64) -> usize {
        let reached = Bin::ALL.iter().rposition(|bin| bin.from <= days.max(0));
        reached.unwrap_or(0)
    }

    /// `21–30`, `> 60`.
    pub fn words(self) -> String {
        match self.to {
            Some(to) => format!("{}–{to}", self.from),
            None => format!("> {}", self.from - 1),
        }
    }

    const fn is_beyond(self) -> bool {
        self.from > LIMIT
    }
}

/// In calendar days.
const LIMIT: i64 = 30;

pub fn described(t: &Texts, counts: &[i64; BINS]) -> String {
    let items: Vec<String> = Bin::ALL
        .iter()
        .zip(counts)
        .map(|(bin, cases)| t.plots_item_days(bin.words(), t.number((*cases).max(0))))
        .collect();
    t.plots_days(items.join("; "))
}

pub fn draw(mut scene: Scene, t: &Texts, counts: &[i64; BINS]) -> Scene {
    legend::draw(
        &mut scene,
        &[
            (Sign::Bar(Fill::Full), t.plots_within_limit().to_owned()),
            (Sign::Bar(Fill::Hatched), t.plots_beyond_limit().to_owned()),
            (Sign::Guide, t.plots_limit().to_owned()),
        ],
    );
    let em = scene.em();
    let greatest = counts.iter().copied().max().unwrap_or(0);
    let top = scene.height + em * 0.4;
    // Above the highest bar its count still stands.
    let (highest, high) = (top + em * 1.4, em * 10.5);
    let bottom = highest + high;
    let step = scene.width / BINS as f64;
    // Where they would nearly touch, every other label stands lower.
    let lower = Bin::ALL
        .iter()
        .any(|bin| scene.text_width(&bin.words()) > step * 0.85);
    let lower = if lower { scene.line_height() } else { 0.0 };
    for (place, (bin, cases)) in Bin::ALL.iter().zip(counts).enumerate() {
        let middle = step * (place as f64 + 0.5);
        let height = high * share(*cases, greatest);
        scene.marks.push(Mark::Bar {
            x: middle - step * 0.32,
            y: bottom - height,
            width: step * 0.64,
            height,
            fill: if bin.is_beyond() {
                Fill::Hatched
            } else {
                Fill::Full
            },
        });
        let words = t.number((*cases).max(0));
        let words = scene.face().elided(&words, em, step - 1.0);
        scene.text(middle, bottom - height - em * 0.35, Anchor::Middle, words);
        let below = if place % 2 == 1 { lower } else { 0.0 };
        scene.text(middle, bottom + em * 1.3 + below, Anchor::Middle, bin.words());
    }
    let within = Bin::ALL.iter().filter(|bin| !bin.is_beyond()).count();
    let limit = step * within as f64;
    scene.line((0.0, bottom), (scene.width, bottom), Stroke::Axis);
    scene.line((limit, top), (limit, bottom), Stroke::Guide);
    let axis = bottom + em * 2.8 + lower;
    scene.text(scene.width / 2.0, axis, Anchor::Middle, t.plots_days_axis());
    scene.height = axis + em * 0.4;
    scene
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_falls_into_the_range_that_names_it() {
        for days in -2..200 {
            let bin = Bin::ALL[Bin::place(days)];
            assert!(
                bin.from <= days.max(0) && bin.to.is_none_or(|to| days <= to),
                "{days}"
            );
        }
        assert_eq!(Bin::ALL.map(Bin::words)[6..], ["46–60", "> 60"]);
    }
}
