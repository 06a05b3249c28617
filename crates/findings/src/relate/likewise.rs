//! Grades told by those of another: "Hay School was given the same rating", "So was Hay School", "So was leadership".
//! Knows no label; refuses what is denied or hoped for. The same grade of the same one at another time is `same_then`'s.

mod verdict;

use super::Draft;
use crate::fact::{Basis, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Target;
use crate::relate::phrase::{self, AreaRow};
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use crate::text::Span;
use verdict::Sort;

/// So many sentences before may tell the grade.
const REACH: usize = 2;

/// The grades that a sentence takes from one told before: in the sentences right before it, or, where it has labels, in
/// itself.
pub(super) fn read(story: &Story<'_>, drafts: &[Draft]) -> Vec<Draft> {
    let mut found = Vec::new();
    if drafts.is_empty() {
        return found;
    }
    let text = story.text.as_str();
    let found_at = |words: &'static [u8]| {
        memchr::memmem::find_iter(text.as_bytes(), words).map(|at| story.text.sentence_at(at))
    };
    let same = found_at(b"he same ").chain(found_at(b" at that "));
    let fared = found_at(b" no better").chain(found_at(b" fared "));
    let so = story.text.sentences.iter().enumerate();
    let so = so.filter(|(_, s)| story.text.at(**s).starts_with("So ")).map(|(at, _)| at);
    for (at, span, label) in story.with_labels(same.chain(fared).chain(so).collect()) {
        let s = story.sentence(span);
        let whole = || same_given(story, &s).or_else(|| same_rating(story, &s)).or_else(|| so_was(story, &s));
        let told = if label.is_some() { None } else { whole() };
        let told = told.map(|(whom, words)| (whom, words, Sort::Any)).or_else(|| verdict::read(story, &s));
        // "took the same view of teaching, which it called good": a grade of its own.
        let Some((whom, words, sort)) = told.filter(|t| label.is_none_or(|l| l.end <= t.1.start)) else {
            continue;
        };
        let again = |source: &Draft, target: Target| Draft {
            target: Target { inferred: true, ..target },
            change: None,
            told: None,
            basis: Basis::Inferred,
            rule: "likewise",
            span: words,
            clause: span,
            ..source.clone()
        };
        let near = |d: &&Draft| {
            let there = story.text.sentence_at(d.span.start);
            let place =
                if label.is_some() { there == at } else { (at.saturating_sub(REACH)..at).contains(&there) };
            let fits = d.scale.as_ref().map_or(sort == Sort::Any, |on| sort.fits(on.rank, on.of));
            place && fits && d.status == Status::Awarded
        };
        let providers = match whom {
            Whom::Providers(providers) => providers,
            Whom::Areas(areas) => {
                if let Some(source) = drafts.iter().rev().find(near) {
                    let targets = of_areas(&s, source, &areas);
                    found.extend(targets.into_iter().map(|target| again(source, target)));
                }
                continue;
            }
        };
        for provider in providers {
            let earlier = |d: &&Draft| {
                let whole =
                    d.target.aspect.is_none() && d.target.unknown.is_none() && d.target.service.is_none();
                near(d) && whole && d.target.provider.is_some_and(|p| p != provider)
            };
            let Some(source) = drafts.iter().rev().find(earlier) else { continue };
            found.push(again(source, Target { provider: Some(provider), ..source.target.clone() }));
        }
    }
    found
}

/// A target for each area, of the one that another judgement is of.
fn of_areas(s: &Sentence<'_>, source: &Draft, areas: &AreaRow) -> Vec<Target> {
    let base = Target { aspect: None, unknown: None, worded: None, service: None, ..source.target.clone() };
    let named = areas.named.iter().filter_map(|&i| match s.item(i)? {
        Item::Aspect(ix) => Some(Target { aspect: Some(ix), service: source.target.service, ..base.clone() }),
        Item::Service(ix) => Some(Target { service: Some(ix), ..base.clone() }),
        _ => None,
    });
    let unknown = areas.spans(s).into_iter();
    named.chain(unknown.map(|span| Target { unknown: Some(span), ..base.clone() })).collect()
}

/// Who shares a grade: other providers, or other areas of the same one.
enum Whom {
    Providers(Vec<Ix>),
    Areas(AreaRow),
}

/// "Hay School received the same grade", "Leadership was graded at that level too"
fn same_rating(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Whom, Span)> {
    let (noun, verb) = (2..s.chunks.len()).find_map(|i| Some((i, phrase::same_again(s, i)?)))?;
    let given = s.is_any(verb, &[Class::Give, Class::Receive, Class::Rate]);
    let hedged = (0..noun).any(|i| {
        s.is_any(
            i,
            &[Class::Not, Class::Would, Class::Will, Class::Aim, Class::If, Class::Must, Class::Expect],
        )
    });
    // "the same rating as last time", "the same grade for teaching"
    let gave = s.is(verb, Class::Give)
        && s.says(noun + 1, &["to", "for"])
        && !s.is_any(verb.wrapping_sub(1), &[Class::Be, Class::Have]);
    let rest = (noun + 1..s.chunks.len()).take(6).any(|i| {
        s.is(i, Class::Before)
            || s.says(i, &["last", "first"])
            || !gave && matches!(s.item(i), Some(Item::Aspect(_)))
    });
    if hedged || rest {
        return None;
    }
    let first = noun - 1 - usize::from(s.says(noun - 1, &["same"]));
    let words = s.chunks.get(first)?.span.cover(s.chunks.get(noun)?.span);
    let group = |i: &usize| s.is_any(*i, &[Class::Be, Class::Have, Class::All, Class::Filler, Class::Again]);
    let end = (0..=verb).rev().find(|&i| i < verb && !group(&i)).map_or(0, |i| i + 1);
    // "They gave the same grade to benefits and to leisure"
    let row = if gave {
        phrase::areas_from(story, s, noun + 2, false)
    } else {
        phrase::areas_to(story, s, end, false)
    };
    if let Some(row) = row {
        return Some((Whom::Areas(row), words));
    }
    let provider = (0..verb).find_map(|i| named(story, s, i)).filter(|_| given)?;
    Some((Whom::Providers(vec![provider]), words))
}

/// "The same grade was given to leadership and staffing", "The same verdict went to Hay School"
fn same_given(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Whom, Span)> {
    let opens = s.says(0, &["the"]) && s.says(1, &["same"]);
    // "The same went for leisure"
    // "The same was true of leisure", "The same verdict was reached on leisure"
    let noun = s.is(2, Class::Rating)
        || s.says(2, &["verdict", "result", "conclusion", "view"])
        || s.says(3, &["for", "to", "true"]);
    let gives = |i: &usize| {
        s.is(*i, Class::Give)
            || s.says(
                *i,
                &["went", "goes", "applied", "applies", "true", "reached", "made", "passed", "taken"],
            )
    };
    let give = (2..6).find(gives)?;
    let group = (3..give).all(|i| s.is_any(i, &[Class::Be, Class::Have, Class::Filler]));
    let to = s.says(give + 1, &["to", "for", "of", "on", "about"]);
    if !(opens && noun && group && to) {
        return None;
    }
    let words = s.chunks.first()?.span.cover(s.chunks.get(give)?.span);
    if let Some(row) = phrase::areas_from(story, s, give + 2, false) {
        return Some((Whom::Areas(row), words));
    }
    let stop = |i: &usize| {
        matches!(s.item(*i), Some(Item::Provider(_) | Item::Stop(',')))
            || s.is_any(*i, &[Class::Det, Class::Conj, Class::All, Class::Possessive])
    };
    let end = (give + 2..s.chunks.len()).take_while(stop).last()? + 1;
    let providers: Vec<Ix> = (give + 2..end).filter_map(|i| named(story, s, i)).collect();
    (!providers.is_empty()).then_some((Whom::Providers(providers), words))
}

/// "So was Hay School, which has 90 pupils", "So too did A and B"
fn so_was(story: &Story<'_>, s: &Sentence<'_>) -> Option<(Whom, Span)> {
    let verb = if s.says(1, &["too"]) { 2 } else { 1 };
    let opens = s.says(0, &["so"]) && (s.is_any(verb, &[Class::Be, Class::Have]) || s.says(verb, &["did"]));
    let words = || Some(s.chunks.first()?.span.cover(s.chunks.get(verb)?.span));
    let joint = |i: &usize| {
        s.is_any(*i, &[Class::Det, Class::Conj, Class::All, Class::Possessive])
            || s.item(*i) == Some(Item::Stop(','))
    };
    // "So was the college's leadership", "So was pupils' behaviour"
    let owner = |i: &usize| phrase::owns_area(s, *i);
    let row = |i: &usize| !owner(i) && (named(story, s, *i).is_some() || joint(i));
    let providers: Vec<Ix> =
        (verb + 1..s.chunks.len()).take_while(row).filter_map(|i| named(story, s, i)).collect();
    if opens && !providers.is_empty() {
        return Some((Whom::Providers(providers), words()?));
    }
    // "So was leadership, thanks to a new head"
    let row = phrase::areas_from(story, s, verb + 1, false).filter(|_| opens)?;
    Some((Whom::Areas(row), words()?))
}

fn named(story: &Story<'_>, s: &Sentence<'_>, at: usize) -> Option<Ix> {
    match s.item(at) {
        Some(Item::Provider(m)) if !story.providers.is_aside(m) => story.provider(m),
        _ => None,
    }
}
