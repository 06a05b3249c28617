//! Words that set a grade into a time of its own, beside a newer one: "at that time", "in those days", "before being rated",
//! "after slipping to". Knows no status.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// "was rated good at that time", "was then rated poor; now it is good".
pub(super) fn at_that_time(s: &Sentence<'_>, frame: &Frame) -> bool {
    let next =
        (frame.label + 1..frame.label + 3).find(|&i| s.is(i, Class::Prep) || s.says(i, &["back", "then"]));
    let ends = |i: usize| {
        matches!(s.item(i), None | Some(Item::Stop(_))) || s.is_any(i, &[Class::Conj, Class::Opens])
    };
    let that = |i: usize| s.says(i, &["that", "the"]) && s.says(i + 1, &["time", "point", "stage"]);
    let on_that =
        |i: usize| s.says(i, &["on"]) && s.says(i + 1, &["that"]) && s.says(i + 2, &["occasion", "visit"]);
    let after = next.is_some_and(|i| {
        s.says(i, &["at"]) && that(i + 1) && ends(i + 3)
            || on_that(i) && ends(i + 3)
            || s.says(i, &["in"]) && s.says(i + 1, &["those"]) && s.says(i + 2, &["days"])
            || s.says(i, &["back"]) && s.says(i + 1, &["then"])
            || s.says(i, &["then"]) && ends(i + 1)
    });
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    let then =
        s.says(frame.head.wrapping_sub(1), &["then"]) && s.says(frame.head.wrapping_sub(2), &["was", "were"]);
    let newer = (frame.label + 1..s.chunks.len())
        .find(|&i| label(i))
        .is_some_and(|at| (frame.label + 1..at).any(|i| s.is(i, Class::Now) || s.at(i).starts_with("today")));
    let past = (frame.subject.start..=frame.head).any(|i| s.says(i, &["was", "were", "had", "been"]));
    // "In those days it was rated poor", "At that point the home was rated poor"
    let days = s.says(0, &["in"]) && s.says(1, &["those"]) && s.says(2, &["days"]);
    let opens = days || s.says(0, &["at"]) && that(1);
    let opens =
        opens && frame.head < 9 && (0..frame.head).all(|i| !matches!(s.item(i), Some(Item::Label(_))));
    past && (after || opens) || then && newer || had_joined(s, frame)
}

/// "Inspectors had called in 2001 and rated it poor": one "had" for both verbs.
fn had_joined(s: &Sentence<'_>, frame: &Frame) -> bool {
    let and = frame.head.wrapping_sub(1);
    let stop =
        |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_))) || s.is(*i, Class::Conj);
    let had =
        (0..and.min(s.chunks.len())).rev().take(9).take_while(|i| !stop(i)).find(|&i| s.says(i, &["had"]));
    let dated =
        |had: usize| (had..and).any(|i| matches!(s.item(i), Some(Item::Date(_))) || s.is(i, Class::Before));
    s.is_any(frame.head, &[Class::Rate, Class::Find, Class::Give])
        && s.says(and, &["and"])
        && had.is_some_and(|had| !s.is_any(had + 1, &[Class::Det, Class::Possessive]) && dated(had))
}

/// "before being rated", "before it was rated", "until Ofsted rated it": what came later.
pub(super) fn opens_later(s: &Sentence<'_>, at: usize) -> bool {
    let who = at + 1 + usize::from(s.is(at + 1, Class::Det));
    let body = matches!(s.item(who), Some(Item::Body(_))) || s.says(who, &["inspectors", "inspector"]);
    s.says(at, &["before", "until"]) && (s.says(at + 1, &["being"]) || s.is(at + 1, Class::Pronoun) || body)
}

/// "was good for a decade before being rated poor": the one before.
pub(super) fn before_being(s: &Sentence<'_>, frame: &Frame) -> bool {
    let label = |i: &usize| matches!(s.item(*i), Some(Item::Label(_)));
    let own = |i: &usize| !matches!(s.item(*i), Some(Item::Stop(';' | ':'))) && !label(i);
    let before = (frame.label + 1..s.chunks.len()).take(8).take_while(own).find(|&i| opens_later(s, i));
    before.is_some_and(|i| (i + 2..i + 8).any(|j| label(&j)))
        && s.is_any(
            frame.head,
            &[Class::Be, Class::Rate, Class::Find, Class::Give, Class::Receive, Class::Have],
        )
}

/// "is good again, after slipping to poor": beside the newer one.
pub(super) fn after_slipping(s: &Sentence<'_>, frame: &Frame) -> bool {
    let moved =
        s.is_any(frame.head, &[Class::Fall, Class::Rise, Class::Move]) && s.at(frame.head).ends_with("ing");
    let newer = (0..frame.head).any(|i| matches!(s.item(i), Some(Item::Label(_))));
    moved && newer && s.says(frame.head - 1, &["after"])
}

/// "two years ago it had come away with a good": "had" before a verb that none of rating is, and none who says so.
pub(super) fn had_come(s: &Sentence<'_>, frame: &Frame, from: usize) -> bool {
    let noun = matches!(frame.rule, "grade-noun" | "received" | "rating-noun");
    let told =
        |i: usize| (0..i).any(|j| s.is(j, Class::Say) || s.says(j, &["news", "learned", "heard", "emerged"]));
    noun && (from..frame.label).any(|i| {
        s.says(i, &["had"])
            && s.is_any(i + 1, &[Class::Other, Class::Filler])
            && frame.label < i + 8
            && !s.is(i.wrapping_sub(1), Class::Have)
            && !told(i)
    })
}
