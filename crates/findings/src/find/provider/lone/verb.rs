//! The verb that tells of a name, past where it is and what it is: "was", "… in Queen's Road was", "…, which was". Knows no
//! kind and nothing before the name.

use super::active;
use crate::find::provider::STREETS;
use crate::find::words::{Class, class_of};
use crate::knowledge::lexicon::Sense;
use crate::scan::Scan;
use crate::text::{Span, beside, edge};

/// "… was rated", "… was the only one": right after a name.
pub(super) fn is_passive(scan: &Scan<'_>, at: usize, ceiling: usize) -> bool {
    let rest = scan.text.as_str().get(at..ceiling).unwrap_or_default();
    let mut words = rest.split_whitespace();
    let be = matches!(words.next(), Some("was" | "were"))
        || rest.starts_with(" has been ") && words.next().is_some();
    let next = words.next().unwrap_or_default();
    be && (matches!(class_of(next), Class::Rate | Class::Give)
        || next == "one"
        || next == "the" && words.next() == Some("only"))
}

/// A verb that judges, or its auxiliary, after a name.
pub(super) enum Verb {
    /// "Amberley was …", "Amberley, in Queen's Road, Sandholt, was …".
    Own(Class),
    /// "… Amberley, which was …".
    Relative,
}

/// So near "has" a grade is had: "has a good", "holds an overall good".
const HAS: usize = 22;

pub(super) fn verb_after(scan: &Scan<'_>, at: usize, ceiling: usize, picked: bool) -> Option<Verb> {
    let text = scan.text.as_str();
    let rest = text.get(at..ceiling)?;
    // "Sunnymead – three care homes in Ely – were …"
    for dash in [" – ", " — ", " - "] {
        let Some(aside) = rest.strip_prefix(dash) else { continue };
        let close = aside.find(dash).filter(|close| *close < 110)?;
        let after = ceiling - aside.len() + close + dash.len() - 1;
        return verb_at(scan, after, ceiling).map(|(class, _)| Verb::Own(class));
    }
    if !rest.starts_with(',') {
        let verb = verb_at(scan, at, ceiling).or_else(|| verb_after_place(scan, at, ceiling));
        return verb.map(|(class, _)| Verb::Own(class));
    }
    let stops = rest.match_indices(',').take(4).take_while(|(close, _)| *close < 110);
    for (n, (close, _)) in stops.enumerate() {
        let after = at + close + 1;
        let verb = verb_at(scan, after, ceiling).or_else(|| verb_after_town(scan, after, ceiling));
        if let Some((class, _)) = verb.filter(|_| n > 0 || picked) {
            return Some(Verb::Own(class));
        }
        // "Curry Corner, at 14 High Street was given a five": no comma closes it.
        let street = |verb: Span| STREETS.iter().any(|s| text[..verb.start].trim_end().ends_with(s));
        let open = || verb_after_place(scan, after, ceiling).filter(|(_, verb)| street(*verb));
        if n == 0
            && let Some((class, _)) = open()
        {
            return Some(Verb::Own(class));
        }
        let which = beside::after(text, after, ceiling).filter(|b| scan.text.at(b.span) == "which");
        let relative = which.and_then(|b| verb_at(scan, b.span.end, ceiling));
        // "Birch Lea, which has a good rating"
        let has = |verb: Span| {
            let near = Span::new(verb.end, ceiling.min(verb.end + HAS));
            scan.within(near).iter().any(|h| matches!(h.sense, Sense::Label(_)))
        };
        if relative.is_some_and(|(class, verb)| class != Class::Have || has(verb)) {
            // The verb of the main clause may still follow: the name is told of either way.
            return Some(Verb::Relative);
        }
        if which.is_some_and(|b| active::is_rated_by(scan, b.span.end, ceiling)) {
            return Some(Verb::Relative);
        }
    }
    None
}

/// "The Rose in Mill Street, Hay's and the Crown in Ely were …": the verb of many after a row that the name opens, each
/// member with where it is.
pub(super) fn verb_after_row(scan: &Scan<'_>, at: usize, ceiling: usize) -> Option<Class> {
    const WORDS: usize = 32;
    let text = scan.text.as_str();
    let (mut at, mut joined, mut small) = (at, false, 0);
    for _ in 0..WORDS {
        let word = beside::after(text, at, ceiling)?;
        let w = scan.text.at(word.span);
        let gap = text.get(at..word.span.start)?.trim();
        if !matches!(gap, "" | "," | "'s" | "’s" | "'s," | "’s,") {
            return None;
        }
        let figure = w.starts_with(|c: char| c.is_ascii_digit());
        if joined && matches!(w, "were" | "are" | "have" | "had" | "both" | "all" | "each") {
            return Some(if matches!(w, "were" | "are") { Class::Be } else { Class::Have });
        }
        joined |= matches!(w, "and" | "&");
        let passed = matches!(w, "and" | "&" | "the" | "in" | "on" | "at" | "near" | "of");
        small = if passed { small + 1 } else { 0 };
        if !(beside::is_capital(w) || figure || passed) || small > 3 {
            return None;
        }
        at = word.span.end;
    }
    None
}

/// The verb that begins after a place, past "also" and "itself".
fn verb_at(scan: &Scan<'_>, at: usize, ceiling: usize) -> Option<(Class, Span)> {
    let text = scan.text.as_str();
    let mut word = beside::after(text, at, ceiling)?;
    let mut class = class_of(scan.text.at(word.span));
    if matches!(class, Class::Filler | Class::All) || scan.text.at(word.span) == "itself" {
        word = beside::after(text, word.span.end, ceiling).filter(|b| b.joined)?;
        class = class_of(scan.text.at(word.span));
    }
    let w = scan.text.at(word.span);
    // "Amberley requires improvement"
    let label = w.starts_with("require")
        && scan
            .within(word.span)
            .iter()
            .any(|h| h.start == word.span.start && matches!(h.sense, Sense::Label(_)));
    let judges = matches!(
        class,
        Class::Be
            | Class::Have
            | Class::Receive
            | Class::Keep
            | Class::Lose
            | Class::Fall
            | Class::Rise
            | Class::Move
            | Class::Stay
    );
    // "Record keeping, rated good": no finite verb.
    let judges = judges && !(class == Class::Keep && w.ends_with("ing"));
    let stands = label
        || matches!(
            w,
            "scored"
                | "scores"
                | "can"
                | "holds"
                | "boasts"
                | "boasted"
                | "closed"
                | "opened"
                | "reopened"
                | "needs"
                | "failed"
                | "fails"
                | "emerged"
                | "ended"
                | "joined"
                | "fared"
                | "fares"
        )
        || matches!(w, "came" | "comes")
            && beside::after(text, word.span.end, ceiling).is_some_and(|b| scan.text.at(b.span) == "out");
    (judges || stands).then_some((if judges { class } else { Class::Have }, word.span))
}

/// "Golden Wok in Station Road was …", "Marle next door has …": the verb after where the name is.
fn verb_after_place(scan: &Scan<'_>, at: usize, ceiling: usize) -> Option<(Class, Span)> {
    const WORDS: usize = 7;
    let text = scan.text.as_str();
    let first = beside::after(text, at, ceiling).filter(|b| b.joined)?;
    if !matches!(scan.text.at(first.span), "in" | "on" | "near" | "at" | "outside" | "next") {
        return None;
    }
    let mut at = first.span.end;
    for _ in 0..WORDS {
        let word = beside::after(text, at, ceiling)?;
        // "at 12 High Street, Marle was given"
        let street =
            || STREETS.iter().any(|s| text[..at].ends_with(s)) && beside::is_capital(scan.text.at(word.span));
        if !word.joined && !street() {
            return None;
        }
        if let Some(verb) = verb_at(scan, at, ceiling) {
            return Some(verb);
        }
        if matches!(
            class_of(scan.text.at(word.span)),
            Class::Conj | Class::Opens | Class::Pronoun | Class::Say
        ) {
            return None;
        }
        at = word.span.end;
    }
    None
}

/// ", 18 High Street, Ely was …": the verb right after the town.
fn verb_after_town(scan: &Scan<'_>, at: usize, ceiling: usize) -> Option<(Class, Span)> {
    let mut at = at;
    for _ in 0..3 {
        let word = beside::after(scan.text.as_str(), at, ceiling).filter(|b| b.joined)?;
        if !beside::is_capital(scan.text.at(word.span)) {
            return None;
        }
        at = word.span.end;
        if let Some(verb) = verb_at(scan, at, ceiling).filter(|(class, _)| *class == Class::Be) {
            return Some(verb);
        }
    }
    None
}

/// ", where …", ", which …" or ", in Queen's Road, where …".
pub(super) fn where_follows(rest: &str) -> bool {
    let near = edge::floor(rest, rest.len().min(80));
    let place = rest.starts_with(", in ") || rest.starts_with(", on ") || rest.starts_with(", near ");
    let told = [", where ", ", which "].iter().find_map(|w| rest[..near].find(w));
    told.is_some_and(|at| at == 0 || place)
}
