//! Who gives a label by a verb that anybody may use: "found", "called", "described". Inspectors and their reports; knows no
//! frame.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::text::Span;
use std::ops::Range;

impl Reader<'_, '_> {
    /// "was found inadequate by the regulator", "one of two to have been found good": inspectors find, with no "to be".
    pub(super) fn found_so(&self, verb: usize) -> bool {
        let s = self.s;
        let passive = (verb.saturating_sub(2)..verb).any(|i| s.is(i, Class::Be));
        let by = self.label + 1 + usize::from(s.is(self.label + 1, Class::Again));
        let agent =
            phrase::past_agent(s, by) > by || s.says(by, &["by"]) && self.inspectors_in(by + 1..by + 4);
        let body = agent || self.inspectors_in(0..s.chunks.len()) || self.run || self.visited_before();
        let subject = phrase::subject(&s.chunks, verb);
        let twice = s.says(self.label + 1, &["twice"]);
        s.says(verb, &["found"])
            && verb + 1 == self.label
            && (agent || passive && body)
            && (self.pure(&subject) || phrase::leads_area(s, &subject).is_some())
            && (self.ends_phrase() || twice)
            && !self.in_speech()
    }

    /// The verb of "was told urgent improvement is necessary": a grade that is a clause.
    pub(super) fn told_clause(&self, head: usize) -> Option<usize> {
        let s = self.s;
        let clause = [" is ", " was "].iter().any(|be| s.at(self.label).contains(be));
        let told = head.checked_sub(usize::from(s.says(head, &["that"])))?;
        let passive = (told.saturating_sub(2)..told).any(|i| s.is(i, Class::Be));
        (clause && passive && s.says(told, &["told", "warned", "informed"]) && !self.in_speech())
            .then_some(told)
    }

    /// "“Inadequate” is how Ofsted describes Tey School", "Good was the word inspectors used of the home": the grade opens the
    /// sentence.
    pub(super) fn is_how(&self) -> Option<Frame> {
        const DESCRIBE: &[&str] = &[
            "describes", "described", "describe", "sums", "summed", "sees", "saw", "regards", "used",
            "chose", "uses",
        ];
        let s = self.s;
        let opens = (0..self.label).all(|i| s.item(i) == Some(Item::Open));
        let be = self.label + 1 + usize::from(self.quoted());
        let led = s.says(be + 1, &["how"])
            || s.is(be + 1, Class::Det) && s.says(be + 2, &["word", "term", "description"]);
        if !opens || !led || !s.is(be, Class::Be) {
            return None;
        }
        let verb = (be + 2..be + 9).find(|&i| s.is(i, Class::Rate) || s.says(i, DESCRIBE))?;
        let whom = (verb + 1..verb + 7)
            .find(|&i| s.chunks.get(i).is_some_and(|c| c.is_target()) || s.says(i, &["it"]))?;
        let holds = self.inspectors_in(be + 1..verb) && !self.in_speech();
        holds.then(|| self.frame(verb, verb..verb, whom..whom + 1, "verdict"))
    }

    /// "can now call itself outstanding": after a visit.
    pub(super) fn calls_itself(&self) -> Option<Frame> {
        let s = self.s;
        // "can call itself a two-star authority"
        let article = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        let of_kind =
            s.says(article, &["a", "an"]) && self.is_kind(s.at(self.label + 1 + usize::from(self.quoted())));
        let verb = article.checked_sub(1 + usize::from(of_kind))?;
        let calls =
            s.says(verb, &["call", "calls", "calling"]) && s.says(verb + 1, &["itself", "themselves"]);
        let not = (verb.saturating_sub(4)..verb)
            .any(|i| s.is_any(i, &[Class::Not, Class::Will, Class::If, Class::Aim]));
        if !calls || not || !(of_kind || self.ends_phrase()) || self.in_speech() {
            return None;
        }
        let can = verb - usize::from(verb > 0 && s.is_any(verb - 1, &[Class::Now, Class::Filler]));
        let can = can - usize::from(can > 0 && s.says(can - 1, &["can"]));
        let of = can
            .checked_sub(1)
            .filter(|&i| matches!(s.item(i), Some(Item::Provider(_))) || s.says(i, &["it"]))?;
        let told = s.chunks.iter().any(|c| matches!(c.item, Item::Body(_)) || c.is(Class::Visit))
            || self.run
            || self.visited_before();
        (told && can < verb).then(|| self.frame(verb, of..of + 1, verb + 1..verb + 1, "is"))
    }

    /// "The draft report said inadequate for leadership": a grade and what it is for, with no verb of its own.
    pub(super) fn said_outright(&self) -> Option<Frame> {
        let s = self.s;
        let said = self
            .head()
            .filter(|&h| s.is(h, Class::Say) && h + 1 + usize::from(self.quoted()) == self.label)?;
        let report = self.report_speaks(said) || (0..said).any(|i| s.is(i, Class::Draft));
        let after = self.label + 1 + usize::from(self.quoted());
        let parts = self.parts(false);
        let areas =
            s.says(after, &["for", "in", "on"]) && !(parts.listed.is_empty() && parts.unknown.is_empty());
        (report && areas && !self.in_speech()).then(|| self.frame(said, said..said, said..said, "said"))
    }

    /// "Inspectors said we are a good school," said the head: what the inspectors said, in somebody else's words.
    pub(super) fn told_in(&self, quoted: Span) -> bool {
        let s = self.s;
        let inside = |i: &usize| s.chunks.get(*i).is_some_and(|c| quoted.contains(c.span));
        let says = |i: usize| {
            s.is_any(i, &[Class::Say, Class::Find, Class::Rate])
                || s.says(i, &["recognised", "recognises", "decided", "agreed", "thought", "thinks"])
        };
        let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(';' | ':' | '–' | '—')));
        (0..self.label).rev().take_while(|i| inside(i) && !stop(i)).filter(|&i| says(i)).any(|verb| {
            let mut agent = verb;
            while agent > 0 && s.is_any(agent - 1, &[Class::Have, Class::Filler, Class::Now]) {
                agent -= 1;
            }
            // "Ofsted told us a good school needs good parents": of any.
            let of_one = s.is_any(verb, &[Class::Find, Class::Rate])
                || (verb + 1..self.label).any(|i| s.is(i, Class::Be) || s.says(i, &["as"]));
            // "First they said it was good": after a sentence about inspectors.
            let they = |i: usize| s.says(i, &["they"]) && self.they_inspected();
            agent.checked_sub(1).is_some_and(|i| inside(&i) && (self.is_inspectors(i) || they(i))) && of_one
        })
    }

    /// True where inspectors or a body stand in a stretch.
    pub(super) fn inspectors_in(&self, stretch: Range<usize>) -> bool {
        stretch.into_iter().any(|i| self.is_inspectors(i))
    }

    pub(super) fn is_inspectors(&self, i: usize) -> bool {
        matches!(self.s.item(i), Some(Item::Body(_)))
            || self.s.says(i, &["inspectors", "inspector", "watchdog", "regulator", "inspectorate"])
    }

    /// "An earlier report, in 2005, had called", "inspectors who came in May described": the subject of the verb is a visit,
    /// its report or those who made it.
    pub(super) fn report_speaks(&self, verb: usize) -> bool {
        let s = self.s;
        let mut at = verb;
        while at > 0
            && s.is_any(at - 1, &[Class::Have, Class::Filler, Class::Again, Class::Now, Class::Before])
        {
            at -= 1;
        }
        // ", in 2005,"
        if s.item(at.wrapping_sub(1)) == Some(Item::Stop(',')) {
            let close = at - 1;
            let opens = (close.saturating_sub(6)..close)
                .rev()
                .take_while(|&i| !phrase::is_verb(&s.chunks[i]) && !s.chunks[i].is_target())
                .find(|&i| s.item(i) == Some(Item::Stop(',')));
            at = opens.unwrap_or(at);
        }
        let passed = |i: &usize| {
            matches!(s.item(*i), Some(Item::Date(_)))
                || s.is_any(*i, &[Class::Prep, Class::Det, Class::Possessive, Class::Before])
                || matches!(s.item(*i), Some(Item::Body(_) | Item::Provider(_)))
        };
        let first =
            (at.saturating_sub(6)..at).rev().take_while(|i| !s.is(i + 1, Class::Opens)).find(|i| !passed(i));
        let beside = at.checked_sub(1).is_some_and(|i| self.is_inspectors(i));
        beside
            || first
                .is_some_and(|i| s.is(i, Class::Visit) || s.says(i, &["findings"]) || self.is_inspectors(i))
    }
}
