//! What stands in brackets right behind a name and is no part of the sentence's grammar: its initials, "the Marle Hospitals
//! NHS Trust (MHT)", and a few plain words, "Ash Lodge (near Marle)". Leaves alone what may be a grade or another name:
//! "(C3)", "(up from fair)", "(like Elm Court)", the acronym of something not named before.

use super::{Chunk, Item};
use crate::find::words::Class;
use crate::text::{Text, edge};

/// So far before its acronym a full name begins.
const LONGEST: usize = 120;

/// Takes the brackets and what they hold out of the items.
pub(super) fn drop(text: &Text, chunks: &mut Vec<Chunk>) {
    let mut i = 1;
    while i + 2 < chunks.len() {
        let end = if is_initials(text, chunks, i) { i + 3 } else { plain(chunks, i) };
        if end > i {
            chunks.drain(i..end);
        } else {
            i += 1;
        }
    }
}

/// Where a bracket at `i` behind a provider's name ends that holds nothing but a few words; else `i`.
fn plain(chunks: &[Chunk], i: usize) -> usize {
    if chunks[i].item != Item::Stop('(') || !matches!(chunks[i - 1].item, Item::Provider(_)) {
        return i;
    }
    let words = chunks[i + 1..]
        .iter()
        .take(6)
        .take_while(|c| c.is_any(&[Class::Other, Class::Prep, Class::Det, Class::Conj, Class::Visit]));
    let close = i + 1 + words.count();
    let closed = chunks.get(close).is_some_and(|c| c.item == Item::Stop(')'));
    if closed && close > i + 1 { close + 1 } else { i }
}

/// True where a bracket at `i` holds the initials of the words before it.
fn is_initials(text: &Text, chunks: &[Chunk], i: usize) -> bool {
    if chunks[i].item != Item::Stop('(') || chunks[i + 2].item != Item::Stop(')') {
        return false;
    }
    let alike = match (chunks[i - 1].item, chunks[i + 1].item) {
        (Item::Body(_), Item::Body(_)) | (Item::Provider(_), Item::Provider(_)) => true,
        (Item::Stop(_) | Item::Open | Item::Close | Item::Number(_) | Item::Date(_), _) => false,
        (_, Item::Word(_)) => true,
        (Item::Service(_) | Item::Aspect(_), Item::Service(_) | Item::Aspect(_)) => true,
        _ => false,
    };
    let short = text.at(chunks[i + 1].span);
    let capitals = short.bytes().filter(u8::is_ascii_uppercase).count();
    let letters = short.len() <= 9 && short.bytes().all(|b| b.is_ascii_alphabetic() || b == b'&');
    alike && letters && capitals > 1 && names(text, chunks[i].span.start, short)
}

/// True where the capitals of `short` begin words before `at`, in their order, the last of them near.
fn names(text: &Text, at: usize, short: &str) -> bool {
    let whole = text.as_str();
    let before = whole.get(edge::floor(whole, at.saturating_sub(LONGEST))..at).unwrap_or_default();
    let mut wanted = short.bytes().rev().filter(u8::is_ascii_uppercase).peekable();
    for word in before.rsplit(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        let first = word.bytes().next().map(|b| b.to_ascii_uppercase());
        if first.is_some() && first == wanted.peek().copied() {
            wanted.next();
        }
    }
    wanted.peek().is_none()
}
