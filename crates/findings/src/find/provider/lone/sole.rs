//! The only name of a sentence that tells of a grade and of who gives it, however it stands there: "The CQC has cut its
//! rating of Stourhead Villa from good to inadequate". For articles that name nobody else of the kind; knows no verb.

use super::fits::PAPERS;
use super::refuse::{Doubt, is_common, is_person, is_place, is_something_else};
use super::run::{Run, The};
use crate::find::number::{cardinal, may_be_cardinal};
use crate::find::person::first_name;
use crate::find::person::run::may_be_person;
use crate::find::provider::STREETS;
use crate::find::words::{Class, class, class_of, is_quality};
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::small::Small;
use crate::text::word::last;
use crate::text::{Span, beside, overlaps_any};

/// The one name among the runs of a sentence that may be a provider's.
pub(super) fn of_sentence(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    runs: &[Run],
    sentence: Span,
    taken: &[Span],
) -> Option<Span> {
    let mut fit = runs.iter().filter(|run| may_be_one(scan, knowledge, run, sentence));
    let first = fit.next()?;
    let alone = fit.next().is_none() && !overlaps_any(taken, first.span);
    alone.then_some(first.span)
}

/// True for a name against which nothing speaks: no person, place, street, paper or quality, and before no noun.
fn may_be_one(scan: &Scan<'_>, knowledge: &Knowledge, run: &Run, sentence: Span) -> bool {
    let words = scan.text.at(run.span);
    let tail = last(words);
    if run.the == The::Small || !run.parts.is_empty() || STREETS.contains(&tail) || PAPERS.contains(&tail) {
        return false;
    }
    let single = || {
        class(&Small::lower(words)) == Class::Other
            && words.len() > 3
            && !is_quality(&words.to_lowercase())
            && !is_common(scan, words)
            && !first_name::is_one(words)
            && !knowledge.sounds_like_a_place(words)
            && !words.split('-').any(|w| may_be_cardinal(w) && cardinal(w).is_some())
    };
    let text = scan.text.as_str();
    let next = beside::after(text, run.span.end, sentence.end).filter(|b| b.joined);
    // "Kent and Surrey homes", "Details have"
    let noun = next.is_some_and(|b| {
        let w = scan.text.at(b.span);
        let many = words.ends_with('s') && matches!(w, "are" | "were" | "have");
        matches!(class_of(w), Class::Other | Class::Conj) || many
    });
    let led = beside::before(text, run.left, sentence.start).filter(|b| b.joined);
    let led = led.map(|b| Small::lower(scan.text.at(b.span)));
    let placed = led.is_some_and(|w| {
        matches!(
            w.as_str(),
            "in" | "near" | "around" | "across" | "from" | "outside" | "said" | "says" | "mr" | "mrs"
        )
    });
    let person = may_be_person(words) && first_name::is_one(words.split(' ').next().unwrap_or(words));
    (run.words > 1 || run.the == The::Capital || single())
        && !noun
        && !placed
        && !person
        && !is_something_else(scan, knowledge, run.span)
        && !is_person(scan, run, Doubt::Any)
        && !is_place(scan, run)
}
