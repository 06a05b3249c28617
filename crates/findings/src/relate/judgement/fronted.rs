//! Grades that open a sentence with their time and no verb: "Satisfactory in 2006, good today: Tey School", "Once outstanding,
//! the school is now inadequate". Refuses a grade without a word of time, and one that no name follows.

use super::Reader;
use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::frame::Frame;
use std::ops::Range;

/// When a grade was held.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    Then,
    Now,
}

impl Reader<'_, '_> {
    /// "At Tey Primary, which has 61 pupils, [attainment] was weak": a name fronts the clause of this subject.
    pub(super) fn fronted_by_name(&self, subject: &Range<usize>) -> bool {
        let s = self.s;
        let first = 1 + usize::from(s.is(1, Class::Det));
        let named = (first..first + 3).find(|&i| matches!(s.item(i), Some(Item::Provider(_))));
        let comma = |i: usize| s.item(i) == Some(Item::Stop(','));
        let own = subject.start.checked_sub(1).is_some_and(comma);
        s.says(0, &["at"]) && named.is_some_and(|n| own || comma(n + 1) && subject.contains(&n))
    }

    /// The grade as one of those that the sentence opens with.
    pub(super) fn then_and_now(&self) -> Option<Frame> {
        let s = self.s;
        let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
        if self.label > 12 || self.paraphrase || self.in_speech() {
            return None;
        }
        let (mut at, mut mine, mut all) = (0, None, Vec::new());
        loop {
            let (first, time) = self.times(at);
            if !label(first) {
                break;
            }
            let (next, after) = self.times(first + 1 + usize::from(s.item(first + 1) == Some(Item::Close)));
            let time = time.or(after)?;
            if first == self.label {
                mine = Some(time);
            }
            all.push((first, time));
            at = next;
            let joint = s.item(at) == Some(Item::Stop(',')) || s.says(at, &["but", "and"]);
            let further = at + 1 + usize::from(s.says(at + 1, &["but", "and"]));
            if !joint || !label(self.times(further).0) {
                break;
            }
            at = further;
        }
        let time = mine?;
        let closes = matches!(s.item(at), Some(Item::Stop(',' | ':' | '–' | '—')));
        let of = at + 1 + usize::from(s.is(at + 1, Class::Det));
        // "Good in 2011 and poor in 2006: the record of Tey School": after a colon, wherever the name stands.
        let colon = all.len() > 1 && matches!(s.item(at), Some(Item::Stop(':' | '–' | '—')));
        let provider = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
        let told = (of..s.chunks.len()).find(provider).filter(|_| colon);
        let named = told.is_some()
            || matches!(s.item(of), Some(Item::Provider(_)))
            || s.is(of, Class::Pronoun)
            || self.is_kind(s.at(of)) && of > at + 1;
        let of = told.unwrap_or(of);
        // "Inadequate last year, the school is now good"
        let newer = all.len() > 1 || (of + 1..s.chunks.len()).any(label);
        let newest = colon && self.is_newest(&all);
        (closes && named && newer).then(|| {
            let status = if time == Time::Then && !newest { Some(Status::Previous) } else { None };
            Frame { status, listed: Vec::new(), ..self.frame(of, of..of + 1, of..of, "fronted") }
        })
    }

    /// True where every grade of the row has its day, and no other is later than this one's.
    fn is_newest(&self, row: &[(usize, Time)]) -> bool {
        let s = self.s;
        let day = |label: usize| {
            (label + 1..label + 5).find_map(|i| match s.item(i) {
                Some(Item::Date(ix)) => self.story.dates.get(ix).and_then(|d| d.from),
                _ => None,
            })
        };
        let days: Vec<_> = row.iter().map(|(label, _)| day(*label)).collect();
        let then = row.iter().all(|(_, time)| *time == Time::Then);
        then && days.iter().all(Option::is_some) && days.iter().max() == Some(&day(self.label))
    }

    /// "From inadequate to good: how Tey School turned the corner", "From poor to fair – Marle Council's journey".
    pub(super) fn journey(&self) -> Option<Frame> {
        let s = self.s;
        let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
        let past = |i: usize| i + usize::from(s.item(i) == Some(Item::Open));
        let first = past(1);
        let to = first + 1 + usize::from(s.item(first + 1) == Some(Item::Close));
        let second = past(to + 1);
        let end = second + 1 + usize::from(s.item(second + 1) == Some(Item::Close));
        let closes =
            matches!(s.item(end), Some(Item::Stop(':' | '–' | '—'))) || s.item(end) == Some(Item::Stop(','));
        let both = s.says(0, &["from"]) && label(first) && s.says(to, &["to"]) && label(second);
        if !both || !closes || self.label != first && self.label != second || self.in_speech() {
            return None;
        }
        let named = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_)));
        let of = (end + 1..(end + 7).min(s.chunks.len())).find(named)?;
        let status = (self.label == first).then_some(Status::Previous);
        Some(Frame { status, listed: Vec::new(), ..self.frame(of, of..of + 1, of..of, "fronted") })
    }

    /// "Among those in the bottom category are Ely, Marle and Tey", "Among the schools with a good rating is Hay School":
    /// a grade or its place on the scale, before those who have it.
    pub(super) fn place_of(&self) -> Option<Frame> {
        let s = self.s;
        let the = self.label - usize::from(s.is(self.label.wrapping_sub(1), Class::Det));
        let led = the > 0 && s.says(the - 1, &["in", "with", "on", "sharing"]);
        let opens = led && the < 7 && s.says(the - 1, &["in"]) && self.is_place();
        let whose = opens && (0..the - 1).all(|i| matches!(s.item(i), Some(Item::Word(_) | Item::Number(_))));
        let next = self.label + 1 + usize::from(self.quoted());
        let graded = s.is(next, Class::Rating) || self.self_evident();
        let with = led && graded && self.of_others() && !self.paraphrase;
        let listed = if (whose || with) && !self.in_speech() { self.named_after() } else { Vec::new() };
        let nobody = self.label..self.label;
        let frame = self.frame(self.label, nobody.clone(), nobody, "rated/list");
        (!listed.is_empty()).then_some(Frame { listed, ..frame })
    }

    /// "Ely, Marle and Tey, all excellent, have": one grade for a row of names, beside it.
    pub(super) fn of_each(&self) -> Option<Frame> {
        let s = self.s;
        let all = self.label.checked_sub(1 + usize::from(self.quoted()))?;
        let comma = all.checked_sub(1).filter(|&i| s.item(i) == Some(Item::Stop(',')))?;
        let next = self.label + 1 + usize::from(self.quoted());
        let dated = matches!(s.item(next), Some(Item::Date(_)));
        let closed = matches!(s.item(next + usize::from(dated)), None | Some(Item::Stop(',' | ';' | ')')));
        if !s.says(all, &["both", "all", "each"]) || !closed || self.paraphrase || self.in_speech() {
            return None;
        }
        let row = (0..comma).rev().take_while(|&i| {
            matches!(s.item(i), Some(Item::Provider(_) | Item::Stop(',')))
                || s.is_any(i, &[Class::Conj, Class::Det])
        });
        let mut listed: Vec<usize> = row.filter(|&i| matches!(s.item(i), Some(Item::Provider(_)))).collect();
        listed.reverse();
        let many = listed.len() > 1 && !(s.says(all, &["both"]) && listed.len() != 2);
        let nobody = all..all;
        let frame = self.frame(all, nobody.clone(), nobody, "rated/list");
        let status = dated.then_some(Status::Previous);
        many.then_some(Frame { listed, status, end: self.label + 1, ..frame })
    }

    /// Past words of time from `at` on, and which time they tell.
    fn times(&self, mut at: usize) -> (usize, Option<Time>) {
        let s = self.s;
        let mut time = None;
        loop {
            let told = match s.item(at) {
                Some(Item::Date(_)) if s.at(at).starts_with("today") || s.at(at).starts_with("this ") => {
                    Some(Time::Now)
                }
                Some(Item::Date(_)) => Some(Time::Then),
                Some(Item::Word(Class::Before)) => Some(Time::Then),
                Some(Item::Word(Class::Now)) => Some(Time::Now),
                Some(Item::Word(Class::Filler)) if s.says(at, &["once", "then", "recently"]) => {
                    Some(Time::Then)
                }
                Some(Item::Word(Class::Prep | Class::Det | Class::Visit | Class::Filler) | Item::Open) => {
                    None
                }
                Some(Item::Word(_)) if s.says(at, &["when", "inspected", "visited"]) => None,
                _ => return (at, time),
            };
            time = time.or(told);
            at += 1;
        }
    }
}
