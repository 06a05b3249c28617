//! Dates, periods and durations, resolved against the publication date where there is one.

use crate::fact::{Basis, Day, Edtf, Part, Rule};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A date, interval, duration or recurrence told in the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
pub struct Date {
    /// EDTF, or null where it can't be anchored.
    pub value: Option<Edtf>,
    /// First day covered.
    pub from: Option<Day>,
    /// Last day covered, inclusive.
    pub to: Option<Day>,
    /// How fine the article puts it.
    pub grain: Grain,
    /// Point, interval, duration or recurrence.
    pub kind: DateKind,
    /// The same as a TIMEX3 value, where that has one.
    pub timex: Option<String>,
    /// What the value was reckoned from.
    pub anchor: Anchor,
    /// "around", "early", "mid".
    pub approx: bool,
    /// Which event it dates, where the wording says so.
    pub role: Option<DateRole>,
    /// How directly the article says it.
    pub basis: Basis,
    /// What read it.
    pub rule: Rule,
    /// Where it stands.
    pub span: Span,
    /// The article's own words there.
    pub text: String,
    /// Whether the span is into the text or the title.
    #[serde(rename = "in")]
    pub part: Part,
}

/// How fine a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say what they mean")]
pub enum Grain {
    Hour,
    Day,
    Week,
    Month,
    Season,
    Quarter,
    Year,
    Decade,
    Century,
}

/// What sort of time expression it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DateKind {
    /// A point at its grain: a day, a month, a year.
    Date,
    /// From one date to another, either of which may be open.
    Interval,
    /// A length of time: "two weeks".
    Duration,
    /// "once a month".
    Recurring,
}

/// What a date was reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// It is complete in itself: "14 March 2023".
    Explicit,
    /// The publication date.
    Published,
    /// Another date in the text.
    Text,
    /// Nothing: it stays unresolved.
    None,
}

/// Which event a date belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DateRole {
    /// The visit.
    Inspected,
    /// The report coming out.
    Published,
    /// An earlier visit.
    PreviousInspection,
    /// A report that is still to come out.
    PublicationDue,
    /// By when something must be done.
    Deadline,
    /// What the data or the report covers.
    Period,
    /// Anything else that happened.
    Event,
}
