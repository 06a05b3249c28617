//! Feasts and holidays by name: "Christmas Day 2019", "last Easter", "the August bank holiday", "St David’s Day". Knows
//! when they fall within a year; refuses feasts that only describe a thing ("Christmas lights") and names that begin
//! with one ("the Good Friday Agreement").

use super::expr::{Falls, Point, Which, Year};
use super::point::{Read, skip, year_after};
use super::relative::{relation, which};
use crate::find::lex::{Line, Shape};
use crate::text::table::{Set, size};

/// A feast by the words of its name; the apostrophes and full stops in it are passed over.
struct Feast {
    name: &'static [&'static str],
    falls: Falls,
    /// True where the name alone is a time round about the day, and describes things: "Christmas".
    round: bool,
}

/// True for a word that the name of a feast begins with.
pub(super) fn begins(word: &str) -> bool {
    const FIRST: [&str; FEASTS.len()] = {
        let mut first = [""; FEASTS.len()];
        let mut at = 0;
        while at < FEASTS.len() {
            first[at] = FEASTS[at].name[0];
            at += 1;
        }
        first
    };
    static BEGINNING: Set<{ size(FIRST.len()) }> = Set::new(&FIRST);
    word.as_bytes().first().is_some_and(u8::is_ascii_uppercase) && BEGINNING.has_in_any_case(word)
}

/// Reads the feast that starts at `i`, with what says which year’s it is.
pub(super) fn feast(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let (told, at) = relation(line, the).map_or((None, the), |(by, at)| (Some(by), at));
    if !begins(line.text(at)) {
        return None;
    }
    let (feast, end) = FEASTS
        .iter()
        .filter_map(|f| Some((f, name(line, at, f.name)?)))
        .reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    // "the Good Friday Agreement", "Easter Road", "the Boxing Day test".
    let goes_on = line.token(end).is_some_and(|t| t.shape == Shape::Word && !t.glued) && line.capital(end);
    if goes_on && super::words::lookup(line.text(end)).is_none() {
        return None;
    }
    let (year, end) = match told {
        Some(by) => (Year::Open(which(by)), end),
        None => year_after(line, end).unwrap_or((Year::Open(Which::Bare), end)),
    };
    let alone = the > i && told.is_none() && feast.round;
    (!alone).then_some((Point::Feast { falls: feast.falls, year, round: feast.round }, end))
}

/// "in the new year", of the months after the turn of it.
pub(super) fn new_year(line: &Line<'_>, i: usize) -> Read {
    let led = i > 0 && line.is_any(i - 1, &["in", "by", "until", "before", "early", "during"]);
    let told = line.is(i, "the") && line.is(i + 1, "new") && line.is(i + 2, "year");
    let owned = line.sign(i + 3).is_some_and(|c| matches!(c, '’' | '\'' | '-'));
    (led && told && !owned).then_some((Point::NewYear, i + 3))
}

/// Where the name ends that starts at `i`.
fn name(line: &Line<'_>, i: usize, words: &[&str]) -> Option<usize> {
    let mut at = i;
    for (n, word) in words.iter().enumerate() {
        let joint = n > 0 && line.glued(at) && matches!(line.sign(at), Some('’' | '\'' | '.'));
        at += usize::from(joint);
        let holds = line.is(at, word)
            && (line.capital(at) || matches!(*word, "s" | "of" | "in" | "bank" | "holiday"));
        if !holds {
            return None;
        }
        at += 1;
    }
    Some(at)
}

const fn on(month: u8, day: u8) -> Falls {
    Falls::On { month, day }
}

const fn easter(days: i16) -> Falls {
    Falls::Easter { days }
}

/// The nth such weekday of a month, from its end where negative.
const fn nth(n: i8, weekday: u8, month: u8) -> Falls {
    Falls::Nth { n, weekday, month }
}

const fn feast_of(name: &'static [&'static str], falls: Falls) -> Feast {
    Feast { name, falls, round: false }
}

const fn round(name: &'static [&'static str], falls: Falls) -> Feast {
    Feast { name, falls, round: true }
}

const FEASTS: &[Feast] = &[
    round(&["Christmas"], on(12, 25)),
    round(&["Easter"], easter(0)),
    round(&["Halloween"], on(10, 31)),
    round(&["Hogmanay"], on(12, 31)),
    round(&["Whitsun"], easter(49)),
    round(&["Thanksgiving"], nth(4, 3, 11)),
    round(&["New", "Year"], on(1, 1)),
    feast_of(&["New", "Year", "s", "Eve"], on(12, 31)),
    feast_of(&["New", "Year", "s", "Day"], on(1, 1)),
    feast_of(&["Christmas", "Eve"], on(12, 24)),
    feast_of(&["Christmas", "Day"], on(12, 25)),
    feast_of(&["Boxing", "Day"], on(12, 26)),
    feast_of(&["Twelfth", "Night"], on(1, 5)),
    feast_of(&["Burns", "Night"], on(1, 25)),
    feast_of(&["St", "Valentine", "s", "Day"], on(2, 14)),
    feast_of(&["Valentine", "s", "Day"], on(2, 14)),
    feast_of(&["St", "Brigid", "s", "Day"], on(2, 1)),
    feast_of(&["St", "David", "s", "Day"], on(3, 1)),
    feast_of(&["St", "Patrick", "s", "Day"], on(3, 17)),
    feast_of(&["St", "George", "s", "Day"], on(4, 23)),
    feast_of(&["St", "Swithin", "s", "Day"], on(7, 15)),
    feast_of(&["St", "Andrew", "s", "Day"], on(11, 30)),
    feast_of(&["St", "Stephen", "s", "Day"], on(12, 26)),
    feast_of(&["April", "Fool", "s", "Day"], on(4, 1)),
    feast_of(&["April", "Fools", "Day"], on(4, 1)),
    feast_of(&["May", "Day"], on(5, 1)),
    feast_of(&["Midsummer", "s", "Day"], on(6, 24)),
    feast_of(&["All", "Saints", "Day"], on(11, 1)),
    feast_of(&["All", "Souls", "Day"], on(11, 2)),
    feast_of(&["Bonfire", "Night"], on(11, 5)),
    feast_of(&["Guy", "Fawkes", "Night"], on(11, 5)),
    feast_of(&["Armistice", "Day"], on(11, 11)),
    feast_of(&["Remembrance", "Day"], on(11, 11)),
    feast_of(&["Remembrance", "Sunday"], nth(2, 6, 11)),
    feast_of(&["Shrove", "Tuesday"], easter(-47)),
    feast_of(&["Pancake", "Day"], easter(-47)),
    feast_of(&["Ash", "Wednesday"], easter(-46)),
    feast_of(&["Mothering", "Sunday"], easter(-21)),
    feast_of(&["Mother", "s", "Day"], easter(-21)),
    feast_of(&["Palm", "Sunday"], easter(-7)),
    feast_of(&["Maundy", "Thursday"], easter(-3)),
    feast_of(&["Good", "Friday"], easter(-2)),
    feast_of(&["Easter", "Saturday"], easter(-1)),
    feast_of(&["Easter", "Sunday"], easter(0)),
    feast_of(&["Easter", "Day"], easter(0)),
    feast_of(&["Easter", "Monday"], easter(1)),
    feast_of(&["Ascension", "Day"], easter(39)),
    feast_of(&["Whit", "Sunday"], easter(49)),
    feast_of(&["Whit", "Monday"], easter(50)),
    feast_of(&["Father", "s", "Day"], nth(3, 6, 6)),
    feast_of(&["May", "Day", "bank", "holiday"], nth(1, 0, 5)),
    feast_of(&["Early", "May", "bank", "holiday"], nth(1, 0, 5)),
    feast_of(&["Spring", "bank", "holiday"], nth(-1, 0, 5)),
    feast_of(&["Whitsun", "bank", "holiday"], nth(-1, 0, 5)),
    feast_of(&["August", "bank", "holiday"], nth(-1, 0, 8)),
    feast_of(&["Labor", "Day"], nth(1, 0, 9)),
    feast_of(&["Memorial", "Day"], nth(-1, 0, 5)),
    feast_of(&["Independence", "Day"], on(7, 4)),
    feast_of(&["Veterans", "Day"], on(11, 11)),
    feast_of(&["Thanksgiving", "Day"], nth(4, 3, 11)),
];
