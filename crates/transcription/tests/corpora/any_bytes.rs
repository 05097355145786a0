//! No input makes the reader panic or take more memory than its limits allow.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use transcription::{Limits, Mapping, Opening, SourceTable, guess, read, transcribe};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::shared::{TODAY, files, folder, peak_megabytes};

/// The pieces that registers are made of, in any order.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[,;\t|\"\r\n ]{1,3}",
        "[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}( [0-9]{1,2}[:h][0-9]{0,2}( ?(AM|PM|SA|CH|Z))?)?",
        "[0-9]{1,9}(\\.[0-9]{1,4})?",
        "(Ngày nhận|Nội dung|Ngày trả lời|Date received|open_dt|Kênh|Loại|STT|\\(1\\)|\\(2\\))",
        "(ngày|tháng|năm|Jan|January|3rd|khiếu nại|điện thoại|#N/A|sep=;)",
        any::<char>().prop_map(String::from),
    ]
}

const MAPPING: &str = "
    [columns]
    received = \"Ngày nhận\"
    summary = [\"Nội dung\", \"[B]\"]
    answered = \"Ngày trả lời\"
    channel = \"Kênh\"
    [dates]
    serials = \"1900\"
    none = [\"3\"]
";

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(
        start in proptest::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
        rest in proptest::collection::vec(any::<u8>(), 0..4096),
    ) {
        let bytes = [start, &rest].concat();
        let _ = transcribe(&bytes, None, TODAY);
    }

    #[test]
    fn any_text_made_of_the_pieces_of_registers_is_read_or_refused(
        pieces in proptest::collection::vec(piece(), 0..200),
        header_rows in 1_u32..4,
    ) {
        let text = pieces.concat();
        let mapping = Mapping::from_toml(MAPPING).expect("a mapping");
        let how = Opening { header_rows, ..mapping.opening() };
        if let Ok(table) = SourceTable::open(text.as_bytes(), &how) {
            let reading = read(&table, &mapping, TODAY);
            prop_assert_eq!(reading.accepted().is_some(), reading.totals().errors == 0);
            let guessed = guess(&table);
            prop_assert_eq!(guessed.mapping.columns.answered, None);
            for row in reading.rows_as_read() {
                prop_assert_eq!(row.source.len(), table.headers.len());
            }
        }
    }

    #[test]
    fn any_mapping_is_read_or_refused(toml in "[\\[\\]a-z.=\" {},0-9\n]{0,200}") {
        let _ = Mapping::from_toml(&toml);
    }
}

#[test]
fn damaged_workbooks_are_read_or_refused_within_bounds() {
    let Some(folder) = folder("spreadsheets/calamine") else {
        return;
    };
    let limits = Limits {
        unpacked_bytes: 16 << 20,
        cells: 200_000,
        text_bytes: 8 << 20,
        ..Limits::default()
    };
    let how = Opening {
        limits,
        ..Opening::default()
    };
    // A generator of our own, so that every run damages the same bytes.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let seeds = files(&folder)
        .into_iter()
        .filter(|(_, bytes)| (1000..40_000).contains(&bytes.len()));
    let mut opened = 0;
    for (name, bytes) in seeds {
        for _ in 0..6 {
            let damaged = match name.ends_with(".xls") {
                true => damage(&bytes, &mut random),
                false => damage_a_part(&bytes, &mut random),
            };
            opened += usize::from(SourceTable::open(&damaged, &how).is_ok());
        }
    }
    assert!(
        opened > 50,
        "most damage is harmless, yet only {opened} were opened"
    );
    if let Some(peak) = peak_megabytes() {
        assert!(peak < 600, "{peak} MB");
    }
}

fn damage(bytes: &[u8], random: &mut impl FnMut(usize) -> usize) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    let (one, other) = (random(bytes.len()), random(bytes.len()));
    match random(4) {
        0 => damaged.truncate(one),
        1 => damaged
            .splice(one..one, bytes[one.min(other)..one.max(other)].to_vec())
            .for_each(drop),
        _ => {}
    }
    for _ in 0..=random(8) {
        let at = random(damaged.len().max(1));
        let interesting = [0x00, 0x01, 0x7f, 0xff, b'9', b'"', b'<'];
        if let Some(byte) = damaged.get_mut(at) {
            *byte = interesting[random(interesting.len())];
        }
    }
    damaged
}

/// Damages one part and zips it again, so that the damage gets past the checksums.
fn damage_a_part(bytes: &[u8], random: &mut impl FnMut(usize) -> usize) -> Vec<u8> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return damage(bytes, random);
    };
    let chosen = random(archive.len());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part of a known file");
        let name = part.name().expect("a known name").into_owned();
        let mut content = Vec::new();
        if part.read_to_end(&mut content).is_err() {
            return damage(bytes, random);
        }
        if at == chosen && !content.is_empty() {
            content = damage(&content, random);
        }
        zip.start_file(name, SimpleFileOptions::default())
            .expect("a fresh archive");
        zip.write_all(&content).expect("a fresh archive");
    }
    zip.finish().expect("a fresh archive").into_inner()
}
