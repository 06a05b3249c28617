//! Names without a head noun, where a sentence judges or visits them: "Amberley, in Queen's Road, was rated poor",
//! "inspectors rated The Larches good", "an inspection of Golden Wok". Knows no head noun; refuses people, places,
//! and single words that nothing introduces.
//!
//! *What it finds*: capitalised words before a verb of judgement, after one, or after "inspection of", in a sentence
//! with a label, a measure or a body; of the kind that a common noun near by says ("a care home", "The landlord").
//! *Where it is fooled*: a firm that is judged by somebody in a sentence beside a care home.

mod refuse;
mod run;
mod slot;

use super::NameMention;
use super::introduced::Nouns;
use super::operator::Firm;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::{Span, beside, overlaps_any};
use refuse::{is_name, is_person, is_place, is_something_else};
use run::runs;
use slot::{Slot, Told, slot};
use std::cell::OnceCell;

/// Names that are judged or visited and that no head noun shows.
pub(super) fn judged(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    known: &[NameMention],
    firms: &[Firm],
) -> Vec<NameMention> {
    // Where no body can be meant, nobody is judged.
    if !scan.hits.iter().any(|h| matches!(h.sense, Sense::Body { .. } | Sense::BodyNoun(_))) {
        return Vec::new();
    }
    let nouns = Nouns::of(scan, knowledge, known);
    let mut taken: Vec<Span> = known.iter().map(|n| n.span).collect();
    taken.sort();
    // By their words, when the first candidate asks.
    let bases: OnceCell<Vec<Vec<String>>> = OnceCell::new();
    let of_known = || {
        let spans = known.iter().map(|n| n.span).chain(firms.iter().map(|f| f.span));
        spans.map(|s| beside::distinctive(scan.text.at(s))).collect()
    };
    let mut found: Vec<NameMention> = Vec::new();
    for (at, &sentence) in scan.text.sentences.iter().enumerate() {
        let told = Told::of(scan, sentence);
        for run in runs(scan, sentence) {
            let Some(slot) = slot(scan, &run, sentence, &told) else { continue };
            if !told.tells(scan, sentence) {
                break;
            }
            if overlaps_any(&taken, run.span) || is_something_else(scan, run.span) {
                continue;
            }
            let base = beside::distinctive(scan.text.at(run.span));
            let bases = bases.get_or_init(of_known);
            if base.is_empty() || bases.iter().any(|known| base.iter().all(|w| known.contains(w))) {
                continue;
            }
            let near = owner_of_service(scan, knowledge, run.span, sentence)
                .or_else(|| service_there(scan, knowledge, run.span, sentence))
                .or_else(|| nouns.near(at, run.span));
            let strong = run.words >= 2 || run.the;
            let fits = |(kind, near): (u16, bool)| {
                let place = nouns.is_bare_place(kind);
                // No council is called "The Nest".
                if place && run.the {
                    return false;
                }
                let likely = match slot {
                    Slot::Judged => strong || near || run.beside || place,
                    Slot::Told => near,
                    Slot::Visited => near && strong,
                };
                likely && (strong || run.beside || is_name(scan, &run)) && (place || !is_place(scan, &run))
            };
            let near = near.map(|kind| (kind, true));
            let other = nouns.commonest().or_else(|| nouns.only_inspected()).or_else(|| nouns.named());
            let kinds = [near, other.map(|kind| (kind, false))];
            let kind = kinds.into_iter().flatten().find(|k| fits(*k));
            if let Some((kind, _)) = kind.filter(|_| !is_person(scan, &run)) {
                found.push(NameMention::bare(run.span, kind));
            }
        }
    }
    found
}

/// "Children's services in Marle": the kind that has such services, and a place has one of.
fn service_there(scan: &Scan<'_>, knowledge: &Knowledge, name: Span, sentence: Span) -> Option<u16> {
    let text = scan.text.as_str();
    let word = beside::before(text, name.start, sentence.start).filter(|b| b.joined)?;
    let service =
        scan.within(Span::new(sentence.start, word.span.start)).iter().rev().find_map(|h| match h.sense {
            Sense::Service(ix) if h.end + 1 == word.span.start => Some(ix),
            _ => None,
        })?;
    let kinds = 0..u16::try_from(knowledge.services().len()).unwrap_or(u16::MAX);
    let place = |k: &u16| knowledge.services().get(usize::from(*k)).is_some_and(|s| s.bare_place);
    let mut owners = kinds.filter(|k| place(k) && knowledge.has_service(*k, service));
    let owner = owners.next().filter(|_| matches!(scan.text.at(word.span), "in" | "at"))?;
    owners.next().is_none().then_some(owner)
}

/// "Marle had its education services rated": the kind that has such services.
fn owner_of_service(scan: &Scan<'_>, knowledge: &Knowledge, name: Span, sentence: Span) -> Option<u16> {
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

/// True for "its …" and "Marle's …".
fn whose(scan: &Scan<'_>, service: usize, name_end: usize) -> bool {
    let text = scan.text.as_str();
    let own = text[name_end..].starts_with(['\'', '’']) && service < name_end + 4;
    own || beside::before(text, service, name_end).is_some_and(|b| scan.text.at(b.span) == "its")
}
