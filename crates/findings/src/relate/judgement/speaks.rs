//! Whether inspectors speak in a sentence: "Ofsted said", "inspectors, who came in May, found", "according to the
//! watchdog"; and whether a label stands in somebody else's words. Knows no frame.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::phrase;
use crate::text::Span;
use std::ops::Range;

impl Reader<'_, '_> {
    /// True where the sentence gives the words to inspectors: "Ofsted said", "the report found", "according to the CQC".
    pub(super) fn body_speaks(&self) -> bool {
        self.body_speaks_in(&(0..self.s.chunks.len()))
    }

    /// ", Ofsted said,": nothing but who says it.
    pub(super) fn who_says(&self, from: usize, close: usize) -> bool {
        let s = self.s;
        let who = |i: usize| {
            s.is_any(i, &[Class::Det, Class::Say, Class::Find, Class::Have, Class::Visit])
                || self.is_inspectors(i)
                // "inspectors from Ofsted said"
                || s.says(i, &["from", "at", "for"]) && self.is_inspectors(i - 1)
        };
        close - from <= 5
            && (from..close).all(who)
            && (from..close).any(|i| s.is_any(i, &[Class::Say, Class::Find]))
    }

    /// True where inspectors speak outside a quotation that holds the label.
    pub(super) fn body_speaks_outside(&self, quoted: Span) -> bool {
        let s = self.s;
        let inside = |i: &usize| s.chunks.get(*i).is_some_and(|c| quoted.contains(c.span));
        let first = (0..s.chunks.len()).find(inside).unwrap_or(0);
        let last = (0..s.chunks.len()).rev().find(inside).map_or(0, |i| i + 1);
        self.body_speaks_in(&(0..first)) || self.body_speaks_in(&(last..s.chunks.len()))
    }

    fn body_speaks_in(&self, stretch: &Range<usize>) -> bool {
        let s = self.s;
        let speaker = |i: usize| {
            matches!(s.item(i), Some(Item::Body(_)))
                || s.is(i, Class::Visit)
                || s.says(
                    i,
                    &["inspectors", "inspector", "watchdog", "regulator", "commission", "inspectorate"],
                )
        };
        // "Both were inadequate, it said": whom the sentence before names.
        let it = |i: usize| {
            s.says(i, &["said", "found", "concluded", "added"])
                && s.says(i.wrapping_sub(1), &["it"])
                && s.item(i.wrapping_sub(2)) == Some(Item::Stop(','))
                && s.item(i + 1).is_none()
                && self.visited_before()
        };
        stretch.clone().any(|i| {
            let says = s.is_any(i, &[Class::Say, Class::Find])
                || s.says(i, &["wrote", "ruled", "praised", "decided", "agreed"]);
            // "Ann Hay, a CQC inspector, said"
            let comma = usize::from(s.item(i.wrapping_sub(1)) == Some(Item::Stop(',')));
            if it(i) || self.is_view(i, speaker) || self.is_call(i, speaker) {
                return true;
            }
            let before = says
                && (i.saturating_sub(4)..i.saturating_sub(comma))
                    .rev()
                    .take_while(|&j| !matches!(s.item(j), Some(Item::Stop(_))))
                    .any(speaker);
            // "Ofsted inspectors, who spent a week at the college, said"
            let aside = || {
                let comma = |j: &usize| s.item(*j) == Some(Item::Stop(','));
                let open = (i.saturating_sub(16)..i.saturating_sub(1)).rev().find(comma)?;
                let who = s.is(open + 1, Class::Opens) && open + 1 < i;
                who.then(|| (open.saturating_sub(2)..open).any(speaker))
            };
            let before = if says && comma == 1 { aside().unwrap_or(before) } else { before };
            // "Achievement was inadequate, they said": after a sentence about inspectors.
            let they = says && s.says(i.wrapping_sub(1), &["they"]);
            let opens = i == 1 && self.inspectors_before();
            let before = before || they && (opens || self.after_inspectors());
            // "Ofsted was impressed by the sixth form, and said the school was good": one subject of two verbs.
            let and = says && s.is(i.wrapping_sub(1), Class::Conj);
            let before = before || and && (0..3).any(|j| j + 2 < i && self.is_inspectors(j));
            // "Its report, published last week, says"
            let before = before || says && stretch.start == 0 && self.report_speaks(i);
            // "Ofsted's verdict is that"
            // "Estyn's verdict on the college is that"
            let verdict = (s.is(i, Class::Be) && s.says(i + 1, &["that"]))
                .then(|| {
                    let on = |j: &usize| s.chunks[*j].is_target() || s.says(*j, &["on", "of", "the"]);
                    let noun = (0..i).rev().find(|j| !on(j))?;
                    let said = s.says(noun, &["verdict", "judgement", "judgment", "conclusion", "finding"]);
                    said.then_some(noun)
                })
                .flatten();
            let before = before || verdict.is_some_and(|noun| (noun.saturating_sub(4)..noun).any(speaker));
            // "a report seen by the Echo says"
            let before = before || says && self.report_seen(i).is_some_and(speaker);
            let after = says && (i + 1..i + 4).any(|j| j < stretch.end && speaker(j));
            let according = s.says(i, &["according"]) && (i + 2..i + 5).any(speaker);
            before || after || according
        })
    }

    /// "in the eyes of the CQC", "in the regulator's view": whose opinion it is.
    fn is_view(&self, at: usize, speaker: impl Fn(usize) -> bool) -> bool {
        let s = self.s;
        s.says(at, &["eyes", "view", "opinion", "judgement", "judgment", "estimation", "assessment"])
            && (at.saturating_sub(5)..at).any(|i| s.says(i, &["in"]))
            && (s.says(at + 1, &["of"]) && (at + 2..at + 4).any(&speaker)
                || s.is(at.wrapping_sub(1), Class::Possessive) && (at.saturating_sub(4)..at).any(speaker))
    }

    /// "when the CQC called", "until inspectors came back", "the last time Ofsted visited": when they came.
    fn is_call(&self, at: usize, speaker: impl Fn(usize) -> bool) -> bool {
        const CAME: &[&str] = &[
            "called", "came", "visited", "inspected", "looked", "dropped", "arrived", "returned", "went",
            "paid", "stopped",
        ];
        let s = self.s;
        let opens =
            s.says(at, &["when", "until"]) || s.says(at, &["time"]) && s.says(at.wrapping_sub(1), &["last"]);
        let who = (at + 1..at + 4)
            .find(|&i| matches!(s.item(i), Some(Item::Body(_))) || speaker(i) && !s.is(i, Class::Visit));
        opens && who.is_some_and(|i| (i + 1..i + 4).any(|j| s.says(j, CAME)))
    }

    /// True where the sentence before has a body or inspectors as its subject, or is of a visit by them.
    fn after_inspectors(&self) -> bool {
        let story = self.story;
        let before = story.text.sentence_at(self.s.span.start).checked_sub(1);
        let Some(&before) = before.and_then(|at| story.text.sentences.get(at)) else { return false };
        let words = story.text.at(before);
        let opens = words.starts_with("Inspectors ") || words.starts_with("The inspectors ");
        let first = story.bodies.partition_point(|m| m.span.start < before.start);
        let inspectors =
            |end: usize| words.get(end - before.start..).is_some_and(|r| r.starts_with(" inspectors "));
        // "It was visited by two Ofsted inspectors in September. They said"
        let by = memchr::memmem::find(words.as_bytes(), b"visited by ");
        let visited = by.is_some_and(|at| {
            let rest = words.get(at..).unwrap_or_default();
            rest.split(' ').skip(2).take(4).any(|w| w.trim_end_matches([',', '.']) == "inspectors")
        });
        opens
            || visited
            || story.bodies.get(first).is_some_and(|m| m.span.start == before.start && inspectors(m.span.end))
    }

    /// "Two inspectors spent a day there.": the sentence before names them.
    fn inspectors_before(&self) -> bool {
        let text = self.story.text;
        let before = text.sentence_at(self.s.span.start).checked_sub(1).and_then(|ix| text.sentences.get(ix));
        before.is_some_and(|s| memchr::memmem::find(text.at(*s).as_bytes(), b"nspectors").is_some())
    }

    /// "We have kept our good rating": what leaders say of the grade that they have.
    pub(super) fn we_keep(&self) -> bool {
        let s = self.s;
        let own = self.label.checked_sub(1).filter(|&i| s.says(i, &["our"]));
        let verb = own.and_then(|own| own.checked_sub(1)).filter(|&i| s.is(i, Class::Keep));
        verb.is_some_and(|verb| {
            let mut at = verb;
            while at > 0 && s.is_any(at - 1, &[Class::Have, Class::Filler, Class::Again]) {
                at -= 1;
            }
            at > 0 && s.says(at - 1, &["we", "we've", "we’ve"])
        })
    }

    /// True where the sentence before names a body or inspectors: who "they" may be.
    pub(super) fn they_inspected(&self) -> bool {
        let (story, here) = (self.story, self.s.span.start);
        let before = story.text.sentence_at(here).checked_sub(1).and_then(|at| story.text.sentences.get(at));
        let body = before.is_some_and(|span| {
            let from = story.bodies.partition_point(|m| m.span.start < span.start);
            story.bodies.get(from).is_some_and(|m| m.span.start < span.end)
        });
        body || self.inspectors_before() || self.inspectors_in(0..self.s.chunks.len())
    }

    /// The report of "a report seen by the Echo says".
    fn report_seen(&self, says: usize) -> Option<usize> {
        let s = self.s;
        let seen = (says.saturating_sub(6)..says).rev().find(|&i| {
            s.says(i, &["seen", "obtained", "leaked", "published", "released", "issued", "sent", "shared"])
                && s.says(i + 1, &["by", "to", "on", "in", "with", "this", "last", "today", "yesterday"])
        })?;
        let plain = (seen + 2..says).all(|i| !phrase::is_verb(&s.chunks[i]) && !s.is(i, Class::Opens));
        seen.checked_sub(1).filter(|&i| plain && s.is(i, Class::Visit))
    }

    /// True for a label in somebody's own words.
    pub(super) fn in_speech(&self) -> bool {
        let start = self.s.chunks[self.label].span.start;
        let words = self.s.at(self.label).len();
        let speech =
            self.story.text.quoted_at(start).filter(|q| q.inner.len() > 40 && q.inner.len() > words + 14);
        // What inspectors wrote is their report, whatever marks stand around it.
        speech.is_some_and(|q| !self.body_speaks_outside(q.inner) && !self.told_in(q.inner))
    }

    /// "“outstanding support”": the marks hold more than the label, and the verb stands outside them.
    pub(super) fn inside_longer_quote(&self) -> bool {
        let span = self.s.chunks[self.label].span;
        let Some(q) = self.story.text.quoted_at(span.start) else { return false };
        // "there were “widespread and/or systemic failings leading to …”": the official words, and what they lead to.
        // "described it as a “good school with outstanding features”"
        let first = q.inner.start == span.start;
        let official = first && (self.long_form() || self.is_kind(self.s.at(self.label + 1)));
        let fragment = !official && (q.inner.len() > span.len() + 14 || q.inner.start + 14 < span.start);
        if !fragment {
            return false;
        }
        let verb_inside =
            (0..self.label).rev().take_while(|&i| self.s.chunks[i].span.start >= q.inner.start).any(|i| {
                self.s.is_any(i, &[Class::Rate, Class::Receive, Class::Give, Class::Keep])
                    || self.s.is_any(i, &[Class::Aim, Class::Expect]) && self.self_evident()
            });
        let copula = (0..self.label)
            .rev()
            .take_while(|&i| self.s.chunks[i].span.start >= q.inner.start)
            .any(|i| self.s.is_any(i, &[Class::Be, Class::Stay]));
        // "We are a four-star council," said the leader.
        let we = |i: usize| self.s.says(i, &["we", "we're", "we’re"]);
        let first = self.s.chunks.partition_point(|c| c.span.start < q.inner.start);
        let own =
            copula && self.self_evident() && (first.max(self.label.saturating_sub(4))..self.label).any(we);
        // "“The force requires improvement at calls,” the inspectorate said"
        let verb = copula || self.is_verb_form() && q.inner.start < span.start;
        let told = verb && self.body_speaks_outside(q.inner) || self.told_in(q.inner);
        // "We are Ofsted outstanding"
        let named = copula && matches!(self.s.item(self.label.wrapping_sub(1)), Some(Item::Body(_)));
        !own && !verb_inside && !told && !named
    }

    /// "We are a four-star council," said the leader: what nobody says of himself who is none.
    pub(super) fn own_stars(&self, verb: usize, subject: &Range<usize>) -> bool {
        let s = self.s;
        let we = subject.clone().any(|i| s.says(i, &["we"])) && subject.len() <= 2;
        let open = (0..subject.start).rev().take(3).any(|i| {
            s.is(i, Class::If) || s.says(i, &["when", "once", "until", "before", "unless", "so", "that"])
        });
        we && !open && s.says(verb, &["are"]) && self.self_evident() && self.kind_noun().is_some()
    }

    /// "was inspected in May and the outcome was": the clause or the sentence before tells a visit.
    pub(super) fn after_visit(&self, at: usize) -> bool {
        (0..at).any(|i| self.s.is(i, Class::Visit)) || at <= 2 && self.visited_before()
    }
}
