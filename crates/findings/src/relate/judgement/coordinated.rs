//! A further label of a clause already read: "good for X, outstanding for Y", "A was rated good and B poor". Knows no
//! verb of rating.

use super::{Reader, gloss, in_order};
use crate::fact::{Basis, Status};
use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;

/// "A was rated good, B poor for care and requires improvement for staffing": a verb of B's too.
pub(super) fn of_last(s: &Sentence<'_>, frame: Frame, found: &[Frame]) -> Frame {
    let joined = frame.rule == "requires" && s.is(frame.label.wrapping_sub(1), Class::Conj);
    let own = |f: &&Frame| {
        let named = f.object.clone().any(|i| matches!(s.item(i), Some(Item::Provider(_))));
        named && f.rule == "rated/coordinated" && f.end + 1 >= frame.label
    };
    match found.last().filter(|_| joined).filter(own) {
        Some(last) => {
            let none = frame.head..frame.head;
            Frame { object: last.object.clone(), subject: none, ..frame }
        }
        None => frame,
    }
}

impl Reader<'_, '_> {
    /// "got a good and a fair": each is for one of the two areas that the article tells.
    pub(super) fn first_of_two(&self) -> bool {
        let sentence = self.story.text.sentence_at(self.s.span.start);
        in_order::two_in_row(self.s, self.label).is_some() && self.story.two_areas(sentence).is_some()
    }

    /// "G1/V1": two letters with nothing but a stroke between them.
    pub(super) fn stroke(&self, found: &[Frame]) -> Option<Frame> {
        let letters = |i: usize| {
            let words = self.s.at(i);
            words.len() == 2 && words.starts_with(|c: char| c.is_ascii_uppercase())
        };
        // "G2/V2 grades have been reaffirmed": the noun is beside the second.
        let beside = |f: &&Frame| f.label + 1 == self.label || f.label == self.label + 1;
        let last = found.iter().find(beside)?;
        (letters(self.label) && letters(last.label)).then(|| Frame {
            label: self.label,
            end: last.end.max(self.label + 1),
            // "upgraded to G1/V2" does not say which of the two moved.
            change: last.change.filter(|_| !last.rule.starts_with("moved")),
            ..last.clone()
        })
    }

    /// "moved up to G1 from G2, alongside a C2": another letter beside one that moved did not move itself.
    pub(super) fn alongside(&self, found: &[Frame]) -> Option<Frame> {
        const BESIDE: &[&str] = &["alongside", "along", "together", "with", "as", "well", "and", "plus"];
        let s = self.s;
        let last = found.iter().rev().find(|f| f.label < self.label && f.rule.starts_with("moved"))?;
        let main = found.iter().rev().find(|f| f.head == last.head && f.rule == "moved/to")?;
        let gap = last.end.max(main.end)..self.label;
        let beside = gap.clone().any(|i| s.says(i, BESIDE));
        let only = gap.clone().all(|i| {
            s.says(i, BESIDE)
                || s.item(i) == Some(Item::Stop(','))
                || s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler])
        });
        let letter = matches!(s.at(self.label).as_bytes(), [b'A'..=b'Z', b'0'..=b'9']);
        (letter && beside && only).then(|| Frame {
            label: self.label,
            end: self.label + 1,
            listed: Vec::new(),
            unknown: Vec::new(),
            change: None,
            rule: "rated/coordinated",
            ..main.clone()
        })
    }

    /// A further label of a frame just read: "good for X, outstanding for Y", "good for X but poor for Y".
    pub(super) fn coordinated(&self, found: &[Frame]) -> Option<Frame> {
        let s = self.s;
        let last = match found {
            [.., main, aside] if self.is_set_aside(main, aside) => main,
            found => found.last()?,
        };
        let in_need = s.at(self.label).to_lowercase().starts_with("in need");
        // "was given none in May and none again in July": the same verb.
        if self.self_evident()
            && s.says(self.label.wrapping_sub(1), &["and"])
            && s.is(self.label + 1, Class::Again)
        {
            return Some(Frame { label: self.label, end: self.label + 1, change: None, ..last.clone() });
        }
        if let Some(frame) = self.with_area(last) {
            return Some(frame);
        }
        if self.paraphrase && !in_need
            || self.inside_longer_quote()
            || self.rating_noun().is_none() && self.modifies()
        {
            return None;
        }
        let next = self.label + 1 + usize::from(self.quoted());
        // "good at S5 and S6, but only adequate at S1": of one area, twice.
        let years = s.past_years(last.label + 1);
        let years = Some(years).filter(|&y| y > last.label + 1 && s.past_years(next) > next);
        let gap = self.past_clause(years.unwrap_or(last.end))..self.label;
        let letters = |i: usize| s.at(i).bytes().any(|b| b.is_ascii_digit());
        // "a two-star service with promising prospects", "four stars, improving well"
        let listed = |i: usize| s.item(i) == Some(Item::Stop(',')) && i + 1 == self.label;
        let second_axis = self.own_axis()
            && gap.clone().any(|i| s.says(i, &["with", "and", "which", "that"]) || listed(i))
            && gap.len() <= 6;
        // "‘good’ at A and ‘adequate’ at B": each label has what it is for.
        // "three stars went to A", "gave three stars to A"
        let whom = last.listed.iter().any(|&i| {
            (matches!(s.item(i), Some(Item::Provider(_))) || self.is_area(i))
                && (s.says(i - 1, &["to"]) || s.is(i - 1, Class::Det) && s.says(i.wrapping_sub(2), &["to"]))
        });
        let handed = last.rule.starts_with("given") && whom;
        let mut parts = self.parts(handed);
        // "requires improvement for the fifth, safety": which one that is stands beside it.
        let counts = |u: &std::ops::Range<usize>| {
            u.len() == 1 && s.says(u.start, &["third", "fourth", "fifth", "sixth", "last", "other"])
        };
        if !parts.listed.is_empty() {
            parts.unknown.retain(|u| !counts(u));
        }
        let own_part = !parts.listed.is_empty() || !parts.unknown.is_empty();
        let pair = !(last.listed.is_empty() && last.unknown.is_empty())
            && (s.says(next, &["for", "at", "on", "in"]) || own_part && s.says(next, &["when"]))
            && gap.clone().any(|i| s.is(i, Class::Conj) || matches!(s.item(i), Some(Item::Stop(',' | ';'))));
        let counted =
            own_part && gap.clone().any(|i| phrase::is_area_noun(s, i) || s.says(i, &["tests", "pillars"]));
        let glossed = gloss::number_before(s, self.label).is_some() && own_part;
        let joined = gap.clone().all(|i| {
            pair && s.is_any(i, &[Class::Other, Class::Improve])
                || s.is_any(i, &[Class::Position, Class::Rating])
                || matches!(s.item(i), Some(Item::Stop(',' | ';') | Item::Open | Item::Close))
                || s.is_any(
                    i,
                    &[Class::Conj, Class::Det, Class::Filler, Class::Prep, Class::Possessive, Class::Again],
                )
                || s.chunks[i].is_target()
                // "requires improvement in 2019 and finally good last month"
                || s.says(i, &["finally", "later", "eventually", "most"]) && s.is(i - 1, Class::Conj)
                // "the former was poor and the latter good"
                || self.is_of_two(i)
                // "and the other, Tey School, poor"
                || s.says(i, &["other", "second", "third", "last", "another"])
                    && s.item(i + 1) == Some(Item::Stop(','))
                    && (i + 2..i + 4).any(|p| matches!(s.item(p), Some(Item::Provider(_))))
                // "and respect and release both good"
                || s.says(i, &["both", "each", "all"]) && i + 1 == self.label
                || phrase::owns_area(s, i)
                // "safety was poor and both respect and release good"
                || s.says(i, &["both"]) && s.chunks.get(i + 1).is_some_and(Chunk::is_target)
                || matches!(s.item(i), Some(Item::Date(_)))
                // "inadequate in 2014, requires improvement in 2016 and now good"
                || s.is(i, Class::Now) && s.is(i - 1, Class::Conj)
                // "good at X, adequate in four areas and poor at Y"
                || counted && matches!(s.item(i), Some(Item::Label(_)))
                // "adequate in four areas, and in need of improvement", "adequate in four areas and poor at X"
                || (in_need || counted)
                    && (matches!(s.item(i), Some(Item::Number(_)))
                        || s.is(i, Class::All)
                        || s.says(i, &["other", "of", "the", "tests", "pillars", "healthy", "key"])
                        || phrase::is_area_noun(s, i)
                        // "in four of the five areas it looked at"
                        || s.is(i, Class::Pronoun) && s.is(i + 1, Class::Other)
                        || s.is(i, Class::Other) && s.is(i - 1, Class::Pronoun))
                // "5 – very good – for care and 4 – good – for staffing"
                || glossed
                    && (matches!(s.item(i), Some(Item::Stop('–' | '—' | '(' | ')'))) || s.says(i, &["meaning"]))
                // "inadequate in three areas – safe and caring – and good in two"
                || matches!(s.item(i), Some(Item::Stop('–' | '—')))
                    && own_part
                    && (last.label..gap.start).any(|j| s.item(j) == s.item(i))
                // "and services for care leavers as good"
                || s.says(i, &["services", "support", "provision", "quality", "experiences"])
                    && s.says(i + 1, &["for", "of"])
                || matches!(s.item(i), Some(Item::Label(_) | Item::Number(_))) && glossed
                // "good and, most worryingly, safety poor"
                || s.is(i, Class::Other) && s.at(i).ends_with("ly") && s.item(i + 1) == Some(Item::Stop(','))
                || s.says(i, &["most", "more"]) && s.at(i + 1).ends_with("ly")
                // "inadequate for safety, up to adequate for care"
                || own_part && s.says(i, &["up", "down"]) && s.says(i + 1, &["to"])
                || own_part && s.says(i, &["still"])
                // "good for safety by Ofsted, and poor for care"
                || matches!(s.item(i), Some(Item::Body(_)))
                    && (s.says(i - 1, &["by", "from"])
                        || s.is(i - 1, Class::Det) && i > 1 && s.says(i - 2, &["by", "from"]))
                || s.is_any(i, &[Class::Other, Class::Opens, Class::Be]) && second_axis
                // "a ‘fair’, one-star service with promising prospects"
                || matches!(s.item(i), Some(Item::Label(_))) && second_axis && s.at(i).contains("star")
                || s.is(i, Class::Be) && i + 1 == self.label && s.chunks[i - 1].is_target()
        });
        // "G1/V1": two letters with nothing but a stroke between them.
        let stroke =
            gap.is_empty() && letters(self.label) && letters(last.label) && last.label + 1 == self.label;
        if stroke {
            return Some(Frame { label: self.label, end: self.label + 1, ..last.clone() });
        }
        // "safety as poor and resettlement as good": the words before "as" are what the second label is for.
        let words = self.words_before_as(last, &gap);
        // "G1 and C1, along with V2"
        let along = letters(self.label)
            && gap.len() <= 4
            && gap
                .clone()
                .all(|i| matches!(s.item(i), Some(Item::Stop(','))) || s.says(i, &["along", "with", "plus"]));
        let words = words.or_else(|| self.words_before(last, &gap));
        let joined = joined || words.is_some() || along;
        if !joined || gap.is_empty() || gap.len() > 12 {
            return None;
        }
        let mut frame = Frame {
            label: self.label,
            listed: parts.listed,
            end: parts.end.max(self.label + 1),
            // "rated A good and B poor": what stands between is what the second label is for.
            unknown: parts.unknown,
            rule: "rated/coordinated",
            ..last.clone()
        };
        if let Some(words) = words {
            frame.subject = frame.head..frame.head;
            frame.object = frame.head..frame.head;
            frame.listed.retain(|&i| matches!(s.item(i), Some(Item::Provider(_))));
            frame.unknown = vec![words];
            frame.change = None;
            return Some(frame);
        }
        if !own_part && self.is_of_whole(last, &gap) {
            return Some(Frame { listed: Vec::new(), unknown: Vec::new(), change: None, ..frame });
        }
        // "three stars went to A and two to B": each has its own.
        if handed
            && frame.listed.iter().any(|&i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))))
        {
            (frame.subject, frame.object) = (frame.head..frame.head, frame.head..frame.head);
            return Some(frame);
        }
        let own = gap.clone().any(|i| s.chunks[i].is_target() || self.is_of_two(i));
        let date = |i: usize| matches!(s.item(i), Some(Item::Date(_)));
        let choice = gap.clone().any(|i| s.says(i, &["or"]));
        // "resettlement as good at HMP Ashby": where, and not what for.
        let areas = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
        let parts = |f: &Frame| f.listed.iter().any(areas) || !f.unknown.is_empty();
        let fronted = |f: &Frame| {
            let area = f.subject.clone().find(|i| areas(i))?;
            (area == 1 && s.says(0, &["on", "for", "in"])).then_some(area)
        };
        if own && !parts(&frame) && parts(last) && gap.clone().all(|i| !areas(&i)) {
            // "marks A as poor for handling calls, and B as excellent": for the same.
            frame.listed = last.listed.iter().copied().filter(areas).collect();
            frame.unknown = last.unknown.clone();
            frame.basis = Basis::Inferred;
            frame.object = gap;
            frame.subject = frame.head..frame.head;
        } else if own && !parts(&frame) && gap.clone().all(|i| !areas(&i)) && fronted(last).is_some() {
            // "On finances Ashby was excellent and Marle fair"
            frame.listed.extend(fronted(last));
            frame.object = gap;
            frame.subject = frame.head..frame.head;
        } else if own && !frame.listed.iter().any(areas)
            // "A was rated good, B poor for care and fair for safety": the second has a name of its own.
            || gap.clone().any(|i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))))
        {
            frame.object = gap;
            frame.subject = frame.head..frame.head;
        } else if !frame.unknown.is_empty() {
            // "‘good’ at A, ‘adequate’ at B"
        } else if second_axis && frame.listed.is_empty() {
            frame.object = frame.head..frame.head;
        } else if frame.listed.is_empty() && letters(self.label) && letters(last.label) && !choice {
            // "graded C1, G1 and V2": three grades of three kinds.
        } else if self.own_axis() && self.long_form() && !choice {
            // "serving most adults well and some children well"
        } else if gap.clone().any(date) && gap.clone().any(|i| s.is(i, Class::Now)) {
            // "… in 2016 and now good"
        } else if gap.clone().any(date) && ((next..next + 2).any(date) || self.before_that(next)) {
            // "good in 2019 and outstanding in 2016", "… and poor before that": each has its own time.
        } else if years.is_none() && frame.listed.is_empty() && last.listed.is_empty() {
            // Two bare labels in a row ("good or outstanding") are one choice, not two judgements.
            return None;
        }
        frame.change = None;
        // "was previously good, and Tey School outstanding": of then too.
        let then = (last.head..last.label).any(|i| s.is(i, Class::Before));
        if then && frame.status.is_none() && s.is_any(last.head, &[Class::Be, Class::Rate]) {
            frame.status = Some(Status::Previous);
        }
        if in_need {
            frame.basis = Basis::Paraphrased;
        }
        Some(frame)
    }

    /// "good for safety by the CQC, having been poor in 2009, and good for care": the second grade is a memory beside the first.
    fn is_set_aside(&self, main: &Frame, aside: &Frame) -> bool {
        let s = self.s;
        let opens = self.past_agent(main.end);
        let close = (aside.label + 1..self.label).any(|i| s.item(i) == Some(Item::Stop(',')));
        opens < aside.label
            && s.item(opens) == Some(Item::Stop(','))
            && s.says(opens + 1, &["having"])
            && close
            && aside.status == Some(Status::Previous)
    }

    /// Past "by the watchdog" or a date behind a grade.
    fn past_agent(&self, end: usize) -> usize {
        let s = self.s;
        let agent = |i: usize| {
            matches!(s.item(i), Some(Item::Body(_) | Item::Date(_)))
                || s.says(i, &["by", "from", "in", "on", "inspectors"])
                || s.is(i, Class::Det)
        };
        (end..end + 4).find(|&i| !agent(i)).unwrap_or(end)
    }

    /// "and inadequate before that"
    fn before_that(&self, at: usize) -> bool {
        self.s.says(at, &["before"]) && self.s.says(at + 1, &["that", "then"])
    }

    /// "the former", "the latter".
    fn is_of_two(&self, at: usize) -> bool {
        self.s.is(at, Class::Pronoun) && self.s.says(at, &["former", "latter"])
    }

    /// Past a clause that stands between two grades: "a 1 for needs, after residents had waited, and a 2 for safety".
    fn past_clause(&self, end: usize) -> usize {
        let s = self.s;
        let joint = (self.label.saturating_sub(6)..self.label)
            .rev()
            .find(|&i| s.says(i, &["and", "but"]))
            .and_then(|i| i.checked_sub(1));
        // "outstanding at crime, Ofsted found, adequate at calls"
        let comma = (self.label.saturating_sub(5)..self.label)
            .rfind(|&i| s.item(i) == Some(Item::Stop(',')))
            .filter(|&i| i > end && self.who_says(end + 1, i));
        let Some(close) = joint.or(comma).filter(|&i| i > end) else { return end };
        let had = self.past_agent(end);
        let end = if s.says(had + 1, &["having"]) { had } else { end };
        // "fair for quality, down from good last year, and good for resources"
        let moved =
            s.says(end + 1, &["up", "down"]) && s.says(end + 2, &["from"]) || s.says(end + 1, &["having"]);
        let between = (end + 1..close).all(|i| match s.item(i) {
            Some(Item::Label(_)) => moved,
            item => !matches!(item, Some(Item::Stop(';' | ':'))),
        });
        let who = self.who_says(end + 1, close);
        let aside = matches!(s.item(end), Some(Item::Stop(',' | '–' | '—' | '(')))
            && matches!(s.item(close), Some(Item::Stop(',' | '–' | '—' | ')')))
            && (s
                .says(end + 1, &["after", "because", "where", "with", "when", "as", "despite", "following"])
                || moved
                || who);
        // "was weak, inspectors found, and its links with parents good"
        let words = |i: usize| {
            s.is_any(i, &[Class::Conj, Class::Det, Class::Filler])
                || s.item(i) == Some(Item::Open)
                || who
                    && (s.chunks[i].is_target()
                        || s.is_any(i, &[Class::Possessive, Class::Other, Class::Prep]))
        };
        let own = (close + 1..self.label).all(words);
        if aside && between && own { close } else { end }
    }

    /// "rated good with outstanding leadership": a grade before its area, right after another.
    fn with_area(&self, last: &Frame) -> Option<Frame> {
        let s = self.s;
        let area = self.label + 1 + usize::from(self.quoted());
        let mut with = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        // "with a good capacity to improve"
        with -= usize::from(s.says(with, &["a", "an"]) && with > 0);
        let ends = match s.item(area + 1) {
            None | Some(Item::Stop(_) | Item::Date(_)) => true,
            Some(Item::Word(class)) => {
                matches!(class, Class::Conj | Class::Say)
                    || s.says(area + 1, &["by", "after", "following", "in", "from"])
            }
            _ => false,
        };
        let from = self.past_agent(last.end).min(with);
        let joined = s.says(with, &["with"]) && with <= from.max(last.end) + 2 && last.end <= with;
        let holds = joined && matches!(s.item(area), Some(Item::Aspect(_))) && ends && !self.paraphrase;
        holds.then(|| Frame {
            label: self.label,
            listed: vec![area],
            unknown: Vec::new(),
            end: area + 1,
            change: None,
            rule: "rated/coordinated",
            ..last.clone()
        })
    }
}
