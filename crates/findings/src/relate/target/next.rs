//! The areas that are told apart from the verb of their grade: "It was good in two areas. They were A and B.", "A was
//! inspected by Ofsted, which rated it good". Knows no provider and no label.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame};
use crate::relate::phrase::{self, AreaRow};
use crate::relate::story::Story;

/// What a frame without an area of its own is of, where other words tell it.
pub(crate) fn areas_apart(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<Below> {
    let own = frame.subject.clone().chain(frame.object.clone()).chain(frame.listed.iter().copied());
    let area = |i: usize| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_)));
    let of_its_own = own.into_iter().any(area) || !frame.unknown.is_empty();
    if of_its_own || frame.below != Below::default() {
        return None;
    }
    let here = looked_at(story, s, frame).or_else(|| which_they(story, s, frame));
    here.or_else(|| named_next(story, s, frame))
}

/// "hairdressing, which inspectors found to be outstanding": what stands right before the pronoun.
fn which_they(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<Below> {
    let they = |i: usize| {
        matches!(s.item(i), Some(Item::Body(_)))
            || s.is_any(i, &[Class::Det, Class::Filler, Class::Have])
            || s.says(i, &["inspectors", "it", "they"])
    };
    let which = (1..frame.head).rev().find(|&i| !they(i)).filter(|&i| i + 1 < frame.head)?;
    let comma =
        which.checked_sub(1).filter(|&i| s.says(which, &["which"]) && s.item(i) == Some(Item::Stop(',')))?;
    let bare = frame.object.clone().all(|i| !s.chunks[i].is_target() && !s.is(i, Class::Pronoun));
    let row = phrase::areas_to(story, s, comma, false).filter(|_| bare && frame.rule.starts_with("rated"))?;
    Some(below(s, &row))
}

fn below(s: &Sentence<'_>, row: &AreaRow) -> Below {
    let mut found = Below { areas: row.spans(s), ..Below::default() };
    for &i in &row.named {
        match s.item(i) {
            Some(Item::Aspect(ix)) => found.aspects.push(ix),
            Some(Item::Service(ix)) => found.services.push(ix),
            _ => {}
        }
    }
    found
}

/// "Education was inspected separately by Ofsted, which rated it good": "it" is what was inspected.
fn looked_at(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<Below> {
    const LOOKED: &[&str] =
        &["inspected", "visited", "assessed", "examined", "evaluated", "looked", "checked"];
    let bare = frame.object.clone().all(|i| !s.chunks[i].is_target());
    let it = bare && (frame.head + 1..frame.label).any(|i| s.says(i, &["it"]));
    let which = frame.head.checked_sub(1).filter(|&i| it && s.says(i, &["which", "who"]))?;
    let body = (0..which).rev().find(|&i| s.item(i) != Some(Item::Stop(',')))?;
    let verb = (body.saturating_sub(9)..body).rev().find(|&i| s.says(i, LOOKED))?;
    let by = (verb + 1..body).any(|i| s.says(i, &["by"])) && matches!(s.item(body), Some(Item::Body(_)));
    let adverb = |i: usize| s.is(i, Class::Filler) || s.at(i).ends_with("ly");
    let be = (0..verb).rev().find(|&i| !adverb(i)).filter(|&i| by && s.is(i, Class::Be))?;
    let row = phrase::areas_to(story, s, phrase::group_start(s, be), false)?;
    Some(below(s, &row))
}

/// "Two areas were found to be poor. These were A and B": so many as were counted, in a sentence without a grade.
fn named_next(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<Below> {
    let n = counted(s, frame)?;
    let here = story.text.sentence_at(s.span.start);
    let span = *story.text.sentences.get(here + 1)?;
    let label = story.labels.partition_point(|l| l.span.start < span.start);
    if story.labels.get(label).is_some_and(|l| l.span.start < span.end) {
        return None;
    }
    let next = story.sentence(span);
    let (first, all) = opens(&next)?;
    let row = phrase::areas_from(story, &next, first, true)?;
    let so_many = row.named.len() + row.unknown.len();
    let ends = matches!(next.item(row.range.end), None | Some(Item::Stop(_) | Item::Close));
    // "They were pleased with the report": of people.
    let named = !row.named.is_empty() || !next.says(0, &["they"]);
    let holds = ends && named && if all { so_many == n } else { so_many <= n };
    holds.then(|| below(&next, &row))
}

/// How many areas the words after the label or before the verb count.
fn counted(s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    let number = |i: usize| match s.item(i) {
        Some(Item::Number(n @ 2..=12)) => usize::try_from(n).ok(),
        _ => None,
    };
    let noun = |i: usize| {
        phrase::is_area_noun(s, i) || s.says(i, &["tests", "standards", "departments", "units", "wards"])
    };
    let ends = |i: usize| matches!(s.item(i), None | Some(Item::Stop(_) | Item::Word(Class::Conj)));
    let after = (frame.label + 2..frame.label + 10)
        .take_while(|&i| !matches!(s.item(i), None | Some(Item::Label(_) | Item::Stop(';'))))
        .find(|&i| number(i).is_some() && s.says(i - 1, &["in", "for", "on", "across"]));
    if let Some(n) = after {
        return number(n).filter(|_| ends(n + 1) || (n + 1..n + 6).any(noun));
    }
    let before = (frame.subject.start.saturating_sub(1)..frame.head).find(|&i| number(i).is_some())?;
    let near = (before + 1..before + 6).take_while(|&i| i < frame.head).any(noun);
    let opens = before < 3 || matches!(s.item(before - 1), Some(Item::Stop(_) | Item::Word(Class::Conj)));
    number(before).filter(|_| near && opens)
}

/// "They were", "The two are", "Among them were", "Those in question were": where the names begin, and whether they are all.
fn opens(s: &Sentence<'_>) -> Option<(usize, bool)> {
    let be = (1..7).find(|&i| s.says(i, &["is", "are", "was", "were", "include", "included"]))?;
    let some = s.says(0, &["among"]) || s.says(be, &["include", "included"]);
    let led = s.says(0, &["they", "these", "those", "the", "among", "both"]);
    let plain = |i: usize| {
        s.is_any(i, &[Class::Pronoun, Class::Det, Class::Filler, Class::All, Class::Prep])
            || matches!(s.item(i), Some(Item::Number(_)))
            || phrase::is_area_noun(s, i)
            || s.says(i, &["question", "concerned", "ones"])
    };
    (led && (0..be).all(plain))
        .then_some((be + 1 + usize::from(s.item(be + 1) == Some(Item::Stop(':'))), !some))
}
