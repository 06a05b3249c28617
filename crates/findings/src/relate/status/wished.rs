//! Grades that somebody fears, awaits or would be glad of, and that nobody gave. Knows no label.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// "I shall be disappointed if we don't get two stars": who says so expects it.
pub(super) fn upset_without(s: &Sentence<'_>, frame: &Frame) -> bool {
    let Some(condition) = (0..frame.head).find(|&i| s.says(i, &["if"])) else { return false };
    let upset = ["disappointed", "surprised", "amazed", "astonished"];
    let not = |i: usize| s.is(i, Class::Not) || s.at(i).ends_with("n't") || s.at(i).ends_with("n’t");
    (0..condition).any(|i| s.says(i, &upset)) && (condition..frame.head).any(not)
}

/// "at risk of being rated poor", "avoided the threat of being branded poor"
pub(super) fn feared(s: &Sentence<'_>, verb: usize) -> bool {
    const FEARS: &[&str] =
        &["risk", "threat", "danger", "prospect", "possibility", "chance", "fear", "risks"];
    // "risks being rated poor"
    if s.says(verb, &["being"])
        && s.says(verb.wrapping_sub(1), &["risks", "risk", "risking", "fears", "faces", "feared"])
    {
        return true;
    }
    let of = verb - usize::from(verb > 0 && !s.says(verb, &["of"]));
    s.says(of, &["of"]) && s.says(of.wrapping_sub(1), FEARS)
}

/// "will not rest until it is rated outstanding"
pub(super) fn awaited(s: &Sentence<'_>, frame: &Frame, group: std::ops::Range<usize>) -> bool {
    let from = frame.subject.start.min(frame.head);
    let ahead = |i: usize| s.is_any(i, &[Class::Will, Class::Would, Class::Must, Class::Not]);
    (from.wrapping_sub(1)..frame.head).any(|i| s.says(i, &["until"]))
        && (0..from).any(ahead)
        && !group.into_iter().any(|i| s.is(i, Class::Have))
}

/// "would be delighted with a good rating"
pub(super) fn longed_for(s: &Sentence<'_>, frame: &Frame) -> bool {
    let glad = |i: usize| s.says(i, &["delighted", "thrilled", "happy", "pleased", "surprised", "content"]);
    (frame.head..frame.label).any(|i| glad(i) && (i..frame.label).any(|j| s.says(j, &["with", "by"])))
}

/// "is expected to be rated good", "was confident of a good rating", "is to be rated poor".
pub(super) fn expected(s: &Sentence<'_>, frame: &Frame) -> bool {
    let expected = (frame.head.saturating_sub(5)..frame.head).any(|i| s.is(i, Class::Expect))
        && (frame.head.saturating_sub(3)..frame.head).any(|i| s.says(i, &["to"]))
        // "expects to be told it is inadequate"
        || (frame.head.saturating_sub(6)..frame.head).any(|i| {
            s.is(i, Class::Expect) && s.says(i + 1, &["to"]) && s.says(i + 2, &["be"]) && s.says(i + 3, &["told"])
        });
    // "had been expecting a good rating", "was confident of a rating of good"
    let awaits =
        s.is(frame.head, Class::Be) && s.is(frame.head + 1, Class::Expect) && frame.head + 1 < frame.label;
    // "is expected to say that it has fallen to poor"
    let to_say = |i: usize| {
        s.says(i + 1, &["to"])
            && (s.is_any(i + 2, &[Class::Say, Class::Find]) || s.says(i + 2, &["show", "confirm", "reveal"]))
    };
    // "is expected to say X, in Y, has fallen": what stands beside the subject is passed over.
    let says = |before: usize| {
        (before.saturating_sub(10)..before)
            .rev()
            .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_))))
            .any(|i| s.is(i, Class::Expect) && to_say(i))
    };
    let expected = expected || says(frame.head) || says(frame.subject.start.min(frame.head));
    // "is to be rated poor", and not "was found to be"
    let is_to = (frame.head.saturating_sub(3)..frame.head).any(|i| {
        s.says(i, &["is", "are"]) && s.says(i + 1, &["to"]) && s.says(i + 2, &["be", "get", "receive"])
    });
    expected || awaits || is_to
}
