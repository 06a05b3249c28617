//! How a sentence takes a name: as what is judged, told of or visited. Knows no kind and no other sentence.

use super::run::Run;
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class, class_of, opens_sentence};
use crate::knowledge::lexicon::{Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside, edge};
use std::cell::OnceCell;

/// Within so many bytes of a name somebody is told to speak.
const NEXT: usize = 30;

/// Whose owners, staff or guests are told of is a business.
const RUN_IT: &[&str] = &[
    "owner", "owners", "manager", "managers", "landlord", "landlady", "proprietor", "proprietors",
    "residents", "customers", "registration",
];

/// What a sentence tells, and where: from there on back a name may be its subject.
pub(super) struct Told {
    label: Option<usize>,
    other: Option<usize>,
    /// Where a word for grades stands last; looked for where a name asks.
    rating: OnceCell<Option<usize>>,
}

impl Told {
    pub(super) fn of(scan: &Scan<'_>, sentence: Span) -> Told {
        let last = |wanted: fn(&Hit) -> bool| {
            scan.within(sentence).iter().filter(|h| wanted(h)).map(|h| h.start).max()
        };
        let label = last(|h| matches!(h.sense, Sense::Label(_))).max(number_given(scan, sentence));
        let other = last(|h| matches!(h.sense, Sense::Measure(_) | Sense::Body { .. } | Sense::BodyNoun(_)));
        Told { label, other, rating: OnceCell::new() }
    }

    /// Where something other than a label stands last that tells of inspections.
    fn other(&self, scan: &Scan<'_>, sentence: Span) -> Option<usize> {
        self.other.max(*self.rating.get_or_init(|| rating_word(scan, sentence)))
    }

    /// True for a sentence that tells of an inspection at all.
    pub(super) fn tells(&self, scan: &Scan<'_>, sentence: Span) -> bool {
        self.label.is_some() || self.other.is_some() || self.other(scan, sentence).is_some()
    }
}

/// "rated 0", "given a 1": where a number stands last that is a grade.
fn number_given(scan: &Scan<'_>, sentence: Span) -> Option<usize> {
    let digits = scan.digits.partition_point(|d| d.start < sentence.start);
    let given = |digit: &&Span| {
        let text = scan.text.as_str();
        let mut before = beside::before(text, digit.start, sentence.start).filter(|b| b.joined);
        if before.is_some_and(|b| matches!(scan.text.at(b.span), "a" | "as" | "of")) {
            before = before.and_then(|b| beside::before(text, b.span.start, sentence.start));
        }
        let verb = before.map(|b| class_of(scan.text.at(b.span)));
        digit.len() == 1
            && edge::stands_alone(text, digit.start, digit.end)
            && matches!(verb, Some(Class::Rate | Class::Give | Class::Receive | Class::Rating))
    };
    let here = scan.digits[digits..].iter().take_while(|d| d.start < sentence.end);
    here.filter(given).last().map(|d| d.start).max(number_told(scan, sentence))
}

/// "a rating of five": where the words of a grade stand last.
fn number_told(scan: &Scan<'_>, sentence: Span) -> Option<usize> {
    let words = scan.text.at(sentence);
    let of = words.rfind(" of ")?;
    let noun = words[..of].rsplit(' ').next().is_some_and(|w| class_of(w) == Class::Rating);
    let number = words[of + " of ".len()..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let told = matches!(number, "zero" | "one" | "two" | "three" | "four" | "five");
    (noun && told).then_some(sentence.start + of)
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
    let mut before = beside::before(text, run.left, sentence.start);
    // "while the Isle of Marle was": past the article.
    if before.is_some_and(|b| b.joined && scan.text.at(b.span) == "the") && run.words > 1 {
        before = before.and_then(|b| beside::before(text, b.span.start, sentence.start));
    }
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
            told.other(scan, sentence).filter(|&at| at > run.span.end).map(|_| Slot::Told)
        };
    }
    if !joined {
        // "Only one, Stanmoor, remains inadequate"
        let apposed = matches!(last.as_str(), "one" | "other" | "another" | "third" | "exception" | "them");
        let verb = text[run.span.end..].starts_with(',')
            && verb_after(text, run.span.end + 1, sentence.end).is_some();
        return (apposed && verb && label).then_some(Slot::Judged);
    }
    let rest = text.get(run.span.end..sentence.end)?;
    let where_told = [", where ", ", which "].iter().any(|w| rest.find(w).is_some_and(|at| at < 40));
    if last == "at" && label && where_told {
        return Some(Slot::Judged);
    }
    // "Children's services in Marle have been rated good": the council's.
    let service = || {
        let at = before.map_or(sentence.start, |b| b.span.start);
        let within = scan.within(Span::new(sentence.start, at));
        within.iter().any(|h| matches!(h.sense, Sense::Service(_)) && h.end + 1 == at)
    };
    let verb = || {
        let next = beside::after(text, run.span.end, sentence.end).filter(|b| b.joined);
        next.is_some_and(|b| matches!(class_of(scan.text.at(b.span)), Class::Be | Class::Have))
    };
    if last == "in" && label && run.words <= 3 && verb() && service() {
        return Some(Slot::Judged);
    }
    // "with Ellerdale judged to be fair", "and Nethersby rated good"
    let participle = beside::after(text, run.span.end, sentence.end)
        .filter(|b| b.joined)
        .is_some_and(|b| class_of(scan.text.at(b.span)) == Class::Rate);
    if participle && label && matches!(last.as_str(), "with" | "and" | "but" | "while") {
        return Some(Slot::Judged);
    }
    // "Residents were left in bed at Hollin Lodge, inspectors found"
    if last == "at" && rest.starts_with(", ") {
        let next = Span::new(run.span.end, (run.span.end + NEXT).min(sentence.end));
        let speaks = |h: &Hit| {
            let told = text[run.span.end..h.start].split_whitespace().count() <= 2;
            told && matches!(h.sense, Sense::Body { .. } | Sense::BodyNoun(_))
        };
        if scan.within(next).iter().any(speaks) {
            return Some(Slot::Visited);
        }
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
        // "the former owners of the Bengal Spice"
        Class::Prep if last == "of" && RUN_IT.contains(&second.as_str()) => Some(Slot::Visited),
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
        let lower = text.get(word.span.start..word.span.end)?.to_lowercase();
        let class = class(&lower);
        let judges =
            matches!(lower.as_str(), "closed" | "opened" | "reopened" | "requires" | "needs" | "scored")
                || matches!(
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
        let direct = judging(at).filter(|(_, judges, _)| *judges);
        let past = || judging(past_place(text, at, ceiling)?).filter(|(_, judges, _)| *judges);
        return direct.or_else(past).map(|(class, ..)| Verb::Own(class));
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

/// "… in Cwm Isaf", "… in the indoor market": where the words that say where a name is end.
fn past_place(text: &str, at: usize, ceiling: usize) -> Option<usize> {
    let first = beside::after(text, at, ceiling).filter(|b| b.joined)?;
    if !matches!(text.get(first.span.start..first.span.end)?, "in" | "at" | "on" | "near" | "outside") {
        return None;
    }
    let mut end = first.span.end;
    for _ in 0..5 {
        let word = beside::after(text, end, ceiling).filter(|b| b.joined)?;
        let w = text.get(word.span.start..word.span.end)?;
        if matches!(class_of(w), Class::Be | Class::Have | Class::Receive | Class::Keep | Class::Stay) {
            return Some(end);
        }
        end = word.span.end;
    }
    None
}
