//! A register on paper, ready to bind (Nghị định 30/2020/NĐ-CP, Phụ lục IV): cover, first page, the lines under heads that
//! repeat on every page, and a last page that closes it.

mod kind;

use i18n::{Lang, texts};
use jiff::civil::Date;
use serde::Serialize;

use crate::glyphs::{lines, printable, shown};
use crate::paper::{Field, House, PaperError};
use crate::sheet::{Cell, Column};
use crate::typeset::{self, Template};
use crate::worded::{Meta, Words, upper};

pub use kind::Kind;

/// A register of one period, as it is printed, bound and kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Register {
    pub lang: Lang,
    pub house: House,
    /// Such as `Sổ đăng ký văn bản đi`.
    pub title: String,
    pub year: i16,
    pub from: Date,
    pub until: Date,
    /// The first and the last number in it.
    pub numbers: Option<(String, String)>,
    pub volume: u32,
    /// The widths share the page.
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// What the closing page tells: how many lines are entries, and how many numbers among them are void.
    pub entered: usize,
    pub voided: usize,
    pub printed_on: Date,
}

/// Longer words break anywhere, or they would leave their column.
const IN_A_CELL: usize = 14;

#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    meta: Meta,
    parents: Vec<Words>,
    organisation: Words,
    title: Words,
    /// Under the title on the cover: year, days, numbers, volume.
    told: Vec<String>,
    running: String,
    page_of: [&'a str; 2],
    opening: String,
    closing: Vec<String>,
    place_and_date: String,
    signers: [&'a str; 2],
    sign_here: &'a str,
    points: f32,
    columns: Vec<Head>,
    head_height: f32,
    sheets: Vec<Sheet>,
}

/// The rows of one page: their heights in points, and cell after cell. Told beforehand, pages are set beside each other.
#[derive(Default, Serialize)]
struct Sheet {
    heights: Vec<f32>,
    cells: Vec<Text>,
}

#[derive(Serialize)]
struct Head {
    title: Words,
    share: u16,
}

/// Numbers and days stand in the middle of their column.
#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Text {
    Plain(Said),
    Middle {
        #[serde(rename = "m")]
        said: Said,
    },
}

/// A string, or the pieces between which an overlong word may break.
#[derive(Debug, PartialEq, Serialize)]
#[serde(untagged)]
enum Said {
    Whole(String),
    Pieces(Words),
}

impl Register {
    /// PDF/A-2a and PDF/UA-1; the same register always gives the same bytes. A character in a line that no face can show stands
    /// there as its code: one strange name does not keep the book from being bound.
    ///
    /// # Errors
    /// A character in the heads that cannot be printed, with its field.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let page = self.page()?;
        let json = serde_json::to_string(&page).expect("a register is made of strings and numbers");
        let creator = texts(self.lang).product_name();
        typeset::pdf(Template::Register, json, creator, Vec::new()).map_err(PaperError::Typesetting)
    }

    fn page(&self) -> Result<Page<'static>, PaperError> {
        let t = texts(self.lang);
        let mut told = vec![
            t.book_year(self.year),
            t.book_days(t.date(self.from), t.date(self.until)),
        ];
        if let Some((first, last)) = &self.numbers {
            told.push(t.book_numbers(shown(first), shown(last)));
        }
        told.push(t.book_volume(format!("{:02}", self.volume)));
        let mut closing = vec![t.book_closing_lines(self.entered)];
        if let Some((first, last)) = &self.numbers {
            closing.push(t.book_numbers(shown(first), shown(last)));
        }
        if self.voided > 0 {
            closing.push(t.book_closing_voided(self.voided));
        }
        let grid = Grid::of(&self.columns);
        let running = t.book_meta_title(&self.title, self.year);
        let organisation = &self.house.name;
        let parents = self.house.parents.iter();
        Ok(Page {
            lang: self.lang.code(),
            meta: Meta::shown(&running, &self.house, self.printed_on),
            parents: parents
                .map(|name| upper(Field::Parent, name))
                .collect::<Result<_, _>>()?,
            organisation: upper(Field::Organisation, organisation)?,
            title: upper(Field::Title, &self.title)?,
            told,
            running: shown(&running),
            page_of: [t.book_page(), t.book_page_of()],
            opening: t.book_opening().to_owned(),
            closing,
            place_and_date: printable(
                Field::Place,
                &t.papers_place_and_date(&self.house.place, t.date_long(self.printed_on)),
            )?,
            signers: [t.book_keeper(), t.book_head()],
            sign_here: t.book_sign_here(),
            points: grid.points,
            columns: self.columns.iter().map(head).collect(),
            head_height: grid.head,
            sheets: grid.sheets(t, &self.rows),
        })
    }
}

/// How the page is divided, in points.
struct Grid {
    points: f32,
    /// The room for words in each column, in ems.
    columns: Vec<f32>,
    head: f32,
    page: f32,
}

const PER_MILLIMETRE: f32 = 72.0 / 25.4;
/// Between the margins of the page.
const ACROSS: f32 = 252.0 * PER_MILLIMETRE;
const DOWN: f32 = 173.0 * PER_MILLIMETRE;
/// On both sides of the words of a cell together.
const BESIDE: f32 = 1.4 * PER_MILLIMETRE;
const ABOVE_AND_BELOW: f32 = 2.0 * PER_MILLIMETRE;
/// A line of type, and the lead between two, as the page sets them.
const LINE: f32 = 1.107;
const LEAD: f32 = 0.6;

impl Grid {
    fn of(columns: &[Column]) -> Self {
        const MANY: usize = 10;
        let points = if columns.len() > MANY { 9.0 } else { 10.0 };
        let shares: f32 = columns.iter().map(|column| f32::from(column.width)).sum();
        let room = |column: &Column| (ACROSS * f32::from(column.width) / shares - BESIDE) / points;
        let mut grid = Grid {
            points,
            columns: columns.iter().map(room).collect(),
            head: 0.0,
            page: 0.0,
        };
        // Bold is wider than what is measured.
        const BOLD: f32 = 0.9;
        let heads = columns.iter().zip(&grid.columns);
        let head = heads
            .map(|(column, room)| lines(&shown(&column.title), room * BOLD))
            .max();
        grid.head = grid.height(head.unwrap_or(1));
        grid.page = DOWN - grid.head - grid.height(1);
        grid
    }

    fn height(&self, lines: u32) -> f32 {
        let lines = lines as f32;
        lines * LINE * self.points + (lines - 1.0) * LEAD + ABOVE_AND_BELOW
    }

    fn sheets(&self, t: &i18n::Texts, rows: &[Vec<Cell>]) -> Vec<Sheet> {
        let mut sheets = Vec::new();
        let (mut sheet, mut filled) = (Sheet::default(), 0.0);
        for row in rows {
            let cells: Vec<Text> = row.iter().map(|cell| text(t, cell)).collect();
            let lines = cells.iter().zip(&self.columns);
            let lines = lines.map(|(cell, room)| cell.lines(*room)).max().unwrap_or(1);
            let height = self.height(lines);
            if filled + height > self.page && !sheet.heights.is_empty() {
                sheets.push(std::mem::take(&mut sheet));
                filled = 0.0;
            }
            filled += height;
            sheet.heights.push(height);
            sheet.cells.extend(cells);
        }
        sheets.push(sheet);
        sheets
    }
}

impl Text {
    fn lines(&self, room: f32) -> u32 {
        match self {
            Text::Plain(said) | Text::Middle { said } => match said {
                Said::Whole(text) => lines(text, room),
                Said::Pieces(words) => lines(&words.text, room),
            },
        }
    }
}

fn head(column: &Column) -> Head {
    Head {
        title: Words::breaking(shown(&column.title), IN_A_CELL),
        share: column.width,
    }
}

fn text(t: &i18n::Texts, cell: &Cell) -> Text {
    match cell {
        Cell::Text(text) => Text::Plain(said(shown(text))),
        Cell::Number(number) => Text::Middle {
            said: said(number.to_string()),
        },
        Cell::Date(day) => Text::Middle {
            said: said(t.date(*day)),
        },
        Cell::Empty => Text::Plain(said(String::new())),
    }
}

fn said(text: String) -> Said {
    if text.split(' ').any(|word| word.chars().nth(IN_A_CELL).is_some()) {
        Said::Pieces(Words::breaking(text, IN_A_CELL))
    } else {
        Said::Whole(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_strange_character_in_a_line_stands_there_as_its_code() {
        let cell = text(texts(Lang::Vi), &Cell::from("a\u{7}b😀"));
        assert_eq!(
            cell,
            Text::Plain(Said::Pieces(Words::breaking(
                "a‹U+0007›b‹U+1F600›".to_owned(),
                IN_A_CELL
            )))
        );
    }

    #[test]
    fn days_and_numbers_stand_in_the_middle() {
        let cell = text(texts(Lang::Vi), &Cell::Date(date(2026, 2, 4)));
        let said = Said::Whole("04/02/2026".to_owned());
        assert_eq!(cell, Text::Middle { said });
    }
}
