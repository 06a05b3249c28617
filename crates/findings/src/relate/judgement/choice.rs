//! Labels in a row that are a choice and no judgement: "good or outstanding", "outstanding, good, requires improvement or
//! inadequate". Knows no frame.

use super::{Reader, gloss};
use crate::relate::clause::Item;

impl Reader<'_, '_> {
    /// "good or outstanding": a choice, not a judgement.
    pub(super) fn is_alternative(&self) -> bool {
        let s = self.s;
        let beside = |conj: usize, label: usize| {
            s.says(conj, &["or"]) && matches!(s.item(label), Some(Item::Label(_)))
        };
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) {
            next += 1;
        }
        let after = if s.item(next + 1) == Some(Item::Open) { next + 2 } else { next + 1 };
        let mut before = self.label;
        while before > 0 && s.item(before - 1) == Some(Item::Open) {
            before -= 1;
        }
        let glossed = before >= 2 && s.item(before - 2) == Some(Item::Stop(','))
            || gloss::number_before(s, self.label).is_some();
        let first = before >= 2 && !glossed && {
            let conj = before - 1;
            let label = if s.item(conj - 1) == Some(Item::Close) { conj.wrapping_sub(2) } else { conj - 1 };
            beside(conj, label)
        };
        // "a rating of outstanding, good, requires improvement or inadequate"
        let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
        let mut last = self.label;
        while s.item(last + 1) == Some(Item::Stop(',')) && label(last + 2) {
            last += 2;
        }
        let mut first_of = self.label;
        while first_of >= 2 && s.item(first_of - 1) == Some(Item::Stop(',')) && label(first_of - 2) {
            first_of -= 2;
        }
        let listed = last > first_of
            && s.says(last + 1 + usize::from(s.item(last + 1) == Some(Item::Stop(','))), &["or"]);
        // "Ofsted's gradings – outstanding, good, requires improvement and inadequate –"
        let row = last > first_of + 2
            && s.says(last + 1, &["and"])
            && label(last + 2)
            && !s.says(last + 3, &["for", "at", "in"]);
        let ends_row = s.says(self.label.wrapping_sub(1), &["and"])
            && (2..6).step_by(2).all(|d| label(self.label.wrapping_sub(d)))
            && s.item(self.label.wrapping_sub(3)) == Some(Item::Stop(','));
        listed
            || row
            || ends_row
            || first
            || beside(next, after)
            || s.says(next, &["or"]) && s.says(next + 1, &["better", "above", "worse", "below"])
    }
}
