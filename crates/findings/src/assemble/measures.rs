//! Merges measures that were told twice and writes them out.

use crate::assemble::{Place, id};
use crate::fact::{Basis, Measure, Rule};
use crate::relate::measure::Draft;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// The measures of an article, each told once, in order.
pub(crate) fn write(place: &Place<'_>, story: &Story<'_>, order: &[Ix], drafts: &[Draft]) -> Vec<Measure> {
    let mut out: Vec<Measure> = Vec::new();
    for draft in drafts {
        let measure = one(place, story, order, draft);
        let same = |m: &&mut Measure| {
            m.provider == measure.provider
                && m.kind == measure.kind
                && m.action == measure.action
                && (m.date == measure.date || m.date.is_none() || measure.date.is_none())
        };
        match out.iter_mut().find(same) {
            Some(known) => {
                known.mentions.extend(measure.mentions);
                known.count = known.count.or(measure.count);
                known.date = known.date.take().or(measure.date);
            }
            None => out.push(measure),
        }
    }
    out
}

fn one(place: &Place<'_>, story: &Story<'_>, order: &[Ix], draft: &Draft) -> Measure {
    let (part, span, text) = place.at(draft.span);
    let date = draft.date.and_then(|d| story.dates.get(d));
    let body = draft.body.and_then(|b| story.knowledge.bodies().get(usize::from(b)));
    Measure {
        provider: draft.provider.and_then(|p| id(order, p)),
        body: body.map(|b| b.id.clone()),
        issuer: None,
        kind: draft.kind,
        regime: story
            .knowledge
            .regime_of(draft.name, draft.body, date.and_then(|d| d.from).or(story.published))
            .cloned(),
        action: draft.action,
        count: draft.count,
        date: date.and_then(|d| d.value.clone()),
        basis: Basis::Stated,
        rule: Rule::new(draft.rule),
        span,
        text,
        mentions: vec![place.clause(draft.clause)],
        part,
    }
}
