//! Days as people write them, and what is no day.

use jiff::civil::{date, time};

use super::*;

const TODAY: Date = date(2026, 7, 1);

fn read(text: &str, order: Option<Order>) -> Option<Date> {
    Written::parse(text)?
        .read(order, TODAY)
        .map(|reading| reading.date)
}

fn verdict(texts: &[&str]) -> Verdict<String> {
    let mut weighing = Weighing::new();
    for text in texts {
        weighing.add(&Written::parse(text).unwrap(), || text.to_string());
    }
    weighing.verdict()
}

#[test]
fn a_date_with_the_year_first_or_a_named_month_needs_no_order() {
    for text in [
        "2022-01-21",
        "2022/1/21",
        "2022.01.21",
        "2022-01-21 13:47:00",
        "2022-01-21T13:47:00Z",
        "2022-01-21T13:47:00.123+07:00",
        "21 Jan 2022",
        "21-Jan-22",
        "January 21st, 2022",
        "Fri, 21 January 2022",
        "ngày 21 tháng 01 năm 2022",
        "Ngày 21 tháng 1 năm 2022",
        "9h30 ngày 21 tháng 1 năm 2022",
    ] {
        assert_eq!(read(text, None), Some(date(2022, 1, 21)), "{text}");
    }
}

#[test]
fn figures_are_read_in_the_order_told_and_no_other() {
    for (text, dmy, mdy) in [
        ("3/4/2019", Some(date(2019, 4, 3)), Some(date(2019, 3, 4))),
        ("21/01/2022", Some(date(2022, 1, 21)), None),
        ("1/21/2022", None, Some(date(2022, 1, 21))),
        ("21.01.2022 13:47", Some(date(2022, 1, 21)), None),
        ("04/18/2019 09:55:45 PM", None, Some(date(2019, 4, 18))),
        ("31-4-2019", None, None),
        ("29/2/2020", Some(date(2020, 2, 29)), None),
        ("29/2/2019", None, None),
        ("09:30 21/01/2022", Some(date(2022, 1, 21)), None),
        ("5/5/2019", Some(date(2019, 5, 5)), Some(date(2019, 5, 5))),
    ] {
        assert_eq!(read(text, Some(Order::Dmy)), dmy, "{text} day first");
        assert_eq!(read(text, Some(Order::Mdy)), mdy, "{text} month first");
        assert_eq!(read(text, Some(Order::Ymd)), None, "{text} year first");
    }
    assert_eq!(read("3/4/2019", None), None);
    assert_eq!(read("5/5/2019", None), Some(date(2019, 5, 5)));
    assert_eq!(read("20190403", Some(Order::Ymd)), Some(date(2019, 4, 3)));
    assert_eq!(read("20190403", Some(Order::Dmy)), None);
}

#[test]
fn a_year_of_two_digits_is_never_far_ahead() {
    for (text, expected) in [
        ("3/4/99", date(1999, 4, 3)),
        ("3/4/19", date(2019, 4, 3)),
        ("3/4/27", date(2027, 4, 3)),
        ("3/4/28", date(1928, 4, 3)),
    ] {
        let reading = Written::parse(text)
            .unwrap()
            .read(Some(Order::Dmy), TODAY)
            .unwrap();
        assert_eq!(reading.date, expected, "{text}");
        assert!(reading.two_digit_year);
    }
    assert_eq!(read("19-04-03", Some(Order::Ymd)), Some(date(2019, 4, 3)));
}

#[test]
fn a_time_is_cut_and_said_to_be_cut_unless_it_is_midnight() {
    for (text, cut, zone) in [
        ("2022-01-21", false, false),
        ("2022-01-21 00:00:00", false, false),
        ("2022-01-21 12:00:00 AM", false, false),
        ("2022-01-21 12:00:00 SA", false, false),
        ("2022-01-21 12:00:00 PM", true, false),
        ("2022-01-21 00:00:01", true, false),
        ("2022-01-21 13:47", true, false),
        ("13h ngày 2022-01-21", true, false),
        ("2022-01-21T00:00:00Z", false, true),
        ("2022-01-21T23:30:00+07:00", true, true),
    ] {
        let reading = Written::parse(text).unwrap().read(None, TODAY).unwrap();
        assert_eq!((reading.time_cut, reading.zone_ignored), (cut, zone), "{text}");
    }
}

#[test]
fn what_is_no_date_is_not_read_as_one() {
    for text in [
        "",
        "-",
        "chưa",
        "N/A",
        "44927",
        "12",
        "1/2",
        "1/2/3/2019",
        "123/4/2019",
        "3/4/219",
        "3/4/20190",
        "2022-13-01",
        "2022-00-10",
        "ngày 31 tháng 2 năm 2019",
        "Jan 2022",
        "Jan Feb 2022",
        "2022-01-21 25:00",
        "2022-01-21 9:75",
        "2022-01-21 x",
        "2022-01-21 9:30 o'clock",
        "tháng",
        "3/4/2019 và 5/4/2019",
    ] {
        for order in [None, Some(Order::Dmy), Some(Order::Mdy), Some(Order::Ymd)] {
            assert_eq!(read(text, order), None, "{text:?} {order:?}");
        }
    }
}

#[test]
fn the_dates_themselves_decide_the_order_when_one_of_them_can() {
    assert_eq!(verdict(&["3/4/2019", "21/1/2022"]), Verdict::Decided(Order::Dmy));
    assert_eq!(verdict(&["3/4/2019", "1/21/2022"]), Verdict::Decided(Order::Mdy));
    assert_eq!(verdict(&["2019-04-03", "5/5/2019"]), Verdict::Needless);
    assert_eq!(
        verdict(&["5/5/2019", "3/4/2019", "6/7/2019"]),
        Verdict::Ambiguous {
            example: "3/4/2019".into()
        }
    );
    assert_eq!(
        verdict(&["3/4/2019", "21/1/2022", "1/21/2022"]),
        Verdict::Contradictory {
            day_first: "21/1/2022".into(),
            month_first: "1/21/2022".into()
        }
    );
}

#[test]
fn the_day_count_of_a_spreadsheet_starts_in_1900_or_1904() {
    for (number, epoch, expected) in [
        (1.0, Epoch::Of1900, Some(date(1900, 1, 1))),
        (59.0, Epoch::Of1900, Some(date(1900, 2, 28))),
        (60.0, Epoch::Of1900, None),
        (61.0, Epoch::Of1900, Some(date(1900, 3, 1))),
        (44_927.0, Epoch::Of1900, Some(date(2023, 1, 1))),
        (43_465.0, Epoch::Of1904, Some(date(2023, 1, 1))),
        (2_958_465.0, Epoch::Of1900, Some(date(9999, 12, 31))),
        (2_958_466.0, Epoch::Of1900, None),
        (-1.0, Epoch::Of1900, None),
        (f64::NAN, Epoch::Of1900, None),
    ] {
        assert_eq!(
            from_serial(number, epoch).map(|(day, _)| day),
            expected,
            "{number}"
        );
    }
    assert_eq!(
        from_serial(44_927.5, Epoch::Of1900),
        Some((date(2023, 1, 1), time(12, 0, 0, 0)))
    );
}
