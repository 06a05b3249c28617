//! Who so many are that share a grade: "Three councils got four stars. They are Oakwether, Tey and Marsh councils." Knows
//! no label; refuses a sentence that names more or fewer than were counted.

use crate::fact::ProviderHow;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// Gives each frame whose subject is only counted those whom the next sentence names.
pub(super) fn told_next(story: &Story<'_>, s: &Sentence<'_>, found: &mut [Frame]) {
    let counted = |f: &Frame| {
        let subject = f.subject.start.saturating_sub(2)..f.subject.end;
        subject.clone().find_map(|i| match s.item(i) {
            Some(Item::Number(n)) if (2..=20).contains(&n) => usize::try_from(n).ok(),
            _ if s.says(i, &["both"]) => Some(2),
            _ => None,
        })
    };
    let one = |i: &usize| matches!(s.item(*i), Some(Item::Provider(_) | Item::Group(_))) && !s.owns(*i);
    for frame in found {
        let own = frame.subject.clone().chain(frame.object.clone()).chain(frame.listed.iter().copied());
        let Some(wanted) = counted(frame).filter(|_| frame.status.is_none()) else { continue };
        if own.into_iter().any(|i| one(&i)) {
            continue;
        }
        if let Some(members) = members(story, s, wanted) {
            frame.below.providers = members;
            frame.subject = frame.head..frame.head;
        }
    }
}

/// "They are A, B and C": those that the next sentence names, where they are so many.
fn members(story: &Story<'_>, s: &Sentence<'_>, wanted: usize) -> Option<Vec<Ix>> {
    let at = story.text.sentence_at(s.span.start) + 1;
    let next = story.sentence(*story.text.sentences.get(at)?);
    let opens = next.says(0, &["they", "these", "those"]) && next.is(1, Class::Be);
    let label = next.chunks.iter().any(|c| matches!(c.item, Item::Label(_)));
    if !opens || label {
        return None;
    }
    let mut members: Vec<Ix> = Vec::new();
    for m in story.providers.within(next.span).iter().filter(|m| m.how != ProviderHow::Generic) {
        if !members.contains(&m.provider) {
            members.push(m.provider);
        }
    }
    (members.len() == wanted).then_some(members)
}
