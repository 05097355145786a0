//! The centre of the stories: its people, its calendar, its periods, and the day.

use super::cast;
use super::clauses::{Words, person};
use crate::calendar::{Calendar, CalendarDay, DayKind};
use crate::desk::Desk;
use crate::id::PersonId;
use crate::people::{Interest, Staff, Substitution};
use crate::settings::Periods;
use crate::vocabulary::{Role, SigningMode};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

pub struct Centre {
    pub staff: Staff,
    pub periods: Periods,
    pub calendar: Calendar,
    pub zone: TimeZone,
    pub today: Date,
}

pub fn zone() -> TimeZone {
    TimeZone::get("Asia/Ho_Chi_Minh").unwrap()
}

impl Centre {
    /// Monday 2 March 2026, every office filled.
    pub fn usual() -> Centre {
        Centre {
            staff: cast::staff(),
            periods: Periods::default(),
            calendar: Calendar::vietnam().clone(),
            zone: zone(),
            today: date(2026, 3, 2),
        }
    }

    /// The desk at nine o'clock of the day.
    pub fn desk(&self) -> Desk<'_> {
        Desk::at(
            self.zone.to_timestamp(self.today.at(9, 0, 0, 0)).unwrap(),
            &self.zone,
            &self.staff,
            &self.calendar,
            &self.periods,
        )
    }

    /// Reads the day and the person that a clause begins with; nobody is the product's own clock.
    pub fn who<'a>(&mut self, mut words: Words<'a>) -> (Option<PersonId>, Words<'a>) {
        if words.has_day() {
            self.today = words.day();
            words.today = self.today;
        }
        let clock = words.phrase("clock");
        (if clock { None } else { Some(words.person()) }, words)
    }

    /// `staff: deputy is QMR`, `staff: nobody is deputy_director` and the like.
    pub fn change_staff(&mut self, words: &mut Words) {
        let role = |word: &str| Role::from_key(word).unwrap_or_else(|| panic!("“{word}” is no role"));
        let who = words.word();
        let what = words.word();
        let staff = &mut self.staff;
        match (who, what) {
            ("nobody", "is") => {
                let role = role(words.word());
                staff.appointments.retain(|a| a.role != role);
            }
            (who, what) => {
                let person = person(who, who);
                match what {
                    "is" => staff
                        .appointments
                        .push(cast::appointment(person, role(words.word()))),
                    "leaves" => staff.active.retain(|&p| p != person),
                    "knew" => staff.interests.push(Interest {
                        person,
                        client: cast::CLIENT,
                        until: words.peek().is_some().then(|| words.day()),
                    }),
                    "signs" => {
                        let mode = SigningMode::from_key(words.word()).unwrap();
                        let given_on = if words.peek().is_some() {
                            words.day()
                        } else {
                            cast::LONG_AGO
                        };
                        staff.authorities.retain(|a| a.person != person);
                        staff.authorities.push(cast::authority(person, mode, given_on));
                    }
                    "signs-nothing" => staff.authorities.retain(|a| a.person != person),
                    "stands-for" => {
                        let of = words.person();
                        let role = staff.appointments.iter().find(|a| a.person == of).unwrap().role;
                        let from = if words.peek().is_some() {
                            words.day()
                        } else {
                            cast::LONG_AGO
                        };
                        staff.substitutions.push(Substitution {
                            role,
                            of,
                            by: person,
                            span: cast::since(from),
                            named_by: cast::named("Director").unwrap(),
                            document: "16/QĐ-TT".to_owned(),
                        });
                    }
                    other => panic!("what is “{other}”?"),
                }
            }
        }
        words.done();
    }

    /// `calendar: rest 2026-04-01`: a day that is announced later.
    pub fn change_calendar(&mut self, words: &mut Words) {
        let kind = match words.word() {
            "rest" => DayKind::Holiday,
            "worked" => DayKind::SwappedWork,
            other => panic!("what is “{other}”?"),
        };
        let day = CalendarDay {
            date: words.day(),
            kind,
            name_vi: "nghỉ".to_owned(),
            name_en: "off".to_owned(),
            document: "7/TB".to_owned(),
        };
        words.done();
        let before = &self.calendar;
        let mut days = before.days().to_vec();
        days.push(day);
        self.calendar = Calendar::new(days, before.weekly_rest(), before.known_years().clone());
    }
}
