//! What a grade is for, where it stands outside the clause that gives it: "except caring, where it was rated good",
//! "In leadership, it was rated good", "Safety was the one area in which it was poor". Knows no label.

use super::Reader;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;
use std::ops::Range;

/// What "on the … of" stands before without being judged.
const LOOSE: &[&str] = &[
    "basis", "strength", "eve", "back", "advice", "orders", "recommendation", "side", "behalf",
    "anniversary", "outskirts", "edge", "site", "subject", "question", "matter", "issue", "news",
];

/// Adds to the frame the areas that stand before its clause, or behind the clause that it closes.
pub(super) fn read<'t>(story: &Story<'t>, s: &Sentence<'t>, frame: &mut Frame) {
    where_it_was(s, frame);
    fronted_area(story, s, frame);
}

fn is_aspect(s: &Sentence<'_>, at: usize) -> bool {
    matches!(s.item(at), Some(Item::Aspect(_)))
}

/// "except caring, where it was rated good", "behaviour, in which it was outstanding": before the clause.
fn where_it_was(s: &Sentence<'_>, frame: &mut Frame) {
    let opens =
        |i: &usize| s.says(*i, &["where"]) || s.says(*i, &["in", "for", "on"]) && s.says(i + 1, &["which"]);
    let clause = (frame.head.saturating_sub(6)..frame.head).rev().find(opens);
    let Some((clause, before)) = clause.and_then(|i| Some((i, i.checked_sub(1)?))) else { return };
    let own = frame.subject.clone().chain(frame.listed.iter().copied()).any(|i| is_aspect(s, i));
    if own || !frame.unknown.is_empty() {
        return;
    }
    let area = match s.item(before) {
        Some(Item::Stop(',')) => before.checked_sub(1),
        _ => Some(before),
    };
    if s.says(before, phrase::AREAS) {
        let areas = only_area(s, frame, clause);
        frame.listed.extend(areas.into_iter().flatten().filter(|&i| is_aspect(s, i)));
    } else {
        frame.listed.extend(area.filter(|&i| is_aspect(s, i)));
    }
}

/// "Safety was the one area in which it was poor", "The only area where it was outstanding was leadership".
fn only_area(s: &Sentence<'_>, frame: &Frame, clause: usize) -> Option<Range<usize>> {
    let be = (clause.saturating_sub(9)..clause).rev().find(|&i| s.is(i, Class::Be));
    if let Some(be) = be.filter(|&be| be > 0 && is_aspect(s, be - 1)) {
        return Some(0..be);
    }
    let after = (frame.label + 1..frame.label + 3).find(|&i| s.is(i, Class::Be))?;
    (after + 1..after + 4).any(|i| is_aspect(s, i)).then_some(after + 1..s.chunks.len())
}

/// "In leadership, it was rated good", "For safety and care, the home was judged poor": the areas open the clause.
fn fronted_area<'t>(story: &Story<'t>, s: &Sentence<'t>, frame: &mut Frame) {
    let aspect = |i: usize| is_aspect(s, i);
    let named = frame.subject.clone().chain(frame.object.clone()).chain(frame.listed.iter().copied());
    // "On behaviour, inspectors gave it …"
    let first = frame.subject.start.min(frame.head);
    let inspectors = |i: &usize| {
        matches!(s.item(*i), Some(Item::Body(_)))
            || s.is(*i, Class::Det)
            || s.says(*i, &["inspectors", "watchdog"])
    };
    let first = (0..first).rev().take_while(inspectors).last().unwrap_or(first);
    // "At tackling crime it was good"
    let comma = first.checked_sub(1).filter(|&i| s.item(i) == Some(Item::Stop(',')));
    let comma = comma.or(Some(first).filter(|&i| i > 1 && s.is(i, Class::Pronoun)));
    let Some(comma) = comma.filter(|_| frame.unknown.is_empty() && !named.into_iter().any(aspect)) else {
        return;
    };
    let plain = |i: &usize| {
        aspect(*i)
            || s.is_any(*i, &[Class::Det, Class::Conj, Class::Possessive, Class::Rating])
            || s.item(*i) == Some(Item::Stop(','))
            || s.says(*i, &["area", "areas", "category", "terms", "of", "being", "alike"])
            // "On care and on safety, it was rated good"
            || s.says(*i, &["on", "for", "in"]) && *i > 0 && s.is(i - 1, Class::Conj)
    };
    let clause = |opens: usize| {
        opens == 0
            || s.is_any(opens - 1, &[Class::Conj, Class::Filler])
            || matches!(s.item(opens - 1), Some(Item::Stop(_)))
    };
    let areas = |opens: &usize| (opens + 1..comma).any(aspect);
    let opens =
        (0..comma).rev().find(|i| !plain(i)).filter(|&i| s.item(comma) == Some(Item::Stop(',')) || i == 0);
    if let Some(opens) = opens.filter(areas) {
        if clause(opens) && s.says(opens, &["in", "for", "on", "under", "at"]) {
            frame.listed.extend((opens + 1..comma).filter(|&i| aspect(i)));
        }
        return;
    }
    // "For its use of stop and search, the force was judged inadequate": the knowledge has no name for it.
    let leads = |i: usize| clause(i) && s.says(i, &["for", "at", "on"]);
    let Some(opens) = (0..comma.saturating_sub(1)).rev().find(|&i| leads(i)) else { return };
    let part = opens + 1..comma;
    // "On arrival, the school was rated good": only where no grade is of the whole.
    let whole = || has_overall(story, s, frame);
    // "On record keeping, the school was rated good"
    let area = || {
        let noun = part.clone().take_while(|&i| !s.is(i, Class::Prep)).last().unwrap_or(opens);
        let of = s.says(noun + 1, &["of", "for"]) && noun + 2 < comma && !s.says(noun, LOOSE);
        let compound = noun > part.start && s.is(part.start, Class::Other);
        let named = phrase::is_everyday(s.at(noun)) || compound || of || s.is(part.start, Class::Possessive);
        named && phrase::areas_in(story, s, part.clone()).is_some()
    };
    let few = part.len() <= 8 && (!s.says(opens, &["on"]) || part.len() > 1 && !whole() || area());
    frame.unknown.extend(Reader::of(story, s, frame.label).core(&part).filter(|_| few));
}

/// True where a scale of the label, of a body of the article, grades the whole.
fn has_overall(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> bool {
    let Some(Item::Label(ix)) = s.item(frame.label) else { return true };
    let form = story.labels.get(ix).map(|l| l.ix);
    let scales = story.bodies.iter().filter_map(|m| story.scale_with(form?, m.body));
    scales.into_iter().any(|scale| scale.overall)
}
