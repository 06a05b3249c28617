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
        if !is_address(chunks, &place) {
            return None;
        }
        let before = comma.checked_sub(1)?;
        // "The Plough Inn, Nether Tey, which"
        let village = place.len() <= 3 && chunks[place.clone()].iter().all(|c| c.is(Class::Other));
        let led = chunks[place.start].is(Class::Prep) || village;
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
