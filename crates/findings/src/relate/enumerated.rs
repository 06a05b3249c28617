//! Those whom a count is of, named after it: "Three homes were rated poor. They are A, B and C", "and two poor: A and B".
//! Refuses names that are not as many as were counted.

use crate::fact::Basis;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame, OfMany};
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// Gives the frames of counted labels those who are named for them, and a frame to those that have none.
pub(super) fn add(
    story: &Story<'_>,
    s: &Sentence<'_>,
    at: usize,
    many: &[OfMany],
    found: &mut Vec<Frame>,
    named_after: impl Fn(usize) -> Vec<usize>,
) {
    // "Three of the county's councils were given four stars": a count, whatever else reads it.
    let counted = |f: &Frame| {
        let known = many.iter().any(|m| m.label == f.label);
        let number = f.subject.clone().find_map(|i| match s.item(i) {
            Some(Item::Number(n @ 2..=20)) => usize::try_from(n).ok(),
            _ => None,
        });
        number.filter(|_| !known && f.status.is_none()).map(|n| OfMany { label: f.label, n: Some(n) })
    };
    let many: Vec<OfMany> = many.iter().copied().chain(found.iter().filter_map(counted)).collect();
    for (ix, of) in many.iter().enumerate() {
        let Some(n) = of.n else { continue };
        let provider = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_) | Item::Group(_)));
        let known = found.iter().position(|f| f.label == of.label);
        let named = |f: &Frame| f.listed.iter().any(provider) || !f.below.providers.is_empty();
        if known.and_then(|k| found.get(k)).is_some_and(named) {
            continue;
        }
        // "Nine were rated good and three poor: A, B and C"
        let here = || named_after(of.label).into_iter().filter_map(|i| named_at(story, s, i));
        let mut providers: Vec<Ix> = here().collect();
        if providers.len() != n {
            let last = ix + 1 == many.len();
            let same = many.iter().filter(|m| m.n == Some(n)).count() > 1;
            providers = match next(story, at) {
                Some((names, Sort::All)) if names.len() == n && (last || !same) => names,
                Some((names, Sort::Some)) if names.len() <= n && last => names,
                _ => continue,
            };
        }
        let below = Below { providers, aspects: Vec::new() };
        let none = of.label..of.label;
        match known.and_then(|k| found.get_mut(k)) {
            Some(frame) => {
                (frame.subject, frame.object) = (frame.head..frame.head, frame.head..frame.head);
                (frame.below, frame.rule) = (below, "rated/list");
            }
            None => found.push(Frame {
                label: of.label,
                head: of.label,
                subject: none.clone(),
                object: none,
                listed: Vec::new(),
                below,
                unknown: Vec::new(),
                end: of.label + 1,
                status: None,
                change: None,
                basis: Basis::Stated,
                rule: "rated/list",
            }),
        }
    }
    found.sort_by_key(|f| f.label);
}

/// Whether a sentence names all of those counted.
enum Sort {
    All,
    Some,
}

/// Those whom the next sentence is nothing but the names of.
fn next(story: &Story<'_>, at: usize) -> Option<(Vec<Ix>, Sort)> {
    let span = *story.text.sentences.get(at + 1)?;
    let from = story.labels.partition_point(|l| l.span.start < span.start);
    if story.labels.get(from).is_some_and(|l| l.span.start < span.end) {
        return None;
    }
    let s = story.sentence(span);
    let joint = |i: usize| {
        matches!(s.item(i), Some(Item::Provider(_) | Item::Stop(',' | ';' | ':' | '(' | ')')))
            || s.is_any(i, &[Class::Conj, Class::Det])
            // "A, in Tey, and B in Stow"
            || s.says(i, &["in", "at", "near"])
            || s.is(i, Class::Other) && s.at(i).starts_with(char::is_uppercase)
    };
    // "A and B were visited in May"
    let first: Vec<Ix> =
        (0..s.chunks.len()).take_while(|&i| joint(i)).filter_map(|i| named_at(story, &s, i)).collect();
    if first.len() > 1 {
        return Some((first, Sort::All));
    }
    let verb = (1..6).find(|&i| s.is(i, Class::Be) || s.says(i, &["include", "included"]))?;
    // "They are", "The three homes were", "Among them are"
    let whom = |i: usize| {
        s.is_any(i, &[Class::Pronoun, Class::Det, Class::Filler, Class::All])
            || s.says(i, &["they", "these", "those", "among", "them"])
            || matches!(s.item(i), Some(Item::Number(_) | Item::Group(_)))
            || s.is(i, Class::Other) && i + 1 == verb
    };
    let opens = s.says(0, &["they", "these", "those", "the"]) || s.says(0, &["among"]);
    let some = s.says(0, &["among"]) || !s.is(verb, Class::Be);
    if !opens || !(0..verb).all(whom) {
        return None;
    }
    let row = verb + 1..s.chunks.len();
    let names: Vec<Ix> = row.clone().filter_map(|i| named_at(story, &s, i)).collect();
    let whole = row.clone().all(joint) && !names.is_empty();
    whole.then_some((names, if some { Sort::Some } else { Sort::All }))
}

fn named_at(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Ix> {
    match s.item(at) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    }
}
