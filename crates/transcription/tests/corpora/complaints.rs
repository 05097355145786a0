//! Three public registers, with the mappings that the project ships. The figures were counted with other tools
//! (awk, Python's csv and datetime) from the files themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use transcription::{Channel, Code, Kind, Mapping, Order, Role, Subject, Transcript, transcribe};

use crate::shared::{TODAY, folder};

fn shipped(mapping: &str) -> Mapping {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs/import")
        .join(mapping);
    Mapping::from_toml(&fs::read_to_string(path).expect("the mapping is shipped")).expect("it can be read")
}

fn read(file: &str, mapping: Option<&str>) -> Option<Transcript> {
    let bytes = fs::read(folder("complaints")?.join(file)).expect("the file is in the folder");
    let mapping = mapping.map(shipped);
    Some(transcribe(&bytes, mapping.as_ref(), TODAY).expect("the file can be opened"))
}

fn rows_with(transcript: &Transcript, code: Code) -> Vec<u32> {
    let problems = transcript.reading.problems().iter();
    problems
        .filter(|problem| problem.code == code)
        .filter_map(|problem| problem.row)
        .collect()
}

#[test]
fn the_shipped_mappings_can_be_read() {
    for mapping in ["cfpb.toml", "boston.toml", "boston-dmy.toml", "nyc.toml"] {
        assert!(shipped(mapping).columns.answered.is_none(), "{mapping}");
    }
}

#[test]
fn the_mapping_in_the_manual_uses_every_word_of_mappings() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/import/README.md");
    let manual = fs::read_to_string(path).expect("the manual is shipped");
    let (_, rest) = manual.split_once("```toml").expect("it shows a mapping");
    let (toml, _) = rest.split_once("```").expect("the mapping ends");
    let mapping = Mapping::from_toml(toml).expect("it can be read");
    for &role in Role::ALL {
        assert!(!mapping.columns.of(role).is_empty(), "{role:?}");
    }
    let hints = &mapping.file;
    assert!(hints.encoding.is_some() && hints.delimiter.is_some() && hints.sheet.is_some());
    assert!(hints.header_row.is_some() && hints.header_rows.is_some());
    assert!(
        mapping.dates.order.is_some() && mapping.dates.serials.is_some() && !mapping.dates.none.is_empty()
    );
    let values = &mapping.values;
    assert!(!values.kind.is_empty() && !values.channel.is_empty() && !values.subject.is_empty());
    for code in Kind::ALL
        .iter()
        .map(|kind| kind.code())
        .chain(Channel::ALL.iter().map(|channel| channel.code()))
        .chain(Subject::ALL.iter().map(|subject| subject.code()))
    {
        assert!(manual.contains(&format!("`{code}`")), "{code}");
    }
}

#[test]
fn cfpb_3186_cases_are_taken_and_six_of_them_flagged_as_sent_on_before_they_were_received() {
    let Some(transcript) = read("cfpb_3186_no_narrative.csv", Some("cfpb.toml")) else {
        return;
    };
    let records = transcript.reading.accepted().expect("no errors");
    assert_eq!(records.len(), 3186);
    assert_eq!(
        rows_with(&transcript, Code::SentBeforeReceived),
        [126, 215, 225, 277, 278, 322]
    );

    let totals = transcript.reading.totals();
    assert_eq!(totals.sent_after_30_days, 62);
    let expected = [
        ("authority", 533),
        ("fax", 52),
        ("letter", 168),
        ("phone", 200),
        ("web_form", 2233),
    ];
    assert_eq!(totals.channels, BTreeMap::from(expected));
    assert_eq!(
        totals.years,
        BTreeMap::from([(2013, 350), (2016, 2814), (2017, 22)])
    );
    // 3,186 rows, of which 3,175 differ from all before them.
    assert_eq!(rows_with(&transcript, Code::RowRepeated).len(), 11);
    assert_eq!((totals.errors, totals.warnings, totals.rows_flagged), (0, 17, 17));
    assert_eq!((totals.sent, totals.answered, totals.closed), (3186, 0, 0));
}

#[test]
fn cfpb_is_understood_without_a_mapping_and_no_day_is_taken_for_the_answer() {
    let Some(transcript) = read("cfpb_3186_no_narrative.csv", None) else {
        return;
    };
    let totals = transcript.reading.totals();
    assert_eq!(transcript.reading.accepted().map(<[_]>::len), Some(3186));
    assert_eq!(transcript.reading.date_order(), Some(Order::Mdy));
    assert_eq!((totals.sent, totals.answered), (3186, 0));
    assert_eq!(rows_with(&transcript, Code::SentBeforeReceived).len(), 6);
    assert_eq!(totals.channels["web_form"], 2233);
    assert_eq!(totals.kinds, BTreeMap::from([("unsaid", 3186)]));
}

#[test]
fn every_column_of_the_source_is_kept_word_for_word() {
    for (file, mapping) in [
        ("cfpb_3186_no_narrative.csv", "cfpb.toml"),
        ("boston311-100.csv", "boston.toml"),
        ("boston311-dmy-100.csv", "boston-dmy.toml"),
        ("nyc311-100.csv", "nyc.toml"),
    ] {
        let Some(folder) = folder("complaints") else {
            return;
        };
        let transcript = read(file, Some(mapping)).expect("the folder is there");
        let mut source = csv::Reader::from_path(folder.join(file)).expect("the file is there");
        let headers = source.headers().expect("it has headings").clone();
        let mut kept = transcript.reading.accepted().expect("no errors").iter();
        for record in source.records() {
            let record = record.expect("a well-formed file");
            let expected: Vec<(String, String)> = headers
                .iter()
                .zip(record.iter())
                .map(|(header, cell)| (header.to_owned(), cell.to_owned()))
                .collect();
            assert_eq!(kept.next().expect("as many rows").source, expected, "{file}");
        }
        assert!(kept.next().is_none(), "{file}");
    }
}

#[test]
fn boston_says_the_same_whichever_figure_stands_first() {
    let year_first = read("boston311-100.csv", Some("boston.toml"));
    let day_first = read("boston311-dmy-100.csv", Some("boston-dmy.toml"));
    let (Some(year_first), Some(day_first)) = (year_first, day_first) else {
        return;
    };
    for transcript in [&year_first, &day_first] {
        let totals = transcript.reading.totals();
        assert_eq!(transcript.reading.accepted().map(<[_]>::len), Some(100));
        assert_eq!((totals.closed, totals.closed_after_30_days), (85, 4));
        let limits = transcript
            .reading
            .rows_as_read()
            .iter()
            .filter(|r| r.limit_on.is_some());
        assert_eq!(limits.count(), 89);
        assert_eq!(
            totals.channels,
            BTreeMap::from([("phone", 30), ("unknown", 11), ("web_form", 59)])
        );
        assert_eq!(totals.problems["time-cut"], 274);
        assert_eq!(totals.rows_flagged, 11);
    }
    let days = |transcript: &Transcript| -> Vec<_> {
        let rows = transcript.reading.rows_as_read().iter();
        rows.map(|r| (r.received_on, r.limit_on, r.closed_on)).collect()
    };
    assert_eq!(days(&year_first), days(&day_first));

    for file in ["boston311-100.csv", "boston311-dmy-100.csv"] {
        let guessed = read(file, None).expect("the folder is there");
        assert_eq!(days(&guessed), days(&year_first), "{file}");
    }
}

#[test]
fn new_york_is_read_month_first() {
    for mapping in [Some("nyc.toml"), None] {
        let Some(transcript) = read("nyc311-100.csv", mapping) else {
            return;
        };
        let totals = transcript.reading.totals();
        assert_eq!(transcript.reading.accepted().map(<[_]>::len), Some(100));
        assert_eq!(transcript.reading.date_order(), Some(Order::Mdy));
        assert_eq!(
            (totals.closed, totals.closed_after_30_days, totals.answered),
            (99, 9, 0)
        );
        assert_eq!(
            (totals.years[&2010], totals.years[&2016], totals.years[&2020]),
            (13, 14, 9)
        );
        assert_eq!(totals.problems["time-cut"], 209);
        assert_eq!(totals.channels["phone"], 52);
    }
}
