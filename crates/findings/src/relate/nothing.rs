//! No star left, by wording: "lost its only star", "failed to win a single star". Knows no verb: only what the label
//! says and how surely it was given.

use crate::fact::{Basis, Direction, Status};
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;

/// The frame of no star that the words of another one tell, and whether it stands instead of that one.
pub(super) struct Nothing {
    pub(super) form: u16,
    pub(super) frame: Frame,
    pub(super) instead: bool,
}

/// "any stars": a grade only where it is denied.
pub(super) fn is_any(s: &Sentence<'_>, frame: &Frame) -> bool {
    s.at(frame.label).split([' ', '-']).next().is_some_and(|w| w.eq_ignore_ascii_case("any"))
}

/// What the loss of the only star, or the want of a single one, comes to.
pub(super) fn left(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame, status: Status) -> Option<Nothing> {
    let only = |word: &str| {
        let label = matches!(s.item(frame.label), Some(Item::Label(_)));
        label && s.at(frame.label).split([' ', '-']).next().is_some_and(|w| w.eq_ignore_ascii_case(word))
    };
    let (instead, change) = match status {
        Status::Lost if only("only") => (false, Some((Direction::Down, Some(frame.label)))),
        Status::NotAchieved if only("single") || only("any") => (true, None),
        _ => return None,
    };
    let form = story.knowledge.form_index("zero stars")?;
    Some(Nothing { form, frame: Frame { change, basis: Basis::Inferred, ..frame.clone() }, instead })
}
