//! An area in the article's own words: "how it treats its workforce", "the management of offenders". Which words around it
//! belong to it; what they mean the knowledge says. Knows no label.

use crate::fact::{Day, ScaleId};
use crate::find::words::Class;
use crate::knowledge::{Judged, Stems, Token};
use crate::relate::Standing;
use crate::relate::clause::{Chunk, Item, Sentence};
use crate::relate::frame::Target;
use crate::relate::story::{Known, Story};
use std::ops::Range;

/// So many items before the words of an area, and behind them, may belong to it.
const BEFORE: usize = 5;
const BEHIND: usize = 7;

/// What is known of a judgement whose area is asked for.
pub(crate) fn judged<'a>(
    story: &'a Story<'_>,
    body: Option<u16>,
    scale: Option<&'a Standing>,
    days: Option<(Day, Day)>,
    target: &Target,
) -> Judged<'a> {
    let kind = target.provider.and_then(|p| story.kind(p)).and_then(|k| story.knowledge.service_id(k));
    let part = target.service.and_then(|s| story.services.get(s));
    let scale_id: Option<&ScaleId> = scale.map(|s| &s.scale);
    Judged {
        body,
        framework: scale.and_then(|s| s.framework.as_ref()),
        scale: scale_id,
        services: [kind, part.and_then(|k| story.knowledge.service_of(k.ix))],
        on: days.map(|(first, _)| first).or(story.published),
    }
}

/// The target with the area that its words name with those around them, where they say more than the name found.
pub(crate) fn meant(story: &Story<'_>, s: &Sentence<'_>, target: Target, judged: &Judged<'_>) -> Target {
    let Some(core) = core(s, &target) else { return target };
    let worded = area(story, s, &target, core, judged);
    // "its benefits service" is an area, where the framework has it.
    let service = target.service.filter(|_| worded.is_none() || !is_bare_part(story, &target));
    Target { worded, service, ..target }
}

fn area(
    story: &Story<'_>,
    s: &Sentence<'_>,
    target: &Target,
    core: Range<usize>,
    judged: &Judged<'_>,
) -> Option<Known> {
    // "providing safe, effective and caring services"
    let leads = |i: usize| s.says(i, &["providing", "delivering", "offering"]);
    let first = (core.start.saturating_sub(BEFORE)..core.start)
        .rev()
        .take_while(|&i| joins(s, i) && !leads(i))
        .last();
    let last = (core.end..core.end + BEHIND).take_while(|&i| joins(s, i)).last();
    let first = first.unwrap_or(core.start);
    let last = last.map_or(core.end, |i| i + 1);
    // The words of each item, and where they begin: the stretches around the area share them.
    let mut words: Vec<Token<'_>> = Vec::new();
    let mut starts = vec![0];
    for chunk in s.chunks.get(first..last)? {
        words.extend(Token::all(story.text.at(chunk.span)));
        starts.push(words.len());
    }
    let within =
        |range: &Range<usize>| words.get(*starts.get(range.start - first)?..*starts.get(range.end - first)?);
    let stems = |range: &Range<usize>| {
        let span = s.chunks.get(range.start)?.span.cover(s.chunks.get(range.end.checked_sub(1)?)?.span);
        Some((span, Stems::each(within(range)?)))
    };
    // Where one of its words is in no name of an area, a stretch is none.
    let strange: Vec<usize> = (0..words.len()).filter(|&w| story.knowledge.is_strange(&words, w)).collect();
    let is_strange = |range: &Range<usize>| {
        let words = starts.get(range.start - first).zip(starts.get(range.end - first));
        words.is_some_and(|(from, to)| strange.iter().any(|w| (from..to).contains(&w)))
    };
    // What begins or ends with a word that means nothing says no more than what is shorter.
    let tells = |i: usize| within(&(i..i + 1)).is_some_and(|words| words.iter().any(|w| !w.small));
    let known = |range: Range<usize>| {
        if is_strange(&range) {
            return None;
        }
        let (span, mut stems) = stems(&range)?;
        // "housing and benefits" are two, "behaviour and attendance" is one.
        let row = range.len() > core.len() && range.clone().any(|i| parts(s, i));
        let name = |stems: Stems| Some((stems.kept, story.knowledge.area_worded(&stems, row, judged)?));
        let (kept, ix) = stems.find_map(name)?;
        Some((kept, Known { span, ix }))
    };
    // A name of the knowledge says itself which area it is, where the framework has it; so does a service.
    let name = target.aspect.and_then(|a| story.aspects.get(a));
    let named = name.and_then(|k| story.knowledge.area_id(k.ix, judged));
    let service = is_service(target) && !is_bare_part(story, target);
    let own = if service { None } else { known(core.clone()) };
    let least = match &own {
        Some((count, _)) => *count,
        None if service => stems(&core)?.1.next()?.kept,
        None => 0,
    };
    // "high needs" says as much as "students with high needs".
    let same = |known: &Known| named.is_some() && story.knowledge.area_id(known.ix, judged) == named;
    let around = (first..=core.start).flat_map(|from| (core.end..=last).map(move |to| from..to));
    let around = around
        .filter(|r| (r.start == core.start || tells(r.start)) && (r.end == core.end || tells(r.end - 1)));
    let wider = around.filter(|r| *r != core).filter_map(|r| Some((r.len(), known(r)?)));
    let longest = wider
        .filter(|(_, (count, known))| (*count > least || own.is_none() && !service) && !same(known))
        .max_by_key(|(len, (count, _))| (*count, std::cmp::Reverse(*len)));
    match longest {
        Some((_, (_, known))) => Some(known),
        None => own.map(|(_, known)| known).filter(|_| named.is_none()),
    }
}

/// The items that name the area so far.
fn core(s: &Sentence<'_>, target: &Target) -> Option<Range<usize>> {
    let at = |item: Item| s.chunks.iter().position(|c| c.item == item).map(|at| at..at + 1);
    if let Some(ix) = target.aspect {
        return at(Item::Aspect(ix));
    }
    if let Some(span) = target.unknown {
        let inside = |c: &Chunk| span.contains(c.span);
        let first = s.chunks.iter().position(inside)?;
        return Some(first..s.chunks.iter().rposition(inside)? + 1);
    }
    at(Item::Service(target.service?))
}

/// True where a service is all that is judged.
fn is_service(target: &Target) -> bool {
    target.service.is_some() && target.aspect.is_none() && target.unknown.is_none()
}

/// "benefits service": a part of a provider that the knowledge has no id for.
fn is_bare_part(story: &Story<'_>, target: &Target) -> bool {
    let part = target.service.and_then(|s| story.services.get(s));
    is_service(target) && part.is_some_and(|k| story.knowledge.service_of(k.ix).is_none())
}

/// True for what the words of an area may go on over.
fn joins(s: &Sentence<'_>, at: usize) -> bool {
    const WORDS: &[Class] = &[
        Class::Other,
        Class::Prep,
        Class::Det,
        Class::Possessive,
        Class::Improve,
        Class::Keep,
        Class::Filler,
    ];
    s.is_any(at, WORDS) || parts(s, at) || matches!(s.item(at), Some(Item::Aspect(_) | Item::Service(_)))
}

/// True for what joins the members of a row, and the words of one name.
fn parts(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["and", "&"]) || s.item(at) == Some(Item::Stop(','))
}
