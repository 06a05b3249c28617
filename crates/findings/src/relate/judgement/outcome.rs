//! Outcomes that are whole statements: "widespread and/or systemic failings", "lead to inconsistent experiences and
//! outcomes"; and standards that are met. No adjective looks like the first, so that it takes only inspectors who say or
//! find them. Knows no scale.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::text::small::Small;

/// What standards are called.
const STANDARDS: &[&str] = &[
    "standards", "required", "regulatory", "independent", "school", "schools", "welfare", "statutory",
    "national", "minimum", "relevant", "boarding",
];

impl Reader<'_, '_> {
    /// "It concluded there were …", "a joint inspection found … in Marleshire", "the partnership's arrangements lead to …".
    pub(super) fn outcome(&self) -> Option<Frame> {
        let s = self.s;
        let choice = || {
            let labels = s.chunks.iter().filter(|c| matches!(c.item, Item::Label(_)));
            self.is_alternative() || labels.count() > 2
        };
        if !self.is_statement() || self.spoken() || self.of_any() || choice() {
            return None;
        }
        // "lead to inconsistent experiences": the statement holds its verb.
        let verb = match self.is_verb_form() {
            true => self.label,
            false => (self.label.saturating_sub(12)..self.label).rev().find(|&i| self.tells(i))?,
        };
        if !self.inspectors_tell() {
            return None;
        }
        let place = s.says(self.label + 1 + usize::from(self.quoted()), &["in", "at", "across"]);
        let named = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
        let listed = (self.label + 2..self.label + 5).find(|i| place && named(i));
        let subject = phrase::subject(&s.chunks, verb);
        let frame = self.frame(verb, subject, (verb + 1).min(self.label)..self.label, "outcome");
        Some(Frame { listed: listed.into_iter().collect(), ..frame })
    }

    /// "All the standards were met", "the school met all the required standards": the whole outcome of an inspection that
    /// gives no grades.
    pub(super) fn standards_met(&self) -> Option<Frame> {
        let s = self.s;
        if !["met", "not met"].iter().any(|w| w.eq_ignore_ascii_case(s.at(self.label))) || self.in_speech() {
            return None;
        }
        let plain = |i: usize| {
            // "all [the independent school] standards"
            let kind =
                matches!(s.item(i), Some(Item::Provider(_))) && s.at(i).ends_with("independent school");
            s.is_any(i, &[Class::All, Class::Det, Class::Filler])
                || s.says(i, STANDARDS)
                || s.says(i, &["of"])
                || kind
        };
        let whole = |from: usize, to: usize| {
            (from..to).all(plain)
                && (from..to).any(|i| s.is(i, Class::All))
                && s.says(to.wrapping_sub(1), &["standards"])
        };
        // "All of the standards were met"
        if let Some(be) = self.head().filter(|&h| s.is(h, Class::Be)) {
            let from = (0..be).rev().take_while(|&i| plain(i)).last()?;
            let opens = from == 0
                || s.is_any(from - 1, &[Class::Opens, Class::Conj, Class::Find, Class::Say])
                || matches!(s.item(from - 1), Some(Item::Stop(_)));
            let holds = opens && whole(from, be) && self.ends_phrase();
            return holds.then(|| self.frame(be, be..be, be..be, "met"));
        }
        let end = (self.label + 1..self.label + 8).find(|&i| !plain(i)).unwrap_or(self.label + 1);
        let subject = phrase::subject(&s.chunks, self.label);
        let one =
            subject.clone().any(|i| matches!(s.item(i), Some(Item::Provider(_))) || s.is(i, Class::Pronoun));
        (one && whole(self.label + 1, end))
            .then(|| self.frame(self.label, subject, self.label..self.label, "met"))
    }

    /// "…, with safeguarding met", "expected standard in every area and safeguarding judged to be met": beside other grades.
    pub(super) fn area_met(&self) -> Option<Frame> {
        let s = self.s;
        if !["met", "not met"].iter().any(|w| w.eq_ignore_ascii_case(s.at(self.label))) || self.in_speech() {
            return None;
        }
        let passed = |i: usize| {
            s.is_any(i, &[Class::Rate, Class::Be, Class::Filler])
                || s.says(i, &["standards", "as", "to"])
                || matches!(s.item(i), Some(Item::Open))
        };
        let area = (0..self.label).rev().find(|&i| !passed(i)).filter(|&i| self.is_aspect(i))?;
        let owned = (0..area).rev().find(|&i| !s.is_any(i, &[Class::Det, Class::Possessive]))?;
        let joined = s.says(owned, &["with", "and", "while"]) || s.item(owned) == Some(Item::Stop(','));
        let holds = joined && self.ends_phrase() && (self.sibling() || self.run || self.body_speaks());
        holds.then(|| self.frame(area, area..area + 1, self.label..self.label, "met"))
    }

    /// True for an outcome of several words.
    pub(super) fn is_statement(&self) -> bool {
        let Some(Item::Label(ix)) = self.s.item(self.label) else { return false };
        self.story.labels.get(ix).is_some_and(|l| self.story.knowledge.is_statement(l.ix))
    }

    /// A verb that inspectors tell an outcome with, or that the outcome is of.
    fn tells(&self, at: usize) -> bool {
        let s = self.s;
        s.is_any(at, &[Class::Find, Class::Be, Class::Have, Class::Rate, Class::Say])
            || s.says(at, &["lead", "leads", "led", "leading"]) && s.says(at + 1, &["to"])
            || s.says(at, &["identified", "identifies", "exposed", "uncovered", "highlighted", "discovered"])
    }

    /// True where inspectors or their report stand in the sentence: "The audit committee's report" is none of theirs.
    fn inspectors_tell(&self) -> bool {
        let s = self.s;
        let found = (0..self.label).any(|i| s.is(i, Class::Find));
        let own =
            |i: usize| !s.is(i.wrapping_sub(1), Class::Other) && !s.is(i.wrapping_sub(1), Class::Possessive);
        (0..s.chunks.len()).any(|i| {
            matches!(s.item(i), Some(Item::Body(_)))
                || s.is(i, Class::Visit) && own(i)
                || found && i < self.label && s.says(i, &["it", "they"])
                || s.says(i, &["inspectors", "watchdogs", "watchdog", "regulators", "verdict", "outcome"])
        })
    }

    /// True for somebody's own words: the statement stands in the middle of a speech.
    fn spoken(&self) -> bool {
        let start = self.s.chunks[self.label].span.start;
        let official = self.story.text.quoted_at(start).is_some_and(|q| q.inner.start == start);
        !official && self.in_speech()
    }

    /// "Councils are told that there are …", "where inspectors find …", "if there are …": any area.
    fn of_any(&self) -> bool {
        let s = self.s;
        let Some(chunk) = s.chunks.get(self.label) else { return true };
        let many = |k: &crate::relate::story::Known| s.span.contains(k.span) && k.span.end < chunk.span.start;
        let from = self.story.plurals.partition_point(|k| k.span.start < s.span.start);
        let plural = self.story.plurals.get(from..).unwrap_or_default().iter().take(6).any(many);
        let named = (0..s.chunks.len())
            .any(|i| matches!(s.item(i), Some(Item::Provider(_) | Item::Service(_) | Item::Group(_))));
        let rule = (0..self.label).any(|i| {
            s.is_any(i, &[Class::If, Class::Would, Class::Not])
                || s.says(i, &["where", "areas", "whether", "any", "or", "either", "possible", "three"])
        });
        rule || plural && !named
    }

    /// The verb of "was at the expected standard", "met the strong standard".
    pub(super) fn at_standard(&self, head: usize) -> Option<usize> {
        let s = self.s;
        if !Small::lower(s.at(self.label)).ends_with(" standard") {
            return None;
        }
        if s.says(
            head,
            &["met", "meets", "meeting", "meet", "exceeded", "reached", "reaches", "reach", "hit"],
        ) {
            // "were all found to have met the expected standard"
            let have =
                head.checked_sub(1).filter(|&i| s.is(i, Class::Have) && s.says(i.wrapping_sub(1), &["to"]));
            // "was found to meet the expected standard"
            let plain = head.checked_sub(2).filter(|_| s.says(head - 1, &["to"]));
            let found = have
                .and_then(|i| i.checked_sub(2))
                .or(plain)
                .filter(|&i| s.is_any(i, &[Class::Find, Class::Rate]));
            return Some(found.unwrap_or(head));
        }
        // "Only teaching went higher, at strong standard"
        if s.says(head, &["at"]) && self.run && s.item(head.wrapping_sub(1)) == Some(Item::Stop(',')) {
            let went =
                head.checked_sub(3).filter(|&i| s.says(i + 1, &["higher", "further", "lower", "better"]));
            return went.filter(|&i| s.says(i, &["went", "fared", "did", "scored", "stood"]));
        }
        // "judged to be of a strong standard"
        if !s.says(head, &["at", "of"]) {
            return None;
        }
        let mut be = head.checked_sub(1)?;
        while be > 0 && s.is_any(be, &[Class::All, Class::Filler, Class::Now, Class::Again]) {
            be -= 1;
        }
        let found = be > 1 && s.says(be - 1, &["to"]) && s.is_any(be - 2, &[Class::Find, Class::Rate]);
        s.is(be, Class::Be).then_some(if found { be - 2 } else { be })
    }
}
