//! "The former" and "the latter": the two providers named last. Refuses "the former pub" and "in latter years".

use super::{Ix, Mention, Registry};
use crate::fact::ProviderHow;
use crate::find::words::{Class, class};
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::{Span, beside, edge};

/// Leads each back to the first or second of the last two names.
pub(super) fn resolve(registry: &Registry, scan: &Scan<'_>) -> Vec<Mention> {
    let text = scan.text.as_str();
    let mut named: Vec<Mention> =
        registry.mentions.iter().filter(|m| m.how != ProviderHow::Generic).copied().collect();
    named.sort_by_key(|m| m.span);
    let mut found = Vec::new();
    for (word, second) in [("former", false), ("latter", true)] {
        for at in memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()) {
            let noun = Span::new(at, at + word.len());
            let Some(span) = stands_for(scan, noun) else { continue };
            let before = &named[..named.partition_point(|m| m.span.start < at)];
            if let Some([first, last]) = last_two(before)
                && !of_areas(scan, before, at)
            {
                let provider = if second { last } else { first };
                found.push(Mention { span, provider, how: ProviderHow::Generic });
            }
        }
    }
    found
}

/// "Safety was rated good and leadership poor. The former …": two areas graded in a sentence that names no two providers.
fn of_areas(scan: &Scan<'_>, named: &[Mention], at: usize) -> bool {
    let here = scan.text.sentence_at(at);
    let Some(&before) = here.checked_sub(1).and_then(|ix| scan.text.sentences.get(ix)) else { return false };
    let from = named.partition_point(|m| m.span.start < before.start);
    let two = named.get(from..).is_some_and(|own| last_two(own).is_some());
    let hits = scan.within(before);
    let mut areas: Vec<usize> =
        hits.iter().filter(|h| matches!(h.sense, Sense::Aspect(_))).map(|h| h.start).collect();
    areas.dedup();
    !two && areas.len() > 1 && hits.iter().any(|h| matches!(h.sense, Sense::Label(_)))
}

/// "the former" before a verb or a stop.
fn stands_for(scan: &Scan<'_>, noun: Span) -> Option<Span> {
    let text = scan.text.as_str();
    if !edge::stands_alone(text, noun.start, noun.end) {
        return None;
    }
    let sentence = scan.text.sentences.get(scan.text.sentence_at(noun.start))?;
    let article = beside::before(text, noun.start, sentence.start).filter(|b| b.joined)?;
    let after = beside::after(text, noun.end, sentence.end);
    let verb = after.is_none_or(|b| {
        let word = scan.text.at(b.span).to_lowercase();
        !b.joined
            || matches!(
                class(&word),
                Class::Be
                    | Class::Have
                    | Class::Receive
                    | Class::Stay
                    | Class::Keep
                    | Class::Prep
                    | Class::Conj
            )
            || scan.within(b.span).iter().any(|h| matches!(h.sense, Sense::Label(_)))
    });
    (scan.text.at(article.span).eq_ignore_ascii_case("the") && verb)
        .then_some(Span::new(article.span.start, noun.end))
}

/// The last two different providers, in the order of their names.
fn last_two(named: &[Mention]) -> Option<[Ix; 2]> {
    let last = named.last()?.provider;
    let first = named.iter().rev().map(|m| m.provider).find(|&p| p != last)?;
    Some([first, last])
}
