//! Grades that say what they are for beside a grade of the whole, or before it: "inadequate overall: poor for safety", "good
//! (leadership)", "Good was the grade for leadership". Knows no verb of rating.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "rated the home inadequate overall: inadequate for safety and good for care": a grade with its area, after a colon.
    pub(super) fn spelt_out(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let before = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        let stop = before - usize::from(s.says(before, &["a", "an", "rated"]) && before > 0);
        if !matches!(s.item(stop), Some(Item::Stop(':' | '–' | '—'))) || self.in_speech() {
            return None;
        }
        let last = found.last().filter(|f| f.label < stop && f.status.is_none())?;
        let plain = |i: usize| {
            s.item(i) == Some(Item::Close)
                || matches!(s.item(i), Some(Item::Body(_) | Item::Date(_)))
                || s.is_any(i, &[Class::Filler, Class::Rating, Class::Prep, Class::Det, Class::Visit])
        };
        let parts = self.parts(false);
        let areas = parts.listed.iter().any(|&i| self.is_area(i)) || !parts.unknown.is_empty();
        let whole = !self.is_of_areas(last);
        ((last.label + 1..stop).all(plain) && areas && whole).then(|| Frame {
            label: self.label,
            listed: parts.listed,
            unknown: parts.unknown,
            end: parts.end.max(self.label + 1),
            change: None,
            rule: "rated/coordinated",
            ..last.clone()
        })
    }

    /// "Inadequate was the grade for safety": a grade as the subject, and what the noun for it is of.
    pub(super) fn grade_of(&self) -> Option<Frame> {
        const NOUNS: &[&str] =
            &["grade", "rating", "mark", "score", "verdict", "judgement", "judgment", "grading"];
        let s = self.s;
        let opens =
            |i: usize| i == 0 || s.is(i - 1, Class::Conj) || matches!(s.item(i - 1), Some(Item::Stop(_)));
        let first = self.label - usize::from(self.quoted());
        let be = self.label + 1 + usize::from(self.quoted());
        if !opens(first) || !s.is(be, Class::Be) || self.in_speech() {
            return None;
        }
        let noun = (be + 1..be + 5).find(|&i| s.says(i, NOUNS))?;
        let led = (be + 1..noun).all(|i| {
            s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler])
                || matches!(s.item(i), Some(Item::Body(_)))
        });
        let given = noun + 1 + usize::from(s.says(noun + 1, &["given", "awarded", "handed"]));
        let of = s.says(given, &["for", "on", "to", "in"]);
        let parts = self.parts_after(given, true);
        let areas = parts.listed.iter().any(|&i| self.is_area(i)) || !parts.unknown.is_empty();
        (led && of && areas).then(|| Frame {
            listed: parts.listed,
            unknown: parts.unknown,
            end: parts.end,
            ..self.frame(noun, noun..noun, noun..noun, "verdict")
        })
    }

    /// The areas of "inadequate (safety and care)": nothing but areas between the brackets.
    pub(super) fn in_brackets_next(&self, after: usize) -> Option<(Vec<usize>, usize)> {
        let s = self.s;
        let open = after + usize::from(s.item(after) == Some(Item::Close));
        let close = (open + 1..open + 12).find(|&i| matches!(s.item(i), Some(Item::Stop('(' | ')'))))?;
        let joins = |i: usize| {
            s.is_any(i, &[Class::Conj, Class::Det, Class::Possessive]) || s.item(i) == Some(Item::Stop(','))
        };
        let areas: Vec<usize> = (open + 1..close).filter(|&i| self.is_area(i)).collect();
        let whole = (open + 1..close).all(|i| self.is_area(i) || joins(i));
        let between = s.item(open) == Some(Item::Stop('(')) && s.item(close) == Some(Item::Stop(')'));
        (between && whole && !areas.is_empty()).then_some((areas, close + 1))
    }

    /// "inadequate for safety and good overall": the second of the whole.
    pub(super) fn is_of_whole(&self, last: &Frame, gap: &Range<usize>) -> bool {
        let next = self.label + 1 + usize::from(self.quoted());
        let plain = !gap.clone().any(|i| self.s.chunks[i].is_target());
        self.s.says(next, &["overall"]) && plain && self.is_of_areas(last)
    }

    /// True for a grade that stands before what it is for.
    pub(super) fn is_of_areas(&self, frame: &Frame) -> bool {
        !frame.unknown.is_empty() || frame.listed.iter().any(|&i| self.is_area(i))
    }

    /// An aspect, or a service of a provider.
    pub(super) fn is_area(&self, i: usize) -> bool {
        matches!(self.s.item(i), Some(Item::Aspect(_) | Item::Service(_)))
    }
}

/// "For safety it got inadequate": an area that opens the clause of a verb of receiving.
pub(super) fn opens_with_area(s: &Sentence<'_>, verb: usize) -> bool {
    let area = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
    let opens = |i: &usize| {
        s.says(*i, &["for", "in", "on", "under"])
            && (*i == 0 || s.is(i - 1, Class::Conj) || matches!(s.item(i - 1), Some(Item::Stop(_))))
    };
    let who = (0..verb).rev().find(|&i| !s.is_any(i, &[Class::Have, Class::Filler, Class::Again]));
    let who = who
        .filter(|&i| s.is(i, Class::Pronoun) || matches!(s.item(i), Some(Item::Provider(_) | Item::Body(_))));
    let Some(first) = who.and_then(|who| (0..who).rev().find(opens)) else { return false };
    (first + 1..verb).any(|i| area(&i))
}
