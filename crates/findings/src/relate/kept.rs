//! Whether a clause says that a judgement is the one of before: "retained", "yet again", "for the second time running".
//! Knows no earlier judgement.

use crate::fact::Direction;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;

/// "retained", "remains", "again": as before.
pub(super) fn keeps(s: &Sentence<'_>, frame: &Frame) -> bool {
    let group = frame.head.saturating_sub(3)..frame.label;
    // "for the second time running", "for the third consecutive inspection"
    let repeated =
        (frame.label..(frame.label + 8).min(s.chunks.len())).any(|i| in_row(s, i) || second_time(s, i));
    // "for the second year in a row, it was rated poor"
    let other =
        |i: &usize| matches!(s.item(*i), Some(Item::Label(_))) || s.says(*i, &["and", "but", "while"]);
    let again = (0..frame.label).rev().take_while(|i| !other(i)).any(|i| in_row(s, i));
    // "continues to be a good school", "has had its good rating confirmed"
    let stays = s.is(frame.head, Class::Be)
        && s.says(frame.head.wrapping_sub(1), &["to"])
        && s.is(frame.head.wrapping_sub(2), Class::Stay);
    let confirmed = s.says(frame.head, &["confirmed"]) && !frame.rule.starts_with("found")
        || (frame.label + 1..frame.label + 5)
            .any(|i| s.says(i, &["confirmed"]) && s.is_any(i - 1, &[Class::Rating, Class::Visit]));
    let same = (frame.label..frame.label + 8).any(|i| s.says(i, &["same"]) && s.says(i + 1, &["as"]));
    // "good, unchanged from the last inspection"
    let comma = frame.end + usize::from(s.item(frame.end) == Some(Item::Stop(',')));
    let unchanged = s.says(comma, &["unchanged"]) && frame.rule != "moved/to";
    // "inadequate yet again"
    let yet = usize::from(s.says(frame.label + 1, &["yet", "once"]));
    repeated
        || same
        || unchanged
        || s.is(frame.label + 1 + yet, Class::Again)
        || again
        || stays
        || confirmed
        || phrase::as_then(s, frame.label).is_some()
        || s.is_any(frame.head, &[Class::Keep, Class::Stay])
        || group.clone().any(|i| s.is(i, Class::Again))
}

/// "inadequate for care, down a grade from 2016", "good, up two places": which way, where no other grade is told.
pub(super) fn stepped(s: &Sentence<'_>, frame: &Frame) -> Option<Direction> {
    const STEPS: &[&str] = &[
        "grade", "grades", "notch", "notches", "level", "levels", "place", "places", "rung", "rungs",
        "category", "categories", "star", "stars", "step", "steps",
    ];
    let at = frame.end + usize::from(s.item(frame.end) == Some(Item::Close));
    let at = at + usize::from(matches!(s.item(at), Some(Item::Stop(',' | '–' | '—'))));
    let step =
        at + 1 + usize::from(s.is(at + 1, Class::Det) || matches!(s.item(at + 1), Some(Item::Number(_))));
    let steps = step > at + 1 && s.says(step, STEPS);
    match () {
        () if steps && s.says(at, &["up"]) => Some(Direction::Up),
        () if steps && s.says(at, &["down"]) => Some(Direction::Down),
        () => None,
    }
}

/// "second time running", "third consecutive", "fourth year in a row".
fn in_row(s: &Sentence<'_>, at: usize) -> bool {
    let often = s.says(at, &["second", "third", "fourth", "fifth"]);
    let time = || {
        (s.says(at + 1, &["time", "year", "inspection", "visit", "report"])
            || matches!(s.item(at + 1), Some(Item::Label(_))))
            && (s.says(at + 2, &["running"])
                || s.says(at + 2, &["in"])
                    && (s.says(at + 3, &["succession"])
                        || s.says(at + 3, &["a"]) && s.says(at + 4, &["row"])))
    };
    often && (s.says(at + 1, &["consecutive", "successive", "straight"]) || time())
}

/// "outstanding for the second time"
fn second_time(s: &Sentence<'_>, at: usize) -> bool {
    s.says(at, &["second", "third", "fourth", "fifth"]) && s.says(at + 1, &["time"])
}
