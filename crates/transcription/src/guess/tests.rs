//! Which columns are understood, how surely, and which never.

use super::*;
use crate::dates::Order;
use crate::source::Opening;

fn guessed(text: &str) -> Guess {
    guess(&SourceTable::open(text.as_bytes(), &Opening::default()).unwrap())
}

fn roles(text: &str) -> Vec<(String, Role, Confidence)> {
    let columns = guessed(text).columns.into_iter();
    columns
        .filter_map(|column| {
            column
                .guess
                .map(|(role, confidence)| (column.header, role, confidence))
        })
        .collect()
}

fn roles_only(text: &str) -> Vec<Role> {
    roles(text).into_iter().map(|(_, role, _)| role).collect()
}

#[test]
fn a_vietnamese_book_is_understood_with_and_without_accents() {
    let expected = [
        Role::Number,
        Role::Received,
        Role::Complainant,
        Role::Channel,
        Role::Kind,
        Role::Summary,
        Role::Unit,
        Role::Limit,
        Role::Outcome,
    ];
    for heading in [
        "STT,Ngày nhận,Bên khiếu nại,Hình thức,Loại,Nội dung,Bộ phận liên quan,Hạn trả lời,Kết quả giải quyết",
        "STT,Ngay tiep nhan,Nguoi khieu nai,Hinh thuc tiep nhan,Phan loai,Noi dung khieu nai,Bo phan,Thoi han,Ket qua",
    ] {
        let row = "1,21/01/2019,Công ty A,Điện thoại,Phàn nàn,Chờ lâu,Phòng B,20/02/2019,Đã giải thích";
        assert_eq!(roles_only(&format!("{heading}\n{row}\n")), expected, "{heading}");
    }
}

#[test]
fn the_date_of_answer_is_never_guessed_but_pointed_out() {
    for heading in [
        "Ngày trả lời",
        "Date answered",
        "Response date",
        "Ngày giải quyết",
        "Ngày gửi công văn",
    ] {
        let guess = guessed(&format!(
            "Ngày nhận,Nội dung,{heading}\n21/01/2019,Chờ lâu,25/01/2019\n"
        ));
        assert_eq!(guess.mapping.columns.answered, None, "{heading}");
        assert_eq!(guess.columns[2].guess, None, "{heading}");
        let [problem] = &guess.problems[..] else {
            panic!("{heading}: {:?}", guess.problems)
        };
        assert_eq!(problem.code, Code::AnswerDateNotTaken);
        assert_eq!(problem.column.as_deref(), Some(heading));
    }
}

#[test]
fn a_heading_is_not_believed_when_the_values_do_not_fit() {
    assert_eq!(
        roles_only("Created Date,Nội dung,Source\nnext week,Chờ lâu,Boiler\n"),
        [Role::Summary]
    );
    assert_eq!(roles_only("Ngày nhận,Nội dung\n,Chờ lâu\n"), [Role::Summary]);
}

#[test]
fn the_plainer_of_two_columns_is_taken_with_less_confidence() {
    assert_eq!(
        roles("Created Date,Received,Summary,Description of the unit\n2019-01-21,2019-01-22,a,b\n"),
        [
            ("Received".to_owned(), Role::Received, Confidence::Medium),
            ("Summary".to_owned(), Role::Summary, Confidence::High),
        ]
    );
    assert_eq!(
        roles("Ngày nhận khiếu nại, phàn nàn;Nội dung;Nội dung\n2019-01-21;a;b\n"),
        [
            (
                "Ngày nhận khiếu nại, phàn nàn".to_owned(),
                Role::Received,
                Confidence::Low
            ),
            ("Nội dung".to_owned(), Role::Summary, Confidence::Medium),
        ]
    );
}

#[test]
fn the_order_of_dates_is_guessed_only_when_a_date_decides_it() {
    let order = |days: [&str; 2]| {
        let [a, b] = days;
        guessed(&format!("Ngày nhận,Nội dung\n{a},x\n{b},y\n"))
            .mapping
            .dates
            .order
    };
    assert_eq!(order(["03/04/2019", "21/04/2019"]), Some(Order::Dmy));
    assert_eq!(order(["03/04/2019", "04/21/2019"]), Some(Order::Mdy));
    assert_eq!(order(["03/04/2019", "04/05/2019"]), None);
    assert_eq!(order(["21/04/2019", "04/21/2019"]), None);
}

#[test]
fn a_guessed_mapping_can_be_saved_and_told() {
    let text = "Ngày nhận,Nội dung\n21/01/2019,Chờ lâu\n";
    let guess = guessed(text);
    let saved = Mapping::from_toml(&guess.mapping.to_toml()).unwrap();
    assert_eq!(saved, guess.mapping);
    let table = SourceTable::open(text.as_bytes(), &saved.opening()).unwrap();
    assert!(read::read(&table, &saved, jiff::civil::date(2026, 7, 1)).may_import());
}
