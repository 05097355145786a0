//! Looks through a sheet of an XLSX before it is parsed: what of it is hidden or merged, and that no row of it is endless.

use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::concealed::{Area, Concealed, Found};
use super::{damaged, too_large};
use crate::refused::{Refused, Size};

/// No row takes more, nor anything between two rows.
const LONGEST_ROW: usize = if cfg!(test) { 1 << 20 } else { 32 << 20 };

/// Counts what is read, and stops where one row would fill the memory.
pub(super) struct Meter<R> {
    inner: R,
    left: usize,
    pub read: u64,
}

impl<R: BufRead> Meter<R> {
    pub fn new(inner: R) -> Meter<R> {
        Meter {
            inner,
            left: LONGEST_ROW,
            read: 0,
        }
    }

    pub fn drain(&mut self) -> Result<u64, Refused> {
        self.left = usize::MAX;
        io::copy(self, &mut io::sink()).map_err(damaged)?;
        Ok(self.read)
    }

    /// Refused when a single thing takes more than a row may.
    pub fn take_room(&mut self, length: usize) -> Result<(), Refused> {
        if length > LONGEST_ROW {
            return Err(too_large(Size::TextBytes, LONGEST_ROW as u64));
        }
        self.left = LONGEST_ROW;
        Ok(())
    }
}

impl<R: BufRead> BufRead for Meter<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other("a row without end"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(bytes);
        self.read += bytes as u64;
        self.inner.consume(bytes);
    }
}

impl<R: BufRead> Read for Meter<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

pub(super) fn look_through<R: BufRead>(part: &mut Meter<R>) -> Result<Concealed, Refused> {
    let mut xml = Reader::from_reader(part);
    xml.config_mut().check_end_names = false;
    let mut sheet = Sheet::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer);
        let is_row = match event {
            Ok(Event::Start(element)) => sheet.start(&element)?,
            Ok(Event::Empty(element)) => {
                let is_row = sheet.start(&element)?;
                if is_row {
                    sheet.end_row();
                }
                is_row
            }
            Ok(Event::End(element)) if element.local_name().as_ref() == "row" => {
                sheet.end_row();
                true
            }
            Ok(Event::Eof) => return Ok(sheet.found.settled()),
            Ok(_) => false,
            Err(_) if xml.get_ref().left == 0 => {
                return Err(too_large(Size::TextBytes, LONGEST_ROW as u64));
            }
            Err(error) => return Err(damaged(error)),
        };
        if is_row || !sheet.is_in_row {
            xml.get_mut().left = LONGEST_ROW;
        }
    }
}

/// Where we are; rows and cells need not say their places.
#[derive(Default)]
struct Sheet {
    found: Found,
    is_in_row: bool,
    rows_before: u32,
    column: u32,
    next_column: u32,
}

impl Sheet {
    /// Answers whether a row begins.
    fn start(&mut self, element: &BytesStart<'_>) -> Result<bool, Refused> {
        match element.local_name().as_ref() {
            "row" => {
                if let Some(number) = figure(element, "r") {
                    self.rows_before = number.saturating_sub(1);
                }
                if is_hidden(element, "ht") {
                    let number = self.rows_before.saturating_add(1);
                    self.found.hide_rows(number, number)?;
                }
                (self.is_in_row, self.next_column) = (true, 0);
                return Ok(true);
            }
            "c" => {
                let place = value(element, "r", place_of);
                self.column = place.map_or(self.next_column, |(_, column)| column);
                self.next_column = self.column.saturating_add(1);
            }
            "v" | "is" if self.is_in_row => self.found.cell(self.column),
            "col" => {
                if let (Some(first), Some(last)) = (figure(element, "min"), figure(element, "max"))
                    && is_hidden(element, "width")
                {
                    self.found
                        .hide_columns(first.saturating_sub(1), last.saturating_sub(1));
                }
            }
            "mergeCell" => {
                if let Some(area) = value(element, "ref", area_of) {
                    self.found.merge(area)?;
                }
            }
            _ => {}
        }
        Ok(false)
    }

    fn end_row(&mut self) {
        self.is_in_row = false;
        self.rows_before = self.rows_before.saturating_add(1);
    }
}

fn value<T>(element: &BytesStart<'_>, key: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.as_ref() == key);
    found.and_then(|attribute| read(attribute.value.trim()))
}

fn figure(element: &BytesStart<'_>, key: &str) -> Option<u32> {
    value(element, key, |figure| figure.parse().ok())
}

/// Said to be hidden, or of no height or width at all.
fn is_hidden(element: &BytesStart<'_>, size: &str) -> bool {
    value(element, "hidden", |hidden| Some(matches!(hidden, "1" | "true"))).unwrap_or(false)
        || value(element, size, |size| Some(size.parse() == Ok(0.0))).unwrap_or(false)
}

/// Number of the row, and column from 0: `B3`, `$B$3`.
fn place_of(place: &str) -> Option<(u32, u32)> {
    let (mut row, mut column) = (0_u32, 0_u32);
    for sign in place.bytes() {
        match sign {
            b'$' => {}
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(sign - b'0'))?,
            _ if sign.is_ascii_alphabetic() => {
                let letter = u32::from(sign.to_ascii_uppercase() - b'A');
                column = column.checked_mul(26)?.checked_add(letter + 1)?;
            }
            _ => return None,
        }
    }
    Some((row, column.checked_sub(1)?)).filter(|_| row > 0)
}

fn area_of(places: &str) -> Option<Area> {
    let (from, to) = places.split_once(':')?;
    let ((top, left), (bottom, right)) = (place_of(from)?, place_of(to)?);
    Some(Area {
        top,
        left,
        bottom,
        right,
    })
}
