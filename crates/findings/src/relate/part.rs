//! What a judgement is of: the part of a provider and the area, by what they are and not by their words. Knows no label
//! and no date.

use crate::fact::ServiceId;
use crate::find::words::Class;
use crate::relate::Draft;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Frame, Target};
use crate::relate::story::Story;
use crate::text::Span;

/// The service and the area of a judgement, by what they are and not by their words.
pub(super) fn thing(story: &Story<'_>, body: Option<u16>, target: &Target) -> (Option<u16>, Option<String>) {
    let service = target.service.and_then(|s| story.services.get(s));
    let service = service.map(|k| story.knowledge.first_name_of_service(k.ix));
    let area = story.area(target).map(|k| {
        let own = body.and_then(|b| story.knowledge.aspect_of_body(k.ix, b, story.published));
        let id = own.or_else(|| story.knowledge.aspect_of(k.ix, None));
        let id = id.filter(|_| !story.knowledge.is_part_of_aspect(k.ix));
        id.map_or_else(|| story.text.at(k.span).to_lowercase(), |id| id.as_str().to_owned())
    });
    (service, area.or_else(|| target.unknown.map(|span| story.text.at(span).to_lowercase())))
}

/// "its refuse collection service", "the parks department": a part of the one judged, and no area.
pub(super) fn is_unit(story: &Story<'_>, target: &Target) -> bool {
    let part = target.service.and_then(|s| story.services.get(s));
    let named = part.filter(|k| story.knowledge.service_of(k.ix).is_none()).map(|k| k.span);
    // "Marle, whose department moved up": the service that the article is about.
    let alone = |span: &Span| !story.text.at(*span).contains(' ');
    let unknown = target.unknown.filter(|span| target.service.is_none() || alone(span));
    let own = unknown.or(named).filter(|_| target.aspect.is_none() && target.worded.is_none());
    let last = own.and_then(|span| story.text.at(span).split_whitespace().next_back());
    last.is_some_and(|w| UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(w)))
}

/// What a part of a provider is called.
const UNITS: &[&str] = &[
    "service", "department", "unit", "ward", "team", "centre", "division", "wing", "departments", "units",
    "wards", "teams", "centres",
];

/// The part of a provider that a judgement is of, where the knowledge knows it by an id: "widespread and/or systemic
/// failings" are of one part of a council alone.
pub(super) fn part(story: &Story<'_>, form: u16, target: &Target) -> Option<ServiceId> {
    let known = story.knowledge;
    let named = target.service.and_then(|s| story.services.get(s)).and_then(|k| known.service_of(k.ix));
    let own = || known.service_of_statement(form, known.service_id(story.kind(target.provider?)?)?);
    named.or_else(own).cloned()
}

/// "services for children with special needs": not all of the children's services, where the label is of one part alone.
pub(super) fn narrowed(story: &Story<'_>, form: u16, target: Target) -> Target {
    let kind = target.provider.and_then(|p| story.kind(p)).and_then(|k| story.knowledge.service_id(k));
    let own = kind.and_then(|kind| story.knowledge.service_of_statement(form, kind));
    let named = target.service.and_then(|s| story.services.get(s)).map(|k| story.knowledge.service_of(k.ix));
    let other = own.is_some() && named.is_some_and(|n| n != own);
    Target { service: target.service.filter(|_| !other), ..target }
}

/// "Safety was poor. It had been good in 2018.": on a scale for areas alone "it" is the area told of before.
pub(super) fn of_that_area(
    story: &Story<'_>,
    s: &Sentence<'_>,
    frame: &Frame,
    drafts: &[Draft],
    draft: Draft,
) -> Draft {
    // "Three years on, the service has moved to good"
    let pronoun = |i: usize| {
        let moved = frame.rule.starts_with("moved") && matches!(s.item(i), Some(Item::Provider(_)));
        moved || s.is(i, Class::Pronoun) && s.says(i, &["it", "they"])
    };
    let open = draft.target.aspect.is_none() && draft.target.unknown.is_none() && frame.listed.is_empty();
    // "weak for leadership and good overall"
    let overall = s.says(frame.label + 1, &["overall"]);
    if !open || overall || !has_no_overall(story, &draft) {
        return draft;
    }
    let here = |i: usize| match s.item(i) {
        Some(Item::Aspect(ix)) => Some(ix),
        _ => None,
    };
    let at = story.text.sentence_at(s.span.start);
    let mut named = frame.subject.clone().chain(frame.object.clone());
    let aspect = if named.any(pronoun) {
        let before = |d: &&Draft| {
            d.target.provider == draft.target.provider && at <= story.text.sentence_at(d.span.start) + 2
        };
        // Of one area alone: "graded it weak for care and staffing. In 2021 it was graded four" is of the whole.
        let told = || {
            let mut areas = drafts.iter().rev().filter(before).filter(|d| d.thing.1.is_some());
            let first = areas.next()?;
            let only = areas.all(|d| d.thing.1 == first.thing.1);
            first.target.aspect.filter(|_| only)
        };
        let area = (0..frame.subject.start).rev().find_map(here).or_else(told);
        area.or_else(|| carried(story, at, drafts, &draft.target))
    } else {
        let own = draft.scale.as_ref().is_some_and(|scale| scale.about.is_some());
        let whole = (0..s.chunks.len()).any(|i| s.says(i, &["overall"]) || here(i).is_some());
        let part = draft.target.service.is_some();
        let one = || if frame.rule.starts_with("rated") { only_area(story, at) } else { None };
        // "HMP Ash was poor for safety. HMP Elm was rated good": of the whole, as far as anyone can tell.
        let kept = s.is_any(frame.head, &[Class::Keep, Class::Stay, Class::Receive]);
        let carried = || carried(story, at, drafts, &draft.target).filter(|_| kept);
        if whole || own || part { None } else { one().or_else(carried) }
    };
    let target = Target { aspect, ..draft.target };
    Draft { thing: thing(story, draft.body, &target), target, ..draft }
}

/// "Marle Police was rated good for efficiency. Ely Police kept its top grade": the one area that all grades so far are for,
/// for another provider right after them.
pub(super) fn carried(story: &Story<'_>, at: usize, drafts: &[Draft], target: &Target) -> Option<usize> {
    const REACH: usize = 2;
    let free = target.aspect.is_none() && target.unknown.is_none() && target.worded.is_none();
    if let Some(area) = only_area(story, at).filter(|_| free && !target.inferred) {
        return Some(area);
    }
    let last = drafts.last().filter(|d| at <= story.text.sentence_at(d.span.start) + REACH)?;
    let other = target.provider.is_some() && target.provider != last.target.provider && !target.inferred;
    let one = last.thing.1.is_some() && drafts.iter().all(|d| d.thing.1 == last.thing.1);
    last.target.aspect.filter(|_| free && other && one)
}

/// "16 of the 20 were poor for safety. HMP Marle was the only one to be rated good.": the one area that the grades of the
/// sentence before are for.
fn only_area(story: &Story<'_>, at: usize) -> Option<usize> {
    let span = *story.text.sentences.get(at.checked_sub(1)?)?;
    let from = story.labels.partition_point(|l| l.span.start < span.start);
    story.labels.get(from).filter(|l| l.span.end <= span.end)?;
    // What one provider got is no other's.
    if !story.providers.within(span).is_empty() {
        return None;
    }
    let first = story.aspects.partition_point(|k| k.span.start < span.start);
    let mut areas = story.aspects[first..].iter().take_while(|k| k.span.end <= span.end);
    let one = areas.next()?;
    areas.all(|k| k.ix == one.ix).then_some(first)
}

/// True for a grade on a scale that is given for areas alone.
pub(super) fn has_no_overall(story: &Story<'_>, draft: &Draft) -> bool {
    let scale =
        draft.scale.as_ref().and_then(|of| story.knowledge.scales().iter().find(|s| s.id == of.scale));
    scale.is_some_and(|s| !s.overall)
}
