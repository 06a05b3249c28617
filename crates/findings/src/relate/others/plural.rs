//! Grades of several at once: "fives for all it was inspected on", "a clean sweep of goods", "two green flags". Knows no target.

use crate::find::grade::is_plural as is_plural_noun;
use crate::relate::clause::{self, Item, Sentence};
use crate::relate::frame::Frame;

/// "was awarded fives for all it was inspected on": a tally.
pub(crate) fn is_plural(s: &Sentence<'_>, frame: &Frame) -> bool {
    let last = s.at(frame.label).split(' ').next_back().and_then(|w| w.strip_suffix('s'));
    // "three ‘satisfactory’ grades"
    let marked = usize::from(s.item(frame.label.wrapping_sub(1)) == Some(Item::Open));
    let count = matches!(s.item(frame.label.wrapping_sub(1 + marked)), Some(Item::Number(2..=20)));
    let several = count
        && s.says(frame.label + 1 + marked, &["grades", "ratings", "judgements", "judgments", "gradings"]);
    // "six goods", "a clean sweep of outstanding grades"
    let swept = s.says(frame.label.wrapping_sub(1 + marked), &["of"])
        && s.says(frame.label.wrapping_sub(2 + marked), &["sweep", "house"]);
    (several
        || swept
        || is_plural_noun(s.at(frame.label))
        || last.is_some_and(|w| clause::number(w).is_some()))
        && !frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))))
        && frame.unknown.is_empty()
}

/// "two green flags for recycling and housing": so many of one provider, and what each is for.
pub(crate) fn is_many_for_each(s: &Sentence<'_>, frame: &Frame) -> bool {
    let flags = s.at(frame.label).ends_with("flags");
    let areas = frame.listed.iter().filter(|&&i| matches!(s.item(i), Some(Item::Aspect(_)))).count();
    flags && areas + frame.unknown.len() > 0
}
