//! Single times: "Tuesday 20 August 2024", "March 2003", "last week", "the end of May". Each reader takes a line
//! and a place in it, and gives what it read and where that ends. Refuses what needs more than the words
//! themselves: the year of a bare month, the direction of "Tuesday".

use super::count::length;
use super::expr::{Base, Length, Part, Point, Unit, Which, Year};
use super::words::{Word, lookup};
use super::{inner, numeric};
use crate::find::lex::Line;
use crate::find::number::ordinal;

pub(super) type Read = Option<(Point, usize)>;

/// Reads the longest single time that starts at `i`.
pub(super) fn point(line: &Line<'_>, i: usize) -> Read {
    let readers: [fn(&Line<'_>, usize) -> Read; 9] =
        [numeric::point, inner::part, inner::nth, shifted, relative, weekday, calendar_day, month, period];
    readers.iter().filter_map(|read| read(line, i)).reduce(|a, b| if b.1 > a.1 { b } else { a })
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
    let (year, next) = year_after(line, next).unwrap_or((Year::Open(Which::Bare), next));
    Some((Point::Day { day, month, year, weekday: None }, next))
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
    (1..=31).contains(&found.0).then_some(found)
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
fn year_after(line: &Line<'_>, i: usize) -> Option<(Year, usize)> {
    let at = skip(line, skip_comma(line, i), &["of", "in"]);
    let dash = usize::from(matches!(line.sign(at), Some('-' | '/')) && line.glued(at));
    if let Some((year, end)) = year_figures(line, at + dash) {
        return Some((Year::Given(year), end));
    }
    if (matches!(line.sign(at), Some('’' | '\'' | '‘')) || dash == 1)
        && let Some(short) = line.digits(at + 1).filter(|d| d.len() == 2)
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

/// "last" is -1, "this" 0, "next" 1.
fn relation(line: &Line<'_>, i: usize) -> Option<(i16, usize)> {
    let by = match line.text(i).to_ascii_lowercase().as_str() {
        "last" | "past" | "previous" => -1,
        "this" | "current" => 0,
        "next" | "coming" | "following" | "upcoming" => 1,
        _ => return None,
    };
    // "this coming autumn", "this past Wednesday", "this last year".
    if by == 0
        && let Some((inner, end)) = relation(line, i + 1).filter(|r| r.0 != 0)
    {
        return Some((inner, end));
    }
    Some((by, i + 1))
}

fn which(by: i16) -> Which {
    match by {
        ..0 => Which::Last,
        0 => Which::This,
        _ => Which::Next,
    }
}

/// "March 2003", "last May", "May this year", "March".
fn month(line: &Line<'_>, i: usize) -> Read {
    if let Some((by, next)) = relation(line, skip(line, i, &["the"])) {
        let (month, end) = month_name(line, next)?;
        return Some((Point::Month { month, year: Year::Open(which(by)) }, end));
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
    if let Some(by) = by {
        return Some((Point::Weekday { weekday: day, which: which(by) }, next));
    }
    let of = skip(line, next, &["of", "in", "from"]);
    if let Some((by, end)) = relation(line, skip(line, of, &["the"]))
        && line.is(end, "week")
    {
        let week = Box::new(Point::Relative { unit: Unit::Week, by });
        return Some((Point::WeekdayOf { weekday: day, week }, end + 1));
    }
    if line.is(next, "after") && line.is(next + 1, "next") {
        return Some((Point::Weekday { weekday: day, which: Which::AfterNext }, next + 2));
    }
    Some((Point::Weekday { weekday: day, which: Which::Bare }, next))
}

fn weekday_name(line: &Line<'_>, i: usize) -> Option<(u8, usize)> {
    match word(line, i)? {
        Word::Weekday(d) => Some((d, i + 1)),
        Word::WeekdayShort(d) => {
            let stop = line.sign(i + 1) == Some('.') && line.glued(i + 1);
            Some((d, if stop { i + 2 } else { i + 1 }))
        }
        _ => None,
    }
}

/// "today", "last week", "this year", "the following month", "the day after tomorrow".
fn relative(line: &Line<'_>, i: usize) -> Read {
    if let Some(Word::Day(by)) = word(line, i) {
        return Some((Point::Relative { unit: Unit::Day, by }, i + 1));
    }
    let the = skip(line, i, &["the"]);
    if line.is(the, "day") && line.is_any(the + 1, &["after", "before"]) {
        let Some(Word::Day(by)) = word(line, the + 2) else { return None };
        let step = if line.is(the + 1, "after") { 1 } else { -1 };
        return Some((Point::Relative { unit: Unit::Day, by: by + step }, the + 3));
    }
    if line.is_any(i, &["earlier", "later"]) {
        let part = if line.is(i, "earlier") { Part::Sofar } else { Part::Rest };
        let (of, end) = relative(line, i + 1)?;
        let fits = matches!(of, Point::Relative { unit: Unit::Week | Unit::Month | Unit::Year, by: -1 | 0 });
        return fits.then_some((Point::Part { part, of: Box::new(of) }, end));
    }
    // "the following month", "the next day": counted from the day told before.
    let told = line.is(the, "following") || (line.is(the, "next") && line.is(the + 1, "day"));
    let (by, next) = relation(line, the)?;
    let end = next + 1;
    match word(line, next)? {
        Word::One(unit) if told && the > i => {
            let length = Length { parts: vec![(Some(100), unit)], approx: false };
            Some((Point::Shift { length, back: false, base: Base::Told }, end))
        }
        Word::One(Unit::Second | Unit::Minute | Unit::Hour) => None,
        Word::One(Unit::Fortnight) => None,
        Word::One(unit) => Some((Point::Relative { unit, by }, end)),
        Word::Season(season) => Some((Point::Season { season, year: Year::Open(which(by)) }, end)),
        // "this morning", "last night".
        Word::Daypart(_) if by < 1 => Some((Point::Relative { unit: Unit::Day, by }, end)),
        _ => match line.text(next).to_ascii_lowercase().as_str() {
            "financial" | "fiscal" if line.is(end, "year") => {
                Some((Point::FinancialYear(Year::Relative(by)), end + 1))
            }
            "academic" | "school" if line.is(end, "year") => {
                Some((Point::SchoolYear(Year::Relative(by)), end + 1))
            }
            _ => None,
        },
    }
}

/// "two years ago", "a month later", "six months earlier", "three days after Tuesday".
fn shifted(line: &Line<'_>, i: usize) -> Read {
    let (length, next) = length(line, i)?;
    let (back, base, end) = match line.text(next).to_ascii_lowercase().as_str() {
        "ago" | "previously" => (true, Base::Now, next + 1),
        "hence" => (false, Base::Now, next + 1),
        "later" | "on" | "afterwards" if !line.is(next, "on") => (false, Base::Told, next + 1),
        "earlier" => (true, Base::Told, next + 1),
        "from" | "after" if line.is(next + 1, "now") => (false, Base::Now, next + 2),
        "from" | "after" | "before" => {
            let (at, end) = point(line, next + 1)?;
            (line.is(next, "before"), Base::At(Box::new(at)), end)
        }
        _ => return None,
    };
    Some((Point::Shift { length, back, base }, end))
}

/// "’ time" after "in two months".
pub(super) fn time_suffix(line: &Line<'_>, i: usize) -> usize {
    let s = usize::from(line.is(i + 1, "s") && line.glued(i + 1));
    let apostrophe = matches!(line.sign(i), Some('’' | '\''));
    if apostrophe && line.is(i + 1 + s, "time") { 2 + s } else { 0 }
}

/// "2019", "the 1990s", "the spring", "summer 2018", "Q2 2025/26", "the 19th century".
fn period(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    if let Some(Word::Season(season)) = word(line, the) {
        let (year, end) = year_after(line, the + 1).unwrap_or((Year::Open(Which::Bare), the + 1));
        return Some((Point::Season { season, year }, end));
    }
    if let Some(Word::Decade(short)) = word(line, the) {
        return Some((Point::Decade(1900 + short), the + 1));
    }
    if let Some(first) = line.digits(the).filter(|d| d.len() == 4 && d.ends_with('0'))
        && line.is(the + 1, "s")
    {
        return first.parse().ok().filter(|y| (1000..2100).contains(y)).map(|y| (Point::Decade(y), the + 2));
    }
    if let Some((n, next)) = ordinal(line, the)
        && line.is(next, "century")
        && (10..=21).contains(&n)
    {
        return Some((Point::Century((i16::from(n) - 1) * 100), next + 1));
    }
    let calendar = line.is(the, "year");
    if let Some((year, end)) = year_figures(line, if calendar { the + 1 } else { i }) {
        return Some((Point::Year(year), end));
    }
    let school = line.is_any(the, &["academic", "school"]) && line.is(the + 1, "year");
    let financial = line.is_any(the, &["financial", "fiscal"]) && line.is(the + 1, "year");
    if school || financial {
        let (first, end) = match numeric::point(line, the + 2) {
            Some((Point::FinancialYear(year), end)) => (year, end),
            _ => (Year::Relative(0), the + 2),
        };
        let point = if school { Point::SchoolYear(first) } else { Point::FinancialYear(first) };
        return Some((point, end));
    }
    None
}
