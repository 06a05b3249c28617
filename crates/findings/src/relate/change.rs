//! Which way a judgement moved, where the article tells the earlier one apart from it. Knows no words: only the
//! judgements already read.

use crate::fact::{Direction, Status};
use crate::relate::Draft;
use crate::relate::frame::Target;
use std::collections::HashMap;

/// What two judgements of one thing have in common.
type Thing = (Option<usize>, Option<u16>, Option<u16>, Option<u16>, Option<String>);

/// "Both were rated good when inspectors last called": nothing newer is told, so that is what stands.
pub(crate) fn stand(drafts: &mut [Draft]) {
    let newer: Vec<_> =
        drafts.iter().filter(|d| d.status != Status::Previous).map(|d| d.target.provider).collect();
    for d in drafts.iter_mut().filter(|d| d.last && d.target.provider.is_some()) {
        if !newer.contains(&d.target.provider) {
            d.status = Status::Awarded;
        }
    }
}

/// Gives an award the direction from the latest earlier judgement of the same thing on a scale of the same length.
pub(crate) fn infer(drafts: &mut [Draft], thing_of: impl Fn(&Target) -> (Option<u16>, Option<u16>)) {
    let thing = |d: &Draft| -> Thing {
        let (service, aspect) = thing_of(&d.target);
        let about = d
            .scale
            .as_ref()
            .filter(|_| aspect.is_none())
            .and_then(|s| s.about.as_ref())
            .map(|(_, text)| text.clone());
        // "G1", "V2": each letter is a thing of its own.
        let letter = d.label.chars().next().filter(|c| c.is_ascii_uppercase()).map(String::from);
        let about = about.or(letter);
        (d.target.provider, d.body, service, aspect, about)
    };
    let mut earlier: HashMap<Thing, (String, u8, u8)> = HashMap::new();
    for d in drafts.iter().filter(|d| d.status == Status::Previous) {
        if let Some(scale) = &d.scale {
            earlier.entry(thing(d)).or_insert((d.label.clone(), scale.rank, scale.of));
        }
    }
    for d in drafts.iter_mut() {
        // "climbs to good" tells a direction without the label it came from.
        let open = match &d.change {
            None => true,
            Some((direction, from)) => from.is_none() && *direction != Direction::Same,
        };
        let Some(scale) = d.scale.as_ref().filter(|_| d.status == Status::Awarded && open) else {
            continue;
        };
        let Some((label, rank, of)) = earlier.get(&thing(d)) else { continue };
        if *of == scale.of {
            let direction = match scale.rank.cmp(rank) {
                std::cmp::Ordering::Less => Direction::Up,
                std::cmp::Ordering::Greater => Direction::Down,
                std::cmp::Ordering::Equal => Direction::Same,
            };
            if d.change.as_ref().is_none_or(|(told, _)| *told == direction) {
                d.change = Some((direction, Some(label.clone())));
            }
        }
    }
}
