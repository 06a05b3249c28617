//! Grades that are nobody's: "None has been given the lowest grade", "It is rare for a school to be rated outstanding", "A
//! school rated inadequate must become an academy", "schools that were rated good", "my last school".

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;

impl Reader<'_, '_> {
    /// True for the grade of none, or of any that there may be.
    pub(super) fn is_nobodys(&self, frame: &Frame) -> bool {
        let s = self.s;
        // "None has been given the lowest grade", and not "None of that stopped Hay School from being rated good".
        let none = (s.says(0, &["none", "nobody"]) && s.is_any(1, &[Class::Have, Class::Be]))
            && (1..self.label).all(|i| !s.chunks[i].is_target());
        let nobody = none || self.of_any_one(frame.head) || self.of_another_day(frame);
        nobody || self.of_whatever(frame) || self.of_a_kind(frame) || self.deserved(frame)
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

    /// Past the label's marks and who gave it.
    fn next_word(&self) -> usize {
        let s = self.s;
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) || s.is(next, Class::Rating) {
            next += 1;
        }
        phrase::past_agent_only(s, next)
    }

    /// "A home rated inadequate has six months to improve", "Any school that is graded poor": whichever it may be.
    fn of_whatever(&self, frame: &Frame) -> bool {
        const RULED: &[&str] = &[
            "inspected", "re-inspected", "monitored", "given", "placed", "put", "expected", "required",
            "automatically", "usually", "normally", "always", "likely", "visited", "supposed", "eligible",
        ];
        let s = self.s;
        let subject = frame.subject.clone();
        let any = subject.clone().any(|i| s.says(i, &["a", "an", "any", "every"]));
        let named = subject.clone().any(|i| s.chunks[i].is_target()) || !frame.listed.is_empty();
        let participle = s.is(frame.head, Class::Rate) && !s.is(frame.head.wrapping_sub(1), Class::Be);
        let clause = (subject.end..frame.head).any(|i| s.is(i, Class::Opens));
        if !any || named || !(participle || clause) {
            return false;
        }
        let next = self.next_word();
        let term = s.says(next, &["has"])
            && (matches!(s.item(next + 1), Some(Item::Number(_) | Item::Date(_)))
                || s.says(next + 1, &["to", "until", "up"]));
        let ruled = s.says(next, &["is"]) && (s.says(next + 1, RULED) || s.says(next + 2, RULED));
        let is = clause && (subject.end..frame.head).any(|i| s.says(i, &["is", "gets"]));
        is || term
            || ruled
            || s.says(next, &["must", "can", "may", "cannot", "faces", "gets", "should", "becomes"])
    }

    /// "schools that were rated inadequate", "homes rated good": so many of a kind.
    fn of_a_kind(&self, frame: &Frame) -> bool {
        let s = self.s;
        let last = frame.subject.end.wrapping_sub(1);
        let many =
            s.at(last).strip_suffix('s').is_some_and(|one| self.is_kind(one)) && s.is(last, Class::Other);
        let definite = frame.subject.clone().any(|i| {
            s.chunks[i].is_target()
                || matches!(s.item(i), Some(Item::Number(_)))
                || s.is_any(i, &[Class::Det, Class::Possessive, Class::All, Class::Count])
        });
        let clause = (frame.subject.end..frame.head).any(|i| s.says(i, &["that", "which"]));
        let led = s.is(frame.subject.start.wrapping_sub(1), Class::Prep)
            || frame.subject.clone().any(|i| s.is(i, Class::Prep));
        many && clause && led && !definite && frame.listed.is_empty()
    }

    /// "My last school was rated outstanding", "her previous home": somebody's of another day.
    fn of_another_day(&self, frame: &Frame) -> bool {
        let s = self.s;
        frame.subject.clone().any(|i| {
            s.says(i, &["my", "his", "her"])
                && (s.is(i + 1, Class::Before) || s.says(i + 1, &["old", "first", "other"]))
                && self.is_kind(s.at(i + 2))
        })
    }

    /// "had a good result in the quiz": of something else than an inspection.
    pub(super) fn of_contest(&self, noun: usize) -> bool {
        let s = self.s;
        let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_)));
        let about = |i: usize| {
            matches!(
                s.item(i),
                Some(Item::Body(_) | Item::Aspect(_) | Item::Service(_) | Item::Date(_) | Item::Number(_))
            ) || s.is_any(i, &[Class::Visit, Class::Rating, Class::All, Class::Possessive])
        };
        s.says(noun, &["result"])
            && s.says(noun + 1, &["in", "at"])
            && s.is(noun + 2, Class::Det)
            && !self.quoted()
            && !(noun + 2..noun + 7).take_while(|i| !stop(i)).any(about)
    }

    /// "deserves an outstanding rating", "three stars on its coat of arms"
    fn deserved(&self, frame: &Frame) -> bool {
        let s = self.s;
        let verb = (self.label.saturating_sub(4)..self.label)
            .any(|i| s.says(i, &["deserves", "deserve", "deserved", "warrants", "merits"]));
        let article = (self.label.saturating_sub(3)..self.label).any(|i| s.says(i, &["a", "an"]));
        let worn = frame.rule == "has"
            && s.says(self.label + 1, &["on"])
            && s.is_any(self.label + 2, &[Class::Possessive, Class::Det])
            && s.is(self.label + 3, Class::Other);
        verb && article && self.rating_noun().is_some() && frame.rule == "rating-noun" || worn
    }
}
