//! Grades of several at once: "fives for all it was inspected on", "a clean sweep of goods", "two green flags". Knows no target.

use crate::find::grade::is_plural as is_plural_noun;
use crate::relate::clause::{self, Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;

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
        || counts_areas(s, frame)
        || is_plural_noun(s.at(frame.label))
        || last.is_some_and(|w| clause::number(w).is_some()))
        && !frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))))
        && frame.unknown.is_empty()
}

/// "In four of the five areas it was rated good", "Good ratings were given in four areas": so many, and none by name.
fn counts_areas(s: &Sentence<'_>, frame: &Frame) -> bool {
    const GRADES: &[&str] = &["grades", "ratings", "judgements", "judgments", "gradings", "scores", "marks"];
    let counts = |from: usize, end: usize| {
        (from + 1..end.min(from + 4)).any(|i| matches!(s.item(i), Some(Item::Number(2..=30))))
            && (from + 1..end.min(from + 9)).any(|i| phrase::is_area_noun(s, i))
    };
    let leads = |i: &usize| s.says(*i, &["in", "for", "on", "across"]);
    let who = frame.subject.start.max(1).min(frame.head);
    let fronted = leads(&0) && frame.label > who && counts(0, frame.subject.end.min(frame.head));
    let many = frame.rule == "given/fronted" && s.says(frame.label + 1, GRADES);
    let after = || (frame.head..frame.label + 7).find(leads).is_some_and(|i| counts(i, s.chunks.len()));
    fronted || many && after()
}

/// "two green flags for recycling and housing": so many of one provider, and what each is for.
pub(crate) fn is_many_for_each(s: &Sentence<'_>, frame: &Frame) -> bool {
    let flags = s.at(frame.label).ends_with("flags");
    let areas = frame.listed.iter().filter(|&&i| matches!(s.item(i), Some(Item::Aspect(_)))).count();
    flags && areas + frame.unknown.len() > 0
}
