//! Comma-separated values that every spreadsheet opens as text: UTF-8 with its mark, RFC 4180, and no cell that can run as a formula.

use std::io::Write;

/// Writes a table row by row into anything that takes bytes.
pub struct Table<W: Write> {
    inner: csv::Writer<W>,
}

/// The mark by which Excel knows that a file is UTF-8.
const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

impl<W: Write> Table<W> {
    /// # Errors
    /// Whatever takes the bytes fails.
    pub fn new(mut to: W, heads: &[&str]) -> Result<Self, csv::Error> {
        to.write_all(UTF8_MARK)?;
        let mut inner = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(to);
        inner.write_record(heads.iter().map(|head| safe(head)))?;
        Ok(Self { inner })
    }

    /// # Errors
    /// Whatever takes the bytes fails.
    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) -> Result<(), csv::Error> {
        self.inner
            .write_record(cells.iter().map(|cell| safe(cell.as_ref())))
    }

    /// # Errors
    /// Whatever takes the bytes fails.
    pub fn finish(self) -> Result<W, csv::Error> {
        self.inner
            .into_inner()
            .map_err(|error| csv::Error::from(error.into_error()))
    }
}

/// A cell that a spreadsheet would calculate begins with an apostrophe instead (OWASP, CSV injection).
pub fn safe(cell: &str) -> String {
    let first = cell
        .trim_start_matches([' ', '\u{a0}', '\u{3000}'])
        .chars()
        .next();
    let runs = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    if runs { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_can_run_as_a_formula() {
        for bad in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "  =HYPERLINK(\"x\")",
            "＝1",
        ] {
            assert!(safe(bad).starts_with('\''), "{bad}");
        }
        for fine in ["Nguyễn Văn A", "2026-0001", "a=b", ""] {
            assert_eq!(safe(fine), fine);
        }
    }

    #[test]
    fn a_table_has_its_mark_and_quotes_what_must_be_quoted() {
        let mut table = Table::new(Vec::new(), &["Số", "Nội dung"]).unwrap();
        table.row(&["2026-0001", "nói \"không\", rồi đi\nvề"]).unwrap();
        let bytes = table.finish().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(
            text,
            "\u{feff}Số,Nội dung\r\n2026-0001,\"nói \"\"không\"\", rồi đi\nvề\"\r\n"
        );
    }
}
