//! Counts told of a noun just before: "13 companies, nine of which have two stars or better", "two homes, both of
//! which were rated good". Knows no sentence but its own.
//!
//! *What it leaves alone*: "of which" with no noun of providers before it.

use crate::fact::CountKind;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::relate::tally::counted::{self, Sort};
use crate::relate::tally::{Counted, What, predicate, quantity};

/// How far before "of which" the noun may stand.
const REACH: usize = 12;

/// The count whose quantity stands at `at`, with "of which" or "of whom" behind it.
pub(super) fn read(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Counted> {
    let q = quantity::read(s, at)?;
    let which = (q.end.saturating_sub(1)..q.end + 2).find(|&i| s.says(i, &["which", "whom"]))?;
    let of = s.says(which.wrapping_sub(1), &["of"]);
    let p = predicate::read(s, which + 1).filter(|_| of && at > 0)?;
    let low = at.saturating_sub(REACH);
    let noun = (low..q.start).rev().find_map(|i| match counted::sort(story, s, i..i + 1) {
        Sort::Providers(kind) => Some((i, kind)),
        _ => None,
    })?;
    let total = (noun.0.saturating_sub(4)..noun.0).rev().find_map(|i| quantity::figure(s, i));
    let n = q.n.filter(|_| q.kind != CountKind::Percent);
    let of = q.of.or(total).filter(|of| n.is_none_or(|n| n <= *of));
    Some(Counted {
        kind: q.kind,
        n,
        of: of.filter(|_| q.percent.is_none()),
        percent: q.percent,
        start: q.start,
        end: p.end,
        labels: p.labels,
        what: What::Providers { words: Some((noun.0, noun.0 + 1)), kind: noun.1 },
        measure: None,
        inferred: false,
        rule: "tally/of-which",
    })
}

/// True where such a count begins at `at`: what counts the noun before it ends there.
pub(super) fn begins(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.item(at), Some(Item::Stop(',')))
        && (at + 2..at + 9).any(|i| s.says(i, &["which", "whom"]) && s.says(i - 1, &["of"]))
}
