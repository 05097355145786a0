//! Old registers: how long a thousand rows take, and how much memory a million does, beside the same rows in a bare loop.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use app::imports::OnDisk;
use app::transcribe::Origin;
use documents::sheet::{Book, Cell, Column};
use jiff::civil::date;
use procedure::Actor;
use testkit::Centre;
use transcription::survey;

/// A small one, and nearly as many rows as a sheet can have.
const WORKBOOKS: [usize; 2] = [50_000, 1_000_000];

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

pub async fn all(directory: &Path) -> Result<()> {
    // Two of everything, because the first of each pays for what the process has not done yet.
    for rows in [1_000, 1_000, 50_000] {
        whole(directory, rows).await?;
    }
    looked_through(&written(directory, 1_000_000)?, 1_000_000, true)?;
    for rows in WORKBOOKS {
        looked_through(&workbook(directory, rows)?, rows, false)?;
    }
    Ok(())
}

/// From the file on the disk to the last commit, as the command does it.
async fn whole(directory: &Path, rows: usize) -> Result<()> {
    let file = written(directory, rows)?;
    let floor = bare(&file)?;
    let centre = Centre::on_sqlite(MONDAY).await;
    let begun = Instant::now();
    let today = date(2026, 3, 2);
    let seen = survey(&file, None, today, &mut |_| {}).map_err(|why| anyhow::anyhow!("{why}"))?;
    let read = begun.elapsed().as_secs_f64();
    let origin = Origin {
        sha256: rows.to_string(),
        file_name: "register.csv".to_owned(),
        size: 0,
        mapping: String::new(),
    };
    let source = OnDisk {
        path: file.clone(),
        mapping: seen.mapping,
        today,
        days: seen.days,
    };
    let imported = centre
        .app
        .import_from(centre.now(), Actor::System, &origin, &source, &|_| {})
        .await?;
    let all = begun.elapsed().as_secs_f64();
    anyhow::ensure!(imported.records == rows, "every row goes in");
    println!(
        "import of {rows} rows into SQLite: {all:.2} s, {:.0} rows/s; looked through in {read:.3} s; the bare lines {floor:.3} s",
        rows as f64 / all
    );
    Ok(std::fs::remove_file(file)?)
}

/// The dry run of a file that is never held.
fn looked_through(file: &Path, rows: usize, is_text: bool) -> Result<()> {
    let size = std::fs::metadata(file)?.len() >> 20;
    let kind = if is_text { "text" } else { "workbook" };
    let floor = if is_text { bare(file)? } else { unread(file)? };
    let before = resident()?;
    let (begun, mut told) = (Instant::now(), 0);
    let seen = survey(file, None, date(2026, 3, 2), &mut |_| told += 1);
    let seen = seen.map_err(|why| anyhow::anyhow!("{why}"))?;
    let all = begun.elapsed().as_secs_f64();
    anyhow::ensure!(seen.totals.rows_read == rows, "every row is read");
    println!(
        "dry run of a {kind} of {rows} rows ({size} MiB): {all:.1} s, {:.0} rows/s, {} MiB more at its peak, progress told \
         {told} times; its bare lines or bytes {floor:.2} s",
        rows as f64 / all,
        resident()?.saturating_sub(before)
    );
    Ok(std::fs::remove_file(file)?)
}

/// The floor of a packed file: its bytes from the disk.
fn unread(file: &Path) -> Result<f64> {
    let begun = Instant::now();
    let read = std::io::copy(&mut std::fs::File::open(file)?, &mut std::io::sink())?;
    anyhow::ensure!(read > 0, "there are bytes");
    Ok(begun.elapsed().as_secs_f64())
}

/// The floor: each line read, and cut where commas are.
fn bare(file: &Path) -> Result<f64> {
    let begun = Instant::now();
    let mut cells = 0;
    for line in std::io::BufRead::lines(std::io::BufReader::new(std::fs::File::open(file)?)) {
        cells += line?.split(',').count();
    }
    anyhow::ensure!(cells > 0, "there are lines");
    Ok(begun.elapsed().as_secs_f64())
}

fn written(directory: &Path, rows: usize) -> Result<PathBuf> {
    let path = directory.join(format!("register-{rows}.csv"));
    let mut to = std::io::BufWriter::new(std::fs::File::create(&path)?);
    writeln!(to, "number,date received,complainant,channel,kind,summary")?;
    for row in 0..rows {
        let (year, month, day) = (1995 + row % 30, 1 + row % 12, 1 + row % 28);
        writeln!(
            to,
            "{},{year}-{month:02}-{day:02},Company {},letter,complaint,\"Test report came late, case {row}\"",
            row + 1,
            row % 5_000
        )?;
    }
    to.flush()?;
    Ok(path)
}

/// The same rows in the one sheet of a workbook.
fn workbook(directory: &Path, rows: usize) -> Result<PathBuf> {
    let path = directory.join(format!("register-{rows}.xlsx"));
    let heads = [
        "number",
        "date received",
        "complainant",
        "channel",
        "kind",
        "summary",
    ];
    let columns = heads.map(|head| Column::new(head, 20));
    let mut book = Book::new();
    let mut sheet = book.sheet("Register", "Register of complaints", &columns)?;
    for row in 0..rows {
        let (year, month, day) = (1995 + row % 30, 1 + row % 12, 1 + row % 28);
        sheet.row(&[
            Cell::Number((row + 1) as f64),
            Cell::Date(date(year as i16, month as i8, day as i8)),
            Cell::Text(format!("Company {}", row % 5_000)),
            Cell::Text("letter".to_owned()),
            Cell::Text("complaint".to_owned()),
            Cell::Text(format!("Test report came late, case {row}")),
        ])?;
    }
    sheet.end()?;
    book.save(&path)?;
    // From here on the peak is that of the reading.
    std::fs::write("/proc/self/clear_refs", "5")?;
    Ok(path)
}

/// The most memory that the process has held, in MiB.
fn resident() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(kilobytes.context("the system tells the peak")?.parse::<u64>()? / 1024)
}
