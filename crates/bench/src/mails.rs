//! Mails a second, read and stored durably, against a floor of the same run that writes the same bytes and rows and reads nothing.

use anyhow::Result;
use app::App;
use app::inbox::{Arrival, Way};
use jiff::Timestamp;
use std::path::Path;
use std::time::Instant;
use testkit::Centre;

use crate::office::futures;

const TIMES: usize = 1_000;
const MONDAY: &str = "2026-03-02T09:00:00+07:00";

/// A mail as they come: two forms of its words, what it answers, a picture.
fn mail(number: usize) -> Vec<u8> {
    let words = "Toi cho ket qua thu nghiem da hai tuan ma khong ai tra loi. ".repeat(20);
    let picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ".repeat(300);
    let lines: Vec<&str> = picture
        .as_bytes()
        .chunks(76)
        .filter_map(|line| std::str::from_utf8(line).ok())
        .collect();
    format!(
        "Return-Path: <lan@vi-du.example>\r\nReceived: from a by b; Mon, 02 Mar 2026 09:00:00 +0700\r\n\
         From: Lan <lan{number}@vi-du.example>\r\nTo: khieunai@tt.example\r\nSubject: Thu so {number}\r\n\
         Message-ID: <{number}@vi-du.example>\r\nReferences: <a@b.example> <c@d.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n\
         --y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n--y\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
         <p>{words}</p>\r\n--y--\r\n--x\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--x--\r\n",
        lines.join("\r\n")
    )
    .into_bytes()
}

async fn receive(app: &App, now: Timestamp, raw: Vec<u8>) -> Result<()> {
    let arrival = Arrival {
        at: now,
        way: Way::Command,
        notice: None,
    };
    app.receive_mail(now, arrival, raw).await?;
    Ok(())
}

/// Files of the same bytes, each durable under its name, one after the other.
async fn floor(directory: &Path) -> Result<f64> {
    let blobs = store::blobs::Blobs::open(directory.join("mail-floor")).await?;
    let begun = Instant::now();
    for number in 0..TIMES {
        let mut arriving = blobs.receive(app::new_id()).await?;
        arriving.write(&mail(TIMES * 9 + number)).await?;
        arriving.finish().await?;
    }
    Ok(TIMES as f64 / begun.elapsed().as_secs_f64())
}

pub async fn all(directory: &Path) -> Result<()> {
    let floor = floor(directory).await?;
    let bytes = mail(0).len();
    println!("\n| mail of {bytes} bytes, SQLite | a second | of the floor |\n|---|---|---|");
    println!("| a durable file of the same bytes | {floor:.0} | 1 |");
    for clients in [1, 2, 8] {
        let centre = Centre::on_sqlite(MONDAY).await;
        let (app, now) = (&centre.app, centre.now());
        let begun = Instant::now();
        futures(clients, |client| async move {
            for number in 0..TIMES / clients {
                receive(app, now, mail(number * clients + client)).await?;
            }
            Ok(())
        })
        .await?;
        let rate = TIMES as f64 / begun.elapsed().as_secs_f64();
        println!(
            "| read and stored, {clients} at once | {rate:.0} | {:.2} |",
            rate / floor
        );
        let found = app.verify(now).await?;
        anyhow::ensure!(
            found.is_clean() && found.counted.mails == TIMES,
            "a mail was lost"
        );
    }
    Ok(())
}
