//! Names that stand for several entries at once: nouns of bodies, aspects, services, measures.
//! Gathered once from the tables; each is one meaning of one word in the lexicon.

use super::forms::counts_as_written;
use super::tables::Tables;
use crate::fact::{BodyId, MeasureKind};
use foldhash::HashMap;
use std::collections::BTreeMap;

/// A common noun, or an office, that bodies are called by: "watchdog", "chief inspector of hospitals".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BodyNoun {
    pub(crate) text: String,
    /// Bodies that may be meant, likeliest first. Index into the bodies.
    pub(crate) bodies: Vec<u16>,
    /// True when any body, or any of `kinds`, may be meant too.
    pub(crate) any: bool,
    /// Kinds of body that may be meant; none = any.
    pub(crate) kinds: Vec<String>,
    /// True for an office, which is a person speaking for the body.
    pub(crate) office: bool,
    /// True when something that is no inspecting body is called so too.
    pub(crate) contested: bool,
}

/// A name of aspects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AspectName {
    pub(crate) text: String,
    pub(crate) exact: bool,
    /// Index into the frameworks, and into the framework's aspects.
    pub(crate) refs: Vec<(u16, u16)>,
    /// Those that it names only where an area is meant anyway.
    pub(crate) also: Refs,
    /// Where it is but a part of those: a question of its own.
    pub(crate) part: bool,
}

/// A name of a service of a larger provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ServiceName {
    pub(crate) text: String,
    pub(crate) exact: bool,
    /// The service, where it has an id. Index into the services.
    pub(crate) service: Option<u16>,
    /// The kinds of provider it is a part of. Index into the services.
    pub(crate) of: Vec<u16>,
    /// The part that it shares with other names ("A&E", "emergency department"). Index into the parts.
    pub(crate) one: Option<u16>,
}

/// A name of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MeasureName {
    pub(crate) text: String,
    /// The kind; none for an outcome that is no measure of the contract.
    pub(crate) kind: Option<MeasureKind>,
    /// Regimes it may belong to. Index into the regimes.
    pub(crate) regimes: Vec<u16>,
}

pub(super) fn nouns(tables: &Tables, bodies: &HashMap<BodyId, u16>) -> Vec<BodyNoun> {
    let mut at: BTreeMap<(String, bool), BodyNoun> = BTreeMap::new();
    for noun in &tables.noun {
        for text in &noun.names {
            let entry = at.entry((text.to_lowercase(), false)).or_default();
            entry.any |= noun.bodies.is_empty() || !noun.kinds.is_empty();
            entry.kinds.extend(noun.kinds.iter().cloned());
            entry.bodies.extend(noun.bodies.iter().filter_map(|id| bodies.get(id)));
        }
    }
    for (ix, body) in tables.body.iter().enumerate() {
        for text in &body.generic {
            at.entry((text.to_lowercase(), false)).or_default().bodies.push(ix as u16);
        }
        for text in &body.offices {
            let entry = at.entry((text.to_lowercase(), true)).or_default();
            entry.office = true;
            entry.bodies.push(ix as u16);
        }
    }
    for look_alike in &tables.not_a_body {
        for text in &look_alike.generic {
            if let Some(entry) = at.get_mut(&(text.to_lowercase(), false)) {
                entry.contested = true;
            }
        }
    }
    at.into_iter()
        .map(|((text, _), mut noun)| {
            noun.text = text;
            let mut seen = Vec::new();
            noun.bodies.retain(|ix| {
                !seen.contains(ix) && {
                    seen.push(*ix);
                    true
                }
            });
            noun
        })
        .collect()
}

/// Frameworks and which of their areas.
pub(crate) type Refs = Vec<(u16, u16)>;

pub(super) fn aspects(tables: &Tables) -> Vec<AspectName> {
    let mut at: BTreeMap<(String, bool), AspectName> = BTreeMap::new();
    let mut add = |text: &str, how: Called, this: (u16, u16)| {
        let (text, exact) = cased(text);
        let name = at.entry((text.clone(), exact)).or_insert_with(|| AspectName {
            text,
            exact,
            refs: Vec::new(),
            also: Vec::new(),
            part: true,
        });
        name.part &= how == Called::Part;
        let refs = if how == Called::Also { &mut name.also } else { &mut name.refs };
        if !refs.contains(&this) {
            refs.push(this);
        }
    };
    for (framework_ix, framework) in tables.framework.iter().enumerate() {
        for (aspect_ix, aspect) in framework.aspects.iter().enumerate() {
            let this = (framework_ix as u16, aspect_ix as u16);
            let whole = std::iter::once(&aspect.name).chain(&aspect.aliases);
            whole.for_each(|text| add(text, Called::Whole, this));
            aspect.parts.iter().for_each(|text| add(text, Called::Part, this));
            aspect.also.iter().for_each(|text| add(text, Called::Also, this));
        }
    }
    at.into_values().collect()
}

/// In what way a text names an area.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Called {
    Whole,
    /// But a part of it.
    Part,
    /// Only where an area is meant anyway.
    Also,
}

pub(super) fn services(tables: &Tables) -> Vec<ServiceName> {
    let ix_of =
        |id: &crate::fact::ServiceId| tables.service.iter().position(|s| s.id == *id).map(|ix| ix as u16);
    let mut at: BTreeMap<(String, bool), ServiceName> = BTreeMap::new();
    for (ix, service) in tables.service.iter().enumerate() {
        let of: Vec<u16> = service.part_of.iter().filter_map(ix_of).collect();
        for text in &service.service_names {
            let (text, exact) = cased(text);
            let of = of.clone();
            at.entry((text.clone(), exact)).or_insert(ServiceName {
                text,
                exact,
                service: Some(ix as u16),
                of,
                one: None,
            });
        }
    }
    for (ix, part) in tables.part.iter().enumerate() {
        for text in part.names.iter().chain(&part.acronyms) {
            let (text, exact) = cased(text);
            let entry = at.entry((text.clone(), exact));
            let one = part.one.then_some(ix as u16);
            let name = entry.or_insert(ServiceName { text, exact, service: None, of: Vec::new(), one });
            name.of.extend(ix_of(&part.of));
        }
    }
    at.into_values().collect()
}

pub(super) fn measures(tables: &Tables) -> Vec<MeasureName> {
    let mut at: BTreeMap<String, MeasureName> = BTreeMap::new();
    for measure in &tables.measure {
        for text in &measure.names {
            let text = text.to_lowercase();
            let name = MeasureName { text: text.clone(), kind: Some(measure.kind), regimes: Vec::new() };
            at.entry(text).or_insert(name);
        }
    }
    for (ix, regime) in tables.regime.iter().enumerate() {
        let kind = regime.measures.first().copied();
        for text in &regime.names {
            let text = text.to_lowercase();
            let name = MeasureName { text: text.clone(), kind, regimes: Vec::new() };
            at.entry(text).or_insert(name).regimes.push(ix as u16);
        }
        for name in at.values_mut() {
            let listed = name.kind.is_some_and(|kind| regime.measures.contains(&kind));
            // "Special measures" is of the regimes that name it; a warning notice of any that issues such.
            let shared = name.kind != Some(MeasureKind::SpecialMeasures);
            if listed && shared && !name.regimes.contains(&(ix as u16)) {
                name.regimes.push(ix as u16);
            }
        }
    }
    at.into_values().collect()
}

/// Joined place names, and the areas of a kind of provider that hold more than one word.
pub(super) fn places(tables: &Tables) -> Vec<String> {
    let areas = tables.service.iter().flat_map(|s| &s.areas).filter(|a| a.contains(' ') || a.contains('-'));
    let mut all: Vec<String> = tables.places.joined.iter().chain(areas).cloned().collect();
    all.sort();
    all.dedup();
    all
}

/// A name in lower case, or as written where its capitals matter.
fn cased(text: &str) -> (String, bool) {
    if counts_as_written(text) { (text.to_owned(), true) } else { (text.to_lowercase(), false) }
}
