//! Unmarked grades that their time sets against another one: "was poor in 2001, but this time it was rated fair", "The year
//! before it was weak"; and what drafts and feedback call somebody: "Verbal feedback was that the home is poor". Asks for
//! the other grade, or for the draft.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::phrase;

impl Reader<'_, '_> {
    /// True where words of time stand in the clause of a verb, and a grade of another time beside it; or where a draft speaks.
    pub(super) fn of_two_times(&self, verb: usize) -> bool {
        let s = self.s;
        let stop = |i: &usize| {
            matches!(s.item(*i), Some(Item::Stop(';' | ':' | '–' | '—') | Item::Label(_)))
                || s.is(*i, Class::Conj) && !s.says(*i, &["when"])
        };
        let start = (0..verb).rev().find(stop).map_or(0, |i| i + 1);
        let end = (self.label + 1..self.label + 6).find(stop).unwrap_or(self.label + 6);
        let said = (start..verb).any(|i| s.is(i, Class::Say) && !self.inspectors_in(start..i));
        // "the latter was good even then": of an area.
        // "It must be good by the weekend"
        let unreal = (start..verb).any(|i| s.is_any(i, &[Class::Must, Class::Will, Class::Would, Class::If]));
        if said || unreal || (start..verb).any(|i| s.says(i, &["former", "latter"])) {
            return false;
        }
        self.drafted(start..verb)
            || (self.sibling() || self.run)
                && self.beside_judged()
                && (start..end.min(s.chunks.len())).any(|i| self.tells_time(i))
    }

    /// "The bus service was poor then but this time it was good": the other grade is that of one who is judged too.
    fn beside_judged(&self) -> bool {
        let s = self.s;
        (0..self.label).filter(|&i| matches!(s.item(i), Some(Item::Label(_)))).all(|i| {
            let be = i.checked_sub(1).filter(|&b| s.is(b, Class::Be));
            be.is_none_or(|be| self.pure(&phrase::subject(&s.chunks, be)))
        })
    }

    /// "in 2001", "this time", "until then", "back then", "the year before", "used to be".
    fn tells_time(&self, at: usize) -> bool {
        let s = self.s;
        matches!(s.item(at), Some(Item::Date(_)))
            || s.says(at, &["time"]) && s.says(at.wrapping_sub(1), &["this", "that", "last", "the"])
            || s.says(at, &["then"]) && s.says(at.wrapping_sub(1), &["back", "until", "before", "since"])
            || s.says(at, &["before"]) && s.says(at.wrapping_sub(1), &["year", "month", "years"])
            || s.says(at, &["today", "now", "nowadays", "ago"])
            || at == self.label + 1 && s.says(at, &["until"])
    }

    /// "In a draft seen by this paper", "Early feedback from inspectors was that": before the verb.
    fn drafted(&self, before: std::ops::Range<usize>) -> bool {
        let s = self.s;
        let fed = |i: usize| {
            s.says(i, &["feedback"])
                && (s.says(i.wrapping_sub(1), &["verbal", "oral", "initial", "early", "informal", "first"])
                    || self.inspectors_in(before.clone()))
        };
        before
            .clone()
            .any(|i| s.is(i, Class::Draft) && !s.says(i + 1, &["plan", "plans", "budget", "strategy"]))
            || before.clone().any(fed)
    }
}
