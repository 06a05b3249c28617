//! Subjects with an insertion between them and their verb: "X, in Y, was", "X (Y) was", "the other three – A, B and C –
//! were". Knows no verb and no label.

use super::address::{is_address, with_earlier};
use super::{lists, phrase_before};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};
use std::ops::Range;

/// The subject before the insertion that ends before `end`, or the names inside it where they say who is meant.
pub(super) fn before_insertion(chunks: &[Chunk], end: usize) -> Option<Range<usize>> {
    let Item::Stop(c) = chunks[end - 1].item else { return None };
    let opening = match c {
        ')' => '(',
        c => c,
    };
    let earlier = (0..end - 1).rev().find(|&i| chunks[i].item == Item::Stop(opening));
    // "Leadership, and early years, were rated": no insertion but the last of a list.
    let listed = |e: usize| chunks.get(e + 1).is_some_and(|c| c.is(Class::Conj)) && lists(chunks, e);
    let earlier = earlier.filter(|&e| e > 0 && !listed(e))?;
    let before = phrase_before(chunks, earlier);
    // "X, Y and Z, rated good in May,": a list of names and no insertion.
    let row = chunks[earlier + 1..end - 1].iter().any(|c| c.is(Class::Conj))
        && chunks[before.start..end - 1].iter().all(|c| {
            matches!(c.item, Item::Provider(_) | Item::Stop(','))
                // "X, along with Y, was"
                || c.is_any(&[Class::Conj, Class::Det, Class::Filler])
        });
    if row && !before.is_empty() {
        return Some(before.start..end - 1);
    }
    // "The service, which was found to be poor in 2022, is now good"
    let clause = chunks.get(earlier + 1).is_some_and(|c| c.is(Class::Opens)) && !before.is_empty();
    // "Its verdict, published this week, was good"
    let told = |c: &Chunk| c.is_target() || c.is(Class::Rating);
    // "Tey School and its neighbour, Hay School, were": both.
    let beside = before
        .start
        .checked_sub(2)
        .filter(|&i| chunks[i + 1].is(Class::Conj) && matches!(chunks[i].item, Item::Provider(_)));
    let apposed = matches!(chunks[earlier + 1..end - 1], [Chunk { item: Item::Provider(_), .. }]);
    if let Some(first) = beside.filter(|_| apposed && chunks[before.start].is(Class::Possessive)) {
        return Some(first..end - 1);
    }
    // "Two of the firm's homes, Ash Court and Elm Court, were": so many as are counted.
    let counted = chunks.get(before.start).is_some_and(|c| {
        let names = chunks[earlier + 1..end - 1].iter().filter(|c| matches!(c.item, Item::Provider(_)));
        matches!(c.item, Item::Number(n) if n > 1 && usize::try_from(n) == Ok(names.count()))
    });
    if counted {
        return Some(earlier + 1..end - 1);
    }
    if clause && before.start == 0 || chunks[before.clone()].iter().any(told) {
        return Some(with_earlier(chunks, before));
    }
    // "Rowan Court, a home in Tey, which was visited in May, is": two insertions.
    let named = |range: &Range<usize>| chunks[range.clone()].iter().any(Chunk::is_target);
    let first = before.start.checked_sub(1).filter(|&i| chunks[i].item == Item::Stop(','));
    let second = chunks.get(earlier + 1).is_some_and(|c| c.is(Class::Opens));
    if let Some(before) = first.filter(|_| second).map(|i| phrase_before(chunks, i)).filter(named) {
        return Some(before);
    }
    // "Saffron Lounge, in Mill Street, Pontygarn, was": an address of two parts.
    let first = before.start.checked_sub(1).filter(|&i| chunks[i].item == Item::Stop(','));
    let place = is_address(chunks, &before) && is_address(chunks, &(earlier + 1..end - 1));
    let of = first.filter(|_| place).and_then(|i| i.checked_sub(1));
    if let Some(of) = of.filter(|&i| matches!(chunks[i].item, Item::Provider(_))) {
        // "Leadership at the Saffron Lounge, in Mill Street, Pontygarn, was"
        return Some(super::phrase_before(chunks, of + 1).start.min(of)..of + 1);
    }
    // "the other three – Teyside, Marsh and Stow – were rated": the insertion names them.
    let inserted = earlier + 1..end - 1;
    let named = chunks[inserted.clone()].iter().filter(|c| matches!(c.item, Item::Provider(_))).count();
    let only = chunks[inserted.clone()].iter().all(|c| {
        matches!(c.item, Item::Provider(_) | Item::Stop(',')) || c.is_any(&[Class::Conj, Class::Det])
    });
    // "the first, Tey School, was": one of several.
    let picked = named == 1
        && (1..=3).contains(&before.len())
        && !chunks[before.clone()]
            .iter()
            .any(|c| c.is_target() || c.is_any(&[Class::Pronoun, Class::Rating]))
        && chunks[before.start].is_any(&[Class::Det, Class::Other])
            | matches!(chunks[before.start].item, Item::Number(_));
    if (named > 1 || picked) && only {
        return Some(inserted);
    }
    None
}
