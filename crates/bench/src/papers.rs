//! What papers cost: a warm letter, a dossier, a register of ten thousand lines, a workbook of a million. The floor of a paper is the
//! setting of the one-page letter, page for page; that of the workbook is the same cells written out as text.

use anyhow::Result;
use documents::dossier::Made;
use documents::letter::Purpose;
use documents::register::Kind;
use documents::sample;
use documents::sheet::{Book, Cell};
use i18n::{Lang, Texts, texts};
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use crate::spread;

pub fn all(directory: &Path) -> Result<()> {
    let t = texts(Lang::Vi);
    // First, while nothing else has been held in memory.
    workbook(t, directory)?;
    let floor = letter(t)?;
    dossier(t, floor)?;
    register(t, floor)
}

/// Milliseconds of one page.
fn letter(t: &'static Texts) -> Result<f64> {
    let mut letter = sample::letter(t, Purpose::Reply);
    let subject = letter.subject.clone();
    let mut seconds = Vec::new();
    for place in 0..220 {
        // Another letter each time: nothing is only remembered.
        letter.subject = format!("{subject} {place}");
        let began = Instant::now();
        letter.pdf()?;
        if place >= 20 {
            seconds.push(began.elapsed().as_secs_f64());
        }
    }
    let (p50, p99) = spread(seconds);
    println!("letter of one page, warm: p50 {p50:.1} ms, p99 {p99:.1} ms (aim 5 ms)");
    Ok(p50)
}

fn dossier(t: &'static Texts, floor: f64) -> Result<()> {
    const EVENTS: usize = 60;
    let mut dossier = sample::dossier(t)?;
    dossier.history = dossier.history.iter().cycle().take(EVENTS).cloned().collect();
    let mut seconds = Vec::new();
    for place in 0..25 {
        dossier.history[0].what = format!("{} {place}", dossier.history[1].what);
        let one = dossier.clone();
        let began = Instant::now();
        let Made::Pdf(_) = one.made()? else {
            anyhow::bail!("the files of the sample are small");
        };
        if place >= 5 {
            seconds.push(began.elapsed().as_secs_f64());
        }
    }
    let (p50, p99) = spread(seconds);
    println!(
        "dossier of {EVENTS} events: p50 {p50:.0} ms, p99 {p99:.0} ms, {:.0} letters (aim 150 ms)",
        p50 / floor
    );
    Ok(())
}

fn register(t: &'static Texts, floor: f64) -> Result<()> {
    for lines in [1_000, 10_000] {
        let register = sample::register(t, Kind::Cases, lines);
        let began = Instant::now();
        let bytes = register.pdf()?;
        let seconds = began.elapsed().as_secs_f64();
        println!(
            "register of {lines} lines: {seconds:.2} s, {:.0} letters, {} KiB{}",
            seconds * 1e3 / floor,
            bytes.len() / 1024,
            if lines == 10_000 { " (aim 3 s)" } else { "" }
        );
    }
    Ok(())
}

fn workbook(t: &'static Texts, directory: &Path) -> Result<()> {
    const ROWS: u32 = 1_000_000;
    let rows = sample::register(t, Kind::Outgoing, 1_000).rows;
    let columns = Kind::Outgoing.columns(t);

    let began = Instant::now();
    let mut text = std::io::BufWriter::new(std::fs::File::create(directory.join("rows.txt"))?);
    for row in rows.iter().cycle().take(ROWS as usize) {
        for cell in row {
            match cell {
                Cell::Text(words) => write!(text, "{words};")?,
                Cell::Number(number) => write!(text, "{number};")?,
                Cell::Date(day) => write!(text, "{day};")?,
                Cell::Empty => write!(text, ";")?,
            }
        }
        writeln!(text)?;
    }
    text.flush()?;
    let floor = f64::from(ROWS) / began.elapsed().as_secs_f64();

    let began = Instant::now();
    let mut book = Book::new();
    let mut sheet = book.sheet(t.letters_outgoing(), Kind::Outgoing.title(t), &columns)?;
    for row in rows.iter().cycle().take(ROWS as usize) {
        sheet.row(row)?;
    }
    sheet.end()?;
    let path = directory.join("rows.xlsx");
    book.save(&path)?;
    let rate = f64::from(ROWS) / began.elapsed().as_secs_f64();
    println!(
        "workbook of {ROWS} rows of {} columns: {rate:.0} rows/s, {:.2} of the same cells as text; at most {} MiB resident; {} MiB (aim 100,000 rows/s, 150 MB)",
        columns.len(),
        rate / floor,
        most_resident().unwrap_or_default() / 1024,
        std::fs::metadata(&path)?.len() >> 20,
    );
    Ok(())
}

/// The most memory that this process ever held, in KiB.
fn most_resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
