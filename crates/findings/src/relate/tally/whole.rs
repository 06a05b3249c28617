//! What a count is of where "of which" and "of them" lead back to it, and "the only one of", which counts nothing. Knows
//! no label.

use crate::relate::clause::{Item, Sentence, number};
use crate::relate::story::Story;
use crate::relate::tally::counted::{self, Sort};
use crate::relate::tally::quantity::{self, Quantity};
use crate::resolve::provider::Ix;

/// "the only one of the 31 trusts to get none" is that one.
pub(super) fn is_the_only(s: &Sentence<'_>, at: usize) -> bool {
    at > 1 && s.says(at - 1, &["only"]) && s.says(at - 2, &["the"])
}

/// What "of which" and "of them" lead back to.
pub(super) enum Whole {
    /// So many, of such a sort, where the sentence says.
    Told { of: Option<u64>, sort: Option<Sort> },
    /// People or things that nobody grades.
    Other,
    /// No such words.
    Untold,
}

/// "It runs 17 homes, eleven of which were rated good", "nine of them were rated good".
pub(super) fn of_which(story: &Story<'_>, s: &Sentence<'_>, q: &Quantity) -> Whole {
    if !q.partitive || !s.says(q.end.wrapping_sub(1), &["of"]) {
        return Whole::Untold;
    }
    if s.says(q.end, &["them", "these", "those"]) {
        return Whole::Told { of: None, sort: None };
    }
    if !s.says(q.end, &["which"]) {
        return Whole::Untold;
    }
    whole_before(story, s, q.start, q.n)
}

/// The number of things that a relative clause beginning at `at` counts `n` of.
pub(super) fn whole_before(story: &Story<'_>, s: &Sentence<'_>, at: usize, n: Option<u64>) -> Whole {
    let before = (at.saturating_sub(16)..at).rev().find_map(|i| {
        let group = matches!(s.item(i), Some(Item::Group(_)));
        let of = quantity::figure(s, i)
            .or_else(|| s.at(i).split(' ').next().and_then(number).filter(|_| group))?;
        Some((of, counted::sort(story, s, if group { i } else { i + 1 }..i + 5)))
    });
    match before {
        Some((of, sort @ (Sort::Providers(_) | Sort::Areas))) if n.is_none_or(|n| n <= of) => {
            Whole::Told { of: Some(of), sort: Some(sort) }
        }
        _ => Whole::Other,
    }
}

/// What a bare "all four" or "all" is of: as many aspects as the sentences just before name, or providers that the
/// sentence itself has counted: "three of the seven colleges have been inspected, and all were good".
pub(super) fn all_of(story: &Story<'_>, s: &Sentence<'_>, q: &Quantity) -> Option<(Sort, Option<u64>)> {
    if let Whole::Told { of, sort: Some(sort) } = whole_before(story, s, q.start, q.n) {
        return Some((sort, of));
    }
    // "Care and staffing were both rated good": each has its own.
    let n = q.n.filter(|n| *n > 2)?;
    let here = story.text.sentence_at(s.span.start);
    let from = story.text.sentences.get(here.saturating_sub(3))?.start;
    let first = story.aspects.partition_point(|a| a.span.start < from);
    let mut named: Vec<u16> =
        story.aspects.iter().skip(first).take_while(|a| a.span.start < s.span.start).map(|a| a.ix).collect();
    named.sort_unstable();
    named.dedup();
    (named.len() as u64 == n).then_some((Sort::Areas, Some(n)))
}

/// True for parts of one that are counted: "departments at Tey Hospital", "wards of the trust".
pub(super) fn counts_parts(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["departments", "department", "wards", "ward", "units", "clinics"])
        && s.says(at + 1, &["at", "of", "in", "within"])
}

/// The first provider of a stretch: whose areas or departments are counted.
pub(super) fn subject_of(
    story: &Story<'_>,
    s: &Sentence<'_>,
    mut within: std::ops::Range<usize>,
) -> Option<Ix> {
    within.find_map(|i| match s.item(i) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    })
}
