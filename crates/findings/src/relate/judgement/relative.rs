//! Clauses that a pronoun opens and in which inspectors are the subject: "behaviour, which they described as good", "leadership,
//! which inspectors said was outstanding". Knows no label.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};
use crate::relate::phrase;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "safeguarding, which inspectors rated poor", "the home that it had called good": what stands before the pronoun.
    pub(super) fn relative_object(&self, verb: usize) -> Option<Range<usize>> {
        let s = self.s;
        let mut at = verb;
        while at > 0
            && s.is_any(at - 1, &[Class::Have, Class::Filler, Class::Again, Class::Before, Class::Now])
        {
            at -= 1;
        }
        let agent = at.checked_sub(1).filter(|&i| {
            matches!(s.item(i), Some(Item::Body(_)))
                || s.is(i, Class::Pronoun)
                || s.says(i, &["inspectors", "watchdog", "regulator", "inspectorate"])
        })?;
        let first = agent - usize::from(agent > 0 && s.is(agent - 1, Class::Det));
        let which = first.checked_sub(1).filter(|&i| s.says(i, &["which", "that", "whom"]))?;
        let of = phrase::subject(&s.chunks, which + 1);
        s.chunks[of.clone()].iter().any(Chunk::is_target).then_some(of)
    }

    /// "leadership, which inspectors said was outstanding": what stands before the pronoun.
    pub(super) fn said_of(&self, be: usize) -> Option<Range<usize>> {
        let s = self.s;
        let said =
            be.checked_sub(1).filter(|&i| s.says(i, &["said", "say", "says", "found", "thought", "felt"]))?;
        let of = self.relative_object(said)?;
        (self.names_inspectors() && self.ends_phrase() && !self.in_speech()).then_some(of)
    }

    /// "child protection, which it called unsatisfactory", "behaviour, which inspectors described as good".
    pub(super) fn called_of(&self, head: usize) -> bool {
        let s = self.s;
        let describes = s.says(head, &["described"]) && s.says(head + 1, &["as"]) && self.names_inspectors();
        let calls = describes || s.says(head, &["called", "found", "considered", "thought"]);
        calls && self.relative_object(head).is_some() && self.ends_phrase() && !self.in_speech()
    }

    /// True in a sentence that names who inspects, or right after a grade.
    fn names_inspectors(&self) -> bool {
        let s = self.s;
        let named = |i: usize| {
            matches!(s.item(i), Some(Item::Body(_)))
                || s.says(i, &["inspectors", "watchdog", "inspectorate", "report"])
        };
        self.run || (0..s.chunks.len()).any(named)
    }
}
