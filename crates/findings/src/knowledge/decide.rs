//! What was in force: which scale and framework a label belongs to, for this body, this kind of provider, this
//! service and this date. Says all that fits equally well, and leaves it to the caller not to choose.

use super::Knowledge;
use super::body::BodyEntry;
use super::forms::{How, Stand};
use super::scale::{Framework, Level, Scale};
use super::ties::Tie;
use super::when::may_overlap;
use crate::fact::{AspectId, BodyId, Day, FrameworkId, ServiceId};

/// A question: what was in force? Leave `None` what the article does not tell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask<'a> {
    /// How the grade is told.
    pub told: Told<'a>,
    /// Who judged.
    pub body: Option<&'a BodyId>,
    /// The kind of the provider.
    pub kind: Option<&'a ServiceId>,
    /// The service of it that is judged.
    pub service: Option<&'a ServiceId>,
    /// First and last day the inspection may have been on.
    pub on: Option<(Day, Day)>,
    /// When the article was published: used where `on` is not known.
    pub published: Option<Day>,
    /// Whether the article says that the grade is, or is not, the overall one.
    pub overall: Option<bool>,
    /// The aspect that is judged.
    pub aspect: Option<&'a AspectId>,
}

/// How a grade is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told<'a> {
    /// Not at all: any level.
    #[default]
    Nothing,
    /// In words, in any letter case: "requires improvement", "two-star".
    Words(&'a str),
    /// By a bare number.
    Number(u8),
    /// By a number out of the highest.
    OutOf(u8, u8),
}

/// An answer: one level of one scale that was in force.
#[derive(Clone, Copy, Debug)]
pub struct InForce<'k> {
    /// The edition of the scale.
    pub scale: &'k Scale,
    /// The framework that used it then, where one is known.
    pub framework: Option<&'k Framework>,
    /// The canonical label.
    pub label: &'k str,
    /// 1 = best.
    pub rank: u8,
    /// Number of levels.
    pub of: u8,
    /// In what way the words stand for the level.
    pub how: How,
    /// True when the words count only where a body of the scale is named.
    pub weak: bool,
    /// True when the scale yields one headline judgement.
    pub overall: bool,
}

/// How well an answer fits: compared field by field, more is better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    body: u8,
    service: u8,
    aspect: u8,
    date: u8,
    /// A label is meant before newspaper wording that points to another.
    words: u8,
    headline: u8,
}

impl Knowledge {
    /// The levels that the words of `ask` can stand for, all equally well founded, the best first. A caller may
    /// take the first when all agree in label, rank and number of levels, and has to leave it open otherwise.
    pub fn scale_in_force(&self, ask: &Ask<'_>) -> Vec<InForce<'_>> {
        self.best(&self.told(ask.told), ask)
    }

    /// Of the levels that a grade can stand for those that fit best.
    pub(super) fn best(&self, stands: &[Stand], ask: &Ask<'_>) -> Vec<InForce<'_>> {
        let body = ask.body.map(|body| self.body_ix.get(body).map_or(&[][..], |ix| self.ties.of_body(*ix)));
        let mut found: Vec<InForce<'_>> = Vec::new();
        let mut best: Option<Fit> = None;
        for &Stand { scale: at, level, how, weak } in stands {
            // Most scales are another body's.
            let tie = body.map(|ties| ties.get(usize::from(at)).copied().unwrap_or_default());
            if tie == Some(Tie::None) {
                continue;
            }
            let Some((scale, level)) = self.level_at(at, level) else { continue };
            // What fits less than another has been found to needs no answer.
            let fit = self.fit(at, scale, how, ask, tie).filter(|fit| best.is_none_or(|best| *fit >= best));
            if let Some(fit) = fit {
                if best.is_some_and(|best| fit > best) {
                    found.clear();
                }
                best = Some(fit);
                found.push(self.answer(at, scale, level, how, weak, ask));
            }
        }
        found.sort_by(|a, b| {
            (a.how, a.scale.services.len(), a.scale.id.as_str()).cmp(&(
                b.how,
                b.scale.services.len(),
                b.scale.id.as_str(),
            ))
        });
        found
    }

    /// The frameworks of a body that were in use, those made for the service or kind first. Without a body, those
    /// of any.
    pub fn framework_in_force(&self, ask: &Ask<'_>) -> Vec<&Framework> {
        let mut found: Vec<&Framework> = self
            .frameworks()
            .iter()
            .filter(|f| self.date_fit(f.from, f.until, ask).is_some())
            .filter(|f| ask.body.is_none_or(|b| f.body == *b || f.partners.contains(b)))
            .collect();
        let made_for = |f: &Framework| {
            u8::from(ask.service == Some(&f.service)) * 2 + u8::from(ask.kind == Some(&f.service))
        };
        if found.iter().any(|f| made_for(f) > 0) {
            found.retain(|f| made_for(f) > 0);
        }
        found.sort_by_key(|f| (std::cmp::Reverse(made_for(f)), std::cmp::Reverse(f.from.first())));
        found
    }

    /// Who inspected this kind of provider, or this service, between two days: oftenest first.
    pub fn bodies_for(&self, kind: &ServiceId, on: Option<(Day, Day)>) -> Vec<&BodyEntry> {
        let Some(service) = self.service(kind) else { return Vec::new() };
        let bodies = service.bodies.iter().filter_map(|id| self.body(id));
        bodies.filter(|b| on.is_none_or(|on| may_overlap(b.start, b.end, on))).collect()
    }

    /// The scales, levels and manners that a grade as told can stand for.
    fn told(&self, told: Told<'_>) -> Vec<Stand> {
        let every = |wanted: &dyn Fn(&Scale, &Level) -> bool, how| {
            let scales = self.scales().iter().enumerate();
            let levels = scales.flat_map(|(s, scale)| {
                scale.levels.iter().enumerate().map(move |(l, level)| (s, scale, l, level))
            });
            levels
                .filter(|(_, scale, _, level)| wanted(scale, level))
                .map(|(s, _, l, _)| Stand { scale: s as u16, level: l as u8, how, weak: false })
                .collect()
        };
        match told {
            Told::Nothing => every(&|_, _| true, How::Label),
            Told::Number(n) => every(&|_, level| level.number == Some(n), How::Number),
            Told::OutOf(n, top) => {
                every(&|scale, level| level.number == Some(n) && scale.top_number() == Some(top), How::Number)
            }
            Told::Words(text) => match self.form(text) {
                Some(form) => form.stands.clone(),
                None => every(&|_, level| level.is_called(text), How::Label),
            },
        }
    }

    /// How well a scale fits the question; `None` when it cannot be the one.
    fn fit(&self, at: u16, scale: &Scale, how: How, ask: &Ask<'_>, tie: Option<Tie>) -> Option<Fit> {
        if ask.overall == Some(true) && !scale.overall {
            return None;
        }
        let body = match tie {
            None => 0,
            Some(Tie::Own) => 3,
            Some(Tie::Kin) => 1,
            Some(Tie::None) => return None,
        };
        let date = self.date_fit(scale.from, scale.until, ask)?;
        Some(Fit {
            body,
            service: service_fit(scale, ask)?,
            aspect: self.aspect_fit(at, scale, ask),
            date,
            words: u8::from(how != How::Paraphrase),
            headline: u8::from(ask.aspect.is_none() && scale.overall),
        })
    }

    fn aspect_fit(&self, at: u16, scale: &Scale, ask: &Ask<'_>) -> u8 {
        // A scale of some aspects alone is meant where one of them is named.
        let Some(aspect) = ask.aspect else {
            return u8::from(!self.ties.is_of_aspects(at));
        };
        let frameworks = self.frameworks_with(at);
        let entries = frameworks
            .filter(|f| self.date_fit(f.from, f.until, ask).is_some())
            .flat_map(|f| f.aspects.iter().filter(|a| a.id == *aspect).map(move |a| (f, a)));
        // The headline scale is the first named, of the editions that fit the day best.
        let headline = |f: &Framework| {
            let editions = f.scales.iter().filter_map(|id| self.scale(id));
            let fit = |s: &&Scale| self.date_fit(s.from, s.until, ask);
            let best = editions.clone().filter_map(|s| fit(&s)).max();
            best.is_some() && editions.clone().find(|s| fit(s) == best).is_some_and(|s| s.id == scale.id)
        };
        entries
            .map(|(framework, entry)| match &entry.scale {
                Some(own) if *own == scale.id => 2,
                Some(_) => 0,
                // The others belong to aspects that name them.
                None if headline(framework) => 2,
                None if framework.aspects.iter().any(|a| a.scale.as_ref() == Some(&scale.id)) => 0,
                None => 1,
            })
            .max()
            .unwrap_or(0)
    }

    /// 2 = in force on the day, or at publication where the day is not known; 1 = before publication.
    fn date_fit(&self, from: super::When, until: Option<super::When>, ask: &Ask<'_>) -> Option<u8> {
        match (ask.on, ask.published) {
            (Some(on), _) => may_overlap(Some(from), until, on).then_some(2),
            (None, None) => Some(if until.is_none() { 2 } else { 1 }),
            (None, Some(day)) if may_overlap(Some(from), until, (day, day)) => Some(2),
            (None, Some(day)) => (from.first() <= day).then_some(1),
        }
    }

    /// The frameworks that have a scale, in their order.
    fn frameworks_with(&self, scale: u16) -> impl Iterator<Item = &Framework> {
        let known = self.ties.frameworks_with(scale).iter();
        known.filter_map(|at| self.frameworks().get(usize::from(*at)))
    }

    fn answer<'k>(
        &'k self,
        at: u16,
        scale: &'k Scale,
        level: &'k Level,
        how: How,
        weak: bool,
        ask: &Ask<'_>,
    ) -> InForce<'k> {
        let made_for = |f: &Framework| Some(&f.service) == ask.service || Some(&f.service) == ask.kind;
        let in_use = |f: &&Framework| self.date_fit(f.from, f.until, ask).is_some();
        let mut frameworks: Vec<&Framework> = self.frameworks_with(at).filter(in_use).collect();
        frameworks.sort_by_key(|f| (std::cmp::Reverse(made_for(f)), std::cmp::Reverse(f.from.first())));
        // Two frameworks within the time that the article leaves open: which it was cannot be told.
        let framework = match frameworks.as_slice() {
            [one] => Some(*one),
            [first, second, ..] if made_for(first) && !made_for(second) => Some(*first),
            _ => None,
        };
        let of = scale.levels.len() as u8;
        InForce {
            scale,
            framework,
            label: &level.label,
            rank: level.rank,
            of,
            how,
            weak,
            overall: scale.overall,
        }
    }

    /// A framework by its id.
    pub fn framework(&self, id: &FrameworkId) -> Option<&Framework> {
        self.frameworks().iter().find(|f| f.id == *id)
    }
}

/// 3 = made for the service that is judged, 2 = for the kind, 1 = neither is known. A scale for neither is none.
fn service_fit(scale: &Scale, ask: &Ask<'_>) -> Option<u8> {
    match (ask.service, ask.kind) {
        (Some(service), _) if scale.services.contains(service) => Some(3),
        (_, Some(kind)) if scale.services.contains(kind) => Some(2),
        (None, None) => Some(1),
        _ => None,
    }
}

impl Scale {
    /// The level printed as this number.
    pub fn level_for_number(&self, number: u8) -> Option<&Level> {
        self.levels.iter().find(|level| level.number == Some(number))
    }

    /// The level that a percentage stands for.
    pub fn level_for_percent(&self, percent: u8) -> Option<&Level> {
        self.levels
            .iter()
            .find(|level| level.percent.is_some_and(|(low, high)| (low..=high).contains(&percent)))
    }

    /// The level with this label or form, in any letter case: also one too common to be looked for.
    pub fn level_named(&self, text: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.is_called(text))
    }

    /// The highest number on it.
    pub fn top_number(&self) -> Option<u8> {
        self.levels.iter().filter_map(|level| level.number).max()
    }
}

impl Level {
    fn is_called(&self, text: &str) -> bool {
        let forms = std::iter::once(&self.label).chain(&self.forms).chain(&self.weak).chain(&self.unsought);
        forms.into_iter().any(|form| form.eq_ignore_ascii_case(text))
    }
}

impl Knowledge {
    /// The level for a number on the scale of this id.
    pub fn level_for_number(&self, scale: &crate::fact::ScaleId, number: u8) -> Option<&Level> {
        self.scale(scale)?.level_for_number(number)
    }
}
