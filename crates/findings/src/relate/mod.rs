//! Judgements and their neighbours, as sieves from the most certain to the least. `story`, `clause`, `phrase` and
//! `frame` are plain things that the others read; no relation knows another. This page puts them together: for
//! each frame its targets, its body, the scale in force and its dates.

pub(crate) mod change;
pub(crate) mod clause;
pub(crate) mod date_role;
pub(crate) mod frame;
pub(crate) mod judgement;
pub(crate) mod measure;
pub(crate) mod money_role;
pub(crate) mod phrase;
pub(crate) mod standing;
pub(crate) mod status;
pub(crate) mod story;
pub(crate) mod tally;
pub(crate) mod target;
pub(crate) mod visit;

use crate::fact::{Attribution, Basis, Day, Direction, Edtf, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Frame, Target};
use crate::relate::standing::{Question, Standing};
use crate::relate::story::{Story, place_of};
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

/// Every judgement of the article, in order of their labels.
pub(crate) fn ratings(story: &Story<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    // Without a body in the article nobody inspects: what is rated there is a show or a meal.
    if story.bodies.is_empty() {
        return drafts;
    }
    let (mut next, mut last) = (0, None);
    while let Some(label) = story.labels.get(next) {
        let at = story.text.sentence_at(label.span.start);
        let Some(&span) = story.text.sentences.get(at) else { break };
        next += story.labels[next..].iter().take_while(|l| l.span.start < span.end).count().max(1);
        let sentence = story.sentence(span);
        let counted = tally::labels_in_areas(&sentence);
        // "Would we have been rated good?"
        let asks = story.text.at(span).trim_end_matches(['"', '”', '’', '\'', ' ']).ends_with('?');
        let run = last.is_some_and(|l: usize| at <= l + 2);
        let many = tally::labels_of_many(story, &sentence);
        for frame in judgement::frames(story, &sentence, run) {
            // "inadequate across the board, with one exception" is the overall grade too.
            let board = (1..4).any(|d| sentence.says(frame.label + d, &["across"]))
                && (2..6).any(|d| sentence.says(frame.label + d, &["board"]))
                && !(frame.label..sentence.chunks.len())
                    .any(|i| sentence.says(i, &["apart", "except", "bar", "but"]));
            let in_areas = counted.iter().any(|&(label, all)| label == frame.label && !all && !board)
                && !frame.listed.iter().any(|&i| matches!(sentence.item(i), Some(Item::Aspect(_))));
            // "None of the four homes run by X was rated good": not X's own, unless the sentence names its members.
            let named = || {
                frame
                    .listed
                    .iter()
                    .any(|&i| matches!(sentence.item(i), Some(Item::Provider(_) | Item::Group(_))))
                    || frame.subject.clone().any(|i| {
                        matches!(sentence.item(i), Some(Item::Group(_)))
                            || sentence.says(i, &["including", "such", "among"])
                    })
                    || frame.object.clone().any(|i| matches!(sentence.item(i), Some(Item::Group(_))))
            };
            if many.contains(&frame.label) && !named() {
                continue;
            }
            // "was awarded fives for all it was inspected on": a tally.
            let plural = sentence.at(frame.label).ends_with('s')
                && sentence
                    .at(frame.label)
                    .split(' ')
                    .next_back()
                    .is_some_and(|w| clause::number(w.trim_end_matches('s')).is_some())
                && !frame.listed.iter().any(|&i| matches!(sentence.item(i), Some(Item::Aspect(_))));
            if asks || plural || in_areas || by_others(&sentence, &frame) || counts_others(&sentence, &frame)
            {
                continue;
            }
            let Some(status) = status::read(story, &sentence, &frame) else { continue };
            let speech = story
                .text
                .quoted_at(sentence.chunks[frame.label].span.start)
                .is_some_and(|q| q.inner.len() > 40 && q.inner.len() > sentence.at(frame.label).len() + 14);
            for target in target::read(story, &sentence, &frame) {
                // "We will not use a home that has been rated poor": nobody in particular.
                let own = (0..frame.label).any(|i| {
                    sentence.says(
                        i,
                        &["we", "we've", "we’ve", "our", "us", "it", "its", "they", "their", "i", "this"],
                    )
                });
                // A bare number needs its owner in the sentence.
                let bare = clause::number(sentence.at(frame.label)).is_some()
                    && !frame.subject.clone().any(|i| {
                        sentence.is(i, Class::Pronoun) || matches!(sentence.item(i), Some(Item::Aspect(_)))
                    });
                if (speech && !own || bare) && target.inferred {
                    continue;
                }
                let read = draft(story, &sentence, at, &frame, status, target);
                last = if read.is_some() { Some(at) } else { last };
                drafts.extend(read);
            }
        }
    }
    drafts.sort_by_key(|d| d.span);
    age(&mut drafts, story.published);
    change::infer(&mut drafts, |target| {
        let service = target.service.and_then(|s| story.services.get(s)).map(|k| k.ix);
        (service, target.aspect.and_then(|a| story.aspects.get(a)).map(|k| k.ix))
    });
    drafts
}

/// "rated excellent by diners", "mothers rated the food": a judgement of somebody who inspects nothing.
fn by_others(s: &Sentence<'_>, frame: &Frame) -> bool {
    const LAY: &[&str] = &[
        "mothers", "parents", "patients", "residents", "users", "customers", "diners", "visitors", "readers",
        "pupils", "students", "staff", "respondents", "families", "relatives", "guests", "tenants", "voters",
        "shoppers", "critics", "fans", "neighbours", "survey", "surveys", "poll",
    ];
    let before = frame.head.saturating_sub(5)..frame.head;
    let lay = before.clone().any(|i| s.says(i, LAY))
        && !before.clone().any(|i| matches!(s.item(i), Some(Item::Body(_) | Item::Stop(_))))
        && !before.clone().any(|i| s.is(i, Class::Be));
    if lay && matches!(frame.rule, "rated/active" | "rated/unknown" | "given/active") {
        return true;
    }
    // "in a draft report seen by the Courier": whoever saw it judged nothing.
    let by = (frame.label + 1..(frame.label + 9).min(s.chunks.len()))
        .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_) | Item::Label(_))) && !s.is(i, Class::Visit))
        .find(|&i| s.says(i, &["by"]));
    let Some(by) = by else { return false };
    let agent = by + 1..(by + 6).min(s.chunks.len());
    let known = agent.clone().any(|i| {
        matches!(s.item(i), Some(Item::Body(_) | Item::Date(_) | Item::Number(_)))
            || s.says(
                i,
                &[
                    "inspectors", "inspector", "watchdog", "regulator", "commission", "inspectorate",
                    "officers", "officials", "government", "assessors", "auditors", "them", "it", "then",
                    "being",
                ],
            )
            || s.at(i).ends_with("ing")
    });
    !known && frame.rule.starts_with("rated")
}

/// "24% of 87 authorities were rated inadequate": a count of others, not one provider's judgement.
fn counts_others(s: &Sentence<'_>, frame: &Frame) -> bool {
    let subject = frame.subject.clone().chain(frame.object.clone());
    let told = subject.clone().chain(frame.listed.iter().copied()).any(|i| s.chunks[i].is_target());
    let is_provider = |i: usize| matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_)));
    if frame.listed.iter().any(|&i| is_provider(i)) {
        return false;
    }
    // "One of the county's largest schools has been rated good" is about that one.
    let single = |i: usize| {
        s.item(i) == Some(Item::Number(1))
            && s.says(i + 1, &["of"])
            && s.says(frame.subject.end, &["has", "is", "was"])
    };
    // "graded two, or ‘weak’": the number is the grade.
    let grade = |i: usize| s.item(i + 1) == Some(Item::Stop(',')) && s.says(i + 2, &["or"]);
    // "Three Towns" is a name.
    let named = |i: usize| i > 0 && s.at(i).starts_with(char::is_uppercase);
    let counted = subject
        .clone()
        .any(|i| matches!(s.item(i), Some(Item::Number(_))) && !single(i) && !grade(i) && !named(i));
    let others = subject.clone().any(|i| s.says(i, &["another", "others"]))
        || frame.head > 0 && s.says(frame.head - 1, &["another", "others"]);
    let all = others || subject.clone().any(|i| s.is(i, Class::All));
    let whose = subject.clone().any(|i| {
        is_provider(i)
            || matches!(s.item(i), Some(Item::Service(_)))
            || Some(i) == subject.clone().next() && s.is(i, Class::Possessive)
    });
    let none = subject.clone().any(|i| s.says(i, &["none", "neither"]));
    // "Homes rated inadequate are visited again": any home.
    let first = subject.clone().next().unwrap_or(frame.head);
    let bare = first < frame.head
        && (first..frame.head).all(|i| s.is(i, Class::Other))
        && s.at(frame.head - 1).ends_with('s')
        && frame.rule == "rated/passive"
        && !s.is(first.wrapping_sub(1), Class::Possessive);
    // "a home care agency in nearby Ostrey": nobody named, and a place.
    let opens = frame.subject.start;
    let lower = s.at(opens).to_lowercase();
    let article = matches!(lower.as_str(), "a" | "an") || lower.starts_with("a ") || lower.starts_with("an ");
    let somewhere = |i: usize| {
        s.says(i, &["in", "near"]) && (i + 1..i + 3).any(|j| j < frame.head && (is_provider(j) || named(j)))
    };
    let unnamed = frame.basis == Basis::Inferred && article && (opens + 1..frame.head).any(somewhere);
    none || bare || unnamed || counted && !whose || all && !told
}

fn draft(
    story: &Story<'_>,
    s: &Sentence<'_>,
    at: usize,
    frame: &Frame,
    status: Status,
    target: Target,
) -> Option<Draft> {
    let chunk = s.chunks.get(frame.label)?;
    let Item::Label(ix) = chunk.item else { return None };
    let form = story.labels.get(ix)?.ix;
    // "the second to be told to improve this year": the year is that of the others too.
    let told = s.at(frame.label).to_lowercase().starts_with("told");
    let mut when = if told { visit::When::default() } else { visit::own(story, s, frame, status) };
    let question = Question { form, target: &target, days: when.days };
    let (body, service) = standing::body(story, s, frame.label, &question);
    let target = Target { service: target.service.or(service), ..target };
    if matches!(status, Status::Awarded | Status::Provisional | Status::UnderAppeal | Status::NotAchieved) {
        visit::inherit(story, &mut when, at, body, target.provider);
    }
    let question = Question { form, target: &target, days: when.days };
    let scale = standing::settle(story, body, &question);
    let label_of = |at: usize| {
        let Some(Item::Label(ix)) = s.item(at) else { return None };
        let earlier = Question { form: story.labels.get(ix)?.ix, target: &target, days: None };
        Some(standing::settle(story, body, &earlier).map_or_else(|| s.at(at).to_lowercase(), |s| s.label))
    };
    // "given an excellent report": praise, where no scale has the word.
    let report = frame.rule.starts_with("given") && (1..3).any(|d| s.is(frame.label + d, Class::Visit));
    if scale.is_none() && (place_of(form).is_some() || report) {
        return None;
    }
    // A copula or a bare noun with a word that no scale in force has is ordinary praise or blame.
    if scale.is_none()
        && matches!(
            frame.rule,
            "is" | "is/there"
                | "rating-noun"
                | "moved/to"
                | "moved/from"
                | "found/passive"
                | "found/active"
                | "rated/ellipsis"
        )
    {
        return None;
    }
    let canonical = scale.as_ref().map(|s| s.label.clone());
    let written = s.at(frame.label);
    let label = canonical.unwrap_or_else(|| {
        if written.bytes().any(|b| b.is_ascii_digit()) { written.to_owned() } else { written.to_lowercase() }
    });
    let change = frame.change.map(|(direction, from)| (direction, from.and_then(label_of)));
    let kept = keeps(s, frame).then(|| (Direction::Same, Some(label.clone())));
    Some(Draft {
        open: scale.is_none(),
        attribution: status::attribution(story, s, frame),
        basis: if target.inferred && target.provider.is_none() {
            frame.basis.max(Basis::Inferred)
        } else {
            frame.basis
        },
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
    let group = frame.head.saturating_sub(3)..frame.label;
    // "for the second time running"
    let repeated = (frame.label..(frame.label + 8).min(s.chunks.len())).any(|i| {
        s.says(i, &["second", "third", "fourth", "fifth"])
            && s.says(i + 1, &["time", "consecutive", "successive"])
    });
    repeated
        || s.is_any(frame.head, &[Class::Keep, Class::Stay])
        || group.clone().any(|i| s.is(i, Class::Again))
}

/// The stretch from the first argument of a frame to its last.
fn clause_span(s: &Sentence<'_>, frame: &Frame) -> Span {
    let first = [frame.subject.clone().next(), Some(frame.head), Some(frame.label)]
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(frame.label);
    let last = frame.end.max(frame.label + 1).min(s.chunks.len()) - 1;
    let start = s.chunks.get(first).map_or(s.span.start, |c| c.span.start);
    Span::new(start, s.chunks.get(last).map_or(s.span.end, |c| c.span.end).max(start))
}

/// Of two judgements of one provider by one body, the one of the older visit is a memory.
fn age(drafts: &mut [Draft], published: Option<Day>) {
    // Of two awards of one provider by one body, one dated long before publication and one not dated at all, the
    // dated one is the memory.
    let undated: Vec<(Option<Ix>, Option<u16>, Span)> = drafts
        .iter()
        .filter(|d| d.status == Status::Awarded && d.days.is_none() && d.basis != Basis::Paraphrased)
        .map(|d| (d.target.provider, d.body, d.span))
        .collect();
    let long_ago = |day: Day| {
        published.is_some_and(|p| {
            i32::from(p.year()) * 12 + i32::from(p.month())
                > i32::from(day.year()) * 12 + i32::from(day.month()) + 12
        })
    };
    for d in drafts.iter_mut().filter(|d| d.status == Status::Awarded) {
        let newer = undated
            .iter()
            .any(|&(provider, body, span)| provider == d.target.provider && body == d.body && span != d.span);
        if newer && d.days.is_some_and(|(_, last)| long_ago(last)) {
            d.status = Status::Previous;
        }
    }
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
