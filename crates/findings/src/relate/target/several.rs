//! "Both", "the latter", "all three", "the other": which of those named before. Knows no label and no status.

use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// "The former … the latter", "Both", "The other": of the two providers that the sentences before named last; "All three"
/// of three.
pub(crate) fn several_before(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> Vec<Ix> {
    let before = frame.subject.start.saturating_sub(2)..frame.head.max(frame.label);
    let says = |words: &[&str]| before.clone().any(|i| s.says(i, words) && !s.is(i + 1, Class::Other));
    let named = (0..frame.head).any(|i| s.chunks[i].is_target());
    if named {
        return Vec::new();
    }
    let (former, latter) = (says(&["former"]), says(&["latter"]));
    let other = says(&["other"]) && frame.subject.clone().any(|i| s.says(i, &["the"]));
    let counts = |i: usize| s.is_any(i, &[Class::Be, Class::All, Class::Have]);
    let both = says(&["both"]) && counts(frame.head.wrapping_sub(1))
        || says(&["both"]) && s.says(frame.head.wrapping_sub(1), &["both"]);
    let all = (1..frame.head).find_map(|i| match s.item(i) {
        Some(Item::Number(n)) if s.says(i - 1, &["all"]) && (3..=9).contains(&n) => usize::try_from(n).ok(),
        _ => None,
    });
    let all = all.filter(|_| counts(frame.head) || counts(frame.head.wrapping_sub(1)));
    let Some(wanted) = all.or((former || latter || both || other).then_some(2)) else { return Vec::new() };
    let here = story.text.sentence_at(s.span.start);
    let named = story.named_before(here, wanted);
    match (named.as_slice(), former, latter) {
        ([first, _], true, false) => vec![*first],
        ([_, second], _, true) => vec![*second],
        ([first, second], false, false) if other => {
            let told = story.meant(here, |p| p == *first || p == *second);
            vec![if told == Some(*first) { *second } else { *first }]
        }
        (all, false, false) if all.len() == wanted => named,
        _ => Vec::new(),
    }
}
