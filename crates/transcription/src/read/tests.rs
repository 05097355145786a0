//! Stories of rows: what is taken, what is flagged, what stops the file.

use expect_test::{Expect, expect};
use jiff::civil::{Date, date};

use super::*;

const TODAY: Date = date(2026, 7, 1);

fn reading(text: &str, toml: &str) -> Reading {
    let mapping = Mapping::from_toml(toml).unwrap();
    let table = SourceTable::open(text.as_bytes(), &mapping.opening()).unwrap();
    read(&table, &mapping, TODAY)
}

/// One line for each finding: row, column, code, value, other row, count.
fn findings(reading: &Reading) -> String {
    let mut lines = String::new();
    for problem in reading.problems() {
        let row = problem.row.map_or("-".into(), |row| row.to_string());
        let see = problem.see_row.map_or(String::new(), |row| format!(" see {row}"));
        let count = if problem.count == 1 {
            String::new()
        } else {
            format!(" × {}", problem.count)
        };
        let column = problem.column.as_deref().unwrap_or("-");
        let line = format!(
            "{row} [{column}] {} {:?}{see}{count}\n",
            problem.code.name(),
            problem.value
        );
        lines.push_str(&line);
    }
    lines
}

fn check(text: &str, toml: &str, expected: Expect) {
    expected.assert_eq(&findings(&reading(text, toml)));
}

fn without_source(record: &OldRecord) -> String {
    let mut record = record.clone();
    record.source.clear();
    serde_json::to_string_pretty(&record).unwrap()
}

fn cells(record: &OldRecord) -> String {
    let cells = record.source.iter().map(|(_, cell)| cell.as_str());
    cells.collect::<Vec<_>>().join("|")
}

const PLAIN: &str = "[columns]\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\nanswered = \"Trả lời\"\n";

#[test]
fn a_row_becomes_a_record_with_every_cell_kept_as_it_stood() {
    let reading = reading(
        "Số;Nhận;Ai;Cách;Loại;Về;Nội dung;Thêm;Hạn;Chuyển;Trả lời;Đóng;Kết quả;Ghi chú\n\
         KN-07; 21/01/2019 ;Công ty A; Điện thoại;phàn nàn;Thái độ;Chờ lâu;hai lần;20/02/2019;22/01/2019;30/01/2019;31/01/2019;Xin lỗi; x \n",
        r#"
        [columns]
        number = "Số"
        received = "Nhận"
        complainant = "Ai"
        channel = "Cách"
        kind = "Loại"
        subject = "Về"
        summary = ["Nội dung", "Thêm"]
        limit = "Hạn"
        sent = "Chuyển"
        answered = "Trả lời"
        closed = "Đóng"
        outcome = "Kết quả"
        "#,
    );
    expect![[r#"
        {
          "row": 2,
          "received_on": "2019-01-21",
          "old_number": "KN-07",
          "kind": {
            "said": "phàn nàn",
            "means": "grievance"
          },
          "channel": {
            "said": "Điện thoại",
            "means": "phone"
          },
          "subjects": {
            "said": "Thái độ",
            "means": [
              "staff_conduct"
            ]
          },
          "unit": null,
          "complainant": "Công ty A",
          "summary": "Chờ lâu – hai lần",
          "limit_on": "2019-02-20",
          "sent_on": "2019-01-22",
          "answered_on": "2019-01-30",
          "closed_on": "2019-01-31",
          "outcome": "Xin lỗi",
          "flags": [],
          "source": []
        }"#]]
    .assert_eq(&without_source(&reading.accepted().unwrap()[0]));
    assert_eq!(
        cells(&reading.accepted().unwrap()[0]),
        "KN-07| 21/01/2019 |Công ty A| Điện thoại|phàn nàn|Thái độ|Chờ lâu|hai lần|20/02/2019|22/01/2019|30/01/2019|31/01/2019|Xin lỗi| x "
    );
    assert_eq!(reading.unused_columns(), ["Ghi chú"]);
}

#[test]
fn one_error_stops_the_whole_file() {
    let reading = reading(
        "Nhận,Nội dung,Trả lời\n21/01/2019,a,\n32/01/2019,b,\n,c,\n",
        PLAIN,
    );
    assert!(!reading.may_import());
    assert_eq!(reading.accepted(), None);
    assert_eq!(reading.rows_as_read().len(), 1);
    expect![[r#"
        3 [Nhận] unreadable-date "32/01/2019"
        4 [Nhận] received-missing ""
    "#]]
    .assert_eq(&findings(&reading));
}

#[test]
fn a_warning_is_imported_and_stays_as_a_flag() {
    let reading = reading(
        "Nhận,Nội dung,Trả lời\n21/01/2019,a,20/01/2019\n21/01/2019,b,\n",
        PLAIN,
    );
    let records = reading.accepted().unwrap();
    assert_eq!(records[0].flags, [Code::AnsweredBeforeReceived]);
    assert_eq!(records[0].answered_on, Some(date(2019, 1, 20)));
    assert_eq!(records[1].flags, []);
    assert_eq!(reading.totals().rows_flagged, 1);
}

#[test]
fn days_that_cannot_be_are_flagged_and_days_that_cannot_be_read_are_errors() {
    check(
        "Nhận,Nội dung,Trả lời\n\
         21/01/2019,trước,20/01/2019\n\
         02/07/2026,mai,\n\
         01/01/1900,giữ chỗ,31/12/9999\n\
         21/01/19,hai chữ số,\n\
         21/01/2019 14:30,giờ,\n\
         22/01/2019,chưa,sắp\n\
         23/01/2019,dấu,-\n",
        PLAIN,
        expect![[r#"
            2 [Trả lời] answered-before-received "20/01/2019"
            3 [Nhận] future-date "02/07/2026"
            4 [Nhận] implausible-date "01/01/1900"
            4 [Trả lời] implausible-date "31/12/9999"
            5 [Nhận] two-digit-year "21/01/19"
            6 [Nhận] time-cut "21/01/2019 14:30"
            7 [Trả lời] unreadable-date "sắp"
            8 [Trả lời] unreadable-date "-"
        "#]],
    );
    let none = format!("{PLAIN}[dates]\nnone = [\"-\", \"Chưa\"]\n");
    check(
        "Nhận,Nội dung,Trả lời\n21/01/2019,a,-\n22/01/2019,b,chưa\n-,c,\n",
        &none,
        expect![[r#"
            4 [Nhận] received-missing "-"
        "#]],
    );
}

#[test]
fn limit_sent_and_closed_days_are_held_against_the_receipt_too() {
    check(
        "Nhận,Nội dung,Hạn,Chuyển,Đóng\n2019-01-21,a,2019-01-20,2019-01-19,2019-01-18\n2019-01-21,b,2027-01-20,2019-01-21,2019-01-21\n",
        "[columns]\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\nlimit = \"Hạn\"\nsent = \"Chuyển\"\nclosed = \"Đóng\"\n",
        expect![[r#"
            2 [Hạn] limit-before-received "2019-01-20"
            2 [Chuyển] sent-before-received "2019-01-19"
            2 [Đóng] closed-before-received "2019-01-18"
        "#]],
    );
}

#[test]
fn the_order_of_the_figures_is_told_decided_by_the_dates_or_asked_for() {
    let ambiguous = "Nhận,Nội dung,Trả lời\n03/04/2019,a,05/05/2019\n04/05/2019,b,\n";
    check(
        ambiguous,
        PLAIN,
        expect![[r#"
            - [Nhận] ambiguous-date-order "03/04/2019" see 2
        "#]],
    );
    let day = |text: &str, toml: &str| reading(text, toml).rows_as_read()[0].received_on;
    let told = |order: &str| format!("{PLAIN}[dates]\norder = \"{order}\"\n");
    assert_eq!(day(ambiguous, &told("dmy")), date(2019, 4, 3));
    assert_eq!(day(ambiguous, &told("mdy")), date(2019, 3, 4));
    // A date of any mapped column may decide it.
    let decided = "Nhận,Nội dung,Trả lời\n03/04/2019,a,\n04/05/2019,b,21/05/2019\n";
    assert_eq!(day(decided, PLAIN), date(2019, 4, 3));
    assert_eq!(reading(decided, PLAIN).date_order(), Some(Order::Dmy));
    check(
        "Nhận,Nội dung,Trả lời\n03/14/2019,a,\n04/05/2019,b,21/05/2019\n",
        PLAIN,
        expect![[r#"
            - [Trả lời] contradictory-date-order "21/05/2019" see 3
            - [Nhận] contradictory-date-order "03/14/2019" see 2
        "#]],
    );
    // What was told holds, even against the dates.
    check(
        "Nhận,Nội dung,Trả lời\n21/04/2019,a,\n",
        &told("mdy"),
        expect![[r#"
            2 [Nhận] unreadable-date "21/04/2019"
        "#]],
    );
}

#[test]
fn what_every_cell_of_a_column_does_is_said_once() {
    let reading = reading(
        "Nhận,Nội dung,Trả lời\n2019-01-21 08:00,a,\n2019-01-22 09:00,b,2019-01-30\n2019-01-23 10:00,c,2019-01-31 11:00\n2019-01-24,d,2019-02-01\n",
        PLAIN,
    );
    expect![[r#"
        - [Nhận] time-cut "2019-01-21 08:00" see 2 × 3
        4 [Trả lời] time-cut "2019-01-31 11:00"
    "#]]
    .assert_eq(&findings(&reading));
    assert_eq!(reading.totals().problems["time-cut"], 4);
    assert_eq!(reading.totals().rows_flagged, 1);
}

#[test]
fn unknown_words_are_kept_and_flagged_not_dropped() {
    let toml = r#"
        [columns]
        received = "Nhận"
        summary = "Nội dung"
        channel = "Cách"
        kind = "Loại"
        subject = "Về"
        [values.channel]
        "đường dây nóng" = "phone"
        [values.subject]
        "dấu" = ["client_product", "certification_result"]
        [defaults]
        kind = "complaint"
        "#;
    let reading = reading(
        "Nhận,Nội dung,Cách,Loại,Về\n\
         2019-01-21,a,Đường dây NÓNG,,dấu\n\
         2019-01-22,b,bồ câu,tố cáo,thời tiết\n\
         2019-01-23,c,,kháng nghị,Bảo mật; thái độ\n\
         2019-01-24,d,email,khieu nai,bảo mật; thời tiết\n",
        toml,
    );
    expect![[r#"
        3 [Loại] unknown-kind "tố cáo"
        3 [Cách] unknown-channel "bồ câu"
        3 [Về] unknown-subject "thời tiết"
        5 [Về] unknown-subject "bảo mật; thời tiết"
    "#]]
    .assert_eq(&findings(&reading));
    let told: Vec<_> = reading
        .accepted()
        .unwrap()
        .iter()
        .map(|r| {
            (
                r.channel.means,
                r.kind.means,
                r.subjects.means.clone(),
                r.channel.said.as_str(),
            )
        })
        .collect();
    use crate::record::{Channel::*, Kind::*, Subject::*};
    assert_eq!(
        told,
        [
            (
                Some(Phone),
                Some(Complaint),
                Some(vec![ClientProduct, CertificationResult]),
                "Đường dây NÓNG"
            ),
            (None, None, None, "bồ câu"),
            (None, Some(Appeal), Some(vec![Confidentiality, StaffConduct]), ""),
            (Some(Email), Some(Complaint), None, "email"),
        ]
    );
    assert_eq!(
        reading.totals().channels,
        BTreeMap::from([("email", 1), ("phone", 1), ("unknown", 1), ("unsaid", 1)])
    );
}

#[test]
fn what_comes_twice_is_pointed_out_with_the_row_it_was_first_in() {
    check(
        "Số,Nhận,Nội dung\n1,2019-01-21,a\n2,2019-01-21,a\n1,2019-01-22,b\n,2019-01-23,\n,2019-01-23,\n",
        "[columns]\nnumber = \"Số\"\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\n",
        expect![[r#"
            4 [-] old-number-repeated "1" see 2
            5 [Nội dung] summary-empty ""
            6 [Nội dung] summary-empty ""
            6 [-] row-repeated "" see 5
        "#]],
    );
}

#[test]
fn a_mapping_that_does_not_fit_the_file_is_an_error() {
    check(
        "Nhận,Nội dung\n2019-01-21,a\n",
        "[columns]\nreceived = \"Ngày nhận\"\n",
        expect![[r#"
            - [Ngày nhận] mapped-column-missing "received"
            - [-] required-column-unmapped "summary"
        "#]],
    );
    check(
        "Nhận,Nội dung,Ngày,Ngày\n2019-01-21,a,1,2\n",
        "[columns]\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\nclosed = \"Ngày\"\n",
        expect![[r#"
            - [Ngày] duplicate-header "C, D"
        "#]],
    );
    check(
        "Nhận,Nội dung,Ngày,Ngày\n2019-01-21,a,1,2019-01-30\n",
        "[columns]\nreceived = \"NHAN\"\nsummary = \"Nội dung\"\nclosed = \"[D]\"\n",
        expect![[r#"
            - [Ngày] unused-header-repeated "C, D"
        "#]],
    );
    check(
        "Nhận,Nội dung\n",
        "[columns]\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\n",
        expect![[r#"
            - [-] no-rows ""
        "#]],
    );
}

#[test]
fn rows_that_are_no_cases_can_be_ignored() {
    let text = "Nhận,Nội dung\n2019-01-21,a\nTháng 2,,,x\n2019-02-01,b\nCộng: 2\n";
    let toml = "[columns]\nreceived = \"Nhận\"\nsummary = \"Nội dung\"\n";
    assert!(!reading(text, toml).may_import());
    let reading = reading(text, &format!("{toml}[ignore]\nrows = [3, 5]\n"));
    assert_eq!(findings(&reading), "");
    assert_eq!(reading.accepted().unwrap().len(), 2);
    let totals = reading.totals();
    assert_eq!(
        (totals.rows_in_table, totals.rows_ignored, totals.rows_read),
        (4, 2, 2)
    );
}

#[test]
fn bare_numbers_are_days_only_when_the_mapping_says_so() {
    let text = "Nhận,Nội dung,Trả lời\n43486,a,\n43487.5,b,\n";
    check(
        text,
        PLAIN,
        expect![[r#"
            2 [Nhận] unreadable-date "43486"
            3 [Nhận] unreadable-date "43487.5"
        "#]],
    );
    let toml = format!("{PLAIN}[dates]\nserials = \"1900\"\n");
    let reading = reading(text, &toml);
    expect![[r#"
        - [Nhận] serial-date "43486" see 2 × 2
        3 [Nhận] time-cut "43487.5"
    "#]]
    .assert_eq(&findings(&reading));
    assert_eq!(reading.accepted().unwrap()[0].received_on, date(2019, 1, 21));
}

#[test]
fn marks_that_stand_apart_are_joined_and_that_is_said() {
    let decomposed = "No\u{302}\u{323}i\u{a0}";
    let reading = reading(
        &format!("Nhận,Nội dung\n2019-01-21,{decomposed}\n"),
        "[columns]\nreceived = \"Nhận\"\nsummary = \"No\u{302}\u{323}i dung\"\n",
    );
    let record = &reading.accepted().unwrap()[0];
    assert_eq!(record.summary, "Nội");
    assert_eq!(record.source[1].1, "Nội\u{a0}");
    assert_eq!(reading.problems()[0].code, Code::MarksComposed);
}
