//! Calendar arithmetic on [`Day`]. Knows nothing of wording.

use crate::fact::Day;
use jiff::civil::{Date, Weekday};

fn day(date: Date) -> Option<Day> {
    Day::new(date.year(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?)
}

/// So many days later; earlier where negative. `None` past the ends of the calendar.
pub(super) fn add_days(from: Day, days: i64) -> Option<Day> {
    day(from.civil()?.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?)
}

/// So many months later, the last day of the month where the day is missing there.
pub(super) fn add_months(from: Day, months: i64) -> Option<Day> {
    day(from.civil()?.checked_add(jiff::Span::new().try_months(months).ok()?).ok()?)
}

/// 0 is Monday.
pub(super) fn weekday(of: Day) -> u8 {
    of.civil().map_or(0, |d| d.weekday().to_monday_zero_offset().unsigned_abs())
}

/// The Monday of its ISO week.
pub(super) fn monday(of: Day) -> Option<Day> {
    add_days(of, -i64::from(weekday(of)))
}

/// Its ISO year and week.
pub(super) fn iso_week(of: Day) -> Option<(i16, u8)> {
    let week = of.civil()?.iso_week_date();
    Some((week.year(), week.week().unsigned_abs()))
}

/// The Monday of the first ISO week of a year.
pub(super) fn first_monday(year: i16) -> Option<Day> {
    day(Date::from_iso_week_date(jiff::civil::ISOWeekDate::new(year, 1, Weekday::Monday).ok()?))
}

/// The last day of a month.
pub(super) fn month_end(year: i16, month: u8) -> Option<Day> {
    day(Day::new(year, month, 1)?.civil()?.last_of_month())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(add_months(at("2024-01-31"), 1), Some(at("2024-02-29")));
        assert_eq!(month_end(2023, 2), Some(at("2023-02-28")));
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(monday(at("2004-01-29")), Some(at("2004-01-26")));
        assert_eq!(iso_week(at("2004-01-29")), Some((2004, 5)));
        assert_eq!(first_monday(2021), Some(at("2021-01-04")));
        assert_eq!(at("2004-02-28").days_to(at("2004-03-01")), 2);
    }
}
