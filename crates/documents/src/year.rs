//! The report of a year (B2.8): numbered parts with their plots and tables, the signature, and every case in the annexes.

mod annex;
mod exhibits;
mod figures;
mod overview;

pub use annex::{Action, Hand, Later, Line};
pub use exhibits::{Chapter, Exhibit, Table, Value, exhibits};
pub use figures::{Figures, Measures, Part, Timeliness};

use i18n::{Lang, Texts, texts};
use jiff::civil::Date;
use plots::Look;
use serde::Serialize;

use crate::glyphs::shown;
use crate::paper::{Copies, House, PaperError, Paragraph, Signatory, Stage};
use crate::typeset::{self, Template};
use crate::worded::{ACROSS_THE_PAGE, IN_A_COLUMN, Named, Part as Text, Source, Worded, Words};

/// The report of one year, ready to be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub lang: Lang,
    pub house: House,
    pub symbol: String,
    /// A draft until leadership has received it.
    pub stage: Stage,
    pub year: i16,
    /// The day whose facts it tells.
    pub as_of: Date,
    pub figures: Figures,
    /// Every number of the year, annulled ones too.
    pub cases: Vec<Line>,
    pub carried: Vec<Line>,
    pub actions: Vec<Action>,
    pub later: Vec<Later>,
    /// Who compiled, reviewed and received it, so far.
    pub hands: Vec<Hand>,
    pub signatory: Signatory,
    pub copies: Copies,
}

/// How wide the text is on the page, in points: 165 mm.
const WIDTH: f64 = 467.7;

impl Report {
    /// PDF/A-2a and PDF/UA-1; the same report always gives the same bytes.
    ///
    /// # Errors
    /// A character that cannot be printed, with its field.
    pub fn pdf(&self) -> Result<Vec<u8>, PaperError> {
        let t = texts(self.lang);
        let json = serde_json::to_string(&self.page()?).expect("a report is made of strings and numbers");
        typeset::pdf(Template::Year, json, t.product_name(), Vec::new()).map_err(PaperError::Typesetting)
    }

    fn page(&self) -> Result<Page, PaperError> {
        let t = texts(self.lang);
        let subject = t.report_subject(self.year);
        let end = Paragraph::plain(t.report_end(self.year));
        let worded = Worded::of(&Source {
            lang: self.lang,
            house: &self.house,
            kind: t.report_kind(),
            symbol: Some(&self.symbol),
            stage: self.stage,
            named: Named::InTheMiddle,
            subject: &subject,
            addressees: &[],
            body: vec![Text::Paragraph(end)],
            signatories: std::slice::from_ref(&self.signatory),
            copies: Some(&self.copies),
            typist: None,
        })?;
        Ok(Page {
            worded,
            lead: self.lead(t),
            parts: self.parts(t),
            annexes: self.annexes(t),
        })
    }

    fn lead(&self, t: &'static Texts) -> Vec<Words> {
        let found = &self.figures;
        let lead = t.report_lead(&self.house.name, self.year, t.date(self.as_of));
        let sum = if found.numbers == 0 && found.carried == 0 {
            t.report_lead_none().to_owned()
        } else {
            t.report_lead_some(
                t.number(found.received),
                t.number(found.numbers),
                t.number(found.annulled),
                t.number(found.carried),
                t.number(found.open_at_end),
            )
        };
        [lead, sum].iter().map(|words| told(words)).collect()
    }

    fn parts(&self, t: &'static Texts) -> Vec<PartOfPage> {
        let mut figures = self.figures.clone();
        for unit in &mut figures.units {
            unit.words = shown(&unit.words);
        }
        let exhibits = exhibits(t, &figures);
        let mut numbering = Numbering::default();
        let mut parts = Vec::new();
        for chapter in Chapter::ALL {
            let mut pieces = Vec::new();
            for exhibit in exhibits.iter().filter(|exhibit| exhibit.chapter == chapter) {
                numbering.show(t, exhibit, &mut pieces);
            }
            if !pieces.is_empty() {
                parts.push((chapter.title(t), pieces));
            }
        }
        let later = numbering.table(t, t.year_later(), &annex::later(t, &self.later), None);
        parts.push((t.report_part_later(), vec![later]));
        if !self.hands.is_empty() {
            let hands = annex::hands(t, &self.hands);
            let made = numbering.table(t, t.report_part_made(), &hands, Some(&annex::HANDS));
            parts.push((t.report_part_made(), vec![made]));
        }
        let numbered = (1..).zip(parts).map(|(number, (title, pieces))| {
            let heading = told(&t.report_section(number, title));
            PartOfPage { heading, pieces }
        });
        numbered.collect()
    }

    fn annexes(&self, t: &'static Texts) -> Vec<Annex> {
        let of = told(&t.report_annex_of(self.year, &self.house.name));
        let lists = [
            (
                t.report_annex_cases(self.year),
                annex::cases(t, &self.cases),
                annex::CASES.as_slice(),
            ),
            (
                t.report_annex_carried().to_owned(),
                annex::cases(t, &self.carried),
                annex::CASES.as_slice(),
            ),
            (
                t.report_annex_actions().to_owned(),
                annex::actions(t, &self.actions),
                annex::ACTIONS.as_slice(),
            ),
        ];
        let annexes = ["I", "II", "III"].into_iter().zip(lists);
        let annexes = annexes
            .enumerate()
            .map(|(place, (number, (title, table, widths)))| Annex {
                number: told(&t.report_annex(number)),
                title: told(&title.to_uppercase()),
                of: of.clone(),
                note: (place == 0).then(|| told(t.report_annex_protected())),
                piece: Piece::table(t, None, &table, Some(widths)),
            });
        annexes.collect()
    }
}

/// What nobody can write anew any more, such as a line of the register, is printed with codes for what the typeface lacks.
fn told(words: &str) -> Words {
    Words::breaking(shown(words), ACROSS_THE_PAGE)
}

#[derive(Serialize)]
struct Page {
    #[serde(flatten)]
    worded: Worded,
    lead: Vec<Words>,
    parts: Vec<PartOfPage>,
    annexes: Vec<Annex>,
}

#[derive(Serialize)]
struct PartOfPage {
    heading: Words,
    pieces: Vec<Piece>,
}

#[derive(Serialize)]
struct Annex {
    number: Words,
    title: Words,
    of: Words,
    note: Option<Words>,
    piece: Piece,
}

#[derive(Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
enum Piece {
    Plot {
        caption: Words,
        svg: String,
        alt: String,
    },
    Table {
        caption: Option<Words>,
        heads: Vec<Words>,
        /// In shares of the width; none where the first column takes what the others leave.
        widths: Option<Vec<u16>>,
        /// Which columns stand flush right.
        figures: Vec<bool>,
        rows: Vec<Vec<Words>>,
        has_total: bool,
        /// In place of rows.
        none: Words,
    },
    Note {
        words: Words,
    },
}

impl Piece {
    fn table(t: &'static Texts, caption: Option<Words>, table: &Table, widths: Option<&[u16]>) -> Self {
        let is_figure = |place: usize| {
            let mut cells = table.rows.iter().filter_map(|row| row.get(place));
            cells.any(Value::is_figure)
        };
        // In many columns a long word has to break sooner.
        let cell = |words: &str| match widths {
            Some(_) => Words::breaking(shown(words), IN_A_COLUMN),
            None => told(words),
        };
        let row = |row: &Vec<Value>| row.iter().map(|value| cell(&value.say(t))).collect();
        Piece::Table {
            caption,
            heads: table.heads.iter().map(|head| cell(head)).collect(),
            widths: widths.map(<[u16]>::to_vec),
            figures: (0..table.heads.len()).map(is_figure).collect(),
            rows: table.rows.iter().map(row).collect(),
            has_total: table.has_total,
            none: told(t.report_no_rows()),
        }
    }
}

/// Plots and tables are numbered through the report.
#[derive(Default)]
struct Numbering {
    plots: usize,
    tables: usize,
}

impl Numbering {
    fn show(&mut self, t: &'static Texts, exhibit: &Exhibit, pieces: &mut Vec<Piece>) {
        if let Some(plot) = &exhibit.plot {
            self.plots += 1;
            pieces.push(Piece::Plot {
                caption: told(&t.report_plot_number(self.plots, &plot.title)),
                svg: plot.svg(t, Look::Paper, WIDTH),
                alt: format!("{}. {}", plot.title, plot.described),
            });
        }
        pieces.push(self.table(t, &exhibit.title, &exhibit.table, None));
        if exhibit.table.rows.is_empty() {
            return;
        }
        if exhibit.is_plotted && exhibit.plot.is_none() {
            let words = told(t.report_no_plot());
            pieces.push(Piece::Note { words });
        }
        for note in &exhibit.notes {
            pieces.push(Piece::Note { words: told(note) });
        }
    }

    fn table(&mut self, t: &'static Texts, title: &str, table: &Table, widths: Option<&[u16]>) -> Piece {
        self.tables += 1;
        let caption = told(&t.report_table_number(self.tables, title));
        Piece::table(t, Some(caption), table, widths)
    }
}
