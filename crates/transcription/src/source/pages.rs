//! A file of any length, a piece of whole rows at a time: short ones in one piece, long texts and long sheets of XLSX and XLSB in
//! many, so that a million rows need hardly more memory than some thousands.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::charset::{Charset, composed};
use super::encoding::{self, Found};
use super::workbook::{Container, LongSheet};
use super::{Facts, Format, KnownBy, Opening, SourceTable, header, separated, too_large};
use crate::problem::{Code, Problem};
use crate::refused::{Refused, Size};

/// Texts up to this size are read in one piece.
const SHORT: u64 = if cfg!(test) { 64 << 10 } else { 8 << 20 };
/// So much is read from the disk at a time.
const BLOCK: usize = if cfg!(test) { 16 << 10 } else { 2 << 20 };
/// No row is longer.
const LONGEST_ROW: usize = 32 << 20;
/// The longest text, in bytes and in rows.
const MOST_BYTES: u64 = 4 << 30;
const MOST_ROWS: usize = 2_000_000;

pub struct Pages {
    whole: Option<SourceTable>,
    more: More,
}

/// What comes after the first piece.
enum More {
    Nothing,
    Text(Long),
    Sheet(LongSheet),
}

impl Pages {
    pub fn open(path: &Path, how: &Opening) -> Result<Pages, Refused> {
        let mut file = File::open(path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        let mut head = vec![0; 8];
        let read = fill(&mut file, &mut head)?;
        let container = Container::of(&head[..read]);
        if container == Some(Container::Zip)
            && let Some(long) = LongSheet::open(path, size, how)?
        {
            return Ok(Pages {
                whole: None,
                more: More::Sheet(long),
            });
        }
        if container.is_some() || size <= SHORT {
            if size > how.limits.bytes as u64 {
                return Err(too_large(Size::Bytes, how.limits.bytes as u64));
            }
            let bytes = std::fs::read(path).map_err(unreadable)?;
            return Ok(Pages {
                whole: Some(SourceTable::open(&bytes, how)?),
                more: More::Nothing,
            });
        }
        if size > MOST_BYTES {
            return Err(too_large(Size::Bytes, MOST_BYTES));
        }
        let mut long = Long::open(path, how)?;
        Ok(Pages {
            whole: long.first(how)?,
            more: More::Text(long),
        })
    }

    /// The next piece, with the same headings as every other; `None` at the end.
    pub fn next_piece(&mut self) -> Result<Option<SourceTable>, Refused> {
        if let Some(first) = self.whole.take() {
            return Ok(Some(first));
        }
        match &mut self.more {
            More::Text(long) => long.next_piece(),
            More::Sheet(long) => long.next_piece(),
            More::Nothing => Ok(None),
        }
    }
}

fn unreadable(error: std::io::Error) -> Refused {
    Refused::Damaged {
        detail: error.to_string(),
    }
}

/// Reads until the buffer is full or the file ends.
fn fill(file: &mut File, buffer: &mut [u8]) -> Result<usize, Refused> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read(&mut buffer[filled..]).map_err(unreadable)? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}

/// A text that is too long to be held.
struct Long {
    file: File,
    found: Found,
    /// Bytes after the last whole line that was read.
    raw: Vec<u8>,
    /// Text after the last whole row.
    text: String,
    ended: bool,
    delimiter: char,
    /// The number of the line with which `text` begins.
    line: u64,
    rows: usize,
    /// The headings, without rows.
    model: Option<SourceTable>,
    limits: super::Limits,
}

impl Long {
    fn open(path: &Path, how: &Opening) -> Result<Long, Refused> {
        let found = charset(path, how.encoding.as_deref())?;
        let mut file = File::open(path).map_err(unreadable)?;
        let mut mark = vec![0; found.mark];
        fill(&mut file, &mut mark)?;
        Ok(Long {
            file,
            found,
            raw: Vec::new(),
            text: String::new(),
            ended: false,
            delimiter: ',',
            line: 1,
            rows: 0,
            model: None,
            limits: super::Limits {
                rows: MOST_ROWS,
                ..how.limits
            },
        })
    }

    /// The piece with the headings, by which everything else about the file is known.
    fn first(&mut self, how: &Opening) -> Result<Option<SourceTable>, Refused> {
        self.read_block()?;
        self.text = encoding::checked(std::mem::take(&mut self.text))?;
        let (rest, delimiter, line) = separated::begin(&self.text, how.delimiter);
        (self.delimiter, self.line) = (delimiter, line);
        self.text = rest.to_owned();
        let Some(grid) = self.next_grid()? else {
            return Err(Refused::Empty);
        };
        let guessed = (self.found.known_by == KnownBy::Guess)
            .then(|| Problem::of_file(Code::EncodingGuessed, self.found.charset.name()));
        let facts = Facts {
            encoding: Some(self.found.encoding()),
            fits: self.found.fits.clone(),
            delimiter: Some(self.delimiter),
            ..Facts::of(Format::Text)
        };
        let table = header::table(grid, facts, guessed.into_iter().collect(), how)?;
        self.rows = table.rows.len();
        self.model = Some(table.without_rows());
        Ok(Some(table))
    }

    fn next_piece(&mut self) -> Result<Option<SourceTable>, Refused> {
        let Some(grid) = self.next_grid()? else {
            return Ok(None);
        };
        self.rows += grid.rows.len();
        if self.rows > MOST_ROWS {
            return Err(too_large(Size::Rows, MOST_ROWS as u64));
        }
        let model = self.model.as_ref();
        model.map(|model| model.continued(grid)).transpose()
    }

    /// Whole rows, at least one; `None` at the end.
    fn next_grid(&mut self) -> Result<Option<super::Grid>, Refused> {
        loop {
            let whole = separated::whole_rows(&self.text, self.delimiter);
            let end = match (self.ended, whole.open) {
                (true, Some(line)) => {
                    return Err(Refused::UnclosedQuote {
                        line: line + self.line - 1,
                    });
                }
                (true, None) => self.text.len(),
                (false, _) => whole.end,
            };
            if end == 0 {
                if self.ended {
                    return Ok(None);
                }
                if self.text.len() > LONGEST_ROW {
                    let line = whole.open.unwrap_or(1) + self.line - 1;
                    return Err(Refused::UnclosedQuote { line });
                }
                self.read_block()?;
                continue;
            }
            let rest = self.text.split_off(end);
            let piece = std::mem::replace(&mut self.text, rest);
            let grid = separated::records(&piece, self.delimiter, self.line, &self.limits)?;
            self.line += separated::newlines(&piece);
            if !grid.rows.is_empty() {
                return Ok(Some(grid));
            }
        }
    }

    fn read_block(&mut self) -> Result<(), Refused> {
        let kept = self.raw.len();
        self.raw.resize(kept + BLOCK, 0);
        let read = fill(&mut self.file, &mut self.raw[kept..])?;
        self.raw.truncate(kept + read);
        self.ended = read < BLOCK;
        let end = if self.ended {
            self.raw.len()
        } else {
            after_last_line(&self.raw, self.found.charset)
        };
        if end == 0 && self.raw.len() > LONGEST_ROW {
            return Err(too_large(Size::TextBytes, LONGEST_ROW as u64));
        }
        let rest = self.raw.split_off(end);
        let bytes = std::mem::replace(&mut self.raw, rest);
        let charset = self.found.charset;
        let text = charset.decode(&bytes).ok_or_else(|| Refused::NotInEncoding {
            encoding: charset.name().to_owned(),
        })?;
        match composed(&text) {
            Some(together) => self.text.push_str(&together),
            None => self.text.push_str(&text),
        }
        if self.ended {
            self.text.truncate(self.text.trim_end_matches('\u{1a}').len());
        }
        Ok(())
    }
}

/// Behind the last end of a line; no letter and no mark reaches over it.
fn after_last_line(raw: &[u8], charset: Charset) -> usize {
    let unit: &[u8] = if charset == Charset::UTF_16LE {
        b"\n\0"
    } else if charset == Charset::UTF_16BE {
        b"\0\n"
    } else {
        b"\n"
    };
    let last = raw.chunks_exact(unit.len()).rposition(|found| found == unit);
    last.map_or(0, |at| (at + 1) * unit.len())
}

/// The charset of a long text, from all of it.
fn charset(path: &Path, told: Option<&str>) -> Result<Found, Refused> {
    let mut file = File::open(path).map_err(unreadable)?;
    let mut raw = vec![0; BLOCK];
    let mut length = fill(&mut file, &mut raw)?;
    if let Some(found) = encoding::declared(&raw[..length], told)? {
        return Ok(found);
    }
    let (mut sample, mut line, mut is_utf_8) = (Vec::new(), 1, true);
    loop {
        let ended = length < raw.len();
        let end = if ended {
            length
        } else {
            after_last_line(&raw[..length], Charset::UTF_8)
        };
        if end == 0 && !ended {
            // Lines that end otherwise, or none: such a text is read as a whole or not at all.
            return Err(too_large(Size::TextBytes, LONGEST_ROW as u64));
        }
        if is_utf_8 && std::str::from_utf8(&raw[..end]).is_err() {
            if let Some(broken) = encoding::line_of_broken_utf_8(&raw[..end]) {
                return Err(Refused::BrokenUtf8 {
                    line: line + broken - 1,
                });
            }
            is_utf_8 = false;
        }
        line += raw[..end].iter().filter(|&&b| b == b'\n').count() as u64;
        encoding::add_foreign_lines(&raw[..end], &mut sample);
        if ended {
            break;
        }
        let rest = length - end;
        raw.copy_within(end..length, 0);
        length = rest + fill(&mut file, &mut raw[rest..])?;
    }
    encoding::of_sample(&sample, is_utf_8)
}

#[cfg(test)]
mod tests;
