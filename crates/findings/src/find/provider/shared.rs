//! Several names before one head noun: "Ashby and Marle councils", "Ashby, Marle and St Osric's CofE primary
//! schools". Each is a provider of its own, with the head restored. Refuses places that only say where schools are
//! ("Leeds and Bradford schools"), faiths, parties, and names that hold an "and" ("Avon and Somerset Police").

use super::reach::names_a_place;
use super::{NameMention, is_body};
use crate::find::words::{Class, class_of, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// No list before a head noun is longer.
const LONGEST_LIST: usize = 8;

/// So many words after the noun may say that each of them is meant.
const AFTER: usize = 12;

/// Every name of every such list.
pub(super) fn heads(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let mut found: Vec<NameMention> = Vec::new();
    for hit in scan.providers() {
        let Sense::Provider { service: kind, form } = hit.sense else { continue };
        let names = match form {
            HeadForm::Plural if knowledge.stands_alone(kind) => before_plural(scan, knowledge, hit, kind),
            HeadForm::Tail => before_area_head(scan, knowledge, hit, kind),
            _ => Vec::new(),
        };
        let new = |n: &NameMention| found.iter().rev().take(LONGEST_LIST).all(|f| !f.span.overlaps(n.span));
        let names: Vec<NameMention> = names.into_iter().filter(new).collect();
        found.extend(names);
    }
    found
}

/// "Ashby and Marle councils": the list before a plural.
fn before_plural(scan: &Scan<'_>, knowledge: &Knowledge, hit: &Hit, kind: u16) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let noun = Span::new(hit.start, hit.end);
    let words = scan.text.at(noun);
    let Some(sentence) = scan.text.sentences.get(scan.text.sentence_at(noun.start)) else {
        return Vec::new();
    };
    // "… Hospitals NHS Trust" is one, and so is what "has been told".
    let goes_on = beside::after(text, noun.end, sentence.end).is_some_and(|b| {
        let next = scan.text.at(b.span);
        b.joined && (beside::is_capital(next) || matches!(next, "has" | "was" | "is"))
    });
    let Some(singular) = singular(words).filter(|_| !goes_on) else { return Vec::new() };
    let Some(mut parts) = list_before(scan, noun.start, sentence.start) else { return Vec::new() };
    let counted = tells_of_each(scan, noun, &parts, *sentence);
    let areas = parts.iter().all(|p| knowledge.is_area(scan.text.at(*p)));
    // "Ely Infirmary, Stow and Marle hospitals": the first has its own.
    let own_head = |p: &Span| {
        scan.within(*p).iter().any(|h| match h.sense {
            // "Peverel Bay": what ends so may be anything's name.
            Sense::Provider { form: HeadForm::Tail, service } => {
                h.end == p.end && !knowledge.is_weak_name(service, scan.text.at(*p))
            }
            _ => false,
        })
    };
    parts.retain(|p| !own_head(p));
    let Some(last) = parts.last_mut() else { return Vec::new() };
    // "St Osric's CofE primary schools": the longest head noun that the words make.
    let mut head = title(&singular);
    let own: Vec<&str> = scan.text.at(*last).split(' ').collect();
    let tails = || knowledge.services().get(usize::from(kind)).into_iter().flat_map(|s| &s.tails);
    let joint = own.iter().rposition(|w| *w == "and").map_or(0, |at| at + 1);
    for cut in 1.max(joint + usize::from(joint > 0))..own.len() {
        let longer = format!("{} {}", own[cut..].join(" "), singular);
        if let Some(tail) = tails().find(|t| t.eq_ignore_ascii_case(&longer)) {
            head = tail.clone();
            let kept: usize = own[..cut].iter().map(|w| w.len() + 1).sum();
            *last = Span::new(last.start, last.start + kept - 1);
            break;
        }
    }
    let told = head.len() > singular.len() || parts.len() > 2 && singular.contains(' ');
    let each = counted && !areas;
    if !(knowledge.one_of_a_place(kind) || told || each || parts.iter().all(|p| is_named_alone(scan, *p))) {
        return Vec::new();
    }
    let mention = |&base: &Span| restored(scan, base, kind, &head);
    parts.iter().map(mention).collect()
}

/// "… were each given", "both Ely and Stow academies", "the Ashgrove and Lyndale care homes", ", both run by": so many as
/// there are names, and not all that are there.
fn tells_of_each(scan: &Scan<'_>, noun: Span, parts: &[Span], sentence: Span) -> bool {
    let Some(first) = parts.first() else { return false };
    let each = |w: &str| matches!(w, "both" | "each" | "all" | "respectively");
    let (mut at, mut last) = (noun.end, Class::Be);
    let after = (0..AFTER).any(|n| {
        let Some(word) = beside::after(scan.text.as_str(), at, sentence.end) else { return false };
        let w = scan.text.at(word.span);
        let told = n < 3 || matches!(last, Class::Be | Class::Have);
        (at, last) = (word.span.end, class_of(w));
        told && each(w)
    });
    let before = beside::before(scan.text.as_str(), first.start, sentence.start).filter(|b| b.joined);
    let before = before.map_or("", |b| scan.text.at(b.span));
    let long = scan.text.at(noun).contains(' ') || parts.iter().any(|p| scan.text.at(*p).contains(' '));
    after || matches!(before, "both" | "Both") || long && matches!(before, "the" | "The")
}

/// "Gwent and South Wales Police": areas of two forces, where no force has both.
fn before_area_head(scan: &Scan<'_>, knowledge: &Knowledge, hit: &Hit, kind: u16) -> Vec<NameMention> {
    let Some(service) = knowledge.services().get(usize::from(kind)).filter(|s| !s.areas.is_empty()) else {
        return Vec::new();
    };
    let Some(floor) = scan.text.sentences.get(scan.text.sentence_at(hit.start)).map(|s| s.start) else {
        return Vec::new();
    };
    let is_area = |s: Span| service.areas.iter().any(|a| a == scan.text.at(s));
    let Some(parts) = list_before(scan, hit.start, floor) else { return Vec::new() };
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Vec::new() };
    if is_area(first.cover(*last)) || !parts.iter().all(|p| is_area(*p)) {
        return Vec::new();
    }
    let head = title(scan.text.at(Span::new(hit.start, hit.end)));
    parts.iter().map(|&base| restored(scan, base, kind, &head)).collect()
}

fn restored(scan: &Scan<'_>, base: Span, kind: u16, head: &str) -> NameMention {
    let words = scan.text.at(base);
    let name = if words.ends_with(head) { words.to_owned() } else { format!("{words} {head}") };
    NameMention { restored: Some(name), ..NameMention::bare(base, kind) }
}

/// The capitalised names before a place, the last joined by "and"; none where there are not two.
fn list_before(scan: &Scan<'_>, at: usize, floor: usize) -> Option<Vec<Span>> {
    let text = scan.text.as_str();
    let mut parts: Vec<Span> = Vec::new();
    let mut part: Option<Span> = None;
    let mut joined_by_and = false;
    let mut cursor = at;
    while let Some(word) = beside::before(text, cursor, floor) {
        let w = scan.text.at(word.span);
        let gap = &text[word.span.end..cursor];
        let comma = gap.trim() == ",";
        if !word.joined && !comma || parts.len() > LONGEST_LIST {
            break;
        }
        if comma {
            if !joined_by_and {
                break;
            }
            parts.extend(part.take());
        }
        // "Corrie and District hospitals": the "and" is the name's own.
        let own = || part.is_some_and(|p| scan.text.at(p).starts_with("District"));
        if matches!(w, "and" | "&") && own() {
            cursor = word.span.start;
            continue;
        }
        if matches!(w, "and" | "&") {
            if joined_by_and || part.is_none() {
                break;
            }
            joined_by_and = true;
            parts.extend(part.take());
        } else if beside::is_capital(w)
            && !is_body(scan, word.span)
            && !opens_sentence(w)
            && !is_time(scan, word.span)
        {
            part = Some(part.map_or(word.span, |p| p.cover(word.span)));
        } else {
            break;
        }
        cursor = word.span.start;
    }
    parts.extend(part.take());
    parts.reverse();
    // "In the East Midlands, Ely and Marle councils": the first says where.
    let first =
        parts.first().and_then(|p| beside::before(text, p.start, floor)).map(|b| scan.text.at(b.span));
    let fronted = parts.first().is_some_and(|p| text[p.end..].starts_with(','))
        && first.is_some_and(|w| matches!(w, "In" | "in" | "the" | "Across" | "across"));
    if fronted && parts.len() > 2 {
        parts.remove(0);
    }
    let owner = |w: &str| w.ends_with("'s") && !w.starts_with("St ");
    let named = |p: &Span| names_a_place(scan, p.start, p.end) && !owner(scan.text.at(*p));
    (joined_by_and && parts.len() >= 2 && parts.iter().all(named)).then_some(parts)
}

fn is_time(scan: &Scan<'_>, word: Span) -> bool {
    scan.within(word).iter().any(|h| matches!(h.sense, Sense::Time(_)) && h.end <= word.end)
}

/// True for a name that opens a sentence elsewhere in the article: it is more than a place on the map.
fn is_named_alone(scan: &Scan<'_>, name: Span) -> bool {
    let words = scan.text.at(name);
    scan.text.sentences.iter().any(|s| s.start != name.start && scan.text.at(*s).starts_with(words))
}

fn singular(plural: &str) -> Option<String> {
    let lower = plural.to_lowercase();
    match lower.strip_suffix("ies") {
        Some(stem) => Some(format!("{stem}y")),
        None => lower.strip_suffix('s').map(str::to_owned),
    }
}

/// "primary school" as it stands in a name.
fn title(words: &str) -> String {
    let up = |w: &str| {
        let mut chars = w.chars();
        chars.next().map(|c| c.to_uppercase().chain(chars).collect::<String>()).unwrap_or_default()
    };
    let small = |w: &&str| matches!(*w, "and" | "of" | "for" | "the");
    let cased = |w: &str| if small(&w) { w.to_owned() } else { up(w) };
    words.split(' ').map(cased).collect::<Vec<_>>().join(" ")
}
