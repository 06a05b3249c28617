//! The day that a feast falls on in a year. Knows the calendar of the Western church and of bank holidays in England;
//! no wording.

use super::calendar::{add_days, month_end, weekday};
use crate::fact::Day;
use crate::find::date::expr::Falls;

/// The day of a feast in a year.
pub(super) fn day(falls: Falls, year: i16) -> Option<Day> {
    match falls {
        Falls::On { month, day } => Day::new(year, month, day),
        Falls::Easter { days } => add_days(easter(year)?, i64::from(days)),
        Falls::Nth { n, weekday, month } => nth(n, weekday, year, month),
    }
}

fn nth(n: i8, day: u8, year: i16, month: u8) -> Option<Day> {
    let (n, day) = (i64::from(n), i64::from(day));
    if n > 0 {
        let first = Day::new(year, month, 1)?;
        add_days(first, (day - i64::from(weekday(first))).rem_euclid(7) + (n - 1) * 7)
    } else {
        let last = month_end(year, month)?;
        add_days(last, -(i64::from(weekday(last)) - day).rem_euclid(7) + (n + 1) * 7)
    }
}

/// Easter Sunday, by the rule of Meeus, Jones and Butcher for the Gregorian calendar.
fn easter(year: i16) -> Option<Day> {
    let y = i32::from(year);
    let (golden, century, of_century) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let correction = (century + 8).div_euclid(25);
    let epact = (19 * golden + century - century.div_euclid(4) - (century - correction + 1).div_euclid(3)
        + 15)
        .rem_euclid(30);
    let sunday =
        (32 + 2 * century.rem_euclid(4) + 2 * of_century.div_euclid(4) - epact - of_century.rem_euclid(4))
            .rem_euclid(7);
    let late = (golden + 11 * epact + 22 * sunday).div_euclid(451);
    let days = epact + sunday - 7 * late + 114;
    Day::new(year, u8::try_from(days.div_euclid(31)).ok()?, u8::try_from(days.rem_euclid(31) + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_move_with_the_year() {
        let at = |falls, year| day(falls, year).map(|d| d.to_string()).unwrap_or_default();
        assert_eq!(at(Falls::Easter { days: 0 }, 2013), "2013-03-31");
        assert_eq!(at(Falls::Easter { days: 0 }, 2024), "2024-03-31");
        assert_eq!(at(Falls::Easter { days: -2 }, 2011), "2011-04-22");
        assert_eq!(at(Falls::Easter { days: 0 }, 1818), "1818-03-22");
        assert_eq!(at(Falls::Nth { n: -1, weekday: 0, month: 8 }, 2022), "2022-08-29");
        assert_eq!(at(Falls::Nth { n: 2, weekday: 6, month: 11 }, 2023), "2023-11-12");
    }
}
