//! Rows of names, after a colon or "are". Knows no label and no verb.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// The names of a row from an item on, where there are so many.
pub(super) fn names_from(s: &Sentence<'_>, from: usize, many: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for (i, chunk) in s.chunks.iter().enumerate().skip(from) {
        match chunk.item {
            Item::Provider(_) => found.push(i),
            Item::Stop(',' | ':' | ';') | Item::Word(Class::Conj | Class::Det | Class::Filler) => {}
            // "the kitchen of Tey Rugby Club": what follows says whose.
            Item::Word(Class::Prep)
                if s.says(i, &["of", "at"])
                    && matches!(s.item(i + 1), Some(Item::Provider(_)))
                    && found.last() == Some(&(i - 1)) =>
            {
                found.pop();
            }
            // "a takeaway called Golden Wok"
            Item::Word(Class::Other | Class::Prep | Class::Before) if !found.is_empty() && sorts(s, i) => {}
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

/// True for one of the small words that say what the next name of a row is.
fn sorts(s: &Sentence<'_>, at: usize) -> bool {
    const FAR: usize = 4;
    let small = |i: usize| {
        s.is_any(i, &[Class::Other, Class::Prep, Class::Det]) && s.at(i).starts_with(char::is_lowercase)
    };
    let from = (at.saturating_sub(FAR)..at).rev().find(|&i| !small(i));
    let opens =
        from.is_some_and(|i| matches!(s.item(i), Some(Item::Stop(',' | ';') | Item::Word(Class::Conj))));
    let next = (at + 1..at + FAR).find(|&i| !small(i));
    opens && next.is_some_and(|i| matches!(s.item(i), Some(Item::Provider(_)))) && small(at)
}

/// "Ofsted has rated three schools inadequate. They are A, B and C.", "Two homes were given good ratings. A and B, which
/// …": those whom the next sentence names, where it gives no grade of its own.
pub(crate) fn named_next(story: &Story<'_>, s: &Sentence<'_>) -> Vec<Ix> {
    let next = story.text.sentences.get(story.text.sentence_at(s.span.start) + 1);
    let Some(next) = next.map(|&span| story.sentence(span)) else { return Vec::new() };
    if next.chunks.iter().any(|c| matches!(c.item, Item::Label(_))) {
        return Vec::new();
    }
    let counted = |i: usize| {
        matches!(next.item(i), Some(Item::Number(_) | Item::Group(_)))
            || next.at(i).ends_with('s')
            || next.says(i, &["in", "question"])
    };
    let they = next.says(0, &["they", "these", "those", "the"]);
    let be = (1..5).find(|&i| next.is(i, Class::Be)).filter(|&be| they && (1..be).all(counted));
    let many = s.chunks.iter().find_map(|c| match c.item {
        Item::Number(n @ 2..=9) => usize::try_from(n).ok(),
        _ => None,
    });
    let first = || matches!(next.item(0), Some(Item::Provider(_))) || next.is(0, Class::Det);
    let names = match be {
        Some(be) => names_from(&next, be + 1, 2),
        None if first() => names_from(&next, 0, 2),
        None => Vec::new(),
    };
    let whole = be.is_some() || Some(names.len()) == many;
    let provider = |i: usize| match next.item(i) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    };
    if whole { names.into_iter().filter_map(provider).collect() } else { Vec::new() }
}
