//! What a plot is made of: a few kinds of marks with places, written out as SVG.

use std::fmt::Write;

use crate::{Face, Look};

/// Nothing is drawn narrower.
const NARROWEST: f64 = 240.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    Axis,
    Grid,
    /// A mark to be compared with, such as a limit.
    Guide,
    /// One of up to three lines, each with a dash of its own.
    Series(usize),
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Full,
    Hatched,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// `y` is that of the line the letters stand on.
    Text {
        x: f64,
        y: f64,
        anchor: Anchor,
        words: String,
    },
    Line {
        points: Vec<(f64, f64)>,
        stroke: Stroke,
    },
    Bar {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        fill: Fill,
    },
    /// The marker of one of up to three lines, each with a shape of its own.
    Dot {
        x: f64,
        y: f64,
        series: usize,
    },
}

/// A plot being drawn, from its top down.
#[derive(Clone, Debug)]
pub struct Scene {
    pub look: Look,
    pub width: f64,
    pub height: f64,
    pub marks: Vec<Mark>,
}

impl Scene {
    pub fn new(look: Look, width: f64) -> Scene {
        let width = if width.is_finite() {
            width.max(NARROWEST)
        } else {
            NARROWEST
        };
        Scene {
            look,
            width,
            height: 0.0,
            marks: Vec::new(),
        }
    }

    pub const fn face(&self) -> Face {
        match self.look {
            Look::Page => Face::Sans,
            Look::Paper => Face::Serif,
        }
    }

    /// The size of the letters.
    pub fn em(&self) -> f64 {
        match self.look {
            Look::Page if self.width < 400.0 => 11.5,
            Look::Page => 13.0,
            Look::Paper => 11.0,
        }
    }

    /// From one line of text to the next: marks above and below Vietnamese capitals do not touch.
    pub fn line_height(&self) -> f64 {
        self.em() * 1.35
    }

    pub fn text_width(&self, words: &str) -> f64 {
        self.face().width(words, self.em())
    }

    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, words: impl Into<String>) {
        let words = words.into();
        self.marks.push(Mark::Text { x, y, anchor, words });
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let points = vec![from, to];
        self.marks.push(Mark::Line { points, stroke });
    }

    /// The picture with its words for whoever does not see it.
    pub fn svg(&self, label: &str) -> String {
        let mut svg = String::new();
        let (width, height) = (number(self.width), number(self.height));
        let head = write!(
            svg,
            r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="{}" font-size="{}">"#,
            escaped(label),
            self.face().family(),
            number(self.em()),
        );
        let marks = self.marks.iter().try_for_each(|mark| self.mark(&mut svg, mark));
        head.and(marks).expect("a string can be written to");
        svg.push_str("</svg>");
        svg
    }

    fn mark(&self, svg: &mut String, mark: &Mark) -> std::fmt::Result {
        match mark {
            Mark::Text { x, y, anchor, words } => {
                let anchor = match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                };
                let (x, y, words) = (number(*x), number(*y), escaped(words));
                let ink = self.ink(r#"class="plot-text" fill="currentColor""#, r##"fill="#000000""##);
                write!(
                    svg,
                    r#"<text x="{x}" y="{y}" text-anchor="{anchor}" {ink}>{words}</text>"#
                )
            }
            Mark::Line { points, stroke } => {
                let ink = self.stroke(*stroke);
                write!(svg, r#"<path d="{}" fill="none" {ink}/>"#, path(points))
            }
            Mark::Bar {
                x,
                y,
                width,
                height,
                fill,
            } => self.bar(svg, (*x, *y, *width, *height), *fill),
            Mark::Dot { x, y, series } => self.dot(svg, (*x, *y), *series),
        }
    }

    const fn ink(&self, page: &'static str, paper: &'static str) -> &'static str {
        match self.look {
            Look::Page => page,
            Look::Paper => paper,
        }
    }

    const fn stroke(&self, stroke: Stroke) -> &'static str {
        match stroke {
            Stroke::Axis => self.ink(
                r#"class="plot-axis" stroke="currentColor" stroke-width="1""#,
                r##"stroke="#000000" stroke-width="0.75""##,
            ),
            Stroke::Grid => self.ink(
                r#"class="plot-grid" stroke="currentColor" stroke-width="0.5""#,
                r##"stroke="#8c8c8c" stroke-width="0.4""##,
            ),
            Stroke::Guide => self.ink(
                r#"class="plot-guide" stroke="currentColor" stroke-width="1.5" stroke-dasharray="6 4""#,
                r##"stroke="#000000" stroke-width="1.1" stroke-dasharray="5 3.5""##,
            ),
            Stroke::Series(0) => self.ink(
                r#"class="plot-line" stroke="currentColor" stroke-width="2""#,
                r##"stroke="#000000" stroke-width="1.5""##,
            ),
            Stroke::Series(1) => self.ink(
                r#"class="plot-line-before" stroke="currentColor" stroke-width="1.5" stroke-dasharray="7 4""#,
                r##"stroke="#000000" stroke-width="1" stroke-dasharray="6 3.5""##,
            ),
            Stroke::Series(_) => self.ink(
                r#"class="plot-line-before" stroke="currentColor" stroke-width="1.5" stroke-dasharray="1.5 3.5""#,
                r##"stroke="#000000" stroke-width="1" stroke-dasharray="1.2 3""##,
            ),
        }
    }

    fn bar(
        &self,
        svg: &mut String,
        (x, y, width, height): (f64, f64, f64, f64),
        fill: Fill,
    ) -> std::fmt::Result {
        let ink = match fill {
            Fill::Full => self.ink(r#"class="plot-bar" fill="currentColor""#, r##"fill="#595959""##),
            Fill::Hatched => self.ink(
                r#"class="plot-hatched" fill="none" stroke="currentColor""#,
                r##"fill="#ffffff" stroke="#000000" stroke-width="0.75""##,
            ),
        };
        let [left, top, wide, high] = [x, y, width, height].map(number);
        write!(
            svg,
            r#"<rect x="{left}" y="{top}" width="{wide}" height="{high}" {ink}/>"#
        )?;
        if fill == Fill::Full || width <= 0.0 || height <= 0.0 {
            return Ok(());
        }
        let ink = self.ink(
            r#"class="plot-hatch" stroke="currentColor" stroke-width="1""#,
            r##"stroke="#000000" stroke-width="0.6""##,
        );
        write!(
            svg,
            r#"<path d="{}" fill="none" {ink}/>"#,
            hatching(x, y, width, height)
        )
    }

    /// A disc, a square or a triangle; the last two are hollow.
    fn dot(&self, svg: &mut String, (x, y): (f64, f64), series: usize) -> std::fmt::Result {
        let r = DOT;
        let hollow = self.ink(
            r#"class="plot-mark" fill="none" stroke="currentColor" stroke-width="1.5""#,
            r##"fill="#ffffff" stroke="#000000" stroke-width="1""##,
        );
        match series {
            0 => {
                let ink = self.ink(r#"class="plot-dot" fill="currentColor""#, r##"fill="#000000""##);
                let (x, y) = (number(x), number(y));
                write!(svg, r#"<circle cx="{x}" cy="{y}" r="{}" {ink}/>"#, number(r))
            }
            1 => {
                let (x, y, side) = (number(x - r), number(y - r), number(2.0 * r));
                write!(
                    svg,
                    r#"<rect x="{x}" y="{y}" width="{side}" height="{side}" {hollow}/>"#
                )
            }
            _ => {
                let corners = [(x, y - r * 1.2), (x + r * 1.2, y + r), (x - r * 1.2, y + r)];
                write!(svg, r#"<path d="{}Z" {hollow}/>"#, path(&corners))
            }
        }
    }
}

/// Half the width of a marker.
pub const DOT: f64 = 3.0;

/// Slanting lines that end at the edges of the bar.
fn hatching(x: f64, y: f64, width: f64, height: f64) -> String {
    const APART: f64 = 5.0;
    let mut drawn = String::new();
    let mut offset = APART;
    // Each line runs where the way across plus the way down is `offset`.
    while offset < width + height {
        let from = (x + offset.min(width), y + (offset - width).max(0.0));
        let to = (x + (offset - height).max(0.0), y + offset.min(height));
        drawn.push_str(&path(&[from, to]));
        offset += APART;
    }
    drawn
}

fn path(points: &[(f64, f64)]) -> String {
    let mut drawn = String::new();
    for (place, (x, y)) in points.iter().enumerate() {
        let step = if place == 0 { 'M' } else { 'L' };
        drawn.push_str(&format!("{step}{} {}", number(*x), number(*y)));
    }
    drawn
}

/// Two decimals are finer than any eye; without them at the end where they say nothing.
fn number(value: f64) -> String {
    let told = format!("{value:.2}");
    let told = told.trim_end_matches('0').trim_end_matches('.');
    if told == "-0" {
        "0".to_owned()
    } else {
        told.to_owned()
    }
}

/// As XML wants it, without what it cannot hold.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\t' => safe.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => safe.push(c),
        }
    }
    safe
}
