//! Dates and times as the reader's language writes them.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use crate::lang::Lang;
use crate::texts::{Count, Texts};

impl Texts {
    /// `02/03/2026` in Vietnamese, `2 March 2026` in English.
    pub fn date(&self, date: Date) -> String {
        match self.lang() {
            Lang::Vi => format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
            Lang::En => format!("{} {} {}", date.day(), self.month(date.month()), date.year()),
        }
    }

    /// As letters write it: `ngày 02 tháng 3 năm 2026`; days below ten and the first two months take a zero.
    pub fn date_long(&self, date: Date) -> String {
        match self.lang() {
            Lang::Vi if date.month() < 3 => {
                format!(
                    "ngày {:02} tháng {:02} năm {}",
                    date.day(),
                    date.month(),
                    date.year()
                )
            }
            Lang::Vi => format!(
                "ngày {:02} tháng {} năm {}",
                date.day(),
                date.month(),
                date.year()
            ),
            Lang::En => self.date(date),
        }
    }

    /// `Thứ Hai, 02/03/2026` · `Monday, 2 March 2026`.
    pub fn date_and_weekday(&self, date: Date) -> String {
        format!("{}, {}", self.weekday(date.weekday()), self.date(date))
    }

    /// `14:05 02/03/2026` · `14:05, 2 March 2026`, told in the zone of the organisation.
    pub fn instant(&self, at: Timestamp, zone: &TimeZone) -> String {
        let there = zone.to_datetime(at);
        let (time, date) = (self.time_of_day(at, zone), self.date(there.date()));
        match self.lang() {
            Lang::Vi => format!("{time} {date}"),
            Lang::En => format!("{time}, {date}"),
        }
    }

    /// `14:05`.
    pub fn time_of_day(&self, at: Timestamp, zone: &TimeZone) -> String {
        let there = zone.to_datetime(at);
        format!("{:02}:{:02}", there.hour(), there.minute())
    }

    pub fn weekday(&self, day: Weekday) -> &'static str {
        match day {
            Weekday::Monday => self.weekday_monday(),
            Weekday::Tuesday => self.weekday_tuesday(),
            Weekday::Wednesday => self.weekday_wednesday(),
            Weekday::Thursday => self.weekday_thursday(),
            Weekday::Friday => self.weekday_friday(),
            Weekday::Saturday => self.weekday_saturday(),
            Weekday::Sunday => self.weekday_sunday(),
        }
    }

    /// The name of a month, 1 to 12.
    pub fn month(&self, month: i8) -> &'static str {
        match month {
            1 => self.month_1(),
            2 => self.month_2(),
            3 => self.month_3(),
            4 => self.month_4(),
            5 => self.month_5(),
            6 => self.month_6(),
            7 => self.month_7(),
            8 => self.month_8(),
            9 => self.month_9(),
            10 => self.month_10(),
            11 => self.month_11(),
            _ => self.month_12(),
        }
    }

    /// How far a limit is: `còn 5 ngày`, `hôm nay`, `quá 3 ngày`.
    pub fn days_left(&self, days: impl Count) -> String {
        match days.count() {
            0 => self.time_today().to_owned(),
            late @ ..0 => self.time_days_late(late.unsigned_abs()),
            left => self.time_days_left(left),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::{Timestamp, tz::TimeZone};

    use crate::{Lang, texts};

    #[test]
    fn dates_are_written_as_each_language_does() {
        let (vi, en) = (texts(Lang::Vi), texts(Lang::En));
        let day = date(2026, 3, 2);
        assert_eq!([vi.date(day), en.date(day)], ["02/03/2026", "2 March 2026"]);
        assert_eq!(vi.date_long(day), "ngày 02 tháng 3 năm 2026");
        assert_eq!(vi.date_long(date(2026, 2, 28)), "ngày 28 tháng 02 năm 2026");
        assert_eq!(vi.date_and_weekday(day), "Thứ Hai, 02/03/2026");
        assert_eq!(en.date_and_weekday(day), "Monday, 2 March 2026");
    }

    #[test]
    fn an_instant_is_told_in_the_zone_of_the_centre() {
        let hanoi = TimeZone::get("Asia/Ho_Chi_Minh").expect("zone data is bundled");
        let late: Timestamp = "2026-03-01T17:05:00Z".parse().expect("a valid instant");
        assert_eq!(texts(Lang::Vi).instant(late, &hanoi), "00:05 02/03/2026");
        assert_eq!(texts(Lang::En).instant(late, &hanoi), "00:05, 2 March 2026");
    }

    #[test]
    fn what_is_left_is_said_in_days() {
        let said = |lang, days: i32| texts(lang).days_left(days);
        assert_eq!(
            [5, 1, 0, -3].map(|days| said(Lang::Vi, days)),
            ["còn 5 ngày", "còn 1 ngày", "hôm nay", "quá 3 ngày"]
        );
        assert_eq!(
            [5, 1, 0, -1].map(|days| said(Lang::En, days)),
            ["5 days left", "1 day left", "today", "1 day overdue"]
        );
    }
}
