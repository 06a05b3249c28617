//! Grades as the rung that somebody is put on: "put teaching at good and leadership at poor", "was placed at the strong standard
//! for inclusion", "four stand at 5, and the setting at 4". Knows the verbs of placing; refuses prices, ages and places
//! that no inspectors tell of.

use super::{Reader, gloss};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

/// So many items before a grade its verb is sought.
const REACH: usize = 16;

/// What inspectors do with those whom they put on a rung.
const PUTS: &[&str] = &[
    "put", "puts", "putting", "place", "places", "placed", "placing", "peg", "pegged", "pegs", "pitched",
    "set", "sets", "has", "have", "had", "rated", "graded", "scored", "marked", "assessed",
];

/// What somebody does on a rung.
const STANDS: &[&str] =
    &["stand", "stands", "stood", "sit", "sits", "sat", "are", "is", "was", "were", "remain"];

impl Reader<'_, '_> {
    /// The grade behind "at", by the verb before it or by the grade of the verb before that.
    pub(super) fn put_at(&self, found: &[Frame]) -> Option<Frame> {
        if self.paraphrase || self.in_speech() || self.inside_longer_quote() || self.is_alternative() {
            return None;
        }
        let at = self.rung()?;
        let frame = match found.last() {
            Some(last) if last.rule.starts_with("put") => self.further_rung(last, at)?,
            _ => self.first_rung(at)?,
        };
        (!self.is_nobodys(&frame)).then_some(frame)
    }

    /// The "at" before a grade that names itself: "at good", "at the strong standard", "at 4, inadequate".
    fn rung(&self) -> Option<usize> {
        let s = self.s;
        let first = gloss::number_before(s, self.label).unwrap_or(self.label - usize::from(self.quoted()));
        let article = first.checked_sub(1).filter(|&i| s.is(i, Class::Det));
        let at = article.unwrap_or(first).checked_sub(1).filter(|&i| s.says(i, &["at"]))?;
        let next = self.label + 1 + usize::from(self.quoted());
        let level = s.says(next, &["level", "standard"]) || s.at(self.label).ends_with("standard");
        (level || article.is_none() && (self.ends_phrase() || s.says(next, &["for", "in", "overall"])))
            .then_some(at)
    }

    fn first_rung(&self, at: usize) -> Option<Frame> {
        let s = self.s;
        let near = at.saturating_sub(REACH)..at;
        let verb = near.clone().rev().find(|&i| s.says(i, PUTS) || s.says(i, STANDS))?;
        let object = verb + 1..at;
        let passive = s.says(verb, PUTS) && s.is(verb.wrapping_sub(1), Class::Be);
        if passive || object.is_empty() {
            let subject = phrase::subject(&s.chunks, verb);
            let told = subject.clone().any(|i| s.chunks[i].is_target() || s.is_any(i, &[Class::Pronoun]));
            let placed = passive && s.says(verb, &["put", "placed", "pegged", "pitched", "set"]);
            return (placed && told && object.is_empty())
                .then(|| self.frame(verb, subject, verb..verb, "put/passive"));
        }
        // "four stand at 5, very good, and the remaining one, the setting, at 4"
        let other = object.clone().rev().find(|&i| matches!(s.item(i), Some(Item::Label(_))));
        if let Some(other) = other {
            let area = self.joined(other + 1, at)?;
            let subject = phrase::subject(&s.chunks, verb);
            return s
                .says(verb, STANDS)
                .then(|| Frame { listed: area, ..self.frame(verb, subject, verb..verb, "put/stands") });
        }
        let agent = self.inspectors_in(verb.saturating_sub(REACH)..verb) || self.report_speaks(verb);
        (agent && s.says(verb, PUTS)).then(|| self.rung_of(object, verb, "put/active")).flatten()
    }

    /// "…, and leadership at poor", "and at outstanding for early years".
    fn further_rung(&self, last: &Frame, at: usize) -> Option<Frame> {
        let s = self.s;
        let gap = last.end..at;
        let joint = gap
            .clone()
            .find(|&i| s.is(i, Class::Conj) || matches!(s.item(i), Some(Item::Stop(',' | ';'))))?;
        let first = (joint..at).find(|&i| !s.is(i, Class::Conj) && !matches!(s.item(i), Some(Item::Stop(_))));
        match first {
            None => Some(Frame {
                subject: last.subject.clone(),
                object: last.object.clone(),
                ..self.frame(last.head, 0..0, 0..0, last.rule)
            }),
            Some(first) => self.rung_of(first..at, last.head, last.rule),
        }
    }

    /// The frame of what is put there: providers, areas by their names or in the article's own words.
    fn rung_of(&self, object: Range<usize>, verb: usize, rule: &'static str) -> Option<Frame> {
        let s = self.s;
        let whose = object.clone().find(|&i| {
            matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))) || s.is(i, Class::Pronoun)
        });
        let place = whose.filter(|&i| s.is(i.wrapping_sub(1), Class::Prep) && i > object.start + 1);
        let areas = object.start..place.map_or(object.end, |i| i - 1);
        let mut frame = self.frame(verb, verb..verb, object.clone(), rule);
        // "at the poor level for teaching"
        let level = self.label + 1 + usize::from(self.quoted());
        if s.says(level, &["level", "standard"]) {
            let parts = self.parts_after(level + 1, false);
            (frame.listed, frame.unknown, frame.end) =
                (parts.listed, parts.unknown, parts.end.max(frame.end));
        }
        if whose.is_some_and(|i| i == object.start || i + 1 == object.end && place.is_none()) {
            return Some(frame);
        }
        let row = phrase::areas_in(self.story, s, areas)?;
        let object = whose.map_or(verb..verb, |i| i..i + 1);
        Some(Frame { listed: row.named, unknown: row.unknown, object, ..frame })
    }

    /// "and the remaining one, the setting,": the areas behind a joint.
    fn joined(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let s = self.s;
        let and = (from..to).find(|&i| s.says(i, &["and", "but", "with"]))?;
        let areas: Vec<usize> = (and + 1..to)
            .filter(|&i| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_))))
            .collect();
        (!areas.is_empty()).then_some(areas)
    }
}

impl Reader<'_, '_> {
    /// "goes back to being good", "reverted to being rated good": what somebody is once more.
    pub(super) fn back_to_being(&self) -> Option<Frame> {
        let s = self.s;
        let head = self.head()?;
        let being = head - usize::from(s.is(head, Class::Rate) && head > 0);
        let to = being.checked_sub(1).filter(|&i| s.says(being, &["being"]) && s.says(i, &["to"]))?;
        let back = s.says(to.wrapping_sub(1), &["back"]);
        let verb = to.checked_sub(1 + usize::from(back))?;
        let goes =
            back && s.is(verb, Class::Move) || s.says(verb, &["returns", "returned", "reverts", "reverted"]);
        let subject = phrase::subject(&s.chunks, verb);
        let whose = |i: usize| s.chunks[i].is_target() || s.is(i, Class::Pronoun) || self.is_kind(s.at(i));
        let holds = goes && subject.clone().any(whose) && self.ends_phrase() && !self.in_speech();
        holds.then(|| self.frame(verb, subject, verb..verb, "received"))
    }
}
