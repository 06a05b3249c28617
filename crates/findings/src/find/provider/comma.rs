//! Rows of bare names between commas, and the plural noun before them that tells of what kind they are. Knows no grade.

use crate::find::words::{is_month, is_weekday};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// Capitalised names separated by commas, the last by "and"; a name may hold an "and" of its own before the last.
pub(super) fn comma_list(text: &str, start: usize, end: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = start;
    let list = text[start..end].trim_end_matches(['.', '”', '"', '’']);
    // "A, B and C, after visits in March"
    let told = list.match_indices(", ").find(|&(at, _)| goes_on(&list[at..]));
    let list = told.map_or(list, |(at, _)| &list[..at]);
    // "Golden Wok, Mill Lane; Ali's, High Street": semicolons part the names, and a comma leads to where one is.
    let parted = list.contains(';');
    let parts: Vec<&str> = list.split(if parted { ';' } else { ',' }).collect();
    for (n, part) in parts.iter().enumerate() {
        let names = match (part.strip_prefix(" and "), part.rsplit_once(" and ")) {
            (Some(last), _) => vec![last],
            // "St Wilfrid's and Holme Valley; Thornmoor and District": what semicolons part is one each.
            _ if parted => vec![*part],
            (None, Some((a, b))) if n + 1 == parts.len() && !a.trim().is_empty() => vec![a, b],
            _ => vec![*part],
        };
        for name in names {
            let bare = name.trim();
            let bare = if parted { bare.split(',').next().unwrap_or(bare) } else { bare };
            // "Little Gems, in Marle, Busy Bees in Tarrow": where they are.
            let placed = |w: &str| bare.strip_prefix(w).is_some_and(beside::is_capital);
            if !out.is_empty() && ["in ", "near ", "at "].iter().any(|w| placed(w)) {
                continue;
            }
            let bare = past_sort(up_to_place(up_to_clause(bare)));
            let offset = bare.as_ptr() as usize - text[at..].as_ptr() as usize;
            let span = Span::new(at + offset, at + offset + bare.len());
            let words: Vec<&str> = bare.split_whitespace().collect();
            let named = !words.is_empty()
                && words.len() <= 6
                && words.iter().all(|w| {
                    beside::is_capital(w)
                        || matches!(*w, "of" | "on" | "and" | "upon" | "the" | "with" | "under" | "le" | "&")
                })
                && beside::is_capital(bare);
            if !named {
                return out;
            }
            out.push(span);
        }
        at += part.len() + 1;
        at = at.min(end);
    }
    out
}

/// "Hay School on Tuesday", "Ash Court in its last report": a name before how the clause goes on.
fn up_to_clause(name: &str) -> &str {
    let cut = name.match_indices(' ').find(|&(at, _)| goes_on(&name[at..]));
    cut.map_or(name, |(at, _)| &name[..at])
}

/// True for the words behind a name that say when, how or why, and name nobody: " on Tuesday", ", according to", " after a
/// visit".
pub(super) fn goes_on(rest: &str) -> bool {
    let mut words = rest.trim_start_matches([',', ' ']).split([' ', '.', ',']);
    let (word, next) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match word {
        "after" | "following" | "this" | "last" | "yesterday" | "today" | "during" | "when" | "according"
        | "since" | "because" => true,
        "on" | "in" => {
            is_weekday(next) || is_month(next) || matches!(next, "its" | "their" | "a" | "an" | "recent")
        }
        _ => false,
    }
}

/// "Golden Wok in Stow", "the Moorings on the quay": a name before where it is.
fn up_to_place(name: &str) -> &str {
    let cut = [" in ", " at ", " near ", " on the ", " ("].iter().filter_map(|p| {
        let (before, after) = name.split_once(p)?;
        let place = *p == " on the " || *p == " (" || beside::is_capital(after) || after.starts_with("the ");
        let led = beside::is_capital(before.strip_prefix("the ").unwrap_or(before));
        (place && led).then_some(before)
    });
    cut.min_by_key(|before| before.len()).unwrap_or(name)
}

/// So many small words may say before or after a name what it is.
const SORT: usize = 4;

/// "the kitchen of Stow Rugby Club", "takeaway Golden Wok", "the Copper Kettle tea room": the name without what it is.
fn past_sort(part: &str) -> &str {
    let small = |w: &&str| w.starts_with(|c: char| c.is_ascii_lowercase()) && !w.ends_with("ed");
    let before: usize = part.split(' ').take_while(small).take(SORT + 1).map(|w| w.len() + 1).sum();
    let words = part.split(' ').take_while(small).count();
    let part = if words <= SORT { part.get(before..).unwrap_or(part) } else { part };
    // A row's last name may have the words of the clause behind it: those are no sort.
    let after: Vec<&str> = part.split(' ').rev().take_while(small).take(3).collect();
    let sort = matches!(
        after.first(),
        Some(
            &("room"
                | "rooms"
                | "shop"
                | "bar"
                | "cafe"
                | "café"
                | "restaurant"
                | "takeaway"
                | "pub"
                | "hotel"
                | "inn"
                | "home"
                | "nursery"
                | "school"
                | "kitchen"
                | "canteen"
                | "club")
        )
    );
    let len: usize = after.iter().map(|w| w.len() + 1).sum();
    if sort && after.len() < 3 { part.get(..part.len().saturating_sub(len)).unwrap_or(part) } else { part }
}

/// The kind of the nearest plural before a place: "councils", "schools".
pub(super) fn plural_before(scan: &Scan<'_>, knowledge: &Knowledge, at: usize) -> Option<u16> {
    let split = scan.hits.partition_point(|h| h.start < at);
    let plural = |h: &Hit| match h.sense {
        Sense::Provider { service, form: HeadForm::Plural }
            if knowledge.stands_alone(service)
                && !knowledge.is_vague_plural(service, scan.text.at(Span::new(h.start, h.end))) =>
        {
            Some((h.start, service))
        }
        _ => None,
    };
    let nearest = scan.hits[..split].iter().rev().find(|h| plural(h).is_some())?;
    // "children's homes" says more than "homes".
    let whole = scan.from(nearest.start.saturating_sub(40)).iter().take_while(|h| h.start <= nearest.start);
    let whole: Vec<(usize, u16)> = whole.filter(|h| h.end == nearest.end).filter_map(plural).collect();
    let (start, _) = *whole.first()?;
    whole.iter().filter(|(s, _)| *s == start).map(|(_, kind)| *kind).min()
}
