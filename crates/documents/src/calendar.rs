//! A calendar of days as other programs subscribe to it (iCalendar, RFC 5545): what is due on a day, without a time.

use jiff::Timestamp;
use jiff::civil::Date;

/// Something that falls on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same whenever the calendar is fetched; no two entries have the same.
    pub uid: String,
    pub on: Date,
    pub summary: String,
    pub description: String,
    pub url: Option<String>,
}

/// A calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    pub name: String,
    pub entries: Vec<Entry>,
    pub made_at: Timestamp,
}

/// The longest line in bytes, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

impl Calendar {
    /// The calendar as text, with the line ends of the wire.
    pub fn ics(&self) -> String {
        let stamp = self.made_at.strftime("%Y%m%dT%H%M%SZ").to_string();
        let mut lines = vec![
            "BEGIN:VCALENDAR".to_owned(),
            "VERSION:2.0".to_owned(),
            "PRODID:-//Phuc Dap//phucdap//VI".to_owned(),
            "CALSCALE:GREGORIAN".to_owned(),
            format!("NAME:{}", escaped(&self.name)),
            format!("X-WR-CALNAME:{}", escaped(&self.name)),
            // RFC 7986, 5.7.
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H".to_owned(),
        ];
        for entry in &self.entries {
            lines.push("BEGIN:VEVENT".to_owned());
            lines.push(format!("UID:{}", escaped(&entry.uid)));
            lines.push(format!("DTSTAMP:{stamp}"));
            lines.push(format!("DTSTART;VALUE=DATE:{}", entry.on.strftime("%Y%m%d")));
            lines.push(format!("SUMMARY:{}", escaped(&entry.summary)));
            lines.push(format!("DESCRIPTION:{}", escaped(&entry.description)));
            if let Some(url) = &entry.url {
                lines.push(format!("URL:{}", url.replace(['\r', '\n'], "")));
            }
            // A duty leaves the day free.
            lines.push("TRANSP:TRANSPARENT".to_owned());
            lines.push("END:VEVENT".to_owned());
        }
        lines.push("END:VCALENDAR".to_owned());
        lines.iter().map(|line| folded(line)).collect()
    }
}

/// Text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A line cut into pieces that are short enough, never within a character.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + 8);
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > LONGEST {
            folded.push_str("\r\n ");
            width = 1;
        }
        folded.push(c);
        width += c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_whole_and_end_as_on_the_wire() {
        let calendar = Calendar {
            name: "Phúc Đáp".to_owned(),
            entries: vec![Entry {
                uid: "2026-0007.B2.4@phucdap".to_owned(),
                on: "2026-04-01".parse().unwrap(),
                summary: "2026-0007: Trả lời khiếu nại, phàn nàn; ".repeat(5),
                description: "a\\b\nc".to_owned(),
                url: Some("https://khieunai.example/cases/2026-0007".to_owned()),
            }],
            made_at: "2026-03-02T02:00:00Z".parse().unwrap(),
        };
        let ics = calendar.ics();
        assert!(ics.split("\r\n").all(|line| line.len() <= LONGEST), "{ics}");
        assert_eq!(ics.matches('\n').count(), ics.matches("\r\n").count());
        let unfolded = ics.replace("\r\n ", "");
        assert!(unfolded.contains("DTSTART;VALUE=DATE:20260401\r\n"), "{unfolded}");
        assert!(unfolded.contains("DTSTAMP:20260302T020000Z\r\n"), "{unfolded}");
        assert!(unfolded.contains("khiếu nại\\, phàn nàn\\; 2026"), "{unfolded}");
        assert!(unfolded.contains("DESCRIPTION:a\\\\b\\nc\r\n"), "{unfolded}");
    }
}
