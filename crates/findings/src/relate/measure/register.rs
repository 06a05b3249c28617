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
use crate::find::words::Class;

pub(super) fn read(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    match l.w(at) {
        "suspension" => suspension(l, at),
        "suspended" | "suspends" | "suspend" | "suspending" => suspended(l, at),
        "registration" | "licence" | "licences" | "register" => {
            registration(l, at).filter(|_| !of_conditions(l, at) && !of_nurse(l, at))
        }
        "cancellation" | "deregistration" | "de-registration" => cancellation(l, at),
        "operating" => operating(l, at),
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
        | "lost" | "loses" | "lose" | "losing" | "withdrawn" | "withdrew" | "stripped" | "struck" => {
            Some(MeasureKind::Cancellation)
        }
        "suspended" | "suspend" | "suspending" | "suspends" => Some(MeasureKind::Suspension),
        _ => None,
    };
    let left = (at.saturating_sub(5)..at).rev().take_while(|&i| !l.ends_clause(i));
    let right = (at + 1..(at + 6).min(l.len())).take_while(|&i| !l.ends_clause(i));
    // "threatened with the loss of its registration"
    let loss = l.back(at, 3, &["loss"]).filter(|&i| l.w(i + 1) == "of");
    if let Some(loss) = loss {
        let threat =
            l.back(loss, 5, &["threatened", "faces", "facing", "faced", "risks", "risked", "threat"])?;
        // "The drama club is threatened with the loss of its licence"
        let own = (threat.saturating_sub(6)..threat).any(|i| l.is_place(i) || l.says(i, &["it", "which"]));
        if !own {
            return None;
        }
        let told =
            Found::told(MeasureKind::Cancellation, Action::Threatened, threat, at, "measure/registration");
        return Some(told.since(threat).passive(true));
    }
    let verb = left.chain(right).find(|&i| kind(l.w(i)).is_some())?;
    if l.w(at) == "register" && !l.says(verb, &["removed", "remove", "struck", "suspended"]) {
        return None;
    }
    // "could have its registration cancelled": done to it, as surely as "have" says.
    let has = (verb > at && !l.s.is(verb - 1, Class::Be))
        .then(|| l.back(at, 3, &["have", "has", "had", "having"]))
        .flatten();
    let g =
        has.map_or_else(|| mode::group(l, verb), |has| mode::Group { passive: true, ..mode::group(l, has) });
    // "notice of proposal to cancel the registration".
    // "action, which may include a notice of proposal to cancel"
    let may = l.back(verb, 7, &["may", "could", "might", "can"]);
    let may = may.is_some_and(|m| l.says(m + 1, &["include", "lead", "mean", "involve", "issue"]));
    let action = match l.back(verb, 4, &["proposal", "proposes", "proposed", "proposing"]) {
        _ if may => Action::Threatened,
        Some(_) => Action::Proposed,
        // "If nothing changes it can cancel the registration"
        None if g.mode == Mode::Nothing
            && l.w(g.start) == "can"
            && l.find(0, l.len(), &["if", "unless"]).is_some() =>
        {
            Action::Threatened
        }
        None => imposed(g.mode)?,
    };
    let lost = l.says(verb, &["lost", "loses", "lose", "losing", "stripped"]);
    let found = Found::told(kind(l.w(verb))?, action, verb, at, "measure/registration");
    Some(found.since(g.start).passive(lost || has.is_some() || g.passive && verb < at))
}

/// "Conditions on its registration have been removed": the conditions have.
fn of_conditions(l: &Line<'_, '_>, at: usize) -> bool {
    l.back(at, 5, &["conditions", "condition", "restrictions", "restriction"])
        .is_some_and(|i| l.says(i + 1, &["on", "of", "to"]))
}

/// "A nurse was struck off the register": a person from a list of people.
fn of_nurse(l: &Line<'_, '_>, at: usize) -> bool {
    const PEOPLE: &[&str] = &[
        "nurse", "nurses", "doctor", "doctors", "teacher", "teachers", "carer", "pharmacist", "dentist",
        "gp", "surgeon", "midwife", "paramedic", "therapist",
    ];
    l.w(at) == "register" && (at.saturating_sub(9)..at).any(|i| l.says(i, PEOPLE))
}

/// "has started the process of preventing the provider from operating the service".
fn operating(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let verb = l.back(at, 6, &["preventing", "prevent", "prevented"]).filter(|_| l.w(at - 1) == "from")?;
    let g = mode::group(l, verb);
    let action =
        imposed(g.mode).filter(|_| l.tells_of_inspection() || (verb + 1..at).any(|i| l.is_place(i)))?;
    Some(Found::told(MeasureKind::Cancellation, action, verb, at, "measure/registration").since(g.start))
}

/// "faces cancellation of its registration", "options including cancellation of registration".
fn cancellation(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let of = l.w(at) != "cancellation" || l.find(at + 1, at + 5, &["registration", "licence"]).is_some();
    let action = |w: &str| {
        Some(match w {
            "faces" | "face" | "facing" | "including" | "include" | "consider" | "considering" | "threat"
            | "threatened" | "risk" => Action::Threatened,
            "applied" | "applying" | "applies" | "application" | "seek" | "seeking" | "seeks" | "sought"
            | "requested" | "proposed" | "proposes" => Action::Proposed,
            "ordered" | "granted" | "confirmed" | "announced" | "issued" => Action::Imposed,
            _ => return None,
        })
    };
    // "applied to Kirkcaldy Sheriff Court for the emergency cancellation of its registration"
    let told = (at.saturating_sub(9)..at)
        .rev()
        .take_while(|&i| !l.ends_clause(i))
        .find(|&i| action(l.w(i)).is_some())?;
    let g = mode::group(l, told);
    if matches!(g.mode, Mode::Nothing) {
        return None;
    }
    let action = if g.mode == Mode::May { Action::Threatened } else { action(l.w(told))? };
    let found = Found::told(MeasureKind::Cancellation, action, told, at, "measure/registration");
    (of && l.tells_of_inspection()).then(|| found.passive(true))
}

/// "lifted the suspension of the nursery", "the suspension was extended".
fn suspension(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let deed = |i: usize| match l.w(i) {
        "lifted" | "lifts" | "ended" | "removed" | "revoked" => Some(Action::Lifted),
        "extended" | "extends" | "continued" | "remains" => Some(Action::Continued),
        "imposed" => Some(Action::Imposed),
        "withdrawn" | "withdrew" | "overturned" | "quashed" => Some(Action::Withdrawn),
        _ => None,
    };
    // "after a two-week suspension by Ofsted"
    let by = l.w(at + 1) == "by" && (at + 2..at + 4).any(|i| l.is_body(i));
    // "was hit with a notice to improve and a four-week suspension by Ofsted"
    let handed = || l.back(at, 12, &["hit", "handed", "given", "served", "slapped"]);
    if let Some(after) = l.back(at, 4, &["after", "following", "since"]).or_else(handed).filter(|_| by) {
        let found = Found::told(MeasureKind::Suspension, Action::Imposed, after, at, "measure/suspended");
        return Some(found.passive(true));
    }
    // "ruled that the suspension was no longer needed"
    let needed = &["needed", "necessary", "required", "justified"];
    if let Some(no) = l.find(at + 1, at + 5, &["longer"]).filter(|&i| l.says(i + 1, needed)) {
        let ruled = l.find(0, at, &["ruled", "decided", "found", "agreed", "accepted"])?;
        let done = mode::group(l, ruled).mode == Mode::Done;
        let found = Found::told(MeasureKind::Suspension, Action::Lifted, no, at, "measure/suspended");
        return done.then(|| found.since(at).passive(true));
    }
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
    // "upheld Ofsted's decision to suspend it"
    let it = l.w(at) == "suspend" && l.says(at + 1, &["it", "the"]) && l.back(at, 3, &["decision"]).is_some();
    if it && g.mode == mode::Mode::Done && (0..at).any(|i| l.is_body(i)) {
        let found = Found::told(MeasureKind::Suspension, Action::Imposed, at, at + 1, "measure/suspended");
        return Some(found.since(g.start));
    }
    // "ten weeks after suspending it"
    let after = l.w(at) == "suspending"
        && l.w(at + 1) == "it"
        && l.says(at.wrapping_sub(1), &["after", "by"])
        && (0..at).any(|i| l.is_body(i));
    if after {
        let found = Found::told(MeasureKind::Suspension, Action::Imposed, at, at + 1, "measure/suspended");
        return Some(found.since(at));
    }
    let headed = l.headline && g.start == at && l.is_provider(at.wrapping_sub(1));
    // "Inspectors said the nursery had been suspended": said of its registration.
    // By somebody else it is a person, from the council that registers her.
    let said = g.passive && !l.says(at + 1, &["from", "by"]) && l.tells_of_inspection();
    let named = |i: usize| by_body || said && l.is_provider(i);
    let subject = subject(l, g.start).filter(|&i| (g.passive || headed) && named(i))?;
    let found = Found::told(MeasureKind::Suspension, imposed(g.mode)?, at, at, "measure/suspended");
    Some(found.since(subject).passive(true))
}
