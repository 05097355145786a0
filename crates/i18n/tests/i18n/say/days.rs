//! Why a date is what it is, and how long each period lasts.

use std::collections::BTreeSet;

use ::procedure::calendar::Calendar;
use ::procedure::deadline::{Term, explain};
use ::procedure::settings::Periods;
use expect_test::expect;
use i18n::say;
use i18n::{Lang, texts};
use jiff::civil::date;

#[test]
fn every_period_is_said_with_its_unit() {
    let defaults = Periods::default();
    for lang in Lang::ALL {
        let mut seen = BTreeSet::new();
        for name in Periods::NAMES {
            let label = say::period(lang, name).unwrap_or_else(|| panic!("{lang:?} {name}"));
            assert!(seen.insert(label), "{lang:?}: two periods are called '{label}'");
            let length = defaults.get(name).expect("a name of its own list");
            let value = say::period_value(lang, name, length);
            assert!(value.starts_with(&length.to_string()), "{value}");
        }
        assert_eq!(say::period(lang, "no_such_period"), None);
    }
    let values = |lang| {
        [("sign", 2), ("answer_calendar", 30), ("leak_hours", 72)].map(|(name, length)| {
            format!(
                "{} ({})",
                say::period_value(lang, name, length),
                say::period_unit(lang, name)
            )
        })
    };
    assert_eq!(
        values(Lang::Vi),
        [
            "2 ngày làm việc (ngày làm việc)",
            "30 ngày (ngày)",
            "72 giờ (giờ)"
        ]
    );
    assert_eq!(
        values(Lang::En),
        [
            "2 working days (working days)",
            "30 days (days)",
            "72 hours (hours)"
        ]
    );
}

#[test]
fn a_date_is_explained_day_by_day() {
    let calendar = Calendar::vietnam();
    // The thirtieth day is Sunday 26 April, the next one a holiday that is made up for.
    let term = Term::CalendarDays {
        from: date(2026, 3, 27),
        days: 30,
    };
    let explanation = explain(&term, calendar);
    let said = |lang| {
        let days = explanation
            .days
            .iter()
            .filter(|day| day.date >= date(2026, 4, 24) || day.date <= date(2026, 3, 29));
        let lines = days.map(|day| {
            format!(
                "{}: {}",
                texts(lang).date(day.date),
                say::explained_day(lang, day)
            )
        });
        let mut all = vec![say::explanation(lang, &explanation)];
        all.extend(lines);
        all.join("\n")
    };
    expect![[r#"
        Hết hạn vào lúc 24 giờ Thứ Ba, 28/04/2026: 30 ngày kể từ ngày 27/03/2026, không tính ngày đó; nếu ngày cuối là ngày nghỉ thì kết thúc vào cuối ngày làm việc tiếp theo.
        27/03/2026: ngày bắt đầu, không tính
        28/03/2026: ngày thứ nhất, vẫn tính dù là ngày nghỉ (nghỉ hằng tuần)
        29/03/2026: ngày thứ 2, vẫn tính dù là ngày nghỉ (nghỉ hằng tuần)
        24/04/2026: ngày thứ 28
        25/04/2026: ngày thứ 29, vẫn tính dù là ngày nghỉ (nghỉ hằng tuần)
        26/04/2026: ngày thứ 30, là ngày cuối nhưng rơi vào ngày nghỉ (Giỗ Tổ Hùng Vương, theo Bộ luật Lao động 2019, điều 112 khoản 1) nên thời hạn chuyển sang ngày làm việc tiếp theo
        27/04/2026: không tính (Giỗ Tổ Hùng Vương – nghỉ bù, theo Bộ luật Lao động 2019, điều 111 khoản 3)
        28/04/2026: hết hạn vào lúc 24 giờ"#]].assert_eq(&said(Lang::Vi));
    expect![[r#"
        The limit ends at 24:00 on Tuesday, 28 April 2026: 30 days from 27 March 2026, that day not counted; when the last day is a day of rest, the limit is the end of the next working day.
        27 March 2026: first day, not counted
        28 March 2026: day 1, counted although a day of rest (weekly rest day)
        29 March 2026: day 2, counted although a day of rest (weekly rest day)
        24 April 2026: day 28
        25 April 2026: day 29, counted although a day of rest (weekly rest day)
        26 April 2026: day 30, the last, is a day of rest (Hung Kings' Commemoration Day, under Bộ luật Lao động 2019, điều 112 khoản 1), so the limit moves on to the next working day
        27 April 2026: not counted (Hung Kings' Commemoration Day, in lieu, under Bộ luật Lao động 2019, điều 111 khoản 3)
        28 April 2026: the limit ends at 24:00"#]].assert_eq(&said(Lang::En));
}

#[test]
fn terms_are_said_as_they_are_counted() {
    let (from, limit) = (date(2026, 3, 2), date(2026, 4, 1));
    let terms = [
        Term::WorkingDays { from, days: 0 },
        Term::WorkingDays { from, days: 1 },
        Term::WorkingDaysBefore { limit, days: 3 },
        Term::WorkingDaysBefore { limit, days: 0 },
        Term::On { date: limit },
        Term::WorkingDays {
            from: date(2029, 3, 2),
            days: 5,
        },
    ];
    let calendar = Calendar::vietnam();
    let said = |lang| {
        terms
            .map(|term| say::explanation(lang, &explain(&term, calendar)))
            .join("\n")
    };
    expect![[r#"
        Hết hạn vào lúc 24 giờ Thứ Hai, 02/03/2026: trong ngày 02/03/2026.
        Hết hạn vào lúc 24 giờ Thứ Ba, 03/03/2026: 1 ngày làm việc sau ngày 02/03/2026.
        Hết hạn vào lúc 24 giờ Thứ Sáu, 27/03/2026: 3 ngày làm việc trước thời hạn 01/04/2026.
        Hết hạn vào lúc 24 giờ Thứ Tư, 01/04/2026: đúng thời hạn 01/04/2026.
        Hết hạn vào lúc 24 giờ Thứ Tư, 01/04/2026: ngày đã được quyết định.
        Hết hạn vào lúc 24 giờ Thứ Sáu, 09/03/2029: 5 ngày làm việc sau ngày 02/03/2029. Đây là ngày tạm tính vì chưa có lịch nghỉ của năm đó."#]].assert_eq(&said(Lang::Vi));
    expect![[r#"
        The limit ends at 24:00 on Monday, 2 March 2026: on the same day, 2 March 2026.
        The limit ends at 24:00 on Tuesday, 3 March 2026: 1 working day after 2 March 2026.
        The limit ends at 24:00 on Friday, 27 March 2026: 3 working days before the limit of 1 April 2026.
        The limit ends at 24:00 on Wednesday, 1 April 2026: the limit itself, 1 April 2026.
        The limit ends at 24:00 on Wednesday, 1 April 2026: a date that was decided.
        The limit ends at 24:00 on Friday, 9 March 2029: 5 working days after 2 March 2029. This date is provisional, since the holidays of that year are not known."#]].assert_eq(&said(Lang::En));
    // A worked day of rest is named, a year without holidays warned of.
    let swapped = Term::WorkingDays {
        from: date(2026, 1, 1),
        days: 7,
    };
    let unknown = Term::WorkingDays {
        from: date(2029, 3, 2),
        days: 2,
    };
    let days = |lang, term| {
        let days = explain(&term, calendar).days;
        let lines = days.iter().map(|day| {
            format!(
                "{}: {}",
                texts(lang).date(day.date),
                say::explained_day(lang, day)
            )
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    expect![[r#"
        01/01/2026: ngày bắt đầu, không tính
        02/01/2026: không tính (Nghỉ hoán đổi, làm việc thứ Bảy 10/01/2026, theo Công văn 12729/VPCP-KGVX)
        03/01/2026: không tính (nghỉ hằng tuần)
        04/01/2026: không tính (nghỉ hằng tuần)
        05/01/2026: ngày thứ nhất
        06/01/2026: ngày thứ 2
        07/01/2026: ngày thứ 3
        08/01/2026: ngày thứ 4
        09/01/2026: ngày thứ 5
        10/01/2026: ngày thứ 6 (Làm việc thay thứ Sáu 02/01/2026, theo Công văn 12729/VPCP-KGVX)
        11/01/2026: không tính (nghỉ hằng tuần)
        12/01/2026: ngày thứ 7, hết hạn vào lúc 24 giờ"#]]
    .assert_eq(&days(Lang::Vi, swapped));
    expect![[r#"
        2 March 2029: first day, not counted; the holidays of this year are not known
        3 March 2029: not counted (weekly rest day); the holidays of this year are not known
        4 March 2029: not counted (weekly rest day); the holidays of this year are not known
        5 March 2029: day 1; the holidays of this year are not known
        6 March 2029: day 2, the limit ends at 24:00; the holidays of this year are not known"#]]
    .assert_eq(&days(Lang::En, unknown));
}
