//! Whom a verb judges before the words that say where it is. Knows no label.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::phrase;

impl Reader<'_, '_> {
    /// "rated Tey School in Kent inadequate", "rated Tey School in Kent and Hay School in Ely inadequate": the object before
    /// the words that say where it is.
    pub(super) fn object_there(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let object = self.located(head)?;
        let mut first = object;
        while first > 1 && (s.is(first - 1, Class::Conj) || s.item(first - 1) == Some(Item::Stop(','))) {
            let Some(before) = self.located(first - 2) else { break };
            first = before;
        }
        let rated = phrase::governor(&s.chunks, first + 1)
            .is_some_and(|verb| s.is(verb, Class::Rate) || s.is(verb, Class::Give) && self.marked_off());
        rated.then_some(object)
    }

    /// "Tey School in Kent": the one judged before a town that ends here.
    fn located(&self, end: usize) -> Option<usize> {
        let s = self.s;
        let town = |i: usize| {
            s.is_any(i, &[Class::Other, Class::Visit]) && s.at(i).starts_with(char::is_uppercase)
                || matches!(s.item(i), Some(Item::Provider(_)))
        };
        let first = (end.saturating_sub(3)..=end).rev().take_while(|&i| town(i)).last()?;
        let place = first.checked_sub(1).filter(|&i| s.says(i, &["in", "near", "at", "on", "outside"]))?;
        let judged = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_) | Item::Group(_)));
        place.checked_sub(1).filter(judged)
    }
}
