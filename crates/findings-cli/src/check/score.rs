//! Counting: what was expected, found, right, missed, wrong, too much; precision, recall and F1 of it.

use super::compare::{Fate, Pairing, Sides, is_optional};
use super::fields::KINDS;
use serde::Serialize;
use serde_json::Value;
use std::fmt;

/// The rows besides those of the whole kinds: a kind judged by some of its fields only.
const VIEWS: [(&str, &str, &[&str]); 4] = [
    ("bodies (id)", "bodies", &["id"]),
    ("providers (name)", "providers", &["name"]),
    ("ratings (label, provider, aspect, status)", "ratings", &["label", "provider", "aspect", "status"]),
    ("dates (value)", "dates", &["value"]),
];

/// The figures of one kind, or of a view of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Expected, not counting the optional.
    pub expected: usize,
    /// Reported.
    pub found: usize,
    /// Expected and found with all fields that count.
    pub right: usize,
    /// Expected and not found.
    pub missed: usize,
    /// Found where expected, with fields that differ.
    pub wrong: usize,
    /// Found and not expected, where the fixture lists all there is.
    pub extra: usize,
}

impl Count {
    fn of(
        expected: &[Value],
        pairing: &Pairing,
        is_exhaustive: bool,
        counts: impl Fn(&Value) -> bool,
    ) -> Self {
        let mut count = Self::default();
        for (item, fate) in expected.iter().zip(&pairing.fates) {
            count.found += usize::from(*fate != Fate::Missed);
            if is_optional(item) || !counts(item) {
                continue;
            }
            count.expected += 1;
            match fate {
                Fate::Right(_) => count.right += 1,
                Fate::Wrong(..) => count.wrong += 1,
                Fate::Missed => count.missed += 1,
            }
        }
        count.found += pairing.alone.len();
        count.extra = if is_exhaustive { pairing.alone.len() } else { 0 };
        count
    }

    fn add(&mut self, other: &Self) {
        self.expected += other.expected;
        self.found += other.found;
        self.right += other.right;
        self.missed += other.missed;
        self.wrong += other.wrong;
        self.extra += other.extra;
    }

    /// Of what was reported and can be judged, the share that is right. `None` where nothing was.
    pub fn precision(&self) -> Option<f64> {
        share(self.right, self.right + self.wrong + self.extra)
    }

    /// Of what was expected, the share that is right. `None` where nothing was.
    pub fn recall(&self) -> Option<f64> {
        share(self.right, self.expected)
    }

    /// The harmonic mean of the two. `None` where nothing was expected and nothing wrongly found.
    pub fn f1(&self) -> Option<f64> {
        share(2 * self.right, 2 * self.right + 2 * self.wrong + self.missed + self.extra)
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The figures of one fixture or of many.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Table {
    /// One row a kind and a view, in the order of the contract.
    pub rows: Vec<(&'static str, Count)>,
}

impl Table {
    pub(super) fn of(sides: &Sides<'_>, pairings: &[(&'static str, Pairing)]) -> Self {
        let mut rows = Vec::new();
        for kind in KINDS {
            let expected = sides.fixture.expected(kind);
            let is_exhaustive = sides.fixture.is_exhaustive(kind);
            let Some((_, pairing)) = pairings.iter().find(|(k, _)| *k == kind) else { continue };
            rows.push((kind, Count::of(expected, pairing, is_exhaustive, |_| true)));
            for (name, _, fields) in VIEWS.into_iter().filter(|view| view.1 == kind) {
                // A date that the fixture gives no value for says nothing of values.
                let counts = |item: &Value| kind != "dates" || !item["value"].is_null();
                let pairing = sides.pair(kind, Some(fields));
                rows.push((name, Count::of(expected, &pairing, is_exhaustive, counts)));
            }
        }
        Self { rows }
    }

    /// Adds the figures of another fixture.
    pub fn add(&mut self, other: &Self) {
        for (name, count) in &other.rows {
            match self.rows.iter_mut().find(|(row, _)| row == name) {
                Some((_, sum)) => sum.add(count),
                None => self.rows.push((name, count.clone())),
            }
        }
    }

    /// The row of a kind or a view.
    pub fn row(&self, name: &str) -> Option<&Count> {
        self.rows.iter().find(|(row, _)| *row == name).map(|(_, count)| count)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heads = ["expected", "found", "right", "missed", "wrong", "extra", "precision", "recall", "F1"];
        write!(f, "{:<42}", "")?;
        for head in heads {
            write!(f, " {head:>9}")?;
        }
        writeln!(f)?;
        for (name, count) in &self.rows {
            let name = if name.contains('(') { format!("  {name}") } else { (*name).to_owned() };
            write!(f, "{name:<43}")?;
            for n in [count.expected, count.found, count.right, count.missed, count.wrong, count.extra] {
                write!(f, "{n:>9} ")?;
            }
            for figure in [count.precision(), count.recall(), count.f1()] {
                match figure {
                    Some(figure) => write!(f, "{figure:>9.3} ")?,
                    None => write!(f, "{:>9} ", "–")?,
                }
            }
            writeln!(f)?;
        }
        if let Some(ratings) = self.row("ratings").filter(|r| r.found > 0) {
            let each = |n: usize| n as f64 / ratings.found as f64;
            let (extra, wrong) = (each(ratings.extra), each(ratings.extra + ratings.wrong));
            writeln!(f, "extra ratings for each one reported: {extra:.3} ({wrong:.3} with the wrong ones)")?;
        }
        Ok(())
    }
}
