//! Which common nouns stand for a provider at all: those with an article that points at something. Knows no provider.

use super::FIRST;
use crate::find::words::{Class, class_of};
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::{Span, beside};

/// The span of a common noun that stands for a provider, with its article and one adjective between; and whether the
/// article is an indefinite one.
pub(super) fn refers(scan: &Scan<'_>, noun: Span) -> Option<(Span, bool)> {
    let text = scan.text.as_str();
    let floor = scan.text.sentences.get(scan.text.sentence_at(noun.start))?.start;
    let Some(first) = beside::before(text, noun.start, floor) else {
        return as_name(scan, noun);
    };
    // "the four healthy prison tests" are what prisons are graded in.
    if scan.text.at(first.span) == "healthy" {
        return None;
    }
    // "a “filthy” jail", and not "its four “healthy prison” tests"
    let mark = text[first.span.end..noun.start].trim();
    let quoted = !first.joined && mark.chars().all(|c| matches!(c, '"' | '”' | '’' | '\''));
    if !first.joined && !quoted {
        return as_name(scan, noun);
    }
    if let Some(indefinite) = article(scan.text.at(first.span)) {
        return Some((Span::new(first.span.start, noun.end), indefinite));
    }
    let mut left = first;
    for n in 0..4 {
        let w = scan.text.at(left.span);
        // "the kebab and fish shop"
        let joint = n == 1 && w == "and";
        if n >= 2 && scan.text.at(Span::new(left.span.start, noun.start)).split(' ').all(|w| w != "and") {
            break;
        }
        let second = beside::before(text, left.span.start, floor).filter(|b| {
            (b.joined || quoted) && (class_of(w) == Class::Other || FIRST.contains(&w) || joint)
        })?;
        if let Some(indefinite) = article(scan.text.at(second.span)) {
            return Some((Span::new(second.span.start, noun.end), indefinite));
        }
        left = second;
    }
    as_name(scan, noun)
}

/// Whether a word is an article that points at something, and an indefinite one.
fn article(w: &str) -> Option<bool> {
    match Small::lower(w).as_str() {
        "the" | "this" | "that" | "its" | "their" | "our" | "her" | "his" | "my" | "whose" => Some(false),
        "a" | "an" => Some(true),
        _ => None,
    }
}

/// "(Arms Length Management Organisation)", "ALMO": a common noun written as a name.
fn as_name(scan: &Scan<'_>, noun: Span) -> Option<(Span, bool)> {
    let words = scan.text.at(noun);
    let inside =
        scan.text.as_str()[..noun.start].ends_with('(') || words.bytes().all(|b| b.is_ascii_uppercase());
    (inside && words.split_whitespace().all(beside::is_capital)).then_some((noun, false))
}
