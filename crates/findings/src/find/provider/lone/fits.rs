//! Whether a name that a sentence judges, tells of or visits may be a provider of a kind. Knows how the sentence takes it;
//! refuses streets, papers, people, places.

use super::owned::owns_such;
use super::refuse::{
    Doubt, is_common, is_minder, is_name, is_person, is_place, is_something_else, may_be_people,
    sounds_like_a_place,
};
use super::run::{Run, The};
use super::slot::Slot;
use crate::find::number::{cardinal, may_be_cardinal};
use crate::find::person::first_name;
use crate::find::person::run::may_be_person;
use crate::find::provider::STREETS;
use crate::find::words::{Class, class, class_of, is_quality};
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::beside;
use crate::text::small::Small;
use crate::text::word::last;

/// What papers are called.
pub(super) const PAPERS: &[&str] = &[
    "Advertiser", "Echo", "Gazette", "Herald", "Times", "Chronicle", "Mail", "News", "Post", "Telegraph",
    "Mercury", "Courier", "Journal", "Observer", "Express", "Argus", "Guardian", "Standard", "Reporter",
    "Examiner", "Press", "Independent", "Citizen", "Sentinel",
];

/// How a sentence takes a name, and what kind it would be.
pub(super) struct Case {
    pub(super) slot: Slot,
    pub(super) kind: u16,
    /// True where a noun near by says the kind.
    pub(super) near: bool,
    /// True for a kind of which a place has one.
    pub(super) place: bool,
    /// True in a sentence that tells of no parts under several labels.
    pub(super) whole: bool,
    /// True in a row of several names under several labels.
    pub(super) row: bool,
    /// True for such a kind that has names elsewhere, before "was rated".
    pub(super) passive: bool,
}

/// "Kidzone has been judged …" in a sentence that tells of no parts.
fn is_told_of(scan: &Scan<'_>, name: &Run, case: &Case) -> bool {
    matches!(case.slot, Slot::Judged | Slot::Given) && case.whole && is_told_of_one(scan, name)
}

/// True for a name that the sentence takes as one of the kind: before anything is asked that speaks against it.
pub(super) fn is_evident(scan: &Scan<'_>, name: &Run, case: &Case) -> bool {
    let strong = name.words >= 2 || name.the == The::Capital;
    match case.slot {
        Slot::Judged | Slot::Given => {
            strong || case.near || name.beside || case.place || is_told_of(scan, name, case)
        }
        Slot::Serves => case.place && !may_be_person(scan.text.at(name.span)),
        Slot::Told => case.near,
        Slot::Peopled => case.near && !case.place,
        Slot::Visited => case.near && strong,
    }
}

/// True for an evident name against which nothing speaks.
pub(super) fn likely(scan: &Scan<'_>, knowledge: &Knowledge, name: &Run, case: &Case, several: bool) -> bool {
    let strong = name.words >= 2 || name.the == The::Capital;
    let told_of = || is_told_of(scan, name, case);
    let town = || {
        let words = scan.text.at(name.span);
        let alone = || case.passive && !is_common(scan, words) && !is_quality(words);
        let owns = || owns_such(scan, name.span.end, case.kind);
        alone() || case.place && (owns() || several || sounds_like_a_place(scan, knowledge, name.span))
    };
    let serves = matches!(case.slot, Slot::Serves) && !is_common(scan, scan.text.at(name.span));
    let is_name = || serves || strong || name.beside || is_name(scan, name) || town() || told_of();
    // "Ann Hay and Bob Oakes were both rated good" at darts.
    let first = || scan.text.at(name.span).split(' ').next().unwrap_or_default();
    let people = || {
        case.place
            && (several && may_be_people(scan, knowledge, name)
                || name.words > 1 && first_name::is_one(first()))
    };
    let judged = matches!(case.slot, Slot::Judged | Slot::Given) || case.near;
    let doubt = if judged { Doubt::Judged } else { Doubt::Any };
    // "Marlow Road" is no council, and "the Marlow Echo" no home.
    let last = last(scan.text.at(name.span));
    let street = case.place && name.words > 1 && STREETS.contains(&last);
    let shop = knowledge.service_id(case.kind).is_some_and(|id| id.as_str() == "food-business");
    let paper = !shop && PAPERS.contains(&last) && (name.words > 1 || name.the != The::No);
    !street
        && !paper
        && !is_something_else(scan, knowledge, name.span)
        && is_name()
        && (name.the != The::Small || takes_small_article(scan, knowledge, name, case.kind))
        && (!is_person(scan, name, doubt) || is_minder(scan, name))
        && !people()
        && (case.place || doubt == Doubt::Judged && case.near && name.words > 1 || !is_place(scan, name))
}

/// "Kidzone has been judged …": a single word of which a verb tells as of one thing, and that is no quality.
fn is_told_of_one(scan: &Scan<'_>, name: &Run) -> bool {
    let words = scan.text.at(name.span);
    let floor = scan.text.sentences.get(scan.text.sentence_at(name.left)).map_or(name.left, |s| s.start);
    // "in Marle, which was": where something is.
    let placed = beside::before(scan.text.as_str(), name.left, floor).is_some_and(|b| {
        b.joined && class_of(scan.text.at(b.span)) == Class::Prep && scan.text.at(b.span) != "of"
    });
    // "Marle's Hay School was": where it is.
    let rest = scan.text.as_str().get(name.span.end..).unwrap_or_default();
    let owns = rest.strip_prefix(['\'', '’']).and_then(|r| r.strip_prefix("s "));
    // "Lunch at Hay School was", "Record keeping was", "Details were"
    let next = rest.split_ascii_whitespace().next().unwrap_or_default();
    let many = words.ends_with('s') && !words.ends_with("ss") && matches!(next, "were" | "are" | "have");
    if owns.is_some_and(|r| r.starts_with(char::is_uppercase))
        || many
        || next == "at"
        || next.ends_with("ing")
    {
        return false;
    }
    // "Sixteen were", "She's been"
    let stem = words.split(['\'', '’']).next().unwrap_or(words);
    let known = class(&Small::lower(stem)) != Class::Other || stem.split('-').all(is_cardinal);
    let quality =
        || is_quality(&words.to_lowercase()) && !(words.ends_with('s') && is_told_as_one(scan, name));
    !placed && !known && !quality() && !is_common(scan, words)
}

/// "Pathfinders was …": many are told of as one.
fn is_told_as_one(scan: &Scan<'_>, name: &Run) -> bool {
    let rest = scan.text.as_str().get(name.span.end..).unwrap_or_default();
    let words = scan.text.at(name.span);
    let one = ["ss", "ics", "ies"].iter().any(|e| words.ends_with(e)) || words.len() < 6;
    !one && [" was ", " has ", " is "].iter().any(|v| rest.starts_with(v))
}

/// "Sixteen"
fn is_cardinal(word: &str) -> bool {
    may_be_cardinal(word) && cardinal(word).is_some()
}

/// "the Isle of Marle", "the Bengal Rose": an article in small letters stands before few names.
fn takes_small_article(scan: &Scan<'_>, knowledge: &Knowledge, name: &Run, kind: u16) -> bool {
    let first = scan.text.at(name.span).split(' ').next().unwrap_or_default();
    let region = matches!(first, "Isle" | "Isles" | "Vale" | "Forest" | "Royal");
    // "the Hawthorn Unit"
    let unit = scan.text.at(name.span).ends_with(" Unit");
    name.words >= 2 && (knowledge.bare_names(kind) || region || unit)
}
