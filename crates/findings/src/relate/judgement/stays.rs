//! What stays as it was: "remains a good school", "has been outstanding since 2011". Knows no other evidence.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;

impl Reader<'_, '_> {
    /// "remains a good school following an inspection by Ofsted"
    pub(super) fn stays_of_kind(&self, verb: usize) -> bool {
        let s = self.s;
        let inspected = |i: usize| s.is(i, Class::Visit) || matches!(s.item(i), Some(Item::Body(_)));
        (s.is(verb, Class::Stay) || self.stays_to_be(verb))
            && self.is_kind(s.at(self.label + 1))
            && (self.label + 1..s.chunks.len())
                .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_))))
                .any(inspected)
    }

    /// "is adequate in four and is good at calls": another grade of the sentence is told of so many areas.
    pub(super) fn beside_count(&self) -> bool {
        let s = self.s;
        (0..self.label).any(|i| {
            matches!(s.item(i), Some(Item::Label(_)))
                && s.says(i + 1, &["in", "for", "at", "on"])
                && matches!(s.item(i + 2), Some(Item::Number(_)))
        })
    }

    /// "remains good after a visit in January"
    pub(super) fn stays_after_visit(&self, verb: usize) -> bool {
        let s = self.s;
        s.is(verb, Class::Stay)
            && s.says(self.label + 1, &["after", "following"])
            && (self.label + 2..self.label + 5).any(|i| s.is(i, Class::Visit))
    }

    /// "has been outstanding since 2011"
    pub(super) fn since_then(&self, verb: usize) -> bool {
        let s = self.s;
        s.says(verb, &["been"])
            && s.is(verb.wrapping_sub(1), Class::Have)
            && s.says(self.label + 1, &["since"])
            && matches!(s.item(self.label + 2), Some(Item::Date(_)))
    }

    /// "placed the G1 of Cedar Homes under review", "Cedar Homes' V2 rating is under review": a grade that stands so far.
    pub(super) fn under_review(&self) -> Option<Frame> {
        const NEAR: usize = 9;
        let s = self.s;
        let mut at = self.label + 1;
        while s.item(at) == Some(Item::Close) || s.is_any(at, &[Class::Rating, Class::Filler]) {
            at += 1;
        }
        let review = (at..at + NEAR).find(|&i| s.says(i, &["review"]) && s.says(i - 1, &["under"]))?;
        let named = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
        let behind = || (at + 1..review).find(named).filter(|_| s.says(at, &["of", "for"]));
        let owner = self.label.checked_sub(1).map(|i| i - usize::from(i > 0 && s.is(i, Class::Possessive)));
        let of = behind().or(owner.filter(named))?;
        let told = self.self_evident() || at > self.label + 1;
        (told && !self.in_speech()).then(|| self.frame(of, of..of + 1, of..of, "rating-noun"))
    }

    /// "We had a five for eight years before this": what those judged say of the time before.
    pub(super) fn had_then(&self) -> Option<Frame> {
        let s = self.s;
        let head = self.head().filter(|&h| s.says(h, &["had"]) && self.self_evident())?;
        let ours = |i: usize| s.says(i, &["we", "we've", "we’ve", "we'd", "we’d", "always"]);
        let own = ours(head.checked_sub(1)?);
        let stop = |i: &usize| matches!(s.item(*i), None | Some(Item::Stop(_) | Item::Label(_)));
        let then = (self.label + 1..self.label + 9).take_while(|i| !stop(i)).any(|i| {
            s.is(i, Class::Before)
                || s.says(i, &["until", "since"])
                || matches!(s.item(i), Some(Item::Date(_)))
        });
        let frame = || self.frame(head, phrase::subject(&s.chunks, head), head..head, "has");
        (own && then).then(|| Frame { status: Some(Status::Previous), ..frame() })
    }

    /// "I was outstanding in 2009 as well", "We were good last time": what those judged say of another time; "I" is a person's.
    pub(super) fn was_then(&self) -> Option<Frame> {
        let s = self.s;
        let verb = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        let who = verb.checked_sub(1)?;
        if !s.says(verb, &["was", "were"]) || !s.says(who, &["i", "we"]) || self.paraphrase {
            return None;
        }
        let after = self.label + 1 + usize::from(self.quoted());
        let dated = (after..after + 2).any(|i| matches!(s.item(i), Some(Item::Date(_))))
            && (matches!(s.item(after), Some(Item::Date(_))) || s.says(after, &["in", "back"]))
            || s.says(after, &["last", "before"])
                && (s.says(after + 1, &["time"]) || s.item(after + 1).is_none())
            || s.says(after, &["at"])
                && s.is(after + 1, Class::Possessive)
                && (after + 2..after + 4).any(|i| s.is(i, Class::Visit));
        let people = || (0..self.story.providers.entities.len()).any(|p| self.story.may_be_person(p));
        let own = s.says(who, &["we"]) || people();
        (dated && own && self.visited_or_graded()).then(|| Frame {
            status: Some(Status::Previous),
            ..self.frame(verb, who..who + 1, verb..verb, "is")
        })
    }

    /// True where the sentences right before tell of a grade or a visit.
    fn visited_or_graded(&self) -> bool {
        let (text, here) = (self.story.text, self.story.text.sentence_at(self.s.span.start));
        let from = text.sentences.get(here.saturating_sub(6)).map_or(0, |s| s.start);
        self.run
            || self.story.labels.iter().any(|l| l.span.start >= from && l.span.start < self.s.span.start)
            || self.visited_before()
    }

    /// "continues to be"
    pub(super) fn stays_to_be(&self, verb: usize) -> bool {
        self.s.says(verb.wrapping_sub(1), &["to"]) && self.s.is(verb.wrapping_sub(2), Class::Stay)
    }
}
