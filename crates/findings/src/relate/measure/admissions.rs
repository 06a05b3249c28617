//! Nobody new is let in: "banned from admitting", "stopped placing new residents", "admissions have been suspended".
//!
//! *What it leaves alone*: admissions to a hospital that rise and fall, people who are sent home.

use super::found::{Found, imposed};
use super::line::Line;
use super::{mode, noun};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;

/// `near_inspection`: an inspection is told of beside the sentence.
pub(super) fn read(l: &Line<'_, '_>, at: usize, near_inspection: &dyn Fn() -> bool) -> Option<Found> {
    match l.w(at) {
        "admitting" | "admit" | "taking" | "take" | "accepting" | "accept" | "placing" | "place"
        | "sending" | "send" | "referring" | "recruiting" | "enrolling" | "giving" => {
            stopped(l, at, near_inspection)
        }
        "turn" | "turning" | "turned" => turned_away(l, at),
        "admitted" | "accepted" | "placed" | "taken" => nobody(l, at),
        "admissions" | "placements" | "referrals" => {
            let told = admissions(l, at).or_else(|| no_more(l, at)).or_else(|| placed_on(l, at));
            // "referrals have been stopped by the new system", "football referrals": of any sort.
            let own = || near_inspection() && !l.s.is(at.wrapping_sub(1), Class::Other);
            told.filter(|_| {
                l.w(at) != "referrals" || own() || l.says(at.wrapping_sub(1), &["fresh", "funded"])
            })
        }
        "ban" | "embargo" | "moratorium" | "freeze" | "hold" | "restriction" | "restrictions" => {
            bans(l, at).into_iter().next()
        }
        _ => None,
    }
}

/// "has been told to turn new residents away", "is turning away new patients after the report".
fn turned_away(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let away = l.find(at + 1, at + 6, &["away"])?;
    let who = l.find(at + 1, at + 6, TAKEN_IN)?;
    let new = l.back(who, 2, &["new", "any", "further", "more", "additional"])?;
    let g = mode::group(l, at);
    // "was told it must turn away new residents"
    let told = g.passive && l.says(g.start, &["told", "ordered", "forced", "instructed", "made", "required"])
        || l.back(at, 2, &["must"]).is_some();
    let action = imposed(g.mode).filter(|_| told && new > at)?;
    let told = Found::told(MeasureKind::AdmissionsStop, action, at, who.max(away), "measure/admissions");
    Some(told.since(g.start).passive(true))
}

/// "has been closed to new patients".
pub(super) fn closed_to(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    // "closed their doors to new residents"
    let doors = if l.s.is(at + 1, Class::Possessive) && l.says(at + 2, &["doors", "door"]) { 2 } else { 0 };
    let to = at + 1 + doors;
    let new =
        l.says(at, &["closed", "shut"]) && l.w(to) == "to" && l.says(to + 1, &["new", "any", "further"]);
    let who = l.find(to + 1, to + 4, TAKEN_IN).filter(|_| new)?;
    let g = mode::group(l, at);
    let found = Found::told(MeasureKind::AdmissionsStop, imposed(g.mode)?, at, who, "measure/admissions");
    Some(found.since(g.start).passive(true))
}

/// Those that a home or school takes in.
const TAKEN_IN: &[&str] = &[
    "residents", "patients", "pupils", "children", "admissions", "people", "clients", "students",
    "prisoners", "users", "customers", "anyone", "anybody", "tenants", "referrals", "babies", "apprentices",
    "learners",
];

/// What a council gives to a firm that cares for people at home.
const GIVEN: &[&str] = &["work", "packages", "placements", "contracts"];

/// What says that those are new ones.
const NEW: &[&str] = &["new", "more", "any", "further", "additional", "else"];

/// Who decides for themselves to stop: as sure as the deed.
const SETTLED: &[&str] = &["agreed", "agree", "agrees", "volunteered", "chosen", "opted", "undertaken"];

/// What a verb group says of a ban: "has agreed to stop" is a stop.
fn banned(l: &Line<'_, '_>, g: &mode::Group) -> Option<Action> {
    let settled = g.mode == mode::Mode::Plan && l.says(g.start, SETTLED);
    if settled { Some(Action::Imposed) } else { imposed(g.mode) }
}

/// "No new residents can be admitted", "no one else may be taken in".
fn nobody(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let g = mode::group(l, at);
    let be = l.s.is(at.wrapping_sub(1), Class::Be);
    // "No more prisoners can be accepted by the course"
    let be = be && (!l.says(at + 1, &["by", "on", "onto"]) || l.is_provider(at + 2));
    let who = (g.start.saturating_sub(3)..at).rev().find(|&i| l.says(i, TAKEN_IN) || l.w(i) == "else")?;
    let no = l.back(who + 1, 4, &["no", "nobody"])?;
    let new = (no + 1..=who + 1).any(|i| l.says(i, NEW));
    let over = (who + 1..at).any(|i| l.says(i, &["will", "can", "may", "could", "are", "is", "to", "being"]));
    let told = Found::told(MeasureKind::AdmissionsStop, Action::Imposed, at, no, "measure/admissions");
    (be && new && over).then_some(Found { at, ..told })
}

/// "No further placements will be made", "agreed not to make any further placements".
fn no_more(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let new = l.says(at.wrapping_sub(1), &["new", "more", "further", "additional"]);
    let no = (at.saturating_sub(6)..at)
        .rev()
        .take_while(|&i| !l.ends_clause(i))
        .find(|&i| l.s.is(i, Class::Not) || l.says(i, &["no"]) || l.w(i).ends_with("n't"))?;
    let none = l.w(no) == "no" && no + 2 == at && {
        let verb = l.find(at + 1, at + 6, &["made", "allowed", "accepted", "taken"])?;
        matches!(mode::group(l, verb).mode, mode::Mode::Will | mode::Mode::Done | mode::Mode::Nothing)
    };
    let make = || {
        l.w(no) != "no" && l.back(at, 4, &["make", "making", "accept", "accepting"]).is_some_and(|m| m > no)
    };
    let new = new && l.w(at + 1) != "of";
    let told = Found::told(MeasureKind::AdmissionsStop, Action::Imposed, no, at, "measure/admissions");
    (new && (none || make())).then_some(told)
}

const STOPS: &[&str] = &[
    "stopped", "stop", "stops", "banned", "barred", "prevented", "prohibited", "suspended", "blocked",
    "ceased", "halted", "forbidden", "restricted", "restricts", "stopping", "bars", "bans",
];

/// "banned from admitting new residents", "would not send any more children".
fn stopped(l: &Line<'_, '_>, at: usize, near_inspection: &dyn Fn() -> bool) -> Option<Found> {
    // "has stopped sending it any more"
    let it = l.says(at + 1, &["it", "them"]) && l.w(at + 2) == "any" && l.w(at + 3) == "more";
    let it = it.then_some(at + 3).filter(|_| l.back(at, 2, STOPS).is_some());
    let given = || l.find(at + 1, at + 7, GIVEN).filter(|_| l.w(at) == "giving");
    let who = l.find(at + 1, at + 6, TAKEN_IN).or(it).or_else(given)?;
    let more = (at + 1..=who + usize::from(l.w(who).starts_with("any"))).any(|i| l.says(i, NEW))
        || l.w(who) == "admissions"
        || l.w(who + 1) == "without"
            && l.find(who + 2, who + 8, &["permission", "consent", "agreement"]).is_some();
    // "stopped from recruiting apprentices": the ban says it.
    let from = l.w(at.wrapping_sub(1)) == "from" && l.w(at).ends_with("ing");
    // "stopped placing people there", "… at Dale House", "… with the firm"
    let placed = l.w(who + 1) == "there"
        || l.s.is(who + 1, Class::Prep) && (who + 2..who + 5).any(|i| l.is_place(i) || l.says(i, &["it"]));
    // "used its powers to stop the unit admitting patients"
    let it = l.is_provider(at.wrapping_sub(1)) && l.says(at, &["admitting", "taking", "accepting"]);
    let power = it && l.back(at, 4, STOPS).is_some() && l.tells_of_inspection();
    if !more && !from && !placed && !power {
        return None;
    }
    let gerund = l.w(at).ends_with("ing");
    let rule = "measure/admissions";
    if gerund {
        // "bars the owners, Sunrise Living, from taking in anyone": a name set off by commas.
        let across = || (at.saturating_sub(10)..at).rev().find(|&i| l.says(i, STOPS)).filter(|_| from);
        let Some(verb) = l.back(at, 10, STOPS).or_else(across) else {
            return closed_for_now(l, (at, who), more).filter(|_| near_inspection());
        };
        if !more && !from && !power && verb + 1 != at {
            return None;
        }
        let g = mode::group(l, verb);
        // "served with a notice to stop it admitting anybody new": the notice does.
        let noticed = l.back(verb, 3, &["notice", "order"]).is_some();
        if noticed && l.back(verb, 7, &["served", "issued", "given", "handed"]).is_some() {
            return Some(
                Found::told(MeasureKind::AdmissionsStop, Action::Imposed, verb, who, rule).since(g.start),
            );
        }
        let agent = l.says(verb, &["stopped", "stop", "ceased", "suspended", "halted"]) && !g.passive;
        let found = Found::told(MeasureKind::AdmissionsStop, banned(l, &g)?, verb, who, rule);
        return Some(found.since(g.start).passive(!agent));
    }
    // "can now take new residents again"
    let can = l.back(at, 3, &["can", "may", "able", "allowed", "free"]);
    if let Some(can) = can.filter(|_| more && l.find(who + 1, who + 3, &["again", "once"]).is_some()) {
        let free = !l.s.is(can + 1, Class::Not) && mode::group(l, at).mode != mode::Mode::Done;
        let found = Found::told(MeasureKind::AdmissionsStop, Action::Lifted, can, who, rule);
        return (free && near_inspection()).then(|| found.passive(true));
    }
    // "has been told it cannot take any new residents"
    if let Some(cannot) = l.back(at, 2, &["cannot", "can't", "couldn't"]) {
        let ordered = l.back(cannot, 6, &["told", "ordered", "means", "meaning", "ruled", "said"]).is_some()
            || l.find(who + 1, who + 4, &["until", "unless", "while", "without"]).is_some()
                && near_inspection();
        let found = Found::told(MeasureKind::AdmissionsStop, Action::Imposed, cannot, who, rule);
        return ordered.then(|| found.passive(true));
    }
    let denied = (at.saturating_sub(4)..at).rev().take_while(|&i| !l.ends_clause(i)).find(|&i| {
        l.s.is(i, Class::Not)
            || l.w(i).ends_with("n't")
            || l.says(i, &["cannot", "unable", "longer", "ordered"]) && l.s.is(i + 1, Class::Not)
    })?;
    let found = Found::told(MeasureKind::AdmissionsStop, Action::Imposed, denied, who, rule);
    Some(found.passive(l.says(at, &["admit", "take", "accept"])))
}

/// "is not accepting new residents", of what is not full: a dentist's list of health-service patients may be.
fn closed_for_now(l: &Line<'_, '_>, (at, who): (usize, usize), more: bool) -> Option<Found> {
    let g = mode::group(l, at);
    let not = (g.start.min(at.saturating_sub(2))..at)
        .find(|&i| l.s.is(i, Class::Not) || l.w(i).ends_with("n't") || l.w(i) == "longer")?;
    let list = (at..who).any(|i| l.says(i, &["nhs", "private"])) || l.says(who, &["customers", "students"]);
    let be = l.s.is(not.wrapping_sub(1), Class::Be)
        || l.s.is(not + 1, Class::Be)
        || l.w(not).ends_with("n't")
        || l.w(not.wrapping_sub(1)) == "no";
    let told = Found::told(MeasureKind::AdmissionsStop, Action::Imposed, at, who, "measure/admissions");
    (more && be && !list && g.mode != mode::Mode::May).then(|| told.since(not).passive(true))
}

/// What else a sentence tells of a ban: "was imposed in March and lifted in June".
pub(super) fn later(l: &Line<'_, '_>, at: usize) -> Vec<Found> {
    bans(l, at).into_iter().skip(1).collect()
}

/// "lifted its ban on new residents", "the embargo on taking new pupils remains in place".
fn bans(l: &Line<'_, '_>, at: usize) -> Vec<Found> {
    let on = l.w(at + 1) == "on";
    let taken = l.find(at + 2, at + 7, TAKEN_IN);
    let who = taken.or_else(|| l.find(at + 2, at + 5, &["placements", "admissions"]));
    let Some(who) = who.filter(|_| on) else { return Vec::new() };
    let new = (at + 2..=who).any(|i| {
        l.says(
            i,
            &[
                "new", "more", "any", "further", "taking", "admitting", "accepting", "admissions",
                "placements",
            ],
        )
    });
    if !new {
        return Vec::new();
    }
    let found = noun::long(l, (at, who), MeasureKind::AdmissionsStop, None);
    found.into_iter().map(|f| Found { rule: "measure/admissions", ..f }).collect()
}

/// "A restriction has been placed on admissions"
fn placed_on(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let verb =
        at.checked_sub(2).filter(|&v| l.w(v + 1) == "on" && l.says(v, &["placed", "imposed", "put"]))?;
    let g = mode::group(l, verb);
    let ban = ["restriction", "restrictions", "ban", "embargo", "stop", "limit", "limits", "freeze", "hold"];
    // "on admissions to the museum"
    let elsewhere = l.w(at + 1) == "to" && !(at + 2..at + 5).any(|i| l.is_place(i));
    let what = l.says(g.start.wrapping_sub(1), &ban) && !elsewhere;
    let found = Found::told(MeasureKind::AdmissionsStop, imposed(g.mode)?, verb, at, "measure/admissions");
    (what && g.passive).then(|| found.since(g.start - 1))
}

/// "admissions have been suspended", "a ban on new admissions", "closed to new admissions".
fn admissions(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    const STOPPED: &[&str] = &[
        "suspended", "stopped", "halted", "frozen", "restricted", "banned", "paused", "cease", "ceased",
        "stop", "hold",
    ];
    let rule = "measure/admissions";
    let kind = MeasureKind::AdmissionsStop;
    let after =
        (at + 1..(at + 16).min(l.len())).take_while(|&i| !l.ends_clause(i)).find(|&i| l.says(i, STOPPED));
    // "must cease", "have been put on hold"
    let told = |v: usize| match l.w(v) {
        "cease" | "stop" => l.s.is(v - 1, Class::Must) || l.w(v - 1) == "to" && l.s.is(v - 2, Class::Be),
        "hold" => l.w(v - 1) == "on",
        "ceased" => true,
        _ => l.s.is_any(v - 1, &[Class::Be, Class::Filler]) || v == at + 1,
    };
    if let Some(verb) = after.filter(|&v| told(v)) {
        let put = if l.w(verb) == "hold" { verb - 2 } else { verb };
        let g = mode::group(l, put);
        let action = if l.w(verb) == "stop" { Some(Action::Imposed) } else { imposed(g.mode) };
        return Some(Found::told(kind, action?, verb, at, rule).since(at));
    }
    let noun = [
        "ban", "embargo", "stop", "freeze", "suspension", "halt", "moratorium", "closed", "suspended",
        "stopped", "halted", "suspend", "restrict", "restricting", "limit", "restricted", "restricts",
        "froze", "paused", "frozen", "pausing", "suspending", "suspends", "pause", "preventing", "prevents",
        "barring", "banning", "barred", "bars", "banned",
    ];
    let verb = l.back(at, 4, &noun)?;
    // "lifted a ban on admissions" is the ban's own.
    if !bans(l, verb).is_empty() {
        return None;
    }
    // "want a halt to admissions"
    let wish = ["want", "wants", "wanted", "call", "calls", "called", "demand", "demanded", "urged", "asked"];
    if l.s.is(verb.wrapping_sub(1), Class::Det) && l.back(verb, 4, &wish).is_some() {
        return None;
    }
    let between = verb + 1..at;
    let plain = between.clone().all(|i| {
        l.s.is_any(i, &[Class::Prep, Class::Now, Class::All, Class::Det, Class::Possessive])
            || l.says(i, &["further", "making", "fresh", "additional", "council-funded", "publicly-funded"])
            // "paused new funded placements"
            || l.says(i, &["funded"]) && i + 1 == at
    });
    if !plain {
        return None;
    }
    let lifted = l.back(verb, 5, &["lifted", "lifts", "removed", "ended"]);
    let g = mode::group(l, verb);
    // "has taken action to restrict admissions"
    let taken =
        || l.back(verb, 5, &["taken", "took"]).is_some_and(|i| mode::group(l, i).mode == mode::Mode::Done);
    let action = match (lifted, g.mode) {
        (Some(_), _) => Action::Lifted,
        (_, mode::Mode::Plan) if taken() => Action::Imposed,
        _ => banned(l, &g)?,
    };
    Some(Found::told(kind, action, verb, at, rule).since(g.start).passive(l.w(verb) == "closed"))
}
