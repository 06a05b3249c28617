//! Words of time: at the head of a subject, "Two years ago respect was poor", and those of a way of grading that is gone.
//! Knows no verb.

use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use std::ops::Range;

/// "At the last inspection in 2019 safety was poor", "Two years ago respect was": the subject without the time.
pub(super) fn past_time(chunks: &[Chunk], range: Range<usize>) -> Range<usize> {
    let Some(first) = range.clone().find(|&i| chunks[i].is_target()) else { return range };
    let timed = (range.start..first).all(|i| {
        matches!(chunks[i].item, Item::Date(_) | Item::Stop(',') | Item::Number(_))
            || chunks[i].is_any(&[
                Class::Prep,
                Class::Det,
                Class::Possessive,
                Class::Before,
                Class::Visit,
                Class::Conj,
                Class::Filler,
                Class::Now,
            ])
    });
    let last = (range.start..first).rev().find(|&i| {
        matches!(chunks[i].item, Item::Date(_))
            || chunks[i].is_any(&[Class::Visit, Class::Before, Class::Now])
    });
    match last.filter(|_| timed) {
        Some(last) => last + 1..range.end,
        None => range,
    }
}

/// "Under the old system it was good", "was outstanding under the previous framework".
pub(crate) fn under_old_rules(s: &Sentence<'_>, label: usize) -> bool {
    const RULES: &[&str] = &[
        "system", "systems", "regime", "framework", "rules", "scheme", "arrangements", "grades", "gradings",
        "scale", "ratings", "inspection", "inspections", "style", "one", "format", "model",
    ];
    let old = |i: usize| s.says(i, &["old", "old-style", "previous", "former", "earlier"]);
    let under = |i: usize| {
        s.says(i, &["under"])
            && old(i + 2)
            && (i + 3..i + 6).any(|j| s.says(j, RULES) || s.is(j, Class::Rating))
    };
    let other = |i: &usize| matches!(s.item(*i), Some(Item::Label(_)));
    let before = (0..label).rev().take_while(|i| !other(i)).any(under);
    before
        || (label + 1..label + 5)
            .take_while(|i| !matches!(s.item(*i), Some(Item::Stop(_))) && !other(i))
            .any(under)
}
