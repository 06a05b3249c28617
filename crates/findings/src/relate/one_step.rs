//! The grade that a movement leads to where the scale has but one there: "moved up from good" of four grades is outstanding.
//! Knows no words; refuses a provider of which the article tells a grade in force.

use super::{Draft, Standing};
use crate::fact::{Basis, Direction, Status};
use crate::relate::story::Story;

/// Adds the grades that are told only by the one they followed.
pub(super) fn read(story: &Story<'_>, drafts: &mut Vec<Draft>) {
    let mut arrived: Vec<Draft> = Vec::new();
    for at in 0..drafts.len() {
        let left = |d: &Draft| d.rule == "moved/from" && d.status == Status::Previous;
        let Some((direction, _)) = drafts.get_mut(at).filter(|d| left(d)).and_then(|d| d.change.take())
        else {
            continue;
        };
        let Some(from) = drafts.get(at) else { continue };
        let known = |d: &&Draft| d.target.provider == from.target.provider && d.thing == from.thing;
        let told = drafts.iter().filter(known).any(|d| d.status != Status::Previous);
        let next = next(story, from, direction).filter(|_| !told && from.target.provider.is_some());
        arrived.extend(next.map(|standing| Draft {
            label: standing.label.clone(),
            scale: Some(standing),
            status: Status::Awarded,
            change: Some((direction, Some(from.label.clone()))),
            inspected: None,
            published: None,
            days: None,
            told: None,
            basis: Basis::Inferred,
            rule: "moved/one-step",
            ..from.clone()
        }));
    }
    drafts.extend(arrived);
    drafts.sort_by_key(|d| d.span);
}

/// The only level above a grade, or below it.
fn next(story: &Story<'_>, from: &Draft, direction: Direction) -> Option<Standing> {
    let of = from.scale.as_ref()?;
    let rank = match direction {
        Direction::Up => (of.rank == 2).then_some(1),
        Direction::Down => (of.rank + 1 == of.of).then_some(of.of),
        Direction::Same => None,
    }?;
    let scale = story.knowledge.scales().iter().find(|s| s.id == of.scale)?;
    let level = scale.levels.iter().find(|level| level.rank == rank)?;
    Some(Standing { label: level.label.clone(), rank, ..of.clone() })
}
