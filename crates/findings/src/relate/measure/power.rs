//! Who runs a provider taken in hand by government: commissioners and envoys sent, powers taken away and given
//! back, legal powers used.
//!
//! *What it finds*: "appointed a commissioner", "stripped the council of its powers", "schools returned to its
//! control", "used its legal powers to demand".
//! *What it leaves alone*: other commissioners (of police, of children), "rather than send in commissioners".

use super::found::{Found, imposed};
use super::line::Line;
use super::mode::{self, Mode};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;

pub(super) fn read(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    match l.w(at).rsplit(' ').next().unwrap_or("") {
        "commissioner" | "commissioners" => sent(l, at, MeasureKind::Commissioner),
        "envoy" | "envoys" => sent(l, at, MeasureKind::Intervention),
        "team" | "board" | "taskforce" | "adviser" | "advisers" | "experts" | "panel" | "trust" => {
            team(l, at)
        }
        "stripped" | "stripping" | "strip" => stripped(l, at),
        "control" | "responsibility" | "powers" | "power" => back(l, at),
        _ => None,
    }
}

const SEND: &[&str] = &[
    "appointed", "appoint", "appoints", "appointing", "sent", "send", "sends", "sending", "assigned",
    "installed", "dispatched", "drafted", "deployed", "named", "assign",
];

fn sent(l: &Line<'_, '_>, at: usize, kind: MeasureKind) -> Option<Found> {
    const OTHERS: &[&str] = &[
        "crime", "children's", "information", "police", "electoral", "parliamentary", "fire", "victims'",
        "health", "european", "charity", "nhs",
    ];
    // "appointed a children's commissioner to the council": sent there, not the nation's.
    let there = l.w(at.wrapping_sub(1)) == "children's"
        && l.says(at + 1, &["to", "at", "for"])
        && l.is_provider(at + 2);
    if l.says(at.wrapping_sub(1), OTHERS) && !there {
        return None;
    }
    let rule = "measure/sent";
    if let Some(verb) = l.back(at, 5, SEND) {
        if l.says(verb.wrapping_sub(1), &["than", "of"]) {
            return None;
        }
        let g = mode::group(l, verb);
        let action = imposed(g.mode).filter(|_| !decided_against(l, g.start))?;
        let run_by = l.says(at.wrapping_sub(1), &["by"]);
        return (!run_by).then(|| Found::told(kind, action, verb, at, rule).since(g.start));
    }
    let right = (at + 1..(at + 6).min(l.len())).take_while(|&i| !l.ends_clause(i));
    let verb = right.clone().find(|&i| l.says(i, SEND) && l.s.is_any(i - 1, &[Class::Be, Class::Filler]));
    if let Some(verb) = verb {
        let g = mode::group(l, verb);
        return Some(Found::told(kind, imposed(g.mode)?, verb, at, rule));
    }
    // "a commissioner could follow"
    if l.w(at + 2) == "follow" && l.s.is(at + 1, Class::Would) {
        return Some(Found::told(kind, Action::Threatened, at, at + 2, rule));
    }
    let gone = l.find(at + 1, at + 4, &["left", "departed", "withdrew", "withdrawn", "leaves"])?;
    (mode::group(l, gone).mode == Mode::Done && l.s.is(at.wrapping_sub(1), Class::Det))
        .then(|| Found::told(kind, Action::Lifted, gone, at, rule))
}

/// "decided not to send", "ruled out sending".
fn decided_against(l: &Line<'_, '_>, start: usize) -> bool {
    (start.saturating_sub(3)..start)
        .any(|i| l.s.is(i, Class::Not) || l.says(i, &["rather", "instead", "ruled"]))
}

/// "Ministers appointed a team to turn around …".
fn team(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let verb = l.back(at, 5, &["appointed", "appoint", "sent", "assigned", "installed"])?;
    let by = (verb.saturating_sub(4)..verb).rev().take_while(|&i| !l.ends_clause(i));
    let state =
        by.clone().any(|i| l.says(i, &["ministers", "minister", "government", "secretary", "department"]));
    let g = mode::group(l, verb);
    let action = imposed(g.mode).filter(|_| state && !g.passive)?;
    let from = by.last().unwrap_or(g.start);
    Some(Found::told(MeasureKind::Intervention, action, verb, at, "measure/team").since(from))
}

/// "stripped the council of its powers", "was stripped of the responsibility".
fn stripped(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let of = (at + 1..at + 4).find(|&i| l.w(i) == "of")?;
    let what =
        l.find(of + 1, of + 5, &["powers", "power", "control", "responsibility", "responsibilities"])?;
    let g = mode::group(l, at);
    let owned = (at + 1..of).any(|i| l.is_provider(i));
    let found = Found::told(MeasureKind::Intervention, imposed(g.mode)?, at, what, "measure/stripped");
    Some(found.since(g.start).passive(!owned))
}

/// "lost control of its schools", "had schools returned to its control", "used its legal powers to demand".
fn back(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let rule = "measure/power";
    if l.says(at, &["powers", "power"])
        && let Some(used) = l.back(at, 4, &["used", "using"])
    {
        let demand = (l.w(at + 1) == "to").then_some(at + 2)?;
        let orders = l.says(demand, &["demand", "order", "require", "force", "compel", "direct"]);
        let g = mode::group(l, used);
        let action = imposed(g.mode).filter(|_| orders)?;
        return Some(Found::told(MeasureKind::Direction, action, used, demand, rule));
    }
    let verb = l.back(
        at,
        5,
        &[
            "lost", "lose", "loses", "losing", "returned", "regained", "regains", "regain", "handed",
            "restored",
        ],
    )?;
    let g = mode::group(l, verb);
    let whose =
        l.says(at.wrapping_sub(1), &["its", "council", "their", "authority"]) || l.is_provider(at - 1);
    let action = match l.w(verb) {
        "lost" | "lose" | "loses" | "losing" => {
            let of = l.says(at + 1, &["of", "for"]) || l.w(at) == "power" && l.w(at + 1) == "to";
            imposed(g.mode).filter(|_| of)?
        }
        "returned" | "handed" | "restored" => {
            let to_them = l.back(at, 3, &["to", "back"]).is_some() && (whose || l.w(at) != "control");
            (g.mode == Mode::Done && to_them).then_some(Action::Lifted)?
        }
        _ => (g.mode == Mode::Done).then_some(Action::Lifted)?,
    };
    let public =
        (0..l.len()).any(|i| l.is_body(i) || l.says(i, &["schools", "services", "education", "housing"]));
    public
        .then(|| Found::told(MeasureKind::Intervention, action, verb, at, rule).since(g.start).passive(true))
}
