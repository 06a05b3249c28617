//! What somebody was told: "told it must improve", "was told it needs to improve", "needed to improve, inspectors said". Knows
//! no other verb.

use super::Reader;
use super::parts::Parts;
use crate::fact::Basis;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::text::small::Small;

impl Reader<'_, '_> {
    /// "was told it needs to improve", "told it must improve".
    pub(super) fn told(&self) -> Option<Frame> {
        let s = self.s;
        let by_itself = Small::lower(s.at(self.label));
        // "has been told to improve": the wording holds the verb.
        if ["told", "ordered"].iter().any(|w| by_itself.starts_with(w)) {
            let subject = phrase::subject(&s.chunks, self.label);
            let passive = s.is(self.label.wrapping_sub(1), Class::Be);
            let one = subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
            // "is the second provider to be told to improve this year": a count of what has been told.
            let ordinal = |i: usize| s.says(i, &["second", "third", "fourth", "fifth", "sixth"]);
            let counted = self.label > 1 && s.says(self.label - 2, &["to"]) && (0..self.label).any(ordinal);
            let mut frame = self.frame(self.label, subject, self.label..self.label, "told/must-improve");
            frame.basis = Basis::Paraphrased;
            return (passive && one && !counted && !self.goes_on() && !self.in_speech()).then_some(frame);
        }
        // "The practice was inadequate for safety, and must improve on how effective its treatment is"
        if by_itself.ends_with("improve") && s.says(self.label + 1, &["on", "in", "for"]) {
            let subject = phrase::subject(&s.chunks, self.label);
            let one = subject.is_empty()
                || subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
            let frame = self.frame(self.label, subject, self.label..self.label, "requires");
            let areas = frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
            if one && areas && (self.sibling() || self.body_speaks()) && !self.in_speech() {
                return Some(Frame { basis: Basis::Paraphrased, ..frame });
            }
        }
        if let Some(frame) = self.must_improve_how() {
            return Some(frame);
        }
        // "Safety and leadership needed to improve, inspectors said"
        if by_itself.starts_with("need") {
            let subject = phrase::subject(&s.chunks, self.label);
            let aspects =
                subject.clone().any(|i| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_))));
            let spoken = self.body_speaks() || self.run || self.sibling();
            if aspects && spoken && self.pure(&subject) && !self.goes_on() && !self.in_speech() {
                let frame = self.frame(self.label, subject, self.label..self.label, "requires");
                return Some(Frame { basis: Basis::Paraphrased, ..frame });
            }
        }
        if let Some(frame) = self.improve_in_areas_before() {
            return Some(frame);
        }
        if by_itself.starts_with("in need") {
            let be = self.head().filter(|&h| s.is(h, Class::Be))?;
            let subject = phrase::subject(&s.chunks, be);
            let holds = self.pure(&subject) && self.body_speaks() && self.ends_phrase() && !self.in_speech();
            let frame = self.frame(be, subject, be + 1..self.label, "is");
            return holds.then_some(Frame { basis: Basis::Paraphrased, ..frame });
        }
        let told = (0..self.label)
            .rev()
            .take(12)
            .find(|&i| s.says(i, &["told", "ordered", "warned", "instructed", "urged"]))?;
        let passive = (0..told).rev().take(3).any(|i| s.is_any(i, &[Class::Be, Class::Have]));
        let subject = phrase::subject(&s.chunks, told);
        let has_subject = subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let goes_on = self.paraphrase && self.goes_on();
        // "Ofsted has told the school that it needs to improve"
        let by_body = (told.saturating_sub(4)..told).any(|i| matches!(s.item(i), Some(Item::Body(_))));
        let object = told + 1..self.label;
        let told_one = !passive || by_body;
        let told_whom = object.clone().find(|&i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        if told_one && by_body && told_whom.is_some_and(|i| i <= told + 2) && !goes_on && !self.in_speech() {
            let mut frame = self.frame(told, told..told, object, "told/must-improve");
            if self.paraphrase {
                frame.basis = Basis::Paraphrased;
            }
            return Some(frame);
        }
        if !passive || !has_subject || goes_on || self.in_speech() {
            return None;
        }
        let mut frame = self.frame(told, subject, told + 1..told + 1, "told/must-improve");
        if self.paraphrase {
            frame.basis = Basis::Paraphrased;
        }
        Some(frame)
    }

    /// "It must improve the way it investigates crime", "needs to improve how it protects children": the area is what inspectors
    /// say has to be better.
    fn must_improve_how(&self) -> Option<Frame> {
        let s = self.s;
        let improve = s.at(self.label).to_lowercase().ends_with("improve");
        if !improve || !self.is_way(self.label + 1) || self.in_speech() {
            return None;
        }
        let subject = phrase::subject(&s.chunks, self.label);
        let one = subject.clone().any(|i| s.chunks[i].is_target() || s.is(i, Class::Pronoun));
        let frame = self.frame(self.label, subject, self.label..self.label, "requires");
        let mut parts = Parts { end: self.label + 1, ..Parts::default() };
        self.parts_from(self.label + 1, &mut parts);
        let areas = !parts.listed.is_empty() || !parts.unknown.is_empty();
        let holds = one && areas && self.sibling() && self.body_speaks_or_it();
        let (listed, unknown, end) = (parts.listed, parts.unknown, parts.end);
        holds.then_some(Frame { listed, unknown, end, basis: Basis::Paraphrased, ..frame })
    }

    /// True where inspectors speak, or "it said" follows on from a sentence that names them.
    fn body_speaks_or_it(&self) -> bool {
        let s = self.s;
        let it = s.says(0, &["it", "they"]) && (1..4).any(|i| s.is_any(i, &[Class::Say, Class::Find]));
        self.body_speaks() || it && self.visited_before()
    }
}
