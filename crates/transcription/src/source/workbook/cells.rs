//! A value of a workbook as a cell of a table.

use calamine::{Data, DataRef, ExcelDateTime};
use jiff::civil::{Date, DateTime, Time};

use super::{Cell, Form};

pub(super) fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// A value as text: numbers without rounding, dates year first, errors as the sheet shows them.
pub(super) fn cell(value: &DataRef<'_>) -> Option<Cell> {
    let (text, form) = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => (text.clone(), Form::Text),
        DataRef::SharedString(text) => ((*text).to_owned(), Form::Text),
        DataRef::Int(number) => (number.to_string(), Form::Number),
        DataRef::Float(number) => (number.to_string(), Form::Number),
        DataRef::Bool(yes) => (if *yes { "TRUE" } else { "FALSE" }.to_owned(), Form::Text),
        DataRef::DateTime(moment) => written_out(moment),
        DataRef::DateTimeIso(text) => (text.clone(), Form::Date),
        DataRef::DurationIso(text) => (text.clone(), Form::Text),
        DataRef::Error(error) => (error.to_string(), Form::Error),
    };
    let cell = Cell { text, form };
    (!cell.is_blank()).then_some(cell)
}

fn written_out(moment: &ExcelDateTime) -> (String, Form) {
    let number = (moment.as_f64().to_string(), Form::Number);
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = Time::new(hour as i8, minute as i8, second as i8, 0);
    let is_time_of_day = (0.0..1.0).contains(&moment.as_f64());
    match (Date::new(year as i16, month as i8, day as i8), time) {
        _ if moment.is_duration() => number,
        (_, Ok(time)) if is_time_of_day => (time.to_string(), Form::Text),
        (Ok(day), Ok(time)) if time == Time::midnight() => (day.to_string(), Form::Date),
        (Ok(day), Ok(time)) => (DateTime::from_parts(day, time).to_string(), Form::Date),
        // 29 February 1900, and what lies outside the calendar.
        _ => number,
    }
}
