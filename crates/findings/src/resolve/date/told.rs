//! What a date is called in the output: the length in ISO 8601, the grain and the rule of an expression. Knows no
//! calendar.

use crate::fact::Grain;
use crate::find::date::expr::{Expr, Length, Point, Unit};

/// ISO 8601: `P2Y6M`, `PT15M`, `P1.5Y`; `PXM` for "several months".
pub(super) fn iso(length: &Length) -> Option<String> {
    let mut out = String::with_capacity(8);
    out.push('P');
    // The clock comes after the calendar.
    for by_clock in [false, true] {
        let mut begun = !by_clock;
        for (hundredths, unit) in &length.parts {
            let (clock, letter, times) = match unit {
                Unit::Second => (true, 'S', 1),
                Unit::Minute => (true, 'M', 1),
                Unit::Hour => (true, 'H', 1),
                Unit::Day => (false, 'D', 1),
                Unit::Weekend => (false, 'D', 2),
                Unit::Week => (false, 'W', 1),
                Unit::Fortnight => (false, 'W', 2),
                Unit::Month => (false, 'M', 1),
                Unit::Quarter => (false, 'M', 3),
                Unit::Year => (false, 'Y', 1),
                Unit::Decade => (false, 'Y', 10),
                Unit::Century => (false, 'Y', 100),
            };
            if clock != by_clock {
                continue;
            }
            if !begun {
                out.push('T');
                begun = true;
            }
            match hundredths {
                None => out.push('X'),
                Some(n) => count(n.checked_mul(times)?, &mut out),
            }
            out.push(letter);
        }
    }
    (out.len() > 1).then_some(out)
}

/// So many hundredths, as a number.
fn count(hundredths: u32, out: &mut String) {
    match (hundredths / 100, hundredths % 100) {
        (whole @ 0..=9, 0) => out.push(char::from(b'0' + whole as u8)),
        (whole, 0) => out.push_str(&whole.to_string()),
        (whole, rest) => out.push_str(format!("{whole}.{rest:02}").trim_end_matches('0')),
    }
}

/// As TIMEX3 has it: decades and centuries are units there.
pub(super) fn timex(length: &Length) -> Option<String> {
    let (letters, count) = match length.parts.as_slice() {
        [(count, Unit::Decade)] => ("DE", count),
        [(count, Unit::Century)] => ("CE", count),
        _ => return iso(length),
    };
    match count {
        None => Some(format!("PX{letters}")),
        Some(n) if n % 100 == 0 => Some(format!("P{}{letters}", n / 100)),
        Some(_) => iso(length),
    }
}

pub(super) const fn unit_grain(unit: Unit) -> Grain {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Grain::Hour,
        Unit::Day | Unit::Weekend => Grain::Day,
        Unit::Week | Unit::Fortnight => Grain::Week,
        Unit::Month => Grain::Month,
        Unit::Quarter => Grain::Quarter,
        Unit::Year => Grain::Year,
        Unit::Decade => Grain::Decade,
        Unit::Century => Grain::Century,
    }
}

/// The grain of a time that has no place.
pub(super) fn grain(point: &Point) -> Grain {
    match point {
        Point::Month { .. } => Grain::Month,
        Point::Season { .. } => Grain::Season,
        Point::Quarter { .. } => Grain::Quarter,
        Point::Half { .. } => Grain::Month,
        Point::Year(_) | Point::FinancialYear(_) | Point::SchoolYear(_) => Grain::Year,
        Point::Decade(_) => Grain::Decade,
        Point::Century(_) => Grain::Century,
        Point::Relative { unit, .. } => unit_grain(*unit),
        Point::Shift { length, .. } => length.parts.last().map_or(Grain::Day, |p| unit_grain(p.1)),
        Point::Part { of, .. } => grain(of),
        Point::Term { .. } => Grain::Season,
        Point::EndingAt { length, .. } | Point::Edge { length, .. } => {
            length.parts.last().map_or(Grain::Day, |p| unit_grain(p.1))
        }
        Point::WeekOf(_) => Grain::Week,
        Point::NewYear => Grain::Year,
        _ => Grain::Day,
    }
}

pub(super) const fn rule(expr: &Expr) -> &'static str {
    match expr {
        Expr::At(
            Point::Relative { .. } | Point::Shift { .. } | Point::Weekday { .. } | Point::WeekdayOf { .. },
        ) => "date/relative",
        Expr::At(Point::Feast { .. } | Point::NewYear) => "date/feast",
        Expr::At(Point::Part { .. } | Point::Nth { .. } | Point::WeekOf(_)) => "date/part",
        Expr::At(Point::Season { .. } | Point::Term { .. } | Point::Quarter { .. } | Point::Half { .. }) => {
            "date/period"
        }
        Expr::At(Point::FinancialYear(_) | Point::SchoolYear(_) | Point::EndingAt { .. }) => {
            "date/administrative-year"
        }
        Expr::At(_) => "date/calendar",
        Expr::Between(..) => "date/range",
        Expr::Since(_) | Expr::Until(_) | Expr::Before(_) | Expr::After(_) => "date/open",
        Expr::Length(_) | Expr::In(_) => "date/duration",
        Expr::Rolling { .. } => "date/rolling",
        Expr::Lasting { .. } => "date/range",
        Expr::Every(_) => "date/recurring",
    }
}
