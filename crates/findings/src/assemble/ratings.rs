//! Merges judgements that were told twice and writes them out.

use crate::assemble::{Order, Place, id};
use crate::fact::{Aspect, Change, Day, Note, Part, Rating, Rule, Service};
use crate::relate::Draft;
use crate::relate::in_words::judged;
use crate::relate::standing::is_letter;
use crate::relate::story::Story;
use crate::text::beside::distinctive;

/// The ratings of an article, each told once, in the order of their labels.
pub(crate) fn write(
    place: &Place<'_>,
    story: &Story<'_>,
    order: &Order,
    drafts: Vec<Draft>,
    notes: &mut Vec<Note>,
) -> Vec<Rating> {
    let mut out: Vec<(Rating, Option<Days>, How)> = Vec::new();
    for draft in drafts {
        let told = How { whole: draft.whole, named: !draft.target.inferred };
        let (note, days) = (note(&draft), draft.days);
        let mut rating = one(place, story, order, draft);
        let again = |(r, d, h): &&mut (Rating, Option<Days>, How)| {
            told_twice(story, r, &rating)
                && same_visit((r, *d), (&rating, days))
                && !whole_and_part((r, *h), (&rating, told))
        };
        match out.iter_mut().find(again) {
            Some((known, known_days, _)) => {
                // "in the past 18 months" is when the visit was told of, not another one.
                if days.zip(*known_days).is_some_and(|(here, known)| within(known, here)) {
                    rating.inspected = None;
                } else if days.is_some() && known_days.is_some() {
                    (known.inspected, *known_days) = (None, days);
                }
                merge(story, known, rating);
            }
            None => {
                notes.extend(note);
                out.push((rating, days, told));
            }
        }
    }
    out.into_iter().map(|(rating, ..)| rating).collect()
}

/// First and last.
type Days = (Day, Day);

fn within(inner: Days, outer: Days) -> bool {
    outer.0 <= inner.0 && inner.1 <= outer.1
}

/// The same visit, as far as their dates tell: one may be told as the week or the year that the other falls in.
fn same_visit(a: (&Rating, Option<Days>), b: (&Rating, Option<Days>)) -> bool {
    let nested = a.1.zip(b.1).is_some_and(|(a, b)| within(a, b) || within(b, a));
    nested || a.0.inspected.is_none() || b.0.inspected.is_none() || a.0.inspected == b.0.inspected
}

/// How a judgement was told.
#[derive(Clone, Copy)]
struct How {
    /// "good overall".
    whole: bool,
    /// With the provider's name or noun.
    named: bool,
}

/// "Good overall" and a good ward are two judgements; so are "the hospital's rating went up to good" and "surgery at the
/// hospital was upgraded to good", where both name the hospital.
fn whole_and_part(a: (&Rating, How), b: (&Rating, How)) -> bool {
    let part = |r: &Rating| r.service.as_ref().is_some_and(|s| s.id.is_none());
    let named = a.1.named && b.1.named;
    let of = |whole: (&Rating, How), other: &Rating| {
        (whole.1.whole || named) && whole.0.service.is_none() && part(other)
    };
    of(a, b.0) || of(b, a.0)
}

/// What a judgement leaves open.
fn note(draft: &Draft) -> Option<Note> {
    let message = match (draft.target.provider, draft.open) {
        (None, _) => "a judgement with no provider in sight".to_owned(),
        (_, true) => format!("`{}` is on no scale known to be in force here", draft.label),
        _ => return None,
    };
    Some(Note { message, span: draft.span, text: String::new(), part: Part::Text })
}

fn one(place: &Place<'_>, story: &Story<'_>, order: &Order, draft: Draft) -> Rating {
    let (part, span, text) = place.at(draft.span);
    let service = draft
        .target
        .service
        .and_then(|s| story.services.get(s))
        .map(|k| Service { id: story.knowledge.service_of(k.ix).cloned(), text: place.at(k.span).2 });
    let unit = draft.target.unknown.filter(|_| draft.unit);
    let service = service.or_else(|| unit.map(|span| Service { id: None, text: place.at(span).2 }));
    let judged = judged(story, draft.body, draft.scale.as_ref(), draft.days, &draft.target);
    let aspect = story
        .area(&draft.target)
        .map(|k| Aspect { id: story.knowledge.area_id(k.ix, &judged).cloned(), text: place.at(k.span).2 });
    let unknown =
        draft.target.unknown.filter(|_| !draft.unit).map(|span| Aspect { id: None, text: place.at(span).2 });
    let about = draft.scale.as_ref().and_then(|s| s.about.clone()).map(|(id, text)| Aspect { id, text });
    let aspect = match aspect.or(unknown) {
        // "G1 and V1 for governance and viability": each letter is of its own.
        Some(told) if is_letter(&draft.label) && !is_standard(story, &told) => {
            Some(about.filter(|a| a.id != told.id).unwrap_or(told))
        }
        told => told.or(about),
    };
    let dated = story.published.is_some() || draft.days.is_some();
    Rating {
        provider: draft.target.provider.and_then(|p| id(order, p)),
        service,
        body: draft.body.and_then(|b| story.knowledge.bodies().get(usize::from(b))).map(|b| b.id.clone()),
        // Without any date several editions could have been in force: label and rank stand, the edition stays open.
        framework: draft.scale.as_ref().filter(|_| dated).and_then(|s| s.framework.clone()),
        scale: draft.scale.as_ref().filter(|_| dated).map(|s| s.scale.clone()),
        aspect,
        label: draft.label,
        rank: draft.scale.as_ref().map(|s| s.rank),
        of: draft.scale.as_ref().map(|s| s.of),
        status: draft.status,
        change: draft.change.map(|(direction, from)| Change { direction, from, basis: draft.basis }),
        inspected: draft.inspected,
        published: draft.published,
        attribution: draft.attribution,
        basis: draft.basis,
        rule: Rule::new(draft.rule),
        mentions: vec![place.clause(draft.clause)],
        span,
        text,
        part,
    }
}

/// The same judgement in other words or at another place.
fn told_twice(story: &Story<'_>, a: &Rating, b: &Rating) -> bool {
    let same_service = || match (&a.service, &b.service) {
        (Some(x), Some(y)) => {
            x.id.is_some() && x.id == y.id
                || x.text.eq_ignore_ascii_case(&y.text)
                || x.id == y.id && story.knowledge.same_part(&x.text, &y.text)
        }
        _ => true,
    };
    let same_aspect = || match (&a.aspect, &b.aspect) {
        (Some(x), Some(y)) => match (&x.id, &y.id) {
            // "court disposals" are none of the "out-of-court disposals".
            (Some(x), Some(y)) => x == y,
            _ => same_words(&x.text, &y.text),
        },
        (None, None) => true,
        _ => is_letter(&a.label),
    };
    let same_provider = a.provider == b.provider || a.provider.is_none() || b.provider.is_none();
    same_provider
        && a.body == b.body
        && a.label == b.label
        && a.status == b.status
        && same_service()
        && same_aspect()
}

/// "C3 for safety and quality": an area that a framework names without a scale of its own.
fn is_standard(story: &Story<'_>, told: &Aspect) -> bool {
    let Some(id) = &told.id else { return false };
    let mut named = story.knowledge.frameworks().iter().flat_map(|f| &f.aspects).filter(|a| a.id == *id);
    named.clone().next().is_some() && named.all(|a| a.scale.is_none())
}

/// True where the words of one all stand in the other: "children in care", "children in the town's care".
fn same_words(a: &str, b: &str) -> bool {
    let (a, b) = (distinctive(a), distinctive(b));
    let within = |x: &[String], y: &[String]| !x.is_empty() && x.iter().all(|w| y.contains(w));
    within(&a, &b) || within(&b, &a)
}

fn merge(story: &Story<'_>, known: &mut Rating, again: Rating) {
    if again.basis < known.basis {
        (known.basis, known.rule) = (again.basis, again.rule);
    }
    known.mentions.extend(again.mentions);
    known.mentions.sort();
    known.mentions.dedup();
    known.provider = known.provider.take().or(again.provider);
    // "A&E" of a headline is the "urgent and emergency care" of the story.
    let longer = |a: &Service, b: &Service| if b.text.len() > a.text.len() { b.clone() } else { a.clone() };
    known.service = match (known.service.take(), again.service) {
        (Some(a), Some(b)) => Some(longer(&a, &b)),
        (a, b) => a.or(b),
    };
    if known.change.as_ref().is_none_or(|c| c.from.is_none()) {
        known.change = again.change.or(known.change.take());
    }
    // "weak for care", and further down "for quality of services": by its own name.
    let named = |a: &Aspect, b: &Aspect| a.id == b.id && !is_official(story, a) && is_official(story, b);
    let better = known.aspect.as_ref().zip(again.aspect.as_ref()).is_some_and(|(a, b)| named(a, b));
    if better || known.aspect.as_ref().is_none_or(|a| a.id.is_none()) {
        known.aspect = again.aspect.or(known.aspect.take());
    }
    known.inspected = known.inspected.take().or(again.inspected);
    known.published = known.published.take().or(again.published);
}

/// True for an area by the name that its framework gives it.
fn is_official(story: &Story<'_>, told: &Aspect) -> bool {
    let Some(id) = &told.id else { return false };
    let mut named = story.knowledge.frameworks().iter().flat_map(|f| &f.aspects).filter(|a| a.id == *id);
    named.any(|a| a.name.eq_ignore_ascii_case(&told.text))
}
