//! A long text in pieces says what it says as a whole.

use super::super::Row;
use super::*;

fn written(name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("phucdap-pages-{}-{name}", std::process::id()));
    std::fs::write(&path, bytes).expect("the temporary directory can be written");
    path
}

/// A register of more than one piece, with quotations over several lines at every place where a piece may end.
fn long_register() -> String {
    let mut text = String::from("Ngày nhận,Số,Nội dung\n");
    let mut number = 0;
    while text.len() < 96 << 10 {
        number += 1;
        text.push_str(&format!(
            "21/03/2019,{number},\"Khách hàng phàn nàn\nvề thái độ \"\"phục vụ\"\", dòng thứ hai\"\n"
        ));
        if number % 7 == 0 {
            text.push('\n');
        }
    }
    text
}

fn pieces(bytes: &[u8], name: &str) -> Result<(Vec<SourceTable>, Vec<Row>), Refused> {
    let path = written(name, bytes);
    let read = || {
        let mut pages = Pages::open(&path, &Opening::default())?;
        let (mut tables, mut rows) = (Vec::new(), Vec::new());
        while let Some(mut table) = pages.next_piece()? {
            rows.append(&mut table.rows);
            tables.push(table);
        }
        Ok((tables, rows))
    };
    let read = read();
    std::fs::remove_file(path).expect("it was just written");
    read
}

#[test]
fn a_long_text_in_pieces_says_what_it_says_as_a_whole() {
    let text = long_register();
    let whole = SourceTable::open(text.as_bytes(), &Opening::default()).unwrap();
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for (name, bytes) in [
        ("utf-8", text.clone().into_bytes()),
        ("bom", marked),
        ("utf-16", utf_16),
    ] {
        let (tables, rows) = pieces(&bytes, name).unwrap();
        assert!(tables.len() > 3, "{name}: {}", tables.len());
        assert!(tables.iter().all(|table| table.headers == whole.headers));
        assert!(tables.iter().all(|table| table.problems.is_empty()));
        assert_eq!(rows.len(), whole.rows.len(), "{name}");
        assert!(rows == whole.rows, "{name}");
    }
}

#[test]
fn the_encoding_of_a_long_text_is_known_by_all_of_its_lines() {
    let mut bytes = b"received,summary\n".to_vec();
    while bytes.len() < 96 << 10 {
        bytes.extend_from_slice(b"21/03/2019,plain letters for a long while\n");
    }
    let before = bytes.clone();
    bytes.extend_from_slice(b"21/03/2019,Kh\xb8ch h\xb5ng khi\xd5u n\xb9i v\xd2 k\xd5t qu\xb6\n");
    let (tables, rows) = pieces(&bytes, "tcvn").unwrap();
    assert_eq!(tables[0].facts.encoding.unwrap().name, "TCVN3");
    assert_eq!(rows.last().unwrap().text(1), "Khách hàng khiếu nại về kết quả");

    let mut open = before;
    open.extend_from_slice(b"21/03/2019,\"never closed\nand on\n");
    let line = open.iter().filter(|&&b| b == b'\n').count() as u64 - 1;
    assert_eq!(
        pieces(&open, "open").unwrap_err(),
        Refused::UnclosedQuote { line }
    );
}
