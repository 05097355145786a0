//! Looks through a zipped workbook before it is parsed: what it is, and how much it unpacks to.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::concealed::Concealed;
use super::xml_sheet::Meter;
use super::{Format, Limits, MOST_SHEETS, binary_sheet, damaged, open_document, parts, too_large, xml_sheet};
use crate::refused::{Refused, Size};

/// Parts that are held in memory as a whole, with a multiple of their size.
const DENSE_PART_BYTES: u64 = 12 << 20;

/// `<si/>`: no shared string takes less room than this.
const LEAST_SHARED_STRING: u64 = 5;

/// Parts with texts of their own that are held, beside the sheets, which need not be.
const MOST_HELD: u64 = 192 << 20;

/// Runs of hidden rows and merged areas of all sheets together.
const MOST_KEPT: usize = 2 << 20;

/// What is known of a workbook before it is parsed.
pub(super) struct Looked {
    pub format: Format,
    /// Sheet by sheet in the order of the workbook; why one of them must not be parsed.
    pub sheets: Vec<Result<Concealed, Refused>>,
}

/// How much a package says that it unpacks to, when its sheets can be read row by row.
pub(super) fn announced<R: Read + Seek>(package: R) -> Result<Option<u64>, Refused> {
    let mut archive = ZipArchive::new(package).map_err(refusal)?;
    if format(&names(&archive))? == Format::Ods {
        return Ok(None);
    }
    let mut size = 0_u64;
    for at in 0..archive.len() {
        size = size.saturating_add(archive.by_index_raw(at).map_err(refusal)?.size());
    }
    Ok(Some(size))
}

pub(super) fn look_through<R: Read + Seek>(package: R, limits: &Limits) -> Result<Looked, Refused> {
    let mut archive = ZipArchive::new(package).map_err(refusal)?;
    let format = format(&names(&archive))?;
    if format == Format::Ods && is_encrypted(&mut archive) {
        return Err(Refused::PasswordProtected);
    }

    let mut tables = Vec::new();
    let mut looked = BTreeMap::new();
    let (mut unpacked, mut kept) = (0, 0);
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(refusal)?;
        let name = plain(&part.name().map_err(refusal)?);
        let mut part = BufReader::new(part.take(limits.unpacked_bytes - unpacked + 1));
        let size = match format {
            Format::Ods if name == "content.xml" => {
                let (size, found) = open_document::look_through(&mut part, limits)?;
                tables = found;
                size
            }
            Format::Ods => rest(&mut part)?,
            _ if name.ends_with("sharedstrings.xml") => shared_strings(&mut part)?,
            _ if is_held(&name) => rest(&mut part)?,
            _ => {
                let mut part = Meter::new(part);
                let found = match format {
                    Format::Xlsb => binary_sheet::look_through(&mut part),
                    _ => xml_sheet::look_through(&mut part),
                };
                kept += found.as_ref().map_or(0, Concealed::weight);
                if kept > MOST_KEPT {
                    return Err(damaged("more hidden rows and merged cells than a workbook has"));
                }
                looked.insert(name.clone(), found);
                part.drain()?
            }
        };
        if is_dense(&name) && size > DENSE_PART_BYTES {
            return Err(too_large(Size::UnpackedBytes, DENSE_PART_BYTES));
        }
        if is_held(&name) && size > MOST_HELD {
            return Err(too_large(Size::UnpackedBytes, MOST_HELD));
        }
        unpacked += size;
        if unpacked > limits.unpacked_bytes {
            return Err(too_large(Size::UnpackedBytes, limits.unpacked_bytes));
        }
    }
    let sheets = match format {
        Format::Ods => tables.into_iter().map(Ok).collect(),
        _ => {
            let names = parts::of_sheets(&mut archive, format)?;
            if names.len() > MOST_SHEETS {
                return Err(damaged("more sheets than a workbook has"));
            }
            let part = |name: String| {
                let part = looked.remove(&name);
                part.unwrap_or_else(|| Err(damaged("a sheet without a part of its own")))
            };
            names.into_iter().map(part).collect()
        }
    };
    Ok(Looked { format, sheets })
}

fn names<R: Read + Seek>(archive: &ZipArchive<R>) -> Vec<String> {
    archive.file_names().flatten().map(|name| plain(&name)).collect()
}

/// What the parser keeps whole, and what is no sheet.
fn is_held(name: &str) -> bool {
    is_dense(name) || name.contains("sharedstrings.")
}

/// Some programs write backslashes, and capitals where others write none.
pub(super) fn plain(name: &str) -> String {
    name.to_lowercase()
        .replace('\\', "/")
        .trim_start_matches('/')
        .to_owned()
}

fn is_encrypted<R: Read + io::Seek>(archive: &mut ZipArchive<R>) -> bool {
    let mut manifest = Vec::new();
    let read = archive
        .by_name("META-INF/manifest.xml")
        .is_ok_and(|part| part.take(1 << 20).read_to_end(&mut manifest).is_ok());
    read && String::from_utf8_lossy(&manifest).contains("encryption-data")
}

pub(super) fn refusal(error: ZipError) -> Refused {
    match error {
        ZipError::UnsupportedArchive(reason) if reason == ZipError::PASSWORD_REQUIRED => {
            Refused::PasswordProtected
        }
        error => damaged(error),
    }
}

fn format(names: &[String]) -> Result<Format, Refused> {
    let has = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
    if has(&|name| name == "content.xml") && has(&|name| name == "mimetype") {
        Ok(Format::Ods)
    } else if has(&|name| name.ends_with("workbook.bin")) {
        Ok(Format::Xlsb)
    } else if has(&|name| name == "_rels/.rels") && has(&|name| name.contains("sheet")) {
        Ok(Format::Xlsx)
    } else {
        Err(Refused::NotATable)
    }
}

fn is_dense(name: &str) -> bool {
    [
        ".rels",
        "styles.xml",
        "styles.bin",
        "theme1.xml",
        "workbook.xml",
        "workbook.bin",
        "[content_types].xml",
    ]
    .iter()
    .any(|end| name.ends_with(end))
}

fn rest(part: &mut impl BufRead) -> Result<u64, Refused> {
    io::copy(part, &mut io::sink()).map_err(damaged)
}

/// The part announces how many strings it holds, and room is made for as many: it must not boast.
fn shared_strings(part: &mut impl BufRead) -> Result<u64, Refused> {
    let mut xml = Reader::from_reader(&mut *part);
    xml.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let announced = loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) if element.local_name().as_ref() == "sst" => {
                let mut attributes = element.attributes();
                let counts = attributes
                    .with_checks(false)
                    .flatten()
                    .filter(|attribute| attribute.key.local_name().as_ref() == "uniqueCount");
                break counts
                    .filter_map(|count| count.value.trim().parse::<u64>().ok())
                    .max();
            }
            Ok(Event::Eof) => break None,
            Err(error) => return Err(damaged(error)),
            Ok(_) => {}
        }
    };
    let read = xml.buffer_position();
    let size = read + rest(part)?;
    if announced.unwrap_or(0) > size / LEAST_SHARED_STRING + 1 {
        return Err(damaged("more shared strings are announced than can be there"));
    }
    Ok(size)
}
