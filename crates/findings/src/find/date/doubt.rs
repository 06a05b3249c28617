//! What only looks like a date: "may" and "march", names of people, figures that count, bare "a year".
//! Knows single lines; nothing of the article.

use super::expr::{Length, Point, Unit, Which, Year};
use crate::find::lex::{Line, Shape};

/// Words after which a bare month, year or season is a date.
const BEFORE: &[&str] = &[
    "in", "since", "until", "till", "by", "from", "to", "during", "before", "after", "last", "next", "this",
    "early", "late", "mid", "between", "through", "throughout", "past", "previous", "every", "each", "on",
    "for", "of",
];

/// True where the words around let `point`, read from the tokens `i..end`, be a date.
pub(super) fn accepts(line: &Line<'_>, i: usize, end: usize, point: &Point) -> bool {
    match point {
        Point::Month { month, year: Year::Open(which) } => bare_month(line, i, end, *month, *which),
        Point::Year(_) => bare_year(line, i, end),
        Point::Season { year: Year::Open(Which::Bare), .. } => bare_season(line, i, end),
        Point::DayOf { of: None, weekday: None, .. } => bare_day(line, i, end),
        Point::Feast { year, round, .. } => feast(line, i, end, *year, *round),
        Point::Weekday { .. } if before(line, i, FEASTS) => false,
        Point::Weekday { which: Which::Bare, .. } => {
            let paper = before(line, i, &["on"]) && line.is_any(i.wrapping_sub(2), &["Mail"]);
            // "to Friday Bridge", but "on Friday Mr Reed".
            let bound = before(line, i, BEFORE)
                && !(before(line, i, &["to", "from", "for", "of", "through"]) && line.capital(end));
            full_or_capital(line, i)
                && !paper
                && (bound || !named(line, i, end) || behind_a_place(line, i, end))
        }
        Point::Weekday { .. } => true,
        Point::Relative { unit: Unit::Second | Unit::Minute | Unit::Hour, .. } => false,
        Point::Relative { unit: Unit::Day, by: 0 } => !line.is(end - 1, "day"),
        Point::Month { year: Year::Given(_), .. } => {
            line.capital(i) || !line.is(i, "may") || line.is(end - 2, "may")
        }
        Point::Decade(_) => line.digits(i).is_some() || line.is(i, "the") || before(line, i, BEFORE),
        Point::Quarter { year: Year::Open(_), .. } => true,
        Point::Day { year: Year::Open(_), .. } if line.is_any(end, STREETS) && line.capital(end) => false,
        Point::Day { year: Year::Open(_), .. } => {
            !shares_figures(line, i, end) && !verb_after_figure(line, i, end)
        }
        Point::FinancialYear(Year::Given(_)) => !before(line, i, &["no", "number", "route", "page"]),
        _ => true,
    }
}

/// "met in Rome Friday", "at the White House Tuesday": the name before it is where it was.
fn behind_a_place(line: &Line<'_>, i: usize, end: usize) -> bool {
    let name = (0..i).rev().take_while(|at| line.capital(*at)).last();
    let led = name.is_some_and(|at| {
        let the = at > 1 && line.is(at - 1, "the") && line.is_any(at - 2, &["in", "at", "near", "outside"]);
        the || at > 0 && line.is_any(at - 1, &["in", "near", "outside"])
    });
    led && !line.capital(end) && line.text(i).len() > 5
}

/// "14 May Street".
const STREETS: &[&str] = &[
    "Street", "Road", "Avenue", "Lane", "Close", "Drive", "Way", "Place", "Court", "Ward", "House", "Terrace",
];

/// Words that make a weekday a feast.
const FEASTS: &[&str] = &[
    "black", "good", "easter", "ash", "palm", "whit", "shrove", "maundy", "cyber", "clean", "super", "holy",
];

/// "before Christmas", "on Boxing Day"; not "Christmas lights", "Boxing Day sales".
fn feast(line: &Line<'_>, i: usize, end: usize, year: Year, round: bool) -> bool {
    if year != Year::Open(Which::Bare) || i == 0 && end == line.len() {
        return true;
    }
    const LINKS: &[&str] = &["at", "over", "around", "and"];
    let led = before(line, i, BEFORE) || before(line, i, LINKS);
    (led || !round) && super::range::closes(line, end)
}

/// "on the 15th", "by the 3rd", and nothing behind that it would count.
fn bare_day(line: &Line<'_>, i: usize, end: usize) -> bool {
    let suffix = line.is_any(end - 1, &["st", "nd", "rd", "th"]);
    let the = line.is(i, "the");
    let alone = i == 0 && end == line.len() && (suffix || the);
    let led = before(line, i, &["on", "by", "until", "till", "since"]);
    let free = match line.token(end) {
        None => true,
        Some(token) => match token.shape {
            Shape::Sign(c) => matches!(c, '.' | ',' | ';' | ')' | '?' | '!'),
            Shape::Word => line.is_any(end, &["and", "when", "but", "after", "as", "because", "the"]),
            Shape::Number => false,
        },
    };
    alone || (led && free && suffix)
}

/// True where a length is told for its own sake.
pub(super) fn accepts_length(line: &Line<'_>, i: usize, end: usize, length: &Length) -> bool {
    // "£50 a year", "three times a day": a rate; "a day out", "one day": hardly a length.
    let single = line.is_any(i, &["a", "an"]);
    let cue = before(
        line,
        i,
        &[
            "for", "over", "in", "within", "after", "than", "about", "almost", "nearly", "around", "lasted",
            "spent", "went", "given", "lasting", "took", "takes", "to", "least", "every", "half",
        ],
    );
    let vague = length.parts.iter().any(|(n, _)| n.is_none());
    if line.is(end - 1, "long") {
        return true;
    }
    if vague {
        return line.is_any(i, &["several", "few", "a"])
            || (line.is(i, "many") && cue)
            || (line.is(i, "some") && cue)
            || end == i + 1;
    }
    // "many years", "a hundred minutes".
    if before(line, i, &["per"]) || (i > 0 && matches!(line.sign(i - 1), Some('£' | '$' | '€'))) {
        return false;
    }
    if line.is(i, "one") && line.is(end - 1, "day") {
        return cue;
    }
    // "They had a week to answer."
    let granted = line.is(end, "to") && before(line, i, &["had", "have", "has", "got"]);
    !single || cue || granted
}

fn before(line: &Line<'_>, i: usize, words: &[&str]) -> bool {
    i > 0 && line.is_any(i - 1, words)
}

/// "in November", "May" alone in a line, "November’s report"; not "may be", "May Ward", "April Jones".
fn bare_month(line: &Line<'_>, i: usize, end: usize, month: u8, which: Which) -> bool {
    if which != Which::Bare {
        return true;
    }
    let cue =
        before(line, i, BEFORE) || (i > 0 && line.sign(i - 1) == Some('-') && i > 1 && line.is(i - 2, "mid"));
    // "in March and April".
    let listed = before(line, i, &["and", "or", "to"])
        && i > 1
        && !line.capital(end)
        && matches!(super::words::lookup(line.text(i - 2)), Some(super::words::Word::Month(_)));
    // "This may take longer."
    if line.text(i) == "may" && before(line, i, &["this", "that", "it"]) {
        return false;
    }
    let cue = cue || listed;
    let short = line.text(i).len() <= 4 && !matches!(month, 5..=7);
    let ambiguous = short || matches!(month, 3..=6 | 8);
    let alone = line.len() == end && i == 0;
    if !line.capital(i) {
        return (cue && !line.is(i.wrapping_sub(1), "to") && !verb_follows(line, end)) || alone;
    }
    if named(line, i, end) && !cue || line.is_any(end, STREETS) && line.capital(end) {
        return false;
    }
    match ambiguous {
        true => cue || alone,
        false => true,
    }
}

/// "Year 6 may march": a figure before a verb.
fn verb_after_figure(line: &Line<'_>, i: usize, end: usize) -> bool {
    let verb = matches!(line.text(end - 1), "may" | "march") && line.digits(i).is_some() && end == i + 2;
    let alone = i == 0 && end == line.len();
    verb && !alone && !before(line, i, BEFORE)
}

fn verb_follows(line: &Line<'_>, end: usize) -> bool {
    line.is_any(end, &["be", "have", "not", "also", "or", "well"])
}

/// A name: the word next to it has a capital and is joined by nothing.
fn named(line: &Line<'_>, i: usize, end: usize) -> bool {
    let after = line.capital(end) && line.token(end).is_some_and(|t| t.shape == Shape::Word && !t.glued);
    let first =
        i > 0 && line.capital(i - 1) && line.token(i - 1).is_some_and(|t| t.shape == Shape::Word) && i > 1;
    after || (first && !line.is_any(i - 1, BEFORE))
}

/// A weekday in full, or its short form with a capital.
fn full_or_capital(line: &Line<'_>, i: usize) -> bool {
    let at = if line.is(i, "the") { i + 1 } else { i };
    line.text(at).len() > 5
        || (line.capital(at) && line.len() > 1 && !line.is_any(at, &["Sun", "Sat", "Wed"]))
}

/// "in 2019", "its 2015 inspection", "(2003)"; not "2000 pupils", "ABC 2000", "Care Act 2014".
fn bare_year(line: &Line<'_>, i: usize, end: usize) -> bool {
    // "Black Friday 2013" is a day that is not read.
    let feast = i > 1
        && matches!(super::words::lookup(line.text(i - 1)), Some(super::words::Word::Weekday(_)))
        && !line.is_any(i - 2, BEFORE);
    if feast {
        return false;
    }
    let year_word = line.is_any(i, &["year", "the"]);
    if year_word || (i == 0 && end == line.len()) {
        return true;
    }
    let digits: i16 = line.text(i).parse().unwrap_or(0);
    let linked = before(line, i, BEFORE);
    if counts(line, i, end) || shares_figures(line, i, end) {
        return false;
    }
    if !(1900..2080).contains(&digits) {
        return before(line, i, &["in", "since"])
            && (1100..2150).contains(&digits)
            && !(line.text(end).len() > 3 && line.text(end).ends_with('s'));
    }
    let capital = i > 0 && line.capital(i - 1) && line.token(i - 1).is_some_and(|t| t.shape == Shape::Word);
    linked || !capital || i == 1 && line.is_any(0, &["The", "Its", "Their", "Our", "A", "And"])
}

const COUNTED: &[&str] = &[
    "people", "pupils", "children", "homes", "places", "jobs", "patients", "residents", "staff", "miles",
    "houses", "properties", "men", "women", "students", "beds", "inmates", "prisoners", "cases", "families",
    "tenants", "members", "complaints", "metres", "tonnes", "households", "teachers", "nurses", "officers",
    "words", "copies", "pounds", "euros", "dollars", "feet", "hours", "calories", "votes",
];

/// A figure that counts what follows, or that is put roughly.
fn counts(line: &Line<'_>, i: usize, end: usize) -> bool {
    line.is_any(end, COUNTED)
        || before(
            line,
            i,
            &[
                "about", "nearly", "almost", "over", "than", "some", "only", "least", "most",
                "approximately", "roughly", "no", "number", "page", "room", "act", "chapter",
            ],
        )
        || (i > 0 && matches!(line.sign(i - 1), Some('+' | '@' | '=')))
}

/// A phone number, a score, a reference: figures side by side.
fn shares_figures(line: &Line<'_>, i: usize, end: usize) -> bool {
    let left = i > 1
        && line.glued(i)
        && line.digits(i - 2).is_some()
        && matches!(line.sign(i - 1), Some('-' | '/' | '.'));
    let number = |i: usize| line.digits(i).is_some();
    let spaced = (i > 0 && number(i - 1)) || number(end);
    let right = line.glued(end)
        && line.glued(end + 1)
        && number(end + 1)
        && matches!(line.sign(end), Some('-' | '/'));
    left || spaced || right
}

/// "in the spring", "Summer 2018"; not "a spring in her step", "to fall".
fn bare_season(line: &Line<'_>, i: usize, end: usize) -> bool {
    let the = line.is(i, "the");
    let name = if the { i + 1 } else { i };
    if line.is(name, "fall") {
        return false;
    }
    let linked = before(
        line,
        i,
        &[
            "in", "since", "until", "by", "during", "before", "after", "this", "from", "over", "for",
            "throughout", "last", "next",
        ],
    );
    linked && !line.is_any(end, &["water", "cleaning", "term", "clean", "school", "coat", "gardens"])
}
