//! A stretch of the calendar and how it is written: EDTF and TIMEX3. Knows nothing of wording.

use super::calendar::{add_days, add_months, first_monday, iso_week, monday, month_end};
use crate::fact::{Anchor, Day, Grain};
use crate::find::date::expr::{Season, Unit};

/// From one day to another, both included, with the value that names it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Block {
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) grain: Grain,
    pub(super) value: String,
    pub(super) timex: String,
    pub(super) anchor: Anchor,
    pub(super) approx: bool,
}

impl Block {
    fn new(from: Day, to: Day, grain: Grain, value: String) -> Self {
        Self { from, to, grain, timex: value.clone(), value, anchor: Anchor::Explicit, approx: false }
    }

    /// The same, reckoned from something else than itself.
    pub(super) fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    pub(super) fn day(day: Day) -> Self {
        Self::new(day, day, Grain::Day, day.to_string())
    }

    pub(super) fn month(year: i16, month: u8) -> Option<Self> {
        let from = Day::new(year, month, 1)?;
        Some(Self::new(from, month_end(year, month)?, Grain::Month, format!("{year:04}-{month:02}")))
    }

    pub(super) fn year(year: i16) -> Option<Self> {
        Some(Self::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?, Grain::Year, format!("{year:04}")))
    }

    pub(super) fn decade(first: i16) -> Option<Self> {
        let from = first - first.rem_euclid(10);
        let value = format!("{:03}X", from / 10);
        let mut block =
            Self::new(Day::new(from, 1, 1)?, Day::new(from.saturating_add(9), 12, 31)?, Grain::Decade, value);
        block.timex = format!("{:03}", from / 10);
        Some(block)
    }

    pub(super) fn century(first: i16) -> Option<Self> {
        let value = format!("{:02}XX", first / 100);
        let mut block = Self::new(
            Day::new(first, 1, 1)?,
            Day::new(first.saturating_add(99), 12, 31)?,
            Grain::Century,
            value,
        );
        block.timex = format!("{:02}", first / 100);
        Some(block)
    }

    /// The ISO week that holds a day; EDTF has no weeks, so its value is an interval.
    pub(super) fn week(day: Day) -> Option<Self> {
        let from = monday(day)?;
        let to = add_days(from, 6)?;
        let (year, week) = iso_week(day)?;
        let mut block = Self::new(from, to, Grain::Week, format!("{from}/{to}"));
        block.timex = format!("{year:04}-W{week:02}");
        Some(block)
    }

    pub(super) fn weekend(day: Day) -> Option<Self> {
        let week = Self::week(day)?;
        let from = add_days(week.from, 5)?;
        let mut block = Self::new(from, week.to, Grain::Day, format!("{from}/{}", week.to));
        block.timex = format!("{}-WE", week.timex);
        Some(block)
    }

    /// Spring is March to May, winter December to February of the next year.
    pub(super) fn season(year: i16, season: Season) -> Option<Self> {
        let (month, short) = match season {
            Season::Spring => (3, "SP"),
            Season::Summer => (6, "SU"),
            Season::Autumn => (9, "FA"),
            Season::Winter => (12, "WI"),
        };
        let from = Day::new(year, month, 1)?;
        let to = add_days(add_months(from, 3)?, -1)?;
        let mut block = Self::new(from, to, Grain::Season, format!("{year:04}-{}", 20 + season as u8));
        block.timex = format!("{year:04}-{short}");
        Some(block)
    }

    pub(super) fn quarter(year: i16, n: u8) -> Option<Self> {
        let from = Day::new(year, n.checked_mul(3)?.checked_sub(2)?, 1)?;
        let to = add_days(add_months(from, 3)?, -1)?;
        let mut block = Self::new(from, to, Grain::Quarter, interval_of_months(from, to));
        block.timex = format!("{year:04}-Q{n}");
        Some(block)
    }

    pub(super) fn half(year: i16, n: u8) -> Option<Self> {
        let from = Day::new(year, if n == 1 { 1 } else { 7 }, 1)?;
        let to = add_days(add_months(from, 6)?, -1)?;
        let mut block = Self::new(from, to, Grain::Month, interval_of_months(from, to));
        block.timex = format!("{year:04}-H{n}");
        Some(block)
    }

    /// A school term: the spring's ends and the summer's begins with Easter, so they are put roughly.
    pub(super) fn term(year: i16, season: Season) -> Option<Self> {
        let (first, last) = match season {
            Season::Spring | Season::Winter => (1, 3),
            Season::Summer => (4, 7),
            Season::Autumn => (9, 12),
        };
        let (from, to) = (Day::new(year, first, 1)?, month_end(year, last)?);
        let mut block = Self::new(from, to, Grain::Season, interval_of_months(from, to));
        block.approx = true;
        Some(block)
    }

    /// From one day to another, told at a grain.
    pub(super) fn stretch(from: Day, to: Day, grain: Grain) -> Self {
        Self::new(from, to, grain, format!("{from}/{to}"))
    }

    /// Twelve months from the first of `month`.
    pub(super) fn year_from(year: i16, month: u8, prefix: &str) -> Option<Self> {
        let from = Day::new(year, month, 1)?;
        let to = add_days(add_months(from, 12)?, -1)?;
        let mut block = Self::new(from, to, Grain::Year, format!("{from}/{to}"));
        block.timex = format!("{prefix}{year:04}");
        Some(block)
    }

    /// The unit of the calendar that holds `day`, moved by so many.
    pub(super) fn unit(unit: Unit, day: Day, by: i64) -> Option<Self> {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => None,
            Unit::Day => Some(Self::day(add_days(day, by)?)),
            Unit::Week => Self::week(add_days(day, by.checked_mul(7)?)?),
            Unit::Weekend => Self::weekend(add_days(day, by.checked_mul(7)?)?),
            Unit::Fortnight => {
                let from = monday(add_days(day, by.checked_mul(14)?)?)?;
                let to = add_days(from, 13)?;
                Some(Self::new(from, to, Grain::Week, format!("{from}/{to}")))
            }
            Unit::Month => {
                let there = add_months(Day::new(day.year(), day.month(), 1)?, by)?;
                Self::month(there.year(), there.month())
            }
            Unit::Quarter => {
                let there = add_months(Day::new(day.year(), day.month(), 1)?, by.checked_mul(3)?)?;
                Self::quarter(there.year(), there.month().div_ceil(3))
            }
            Unit::Year => Self::year(moved(day.year(), by)?),
            Unit::Decade => Self::decade(moved(day.year(), by.checked_mul(10)?)?),
            Unit::Century => Self::century(moved(day.year(), by.checked_mul(100)?)?.div_euclid(100) * 100),
        }
    }

    /// The nth week, day or weekday within; from the end where negative.
    pub(super) fn nth(&self, n: i8, unit: Unit) -> Option<Self> {
        let n = i64::from(n);
        match unit {
            Unit::Day if n > 0 => within(self, Self::day(add_days(self.from, n - 1)?)),
            Unit::Day => within(self, Self::day(add_days(self.to, n + 1)?)),
            Unit::Week if n > 0 => {
                let first = self.first_week()?;
                Self::week(add_days(first, (n - 1) * 7)?)
            }
            Unit::Week => {
                let last = add_days(monday(self.to)?, if weekend_cut(self.to) { -7 } else { 0 })?;
                Self::week(add_days(last, (n + 1) * 7)?)
            }
            Unit::Month if n > 0 => Some(Self::unit(Unit::Month, self.from, n - 1)?),
            Unit::Month => Some(Self::unit(Unit::Month, self.to, n + 1)?),
            _ => None,
        }
    }

    /// The Monday of the first week that lies wholly in it; of the first ISO week for a year.
    fn first_week(&self) -> Option<Day> {
        if self.grain == Grain::Year {
            return first_monday(self.from.year());
        }
        let monday = monday(self.from)?;
        if monday < self.from { add_days(monday, 7) } else { Some(monday) }
    }
}

/// True where the week of `day` runs on past it by more than it holds.
fn weekend_cut(day: Day) -> bool {
    super::calendar::weekday(day) < 3
}

fn within(outer: &Block, inner: Block) -> Option<Block> {
    (outer.from <= inner.from && inner.to <= outer.to).then_some(inner)
}

fn moved(year: i16, by: i64) -> Option<i16> {
    i16::try_from(i64::from(year).checked_add(by)?).ok()
}

fn interval_of_months(from: Day, to: Day) -> String {
    format!("{:04}-{:02}/{:04}-{:02}", from.year(), from.month(), to.year(), to.month())
}
