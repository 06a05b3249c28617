//! Words of time at the head of a subject: "Two years ago respect was poor". Knows no verb.

use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};
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
