//! The one that is left of several, named between marks: "with the fifth, safe, requiring improvement", "and the other,
//! protecting vulnerable people, inadequate". Knows no verb.

use super::Reader;
use crate::fact::Basis;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;

/// What says that one of several is left.
const LEFT: &[&str] = &[
    "other", "second", "third", "fourth", "fifth", "sixth", "last", "one", "remaining", "exception", "final",
];

impl Reader<'_, '_> {
    /// The grade of the one that is left, where another grade or the inspectors stand beside.
    pub(super) fn remaining(&self) -> Option<Frame> {
        let s = self.s;
        let close = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        let mark = |i: usize| match s.item(i) {
            Some(Item::Stop(mark)) if matches!(mark, ',' | '–' | '—' | '(' | ')') => Some(mark),
            _ => None,
        };
        mark(close)?;
        let open = (close.saturating_sub(12)..close).rev().find(|&i| mark(i).is_some())?;
        let led = open > 0 && s.says(open - 1, LEFT) && self.counts_one(open - 1);
        if !led || self.paraphrase || self.in_speech() || !(self.ends_phrase() || self.quoted()) {
            return None;
        }
        if !(self.sibling() || self.run || self.body_speaks()) {
            return None;
        }
        let row = phrase::areas_in(self.story, s, open + 1..close)?;
        let frame = self.frame(close, close..close, close..close, "rated/remaining");
        Some(Frame { listed: row.named, unknown: row.unknown, basis: Basis::Stated, ..frame })
    }

    /// "the fifth", "the remaining one", "and one".
    fn counts_one(&self, at: usize) -> bool {
        let s = self.s;
        let the =
            |i: usize| s.says(i, &["the", "its", "only", "and", "with", "but", "remaining", "other", "last"]);
        at > 0 && the(at - 1)
    }
}
