//! Merges measures that were told twice and writes them out.

use crate::assemble::{Order, Place, id};
use crate::fact::{Action, Basis, Day, Edtf, Issuer, Measure, MeasureKind, Part, Rule};
use crate::relate::measure::Draft;
use crate::relate::story::Story;

/// A date as much before the news belongs to another time: "slapped with the same warnings four months ago".
const STALE: i32 = 75;

/// The measures of an article, each told once, in order.
pub(crate) fn write(place: &Place<'_>, story: &Story<'_>, order: &Order, drafts: &[Draft]) -> Vec<Measure> {
    let mut out: Vec<(Measure, bool, usize)> = Vec::new();
    for draft in drafts {
        let measure = one(place, story, order, draft);
        let old = stale(story, draft);
        let told = story.text.sentence_at(draft.span.start);
        let same = |(m, was, there): &&mut (Measure, bool, usize)| {
            m.provider == measure.provider
                && m.kind == measure.kind
                && m.action == measure.action
                && (m.date == measure.date
                    || (m.date.is_none() || measure.date.is_none())
                        && (!old && !*was || *there == told || once(measure.kind)))
        };
        match out.iter_mut().find(same) {
            Some((known, ..)) => {
                known.mentions.extend(measure.mentions);
                known.count = known.count.or(measure.count);
                known.date = known.date.take().or(measure.date);
                known.issuer = known.issuer.take().or(measure.issuer);
                known.regime = known.regime.take().or(measure.regime);
            }
            None => out.push((measure, old, told)),
        }
    }
    let mut out: Vec<Measure> = out.into_iter().map(|(m, ..)| m).collect();
    out.sort_by_key(|m| (m.part == Part::Text, m.span));
    out
}

/// What befalls a provider once: a second telling without its date is no second deed.
fn once(kind: MeasureKind) -> bool {
    matches!(kind, MeasureKind::Closure | MeasureKind::Cancellation)
}

/// True for a measure of long before the news.
fn stale(story: &Story<'_>, draft: &Draft) -> bool {
    let days = |d: Day| i32::from(d.year()) * 365 + i32::from(d.month()) * 30 + i32::from(d.day());
    let told = draft.date.and_then(|d| story.dates.get(d)).and_then(|d| d.to);
    told.zip(story.published).is_some_and(|(told, news)| days(news) - days(told) > STALE)
}

fn one(place: &Place<'_>, story: &Story<'_>, order: &Order, draft: &Draft) -> Measure {
    let (part, span, text) = place.at(draft.span);
    let date = draft.date.and_then(|d| story.dates.get(d));
    let id_of = |b: u16| story.knowledge.body_id(b).cloned();
    Measure {
        provider: draft.provider.and_then(|p| id(order, p)),
        body: draft.body.and_then(id_of),
        issuer: draft.issuer.map(|(b, at)| Issuer { id: b.and_then(id_of), text: place.at(at).2 }),
        kind: draft.kind,
        regime: draft.regime.clone(),
        action: draft.action,
        count: draft.count,
        // "closed to new residents since July": imposed then, whatever goes on.
        date: date.and_then(|d| match draft.action {
            Action::Imposed => d.value.as_ref().map(|v| Edtf::new(v.as_str().trim_end_matches("/.."))),
            _ => d.value.clone(),
        }),
        basis: Basis::Stated,
        rule: Rule::new(draft.rule),
        span,
        text,
        mentions: vec![place.clause(draft.clause)],
        part,
    }
}
