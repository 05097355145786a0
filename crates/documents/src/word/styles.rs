//! The named styles of our Word files, so that whoever finishes a text in Word keeps to the decree without counting points.

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, RunFonts, SpecialIndentType, Style, StyleType,
};
use i18n::Texts;

/// A file for Word only names its typeface; the PDF embeds one of the same widths.
const TYPEFACE: &str = "Times New Roman";

#[derive(Clone, Copy)]
pub enum Look {
    Head,
    HeadStrong,
    Motto,
    Number,
    Day,
    Title,
    Addressee,
    Body,
    Signature,
    CopiesLabel,
    Copies,
    Foot,
    PageNumber,
    Draft,
}

/// What a style says: size, weight, slope, and how lines lie between the margins.
struct Shape(usize, Weight, AlignmentType);

#[derive(Clone, Copy)]
enum Weight {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

const ALL: [Look; 14] = [
    Look::Head,
    Look::HeadStrong,
    Look::Motto,
    Look::Number,
    Look::Day,
    Look::Title,
    Look::Addressee,
    Look::Body,
    Look::Signature,
    Look::CopiesLabel,
    Look::Copies,
    Look::Foot,
    Look::PageNumber,
    Look::Draft,
];

impl Look {
    pub fn id(self) -> &'static str {
        match self {
            Look::Head => "PaperHead",
            Look::HeadStrong => "PaperHeadStrong",
            Look::Motto => "PaperMotto",
            Look::Number => "PaperNumber",
            Look::Day => "PaperDay",
            Look::Title => "PaperTitle",
            Look::Addressee => "PaperAddressee",
            Look::Body => "PaperBody",
            Look::Signature => "PaperSignature",
            Look::CopiesLabel => "PaperCopiesLabel",
            Look::Copies => "PaperCopies",
            Look::Foot => "PaperFoot",
            Look::PageNumber => "PaperPageNumber",
            Look::Draft => "PaperDraft",
        }
    }

    fn name(self, t: &Texts) -> &'static str {
        match self {
            Look::Head => t.papers_style_head(),
            Look::HeadStrong => t.papers_style_head_strong(),
            Look::Motto => t.papers_style_motto(),
            Look::Number => t.papers_style_number(),
            Look::Day => t.papers_style_day(),
            Look::Title => t.papers_style_title(),
            Look::Addressee => t.papers_style_addressee(),
            Look::Body => t.papers_style_body(),
            Look::Signature => t.papers_style_signature(),
            Look::CopiesLabel => t.papers_style_copies_label(),
            Look::Copies => t.papers_style_copies(),
            Look::Foot => t.papers_style_foot(),
            Look::PageNumber => t.papers_style_page_number(),
            Look::Draft => t.papers_style_draft(),
        }
    }

    fn shape(self) -> Shape {
        use AlignmentType::{Center, Left};
        match self {
            Look::Head => Shape(12, Weight::Regular, Center),
            Look::HeadStrong => Shape(12, Weight::Bold, Center),
            Look::Motto => Shape(13, Weight::Bold, Center),
            Look::Number | Look::PageNumber => Shape(13, Weight::Regular, Center),
            Look::Day => Shape(13, Weight::Italic, Center),
            Look::Title | Look::Signature => Shape(14, Weight::Bold, Center),
            Look::Addressee => Shape(14, Weight::Regular, Left),
            Look::Body => Shape(14, Weight::Regular, AlignmentType::Both),
            Look::CopiesLabel => Shape(12, Weight::BoldItalic, Left),
            Look::Copies => Shape(11, Weight::Regular, Left),
            Look::Foot => Shape(11, Weight::Regular, Center),
            Look::Draft => Shape(13, Weight::Bold, Center),
        }
    }

    fn style(self, t: &Texts) -> Style {
        let Shape(points, weight, align) = self.shape();
        let style = Style::new(self.id(), StyleType::Paragraph)
            .name(self.name(t))
            .based_on("Normal")
            .size(points * 2)
            .align(align);
        let style = match weight {
            Weight::Regular => style,
            Weight::Bold => style.bold(),
            Weight::Italic => style.italic(),
            Weight::BoldItalic => style.bold().italic(),
        };
        match self {
            Look::Body => {
                let first_line = SpecialIndentType::FirstLine(mm(12.7));
                let spacing = LineSpacing::new()
                    .after(120)
                    .line_rule(LineSpacingType::Auto)
                    .line(264);
                style
                    .indent(None, Some(first_line), None, None)
                    .line_spacing(spacing)
            }
            Look::Head
            | Look::HeadStrong
            | Look::Motto
            | Look::Number
            | Look::Day
            | Look::Title
            | Look::Addressee
            | Look::Signature
            | Look::CopiesLabel
            | Look::Copies
            | Look::Foot
            | Look::PageNumber
            | Look::Draft => style,
        }
    }
}

pub fn apply(docx: Docx, t: &Texts) -> Docx {
    let fonts = RunFonts::new()
        .ascii(TYPEFACE)
        .hi_ansi(TYPEFACE)
        .cs(TYPEFACE)
        .east_asia(TYPEFACE);
    let docx = docx.default_fonts(fonts).default_size(28);
    ALL.into_iter()
        .fold(docx, |docx, look| docx.add_style(look.style(t)))
}

/// Space above a paragraph, in points.
pub fn before(points: f64) -> LineSpacing {
    LineSpacing::new().before((points * 20.0).round() as u32)
}

/// As indents and margins want them.
pub fn mm(millimetres: f64) -> i32 {
    i32::try_from(twips(millimetres)).unwrap_or(i32::MAX)
}

/// Twentieths of a point, in which Word counts.
pub fn twips(millimetres: f64) -> usize {
    const IN_A_MILLIMETRE: f64 = 1440.0 / 25.4;
    (millimetres * IN_A_MILLIMETRE).round() as usize
}
