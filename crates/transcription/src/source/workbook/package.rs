//! Looks through a zipped workbook before it is parsed: what it is, and how much it unpacks to.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::{Format, Limits, damaged, open_document, too_large};
use crate::refused::{Refused, Size};

/// Parts that are held in memory as a whole, with a multiple of their size.
const DENSE_PART_BYTES: u64 = 12 << 20;

/// `<si/>`: no shared string takes less room than this.
const LEAST_SHARED_STRING: u64 = 5;

pub(super) fn look_through(bytes: &[u8], limits: &Limits) -> Result<Format, Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(refusal)?;
    let names: Vec<String> = archive.file_names().flatten().map(|name| plain(&name)).collect();
    let format = format(&names)?;
    if format == Format::Ods && is_encrypted(&mut archive) {
        return Err(Refused::PasswordProtected);
    }

    let mut unpacked = 0;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(refusal)?;
        let name = plain(&part.name().map_err(refusal)?);
        let mut part = BufReader::new(part.take(limits.unpacked_bytes - unpacked + 1));
        let size = match format {
            Format::Ods if name == "content.xml" => open_document::look_through(&mut part, limits)?,
            _ if name.ends_with("sharedstrings.xml") => shared_strings(&mut part)?,
            _ => rest(&mut part)?,
        };
        if is_dense(&name) && size > DENSE_PART_BYTES {
            return Err(too_large(Size::UnpackedBytes, DENSE_PART_BYTES));
        }
        unpacked += size;
        if unpacked > limits.unpacked_bytes {
            return Err(too_large(Size::UnpackedBytes, limits.unpacked_bytes));
        }
    }
    Ok(format)
}

/// Some programs write backslashes, and capitals where others write none.
fn plain(name: &str) -> String {
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

fn refusal(error: ZipError) -> Refused {
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
