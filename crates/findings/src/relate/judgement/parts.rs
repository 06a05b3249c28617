//! What a label is for in the article's own words: "good at responding to fires", "poor for the way it manages its
//! money and for leadership". One part for each area; knows which of them the frameworks name, and no label.
//!
//! *What it leaves alone*: times ("for the third time"), people ("for the home"), reasons ("for failing to …" ends at
//! the verb), a clause that follows.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::relate::phrase;
use std::ops::Range;

/// No part is longer.
const LONGEST: usize = 14;

/// What opens a remark on a grade after a comma, and no further part.
const REMARKS: &[&str] = &[
    "saying", "adding", "citing", "noting", "warning", "finding", "meaning", "describing", "concluding",
    "leaving", "making", "putting", "raising", "blaming", "praising", "calling", "giving", "bringing",
    "prompting", "pointing", "highlighting", "stating", "telling", "ending", "according", "lifting",
    "paving", "sparking", "triggering", "forcing", "sending", "placing", "reversing", "completing",
    "marking", "capping", "becoming", "joining", "allowing", "freeing", "clearing", "earning", "dashing",
];

/// What a label is for.
#[derive(Default)]
pub(super) struct Parts {
    /// Items that a framework, a service or a provider has by name.
    pub(super) listed: Vec<usize>,
    /// Stretches that none has.
    pub(super) unknown: Vec<Range<usize>>,
    /// Where the list ends.
    pub(super) end: usize,
}

impl Reader<'_, '_> {
    /// The parts listed after the label.
    pub(super) fn parts(&self, gives: bool) -> Parts {
        self.parts_after(self.label + 1, gives)
    }

    /// The parts listed from a preposition on.
    pub(super) fn parts_after(&self, after: usize, gives: bool) -> Parts {
        let (listed, end) = match self.in_brackets_next(after) {
            Some(found) => found,
            None => phrase::listed_after(self.s, after, gives),
        };
        let mut out = Parts { listed, unknown: Vec::new(), end };
        if let Some(first) = self.opens_parts(after) {
            self.parts_from(first, &mut out);
        }
        out
    }

    /// Adds the parts of the list that begins at `first`.
    pub(super) fn parts_from(&self, first: usize, out: &mut Parts) {
        let mut cut = self.cut_parts(first);
        self.cut_to_count(first, &mut cut);
        for part in &cut {
            // "the care of older people": of the second.
            let led = |i: usize| {
                let owned = usize::from(self.s.is_any(i + 2, &[Class::Possessive, Class::Det]));
                self.is_aspect(i) && self.s.says(i + 1, &["of"]) && self.is_aspect(i + 2 + owned)
            };
            out.listed.retain(|&i| !(part.contains(&i) && led(i)));
            let aspects: Vec<usize> = part.clone().filter(|&i| self.is_aspect(i) && !led(i)).collect();
            let named = !aspects.is_empty() && !self.is_fragment(part, &aspects);
            if named {
                // "the way it manages its money and other resources": one part, one area.
                let does = self.does(part.clone());
                let one = does || self.is_way(part.start) || self.is_ing(part.start);
                let (first, rest): (Vec<usize>, Vec<usize>) = aspects.iter().partition(|&&i| {
                    !one || Some(&i) == aspects.first() || self.s.at(i).contains(' ') && !does
                });
                out.listed.retain(|i| !rest.contains(i));
                out.listed.extend(first.iter().filter(|i| !out.listed.contains(i)).collect::<Vec<_>>());
                let end = (part.start..part.end).rev().find(|&i| !joins(self, i)).map_or(part.end, |i| i + 1);
                out.end = out.end.max(end);
                continue;
            }
            let Some(core) = self.core(part) else { continue };
            out.listed.retain(|i| !part.contains(i) || !self.is_aspect(*i));
            out.end = out.end.max(core.end);
            out.unknown.push(core);
        }
        out.listed.sort_unstable();
    }

    pub(super) fn is_aspect(&self, i: usize) -> bool {
        matches!(self.s.item(i), Some(Item::Aspect(_)))
    }

    /// Where the first part begins: after "for" or "at", "in how", "in four areas:".
    fn opens_parts(&self, after: usize) -> Option<usize> {
        let s = self.s;
        let mut at = phrase::past_gloss(s, phrase::past_agent(s, after));
        while s.item(at) == Some(Item::Close)
            || matches!(s.item(at), Some(Item::Stop('–' | '—' | ')') | Item::Body(_)))
            || s.is_any(at, &[Class::Rating, Class::Filler])
            || s.says(at, &["possible", "available"])
            || s.says(at, &["both"]) && s.says(at + 1, &["for", "at", "in"])
            || s.item(at) == Some(Item::Stop(',')) && s.says(at + 1, &["for", "at", "and"])
            || s.says(at, &["and"])
                && s.says(at + 1, &["for", "in", "on"])
                && s.says(self.label + 1 + usize::from(self.quoted()), &["overall"])
        {
            at += 1;
        }
        if let Some(leads) = phrase::further_for(s, at) {
            return Some(leads + 1);
        }
        // "two green flags, one for recycling and one for housing"
        let stop = usize::from(matches!(s.item(at), Some(Item::Stop(_))));
        if let Some(first) =
            self.one_for(at + stop).filter(|_| stop == 1 && s.item(at + 1) == Some(Item::Number(1)))
        {
            return Some(first);
        }
        if let Some(first) = self.counted_list(at) {
            return Some(first);
        }
        if s.says(at, &["for", "at"])
            || s.says(at, &["on"]) && (s.says(at - 1, &["and"]) || self.is_work(at + 1))
        {
            return Some(at + 1);
        }
        // "when it came to legitimacy", "in terms of safety"
        let comma = usize::from(s.item(at) == Some(Item::Stop(',')));
        let opens = at + comma;
        if let Some(far) = phrase::as_far_as(s, opens) {
            return Some(far + 1);
        }
        if s.says(opens, &["when"]) && s.says(opens + 2, &["comes", "came"]) && s.says(opens + 3, &["to"]) {
            return Some(opens + 4);
        }
        if s.says(at, &["in"]) && s.says(at + 1, &["terms", "respect"]) && s.says(at + 2, &["of"])
            || s.says(at, &["in"]) && s.says(at + 1, &["relation", "regard"]) && s.says(at + 2, &["to"])
        {
            return Some(at + 3);
        }
        if !s.says(at, &["in", "across"]) {
            return None;
        }
        // "overall and in the areas of safe and well-led"
        let areas = s.says(at + 2, &["areas", "categories", "domains", "area", "category"]);
        if s.is(at + 1, Class::Det) && areas && s.says(at + 3, &["of"]) {
            return Some(at + 4);
        }
        let way = s.says(at + 1, &["how"]) || s.says(at + 2, &["way", "ways"]);
        if way || self.is_ing(at + 1) || self.opens_noun(at + 1) {
            return Some(at + 1);
        }
        None
    }

    /// "in its response to calls", "in the management of its workshops": what is done, and no report or right.
    fn opens_noun(&self, at: usize) -> bool {
        let s = self.s;
        let noun = (at + 1..at + 4).find(|&i| !s.is(i, Class::Other) || s.is(i + 1, Class::Prep));
        let Some(noun) = noun.filter(|&i| s.is(i, Class::Other) || self.is_aspect(i)) else { return false };
        let own = s.is(at, Class::Possessive) && s.says(noun + 1, &["of", "to", "for", "with"]);
        // "in the space of three years", "in the hands of"
        let of_doing = ["ing", "ment", "tion", "sion"].iter().any(|e| s.at(noun).ends_with(e));
        let done = s.is(at, Class::Det)
            && s.says(noun + 1, &["of"])
            && (of_doing || s.says(noun, &["quality", "use", "care", "control", "delivery", "support"]));
        (own && (!self.long_form() || self.is_verb_form()) || done)
            && !s.says(noun, &["case", "run", "view", "words"])
    }

    /// ", the same grade as three years ago, and at": the word before the part that follows an aside.
    fn past_aside(&self, comma: usize) -> Option<usize> {
        let s = self.s;
        let close = (comma + 2..comma + 12).find(|&i| matches!(s.item(i), None | Some(Item::Stop(_))))?;
        let told = s.says(comma + 1, &["up", "down", "as", "which"])
            || (comma + 1..close).any(|i| {
                s.is_any(i, &[Class::Rating, Class::Before, Class::Fall, Class::Rise])
                    || matches!(s.item(i), Some(Item::Date(_)))
            });
        let on = s.item(close) == Some(Item::Stop(','))
            && s.says(close + 1, &["and"])
            && s.says(close + 2, &["for", "at", "in"]);
        (told && on).then_some(close + 1)
    }

    /// Cuts the list that begins at `first` into its parts.
    fn cut_parts(&self, first: usize) -> Vec<Range<usize>> {
        let s = self.s;
        let mut out: Vec<Range<usize>> = Vec::new();
        let (mut start, mut commas, mut at) = (first, 0, first);
        // A part after a comma is one only where an "and" ends the list.
        let mut closed = true;
        // "good for care, and safety and leadership were poor": the clause begins with the comma.
        let mut clauses = None;
        loop {
            let clause = self.is_way(start) || self.is_way(start + 1);
            let verb = s.is_any(
                at,
                &[
                    Class::Be,
                    Class::Have,
                    Class::Will,
                    Class::Would,
                    Class::Must,
                    Class::Say,
                    Class::Not,
                    Class::Find,
                    Class::Rate,
                    Class::Give,
                    Class::Receive,
                    Class::Stay,
                ],
            ) && !self.is_ing(at)
                && !s.says(at, &["being"])
                && !s.is(at.wrapping_sub(1), Class::Pronoun);
            // "helping young people stay healthy"
            let inner = self.is_ing(start) && s.says(at, &["stay", "be", "have", "find", "get", "keep"]);
            // "its work with prisoners about to be freed": the area before it.
            if verb && s.says(at - 1, &["to"]) && s.says(at.wrapping_sub(2), &["about", "due", "set"]) {
                out.push(start..at - 2);
                break;
            }
            // "as far as its care of tenants is concerned"
            if verb && s.says(at + 1, &["concerned"]) {
                out.push(start..at);
                break;
            }
            if verb && !inner && !clause {
                // "and its leadership was poor": a clause of its own.
                if out.is_empty() {
                    return Vec::new();
                }
                out.truncate(clauses.unwrap_or(out.len()));
                break;
            }
            // "good for care, and the way it is led requires improvement": a clause of its own.
            if clause && !out.is_empty() && matches!(s.item(at), Some(Item::Label(_))) {
                break;
            }
            if s.item(at).is_none()
                || !clause && self.is_way(at) && at > start + 1
                || self.ends_parts(at, clause)
            {
                out.push(start..at);
                break;
            }
            let comma = s.item(at) == Some(Item::Stop(','));
            if let Some(and) = self.past_aside(at).filter(|_| comma) {
                out.push(start..at);
                (start, at) = (and + 1, and + 1);
                continue;
            }
            let joint = if comma && s.says(at + 1, &["and"]) { at + 1 } else { at };
            let and = s.says(joint, &["and"]);
            if comma && !and && !self.goes_on_at(at + 1) {
                out.push(start..at);
                break;
            }
            if comma || and && self.parts_at(start, at, joint + 1, commas > 0) {
                out.push(start..at);
                clauses = if comma && and { Some(out.len()) } else { clauses };
                commas += usize::from(comma && !and);
                closed = and;
                start = self.one_for(joint + 1).unwrap_or(joint + 1);
                at = start;
                continue;
            }
            at += 1;
        }
        let led = |part: &Range<usize>| {
            let first = part.start;
            self.is_ing(first)
                || self.is_way(first)
                || s.says(first, &["for", "at", "in"])
                || s.says(first.wrapping_sub(1), &["for", "at", "in"])
                || part.clone().any(|i| self.is_aspect(i))
        };
        let plain = closed && commas > 0;
        // "for leadership and services": a word beside an area that a framework has.
        let beside = |part: &Range<usize>| {
            let words =
                part.len() <= 2 && part.clone().all(|i| s.is(i, Class::Other) && !s.at(i).ends_with("ed"));
            let ends = matches!(s.item(part.end), None | Some(Item::Stop(_)));
            let area = part.start.wrapping_sub(2);
            let known = self.is_area(area) && !self.opens_with_ing(area);
            words && ends && known && s.says(part.start - 1, &["and"])
        };
        let mut ix = 0;
        out.retain(|part| {
            ix += 1;
            !part.is_empty()
                && part.len() <= LONGEST
                && (ix == 1 || led(part) || plain && part.len() <= 4 || beside(part) || self.is_named(part))
        });
        out
    }

    /// True for what no list goes on over.
    fn ends_parts(&self, at: usize, clause: bool) -> bool {
        let s = self.s;
        // "the way the council uses its resources"
        let before = at.wrapping_sub(1);
        let does = clause && (s.is(before, Class::Det) || s.says(before, &["how", "way", "ways"]));
        matches!(
            s.item(at),
            Some(Item::Label(_) | Item::Body(_) | Item::Date(_) | Item::Measure(_) | Item::Group(_))
        ) || matches!(s.item(at), Some(Item::Provider(_))) && !does && !s.owns(at) && !self.is_own_place(at) || s.says(at, &["after"]) && !s.says(at.wrapping_sub(1), &["looking", "look", "looks"]) && !clause
            || matches!(s.item(at), Some(Item::Stop(c)) if c != ',')
            || s.is_any(at, &[Class::Again, Class::Before])
            || s.is(at, Class::Visit) && !self.is_bare_assessment(at)
            // "for cutting crime for the second year"
            || s.says(at, &["for"])
                && s.says(at + 1, &["the"])
                && s.says(at + 2, &["first", "second", "third", "fourth", "fifth", "last"])
            || s.says(at, &["with"]) && s.item(at.wrapping_sub(1)) == Some(Item::Stop(','))
            || phrase::praises(s, at)
            || s.is(at, Class::Opens) && !clause
            || s.is(at, Class::Conj) && !s.says(at, &["and", "or", "&"])
            || s.says(
                at,
                &[
                    "following", "by", "during", "despite", "since", "until", "having", "prompting",
                    "leaving", "which", "than", "compared", "among", "under",
                ],
            ) && !clause
    }

    /// "for assessment, planning and reviewing": what is assessed there are people, and no provider.
    pub(super) fn is_bare_assessment(&self, i: usize) -> bool {
        let s = self.s;
        let alone = s.says(i.wrapping_sub(1), &["for", "at", "and"])
            || s.item(i.wrapping_sub(1)) == Some(Item::Stop(','));
        s.says(i, &["assessment", "review"])
            && alone
            && (matches!(s.item(i + 1), None | Some(Item::Stop(_))) || s.says(i + 1, &["and"]))
    }

    /// True where a comma may be followed by a further part.
    fn goes_on_at(&self, next: usize) -> bool {
        let s = self.s;
        let opens = self.is_aspect(next)
            || self.is_ing(next)
            || self.is_way(next)
            || s.says(next, &["for", "at"])
            || self.one_for(next).is_some()
            || s.is_any(next, &[Class::Det, Class::Possessive])
            || s.is(next, Class::Other) && s.at(next).starts_with(char::is_lowercase);
        opens && !s.says(next, REMARKS)
    }

    /// True where an "and" parts two areas and not two words of one: "leadership and safety", "preventing crime and
    /// managing offenders", not "building and supporting its workforce".
    fn parts_at(&self, start: usize, and: usize, next: usize, listed: bool) -> bool {
        let s = self.s;
        let leads = s.is_any(next, &[Class::Det, Class::Possessive]) && phrase::is_leading(s, next + 1);
        if s.says(next, &["for", "at"]) || self.is_way(next) || leads || self.one_for(next).is_some() {
            return true;
        }
        // "its work to assess and manage risk"
        if s.says(and.wrapping_sub(2), &["to"]) && s.is(next, Class::Other) {
            return false;
        }
        if self.names_another(start, and, next) {
            return true;
        }
        if s.says(next, &["in"]) {
            return self.is_way(next + 1) || self.is_ing(next + 1) || self.opens_noun(next + 1);
        }
        let lone = and == start + 1;
        if self.is_ing(start) {
            return self.is_ing(next) && !lone || self.is_aspect(next) || listed && !lone;
        }
        // "its effectiveness at keeping people safe and reducing crime"
        if self.is_way(start) || self.opens_with_ing(next) && self.does(start..and) {
            return false;
        }
        self.is_area(and.wrapping_sub(1)) || self.is_area(next) || listed
    }
}

/// True for what joins a part to what follows.
fn joins(reader: &Reader<'_, '_>, i: usize) -> bool {
    reader.s.is(i, Class::Conj) || matches!(reader.s.item(i), Some(Item::Stop(_) | Item::Open | Item::Close))
}
