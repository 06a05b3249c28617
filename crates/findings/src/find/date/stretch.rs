//! Stretches told by their length: "the last two years", "the first nine months", "in two weeks", "ten days from 18
//! December", "once a month". Knows nothing of single times but where a stretch begins.

use super::expr::{Expr, Length, Point, Unit};
use super::words::{Word, lookup};
use super::{count, point};
use crate::find::lex::Line;
use crate::find::number;

/// "the last two years", "past six months", "next fortnight", "over the last year".
pub(super) fn rolling(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let the = if line.is(i, "the") { i + 1 } else { i };
    // "the three previous years".
    if let Some((n, next)) = number::read(line, the).filter(|_| the > i)
        && let Some(back) = turned(line, next)
        && let Some(Word::Many(unit)) = lookup(line.text(next + 1))
        && let Some(n) = n.hundredths(1).and_then(|n| u32::try_from(n).ok())
    {
        return Some((
            Expr::Rolling { length: Length { parts: vec![(Some(n), unit)], approx: false }, back },
            next + 2,
        ));
    }
    let back = turned(line, the)?;
    if let Some((length, end)) = count::length(line, the + 1).filter(|_| !line.is_any(the + 1, &["a", "an"]))
    {
        return Some((Expr::Rolling { length, back }, end));
    }
    // "the last year" is the twelve months up to now; "last year" is the calendar's.
    let unit = match lookup(line.text(the + 1))? {
        Word::One(unit @ (Unit::Fortnight | Unit::Decade | Unit::Century)) => unit,
        Word::One(unit @ (Unit::Week | Unit::Month | Unit::Year)) if the > i && i > 0 => unit,
        _ => return None,
    };
    let spans = line.is(the, "past")
        || line.is_any(i.wrapping_sub(1), &["over", "in", "during", "within", "for", "throughout", "of"]);
    let rolls = spans && !line.is(the, "following") || matches!(unit, Unit::Fortnight);
    let length = Length { parts: vec![(Some(100), unit)], approx: false };
    rolls.then_some((Expr::Rolling { length, back }, the + 2))
}

/// Whether a word turns back or ahead.
fn turned(line: &Line<'_>, i: usize) -> Option<bool> {
    const BACK: &[&str] = &["last", "past", "previous", "preceding"];
    const AHEAD: &[&str] = &["next", "coming", "following", "upcoming"];
    match () {
        () if line.is_any(i, BACK) => Some(true),
        () if line.is_any(i, AHEAD) => Some(false),
        () => None,
    }
}

/// "the first nine months", with nothing that they are the first of.
pub(super) fn opening(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let first = line.is(i, "the") && line.is(i + 1, "first");
    let (length, end) = first.then(|| count::length(line, i + 2)).flatten()?;
    let counted = length.parts.iter().all(|(n, unit)| n.is_some_and(|n| n > 100) && *unit >= Unit::Day);
    (counted && !line.is_any(end, &["of", "after", "in"])).then_some((Expr::Length(length), end))
}

/// "in two weeks", "in six months’ time".
pub(super) fn within(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let (length, end) = line.is(i, "in").then(|| count::length(line, i + 1)).flatten()?;
    let dated = line.is_any(end, &["ago", "later", "earlier", "from", "after", "before", "hence"]);
    let vague = length.parts.iter().any(|(n, _)| n.is_none());
    (!dated && !vague).then(|| (Expr::In(length), end + point::time_suffix(line, end)))
}

/// "for ten days from 18 December", "two weeks starting on 20 May".
pub(super) fn lasting(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let led = line.is(i, "for");
    let (length, next) = count::length(line, i + usize::from(led))?;
    let next = next + usize::from(line.sign(next) == Some(','));
    let starting = line.is_any(next, &["starting", "beginning", "commencing"]);
    let from_then = led && line.is(next, "from");
    if !starting && !from_then {
        return None;
    }
    let at = next + 1 + usize::from(starting && line.is_any(next + 1, &["on", "from"]));
    let (from, end) = point::point(line, at)?;
    let whole = length.parts.iter().all(|(n, unit)| n.is_some() && *unit >= Unit::Day);
    let day =
        matches!(from, Point::Day { .. } | Point::Weekday { .. } | Point::Relative { unit: Unit::Day, .. });
    (whole && day).then_some((Expr::Lasting { length, from }, end))
}

/// "once a month", "every year", "each week", "twice a day", "every two years".
pub(super) fn every(line: &Line<'_>, i: usize) -> Option<(Expr, usize)> {
    let times = line.is_any(i, &["once", "twice"]) || (line.is(i + 1, "times") && count_word(line, i));
    let start = match () {
        () if times => {
            let at = if line.is(i + 1, "times") { i + 2 } else { i + 1 };
            line.is_any(at, &["a", "an", "each", "every", "per"]).then_some(at + 1)?
        }
        () if line.is_any(i, &["every", "each"]) => i + 1,
        () => return None,
    };
    if let Some((length, end)) = count::length(line, start).filter(|_| line.is(i, "every") || times) {
        return Some((Expr::Every(length), end));
    }
    let unit = match lookup(line.text(start))? {
        Word::One(unit) if unit != Unit::Second && unit != Unit::Quarter => unit,
        Word::Weekday(_) => Unit::Week,
        Word::Month(_) | Word::Season(_) => Unit::Year,
        Word::Daypart(_) => Unit::Day,
        _ => return None,
    };
    Some((Expr::Every(Length { parts: vec![(Some(100), unit)], approx: false }), start + 1))
}

fn count_word(line: &Line<'_>, i: usize) -> bool {
    number::read(line, i).is_some_and(|(_, end)| end == i + 1)
}
