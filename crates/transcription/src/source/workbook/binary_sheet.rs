//! Looks through a sheet of an XLSB before it is parsed: what of it is hidden or merged. The records are those of [MS-XLSB].

use std::io::{self, BufRead, Read};

use super::concealed::{Area, Concealed, Found};
use super::damaged;
use super::xml_sheet::Meter;
use crate::refused::Refused;

/// So much of each record is looked at.
const HEAD: u64 = 1024;

mod kind {
    pub const ROW: u16 = 0;
    /// Cells that hold something: packed number, error, truth, number, text, shared text, and the four of formulas.
    pub const CELLS: std::ops::RangeInclusive<u16> = 2..=11;
    pub const COLUMNS: u16 = 60;
    pub const MERGED: u16 = 176;
}

pub(super) fn look_through<R: BufRead>(part: &mut Meter<R>) -> Result<Concealed, Refused> {
    let mut found = Found::default();
    let mut head = Vec::new();
    while let Some(kind) = next_record(part, &mut head)? {
        match kind {
            kind::ROW => {
                let is_hidden = head.get(11).is_some_and(|flags| flags & 0x10 != 0);
                if let (Some(row), true) = (u32_at(&head, 0), is_hidden) {
                    let number = row.saturating_add(1);
                    found.hide_rows(number, number)?;
                }
            }
            kind::COLUMNS => {
                let is_hidden = head.get(16).is_some_and(|flags| flags & 0x01 != 0);
                let has_no_width = u32_at(&head, 8) == Some(0);
                if let (Some(first), Some(last), true) =
                    (u32_at(&head, 0), u32_at(&head, 4), is_hidden || has_no_width)
                {
                    found.hide_columns(first, last);
                }
            }
            kind::MERGED => {
                let places = [0, 4, 8, 12].map(|at| u32_at(&head, at));
                if let [Some(top), Some(bottom), Some(left), Some(right)] = places {
                    found.merge(Area {
                        top: top.saturating_add(1),
                        left,
                        bottom: bottom.saturating_add(1),
                        right,
                    })?;
                }
            }
            _ if kind::CELLS.contains(&kind) => {
                if let Some(column) = u32_at(&head, 0) {
                    found.cell(column);
                }
            }
            _ => {}
        }
    }
    Ok(found.settled())
}

/// The kind of the next record, and its beginning; none at the end.
pub(super) fn next_record<R: BufRead>(
    part: &mut Meter<R>,
    head: &mut Vec<u8>,
) -> Result<Option<u16>, Refused> {
    head.clear();
    if part.fill_buf().map_err(damaged)?.is_empty() {
        return Ok(None);
    }
    let first = u16::from(byte(part)?);
    let kind = match first & 0x80 {
        0 => first,
        _ => first & 0x7f | (u16::from(byte(part)?) & 0x7f) << 7,
    };
    let mut length = 0_u64;
    for at in 0..4 {
        let piece = byte(part)?;
        length |= u64::from(piece & 0x7f) << (7 * at);
        if piece & 0x80 == 0 {
            break;
        }
    }
    part.take_room(length as usize)?;
    let seen = length.min(HEAD);
    let read = part.by_ref().take(seen).read_to_end(head).map_err(damaged)?;
    let rest = io::copy(&mut part.by_ref().take(length - seen), &mut io::sink()).map_err(damaged)?;
    if read as u64 + rest < length {
        return Err(damaged("a record that breaks off"));
    }
    Ok(Some(kind))
}

fn byte(part: &mut impl Read) -> Result<u8, Refused> {
    let mut one = [0];
    part.read_exact(&mut one).map_err(damaged)?;
    Ok(one[0])
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
