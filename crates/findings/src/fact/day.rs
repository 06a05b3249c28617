//! A calendar day, and dates at the precision given. Knows the calendar and EDTF; nothing of wording.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// One day of the Gregorian calendar, `YYYY-MM-DD` in text and JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: i16,
    month: u8,
    day: u8,
}

/// Why a text is no [`Day`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day of the calendar written as YYYY-MM-DD")]
pub struct DayError(String);

impl Day {
    /// The day, or `None` where the calendar has none (31 September).
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let day = Self { year, month, day };
        day.civil().map(|_| day)
    }
    /// The year of the calendar.
    pub const fn year(self) -> i16 {
        self.year
    }
    /// 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }
    /// 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }
    /// How many months of the calendar later the other day lies: 31 May to 1 June is one.
    pub(crate) const fn months_to(self, later: Day) -> i32 {
        (later.year as i32 - self.year as i32) * 12 + later.month as i32 - self.month as i32
    }
    /// How many days later the other day lies.
    pub(crate) fn days_to(self, later: Day) -> i64 {
        match (self.civil(), later.civil()) {
            (Some(a), Some(b)) => a.until(b).map_or(0, |s| i64::from(s.get_days())),
            _ => 0,
        }
    }

    pub(crate) fn civil(self) -> Option<jiff::civil::Date> {
        jiff::civil::Date::new(self.year, i8::try_from(self.month).ok()?, i8::try_from(self.day).ok()?).ok()
    }
}

impl Day {
    /// `YYYY-MM-DD` in ASCII, for the years that have four figures.
    fn digits(self) -> Option<[u8; 10]> {
        let year = u16::try_from(self.year).ok().filter(|y| *y < 10_000)?;
        let digit = |n: u16| b'0' + (n % 10) as u8;
        let (month, day) = (u16::from(self.month), u16::from(self.day));
        let mut written = *b"0000-00-00";
        let parts = [(0, year / 1000), (1, year / 100), (2, year / 10), (3, year)];
        let rest = [(5, month / 10), (6, month), (8, day / 10), (9, day)];
        parts.into_iter().chain(rest).for_each(|(at, n)| written[at] = digit(n));
        Some(written)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.digits().as_ref().and_then(|digits| str::from_utf8(digits).ok()) {
            Some(written) => f.write_str(written),
            None => write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day),
        }
    }
}

impl FromStr for Day {
    type Err = DayError;
    fn from_str(text: &str) -> Result<Self, DayError> {
        let error = || DayError(text.to_owned());
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-' && text.is_ascii();
        if !shaped {
            return Err(error());
        }
        let part = |range: std::ops::Range<usize>| {
            let digits = &text[range];
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<i16>().ok()).flatten()
        };
        match (part(0..4), part(5..7), part(8..10)) {
            (Some(y), Some(m), Some(d)) => Day::new(y, m as u8, d as u8).ok_or_else(error),
            _ => Err(error()),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A date, an interval or a duration in EDTF (ISO 8601-2): `2024-08-20`, `2004-02`, `2001`, `2004-21`
/// (spring), `2024-07-01/2024-07-12`, `../2003-03`, `2003~`, `P2M`, `XXXX-10-14`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Edtf(String);

impl Edtf {
    /// Takes the text as it is: the caller vouches for its form.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }
    /// The value as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
