//! The binary as a process: how soon it answers, and how much memory it rests in.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Starts the binary on a database that is already there, as every start but the first finds it.
pub async fn start_and_rest(directory: &Path) -> Result<()> {
    let own = std::env::current_exe()?;
    let binary = own.with_file_name("phucdap");
    if !binary.exists() {
        println!(
            "process: not measured; build the product in the same profile first (cargo build --release)"
        );
        return Ok(());
    }
    let data = directory.join("process");
    let mut starts = Vec::new();
    let mut memory = 0;
    for round in 0..6 {
        let begun = Instant::now();
        let mut child = Command::new(&binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let stdout = child.stdout.take().context("its output is ours")?;
        let mut lines = BufReader::new(stdout).lines();
        let address = lines.by_ref().map_while(Result::ok).find_map(|line| {
            line.split_once("http://")
                .map(|(_, rest)| rest.trim().trim_end_matches('/').to_owned())
        });
        let address = address.context("it tells its address")?;
        let stream = tokio::net::TcpStream::connect(&address).await?;
        drop(stream);
        // The first start makes the database.
        if round > 0 {
            starts.push(begun.elapsed().as_secs_f64());
        }
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        memory = resident(child.id())?;
        child.kill()?;
        child.wait()?;
    }
    let (p50, _) = crate::spread(starts);
    println!("start to listening           {p50:>8.0} ms");
    println!("resident at rest             {:>8.1} MiB", memory as f64 / 1024.0);
    Ok(())
}

fn resident(process: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .context("Linux tells it")?;
    line.split_whitespace()
        .nth(1)
        .context("a figure")?
        .parse()
        .context("a number")
}
