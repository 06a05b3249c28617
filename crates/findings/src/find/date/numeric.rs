//! Dates in figures: "20/8/24", "20.08.2024", "2024-08-20", "2003/04" (a financial year), "Q2 2025". UK order:
//! the day comes first unless the figures leave no choice.

use super::expr::{Point, Which, Year};
use super::point::{century, month_name};
use super::words::Word;
use crate::find::lex::Line;

/// Turns a day read in UK order into the American one, where its figures allow both.
pub(super) fn month_first(point: &mut Point, figures: &str) {
    let slashed = figures.bytes().filter(|b| matches!(b, b'/' | b'.' | b'-')).count() > 0
        && figures.bytes().take_while(u8::is_ascii_digit).count() < 3
        && figures.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_punctuation());
    if let Point::Day { day, month, .. } = point
        && slashed
        && *day <= 12
    {
        std::mem::swap(day, month);
    }
}

/// Reads the date in figures that starts at `i`.
pub(crate) fn point(line: &Line<'_>, i: usize) -> Option<(Point, usize)> {
    quarter(line, i).or_else(|| {
        // A figure that goes on to the left is part of something longer: a phone number, a score, a path.
        let runs_on =
            line.glued(i) && i > 0 && matches!(line.sign(i - 1), Some('/' | '.' | '-' | '+' | ':' | ','));
        let runs_on = runs_on && i > 1 && line.digits(i - 2).is_some();
        if runs_on { None } else { figures(line, i) }
    })
}

fn figures(line: &Line<'_>, i: usize) -> Option<(Point, usize)> {
    let first = line.digits(i)?;
    let sep = line
        .sign(i + 1)
        .filter(|c| matches!(c, '/' | '.' | '-' | '–') && line.glued(i + 1) && line.glued(i + 2))?;
    if let Some((month, next)) = month_name(line, i + 2) {
        return named(line, first, month, next, sep);
    }
    let second = line.digits(i + 2)?;
    let third = line
        .digits(i + 4)
        .filter(|_| line.sign(i + 3) == Some(sep) && line.glued(i + 3) && line.glued(i + 4));
    let end = if third.is_some() { i + 5 } else { i + 3 };
    if continues(line, end) {
        return None;
    }
    match (first.len(), second.len(), third.map(str::len)) {
        (1..=2, 1..=2, Some(len @ (2 | 4))) => {
            let (a, b, c): (u8, u8, i16) = (first.parse().ok()?, second.parse().ok()?, third?.parse().ok()?);
            let (day, month) = if b > 12 && a <= 12 { (b, a) } else { (a, b) };
            let year = if len == 2 { century(c) } else { c };
            let plausible =
                (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2150).contains(&year);
            plausible.then_some((Point::Day { day, month, year: Year::Given(year), weekday: None }, end))
        }
        (4, 1..=2, Some(1..=2)) if sep != '.' => {
            let (year, month, day): (i16, u8, u8) =
                (first.parse().ok()?, second.parse().ok()?, third?.parse().ok()?);
            let plausible =
                (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2150).contains(&year);
            plausible.then_some((Point::Day { day, month, year: Year::Given(year), weekday: None }, end))
        }
        (4, 1..=2, None) if sep != '.' => {
            let (year, short): (i16, i16) =
                (first.parse().ok().filter(|y| (1900..2100).contains(y))?, second.parse().ok()?);
            let follows =
                (year + 1) % 100 == short || (second.len() == 1 && (year + 1) % 10 == short && sep == '/');
            match () {
                () if follows => Some((Point::FinancialYear(Year::Given(year)), end)),
                () if (1..=12).contains(&short) => {
                    Some((Point::Month { month: short as u8, year: Year::Given(year) }, end))
                }
                () => None,
            }
        }
        (1..=2, 1..=2, None) if sep == '/' => day_and_month(line, i, first, second, end),
        (1..=2, 4, None) => {
            let (month, year): (u8, i16) = (first.parse().ok()?, second.parse().ok()?);
            let plausible = (1..=12).contains(&month) && (1900..2100).contains(&year);
            plausible.then_some((Point::Month { month, year: Year::Given(year) }, end))
        }
        _ => None,
    }
}

/// "31/Oct/1974", "2019-aug-01".
fn named(line: &Line<'_>, first: &str, month: u8, next: usize, sep: char) -> Option<(Point, usize)> {
    let last = line.digits(next + 1).filter(|_| line.sign(next) == Some(sep) && line.glued(next + 1))?;
    let (day, year) = match (first.len(), last.len()) {
        (1..=2, 4) => (first.parse().ok()?, last.parse().ok()?),
        (1..=2, 2) => (first.parse().ok()?, century(last.parse().ok()?)),
        (4, 1..=2) => (last.parse().ok()?, first.parse().ok()?),
        _ => return None,
    };
    (1..=31)
        .contains(&day)
        .then_some((Point::Day { day, month, year: Year::Given(year), weekday: None }, next + 2))
}

/// True where a figure goes on to the right.
fn continues(line: &Line<'_>, end: usize) -> bool {
    if !line.glued(end) {
        return false;
    }
    match line.sign(end) {
        Some('/' | '-' | ':' | '+' | '%') => true,
        Some('.' | ',') => line.glued(end + 1) && line.digits(end + 1).is_some(),
        Some(_) => false,
        None => line.token(end).is_some(),
    }
}

/// "Q2", and where it ends.
pub(super) fn quarter_name(line: &Line<'_>, i: usize) -> Option<(u8, usize)> {
    let n: u8 =
        line.digits(i + 1).filter(|d| d.len() == 1 && line.is(i, "q") && line.glued(i + 1))?.parse().ok()?;
    (1..=4).contains(&n).then_some((n, i + 2))
}

/// "2019 Q1", "2019-H2".
fn quarter(line: &Line<'_>, i: usize) -> Option<(Point, usize)> {
    let year: i16 = line.digits(i).filter(|d| d.len() == 4)?.parse().ok()?;
    let at = i + 1 + usize::from(line.sign(i + 1) == Some('-'));
    if let Some((n, end)) = quarter_name(line, at) {
        return Some((Point::Quarter { n, year: Year::Given(year) }, end));
    }
    let half = line.is(at, "H") && line.glued(at + 1);
    let n: u8 = line.digits(at + 1).filter(|d| half && d.len() == 1)?.parse().ok()?;
    (1..=2).contains(&n).then_some((Point::Half { n, year: Year::Given(year) }, at + 2))
}

/// "15/2" where the words before make it a date.
fn day_and_month(line: &Line<'_>, i: usize, first: &str, second: &str, end: usize) -> Option<(Point, usize)> {
    let alone = i == 0 && end == line.len();
    let led = i > 0 && line.is_any(i - 1, &["on", "by", "until", "since", "before", "after"]);
    let on_a_day = i > 0 && matches!(super::words::lookup(line.text(i - 1)), Some(Word::Weekday(_)));
    let (day, month): (u8, u8) = (first.parse().ok()?, second.parse().ok()?);
    let plausible = (1..=12).contains(&month) && (1..=31).contains(&day);
    let year = Year::Open(Which::Bare);
    (plausible && (alone || led || on_a_day)).then_some((Point::Day { day, month, year, weekday: None }, end))
}
