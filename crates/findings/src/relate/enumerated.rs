//! Those whom a count is of, named after it: "Three homes were rated poor. They are A, B and C", "and two poor: A and B".
//! Refuses names that are not as many as were counted.

use crate::fact::Basis;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame, OfMany, Sort};
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// The rows of names that an article gives: items after a label, and those that the sentences after a count name.
pub(super) struct Names<'a> {
    pub(super) after: &'a dyn Fn(usize) -> Vec<usize>,
    pub(super) next: &'a dyn Fn(usize) -> Option<(Vec<Ix>, Sort)>,
}

/// Gives the frames of counted labels those who are named for them, and a frame to those that have none.
pub(super) fn add(
    story: &Story<'_>,
    s: &Sentence<'_>,
    many: &[OfMany],
    found: &mut Vec<Frame>,
    names: &Names<'_>,
) {
    // "Three of the county's councils were given four stars": a count, whatever else reads it.
    let counted = |f: &Frame| {
        let known = many.iter().any(|m| m.label == f.label);
        let number = f.subject.clone().find_map(|i| match s.item(i) {
            Some(Item::Number(n @ 2..=20)) => usize::try_from(n).ok(),
            _ => None,
        });
        number.filter(|_| !known && f.status.is_none()).map(|n| OfMany { label: f.label, n: Some(n) })
    };
    let many: Vec<OfMany> = many.iter().copied().chain(found.iter().filter_map(counted)).collect();
    for (ix, of) in many.iter().enumerate() {
        let Some(n) = of.n else { continue };
        let provider = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_) | Item::Group(_)));
        let known = found.iter().position(|f| f.label == of.label);
        let named = |f: &Frame| f.listed.iter().any(provider) || !f.below.providers.is_empty();
        if known.and_then(|k| found.get(k)).is_some_and(named) {
            continue;
        }
        // "Nine were rated good and three poor: A, B and C"
        let here = || (names.after)(of.label).into_iter().filter_map(|i| named_at(story, s, i));
        let mut providers: Vec<Ix> = here().collect();
        if providers.len() != n {
            let last = ix + 1 == many.len();
            let same = many.iter().filter(|m| m.n == Some(n)).count() > 1;
            providers = match (names.next)(n) {
                Some((names, Sort::All)) if names.len() == n && (last || !same) => names,
                Some((names, Sort::Some)) if names.len() <= n && last => names,
                _ => Vec::new(),
            };
        }
        if providers.is_empty() {
            continue;
        }
        let below = Below { providers, ..Below::default() };
        let none = of.label..of.label;
        match known.and_then(|k| found.get_mut(k)) {
            Some(frame) => {
                (frame.subject, frame.object) = (frame.head..frame.head, frame.head..frame.head);
                (frame.below, frame.rule) = (below, "rated/list");
            }
            None => found.push(Frame {
                label: of.label,
                head: of.label,
                subject: none.clone(),
                object: none,
                listed: Vec::new(),
                below,
                unknown: Vec::new(),
                end: of.label + 1,
                status: None,
                change: None,
                basis: Basis::Stated,
                rule: "rated/list",
            }),
        }
    }
    found.sort_by_key(|f| f.label);
}

fn named_at(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Ix> {
    match s.item(at) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    }
}
