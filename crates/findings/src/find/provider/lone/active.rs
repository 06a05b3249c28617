//! What inspectors do to a name in so many words: "found Golden Wok good", "has put Fernlea in the bottom grade", "slammed
//! Fernlea as inadequate", "The Elms, which they rated good". Knows no kind and nothing of passives.

use super::only::is_brand;
use super::run::{Run, The};
use super::slot::Slot;
use crate::find::person::first_name;
use crate::find::person::run::may_be_person;
use crate::find::words::{Class, class_of};
use crate::knowledge::lexicon::{Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// What is said of somebody as something.
const AS: &[&str] = &[
    "slammed", "slams", "criticised", "criticises", "condemned", "condemns", "blasted", "blasts", "hailed",
    "hails", "praised", "praises", "described", "describes", "lambasted", "singled", "listed", "lists",
    "regarded", "recognised", "named", "names", "branding", "describing",
];

/// What inspectors do besides to what they inspect.
const SPOKEN_OF: &[&str] =
    &["commended", "applauded", "lauded", "fault", "faulted", "failed", "passed", "raided"];

/// What is put into a grade or into measures.
const PUT: &[&str] = &["placed", "put", "placing", "putting", "places", "puts"];

/// What inspectors tell those whom they inspect.
const TOLD: &[&str] =
    &["told", "ordered", "warned", "asked", "instructed", "forced", "tells", "orders", "warns"];

/// True where somebody who inspects is told of before a name.
fn by_body(scan: &Scan<'_>, run: &Run, sentence: Span) -> bool {
    let before = scan.within(Span::new(sentence.start, run.left));
    before.iter().any(|h| matches!(h.sense, Sense::Body { .. } | Sense::BodyNoun(_)))
}

/// "The CQC said that The Gables was dirty": what inspectors say of a name.
pub(super) fn is_reported(scan: &Scan<'_>, run: &Run, sentence: Span, before: &str) -> bool {
    let words = scan.text.at(run.span);
    let person = may_be_person(words) && words.split(' ').next().is_some_and(first_name::is_one);
    let said = before == "that" || class_of(before) == Class::Say;
    said && !person && (run.words > 1 || run.the == The::Capital) && by_body(scan, run, sentence)
}

/// False for a word that is no such verb: a first look.
pub(super) fn may_be_one(verb: &str) -> bool {
    PUT.contains(&verb)
        || AS.contains(&verb)
        || TOLD.contains(&verb)
        || SPOKEN_OF.contains(&verb)
        || matches!(class_of(verb), Class::Find | Class::Rate)
}

/// How a sentence takes a name right behind such a verb. `label` is true where a grade follows, `labelled` where one
/// follows at once.
pub(super) fn slot(
    scan: &Scan<'_>,
    run: &Run,
    sentence: Span,
    verb: &str,
    label: bool,
    labelled: impl Fn() -> bool,
) -> Option<Slot> {
    let rest = scan.text.as_str().get(run.span.end..sentence.end)?;
    // "Ofsted has placed The Chase in special measures", "has put it in the bottom grade"
    if PUT.contains(&verb) {
        let measured = |h: &Hit| h.start > run.span.end && matches!(h.sense, Sense::Measure(_));
        let graded = label && [" in ", " into ", " on "].iter().any(|p| rest.starts_with(p));
        let told = scan.within(sentence).iter().any(measured).then_some(Slot::Told);
        return told.or(graded.then_some(Slot::Given));
    }
    // "Ofsted has told Kidz Zone to stop", "has warned it to"
    if TOLD.contains(&verb) && run.words > 1 && rest.starts_with(" to ") && by_body(scan, run, sentence) {
        return Some(Slot::Visited);
    }
    let to_be = || [" to be ", " was ", " is "].iter().any(|p| rest.starts_with(p));
    // "officers rated Golden Wok at zero"
    if class_of(verb) == Class::Rate && label && rest.starts_with(" at ") {
        return Some(Slot::Given);
    }
    let found = class_of(verb) == Class::Find && label && (labelled() || to_be());
    let as_such = AS.contains(&verb) && rest.starts_with(" as ") && labelled();
    // "Ofsted praised Tiny Tots for its care", "condemned Brook Hill as a failing school"
    let spoken = || (AS.contains(&verb) || SPOKEN_OF.contains(&verb)) && run.words > 1;
    let words = scan.text.at(run.span);
    let nobody = || !may_be_person(words) || is_brand(words) || rest.starts_with(", in ");
    let told = || (spoken() && nobody() && by_body(scan, run, sentence)).then_some(Slot::Visited);
    (found || as_such).then_some(Slot::Given).or_else(told)
}

/// ", which they graded", ", which the watchdog has rated": what inspectors say of a name in a clause of its own. `at` is
/// where "which" ends.
pub(super) fn is_rated_by(scan: &Scan<'_>, at: usize, ceiling: usize) -> bool {
    const WORDS: usize = 6;
    let mut at = at;
    for n in 0..WORDS {
        let Some(word) = beside::after(scan.text.as_str(), at, ceiling).filter(|b| b.joined) else {
            return false;
        };
        let w = scan.text.at(word.span);
        let class = class_of(w);
        let body = || {
            let named = scan.within(word.span);
            named.iter().any(|h| matches!(h.sense, Sense::Body { .. } | Sense::BodyNoun(_)))
        };
        match class {
            Class::Rate | Class::Give => return n > 0 && !w.ends_with("ing"),
            Class::Pronoun if n == 0 => {}
            Class::Det | Class::Have | Class::Filler | Class::Before => {}
            Class::Other if body() || n > 0 => {}
            _ => return false,
        }
        at = word.span.end;
    }
    false
}
