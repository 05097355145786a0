//! Export and load at the command line: from either database into either, with an equal digest.

use testkit::databases;

use crate::program::{Place, file, run};

const OLD_BOOK: &str = "Ngày nhận,Nội dung\n21/03/2019,Chậm trả lời\n22/04/2019,Thái độ\n";

#[tokio::test]
async fn an_installation_moves_to_the_other_database_and_says_the_same() {
    for test in databases("cli-export").await {
        let place = Place::of(&test);
        place.set_up();
        let book = file(test.directory(), "old.csv", OLD_BOOK);
        place.run(&["import", "register", &book]).well();
        let digest = place.run(&["verify", "--json"]).json()["digest"].clone();
        let to = test.directory().join("out.zip").display().to_string();
        let said = place.run(&["export", &to]).well();
        assert!(
            said.contains("event") && said.contains("không có mật khẩu"),
            "{said}"
        );
        let again = place.run(&["export", &to]);
        assert_eq!(
            (again.code, again.err.contains("đã có dữ liệu")),
            (2, true),
            "{again:?}"
        );
        assert!(run(&["check-export", &to]).well().contains("đúng như khi xuất"));

        for other in databases("cli-load").await {
            let place = Place::of(&other);
            let said = place.run(&["load", &to]).well();
            assert!(said.contains(digest.as_str().unwrap()), "{said}");
            assert!(!said.contains("Mã băm khác"), "{said}");
            let verified = place.run(&["verify", "--json"]).json();
            assert_eq!(verified["digest"], digest, "{} to {}", test.kind, other.kind);
            let twice = place.run(&["load", &to]);
            assert_eq!(
                (twice.code, twice.err.contains("organisation")),
                (2, true),
                "{twice:?}"
            );
        }
    }
}

#[tokio::test]
async fn one_case_is_exported_alone_and_a_changed_file_is_named() {
    let test = testkit::on_sqlite().await;
    let place = Place::of(&test);
    place.set_up();
    let book = file(test.directory(), "old.csv", OLD_BOOK);
    place.run(&["import", "register", &book]).well();
    let to = test.directory().join("case");
    let folder = to.display().to_string();
    place.run(&["export", "--case", "2019-0001", &folder]).well();
    run(&["check-export", &folder]).well();
    let texts = to.join("tables/text.jsonl");
    let changed = std::fs::read_to_string(&texts).unwrap().replace("Chậm", "Nhanh");
    std::fs::write(&texts, changed).unwrap();
    let refused = run(&["check-export", "--lang", "en", &folder]);
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(
        refused.err.contains("The file tables/text.jsonl was changed"),
        "{refused:?}"
    );
    let none = place.run(&["export", "--case", "2019-0009", &format!("{folder}-2")]);
    assert_eq!(
        (none.code, none.err.contains("Không tìm thấy")),
        (2, true),
        "{none:?}"
    );
    let not_one = run(&["check-export", &test.directory().display().to_string()]);
    assert!(not_one.err.contains("không phải là bản xuất"), "{not_one:?}");
}
