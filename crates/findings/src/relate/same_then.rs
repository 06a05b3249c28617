//! The grade told before, at another time: "It was given the same grade in 2014", "That was also its rating in 2014", "The
//! rating is unchanged". Knows no label; refuses what is denied or hoped for.

use super::Draft;
use crate::fact::{Basis, Direction, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Target;
use crate::relate::story::Story;
use crate::text::Span;

/// So many sentences before may tell the grade.
const REACH: usize = 2;

/// What a sentence without a label says of the grade before it.
enum Told {
    /// It was given then too: where the date stands, if one does, and the words that say so.
    Then(Option<usize>, Span),
    /// It is what it was.
    Unchanged,
}

/// Adds the earlier grades, and the direction of those that are as before.
pub(super) fn read(story: &Story<'_>, drafts: &mut Vec<Draft>) {
    if drafts.is_empty() {
        return;
    }
    let bytes = story.text.as_str().as_bytes();
    let found_at =
        |words: &'static [u8]| memchr::memmem::find_iter(bytes, words).map(|at| story.text.sentence_at(at));
    let words = found_at(b"he same ").chain(found_at(b"unchanged")).chain(found_at(b" also its "));
    for (at, span) in story.unlabelled(words.collect()) {
        let s = story.sentence(span);
        let Some(told) = same(&s).or_else(|| also(&s)).or_else(|| unchanged(&s)) else { continue };
        let near = |d: &Draft| {
            let there = story.text.sentence_at(d.span.start);
            (at.saturating_sub(REACH)..at).contains(&there) && d.status == Status::Awarded
        };
        // Of another one that the sentence names it says nothing.
        let other = |d: &Draft| {
            let mut named = story.providers.within(span).iter().map(|m| m.provider);
            named.next().is_some_and(|first| Some(first) != d.target.provider)
        };
        let whole = |d: &Draft| d.target.aspect.is_none() && d.target.unknown.is_none();
        let last = drafts.iter().rposition(|d| near(d) && whole(d)).or_else(|| drafts.iter().rposition(near));
        let Some(source) = last.and_then(|i| drafts.get_mut(i)).filter(|d| !other(d)) else { continue };
        let same = (Direction::Same, Some(source.label.clone()));
        match told {
            Told::Unchanged => source.change = source.change.take().or(Some(same)),
            Told::Then(date, words) => {
                let date = date.and_then(|ix| story.dates.get(ix).map(|d| (ix, d)));
                let earlier = Draft {
                    status: Status::Previous,
                    change: None,
                    inspected: date.and_then(|(_, d)| d.value.clone()),
                    published: None,
                    days: date.and_then(|(_, d)| d.from.zip(d.to)),
                    told: date.map(|(ix, _)| ix),
                    basis: Basis::Inferred,
                    rule: "likewise",
                    span: words,
                    clause: span,
                    ..source.clone()
                };
                drafts.push(earlier);
            }
        }
    }
    drafts.sort_by_key(|d| d.span);
}

/// Words under which nothing of this is told.
fn hedged(s: &Sentence<'_>, end: usize) -> bool {
    const HEDGES: &[Class] =
        &[Class::Not, Class::Would, Class::Will, Class::Aim, Class::If, Class::Must, Class::Expect];
    (0..end).any(|i| s.is_any(i, HEDGES))
}

/// True for "it", "the home", "its rating" and the like before a verb.
fn of_one(s: &Sentence<'_>, verb: usize) -> bool {
    (0..verb).any(|i| {
        s.is_any(i, &[Class::Pronoun, Class::Rating])
            || matches!(s.item(i), Some(Item::Provider(_)))
            || s.says(i, &["that", "this", "which"])
    })
}

/// "was given the same grade in 2014", "A year ago it received the same mark", "got the same rating as last time"
fn same(s: &Sentence<'_>) -> Option<Told> {
    let grade =
        |i: usize| s.is(i, Class::Rating) || s.says(i, &["level", "standard", "verdict", "result", "band"]);
    let noun = (2..s.chunks.len())
        .find(|&i| grade(i) && s.says(i - 1, &["same"]) && s.says(i - 2, &["the", "that"]))?;
    let carries = [Class::Give, Class::Receive, Class::Rate, Class::Be, Class::Have, Class::Keep];
    let verb = (noun.saturating_sub(5)..noun - 2).rev().find(|&i| s.is_any(i, &carries))?;
    let areas = (0..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_))));
    if hedged(s, noun) || areas || !of_one(s, verb) {
        return None;
    }
    if s.says(noun + 1, &["as"]) {
        let then = (noun + 2..noun + 6).any(|i| {
            matches!(s.item(i), Some(Item::Date(_)))
                || s.is_any(i, &[Class::Before, Class::Visit, Class::Pronoun])
        });
        return then.then_some(Told::Unchanged);
    }
    then(s, verb, noun + 1).map(|date| Told::Then(date, s.chunks[noun - 2].span.cover(s.chunks[noun].span)))
}

/// "That was also its rating in 2014"
fn also(s: &Sentence<'_>) -> Option<Told> {
    let verb = (1..4).find(|&i| s.is(i, Class::Be))?;
    let opens = s.says(0, &["that", "this", "it"])
        && s.says(verb + 1, &["also"])
        && s.is(verb + 2, Class::Possessive);
    let noun = (verb + 3..verb + 6).find(|&i| s.is(i, Class::Rating)).filter(|_| opens)?;
    if hedged(s, noun) {
        return None;
    }
    let date = then(s, verb, noun + 1)?;
    Some(Told::Then(date, s.chunks[0].span.cover(s.chunks[noun].span)))
}

/// When the grade was given then: a date before the verb or behind the noun, "last time", "at its previous inspection".
fn then(s: &Sentence<'_>, verb: usize, after: usize) -> Option<Option<usize>> {
    let date = |i: usize| match s.item(i) {
        Some(Item::Date(ix)) => Some(ix),
        _ => None,
    };
    let own = || (after..after + 6).take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_)))).find_map(date);
    let opens = || (0..verb.min(4)).find_map(date);
    if let Some(date) = own().or_else(opens) {
        return Some(Some(date));
    }
    let before = (0..verb).chain(after..after + 5).any(|i| {
        s.says(i, &["last", "previous"]) && (s.is(i + 1, Class::Visit) || s.says(i + 1, &["time"]))
            || s.is(i, Class::Before) && s.says(i, &["previously"])
    });
    before.then_some(None)
}

/// "The rating is unchanged", "Its grade was unchanged from 2014"
fn unchanged(s: &Sentence<'_>) -> Option<Told> {
    let at = (1..s.chunks.len()).find(|&i| s.says(i, &["unchanged"]))?;
    let rating = (0..at).any(|i| s.is(i, Class::Rating) || s.says(i, &["that", "this"]) && i == 0);
    let few = at < 8 && s.is_any(at - 1, &[Class::Be, Class::Filler]) || s.is(at - 1, Class::Stay);
    let areas = (0..s.chunks.len()).any(|i| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_))));
    (rating && few && !areas && !hedged(s, at)).then_some(Told::Unchanged)
}

/// Of whom and what "that" tells: the award of the sentence before, the one of the whole or else the last.
pub(super) fn before_that(story: &Story<'_>, at: usize, drafts: &[Draft]) -> Option<Target> {
    let near = |d: &&Draft| d.status == Status::Awarded && story.text.sentence_at(d.span.start) + 1 == at;
    let whole = |d: &&Draft| d.target.aspect.is_none() && d.target.unknown.is_none();
    let found = drafts.iter().rev().filter(near).find(whole).or_else(|| drafts.iter().rev().find(near));
    found.map(|d| Target { inferred: true, ..d.target.clone() })
}
