//! Which common nouns stand for another than the one told of, by what stands around them: "our home in Marle", "the school up
//! the road", "the school it merged with". Knows no provider.

use crate::find::words::{Class, class_of};
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside, edge};

/// Right behind a noun these say that it is another.
const AWAY: &[&str] = &[
    " up the road", " down the road", " next door", " nearby", " across the road", " round the corner",
    " around the corner", " across town", " opposite", " a few miles", " a mile",
];

/// True where the noun of such a phrase is another of the kind.
pub(super) fn is_elsewhere(scan: &Scan<'_>, phrase: Span) -> bool {
    let text = scan.text.as_str();
    let end = scan.text.sentences.get(scan.text.sentence_at(phrase.start)).map_or(phrase.end, |s| s.end);
    let rest = text.get(phrase.end..end).unwrap_or_default();
    let aside = rest.strip_prefix(',').unwrap_or(rest);
    if AWAY.iter().any(|a| aside.starts_with(a)) {
        return true;
    }
    let first = scan.text.at(phrase).split(' ').next().unwrap_or_default();
    // "Ann Hay, our childminder in Marle": the one that was named.
    let apposed = text.get(..phrase.start).unwrap_or_default().ends_with(", ");
    let ours = class_of(first) == Class::Possessive && !first.eq_ignore_ascii_case("whose") && !apposed;
    ours && new_place(scan, phrase.end, end) || is_told_of(scan, phrase.end, end)
}

/// " in Marle", " at Marle": a place that the article has not named before.
fn new_place(scan: &Scan<'_>, at: usize, ceiling: usize) -> bool {
    let text = scan.text.as_str();
    let next = |at: usize| beside::after(text, at, ceiling).filter(|b| b.joined);
    let Some(prep) = next(at).filter(|b| matches!(scan.text.at(b.span), "in" | "at" | "near")) else {
        return false;
    };
    let place = next(prep.span.end).filter(|b| beside::is_capital(scan.text.at(b.span)));
    place.is_some_and(|b| {
        let word = scan.text.at(b.span);
        let mut told = memchr::memmem::find_iter(text.as_bytes(), word.as_bytes());
        !told.any(|at| {
            at < b.span.start && edge::stands_alone(text, at, at + word.len()) && !tells_several(scan, at)
        })
    })
}

/// "has homes in Marle, Stow and Ely": where several are.
fn tells_several(scan: &Scan<'_>, at: usize) -> bool {
    let sentence = scan.text.sentences.get(scan.text.sentence_at(at));
    sentence.is_some_and(|s| {
        let before = scan.within(Span::new(s.start, at));
        before.iter().any(|h| matches!(h.sense, Sense::Provider { form: HeadForm::Plural, .. }))
    })
}

/// "the school it merged with was", "the nursery that it replaced had": a clause of its own before the verb.
fn is_told_of(scan: &Scan<'_>, at: usize, ceiling: usize) -> bool {
    let text = scan.text.as_str();
    let next = |at: usize| beside::after(text, at, ceiling).filter(|b| b.joined);
    let class = |b: beside::Beside| class_of(scan.text.at(b.span));
    let Some(mut word) = next(at) else { return false };
    if class(word) == Class::Opens {
        let Some(after) = next(word.span.end) else { return false };
        word = after;
    }
    if !matches!(scan.text.at(word.span), "it" | "she" | "he" | "they") {
        return false;
    }
    let Some(verb) = next(word.span.end) else { return false };
    let Some(mut last) = next(verb.span.end) else { return false };
    if matches!(scan.text.at(last.span), "with" | "at" | "from" | "into") {
        let Some(after) = next(last.span.end) else { return false };
        last = after;
    }
    class(verb) == Class::Other && matches!(class(last), Class::Be | Class::Have)
}
