//! What a knowledge file may hold, and how one file adds to or overrides another. Knows no meaning.

use super::body::{BodyEntry, NotABody, NounEntry};
use super::error::{KnowledgeError, Problem};
use super::scale::{Framework, Scale};
use super::service::{MeasureEntry, PartEntry, Places, Regime, ServiceEntry};
use super::words::{LabelWord, Legend, Marker, Position};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The tables of a file, or of all files together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Tables {
    pub(super) body: Vec<BodyEntry>,
    pub(super) not_a_body: Vec<NotABody>,
    pub(super) noun: Vec<NounEntry>,
    pub(super) scale: Vec<Scale>,
    pub(super) framework: Vec<Framework>,
    pub(super) regime: Vec<Regime>,
    pub(super) service: Vec<ServiceEntry>,
    pub(super) part: Vec<PartEntry>,
    pub(super) measure: Vec<MeasureEntry>,
    pub(super) word: Vec<LabelWord>,
    pub(super) position: Vec<Position>,
    pub(super) marker: Vec<Marker>,
    pub(super) legend: Vec<Legend>,
    pub(super) places: Places,
}

/// The ids that one batch of files has defined.
#[derive(Default)]
pub(super) struct Defined(HashSet<(&'static str, String)>);

impl Tables {
    /// Reads one file.
    pub(super) fn read(file: &str, text: &str) -> Result<Self, KnowledgeError> {
        toml::from_str(text).map_err(|error| KnowledgeError::of_toml(file, text, &error))
    }

    /// Adds the entries of another file; one with a known id takes the old one's place. Two of the same id
    /// within one batch are a problem: which of them was meant?
    pub(super) fn add(&mut self, other: Tables, defined: &mut Defined) -> Result<(), Problem> {
        let d = defined;
        put(&mut self.body, other.body, "body", d, |e| e.id.as_str())?;
        put(&mut self.not_a_body, other.not_a_body, "not_a_body", d, |e| &e.id)?;
        put(&mut self.scale, other.scale, "scale", d, |e| e.id.as_str())?;
        put(&mut self.framework, other.framework, "framework", d, |e| e.id.as_str())?;
        put(&mut self.regime, other.regime, "regime", d, |e| e.id.as_str())?;
        put(&mut self.service, other.service, "service", d, |e| e.id.as_str())?;
        put(&mut self.word, other.word, "word", d, |e| &e.id)?;
        self.noun.extend(other.noun);
        self.part.extend(other.part);
        self.measure.extend(other.measure);
        self.position.extend(other.position);
        self.marker.extend(other.marker);
        self.legend.extend(other.legend);
        self.places.joined.extend(other.places.joined);
        self.places.short.extend(other.places.short);
        self.places.also_words.extend(other.places.also_words);
        self.places.endings.extend(other.places.endings);
        self.places.areas.extend(other.places.areas);
        self.places.houses.extend(other.places.houses);
        Ok(())
    }
}

fn put<T>(
    into: &mut Vec<T>,
    from: Vec<T>,
    table: &'static str,
    defined: &mut Defined,
    id: impl Fn(&T) -> &str,
) -> Result<(), Problem> {
    for entry in from {
        if !defined.0.insert((table, id(&entry).to_owned())) {
            return Err(Problem {
                table,
                entry: id(&entry).to_owned(),
                field: "id",
                value: None,
                expected: "this id is defined twice; expected an id of its own".to_owned(),
            });
        }
        match into.iter_mut().find(|known| id(known) == id(&entry)) {
            Some(known) => *known = entry,
            None => into.push(entry),
        }
    }
    Ok(())
}
