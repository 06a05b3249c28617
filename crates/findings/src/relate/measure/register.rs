//! What is done with a registration or a licence: cancelled, suspended, given back.
//!
//! *What it finds*: "cancelled the registration of", "its licence was suspended", "faces cancellation of its
//! registration", "lifted the suspension of the nursery", "suspended by the watchdog".
//! *What it leaves alone*: people who are suspended, a register that is called.

use super::found::{Found, imposed};
use super::line::Line;
use super::mode::{self, Mode};
use super::verb::{object, subject};
use crate::fact::{Action, MeasureKind};

pub(super) fn read(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    match l.w(at) {
        "suspension" => suspension(l, at),
        "suspended" | "suspends" => suspended(l, at),
        "registration" | "licence" | "licences" | "register" => registration(l, at),
        "cancellation" | "deregistration" | "de-registration" => cancellation(l, at),
        "deregistered" | "de-registered" => {
            let g = mode::group(l, at);
            Some(
                Found::told(MeasureKind::Cancellation, imposed(g.mode)?, at, at, "measure/registration")
                    .passive(true),
            )
        }
        _ => None,
    }
}

/// "cancelled the registration of", "its registration has been suspended", "stripped of its registration".
fn registration(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let kind = |w: &str| match w {
        "cancelled" | "cancel" | "cancelling" | "cancels" | "revoked" | "revoke" | "removed" | "remove"
        | "lost" | "loses" | "withdrawn" | "withdrew" | "stripped" | "struck" => {
            Some(MeasureKind::Cancellation)
        }
        "suspended" | "suspend" | "suspending" | "suspends" => Some(MeasureKind::Suspension),
        _ => None,
    };
    let left = (at.saturating_sub(5)..at).rev().take_while(|&i| !l.ends_clause(i));
    let right = (at + 1..(at + 5).min(l.len())).take_while(|&i| !l.ends_clause(i));
    let verb = left.chain(right).find(|&i| kind(l.w(i)).is_some())?;
    if l.w(at) == "register" && !l.says(verb, &["removed", "remove", "struck", "suspended"]) {
        return None;
    }
    let g = mode::group(l, verb);
    // "notice of proposal to cancel the registration".
    let action = match l.back(verb, 4, &["proposal", "proposes", "proposed", "proposing"]) {
        Some(_) => Action::Proposed,
        None => imposed(g.mode)?,
    };
    let lost = l.says(verb, &["lost", "loses", "stripped"]);
    let found = Found::told(kind(l.w(verb))?, action, verb, at, "measure/registration");
    Some(found.since(g.start).passive(lost || g.passive && verb < at))
}

/// "faces cancellation of its registration", "options including cancellation of registration".
fn cancellation(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let of = l.w(at) != "cancellation" || l.find(at + 1, at + 5, &["registration", "licence"]).is_some();
    let told = l.back(
        at,
        6,
        &[
            "faces", "face", "facing", "including", "include", "consider", "considering", "threat",
            "threatened", "risk",
        ],
    )?;
    let found = Found::told(MeasureKind::Cancellation, Action::Threatened, told, at, "measure/registration");
    (of && l.tells_of_inspection()).then(|| found.passive(true))
}

/// "lifted the suspension of the nursery", "the suspension was extended".
fn suspension(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let deed = |i: usize| match l.w(i) {
        "lifted" | "lifts" | "ended" | "removed" | "revoked" => Some(Action::Lifted),
        "extended" | "extends" | "continued" | "remains" => Some(Action::Continued),
        "imposed" => Some(Action::Imposed),
        _ => None,
    };
    let verb = (at.saturating_sub(3)..(at + 7).min(l.len()))
        .filter(|&i| (i.min(at)..i.max(at)).all(|k| !l.ends_clause(k)))
        .find(|&i| deed(i).is_some())?;
    let g = mode::group(l, verb);
    let done = g.mode == Mode::Done && l.tells_of_inspection();
    let found =
        Found::told(MeasureKind::Suspension, deed(verb).filter(|_| done)?, verb, at, "measure/suspended");
    Some(found.since(g.start))
}

/// "The nursery has been suspended by Ofsted": a provider, by a body.
fn suspended(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let g = mode::group(l, at);
    let by_body = l.w(at + 1) == "by" && (at + 2..at + 4).any(|i| l.is_body(i));
    // "Watchdog suspends nursery"
    let by = (g.start.saturating_sub(2)..g.start).any(|i| l.is_body(i)) && !g.passive;
    if let Some(patient) = object(l, at).filter(|&o| by && l.is_provider(o)) {
        let found = Found::told(MeasureKind::Suspension, imposed(g.mode)?, at, patient, "measure/suspended");
        return Some(found.since(g.start));
    }
    let headed = l.headline && g.start == at && l.is_provider(at.wrapping_sub(1));
    let subject = subject(l, g.start).filter(|_| (g.passive || headed) && by_body)?;
    let found = Found::told(MeasureKind::Suspension, imposed(g.mode)?, at, at, "measure/suspended");
    Some(found.since(subject).passive(true))
}
