//! "In that area": what a judgement is of, where the sentence points back to the area of the one before. Knows no
//! provider and no label.

use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;

/// So many sentences back the area may stand.
const REACH: usize = 2;

/// The area, as an index into the story's aspects: the last one told of. A bare "Y was poor" right after "X was good in
/// that area" is of it too.
pub(super) fn that_area(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Option<usize> {
    let here = story.text.sentence_at(s.span.start);
    let own = points_back(s, frame.label + 1);
    let carried = || {
        let before = *story.text.sentences.get(here.checked_sub(1)?)?;
        let same = story.text.paragraph_at(before.start) == story.text.paragraph_at(s.span.start);
        let before = story.sentence(before);
        let label = before.chunks.iter().position(|c| matches!(c.item, Item::Label(_)))?;
        (same && frame.rule == "is" && points_back(&before, label + 1)).then_some(())
    };
    if !own && carried().is_none() {
        return None;
    }
    let start = s.chunks.get(frame.label)?.span.start;
    let first = story.text.sentences.get(here.saturating_sub(REACH + usize::from(!own)))?.start;
    let last = story.aspects.partition_point(|k| k.span.start < start).checked_sub(1)?;
    story.aspects.get(last).filter(|k| k.span.start >= first).map(|_| last)
}

/// "… in that area", "… on that measure" right after a label.
fn points_back(s: &Sentence<'_>, after: usize) -> bool {
    let at = after + usize::from(s.item(after) == Some(Item::Close));
    let same = usize::from(s.says(at + 2, &["same"]));
    s.says(at, &["in", "on", "for", "at"])
        && (s.says(at + 1, &["that"]) || same == 1 && s.says(at + 1, &["the"]))
        && s.says(at + 2 + same, &["area", "category", "measure", "count", "field", "respect", "theme"])
}
