//! What an ombudsman finds in a complaint: "severe maladministration by Marle Homes in its handling of damp", "was found
//! guilty of a service failure". Refuses the counts of many cases: "three findings of maladministration".

use super::Reader;
use super::parts::Parts;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

/// Verbs with which it is found, besides those that find a grade.
const FINDS: &[&str] = &[
    "committed", "guilty", "responsible", "criticised", "identified", "determined", "determines", "made",
    "makes", "faced", "identifying", "finding", "held", "censured", "rebuked", "condemned",
];

impl Reader<'_, '_> {
    /// "found maladministration by Marle Homes", "Severe maladministration was the ombudsman's finding against it".
    pub(super) fn determined(&self) -> Option<Frame> {
        let s = self.s;
        if !self.is_determined() || self.in_speech() || self.is_alternative() || self.is_of_many() {
            return None;
        }
        let before = (self.label.saturating_sub(24)..self.label)
            .rev()
            .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(';' | ':' | '(' | ')'))))
            .find(|&i| self.finds(i));
        let verb = before.or_else(|| self.found_after())?;
        let (object, after) = match self.against() {
            Some(of) => (of..of + 1, of + 1),
            None => ((verb + 1).min(self.label)..self.label, self.label + 1),
        };
        let named = |range: &Range<usize>| {
            s.chunks
                .get(range.clone())
                .unwrap_or_default()
                .iter()
                .any(|c| matches!(c.item, Item::Provider(_)))
        };
        let subject = if verb < self.label { phrase::subject(&s.chunks, verb) } else { verb..verb };
        let subject = if named(&object) || !named(&subject) { verb..verb } else { subject };
        let any = !named(&object) && !named(&subject) && (0..self.label).any(|i| s.is(i, Class::If));
        let parts = self.found_in(after);
        (!any).then(|| Frame {
            unknown: parts.unknown,
            listed: parts.listed,
            end: parts.end.max(after),
            ..self.frame(verb, subject.clone(), object.clone(), "determined")
        })
    }

    /// True for the words of an ombudsman's scale, where such an ombudsman speaks.
    fn is_determined(&self) -> bool {
        const ENDS: [&str; 3] = ["maladministration", "service failure", "reasonable redress"];
        let (s, story) = (self.s, self.story);
        let Some(Item::Label(ix)) = s.item(self.label) else { return false };
        let Some(form) = story.labels.get(ix).map(|l| l.ix) else { return false };
        let words = s.at(self.label);
        let ends = |w: &&str| {
            let tail = words.len().checked_sub(w.len()).and_then(|at| words.get(at..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(w))
        };
        if !ENDS.iter().any(ends) {
            return false;
        }
        let determines = |m: usize| {
            let body = story.bodies.get(m).map(|m| m.body);
            body.is_some_and(|b| story.knowledge.determines(form, b))
        };
        let mut here = s.chunks.iter().filter_map(|c| match c.item {
            Item::Body(m) => Some(m),
            _ => None,
        });
        match here.next() {
            Some(first) => determines(first) || here.any(determines),
            None => {
                let last = story.bodies.partition_point(|m| m.span.start < s.span.start);
                self.run && last.checked_sub(1).is_some_and(determines)
            }
        }
    }

    fn finds(&self, i: usize) -> bool {
        let s = self.s;
        let there = s.is(i, Class::Be) && s.says(i.wrapping_sub(1), &["there"]);
        there || s.is_any(i, &[Class::Find, Class::Rate, Class::Give, Class::Receive]) || s.says(i, FINDS)
    }

    /// "Severe maladministration was found", "… was the finding of the ombudsman": the verb behind the label.
    fn found_after(&self) -> Option<usize> {
        let s = self.s;
        let be = (self.label + 1..self.label + 8).find(|&i| s.is(i, Class::Be))?;
        let noun = |i: usize| s.is(i, Class::Rating) || s.says(i, &["finding", "conclusion", "ruling"]);
        (be + 1..be + 6).find(|&i| self.finds(i) || noun(i))
    }

    /// "severe maladministration in 21 of the 40 complaints"
    pub(super) fn in_many_cases(&self) -> bool {
        let s = self.s;
        let many = matches!(s.item(self.label + 2), Some(Item::Number(2..)));
        many && s.says(self.label + 1, &["in"]) && self.is_determined()
    }

    /// "findings of maladministration", "maladministration rulings", "cases of": more than one.
    fn is_of_many(&self) -> bool {
        const MANY: &[&str] =
            &["findings", "cases", "rulings", "counts", "instances", "determinations", "verdicts"];
        let s = self.s;
        let of = self.label.wrapping_sub(1);
        s.says(of, &["of"]) && s.says(of.wrapping_sub(1), MANY)
            || s.says(self.label + 1, MANY)
            || s.says(self.label + 1, &["rate", "rates", "cases", "policy", "code"])
            || self.in_many_cases()
            || s.says(of, &["neither", "or", "alleged", "alleging", "possible"])
    }

    /// "by Marle Homes", "finding against the council", "in the landlord's handling": whom it was found against.
    fn against(&self) -> Option<usize> {
        let s = self.s;
        let leads = |i: &usize| s.says(*i, &["by", "against", "for", "in", "at", "on", "from"]);
        let stops = |i: &usize| {
            matches!(s.item(*i), Some(Item::Label(_) | Item::Stop(';' | ':' | '–' | '—' | '(')))
                || s.is_any(*i, &[Class::Opens])
        };
        let mut preps = (self.label + 1..self.label + 12).take_while(|i| !stops(i)).filter(leads);
        preps.find_map(|prep| {
            let small = |i: &usize| {
                s.is_any(*i, &[Class::Det, Class::Possessive])
                    || s.is(*i, Class::Other) && s.at(*i).starts_with(char::is_lowercase)
            };
            let first = (prep + 1..prep + 4).find(|i| !small(i))?;
            matches!(s.item(first), Some(Item::Provider(_))).then_some(first)
        })
    }

    /// "in its handling of damp, and a service failure in its complaint handling": what each of several was found in. One
    /// finding is the outcome of the case.
    fn found_in(&self, after: usize) -> Parts {
        let s = self.s;
        let mut parts = Parts { end: after, ..Parts::default() };
        if s.chunks.iter().filter(|c| matches!(c.item, Item::Label(_))).count() < 2 {
            return parts;
        }
        let owned = s.owns(after.wrapping_sub(1)) && matches!(s.item(after - 1), Some(Item::Provider(_)));
        if owned {
            self.parts_from(after, &mut parts);
            return parts;
        }
        // "by Peak Homes, a landlord in Ely, in its handling"
        let in_its = |i: &usize| {
            s.says(*i, &["in", "for", "over"]) && s.is(*i + 1, Class::Possessive)
                || s.says(*i, &["in", "for"])
                    && s.says(*i + 1, &["the"])
                    && s.says(*i + 2, &["handling", "way"])
        };
        let stops =
            |i: &usize| matches!(s.item(*i), Some(Item::Label(_) | Item::Stop(';' | ':' | '–' | '—')));
        let prep = (after..after + 10).take_while(|i| !stops(i)).find(in_its);
        prep.into_iter().for_each(|prep| self.parts_from(prep + 1, &mut parts));
        parts
    }
}
