//! What "it" and "the home" of a judgement go back to: the sentence before its verb, else the sentences before. Knows no
//! label and no status.

use super::{as_provider, owner, owns_next};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::{Known, REACH, Story};
use crate::resolve::provider::Ix;
use crate::text::Span;

/// What "it" is: the first provider of the sentence before the verb, else the first target of the nearest
/// sentence before that has one.
pub(super) fn antecedent(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<(Ix, Option<usize>)> {
    if let Some(provider) = whose(story, s, frame) {
        return Some((provider, None));
    }
    // "A was poor, while B was told that it was good"
    let told = (0..frame.head).rev().find(|&i| s.says(i, &["told"]) && s.is(i.wrapping_sub(1), Class::Be));
    let one = told.and_then(|told| {
        let it = frame.subject.clone().any(|i| s.is(i, Class::Pronoun)) && frame.subject.start > told;
        let named = phrase::subject(&s.chunks, told).filter_map(|i| match s.item(i) {
            Some(Item::Provider(m)) => story.provider(m),
            _ => None,
        });
        named.filter(|_| it).last()
    });
    if let Some(provider) = one {
        return Some((provider, None));
    }
    let before_verb = (0..frame.head).find_map(|i| match s.chunks[i].item {
        Item::Provider(m)
            if !owns_next(s, i) && !story.providers.is_aside(m) && !super::runs_another(s, i) =>
        {
            story.provider(m).map(|p| (p, None))
        }
        Item::Service(ix) => match as_provider(story, ix) {
            Some(provider) => Some((provider, None)),
            None => owner(story, ix).map(|o| (o, Some(ix))),
        },
        _ => None,
    });
    if let Some((provider, service)) = before_verb {
        return Some(run_by(story, s, frame, provider).map_or((provider, service), |home| (home, None)));
    }
    // "Despite being rated good in 2019, the home will close": the subject follows.
    let fronted = s.says(
        0,
        &[
            "despite", "after", "having", "since", "being", "rated", "branded", "judged", "previously",
            "although", "once", "described", "deemed", "labelled", "graded", "classed", "slammed", "hailed",
            "condemned", "found",
        ],
    );
    let after = (frame.end..s.chunks.len()).find_map(|i| match s.chunks[i].item {
        Item::Provider(m) => story.provider(m),
        _ => None,
    });
    // "“We got a two,” said Mehmet Osman, of Best Kebab House": the speaker's own.
    let own = (0..frame.head).any(|i| s.says(i, &["we"]));
    if let Some(provider) = after.filter(|_| fronted || own) {
        return Some((provider, None));
    }
    let here = story.text.sentence_at(s.span.start);
    for back in 1..=REACH {
        let Some(&sentence) = here.checked_sub(back).and_then(|ix| story.text.sentences.get(ix)) else {
            break;
        };
        // "The wards were inadequate. They were also dirty": the part that the noun means.
        if let Some(part) = story.part_meant_in(sentence) {
            return owner(story, part).map(|o| (o, Some(part)));
        }
        let provider = story
            .topic_of(here - back)
            .or_else(|| story.judged_in(here - back))
            .filter(|&p| !story.digresses(here - back, p, here));
        // "surgery" of "the surgery" is no service.
        let named = |k: &Known| story.providers.within(sentence).iter().any(|m| m.span.contains(k.span));
        let first = story.services.partition_point(|k| k.span.start < sentence.start);
        let ahead = story.services.get(first..).unwrap_or_default();
        let from = first + ahead.iter().take_while(|k| named(k)).count();
        let service = story.services.get(from).filter(|k| k.span.end <= sentence.end);
        match (provider, service) {
            // "the council's housing": the service is what the sentence is about.
            (_, Some(k)) if provider.is_none() || leads(story, sentence, k.span) => {
                let own = as_provider(story, from).map(|provider| (provider, None));
                let own = own.or_else(|| owner(story, from).map(|o| (o, Some(from))));
                // "Nobody told social services": where no council is named, nobody's.
                if own.is_some() && !in_passing(story, sentence, k.span) {
                    return own;
                }
            }
            (Some(p), _) => return Some((home_of(story, s, p).unwrap_or(p), None)),
            (None, _) => {}
        }
    }
    let near = |p: &Ix| !story.providers.is_remote(*p);
    let main = story.main_provider(|p| story.is_inspected(p));
    main.or_else(|| story.main_provider(|_| true)).filter(near).map(|p| (p, None))
}

/// "The owner, Elm Care, is sorry. An inspection found …": the home that a firm runs, where the article has told of one
/// such and inspectors see homes.
fn home_of(story: &Story<'_>, s: &Sentence<'_>, firm: Ix) -> Option<Ix> {
    let id = story.kind(firm).and_then(|k| story.knowledge.service_id(k))?;
    let of = story.providers.entities.get(firm)?;
    let runs = |p: Ix| {
        let entity = story.providers.entities.get(p);
        entity.is_some_and(|e| e.operator == Some(firm) || e.firm.as_deref() == Some(of.name.as_str()))
    };
    if id.as_str() != "home-care" {
        return None;
    }
    let first = |p: Ix| story.providers.mentions.iter().find(|m| m.provider == p).map(|m| m.span.start);
    let homes: Vec<Ix> = (0..story.providers.entities.len())
        .filter(|&p| {
            runs(p) && story.kind(p) != story.kind(firm) && first(p).is_some_and(|at| at < s.span.start)
        })
        .collect();
    match homes.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// "Tey Primary, whose own inspection in 2011 found it to be good", "Hay Police, which last month was told it was good": the
/// one right before the pronoun.
fn whose(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<Ix> {
    let pronoun =
        (frame.head.saturating_sub(8)..frame.head).rev().find(|&i| s.says(i, &["whose", "which", "who"]))?;
    let clause = || pronoun..frame.head;
    let holds = match s.says(pronoun, &["whose"]) {
        true => clause().any(|i| s.is(i, Class::Visit)),
        false => {
            clause().any(|i| s.says(i, &["told"])) && clause().all(|i| s.item(i) != Some(Item::Stop(',')))
        }
    };
    let of = pronoun - usize::from(s.item(pronoun.wrapping_sub(1)) == Some(Item::Stop(',')));
    match s.item(of.checked_sub(1)?) {
        Some(Item::Provider(m)) if holds => story.provider(m),
        _ => None,
    }
}

/// "Tudor Care, which runs Larch Court, is sorry after it was rated poor": the home that a firm runs, where the sentence
/// names both.
fn run_by(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, firm: Ix) -> Option<Ix> {
    // "a director of Marle Council, which runs the service, expected it to be rated good"
    let named_at = |i: usize| match s.item(i) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    };
    let runs = (1..frame.head).find(|&i| {
        s.says(i, &["runs", "operates", "manages"])
            && s.is(i - 1, Class::Opens)
            && (i.saturating_sub(4)..i).any(|k| named_at(k) == Some(firm))
    });
    let told = (0..frame.head).any(|i| s.is(i, Class::Expect) && s.is(i + 1, Class::Pronoun));
    if let Some(run) = runs.filter(|_| told).and_then(|i| (i + 1..i + 4).find_map(named_at)) {
        return Some(run);
    }
    let id = story.kind(firm).and_then(|k| story.knowledge.service_id(k))?;
    let operator = |p: Ix| story.providers.entities.get(p).and_then(|e| e.operator);
    let mut named = (0..frame.head).filter_map(|i| match s.item(i) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    });
    named.find(|&p| {
        id.as_str() == "home-care" && operator(p) == Some(firm) && story.kind(p) != story.kind(firm)
    })
}

/// False where the subject is a common noun that such a provider is not called by: "the home" of a firm, "the county's
/// ambulance service" after a hospital trust, "a women's prison in Stow" after another.
pub(super) fn is_called(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, provider: Ix) -> bool {
    const PREMISES: &[&str] =
        &["home", "school", "nursery", "hospital", "surgery", "prison", "jail", "college", "academy"];
    const ONE: &[&str] = &["a", "an", "another"];
    let subject = || frame.subject.clone();
    if subject().any(|i| super::runs_another(s, i)) {
        return false;
    }
    // "a nursery in Stow" is another's.
    let there = subject().find(|&i| {
        let near = i.saturating_sub(3)..i;
        let plain = |k: usize| s.is(k, Class::Other) || s.says(k, ONE);
        let article = near.clone().rev().take_while(|&k| plain(k)).find(|&k| s.says(k, ONE));
        s.says(i, PREMISES)
            && article.is_some_and(|k| {
                let told = s.says(k.wrapping_sub(1), &["as", "is", "was"]);
                k + 1 == i || !told && !matches!(s.item(k.wrapping_sub(1)), Some(Item::Stop(_)))
            })
            && s.says(i + 1, &["in", "near", "at", "nearby"])
    });
    let Some(last) = there.or(frame.subject.end.checked_sub(1)) else { return true };
    let kind = story.kind(provider).and_then(|k| story.knowledge.services().get(usize::from(k)));
    let Some(kind) = kind else { return true };
    let generic = |noun: &str| kind.generic.iter().any(|g| g == noun);
    let noun = s.says(last, PREMISES) && (there.is_some() || s.says(last.wrapping_sub(1), &["the"]));
    if noun && !generic(s.at(last)) {
        return false;
    }
    // "a women's prison in the same county": one of the kind, but not the one that was named.
    let article = there.is_some_and(|i| !s.says(i - 1, ONE));
    if article {
        return false;
    }
    // "a care home", "the county's ambulance service": what others alone are called.
    let first = s.chunks.get(last.wrapping_sub(1)).filter(|_| last > frame.subject.start);
    let whole = first.zip(s.chunks.get(last)).map(|(a, b)| story.text.at(a.span.cover(b.span)));
    let of_others = whole
        .filter(|w| !generic(w) && !generic(s.at(last)))
        .is_some_and(|w| story.knowledge.services().iter().any(|other| other.generic.iter().any(|g| g == w)));
    !of_others
}

/// A label that only one part of such a provider gets (a partnership for special needs, of a council) is that part's,
/// where the article names it.
pub(super) fn fitting(
    story: &Story<'_>,
    s: &Sentence<'_>,
    frame: &Frame,
    found: (Ix, Option<usize>),
) -> (Ix, Option<usize>) {
    let Some(Item::Label(label)) = s.item(frame.label) else { return found };
    let told = story.providers.within(s.span).iter().any(|m| m.provider == found.0);
    let form = story.labels.get(label).map(|l| l.ix).filter(|_| found.1.is_none() && !told);
    let part = form.zip(story.kind(found.0)).and_then(|(form, kind)| story.part_with_label(form, kind));
    let named = part.and_then(|part| story.nearest(s.span.start, |p| story.kind(p) == Some(part)));
    named.map_or(found, |p| (p, None))
}

/// "nobody told social services", "was referred to children's services": somebody is told, and nothing of the service.
fn in_passing(story: &Story<'_>, sentence: Span, service: Span) -> bool {
    let before = story.text.as_str().get(sentence.start..service.start).unwrap_or_default();
    let word = before.split_ascii_whitespace().next_back().unwrap_or_default();
    matches!(
        word,
        "told"
            | "to"
            | "by"
            | "from"
            | "with"
            | "alerted"
            | "alert"
            | "contacted"
            | "called"
            | "informed"
            | "involving"
    )
}

/// "the council's housing", "housing at the council": the service comes before every provider, or right after the first.
fn leads(story: &Story<'_>, sentence: Span, service: Span) -> bool {
    let first = story.providers.within(sentence).first();
    first.is_none_or(|p| p.span.start > service.start || p.span.end + 4 > service.start)
}
