//! Rows of those judged: owners that share what they own, a service that stands beside areas. Knows no label.

use super::owns_next;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use std::ops::Range;

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

/// "Ely Trust and Marle Trust": nothing but names and their joints.
pub(super) fn row_of_names(s: &Sentence<'_>, range: Range<usize>) -> bool {
    let joint = |i: usize| {
        matches!(s.item(i), Some(Item::Provider(_) | Item::Stop(',')))
            || s.is_any(i, &[Class::Conj, Class::Det, Class::All])
    };
    range.clone().all(joint) && range.clone().any(|i| s.is(i, Class::Conj))
}

/// True for a further provider of a list: after a comma or "and", or listed after the label.
pub(super) fn joined(s: &Sentence<'_>, i: usize) -> bool {
    let mut before = i;
    while before > 0 && s.is(before - 1, Class::Det) {
        before -= 1;
    }
    // "for A, up from one, and for B"
    if before > 1 && s.says(before - 1, &["for", "to"]) && s.is(before - 2, Class::Conj) {
        before -= 1;
    }
    before > 0
        && (s.is(before - 1, Class::Conj) || matches!(s.item(before - 1), Some(Item::Stop(',' | ';' | ':'))))
}

/// True where areas without a name in the knowledge stand in one row with a service: none of them is the other's.
pub(super) fn is_row_with_service(s: &Sentence<'_>, frame: &Frame) -> bool {
    let told = frame.subject.clone().chain(frame.listed.iter().copied());
    let mut services = told.filter(|&i| matches!(s.item(i), Some(Item::Service(_))));
    let joined = |part: &std::ops::Range<usize>, i: usize| {
        let (from, to) = if i < part.start { (i + 1, part.start) } else { (part.end, i) };
        let plain = |j: usize| {
            s.item(j) == Some(Item::Stop(','))
                || s.is_any(j, &[Class::Conj, Class::Det, Class::Possessive, Class::Filler])
                || s.chunks[j].is_target()
                || frame.unknown.iter().any(|u| u.contains(&j))
        };
        let joint = |j: usize| s.is(j, Class::Conj) || s.item(j) == Some(Item::Stop(','));
        (from..to).all(plain) && (from..to).any(joint)
    };
    services.any(|i| frame.unknown.iter().any(|part| !part.contains(&i) && joined(part, i)))
}
