//! Old registers: how long a thousand rows take, and how much memory a million does, beside the same rows in a bare loop.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result};
use app::imports::OnDisk;
use app::transcribe::Origin;
use jiff::civil::date;
use procedure::Actor;
use testkit::Centre;
use transcription::survey;

const MONDAY: &str = "2026-03-02T09:00:00+07:00";

pub async fn all(directory: &Path) -> Result<()> {
    // Two of everything, because the first of each pays for what the process has not done yet.
    for rows in [1_000, 1_000, 50_000] {
        whole(directory, rows).await?;
    }
    looked_through(directory, 1_000_000)
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
fn looked_through(directory: &Path, rows: usize) -> Result<()> {
    let file = written(directory, rows)?;
    let size = std::fs::metadata(&file)?.len() >> 20;
    let floor = bare(&file)?;
    let before = resident()?;
    let (begun, mut told) = (Instant::now(), 0);
    let seen = survey(&file, None, date(2026, 3, 2), &mut |_| told += 1);
    let seen = seen.map_err(|why| anyhow::anyhow!("{why}"))?;
    let all = begun.elapsed().as_secs_f64();
    anyhow::ensure!(seen.totals.rows_read == rows, "every row is read");
    println!(
        "dry run of {rows} rows ({size} MiB): {all:.1} s, {:.0} rows/s, {} MiB more at its peak, progress told {told} times; \
         the bare lines {floor:.2} s",
        rows as f64 / all,
        resident()?.saturating_sub(before)
    );
    Ok(std::fs::remove_file(file)?)
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

/// The most memory that the process has held, in MiB.
fn resident() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(kilobytes.context("the system tells the peak")?.parse::<u64>()? / 1024)
}
