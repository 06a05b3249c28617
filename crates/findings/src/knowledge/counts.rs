//! How much is known, entry by entry. Knows no meaning.

use super::Knowledge;
use serde::Serialize;

/// How many entries of each sort the knowledge holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names are those of the tables")]
pub struct Counts {
    pub bodies: usize,
    pub look_alikes: usize,
    pub scales: usize,
    pub levels: usize,
    pub frameworks: usize,
    pub aspects: usize,
    pub services: usize,
    pub regimes: usize,
    pub measures: usize,
    pub label_words: usize,
    pub near_misses: usize,
    pub markers: usize,
    pub legends: usize,
}

impl Counts {
    /// Each count beside what it counts.
    pub fn rows(&self) -> [(&'static str, usize); 13] {
        [
            ("bodies", self.bodies),
            ("look-alikes of bodies", self.look_alikes),
            ("scales", self.scales),
            ("levels", self.levels),
            ("frameworks", self.frameworks),
            ("aspects", self.aspects),
            ("kinds of provider and services", self.services),
            ("regimes and statuses", self.regimes),
            ("names of measures", self.measures),
            ("label words", self.label_words),
            ("near misses of labels", self.near_misses),
            ("markers of furniture", self.markers),
            ("legends", self.legends),
        ]
    }
}

impl Knowledge {
    /// How much is known.
    pub fn counts(&self) -> Counts {
        Counts {
            bodies: self.bodies().len(),
            look_alikes: self.not_bodies().len(),
            scales: self.scales().len(),
            levels: self.scales().iter().map(|s| s.levels.len()).sum(),
            frameworks: self.frameworks().len(),
            aspects: self.frameworks().iter().map(|f| f.aspects.len()).sum(),
            services: self.services().len(),
            regimes: self.regimes().len(),
            measures: self.measures().iter().map(|m| m.names.len()).sum(),
            label_words: self.words().len(),
            near_misses: self.words().iter().map(|w| w.near_misses().len()).sum(),
            markers: self.markers().len(),
            legends: self.legends().len(),
        }
    }
}
