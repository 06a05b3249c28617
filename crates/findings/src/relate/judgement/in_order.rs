//! Grades and those who have them, each in its row and in the same order: "good and poor respectively". Knows no verb.

use crate::fact::Basis;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame};
use crate::relate::story::Story;

/// "A and B were rated good and poor respectively": each has its own.
pub(super) fn respectively(s: &Sentence<'_>, found: &mut Vec<Frame>) {
    let Some(at) = (0..s.chunks.len()).find(|&i| s.says(i, &["respectively"])) else { return };
    let labels: Vec<usize> =
        (at.saturating_sub(6)..at).filter(|&i| matches!(s.item(i), Some(Item::Label(_)))).collect();
    let [first, second] = labels.as_slice() else { return };
    let Some(main) = found.iter().position(|f| f.label == *first) else { return };
    let one = found[main].clone();
    let named: Vec<usize> = one.subject.clone().filter(|&i| s.chunks[i].is_target()).collect();
    if let [a, b] = named.as_slice() {
        found[main].subject = *a..a + 1;
        found.retain(|f| f.label != *second);
        found.push(Frame { label: *second, subject: *b..b + 1, end: at + 1, ..one });
    }
}

/// "got a good and a fair": the two grades of the two areas that the article tells, in their order.
pub(super) fn in_order(story: &Story<'_>, s: &Sentence<'_>, found: &mut Vec<Frame>) {
    for at in 1..s.chunks.len().saturating_sub(3) {
        let Some(second) = two_in_row(s, at) else { continue };
        let areas = story.two_areas(story.text.sentence_at(s.span.start));
        let first = found.iter().position(|f| f.label == at && f.listed.is_empty());
        let (Some([one, two]), Some(first)) = (areas, first) else { continue };
        found.retain(|f| f.label != second);
        let other = Frame { label: second, end: second + 1, ..found[first].clone() };
        let area = |ix: usize| Below { aspects: vec![ix], ..Below::default() };
        (found[first].below, found[first].basis) = (area(one), Basis::Inferred);
        found.push(Frame { below: area(two), basis: Basis::Inferred, ..other });
        found.sort_by_key(|f| f.label);
    }
}

/// The second label of "a good and a fair".
pub(super) fn two_in_row(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    let second = at + 3;
    if !label(at) || !label(second) {
        return None;
    }
    let articles = s.says(at.wrapping_sub(1), &["a", "an"]) && s.says(at + 2, &["a", "an"]);
    let ends = matches!(s.item(second + 1), None | Some(Item::Stop(_)));
    (s.says(at + 1, &["and"]) && articles && ends).then_some(second)
}
