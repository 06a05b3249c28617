//! Where a provider is: "in Brinton" after its name, "a pub on the quay at Brinton" beside it, "a Brinton care home"
//! before it is named, or the place in the name of a council or a force. A street is a place where no town is told.
//! Knows no map; refuses countries, months and faiths.

use super::{Entity, Mention, Registry};
use crate::fact::ProviderHow;
use crate::find::provider::STREETS;
use crate::find::words::is_month;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::{Span, beside};

/// After a name, with a comma or without.
const BEFORE: &[&str] =
    &["in ", "at ", "near ", "outside ", "on the edge of ", "on the outskirts of ", "close to "];

/// Too wide to say where somebody is.
const WIDE: &[&str] =
    &["England", "Scotland", "Wales", "Northern Ireland", "Ireland", "Britain", "UK", "Europe"];

/// Before a common noun these say of what sort it is.
const SORTS: &[&str] = &[
    "NHS", "GP", "Catholic", "Christian", "Muslim", "Islamic", "Jewish", "Anglican", "Methodist",
    "Montessori", "Welsh", "Scots", "Highland", "Midlands", "Victorian", "Edwardian", "Georgian", "Ofsted",
    "SEN", "SEND", "Category", "Chinese", "Indian", "Italian", "Thai", "Mexican", "Bangladeshi", "American",
    "African",
];

/// Finds the place of every provider that has none.
pub(super) fn find(registry: &mut Registry, scan: &Scan<'_>, knowledge: &Knowledge) {
    let mut streets: Vec<Option<String>> = vec![None; registry.entities.len()];
    let mut tell = |entities: &mut [Entity], m: &Mention, told: Option<Told>| {
        let (Some(entity), Some(street)) = (entities.get_mut(m.provider), streets.get_mut(m.provider)) else {
            return;
        };
        match told {
            Some(Told::Town(town)) if entity.place.is_none() => entity.place = Some(town),
            Some(Told::Street(name)) => *street = street.take().or(Some(name)),
            _ => {}
        }
    };
    for m in registry.mentions.iter().filter(|m| m.how != ProviderHow::Generic) {
        tell(&mut registry.entities, m, after(scan, m.span.end));
    }
    for m in registry.mentions.iter().filter(|m| m.how == ProviderHow::Name) {
        tell(&mut registry.entities, m, aside(scan, m.span.end));
    }
    for entity in &mut registry.entities {
        if entity.place.is_none() && knowledge.one_of_a_place(entity.kind) && !entity.base.is_empty() {
            let at = entity.name.to_lowercase().find(&entity.base);
            entity.place = at.and_then(|at| entity.name.get(at..at + entity.base.len())).map(str::to_owned);
        }
    }
    for m in registry.mentions.iter().filter(|m| m.how == ProviderHow::Generic) {
        // "the school in Mill Lane" need not stand in the same town as all the rest.
        let told = inside(scan, m.span).or_else(|| after(scan, m.span.end));
        tell(&mut registry.entities, m, told.filter(|t| matches!(t, Told::Town(_))));
    }
    for (entity, street) in registry.entities.iter_mut().zip(streets) {
        entity.place = entity.place.take().or(street);
    }
}

enum Told {
    Town(String),
    Street(String),
}

/// "…, in Corn Street, Brinton", "… at Brinton".
fn after(scan: &Scan<'_>, end: usize) -> Option<Told> {
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(end.saturating_sub(1)))?.end;
    let rest = scan.text.as_str().get(end..ceiling)?;
    let bare = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' '))?;
    let before = BEFORE.iter().find(|b| bare.starts_with(**b))?;
    let words = &bare[before.len()..];
    // "near Brinton in Marleshire"
    let county = || {
        let small = words.find(|c: char| c.is_whitespace()).and_then(|space| words.get(space..))?;
        small.strip_prefix(" in ").filter(|w| w.starts_with(char::is_uppercase))
    };
    let words = if *before == "in " { words } else { county().unwrap_or(words) };
    capitals(scan, ceiling - words.len(), ceiling)
}

/// "…, a converted farmhouse outside Brinton, …", "…, which meets in the hall in Brinton".
fn aside(scan: &Scan<'_>, end: usize) -> Option<Told> {
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(end.saturating_sub(1)))?.end;
    let rest = scan.text.as_str().get(end..ceiling)?.strip_prefix(", ")?;
    let which = rest.strip_prefix("which ").is_some_and(|r| {
        ["is ", "meets ", "stands ", "sits ", "lies "].iter().any(|verb| r.starts_with(verb))
    });
    if !which && !rest.starts_with("a ") && !rest.starts_with("an ") {
        return None;
    }
    let inner = rest.split([',', '.', ';', ':', '(']).next()?;
    let place = |b: &&str| {
        let before = format!(" {b}");
        let at = inner.rfind(before.as_str())? + before.len();
        inner.get(at..)?.starts_with(char::is_uppercase).then_some(at)
    };
    let at = BEFORE.iter().filter_map(place).max()?;
    let start = ceiling - rest.len() + at;
    capitals(scan, start, ceiling - rest.len() + inner.len())
}

/// "a Brinton care home", "the Brinton-based trust".
fn inside(scan: &Scan<'_>, mention: Span) -> Option<Told> {
    let words = scan.text.at(mention);
    let mut rest = words.split(' ').skip(1).peekable();
    let first = *rest.peek()?;
    if let Some(town) = first.strip_suffix("-based") {
        return Some(Told::Town(town.to_owned())).filter(|_| beside::is_capital(town));
    }
    let small = ["a ", "an ", "A ", "An "].iter().any(|a| words.starts_with(a));
    let named: Vec<&str> = rest.take_while(|w| beside::is_capital(w)).collect();
    let sort = |w: &&str| {
        SORTS.contains(w)
            || w.ends_with("ish")
            || w.contains('-')
            || w.bytes().all(|b| b.is_ascii_uppercase())
    };
    let known = scan.within(mention).iter().any(|h| matches!(h.sense, Sense::Body { .. } | Sense::Time(_)));
    let last = words.rsplit(' ').next()?;
    let town = small && !named.is_empty() && !named.iter().any(sort) && !known && !beside::is_capital(last);
    town.then(|| Told::Town(named.join(" ")))
}

/// The capitalised words at a place, less a street before a town.
fn capitals(scan: &Scan<'_>, start: usize, ceiling: usize) -> Option<Told> {
    let text = scan.text.as_str();
    let mut stop = start;
    let mut cursor = start;
    while let Some(word) = beside::after(text, cursor, ceiling) {
        let w = scan.text.at(word.span);
        let between = &text[cursor..word.span.start];
        let comma = between.trim() == ",";
        let plain_gap = between.trim().is_empty() || comma && stop > start;
        let compass = matches!(w, "north" | "south" | "east" | "west" | "central" | "near");
        let joiner = matches!(w, "and" | "upon" | "on" | "of" | "the" | "le" | "y" | "na")
            && stop > start
            && between.trim().is_empty();
        let time = is_month(w)
            || scan
                .within(word.span)
                .iter()
                .any(|h| h.start == word.span.start && matches!(h.sense, Sense::Time(_)));
        if !plain_gap
            || time
            || !(beside::is_capital(w) || compass || joiner)
            || comma && !(beside::is_capital(w) || compass)
        {
            break;
        }
        cursor = word.span.end;
        if beside::is_capital(w) {
            stop = cursor;
        }
    }
    let place = text.get(start..stop)?.trim_end_matches("'s").trim_end_matches("’s");
    let is_street = |part: &str| part.rsplit(' ').next().is_some_and(|w| STREETS.contains(&w));
    let town = place.split(", ").skip_while(|part| is_street(part)).collect::<Vec<_>>().join(", ");
    if place.is_empty() || WIDE.contains(&place) {
        return None;
    }
    Some(if town.is_empty() { Told::Street(place.to_owned()) } else { Told::Town(town) })
}
