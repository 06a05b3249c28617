//! Names by their head noun: "Oakwether Primary School", "Oakwether primary school". Knows what may stand before one and
//! after it; nothing of other names.

use super::acronym::bracketed;
use super::fore;
use super::reach::{Head, left_edge};
use super::{NameMention, STREETS, is_body};
use crate::find::words::{Class, class_of};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::word::last;
use crate::text::{Span, beside, edge};

/// After a head noun these make it part of another name.
const GOES_ON: &[&str] = &[
    "Radio", "Friends", "Action", "Campaign", "Club", "Forum", "Gazette", "Association", "Charity", "Appeal",
    "Alliance", "Festival", "Museum", "Group", "Fund", "Act", "Bill", "Standards",
];

/// "Oakwether Primary School": capitalised words to the left of the head noun.
pub(super) fn by_tail(scan: &Scan<'_>, knowledge: &Knowledge, tail: Span, kind: u16) -> Option<NameMention> {
    headed_by(scan, knowledge, tail, kind, None)
}

/// The same, with a head noun in small letters read as `own` says.
pub(super) fn headed_by(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    tail: Span,
    kind: u16,
    own: Option<Head>,
) -> Option<NameMention> {
    let text = scan.text.as_str();
    let sentence = *scan.text.sentences.get(scan.text.sentence_at(tail.start))?;
    let floor = sentence.start;
    // Most head nouns stand after a word in small letters, which ends no name.
    let before = beside::before(text, tail.start, floor)?;
    let word = scan.text.at(before.span);
    let names = beside::is_capital(word) || word.starts_with(|c: char| c.is_ascii_digit());
    if before.joined && !names && word != "own" {
        return None;
    }
    let small = !beside::is_capital(last(scan.text.at(tail)));
    // "Brinton takeaway Golden Wok": the name follows.
    let named_after = small
        && beside::after(text, tail.end, sentence.end)
            .is_some_and(|b| b.joined && beside::is_capital(scan.text.at(b.span)) && !is_label(scan, b.span));
    if named_after {
        return None;
    }
    let joined = beside::after(text, tail.end, sentence.end).filter(|b| b.joined);
    let next = joined.map(|b| scan.text.at(b.span));
    // "Hillfield primary was rated", and not "Hillfield primary pupils".
    let told = |w: &str| {
        !matches!(class_of(w), Class::Other) || matches!(w, "has" | "which" | "where" | "said" | "told")
    };
    let graded = joined.is_some_and(|b| is_label(scan, b.span));
    if scan.text.at(tail) == "primary" && !graded && next.is_some_and(|w| !told(w)) {
        return None;
    }
    // "Priory Academy" is no priory.
    let heads = beside::after(text, tail.end, sentence.end).is_some_and(|b| {
        b.joined
            && beside::is_capital(scan.text.at(b.span))
            && scan.within(b.span).iter().any(|h| {
                h.start == b.span.start && matches!(h.sense, Sense::Provider { form: HeadForm::Tail, .. })
            })
    });
    if !small && heads {
        return None;
    }
    // "Marle High Street", "Marle Hospital Radio"
    if !small && next.is_some_and(|w| STREETS.contains(&w.trim_end_matches("'s")) || GOES_ON.contains(&w)) {
        return None;
    }
    let head = match small {
        false => Head::Capital,
        true if own.is_some() => own.unwrap_or(Head::Small),
        true if is_house(scan, knowledge, tail.start, floor) => Head::Own { words: 1 },
        // "the Heathfield Park school"
        true if knowledge.bare_names(kind) || is_taught(knowledge, kind) => {
            Head::Own { words: if is_placed(scan, knowledge, tail, sentence) { 1 } else { 2 } }
        }
        // "the Marle health board"
        true if knowledge.is_own_noun(kind, scan.text.at(tail)) || scan.text.at(tail).ends_with(" board") => {
            Head::Own { words: 1 }
        }
        true if knowledge.one_of_a_place(kind) && scan.text.at(tail).contains(' ') => Head::Own { words: 1 },
        true if knowledge.one_of_a_place(kind) => Head::Small,
        // "the Queen Maud hospital"
        true => Head::Own { words: 2 },
    };
    if small
        && knowledge.one_of_a_place(kind)
        && let Some(owned) = owned_by_place(scan, knowledge, tail, floor, kind)
    {
        return Some(owned);
    }
    let (start, acronym) = left_edge(scan, knowledge, tail.start, floor, head)?;
    if start >= tail.start {
        return None;
    }
    // "the Audit Commission's comprehensive assessment"
    let stem = text[start..tail.start].trim_end();
    let owner = stem.strip_suffix("'s").or_else(|| stem.strip_suffix("’s"));
    if small && owner.is_some_and(|o| fore::ends_body(scan, Span::new(start, start + o.len()))) {
        return None;
    }
    let start = with_doctor(scan, start, tail, floor);
    let base_end = text[start..tail.start].trim_end().len() + start;
    let end = right_edge(scan, tail);
    let (span, base) = (Span::new(start, end), Span::new(start, base_end));
    // "the university's nursery, Uni Tots, …": the name follows.
    let owned = small && ["'s", "’s"].iter().any(|mark| scan.text.at(base).ends_with(mark));
    let named_next =
        owned && text[end..].strip_prefix(", ").is_some_and(|rest| rest.starts_with(char::is_uppercase));
    // "State of the Nation's Schools"
    let whose =
        scan.text.at(tail) == "Schools" && ["'s", "’s"].iter().any(|mark| scan.text.at(base).ends_with(mark));
    if named_next || whose {
        return None;
    }
    let short = scan.text.sentences.len() < 6;
    let town = || knowledge.sounds_like_a_place(scan.text.at(base));
    let closed = scan.text.at(sentence).ends_with('.');
    if small && start == floor && !short && !closed && !town() && !base_recurs(scan, base) {
        return None;
    }
    let acronym = acronym.or_else(|| bracketed(text, end));
    Some(NameMention { base, acronym, ..NameMention::bare(span, kind) })
}

/// True where a grade begins: "has rated Ely housing trust C3".
fn is_label(scan: &Scan<'_>, word: Span) -> bool {
    scan.within(word).iter().any(|h| h.start == word.start && matches!(h.sense, Sense::Label(_)))
}

/// "the Sunbeams nursery at Tey College", "the Sunbeams nursery in Stow": where it is stands behind it, and not before.
fn is_placed(scan: &Scan<'_>, knowledge: &Knowledge, tail: Span, sentence: Span) -> bool {
    let text = scan.text.as_str();
    let joined = |at: usize| beside::after(text, at, sentence.end).filter(|b| b.joined);
    let place = joined(tail.end)
        .filter(|b| matches!(scan.text.at(b.span), "at" | "in"))
        .and_then(|b| joined(b.span.end))
        .is_some_and(|b| beside::is_capital(scan.text.at(b.span)));
    let own = beside::before(text, tail.start, sentence.start).map(|b| scan.text.at(b.span));
    place
        && own.is_some_and(|w| !knowledge.sounds_like_a_place(w) && !knowledge.is_area(w) && w.ends_with('s'))
}

/// True for schools and colleges, of which a place has several.
pub(super) fn is_taught(knowledge: &Knowledge, kind: u16) -> bool {
    knowledge.service_id(kind).is_some_and(|id| matches!(id.as_str(), "school" | "college"))
}

/// "The Larches care home": what stands before the head noun is no town.
fn is_house(scan: &Scan<'_>, knowledge: &Knowledge, at: usize, floor: usize) -> bool {
    beside::before(scan.text.as_str(), at, floor)
        .is_some_and(|b| b.joined && knowledge.names_a_house(scan.text.at(b.span)))
}

/// "Marle's own youth justice service": of a kind that a place has one of.
fn owned_by_place(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    tail: Span,
    floor: usize,
    kind: u16,
) -> Option<NameMention> {
    let text = scan.text.as_str();
    let mut owner = beside::before(text, tail.start, floor).filter(|b| b.joined)?;
    if scan.text.at(owner.span) == "own" {
        owner = beside::before(text, owner.span.start, floor).filter(|b| b.joined)?;
    }
    let words = scan.text.at(owner.span);
    let stem = ["'s", "’s", "'S", "’S"].iter().find_map(|mark| words.strip_suffix(mark))?;
    let (start, _) = left_edge(scan, knowledge, owner.span.start + stem.len(), floor, Head::Capital)?;
    let base = Span::new(start, owner.span.start + stem.len());
    let named = beside::is_capital(scan.text.at(base)) && !is_body(scan, base);
    named.then(|| NameMention { base, ..NameMention::bare(Span::new(start, tail.end), kind) })
}

/// "Teen jail where lads are locked up" names none: a place that opens a longer text with its jail is named again.
fn base_recurs(scan: &Scan<'_>, base: Span) -> bool {
    let text = scan.text.as_str();
    let words = scan.text.at(base);
    words.contains(' ')
        || memchr::memmem::find_iter(text.as_bytes(), words.as_bytes())
            .any(|at| at != base.start && edge::stands_alone(text, at, at + words.len()))
}

/// "Dr Oakes and Partners": a practice goes by its doctor's name and title.
fn with_doctor(scan: &Scan<'_>, start: usize, tail: Span, floor: usize) -> usize {
    let joins = scan.text.at(tail).starts_with(['a', '&']);
    let doctor = beside::before(scan.text.as_str(), start, floor)
        .filter(|b| joins && b.joined && matches!(scan.text.at(b.span), "Dr" | "Drs" | "Doctors"));
    doctor.map_or(start, |b| b.span.start)
}

/// "… for Girls" belongs to the name, and the place in "Steiner Academy Marle".
fn right_edge(scan: &Scan<'_>, tail: Span) -> usize {
    let text = scan.text.as_str();
    let rest = &text[tail.end..];
    for more in [" for Girls", " for Boys"] {
        if rest.starts_with(more) {
            return tail.end + more.len();
        }
    }
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(tail.start)).map_or(tail.end, |s| s.end);
    let next = |at: usize| beside::after(text, at, ceiling).filter(|b| b.joined);
    let place = next(tail.end).filter(|b| {
        let w = scan.text.at(b.span);
        let known = scan
            .within(b.span)
            .iter()
            .any(|h| !matches!(h.sense, Sense::Place(_)) && h.start == b.span.start);
        let ends = next(b.span.end).is_none_or(|n| !beside::is_capital(scan.text.at(n.span)));
        beside::is_capital(w) && !known && ends && class_of(w) == Class::Other && !w.contains(['\'', '’'])
    });
    place.filter(|_| scan.text.at(tail) == "Academy").map_or(tail.end, |b| b.span.end)
}
