//! Grades told by those of another: "Hay School was given the same rating", "So was Hay School". Knows no label; refuses
//! what is denied, hoped for or the same as the last time.

use super::Draft;
use crate::fact::{Basis, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use crate::text::Span;

/// So many sentences before may tell the grade.
const REACH: usize = 2;

/// The grades that a sentence without a label takes from a sentence before it.
pub(super) fn read(story: &Story<'_>, drafts: &[Draft]) -> Vec<Draft> {
    let mut found = Vec::new();
    if drafts.is_empty() {
        return found;
    }
    let text = story.text.as_str();
    let same = memchr::memmem::find_iter(text.as_bytes(), b"the same ").map(|at| story.text.sentence_at(at));
    let so = story.text.sentences.iter().enumerate();
    let so = so.filter(|(_, s)| story.text.at(**s).starts_with("So ")).map(|(at, _)| at);
    let mut sentences: Vec<usize> = same.chain(so).collect();
    sentences.sort_unstable();
    sentences.dedup();
    for at in sentences {
        let Some(&span) = story.text.sentences.get(at) else { continue };
        let from = story.labels.partition_point(|l| l.span.start < span.start);
        if story.labels.get(from).is_some_and(|l| l.span.start < span.end) {
            continue;
        }
        let s = story.sentence(span);
        let told = same_rating(story, &s).or_else(|| so_was(story, &s));
        let Some((providers, words)) = told else { continue };
        for provider in providers {
            let earlier = |d: &&Draft| {
                let there = story.text.sentence_at(d.span.start);
                let whole =
                    d.target.aspect.is_none() && d.target.unknown.is_none() && d.target.service.is_none();
                (at.saturating_sub(REACH)..at).contains(&there)
                    && whole
                    && d.status == Status::Awarded
                    && d.target.provider.is_some_and(|p| p != provider)
            };
            let Some(source) = drafts.iter().rev().find(earlier) else { continue };
            let mut draft = source.clone();
            draft.target.provider = Some(provider);
            draft.target.inferred = true;
            found.push(Draft {
                change: None,
                told: None,
                basis: Basis::Inferred,
                rule: "likewise",
                span: words,
                clause: span,
                ..draft
            });
        }
    }
    found
}

/// "Hay School received the same grade"
fn same_rating(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Vec<Ix>, Span)> {
    let at = (2..s.chunks.len()).find(|&i| s.says(i, &["same"]) && s.says(i - 1, &["the"]))?;
    let noun = s.is(at + 1, Class::Rating) || s.says(at + 1, &["verdict", "result"]);
    let given = s.is_any(at - 2, &[Class::Give, Class::Receive]);
    let hedged = (0..at).any(|i| {
        s.is_any(
            i,
            &[Class::Not, Class::Would, Class::Will, Class::Aim, Class::If, Class::Must, Class::Expect],
        )
    });
    // "the same rating as last time", "the same grade for teaching"
    let rest = (at + 2..s.chunks.len()).take(6).any(|i| {
        s.is_any(i, &[Class::Before, Class::Visit])
            || s.says(i, &["last"])
            || matches!(s.item(i), Some(Item::Aspect(_)))
    });
    let provider = (0..at).find_map(|i| named(story, s, i))?;
    (noun && given && !hedged && !rest)
        .then(|| (vec![provider], s.chunks[at - 1].span.cover(s.chunks[at + 1].span)))
}

/// "So was Hay School, which has 90 pupils", "So too did A and B"
fn so_was(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Vec<Ix>, Span)> {
    let verb = if s.says(1, &["too"]) { 2 } else { 1 };
    let opens = s.says(0, &["so"]) && (s.is_any(verb, &[Class::Be, Class::Have]) || s.says(verb, &["did"]));
    let row = |i: &usize| {
        named(story, s, *i).is_some()
            || s.is_any(*i, &[Class::Det, Class::Conj, Class::All])
            || s.item(*i) == Some(Item::Stop(','))
    };
    let row = (verb + 1..s.chunks.len()).take_while(row);
    let providers: Vec<Ix> = row.filter_map(|i| named(story, s, i)).collect();
    (opens && !providers.is_empty()).then(|| (providers, s.chunks[0].span.cover(s.chunks[verb].span)))
}

fn named(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Ix> {
    match s.item(at) {
        Some(Item::Provider(m)) if !story.providers.is_aside(m) => story.provider(m),
        _ => None,
    }
}
