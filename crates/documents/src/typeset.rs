//! Data set in type: a template of ours and JSON become an archival, accessible PDF. No file, no network, no clock.

use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::Abs;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInstance, FontVariations};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// What a paper is set by: a page of ours, which may use what is common to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    Letter,
    Register,
    Dossier,
    PrintForm,
    Year,
}

impl Template {
    const fn text(self) -> &'static str {
        match self {
            Template::Letter => include_str!("page/letter.typ"),
            Template::Register => include_str!("page/register.typ"),
            Template::Dossier => include_str!("page/dossier.typ"),
            Template::PrintForm => include_str!("page/print-form.typ"),
            Template::Year => include_str!("page/year.typ"),
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Template::Letter => "/letter.typ",
            Template::Register => "/register.typ",
            Template::Dossier => "/dossier.typ",
            Template::PrintForm => "/print-form.typ",
            Template::Year => "/year.typ",
        }
    }
}

const ALL: [Template; 5] = [
    Template::Letter,
    Template::Register,
    Template::Dossier,
    Template::PrintForm,
    Template::Year,
];

/// What pages share.
const MODULES: [(&str, &str); 1] = [("/decree.typ", include_str!("page/decree.typ"))];

/// A file carried inside a paper.
pub struct Embedded {
    /// The data tell which name it has for its reader.
    pub bytes: Arc<[u8]>,
}

/// How many settings ago a memorised piece may last have been used before it is let go.
const MEMORY: usize = 5;

const FACES: [&[u8]; 4] = [
    include_bytes!("../fonts/LiberationSerif-Regular.ttf"),
    include_bytes!("../fonts/LiberationSerif-Bold.ttf"),
    include_bytes!("../fonts/LiberationSerif-Italic.ttf"),
    include_bytes!("../fonts/LiberationSerif-BoldItalic.ttf"),
];

/// In the order of their files above.
pub static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let font = |face: &'static [u8]| Font::new(Bytes::new(face), 0).expect("our own fonts can be read");
    FACES.into_iter().map(font).collect()
});

/// The faces as they can be measured.
pub static MEASURED: LazyLock<Vec<FontInstance>> = LazyLock::new(|| {
    let instance = |font: &Font| {
        let variant = font.info().variant;
        font.clone()
            .instantiate(variant, Abs::pt(12.0), &FontVariations::default())
    };
    FONTS.iter().map(instance).collect()
});

/// What is the same for every paper.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    templates: [Source; ALL.len()],
    modules: [Source; MODULES.len()],
    data: FileId,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| Shop {
    library: LazyHash::new(Library::default()),
    book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
    templates: ALL.map(|template| Source::new(file(template.path()), template.text().to_owned())),
    modules: MODULES.map(|(path, text)| Source::new(file(path), text.to_owned())),
    data: file("/data.json"),
});

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our own names are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

struct Desk {
    template: Template,
    data: Bytes,
    /// By the paths under which the data know them.
    embedded: Vec<(FileId, Bytes)>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        SHOP.templates[self.template as usize].id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let mut sources = SHOP.templates.iter().chain(&SHOP.modules);
        let found = sources.find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHOP.data {
            return Ok(self.data.clone());
        }
        let found = self.embedded.iter().find(|(known, _)| *known == id);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// A paper is of the day it was told, never of the day on which it is set.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The same JSON and files give the same bytes. The data find the files under `/files/0`, `/files/1` and so on. Where the page
/// embeds files the paper is PDF/A-3a, else PDF/A-2a.
///
/// # Errors
/// What the typesetter or its check of PDF/A and PDF/UA-1 objects to.
pub fn pdf(
    template: Template,
    json: String,
    creator: &str,
    embedded: Vec<Embedded>,
) -> Result<Vec<u8>, String> {
    let archival = if embedded.is_empty() {
        PdfStandard::A_2a
    } else {
        PdfStandard::A_3a
    };
    let options = PdfOptions {
        ident: Smart::Custom(json.clone()),
        creator: Smart::Custom(Some(creator.to_owned())),
        standards: PdfStandards::new(&[archival, PdfStandard::Ua_1])
            .map_err(|error| error.message().to_string())?,
        ..PdfOptions::default()
    };
    let embedded = embedded.into_iter().enumerate();
    let desk = Desk {
        template,
        data: Bytes::from_string(json),
        embedded: embedded
            .map(|(place, it)| (file(&format!("/files/{place}")), Bytes::new(it.bytes)))
            .collect(),
    };
    let set = typst::compile::<PagedDocument>(&desk).output;
    let bytes = set.and_then(|document| typst_pdf::pdf(&document, &options));
    typst::comemo::evict(MEMORY);
    bytes.map_err(|errors| said(&errors))
}

fn said(errors: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    messages.join("; ")
}
