//! Measures that a later sentence calls by a common noun: "the notice", "the ban", "the programme".
//!
//! *What it finds*: what came of one that was told before: "has now lifted the notice", "the restriction remains in
//! place", "was placed in the programme in 2021".
//! *What it leaves alone*: a noun without its article, and a noun that no measure told before answers to.

use super::found::Found;
use super::line::Line;
use super::mode::{self, Mode};
use super::noun;
use super::state::Told;
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::story::Story;
use crate::text::table::set;

set! {
    /// What the readers of measures told before begin with, those here and `state::recalled`: no other word wakes them.
    RECALLS = "ban brought came category come comes coming complied complies condition conditions discharged embargo entered exit exited \
        extended freeze imposed issued leave left lifted met monitoring needs notice notices overturned placed placing process \
        programme put putting regime released removed renewed requirements requires restriction restrictions served suspension \
        taken terms withdrawn"
}

/// True for a word that may recall a measure told before.
pub(super) fn recalls(word: &str) -> bool {
    RECALLS.has(word)
}

/// A measure that is issued and stands until it is lifted.
pub(super) fn is_order(kind: MeasureKind) -> bool {
    use MeasureKind::{
        AdmissionsStop, ComplianceNotice, Conditions, Direction, ImprovementNotice, Suspension, WarningNotice,
    };
    matches!(
        kind,
        AdmissionsStop
            | ComplianceNotice
            | Conditions
            | Direction
            | ImprovementNotice
            | Suspension
            | WarningNotice
    )
}

/// The one kind of notice that an article names: what "the notices" mean before they are named.
pub(super) fn only_notice(story: &Story<'_>) -> Option<Told> {
    let mut named = story.measures.iter().filter_map(|m| {
        let kind = story.knowledge.measure_kind(m.ix).filter(|&k| answers("notice", k))?;
        Some(Told { kind, name: Some(m.ix) })
    });
    let first = named.next()?;
    named.all(|t| t.kind == first.kind).then_some(first)
}

/// True where the common noun may mean a measure of this kind.
pub(super) fn answers(noun: &str, kind: MeasureKind) -> bool {
    use MeasureKind::{
        AdmissionsStop, ComplianceNotice, Conditions, Direction, ImprovementNotice, Suspension, WarningNotice,
    };
    match noun {
        "notice" | "notices" => {
            matches!(kind, WarningNotice | ImprovementNotice | ComplianceNotice | Direction)
        }
        "restriction" | "restrictions" => matches!(kind, AdmissionsStop | Conditions | Suspension),
        "suspension" => kind == Suspension,
        "ban" | "embargo" | "freeze" => matches!(kind, AdmissionsStop | Suspension),
        "condition" | "conditions" => kind == Conditions,
        _ => false,
    }
}

/// "The notice was lifted last summer", "two of the three had not been met".
pub(super) fn order(l: &Line<'_, '_>, at: usize, told: Told) -> Vec<Found> {
    if !pointed(l, at) {
        return Vec::new();
    }
    let mut found = noun::read(l, at, told.kind, told.name);
    found.retain(|f| match f.action {
        Action::Lifted | Action::Continued | Action::Complied | Action::Withdrawn => true,
        // "It issued the notices on 11 January", "The notice, served on Friday, gives it a month"
        Action::Imposed => {
            l.says(f.verb, &["issued", "served", "imposed"])
                || f.verb > at
                    && f.rule == "measure/subject"
                    && l.says(at + 2, &["issued", "served", "imposed"])
        }
        _ => false,
    });
    found.into_iter().map(|f| Found { rule: "measure/recalled", ..f }).collect()
}

/// "That was lifted last year": right after the sentence that told of it.
pub(super) fn pronoun(l: &Line<'_, '_>, at: usize, told: Told) -> Option<Found> {
    let action = match l.w(at) {
        "lifted" | "removed" => Action::Lifted,
        "extended" | "renewed" => Action::Continued,
        "withdrawn" | "overturned" => Action::Withdrawn,
        "served" | "issued" | "imposed" => Action::Imposed,
        "met" if !l.says(at + 1, &["with", "by"]) => Action::Complied,
        "complied" | "complies" => Action::Complied,
        _ => return None,
    };
    let g = mode::group(l, at);
    // "found that it had complied with it", "It has met two of them", "it now complies"
    if action == Action::Complied
        && let Some(to) = all_of(l, at)
    {
        let found = Found::told(told.kind, action, at, to, "measure/recalled");
        let done = g.mode == Mode::Done && !g.passive;
        return done.then(|| Found { name: told.name, ..found.since(g.start).passive(true) });
    }
    // "issued a notice in 2017 and lifted it four months later"
    let object = l.says(at + 1, &["it", "them", "both"]) && !g.passive && g.mode == Mode::Done;
    if object && matches!(action, Action::Lifted | Action::Continued) {
        let found = Found::told(told.kind, action, at, at + 1, "measure/recalled");
        return Some(Found { name: told.name, ..found.since(g.start) });
    }
    const THEM: &[&str] = &["it", "that", "this", "they", "these", "those", "both", "all"];
    let who = g.start.wrapping_sub(1);
    let first =
        who == 0 || action != Action::Imposed && l.s.is_any(who.wrapping_sub(1), &[Class::Say, Class::Find]);
    let subject = first && l.says(who, THEM);
    (subject && g.passive && g.mode == Mode::Done).then(|| Found {
        name: told.name,
        ..Found::told(told.kind, action, at, at, "measure/recalled").since(g.start).passive(true)
    })
}

/// "complied with it", "met two of them", "now complies.": up to where the words go that mean the notices told before.
fn all_of(l: &Line<'_, '_>, verb: usize) -> Option<usize> {
    let with = l.w(verb + 1) == "with";
    let at = verb + 1 + usize::from(with);
    let ends = |i: usize| l.w(i).is_empty() || l.ends_clause(i) || l.is_date(i) || l.s.is(i, Class::Conj);
    let them = |i: usize| l.says(i, &["it", "them", "both", "these", "those"]) && ends(i + 1);
    let counts = matches!(l.s.item(at), Some(Item::Number(_))) || l.says(at, &["all", "both", "one"]);
    let of_them = counts && l.w(at + 1) == "of" && l.says(at + 2, &["them", "these", "those"]);
    match () {
        () if of_them => Some(at + 2),
        () if them(at) && (with || l.w(verb) == "met") => Some(at),
        () if l.w(verb) == "complies" && ends(at) && !with => Some(verb),
        () => None,
    }
}

/// "The home had met the requirements of the first, but the other two had been extended": of the notices told before.
pub(super) fn counted(l: &Line<'_, '_>, at: usize, told: Told) -> Option<Found> {
    const ONE: &[&str] = &["first", "second", "third", "other", "others", "both", "rest"];
    let notice = answers("notice", told.kind);
    let number = |i: usize| l.says(i, ONE) || matches!(l.s.item(i), Some(Item::Number(n)) if n < 20);
    if !notice {
        return None;
    }
    // "had met the requirements of the first"
    if l.says(at, &["requirements", "terms"])
        && l.w(at + 1) == "of"
        && (at + 2..at + 5).any(|i| l.says(i, ONE))
        && let Some(verb) = l.back(at, 3, &["met", "satisfied"])
    {
        let done = mode::group(l, verb).mode == Mode::Done;
        let found = Found::told(told.kind, Action::Complied, verb, at, "measure/recalled");
        return done.then(|| Found { name: told.name, ..found.since(verb).passive(true) });
    }
    let action = match l.w(at) {
        "extended" | "renewed" => Action::Continued,
        "lifted" | "withdrawn" => Action::Lifted,
        "complied" if l.w(at + 1) == "with" => Action::Complied,
        _ => return None,
    };
    let g = mode::group(l, at);
    // "a third, relating to how it is run, had not been complied with and would be extended"
    let mut start = g.start;
    while start > 0 && l.is_light(start - 1) {
        start -= 1;
    }
    let past = |from: usize| {
        let aside = l.w(from + 1) == ",";
        (from + 2..start).find(|&i| l.w(i) == ",").filter(|_| aside).unwrap_or(from)
    };
    let verbs = |from: usize| {
        let joined = l.w(start) == "and" || l.w(start - 1) == "and";
        (past(from) + 1..start).any(|i| l.s.is_any(i, &[Class::Be, Class::Have])) && !joined
    };
    let subject = (g.start.saturating_sub(16)..g.start).rev().find(|&i| {
        let opens = l.s.is_any(i.wrapping_sub(1), &[Class::Det, Class::Opens, Class::Say])
            || i == 0
            || l.ends_clause(i - 1);
        number(i) && opens && !verbs(i)
    })?;
    let own = !(past(subject) + 1..g.start).any(|i| l.is_place(i));
    let noun = l.s.is(subject + 1, Class::Other)
        && !l.w(subject + 1).starts_with("notice")
        && !l.ends_clause(subject + 1);
    let action = match (action, g.mode) {
        (Action::Complied, Mode::Nothing) => Action::Continued,
        (action, Mode::Done | Mode::Will | Mode::May) => action,
        _ => return None,
    };
    (own && !noun && (g.passive || l.w(at) == "complied")).then(|| Found {
        name: told.name,
        ..Found::told(told.kind, action, at, at, "measure/recalled").since(subject).passive(true)
    })
}

/// "was placed in the programme", "has left the regime".
pub(super) fn state(l: &Line<'_, '_>, at: usize, told: Told) -> Vec<Found> {
    let process = l.says(at, &["programme", "process", "regime", "category"])
        && l.says(at.wrapping_sub(1), &["the", "that"])
        && l.w(at + 1) != "of";
    if !process {
        return Vec::new();
    }
    let mut found = noun::read(l, at, told.kind, told.name);
    found.retain(|f| matches!(f.action, Action::Imposed | Action::Lifted | Action::Continued) && f.verb < at);
    found.into_iter().map(|f| Found { rule: "measure/recalled", ..f }).collect()
}

/// "the notice", "both notices", "its first notice", "all of the conditions".
fn pointed(l: &Line<'_, '_>, at: usize) -> bool {
    // "found that one notice had been met", "two notices were extended": of those that were told.
    let one = l.s.is_any(at + 1, &[Class::Have, Class::Be]);
    // "A previous notice, served in 2017, had been complied with"
    if l.says(at.wrapping_sub(1), &["previous", "earlier", "original"]) {
        return true;
    }
    (at.saturating_sub(3)..at).rev().take_while(|&i| !l.ends_clause(i) && !l.s.is(i, Class::Prep)).any(|i| {
        l.says(i, &["the", "this", "that", "these", "those", "both", "its", "all"])
            || one && (l.w(i) == "one" || matches!(l.s.item(i), Some(Item::Number(_))))
    })
}
