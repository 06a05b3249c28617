//! Where a subject has its address between it and its verb: "Café Zanotti, at 5 Market Place, Ely, which was". Knows no
//! place and no verb.

use super::phrase_before;
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};
use std::ops::Range;

/// True for the words of a place: "in Mill Street", "at 5 Market Place".
pub(super) fn is_address(chunks: &[Chunk], range: &Range<usize>) -> bool {
    let plain =
        |c: &Chunk| matches!(c.item, Item::Number(_)) || c.is_any(&[Class::Prep, Class::Det, Class::Other]);
    !range.is_empty() && chunks[range.clone()].iter().all(plain)
}

/// "Café Zanotti, at 5 Market Place, Ely, which was": the provider whose address ends before `end`.
pub(crate) fn before_address(chunks: &[Chunk], end: usize) -> Option<usize> {
    let mut end = end;
    for _ in 0..2 {
        let place = phrase_before(chunks, end);
        let comma = place.start.checked_sub(1).filter(|&i| chunks[i].item == Item::Stop(','))?;
        // "Alder College, half a mile away, which"
        let half = chunks.get(place.start).is_some_and(|c| c.is(Class::All));
        if !is_address(chunks, &(place.start + usize::from(half)..place.end)) {
            return None;
        }
        let before = comma.checked_sub(1)?;
        // "The Plough Inn, Nether Tey, which"
        let village = place.len() <= 3 && chunks[place.clone()].iter().all(|c| c.is(Class::Other));
        let away =
            half || matches!(chunks[place.start].item, Item::Number(_)) || chunks[place.start].is(Class::Det);
        let led = chunks[place.start].is(Class::Prep) || village || away && place.len() <= 5;
        if led && matches!(chunks[before].item, Item::Provider(_)) {
            return Some(before);
        }
        end = comma;
    }
    None
}

/// "Curry Corner, a takeaway at 14 High Street, Marle was given": the provider before an aside that no comma closes.
pub(super) fn before_open_aside(chunks: &[Chunk], end: usize) -> Option<usize> {
    let of = (0..end).rev().find(|&i| matches!(chunks[i].item, Item::Provider(_)))?;
    let opens = of == 0
        || matches!(chunks[of - 1].item, Item::Stop(_))
        || chunks[of - 1].is_any(&[Class::Conj, Class::Det, Class::Now]);
    let comma = chunks.get(of + 1)?.item == Item::Stop(',');
    let first = chunks.get(of + 1 + usize::from(comma))?;
    let aside = first.is_any(&[Class::Prep]) || comma && first.is(Class::Det);
    let plain = chunks[of + 1..end].iter().all(|c| {
        matches!(c.item, Item::Stop(',') | Item::Number(_))
            || c.is_any(&[Class::Prep, Class::Det, Class::Other, Class::Conj])
    });
    (opens && aside && plain && end > of + 3).then_some(of)
}

/// "The Codfather, in Bridge Street, and Spice Garden, in Mill Road, were": the range with the names before it, each with
/// where it is.
pub(super) fn with_earlier(chunks: &[Chunk], range: Range<usize>) -> Range<usize> {
    let comma = |i: usize| chunks.get(i).is_some_and(|c| c.item == Item::Stop(','));
    let provider = |i: usize| matches!(chunks.get(i).map(|c| c.item), Some(Item::Provider(_)));
    let mut start = range.start;
    while let Some(joint) = start.checked_sub(1).filter(|&i| chunks[i].is(Class::Conj) || comma(i)) {
        let close = if comma(joint) { Some(joint) } else { joint.checked_sub(1).filter(|&i| comma(i)) };
        let Some(close) = close else { break };
        let Some(open) = (close.saturating_sub(8)..close).rev().find(|&i| comma(i)) else { break };
        let placed = is_address(chunks, &(open + 1..close)) && chunks[open + 1].is(Class::Prep);
        let Some(name) = open.checked_sub(1).filter(|&i| placed && provider(i)) else { break };
        start = name;
    }
    start..range.end
}

/// "The Larches in Ely, Fern Bank (Stow) and Hay House in Mill Lane were": the row of names that ends before `end`, where
/// one has a place behind it and nothing but the row can be the subject.
pub(super) fn placed_row(chunks: &[Chunk], end: usize) -> Option<Range<usize>> {
    let provider = |i: usize| matches!(chunks[i].item, Item::Provider(_));
    let comma = |i: usize| chunks[i].item == Item::Stop(',');
    let (mut at, mut last, mut named) = (end, end, 0);
    let (mut joined, mut places) = (false, 0);
    while at > 0 {
        let before = at - 1;
        if provider(before) {
            (named, last) = (named + 1, before);
            at = before - usize::from(before > 0 && chunks[before - 1].is(Class::Det));
            let Some(joint) = at.checked_sub(1) else { break };
            if chunks[joint].is(Class::Conj) {
                joined = true;
                at = joint - usize::from(joint > 0 && comma(joint - 1));
            } else if comma(joint) {
                at = joint;
            } else {
                break;
            }
            continue;
        }
        // " in Mill Lane", ", in Ely,", " (Stow)"
        let close = if comma(before) || chunks[before].item == Item::Stop(')') { before } else { at };
        let open = (close.saturating_sub(6)..close).rev().find(|&i| provider(i))?;
        let place = open
            + 1
            + usize::from(
                chunks[open + 1].item == Item::Stop(',') || chunks[open + 1].item == Item::Stop('('),
            );
        if place >= close || !is_address(chunks, &(place..close)) {
            return None;
        }
        let led = chunks[place].is(Class::Prep) || place > open + 1;
        if !led {
            return None;
        }
        (places, at) = (places + 1, open + 1);
    }
    let alone = at == 0
        || matches!(chunks[at - 1].item, Item::Stop(_))
        || chunks[at - 1].is_any(&[Class::Opens, Class::All]);
    (named > 1 && joined && places > 0 && alone).then_some(last..end)
}
