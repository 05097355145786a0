//! One Vietnamese register in seven encodings.

use transcription::{KnownBy, Opening, SourceTable};

use crate::shared::{files, folder};

fn cells(table: &SourceTable) -> Vec<Vec<String>> {
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.cells.iter().map(|cell| cell.text.clone()).collect());
    std::iter::once(table.headers.clone()).chain(rows).collect()
}

#[test]
fn one_register_says_the_same_in_every_encoding() {
    let Some(folder) = folder("vietnamese/legacy-encodings") else {
        return;
    };
    let files = files(&folder);
    let open = |bytes: &[u8]| SourceTable::open(bytes, &Opening::default());
    let (_, plain) = files
        .iter()
        .find(|(name, _)| name == "register.utf8.csv")
        .expect("the plain one");
    let expected = cells(&open(plain).expect("UTF-8"));
    assert_eq!(expected[0], ["Mã", "Tên đơn vị", "Trước sáp nhập"]);
    let mut read = Vec::new();
    for (name, bytes) in &files {
        let table = open(bytes).expect(name);
        let encoding = table.facts.encoding.expect("a delimited text");
        read.push((name.as_str(), encoding.name, encoding.known_by));
        let semicolons = name.contains("semicolon");
        assert_eq!(
            table.facts.delimiter,
            Some(if semicolons { ';' } else { ',' }),
            "{name}"
        );
        // That file has its commas within cells changed too.
        let mut found = cells(&table);
        if semicolons {
            found
                .iter_mut()
                .flatten()
                .for_each(|cell| *cell = cell.replace(';', ","));
        }
        assert_eq!(found, expected, "{name}");
    }
    assert_eq!(
        read,
        [
            ("register.cp1258.csv", "windows-1258", KnownBy::Guess),
            ("register.semicolon-utf8-bom.csv", "UTF-8", KnownBy::ByteOrderMark),
            ("register.tcvn5712-1.csv", "TCVN3", KnownBy::Guess),
            ("register.utf16le-bom.csv", "UTF-16LE", KnownBy::ByteOrderMark),
            ("register.utf8-bom.csv", "UTF-8", KnownBy::ByteOrderMark),
            ("register.utf8-nfd.csv", "UTF-8", KnownBy::Itself),
            ("register.utf8.csv", "UTF-8", KnownBy::Itself),
        ]
    );
}
