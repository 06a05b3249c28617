//! "In that area": what a judgement is of, where the sentence points back to the area of the one before. Knows no
//! provider and no label.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;

/// So many sentences back the area may stand.
const REACH: usize = 2;

/// The area, as an index into the story's aspects: the last one told of. A bare "Y was poor" right after "X was good in
/// that area" is of it too.
pub(super) fn that_area(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    let here = story.text.sentence_at(s.span.start);
    let own = phrase::points_back(s, frame.label + 1);
    let carried = || {
        let before = *story.text.sentences.get(here.checked_sub(1)?)?;
        let same = story.text.paragraph_at(before.start) == story.text.paragraph_at(s.span.start);
        let before = story.sentence(before);
        let label = before.chunks.iter().position(|c| matches!(c.item, Item::Label(_)))?;
        (same && frame.rule == "is" && phrase::points_back(&before, label + 1)).then_some(())
    };
    if let Some(area) = that_is_it(story, s, frame).or_else(|| drafted(story, s, frame)) {
        return Some(area);
    }
    if !own && carried().is_none() {
        return None;
    }
    let start = s.chunks.get(frame.label)?.span.start;
    let first = story.text.sentences.get(here.saturating_sub(REACH + usize::from(!own)))?.start;
    let last = story.aspects.partition_point(|k| k.span.start < start).checked_sub(1)?;
    story.aspects.get(last).filter(|k| k.span.start >= first).map(|_| last)
}

/// "The one test it passed is resettlement. It was rated good": "it" is what the sentence before ends in.
fn that_is_it(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    // "Wellbeing was the exception; inspectors called it excellent"
    let object = frame.object.len() == 1 && s.says(frame.object.start, &["it"]);
    let exception = (0..frame.head).find(|&i| s.says(i, &["exception"])).filter(|_| object);
    if let Some(at) = exception {
        return (0..at).find_map(|i| match s.item(i) {
            Some(Item::Aspect(ix)) => Some(ix),
            _ => None,
        });
    }
    if let Some(area) = clause_before(s, frame).or_else(|| not_inspected(s, frame.head)) {
        return Some(area);
    }
    let last = frame.subject.end.checked_sub(1);
    let it = last.is_some_and(|i| s.says(i, &["it"])) && frame.subject.len() <= 2;
    let here = story.text.sentence_at(s.span.start);
    let before = *here.checked_sub(1).filter(|_| it).and_then(|at| story.text.sentences.get(at))?;
    let same = story.text.paragraph_at(before.start) == story.text.paragraph_at(s.span.start);
    let before = story.sentence(before);
    let unseen = || not_inspected(&before, before.chunks.len()).filter(|_| s.is(frame.head, Class::Stay));
    if let Some(area) = was_then(&before, s, frame).or_else(unseen).filter(|_| same) {
        return Some(area);
    }
    let last = before.chunks.len().checked_sub(1).filter(|_| same)?;
    let Some(Item::Aspect(ix)) = before.item(last) else { return None };
    let be = last.checked_sub(1 + usize::from(before.is(last - 1, Class::Det)))?;
    let only = (0..be).any(|i| before.says(i, &["one", "only", "exception"]));
    (before.is(be, Class::Be) && only).then_some(ix)
}

/// "The draft said inadequate for safety. When the report came out the grade had become good": the one area that the draft
/// tells.
fn drafted(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    let grade =
        |i: usize| s.is(i, Class::Rating) && s.says(i.wrapping_sub(1), &["the", "that", "this", "its"]);
    let changes = s.says(frame.head, &["become", "became", "becomes"]) || frame.rule.starts_with("moved");
    let last = frame.subject.end.checked_sub(1).filter(|&i| changes && grade(i))?;
    let here = story.text.sentence_at(s.chunks.get(last)?.span.start);
    (here.saturating_sub(REACH)..here).rev().find_map(|at| {
        let before = story.sentence(*story.text.sentences.get(at)?);
        let draft = before.chunks.iter().any(|c| c.is(Class::Draft));
        let label = before.chunks.iter().position(|c| matches!(c.item, Item::Label(_))).filter(|_| draft)?;
        let mut areas = before.chunks[label..].iter().filter_map(|c| match c.item {
            Item::Aspect(ix) => Some(ix),
            _ => None,
        });
        areas.next().filter(|_| areas.next().is_none())
    })
}

/// "Behaviour at Tey School was poor when they last called. It is now good": the area that the sentence before is of.
fn was_then(before: &Sentence<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    let now = (frame.head..frame.label).any(|i| s.is(i, Class::Now)) && s.is(frame.head, Class::Be);
    let be = (0..before.chunks.len()).find(|&i| before.is(i, Class::Be)).filter(|_| now)?;
    let label = before.chunks.get(be + 1..)?.iter().take(3).any(|c| matches!(c.item, Item::Label(_)));
    let subject = phrase::subject(&before.chunks, be);
    let mut areas = subject.clone().filter_map(|i| match before.item(i) {
        Some(Item::Aspect(ix)) => Some((i, ix)),
        _ => None,
    });
    let (at, area) = areas.next().filter(|_| label)?;
    let owner = (subject.start..at).all(|i| !before.chunks[i].is_target() || before.owns(i));
    (owner && areas.next().is_none()).then_some(area)
}

/// "Only resettlement improved: it is now good": the subject of the clause before, where that is an area.
fn clause_before(s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    let it = frame.subject.start;
    let stop = it.checked_sub(1).filter(|_| frame.subject.len() == 1 && s.says(it, &["it"]))?;
    if !matches!(s.item(stop), Some(Item::Stop(':' | ';' | '–' | '—'))) {
        return None;
    }
    let opens = (0..stop).rev().find(|&i| matches!(s.item(i), Some(Item::Stop(_)))).map_or(0, |i| i + 1);
    let first = (opens..stop)
        .find(|&i| !s.is_any(i, &[Class::Det, Class::Filler, Class::Possessive, Class::Conj]))?;
    let named = (opens..stop).any(|i| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))));
    let joined = s.is(first + 1, Class::Conj) || matches!(s.item(first + 1), Some(Item::Aspect(_)));
    match s.item(first) {
        Some(Item::Aspect(ix)) if !named && !joined => Some(ix),
        _ => None,
    }
}

/// "Inspectors did not look at caring, so it remains good": the one area that nobody looked at, told before `until`.
fn not_inspected(s: &Sentence<'_>, until: usize) -> Option<usize> {
    const LOOKS: &[&str] = &[
        "inspect", "inspected", "look", "looked", "assess", "assessed", "examine", "check", "rate",
        "consider",
    ];
    let stays = until >= s.chunks.len() || s.is(until, Class::Stay) || s.is(until, Class::Keep);
    let not = (0..until.min(s.chunks.len())).find(|&i| s.is(i, Class::Not)).filter(|_| stays)?;
    let looks = (not + 1..not + 4).find(|&i| s.says(i, LOOKS))?;
    let mut areas = (looks + 1..until.min(s.chunks.len())).filter_map(|i| match s.item(i) {
        Some(Item::Aspect(ix)) => Some(ix),
        _ => None,
    });
    let label = (0..until).any(|i| matches!(s.item(i), Some(Item::Label(_))));
    areas.next().filter(|_| !label && areas.next().is_none())
}
