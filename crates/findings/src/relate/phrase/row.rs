//! Names in a row before a relative pronoun: "the firm runs X and Y, which were rated". Knows no verb.

use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};
use std::ops::Range;

/// "X", "X and Y", "X, Y and Z": the names in a row that end before `end`.
pub(super) fn row_before(chunks: &[Chunk], end: usize) -> Range<usize> {
    let named = |i: usize| matches!(chunks[i].item, Item::Provider(_));
    let (mut start, mut joined) = (end, false);
    while start > 0 && named(start - 1) {
        start -= 1;
        let joint = start
            .checked_sub(1)
            .filter(|&i| chunks[i].is(Class::Conj) || joined && chunks[i].item == Item::Stop(','));
        match joint.filter(|&i| i > 0 && named(i - 1)) {
            Some(joint) => (start, joined) = (joint, true),
            None => break,
        }
    }
    start..end
}

/// The row with the names before it that only commas part: "X, Y" of "X, Y and four others".
pub(super) fn with_commas(chunks: &[Chunk], row: Range<usize>) -> Range<usize> {
    let mut start = row.start;
    while start > 1
        && start < row.end
        && chunks[start - 1].item == Item::Stop(',')
        && matches!(chunks[start - 2].item, Item::Provider(_))
    {
        start -= 2;
    }
    start..row.end
}

/// True for a word that a name is the object of: "runs X", "the report on the X".
pub(super) fn leads_to(chunks: &[Chunk], at: usize) -> bool {
    let at = if chunks[at].is(Class::Det) { at.wrapping_sub(1) } else { at };
    chunks.get(at).is_some_and(|c| c.is_any(&[Class::Prep, Class::Other]))
}

/// Where "X" of "X in Ely" ends: past the place, which one or two words name.
pub(super) fn before_place(chunks: &[Chunk], end: usize) -> usize {
    let words = (0..end).rev().take(2).take_while(|&i| chunks[i].is(Class::Other)).count();
    let prep = (end - words).checked_sub(1).filter(|&i| words > 0 && chunks[i].is(Class::Prep));
    let named = |i: usize| matches!(chunks[i].item, Item::Provider(_));
    prep.filter(|&i| i > 0 && named(i - 1)).unwrap_or(end)
}

/// "runs X and Y": a verb of its own and the names that it is about.
pub(super) fn runs_others(chunks: &[Chunk], clause: &Range<usize>) -> bool {
    let named = |i: usize| matches!(chunks[i].item, Item::Provider(_) | Item::Group(_));
    let verb = chunks.get(clause.start).is_some_and(|c| c.is(Class::Other));
    verb && clause.clone().skip(1).any(named)
}
