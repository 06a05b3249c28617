//! Names without a head noun of their own: listed after a label, set beside their kind ("X, a unitary authority",
//! "takeaway X"), opening a line with a grade, or opening a sentence that judges them. Knows nothing of head nouns.

use super::reach::{Head, left_edge};
use super::{NameMention, is_body, is_person_title};
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class_of, opens_sentence};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// "takeaway Golden Wok", "the care home Ashgrove": a name right after its kind, for kinds whose names have no head
/// noun of their own.
pub(super) fn announced(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let one = |hit: &Hit| {
        let Sense::Provider { service: kind, form: HeadForm::Generic } = hit.sense else { return None };
        if !knowledge.bare_names(kind) || beside::is_capital(scan.text.at(Span::new(hit.start, hit.end))) {
            return None;
        }
        let ceiling = scan.text.sentences.get(scan.text.sentence_at(hit.start))?.end;
        let (mut start, mut end) = (None, hit.end);
        while let Some(word) =
            beside::after(text, end, ceiling).filter(|b| b.joined && beside::is_capital(scan.text.at(b.span)))
        {
            if is_body(scan, word.span)
                || is_person_title(&scan.text.at(word.span).to_lowercase())
                || scan.within(word.span).iter().any(|h| matches!(h.sense, Sense::Time(_)))
            {
                break;
            }
            start.get_or_insert(word.span.start);
            end = word.span.end;
        }
        let span = Span::new(start?, end);
        (span.len() >= 4).then_some(NameMention::bare(span, kind))
    };
    scan.hits.iter().filter_map(one).collect()
}

/// Bare names listed after a label and "were", "are" or a colon ("The 20 judged inadequate were Ely, Marsh and
/// Stow"): of the kind that the nearest plural before them says ("councils").
pub(super) fn listed(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let mut found = Vec::new();
    let mut done = 0;
    for hit in scan.hits.iter().filter(|h| matches!(h.sense, Sense::Label(_))) {
        let Some(sentence) = scan.text.sentences.get(scan.text.sentence_at(hit.start)) else { continue };
        let Some(rest) = text.get(hit.end..sentence.end).filter(|_| hit.end >= done) else { continue };
        found.extend(line(scan, knowledge, *hit));
        let bare = rest.trim_start_matches(['"', '”', '’', '\'', ' ']);
        let opening = ["were ", "are ", "include ", "included ", ": "]
            .iter()
            .find(|o| bare.starts_with(**o) && (bare.len() < rest.len() || **o == ": "));
        let Some(opening) = opening else { continue };
        let names = comma_list(text, sentence.end - bare.len() + opening.len(), sentence.end);
        let kind = plural_before(scan, knowledge, hit.start);
        if let Some(kind) = kind.filter(|_| names.len() >= 3) {
            done = sentence.end;
            found.extend(names.into_iter().map(|span| NameMention::bare(span, kind)));
        }
    }
    found
}

/// "Coldwater and Skelling, a unitary authority on the border": a bare name whose kind stands in apposition.
pub(super) fn apposed(scan: &Scan<'_>) -> Vec<NameMention> {
    let text = scan.text.as_str();
    let one = |hit: &Hit| {
        let Sense::Provider { service: kind, form: HeadForm::Generic } = hit.sense else { return None };
        let sentence = scan.text.sentences.get(scan.text.sentence_at(hit.start))?;
        // "a mental health trust": the longer noun tells the kind.
        let longer =
            |h: &Hit| h.end == hit.end && matches!(h.sense, Sense::Provider { form: HeadForm::Generic, .. });
        if scan.within(Span::new(hit.start.saturating_sub(40), hit.start)).iter().any(longer) {
            return None;
        }
        let head = text.get(sentence.start..hit.start)?;
        let comma = head.rfind(", ")?;
        let between = head[comma + 2..].trim();
        let words: Vec<&str> = between.split_whitespace().collect();
        let (article, rest) = words.split_first()?;
        // "a carer at the home" is somebody.
        let described = matches!(*article, "a" | "an" | "another" | "our")
            && rest.len() <= 4
            && rest.iter().all(|w| !w.contains(',') && !matches!(class_of(w), Class::Prep | Class::Det));
        if !described {
            return None;
        }
        let after = beside::after(text, hit.end, sentence.end);
        let ends = after.is_none_or(|b| {
            !b.joined
                || matches!(scan.text.at(b.span), "near" | "based" | "run" | "owned")
                || matches!(class_of(scan.text.at(b.span)), Class::Prep | Class::Opens | Class::Conj)
        });
        let end = sentence.start + comma;
        let (start, _) = left_edge(scan, end, sentence.start, Head::Capital)?;
        let start = with_front(scan, start, sentence.start);
        // The name opens the clause, or follows a word in small letters: "Nurse Ann Hay, a carer" is cut off.
        let before = text[..start].trim_end();
        let alone =
            before.ends_with(|c: char| !c.is_alphanumeric() || c.is_lowercase()) || start == sentence.start;
        let name = ends && alone && start < end;
        let span = Span::new(start, end);
        let known = is_body(scan, span)
            || scan
                .within(span)
                .iter()
                .any(|h| matches!(h.sense, Sense::Provider { form: HeadForm::Tail | HeadForm::Lead, .. }));
        (name && !known).then_some(NameMention::bare(span, kind))
    };
    scan.hits.iter().filter_map(one).collect()
}

/// "29 Elm Road, a care home", "Sunrise of Tolmer, a care home": a number and a first name of a home belong to it.
fn with_front(scan: &Scan<'_>, start: usize, floor: usize) -> usize {
    let text = scan.text.as_str();
    let Some(word) = beside::before(text, start, floor).filter(|b| b.joined) else { return start };
    let w = scan.text.at(word.span);
    if w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit()) {
        return word.span.start;
    }
    let first = beside::before(text, word.span.start, floor).filter(|b| w == "of" && b.joined);
    let brand = first.filter(|b| {
        let w = scan.text.at(b.span);
        beside::is_capital(w)
            && !opens_sentence(w)
            && !is_person_title(&w.to_lowercase())
            && !is_body(scan, b.span)
    });
    brand.map_or(start, |b| b.span.start)
}

/// "its sister home, Beechcroft, …", "A second unit, Three Towns, was …": a bare name in apposition to a noun.
pub(super) fn after_noun(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let mut found: Vec<NameMention> = Vec::new();
    for hit in &scan.hits {
        let Sense::Provider { service: kind, form: HeadForm::Generic } = hit.sense else { continue };
        let name = apposition(scan, Span::new(hit.start, hit.end));
        let place = knowledge.services().get(usize::from(kind)).is_none_or(|s| s.bare_place);
        let Some(span) = name.filter(|_| knowledge.stands_alone(kind) && !place) else { continue };
        match found.last_mut() {
            Some(last) if last.span == span => last.rivals.push(kind),
            _ => found.push(NameMention::bare(span, kind)),
        }
    }
    found
}

fn apposition(scan: &Scan<'_>, noun: Span) -> Option<Span> {
    let text = scan.text.as_str();
    let sentence = scan.text.sentences.get(scan.text.sentence_at(noun.start))?;
    let comma = past_where(text.get(noun.end..sentence.end)?)? + noun.end;
    if !is_determined(scan, noun, sentence.start) {
        return None;
    }
    let (mut start, mut end, mut words) = (None, comma + 1, 0);
    while let Some(word) = beside::after(text, end, sentence.end).filter(|b| b.joined) {
        let w = scan.text.at(word.span);
        // "Tigh na Mara"
        if start.is_some() && matches!(w, "na" | "nan" | "nam" | "y" | "yr" | "ar" | "the" | "of" | "on") {
            end = word.span.end;
            continue;
        }
        let known = scan.within(word.span).iter().any(|h| {
            matches!(
                h.sense,
                Sense::Time(_)
                    | Sense::BodyNoun(_)
                    | Sense::Provider { form: HeadForm::Tail | HeadForm::Lead | HeadForm::Whole, .. }
            )
        });
        if !beside::is_capital(w) || known || is_body(scan, word.span) || is_person_title(&w.to_lowercase()) {
            break;
        }
        if !(start.is_none() && w == "The") {
            start.get_or_insert(word.span.start);
            words += 1;
        }
        end = word.span.end;
        if text[end..].starts_with([',', '.', ';']) {
            break;
        }
    }
    let span = Span::new(start.filter(|_| (1..=5).contains(&words))?, end);
    let closed = text[end..].starts_with([',', '.', ';']) || text[end..].starts_with(" in ");
    let next = beside::after(text, end, sentence.end).map(|b| scan.text.at(b.span)).unwrap_or_default();
    let person = may_be_person(scan.text.at(span))
        && (class_of(next) == Class::Say || next == "who" || next.starts_with(|c: char| c.is_ascii_digit()));
    (closed && !person && class_of(next) != Class::Say && !opens_sentence(scan.text.at(span))).then_some(span)
}

/// Where the comma after a noun stands, past "in the area": "its other home in the area, Tigh na Mara".
fn past_where(rest: &str) -> Option<usize> {
    let comma = rest.find(", ").filter(|&c| c < 30)?;
    let mut words = rest[..comma].split_whitespace();
    let within = matches!(words.next(), None | Some("in" | "on" | "at" | "near"));
    let small = words.all(|w| w.chars().all(|c| c.is_lowercase() || c == '-'));
    (within && small).then_some(comma)
}

/// "its sister home", "a second unit"; not "In the pub, Bob …" and not "the owner of the home, Ann Hay, …".
fn is_determined(scan: &Scan<'_>, noun: Span, floor: usize) -> bool {
    let text = scan.text.as_str();
    let mut at = noun.start;
    for _ in 0..5 {
        let Some(word) = beside::before(text, at, floor).filter(|b| b.joined) else { return false };
        let lower = scan.text.at(word.span).to_lowercase();
        at = word.span.start;
        if !matches!(class_of(&lower), Class::Det | Class::Possessive)
            && lower != "another"
            && !lower.ends_with("'s")
        {
            continue;
        }
        let before = beside::before(text, at, floor).filter(|b| b.joined).map(|b| scan.text.at(b.span));
        let fronted = before.is_some_and(|w| {
            class_of(w) == Class::Prep && (beside::is_capital(w) || matches!(w, "of" | "by" | "from" | "for"))
        });
        return !fronted;
    }
    false
}

/// "5 – The Codmother, Old Ropewalk", "Zero Gravity: 1": names on lines with a number, where there are several.
pub(super) fn numbered(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<NameMention> {
    let lines = scan.text.paragraphs.iter().filter_map(|p| {
        let name = name_beside_number(scan.text.at(*p))?;
        let start = p.start + (name.as_ptr() as usize - scan.text.at(*p).as_ptr() as usize);
        Some(Span::new(start, start + name.len()))
    });
    let names: Vec<Span> = lines.collect();
    if names.len() < 2 {
        return Vec::new();
    }
    let named = |span: Span| Some(NameMention::bare(span, plural_before(scan, knowledge, span.start)?));
    names.into_iter().filter(|s| !is_body(scan, *s)).filter_map(named).collect()
}

fn name_beside_number(line: &str) -> Option<&str> {
    // The number opens the line or closes it.
    let figure = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_digit());
    if !figure(line.bytes().next()) && !figure(line.trim_end().bytes().next_back()) {
        return None;
    }
    const DASHES: &[&str] = &[" - ", " – ", " — ", ": "];
    let is_grade = |w: &str| {
        let digits = w.strip_suffix("/5").unwrap_or(w);
        digits.len() == 1 && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let cut = |dash: &&str| line.split_once(*dash);
    let first = DASHES.iter().find_map(cut).filter(|(grade, _)| is_grade(grade)).map(|(_, rest)| rest);
    let last = || {
        let ends = |dash: &&str| line.trim_end().rsplit_once(*dash);
        DASHES.iter().find_map(ends).filter(|(_, grade)| is_grade(grade)).map(|(name, _)| name)
    };
    let rest = first.or_else(last)?;
    let name = rest.split([',', '(', ';', '.']).next()?.trim();
    let small = |w: &str| matches!(w, "of" | "and" | "the" | "&" | "on" | "at" | "@" | "in");
    let words = name.split_whitespace().count();
    let named = (1..=7).contains(&words)
        && beside::is_capital(name)
        && name.split_whitespace().all(|w| beside::is_capital(w) || small(w));
    named.then_some(name)
}

/// "Bella Pasta Ely - 0/5": a name that opens a line before a dash or colon and a grade.
fn line(scan: &Scan<'_>, knowledge: &Knowledge, hit: Hit) -> Option<NameMention> {
    let text = scan.text.as_str();
    let paragraph = scan.text.paragraphs.get(scan.text.paragraph_at(hit.start))?;
    let before = text.get(paragraph.start..hit.start)?.trim_end();
    let name = [" -", " –", " —", ":"].iter().find_map(|dash| before.strip_suffix(dash))?;
    let words: Vec<&str> = name.split_whitespace().collect();
    let named = (1..=8).contains(&words.len())
        && words.iter().all(|w| beside::is_capital(w) || matches!(*w, "of" | "and" | "the" | "&" | "on"));
    let grade = scan.text.at(Span::new(hit.start, hit.end)).bytes().any(|b| b.is_ascii_digit());
    let span = Span::new(paragraph.start, paragraph.start + name.len());
    let kind =
        plural_before(scan, knowledge, hit.start).filter(|_| named && grade && !is_body(scan, span))?;
    Some(NameMention::bare(span, kind))
}

/// Capitalised names separated by commas, the last by "and"; a name may hold an "and" of its own before the last.
pub(super) fn comma_list(text: &str, start: usize, end: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = start;
    let list = text[start..end].trim_end_matches(['.', '”', '"', '’']);
    let parts: Vec<&str> = list.split([',', ';']).collect();
    for (n, part) in parts.iter().enumerate() {
        let names = match part.rsplit_once(" and ") {
            // "A, B, and C and the D": the last name holds an "and" of its own.
            Some((a, b)) if n + 1 == parts.len() && !part.starts_with(" and ") && !a.trim().is_empty() => {
                vec![a, b]
            }
            _ => vec![part.strip_prefix(" and ").unwrap_or(part)],
        };
        for name in names {
            let bare = name.trim();
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
    let (start, _) = scan.hits[..split].iter().rev().find_map(plural)?;
    let from = scan.hits.partition_point(|h| h.start < start);
    scan.hits[from..split].iter().filter_map(plural).filter(|(s, _)| *s == start).map(|(_, kind)| kind).min()
}
