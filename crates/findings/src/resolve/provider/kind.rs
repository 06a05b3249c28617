//! Which of the kinds that a head noun can mean a name is of: by the common nouns and the bodies of the article. Knows no
//! place and no person.

use crate::find::provider::NameMention;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, NameForm, Sense};
use crate::scan::Scan;
use crate::text::{Span, overlaps_any};
use foldhash::HashMap;

/// How often each kind's common nouns stand in the article, outside names: evidence for a kind.
pub(super) fn generics_heard(scan: &Scan<'_>, names: &[NameMention]) -> HashMap<u16, usize> {
    let taken: Vec<Span> = names.iter().map(|n| n.span).collect();
    let mut heard = HashMap::default();
    for hit in scan.providers() {
        if let Sense::Provider { service, form: HeadForm::Generic } = hit.sense
            && !overlaps_any(&taken, Span::new(hit.start, hit.end))
        {
            // A noun of one kind alone says more than one of many.
            let kinds =
                scan.within(Span::new(hit.start, hit.start + 1)).iter().filter(|h| h.end == hit.end).count();
            *heard.entry(service).or_insert(0) += 60 / kinds.clamp(1, 60);
        }
    }
    heard
}

/// How often each kind is told of by common nouns that mean no other.
pub(super) fn generics_of_one_kind(scan: &Scan<'_>) -> HashMap<u16, usize> {
    let mut heard = HashMap::default();
    for hit in scan.providers() {
        let Sense::Provider { service, form: form @ (HeadForm::Generic | HeadForm::Plural) } = hit.sense
        else {
            continue;
        };
        let same = |h: &&crate::knowledge::lexicon::Hit| {
            h.start == hit.start
                && h.end >= hit.end
                && matches!(h.sense, Sense::Provider { form: f, .. } if f == form)
        };
        if scan.within(Span::new(hit.start, hit.start + 1)).iter().filter(same).count() == 1 {
            *heard.entry(service).or_insert(0) += 60;
        }
    }
    heard
}

/// The bodies that the article names.
pub(super) fn bodies_named(scan: &Scan<'_>) -> Vec<u16> {
    let mut bodies: Vec<u16> = Vec::new();
    for hit in scan.bodies() {
        if let Sense::Body { body, form: NameForm::Name | NameForm::Acronym } = hit.sense
            && !bodies.contains(&body)
        {
            bodies.push(body);
        }
    }
    bodies
}

/// Of the kinds that a head noun can mean, the one whose common nouns the article uses most.
pub(super) fn likeliest(
    knowledge: &Knowledge,
    name: &NameMention,
    last_word: &str,
    heard: &HashMap<u16, usize>,
    bodies: &[u16],
) -> u16 {
    if name.rivals.is_empty() {
        return name.kind;
    }
    // "… College" is a college before it is a school.
    let last = last_word.to_lowercase();
    let own = |kind: &u16| {
        knowledge.services().get(usize::from(*kind)).is_some_and(|s| s.id.as_str().ends_with(last.as_str()))
    };
    // "Oakwether Homes" of a story that names the regulator of landlords is one.
    let inspected = |kind: &u16| bodies.iter().any(|b| knowledge.inspects(*b, *kind));
    let weight = |kind: &u16| {
        heard.get(kind).copied().unwrap_or(0)
            + usize::from(own(kind)) * 30
            + usize::from(inspected(kind)) * 10
    };
    let mut best = name.kind;
    for kind in &name.rivals {
        let part = |k: u16| knowledge.services().get(usize::from(k)).is_some_and(|s| s.part_of.is_some());
        if weight(kind) > weight(&best) && !part(*kind) {
            best = *kind;
        }
    }
    best
}
