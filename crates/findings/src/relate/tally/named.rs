//! Counts set against the names beside them: "three schools were rated good: A, B, C and D" counts one too few.
//!
//! *What it leaves alone*: fewer names than counted, which may be only some of them.

use crate::fact::{CountKind, Note, Part, Tally};
use crate::relate::Draft;
use crate::relate::story::Story;

/// A note for each count that is less than the providers named under its label in the same sentence.
pub(crate) fn disagreements(story: &Story<'_>, tallies: &[Tally], ratings: &[Draft]) -> Vec<Note> {
    let counted = tallies.iter().filter(|t| t.provider.is_none() && t.count.kind == CountKind::Exact);
    counted
        .filter_map(|tally| {
            let n = tally.count.n?;
            let [label] = tally.labels.as_slice() else { return None };
            let at = story.text.sentence_at(tally.span.start);
            let sentence = story.text.sentences.get(at)?;
            let mut named: Vec<usize> = ratings
                .iter()
                .filter(|r| sentence.contains(r.span) && r.label == *label && r.target.aspect.is_none())
                .filter_map(|r| r.target.provider)
                .collect();
            named.sort_unstable();
            named.dedup();
            (named.len() as u64 > n && n > 1).then(|| Note {
                message: format!("{n} are counted as `{label}` and {} are named", named.len()),
                span: tally.span,
                text: String::new(),
                part: Part::Text,
            })
        })
        .collect()
}
