//! A date as knowledge gives it: a day, a month or a year. Knows how far it can be trusted; nothing of wording.

use crate::fact::Day;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A day, a month or a year: `2012-09-01`, `2012-09`, `2012`. A month stands for all of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct When {
    first: Day,
    last: Day,
}

/// Why a text is no [`When`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date: expected YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct WhenError(String);

impl When {
    /// The first day it may mean.
    pub const fn first(self) -> Day {
        self.first
    }
    /// The last day it may mean.
    pub const fn last(self) -> Day {
        self.last
    }
}

impl FromStr for When {
    type Err = WhenError;
    fn from_str(text: &str) -> Result<Self, WhenError> {
        let error = || WhenError(text.to_owned());
        match text.len() {
            4 => {
                let first = format!("{text}-01-01").parse().map_err(|_| error())?;
                let last = format!("{text}-12-31").parse().map_err(|_| error())?;
                Ok(Self { first, last })
            }
            7 => {
                let first: Day = format!("{text}-01").parse().map_err(|_| error())?;
                let last = (28..=31).rev().find_map(|day| Day::new(first.year(), first.month(), day));
                Ok(Self { first, last: last.ok_or_else(error)? })
            }
            _ => {
                let day = text.parse().map_err(|_| error())?;
                Ok(Self { first: day, last: day })
            }
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        if first == last {
            write!(f, "{first}")
        } else if first.month() == last.month() {
            write!(f, "{:04}-{:02}", first.year(), first.month())
        } else {
            write!(f, "{:04}", first.year())
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// True when something that lasted from `from` until `until` may have been there between the two days of `on`.
pub(crate) fn may_overlap(from: Option<When>, until: Option<When>, on: (Day, Day)) -> bool {
    from.is_none_or(|w| w.first <= on.1) && until.is_none_or(|w| w.last >= on.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_stands_for_all_of_its_days() {
        let when: When = "2012-02".parse().unwrap();
        assert_eq!(
            (when.first().to_string(), when.last().to_string()),
            ("2012-02-01".into(), "2012-02-29".into())
        );
        assert_eq!(when.to_string(), "2012-02");
    }

    #[test]
    fn a_date_that_is_none_is_refused() {
        for text in ["", "12", "2012-13", "2012-9", "2012-02-30", "spring"] {
            assert!(text.parse::<When>().is_err(), "{text}");
        }
    }
}
