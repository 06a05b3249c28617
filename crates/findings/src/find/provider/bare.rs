//! Names without a head noun of their own: listed after a label, set beside their kind ("X, a unitary authority",
//! "takeaway X"), opening a line with a grade, or opening a sentence that judges them. Knows nothing of head nouns.

use super::{NameMention, is_body, is_person_title, left_edge};
use crate::find::words::{Class, class_of};
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
        let head = text.get(sentence.start..hit.start)?;
        let comma = head.rfind(", ")?;
        let between = head[comma + 2..].trim();
        let words: Vec<&str> = between.split_whitespace().collect();
        let (article, rest) = words.split_first()?;
        let described =
            matches!(*article, "a" | "an") && rest.len() <= 4 && rest.iter().all(|w| !w.contains(','));
        let after = beside::after(text, hit.end, sentence.end);
        let ends = after.is_none_or(|b| {
            !b.joined
                || matches!(scan.text.at(b.span), "near" | "based" | "run" | "owned")
                || matches!(class_of(scan.text.at(b.span)), Class::Prep | Class::Opens | Class::Conj)
        });
        let end = sentence.start + comma;
        let (start, _) = left_edge(scan, end, sentence.start, false)?;
        // The name opens the clause, or follows a word in small letters: "Nurse Ann Hay, a carer" is cut off.
        let before = text[..start].trim_end();
        let alone =
            before.ends_with(|c: char| !c.is_alphanumeric() || c.is_lowercase()) || start == sentence.start;
        let name = described && ends && alone && start < end;
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
fn comma_list(text: &str, start: usize, end: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let mut at = start;
    let list = text[start..end].trim_end_matches(['.', '”', '"', '’']);
    let parts: Vec<&str> = list.split([',', ';']).collect();
    for (n, part) in parts.iter().enumerate() {
        let names = match part.rsplit_once(" and ") {
            Some((a, b)) if n + 1 == parts.len() && !a.trim().is_empty() => vec![a, b],
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
fn plural_before(scan: &Scan<'_>, knowledge: &Knowledge, at: usize) -> Option<u16> {
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
