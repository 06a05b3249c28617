//! A grade given twice in one breath: "was rated inadequate in 2016 and again in 2019". Knows no label; refuses "and
//! again" without a day of its own.

use super::Draft;
use crate::fact::{DateKind, Direction, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;

/// The second time, and the first as a memory of it.
pub(super) fn split(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, draft: Draft) -> Vec<Draft> {
    let Some((first, again, second)) = twice(s, frame).filter(|_| draft.status == Status::Awarded) else {
        return vec![draft];
    };
    let date = |at: usize| match s.item(at) {
        Some(Item::Date(ix)) => story.dates.get(ix).filter(|d| d.kind == DateKind::Date).map(|d| (ix, d)),
        _ => None,
    };
    let (Some((told, earlier)), Some((ix, later))) = (date(first), date(second)) else { return vec![draft] };
    let ordered = earlier.to.zip(later.from).is_some_and(|(a, b)| a < b);
    if !ordered {
        return vec![draft];
    }
    let newest = Draft {
        inspected: later.value.clone(),
        published: None,
        days: later.from.zip(later.to),
        told: Some(ix),
        change: Some((Direction::Same, Some(draft.label.clone()))),
        span: s.chunks.get(again).map_or(draft.span, |c| c.span.cover(later.span)),
        ..draft.clone()
    };
    let oldest = Draft {
        inspected: earlier.value.clone(),
        published: None,
        days: earlier.from.zip(earlier.to),
        told: Some(told),
        status: Status::Previous,
        ..draft
    };
    vec![oldest, newest]
}

/// The first date, "again" and the second date of "in 2016 and again in 2019" behind a label.
fn twice(s: &Sentence<'_>, frame: &Frame) -> Option<(usize, usize, usize)> {
    let date = |i: usize| matches!(s.item(i), Some(Item::Date(_)));
    let prep = |i: usize| i + usize::from(s.is(i, Class::Prep));
    let again =
        (frame.label + 1..frame.label + 9).find(|&i| s.is(i, Class::Again) && s.says(i, &["again"]))?;
    let and = again.checked_sub(1).filter(|&i| s.says(i, &["and"]))?;
    let first = and.checked_sub(1).filter(|&i| date(i) && i > frame.label)?;
    let second = prep(again + 1);
    let label = (frame.label + 1..second).any(|i| matches!(s.item(i), Some(Item::Label(_))));
    (date(second) && !label).then_some((first, again, second))
}
