//! Data set in type: a template of ours and JSON become an archival, accessible PDF. No file, no network, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::Abs;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontInstance, FontVariations};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATE: &str = include_str!("page/page.typ");

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
    template: Source,
    data: FileId,
}

static SHOP: LazyLock<Shop> = LazyLock::new(|| Shop {
    library: LazyHash::new(Library::default()),
    book: LazyHash::new(FontBook::from_fonts(FONTS.iter())),
    template: Source::new(file("/page.typ"), TEMPLATE.to_owned()),
    data: file("/data.json"),
});

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our own names are paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

struct Desk {
    data: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &SHOP.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHOP.book
    }

    fn main(&self) -> FileId {
        SHOP.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == SHOP.template.id() {
            Ok(SHOP.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHOP.data {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// A paper is of the day it was told, never of the day on which it is set.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The same JSON gives the same bytes.
///
/// # Errors
/// What the typesetter or its check of PDF/A-2a and PDF/UA-1 objects to.
pub fn pdf(json: String, creator: &str) -> Result<Vec<u8>, String> {
    let options = PdfOptions {
        ident: Smart::Custom(json.clone()),
        creator: Smart::Custom(Some(creator.to_owned())),
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
            .map_err(|error| error.message().to_string())?,
        ..PdfOptions::default()
    };
    let desk = Desk {
        data: Bytes::from_string(json),
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
