//! The stretch of the calendar that one time stands for. Knows the day of publication, the direction of the clause
//! and the date told before; reads no text.

use super::block::Block;
use super::calendar::{add_days, add_months, days_between, weekday};
use super::direction::Direction;
use crate::fact::{Anchor, Day, Grain};
use crate::find::date::expr::{Base, Item, Length, Part, Point, Season, Unit, Which, Year};

/// What a time is reckoned from.
pub(super) struct From<'a> {
    pub(super) reference: Option<Day>,
    pub(super) direction: Direction,
    /// The date told before in the same paragraph.
    pub(super) told: Option<&'a Block>,
}

/// Why a time has no place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// No reference to reckon it from; what stays of it in EDTF.
    Open,
    /// No such day: "31 September".
    Impossible,
}

type Place = Result<Block, Gap>;

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
            anchored(Block::unit(*unit, now, i64::from(*by)), Anchor::Published)
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

fn anchored(block: Option<Block>, anchor: Anchor) -> Place {
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
            let fits = |d: &Day| on.is_none_or(|w| weekday(*d) == w);
            let found = years(
                now,
                which,
                from.direction,
                |y| Day::new(y, month, day).filter(fits),
                |d, ahead| {
                    if ahead { d >= now } else { d <= now }
                },
            );
            // A weekday that fits no near year is a slip of the paper: the day and month count.
            let found = found.or_else(|| {
                years(
                    now,
                    which,
                    from.direction,
                    |y| Day::new(y, month, day),
                    |d, ahead| if ahead { d >= now } else { d <= now },
                )
            });
            anchored(found.map(Block::day), Anchor::Published)
        }
    }
}

/// The nearest year in the direction asked for in which `day` gives one that `fits`.
fn years(
    now: Day,
    which: Which,
    direction: Direction,
    day: impl Fn(i16) -> Option<Day>,
    fits: impl Fn(Day, bool) -> bool,
) -> Option<Day> {
    let ahead = match which {
        Which::Bare => direction == Direction::Future,
        Which::Last => false,
        Which::This => return day(now.year()),
        Which::Next | Which::AfterNext => true,
    };
    // Eleven years see every weekday fall on every date, leap days too.
    (-1..=11).map(|n| now.year() + if ahead { n } else { -n }).filter_map(day).find(|d| fits(*d, ahead))
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
        Year::Open(which) => {
            let now = from.reference.ok_or(Gap::Open)?;
            let this = (now.year(), now.month());
            let there = |d: Day| (d.year(), d.month());
            let strict = which != Which::Bare;
            let found = years(
                now,
                which,
                from.direction,
                |y| Day::new(y, month, 1),
                |d, ahead| match ahead {
                    true => there(d) > this || (!strict && there(d) == this),
                    false => there(d) < this || (!strict && there(d) == this),
                },
            );
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
        Which::This => blocks(false).find(|b| b.to >= now),
        Which::Last => blocks(true).find(|b| b.to < now),
        Which::Next | Which::AfterNext => blocks(false).find(|b| b.from > now),
        Which::Bare if from.direction == Direction::Future => blocks(false).find(|b| b.to >= now),
        Which::Bare => blocks(true).find(|b| b.from <= now),
    };
    anchored(found, Anchor::Published)
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
fn administrative(year: Year, month: u8, prefix: &str, from: &From<'_>) -> Place {
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
        Which::This => day - today,
        Which::Last => -((today - day - 1).rem_euclid(7) + 1),
        Which::Next => (day - today - 1).rem_euclid(7) + 1,
        Which::AfterNext => (day - today - 1).rem_euclid(7) + 8,
    };
    anchored(add_days(now, by).map(Block::day), Anchor::Published)
}

/// "two years ago" is a year, "three months ago" a month, "four days later" a day.
fn shift(length: &Length, back: bool, base: &Base, from: &From<'_>) -> Place {
    let (start, anchor) = match base {
        Base::Now => (Block::day(from.reference.ok_or(Gap::Open)?), Anchor::Published),
        // "three days later" than a March is no day.
        Base::Told => {
            (from.told.filter(|t| finest(length) >= t.grain).cloned().ok_or(Gap::Open)?, Anchor::Text)
        }
        Base::At(point) => {
            let at = place(point, from)?;
            let anchor = at.anchor;
            (at, anchor)
        }
    };
    let exact = !matches!(base, Base::Now);
    let there = moved(start.from, length, back).ok_or(Gap::Open)?;
    let unit = length.parts.last().map_or(Unit::Day, |p| p.1);
    let grain = match unit {
        // From a day that is told, weeks and months lead to a day; from "now" they are put roughly.
        Unit::Week | Unit::Fortnight | Unit::Month | Unit::Year
            if exact && start.grain == Grain::Day && matches!(base, Base::At(_)) =>
        {
            Unit::Day
        }
        Unit::Week | Unit::Fortnight if start.grain == Grain::Day => Unit::Day,
        Unit::Weekend | Unit::Fortnight => Unit::Week,
        unit => unit,
    };
    let mut found = anchored(Block::unit(grain, there, 0), anchor)?;
    found.approx = matches!(base, Base::Now) && unit > Unit::Day;
    Ok(found)
}

/// The grain that a length is told at.
fn finest(length: &Length) -> Grain {
    match length.parts.last().map(|p| p.1) {
        Some(Unit::Century) => Grain::Century,
        Some(Unit::Decade) => Grain::Decade,
        Some(Unit::Year) => Grain::Year,
        Some(Unit::Quarter) => Grain::Quarter,
        Some(Unit::Month) => Grain::Month,
        Some(Unit::Week | Unit::Fortnight) => Grain::Week,
        _ => Grain::Day,
    }
}

/// A day moved by a length; `None` for a vague one.
pub(super) fn moved(day: Day, length: &Length, back: bool) -> Option<Day> {
    let sign = if back { -1 } else { 1 };
    length.parts.iter().try_fold(day, |at, (hundredths, unit)| {
        let n = i64::from((*hundredths)?) * sign;
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => Some(at),
            Unit::Day => add_days(at, n / 100),
            Unit::Week | Unit::Weekend => add_days(at, n * 7 / 100),
            Unit::Fortnight => add_days(at, n * 14 / 100),
            Unit::Month => add_months(at, n / 100),
            Unit::Quarter => add_months(at, n * 3 / 100),
            Unit::Year => add_months(at, n * 12 / 100),
            Unit::Decade => add_months(at, n.checked_mul(120)? / 100),
            Unit::Century => add_months(at, n.checked_mul(1200)? / 100),
        }
    })
}

/// "early July" is its first third; the value stays the month.
fn part_of(part: Part, mut whole: Block, from: &From<'_>) -> Block {
    let days = days_between(whole.from, whole.to) + 1;
    let (first, last) = match (part, whole.grain) {
        (Part::Sofar, _) => {
            whole.to =
                from.reference.filter(|now| whole.from <= *now && *now <= whole.to).unwrap_or(whole.to);
            return whole;
        }
        (Part::Rest, _) => {
            whole.from =
                from.reference.filter(|now| whole.from <= *now && *now <= whole.to).unwrap_or(whole.from);
            return whole;
        }
        (Part::Early | Part::Start, Grain::Month) => (0, 10),
        (Part::Middle, Grain::Month) => (10, 20),
        (Part::Late | Part::End, Grain::Month) => (20, days),
        (Part::Early | Part::Start, _) => (0, days / 3),
        (Part::Middle, _) => (days / 3, days * 2 / 3),
        (Part::Late | Part::End, _) => (days * 2 / 3, days),
    };
    let start = whole.from;
    whole.from = add_days(start, first).unwrap_or(start);
    whole.to = add_days(start, last - 1).unwrap_or(whole.to);
    whole.approx = true;
    whole
}

fn nth_weekday(n: i8, day: u8, of: &Block) -> Option<Block> {
    let day = i64::from(day);
    let found = if n > 0 {
        let first = add_days(of.from, (day - i64::from(weekday(of.from))).rem_euclid(7))?;
        add_days(first, (i64::from(n) - 1) * 7)?
    } else {
        let last = add_days(of.to, -(i64::from(weekday(of.to)) - day).rem_euclid(7))?;
        add_days(last, (i64::from(n) + 1) * 7)?
    };
    (of.from <= found && found <= of.to).then(|| Block::day(found))
}
