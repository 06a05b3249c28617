//! What a run has done so far, in numbers.

use findings::Extraction;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::ops::AddAssign;

/// Facts by their kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Facts {
    bodies: u64,
    providers: u64,
    ratings: u64,
    tallies: u64,
    measures: u64,
    inspections: u64,
    money: u64,
    dates: u64,
    quotes: u64,
    furniture: u64,
    notes: u64,
}

/// A line of output, of which only the number of facts is wanted.
#[derive(Deserialize)]
struct Line {
    article: About,
    bodies: Vec<IgnoredAny>,
    providers: Vec<IgnoredAny>,
    ratings: Vec<IgnoredAny>,
    tallies: Vec<IgnoredAny>,
    measures: Vec<IgnoredAny>,
    inspections: Vec<IgnoredAny>,
    money: Vec<IgnoredAny>,
    dates: Vec<IgnoredAny>,
    quotes: Vec<IgnoredAny>,
    furniture: Vec<IgnoredAny>,
    notes: Vec<IgnoredAny>,
}

#[derive(Deserialize)]
struct About {
    id: Option<String>,
}

/// Counts each kind of what has the lists of the contract.
macro_rules! counted {
    ($of:expr, $($kind:ident)*) => { Facts { $($kind: $of.$kind.len() as u64),* } };
}

impl Facts {
    /// Those of an article.
    pub(super) fn of(extraction: &Extraction) -> Self {
        counted!(extraction, bodies providers ratings tallies measures inspections money dates quotes furniture notes)
    }

    /// Those of a line of output, with the id of its article; `None` where it is no such line.
    pub(super) fn of_line(line: &[u8]) -> Option<(String, Self)> {
        let line: Line = serde_json::from_slice(line).ok()?;
        let facts = counted!(line, bodies providers ratings tallies measures inspections money dates quotes furniture notes);
        Some((line.article.id?, facts))
    }

    /// All that is about inspections and what surrounds them; neither furniture nor notes.
    pub(super) fn total(&self) -> u64 {
        let Self { bodies, providers, ratings, tallies, measures, inspections, money, dates, quotes, .. } =
            self;
        bodies + providers + ratings + tallies + measures + inspections + money + dates + quotes
    }
}

impl AddAssign for Facts {
    fn add_assign(&mut self, other: Self) {
        self.bodies += other.bodies;
        self.providers += other.providers;
        self.ratings += other.ratings;
        self.tallies += other.tallies;
        self.measures += other.measures;
        self.inspections += other.inspections;
        self.money += other.money;
        self.dates += other.dates;
        self.quotes += other.quotes;
        self.furniture += other.furniture;
        self.notes += other.notes;
    }
}

/// What a run has done.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Tally {
    /// Articles that were read, those of an earlier run included.
    pub(super) articles: u64,
    /// Articles that an earlier run had done.
    pub(super) done_before: u64,
    /// Articles that could not be read.
    pub(super) failures: u64,
    /// Bytes of text in the articles of this run.
    pub(super) text_bytes: u64,
    /// Facts, those of an earlier run included.
    pub(super) facts: Facts,
}
