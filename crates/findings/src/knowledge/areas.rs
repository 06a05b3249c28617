//! Which area of which framework a name means. Knows no grammar.

use super::Knowledge;
use super::scale::Framework;
use crate::fact::{AspectId, BodyId, Day, FrameworkId, ScaleId, ServiceId};

/// What is known of a judgement whose area is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Judged<'a> {
    /// Index into the bodies.
    pub(crate) body: Option<u16>,
    pub(crate) framework: Option<&'a FrameworkId>,
    pub(crate) scale: Option<&'a ScaleId>,
    /// The provider's kind and the service that is judged.
    pub(crate) services: [Option<&'a ServiceId>; 2],
    pub(crate) on: Option<Day>,
}

impl Knowledge {
    /// The aspect that a name means in a framework; without one, where all frameworks agree.
    pub(crate) fn aspect_of(&self, name: u16, framework: Option<&FrameworkId>) -> Option<&AspectId> {
        let name = self.aspect_names.get(usize::from(name))?;
        let at = |&(f, a): &(u16, u16)| {
            let entry = self.frameworks().get(usize::from(f))?;
            Some((&entry.id, &entry.aspects.get(usize::from(a))?.id))
        };
        let mut known = name.refs.iter().filter_map(at);
        if let Some(framework) = framework {
            let mut all = known.clone().chain(name.also.iter().filter_map(at));
            if let Some((_, aspect)) = all.find(|(f, _)| *f == framework) {
                return Some(aspect);
            }
        }
        let (_, first) = known.next()?;
        known.all(|(_, id)| id == first).then_some(first)
    }

    /// True for a name of only a part of an area: "treating the public fairly" of legitimacy.
    pub(crate) fn is_part_of_aspect(&self, name: u16) -> bool {
        self.aspect_names.get(usize::from(name)).is_some_and(|a| a.part)
    }

    /// True for an area of any framework of a body or of its kin.
    pub(crate) fn has_aspect(&self, body: u16, aspect: &AspectId) -> bool {
        let Some(id) = self.body_id(body) else { return false };
        let kin = self.kin.get(id).map_or(&[][..], Vec::as_slice);
        let of_body = |f: &&Framework| f.body == *id || f.partners.contains(id) || kin.contains(&f.body);
        self.frameworks().iter().filter(of_body).any(|f| f.aspects.iter().any(|a| a.id == *aspect))
    }

    /// The area that a name means in the frameworks that a body had in use, where they agree.
    pub(crate) fn aspect_of_body(&self, name: u16, body: u16, published: Option<Day>) -> Option<&AspectId> {
        self.aspect_in(name, body, published, |framework, id| {
            framework.body == *id || framework.partners.contains(id)
        })
    }

    /// The same of a framework that is the body's own.
    pub(crate) fn own_aspect(&self, name: u16, body: u16, published: Option<Day>) -> Option<&AspectId> {
        self.aspect_in(name, body, published, |framework, id| framework.body == *id)
    }

    fn aspect_in(
        &self,
        name: u16,
        body: u16,
        published: Option<Day>,
        holds: impl Fn(&Framework, &BodyId) -> bool,
    ) -> Option<&AspectId> {
        let id = self.body_id(body)?;
        let called = self.areas_called(name, published, false);
        let mut found = called.filter(|(f, _)| holds(f, id)).map(|(_, id)| id);
        let first = found.next()?;
        found.all(|id| id == first).then_some(first)
    }

    /// The areas that a name means in the frameworks in force on a day; with those that it names only where one is meant.
    fn areas_called(
        &self,
        name: u16,
        on: Option<Day>,
        meant: bool,
    ) -> impl Iterator<Item = (&Framework, &AspectId)> {
        let name = self.aspect_names.get(usize::from(name));
        let refs = name.map_or(&[][..], |n| &n.refs);
        let also = name.filter(|_| meant).map_or(&[][..], |n| &n.also);
        refs.iter().chain(also).filter_map(move |&(f, a)| {
            let framework = self.frameworks().get(usize::from(f))?;
            let then = on.is_none_or(|day| {
                framework.from.first() <= day && framework.until.is_none_or(|until| until.last() >= day)
            });
            framework.aspects.get(usize::from(a)).filter(|_| then).map(|a| (framework, &a.id))
        })
    }

    /// True for a single word ("people", "fire") that was an area of one body only at the time, and that body none of
    /// these; or of no body then.
    pub(crate) fn is_foreign_aspect(&self, name: u16, bodies: &[u16], published: Option<Day>) -> bool {
        let Some(entry) = self.aspect_names.get(usize::from(name)) else { return false };
        // Papers look back a few years.
        let in_use = |f: &&Framework| {
            published.is_none_or(|day| f.until.is_none_or(|until| until.last().year() + 3 >= day.year()))
        };
        let mut of =
            entry.refs.iter().filter_map(|&(f, _)| self.frameworks().get(usize::from(f))).filter(in_use);
        let Some(first) = of.next() else { return true };
        let near = |id: &BodyId| {
            *id == first.body
                || first.partners.contains(id)
                || self.kin.get(id).is_some_and(|kin| kin.contains(&first.body))
        };
        of.all(|f| f.body == first.body) && !bodies.iter().filter_map(|&b| self.body_id(b)).any(near)
    }

    /// The id of the area that a name means in a judgement: by what was in force then, else by any framework of the body.
    pub(crate) fn area_id(&self, name: u16, judged: &Judged<'_>) -> Option<&AspectId> {
        if self.is_part_of_aspect(name) {
            return None;
        }
        let ever = || self.area_among(&[name], &Judged { on: None, framework: None, ..*judged });
        // An area of another body is none of this one's: "quality of care" is a phrase to most.
        let has = |id: &&AspectId| judged.body.is_none_or(|b| self.has_aspect(b, id));
        let any = || self.aspect_of(name, judged.framework).filter(has);
        self.area_then(&[name], judged).or_else(ever).map(|(_, id)| id).or_else(any)
    }

    /// The area that some names mean in what was in force then, and the name that does: in the framework, where one is
    /// settled.
    pub(crate) fn area_then(&self, names: &[u16], judged: &Judged<'_>) -> Option<(u16, &AspectId)> {
        let Some(id) = judged.framework else { return self.area_among(names, judged) };
        let of_name = |&name: &u16| {
            let found = self.areas_called(name, None, true).find(|(f, _)| f.id == *id)?;
            Some((name, found.1))
        };
        agreed(names.iter().filter_map(of_name))
    }

    /// Of the frameworks of the body, then of its scale, then of such a provider, as far as they agree. Papers keep a body's
    /// old name.
    fn area_among(&self, names: &[u16], judged: &Judged<'_>) -> Option<(u16, &AspectId)> {
        let body = self.body_id(judged.body?)?;
        let kin = self.kin.get(body).map_or(&[][..], Vec::as_slice);
        let own = |f: &Framework| f.body == *body || f.partners.contains(body);
        let mut found: Vec<Called<'_>> = names
            .iter()
            .flat_map(|&name| self.areas_called(name, judged.on, true).map(move |(f, id)| (name, f, id)))
            .filter(|(_, f, _)| own(f) || kin.contains(&f.body))
            .collect();
        narrow(&mut found, own);
        narrow(&mut found, |f| judged.scale.is_some_and(|scale| f.scales.contains(scale)));
        narrow(&mut found, |f| judged.services.contains(&Some(&f.service)));
        agreed(found.into_iter().map(|(name, _, id)| (name, id)))
    }
}

/// A name, and the area that it means in a framework.
type Called<'k> = (u16, &'k Framework, &'k AspectId);

/// The first, where all mean the same area.
fn agreed<'k>(mut found: impl Iterator<Item = (u16, &'k AspectId)>) -> Option<(u16, &'k AspectId)> {
    let first = found.next()?;
    found.all(|(_, id)| id == first.1).then_some(first)
}

/// Keeps those that hold, where any does.
fn narrow(found: &mut Vec<Called<'_>>, holds: impl Fn(&Framework) -> bool) {
    if found.iter().any(|(_, f, _)| holds(f)) {
        found.retain(|(_, f, _)| holds(f));
    }
}
