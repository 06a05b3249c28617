//! Judgements that somebody wants gone: "a formal complaint over its rating", "asked Ofsted to withdraw the grade", "persuaded
//! it to withdraw". Knows no appeal by that name: see `Class::Appeal`.

use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// What takes a judgement back, after "to".
const TAKE_BACK: &[&str] = &["withdraw", "retract", "rescind", "quash", "overturn", "annul"];

/// Verbs of those who brought it about.
const DONE: &[&str] = &[
    "persuaded", "convinced", "forced", "agreed", "obliged", "ordered", "compelled", "decided", "prompted",
    "made",
];

/// Verbs of those who ask for it.
const ASKED: &[&str] = &[
    "asked", "asking", "asks", "urged", "urging", "urges", "want", "wants", "wanted", "demanded",
    "demanding", "called", "calling", "calls", "pressing", "pressed",
];

/// What is wanted of the judgement complained of.
const GONE: &[&str] = &[
    "struck", "overturned", "quashed", "withdrawn", "changed", "reviewed", "removed", "scrapped",
    "reconsidered",
];

/// The status of a judgement that is contested in its own clause.
pub(super) fn read(s: &Sentence<'_>, frame: &Frame, from: usize) -> Option<Status> {
    complained_of(s, frame).or_else(|| taken_back(s, frame, from))
}

/// "have lodged a formal complaint over the ‘inadequate’ verdict", "complained to Ofsted about its rating and want it changed".
fn complained_of(s: &Sentence<'_>, frame: &Frame) -> Option<Status> {
    let complaint = (frame.label.saturating_sub(9)..frame.label)
        .find(|&i| s.says(i, &["complaint", "complained", "complaining"]))?;
    let about = (complaint + 1..frame.label).any(|i| s.says(i, &["over", "about", "against"]));
    let noun = (frame.label + 1..frame.label + 5).any(|i| s.is(i, Class::Rating))
        || (complaint + 1..frame.label).any(|i| s.is(i, Class::Rating));
    let formal = s.says(complaint.wrapping_sub(1), &["formal", "official"]);
    let to = (complaint + 1..complaint + 4).any(|i| matches!(s.item(i), Some(Item::Body(_))));
    let gone = (frame.label + 1..s.chunks.len()).any(|i| s.says(i, GONE));
    (about && noun && (formal || to || gone)).then_some(Status::UnderAppeal)
}

/// "has persuaded the regulator to withdraw the rating", "asked it to withdraw the grade". Where it refused, the grade stands.
fn taken_back(s: &Sentence<'_>, frame: &Frame, from: usize) -> Option<Status> {
    let back = (from..frame.label).rev().find(|&i| s.says(i, TAKE_BACK))?;
    let to = back.checked_sub(1).filter(|&i| s.says(i, &["to"]))?;
    let verb = (to.saturating_sub(6)..to).rev().find(|&i| s.says(i, DONE) || s.says(i, ASKED))?;
    let failed = (verb.saturating_sub(4)..verb)
        .any(|i| s.is_any(i, &[Class::Not, Class::Fail, Class::If, Class::Would, Class::Will, Class::Aim]));
    match s.says(verb, DONE) {
        true => (!failed).then_some(Status::Withdrawn),
        false => Some(Status::UnderAppeal),
    }
}
