//! Reading along a cut sentence: the noun phrase before a verb, the verb that governs a place, the list after a
//! label. English syntax at its shallowest; knows no inspectorate and no status.

mod address;
mod after;
mod area;
mod deals;
mod dealt;
mod governor;
mod inner;
mod inserted;
mod plain;
mod row;
mod time;
mod way;
mod work;

use crate::find::words::Class;
use crate::relate::clause::{Chunk, Item};
pub(crate) use address::before_address;
use address::before_open_aside;
pub(crate) use after::{
    and_overall, as_far_as, as_then, changed_hands, further_for, included_after, listed_after, past_agent,
    past_agent_only, past_gloss, points_back, praises, same_again,
};
pub(crate) use area::{
    AREAS, are_owners, is_area_noun, is_leading, is_owner_word, is_set_off, is_subject, leads_area,
    owns_area, qualifies_area,
};
pub(crate) use dealt::of_grade;
pub(crate) use governor::governor;
use inner::{before_clause, before_graded_clause, before_list, before_participle, opens_clause};
use inserted::before_insertion;
pub(crate) use plain::is_everyday;
use row::{before_place, leads_to, row_before, with_commas};
use std::ops::Range;
use time::past_time;
pub(crate) use time::under_old_rules;
pub(crate) use way::way_clause;
pub(crate) use work::{AreaRow, areas_from, areas_in, areas_to, group_start, one_of_areas, past_insertion};

/// Words of a verb group that stand between a subject and its verb.
const GROUP: &[Class] = &[
    Class::Be,
    Class::Have,
    Class::Will,
    Class::Would,
    Class::Must,
    Class::Not,
    Class::Again,
    Class::Before,
    Class::Now,
    Class::Filler,
    Class::Expect,
    Class::Stay,
    Class::All,
    Class::Aim,
    Class::Fail,
    Class::Draft,
];

/// The noun phrase that is the subject of the verb at `verb`.
pub(crate) fn subject(chunks: &[Chunk], verb: usize) -> Range<usize> {
    let mut end = verb;
    // "was “rated outstanding and full to bursting”": the marks open after the auxiliary.
    let opens = |end: usize| {
        end > 1
            && end == verb
            && chunks[end - 1].item == Item::Open
            && chunks[end - 2].is_any(&[Class::Be, Class::Have])
    };
    // "were this week rated", "has in the past year been": when, between an auxiliary and its verb.
    let dated = |end: usize| {
        end > 1
            && matches!(chunks[end - 1].item, Item::Date(_))
            && chunks[end - 2].is_any(&[Class::Be, Class::Have])
    };
    while end > 0 && (in_group(chunks, end - 1) || opens(end) || dated(end)) {
        end -= 1;
    }
    if let Some(row) = address::placed_row(chunks, end) {
        return row;
    }
    // "respect and safety, both of which were poor"
    if end > 3
        && chunks[end - 1].is(Class::Opens)
        && chunks[end - 2].is(Class::Prep)
        && chunks[end - 3].is(Class::All)
    {
        end -= 3;
        while end > 0 && matches!(chunks[end - 1].item, Item::Stop(',')) {
            end -= 1;
        }
        return phrase_before(chunks, end);
    }
    // "the report on X, which was rated", "the firm runs X and Y, which were": those right before the pronoun.
    if end > 2 && chunks[end - 1].is(Class::Opens) && chunks[end - 2].item == Item::Stop(',') {
        let row = row_before(chunks, before_place(chunks, end - 2));
        if !row.is_empty() && row.start > 0 && leads_to(chunks, row.start - 1) {
            return row;
        }
    }
    if end > 0 && chunks[end - 1].is(Class::Opens) {
        end -= 1;
        while end > 0 && matches!(chunks[end - 1].item, Item::Stop(',')) {
            end -= 1;
        }
        if let Some(named) = before_address(chunks, end) {
            return named..named + 1;
        }
    }
    // "culture, which takes in libraries, museums and sport, was marked down"
    if let Some(before) = before_list(chunks, end) {
        return before;
    }
    // "X, in Y, was rated" and "X (Y) was rated": the subject stands before the insertion.
    if end > 0 && matches!(chunks[end - 1].item, Item::Stop(_)) {
        if let Some(before) = before_insertion(chunks, end) {
            return before;
        }
        end -= 1;
    }
    let found = phrase_before(chunks, end);
    // "The trust that runs X and Y has been rated": the one of whom the clause tells.
    if let Some(of) = before_clause(chunks, &found) {
        return of;
    }
    // "A hospital trust once described as one of the worst has been rated": what the participle is about.
    if let Some(of) = before_participle(chunks, &found).filter(|_| end < verb) {
        return of;
    }
    // "A school that was good for years now requires improvement": the one of whom the clause tells.
    let no_one = !chunks[found.clone()].iter().any(Chunk::is_target);
    if no_one && let Some(of) = before_graded_clause(chunks, end) {
        return of;
    }
    // "The borough is one of just a dozen to get", "behaviour was the only area to be graded": the subject stands
    // before the copula.
    if no_one && let Some(of) = before_open_aside(chunks, end) {
        return of..of + 1;
    }
    // "When the report was published the grade had become good": a subject of its own.
    let rating = found.clone().next_back().is_some_and(|i| chunks[i].is(Class::Rating));
    // "The one bright spot was unpaid work, which was rated good": what stands right before the pronoun.
    let which = chunks.get(found.end).is_some_and(|c| c.item == Item::Stop(','))
        && chunks.get(found.end + 1).is_some_and(|c| c.is(Class::Opens));
    if no_one
        && !rating
        && !which
        && found.start > 0
        && chunks[found.start - 1].is(Class::Be)
        && found.end < verb
    {
        return subject(chunks, found.start - 1);
    }
    // "was one of 13 councils rated poor", "was the one area found to be poor", "is the only home rated good"
    let first = found.start + usize::from(chunks.get(found.start).is_some_and(|c| c.is(Class::Det)));
    let one = chunks.get(first).is_some_and(|c| c.item == Item::Number(1));
    let of = chunks.get(first + 1).is_some_and(|c| c.is(Class::Prep) && c.span.len() == 2);
    let only = first > found.start
        && found.len() <= 4
        && (one || chunks.get(first).is_some_and(|c| c.is(Class::Filler) && c.span.len() == 4));
    // "was among three homes rated good"
    let among = chunks.get(first).is_some_and(|c| c.is(Class::Prep) && matches!(c.span.len(), 5 | 7))
        && chunks.get(first + 1).is_some_and(|c| {
            matches!(c.item, Item::Number(_)) || c.is_any(&[Class::Det, Class::Filler, Class::Count])
        });
    if no_one && (one && of || only || among) && found.start > 0 && chunks[found.start - 1].is(Class::Be) {
        return subject(chunks, found.start - 1);
    }
    // "Marle Council, one of only a handful to have kept three stars": beside its name.
    // "Marle NHS Trust, the only one of the region's five to be awarded three stars"
    let just = first > found.start && chunks.get(first).is_some_and(|c| c.is(Class::Filler));
    let one = one || just && chunks.get(first + 1).is_some_and(|c| c.item == Item::Number(1));
    let beside = one && found.start > 1 && chunks[found.start - 1].item == Item::Stop(',');
    if no_one && beside && matches!(chunks[found.start - 2].item, Item::Provider(_)) {
        return found.start - 2..found.start - 1;
    }
    // "Tey School, Hay School and four others were": those that are named.
    let others = chunks.get(found.start).is_some_and(|c| matches!(c.item, Item::Number(_)));
    if no_one && others && found.len() <= 3 && found.start > 1 && chunks[found.start - 1].is(Class::Conj) {
        let row = row_before(chunks, found.start - 1);
        let row = with_commas(chunks, row);
        if !row.is_empty() {
            return row.start..found.end;
        }
    }
    // "left that category and is now good": one subject of two verbs.
    if found.is_empty() && end > 0 && chunks[end - 1].is(Class::Conj) {
        // "the care it gives": a verb of a noun's own.
        let own = |i: usize| {
            i > 1
                && chunks[i - 1].is(Class::Pronoun)
                && (chunks[i - 2].is_target() || chunks[i - 2].is(Class::Other))
        };
        // "moved up to three stars and is": the verb before "up".
        let led = |i: usize| {
            chunks[i].is_any(&[Class::Rise, Class::Fall])
                && chunks[i].span.len() <= 4
                && i > 0
                && is_verb(&chunks[i - 1])
        };
        // "was poor at that time and is": "that" opens no clause.
        let points = |i: usize| {
            i > 0 && chunks[i].is(Class::Opens) && chunks[i].span.len() == 4 && chunks[i - 1].is(Class::Prep)
        };
        // "… in four areas – A, B and C – and was good": past the insertion.
        let dash = |i: &usize| matches!(chunks[*i].item, Item::Stop('–' | '—'));
        let closes = end.checked_sub(2).filter(dash);
        let from = closes.and_then(|close| (0..close).rev().find(dash)).unwrap_or(end - 1);
        let earlier = (0..from)
            .rev()
            .take(20)
            .take_while(|&i| !stops(&chunks[i]) || points(i))
            .find(|&i| is_verb(&chunks[i]) && !own(i) && !led(i));
        if let Some(earlier) = earlier {
            return subject(chunks, earlier);
        }
        if let Some(opens) = opens_clause(chunks, from) {
            return opens;
        }
    }
    past_time(chunks, found)
}

/// True for what parts two clauses.
fn stops(chunk: &Chunk) -> bool {
    matches!(chunk.item, Item::Stop(';' | ':' | '–' | '—')) || chunk.is(Class::Opens)
}

fn in_group(chunks: &[Chunk], at: usize) -> bool {
    let chunk = &chunks[at];
    // "to have improved", "to be rated": the particle, not the preposition.
    let particle =
        chunk.is(Class::Prep) && at + 1 < chunks.len() && chunk.span.len() == 2 && is_verb(&chunks[at + 1]);
    chunk.is_any(GROUP) || particle
}

/// True for a word that can carry a clause.
pub(crate) fn is_verb(chunk: &Chunk) -> bool {
    chunk.is_any(&[
        Class::Rate,
        Class::Find,
        Class::Give,
        Class::Receive,
        Class::Keep,
        Class::Lose,
        Class::Be,
        Class::Stay,
        Class::Have,
        Class::Fall,
        Class::Rise,
        Class::Move,
        Class::Say,
        Class::Will,
        Class::Would,
        Class::Must,
    ])
}

/// The noun phrase that ends before `end`: back to a verb, a stop or a conjunction that joins no list.
fn phrase_before(chunks: &[Chunk], end: usize) -> Range<usize> {
    let mut start = end;
    while start > 0 {
        let chunk = &chunks[start - 1];
        let joins = matches!(chunk.item, Item::Stop(',')) || chunk.is(Class::Conj);
        if joins {
            if !(lists(chunks, start - 1) || lists_unnamed(chunks, start - 1, end))
                || ends_label(chunks, start - 1)
            {
                break;
            }
        } else if matches!(chunk.item, Item::Stop(_) | Item::Label(_))
            || matches!(chunk.item, Item::Open)
            || chunk.is(Class::Opens)
            || is_verb(chunk)
            // "good for care, with staffing marked down": a clause of its own.
            || chunk.is(Class::Prep)
                && chunk.span.len() == 4
                && start < end
                && start > 1
                && chunks[start - 2].item == Item::Stop(',')
            // "was told last month it was good"
            || start + 1 == end
                && chunks[start].is(Class::Pronoun)
                && (matches!(chunk.item, Item::Date(_) | Item::Body(_))
                    // "When she took over it was rated poor"
                    || chunks[start].span.len() < 5 && ends_clause(chunk))
        {
            break;
        }
        start -= 1;
    }
    start..end
}

/// True for a word that a pronoun behind it does not belong to: "arrived", "over".
fn ends_clause(chunk: &Chunk) -> bool {
    chunk.is(Class::Other) || chunk.is(Class::Prep) && chunk.span.len() == 4
}

/// "Leadership, staffing and case supervision": the last of a list of areas has no name in the knowledge.
fn lists_unnamed(chunks: &[Chunk], joint: usize, end: usize) -> bool {
    let aspect = |i: usize| matches!(chunks.get(i).map(|c| c.item), Some(Item::Aspect(_)));
    let own = chunks.get(joint + 1..end).unwrap_or_default();
    let plain = (1..=3).contains(&own.len()) && own.iter().all(|c| c.is(Class::Other));
    let plain = plain || leads_to_area(own);
    // "Its leadership and its services"
    let owned = joint >= 2
        && chunks[joint - 2].is(Class::Possessive)
        && chunks.get(joint + 1).is_some_and(|c| c.is(Class::Possessive))
        && chunks
            .get(joint + 2..end)
            .is_some_and(|rest| (1..=2).contains(&rest.len()) && rest.iter().all(|c| c.is(Class::Other)));
    // "Leadership and services were both": nothing before them that one could be for.
    let opens = joint == 1 && plain;
    if chunks[joint].is(Class::Conj) && !parts(&chunks[joint]) && (owned || opens) && aspect(joint - 1) {
        return true;
    }
    chunks[joint].is(Class::Conj)
        && !parts(&chunks[joint])
        && plain
        && joint >= 3
        && aspect(joint - 1)
        && matches!(chunks[joint - 2].item, Item::Stop(','))
        && aspect(joint - 3)
}

/// "the delivery of services": a noun that only says of what.
pub(crate) fn leads_to_area(words: &[Chunk]) -> bool {
    let noun = |c: &Chunk| c.is(Class::Other) || matches!(c.item, Item::Aspect(_) | Item::Service(_));
    let [the, of_what @ .., of, area] = words else { return false };
    let led = matches!(of_what, [lead] if lead.is(Class::Other));
    the.is(Class::Det) && led && of.is(Class::Prep) && of.span.len() == 2 && noun(area)
}

/// "good for safety, and its leadership was poor": what stands before the joint is what a label was for.
fn ends_label(chunks: &[Chunk], joint: usize) -> bool {
    let own = chunks.get(joint + 1..).into_iter().flatten().find(|c| !c.is(Class::Conj));
    if !own.is_some_and(|c| c.is_any(&[Class::Det, Class::Possessive]) || c.is_target()) {
        return false;
    }
    let mut at = joint;
    // "good for safety, while care and leadership were poor": past what opens the clause no label counts.
    let opens = |i: usize| {
        let comma = i > 0 && i < joint && chunks[i - 1].item == Item::Stop(',');
        parts(&chunks[i]) || comma && chunks[i].is(Class::Conj)
    };
    while at > 0
        && (at == joint || !opens(at))
        && (chunks[at - 1].is_target()
            || chunks[at - 1].is_any(&[Class::Conj, Class::Det, Class::Possessive])
            || matches!(chunks[at - 1].item, Item::Stop(',')))
    {
        at -= 1;
    }
    at >= 2
        && chunks[at - 1].is(Class::Prep)
        // "for", "at", "in", and not "with".
        && chunks[at - 1].span.len() <= 3
        && matches!(chunks[at - 2].item, Item::Label(_) | Item::Close | Item::Number(_))
}

/// "while", "although": what opens a clause of its own. "And", "or" and "but" join too.
fn parts(chunk: &Chunk) -> bool {
    chunk.is(Class::Conj) && chunk.span.len() > 3
}

/// "Tey School in Marle and": a provider, and where it is, before a joint.
fn follows_place(chunks: &[Chunk], at: usize) -> bool {
    let town = chunks[..at].iter().rev().take_while(|c| c.is(Class::Other)).take(3).count();
    let place = at
        .checked_sub(town + 1)
        .filter(|&i| town > 0 && chunks[i].is(Class::Prep) && chunks[i].span.len() <= 4);
    let named = place.and_then(|i| i.checked_sub(1)).and_then(|i| chunks.get(i));
    named.is_some_and(|c| matches!(c.item, Item::Provider(_)))
}

/// True when the comma or conjunction at `at` joins two of a list of targets.
fn lists(chunks: &[Chunk], at: usize) -> bool {
    // ", but": a clause of its own follows.
    let (but, comma) = if chunks[at].is_but() { (at, at.wrapping_sub(1)) } else { (at + 1, at) };
    let apart = chunks.get(but).is_some_and(Chunk::is_but)
        && chunks.get(comma).is_some_and(|c| c.item == Item::Stop(','));
    if parts(&chunks[at]) || apart {
        return false;
    }
    let mut earlier = chunks[..at].iter().rev().filter(|c| c.item != Item::Stop(','));
    let before = earlier.next().is_some_and(Chunk::is_target) || follows_place(chunks, at);
    let mut after = chunks[at + 1..].iter();
    let next = after.find(|c| {
        parts(c)
            || !c.is_any(&[Class::Det, Class::Possessive, Class::Conj, Class::Prep])
                && !matches!(c.item, Item::Stop(','))
    });
    before && next.is_some_and(Chunk::is_target)
}
