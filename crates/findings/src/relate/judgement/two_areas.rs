//! One label on both of the areas that the article sets beside each other, or one for each: "weak on both counts", "a good
//! and a fair". Knows no verb of rating; refuses what the article has not told the two of.

use super::Reader;
use crate::fact::Basis;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame};
use crate::relate::story::Story;

/// What two areas are called together.
const BOTH: &[&str] = &[
    "counts", "measures", "scores", "fronts", "headings", "tests", "parts", "halves", "categories", "areas",
    "respects", "elements", "aspects",
];

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
fn two_in_row(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    let second = at + 3;
    let articles = s.says(at.wrapping_sub(1), &["a", "an"]) && s.says(at + 2, &["a", "an"]);
    let ends = matches!(s.item(second + 1), None | Some(Item::Stop(_)));
    (label(at) && label(second) && s.says(at + 1, &["and"]) && articles && ends).then_some(second)
}

impl Reader<'_, '_> {
    /// Where "on both counts" ends, after the label.
    pub(super) fn on_both(&self) -> Option<usize> {
        let s = self.s;
        let mut at = self.label + 1;
        while s.item(at) == Some(Item::Close) || s.is_any(at, &[Class::Rating, Class::Filler]) {
            at += 1;
        }
        let both = s.says(at, &["on", "in", "for"]) && s.says(at + 1, &["both"]);
        let noun = s.says(at + 2, BOTH);
        (both && noun).then_some(at + 3)
    }

    /// The two areas that "both counts" means.
    pub(super) fn both_areas(&self) -> Option<[usize; 2]> {
        self.on_both()?;
        self.story.two_areas(self.story.text.sentence_at(self.s.span.start))
    }

    /// "got a good and a fair": each is for one of the two areas that the article tells.
    pub(super) fn first_of_two(&self) -> bool {
        let sentence = self.story.text.sentence_at(self.s.span.start);
        two_in_row(self.s, self.label).is_some() && self.story.two_areas(sentence).is_some()
    }
}
