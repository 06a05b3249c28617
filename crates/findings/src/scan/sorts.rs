//! What sorts of words a sentence holds, as one small number: a reader that wants a label asks one bit, and not every hit.
//! Knows no grammar.

use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::text::{Span, Text};

/// Some sorts of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sorts(u16);

impl Sorts {
    pub(crate) const LABEL: Sorts = Sorts(1);
    pub(crate) const MEASURE: Sorts = Sorts(1 << 1);
    /// A body by name, or a noun that stands for one.
    pub(crate) const BODY: Sorts = Sorts(1 << 2);
    pub(crate) const SERVICE: Sorts = Sorts(1 << 3);
    /// "the home", "both homes", "ALMO": what stands for providers.
    pub(crate) const NOUN: Sorts = Sorts(1 << 4);
    /// "both homes"
    pub(crate) const PLURAL: Sorts = Sorts(1 << 5);
    /// "full marks", "top": what may name a grade by its place.
    pub(crate) const RANK: Sorts = Sorts(1 << 6);

    /// These and others.
    pub(crate) const fn or(self, others: Sorts) -> Sorts {
        Sorts(self.0 | others.0)
    }

    /// True where one of these is there.
    #[inline]
    pub(crate) const fn hold(self, any: Sorts) -> bool {
        self.0 & any.0 != 0
    }

    const fn of(sense: Sense) -> Sorts {
        match sense {
            Sense::Label(_) => Sorts::LABEL,
            Sense::Measure(_) => Sorts::MEASURE,
            Sense::Body { .. } | Sense::BodyNoun(_) => Sorts::BODY,
            Sense::Service(_) => Sorts::SERVICE,
            Sense::Rank(_) | Sense::RankWord(_) => Sorts::RANK,
            Sense::Provider { form, .. } => match form {
                HeadForm::Generic | HeadForm::Acronym => Sorts::NOUN,
                HeadForm::Plural => Sorts::NOUN.or(Sorts::PLURAL),
                HeadForm::Tail | HeadForm::Lead | HeadForm::Whole => Sorts(0),
            },
            _ => Sorts(0),
        }
    }
}

/// The sorts of each sentence, and at the end those of the whole text.
pub(super) fn by_sentence(text: &Text, hits: &[Hit]) -> Vec<Sorts> {
    let sentences: &[Span] = &text.sentences;
    let mut all = vec![Sorts::default(); sentences.len() + 1];
    let mut at = 0;
    for hit in hits {
        let sorts = Sorts::of(hit.sense);
        if sorts == Sorts::default() {
            continue;
        }
        while sentences.get(at).is_some_and(|s| s.end <= hit.start) {
            at += 1;
        }
        let within = sentences.get(at).is_some_and(|s| s.start <= hit.start);
        if let Some(here) = all.get_mut(at).filter(|_| within) {
            *here = here.or(sorts);
        }
        if let Some(whole) = all.last_mut() {
            *whole = whole.or(sorts);
        }
    }
    all
}
