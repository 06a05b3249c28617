//! Whether a clause says that a judgement is the one of before: "retained", "yet again", "for the second time running".
//! Knows no earlier judgement.

use crate::find::words::Class;
use crate::relate::clause::Sentence;
use crate::relate::frame::Frame;
use crate::relate::phrase;

/// "retained", "remains", "again": as before.
pub(super) fn keeps(s: &Sentence<'_>, frame: &Frame) -> bool {
    let group = frame.head.saturating_sub(3)..frame.label;
    // "for the second time running"
    let repeated = (frame.label..(frame.label + 8).min(s.chunks.len())).any(|i| {
        s.says(i, &["second", "third", "fourth", "fifth"])
            && s.says(i + 1, &["time", "consecutive", "successive"])
    });
    // "for the second time in a row, it was rated poor"
    let again = (0..frame.label).any(|i| {
        s.says(i, &["second", "third", "fourth", "fifth"])
            && (s.says(i + 1, &["consecutive", "successive", "straight"])
                || s.says(i + 1, &["time"])
                    && (s.says(i + 2, &["running"])
                        || s.says(i + 3, &["succession"])
                        || s.says(i + 4, &["row"])))
    });
    // "continues to be a good school", "has had its good rating confirmed"
    let stays = s.is(frame.head, Class::Be)
        && s.says(frame.head.wrapping_sub(1), &["to"])
        && s.is(frame.head.wrapping_sub(2), Class::Stay);
    let confirmed = s.says(frame.head, &["confirmed"]) && !frame.rule.starts_with("found")
        || (frame.label + 1..frame.label + 5)
            .any(|i| s.says(i, &["confirmed"]) && s.is_any(i - 1, &[Class::Rating, Class::Visit]));
    let same = (frame.label..frame.label + 8).any(|i| s.says(i, &["same"]) && s.says(i + 1, &["as"]));
    // "inadequate yet again"
    let yet = usize::from(s.says(frame.label + 1, &["yet", "once"]));
    repeated
        || same
        || s.is(frame.label + 1 + yet, Class::Again)
        || again
        || stays
        || confirmed
        || phrase::as_then(s, frame.label).is_some()
        || s.is_any(frame.head, &[Class::Keep, Class::Stay])
        || group.clone().any(|i| s.is(i, Class::Again))
}
