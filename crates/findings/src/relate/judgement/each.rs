//! Several grades of one kind that are told one by one: "two green flags, one for recycling and one for housing". Knows no
//! verb.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;

impl Reader<'_, '_> {
    /// "[two] green flags", "[two] inadequate ratings, one for safety and one for care": a count of grades that are told one by
    /// one.
    pub(super) fn counts_each(&self, at: usize) -> bool {
        let s = self.s;
        let mut next = self.label + 1;
        while s.is(next, Class::Rating) || s.item(next) == Some(Item::Close) {
            next += 1;
        }
        let flags = s.at(self.label).ends_with(" flags");
        let each = matches!(s.item(next), Some(Item::Stop(_)))
            && s.item(next + 1) == Some(Item::Number(1))
            && self.one_for(next + 1).is_some();
        matches!(s.item(at), Some(Item::Number(2..=9))) && (flags || each)
    }

    /// Past "one for", "another in", "the other for": what one of several grades is for.
    pub(super) fn one_for(&self, at: usize) -> Option<usize> {
        let s = self.s;
        let which = at + usize::from(s.says(at, &["the", "a"]));
        let one = s.item(which) == Some(Item::Number(1))
            || s.says(which, &["other", "another", "second", "third", "fourth", "last"]);
        (one && s.says(which + 1, &["for", "in", "on"])).then_some(which + 2)
    }
}
