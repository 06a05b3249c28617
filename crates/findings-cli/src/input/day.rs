//! A day as records, pages and file names write it. Never today, and no day is made up of one that can't be read.

use super::beginning;
use findings::{Day, Options};

/// The day that a field holds: ISO 8601 with or without a time, `20240820`, seconds since 1970, or as it is written
/// in words and figures (day before month, unless the options say otherwise). The day is taken as it stands, in whatever zone.
pub(crate) fn read(text: &str) -> Option<Day> {
    read_as(text, Options::default())
}

/// The same with what is known of how figures are written.
pub(crate) fn read_as(text: &str, options: Options) -> Option<Day> {
    let text = text.trim();
    let first = text.split(['T', 't', ' ']).next().unwrap_or(text);
    if let Ok(day) = first.parse() {
        return Some(day);
    }
    let digits = first.len() >= 8 && first.bytes().all(|b| b.is_ascii_digit());
    match (digits, first.len()) {
        (true, 8) => compact(first),
        (true, 9..=19) if first.len() == text.len() => since_1970(first),
        _ if text.len() <= 64 => in_words(text, options),
        _ => None,
    }
}

/// What is said of a text that is no day.
pub(crate) fn no_day(text: &str) -> String {
    format!("`{}` is not a day of the calendar (YYYY-MM-DD is best)", beginning(text, 40))
}

fn compact(digits: &str) -> Option<Day> {
    let part = |from, to| digits.get(from..to).and_then(|d: &str| d.parse::<u8>().ok());
    Day::new(digits.get(..4)?.parse().ok()?, part(4, 6)?, part(6, 8)?).filter(is_of_papers)
}

/// No page was published before there were papers: figures that say so are something else.
fn is_of_papers(day: &Day) -> bool {
    *day >= Day::new(1800, 1, 1).unwrap_or(*day)
}

/// Seconds or, with more digits than seconds have, their thousandths, millionths, thousand-millionths.
fn since_1970(digits: &str) -> Option<Day> {
    let number: i64 = digits.parse().ok()?;
    let seconds = match digits.len() {
        ..=10 => number,
        11..=13 => number / 1_000,
        14..=16 => number / 1_000_000,
        _ => number / 1_000_000_000,
    };
    civil(seconds.div_euclid(86_400))
}

/// The day that many days after 1 January 1970 (Howard Hinnant's `civil_from_days`).
pub(crate) fn civil(days: i64) -> Option<Day> {
    let shifted = days.checked_add(719_468)?;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Day::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

/// The one day that is written in words and figures; none where there are two, or one without a year.
fn in_words(text: &str, options: Options) -> Option<Day> {
    let mut days = Vec::new();
    for date in findings::dates_with(text, None, options) {
        days.extend(date.from.filter(|from| date.to == Some(*from)));
    }
    days.dedup();
    match days.as_slice() {
        [day] => Some(*day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_they_are_written() {
        for text in [
            "2024-08-20",
            "2024-08-20T23:30:00Z",
            "2024-08-20 06:00",
            "20240820",
            "20240820T063000",
            "1724112000",
            "1724112000000",
            "1724112000000000000",
            "Tue, 20 Aug 2024 06:00:00 GMT",
            "20 August 2024",
            "20/08/2024",
        ] {
            assert_eq!(read(text), Day::new(2024, 8, 20), "{text}");
        }
    }

    #[test]
    fn no_day_is_made_up() {
        for text in
            ["", "soon", "2024", "August 2024", "20 August", "2024-02-31", "12345678", "yesterday", "7"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        assert_eq!(civil(0), Day::new(1970, 1, 1));
        assert_eq!(civil(-1), Day::new(1969, 12, 31));
        assert_eq!(civil(19_782), Day::new(2024, 2, 29));
        assert_eq!(civil(i64::MAX), None);
    }
}
