//! Longer times: "2019", "the 1990s", "the spring", "the third quarter", "Q2 2025/26", "the autumn term", "the
//! year to March 2009", "the school year 2011/12". Refuses bare "the year".

use super::count::length;
use super::expr::{Length, Part, Point, Unit, Which, Year};
use super::numeric;
use super::point::{Read, point, skip, word, year_after, year_figures};
use super::relative::relation;
use super::words::Word;
use crate::find::lex::Line;
use crate::find::number::ordinal;
use crate::text::small::Small;

/// Reads the longest of them that starts at `i`.
pub(super) fn period(line: &Line<'_>, i: usize) -> Read {
    let readers: [fn(&Line<'_>, usize) -> Read; 6] = [season, decade, quarter, administrative, up_to, year];
    readers.iter().filter_map(|read| read(line, i)).reduce(|a, b| if b.1 > a.1 { b } else { a })
}

/// "the spring", "summer 2018", "the autumn term", "the spring term of 2024".
fn season(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let Some(Word::Season(season)) = word(line, the) else { return None };
    // "Prices will fall next year" tells of no autumn.
    let led = the > i || i == 0 || line.is_any(i - 1, &["in", "by", "since", "until", "during", "of", "for"]);
    if line.is(the, "fall") && !led && !line.capital(the) {
        return None;
    }
    let term = line.is(the + 1, "term");
    let next = the + 1 + usize::from(term);
    // "the winter of 2010-11" is named by the year it begins in.
    let (year, end) = match numeric::point(line, skip(line, next, &["of"])) {
        Some((Point::FinancialYear(year), end)) => (year, end),
        _ => year_after(line, next).unwrap_or((Year::Open(Which::Bare), next)),
    };
    Some((if term { Point::Term { season, year } } else { Point::Season { season, year } }, end))
}

/// "the 1990s", "the nineties", "the ’80s", "the 19th century".
fn decade(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    if let Some(Word::Decade(short)) = word(line, the) {
        return Some((Point::Decade(1900 + short), the + 1));
    }
    let sign = usize::from(matches!(line.sign(the), Some('’' | '\'' | '‘')));
    let at = the + sign;
    let digits = line.digits(at).filter(|d| d.ends_with('0'));
    let plural =
        line.is(at + 1, "s") || (matches!(line.sign(at + 1), Some('’' | '\'')) && line.is(at + 2, "s"));
    let end = if line.is(at + 1, "s") { at + 2 } else { at + 3 };
    if let Some(digits) = digits.filter(|_| plural && line.glued(at + 1)) {
        let first: i16 = digits.parse().ok()?;
        return match digits.len() {
            4 if (1000..2100).contains(&first) => Some((Point::Decade(first), end)),
            // "the 80s"; "in her 80s" is an age.
            2 if the > i || sign == 1 || line.is_any(i.wrapping_sub(1), &["early", "late", "mid", "-"]) => {
                let possessive = (1..4)
                    .any(|n| line.is_any(i.wrapping_sub(n), &["his", "her", "their", "my", "our", "your"]));
                let century = if first < 30 { 2000 } else { 1900 };
                (!possessive).then_some((Point::Decade(century + first), end))
            }
            _ => None,
        };
    }
    let (n, next) = ordinal(line, the)?;
    (line.is(next, "century") && (10..=21).contains(&n))
        .then_some((Point::Century((i16::from(n) - 1) * 100), next + 1))
}

/// "the third quarter", "fourth-quarter", "the last quarter of 2012", "Q2 2025/26".
fn quarter(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let (n, next, named) = match numeric::quarter_name(line, i) {
        Some((n, next)) => (n, next, false),
        None => {
            let (n, next) = match Small::of(line.text(the)).as_str() {
                "final" => (4, the + 1),
                _ => ordinal(line, the).filter(|(n, _)| (1..=4).contains(n))?,
            };
            let dash = usize::from(line.sign(next) == Some('-'));
            let at = skip(line, next + dash, &["fiscal", "financial"]);
            (n, line.is(at, "quarter").then_some(at + 1)?, true)
        }
    };
    let of = line.is(next, "of");
    let dash = usize::from(line.sign(next) == Some('-') && line.glued(next + 1) && !named);
    let at = if of { next + 1 } else { next + dash };
    if let Some((Point::FinancialYear(Year::Given(year)), end)) = administrative(line, at) {
        // April to June is the first quarter of a financial year.
        let (n, year) = if n == 4 { (1, year + 1) } else { (n + 1, year) };
        return Some((Point::Quarter { n, year: Year::Given(year) }, end));
    }
    if let Some((year, end)) = year_after(line, at) {
        return Some((Point::Quarter { n, year }, end));
    }
    let the_year = at + usize::from(line.is_any(at, &["the", "this"]));
    if of && the_year > at && line.is(the_year, "year") {
        return Some((Point::Quarter { n, year: Year::Relative(0) }, the_year + 1));
    }
    // "the first quarter of those asked" is a share.
    (!of).then_some((Point::Quarter { n, year: Year::Open(Which::Bare) }, next))
}

/// "the financial year 2003/04", "the 2011/12 school year", "academic year 2011", "FY04".
fn administrative(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let kind = |at: usize| match () {
        () if !line.is(at + 1, "year") => None,
        () if line.is_any(at, &["academic", "school"]) => Some(Point::SchoolYear as fn(Year) -> Point),
        () if line.is_any(at, &["financial", "fiscal", "tax"]) => {
            Some(Point::FinancialYear as fn(Year) -> Point)
        }
        () => None,
    };
    let given = |at: usize| match numeric::point(line, at) {
        Some((Point::FinancialYear(year), end)) => Some((year, end)),
        _ => year_figures(line, at).map(|(y, end)| (Year::Given(y), end)),
    };
    if let Some(make) = kind(the) {
        let at = skip(line, the + 2, &["of"]);
        return match given(at) {
            Some((year, end)) => Some((make(year), end)),
            None if line.is(the + 2, "to") && line.is(the + 3, "date") => {
                Some((Point::Part { part: Part::Sofar, of: Box::new(make(Year::Relative(0))) }, the + 4))
            }
            None => Some((make(Year::Relative(0)), the + 2)),
        };
    }
    // "fiscal 2012".
    if line.is(the, "fiscal") {
        return given(the + 1).map(|(year, end)| (Point::FinancialYear(year), end));
    }
    if line.is(the, "year") && line.is(the + 1, "to") && line.is(the + 2, "date") {
        let year = Point::Relative { unit: Unit::Year, by: 0 };
        return Some((Point::Part { part: Part::Sofar, of: Box::new(year) }, the + 3));
    }
    if line.is(the, "FY") {
        let at = the + 1;
        if let Some(found) = given(at) {
            return Some((Point::FinancialYear(found.0), found.1));
        }
        // "FY04" is the year that ends in 2004.
        let short: i16 = line.digits(at).filter(|d| d.len() == 2)?.parse().ok()?;
        return Some((Point::FinancialYear(Year::Given(super::point::century(short) - 1)), at + 1));
    }
    if line.is(the, "calendar") && line.is(the + 1, "year") {
        return year_figures(line, the + 2).map(|(y, end)| (Point::Year(y), end));
    }
    let (year, end) = given(the)?;
    if let Some(make) = kind(end) {
        return Some((make(year), end + 2));
    }
    match numeric::point(line, i)? {
        (Point::FinancialYear(year), end) => Some((Point::FinancialYear(year), end)),
        _ => None,
    }
}

/// "the year to March 2009", "the 12 months ending 30 June", "the financial year ended March 2004".
fn up_to(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let plain = skip(line, the, &["financial", "fiscal", "full"]);
    let one = || match word(line, plain)? {
        Word::One(unit @ (Unit::Week | Unit::Quarter | Unit::Year)) => {
            Some((Length { parts: vec![(Some(100), unit)], approx: false }, plain + 1))
        }
        _ => None,
    };
    let (length, next) = one().or_else(|| length(line, the))?;
    let whole = length.parts.iter().all(|(n, unit)| n.is_some() && *unit >= Unit::Week);
    let linked = line.is_any(next, &["to", "ending", "ended", "through"]);
    if !whole || !linked {
        return None;
    }
    let (end, after) = point(line, skip(line, next + 1, &["in", "on"]))?;
    let fits = match &end {
        Point::Day { .. } | Point::Month { .. } => true,
        // "the year to date" and "a year to 2009" are other things.
        _ => false,
    };
    fits.then_some((Point::EndingAt { length, end: Box::new(end) }, after))
}

/// "2019", "the year 2019".
fn year(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let (year, end) = year_figures(line, if line.is(the, "year") { the + 1 } else { i })?;
    Some((Point::Year(year), end))
}

/// "the year", "the week" where the words before leave no doubt that it is the running one.
pub(super) fn running(line: &Line<'_>, i: usize) -> Read {
    if !line.is(i, "the") {
        return None;
    }
    let Some(Word::One(unit)) = word(line, i + 1) else { return None };
    let before = |words: &[&str]| i > 0 && line.is_any(i - 1, words);
    let plain = !line
        .is_any(i + 2, &["of", "before", "after", "when", "that", "in", "to", "ending", "ended"])
        && line.digits(i + 2).is_none()
        && relation(line, i + 2).is_none();
    let fits = match unit {
        Unit::Weekend => before(&["at", "over", "during", "on", "by", "before", "after", "until", "since"]),
        Unit::Quarter => before(&["for", "in", "during"]),
        Unit::Year => before(&["for", "during"]),
        _ => false,
    };
    (fits && plain).then_some((Point::Relative { unit, by: 0 }, i + 2))
}
