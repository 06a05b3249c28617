//! Which sentences may count judgements: those with a label or a measure, and "It is one of …" after one. Knows no number.

use crate::relate::story::Story;

/// The sentences with a label or a place on a scale, in order.
pub(super) fn sentences(story: &Story<'_>) -> Vec<usize> {
    let known = story.labels.iter().chain(&story.measures).map(|l| l.span);
    let spans = known.chain(story.places.iter().copied());
    let mut found: Vec<usize> = spans.map(|span| story.text.sentence_at(span.start)).collect();
    found.sort_unstable();
    found.dedup();
    // "It is one of only four to manage that": after the sentence with the label.
    const ALSO: &[&str] = &["It is one of ", "It was one of ", "It is among ", "It became one of "];
    let next = |at: usize| {
        let words = story.text.at(*story.text.sentences.get(at + 1)?);
        ALSO.iter().any(|w| words.starts_with(w)).then_some(at + 1)
    };
    let also: Vec<usize> = found.iter().filter_map(|&at| next(at)).collect();
    found.extend(also);
    found.sort_unstable();
    found.dedup();
    found
}
