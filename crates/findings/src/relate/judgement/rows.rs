//! Rows of names, after a colon or "are". Knows no label and no verb.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Sort;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use std::ops::Range;

/// The names of a row from an item on, where there are so many.
pub(super) fn names_from(s: &Sentence<'_>, from: usize, many: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let parted = (from..s.chunks.len()).any(|i| s.item(i) == Some(Item::Stop(';')));
    for (i, chunk) in s.chunks.iter().enumerate().skip(from) {
        match chunk.item {
            Item::Provider(_) => found.push(i),
            Item::Stop(',' | ':' | ';') | Item::Word(Class::Conj | Class::Det | Class::Filler) => {}
            // "A, in Mill Lane, Tey; B, Corn Street": street and town.
            Item::Word(Class::Other) if !found.is_empty() && parted && is_address(s, i) => {}
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

/// True for a capitalised word of a row that semicolons part, after a comma or another such.
fn is_address(s: &Sentence<'_>, at: usize) -> bool {
    let capital = |i: usize| s.is(i, Class::Other) && s.at(i).starts_with(char::is_uppercase);
    capital(at) && at > 0 && (s.item(at - 1) == Some(Item::Stop(',')) || capital(at - 1))
}

/// "rated one of them, Tey School, good": who is named behind the comma, where the words before it only pick one.
pub(super) fn picked(s: &Sentence<'_>, words: &Range<usize>, comma: usize) -> Option<usize> {
    const PICKS: &[&str] = &["another", "other", "second", "third", "fourth"];
    let first = comma + 1 + usize::from(s.is(comma + 1, Class::Det));
    let picks = words.clone().any(|i| s.item(i) == Some(Item::Number(1)) || s.says(i, PICKS));
    (picks && matches!(s.item(first), Some(Item::Provider(_)))).then_some(first)
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

/// So many sentences after a count may name those who were counted.
const NEXT: usize = 3;

/// "Ofsted has rated three schools inadequate. They are A, B and C.", "The two, A and B, have …", "One was A. The other was
/// B.", "Two homes were given good ratings. A and B, which …": those whom the sentences after a count of `n` name, where
/// none has a grade of its own.
pub(crate) fn named_next(story: &Story<'_>, at: usize, n: usize) -> Option<(Vec<Ix>, Sort)> {
    for next in at + 1..=at + NEXT {
        let span = *story.text.sentences.get(next)?;
        let from = story.labels.partition_point(|l| l.span.start < span.start);
        if story.labels.get(from).is_some_and(|l| l.span.start < span.end) {
            return None;
        }
        let s = story.sentence(span);
        let found = told_of(story, &s, n)
            .or_else(|| both_in_turn(story, &s, next).filter(|_| n == 2))
            .or_else(|| names_first(story, &s, n).filter(|_| next == at + 1));
        if found.is_some() {
            return found;
        }
        if s.chunks.iter().any(|c| matches!(c.item, Item::Provider(_))) {
            return None;
        }
    }
    None
}

fn named_at(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Ix> {
    match s.item(at) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    }
}

/// "They are A and B", "The trio – A, B and C – have", "Among them are A and B", "One of them is A".
fn told_of(story: &Story<'_>, s: &Sentence<'_>, n: usize) -> Option<(Vec<Ix>, Sort)> {
    let aside = |i: usize| matches!(s.item(i), Some(Item::Stop(',' | '–' | '—' | '(')));
    let joint = (1..6).find(|&i| s.is(i, Class::Be) || s.says(i, &["include", "included"]) || aside(i))?;
    let whom = |i: usize| {
        s.is_any(i, &[Class::Pronoun, Class::Det, Class::Filler, Class::All])
            || s.says(i, &["they", "these", "those", "among", "them", "of"])
            || matches!(s.item(i), Some(Item::Number(_) | Item::Group(_)))
            || s.is(i, Class::Other) && i + 1 == joint
            || s.says(i, &["question"])
            || s.says(i, &["in"]) && s.says(i + 1, &["question"])
    };
    let one = s.item(0) == Some(Item::Number(1)) && s.says(1, &["of"]);
    let opens = one || s.says(0, &["they", "these", "those", "the", "among"]);
    if !opens || !(0..joint).all(whom) {
        return None;
    }
    let names: Vec<usize> = names_from(s, joint + 1, 1);
    let last = *names.last()?;
    let providers: Vec<Ix> = names.iter().filter_map(|&i| named_at(story, s, i)).collect();
    if aside(joint) {
        let closed = (last + 1..s.chunks.len()).find(|&i| aside(i) || s.item(i) == Some(Item::Stop(')')));
        let whole = closed.is_some_and(|c| c < last + 5) && providers.len() == if one { 1 } else { n };
        return whole.then_some((providers, if one { Sort::Some } else { Sort::All }));
    }
    let row = |i: usize| {
        matches!(s.item(i), Some(Item::Provider(_) | Item::Stop(',' | ';' | ':' | '(' | ')')))
            || s.is_any(i, &[Class::Conj, Class::Det])
            // "A, in Tey, and B in Stow"
            || s.says(i, &["in", "at", "near"])
            || s.is(i, Class::Other) && s.at(i).starts_with(char::is_uppercase)
    };
    let some = one || s.says(0, &["among"]) || !s.is(joint, Class::Be);
    // "They are A and B, according to the report", "They were A and B on Tuesday": when and why.
    let goes_on = |from: usize| {
        let first = from + usize::from(s.item(from) == Some(Item::Stop(',')));
        let beside = matches!(s.item(first), Some(Item::Date(_)))
            || s.says(first, &["after", "following", "during", "on", "in", "this", "last", "according"]);
        beside && !(first..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Provider(_))))
    };
    let whole =
        one || (joint + 1..=last).all(row) && goes_on(last + 1) || (joint + 1..s.chunks.len()).all(row);
    whole.then_some((providers, if some { Sort::Some } else { Sort::All }))
}

/// "One was A. The other was B.": two sentences for two.
fn both_in_turn(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<(Vec<Ix>, Sort)> {
    let after = |s: &Sentence<'_>, be: usize| {
        let first = be + 1 + usize::from(s.is(be + 1, Class::Det));
        named_at(story, s, first).filter(|_| s.is(be, Class::Be))
    };
    let one = after(s, 1).filter(|_| s.item(0) == Some(Item::Number(1)))?;
    let next = story.sentence(*story.text.sentences.get(at + 1)?);
    let other = after(&next, 2).filter(|_| next.says(0, &["the"]) && next.says(1, &["other"]))?;
    Some((vec![one, other], Sort::All))
}

/// "A and B, which …": a sentence that opens with so many names.
fn names_first(story: &Story<'_>, s: &Sentence<'_>, n: usize) -> Option<(Vec<Ix>, Sort)> {
    let first = matches!(s.item(0), Some(Item::Provider(_))) || s.is(0, Class::Det);
    let names = if first { names_from(s, 0, 2) } else { Vec::new() };
    let named: Vec<Ix> = names.into_iter().filter_map(|i| named_at(story, s, i)).collect();
    (named.len() == n && n > 1).then_some((named, Sort::All))
}
