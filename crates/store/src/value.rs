//! Days and instants as both databases keep them: ISO text in `_on` columns, microseconds UTC in `_at` columns.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::database::Database;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::{Decode, Encode, Type};

/// A day, kept as `2026-03-02`, which sorts as it reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct On(pub Date);

/// An instant, kept as microseconds since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At(pub Timestamp);

impl At {
    /// The instant as both databases can give it back: nothing finer than a microsecond.
    pub fn micros(self) -> i64 {
        self.0.as_microsecond()
    }
}

/// How a day sorts in a list that also has entries without one, which come last.
pub(crate) fn day_key(day: Option<On>) -> String {
    day.map_or("~".to_owned(), |day| day.0.to_string())
}

impl From<Date> for On {
    fn from(date: Date) -> Self {
        On(date)
    }
}

impl From<On> for Date {
    fn from(on: On) -> Self {
        on.0
    }
}

impl From<Timestamp> for At {
    /// Drops what is finer than a microsecond, as the databases do.
    fn from(timestamp: Timestamp) -> Self {
        let micros = timestamp.as_microsecond();
        At(Timestamp::from_microsecond(micros).expect("an instant without its fraction is in range"))
    }
}

impl From<At> for Timestamp {
    fn from(at: At) -> Self {
        at.0
    }
}

impl<DB: Database> Type<DB> for On
where
    String: Type<DB>,
{
    fn type_info() -> DB::TypeInfo {
        <String as Type<DB>>::type_info()
    }

    fn compatible(ty: &DB::TypeInfo) -> bool {
        <String as Type<DB>>::compatible(ty)
    }
}

impl<'q, DB: Database> Encode<'q, DB> for On
where
    String: Encode<'q, DB>,
{
    fn encode_by_ref(&self, buffer: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
        self.0.to_string().encode(buffer)
    }
}

impl<'r, DB: Database> Decode<'r, DB> for On
where
    &'r str: Decode<'r, DB>,
{
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
        let text = <&str as Decode<DB>>::decode(value)?;
        Ok(On(text.parse()?))
    }
}

impl<DB: Database> Type<DB> for At
where
    i64: Type<DB>,
{
    fn type_info() -> DB::TypeInfo {
        <i64 as Type<DB>>::type_info()
    }

    fn compatible(ty: &DB::TypeInfo) -> bool {
        <i64 as Type<DB>>::compatible(ty)
    }
}

impl<'q, DB: Database> Encode<'q, DB> for At
where
    i64: Encode<'q, DB>,
{
    fn encode_by_ref(&self, buffer: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
        self.micros().encode(buffer)
    }
}

impl<'r, DB: Database> Decode<'r, DB> for At
where
    i64: Decode<'r, DB>,
{
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
        let micros = <i64 as Decode<DB>>::decode(value)?;
        Ok(At(Timestamp::from_microsecond(micros)?))
    }
}
