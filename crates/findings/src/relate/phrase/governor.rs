//! The verb that governs a place: "gave [the school] a good rating". Knows no subject.

use super::inner::contact_clause;
use super::{is_verb, lists};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};

/// The verb that governs the place before `from`, read leftwards through one noun phrase.
pub(crate) fn governor(chunks: &[Chunk], from: usize) -> Option<usize> {
    let (mut plain, mut inserted, mut contact) = (0, from, from);
    for at in (0..from).rev() {
        let chunk = &chunks[at];
        // "gave Rowan Court, a home in Tey, a good rating": from the second comma to the first.
        if at >= inserted || at >= contact {
            continue;
        }
        if chunk.item == Item::Stop(',')
            && inserted == from
            && let Some(opens) = insertion(chunks, at)
        {
            inserted = opens;
            continue;
        }
        if is_verb(chunk) && contact_clause(chunks, at).is_some_and(|first| first > 1) {
            contact = contact_clause(chunks, at).unwrap_or(at);
            continue;
        }
        if is_verb(chunk) {
            return Some(at);
        }
        match chunk.item {
            Item::Stop(',') if lists(chunks, at) => {}
            Item::Stop(_) | Item::Label(_) => return None,
            Item::Word(Class::Opens) => return None,
            // "its use of stop and search"
            Item::Word(Class::Conj) if chunk.span.len() == 3 && joins_nouns(chunks, at) => {}
            Item::Word(Class::Conj) if !lists(chunks, at) => return None,
            Item::Word(Class::Other | Class::Visit | Class::Improve) => {
                plain += 1;
                if plain > 5 {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}

/// Where the insertion that a comma closes opens: right after a provider, and without a verb or a label in it.
fn insertion(chunks: &[Chunk], close: usize) -> Option<usize> {
    let opens = (close.saturating_sub(10)..close).rev().find(|&i| chunks[i].item == Item::Stop(','))?;
    let provider =
        opens.checked_sub(1).is_some_and(|i| matches!(chunks[i].item, Item::Provider(_) | Item::Group(_)));
    let plain = chunks[opens + 1..close]
        .iter()
        .all(|c| !is_verb(c) && !matches!(c.item, Item::Label(_) | Item::Stop(_)) && !c.is(Class::Opens));
    let first = chunks.get(opens + 1)?;
    let describes = first.is_any(&[Class::Det, Class::Prep]);
    (provider && plain && describes && close > opens + 1).then_some(opens)
}

/// True for a joint between two plain nouns.
fn joins_nouns(chunks: &[Chunk], at: usize) -> bool {
    let noun = |c: &Chunk| c.is(Class::Other) || matches!(c.item, Item::Aspect(_) | Item::Service(_));
    let before = at.checked_sub(1).and_then(|i| chunks.get(i));
    // "its safeguarding and its work with families"
    let owned = chunks.get(at + 1).is_some_and(|c| c.is(Class::Possessive));
    before.is_some_and(noun) && chunks.get(at + 1 + usize::from(owned)).is_some_and(noun)
}
