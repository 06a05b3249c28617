//! Single times: "Tuesday 20 August 2024", "March 2003", "last week", "the end of May". Each reader takes a line
//! and a place in it, and gives what it read and where that ends. Refuses what needs more than the words
//! themselves: the year of a bare month, the direction of "Tuesday".

use super::expr::{Point, Unit, Which, Year};
use super::opens::{CALENDAR_DAY, DAY_OF, FEAST, MONTH, NTH, NUMERIC, PERIOD, Readers, SHIFTED, opens};
use super::period::{period, running};
use super::relative::{related_month, relation, relative, shifted, which};
use super::words::{Word, lookup};
use super::{feast, inner, numeric};
use crate::find::lex::{Line, Shape};
use crate::find::number::ordinal;

pub(super) type Read = Option<(Point, usize)>;

/// Reads the longest single time that starts at `i`: with the readers that may begin with what stands there.
pub(super) fn point(line: &Line<'_>, i: usize) -> Read {
    /// Those that may begin with a figure; the others begin with a word.
    const FIGURES: Readers = NUMERIC | NTH | SHIFTED | CALENDAR_DAY | DAY_OF | MONTH | PERIOD;
    let readers = if line.digits(i).is_some() { FIGURES } else { opened(line, i) };
    if readers == 0 { None } else { longest(line, i, readers) }
}

/// Reads with every reader there is.
#[cfg(test)]
pub(super) fn by_all(line: &Line<'_>, i: usize) -> Read {
    longest(line, i, Readers::MAX)
}

type Reader = fn(&Line<'_>, usize) -> Read;

/// In the order of the bits of [`Readers`]; where two read as far, the first stands.
const ALL: &[Reader] = &[
    numeric::point,
    inner::part,
    inner::nth,
    shifted,
    relative,
    weekday,
    calendar_day,
    day_of,
    month,
    period,
    running,
    feast::feast,
    feast::new_year,
];

fn longest(line: &Line<'_>, i: usize, readers: Readers) -> Read {
    line.nested(|| {
        let mut best: Read = None;
        for (bit, read) in ALL.iter().enumerate() {
            if readers & (1 << bit) != 0
                && let Some(found) = read(line, i)
                && best.as_ref().is_none_or(|best| found.1 > best.1)
            {
                best = Some(found);
            }
        }
        best
    })
}

/// The readers that may begin with the word or the sign at `i`, past "the".
fn opened(line: &Line<'_>, i: usize) -> Readers {
    let at = if line.is(i, "at") { i + 1 } else { i };
    let the = skip(line, at, &["the"]);
    match line.token(the).map(|t| t.shape) {
        Some(Shape::Word) => {
            let feast = if feast::begins(line.text(the)) { FEAST } else { 0 };
            opens(line.text(the)) | feast
        }
        Some(_) => Readers::MAX,
        None => 0,
    }
}

pub(super) fn word(line: &Line<'_>, i: usize) -> Option<Word> {
    lookup(line.text(i))
}

/// Skips one of these words, if it is there.
pub(super) fn skip(line: &Line<'_>, i: usize, words: &[&str]) -> usize {
    if line.is_any(i, words) { i + 1 } else { i }
}

fn skip_comma(line: &Line<'_>, i: usize) -> usize {
    if line.sign(i) == Some(',') { i + 1 } else { i }
}

/// "20 August 2024", "the 20th of August", "August 20th, 2024".
fn calendar_day(line: &Line<'_>, i: usize) -> Read {
    let (day, month, next) = day_first(line, i).or_else(|| month_first(line, i))?;
    let (year, next) = year_after(line, next)
        .or_else(|| short_year(line, i, next))
        .unwrap_or((Year::Open(Which::Bare), next));
    // "July 18, Fri".
    let comma = skip_comma(line, next);
    match weekday_name(line, comma).filter(|_| comma > next) {
        Some((on, end)) if line.token(end).is_none() || line.sign(end).is_some() => {
            Some((Point::Day { day, month, year, weekday: Some(on) }, end))
        }
        _ => Some((Point::Day { day, month, year, weekday: None }, next)),
    }
}

/// "14 April 15" at the end of a clause.
fn short_year(line: &Line<'_>, i: usize, next: usize) -> Option<(Year, usize)> {
    let digits = line.digits(next).filter(|d| d.len() == 2 && line.digits(i).is_some())?;
    let ends = line.token(next + 1).is_none()
        || (matches!(line.sign(next + 1), Some('.' | ',' | ';' | ')')) && line.digits(next + 2).is_none());
    ends.then_some((Year::Given(century(digits.parse().ok()?)), next + 1))
}

/// "the 18th", "20th of next month", "the 21st this month".
fn day_of(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let (day, next) = day_number(line, the)?;
    let next = skip(line, next, &["day"]);
    let of = skip(line, next, &["of"]);
    let month = if line.is(of, "the") && line.is(of + 1, "month") && of > next {
        Some((Point::Relative { unit: Unit::Month, by: 0 }, of + 2))
    } else {
        relative(line, of).filter(|(p, _)| {
            matches!(p, Point::Relative { unit: Unit::Month, .. } | Point::Shift { .. })
                && (of > next || line.digits(the).is_some() && next > the + 1)
        })
    };
    match month {
        Some((of, end)) => Some((Point::DayOf { day, of: Some(Box::new(of)), weekday: None }, end)),
        None => Some((Point::DayOf { day, of: None, weekday: None }, next)),
    }
}

fn day_first(line: &Line<'_>, i: usize) -> Option<(u8, u8, usize)> {
    let (day, mut next) = day_number(line, skip(line, i, &["the"]))?;
    if line.is(next, "day") {
        next += 1;
    }
    let of = skip(line, next, &["of"]);
    let dash = matches!(line.sign(of), Some('-' | '/')) && line.glued(of);
    let (month, next) = month_name(line, if dash { of + 1 } else { of })?;
    Some((day, month, next))
}

fn month_first(line: &Line<'_>, i: usize) -> Option<(u8, u8, usize)> {
    let (month, next) = month_name(line, i)?;
    let comma = skip_comma(line, next);
    let dash = matches!(line.sign(next), Some('-' | '/')) && line.glued(next) && line.glued(next + 1);
    let at = if dash { next + 1 } else { comma };
    let the = skip(line, at, &["the"]);
    let (day, end) = day_number(line, the)?;
    let plain = line.digits(the).is_some() && end == the + 1;
    // "May 10,000", "March 3.5", "August 20% down", "in May 20 pupils" are no days.
    let counts = plain
        && (matches!(line.sign(end), Some('%'))
            || (matches!(line.sign(end), Some(',' | '.' | ':'))
                && line.glued(end)
                && line.digits(end + 1).is_some()
                && line.glued(end + 1)));
    (!counts && (at == next || dash || the > at || !plain))
        .then_some((month, day, end))
        .map(|(m, d, e)| (d, m, e))
}

/// A day of the month in figures or as an ordinal.
pub(super) fn day_number(line: &Line<'_>, i: usize) -> Option<(u8, usize)> {
    let found = ordinal(line, i).or_else(|| {
        let digits = line.digits(i).filter(|d| d.len() <= 2)?;
        let joined = line.glued(i + 1)
            && (line.sign(i + 1) == Some('%') || line.text(i + 1).chars().all(char::is_alphabetic));
        digits.parse().ok().filter(|_| !joined).map(|d| (d, i + 1))
    })?;
    // "In June the sixth form …"
    let form = line.is_any(found.1, &["form", "forms", "former", "formers"]);
    ((1..=31).contains(&found.0) && !form).then_some(found)
}

/// A month by name, with the full stop of an abbreviation.
pub(super) fn month_name(line: &Line<'_>, i: usize) -> Option<(u8, usize)> {
    match word(line, i)? {
        Word::Month(m) => Some((m, i + 1)),
        Word::MonthShort(m) => {
            let stop = line.sign(i + 1) == Some('.') && line.glued(i + 1);
            Some((m, if stop { i + 2 } else { i + 1 }))
        }
        _ => None,
    }
}

/// A year in four figures that stands alone.
pub(super) fn year_figures(line: &Line<'_>, i: usize) -> Option<(i16, usize)> {
    let digits = line.digits(i).filter(|d| d.len() == 4)?;
    let year: i16 = digits.parse().ok().filter(|y| (1000..2150).contains(y))?;
    let part_of_number = matches!(line.sign(i + 1), Some(',' | '.'))
        && line.glued(i + 1)
        && line.glued(i + 2)
        && line.digits(i + 2).is_some();
    let joined = line.glued(i + 1) && line.text(i + 1).chars().all(char::is_alphabetic);
    (!part_of_number && !joined && line.sign(i + 1) != Some('%')).then_some((year, i + 1))
}

/// The year that goes with a month or a day before it: "2003", ", 2003", "of 2003", "’03", "last year".
pub(super) fn year_after(line: &Line<'_>, i: usize) -> Option<(Year, usize)> {
    let at = skip(line, skip_comma(line, i), &["of", "in"]);
    let dash = usize::from(matches!(line.sign(at), Some('-' | '/')) && line.glued(at));
    if let Some((year, end)) = year_figures(line, at + dash) {
        return Some((Year::Given(year), end));
    }
    let quoted = matches!(line.sign(at), Some('’' | '\'' | '‘'));
    // "1-Nov-20", but "November 19-20" is two days.
    let dashed = dash == 1 && at > 0 && line.digits(at - 1).is_none();
    if (quoted || dashed)
        && let Some(short) = line.digits(at + 1).filter(|d| d.len() == 2)
        && !line.glued(at + 2)
    {
        return Some((Year::Given(century(short.parse().ok()?)), at + 2));
    }
    if at == i || line.is(i, "of") {
        let which = relation(line, skip(line, at, &["the"]))?;
        return line.is(which.1, "year").then_some((Year::Relative(which.0), which.1 + 1));
    }
    None
}

/// The century of a two-figure year, as UK papers use it.
pub(super) const fn century(short: i16) -> i16 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

/// "March 2003", "last May", "May this year", "March".
fn month(line: &Line<'_>, i: usize) -> Read {
    if let Some(found) = related_month(line, i) {
        return Some(found);
    }
    // "2017 April".
    if let Some((year, next)) = year_figures(line, i)
        && let Some((month, end)) = month_name(line, next).filter(|_| line.capital(next))
        && year_after(line, end).is_none()
        && day_number(line, end).is_none()
    {
        return Some((Point::Month { month, year: Year::Given(year) }, end));
    }
    let (month, next) = month_name(line, i)?;
    let (year, end) = year_after(line, next).unwrap_or((Year::Open(Which::Bare), next));
    Some((Point::Month { month, year }, end))
}

/// "Tuesday", "last Tuesday", "Tuesday of last week", "Tuesday 20 August", "Tuesday the 19th".
fn weekday(line: &Line<'_>, i: usize) -> Read {
    let (by, at) = match relation(line, skip(line, i, &["the"])) {
        Some((by, at)) => (Some(by), at),
        None => (None, i),
    };
    let (day, next) = weekday_name(line, at)?;
    let comma = skip_comma(line, next);
    if let Some((Point::Day { day: n, month, year, .. }, end)) = calendar_day(line, comma) {
        return Some((Point::Day { day: n, month, year, weekday: Some(day) }, end));
    }
    let open = usize::from(line.sign(comma) == Some('('));
    if open == 1
        && let Some((Point::Day { day: n, month, year, .. }, end)) = calendar_day(line, comma + 1)
        && line.sign(end) == Some(')')
    {
        return Some((Point::Day { day: n, month, year, weekday: Some(day) }, end + 1));
    }
    if let Some((Point::Day { day: n, month, year, .. }, end)) = numeric::point(line, comma) {
        return Some((Point::Day { day: n, month, year, weekday: Some(day) }, end));
    }
    let the = skip(line, next, &["the"]);
    if let Some((n, end)) = ordinal(line, the) {
        return Some((Point::DayOf { day: n, of: None, weekday: Some(day) }, end));
    }
    // "on Monday 21".
    if let Some(n) = line.digits(next).filter(|d| d.len() <= 2).and_then(|d| d.parse().ok())
        && (1..=31).contains(&n)
        && (line.token(next + 1).is_none() || matches!(line.sign(next + 1), Some('!' | '?' | ';' | ')')))
    {
        return Some((Point::DayOf { day: n, of: None, weekday: Some(day) }, next + 1));
    }
    if let Some(by) = by {
        return Some((Point::Weekday { weekday: day, which: which(by) }, next));
    }
    let of = skip(line, next, &["of", "in", "from"]);
    if let Some((week, end)) = relative(line, of).filter(|(p, _)| is_week(p)) {
        return Some((Point::WeekdayOf { weekday: day, week: Box::new(week) }, end));
    }
    Some((Point::Weekday { weekday: day, which: Which::Bare }, next))
}

fn is_week(point: &Point) -> bool {
    match point {
        Point::Relative { unit, .. } => *unit == Unit::Week,
        Point::Shift { length, .. } => length.parts.iter().all(|p| p.1 == Unit::Week),
        _ => false,
    }
}

pub(super) fn weekday_name(line: &Line<'_>, i: usize) -> Option<(u8, usize)> {
    match word(line, i)? {
        Word::Weekday(d) => Some((d, i + 1)),
        Word::WeekdayShort(d) => {
            let stop = line.sign(i + 1) == Some('.') && line.glued(i + 1);
            Some((d, if stop { i + 2 } else { i + 1 }))
        }
        _ => None,
    }
}

/// "’ time" after "in two months".
pub(super) fn time_suffix(line: &Line<'_>, i: usize) -> usize {
    let s = usize::from(line.is(i + 1, "s") && line.glued(i + 1));
    let apostrophe = matches!(line.sign(i), Some('’' | '\''));
    if apostrophe && line.is(i + 1 + s, "time") { 2 + s } else { 0 }
}
