//! A sheet that is too long to be held: parsed on a thread of its own, which waits until its next rows are wanted.

use std::fs::File;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::super::sheet::SheetTables;
use super::super::{Opening, SourceTable};
use super::sparse::Sparse;
use super::{Book, Further, Limits, damaged, gave_up, package, too_large};
use crate::refused::{Refused, Size};

/// Workbooks that unpack to less are read in one piece.
const SHORT: u64 = if cfg!(test) { 64 << 10 } else { 8 << 20 };
/// The longest file, and what all its parts may unpack to.
const MOST_BYTES: u64 = 512 << 20;
const MOST_UNPACKED: u64 = 2 << 30;
/// As many as a sheet of Excel has.
const MOST_ROWS: usize = 1 << 20;

type Piece = Result<SourceTable, Refused>;

pub(in crate::source) struct LongSheet {
    pieces: Receiver<Piece>,
}

impl LongSheet {
    /// None when the workbook is short, or of a kind that is only read whole.
    pub fn open(path: &Path, size: u64, how: &Opening) -> Result<Option<LongSheet>, Refused> {
        let file = File::open(path).map_err(damaged)?;
        let unpacked = package::announced(BufReader::new(file))?;
        if unpacked.is_none_or(|unpacked| unpacked <= SHORT) {
            return Ok(None);
        }
        if size > MOST_BYTES {
            return Err(too_large(Size::Bytes, MOST_BYTES));
        }
        let (give, pieces) = sync_channel(1);
        let (path, how) = (path.to_owned(), how.clone());
        let work = std::thread::Builder::new().name("long-sheet".to_owned());
        work.spawn(move || work_through(&path, &how, &give))
            .map_err(damaged)?;
        Ok(Some(LongSheet { pieces }))
    }

    pub fn next_piece(&mut self) -> Result<Option<SourceTable>, Refused> {
        // The thread lets go of its end when it is done.
        self.pieces.recv().map_or(Ok(None), |piece| piece.map(Some))
    }
}

/// Whoever stops asking for pieces ends the work.
fn work_through(path: &PathBuf, how: &Opening, give: &SyncSender<Piece>) {
    let ended = catch_unwind(AssertUnwindSafe(|| read(path, how, give)));
    if let Err(refused) = ended.unwrap_or_else(|_| Err(gave_up())) {
        let _ = give.send(Err(refused));
    }
}

fn read(path: &PathBuf, how: &Opening, give: &SyncSender<Piece>) -> Result<(), Refused> {
    let limits = Limits {
        rows: MOST_ROWS,
        unpacked_bytes: MOST_UNPACKED,
        ..how.limits
    };
    let open = || File::open(path).map(BufReader::new).map_err(damaged);
    let looked = package::look_through(open()?, &limits)?;
    let mut book = Book::open(open()?, looked.format)?;
    let chosen = book.choose(how.sheet.as_deref(), looked.sheets)?;
    let name = chosen.name.clone();
    let mut tables = SheetTables::in_pieces(chosen);
    let mut sparse = Sparse::new(&limits);
    let (mut rows, mut finished) = (0, None);
    let mut is_wanted = true;
    book.cells(&name, &mut |row, column, cell| {
        if sparse.is_full() && !sparse.rows.contains_key(&row) {
            rows += sparse.rows.len();
            if rows > MOST_ROWS {
                return Err(too_large(Size::Rows, MOST_ROWS as u64));
            }
            finished = sparse.rows.last_key_value().map(|(last, _)| *last);
            is_wanted = give.send(tables.next(sparse.grid(), how)).is_ok();
            if !is_wanted {
                return Ok(Further::Stop);
            }
        }
        if finished.is_some_and(|finished| row <= finished) {
            return Err(damaged("rows that do not stand in their order"));
        }
        sparse.add(row, column, cell)
    })?;
    if is_wanted && !sparse.rows.is_empty() {
        let _ = give.send(tables.next(sparse.grid(), how));
    }
    Ok(())
}
