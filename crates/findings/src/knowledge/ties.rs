//! Which scales are a body's own or its kin's, whom it inspects, and which frameworks have a scale: told once, asked for
//! each label. Knows no dates.

use super::service::ServiceEntry;
use super::tables::Tables;
use crate::fact::BodyId;
use foldhash::HashMap;

/// What a scale is to a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tie {
    /// Nothing.
    #[default]
    None,
    /// A kindred body's.
    Kin,
    /// Its own.
    Own,
}

/// The ties of all bodies, scales and frameworks, by their indexes.
#[derive(Clone, Debug)]
pub(super) struct Ties {
    scales: usize,
    /// For each body all scales.
    bodies: Vec<Tie>,
    /// For each scale its frameworks.
    frameworks: Vec<Vec<u16>>,
    /// For each scale whether it is made for aspects of a framework.
    of_aspects: Vec<bool>,
    services: usize,
    /// For each body all kinds of provider: whether it inspects them, or a part of them.
    inspected: Vec<bool>,
}

impl Ties {
    pub(super) fn of(tables: &Tables, kin: &HashMap<BodyId, Vec<BodyId>>) -> Ties {
        let tie = |body: &BodyId, of: &[BodyId]| match kin.get(body) {
            _ if of.contains(body) => Tie::Own,
            Some(kin) if of.iter().any(|of| kin.contains(of)) => Tie::Kin,
            _ => Tie::None,
        };
        let bodies = tables.body.iter();
        let having = |id: &_| {
            let frameworks = tables.framework.iter().enumerate();
            frameworks.filter(|(_, f)| f.scales.contains(id)).map(|(at, _)| at as u16).collect()
        };
        let own = |service: &ServiceEntry, body: &BodyId| service.bodies.contains(body);
        let inspects = |body: &BodyId, kind: &ServiceEntry| {
            let part = |s: &ServiceEntry| s.part_of.as_ref() == Some(&kind.id) && own(s, body);
            own(kind, body) || tables.service.iter().any(part)
        };
        let of_aspects = |id: &_| {
            let mut frameworks = tables.framework.iter().filter(|f| f.scales.contains(id));
            frameworks.any(|f| f.aspects.iter().any(|a| a.scale.as_ref() == Some(id)))
        };
        Ties {
            of_aspects: tables.scale.iter().map(|s| of_aspects(&s.id)).collect(),
            services: tables.service.len(),
            inspected: tables
                .body
                .iter()
                .flat_map(|b| tables.service.iter().map(move |kind| inspects(&b.id, kind)))
                .collect(),
            scales: tables.scale.len(),
            bodies: bodies.flat_map(|b| tables.scale.iter().map(move |s| tie(&b.id, &s.bodies))).collect(),
            frameworks: tables.scale.iter().map(|s| having(&s.id)).collect(),
        }
    }

    /// What each scale is to a body.
    pub(super) fn of_body(&self, body: u16) -> &[Tie] {
        let from = usize::from(body) * self.scales;
        self.bodies.get(from..from + self.scales).unwrap_or(&[])
    }

    /// True for a scale that a framework has for some aspects alone.
    pub(super) fn is_of_aspects(&self, scale: u16) -> bool {
        self.of_aspects.get(usize::from(scale)).copied().unwrap_or(false)
    }

    /// True when a body inspects, or inspected, such a kind of provider.
    pub(super) fn inspects(&self, body: u16, kind: u16) -> bool {
        let kind = usize::from(kind);
        let at = usize::from(body) * self.services + kind;
        kind < self.services && self.inspected.get(at).copied().unwrap_or(false)
    }

    /// The frameworks that have a scale, in their order.
    pub(super) fn frameworks_with(&self, scale: u16) -> &[u16] {
        self.frameworks.get(usize::from(scale)).map_or(&[], Vec::as_slice)
    }
}
