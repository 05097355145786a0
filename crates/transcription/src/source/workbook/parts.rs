//! In which part of a zipped workbook each of its sheets is, in the order in which the workbook names them.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::binary_sheet::{next_record, u32_at};
use super::package::{plain, refusal};
use super::xml_sheet::Meter;
use super::{Format, damaged};
use crate::refused::Refused;

/// [MS-XLSB] BrtBundleSh: a sheet, and by which relation it is found.
const BUNDLED_SHEET: u16 = 0x9c;

/// Names as [`plain`] writes them; empty where there is no such part.
pub(super) fn of_sheets<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    format: Format,
) -> Result<Vec<String>, Refused> {
    let book = match format {
        Format::Xlsb => "xl/workbook.bin".to_owned(),
        _ => main_part(archive)?,
    };
    let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
    let relations = relations(archive, &plain(&format!("{folder}/_rels/{file}.rels")))?;
    let sheets = open(archive, &book, |part| match format {
        Format::Xlsb => bundled(part),
        _ => named(part),
    })?;
    let part = |relation: String| match relations.get(&relation) {
        Some((_, target)) if target.starts_with('/') => plain(target),
        Some((_, target)) => plain(&format!("{folder}/{target}")),
        None => String::new(),
    };
    Ok(sheets.unwrap_or_default().into_iter().map(part).collect())
}

fn main_part<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<String, Refused> {
    let relations = relations(archive, "_rels/.rels")?;
    let is_main = |(kind, _): &&(String, String)| kind.ends_with("/relationships/officeDocument");
    let main = relations.values().find(is_main);
    Ok(main.map_or_else(|| "xl/workbook.xml".to_owned(), |(_, target)| plain(target)))
}

/// What a part says, if it is there.
fn open<R: Read + Seek, T>(
    archive: &mut ZipArchive<R>,
    wanted: &str,
    read: impl FnOnce(&mut dyn BufRead) -> Result<T, Refused>,
) -> Result<Option<T>, Refused> {
    let found = archive
        .file_names()
        .position(|name| name.is_ok_and(|name| plain(&name) == wanted));
    let Some(at) = found else { return Ok(None) };
    let part = archive.by_index(at).map_err(refusal)?;
    read(&mut BufReader::new(part)).map(Some)
}

/// Kind and target of each relation.
fn relations<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    part: &str,
) -> Result<BTreeMap<String, (String, String)>, Refused> {
    let mut relations = BTreeMap::new();
    open(archive, part, |part| {
        elements(part, "Relationship", |element| {
            let told = |key: &str| attribute(element, key).unwrap_or_default();
            relations.insert(told("Id"), (told("Type"), told("Target")));
        })
    })?;
    Ok(relations)
}

/// The relation of each sheet of an XLSX.
fn named(book: &mut dyn BufRead) -> Result<Vec<String>, Refused> {
    let mut sheets = Vec::new();
    elements(book, "sheet", |element| {
        sheets.push(attribute(element, "id").unwrap_or_default());
    })?;
    Ok(sheets)
}

/// The relation of each sheet of an XLSB.
fn bundled(book: &mut dyn BufRead) -> Result<Vec<String>, Refused> {
    let mut book = Meter::new(book);
    let mut head = Vec::new();
    let mut sheets = Vec::new();
    while let Some(kind) = next_record(&mut book, &mut head)? {
        let length = u32_at(&head, 8).unwrap_or(u32::MAX);
        if kind == BUNDLED_SHEET && length != u32::MAX {
            let end = 12 + 2 * length as usize;
            let units = head.get(12..end).unwrap_or_default().chunks_exact(2);
            let units: Vec<u16> = units.map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
            sheets.push(String::from_utf16_lossy(&units));
        }
    }
    Ok(sheets)
}

fn elements(
    part: &mut dyn BufRead,
    name: &str,
    mut take: impl FnMut(&BytesStart<'_>),
) -> Result<(), Refused> {
    let mut xml = Reader::from_reader(part);
    xml.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == name => {
                take(&element);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// By the local name: relations of sheets stand under a prefix.
fn attribute(element: &BytesStart<'_>, key: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == key);
    found.map(|attribute| attribute.value.into_owned())
}
