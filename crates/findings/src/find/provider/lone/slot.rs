//! How a sentence takes a name: as what is judged, told of or visited. Knows no kind and no other sentence.

use super::run::Run;
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class, class_of, opens_sentence};
use crate::knowledge::lexicon::{Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// What a sentence tells, and where: from there on back a name may be its subject.
pub(super) struct Told {
    label: Option<usize>,
    other: Option<usize>,
}

impl Told {
    pub(super) fn of(scan: &Scan<'_>, sentence: Span) -> Option<Told> {
        let last = |wanted: fn(&Hit) -> bool| {
            scan.within(sentence).iter().filter(|h| wanted(h)).map(|h| h.start).max()
        };
        let label = last(|h| matches!(h.sense, Sense::Label(_)));
        let other = last(|h| matches!(h.sense, Sense::Measure(_) | Sense::Body { .. } | Sense::BodyNoun(_)));
        let other = other.max(rating_word(scan, sentence));
        (label.is_some() || other.is_some()).then_some(Told { label, other })
    }
}

/// Where "score", "grade" or the like stands last.
fn rating_word(scan: &Scan<'_>, sentence: Span) -> Option<usize> {
    let words = scan.text.at(sentence);
    let is_rating = |w: &&str| class_of(w.trim_matches(|c: char| !c.is_alphanumeric())) == Class::Rating;
    let word = words.split_whitespace().rev().find(is_rating)?;
    Some(sentence.start + (word.as_ptr() as usize - words.as_ptr() as usize))
}

/// How a sentence takes a name.
#[derive(Clone, Copy)]
pub(super) enum Slot {
    /// With a label after it.
    Judged,
    /// With a measure or a body after it.
    Told,
    /// As what was inspected.
    Visited,
}

pub(super) fn slot(scan: &Scan<'_>, run: &Run, sentence: Span, told: &Told) -> Option<Slot> {
    let text = scan.text.as_str();
    let before = beside::before(text, run.left, sentence.start);
    let word = |b: beside::Beside| scan.text.at(b.span).to_lowercase();
    let last = before.map(word).unwrap_or_default();
    let joined = before.is_some_and(|b| b.joined);
    let label = told.label.is_some_and(|at| at > run.span.end);
    let open = before.is_none()
        || !joined
        || run.beside
        || matches!(class(&last), Class::Conj | Class::Opens | Class::Say)
        || opens_sentence(&last) && beside::before(text, before?.span.start, sentence.start).is_none();
    // "At the other end of the table Tressary held on to …": nothing but the name can be the subject.
    let free =
        !matches!(class(&last), Class::Prep | Class::Det | Class::Possessive | Class::Be | Class::Have);
    let fits = match verb_after(text, run.span.end, sentence.end) {
        Some(Verb::Relative) => true,
        Some(Verb::Own(Class::Be | Class::Have)) => open,
        Some(Verb::Own(_)) => open || free && !may_be_person(scan.text.at(run.span)),
        None => false,
    };
    if fits {
        return if label {
            Some(Slot::Judged)
        } else {
            told.other.filter(|&at| at > run.span.end).map(|_| Slot::Told)
        };
    }
    if !joined {
        return None;
    }
    let second = beside::before(text, before?.span.start, sentence.start).filter(|b| b.joined).map(word);
    let second = second.unwrap_or_default();
    let passive = class(&second) == Class::Be || class(&second) == Class::Have;
    match class(&last) {
        Class::Rate | Class::Give if label && !passive => Some(Slot::Judged),
        Class::Visit if matches!(last.as_str(), "visited" | "inspected") && !passive => Some(Slot::Visited),
        Class::Prep if matches!(last.as_str(), "of" | "to" | "at") && class(&second) == Class::Visit => {
            Some(Slot::Visited)
        }
        Class::Prep if last == "at" && second.is_empty() => Some(Slot::Visited),
        // "Glanhesg Care Ltd, which runs Plas Gwylan Las"
        _ if matches!(last.as_str(), "runs" | "owns" | "operates" | "manages")
            && class(&second) == Class::Opens =>
        {
            Some(Slot::Visited)
        }
        _ => None,
    }
}

/// A verb that judges, or its auxiliary, after a name.
enum Verb {
    /// "Amberley was …", "Amberley, in Queen's Road, Sandholt, was …".
    Own(Class),
    /// "… Amberley, which was …".
    Relative,
}

fn verb_after(text: &str, at: usize, ceiling: usize) -> Option<Verb> {
    let judging = |at: usize| {
        let word = beside::after(text, at, ceiling)?;
        let class = class(&text.get(word.span.start..word.span.end)?.to_lowercase());
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
        Some((class, judges, word.span))
    };
    let rest = text.get(at..ceiling)?;
    if !rest.starts_with(',') {
        return judging(at).filter(|(_, judges, _)| *judges).map(|(class, ..)| Verb::Own(class));
    }
    let stops = rest.match_indices(',').take(4).take_while(|(close, _)| *close < 110);
    for (n, (close, _)) in stops.enumerate() {
        let Some((class, judges, word)) = judging(at + close + 1) else { continue };
        if judges && n > 0 {
            return Some(Verb::Own(class));
        }
        let which = class == Class::Opens && text.get(word.start..word.end) == Some("which");
        if which && judging(word.end).is_some_and(|(class, judges, _)| judges && class != Class::Have) {
            // The verb of the main clause may still follow: the name is told of either way.
            return Some(Verb::Relative);
        }
    }
    None
}
