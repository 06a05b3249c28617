//! The words of a text by what they mean: a reader of providers walks over theirs, and not over every hit. Knows no
//! grammar.

use crate::knowledge::lexicon::{Hit, Sense};

/// The hits of a few senses, each in order.
#[derive(Default)]
pub(super) struct Senses {
    pub(super) bodies: Vec<Hit>,
    pub(super) labels: Vec<Hit>,
    pub(super) providers: Vec<Hit>,
}

impl Senses {
    pub(super) fn of(hits: &[Hit]) -> Senses {
        let mut all = Senses::default();
        for hit in hits {
            match hit.sense {
                Sense::Body { .. } => all.bodies.push(*hit),
                Sense::Label(_) => all.labels.push(*hit),
                Sense::Provider { .. } => all.providers.push(*hit),
                _ => {}
            }
        }
        all
    }
}
