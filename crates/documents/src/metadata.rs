//! What a system of electronic records hands to another: the fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II, as XML.
//!
//! Names, order and lengths are the appendix's. A value longer than its field is cut and ends in `…`: the PDF beside the XML has it
//! whole. What the product does not know – the identifiers of organisations, the count of pages – stays an empty element.

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Records of one kind, in the order of time.
pub enum Records {
    /// Hồ sơ (III).
    Files(Vec<File>),
    /// Văn bản đi (I).
    Outgoing(Vec<Outgoing>),
    /// Văn bản đến (II).
    Incoming(Vec<Incoming>),
}

/// Mã hồ sơ.
pub struct FileCode {
    pub catalog: i64,
    pub notation: String,
}

pub struct File {
    pub code: FileCode,
    pub title: String,
    pub language: String,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub note: String,
}

pub struct Outgoing {
    pub code: FileCode,
    pub type_name: String,
    pub number: String,
    pub notation: String,
    pub issued: Date,
    pub organ: String,
    pub subject: String,
    pub language: String,
    pub note: String,
    pub signer: String,
    pub to: String,
    pub copies: i64,
}

pub struct Incoming {
    pub code: FileCode,
    pub type_name: String,
    pub notation: String,
    pub issued: Option<Date>,
    pub organ: String,
    pub subject: String,
    pub language: String,
    pub note: String,
    pub arrived: Date,
    pub number: i64,
    pub receiver: String,
    pub progress: String,
    pub due: Option<Date>,
}

impl Records {
    /// UTF-8, one record after another.
    pub fn xml(&self) -> Vec<u8> {
        let mut out = Out(Writer::new_with_indent(Vec::new(), b' ', 2));
        out.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        match self {
            Records::Files(files) => out.all("Files", files, |out, it| it.write(out)),
            Records::Outgoing(letters) => out.all("OutgoingDocuments", letters, |out, it| it.write(out)),
            Records::Incoming(letters) => out.all("IncomingDocuments", letters, |out, it| it.write(out)),
        }
        let mut bytes = out.0.into_inner();
        bytes.push(b'\n');
        bytes
    }
}

struct Out(Writer<Vec<u8>>);

impl Out {
    fn write(&mut self, event: Event) {
        self.0.write_event(event).expect("memory takes every byte");
    }

    fn all<T>(&mut self, name: &str, records: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.inside(name, |out| {
            for record in records {
                one(out, record);
            }
        });
    }

    fn inside(&mut self, name: &str, fill: impl FnOnce(&mut Self)) {
        self.write(Event::Start(BytesStart::new(name)));
        fill(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    fn field(&mut self, name: &str, value: &str, longest: usize) {
        let value = fitting(value, longest);
        self.inside(name, |out| out.write(Event::Text(BytesText::new(&value))));
    }

    fn date(&mut self, name: &str, day: Option<Date>) {
        let day = day.map(|day| format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year()));
        self.field(name, &day.unwrap_or_default(), 10);
    }

    fn code(&mut self, code: &FileCode) {
        self.inside("FileCode", |out| {
            out.field("OrganId", "", 13);
            out.field("FileCatalog", &code.catalog.to_string(), 4);
            out.field("FileNotation", &code.notation, 20);
        });
    }
}

/// Without what XML cannot hold, and no longer than its field.
fn fitting(value: &str, longest: usize) -> String {
    let spaced = value
        .chars()
        .map(|c| if c == '\n' || c == '\t' { ' ' } else { c });
    let clean: String = spaced
        .filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    if clean.chars().nth(longest).is_none() {
        return clean;
    }
    let mut cut: String = clean.chars().take(longest.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

impl File {
    fn write(&self, out: &mut Out) {
        out.inside("File", |out| {
            out.code(&self.code);
            out.field("Title", &self.title, 500);
            out.field("Maintenance", "", 30);
            out.field("Rights", "", 30);
            out.field("Creator", "", 30);
            out.field("Language", &self.language, 50);
            out.date("StartDate", self.start);
            out.date("EndDate", self.end);
            out.field("DocTotal", "", 4);
            out.field("PageTotal", "", 4);
            out.field("Description", &self.note, 500);
        });
    }
}

impl Outgoing {
    fn write(&self, out: &mut Out) {
        out.inside("OutgoingDocument", |out| {
            out.code(&self.code);
            out.field("DocOrdinal", "", 3);
            out.field("TypeName", &self.type_name, 100);
            out.field("CodeNumber", &self.number, 11);
            out.field("CodeNotation", &self.notation, 30);
            out.date("IssuedDate", Some(self.issued));
            out.field("OrganName", &self.organ, 200);
            out.field("Subject", &self.subject, 500);
            out.field("Language", &self.language, 30);
            out.field("PageAmount", "", 3);
            out.field("Description", &self.note, 500);
            out.inside("SignerInfo", |out| {
                out.field("Position", "", 100);
                out.field("FullName", &self.signer, 50);
            });
            out.inside("To", |out| {
                out.field("OrganId", "", 13);
                out.field("OrganName", &self.to, 200);
            });
            out.field("Priority", "0", 1);
            out.field("IssuedAmount", &self.copies.to_string(), 3);
            out.date("DueDate", None);
        });
    }
}

impl Incoming {
    fn write(&self, out: &mut Out) {
        out.inside("IncomingDocument", |out| {
            out.code(&self.code);
            out.field("DocOrdinal", "", 3);
            out.field("TypeName", &self.type_name, 100);
            out.field("CodeNumber", "", 11);
            out.field("CodeNotation", &self.notation, 30);
            out.date("IssuedDate", self.issued);
            out.field("OrganName", &self.organ, 200);
            out.field("Subject", &self.subject, 500);
            out.field("Language", &self.language, 30);
            out.field("PageAmount", "", 3);
            out.field("Description", &self.note, 500);
            out.date("ArrivalDate", Some(self.arrived));
            out.field("ArrivalNumber", &self.number.to_string(), 10);
            out.inside("SignerInfo", |out| {
                out.field("Position", "", 100);
                out.field("FullName", "", 50);
            });
            out.field("Priority", "0", 1);
            out.field("ToPlaces", &self.receiver, 1000);
            out.field("TraceHeaderList", &self.progress, usize::MAX);
            out.date("DueDate", self.due);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn incoming(subject: &str) -> Vec<u8> {
        Records::Incoming(vec![Incoming {
            code: FileCode {
                catalog: 2026,
                notation: "KN-2026-003".to_owned(),
            },
            type_name: "Đơn".to_owned(),
            notation: String::new(),
            issued: Some(date(2026, 2, 1)),
            organ: "Công ty A & B".to_owned(),
            subject: subject.to_owned(),
            language: "Tiếng Việt".to_owned(),
            note: String::new(),
            arrived: date(2026, 2, 4),
            number: 7,
            receiver: String::new(),
            progress: String::new(),
            due: None,
        }])
        .xml()
    }

    #[test]
    fn fields_stand_in_the_order_of_the_appendix_and_are_escaped() {
        let xml = String::from_utf8(incoming("a < b")).unwrap();
        let mut place = 0;
        for name in [
            "FileCode>",
            "FileCatalog>2026",
            "FileNotation>KN-2026-003",
            "IssuedDate>01/02/2026",
            "OrganName>Công ty A &amp; B",
            "Subject>a &lt; b",
            "ArrivalDate>04/02/2026",
            "ArrivalNumber>7",
            "ToPlaces>",
            "DueDate>",
        ] {
            let found = xml[place..].find(name);
            place += found.unwrap_or_else(|| panic!("{name} is not behind the one before it:\n{xml}"));
        }
    }

    #[test]
    fn what_is_too_long_is_cut_and_what_xml_cannot_hold_is_left_out() {
        let xml = String::from_utf8(incoming(&format!("\u{0}{}", "x".repeat(600)))).unwrap();
        assert!(
            xml.contains(&format!("<Subject>{}…</Subject>", "x".repeat(499))),
            "{xml}"
        );
    }
}
