//! States that a provider is in and comes out of, told without their name: "kept it in intervention", the "engage"
//! phase, and what "it came out again two years later" means after a sentence that named one.
//!
//! *What it leaves alone*: "it came out that …", "came out top", coming out where no state was told just before.

use super::found::Found;
use super::line::Line;
use super::mode::{self, Mode};
use super::noun;
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;

/// A state that the sentences just before have named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) kind: MeasureKind,
    /// Index into the knowledge's names of measures.
    pub(super) name: Option<u16>,
}

/// "kept it in intervention", "moved into what is known as the “engage” phase".
pub(super) fn unnamed(l: &Line<'_, '_>, at: usize) -> Vec<Found> {
    let plain = l.w(at) == "intervention" && l.says(at.wrapping_sub(1), &["in", "into", "from", "of"]);
    // "has lifted its intervention at the council", "has extended its intervention"
    let lifted = l.w(at) == "intervention"
        && l.back(at, 3, &["lifted", "ended", "lifts", "ends", "extended", "extends", "renewed"]).is_some();
    // "its intervention hours": another noun's.
    let whole = !l.s.is(at + 1, Class::Other);
    if lifted && whole && l.s.is_any(at - 1, &[Class::Possessive, Class::Det]) {
        return noun::read(l, at, MeasureKind::Intervention, None);
    }
    // "The intervention in its housing department has been extended"
    if l.w(at) == "intervention"
        && l.s.is(at.wrapping_sub(1), Class::Det)
        && l.says(at + 1, &["in", "at", "of"])
    {
        let mut found = noun::read(l, at, MeasureKind::Intervention, None);
        found.retain(|f| f.verb > at && matches!(f.action, Action::Continued | Action::Lifted));
        return found;
    }
    // "in intervention programmes": another noun's.
    let bare = !l.s.is(at + 1, Class::Other) || l.w(at + 1) == "process";
    if plain && bare {
        let mut found = noun::read(l, at, MeasureKind::Intervention, None);
        found.retain(|f| {
            l.says(
                f.verb,
                &[
                    "kept", "remains", "remained", "stays", "placed", "put", "taken", "come", "came",
                    "released", "emerged", "removed",
                ],
            ) || l.s.is(f.verb, Class::Be) && l.find(at + 1, at + 3, &["since", "for"]).is_some()
        });
        return found;
    }
    // "the direction would now be lifted", "a direction has been issued to the council"
    if l.says(at, &["direction", "directions"]) && l.w(at + 1) != "of" {
        const STATE: &[&str] =
            &["secretary", "minister", "ministers", "government", "department", "government's"];
        let ministers = || (0..l.len()).any(|i| l.is_body(i) || l.says(i, STATE));
        let det = l.s.is_any(at.wrapping_sub(1), &[Class::Det, Class::Possessive]);
        let mut found = noun::read(l, at, MeasureKind::Direction, None);
        found.retain(|f| match f.action {
            Action::Lifted | Action::Withdrawn => det && (f.verb > at || ministers()),
            Action::Continued => f.verb > at && ministers(),
            Action::Imposed => {
                l.says(f.verb, &["issued", "served", "given", "issue", "issues"]) && ministers()
            }
            _ => false,
        });
        return found;
    }
    // The first phase is called “engage”, or Engage.
    let phase = (at + 1..at + 3).any(|i| l.says(i, &["phase", "process", "stage", "monitoring"]))
        && l.is_quote(at + 1);
    let alone = l.is_quote(at.wrapping_sub(1))
        && l.is_quote(at + 1)
        && l.says(at.wrapping_sub(2), &["in", "into", "of"]);
    let name =
        alone || at > 0 && l.s.at(at) == "Engage" && l.says(at - 1, &["of", "into", "in", "from", "under"]);
    match l.w(at) == "engage" && (phase || name) {
        true => noun::read(l, at, MeasureKind::EnhancedMonitoring, None),
        false => Vec::new(),
    }
}

/// "It came out again two years later", "left them in 2021", "was put into them in May": of the state told before.
pub(super) fn recalled(l: &Line<'_, '_>, at: usize, told: Told) -> Option<Found> {
    if !matches!(
        l.w(at),
        "came"
            | "come"
            | "comes"
            | "left"
            | "leave"
            | "exited"
            | "exit"
            | "entered"
            | "put"
            | "placed"
            | "discharged"
            | "released"
            | "monitoring"
            | "coming"
            | "putting"
            | "placing"
            | "taken"
            | "removed"
            | "brought"
            | "needs"
            | "requires"
    ) {
        return None;
    }
    let found = |action, verb: usize, to: usize, start: usize| Found {
        name: told.name,
        ..Found::told(told.kind, action, verb, to, "measure/recalled").since(start).passive(true)
    };
    let them = |i: usize| l.says(i, &["it", "them", "that"]);
    let g = mode::group(l, at);
    let subject = g.start.wrapping_sub(1);
    let someone = || {
        l.is_provider(subject)
            || l.says(subject, &["it", "they", "and", "which"])
            || super::line::is_premises(l.w(subject))
    };
    match l.w(at) {
        "came" | "come" | "comes" if l.w(at + 1) == "out" => {
            let of = l.w(at + 2) == "of";
            let ends = of && them(at + 3)
                || !of
                    && (l.w(at + 2).is_empty()
                        || l.ends_clause(at + 2)
                        || l.is_date(at + 2)
                        || l.is_date(at + 3)
                        || l.says(at + 2, &["again", "after"])
                        || later(l, at + 2));
            (ends && someone() && g.mode == Mode::Done).then(|| found(Action::Lifted, at, at + 1, g.start))
        }
        // "18 months after putting it in"
        "putting" | "placing" if them(at + 1) && l.says(at.wrapping_sub(1), &["after", "since"]) => {
            let to = at + 2;
            (l.w(to) == "in" && (l.w(to + 1).is_empty() || l.ends_clause(to + 1)))
                .then(|| found(Action::Imposed, at, to, at))
        }
        // "less than a year after coming out"
        "coming" if l.w(at + 1) == "out" && l.says(at.wrapping_sub(1), &["after", "since", "despite"]) => {
            let ends = l.w(at + 2).is_empty() || l.ends_clause(at + 2) || l.is_date(at + 3);
            ends.then(|| found(Action::Lifted, at, at + 1, at))
        }
        // "was put in special measures in 2017 and taken out again last month"
        "taken" | "brought" if l.w(at + 1) == "out" && !l.says(at + 2, &["of"]) => {
            let ends = l.w(at + 2).is_empty()
                || l.ends_clause(at + 2)
                || l.is_date(at + 2)
                || l.is_date(at + 3)
                || l.says(at + 2, &["again", "after"])
                || later(l, at + 2);
            let named = || (0..at).any(|i| matches!(l.s.item(i), Some(Item::Measure(_))));
            let who = if l.w(at - 1) == "and" { named() } else { someone() };
            (ends && who && g.passive && g.mode == Mode::Done)
                .then(|| found(Action::Lifted, at, at + 1, g.start))
        }
        // "has been told that it no longer needs them"
        "needs" | "requires" if them(at + 1) && l.w(at - 1) == "longer" => {
            Some(found(Action::Lifted, at, at + 1, at - 2))
        }
        // "it has been taken out of it"
        "taken" | "removed" => {
            let of = at + 1 + usize::from(l.w(at + 1) == "out");
            let from = l.says(of, &["of", "off", "from"]) && them(of + 1);
            (from && g.passive && g.mode == Mode::Done).then(|| found(Action::Lifted, at, of + 1, g.start))
        }
        // "went into special measures in 2018 and left in 2020"
        "left" | "exited"
            if l.w(at - 1) == "and"
                && (l.is_date(at + 1) || l.w(at + 1) == "in" && l.is_date(at + 2))
                && (at.saturating_sub(8)..at).any(|i| matches!(l.s.item(i), Some(Item::Measure(_)))) =>
        {
            Some(found(Action::Lifted, at, at, at))
        }
        "left" | "leave" | "exited" if them(at + 1) && !l.s.is(at + 2, Class::Other) => {
            (someone() && g.mode == Mode::Done).then(|| found(Action::Lifted, at, at + 1, g.start))
        }
        // "has been told it can leave"
        "leave" | "exit"
            if at > 1
                && l.says(at - 1, &["can", "may"])
                && (l.w(at - 2) == "it" || l.is_place(at - 2))
                && (l.w(at + 1).is_empty() || l.ends_clause(at + 1) || them(at + 1))
                && l.back(at, 5, &["told", "said"]).is_some() =>
        {
            Some(found(Action::Lifted, at, at, at - 1))
        }
        // "It was moved back to routine monitoring"
        "monitoring" if l.says(at.wrapping_sub(1), &["routine", "normal"]) => {
            let verb = l.back(at, 5, &["moved", "returned", "return", "returns", "reverted"])?;
            let g = mode::group(l, verb);
            let done = matches!(g.mode, Mode::Done | Mode::Will);
            done.then(|| found(Action::Lifted, verb, at, g.start))
        }
        // "It can now be discharged", "it has since been released"
        "discharged" | "released" => {
            let can =
                (at.saturating_sub(4)..at).any(|i| l.says(i, &["can", "may"])) && l.tells_of_inspection();
            let done = g.mode == Mode::Done || can;
            let alone = l.w(at + 1).is_empty() || l.ends_clause(at + 1) || l.says(at + 1, &["after", "in"]);
            let start = if can { l.back(at, 5, &["can", "may"])? } else { g.start };
            let who = l.says(start.wrapping_sub(1), &["it", "they"]) || l.is_place(start.wrapping_sub(1));
            (done && alone && who && l.s.is(at - 1, Class::Be)).then(|| found(Action::Lifted, at, at, start))
        }
        "entered" if l.says(at + 1, &["the"]) && l.w(at + 2) == "process" => {
            (g.mode == Mode::Done).then(|| found(Action::Imposed, at, at + 2, g.start))
        }
        // "14 months after the inspectorate put it there"
        "put" | "placed" if them(at + 1) && l.w(at + 2) == "there" && !g.passive => {
            let body = g.start > 0 && l.is_body(g.start - 1);
            let told = found(Action::Imposed, at, at + 2, g.start).passive(false);
            (body && g.mode == Mode::Done).then_some(told)
        }
        "put" | "placed" => {
            let into =
                l.says(at + 1, &["in", "into"]) && l.says(at + 2, &["them", "it"]) || l.w(at + 1) == "there";
            let to = if l.w(at + 1) == "there" { at + 1 } else { at + 2 };
            (into && g.passive && g.mode == Mode::Done).then(|| found(Action::Imposed, at, to, g.start))
        }
        _ => None,
    }
}

/// "two years later", "14 months later".
fn later(l: &Line<'_, '_>, at: usize) -> bool {
    l.find(at, at + 4, &["later", "afterwards"]).is_some()
}
