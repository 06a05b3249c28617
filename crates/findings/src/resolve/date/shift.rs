//! Times reckoned from another time: so much earlier or later, a part of it, so much up to its end. Knows no
//! wording.

use super::block::Block;
use super::calendar::{add_days, add_months, weekday};
use super::point::{From, Gap, Place, anchored, place};
use crate::fact::{Anchor, Day, Grain};
use crate::find::date::expr::{Base, Length, Part, Unit};

/// "two years ago" is a year, "three months ago" a month, "four days later" a day.
pub(super) fn shift(length: &Length, back: bool, base: &Base, from: &From<'_>) -> Place {
    let (start, anchor) = match base {
        Base::Now => (Block::day(from.reference.ok_or(Gap::Open)?), Anchor::Published),
        // "three days later" than a March is no day.
        Base::Told | Base::Near => {
            let told = from.told.filter(|t| finest(length) >= t.grain).copied();
            // "The following week" and nothing else, or "the previous year": the day of publication will do.
            let now = from.reference.filter(|_| from.lone || *base == Base::Near).map(Block::day);
            match (told, now) {
                (Some(told), _) => (told, Anchor::Text),
                (None, now) => (now.ok_or(Gap::Open)?, Anchor::Published),
            }
        }
        Base::Event(event) => {
            let told = from.events.iter().rev().find(|(e, _)| e == event);
            (told.map(|(_, block)| *block).ok_or(Gap::Open)?, Anchor::Text)
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
        // "a year before May 2010" is a month.
        Unit::Year if matches!(base, Base::At(_)) && start.grain == Grain::Month => Unit::Month,
        // "the following week" is a week, "two weeks later" a day.
        Unit::Week if calendar_step(length) && !matches!(base, Base::Now) => Unit::Week,
        Unit::Week | Unit::Fortnight if start.grain == Grain::Day => Unit::Day,
        Unit::Weekend | Unit::Fortnight => Unit::Week,
        unit => unit,
    };
    let mut found = anchored(Block::unit(grain, there, 0), anchor)?;
    found.approx = matches!(base, Base::Now | Base::Event(_)) && unit > Unit::Day;
    Ok(found)
}

/// "the following", "the same": one step of the calendar or none.
fn calendar_step(length: &Length) -> bool {
    matches!(length.parts.as_slice(), [(Some(0 | 100), _)])
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
pub(super) fn part_of(part: Part, mut whole: Block, from: &From<'_>) -> Block {
    let days = whole.from.days_to(whole.to) + 1;
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
        (_, Grain::Day) => return whole,
        (Part::Early | Part::Start, Grain::Week) => (0, 3),
        (Part::Middle, Grain::Week) => (2, 5),
        (Part::Late | Part::End, Grain::Week) => (4, 7),
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

pub(super) fn nth_weekday(n: i8, day: u8, of: &Block) -> Option<Block> {
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

/// The first or the last so much of a time.
pub(super) fn edge(length: &Length, last: bool, of: &Block) -> Option<Block> {
    let (from, to) = if last {
        (moved(add_days(of.to, 1)?, length, true)?, of.to)
    } else {
        (of.from, add_days(moved(of.from, length, false)?, -1)?)
    };
    Some(Block::stretch(from, to, finest(length)).anchored(of.anchor))
}
