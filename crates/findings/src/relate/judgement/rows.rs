//! Rows of names, after a colon or "are". Knows no label and no verb.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};

/// The names of a row from an item on, where there are so many.
pub(super) fn names_from(s: &Sentence<'_>, from: usize, many: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for (i, chunk) in s.chunks.iter().enumerate().skip(from) {
        match chunk.item {
            Item::Provider(_) => found.push(i),
            Item::Stop(',' | ':' | ';') | Item::Word(Class::Conj | Class::Det | Class::Filler) => {}
            // "Ashby Hospital (provisional) and Marle Hospital"
            Item::Stop('(' | ')') | Item::Word(Class::Draft) if !found.is_empty() => {}
            // "A, in Tey, and B in Stow"
            Item::Word(Class::Prep) if s.says(i, &["in", "at", "near"]) && !found.is_empty() => {}
            Item::Word(Class::Other)
                if s.at(i).starts_with(char::is_uppercase)
                    && (s.is(i - 1, Class::Prep) || s.is(i - 1, Class::Other)) => {}
            _ => break,
        }
    }
    if found.len() >= many { found } else { Vec::new() }
}
