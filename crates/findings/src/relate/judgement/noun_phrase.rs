//! Labels whose noun phrase stands elsewhere than after a verb: before it ("an ‘outstanding’ rating has been awarded
//! to the home"), in brackets after the one judged, beside another label ("compared with good in 2019"). Knows no
//! verb of rating.

use super::{Reader, rows};
use crate::fact::{Direction, Status};
use crate::find::words::Class;
use crate::relate::clause::{self, Chunk, Item};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::text::small::Small;
use std::ops::Range;

/// What stands between a bracket and the grade in it.
const BEFORE_GRADE: &[Class] = &[Class::Filler, Class::Rate, Class::Now, Class::Draft];

impl Reader<'_, '_> {
    /// "Oakwether Primary School (good)", "(good, up from satisfactory)": nothing but grades and how they moved between
    /// brackets, right after the one judged.
    pub(super) fn bracketed(&self) -> Option<Frame> {
        let s = self.s;
        let (mut open, mut close) = (self.label.checked_sub(1)?, self.label + 1);
        // "(good, previously inadequate)"
        let earlier = s.is(open, Class::Before) || s.says(open, &["was", "formerly"]);
        let first = open.checked_sub(2).filter(|&i| earlier && matches!(s.item(i), Some(Item::Label(_))));
        // "care (previously good) was poor"
        let once = open.checked_sub(1).filter(|&i| earlier && s.item(i) == Some(Item::Stop('(')));
        open = first.and_then(|i| i.checked_sub(1)).or(once).unwrap_or(open);
        while s.item(open) == Some(Item::Open) || s.is_any(open, BEFORE_GRADE) {
            open = open.checked_sub(1)?;
        }
        let moves = |i: usize| {
            matches!(s.item(i), Some(Item::Label(_) | Item::Date(_) | Item::Stop(',')))
                || s.is_any(
                    i,
                    &[
                        Class::Rise,
                        Class::Fall,
                        Class::Before,
                        Class::Stay,
                        Class::Again,
                        Class::Det,
                        Class::Draft,
                        Class::Rating,
                    ],
                )
                || s.says(i, &["from", "was", "in", "no", "change", "formerly", "same", "as"])
        };
        let comma = s.item(close) == Some(Item::Stop(','));
        while s.item(close) == Some(Item::Close)
            || s.is_any(close, &[Class::Filler, Class::Rating])
            || comma && close < self.label + 9 && moves(close)
        {
            close += 1;
        }
        let then = (self.label + 1..close).find(|&i| s.says(i, &["then"]));
        let between = s.item(open) == Some(Item::Stop('(')) && s.item(close) == Some(Item::Stop(')'));
        let of = open.checked_sub(1).filter(|&i| s.chunks[i].is_target())?;
        let end = if comma { self.label + 1 } else { close + 1 };
        // "Ash Council (two stars, provisional result)": of this one alone.
        let draft = (open..close).any(|i| s.is(i, Class::Draft)).then_some(Status::Provisional);
        between.then(|| Frame {
            end,
            listed: Vec::new(),
            unknown: Vec::new(),
            status: first.or(then).or(once).map(|_| Status::Previous).or(draft),
            ..self.frame(of, of..of + 1, open..open, "bracketed")
        })
    }

    /// The label's phrase as a subject: "a rating of good was given to the home", "‘Inadequate’ was the verdict".
    pub(super) fn fronted(&self, noun: Option<usize>) -> Option<Frame> {
        let s = self.s;
        let before = self.own_phrase(noun)?;
        let mut verb = noun.unwrap_or(self.label) + 1;
        let by = |i: usize| s.says(i, &["from", "by"]) && matches!(s.item(i + 1), Some(Item::Body(_)));
        while s.item(verb) == Some(Item::Close) || matches!(s.item(verb), Some(Item::Body(_))) || by(verb) {
            verb += 1;
        }
        // "Its good rating, awarded in 2017, has gone"
        if noun.is_some() && s.item(verb) == Some(Item::Stop(',')) {
            let plain = |i: &usize| !matches!(s.item(*i), Some(Item::Label(_) | Item::Stop(';' | ':')));
            let close = (verb + 1..verb + 10).take_while(plain).find(|&i| s.item(i) == Some(Item::Stop(',')));
            let said = |i: usize| {
                s.is_any(i, &[Class::Give, Class::Receive, Class::Opens]) || s.says(i, &["held", "first"])
            };
            verb = close.filter(|_| said(verb + 1)).map_or(verb, |i| i + 1);
        }
        // "Requires improvement – that was the verdict of inspectors"
        let that = matches!(s.item(verb), Some(Item::Stop('–' | '—' | ',' | ':')))
            && s.says(verb + 1, &["that", "this", "such"])
            && s.is(verb + 2, Class::Be);
        verb += if that { 2 } else { 0 };
        // "the good rating of Oakwether School was given by Ofsted"
        let of = verb;
        if (noun.is_some() || self.own_axis() || self.self_evident()) && s.says(verb, &["of", "for"]) {
            let named = (verb + 1..s.chunks.len())
                .take_while(|&i| {
                    s.chunks[i].is_target() || s.is_any(i, &[Class::Det, Class::Conj, Class::Possessive])
                })
                .last();
            verb = named.filter(|&i| s.chunks[i].is_target()).map_or(verb, |i| i + 1);
        }
        let of = of..verb;
        let first = verb;
        while s.is_any(verb, &[Class::Be, Class::Have, Class::Filler, Class::Now, Class::Again]) {
            verb += 1;
        }
        // "The only outstanding grade went to Hay School"
        let went = s.says(verb, &["went", "goes", "go", "gone"]) && s.says(verb + 1, &["to"]);
        if verb == first && !s.is(verb, Class::Stay) && !went || self.in_speech() {
            return None;
        }
        let found = |rule: &'static str| {
            let (listed, end) = phrase::listed_after(s, verb + 1, true);
            let mut frame = self.frame(verb, before.clone(), verb..verb, rule);
            frame.listed.extend(listed);
            let named = of.clone().filter(|&i| s.chunks[i].is_target() && !frame.listed.contains(&i));
            frame.listed.extend(named.collect::<Vec<_>>());
            frame.end = frame.end.max(end).max(verb + 1);
            frame
        };
        match s.item(verb)? {
            Item::Word(Class::Give) => Some(found("given/fronted")),
            Item::Word(_) if went => {
                let whom = |f: &Frame| f.listed.iter().any(|&i| s.chunks[i].is_target());
                Some(found("given/fronted")).filter(whom)
            }
            // "Urgent improvement is needed in leadership"
            Item::Word(_)
                if s.says(verb, &["required", "needed"])
                    && s.says(verb + 1, &["in", "for"])
                    && self.own_axis()
                    && s.at(self.label).to_lowercase().ends_with("improvement") =>
            {
                let frame = found("given/fronted");
                let areas = frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Aspect(_))));
                areas.then_some(frame)
            }
            // "its viability grade of V1 was unchanged"
            Item::Word(Class::Stay) if noun.is_some() || !s.is(verb + 1, Class::Be) => {
                Some(Frame { change: Some((Direction::Same, None)), ..found("kept/fronted") })
            }
            Item::Word(Class::Keep) if noun.is_some() => {
                let change = Some((Direction::Same, None));
                Some(Frame { change, ..found("kept/fronted") })
            }
            // "its outstanding rating has gone"
            Item::Word(Class::Lose | Class::Move)
                if noun.is_some() && s.says(verb, &["lost", "gone", "stripped", "forfeited"]) =>
            {
                Some(Frame { status: Some(Status::Lost), ..found("lost/fronted") })
            }
            Item::Word(_) if noun.is_some() && s.says(verb, &["taken"]) && s.says(verb + 1, &["away"]) => {
                Some(Frame { status: Some(Status::Lost), ..found("lost/fronted") })
            }
            Item::Word(Class::Withdraw) if noun.is_some() => {
                Some(Frame { status: Some(Status::Withdrawn), ..found("withdrawn/fronted") })
            }
            // "‘Inadequate’ was the verdict on the home"
            Item::Word(Class::Det | Class::Possessive) | Item::Body(_) if noun.is_none() => {
                let rating = (verb..verb + 5)
                    .find(|&i| s.is(i, Class::Rating) || s.says(i, &["word", "answer"]) && s.owns(i - 1))?;
                let on = s.says(rating + 1, &["on", "for", "given", "handed", "from", "by", "of"]);
                let marked = self.quoted() || self.marked_off() || that || !s.is(rating, Class::Rating);
                // "… and inadequate was also the overall result"
                let overall =
                    s.says(rating - 1, &["overall"]) && s.is(verb, Class::Det) && rating <= verb + 2;
                if overall && !self.in_speech() {
                    return Some(self.frame(rating, rating..rating, rating..rating, "verdict"));
                }
                (on && marked).then(|| {
                    let end = (rating + 1..s.chunks.len())
                        .find(|&i| matches!(s.item(i), Some(Item::Stop(_))))
                        .unwrap_or(s.chunks.len());
                    self.frame(rating, before, rating + 1..end, "verdict")
                })
            }
            _ => None,
        }
    }

    /// The words of the label's own phrase before it, where that phrase opens its clause.
    fn own_phrase(&self, noun: Option<usize>) -> Option<Range<usize>> {
        let s = self.s;
        let mut start = self.label;
        while start > 0 {
            let at = start - 1;
            let own = s.chunks[at].is_target()
                || matches!(s.item(at), Some(Item::Open | Item::Body(_)))
                || s.is_any(
                    at,
                    &[Class::Det, Class::Possessive, Class::Filler, Class::Rating, Class::Before],
                )
                || s.says(at, &["of"]) && s.is(at.wrapping_sub(1), Class::Rating)
                // "its financial viability grade"
                || s.is(at, Class::Other)
                    && s.is(at.wrapping_sub(1), Class::Possessive)
                    && (at..self.label).any(|i| s.is(i, Class::Rating));
            if !own {
                break;
            }
            start = at;
        }
        let opens = start == 0
            || matches!(s.item(start - 1), Some(Item::Stop(_) | Item::Open))
            || s.is_any(start - 1, &[Class::Conj, Class::Opens, Class::Say, Class::Now]);
        let of_rating = self.self_evident() || (start..self.label).any(|i| s.is(i, Class::Rating));
        (opens && (noun.is_some() || of_rating || start == self.label || self.quoted() || self.own_axis()))
            .then_some(start..self.label)
    }

    /// "After a decade as outstanding, Oakwether School has been rated good": the earlier grade opens the sentence.
    pub(super) fn after_years(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let as_is =
            (self.label.saturating_sub(6)..self.label).rev().find(|&i| s.says(i, &["as", "with", "of"]))?;
        let years = |i: usize| {
            let words = s.at(i);
            ["year", "years", "decade", "decades"].iter().any(|w| words.ends_with(w))
        };
        let long = (as_is.saturating_sub(2)..as_is).any(years);
        let opens =
            (0..as_is.min(4)).any(|i| s.says(i, &["after", "following"]) || s.at(i).starts_with("After "));
        let own = (as_is + 1..self.label).all(|i| {
            s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler, Class::Rating])
                || matches!(s.item(i), Some(Item::Body(_) | Item::Open))
                || s.says(i, &["being", "rated", "graded", "judged", "of"])
        });
        let main = found.iter().find(|f| f.label > self.label && f.status.is_none())?;
        let comma =
            (self.label + 1..main.label.min(self.label + 5)).any(|i| s.item(i) == Some(Item::Stop(',')));
        (long && opens && own && comma).then(|| Frame {
            label: self.label,
            end: self.label + 1,
            status: Some(Status::Previous),
            change: None,
            rule: "compared",
            ..main.clone()
        })
    }

    /// "compared with ‘good’ in 2019", "after 11 years as an outstanding school": the earlier grade beside the new one.
    pub(super) fn compared(&self, head: usize, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let main = found.iter().rev().find(|f| f.status.is_none() && f.label < self.label)?;
        // "…, having been inadequate in 2019", "…, being good for caring"
        let participle = s.is(head, Class::Be) && s.says(head.wrapping_sub(1), &["having"])
            || s.says(head, &["being"]) && s.item(head.wrapping_sub(1)) == Some(Item::Stop(','));
        if participle && main.label + 8 > head.saturating_sub(4) {
            let parts = self.parts(false);
            let holds = s.says(head.wrapping_sub(1), &["having"]) || !parts.listed.is_empty();
            let status = if s.says(head, &["being"]) { main.status } else { Some(Status::Previous) };
            // "inadequate for safety, having been good": of that too.
            let own = !parts.listed.is_empty() || !parts.unknown.is_empty();
            let (listed, unknown) = match own {
                true => (parts.listed, parts.unknown),
                false => (main.listed.clone(), main.unknown.clone()),
            };
            return holds.then(|| Frame {
                label: self.label,
                head,
                listed,
                unknown,
                end: parts.end.max(self.label + 1),
                status,
                change: None,
                rule: "compared",
                ..main.clone()
            });
        }
        let with = s.says(head, &["with", "to", "against"])
            && s.says(head.wrapping_sub(1), &["compared", "contrast", "opposed"]);
        // "…, having previously held a five"
        let head_of = match s.item(head) {
            Some(Item::Word(Class::Be)) if s.says(head.wrapping_sub(1), &["to"]) => head.saturating_sub(2),
            _ => head,
        };
        let held = (s.is_any(head_of, &[Class::Keep, Class::Receive, Class::Give, Class::Rate, Class::Find])
            || s.says(head_of, &["had"]))
            && (head_of.saturating_sub(3)..head_of)
                .any(|i| s.says(i, &["having"]) && s.item(i.wrapping_sub(1)) == Some(Item::Stop(',')))
            && (self.marked_off()
                || self.rating_noun().is_some()
                || s.is_any(head_of, &[Class::Rate, Class::Find]));
        let as_is = head + usize::from(!s.says(head, &["as"]));
        let long = |i: usize| {
            s.says(i, &["years", "decade", "year"])
                || matches!(s.item(i), Some(Item::Date(_))) && s.at(i).ends_with("years")
        };
        let years = s.says(as_is, &["as"]) && (head.saturating_sub(3)..as_is).any(long);
        let after = s.says(head, &["from"]) && self.rating_noun().is_some();
        (with || years || after || held).then(|| {
            let (listed, end) = phrase::listed_after(s, self.label + 1, false);
            let listed = if listed.is_empty() { main.listed.clone() } else { listed };
            Frame {
                label: self.label,
                listed,
                end: end.max(self.label + 1),
                status: Some(Status::Previous),
                change: None,
                rule: "compared",
                ..main.clone()
            }
        })
    }

    /// "Its new rating, requires improvement, was confirmed", "the school, outstanding when last inspected": beside the
    /// noun that it says more of.
    pub(super) fn apposed(&self, stop: usize) -> Option<Frame> {
        let s = self.s;
        let of = stop.checked_sub(1)?;
        let mut next = self.label + 1;
        while s.item(next) == Some(Item::Close) {
            next += 1;
        }
        if self.is_rating(of) {
            let ends = next >= s.chunks.len() || matches!(s.item(next), Some(Item::Stop(_)));
            let from = (0..of)
                .rev()
                .find(|&i| matches!(s.item(i), Some(Item::Stop(_))) || phrase::is_verb(&s.chunks[i]))
                .map_or(0, |i| i + 1);
            let definite = s.chunks[from..of].iter().any(|c| {
                c.is_target() || c.is_any(&[Class::Possessive, Class::Det]) || matches!(c.item, Item::Body(_))
            });
            // "was given the lowest grade, inadequate, by the watchdog": what the verb gives.
            let gives = phrase::governor(&s.chunks, of).filter(|&verb| {
                s.is_any(verb, &[Class::Give, Class::Receive, Class::Keep, Class::Have, Class::Lose])
            });
            if let Some(verb) = gives.filter(|_| ends && !self.in_speech()) {
                return Some(self.carried(verb, "rated/rating-apposition"));
            }
            return (ends && definite && !self.in_speech())
                .then(|| self.frame(of, from..of, of..of, "rated/rating-apposition"));
        }
        let dated = |i: usize| {
            s.is_any(i, &[Class::Before, Class::Visit]) || matches!(s.item(i), Some(Item::Date(_)))
        };
        let years = |i: usize| s.says(next, &["for"]) && s.says(i, &["years", "decade"]);
        let since = s.says(next, &["when", "since", "until"]) && !s.says(next + 2, &["comes", "came"])
            // "Tey Council, poor last year, rose"
            || matches!(s.item(next), Some(Item::Date(_))) && s.item(next + 1) == Some(Item::Stop(','))
            || s.says(next, &["at", "in", "on", "for"]) && (next..next + 5).any(|i| dated(i) || years(i));
        // "Ash School, previously outstanding, drops to good"
        let provider = matches!(s.item(of), Some(Item::Provider(_) | Item::Aspect(_)));
        let once = s.says(stop + 1, &["previously", "formerly", "once", "originally"])
            && self.label == stop + 2
            && s.item(next) == Some(Item::Stop(','));
        let since =
            since || once && (next..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Label(_))));
        (s.item(stop) == Some(Item::Stop(',')) && provider && since && !self.in_speech()).then(|| Frame {
            status: Some(Status::Previous),
            ..self.frame(of, of..of + 1, of..of, "apposition")
        })
    }

    /// "rated Tamarisk Lodge, a home run by Fenwright Care, inadequate": the object stands before an insertion.
    pub(super) fn past_insertion(&self, stop: usize, mark: char) -> Option<Frame> {
        let s = self.s;
        let opens = (stop.saturating_sub(14)..stop).rev().find(|&i| s.item(i) == Some(Item::Stop(mark)))?;
        let verb = phrase::governor(&s.chunks, opens)?;
        let mut object = verb + 1..opens;
        let mut named = s.chunks[object.clone()].iter().any(Chunk::is_target);
        if let Some(one) = rows::picked(s, &object, opens).filter(|_| !named) {
            (object, named) = (one..one + 1, true);
        }
        let inside =
            (opens + 1..stop).any(|i| s.is(i, Class::Rate) || matches!(s.item(i), Some(Item::Label(_))));
        let gives = s.is(verb, Class::Give) && self.self_evident();
        let holds = (s.is(verb, Class::Rate) || gives) && named && !inside && self.ends_phrase();
        let rule = if gives { "given/active" } else { "rated/active" };
        holds.then(|| self.frame(verb, verb..verb, object, rule))
    }

    /// "grade 5 (very good)", "a 2 – weak –": the next label says the same in words.
    pub(super) fn glossed_next(&self) -> bool {
        let s = self.s;
        let words = Small::lower(s.at(self.label));
        let digits = words.bytes().any(|b| b.is_ascii_digit())
            || words.starts_with("grade")
            || clause::number(&words).is_some();
        let mut next = self.label + 2;
        while s.says(next, &["or", "meaning"]) || s.item(next) == Some(Item::Open) {
            next += 1;
        }
        let gloss = matches!(s.item(self.label + 1), Some(Item::Stop('(' | '–' | '—' | ',')));
        let comma = s.item(self.label + 1) == Some(Item::Stop(','));
        let double = comma
            && matches!(s.item(self.label + 2), Some(Item::Label(_)))
            && s.at(self.label + 2).to_lowercase().contains("star")
            && !words.contains("star");
        double
            || digits
                && gloss
                && (!comma || s.says(self.label + 2, &["or", "meaning"]))
                && matches!(s.item(next), Some(Item::Label(_)))
                && s.at(next).bytes().all(|b| !b.is_ascii_digit())
    }
}
