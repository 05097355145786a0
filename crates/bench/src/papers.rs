//! What papers cost: a warm letter, a register of ten thousand lines, a workbook of a million.

use anyhow::Result;
use documents::letter::Purpose;
use documents::register::Kind;
use documents::sample;
use i18n::{Lang, texts};
use std::time::Instant;

use crate::spread;

pub fn all() -> Result<()> {
    let t = texts(Lang::Vi);
    let mut letter = sample::letter(t, Purpose::Reply);
    let mut seconds = Vec::new();
    for place in 0..220 {
        // Another letter each time: nothing is only remembered.
        letter.subject = format!("{} {place}", sample::letter(t, Purpose::Reply).subject);
        let began = Instant::now();
        letter.pdf()?;
        if place >= 20 {
            seconds.push(began.elapsed().as_secs_f64());
        }
    }
    let (p50, p99) = spread(seconds);
    println!("letter of one page, warm: p50 {p50:.1} ms, p99 {p99:.1} ms");
    for lines in [100, 1_000, 10_000] {
        let register = sample::register(t, Kind::Cases, lines);
        let began = Instant::now();
        let bytes = register.pdf()?;
        println!(
            "register of {lines} lines: {:.2} s, {} KiB",
            began.elapsed().as_secs_f64(),
            bytes.len() / 1024
        );
    }
    Ok(())
}
