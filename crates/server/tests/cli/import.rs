//! Old books at the command line: real ones with figures counted by other means, and broken ones.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use testkit::databases;

use crate::program::{Place, file, run, shared};

/// The mappings that the manual shows.
fn mapping(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs/import")
        .join(name);
    path.display().to_string()
}

/// What awk counts in a file.
fn awk(script: &str, file: &Path) -> BTreeMap<String, i64> {
    let output = Command::new("awk").arg(script).arg(file).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let pair = |line: &str| {
        let (key, count) = line.rsplit_once(' ').unwrap();
        (key.to_owned(), count.parse().unwrap())
    };
    said.lines().map(pair).collect()
}

#[tokio::test]
async fn three_thousand_real_records_enter_the_book_with_the_figures_that_awk_counts() {
    let Some(shared) = shared() else { return };
    let cfpb = shared.join("complaints/cfpb_3186_no_narrative.csv");
    let years = awk(
        "BEGIN{FS=\",\"} NR>1 {split($1,d,\"/\"); n[d[3]]++} END{for (y in n) print y, n[y]}",
        &cfpb,
    );
    let channels = awk(
        "NR>1 && match($0, /,(Web|Phone|Referral|Postal mail|Fax|Email),[0-9]+\\/[0-9]+\\/[0-9]+,/) {
            s=substr($0,RSTART+1); sub(/,.*/,\"\",s); n[s]++} END{for (c in n) print c, n[c]}",
        &cfpb,
    );
    assert_eq!(years.values().sum::<i64>(), 3186);
    for test in databases("cli-cfpb").await {
        let place = Place::of(&test);
        place.set_up();
        let map = mapping("cfpb.toml");
        let arguments = [
            "import",
            "register",
            &cfpb.display().to_string(),
            "--map",
            &map,
            "--json",
        ];
        let answer = place.run(&arguments).json();
        let imported = &answer["imported"];
        assert_eq!(imported["records"], 3186, "{}", test.kind);
        let totals = &answer["reading"]["totals"];
        assert_eq!(totals["problems"]["sent-before-received"], 6);
        assert_eq!(totals["answered"], 0, "the day of sending on is no answer");
        assert_eq!(totals["sent_after_30_days"], 62);
        for (year, count) in &years {
            assert_eq!(totals["years"][year], *count);
            assert_eq!(imported["years"][year], serde_json::json!([1, count]));
        }

        // The book says the same as the file.
        let verified = place.run(&["verify", "--json"]).json();
        assert_eq!(verified["differences"], serde_json::json!([]));
        assert_eq!(verified["counted"]["cases"], 3186);
        let words = [
            ("Web", "web_form"),
            ("Phone", "phone"),
            ("Referral", "authority"),
            ("Postal mail", "letter"),
            ("Fax", "fax"),
            ("Email", "email"),
        ];
        for (said, channel) in words {
            let count = channels.get(said).copied().unwrap_or_default();
            assert_eq!(
                rows(&test, &format!("channel = '{channel}'")).await,
                count,
                "{channel}"
            );
        }
        let flagged = rows(&test, "imported and answered_on is null and closed_on is null").await;
        assert_eq!(flagged, 3186);

        let again = place.run(&arguments);
        assert_eq!(again.code, 2, "the same file is taken in once");
        assert!(again.err.contains("đã được đưa vào từ trước"), "{}", again.err);
    }
}

/// How many lines of the book there are of a kind.
async fn rows(test: &testkit::TestDb, which: &str) -> i64 {
    // Writing the same again touches what the condition finds and changes nothing.
    let same = format!("update case_row set channel = channel where {which}");
    i64::try_from(test.tamper(&same).await.unwrap()).unwrap()
}

#[tokio::test]
async fn registers_of_two_cities_enter_with_their_own_dates_and_unknown_words_flagged() {
    let Some(shared) = shared() else { return };
    let files = [
        ("boston311-100.csv", "boston.toml"),
        ("boston311-dmy-100.csv", "boston-dmy.toml"),
        ("nyc311-100.csv", "nyc.toml"),
    ];
    for test in databases("cli-cities").await {
        let place = Place::of(&test);
        place.set_up();
        let mut records = 0;
        for (name, map) in files {
            let file = shared.join("complaints").join(name).display().to_string();
            let map = mapping(map);
            let look = place.run(&["import", "register", &file, "--map", &map, "--dry-run", "--json"]);
            assert_eq!(
                (look.code, look.json()["imported"].is_null()),
                (0, true),
                "{name}"
            );
            let done = place
                .run(&["import", "register", &file, "--map", &map, "--json"])
                .json();
            records += done["imported"]["records"].as_i64().unwrap();
            assert_eq!(
                done["imported"]["records"], done["reading"]["totals"]["rows_read"],
                "{name}"
            );
        }
        let verified = place.run(&["verify", "--json"]).json();
        assert_eq!(verified["differences"], serde_json::json!([]), "{}", test.kind);
        assert_eq!(verified["counted"]["cases"], records);
        assert!(records >= 295, "{records}");
        // Both spellings of Boston's dates are the same days.
        assert!(rows(&test, "received_on = '2022-01-21'").await % 2 == 0);
    }
}

#[tokio::test]
async fn one_error_stops_the_whole_file_and_a_look_writes_nothing() {
    for test in databases("cli-broken").await {
        let place = Place::of(&test);
        place.set_up();
        let broken = "Ngày nhận,Nội dung\n21/03/2019,một\nkhông rõ,hai\n";
        let broken = file(test.directory(), "broken.csv", broken);
        let ended = place.run(&["import", "register", &broken]);
        assert_eq!(ended.code, 1, "{}: {ended:?}", test.kind);
        assert!(ended.out.contains("dòng 3, cột Ngày nhận"), "{ended:?}");
        assert!(
            ended.out.contains("Không đọc được ngày") && ended.out.contains("không dòng nào"),
            "{ended:?}"
        );
        let good = file(
            test.directory(),
            "good.csv",
            "Ngày nhận,Nội dung\n21/03/2019,một\n",
        );
        let look = place.run(&["import", "register", &good, "--dry-run"]).well();
        assert!(
            look.contains("Mới chỉ xem") && look.contains("received = \"Ngày nhận\""),
            "{look}"
        );
        assert_eq!(place.run(&["verify", "--json"]).json()["counted"]["cases"], 0);
    }
}

#[test]
fn a_file_that_is_no_book_is_refused_with_the_reason() {
    let directory = testkit::temp_dir();
    let page = file(
        directory.path(),
        "book.xls",
        "<html><table><tr><td>a</td></tr></table></html>",
    );
    let ended = run(&["import", "register", &page, "--dry-run"]);
    assert_eq!(ended.code, 2, "{ended:?}");
    assert!(ended.err.contains("trang web"), "{ended:?}");
    let map = file(directory.path(), "map.toml", "[columns]\nrecieved = \"a\"\n");
    let ended = run(&["import", "register", &page, "--map", &map, "--dry-run"]);
    assert!(
        ended.err.contains("Không đọc được bản khai cột") && ended.err.contains("recieved"),
        "{ended:?}"
    );
    let ended = run(&["import", "register", "/nowhere.csv", "--dry-run"]);
    assert!(ended.err.contains("/nowhere.csv"), "{ended:?}");
}

/// A workbook of one sheet.
fn workbook(directory: &Path, sheet: &str) -> String {
    use std::io::Write;
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let related = |kind: &str, target: &str| {
        let relation = format!(r#"<Relationship Id="r1" Type="{RELATIONS}/{kind}" Target="{target}"/>"#);
        format!(r#"<Relationships xmlns="{PACKAGE}">{relation}</Relationships>"#)
    };
    let book = format!(
        r#"<workbook xmlns:r="{RELATIONS}"><sheets><sheet name="So" sheetId="1" r:id="r1"/></sheets></workbook>"#
    );
    let path = directory.join("book.xlsx");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, part) in [
        ("_rels/.rels", related("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", book),
        (
            "xl/_rels/workbook.xml.rels",
            related("worksheet", "worksheets/sheet1.xml"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!("<worksheet>{sheet}</worksheet>"),
        ),
    ] {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(name, options).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    path.display().to_string()
}

#[test]
fn what_a_workbook_hides_is_told_in_words_and_in_json() {
    let directory = testkit::temp_dir();
    let row = |number: usize, hidden: &str, day: &str| {
        let cell = |said: &str| format!(r#"<c t="inlineStr"><is><t>{said}</t></is></c>"#);
        let summary = if number == 1 { "Nội dung" } else { "Chờ lâu" };
        format!(
            r#"<row r="{number}" {hidden}>{}{}</row>"#,
            cell(day),
            cell(summary)
        )
    };
    let rows = [
        row(1, "", "Ngày nhận"),
        row(2, "", "21/03/2019"),
        row(3, r#"hidden="1""#, "22/03/2019"),
        row(4, r#"hidden="1""#, "23/03/2019"),
        row(6, r#"hidden="1""#, "24/03/2019"),
    ];
    let sheet = format!("<sheetData>{}</sheetData>", rows.concat());
    let book = workbook(directory.path(), &sheet);
    let said = run(&["import", "register", &book, "--dry-run"]).well();
    let line = said
        .lines()
        .find(|line| line.contains("bị ẩn"))
        .unwrap_or_default();
    assert!(
        line.starts_with("các dòng 3–4, 6 ") && line.ends_with("3 dòng"),
        "{said}"
    );

    let reading = &run(&["import", "register", &book, "--dry-run", "--json"]).json()["reading"];
    let hidden = &reading["problems"][0];
    assert_eq!(hidden["code"], "hidden-row");
    assert_eq!(hidden["rows"], serde_json::json!([[3, 4], [6, 6]]));
    let flags = |at: usize| reading["rows"][at]["flags"].clone();
    assert_eq!(flags(0), serde_json::json!([]));
    assert_eq!(flags(1), serde_json::json!(["hidden-row"]));
}
