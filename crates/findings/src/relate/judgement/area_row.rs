//! Areas of work that stand before their verb by names that no framework has: "Plumbing, motor vehicle work and basic skills
//! were each judged poor", "Waste collection was rated good". Knows no label.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;

/// Adds the areas to a frame that has its subject before a verb of rating, giving or receiving.
pub(super) fn read(story: &Story<'_>, s: &Sentence<'_>, frame: &mut Frame) {
    let passive = matches!(frame.rule, "rated/passive" | "rated/as" | "found/passive" | "given/passive");
    let be = || s.chunks[frame.subject.end..frame.head].iter().any(|c| c.is_any(&[Class::Be, Class::Have]));
    let verb = passive && frame.subject.end <= frame.head && be() || frame.rule == "received";
    let named = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_)));
    let told = !frame.unknown.is_empty() || !frame.below.aspects.is_empty() || frame.listed.iter().any(named);
    let Some(last) = frame.subject.clone().next_back().filter(|_| verb && !told) else { return };
    // A name, a pronoun: most subjects.
    let plain = s.is_any(last, &[Class::Other, Class::Improve]) || s.chunks[last].is_target();
    let whose = frame.subject.clone().any(|i| {
        matches!(s.item(i), Some(Item::Provider(_) | Item::Group(_))) && !s.owns(i) || s.is(i, Class::Pronoun)
    });
    if !plain || whose {
        return;
    }
    if let Some(row) = phrase::areas_to(story, s, frame.subject.end) {
        frame.subject = row.range.start.min(frame.subject.start)..frame.subject.end;
        frame.unknown = row.unknown;
    }
}
