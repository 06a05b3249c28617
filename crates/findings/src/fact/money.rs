//! Sums of money, in integer minor units.

use crate::fact::{Basis, Part, Rule};
use crate::text::Span;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A sum of money told in the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Money {
    /// In major units; null where the article only bounds it ("a six-figure sum").
    pub amount: Option<Amount>,
    /// ISO 4217: `GBP`.
    pub currency: String,
    /// Lower bound, where the article gives one.
    pub low: Option<Amount>,
    /// Upper bound, where the article gives one.
    pub high: Option<Amount>,
    /// How exactly the article puts it.
    pub precision: Precision,
    /// Per what: `hour`, `day`, `week`, `month`, `year`, `person` …
    pub per: Option<String>,
    /// What the money is for.
    pub role: Option<MoneyRole>,
    /// Whether it changed hands.
    pub certainty: Certainty,
    /// Index in `money` of an earlier telling of the same sum.
    pub same_as: Option<usize>,
    /// How directly the article says it.
    pub basis: Basis,
    /// What read it.
    pub rule: Rule,
    /// Where it stands, sign and scale word included.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// Integer minor units (pence, cents), written in major units with two decimals: `68000000.00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// An amount of so many pence, cents …
    pub const fn from_minor(units: i64) -> Self {
        Self(units)
    }
    /// In pence, cents …
    pub const fn minor(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let units = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", units / 100, units % 100)
    }
}

impl Serialize for Amount {
    /// As a JSON number with two decimals. Other formats than JSON see serde_json's raw value.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw = serde_json::value::RawValue::from_string(self.to_string());
        raw.map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let major = f64::deserialize(deserializer)?;
        Ok(Self((major * 100.0).round() as i64))
    }
}

/// How exactly the article puts a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// "£68m".
    Exact,
    /// "around", "nearly", "some".
    About,
    /// "more than", "at least".
    AtLeast,
    /// "up to", "no more than".
    AtMost,
    /// "between … and …".
    Between,
}

/// What a sum of money is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names are the contract's, and say what they mean")]
pub enum MoneyRole {
    Fine,
    Costs,
    Funding,
    Loss,
    Budget,
    Deficit,
    Cost,
    Fee,
    Pay,
    Turnover,
}

/// Whether a sum changed hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Paid, set, agreed.
    Actual,
    /// If something is met.
    Conditional,
    /// Could be, hoped for, at risk.
    Potential,
}
