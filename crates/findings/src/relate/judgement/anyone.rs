//! Grades that are nobody's: "None has been given the lowest grade", "It is rare for a school to be rated outstanding".

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;

impl Reader<'_, '_> {
    /// True for the grade of none, or of any that there may be.
    pub(super) fn is_nobodys(&self, frame: &Frame) -> bool {
        let s = self.s;
        // "None has been given the lowest grade", and not "None of that stopped Hay School from being rated good".
        let none = (s.says(0, &["none", "nobody"]) && s.is_any(1, &[Class::Have, Class::Be]))
            && (1..self.label).all(|i| !s.chunks[i].is_target());
        none || self.of_any_one(frame.head)
    }

    /// "unusual for one to be judged", "hard for a school to be rated".
    fn of_any_one(&self, verb: usize) -> bool {
        let s = self.s;
        let to = verb.checked_sub(2).filter(|&i| s.says(i, &["to"]) && s.is(i + 1, Class::Be));
        let one = |i: usize| s.says(i, &["a", "an", "any", "one"]) || s.item(i) == Some(Item::Number(1));
        let first = to.and_then(|to| (to.saturating_sub(4)..to).rev().find(|&i| one(i)));
        first.is_some_and(|i| {
            i > 1 && s.says(i - 1, &["for"]) && s.is_any(i - 2, &[Class::Other, Class::Filler])
        })
    }
}
