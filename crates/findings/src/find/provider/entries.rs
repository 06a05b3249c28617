//! Round-ups with an entry for each: "Ann Hay, Larkspur Way, Ely" on a line of its own over what is told of her. Knows no
//! grade; refuses a single such line, and lines that are sentences.

use super::listing::of_own_names;
use super::somebody::is_person_title;
use super::trade::{named_at, parts};
use super::{NameMention, STREETS, is_body, is_taught};
use crate::find::person::first_name;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside, word};

/// No entry's line is longer.
const LINE: usize = 90;

/// A name has so many words at the most.
const WORDS: usize = 6;

/// An entry: its name, the rest of its line, and where the next one begins.
struct Entry {
    name: Span,
    address: Span,
    end: usize,
}

/// The names of entries that none of those `known` has, and what lies in their addresses, which is no entry's name.
pub(super) fn find(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    known: &[NameMention],
) -> (Vec<NameMention>, Vec<Span>) {
    let entries = entries(scan);
    // What the other entries are, where those have head nouns.
    let mut named = known.iter().filter(|n| entries.iter().any(|e| e.name.contains(n.span))).map(|n| n.kind);
    let usual = named.next();
    let mut found = Vec::new();
    for entry in &entries {
        if known.iter().any(|n| entry.name.contains(n.span)) || is_body(scan, entry.name) {
            continue;
        }
        let name = scan.text.at(entry.name);
        let person = is_somebodys(name);
        let kind = if person { trade(scan, knowledge) } else { told_as(scan, knowledge, entry).or(usual) };
        let Some(kind) = kind else { continue };
        found.push(NameMention::bare(entry.name, kind));
        if person {
            found.extend(again(scan, entry, name, kind));
        }
    }
    (found, entries.into_iter().map(|e| e.address).collect())
}

/// Every line that is a name and where it is, where there are two at the least.
fn entries(scan: &Scan<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> =
        scan.text.paragraphs.iter().filter_map(|line| entry(scan, *line, &[])).collect();
    if entries.len() < 2 {
        return Vec::new();
    }
    // "Kingfisher Club, Ely Primary School, Marle": in the town of the others.
    let towns: Vec<&str> =
        entries.iter().filter_map(|e| scan.text.at(e.address).rsplit_once(", ")).map(|t| t.1).collect();
    if !towns.is_empty() {
        entries = scan.text.paragraphs.iter().filter_map(|line| entry(scan, *line, &towns)).collect();
    }
    for at in 1..entries.len() {
        entries[at - 1].end = entries[at].name.start;
    }
    entries
}

/// "Ann Hay, Larkspur Way, Ely"
fn entry(scan: &Scan<'_>, line: Span, towns: &[&str]) -> Option<Entry> {
    let words = scan.text.at(line);
    if words.len() > LINE || !words.contains(", ") || words.ends_with(['.', '!', '?', ':', '"', '”']) {
        return None;
    }
    let (name, address) = words.split_once(", ")?;
    let small = |w: &str| {
        matches!(w, "of" | "and" | "the" | "&" | "on" | "at" | "@" | "in" | "y" | "yr" | "na" | "a")
    };
    let named = |part: &str| {
        let mut words = part.split(' ');
        words.clone().count() <= WORDS
            && part.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && words.all(|w| beside::is_capital(w) || small(w) || w.starts_with(|c: char| c.is_ascii_digit()))
    };
    let street = |part: &str| part.contains(' ') && STREETS.contains(&word::last(part));
    let town = || address.rsplit_once(", ").is_some_and(|(_, town)| towns.contains(&town));
    let placed = address.split(", ").any(street) || town();
    let whole = named(name) && name.chars().any(char::is_lowercase) && address.split(", ").all(named);
    let end = line.start + name.len();
    (whole && placed).then(|| Entry {
        name: Span::new(line.start, end),
        address: Span::new(end, line.end),
        end: scan.text.as_str().len(),
    })
}

/// "Ann Hay", "Mrs Hay"
fn is_somebodys(name: &str) -> bool {
    let mut words = name.split(' ');
    let first = words.next().unwrap_or_default();
    (first_name::is_one(first) || is_person_title(first)) && matches!(words.count(), 1 | 2)
}

/// The kind of the trade that the article tells of: "two childminders".
fn trade(scan: &Scan<'_>, knowledge: &Knowledge) -> Option<u16> {
    scan.providers().iter().find_map(|h| match h.sense {
        Sense::Provider { service, form: HeadForm::Generic | HeadForm::Plural }
            if knowledge.has_trades(service) =>
        {
            let noun = scan.text.at(Span::new(h.start, h.end));
            knowledge.is_trade(service, noun.strip_suffix('s').unwrap_or(noun)).then_some(service)
        }
        _ => None,
    })
}

/// The kind of what an entry tells of ("this holiday club"), where no other goes by names of its own; schools have head nouns.
fn told_as(scan: &Scan<'_>, knowledge: &Knowledge, entry: &Entry) -> Option<u16> {
    let noun = |h: &Hit| match h.sense {
        Sense::Provider { service, form: HeadForm::Generic } => Some(service),
        _ => None,
    };
    let told = scan.within(Span::new(entry.address.end, entry.end)).iter().find_map(noun);
    of_own_names(scan, knowledge).or(told.filter(|&kind| !is_taught(knowledge, kind)))
}

/// "Mrs Hay" of what an entry tells.
fn again(scan: &Scan<'_>, entry: &Entry, name: &str, kind: u16) -> Vec<NameMention> {
    let (_, last) = parts(name);
    let told = scan.text.as_str().get(entry.address.end..entry.end).unwrap_or_default();
    memchr::memmem::find_iter(told.as_bytes(), last)
        .filter_map(|at| named_at(scan, entry.address.end + at, last, name))
        .map(|span| {
            let restored = (scan.text.at(span) != name).then(|| name.to_owned());
            NameMention { restored, ..NameMention::bare(span, kind) }
        })
        .collect()
}
