//! What courts do: fines, prosecutions, and cases that a body brings.
//!
//! *What it finds*: "was fined £3,500", "is facing prosecution by the watchdog", "in a case brought by the council".
//! *What it leaves alone*: fine weather, and people who are fined at a home.

use super::found::{Found, imposed};
use super::line::Line;
use super::mode;
use super::verb::{object, subject};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;

/// `near_inspection`: an inspection is told of beside the sentence.
pub(super) fn read(l: &Line<'_, '_>, at: usize, near_inspection: &dyn Fn() -> bool) -> Option<Found> {
    match l.w(at) {
        "fined" | "fining" | "fine" | "fines" => fined(l, at, near_inspection),
        "prosecuted" | "prosecute" | "prosecuting" | "prosecutes" => prosecuted(l, at),
        "charged" if l.w(at + 1) == "by" && (at + 2..at + 4).any(|i| l.is_body(i)) => prosecuted(l, at),
        "case" | "prosecution" | "charges" => brought(l, at),
        "proceedings" if l.says(at.wrapping_sub(1), &["criminal", "legal", "court"]) => brought(l, at),
        "pay" => pays(l, at),
        "guilty" => guilty(l, at, near_inspection),
        _ => None,
    }
}

fn fined(l: &Line<'_, '_>, at: usize, near_inspection: &dyn Fn() -> bool) -> Option<Found> {
    let kind = MeasureKind::Fine;
    match l.w(at) {
        "fined" | "fining" => {
            let g = mode::group(l, at);
            // "£4m" is no plain number.
            let sum =
                |i: usize| l.w(i).trim_start_matches(['£', '€']).starts_with(|c: char| c.is_ascii_digit());
            let money = matches!(l.s.item(at + 1), Some(Item::Number(_))) || sum(at + 1);
            let patient = object(l, at).filter(|_| !g.passive);
            let headline = at > 0 && l.is_provider(at - 1)
                || g.passive && l.says(g.start.wrapping_sub(1), &["ltd", "limited", "plc", "llp"]);
            let subject = subject(l, g.start).filter(|_| g.passive || money);
            // "was prosecuted by the watchdog and fined £20,000"
            // "pleaded guilty in a case brought by the watchdog and was fined £20,000"
            let and_was = l.w(g.start.wrapping_sub(1)) == "and" && l.tells_of_inspection();
            let joined = g.passive && money && (l.w(at.wrapping_sub(1)) == "and" || and_was);
            // "The commission fined Mayflower Healthcare £4,000": a firm by its name.
            let firm = l.s.at(at + 1).starts_with(char::is_uppercase);
            let fined = !g.passive && l.is_body(g.start.wrapping_sub(1)) && firm;
            let fined = fined.then(|| (at + 2..at + 6).find(|&i| sum(i))).flatten();
            let patient = patient.or(fined);
            let someone = || g.passive && money && person(l, g.start) && near_inspection();
            if subject.is_none() && patient.is_none() && !headline && !joined && !someone() {
                return None;
            }
            let action = imposed(g.mode)?;
            let found =
                Found::told(kind, action, at, patient.unwrap_or(at + usize::from(money)), "measure/fined");
            Some(found.since(g.start).passive(patient.is_none()))
        }
        // "Watchdog fines care home £4,000"
        "fines" if at > 0 && l.is_body(at - 1) && object(l, at).is_some() => {
            Some(Found::told(kind, Action::Imposed, at, object(l, at)?, "measure/fined"))
        }
        "fine" if l.w(at.wrapping_sub(1)) == "to" => {
            let patient = object(l, at)?;
            let g = mode::group(l, at);
            Some(Found::told(kind, imposed(g.mode)?, at, patient, "measure/fined").since(g.start))
        }
        word => {
            // "was handed a £40,000 fine and told to pay costs"
            let sum = l.w(at.wrapping_sub(1)).starts_with(['£', '€'])
                || matches!(l.s.item(at.wrapping_sub(1)), Some(Item::Number(_)));
            let noun = word == "fines"
                || sum
                || l.says(at + 1, &["of", "for", "after", "from", "by", "over", ",", ""])
                    && !l.s.is(at.wrapping_sub(1), Class::Be);
            let verb = l.back(
                at,
                5,
                &[
                    "impose", "imposed", "issued", "issue", "faces", "face", "facing", "avoid", "handed",
                    "given", "hit", "slapped", "received", "levied", "pay", "paid",
                ],
            )?;
            if !noun {
                return None;
            }
            let g = mode::group(l, verb);
            let action = match l.w(verb) {
                "faces" | "face" | "facing" | "avoid" => Action::Threatened,
                _ => imposed(g.mode)?,
            };
            Some(Found::told(kind, action, verb, at, "measure/fine").since(g.start).passive(true))
        }
    }
}

/// "pleaded guilty to six charges of breaching food hygiene regulations": what inspectors enforce.
fn guilty(l: &Line<'_, '_>, at: usize, near_inspection: &dyn Fn() -> bool) -> Option<Found> {
    const LAWS: &[&str] =
        &["hygiene", "regulations", "regulation", "registration", "unregistered", "care", "food", "safety"];
    let verb = l.back(at, 3, &["pleaded", "pled", "found", "pleading"])?;
    let charges =
        l.find(at + 1, at + 6, &["charges", "charge", "offences", "offence", "counts", "breaching"])?;
    let law = (at..charges + 7).any(|i| l.says(i, LAWS) || l.w(i).contains("hygiene"));
    // The sentence that tells who brought the case tells it better.
    let other = (0..l.len()).any(|i| l.says(i, &["prosecution", "prosecuted", "case", "not"]));
    let done = mode::group(l, verb).mode == mode::Mode::Done;
    (l.w(at + 1) == "to" && law && done && !other && near_inspection()).then(|| {
        Found::told(MeasureKind::Prosecution, Action::Imposed, verb, charges, "measure/prosecuted")
            .passive(true)
    })
}

/// "Rashid Anwar, 47, was fined", "He was also fined": by a court, which asks for its costs or hears of hygiene.
fn person(l: &Line<'_, '_>, start: usize) -> bool {
    const COURTS: &[&str] =
        &["costs", "surcharge", "magistrates", "court", "offences", "hygiene", "pleading", "admitting"];
    let first = (0..start).rev().take_while(|&i| !l.ends_clause(i) || l.w(i) == ",").last().unwrap_or(start);
    let named = |i: usize| {
        l.s.at(i).starts_with(char::is_uppercase) && !l.is_provider(i)
            || matches!(l.s.item(i), Some(Item::Number(_) | Item::Stop(',')))
    };
    let pronoun = first + 1 == start && l.says(first, &["he", "she", "they"]);
    let name = first + 1 < start && (first..start).all(named);
    (pronoun || name) && (start..l.len()).any(|i| l.says(i, COURTS))
}

/// "The sheriff granted the order": of what was applied for just before.
pub(super) fn granted(l: &Line<'_, '_>, at: usize, kind: MeasureKind) -> Option<Found> {
    let noun = l.says(at, &["order", "application"]) && l.says(at.wrapping_sub(1), &["the", "its", "their"]);
    let verb = l.back(at, 4, &["granted", "approved", "made", "refused", "rejected"])?;
    let action = match l.w(verb) {
        "refused" | "rejected" => Action::Rejected,
        _ => Action::Imposed,
    };
    let judge = (0..verb)
        .any(|i| ["sheriff", "judge", "magistrates", "court", "tribunal"].iter().any(|w| l.w(i).contains(w)));
    let done = mode::group(l, verb).mode == mode::Mode::Done;
    (noun && judge && done).then(|| Found::told(kind, action, verb, at, "measure/granted").passive(true))
}

/// "was ordered to pay £20m by the regulator", "must pay a £3,000 penalty": no costs, and no redress.
fn pays(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let sum = matches!(l.s.item(at + 1), Some(Item::Number(_))) || l.s.at(at + 1).starts_with(['£', '€']);
    let by =
        (at + 2..at + 5).find(|&i| l.w(i) == "by").filter(|&by| (by + 1..by + 4).any(|i| l.is_body(i)))?;
    let g = mode::group(l, at);
    let redress =
        (at..l.len()).any(|i| l.says(i, &["costs", "compensation", "redress", "damages", "ombudsman"]));
    let action = imposed(g.mode).filter(|_| sum && g.passive && !redress)?;
    Some(Found::told(MeasureKind::Fine, action, at, by, "measure/fined").since(g.start).passive(true))
}

fn prosecuted(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let g = mode::group(l, at);
    let patient = object(l, at);
    let council = |i: usize| {
        ["council", "authority", "watchdog", "regulator", "commission"]
            .iter()
            .any(|who| l.w(i).ends_with(who))
    };
    let by_body = (at + 1..at + 5).any(|i| l.is_body(i) || council(i)) && l.w(at + 1) == "by";
    let subject = subject(l, g.start).filter(|_| g.passive);
    // "after the council prosecuted him over an earlier visit"
    let agent = (g.start.saturating_sub(2)..g.start).any(|i| l.is_body(i) || council(i));
    let him =
        (agent && !g.passive && l.says(at + 1, &["him", "her", "them", "it"]) && l.tells_of_inspection())
            .then_some(at + 1);
    let patient = patient.or(him);
    if patient.is_none() && subject.is_none() && !by_body {
        return None;
    }
    // "Its owners are being prosecuted"
    let owners = subject.is_some() && !l.s.is(at + 1, Class::Prep);
    let told = owners || (0..l.len()).any(|i| l.is_body(i)) || by_body || agent;
    let action = imposed(g.mode).filter(|_| told)?;
    let found =
        Found::told(MeasureKind::Prosecution, action, at, patient.unwrap_or(at), "measure/prosecuted");
    Some(found.since(g.start).passive(patient.is_none()))
}

/// "in a case brought by the watchdog", "after a prosecution by the council".
fn brought(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    // "is facing prosecution over a death", "faces a criminal prosecution by the watchdog"
    let faces = l
        .back(at, 4, &["faces", "facing", "face", "faced"])
        .or_else(|| l.back(at, 6, &["threatened", "threatens"]).filter(|_| l.w(at - 1) == "with"))
        .filter(|_| l.w(at) == "prosecution");
    // "has until February to comply or face prosecution"
    let or_else = |f: usize| l.w(f.wrapping_sub(1)) == "or" && l.back(f, 5, &["comply", "improve"]).is_some();
    if let Some(faces) = faces.filter(|&f| l.tells_of_inspection() || or_else(f)) {
        let found =
            Found::told(MeasureKind::Prosecution, Action::Threatened, faces, at, "measure/prosecuted");
        return Some(found.passive(true));
    }
    // "The commission brought the case after …"
    let active = l.back(at, 2, &["brought", "brings"]).filter(|&v| {
        let who = v.wrapping_sub(1);
        let which = l.w(who) == "which" && (who.saturating_sub(3)..who).any(|i| l.is_body(i));
        l.s.is(at - 1, Class::Det) && (l.is_body(who) || which)
    });
    if let Some(verb) = active {
        return Some(Found::told(MeasureKind::Prosecution, Action::Imposed, verb, at, "measure/prosecuted"));
    }
    // "has begun a prosecution of the trust"
    let begun = l.back(at, 4, &["begun", "began", "launched", "started", "brought", "bringing"]);
    let of = l.says(at + 1, &["of", "against"]) && (at + 2..at + 5).any(|i| l.is_provider(i));
    if let Some(begun) = begun.filter(|_| of && l.says(at, &["prosecution", "proceedings"])) {
        let g = mode::group(l, begun);
        let action = imposed(g.mode)?;
        return Some(Found::told(MeasureKind::Prosecution, action, begun, at + 1, "measure/prosecuted"));
    }
    // "The prosecution was brought by the watchdog"
    let was = usize::from(l.s.is(at + 1, Class::Be) && l.says(at + 2, &["brought", "taken", "mounted"]));
    let by = at + 1 + was + usize::from(l.says(at + 1 + was, &["brought", "taken", "mounted"]));
    let brought = by > at + 1 || l.w(at) == "prosecution";
    let agent = (by + 1..by + 5).any(|i| l.is_body(i));
    let about = l.says(at.wrapping_sub(1), &["a", "the", "its"])
        || l.says(at.wrapping_sub(1), &["successful", "first", "criminal"]);
    (brought && l.w(by) == "by" && agent && about).then(|| {
        Found::told(MeasureKind::Prosecution, Action::Imposed, at, by, "measure/prosecuted").passive(true)
    })
}
