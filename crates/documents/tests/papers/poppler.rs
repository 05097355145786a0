//! A PDF read back by poppler's tools: lines with their places and faces, rules, fonts, and what the file says of itself.

use std::path::Path;
use std::process::Command;

pub const POINTS_PER_MILLIMETRE: f64 = 72.0 / 25.4;

/// How `pdftohtml` was asked to scale.
const ZOOM: f64 = 3.0;

#[derive(Debug)]
pub struct Pdf {
    pub pages: Vec<Page>,
    pub info: String,
    pub fonts: Vec<Vec<String>>,
}

#[derive(Debug)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub lines: Vec<Line>,
    pub rules: Vec<Rule>,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub faces: Vec<Face>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    pub points: f64,
    pub family: String,
    pub bold: bool,
    pub italic: bool,
    pub colour: String,
}

/// A straight line that was drawn.
#[derive(Clone, Debug)]
pub struct Rule {
    pub left: f64,
    pub top: f64,
    pub length: f64,
    pub dotted: bool,
}

impl Line {
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    pub fn width(&self) -> f64 {
        self.right - self.left
    }
}

/// Nothing when poppler is not installed, which is said; where everything is to be checked it must be there.
pub fn is_there() -> bool {
    let tools = ["pdftotext", "pdftohtml", "pdftocairo", "pdffonts", "pdfinfo"];
    let missing: Vec<_> = tools
        .into_iter()
        .filter(|tool| Command::new(tool).arg("-v").output().is_err())
        .collect();
    if missing.is_empty() {
        return true;
    }
    let says = format!(
        "poppler-utils is not installed ({} missing): no paper was read back",
        missing.join(", ")
    );
    assert!(std::env::var_os("CI").is_none(), "{says}");
    eprintln!("skipped: {says}");
    false
}

pub fn read(bytes: &[u8]) -> Pdf {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, bytes).unwrap();
    read_file(&file)
}

pub fn read_file(file: &Path) -> Pdf {
    let boxes = said("pdftotext", &["-bbox-layout"], file, &["-"]);
    let spans = said(
        "pdftohtml",
        &["-xml", "-stdout", "-i", "-fontfullname", "-zoom", "3"],
        file,
        &[],
    );
    let fonts = said("pdffonts", &[], file, &[]);
    let faces = faces(&spans);
    let pages = boxes.split("<page ").skip(1).enumerate().map(|(place, page)| {
        let number = (place + 1).to_string();
        let drawn = said(
            "pdftocairo",
            &["-svg", "-f", &number, "-l", &number],
            file,
            &["-"],
        );
        Page {
            width: attribute(page, "width"),
            height: attribute(page, "height"),
            lines: page
                .split("<line ")
                .skip(1)
                .map(|it| line(it, &faces[place]))
                .collect(),
            rules: rules(&drawn),
        }
    });
    Pdf {
        pages: pages.collect(),
        info: said("pdfinfo", &[], file, &[]),
        fonts: fonts
            .lines()
            .skip(2)
            .map(|line| line.split_whitespace().map(str::to_owned).collect())
            .collect(),
    }
}

fn said(tool: &str, before: &[&str], file: &Path, after: &[&str]) -> String {
    let output = Command::new(tool)
        .args(before)
        .arg(file)
        .args(after)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{tool}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn line(xml: &str, faces: &[(f64, f64, f64, Face)]) -> Line {
    let words = xml.split("<word ").skip(1);
    let words = words.filter_map(|word| Some(unescaped(word.split_once('>')?.1.split_once("</word>")?.0)));
    let (left, right) = (attribute(xml, "xMin"), attribute(xml, "xMax"));
    let (top, bottom) = (attribute(xml, "yMin"), attribute(xml, "yMax"));
    let middle = f64::midpoint(top, bottom);
    let mut here: Vec<Face> = Vec::new();
    for (from, to, y, face) in faces {
        let overlaps = *from < right - 1.0 && *to > left + 1.0;
        if overlaps && (y - middle).abs() < 3.0 && !here.contains(face) {
            here.push(face.clone());
        }
    }
    Line {
        text: words.collect::<Vec<_>>().join(" "),
        left,
        right,
        top,
        bottom,
        faces: here,
    }
}

/// For each page: from, to, the middle of the height, and the face.
fn faces(xml: &str) -> Vec<Vec<(f64, f64, f64, Face)>> {
    let mut specs: Vec<(String, f64, String, String)> = Vec::new();
    let mut pages = Vec::new();
    for page in xml.split("<page ").skip(1) {
        let mut found = Vec::new();
        for line in page.lines().map(str::trim_start) {
            if line.starts_with("<fontspec") {
                let family = word(line, "family");
                let family = family
                    .split_once('+')
                    .map_or(family.as_str(), |(_, name)| name)
                    .to_owned();
                specs.push((
                    word(line, "id"),
                    attribute(line, "size") / ZOOM,
                    family,
                    word(line, "color"),
                ));
            }
            if line.starts_with("<text") {
                let id = word(line, "font");
                let (_, points, family, colour) = specs.iter().rev().find(|spec| spec.0 == id).unwrap();
                let (top, height) = (attribute(line, "top") / ZOOM, attribute(line, "height") / ZOOM);
                let (left, width) = (attribute(line, "left") / ZOOM, attribute(line, "width") / ZOOM);
                let face = Face {
                    points: *points,
                    bold: family.contains("Bold"),
                    italic: family.contains("Italic"),
                    family: family.clone(),
                    colour: colour.clone(),
                };
                found.push((left, left + width, top + height / 2.0, face));
            }
        }
        pages.push(found);
    }
    pages
}

/// Horizontal strokes; glyphs are filled, not stroked.
fn rules(svg: &str) -> Vec<Rule> {
    let strokes = svg
        .lines()
        .filter(|line| line.starts_with("<path") && line.contains("stroke:rgb"));
    let mut rules: Vec<Rule> = Vec::new();
    for rule in strokes.filter_map(rule) {
        // LibreOffice draws the border of a paragraph twice over.
        let again = |it: &Rule| (it.left - rule.left).abs() + (it.top - rule.top).abs() < 0.1;
        if !rules.iter().any(again) {
            rules.push(rule);
        }
    }
    rules
}

fn rule(path: &str) -> Option<Rule> {
    let numbers = |text: &str| -> Vec<f64> {
        text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
            .filter_map(|n| n.parse().ok())
            .collect()
    };
    let [x1, y1, x2, y2] = numbers(&word(path, "d"))[..] else {
        return None;
    };
    let [a, _, _, d, e, f] = numbers(&word(path, "transform"))[..] else {
        return None;
    };
    // Some are drawn from the right.
    let (x1, x2) = (x1.min(x2), x1.max(x2));
    // cairo scales the page to whole points; what was drawn is told in its own.
    let rule = Rule {
        left: (e + a * x1) / a.abs(),
        top: (f + d * y1) / d.abs(),
        length: x2 - x1,
        dotted: path.contains("stroke-dasharray"),
    };
    ((y1 - y2).abs() < 0.1 && rule.length > 10.0).then_some(rule)
}

fn attribute(xml: &str, name: &str) -> f64 {
    word(xml, name)
        .parse()
        .unwrap_or_else(|_| panic!("{name} in {}", &xml[..xml.len().min(200)]))
}

fn word(xml: &str, name: &str) -> String {
    let start = xml
        .find(&format!("{name}=\""))
        .map_or(0, |place| place + name.len() + 2);
    xml[start..].split('"').next().unwrap_or_default().to_owned()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
