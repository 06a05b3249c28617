//! The stretch of the calendar that one time stands for. Knows the day of publication, the direction of the clause
//! and the date told before; reads no text.

use super::block::Block;
use super::calendar::{add_days, add_months, weekday};
use super::direction::Direction;
use super::feast;
use super::shift::{edge, nth_weekday, part_of, shift};
use crate::fact::{Anchor, Day};
use crate::find::date::expr::{Event, Falls, Item, Part, Point, Season, Unit, Which, Year};

/// What a time is reckoned from.
pub(super) struct From<'a> {
    pub(super) reference: Option<Day>,
    pub(super) direction: Direction,
    /// True where words of the clause tell the direction.
    pub(super) leaning: bool,
    /// True where the text holds nothing but the date.
    pub(super) lone: bool,
    /// True where the time is a limit.
    pub(super) limit: bool,
    /// The date told before in the same paragraph.
    pub(super) told: Option<&'a Block>,
    /// The events dated before, in order.
    pub(super) events: &'a [(Event, Block)],
}

/// Why a time has no place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// No reference to reckon it from; what stays of it in EDTF.
    Open,
    /// No such day: "31 September".
    Impossible,
}

pub(super) type Place = Result<Block, Gap>;

/// Finds the place of `point`.
pub(super) fn place(point: &Point, from: &From<'_>) -> Place {
    match point {
        Point::Day { day, month, year, weekday } => calendar_day(*day, *month, *year, *weekday, from),
        Point::DayOf { day, of, weekday } => day_of(*day, of.as_deref(), *weekday, from),
        Point::Month { month, year } => month_of(*month, *year, from),
        Point::Year(year) => known(Block::year(*year)),
        Point::Decade(first) => known(Block::decade(*first)),
        Point::Century(first) => known(Block::century(*first)),
        Point::Season { season, year } => season_of(*season, *year, from),
        Point::Quarter { n, year: Year::Open(_) } => quarter_of(*n, from),
        Point::Term { season, year } => term_of(*season, *year, from),
        Point::EndingAt { length, end } => {
            let end = place(end, from)?;
            let anchor = end.anchor;
            anchored(edge(length, true, &end), anchor)
        }
        Point::Edge { length, last, of } => {
            let of = place(of, from)?;
            let anchor = of.anchor;
            anchored(edge(length, *last, &of), anchor)
        }
        Point::Quarter { n, year } => within_year(*year, from, |y| Block::quarter(y, *n)),
        Point::Half { n, year } => within_year(*year, from, |y| Block::half(y, *n)),
        Point::FinancialYear(year) => administrative(*year, 4, "FY", from),
        Point::SchoolYear(year) => administrative(*year, 9, "SY", from),
        Point::Weekday { weekday, which } => weekday_of(*weekday, *which, from),
        Point::WeekdayOf { weekday, week } => {
            let week = place(week, from)?;
            let anchor = week.anchor;
            anchored(add_days(week.from, i64::from(*weekday)).map(Block::day), anchor)
        }
        Point::Relative { unit, by } => {
            let now = from.reference.ok_or(Gap::Open)?;
            // On a Tuesday, what was done "at the weekend" was done at the last one; on a Friday without a past tense
            // the coming one is meant.
            let past = from.direction == Direction::Past && (from.leaning || weekday(now) < 3);
            let over = *unit == Unit::Weekend && *by == 0 && weekday(now) < 5 && past;
            anchored(Block::unit(*unit, now, i64::from(*by) - i64::from(over)), Anchor::Published)
        }
        Point::Shift { length, back, base } => shift(length, *back, base, from),
        Point::Part { part, of } => Ok(part_of(*part, place(of, from)?, from)),
        Point::Nth { n, what, of } => {
            let of = place(of, from)?;
            let anchor = of.anchor;
            let found = match what {
                Item::Unit(unit) => of.nth(*n, *unit),
                Item::Weekday(day) => nth_weekday(*n, *day, &of),
            };
            anchored(found, anchor)
        }
        Point::Feast { falls, year, round } => feast_of(*falls, *year, *round, from),
        Point::NewYear => new_year(from),
        Point::WeekOf(day) => {
            let day = place(day, from)?;
            let anchor = day.anchor;
            anchored(Block::week(day.from), anchor)
        }
    }
}

fn known(block: Option<Block>) -> Place {
    block.ok_or(Gap::Impossible)
}

pub(super) fn anchored(block: Option<Block>, anchor: Anchor) -> Place {
    block.map(|b| b.anchored(anchor)).ok_or(Gap::Impossible)
}

/// A day and a month; the year from the text, from the reference, or from the weekday that goes with it.
fn calendar_day(day: u8, month: u8, year: Year, on: Option<u8>, from: &From<'_>) -> Place {
    // 29 February is possible in some years; 31 September in none.
    if Day::new(2024, month, day).is_none() {
        return Err(Gap::Impossible);
    }
    let block = |y: i16| Day::new(y, month, day).map(Block::day);
    match year {
        Year::Given(y) => known(block(y)),
        Year::Relative(by) => {
            let now = from.reference.ok_or(Gap::Open)?;
            anchored(block(now.year() + by), Anchor::Published)
        }
        Year::Open(which) => {
            let now = from.reference.ok_or(Gap::Open)?;
            // A weekday tells the year; the nearest that fits will be meant.
            let found = on.and_then(|on| {
                (-3..=3)
                    .filter_map(|n| Day::new(now.year() + n, month, day))
                    .filter(|d| weekday(*d) == on)
                    .min_by_key(|d| now.days_to(*d).abs())
            });
            // One that fits no near year is a slip of the paper: the day and month count.
            let in_year = |y: i16| Day::new(y, month, day);
            let ahead = which == Which::Bare && just_ahead(now, from, in_year);
            let direction = if ahead { Direction::Future } else { from.direction };
            let found = found.or_else(|| {
                years(now, which, direction, in_year, |d, ahead| if ahead { d >= now } else { d <= now })
            });
            anchored(found.map(Block::day), Anchor::Published)
        }
    }
}

fn feast_of(falls: Falls, year: Year, round: bool, from: &From<'_>) -> Place {
    let day = |y: i16| feast::day(falls, y);
    let (found, anchor) = match year {
        Year::Given(y) => (day(y), Anchor::Explicit),
        Year::Relative(by) => (day(from.reference.ok_or(Gap::Open)?.year() + by), Anchor::Published),
        Year::Open(which) => {
            let now = from.reference.ok_or(Gap::Open)?;
            // "this Christmas" is the nearest to come, or the one just gone.
            let which = match which {
                Which::This if from.direction == Direction::Past && from.leaning => Which::Last,
                Which::This => Which::Next,
                which => which,
            };
            (
                years(now, which, from.direction, day, |d, ahead| if ahead { d >= now } else { d <= now }),
                Anchor::Published,
            )
        }
    };
    let mut block = anchored(found.map(Block::day), anchor)?;
    block.approx |= round;
    Ok(block)
}

/// "in the new year" looks over the turn of it from afar; in its first months it is the one that has begun.
fn new_year(from: &From<'_>) -> Place {
    let now = from.reference.ok_or(Gap::Open)?;
    let year =
        if now.month() > 4 && from.direction == Direction::Future { now.year() + 1 } else { now.year() };
    anchored(Block::year(year), Anchor::Published).map(|year| part_of(Part::Early, year, from))
}

/// Where no word of the clause tells the direction, a day or a month that is just ahead and long past is ahead.
fn just_ahead(now: Day, from: &From<'_>, day: impl Fn(i16) -> Option<Day>) -> bool {
    let reach = if from.limit { 180 } else { 100 };
    let near = |d: &Day| (1..=reach).contains(&now.days_to(*d));
    !from.leaning && !from.lone && (0..=1).filter_map(|n| day(now.year() + n)).any(|d| near(&d))
}

/// The nearest year in the direction asked for in which `day` gives one that `fits`.
fn years(
    now: Day,
    which: Which,
    direction: Direction,
    day: impl Fn(i16) -> Option<Day>,
    fits: impl Fn(Day, bool) -> bool,
) -> Option<Day> {
    let (ahead, skipped) = match which {
        Which::Bare => (direction == Direction::Future, 0),
        Which::Last => (false, 0),
        Which::BeforeLast => (false, 1),
        Which::This => return day(now.year()),
        Which::Next | Which::Following => (true, 0),
        Which::AfterNext => (true, 1),
    };
    // Eight years go by between two leap days at most.
    let years = (-1..=8).map(|n| now.year() + if ahead { n } else { -n });
    years.filter_map(day).filter(|d| fits(*d, ahead)).nth(skipped)
}

fn day_of(day: u8, of: Option<&Point>, on: Option<u8>, from: &From<'_>) -> Place {
    if let Some(of) = of {
        let month = place(of, from)?;
        let anchor = month.anchor;
        return anchored(Day::new(month.from.year(), month.from.month(), day).map(Block::day), anchor);
    }
    let now = from.reference.ok_or(Gap::Open)?;
    let ahead = from.direction == Direction::Future;
    let first = Day::new(now.year(), now.month(), 1).ok_or(Gap::Impossible)?;
    let months = (0..=36).filter_map(|n| add_months(first, if ahead { n } else { -n }));
    let found = months
        .filter_map(|m| Day::new(m.year(), m.month(), day))
        .find(|d| if ahead { *d >= now } else { *d <= now } && on.is_none_or(|w| weekday(*d) == w));
    anchored(found.map(Block::day), Anchor::Published)
}

fn month_of(month: u8, year: Year, from: &From<'_>) -> Place {
    match year {
        Year::Given(y) => known(Block::month(y, month)),
        Year::Relative(by) => {
            let now = from.reference.ok_or(Gap::Open)?;
            anchored(Block::month(now.year() + by, month), Anchor::Published)
        }
        Year::Open(Which::Following) if from.told.is_some() => {
            let told = from.told.ok_or(Gap::Open)?.from;
            let later = |y: &i16| (*y, month) > (told.year(), told.month());
            let year = [told.year(), told.year() + 1].into_iter().find(later).ok_or(Gap::Open)?;
            anchored(Block::month(year, month), Anchor::Text)
        }
        Year::Open(which) => {
            let now = from.reference.ok_or(Gap::Open)?;
            let this = (now.year(), now.month());
            let there = |d: Day| (d.year(), d.month());
            let strict = which != Which::Bare;
            let first = |y: i16| Day::new(y, month, 1);
            let direction =
                if !strict && just_ahead(now, from, first) { Direction::Future } else { from.direction };
            let found = years(now, which, direction, first, |d, ahead| match ahead {
                true => there(d) > this || (!strict && there(d) == this),
                false => there(d) < this || (!strict && there(d) == this),
            });
            anchored(found.and_then(|d| Block::month(d.year(), month)), Anchor::Published)
        }
    }
}

fn season_of(season: Season, year: Year, from: &From<'_>) -> Place {
    let open = match year {
        Year::Given(y) => return known(Block::season(y, season)),
        Year::Relative(by) => {
            let now = from.reference.ok_or(Gap::Open)?;
            return anchored(Block::season(now.year() + by, season), Anchor::Published);
        }
        Year::Open(which) => which,
    };
    let now = from.reference.ok_or(Gap::Open)?;
    let blocks = |back: bool| {
        (-1..=2).filter_map(move |n| Block::season(now.year() + if back { -n } else { n }, season))
    };
    let found = match open {
        // "this summer" is the year's, over or to come; "this winter" began in the last one until March.
        Which::This => {
            Block::season(now.year() - i16::from(season == Season::Winter && now.month() < 3), season)
        }
        Which::Last => blocks(true).find(|b| b.to < now),
        Which::BeforeLast => blocks(true).filter(|b| b.to < now).nth(1),
        Which::Next | Which::Following => blocks(false).find(|b| b.from > now),
        Which::AfterNext => blocks(false).filter(|b| b.from > now).nth(1),
        Which::Bare if from.direction == Direction::Future => blocks(false).find(|b| b.to >= now),
        Which::Bare => blocks(true).find(|b| b.from <= now),
    };
    anchored(found, Anchor::Published)
}

/// The nearest quarter of that number: the one under way counts as the past, and as the future.
fn quarter_of(n: u8, from: &From<'_>) -> Place {
    let now = from.reference.ok_or(Gap::Open)?;
    let quarters = |back: bool| {
        (-1..=1).filter_map(move |y: i16| Block::quarter(now.year() + if back { -y } else { y }, n))
    };
    let found = match from.direction {
        Direction::Future => quarters(false).find(|b| b.to >= now),
        Direction::Past => quarters(true).find(|b| b.from <= now),
    };
    anchored(found, Anchor::Published)
}

fn term_of(season: Season, year: Year, from: &From<'_>) -> Place {
    match year {
        Year::Given(y) => known(Block::term(y, season)),
        Year::Relative(by) => {
            let now = from.reference.ok_or(Gap::Open)?;
            anchored(Block::term(now.year() + by, season), Anchor::Published)
        }
        Year::Open(which) => {
            let now = from.reference.ok_or(Gap::Open)?;
            let terms = |back: bool| {
                (-1..=2).filter_map(move |n: i16| Block::term(now.year() + if back { -n } else { n }, season))
            };
            let ahead = match which {
                Which::Bare => from.direction == Direction::Future,
                Which::This => return anchored(Block::term(now.year(), season), Anchor::Published),
                Which::Last | Which::BeforeLast => false,
                Which::Next | Which::Following | Which::AfterNext => true,
            };
            let found = match (ahead, which) {
                (true, Which::Bare) => terms(false).find(|b| b.to >= now),
                (true, _) => terms(false).find(|b| b.from > now),
                (false, Which::Bare) => terms(true).find(|b| b.from <= now),
                (false, _) => terms(true).find(|b| b.to < now),
            };
            anchored(found, Anchor::Published)
        }
    }
}

/// A part of a year, which is this year's where none is told.
fn within_year(year: Year, from: &From<'_>, block: impl Fn(i16) -> Option<Block>) -> Place {
    match year {
        Year::Given(y) => known(block(y)),
        Year::Relative(by) => {
            anchored(block(from.reference.ok_or(Gap::Open)?.year() + by), Anchor::Published)
        }
        Year::Open(_) => anchored(block(from.reference.ok_or(Gap::Open)?.year()), Anchor::Published),
    }
}

/// A year that does not start in January.
fn administrative(year: Year, month: u8, prefix: &'static str, from: &From<'_>) -> Place {
    match year {
        Year::Given(y) => known(Block::year_from(y, month, prefix)),
        Year::Relative(by) => {
            let now = from.reference.ok_or(Gap::Open)?;
            let running = if now.month() >= month { now.year() } else { now.year() - 1 };
            anchored(Block::year_from(running + by, month, prefix), Anchor::Published)
        }
        Year::Open(_) => Err(Gap::Open),
    }
}

fn weekday_of(day: u8, which: Which, from: &From<'_>) -> Place {
    let now = from.reference.ok_or(Gap::Open)?;
    let today = i64::from(weekday(now));
    let day = i64::from(day);
    // A paper says "on Friday" of the Friday it comes out on, and "last Friday" of none but an earlier one.
    let by = match which {
        Which::Bare if from.direction == Direction::Past => -(today - day).rem_euclid(7),
        Which::Bare => (day - today).rem_euclid(7),
        Which::This if from.direction == Direction::Past => -(today - day).rem_euclid(7),
        Which::This => (day - today).rem_euclid(7),
        Which::Last => -((today - day - 1).rem_euclid(7) + 1),
        Which::BeforeLast => -((today - day - 1).rem_euclid(7) + 8),
        Which::Next | Which::Following => day - today + 7,
        Which::AfterNext => day - today + 14,
    };
    anchored(add_days(now, by).map(Block::day), Anchor::Published)
}
