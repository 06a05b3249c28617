//! Lengths of time: "two weeks", "a year and a half", "several months", "18-month". Refuses ages.

use super::expr::{Length, Unit};
use super::words::{Word, lookup};
use crate::find::lex::{Line, Shape};
use crate::find::number;
use crate::text::table::{Set, size};

/// Reads the length that starts at `i`; gives it and where it ends.
pub(crate) fn length(line: &Line<'_>, i: usize) -> Option<(Length, usize)> {
    if may_begin(line, i) { line.once_in_vain(i, || starting(line, i)) } else { None }
}

/// The same, wherever a reader takes it.
pub(super) fn starting(line: &Line<'_>, i: usize) -> Option<(Length, usize)> {
    // "all week", "all year".
    if line.is(i, "all")
        && let Some(Word::One(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year))) =
            lookup(line.text(i + 1))
    {
        return Some((Length { parts: vec![(Some(100), unit)], approx: false }, i + 2));
    }
    if let Some(word) = lookup(line.text(i))
        && let Some(found) = long(line, i, word).or_else(|| uncounted(line, i, word))
    {
        return Some(found);
    }
    let (first, mut next) = one(line, i)?;
    let mut parts = vec![first];
    while let Some((more, end)) = another(line, next, parts.last()?.1) {
        parts.push(more);
        next = end;
    }
    if is_age(line, i, next) {
        return None;
    }
    if parts.len() == 1
        && line.is(next, "and")
        && line.is_any(next + 1, &["a"])
        && line.is(next + 2, "half")
        && let Some((Some(hundredths), _)) = parts.first_mut()
    {
        *hundredths += 50;
        next += 3;
    }
    // "a two-year-long inquiry"; the article of "a month-long wait" is the wait's.
    if line.sign(next) == Some('-') && line.glued(next) && line.is(next + 1, "long") {
        next += 2;
        if line.is_any(i, &["a", "an"]) {
            return None;
        }
    }
    Some((Length { parts, approx: false }, next))
}

/// True where a length may begin: with a figure, a number, a unit, or a word that stands for a number.
pub(super) fn may_begin(line: &Line<'_>, i: usize) -> bool {
    const COUNTS: &[&str] =
        &["a", "all", "an", "another", "couple", "few", "half", "many", "several", "some", "the"];
    static COUNTING: Set<{ size(COUNTS.len()) }> = Set::new(COUNTS);
    let Some(token) = line.token(i) else { return false };
    let word = line.text(i);
    token.shape != Shape::Word
        || lookup(word).is_some()
        || number::cardinal(word).is_some()
        || COUNTING.has_in_any_case(word) && (!line.is(i, "the") || line.is(i + 1, "few"))
}

/// "Months of talks", "days after the vote", "for the first time in years".
fn uncounted(line: &Line<'_>, i: usize, word: Word) -> Option<(Length, usize)> {
    let Word::Many(unit) = word else { return None };
    let after = |words: &[&str]| i > 0 && line.is_any(i - 1, words);
    let of = || {
        line.is(i + 1, "of")
            && (i == 0 && line.capital(0) || after(&["after", "despite", "following", "over"]))
    };
    let told = || {
        matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
            && line.is_any(i + 1, &["after", "before"])
            && !(i > 0 && line.sign(i - 1) == Some('-') || after(&["the", "those", "these", "working"]))
    };
    let taken = || {
        let long = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade);
        (after(&["took", "take", "takes", "taking", "spent", "lasted"])
            || long && after(&["in", "for", "over", "within", "after"]))
            && !line.is_any(i + 1, &["of", "old", "ago", "to", "and"])
            && line.digits(i + 1).is_none()
    };
    (unit >= Unit::Day && (of() || told() || taken()))
        .then(|| (Length { parts: vec![(None, unit)], approx: false }, i + 1))
}

/// "month-long", "decades-long", "yearlong".
fn long(line: &Line<'_>, i: usize, word: Word) -> Option<(Length, usize)> {
    let one = |count, unit, end| Some((Length { parts: vec![(count, unit)], approx: false }, end));
    let joined = || line.sign(i + 1) == Some('-') && line.glued(i + 1) && line.is(i + 2, "long");
    match word {
        Word::Lasting(unit) => one(Some(100), unit, i + 1),
        Word::One(unit) if unit >= Unit::Day && joined() => one(Some(100), unit, i + 3),
        Word::Many(unit) if unit >= Unit::Day && joined() => one(None, unit, i + 3),
        _ => None,
    }
}

/// A count and a unit.
fn one(line: &Line<'_>, i: usize) -> Option<((Option<u32>, Unit), usize)> {
    let (count, mut next) = count(line, i)?;
    const KINDS: &[&str] = &[
        "full", "whole", "entire", "working", "consecutive", "successive", "straight", "calendar", "more",
        "extra", "additional", "further", "solid",
    ];
    if line.sign(next) == Some('-') || line.is_any(next, KINDS) {
        next += 1;
    }
    let (Word::One(unit) | Word::Many(unit)) = lookup(line.text(next))? else { return None };
    // "a second inspection", "a quarter of calls", "one minute": only figures and plurals measure these.
    let told = i > 0 && line.is_any(i - 1, &["last", "past", "previous", "next", "coming", "first"]);
    let measured = match unit {
        Unit::Second => matches!(lookup(line.text(next)), Some(Word::Many(_))),
        Unit::Quarter => {
            matches!(lookup(line.text(next)), Some(Word::Many(_))) && (!line.is(i, "three") || told)
        }
        _ => true,
    };
    measured.then_some(((count, unit), next + 1))
}

/// "and two days" after "two weeks": of a finer unit only.
fn another(line: &Line<'_>, i: usize, above: Unit) -> Option<((Option<u32>, Unit), usize)> {
    let after = if line.is(i, "and") || line.sign(i) == Some(',') { i + 1 } else { i };
    one(line, after).filter(|(part, _)| part.1 < above && part.0.is_some() && !line.is(after, "another"))
}

/// How many, in hundredths; `None` for "several".
fn count(line: &Line<'_>, i: usize) -> Option<(Option<u32>, usize)> {
    if line.is_any(i, &["several", "few", "some", "many"]) {
        return Some((None, i + 1));
    }
    if line.is_any(i, &["a", "an", "the"]) && line.is(i + 1, "few") {
        return Some((None, i + 2));
    }
    if line.is(i, "a") && line.is(i + 1, "couple") {
        return Some((Some(200), if line.is(i + 2, "of") { i + 3 } else { i + 2 }));
    }
    if line.is(i, "couple") {
        return Some((Some(200), if line.is(i + 1, "of") { i + 2 } else { i + 1 }));
    }
    // "another six months".
    let i = if line.is(i, "another") && number::read(line, i + 1).is_some() { i + 1 } else { i };
    if let Some((n, next)) = number::read(line, i) {
        return Some((Some(u32::try_from(n.hundredths(1)?).ok()?), next));
    }
    line.is_any(i, &["a", "an", "another"]).then_some((Some(100), i + 1))
}

/// "two-year-old", "aged 12 years", "54 years old", "years of age".
fn is_age(line: &Line<'_>, i: usize, next: usize) -> bool {
    let hyphen = usize::from(line.sign(next) == Some('-'));
    line.is_any(next + hyphen, &["old", "olds"])
        || (line.is(next, "of") && line.is(next + 1, "age"))
        || (i > 0 && line.is_any(i - 1, &["aged", "age"]))
}
