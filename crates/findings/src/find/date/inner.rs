//! Times within a longer one: "the end of May", "the first Monday of March", "the second half of 2019". Knows
//! nothing of how long a part is: see `resolve::date`.

use super::count::length;
use super::expr::{Base, Item, Part, Point, Unit, Year};
use super::point::{Read, point, skip, word};
use super::words::Word;
use crate::find::lex::Line;
use crate::find::number::ordinal;
use crate::text::small::Small;

/// "early March", "mid-July", "the end of February 2004", "late 2019".
pub(super) fn part(line: &Line<'_>, i: usize) -> Read {
    let at_the = if line.is(i, "at") { i + 1 } else { i };
    let the = skip(line, at_the, &["the"]);
    let name = Small::of(line.text(the));
    let end = the + 1;
    let (part, next) = match name.as_str() {
        "early" => (Part::Early, end),
        "late" => (Part::Late, end),
        "mid" => (Part::Middle, if line.sign(end) == Some('-') { end + 1 } else { end }),
        "end" | "close" if line.is(end, "of") => (Part::End, end + 1),
        "beginning" | "start" if line.is(end, "of") => (Part::Start, end + 1),
        "middle" if line.is(end, "of") => (Part::Middle, end + 1),
        _ => return None,
    };
    // In running text the preposition stays out; a line that is all date keeps it.
    if at_the > i && !line.is(end, "of") {
        return None;
    }
    let after = skip(line, skip(line, next, &["around"]), &["the"]);
    // "the end of Year 12" is a class of pupils.
    let class = line.capital(after) && line.digits(after + 1).is_some_and(|d| d.len() < 3);
    let whole = match word(line, after) {
        Some(Word::One(unit @ (Unit::Week | Unit::Month | Unit::Year))) if line.is(end, "of") && !class => {
            Some((Point::Relative { unit, by: 0 }, after + 1))
        }
        _ => None,
    };
    let (of, end) = point(line, skip(line, next, &["around"])).or(whole)?;
    let fits = matches!(
        of,
        Point::Month { .. }
            | Point::Year(_)
            | Point::Season { .. }
            | Point::Relative { .. }
            | Point::Decade(_)
            | Point::Century(_)
            | Point::SchoolYear(_)
            | Point::FinancialYear(_)
            | Point::Term { .. }
            | Point::Quarter { .. }
            | Point::Shift { base: Base::Told | Base::Near, .. }
    ) || matches!(of, Point::Weekday { .. }) && matches!(part, Part::Early | Part::Late);
    let entry = i == 0 && end == line.len();
    (fits && (at_the == i || entry)).then_some((Point::Part { part, of: Box::new(of) }, end))
}

/// "the first Monday of March", "the last week of 2018", "the week of 6 October".
pub(super) fn nth(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    if line.is(the, "week") && line.is_any(the + 1, &["of", "beginning", "commencing", "starting"]) {
        let (of, end) = point(line, skip(line, the + 2, &["on"]))?;
        return matches!(of, Point::Day { .. } | Point::DayOf { .. })
            .then_some((Point::WeekOf(Box::new(of)), end));
    }
    if let Some(found) = edge(line, the) {
        return Some(found);
    }
    let (n, next) = rank(line, the)?;
    let what = match word(line, next) {
        Some(Word::Weekday(d)) => Item::Weekday(d),
        Some(Word::One(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter))) => {
            Item::Unit(unit)
        }
        _ if line.is(next, "half") => return half(line, n, next),
        _ => return None,
    };
    if !line.is_any(next + 1, &["of", "in"]) {
        return None;
    }
    let after = next + 2;
    let whole = || {
        let the = skip(line, after, &["the"]);
        match word(line, the)? {
            Word::One(unit @ (Unit::Month | Unit::Year)) => Some((Point::Relative { unit, by: 0 }, the + 1)),
            _ => None,
        }
    };
    let (of, end) = point(line, after).or_else(whole)?;
    let fits = matches!(
        of,
        Point::Month { .. } | Point::Year(_) | Point::Relative { unit: Unit::Month | Unit::Year, .. }
    );
    if let (Item::Unit(Unit::Quarter), Some(year)) = (what, year_of(&of)) {
        let n = if n == -1 { 4 } else { n };
        return (1..=4).contains(&n).then_some((Point::Quarter { n: n as u8, year }, end));
    }
    fits.then_some((Point::Nth { n, what, of: Box::new(of) }, end))
}

/// "the first two weeks of 2021", "the last three months of last year".
fn edge(line: &Line<'_>, i: usize) -> Read {
    let last = line.is_any(i, &["last", "final"]);
    let (length, next) = (last || line.is(i, "first")).then(|| length(line, i + 1)).flatten()?;
    let plain = length.parts.iter().all(|p| p.0.is_some()) && line.digits(i + 1).is_none_or(|d| d.len() < 3);
    if !plain || !line.is_any(next, &["of", "in"]) {
        return None;
    }
    let (of, end) = point(line, next + 1)?;
    let fits = matches!(
        of,
        Point::Month { .. } | Point::Year(_) | Point::Relative { unit: Unit::Month | Unit::Year, .. }
    );
    fits.then_some((Point::Edge { length, last, of: Box::new(of) }, end))
}

/// "the second half of 2019", "the first half of the year".
fn half(line: &Line<'_>, n: i8, at: usize) -> Read {
    if !line.is(at + 1, "of") || !(1..=2).contains(&n) {
        return None;
    }
    let the = skip(line, at + 2, &["the"]);
    let (of, end) = match word(line, the) {
        Some(Word::One(Unit::Year)) => (Point::Relative { unit: Unit::Year, by: 0 }, the + 1),
        _ => point(line, at + 2)?,
    };
    let year = year_of(&of)?;
    Some((Point::Half { n: n as u8, year }, end))
}

const fn year_of(point: &Point) -> Option<Year> {
    match point {
        Point::Year(y) => Some(Year::Given(*y)),
        Point::Relative { unit: Unit::Year, by } => Some(Year::Relative(*by)),
        _ => None,
    }
}

/// "first", "third", "last", "second last".
fn rank(line: &Line<'_>, i: usize) -> Option<(i8, usize)> {
    if line.is(i, "last") {
        return Some((-1, i + 1));
    }
    let (n, next) = ordinal(line, i)?;
    let n = i8::try_from(n).ok()?;
    if line.is(next, "last") { Some((-n, next + 1)) } else { Some((n, next)) }
}
