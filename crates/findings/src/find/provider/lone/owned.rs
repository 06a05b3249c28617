//! What a name owns that is judged: its rating ("Amberley's overall rating"), its services ("Marle's children's services",
//! "children's services in Marle"). Knows no kind.

use super::run::Run;
use crate::find::words::{Class, class_of};
use crate::knowledge::lexicon::{Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// "'s overall rating was", "'s CQC rating for care fell": a name owns a rating that the sentence tells of.
pub(super) fn owned_rating(scan: &Scan<'_>, at: usize, ceiling: usize) -> bool {
    const WORDS: usize = 4;
    let text = scan.text.as_str();
    let Some(rest) = text.get(at..ceiling) else { return false };
    let Some(owned) = rest.strip_prefix("'s").or_else(|| rest.strip_prefix("’s")) else { return false };
    let mut at = ceiling - owned.len();
    for _ in 0..WORDS {
        let Some(word) = beside::after(text, at, ceiling).filter(|b| b.joined) else { return false };
        at = word.span.end;
        match class_of(scan.text.at(word.span)) {
            Class::Rating => break,
            Class::Filler | Class::Other | Class::Before | Class::Now => {}
            _ => return false,
        }
    }
    let next = beside::after(text, at, ceiling).filter(|b| b.joined);
    next.is_some_and(|b| scan.text.at(b.span) == "for") || told_of_rating(next, scan)
}

/// True for a verb that tells of a rating.
pub(super) fn told_of_rating(verb: Option<beside::Beside>, scan: &Scan<'_>) -> bool {
    verb.is_some_and(|b| {
        let class = class_of(scan.text.at(b.span));
        matches!(class, Class::Be | Class::Have | Class::Stay | Class::Fall | Class::Rise | Class::Move)
    })
}

/// The service that a name has right behind it, and where that ends: "Marle's children's services".
pub(super) fn service_after(scan: &Scan<'_>, sentence: Span, run: &Run) -> Option<(u16, usize)> {
    let rest = scan.text.as_str().get(run.span.end..sentence.end)?;
    let marks = ["'s ", "’s ", "'S ", "’S ", "' ", "’ ", " "];
    let start = run.span.end + marks.iter().find(|m| rest.starts_with(**m))?.len();
    let within = scan.within(Span::new(start, sentence.end.max(start)));
    let here = within.iter().filter(|h| h.start == start);
    let services = here.filter_map(|h| match h.sense {
        Sense::Service(ix) => Some((ix, h.end)),
        _ => None,
    });
    services.max_by_key(|(_, end)| *end)
}

/// The service whose place a name is: "children's services in Marle".
pub(super) fn service_before(scan: &Scan<'_>, sentence: Span, run: &Run) -> Option<u16> {
    let word = beside::before(scan.text.as_str(), run.left, sentence.start).filter(|b| b.joined)?;
    let within = scan.within(Span::new(sentence.start, word.span.start));
    let ends = |h: &&Hit| h.end + 1 == word.span.start && scan.text.at(word.span) == "in";
    let (start, service) = within.iter().rev().filter(ends).find_map(|h| match h.sense {
        Sense::Service(ix) => Some((h.start, ix)),
        _ => None,
    })?;
    // "A GP surgery in Marle": a provider of its own.
    let longer = |h: &Hit| matches!(h.sense, Sense::Provider { .. }) && h.start < start;
    (!within.iter().filter(ends).any(longer)).then_some(service)
}
