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
use crate::text::word::last;
use crate::text::{Span, beside};

/// After a name, with a comma or without.
const BEFORE: &[&str] = &[
    "in ", "at ", "near ", "on ", "off ", "outside ", "just outside ", "on the edge of ",
    "on the outskirts of ", "close to ", "based in ", "based at ", "based near ", "located in ",
    "situated in ", "situated on ", "is in ", "in nearby ", "in neighbouring ",
];

/// Whom a home is for stands before where it is.
const FOR: &[&str] = &[
    "for ", "that looks after ", "which looks after ", "that cares for ", "which cares for ",
    "looking after ", "caring for ",
];

/// "in the west end of Brinton", "on the edge of Brinton": of what a spot is a part.
const SPOTS: &[&str] = &[
    "end", "centre", "heart", "edge", "outskirts", "north", "south", "east", "west", "suburb", "suburbs",
    "village", "town", "city", "part", "district", "area", "side", "middle", "corner", "hamlet", "parish",
];

/// No row of names is longer.
const ROW: usize = 6;

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
    let mut names: Vec<usize> =
        registry.mentions.iter().filter(|m| m.how == ProviderHow::Name).map(|m| m.span.start).collect();
    names.sort_unstable();
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
        tell(&mut registry.entities, m, after(scan, m.span.end, &names));
    }
    for m in registry.mentions.iter().filter(|m| m.how == ProviderHow::Name) {
        tell(&mut registry.entities, m, entry(scan, m.span, &names));
        let told = aside(scan, m.span.end, &names).or_else(|| before(scan, m.span.start));
        tell(&mut registry.entities, m, told);
    }
    // "Birch House, Oak House and Lane End, all in Ely, were": of each.
    for (last, m) in registry.mentions.iter().enumerate() {
        let rest = scan.text.as_str().get(m.span.end..).unwrap_or_default();
        if ![", both ", ", all ", ", two ", ", three "].iter().any(|w| rest.starts_with(w)) {
            continue;
        }
        let mut next = m.span;
        for earlier in registry.mentions[..last].iter().rev().take(ROW) {
            let between = scan.text.as_str().get(earlier.span.end..next.start).map(str::trim);
            if !matches!(between, Some("and" | "&" | "and The" | "and the" | "," | ", The" | ", the")) {
                break;
            }
            tell(&mut registry.entities, earlier, aside(scan, m.span.end, &names));
            next = earlier.span;
        }
    }
    for m in registry.mentions.iter().filter(|m| m.how == ProviderHow::Generic) {
        // "the school in Mill Lane" need not stand in the same town as all the rest.
        let told = inside(scan, m.span)
            .or_else(|| after(scan, m.span.end, &names))
            .or_else(|| served(scan, m.span.end, &names));
        tell(&mut registry.entities, m, told.filter(|t| matches!(t, Told::Town(_))));
    }
    for entity in &mut registry.entities {
        if entity.place.is_none() && knowledge.one_of_a_place(entity.kind) && !entity.base.is_empty() {
            let at = entity.name.to_lowercase().find(&entity.base);
            entity.place = at.and_then(|at| entity.name.get(at..at + entity.base.len())).map(str::to_owned);
        }
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
fn after(scan: &Scan<'_>, end: usize, names: &[usize]) -> Option<Told> {
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(end.saturating_sub(1)))?.end;
    let rest = scan.text.as_str().get(end..ceiling)?;
    let bare = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(' '))?;
    let Some(before) = BEFORE.iter().filter(|b| bare.starts_with(**b)).max_by_key(|b| b.len()) else {
        return next_to(scan, rest, ceiling, names);
    };
    // "in nearby Brinton, which was opened by …" names nobody but the town.
    let names = if before.ends_with("ing ") || before.ends_with("by ") { &[] } else { names };
    let words = &bare[before.len()..];
    // "near Brinton in Marleshire"
    let county = || {
        let small = words.find(|c: char| c.is_whitespace()).and_then(|space| words.get(space..))?;
        small.strip_prefix(" in ").filter(|w| w.starts_with(char::is_uppercase))
    };
    // "on the seafront at Brinton", "in the west end of Brinton"
    let spot = || {
        let inner = words.split([',', '.', ';']).next()?;
        let part = |spot: &&str| {
            let (_, rest) = inner.split_once(&format!(" {spot} of "))?;
            Some(inner.len() - rest.len())
        };
        if let Some(of) = SPOTS.iter().filter_map(part).min() {
            return words.get(of..).filter(|w| w.starts_with(char::is_uppercase));
        }
        let at = [" at ", " in ", " near "].iter().filter_map(|p| Some(inner.find(p)? + p.len())).min()?;
        let few = inner.get(..at)?.split(' ').count() <= 5;
        words.get(at..).filter(|w| few && w.starts_with(char::is_uppercase))
    };
    let words = match words.starts_with("the ") {
        true => spot().unwrap_or(words),
        false if *before == "in " => words,
        false => county().unwrap_or(words),
    };
    capitals(scan, past_number(scan, ceiling - words.len(), ceiling), ceiling, names)
}

/// "A care home for the elderly in Brinton", "an agency that looks after 200 people in Brinton".
fn served(scan: &Scan<'_>, end: usize, names: &[usize]) -> Option<Told> {
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(end.saturating_sub(1)))?.end;
    let rest = scan.text.as_str().get(end..ceiling)?.strip_prefix(' ')?;
    let whom = FOR.iter().find_map(|f| rest.strip_prefix(f))?;
    let (people, place) = whom.split_once(" in ")?;
    let plain = people.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b" -".contains(&b));
    let told = plain && people.split(' ').count() <= 6 && place.starts_with(char::is_uppercase);
    capitals(scan, ceiling - place.len(), ceiling, names).filter(|_| told)
}

/// "Golden Wok, Bridge Street: …", "Elm Tree Primary, Brinton", "A Cafe, Old Town; B Grill, Harbour Road": an entry of
/// a list, where a place alone follows the name.
fn entry(scan: &Scan<'_>, name: Span, names: &[usize]) -> Option<Told> {
    let text = scan.text.as_str();
    let line = scan.text.paragraphs.get(scan.text.paragraph_at(name.start))?;
    let before = text.get(line.start..name.start)?;
    let opens = before.bytes().all(|b| !b.is_ascii_alphabetic()) || before.ends_with("; ");
    let rest = text.get(name.end..line.end).filter(|_| opens)?;
    let words = rest.strip_prefix(", ")?;
    let inner = words.split([';', ':', '.', '(', '–', '-']).next()?.trim_end();
    let then = words.get(inner.len()..)?.trim_start();
    let closed = then.is_empty() || then.starts_with([';', ':', '–', '-', '(']) || then == ".";
    let place = |w: &str| beside::is_capital(w) || matches!(w, "upon" | "on" | "the" | "of" | "le" | "in");
    let start = line.end - words.len();
    let plain = inner.split([' ', ',']).all(|w| w.is_empty() || place(w)) && inner.split(' ').count() <= 6;
    let other = scan
        .within(Span::new(start, start + inner.len()))
        .iter()
        .any(|h| matches!(h.sense, Sense::Body { .. } | Sense::Label(_) | Sense::Time(_)));
    (closed && plain && !other).then(|| capitals(scan, start, line.end, names))?
}

/// "Brook School, Ely, was": a town between commas.
fn next_to(scan: &Scan<'_>, rest: &str, ceiling: usize, names: &[usize]) -> Option<Told> {
    let words = rest.strip_prefix(", ")?;
    let inner = words.split([',', '.', ';']).next()?;
    let start = ceiling - words.len();
    if is_street(inner) && words.get(inner.len()..).is_some_and(|r| r.starts_with(", ")) {
        return capitals(scan, start, ceiling, names).filter(|t| matches!(t, Told::Town(_)));
    }
    let town = inner.split(' ').count() <= 3 && inner.split(' ').all(beside::is_capital);
    let closed = words.get(inner.len()..).is_some_and(|r| r.starts_with(", ") || r.starts_with("; "));
    let then = words.get(inner.len() + 2..).unwrap_or_default();
    let clause = ["was ", "were ", "is ", "are ", "has ", "have ", "which ", "where ", "and "]
        .iter()
        .any(|v| then.starts_with(v));
    let listed = || then.split([',', ' ']).next().is_some_and(beside::is_capital);
    let known = names.binary_search(&start).is_ok();
    let other = scan
        .within(Span::new(start, start + inner.len()))
        .iter()
        .any(|h| matches!(h.sense, Sense::Body { .. } | Sense::Label(_) | Sense::Time(_)));
    let told = clause || !inner.contains(' ') && then.starts_with(|c: char| c.is_ascii_lowercase());
    (town && closed && told && !listed() && !known && !other).then(|| Told::Town(inner.to_owned()))
}

/// "Ely's Rowan Court", "Ely-based Rowan Court".
fn before(scan: &Scan<'_>, start: usize) -> Option<Told> {
    let floor = scan.text.sentences.get(scan.text.sentence_at(start))?.start;
    let word = beside::before(scan.text.as_str(), start, floor).filter(|b| b.joined)?;
    let w = scan.text.at(word.span);
    let town = ["'s", "’s", "-based"].iter().find_map(|mark| w.strip_suffix(mark))?;
    let first = beside::before(scan.text.as_str(), word.span.start, floor).filter(|b| b.joined);
    let alone = first.is_none_or(|b| !beside::is_capital(scan.text.at(b.span)) || b.span.start == floor);
    (alone && beside::is_capital(town)).then(|| Told::Town(town.to_owned()))
}

/// "14 ", "14-16 ", "7a ": the number in a street.
fn past_number(scan: &Scan<'_>, start: usize, ceiling: usize) -> usize {
    let rest = scan.text.as_str().get(start..ceiling).unwrap_or_default();
    let number = rest.split(' ').next().unwrap_or_default();
    let house = number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 7;
    let then = rest.get(number.len() + 1..).unwrap_or_default();
    if house && then.starts_with(char::is_uppercase) { start + number.len() + 1 } else { start }
}

/// "…, a converted farmhouse outside Brinton, …", "…, which meets in the hall in Brinton".
fn aside(scan: &Scan<'_>, end: usize, names: &[usize]) -> Option<Told> {
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(end.saturating_sub(1)))?.end;
    let rest = scan.text.as_str().get(end..ceiling)?.strip_prefix(", ")?;
    let which = rest.strip_prefix("which ").is_some_and(|r| {
        ["is ", "meets ", "stands ", "sits ", "lies "].iter().any(|verb| r.starts_with(verb))
    });
    let counted =
        ["a ", "an ", "both ", "all ", "two ", "three ", "the "].iter().any(|a| rest.starts_with(a));
    if !which && !counted {
        return None;
    }
    // The comma of "a 1,200-pupil academy" ends nothing.
    let comma = rest.find(", ").unwrap_or(rest.len());
    let inner = rest.get(..comma)?.split(['.', ';', ':', '(']).next()?;
    let place = |b: &&str| {
        let before = format!(" {b}");
        let at = inner.rfind(before.as_str())? + before.len();
        inner.get(at..)?.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then_some(at)
    };
    let at = BEFORE.iter().filter_map(place).max()?;
    let start = past_number(scan, ceiling - rest.len() + at, ceiling);
    capitals(scan, start, ceiling, names)
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
    let last = last(words);
    let town = small && !named.is_empty() && !named.iter().any(sort) && !known && !beside::is_capital(last);
    town.then(|| Told::Town(named.join(" ")))
}

/// The capitalised words at a place, less a street before a town.
fn capitals(scan: &Scan<'_>, start: usize, ceiling: usize, names: &[usize]) -> Option<Told> {
    let text = scan.text.as_str();
    let mut stop = start;
    let mut cursor = start;
    while let Some(word) = beside::after(text, cursor, ceiling) {
        let w = scan.text.at(word.span);
        let between = &text[cursor..word.span.start];
        let comma = between.trim() == ",";
        let plain_gap = between.trim().is_empty() || comma && stop > start;
        let compass = matches!(w, "north" | "south" | "east" | "west" | "central" | "near");
        // "in Mill Road in Ely"
        let town = matches!(w, "in" | "at" | "near")
            && between.trim().is_empty()
            && text.get(start..stop).is_some_and(is_street);
        // "in Hay and Marle" is two places, but for those that hold an "and" themselves.
        let and = w == "and"
            && scan.within(Span::new(start, word.span.start)).iter().any(|h| {
                matches!(h.sense, Sense::Place(_)) && h.start < word.span.start && h.end > word.span.end
            });
        let joiner = (and || matches!(w, "upon" | "on" | "of" | "the" | "le" | "y" | "na"))
            && stop > start
            && between.trim().is_empty();
        if town {
            cursor = word.span.end;
            continue;
        }
        // "in Ely, Brook House in Marle": one more of a list.
        let name = names.binary_search(&word.span.start).is_ok();
        let placed = || {
            comma
                && beside::after(text, word.span.end, ceiling)
                    .is_some_and(|b| b.joined && matches!(scan.text.at(b.span), "in" | "at"))
        };
        let time = is_month(w)
            || scan
                .within(word.span)
                .iter()
                .any(|h| h.start == word.span.start && matches!(h.sense, Sense::Time(_)));
        if !plain_gap
            || name
            || placed()
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
    let place = [" in ", " at ", " near "]
        .iter()
        .filter_map(|p| place.split_once(p))
        .find(|(street, _)| is_street(street))
        .map_or(place, |(_, town)| town);
    let town = place.split(", ").skip_while(|part| is_street(part)).collect::<Vec<_>>().join(", ");
    // "Amber Care at Home" is a name.
    if place.is_empty() || WIDE.contains(&place) || matches!(place, "Home" | "the Home") {
        return None;
    }
    Some(if town.is_empty() { Told::Street(place.to_owned()) } else { Told::Town(town) })
}

fn is_street(part: &str) -> bool {
    STREETS.contains(&last(part))
}
