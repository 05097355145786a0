//! Month by month: this year and up to two before it, told apart by dash and marker.

use i18n::Texts;

use crate::legend::{self, Sign};
use crate::scale::{Scale, share};
use crate::scene::{Anchor, Mark, Scene, Stroke};

pub const MOST_YEARS: usize = 3;
const MONTHS: usize = 12;
const STEPS: i64 = 5;

/// How many cases each month of a year had; a month to come has none to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    pub year: i16,
    pub months: [Option<i64>; MONTHS],
}

pub fn described(t: &Texts, years: &[Year]) -> String {
    let years: Vec<String> = years
        .iter()
        .map(|year| {
            let months = year.months.iter().flatten();
            let months: Vec<String> = months.map(|cases| t.number((*cases).max(0))).collect();
            t.plots_year_by_month(year.year, months.join(", "))
        })
        .collect();
    t.plots_trend(years.join("; "))
}

pub fn draw(mut scene: Scene, t: &Texts, years: &[Year]) -> Scene {
    let entries: Vec<(Sign, String)> = years
        .iter()
        .enumerate()
        .map(|(series, year)| (Sign::Series(series), t.plots_year(year.year)))
        .collect();
    legend::draw(&mut scene, &entries);
    let em = scene.em();
    let greatest = years.iter().flat_map(|year| year.months).flatten().max();
    let scale = Scale::up_to(greatest.unwrap_or(0), STEPS);
    let numbers: Vec<String> = scale.steps.iter().map(|step| t.number(*step)).collect();
    let left = crate::bars::widest(&scene, &numbers) + em * 0.6;
    let (top, high) = (scene.height + em * 0.6, em * 12.0);
    let bottom = top + high;
    for (step, words) in scale.steps.iter().zip(numbers) {
        let y = bottom - high * scale.share(*step);
        let stroke = if *step == 0 { Stroke::Axis } else { Stroke::Grid };
        scene.line((left, y), (scene.width, y), stroke);
        scene.text(left - em * 0.5, y + em * 0.36, Anchor::End, words);
    }
    let month = (scene.width - left) / MONTHS as f64;
    let middle = |place: usize| left + month * (place as f64 + 0.5);
    for place in 0..MONTHS {
        scene.text(
            middle(place),
            bottom + em * 1.3,
            Anchor::Middle,
            (place + 1).to_string(),
        );
    }
    let across = f64::midpoint(left, scene.width);
    scene.text(across, bottom + em * 2.8, Anchor::Middle, t.plots_month());
    // This year is drawn last and so lies on top.
    for (series, year) in years.iter().enumerate().rev() {
        let points: Vec<(f64, f64)> = year
            .months
            .iter()
            .enumerate()
            .filter_map(|(place, cases)| {
                let up = high * share((*cases)?, scale.top);
                Some((middle(place), bottom - up))
            })
            .collect();
        scene.marks.push(Mark::Line {
            points: points.clone(),
            stroke: Stroke::Series(series),
        });
        let dots = points.into_iter().map(|(x, y)| Mark::Dot { x, y, series });
        scene.marks.extend(dots);
    }
    scene.height = bottom + em * 3.2;
    scene
}
