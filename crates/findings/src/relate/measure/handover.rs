//! Who runs a school next, and who has done: made an academy, rebrokered to another trust, the end of a
//! commissioner's work.
//!
//! *What it leaves alone*: a job that ends, a school that moves to a new building.

use super::found::{Found, imposed};
use super::line::Line;
use super::mode::{self, Mode};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;

/// `sent`: the article has told of a commissioner.
pub(super) fn read(l: &Line<'_, '_>, at: usize, sent: bool) -> Option<Found> {
    match l.w(at) {
        "rebrokered" | "rebrokering" | "rebroker" | "re-brokered" | "re-brokering" | "re-broker" => {
            let begun = l.back(at, 2, &["begun", "started", "began", "begin"]);
            let g = mode::group(l, begun.unwrap_or(at));
            let school = g.passive || (at + 1..at + 4).any(|i| l.is_place(i));
            let action = imposed(g.mode).filter(|_| school)?;
            let action = if begun.is_some() && action == Action::Imposed { Action::Proposed } else { action };
            let found = Found::told(MeasureKind::Intervention, action, at, at, "measure/rebrokered");
            Some(found.since(g.start).passive(g.passive))
        }
        "role" if sent => ended(l, at),
        _ => None,
    }
}

/// "Her role has ended", "his role is at an end": a commissioner's, of whom a sentence before told.
fn ended(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let own = l.s.is(at.wrapping_sub(1), Class::Possessive) || l.says(at.wrapping_sub(1), &["her", "his"]);
    let end = l.find(at + 1, at + 8, &["end", "ended"])?;
    let still = (at + 1..end).any(|i| l.s.is_any(i, &[Class::Not, Class::Would]) || l.ends_clause(i));
    let verb = if l.w(end) == "ended" { end } else { l.back(end, 4, &["come", "came", "at"])? };
    let sure = l.w(verb) == "at" || matches!(mode::group(l, verb).mode, Mode::Done | Mode::Will);
    (own && sure && !still).then(|| {
        Found::told(MeasureKind::Commissioner, Action::Lifted, at, end, "measure/sent").passive(true)
    })
}

/// "will be forced to become an academy".
pub(super) fn converted(l: &Line<'_, '_>, at: usize, failing: bool) -> Option<Found> {
    let verb = l.back(at, 4, &["become", "becoming", "into"])?;
    let Some(forced) = l.back(verb, 4, &["forced", "ordered", "made", "compelled"]) else {
        return becomes(l, at, verb, failing);
    };
    let g = mode::group(l, forced);
    let action = imposed(g.mode).filter(|_| g.passive || l.is_provider(forced + 1))?;
    let found = Found::told(MeasureKind::Intervention, action, forced, at, "measure/academy");
    Some(found.since(g.start).passive(g.passive))
}

/// "will be forced to join a multi-academy trust".
pub(super) fn joins(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let verb = l.back(at, 4, &["join", "joining"])?;
    let forced = l.back(verb, 4, &["forced", "ordered", "made", "compelled"])?;
    let g = mode::group(l, forced);
    let action = imposed(g.mode).filter(|_| g.passive)?;
    Some(
        Found::told(MeasureKind::Intervention, action, verb, at, "measure/academy")
            .since(g.start)
            .passive(true),
    )
}

/// "It will become an academy in September after Ofsted …": where the school is in special measures, that is why.
fn becomes(l: &Line<'_, '_>, at: usize, verb: usize, failing: bool) -> Option<Found> {
    let g = mode::group(l, verb);
    let plain = (verb + 1..at).all(|i| l.s.is(i, Class::Det) || l.says(i, &["sponsored", "sponsor-led"]));
    let tied = failing && l.tells_of_inspection();
    (tied && plain && g.mode == Mode::Will).then(|| {
        Found::told(MeasureKind::Intervention, Action::Due, verb, at, "measure/academy")
            .since(g.start)
            .passive(true)
    })
}
