//! Judgements and their neighbours, as sieves from the most certain to the least. `story`, `clause`, `phrase` and
//! `frame` are plain things that the others read; no relation knows another. This page puts them together: for
//! each frame its targets, its body, the scale in force and its dates.

pub(crate) mod clause;
pub(crate) mod date_role;
pub(crate) mod frame;
pub(crate) mod judgement;
pub(crate) mod measure;
pub(crate) mod money_role;
pub(crate) mod phrase;
pub(crate) mod status;
pub(crate) mod story;
pub(crate) mod tally;
pub(crate) mod target;
pub(crate) mod visit;

use crate::fact::{AspectId, Attribution, Basis, Day, Direction, Edtf, FrameworkId, ScaleId, Status};
use crate::knowledge::{Ask, Framework, InForce};
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;
use crate::relate::target::Target;
use crate::relate::visit::When;
use crate::resolve::provider::Ix;
use crate::text::Span;
use std::collections::HashMap;

/// A judgement before it is merged and written out.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) target: Target,
    /// Index into the knowledge's bodies.
    pub(crate) body: Option<u16>,
    pub(crate) label: String,
    pub(crate) scale: Option<Standing>,
    pub(crate) status: Status,
    pub(crate) change: Option<(Direction, Option<String>)>,
    pub(crate) inspected: Option<Edtf>,
    pub(crate) published: Option<Edtf>,
    pub(crate) days: Option<(Day, Day)>,
    pub(crate) attribution: Attribution,
    pub(crate) basis: Basis,
    pub(crate) rule: &'static str,
    pub(crate) span: Span,
    pub(crate) clause: Span,
    /// Where no scale in force has the label.
    pub(crate) open: bool,
}

/// The scale that a label stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) scale: ScaleId,
    pub(crate) framework: Option<FrameworkId>,
    pub(crate) label: String,
    pub(crate) rank: u8,
    pub(crate) of: u8,
    /// The aspect that the scale is for, where it is for one alone: "capacity to improve".
    pub(crate) aspect: Option<(AspectId, String)>,
}

/// Every judgement of the article, in order of their labels.
pub(crate) fn ratings(story: &Story<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut next = 0;
    while let Some(label) = story.labels.get(next) {
        let at = story.text.sentence_at(label.span.start);
        let Some(&span) = story.text.sentences.get(at) else { break };
        next += story.labels[next..].iter().take_while(|l| l.span.start < span.end).count().max(1);
        let sentence = story.sentence(span);
        for frame in judgement::frames(story, &sentence) {
            if counts_others(&sentence, &frame) {
                continue;
            }
            let Some(status) = status::read(story, &sentence, &frame) else { continue };
            for target in target::read(story, &sentence, &frame) {
                drafts.extend(draft(story, &sentence, at, &frame, status, target));
            }
        }
    }
    age(&mut drafts);
    drafts
}

/// "24% of 87 authorities were rated inadequate": a count of others, not one provider's judgement.
fn counts_others(s: &Sentence<'_>, frame: &Frame) -> bool {
    let subject = frame.subject.clone().chain(frame.object.clone());
    let named = subject.clone().chain(frame.listed.iter().copied()).any(|i| s.chunks[i].is_target());
    let counted = subject.clone().any(|i| matches!(s.item(i), Some(Item::Number(_))) || s.is(i, crate::find::words::Class::All));
    counted && !named
}

fn draft(story: &Story<'_>, s: &Sentence<'_>, at: usize, frame: &Frame, status: Status, target: Target) -> Option<Draft> {
    let chunk = s.chunks.get(frame.label)?;
    let Item::Label(ix) = chunk.item else { return None };
    let form = story.labels.get(ix)?.ix;
    let mut when = visit::own(story, s, frame, status);
    let body = body(story, s, frame, &target, form, &when);
    if matches!(status, Status::Awarded | Status::Provisional | Status::UnderAppeal) {
        visit::inherit(story, &mut when, at, body, target.provider);
    }
    let scale = settle(story, form, body, &target, &when);
    let canonical = scale.as_ref().map(|s| s.label.clone());
    let label = canonical.unwrap_or_else(|| s.at(frame.label).to_lowercase());
    let change = frame.change.map(|(direction, from)| (direction, from.and_then(|f| label_of(story, s, f, body, &target, &when))));
    let kept = keeps(s, frame).then(|| (Direction::Same, Some(label.clone())));
    Some(Draft {
        open: scale.is_none(),
        attribution: status::attribution(story, s, frame),
        basis: if target.inferred && frame.basis == Basis::Stated && target.provider.is_none() { Basis::Inferred } else { frame.basis },
        span: chunk.span,
        clause: clause_span(s, frame),
        rule: frame.rule,
        change: change.or(kept.filter(|_| status == Status::Awarded)),
        inspected: when.inspected,
        published: when.published,
        days: when.days,
        target,
        body,
        label,
        scale,
        status,
    })
}

/// "retained", "remains", "again": as before.
fn keeps(s: &Sentence<'_>, frame: &Frame) -> bool {
    use crate::find::words::Class;
    let group = frame.head.saturating_sub(3)..frame.label;
    s.is_any(frame.head, &[Class::Keep, Class::Stay]) || group.clone().any(|i| s.is(i, Class::Again))
}

fn label_of(story: &Story<'_>, s: &Sentence<'_>, at: usize, body: Option<u16>, target: &Target, when: &When) -> Option<String> {
    let Some(Item::Label(ix)) = s.item(at) else { return None };
    let form = story.labels.get(ix)?.ix;
    let scale = settle(story, form, body, target, when);
    Some(scale.map_or_else(|| s.at(at).to_lowercase(), |s| s.label))
}

/// The stretch from the first argument of a frame to its last.
fn clause_span(s: &Sentence<'_>, frame: &Frame) -> Span {
    let first = [frame.subject.clone().next(), Some(frame.head), Some(frame.label)].into_iter().flatten().min().unwrap_or(frame.label);
    let last = frame.end.max(frame.label + 1).min(s.chunks.len()) - 1;
    let start = s.chunks.get(first).map_or(s.span.start, |c| c.span.start);
    Span::new(start, s.chunks.get(last).map_or(s.span.end, |c| c.span.end).max(start))
}

/// The levels that a label's form can stand for here.
fn levels<'a>(story: &'a Story<'_>, form: u16, body: Option<u16>, target: &Target, when: &When) -> Vec<InForce<'a>> {
    let known = story.knowledge;
    let ask = Ask {
        body: body.and_then(|b| known.body_id(b)),
        kind: target.provider.and_then(|p| story.kind(p)).and_then(|k| known.service_id(k)),
        service: target.service.and_then(|s| story.services.get(s)).and_then(|s| known.service_of(s.ix)),
        aspect: target.aspect.and_then(|a| story.aspects.get(a)).and_then(|a| known.aspect_of(a.ix, None)),
        on: when.days,
        published: story.published,
        ..Ask::default()
    };
    let found = known.levels_of(form, &ask);
    if found.is_empty() && ask.service.is_some() {
        // A service without a scale of its own is judged on its provider's.
        return known.levels_of(form, &Ask { service: None, ..ask });
    }
    found
}

/// The scale that the label stands on, where all that could be agree on label, rank and length.
fn settle(story: &Story<'_>, form: u16, body: Option<u16>, target: &Target, when: &When) -> Option<Standing> {
    let found = levels(story, form, body, target, when);
    let best = found.first()?;
    let agreed = found.iter().all(|f| f.label == best.label && f.rank == best.rank && f.of == best.of);
    let alone = |f: &Framework| {
        f.aspects.iter().find(|a| a.scale.as_ref() == Some(&best.scale.id)).map(|a| (a.id.clone(), a.name.clone()))
    };
    let aspect = if best.overall { None } else { best.framework.and_then(alone) };
    agreed.then(|| Standing {
        scale: best.scale.id.clone(),
        framework: best.framework.map(|f| f.id.clone()),
        label: best.label.to_owned(),
        rank: best.rank,
        of: best.of,
        aspect,
    })
}

/// Whose judgement it is: of the bodies of the sentence, then of those named nearest around it, the first that
/// has such a label for such a provider.
fn body(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, target: &Target, form: u16, when: &When) -> Option<u16> {
    let mut candidates: Vec<u16> = Vec::new();
    let mut push = |b: u16| {
        if !candidates.contains(&b) {
            candidates.push(b);
        }
    };
    let mut inside: Vec<usize> = (0..s.chunks.len()).filter(|&i| matches!(s.item(i), Some(Item::Body(_)))).collect();
    inside.sort_by_key(|&i| i.abs_diff(frame.label));
    for i in inside {
        if let Some(Item::Body(m)) = s.item(i) {
            story.bodies.get(m).into_iter().for_each(|m| push(m.body));
        }
    }
    let split = story.bodies.partition_point(|m| m.span.start < s.span.start);
    story.bodies[..split].iter().rev().for_each(|m| push(m.body));
    story.bodies[split..].iter().for_each(|m| push(m.body));
    let has_label = |b: &&u16| !levels(story, form, Some(**b), target, when).is_empty();
    if let Some(body) = candidates.iter().find(has_label) {
        return Some(*body);
    }
    let kind = target.provider.and_then(|p| story.kind(p));
    candidates.iter().copied().find(|b| kind.is_some_and(|k| story.knowledge.inspects(*b, k)))
}

/// Of two judgements of one provider by one body, the one of the older visit is a memory.
fn age(drafts: &mut [Draft]) {
    let mut newest: HashMap<(Option<Ix>, Option<u16>), Day> = HashMap::new();
    for d in drafts.iter().filter(|d| d.status == Status::Awarded) {
        if let Some((first, _)) = d.days {
            let day = newest.entry((d.target.provider, d.body)).or_insert(first);
            *day = first.max(*day);
        }
    }
    for d in drafts.iter_mut().filter(|d| d.status == Status::Awarded) {
        let newer = newest.get(&(d.target.provider, d.body));
        if d.days.zip(newer).is_some_and(|((_, last), newer)| *newer > last) {
            d.status = Status::Previous;
        }
    }
}
