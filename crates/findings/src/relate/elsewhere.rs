//! Judgements of another home of the same firm, or of the one next door, that has no name: "Our home at Achnagarron was given
//! a five", "its other home, in Marle, was". Knows no provider.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// What such places are called.
const NOUNS: &[&str] = &[
    "home", "school", "nursery", "hospital", "surgery", "practice", "prison", "jail", "college", "academy",
    "service", "unit", "setting", "restaurant", "takeaway", "pub", "branch", "site", "centre", "hospice",
    "neighbour", "rival",
];

/// True where the subject of a grade is such a place.
pub(crate) fn is_elsewhere(s: &Sentence<'_>, frame: &Frame) -> bool {
    let known = |i: usize| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_)));
    let told = |i: usize| known(i) || s.is(i, Class::Pronoun) || matches!(s.item(i), Some(Item::Aspect(_)));
    let noun = (0..frame.head).rev().find(|&i| s.says(i, NOUNS));
    noun.is_some_and(|i| {
        // "Ash Bank, its sister home in Crieff, was"
        let comma = (i.saturating_sub(4)..i).rev().find(|&k| matches!(s.item(k), Some(Item::Stop(_))));
        let apposed = comma.is_some_and(|k| k > 0 && known(k - 1));
        if is_told_of(s, i, frame.head) {
            return true;
        }
        let alone = !apposed && !(i..frame.head).any(told) && !frame.object.clone().any(known);
        alone && (is_away(s, i) || is_another(s, i) || is_ours_there(s, i))
    })
}

/// "the school up the road", "a home nearby"
fn is_away(s: &Sentence<'_>, noun: usize) -> bool {
    s.says(noun + 1, &["nearby", "opposite"])
        || s.says(noun + 1, &["up", "down", "across"]) && s.says(noun + 3, &["road", "street"])
        || s.says(noun + 1, &["next"]) && s.says(noun + 2, &["door"])
}

/// "the firm's other home", "our sister service"
fn is_another(s: &Sentence<'_>, noun: usize) -> bool {
    (noun.saturating_sub(3)..noun)
        .any(|i| s.says(i, &["other", "sister", "another", "partner", "rival", "twin"]))
}

/// "our home at Achnagarron", "their nursery in Marle"
fn is_ours_there(s: &Sentence<'_>, noun: usize) -> bool {
    let ours = (noun.saturating_sub(2)..noun).any(|i| s.is(i, Class::Possessive));
    // "who looks after six children at her home in Ely"
    let inside = (noun.saturating_sub(3)..noun).any(|i| s.says(i, &["at", "from", "in", "inside", "of"]));
    ours && !inside
        && s.says(noun + 1, &["in", "at", "near"])
        && s.at(noun + 2).starts_with(char::is_uppercase)
}

/// "the school it merged with was", "the home that she left had been"
fn is_told_of(s: &Sentence<'_>, noun: usize, head: usize) -> bool {
    let pronoun = noun + 1 + usize::from(s.is(noun + 1, Class::Opens));
    let end = pronoun + 2 + usize::from(s.says(pronoun + 2, &["with", "at", "from", "into"]));
    let verb = end == head || s.is_any(end, &[Class::Be, Class::Have]) && end + 2 >= head;
    s.says(pronoun, &["it", "she", "he", "they"]) && s.is(pronoun + 1, Class::Other) && verb
}
