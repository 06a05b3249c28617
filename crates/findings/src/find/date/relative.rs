//! Times told from another one: "last week", "the following month", "the same year", "two years ago", "the week
//! before last". Refuses to say what the other one is: see `resolve::date`.

use super::count::length;
use super::expr::{Base, Event, Length, Part, Point, Unit, Which, Year};
use super::point::{Read, month_name, point, skip, weekday_name, word};
use super::words::Word;
use crate::find::lex::Line;
use crate::text::small::Small;

/// "last" is -1, "this" 0, "next" 1.
pub(super) fn relation(line: &Line<'_>, i: usize) -> Option<(i16, usize)> {
    let by = match Small::of(line.text(i)).as_str() {
        "last" | "past" | "previous" => -1,
        "this" | "current" => 0,
        "next" | "coming" | "following" | "upcoming" => 1,
        _ => return None,
    };
    // "this coming autumn", "this past Wednesday", "this last year".
    if by == 0
        && !line.is_any(i + 1, &["this", "current"])
        && let Some((inner, end)) = relation(line, i + 1).filter(|r| r.0 != 0)
    {
        return Some((inner, end));
    }
    Some((by, i + 1))
}

pub(super) const fn which(by: i16) -> Which {
    match by {
        ..0 => Which::Last,
        0 => Which::This,
        _ => Which::Next,
    }
}

/// "today", "last week", "this year", "the following month", "the day after tomorrow", "last week’s Monday".
pub(super) fn relative(line: &Line<'_>, i: usize) -> Read {
    let readers: [fn(&Line<'_>, usize) -> Read; 5] = [day, within, twice, same, related];
    let (point, end) = readers.iter().find_map(|read| read(line, i))?;
    Some(weekday_after(line, &point, end).unwrap_or((point, end)))
}

/// "today", "the day after tomorrow".
fn day(line: &Line<'_>, i: usize) -> Read {
    if let Some(Word::Day(by)) = word(line, i) {
        return Some((Point::Relative { unit: Unit::Day, by }, i + 1));
    }
    let the = skip(line, i, &["the"]);
    if !line.is(the, "day") || !line.is_any(the + 1, &["after", "before"]) {
        return None;
    }
    let Some(Word::Day(by)) = word(line, the + 2) else { return None };
    let step = if line.is(the + 1, "after") { 1 } else { -1 };
    Some((Point::Relative { unit: Unit::Day, by: by + step }, the + 3))
}

/// "earlier this month", "later that year", "earlier in the week", "the rest of the year".
fn within(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let (part, next) = match Small::of(line.text(the)).as_str() {
        "earlier" => (Part::Sofar, the + 1),
        "later" => (Part::Rest, the + 1),
        "rest" | "remainder" if line.is(the + 1, "of") => (Part::Rest, the + 2),
        _ => return None,
    };
    let in_the = line.is(next, "in") && line.is_any(next + 1, &["the", "this"]);
    let of = if in_the { next + 1 } else { next };
    let (of, end) = match word(line, of + 1) {
        Some(Word::One(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)))
            if line.is(of, "the") && (in_the || line.is(next - 1, "of")) =>
        {
            (Point::Relative { unit, by: 0 }, of + 2)
        }
        _ => same(line, of).or_else(|| related(line, of))?,
    };
    let fits = matches!(
        of,
        Point::Relative { unit: Unit::Day | Unit::Week | Unit::Month | Unit::Year, by: -1 | 0 }
            | Point::Shift { .. }
            | Point::Season { .. }
            | Point::FinancialYear(_)
            | Point::SchoolYear(_)
    );
    fits.then_some((Point::Part { part, of: Box::new(of) }, end))
}

/// "the week after next", "the year before last", "March after next".
fn twice(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let (by, which) = match () {
        () if line.is(the + 1, "after") && line.is(the + 2, "next") => (2, Which::AfterNext),
        () if line.is(the + 1, "before") && line.is(the + 2, "last") => (-2, Which::BeforeLast),
        () => return None,
    };
    let point = match word(line, the)? {
        Word::One(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year)) => {
            Point::Relative { unit, by }
        }
        Word::Month(month) => Point::Month { month, year: Year::Open(which) },
        Word::Weekday(weekday) => Point::Weekday { weekday, which },
        Word::Season(season) => Point::Season { season, year: Year::Open(which) },
        _ => return None,
    };
    Some((point, the + 3))
}

/// "the same month", "that year", "the day before": told of the date before.
fn same(line: &Line<'_>, i: usize) -> Read {
    let told = |hundredths, unit, back| {
        let length = Length { parts: vec![(Some(hundredths), unit)], approx: false };
        Point::Shift { length, back, base: Base::Told }
    };
    let unit = |i: usize| match word(line, i) {
        Some(Word::One(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Year))) => {
            Some(unit)
        }
        _ => None,
    };
    let the = skip(line, i, &["the"]);
    let start = skip(line, i, &["the", "that"]);
    if line.is(start, "same") || line.is(i, "that") {
        // "that year 7 pupils" is no year of the calendar, "the same day care" no day.
        let end = if line.is(start, "same") { start + 2 } else { i + 2 };
        let plain = line.digits(end).is_none() && line.sign(end) != Some('-');
        return unit(end - 1).filter(|_| plain).map(|u| (told(0, u, false), end));
    }
    // "the day before", and nothing that it would be the day before of.
    let last = line.token(the + 2).is_none() || line.sign(the + 2).is_some();
    if the > i && last && line.is_any(the + 1, &["before", "after"]) {
        return unit(the).map(|u| (told(100, u, line.is(the + 1, "before")), the + 2));
    }
    None
}

/// "last week", "this year", "the following month", "last spring", "last night", "the current financial year".
fn related(line: &Line<'_>, i: usize) -> Read {
    let the = skip(line, i, &["the"]);
    let (by, next) = relation(line, the)?;
    let end = next + 1;
    // "the following month", "the next day", "the previous year": counted from the day told before.
    let following = line.is(the, "following")
        || (line.is(the, "next")
            && line.is_any(the + 1, &["day", "morning", "afternoon", "evening", "night"]));
    let base = match () {
        () if following && the > i => Some(Base::Told),
        () if line.is(the, "previous") && the > i => Some(Base::Near),
        () => None,
    };
    let year = match Small::of(line.text(next)).as_str() {
        "financial" | "fiscal" => Some(Point::FinancialYear(Year::Relative(by))),
        "academic" | "school" => Some(Point::SchoolYear(Year::Relative(by))),
        "calendar" => Some(Point::Relative { unit: Unit::Year, by }),
        _ => None,
    };
    if let Some(year) = year {
        return line.is(end, "year").then_some((year, end + 1));
    }
    match (word(line, next)?, base) {
        (Word::One(Unit::Second | Unit::Minute | Unit::Hour), _) => None,
        // "the next morning", "the following night".
        (Word::Daypart(_), Some(base @ Base::Told)) => {
            let length = Length { parts: vec![(Some(100), Unit::Day)], approx: false };
            Some((Point::Shift { length, back: false, base }, end))
        }
        (Word::One(unit), Some(base)) => {
            let length = Length { parts: vec![(Some(100), unit)], approx: false };
            Some((Point::Shift { length, back: by < 0, base }, end))
        }
        (Word::One(Unit::Fortnight), _) => None,
        (Word::One(unit), None) => Some((Point::Relative { unit, by }, end)),
        (Word::Season(season), _) => {
            let term = line.is(end, "term");
            let year = Year::Open(which(by));
            let point = if term { Point::Term { season, year } } else { Point::Season { season, year } };
            Some((point, end + usize::from(term)))
        }
        // "this morning", "last night".
        (Word::Daypart(_), _) if by < 1 => Some((Point::Relative { unit: Unit::Day, by }, end)),
        _ => None,
    }
}

/// "last week’s Monday", "next week on Tuesday".
fn weekday_after(line: &Line<'_>, point: &Point, end: usize) -> Read {
    let Point::Relative { unit: Unit::Week, .. } = point else { return None };
    let owner = matches!(line.sign(end), Some('’' | '\'')) && line.is(end + 1, "s");
    let at = if owner { end + 2 } else { end };
    let (weekday, end) = weekday_name(line, skip(line, at, &["on"]))?;
    Some((Point::WeekdayOf { weekday, week: Box::new(point.clone()) }, end))
}

/// "days later", "weeks later": how many is left open.
fn some_later(line: &Line<'_>, i: usize) -> Read {
    let Some(Word::Many(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year))) = word(line, i) else {
        return None;
    };
    let counted =
        i > 0 && (line.digits(i - 1).is_some() || line.is_any(i - 1, &["several", "few", "many", "some"]));
    let length = Length { parts: vec![(None, unit)], approx: false };
    let point = Point::Shift { length, back: false, base: Base::Told };
    (line.is(i + 1, "later") && !counted).then_some((point, i + 2))
}

/// "two years ago", "a month later", "six months earlier", "three days after Tuesday".
pub(super) fn shifted(line: &Line<'_>, i: usize) -> Read {
    if let Some(found) = some_later(line, i) {
        return Some(found);
    }
    let (length, next) = length(line, i)?;
    let (back, base, end) = match Small::of(line.text(next)).as_str() {
        // "ten years ago today", "a year ago this month".
        "ago" if let Some((day, end)) = running(line, next + 1) => (true, Base::At(Box::new(day)), end),
        "ago" | "previously" => (true, Base::Now, next + 1),
        "hence" => (false, Base::Now, next + 1),
        "later" | "afterwards" => (false, Base::Told, next + 1),
        "earlier" => (true, Base::Told, next + 1),
        "from" | "after" if line.is(next + 1, "now") => (false, Base::Now, next + 2),
        // "two days after", and nothing that it would be after of.
        "after" | "before" if line.token(next + 1).is_none() || line.sign(next + 1).is_some() => {
            (line.is(next, "before"), Base::Told, next + 1)
        }
        "from" | "after" | "before" | "following" => match point(line, next + 1) {
            Some((at, end)) if !line.is(next, "following") => {
                (line.is(next, "before"), Base::At(Box::new(at)), end)
            }
            _ => {
                let (event, end) = event(line, next + 1).filter(|_| !line.is(next, "from"))?;
                (line.is(next, "before"), Base::Event(event), end)
            }
        },
        _ => return None,
    };
    Some((Point::Shift { length, back, base }, end))
}

/// "the inspection", "its first visit", "the critical report", "inspectors’ visit".
fn event(line: &Line<'_>, i: usize) -> Option<(Event, usize)> {
    const DETERMINERS: &[&str] = &["the", "its", "their", "that", "this", "his", "her", "our"];
    const VISITS: &[&str] = &["inspection", "inspections", "visit", "visits", "reinspection"];
    let noun = |at: usize| match () {
        () if line.is_any(at, VISITS) => Some(Event::Visit),
        () if line.is(at, "report") => Some(Event::Report),
        () => None,
    };
    let at = if line.is_any(i, DETERMINERS) { i + 1 } else { i };
    // One word may stand between, which is no other noun's: "the Ofsted inspection", "the last visit".
    let (event, end) = (at..at + 2).find_map(|at| Some((noun(at)?, at + 1)))?;
    let plain = line.sign(end) != Some('-') && !matches!(line.sign(end), Some('’' | '\''));
    (at > i && plain).then_some((event, end))
}

/// "today", "this month": what is told of now.
fn running(line: &Line<'_>, i: usize) -> Read {
    related(line, i).or_else(|| day(line, i)).filter(|(p, _)| matches!(p, Point::Relative { by: 0, .. }))
}

/// "last May", "next 6 April".
pub(super) fn related_month(line: &Line<'_>, i: usize) -> Read {
    let (by, next) = relation(line, skip(line, i, &["the"]))?;
    // "This may take longer."
    if line.is(next, "may") && !line.capital(next) {
        return None;
    }
    let (month, end) = month_name(line, next)?;
    let which = if line.is(next - 1, "following") { Which::Following } else { which(by) };
    Some((Point::Month { month, year: Year::Open(which) }, end))
}
