//! Who or what a clause opens with, where no known verb carries it: "emerged with a good rating". Knows no label's meaning.

use super::{Reader, gloss};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "‘Inadequate’ ratings for safety and leadership dragged it down": opens the sentence and says what it is for.
    pub(super) fn opening(&self, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        let frame = self.frame(self.label, self.label..self.label, self.label..self.label, "rating-noun");
        let aspects = frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
        // "Third inadequate Ofsted rating for Oakwether School": a headline.
        let named = frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Provider(_))));
        let verb = s.chunks.iter().any(phrase::is_verb);
        // "‘Outstanding’ Ofsted report for Oakwether School"
        let told = |n: usize| s.is(n, Class::Rating) || s.is(n, Class::Visit) && self.quoted();
        let headline = named && self.label <= 3 && !verb && noun.is_some_and(told);
        let holds = self.marked_off() && aspects || headline && self.opens_article();
        (noun.is_some() && holds && !self.in_speech()).then_some(frame)
    }

    /// The nouns that the clause before a comma begins with, up to its verb.
    pub(super) fn clause_before(&self, comma: usize) -> Range<usize> {
        let s = self.s;
        let start = (0..comma)
            .rev()
            .find(|&i| matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_))) || s.is(i, Class::Opens))
            .map_or(0, |i| i + 1);
        let last = (start..comma)
            .take_while(|&i| !phrase::is_verb(&s.chunks[i]))
            .filter(|&i| s.chunks[i].is_target());
        let end = last.last().map_or(start, |i| i + 1);
        start..end
    }

    /// What the clause before a label is about, where no known verb carries it: "emerged with a ‘good’ rating".
    pub(super) fn clause_subject(&self) -> Option<Range<usize>> {
        let s = self.s;
        // "provides a ‘fair’, one star service": before the word.
        let double = self.label.checked_sub(1).and_then(|comma| gloss::word_before(s, comma));
        let start = (0..double.unwrap_or(self.label))
            .rev()
            .find(|&i| {
                matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_)))
                    || s.is_any(i, &[Class::Conj, Class::Opens])
            })
            .map_or(0, |i| i + 1);
        let first = (start..self.label).find(|&i| {
            matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))) || s.is(i, Class::Pronoun)
        });
        // "St Hugh's Hospital, Wenford, has joined the best with three stars": before the town.
        let town = || {
            let close = start.checked_sub(1).filter(|&i| s.item(i) == Some(Item::Stop(',')))?;
            phrase::before_address(&s.chunks, close).map(|i| i..i + 1)
        };
        match first {
            Some(first) => (first..start + 3).contains(&first).then_some(first..first + 1),
            None => town(),
        }
    }

    /// "Its schools fared better, with three for education": what the grade is for opens the clause.
    pub(super) fn fared_with(&self, head: usize) -> Option<Frame> {
        let s = self.s;
        let comma = s.item(head.wrapping_sub(1)) == Some(Item::Stop(','));
        let pair = self.sibling_pair() || self.self_evident() && comma;
        if !s.says(head, &["with"]) || !s.says(self.label + 1, &["for"]) || !pair || self.in_speech() {
            return None;
        }
        let before = self.clause_before(head - usize::from(head > 0));
        let named = s.chunks[before.clone()].iter().any(|c| matches!(c.item, Item::Provider(_)));
        let subject = if named { before } else { head..head };
        let frame = self.frame(head, subject, head..head, "rating-noun");
        let areas = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
        frame.listed.iter().any(areas).then_some(frame)
    }
}
