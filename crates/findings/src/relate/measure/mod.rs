//! Enforcement: special measures, notices, breaches, closures, and what was done with them. Knows no label.
//!
//! *What it finds*: the name of a measure, or a verb that tells one, with the words that say what was done with it.
//! *What it leaves alone*: a name without such words, witnesses' special measures, a planning appeal, and every
//! measure of an article in which no body inspects such a provider.

mod admissions;
mod again;
mod breach;
mod challenge;
mod condition;
mod court;
mod deed;
mod draft;
mod found;
mod governed;
mod handover;
mod line;
mod mode;
mod next;
mod noun;
mod power;
mod quoted;
mod recall;
mod register;
mod state;
mod telling;
mod verb;
mod waking;
mod when;
mod who;

use crate::fact::{Action, MeasureKind, RegimeId};
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::resolve::provider::Ix;
use crate::scan::Scan;
use crate::text::Span;
use found::Found;
use line::Line;
use state::Told;
use telling::{begins, tells};
use verb::Ordered;

/// A measure before it is merged and written out.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) provider: Option<Ix>,
    /// Index into the knowledge's bodies.
    pub(crate) body: Option<u16>,
    /// Who issued it, where that is another: index into the bodies, and where it stands.
    pub(crate) issuer: Option<(Option<u16>, Span)>,
    pub(crate) kind: MeasureKind,
    /// Index into the knowledge's names of measures.
    name: Option<u16>,
    pub(crate) regime: Option<RegimeId>,
    pub(crate) action: Action,
    pub(crate) count: Option<u64>,
    /// Index into the story's dates.
    pub(crate) date: Option<usize>,
    pub(crate) span: Span,
    pub(crate) clause: Span,
    pub(crate) rule: &'static str,
}

/// Every measure of the article, in order. No fact comes from page furniture.
pub(crate) fn read(story: &Story<'_>, scan: &Scan<'_>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::new();
    if story.bodies.is_empty() && !story.measures.iter().any(|m| has_one_body(story, m.ix)) {
        return out;
    }
    let only = recall::only_notice(story);
    let (mut next, mut ordered): (usize, Option<(usize, MeasureKind)>) = (0, None);
    let mut state: Option<(usize, Told)> = None;
    let mut orders: Vec<(usize, Told)> = Vec::new();
    for (ix, &span) in story.text.sentences.iter().enumerate() {
        let named = story.measures[next..].iter().take_while(|m| m.span.start < span.end).count();
        next += named;
        let told = state.filter(|(at, _)| ix - at <= 2).map(|(_, told)| told);
        let last = orders.last().copied();
        let just = last.filter(|(at, _)| ix == at + 1).map(|(_, told)| told);
        let near = last.is_some_and(|(at, _)| ix <= at + 2);
        // "The notice" may be told of far above; "the ban" and "the conditions" are everyday words.
        let meant = |(at, told): &(usize, Told)| {
            (ix - at <= 6 || recall::answers("notice", told.kind)).then_some(*told)
        };
        let noticed = || only.into_iter().chain(orders.iter().filter_map(meant));
        let may_tell = || tells(scan, span) && waking::may_tell(scan, span, noticed().next().is_some());
        if named == 0 && told.is_none() && !near && !may_tell() {
            continue;
        }
        let s = story.sentence(span);
        let recent = ordered
            .map(|(o, kind)| Ordered { kind, recent: ix - o <= 3 && kind != MeasureKind::ComplianceNotice });
        let before = out.len();
        let noticed: Vec<Told> = noticed().collect();
        let read = sentence(story, &s, ix, recent, (told, &noticed, just), &out);
        let told_again = |d: &Draft| said_before(&out, d);
        let read: Vec<Draft> =
            read.into_iter().filter(|d| !scan.leaves_out(d.span) && !told_again(d)).collect();
        out.extend(read);
        if let Some(shut) = out[before..].iter().rev().find(|d| shuts(d.kind, d.action)) {
            ordered = Some((ix, shut.kind));
        }
        // What is named is told, whatever was done with it: "after a year in special measures".
        let named = story.measures[next - named..next].iter().rev();
        let named =
            named.filter_map(|m| Some(Told { kind: story.knowledge.measure_kind(m.ix)?, name: Some(m.ix) }));
        let last = out[before..].iter().rev().find(|d| deed::is_state(d.kind));
        let last = last.map(|d| Told { kind: d.kind, name: d.name });
        let last = last.or_else(|| named.clone().find(|t| deed::is_state(t.kind)));
        state = last.map(|told| (ix, told)).or(state);
        let last = out[before..].iter().rev().find(|d| recall::is_order(d.kind));
        let last = last.map(|d| Told { kind: d.kind, name: d.name });
        let last = last.or_else(|| named.clone().find(|t| recall::is_order(t.kind)));
        orders.extend(last.map(|told| (ix, told)));
    }
    out
}

/// "…, which means it cannot take anyone new": where the ban was said to stay in place, it explains it.
fn said_before(told: &[Draft], draft: &Draft) -> bool {
    let bans = |d: &Draft| d.kind == MeasureKind::AdmissionsStop && d.provider == draft.provider;
    let on = told.iter().any(|d| bans(d) && d.action == Action::Continued);
    bans(draft) && on && draft.action == Action::Imposed && draft.date.is_none()
}

/// An urgent notification is the prison inspectorate's, whether the article names it or not.
fn has_one_body(story: &Story<'_>, name: u16) -> bool {
    story.knowledge.measure_kind(name) == Some(MeasureKind::UrgentNotification)
}

/// What shuts a provider, until it may open again.
fn shuts(kind: MeasureKind, action: Action) -> bool {
    use MeasureKind::{Cancellation, Closure, ComplianceNotice, Suspension};
    matches!(kind, Closure | Cancellation | Suspension | ComplianceNotice) && action == Action::Imposed
}

fn sentence(
    story: &Story<'_>,
    s: &Sentence<'_>,
    ix: usize,
    ordered: Option<Ordered>,
    (before, noticed, just): (Option<Told>, &[Told], Option<Told>),
    told: &[Draft],
) -> Vec<Draft> {
    let words = story.text.at(s.span).trim_end_matches(['"', '”', '’', '\'', ' ']);
    let l = Line::new(s, !words.ends_with(['.', '!', '?', ':', ',']));
    let mut found: Vec<Found> = Vec::new();
    // "was put into it in 2017 and came out two years later": told in the sentence itself, too.
    let here = |found: &[Found]| {
        let last = found.iter().rev().find(|f| deed::is_state(f.kind));
        last.map(|f| Told { kind: f.kind, name: f.name })
    };
    // "…, which has spent two years in special measures, has been told it can leave the regime": only named so far.
    let mut named: Option<Told> = None;
    let inspectors_speak = || speak(story, ix);
    let near_inspection = || {
        let last = told.last().map(|d| story.text.sentence_at(d.span.start));
        last.is_some_and(|at| at + 3 >= ix) || beside_inspection(story, ix)
    };
    // What was applied for just before: "The sheriff granted the order."
    let applied = |d: &&Draft| {
        d.action == Action::Proposed
            && matches!(d.kind, MeasureKind::Cancellation | MeasureKind::Closure)
            && story.text.sentence_at(d.span.start) + 4 > ix
    };
    let sought = told.iter().rev().find(applied).map(|d| d.kind);
    let sent = told.iter().any(|d| d.kind == MeasureKind::Commissioner);
    let failing = story
        .measures
        .iter()
        .any(|m| story.knowledge.measure_kind(m.ix) == Some(MeasureKind::SpecialMeasures));
    for at in 0..l.len() {
        match s.item(at) {
            Some(Item::Measure(m)) => {
                let Some(name) = story.measures.get(m).map(|m| m.ix) else { continue };
                match story.knowledge.measure_kind(name) {
                    Some(MeasureKind::Breach) => found.extend(breach::read(&l, at, name)),
                    Some(kind) => found.extend(noun::read(&l, at, kind, Some(name))),
                    None => {}
                }
                let state = story.knowledge.measure_kind(name).filter(|&k| deed::is_state(k));
                named = state.map(|kind| Told { kind, name: Some(name) }).or(named);
            }
            Some(Item::Provider(_) | Item::Group(_) | Item::Service(_) | Item::Aspect(_)) => {
                // "a team", "complaints": words of their own that also name a service or an aspect.
                found.extend(power::read(&l, at, failing).or_else(|| challenge::read(&l, at)));
                found.extend(condition::read(&l, at));
            }
            // "severe maladministration" is what an ombudsman calls it, and a complaint upheld.
            Some(Item::Label(_)) if l.w(at).ends_with("maladministration") => {
                found.extend(challenge::read(&l, at));
            }
            Some(Item::Word(_)) => {
                // Every reader below but those of what was told before begins with one of these words.
                let tells = begins(l.w(at)) || l.says(at, &["moratorium", "freeze"]);
                if !tells && !recall::recalls(l.w(at)) {
                    continue;
                }
                if tells {
                    found.extend(condition::read(&l, at));
                    found.extend(condition::warned(story, &l, at));
                    found.extend(quoted::read(&l, at));
                    found.extend(state::unnamed(&l, at));
                }
                let state = here(&found).or(named).or(before);
                found.extend(state.and_then(|told| state::recalled(&l, at, told)));
                if let Some(told) = state {
                    found.extend(recall::state(&l, at, told));
                }
                let here = found.iter().rev().find(|f| recall::is_order(f.kind));
                let it = here.map(|f| Told { kind: f.kind, name: f.name }).or(just);
                found.extend(it.and_then(|told| recall::pronoun(&l, at, told)));
                let own = found.iter().rev().map(|f| Told { kind: f.kind, name: f.name });
                let order =
                    own.chain(noticed.iter().rev().copied()).find(|t| recall::answers(l.w(at), t.kind));
                found.extend(order.into_iter().flat_map(|told| recall::order(&l, at, told)));
                let notice = noticed.iter().rev().find(|t| recall::answers("notice", t.kind));
                found.extend(notice.and_then(|told| recall::counted(&l, at, *told)));
                if !tells {
                    continue;
                }
                found.extend(sought.and_then(|kind| court::granted(&l, at, kind)));
                let shut = found.iter().rev().find(|f| shuts(f.kind, f.action));
                let shut = shut.map(|f| Ordered { kind: f.kind, recent: false });
                let done = verb::read(&l, at, ordered.or(shut), &near_inspection)
                    .or_else(|| power::read(&l, at, failing))
                    .or_else(|| handover::read(&l, at, sent))
                    .or_else(|| again::read(&l, at, &inspectors_speak))
                    .or_else(|| challenge::read(&l, at));
                if done.as_ref().is_some_and(|f| f.kind == MeasureKind::AdmissionsStop) {
                    found.extend(admissions::later(&l, at));
                }
                found.extend(done);
            }
            _ => {}
        }
    }
    let mut once: Vec<Found> = Vec::with_capacity(found.len());
    for f in found {
        // What two readers tell alike is one.
        if !once.iter().any(|o| o.kind == f.kind && o.action == f.action && o.at == f.at) {
            once.push(f);
        }
    }
    once.into_iter().flat_map(|f| draft::drafts(story, &l, f, told)).collect()
}

/// True where a "we" may be the inspectors': a body or an inspector is named here or in the three sentences before.
fn speak(story: &Story<'_>, ix: usize) -> bool {
    let from = story.text.sentences.get(ix.saturating_sub(3)).map_or(0, |s| s.start);
    let to = story.text.sentences.get(ix).map_or(0, |s| s.end);
    let first = story.bodies.partition_point(|m| m.span.start < from);
    story.bodies.get(first).is_some_and(|m| m.span.start < to)
        || story.text.as_str().get(from..to).is_some_and(|words| words.contains("nspector"))
}

/// True where the sentence, the one before or the next names a body or tells of an inspection.
fn beside_inspection(story: &Story<'_>, ix: usize) -> bool {
    let from = story.text.sentences.get(ix.saturating_sub(1)).map_or(0, |s| s.start);
    let to = story.text.sentences.get(ix + 1).or(story.text.sentences.get(ix)).map_or(0, |s| s.end);
    let first = story.bodies.partition_point(|m| m.span.start < from);
    let named = story.measures.partition_point(|m| m.span.start < from);
    story.bodies.get(first).is_some_and(|m| m.span.start < to)
        || story.measures.get(named).is_some_and(|m| m.span.start < to)
        || story.text.as_str().get(from..to).is_some_and(|words| words.contains("nspect"))
}
