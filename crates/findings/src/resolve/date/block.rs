//! A stretch of the calendar and how it is written: EDTF and TIMEX3. Knows nothing of wording.

use super::calendar::{add_days, add_months, first_monday, iso_week, monday, month_end};
use crate::fact::{Anchor, Day, Grain};
use crate::find::date::expr::{Season, Unit};

/// From one day to another, both included, with how it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Block {
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) grain: Grain,
    pub(super) anchor: Anchor,
    pub(super) approx: bool,
    form: Form,
    /// What it is called after, where only a part of it is meant: "early July".
    whole: (Day, Day),
}

/// What a block of the calendar is called.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Day,
    Month,
    Year,
    Decade,
    Century,
    /// EDTF has no weeks: their values are intervals.
    Week,
    Weekend,
    Season(Season),
    Quarter(u8),
    Half(u8),
    /// From one month to another.
    Months,
    /// From one day to another.
    Days,
    /// Twelve months of an office or a school.
    YearOf(&'static str),
}

impl Block {
    fn new(from: Day, to: Day, grain: Grain, form: Form) -> Self {
        Self { from, to, grain, form, whole: (from, to), anchor: Anchor::Explicit, approx: false }
    }

    /// The same, reckoned from something else than itself.
    pub(super) fn anchored(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    /// Its name in EDTF.
    pub(super) fn value(&self) -> String {
        let (first, last) = self.ends();
        match last {
            Some(last) => first + "/" + &last,
            None => first,
        }
    }

    /// True where that is an interval.
    pub(super) const fn is_interval(&self) -> bool {
        matches!(
            self.form,
            Form::Week
                | Form::Weekend
                | Form::Quarter(_)
                | Form::Half(_)
                | Form::Months
                | Form::Days
                | Form::YearOf(_)
        )
    }

    /// What its name in EDTF begins and ends with, where that is an interval.
    pub(super) fn ends(&self) -> (String, Option<String>) {
        let (first, last) = self.whole;
        let year = first.year();
        let one = match self.form {
            Form::Day => first.to_string(),
            Form::Month => month_of(first),
            Form::Year => format!("{year:04}"),
            Form::Decade => format!("{:03}X", year / 10),
            Form::Century => format!("{:02}XX", year / 100),
            Form::Season(season) => format!("{year:04}-{}", 20 + season as u8),
            Form::Quarter(_) | Form::Half(_) | Form::Months => {
                return (month_of(first), Some(month_of(last)));
            }
            Form::Week | Form::Weekend | Form::Days | Form::YearOf(_) => {
                return (first.to_string(), Some(last.to_string()));
            }
        };
        (one, None)
    }

    /// Its name in TIMEX3.
    pub(super) fn timex(&self) -> String {
        let first = self.whole.0;
        let year = first.year();
        match self.form {
            Form::Decade => format!("{:03}", year / 10),
            Form::Century => format!("{:02}", year / 100),
            Form::Week => week_of(first),
            Form::Weekend => week_of(first) + "-WE",
            Form::Season(season) => {
                let short = match season {
                    Season::Spring => "SP",
                    Season::Summer => "SU",
                    Season::Autumn => "FA",
                    Season::Winter => "WI",
                };
                format!("{year:04}-{short}")
            }
            Form::Quarter(n) => format!("{year:04}-Q{n}"),
            Form::Half(n) => format!("{year:04}-H{n}"),
            Form::YearOf(prefix) => format!("{prefix}{year:04}"),
            Form::Day | Form::Month | Form::Year | Form::Months | Form::Days => self.value(),
        }
    }

    pub(super) fn day(day: Day) -> Self {
        Self::new(day, day, Grain::Day, Form::Day)
    }

    pub(super) fn month(year: i16, month: u8) -> Option<Self> {
        Some(Self::new(Day::new(year, month, 1)?, month_end(year, month)?, Grain::Month, Form::Month))
    }

    pub(super) fn year(year: i16) -> Option<Self> {
        Some(Self::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?, Grain::Year, Form::Year))
    }

    pub(super) fn decade(first: i16) -> Option<Self> {
        let from = first - first.rem_euclid(10);
        let to = Day::new(from.saturating_add(9), 12, 31)?;
        Some(Self::new(Day::new(from, 1, 1)?, to, Grain::Decade, Form::Decade))
    }

    pub(super) fn century(first: i16) -> Option<Self> {
        let to = Day::new(first.saturating_add(99), 12, 31)?;
        Some(Self::new(Day::new(first, 1, 1)?, to, Grain::Century, Form::Century))
    }

    /// The ISO week that holds a day.
    pub(super) fn week(day: Day) -> Option<Self> {
        let from = monday(day)?;
        Some(Self::new(from, add_days(from, 6)?, Grain::Week, Form::Week))
    }

    pub(super) fn weekend(day: Day) -> Option<Self> {
        let week = Self::week(day)?;
        Some(Self::new(add_days(week.from, 5)?, week.to, Grain::Day, Form::Weekend))
    }

    /// Spring is March to May, winter December to February of the next year.
    pub(super) fn season(year: i16, season: Season) -> Option<Self> {
        let month = match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        };
        let from = Day::new(year, month, 1)?;
        let to = add_days(add_months(from, 3)?, -1)?;
        Some(Self::new(from, to, Grain::Season, Form::Season(season)))
    }

    pub(super) fn quarter(year: i16, n: u8) -> Option<Self> {
        let from = Day::new(year, n.checked_mul(3)?.checked_sub(2)?, 1)?;
        let to = add_days(add_months(from, 3)?, -1)?;
        Some(Self::new(from, to, Grain::Quarter, Form::Quarter(n)))
    }

    pub(super) fn half(year: i16, n: u8) -> Option<Self> {
        let from = Day::new(year, if n == 1 { 1 } else { 7 }, 1)?;
        let to = add_days(add_months(from, 6)?, -1)?;
        Some(Self::new(from, to, Grain::Month, Form::Half(n)))
    }

    /// A school term: the spring's ends and the summer's begins with Easter, so they are put roughly.
    pub(super) fn term(year: i16, season: Season) -> Option<Self> {
        let (first, last) = match season {
            Season::Spring | Season::Winter => (1, 3),
            Season::Summer => (4, 7),
            Season::Autumn => (9, 12),
        };
        let (from, to) = (Day::new(year, first, 1)?, month_end(year, last)?);
        Some(Self { approx: true, ..Self::new(from, to, Grain::Season, Form::Months) })
    }

    /// From one day to another, told at a grain.
    pub(super) fn stretch(from: Day, to: Day, grain: Grain) -> Self {
        Self::new(from, to, grain, Form::Days)
    }

    /// Twelve months from the first of `month`.
    pub(super) fn year_from(year: i16, month: u8, prefix: &'static str) -> Option<Self> {
        let from = Day::new(year, month, 1)?;
        let to = add_days(add_months(from, 12)?, -1)?;
        Some(Self::new(from, to, Grain::Year, Form::YearOf(prefix)))
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
                Some(Self::new(from, to, Grain::Week, Form::Days))
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

/// `YYYY-MM`.
fn month_of(day: Day) -> String {
    let mut written = day.to_string();
    written.truncate(written.len() - "-01".len());
    written
}

/// `YYYY-Wnn`.
fn week_of(day: Day) -> String {
    iso_week(day).map_or_else(String::new, |(year, week)| format!("{year:04}-W{week:02}"))
}
