//! Plots of the product as SVG, drawn from counts: for the page and for the paper alike, legible without colour.
//!
//! A plot carries its own words: a title, and one sentence with its figures for whoever does not see it. What stands for
//! what is told by place, dash, marker and hatching, never by colour alone. The same plot gives the same bytes.

mod bars;
mod days;
mod face;
mod legend;
mod pareto;
mod scale;
mod scene;
#[cfg(test)]
mod seen;
mod trend;

use i18n::Texts;

pub use days::{BINS, Bin};
pub use face::Face;
pub use trend::Year;

use scene::Scene;

/// Where a plot is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// On a page: classes for the style sheet, and the colour of the text around it where there is none.
    Page,
    /// On paper: black ink.
    Paper,
}

/// A category, and how many cases it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub words: String,
    pub cases: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Bars { counts: Vec<Count>, whole: i64 },
    Pareto { counts: Vec<Count> },
    Trend { years: Vec<Year> },
    Days { counts: [i64; BINS] },
}

/// A plot with its words, ready to be drawn in any width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plot {
    /// What it shows. It is not drawn: the heading or caption beside the plot says it.
    pub title: String,
    /// One sentence with the figures, in place of the picture.
    pub described: String,
    kind: Kind,
}

/// So many bars are told apart; what is less is summed in a last one, and stands in the table below the plot.
const MOST_BARS: usize = 14;

impl Plot {
    /// Horizontal bars, one for each category, in the order given; shares are of `whole`. `None` where there is nothing to show.
    pub fn bars(t: &Texts, title: &str, counts: &[Count], whole: i64) -> Option<Plot> {
        let counts = shown(t, counts)?;
        Some(Plot {
            title: title.to_owned(),
            described: bars::described(t, &counts),
            kind: Kind::Bars { counts, whole },
        })
    }

    /// Bars from most to least with the cumulative share. `None` where there is nothing to show.
    pub fn pareto(t: &Texts, title: &str, counts: &[Count]) -> Option<Plot> {
        let mut counts: Vec<Count> = counts.iter().filter(|count| count.cases > 0).cloned().collect();
        counts.sort_by(|one, other| (other.cases, &one.words).cmp(&(one.cases, &other.words)));
        let counts = shown(t, &counts)?;
        Some(Plot {
            title: title.to_owned(),
            described: pareto::described(t, &counts),
            kind: Kind::Pareto { counts },
        })
    }

    /// Month by month, this year first, then up to two before it. `None` where no month has anything.
    pub fn trend(t: &Texts, title: &str, years: &[Year]) -> Option<Plot> {
        let has_some = |year: &&Year| year.months.iter().flatten().any(|cases| *cases > 0);
        years.iter().find(has_some)?;
        let years: Vec<Year> = years.iter().take(trend::MOST_YEARS).cloned().collect();
        Some(Plot {
            title: title.to_owned(),
            described: trend::described(t, &years),
            kind: Kind::Trend { years },
        })
    }

    /// How many cases were answered after how many days, with the limit of thirty days marked. `None` where none was answered.
    pub fn days(t: &Texts, title: &str, counts: [i64; BINS]) -> Option<Plot> {
        if counts.iter().all(|cases| *cases <= 0) {
            return None;
        }
        Some(Plot {
            title: title.to_owned(),
            described: days::described(t, &counts),
            kind: Kind::Days { counts },
        })
    }

    /// The picture. `width` is in units of `look`: CSS pixels on a page, points on paper; what is narrower than 240 is drawn as if 240.
    pub fn svg(&self, t: &Texts, look: Look, width: f64) -> String {
        let label = format!("{}. {}", self.title, self.described);
        self.scene(t, look, width).svg(&label)
    }

    fn scene(&self, t: &Texts, look: Look, width: f64) -> Scene {
        let scene = Scene::new(look, width);
        match &self.kind {
            Kind::Bars { counts, whole } => bars::draw(scene, t, counts, *whole),
            Kind::Pareto { counts } => pareto::draw(scene, t, counts),
            Kind::Trend { years } => trend::draw(scene, t, years),
            Kind::Days { counts } => days::draw(scene, t, counts),
        }
    }
}

/// The first categories and the sum of the others; `None` where all are zero.
fn shown(t: &Texts, counts: &[Count]) -> Option<Vec<Count>> {
    counts.iter().find(|count| count.cases > 0)?;
    if counts.len() <= MOST_BARS {
        return Some(counts.to_vec());
    }
    let (first, rest) = counts.split_at(MOST_BARS - 1);
    let others = Count {
        words: t.plots_others(t.number(rest.len())),
        cases: rest.iter().map(|count| count.cases.max(0)).sum(),
    };
    Some(first.iter().cloned().chain([others]).collect())
}
