//! Enforcement: special measures, notices, breaches, closures, and what was done with them. Knows no label.
//!
//! *What it finds*: the name of a measure with a verb or preposition that says what was done with it.
//! *What it leaves alone*: a name without such words, witnesses' special measures, a planning appeal.

use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::phrase;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use crate::text::Span;

/// A measure before it is merged and written out.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) provider: Option<Ix>,
    /// Index into the knowledge's bodies.
    pub(crate) body: Option<u16>,
    pub(crate) kind: MeasureKind,
    /// Index into the knowledge's names of measures.
    pub(crate) name: u16,
    pub(crate) action: Action,
    pub(crate) count: Option<u64>,
    /// Index into the story's dates.
    pub(crate) date: Option<usize>,
    pub(crate) span: Span,
    pub(crate) clause: Span,
    pub(crate) rule: &'static str,
}

/// Every measure of the article, in order.
pub(crate) fn read(story: &Story<'_>) -> Vec<Draft> {
    let mut out = Vec::new();
    let mut next = 0;
    while let Some(name) = story.measures.get(next) {
        let Some(&span) = story.text.sentences.get(story.text.sentence_at(name.span.start)) else { break };
        let here = story.measures[next..].iter().take_while(|m| m.span.start < span.end).count().max(1);
        let s = story.sentence(span);
        for i in 0..s.chunks.len() {
            if let Item::Measure(ix) = s.chunks[i].item {
                out.extend(one(story, &s, i, ix));
            }
        }
        next += here;
    }
    out
}

fn one(story: &Story<'_>, s: &Sentence<'_>, at: usize, ix: usize) -> Option<Draft> {
    let name = story.measures.get(ix)?.ix;
    let kind = story.knowledge.measure_kind(name)?;
    let words = s.at(at).to_lowercase();
    let action = action(s, at, kind, &words)?;
    let named = nearest_provider(story, s, at);
    let provider = named.or_else(|| before(story, s))?;
    let body = body(story, s, provider);
    // Enforcement of another world (courts, planning, football) has no inspector about.
    body?;
    let count = (at.saturating_sub(3)..at).rev().find_map(|i| match s.item(i) {
        Some(Item::Number(n)) if kind == MeasureKind::Breach && n > 0 => Some(n),
        _ => None,
    });
    let date = s
        .chunks
        .iter()
        .enumerate()
        .filter(|(_, c)| matches!(c.item, Item::Date(_)))
        .min_by_key(|(i, _)| i.abs_diff(at));
    let date = date.filter(|(i, _)| i.abs_diff(at) <= 8).and_then(|(_, c)| match c.item {
        Item::Date(ix) => Some(ix),
        _ => None,
    });
    let first = (at.saturating_sub(6)..at).find(|&i| phrase::is_verb(&s.chunks[i])).unwrap_or(at);
    let span = s.chunks[at].span;
    Some(Draft {
        provider: Some(provider),
        body,
        kind,
        name,
        action,
        count,
        date,
        span,
        clause: s.chunks[first].span.cover(span),
        rule: "measure/named",
    })
}

/// What was done with a measure, by the words around its name.
fn action(s: &Sentence<'_>, at: usize, kind: MeasureKind, name: &str) -> Option<Action> {
    let left = at.saturating_sub(9)..at;
    let near = at.saturating_sub(4)..at;
    let right = at + 1..(at + 5).min(s.chunks.len());
    let says = |range: &std::ops::Range<usize>, words: &[&str]| range.clone().any(|i| s.says(i, words));
    if left.clone().any(|i| s.is(i, Class::Not)) && !says(&left, &["longer"])
        || says(&left, &["stopped", "avoided", "escaped", "without"])
    {
        return None;
    }
    let lifted = says(&near, &["out", "lifted", "exits", "exited", "leaves", "left", "removed", "escapes"])
        && !says(&near, &["into", "in", "carried", "carry", "set", "pointed", "handed"])
        || says(&right, &["lifted", "removed"])
        || says(&left, &["longer"]);
    if lifted {
        return Some(Action::Lifted);
    }
    if says(&left, &["recommended", "recommends", "recommending", "recommend"]) {
        return Some(Action::Recommended);
    }
    if says(
        &left,
        &[
            "threatened",
            "threatens",
            "risk",
            "risks",
            "avoid",
            "facing",
            "faces",
            "face",
            "could",
            "might",
            "may",
            "would",
            "if",
            "power",
            "powers",
            "warned",
        ],
    ) || says(&right, &["threat", "unless", "if"])
    {
        return Some(Action::Threatened);
    }
    if says(&left, &["proposed", "proposes", "proposal", "intends", "plans", "considering", "will"]) {
        return Some(Action::Proposed);
    }
    if says(&left, &["remains", "remain", "remained", "still", "continues", "stays", "remaining", "kept"]) {
        return Some(Action::Continued);
    }
    let found = matches!(kind, MeasureKind::Breach);
    if found {
        let told = (0..s.chunks.len()).any(|i| {
            s.is_any(i, &[Class::Find, Class::Have, Class::Say])
                || s.says(i, &["identified", "in", "uncovered", "noted"])
        });
        return told.then_some(Action::Found);
    }
    let done = says(
        &left,
        &[
            "placed",
            "put",
            "puts",
            "putting",
            "plunged",
            "into",
            "issued",
            "issues",
            "served",
            "handed",
            "given",
            "gave",
            "slapped",
            "imposed",
            "imposes",
            "received",
            "hit",
            "ordered",
            "took",
            "taken",
            "invoked",
            "triggered",
            "in",
            "under",
            "made",
            "forced",
            "appointed",
            "sent",
            "been",
            "was",
            "were",
            "being",
        ],
    ) || says(&right, &["imposed", "issued", "served", "was", "were", "following", "after"])
        || name.split(' ').any(|w| w.ends_with("ed"));
    done.then_some(Action::Imposed)
}

fn nearest_provider(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Ix> {
    let provider = |i: usize| match s.item(i) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    };
    (0..at).rev().find_map(provider).or_else(|| (at..s.chunks.len()).find_map(provider))
}

/// The provider last named before this sentence.
fn before(story: &Story<'_>, s: &Sentence<'_>) -> Option<Ix> {
    let split = story.providers.mentions.partition_point(|m| m.span.start < s.span.start);
    split.checked_sub(1).and_then(|i| story.providers.mentions.get(i)).map(|m| m.provider)
}

/// The body of the sentence that inspects such a provider, else the one named nearest before, else after.
fn body(story: &Story<'_>, s: &Sentence<'_>, provider: Ix) -> Option<u16> {
    let kind = story.kind(provider)?;
    let inspects = |b: &u16| story.knowledge.inspects(*b, kind);
    let inside = story.bodies.iter().filter(|m| s.span.contains(m.span)).map(|m| m.body).find(inspects);
    let split = story.bodies.partition_point(|m| m.span.start < s.span.start);
    let before = || story.bodies[..split].iter().rev().map(|m| m.body).find(inspects);
    inside.or_else(before).or_else(|| story.bodies[split..].iter().map(|m| m.body).find(inspects))
}
