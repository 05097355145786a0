//! What stands for what, in a row above the plot that breaks where it is full.

use crate::scene::{Anchor, DOT, Fill, Mark, Scene, Stroke};

pub enum Sign {
    Bar(Fill),
    /// A line with its marker.
    Series(usize),
    Guide,
}

const SIGN: f64 = 26.0;

/// Draws the legend at the top of the scene, which then is as high as it.
pub fn draw(scene: &mut Scene, entries: &[(Sign, String)]) {
    let (em, line) = (scene.em(), scene.line_height());
    let (mut x, mut y) = (0.0, em);
    for (sign, words) in entries {
        let words = scene.face().elided(words, em, scene.width - SIGN - em);
        let width = SIGN + em * 0.4 + scene.text_width(&words);
        if x > 0.0 && x + width > scene.width {
            x = 0.0;
            y += line;
        }
        let middle = y - em * 0.32;
        match sign {
            Sign::Bar(fill) => scene.marks.push(Mark::Bar {
                x: x + 4.0,
                y: middle - em * 0.35,
                width: SIGN - 8.0,
                height: em * 0.7,
                fill: *fill,
            }),
            Sign::Series(series) => {
                scene.line((x, middle), (x + SIGN, middle), Stroke::Series(*series));
                scene.marks.push(Mark::Dot {
                    x: x + SIGN / 2.0,
                    y: middle,
                    series: *series,
                });
            }
            Sign::Guide => scene.line((x, middle), (x + SIGN, middle), Stroke::Guide),
        }
        scene.text(x + SIGN + em * 0.4, y, Anchor::Start, words);
        x += width + em * 1.4;
    }
    scene.height = y + em * 0.6 + DOT;
}
