//! Stars that are gained or lost, where what is held now is told beside: "gained one star, taking it to two", "lost two stars
//! and now has one". Knows no provider.

use crate::fact::{Direction, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// What is held now stands so near.
const REACH: usize = 10;

/// Puts what is held now in the place of the difference.
pub(super) fn read(s: &Sentence<'_>, found: &mut Vec<Frame>) {
    for at in 0..found.len() {
        let Some((now, direction)) = found.get(at).and_then(|f| held_now(s, f)) else { continue };
        if let Some(frame) = found.get_mut(at) {
            let label = frame.label;
            (frame.label, frame.end) = (now, now + 1);
            (frame.status, frame.change, frame.rule) =
                (Some(Status::Awarded), Some((direction, None)), "moved/to");
            found.retain(|f| f.label != now || f.rule == "moved/to" && f.head < label);
        }
    }
}

/// The grade that a difference led to, and which way.
fn held_now(s: &Sentence<'_>, frame: &Frame) -> Option<(usize, Direction)> {
    const MORE: &[&str] = &["gained", "gains", "won", "wins", "earned", "added"];
    const LESS: &[&str] = &["lost", "loses", "shed", "dropped", "forfeited"];
    let stars = s.at(frame.label).to_ascii_lowercase().contains("star");
    let direction = match s.says(frame.head, LESS) {
        true => Direction::Down,
        false if s.says(frame.head, MORE) => Direction::Up,
        false => return None,
    };
    // "lost its three stars": all that it had.
    if !stars || s.is_any(frame.label.wrapping_sub(1), &[Class::Possessive, Class::Rating]) {
        return None;
    }
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    let now = (frame.label + 1..frame.label + REACH).find(|&i| label(i))?;
    let told = (frame.label + 1..now).any(|i| {
        s.says(i, &["taking", "bringing", "leaving", "reach"])
            || s.says(i, &["now"]) && s.is(i + 1, Class::Have)
    });
    told.then_some((now, direction))
}
