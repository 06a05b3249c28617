//! Rows of those judged: owners that share what they own, a service that stands beside areas. Knows no label.

use super::owns_next;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};

/// "Marle and Tey councils' children's services": of each of those whom nothing but joints part.
pub(super) fn joint_owners(s: &Sentence<'_>, items: &[usize]) -> Vec<usize> {
    let Some(last) = items.iter().rposition(|&i| matches!(s.item(i), Some(Item::Provider(_)))) else {
        return Vec::new();
    };
    let joins = |i: usize| {
        s.is_any(i, &[Class::Conj, Class::Det, Class::Possessive]) && !s.says(i, &["but", "while"])
            || s.item(i) == Some(Item::Stop(','))
    };
    let mut first = last;
    while first > 0
        && matches!(s.item(items[first - 1]), Some(Item::Provider(_)))
        && (items[first - 1] + 1..items[first]).all(joins)
        && items[first - 1] + 1 < items[first]
    {
        first -= 1;
    }
    if first < last && owns_next(s, items[last]) { items[first..=last].to_vec() } else { Vec::new() }
}

/// "adult social care and housing", "benefits, libraries and culture": a service in one row with areas.
pub(super) fn beside_areas(s: &Sentence<'_>, at: usize, items: &[usize]) -> bool {
    let joins = |i: usize| s.is(i, Class::Conj) || s.item(i) == Some(Item::Stop(','));
    let plain = |i: usize| joins(i) || s.is_any(i, &[Class::Det, Class::Possessive]);
    let area = |i: usize| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_)));
    let next = |i: usize| {
        let next = (i + 1..s.chunks.len()).find(|&j| !plain(j))?;
        (area(next) && (i + 1..next).any(joins) && items.contains(&next)).then_some(next)
    };
    let before = |i: usize| {
        let before = (0..i).rev().find(|&j| !plain(j))?;
        (area(before) && (before + 1..i).any(joins) && items.contains(&before)).then_some(before)
    };
    let aspect = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_)));
    let mut row = std::iter::successors(next(at), |&i| next(i))
        .chain(std::iter::successors(before(at), |&i| before(i)));
    row.any(|i| aspect(&i))
}
