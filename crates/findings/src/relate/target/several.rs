//! "Both", "the latter", "all three", "the other": which of those named before, providers or areas. Knows no label and no
//! status.

use super::picked::picked;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// "The former … the latter", "Both", "The other": of the two providers that the sentences before named last; "All three"
/// of three.
pub(crate) fn several_before(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Vec<Ix> {
    let before = frame.subject.start.saturating_sub(2)..frame.head.max(frame.label);
    let says = |words: &[&str]| before.clone().any(|i| s.says(i, words) && !s.is(i + 1, Class::Other));
    let named = (0..frame.head).any(|i| s.chunks[i].is_target());
    if named {
        return Vec::new();
    }
    let (former, latter) = (says(&["former"]), says(&["latter"]));
    let other = says(&["other"]) && frame.subject.clone().any(|i| s.says(i, &["the"]));
    let counts = |i: usize| s.is_any(i, &[Class::Be, Class::All, Class::Have]);
    // "Both were this week rated good"
    let dated = matches!(s.item(frame.head.wrapping_sub(1)), Some(Item::Date(_)));
    let be = frame.head.wrapping_sub(1 + usize::from(dated));
    let both = says(&["both"]) && counts(be)
        || says(&["both"]) && s.says(be, &["both"])
        // "Ofsted rated both good"
        || s.says(frame.object.start, &["both"]) && frame.object.start == frame.head + 1;
    let all = (1..frame.head).find_map(|i| match s.item(i) {
        Some(Item::Number(n)) if s.says(i - 1, &["all"]) && (3..=9).contains(&n) => usize::try_from(n).ok(),
        _ => None,
    });
    let all = all.filter(|_| counts(frame.head) || counts(be));
    let Some(wanted) = all.or((former || latter || both || other).then_some(2)) else { return Vec::new() };
    let here = story.text.sentence_at(s.span.start);
    let named = story.named_before(here, wanted);
    match (named.as_slice(), former, latter) {
        ([first, _], true, false) => vec![*first],
        ([_, second], _, true) => vec![*second],
        ([first, second], false, false) if other => {
            let told = story.meant(here, |p| p == *first || p == *second);
            vec![if told == Some(*first) { *second } else { *first }]
        }
        (all, false, false) if all.len() == wanted => named,
        _ => Vec::new(),
    }
}

/// The areas that "good in both", "in all three areas", "All three had been weak" go back to: indexes into the story's
/// aspects. Of exactly so many as the words count, named right before; else of none. And whether they are the subject.
pub(crate) fn areas_before(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> (Vec<usize>, bool) {
    let after = counted_after(s, frame);
    (told_before(story, s, frame, after), after.is_none())
}

fn told_before(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, after: Option<usize>) -> Vec<usize> {
    let own = frame.subject.clone().chain(frame.object.clone()).chain(frame.listed.iter().copied());
    let area = |i: usize| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_)));
    if own.into_iter().any(area) || !frame.unknown.is_empty() || !frame.below.aspects.is_empty() {
        return Vec::new();
    }
    let some = picked(story, s, frame);
    if !some.is_empty() {
        return some;
    }
    let named = (0..frame.head).any(|i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))));
    let wanted = match after {
        Some(n) => n,
        None if named || !several_before(story, s, frame).is_empty() => return Vec::new(),
        None => match counted_subject(s, frame) {
            Some(n) => n,
            None => return Vec::new(),
        },
    };
    let here = story.text.sentence_at(s.span.start);
    let mut found: Vec<usize> = Vec::new();
    for back in 0..=FURTHEST_AREA {
        let Some(&span) = here.checked_sub(back).and_then(|at| story.text.sentences.get(at)) else { break };
        let earlier = story.sentence(span);
        let until = if back > 0 {
            earlier.chunks.len()
        } else if after.is_some() {
            frame.head
        } else {
            frame.subject.start
        };
        let mut own: Vec<usize> = Vec::new();
        for chunk in earlier.chunks.iter().take(until) {
            let Item::Aspect(ix) = chunk.item else { continue };
            let same = |other: &usize| {
                story.aspects.get(*other).map(|k| k.ix) == story.aspects.get(ix).map(|k| k.ix)
            };
            if !own.iter().any(same) && !found.iter().any(same) {
                own.push(ix);
            }
        }
        found.splice(0..0, own);
        if found.len() >= wanted {
            break;
        }
    }
    match (found.len() == wanted, after) {
        (true, _) => found,
        // "weak on both counts": the two that each grade of the article is of.
        (false, Some(2)) => story.two_areas(here).map(Vec::from).unwrap_or_default(),
        (false, _) => Vec::new(),
    }
}

/// So many sentences before may name one of the areas.
const FURTHEST_AREA: usize = 3;

/// "good in both areas", "poor for all three": how many areas the words after the label count.
fn counted_after(s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    // "a double ‘weak’"
    let marked = usize::from(s.item(frame.label.wrapping_sub(1)) == Some(Item::Open));
    if s.says(frame.label.wrapping_sub(1 + marked), &["double"]) {
        return Some(2);
    }
    let mut at = frame.label + 1;
    while s.item(at) == Some(Item::Close) || s.is_any(at, &[Class::Rating, Class::Filler]) {
        at += 1;
    }
    let first = at + 1 + usize::from(s.is(at + 1, Class::Filler));
    if !s.says(at, &["in", "for", "on", "across", "at"]) {
        return None;
    }
    let (wanted, mut end) = counted_at(s, first)?;
    let of_them = s.says(end, &["of"]) && s.says(end + 1, &["these", "them", "those"]);
    end += if of_them { 2 } else { 0 };
    let noun = s.says(end, AREAS);
    // "in all four categories": of the framework, whichever the sentences before name.
    if noun && !s.says(first, &["both"]) && !of_them {
        return None;
    }
    // "weak on both measures in 2006", "inadequate in both two years ago"
    let next = end + usize::from(noun);
    let date = matches!(s.item(next + usize::from(s.is(next, Class::Prep))), Some(Item::Date(_)));
    let closes = date || matches!(s.item(next), None | Some(Item::Stop(_) | Item::Word(Class::Conj)));
    closes.then_some(wanted)
}

/// "Both", "All three": how many areas a subject that names none counts.
fn counted_subject(s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    let start = frame.subject.start.saturating_sub(2);
    (start..frame.head).find_map(|i| {
        let (wanted, end) = counted_at(s, i)?;
        let end = end + usize::from(s.says(end, AREAS));
        let verb =
            |i: usize| s.is_any(i, &[Class::Be, Class::Have, Class::Stay, Class::Rate]) || i == frame.head;
        let opens = i == 0
            || s.is(i - 1, Class::Conj)
            || matches!(s.item(i - 1), Some(Item::Stop(_) | Item::Date(_)));
        (opens && verb(end)).then_some(wanted)
    })
}

/// "both", "all three", "the two", "each of the three".
fn counted_at(s: &Sentence<'_>, at: usize) -> Option<(usize, usize)> {
    if s.says(at, &["both"]) || s.says(at, &["each"]) && matches!(s.item(at + 1), None | Some(Item::Stop(_)))
    {
        return Some((2, at + 1));
    }
    let led = s.says(at, &["all", "the"])
        || s.says(at, &["each"]) && s.says(at + 1, &["of"]) && s.says(at + 2, &["the"]);
    let number = at + if s.says(at, &["each"]) { 3 } else { 1 };
    match s.item(number) {
        Some(Item::Number(n)) if led && (2..=6).contains(&n) => Some((usize::try_from(n).ok()?, number + 1)),
        _ => None,
    }
}

/// What areas are called together.
const AREAS: &[&str] = &[
    "areas", "categories", "domains", "respects", "questions", "tests", "fields", "subjects", "measures",
    "criteria", "counts", "scores", "fronts", "headings", "parts", "halves", "elements", "aspects",
];
