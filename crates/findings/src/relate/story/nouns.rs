//! Common nouns of providers that hold more than the noun: a grade before it, a part of its owner. Knows no sentence.

use super::Story;
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::text::Span;

impl Story<'_> {
    /// "its critical care unit": a part of the one told of.
    pub(super) fn is_own_part(&self, noun: Span) -> bool {
        let whose = self
            .text
            .at(noun)
            .split(' ')
            .next()
            .is_some_and(|w| matches!(w, "its" | "Its" | "their" | "Their"));
        let from = self.services.partition_point(|k| k.span.start < noun.start);
        whose && self.services.get(from).is_some_and(|k| k.span.end < noun.end)
    }

    /// "the inadequate-rated nursery": the noun without the grade before it.
    pub(super) fn past_grade(&self, noun: Span) -> Span {
        let from = self.labels.partition_point(|l| l.span.start < noun.start);
        let grade = self.labels.get(from).filter(|l| l.span.end < noun.end);
        let rest = grade.and_then(|l| {
            let rest = self.text.as_str().get(l.span.end..noun.end)?;
            // "a three-star council"
            let stars = || rest.strip_prefix(' ').filter(|_| self.text.at(l.span).ends_with("-star"));
            rest.strip_prefix("-rated ").or_else(stars)
        });
        rest.map_or(noun, |rest| Span::new(noun.end - rest.len(), noun.end))
    }

    /// "Eastlow and Carrick fire and rescue services": the nouns in the plural that names of a sentence share.
    pub(super) fn shared_nouns(&self, sentence: Span) -> Vec<(Span, u8, Item)> {
        let from = self.plurals.partition_point(|k| k.span.start < sentence.start);
        let here = self.plurals[from..].iter().take_while(|k| k.span.start < sentence.end);
        let names = self.providers.within(sentence);
        let shared = here.filter(|k| names.iter().any(|m| m.span.end + 1 == k.span.start));
        let class = |span: Span| {
            let rest = self.text.as_str().get(span.end..).unwrap_or_default();
            if rest.starts_with(['\'', '’']) { Class::Possessive } else { Class::Filler }
        };
        shared.map(|k| (k.span, 8, Item::Word(class(k.span)))).collect()
    }
}
