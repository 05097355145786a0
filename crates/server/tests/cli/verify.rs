//! Verification at the command line.

use testkit::databases;

use crate::program::{Place, file, run};

const OLD_BOOK: &str = "Ngày nhận,Nội dung\n21/03/2019,Chậm trả lời\n22/04/2019,Thái độ\n";

#[tokio::test]
async fn nothing_differs_until_something_is_changed_behind_its_back() {
    for test in databases("cli-verify").await {
        let place = Place::of(&test);
        place.set_up();
        let book = file(test.directory(), "old.csv", OLD_BOOK);
        let said = place.run(&["import", "register", &book]).well();
        assert!(said.contains("Đã đưa vào Sổ 2 vụ việc."), "{said}");

        let said = place.run(&["verify"]).well();
        assert!(said.contains("Không có sai khác."), "{said}");
        let numbers = said
            .lines()
            .find(|line| line.starts_with("Số trong Sổ năm 2019"))
            .unwrap();
        assert!(numbers.ends_with(" 2"), "{numbers}");
        let first = place.run(&["verify", "--json"]).json();
        let again = place.run(&["verify", "--json"]).json();
        assert_eq!(first["digest"], again["digest"], "looking changes nothing");
        assert_eq!(first["counted"]["cases"], 2);

        test.tamper("update case_row set kind = 'appeal' where ordinal = 2")
            .await
            .unwrap();
        let found = place.run(&["verify"]);
        assert_eq!(found.code, 1, "{}: {found:?}", test.kind);
        assert!(found.out.contains("2019-0002"), "{found:?}");
        let found = place.run(&["verify", "--json"]).json();
        let expected = serde_json::json!([{"what": "row", "of": "2019-0002", "detail": "kind"}]);
        assert_eq!(found["differences"], expected);
    }
}

#[test]
fn what_is_not_set_up_cannot_be_verified() {
    let directory = testkit::temp_dir();
    let ended = run(&["verify", "--data", &directory.path().display().to_string()]);
    assert_eq!(
        (ended.code, ended.err.contains("Chưa thiết lập")),
        (2, true),
        "{ended:?}"
    );
}
