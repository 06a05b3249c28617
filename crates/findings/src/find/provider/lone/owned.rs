//! What a name owns that is judged: its rating ("Amberley's overall rating"), its services ("Marle's children's services",
//! "children's services in Marle"), and which kind has such services.

use super::run::Run;
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
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

/// "Children's services in Marle": the kind that has such services and of which a place has one.
pub(super) fn place_of_service(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    sentence: Span,
    run: &Run,
) -> Option<u16> {
    place_with(knowledge, service_before(scan, sentence, run)?)
}

/// The kind that goes by its place alone and has such a service.
pub(super) fn place_with(knowledge: &Knowledge, service: u16) -> Option<u16> {
    let kinds = 0..u16::try_from(knowledge.services().len()).unwrap_or(u16::MAX);
    let place = |k: &u16| knowledge.services().get(usize::from(*k)).is_some_and(|s| s.bare_place);
    let mut owners = kinds.filter(|k| place(k) && knowledge.has_service(*k, service));
    let owner = owners.next()?;
    owners.next().is_none().then_some(owner)
}

/// "Marle had its education services rated": the kind that has such services.
pub(super) fn owner_of_service(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    name: Span,
    sentence: Span,
) -> Option<u16> {
    let after = Span::new(name.end, sentence.end.max(name.end));
    let service = scan.within(after).iter().find_map(|h| match h.sense {
        Sense::Service(ix) if whose(scan, h.start, name.end) => Some(ix),
        _ => None,
    })?;
    let kinds = 0..u16::try_from(knowledge.services().len()).unwrap_or(u16::MAX);
    let mut owners =
        kinds.filter(|&kind| knowledge.stands_alone(kind) && knowledge.has_service(kind, service));
    let owner = owners.next()?;
    owners.next().is_none().then_some(owner)
}

/// "Ely, whose council lost a star": a place that has one of the kind.
pub(super) fn owns_such(scan: &Scan<'_>, at: usize, kind: u16) -> bool {
    let rest = scan.text.as_str().get(at..).unwrap_or_default();
    let noun = at + ", whose ".len();
    rest.starts_with(", whose ")
        && scan.within(Span::new(noun, noun + 1)).iter().any(|h| match h.sense {
            Sense::Provider { service, form: HeadForm::Generic } => service == kind,
            _ => false,
        })
}

/// True for "its …" and "Marle's …".
fn whose(scan: &Scan<'_>, service: usize, name_end: usize) -> bool {
    let text = scan.text.as_str();
    let own = text[name_end..].starts_with(['\'', '’']) && service < name_end + 4;
    own || beside::before(text, service, name_end).is_some_and(|b| scan.text.at(b.span) == "its")
}
