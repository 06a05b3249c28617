//! Whom the words of a sentence go back to: what the sentences before are about, the last few that they name, the one the
//! article is mainly about. Knows no frame.

use super::{ASIDE, Known, OFTEN, REACH, Story};
use crate::fact::ProviderHow;
use crate::find::person::run::may_be_person;
use crate::relate::frame::Target;
use crate::resolve::provider::{Ix, is_neighbour, switches};
use crate::text::Span;

/// So many sentences before "both" may name the two.
const SEVERAL: usize = 3;

/// So many sentences before "on both counts" may name the two.
const PAIRED: usize = 12;

impl Story<'_> {
    /// The provider that `fits` mentioned nearest before `at`, else first after it.
    pub(crate) fn nearest(&self, at: usize, fits: impl Fn(Ix) -> bool) -> Option<Ix> {
        let mentions = &self.providers.mentions;
        let split = mentions.partition_point(|m| m.span.start < at);
        let before = mentions[..split].iter().rev().find(|m| fits(m.provider));
        before.or_else(|| mentions[split..].iter().find(|m| fits(m.provider))).map(|m| m.provider)
    }

    /// What a sentence is about: the provider it names, where a body of the article inspects such.
    pub(crate) fn topic_of(&self, sentence: usize) -> Option<Ix> {
        self.providers.topics.of(sentence).filter(|&p| self.is_inspected(p))
    }

    /// Who was judged by name in a sentence, of whatever kind: a council, by who inspects its carers.
    pub(crate) fn judged_in(&self, sentence: usize) -> Option<Ix> {
        let judged = self.judged.borrow();
        let first = judged.partition_point(|(at, _)| *at < sentence);
        judged.get(first).filter(|(at, _)| *at == sentence).map(|(_, p)| *p)
    }

    /// Keeps who was judged by name in a sentence; they come in order.
    pub(crate) fn keep_judged(&self, sentence: usize, provider: Ix) {
        self.judged.borrow_mut().push((sentence, provider));
    }

    /// What "it" and "the home" of a sentence mean: what the sentences right before are about, the nearest first, less
    /// what was only a digression.
    pub(crate) fn meant(&self, sentence: usize, fits: impl Fn(Ix) -> bool) -> Option<Ix> {
        let back = (1..=REACH.min(sentence)).map(|back| sentence - back);
        let mut topics = back.filter_map(|at| Some((at, self.topic_of(at)?)));
        topics.find(|&(at, p)| fits(p) && !self.digresses(at, p, sentence)).map(|(_, p)| p)
    }

    /// True for a provider that the article names but once, some sentences before, where it names another often.
    pub(crate) fn digresses(&self, at: usize, provider: Ix, sentence: usize) -> bool {
        let paragraph = |at: usize| self.text.sentences.get(at).map(|s| self.text.paragraph_at(s.start));
        if paragraph(at) == paragraph(sentence) || self.names_of(provider) > 1 {
            return false;
        }
        let words = self.text.sentences.get(at).map(|s| self.text.at(*s)).unwrap_or_default();
        if is_neighbour(words) {
            return true;
        }
        let turns = self.text.sentences.get(at).is_some_and(|&s| switches(self.text, s));
        if turns || at + ASIDE >= sentence {
            return false;
        }
        let kind = self.kind(provider);
        (0..self.providers.entities.len()).any(|p| self.kind(p) == kind && self.names_of(p) > OFTEN)
    }

    /// The area that a judgement is of, by a name of the knowledge.
    pub(crate) fn area(&self, target: &Target) -> Option<Known> {
        target.worded.or_else(|| self.aspects.get(target.aspect?).copied())
    }

    /// The two areas that the article sets beside each other ("quality of services and use of resources"): in one
    /// sentence, the nearest before or the next after, else in this one and those right before. Indexes into the
    /// aspects, in order.
    pub(crate) fn two_areas(&self, sentence: usize) -> Option<[usize; 2]> {
        let before = (sentence.saturating_sub(PAIRED)..=sentence).rev();
        let one = before.chain(sentence + 1..sentence + 3).find_map(|at| self.pair_in(at, at));
        one.or_else(|| (1..=SEVERAL).find_map(|back| self.pair_in(sentence.saturating_sub(back), sentence)))
    }

    /// The areas of these sentences, where they are two.
    fn pair_in(&self, first: usize, last: usize) -> Option<[usize; 2]> {
        let (first, last) = (self.text.sentences.get(first)?, self.text.sentences.get(last)?);
        let from = self.aspects.partition_point(|k| k.span.start < first.start);
        let mut areas: Vec<(usize, &crate::fact::AspectId)> = Vec::new();
        for (ix, known) in self.aspects.iter().enumerate().skip(from) {
            if known.span.start >= last.end {
                break;
            }
            let own = |&b: &u16| self.knowledge.own_aspect(known.ix, b, self.published);
            let Some(id) = self.named.iter().find_map(own) else { continue };
            if areas.iter().all(|(_, other)| *other != id) {
                areas.push((ix, id));
            }
        }
        match areas.as_slice() {
            [(first, _), (second, _)] => Some([*first, *second]),
            _ => None,
        }
    }

    /// True for a provider that may be somebody by name: a childminder.
    pub(crate) fn may_be_person(&self, provider: Ix) -> bool {
        self.providers.entities.get(provider).is_some_and(|e| {
            self.knowledge.has_trades(e.kind) && (may_be_person(&e.name) || e.name.split(' ').count() == 2)
        })
    }

    /// How often the article names a provider.
    fn names_of(&self, provider: Ix) -> usize {
        let named =
            |m: &&crate::resolve::provider::Mention| m.provider == provider && m.how != ProviderHow::Generic;
        self.providers.mentions.iter().filter(named).count()
    }

    /// True for a provider that a body of the article inspects.
    pub(crate) fn is_inspected(&self, provider: Ix) -> bool {
        let Some(kind) = self.kind(provider) else { return false };
        self.bodies.iter().any(|m| self.knowledge.inspects(m.body, kind))
    }

    /// Those of the sentences that hold no label, each once and in order: what they tell of a grade is told by another's.
    pub(crate) fn unlabelled(&self, sentences: Vec<usize>) -> Vec<(usize, Span)> {
        let bare = |(at, span, label): (usize, Span, Option<Span>)| label.is_none().then_some((at, span));
        self.with_labels(sentences).into_iter().filter_map(bare).collect()
    }

    /// The sentences, each once and in order, with the last label of each.
    pub(crate) fn with_labels(&self, mut sentences: Vec<usize>) -> Vec<(usize, Span, Option<Span>)> {
        sentences.sort_unstable();
        sentences.dedup();
        let spans = sentences.into_iter().filter_map(|at| Some((at, *self.text.sentences.get(at)?)));
        let last = |span: Span| {
            let end = self.labels.partition_point(|l| l.span.start < span.end);
            let label = self.labels.get(end.checked_sub(1)?)?.span;
            (label.start >= span.start).then_some(label)
        };
        spans.map(|(at, span)| (at, span, last(span))).collect()
    }

    /// The provider that the most places mention, the first of equals.
    pub(crate) fn main_provider(&self, fits: impl Fn(Ix) -> bool) -> Option<Ix> {
        let count = |ix: Ix| self.providers.mentions.iter().filter(|m| m.provider == ix).count();
        (0..self.providers.entities.len())
            .filter(|&ix| fits(ix))
            .max_by_key(|&ix| (count(ix), usize::MAX - ix))
    }

    /// The providers that the sentences right before one name, back to the sentence that makes them so many, in order.
    pub(crate) fn named_before(&self, sentence: usize, wanted: usize) -> Vec<Ix> {
        let mut named: Vec<Ix> = Vec::new();
        for at in (sentence.saturating_sub(SEVERAL.max(wanted))..sentence).rev() {
            let Some(&earlier) = self.text.sentences.get(at) else { break };
            let mut own: Vec<Ix> = Vec::new();
            for m in self.providers.within(earlier) {
                let new = !own.contains(&m.provider) && !named.contains(&m.provider);
                if new && self.is_inspected(m.provider) {
                    own.push(m.provider);
                }
            }
            // "The firm runs X and Y. Both …": who runs them is none of the two.
            let runs = |p: Ix| self.providers.entities.iter().any(|e| e.operator == Some(p));
            if own.len() + named.len() > wanted {
                own.retain(|&p| !runs(p));
            }
            named.splice(0..0, own);
            if named.len() >= wanted {
                break;
            }
        }
        named
    }
}
