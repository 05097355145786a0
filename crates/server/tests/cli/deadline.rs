//! The time limit of a day, explained without any database.

use crate::program::run;

#[test]
fn a_limit_that_meets_tet_is_explained_day_by_day() {
    let said = run(&["deadline", "2026-01-16"]).well();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "Nhận ngày Thứ Sáu, 16/01/2026");
    assert!(lines[1].contains("Thứ Hai, 23/02/2026"), "{}", lines[1]);
    let days = &lines[3..];
    // The day of receipt, thirty days, and those that the limit moved over.
    assert_eq!(days.len(), 39, "{said}");
    assert!(days[0].starts_with("Thứ Sáu, 16/01/2026"));
    let last_counted = days.iter().find(|day| day.contains("15/02/2026")).unwrap();
    assert!(last_counted.contains("30"), "{last_counted}");
    let tet = days.iter().find(|day| day.contains("17/02/2026")).unwrap();
    assert!(tet.contains("Tết") && tet.contains("9441/TB-BNV"), "{tet}");
    assert!(days[38].starts_with("Thứ Hai, 23/02/2026"));
}

#[test]
fn programs_are_answered_in_json_and_people_in_either_language() {
    let answer = run(&["deadline", "16/01/2026", "--json"]).json();
    assert_eq!(answer["due"], "2026-02-23");
    assert_eq!(answer["received"], "2026-01-16");
    assert_eq!(answer["provisional"], false);
    assert_eq!(answer["explanation"]["days"].as_array().unwrap().len(), 39);
    assert_eq!(
        run(&["deadline", "2029-03-01", "--json"]).json()["provisional"],
        true
    );

    let said = run(&["--lang", "en", "deadline", "2026-03-02"]).well();
    assert!(said.starts_with("Received on Monday, 2 March 2026\n"), "{said}");
    assert!(said.contains("1 April 2026"));
}

#[test]
fn what_is_no_day_is_refused() {
    for wrong in ["2026-02-30", "tomorrow", ""] {
        let ended = run(&["deadline", wrong]);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{wrong}");
        assert!(ended.err.contains("a day such as 2026-01-16"), "{}", ended.err);
    }
}
