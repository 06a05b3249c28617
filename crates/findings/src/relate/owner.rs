//! Whose a bare number is. Knows no scale and no status.

use crate::find::words::Class;
use crate::relate::clause::{self, Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// True for a bare number that has no owner in its sentence.
pub(super) fn is_nobodys_number(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, of: Option<Ix>) -> bool {
    if clause::number(s.at(frame.label)).is_none() {
        return false;
    }
    let before = (0..frame.head).rev().take_while(|&i| !s.is(i, Class::Opens));
    let mut named = before.filter_map(|i| match s.item(i) {
        Some(Item::Provider(m)) => Some(story.provider(m) == of),
        _ => None,
    });
    let own = |i: usize| {
        let its = s.is(i, Class::Possessive);
        s.is(i, Class::Pronoun)
            || its
                && matches!(frame.rule, "is" | "rated/rating-of")
                && (i + 1..i + 5).any(|j| s.is(j, Class::Rating))
            || s.says(i, &["we'll", "we’ll"])
            || matches!(s.item(i), Some(Item::Aspect(_)))
    };
    let mut told = frame.subject.clone().chain(frame.object.clone()).chain(frame.listed.iter().copied());
    !named.next().unwrap_or(false) && !told.any(own)
}
