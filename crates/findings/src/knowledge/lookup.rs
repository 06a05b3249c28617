//! Short questions that the finders ask by index, beside the decisions of `decide`. Knows no grammar.

use super::decide::{Ask, InForce, Told};
use super::forms::{Form, Stand};
use super::scale::{Scale, ScaleKind};
use super::service::{Regime, ServiceEntry};
use super::ties::Tie;
use super::words::Place;
use super::{How, Knowledge};
use crate::fact::{BodyId, Day, MeasureKind, RegimeId, ServiceId};
use crate::text::word::last;

impl Knowledge {
    /// The kind of provider that a body inspects most.
    pub(crate) fn usual_kind(&self, body: u16) -> Option<u16> {
        let usual = self.bodies().get(usize::from(body))?.usual.as_ref()?;
        let at = self.services().iter().position(|s| s.id == *usual)?;
        u16::try_from(at).ok()
    }

    /// True where a kind of provider stands on other scales too of the same bodies and the same sort.
    pub(crate) fn has_like_scales(&self, kind: u16, scale: &Scale) -> bool {
        let Some(id) = self.service_id(kind) else { return true };
        let same = |s: &Scale| s.kind == scale.kind && s.bodies.iter().any(|b| scale.bodies.contains(b));
        self.scales().iter().any(|s| s.id != scale.id && same(s) && s.services.contains(id))
    }

    /// True when a body inspects, or inspected, such a kind of provider.
    pub(crate) fn inspects(&self, body: u16, kind: u16) -> bool {
        self.ties.inspects(body, kind)
    }

    /// All editions of a body's own scales.
    pub(crate) fn scales_of(&self, body: u16) -> impl Iterator<Item = &Scale> {
        let ties = self.ties.of_body(body).iter();
        self.scales().iter().zip(ties).filter(|(_, tie)| **tie == Tie::Own).map(|(scale, _)| scale)
    }

    /// True for a kind of provider that is no mere part of another.
    pub(crate) fn stands_alone(&self, kind: u16) -> bool {
        self.services().get(usize::from(kind)).is_some_and(|s| s.part_of.is_none())
    }

    /// True for a kind of which a place has one: two names with the same place are the same provider's.
    pub(crate) fn one_of_a_place(&self, kind: u16) -> bool {
        self.services().get(usize::from(kind)).is_some_and(|s| s.bare_place || s.one_of_a_place)
    }

    /// True for a kind whose names often lack a head noun.
    pub(crate) fn bare_names(&self, kind: u16) -> bool {
        self.services().get(usize::from(kind)).is_some_and(|s| s.bare_names)
    }

    /// True for the name of a county or town, and for a word that ends as such names do.
    pub(crate) fn sounds_like_a_place(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let ends = |e: &String| lower.strip_suffix(e.as_str()).is_some_and(|stem| stem.len() >= 2);
        self.places().endings.iter().any(ends) || self.is_area(word)
    }

    /// True for a word that ends the names of houses: "Lodge", "View".
    pub(crate) fn ends_a_house(&self, word: &str) -> bool {
        self.names_a_house(word) || self.services().iter().any(|s| s.weak_tails.iter().any(|t| t == word))
    }

    /// True for the name of a county, city, borough or region.
    pub(crate) fn is_area(&self, name: &str) -> bool {
        self.places().areas.iter().any(|a| a == name)
    }

    /// True for what homes are called after "The" and no town is: "Larches".
    pub(crate) fn names_a_house(&self, word: &str) -> bool {
        self.places().houses.iter().any(|h| h == word)
    }

    /// True when a common noun means only a provider of the kind that has the noun in its own name.
    pub(crate) fn is_own_noun(&self, kind: u16, noun: &str) -> bool {
        let last = last(noun);
        self.services().get(usize::from(kind)).is_some_and(|s| s.own_nouns.iter().any(|n| n == last))
    }

    /// True for a name that ends as the names of other things do.
    pub(crate) fn is_weak_name(&self, kind: u16, name: &str) -> bool {
        let last = last(name);
        self.services().get(usize::from(kind)).is_some_and(|s| s.weak_tails.iter().any(|t| t == last))
    }

    /// True for a plural that tells no kind.
    pub(crate) fn is_vague_plural(&self, kind: u16, noun: &str) -> bool {
        let named = |n: &String| n.eq_ignore_ascii_case(noun);
        self.services().get(usize::from(kind)).is_some_and(|s| s.vague_plurals.iter().any(named))
    }

    /// True for a noun that is a person's trade: "childminder".
    pub(crate) fn is_trade(&self, kind: u16, noun: &str) -> bool {
        let named = |n: &String| n.eq_ignore_ascii_case(noun);
        self.services().get(usize::from(kind)).is_some_and(|s| s.trades.iter().any(named))
    }

    /// True for a kind that people are by their trade.
    pub(crate) fn has_trades(&self, kind: u16) -> bool {
        self.services().get(usize::from(kind)).is_some_and(|s| !s.trades.is_empty())
    }

    /// True for a noun whose plural tells no kind.
    pub(crate) fn is_vague_noun(&self, kind: u16, noun: &str) -> bool {
        let named = |n: &String| {
            let (stem, s) = n.as_bytes().split_at(n.len().saturating_sub(1));
            s.eq_ignore_ascii_case(b"s") && stem.eq_ignore_ascii_case(noun.as_bytes())
        };
        self.services().get(usize::from(kind)).is_some_and(|s| s.vague_plurals.iter().any(named))
    }

    /// The id of a body.
    pub(crate) fn body_id(&self, body: u16) -> Option<&BodyId> {
        self.bodies().get(usize::from(body)).map(|b| &b.id)
    }

    /// The id of a kind of provider or a service.
    pub(crate) fn service_id(&self, service: u16) -> Option<&ServiceId> {
        self.services().get(usize::from(service)).map(|s| &s.id)
    }

    /// True when such providers have the service of this name.
    pub(crate) fn has_service(&self, kind: u16, name: u16) -> bool {
        self.service_names.get(usize::from(name)).is_some_and(|n| n.of.contains(&kind))
    }

    /// The id of the service of this name, where it has one.
    pub(crate) fn service_of(&self, name: u16) -> Option<&ServiceId> {
        self.service_id(self.service_names.get(usize::from(name))?.service?)
    }

    /// The first of the names of the same part: "A&E" and "emergency department" are one.
    pub(crate) fn first_name_of_service(&self, name: u16) -> u16 {
        let one = |n: u16| self.service_names.get(usize::from(n)).and_then(|s| s.one);
        let Some(part) = one(name) else { return name };
        (0..name).find(|&n| one(n) == Some(part)).unwrap_or(name)
    }

    /// True for two names of one part.
    pub(crate) fn same_part(&self, a: &str, b: &str) -> bool {
        let part = |text: &str| {
            self.service_names.iter().find(|s| s.text.eq_ignore_ascii_case(text)).and_then(|s| s.one)
        };
        part(a).is_some_and(|of| part(b) == Some(of))
    }

    /// What kind of measure a name means.
    pub(crate) fn measure_kind(&self, name: u16) -> Option<MeasureKind> {
        self.measure_names.get(usize::from(name))?.kind
    }

    /// The regime of a measure's name, for a body and a day: the only one that fits.
    pub(crate) fn regime_of(&self, name: u16, body: Option<u16>, on: Option<Day>) -> Option<&RegimeId> {
        let body = self.body_id(body?)?;
        let refs = &self.measure_names.get(usize::from(name))?.regimes;
        let mut fits = refs.iter().filter_map(|&ix| self.regimes().get(usize::from(ix))).filter(|r| {
            let begun = on.is_none_or(|day| r.from.is_none_or(|from| from.first() <= day));
            r.bodies.contains(body)
                && begun
                && on.is_none_or(|day| r.until.is_none_or(|until| until.last() >= day))
        });
        let first = fits.next()?;
        fits.next().is_none().then_some(&first.id)
    }

    /// True for a body that took another's place.
    pub(crate) fn succeeds(&self, new: u16, old: u16) -> bool {
        let body = |ix: u16| self.bodies().get(usize::from(ix));
        body(new)
            .zip(body(old))
            .is_some_and(|(new, old)| new.predecessors.contains(&old.id) || old.successors.contains(&new.id))
    }

    /// The bodies whose regimes have a measure of that name.
    pub(crate) fn bodies_of_measure(&self, name: u16) -> impl Iterator<Item = &BodyId> + '_ {
        let regimes = self.measure_names.get(usize::from(name)).map_or(&[][..], |n| &n.regimes);
        regimes.iter().filter_map(|&ix| self.regimes().get(usize::from(ix))).flat_map(|r| &r.bodies)
    }

    /// The body whose regime for such providers a measure's name belongs to on a day, where there is one such regime.
    pub(crate) fn keeper_of(&self, name: u16, kind: &ServiceId, on: Option<Day>) -> Option<u16> {
        let refs = &self.measure_names.get(usize::from(name))?.regimes;
        let mut fits = refs.iter().filter_map(|&ix| self.regimes().get(usize::from(ix))).filter(|r| {
            r.services.contains(kind)
                && on.is_none_or(|day| r.from.is_none_or(|from| from.first() <= day))
                && on.is_none_or(|day| r.until.is_none_or(|until| until.last() >= day))
        });
        let first = fits.next().filter(|_| fits.next().is_none())?;
        let keeper = first.bodies.first()?;
        let at = self.bodies().iter().position(|b| b.id == *keeper)?;
        u16::try_from(at).ok()
    }

    /// The one regime in which a body does such a thing on a day.
    pub(crate) fn regime_with(
        &self,
        kind: MeasureKind,
        body: Option<u16>,
        on: Option<Day>,
    ) -> Option<&RegimeId> {
        let body = self.body_id(body?)?;
        let mut fits = self.regimes().iter().filter(|r| {
            r.bodies.contains(body)
                && r.measures.contains(&kind)
                && on.is_none_or(|day| r.from.is_none_or(|from| from.first() <= day))
                && on.is_none_or(|day| r.until.is_none_or(|until| until.last() >= day))
        });
        let first = fits.next()?;
        fits.next().is_none().then_some(&first.id)
    }

    /// The regime of government's hand in such services on a day: the first service that has one.
    pub(crate) fn intervention_regime(
        &self,
        kind: MeasureKind,
        services: &[&ServiceId],
        on: Option<Day>,
    ) -> Option<&RegimeId> {
        let stands = |r: &&Regime| {
            r.measures.contains(&kind)
                && on.is_none_or(|day| r.from.is_none_or(|from| from.first() <= day))
                && on.is_none_or(|day| r.until.is_none_or(|until| until.last() >= day))
        };
        services.iter().find_map(|s| {
            let mut fits = self.regimes().iter().filter(stands).filter(|r| r.services.contains(s));
            let first = fits.next()?;
            fits.next().is_none().then_some(&first.id)
        })
    }

    /// True when a form is newspaper wording that only points to a label.
    pub(crate) fn only_paraphrases(&self, form: u16) -> bool {
        self.forms.get(usize::from(form)).is_some_and(|f| f.stands.iter().all(|s| s.how == How::Paraphrase))
    }

    /// The index of the form with these words.
    pub(crate) fn form_index(&self, text: &str) -> Option<u16> {
        self.form_ix.get(&text.to_lowercase()).copied()
    }

    /// True for a clause that names the one aspect whose scale it is on: "safeguarding standards were met".
    pub(crate) fn names_its_aspect(&self, form: &Form) -> bool {
        let verbs = ["met", "meet", "meets", "is", "are", "were", "was"];
        let clause =
            form.text.split(' ').nth(2).is_some() && form.text.split(' ').any(|w| verbs.contains(&w));
        let named = |scale: &Scale| {
            let aspects = self.frameworks().iter().flat_map(|f| &f.aspects);
            let mut own = aspects.filter(|a| a.scale.as_ref() == Some(&scale.id));
            own.next().is_some_and(|a| a.aliases.iter().any(|alias| form.text.contains(alias.as_str())))
        };
        let scale = |s: &Stand| self.scales().get(usize::from(s.scale));
        clause && form.stands.iter().all(|s| scale(s).is_some_and(named))
    }

    /// True for a statement of several words that is the outcome itself: "widespread and/or systemic failings".
    pub(crate) fn is_statement(&self, form: u16) -> bool {
        let outcome = |s: &Stand| {
            let scale = self.scales().get(usize::from(s.scale));
            s.how == How::Label && !s.weak && scale.is_some_and(|s| s.kind == ScaleKind::OutcomeText)
        };
        let form = self.forms.get(usize::from(form));
        form.is_some_and(|f| {
            f.text.bytes().filter(|b| *b == b' ').nth(1).is_some() && f.stands.iter().all(outcome)
        })
    }

    /// True where the form is what such a body determines in a complaint.
    pub(crate) fn determines(&self, form: u16, body: u16) -> bool {
        let stands = self.forms.get(usize::from(form)).map_or(&[][..], |f| &f.stands);
        let Some(body) = self.body_id(body) else { return false };
        let scales = stands.iter().filter_map(|s| self.scales().get(usize::from(s.scale)));
        scales.into_iter().any(|s| s.kind == ScaleKind::Determination && s.bodies.contains(body))
    }

    /// The part of such a provider that a statement is always the outcome of.
    pub(crate) fn service_of_statement(&self, form: u16, of: &ServiceId) -> Option<&ServiceId> {
        let stand = self.forms.get(usize::from(form)).filter(|_| self.is_statement(form))?.stands.first()?;
        let scale = self.scales().get(usize::from(stand.scale))?;
        let part = |s: &&ServiceEntry| scale.services.contains(&s.id) && s.part_of.as_ref() == Some(of);
        self.services().iter().find(part).map(|s| &s.id)
    }

    /// What was in force for a form of a label.
    pub(crate) fn levels_of(&self, form: u16, ask: &Ask<'_>) -> Vec<InForce<'_>> {
        let stands = self.forms.get(usize::from(form)).map_or(&[][..], |form| &form.stands);
        self.best(stands, ask)
    }

    /// The levels at a place of the scales in force: "the lowest possible rating".
    pub(crate) fn levels_at(&self, place: Place, ask: &Ask<'_>, of_aspect: bool) -> Vec<InForce<'_>> {
        let overall = (!of_aspect).then_some(true);
        let all = self.scale_in_force(&Ask { told: Told::Nothing, overall, ..*ask });
        let rank = |of: u8| match place {
            Place::First => Some(1),
            Place::Second => Some(2),
            Place::LastButOne => of.checked_sub(1),
            Place::Last => Some(of),
            Place::Set | Place::EveryAspect => None,
        };
        // "The lowest rating" stands on no scale of pass and fail, where there is another.
        let grades = |f: &InForce<'_>| f.of > 2 && f.scale.kind != ScaleKind::Binary;
        let graded = all.iter().any(grades);
        all.into_iter().filter(|f| rank(f.of) == Some(f.rank) && (grades(f) || !graded)).collect()
    }

    /// The label that a form most likely means, where nothing but the body is known.
    pub(crate) fn canonical(&self, form: u16, body: Option<u16>, published: Option<Day>) -> String {
        let ask = Ask { body: body.and_then(|b| self.body_id(b)), published, ..Ask::default() };
        let found = self.levels_of(form, &ask);
        let words = || self.forms.get(usize::from(form)).map(|f| f.text.clone()).unwrap_or_default();
        found.first().map_or_else(words, |f| f.label.to_owned())
    }
}
