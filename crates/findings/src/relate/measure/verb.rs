//! Measures that a verb tells: closed, fined, prosecuted, new residents stopped.
//!
//! *What it finds*: "the home closed after the inspection", "must close by May", "was fined £3,500", "banned from
//! admitting", "stopped placing new residents".
//! *What it leaves alone*: what closes without an inspector about, people who are suspended, fine weather.

use super::found::{Found, imposed};
use super::line::{Line, is_premises};
use super::mode::{self, Mode};
use super::{admissions, court, register};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;

/// What a sentence before told was shut.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ordered {
    pub(super) kind: MeasureKind,
    /// It was just before.
    pub(super) recent: bool,
}

/// The measure that the word at `at` tells. `after_order`: a sentence before told of a closure or the like.
pub(super) fn read(
    l: &Line<'_, '_>,
    at: usize,
    after_order: Option<Ordered>,
    near_inspection: &dyn Fn() -> bool,
) -> Option<Found> {
    match l.w(at) {
        "closed" | "close" | "closes" | "closing" | "shut" | "shutting" | "shuts" => {
            closed(l, at, after_order.is_some_and(|o| o.recent), near_inspection)
                .or_else(|| admissions::closed_to(l, at))
        }
        "closure" => closure(l, at, near_inspection),
        "reopen" | "reopened" | "re-open" | "re-opened" | "open"
            if l.w(at) != "open" || l.w(at + 1) == "again" =>
        {
            // "has reopened after a suspension by Ofsted"
            let here = || l.find(at + 1, at + 8, &["suspension"]);
            let suspended = || here().map(|_| Ordered { kind: MeasureKind::Suspension, recent: false });
            reopened(l, at, after_order.or_else(suspended)?)
        }
        _ => admissions::read(l, at, near_inspection)
            .or_else(|| register::read(l, at))
            .or_else(|| court::read(l, at, near_inspection)),
    }
}

/// The provider or premises that a verb acts on: after it.
pub(super) fn object(l: &Line<'_, '_>, verb: usize) -> Option<usize> {
    let from = verb + 1 + usize::from(l.w(verb + 1) == "down");
    for i in from..(from + 4).min(l.len()) {
        if l.is_provider(i) || is_premises(l.w(i)) {
            return Some(i);
        }
        let within = l.s.is_any(i, &[Class::Det, Class::Possessive, Class::Other, Class::Before])
            && !l.w(i).ends_with("ed");
        if !within || l.is_date(i) {
            return None;
        }
    }
    None
}

/// The provider or premises that is the subject of a verb group.
pub(super) fn subject(l: &Line<'_, '_>, start: usize) -> Option<usize> {
    let mut at = start;
    // "The home, which has 24 residents, must close".
    if l.w(at.wrapping_sub(1)) == "," {
        let open = (at.saturating_sub(12)..at - 1).rev().find(|&i| l.w(i) == ",");
        // "Rowan Bank, a converted farmhouse, closed": said of what it is called.
        let called = |o: usize| {
            let firm = is_premises(l.w(o.wrapping_sub(1))) && l.s.at(o + 1).starts_with(char::is_uppercase);
            l.is_provider(o.wrapping_sub(1)) && l.says(o + 1, &["a", "an", "the"]) || firm
        };
        // "The owner of the Golden Wok, Tony Lee, was fined", "…, Ann Lee, 54, was fined"
        let person = |o: usize| {
            (o + 1..start - 1).all(|i| {
                l.s.at(i).starts_with(char::is_uppercase)
                    || matches!(l.s.item(i), Some(Item::Number(_) | Item::Stop(',')))
            })
        };
        let open = open.map(|o| {
            let aged = matches!(l.s.item(o + 1), Some(Item::Number(_))) && o + 3 == start;
            let before = (o.saturating_sub(5)..o).rev().find(|&i| l.w(i) == ",");
            before.filter(|_| aged).unwrap_or(o)
        });
        at = open
            .filter(|&o| {
                person(o)
                    || l.says(
                        o + 1,
                        &[
                            "which", "who", "in", "run", "owned", "near", "on", "at", "where", "based",
                            "part", "off",
                        ],
                    )
                    || called(o)
            })
            .unwrap_or(at);
    }
    // "Rose Court in Upper Marle is to close"
    let place = (at.saturating_sub(4)..at).rev().find(|&i| !l.s.at(i).starts_with(char::is_uppercase));
    if let Some(prep) = place.filter(|&i| i + 1 < at && l.says(i, &["in", "near", "at", "outside"]))
        && l.is_provider(prep.wrapping_sub(1))
    {
        at = prep;
    }
    for i in (at.saturating_sub(3)..at).rev() {
        let firm = l.says(i, &["ltd", "limited", "plc", "llp"]);
        if l.is_provider(i) || firm || is_premises(l.w(i)) || l.says(i, &["it", "which", "who"]) {
            // "A man at the home was fined": the provider only says where; "the owners of the home" are it.
            let det = usize::from(l.s.is(i.wrapping_sub(1), Class::Det));
            let prep = i.wrapping_sub(1 + det);
            let owned = l.w(prep) == "of" && is_premises(l.w(prep.wrapping_sub(1)));
            return (owned || !l.s.is(prep, Class::Prep) || l.says(prep, &["after", "as"])).then_some(i);
        }
        if l.ends_clause(i) || !l.s.is_any(i, &[Class::Other, Class::Pronoun]) {
            return None;
        }
    }
    None
}

fn closed(
    l: &Line<'_, '_>,
    at: usize,
    after_order: bool,
    near_inspection: &dyn Fn() -> bool,
) -> Option<Found> {
    let next = l.w(at + 1);
    if matches!(next, "out" | "off" | "up") {
        return None;
    }
    let adjective = matches!(next, "to" | "by" | "the" | "relationship" | "eye" | "enough" | "attention")
        && !object(l, at).is_some_and(|o| l.is_provider(o) || is_premises(l.w(o)))
        && !(next == "by" && at > 0 && !l.says(at - 1, &["is", "very"]));
    if adjective
        || l.says(at.wrapping_sub(1), &["very", "so", "too", "a", "the", "keep", "came", "work", "how"])
    {
        return None;
    }
    let g = mode::group(l, at);
    // "have been told to improve or be shut down"
    let told = (0..at).any(|i| l.says(i, &["told", "warned"]) || l.w(i).starts_with("told "));
    let feared = g.mode == Mode::May && told && near_inspection();
    // "The watchdog has taken the step of closing the nursery"
    let step = l.w(at) == "closing"
        && l.w(at.wrapping_sub(1)) == "of"
        && l.w(at.wrapping_sub(2)) == "step"
        && object(l, at).is_some_and(|o| l.is_provider(o) && !l.w(o).starts_with("a "))
        && l.tells_of_inspection();
    let tied =
        step || feared || after_order || tied(l, at, &g) || g.mode == Mode::Tried && l.tells_of_inspection();
    // "was shut by the council for nine days", of a kitchen that inspectors saw
    let council = (at + 1..at + 5).any(|i| l.w(i).ends_with("council") || l.w(i) == "officers");
    let by = at + 1 + usize::from(l.w(at + 1) == "down");
    let by_council = l.w(by) == "by" && council && g.passive && g.mode == Mode::Done;
    let tied = tied || by_council && subject(l, g.start).is_some() && near_inspection();
    // "has decided to close the home": whoever runs it, with an inspection told beside it.
    let settled = l.says(g.start, &["decided", "decision", "agreed", "chosen", "announced", "opted"])
        && object(l, at).is_some_and(|o| l.is_place(o))
        && near_inspection();
    // "The takeaway agreed to close that same evening": it did, where inspectors stood in its kitchen.
    let agreed = l.says(g.start, &["agreed", "volunteered", "chose", "opted"])
        && object(l, at).is_none()
        && subject(l, g.start).is_some()
        && (l.w(at + 1) == "voluntarily"
            || l.w(at + 1) == "immediately"
            || l.is_date(at + 1)
            || l.says(at + 1, &["that", "the", "there", "straight", "on"])
                && l.find(
                    at + 1,
                    at + 5,
                    &["evening", "day", "night", "afternoon", "morning", "then", "away", "spot"],
                )
                .is_some())
        && near_inspection();
    // "The commission has begun legal action to close the home"
    let sought = g.mode == mode::Mode::Plan
        && (0..g.start).any(|i| l.is_body(i))
        && object(l, at).is_some_and(|o| l.is_place(o));
    let tied = tied || settled || sought || agreed;
    // "… which its owners say will shut in August": with an inspection told beside it.
    let beside = object(l, at).is_none() && shuts_for_good(l, at, &g) && near_inspection();
    if !tied && !beside {
        return None;
    }
    // "which threatened to close it"
    let own = !g.passive
        && (l.is_body(g.start.wrapping_sub(1))
            || l.says(g.start.wrapping_sub(1), &["inspectors", "magistrates", "officers", "officials"]));
    let pronoun = l.says(at + 1, &["it", "them"]);
    let told = l.tells_of_inspection() || own && near_inspection();
    let it = (pronoun && told && (g.mode == Mode::May || own)).then_some(at + 1);
    // "told staff to close it" may be a gate.
    if pronoun && it.is_none() {
        return None;
    }
    let object = object(l, at).or(it);
    let subject = subject(l, g.start);
    // "closed its doors" is closing; "closed its windows" is none.
    if l.s.is(at + 1, Class::Possessive) && object.is_none() && !l.says(at + 2, &["doors", "gates"]) {
        return None;
    }
    // "The home closed complaints quickly": it closed something else.
    let other = l.s.is(at + 1, Class::Other) && !l.is_date(at + 1) && !l.w(at + 1).ends_with("ly");
    if object.is_none()
        && other
        && !g.passive
        && !l.says(at + 1, &["down", "permanently", "temporarily", "amid", "because"])
    {
        return None;
    }
    let said_of = subject.is_some_and(|i| !l.says(i, &["which"]) || l.is_provider(i.wrapping_sub(2)));
    let ordered = g.passive && g.mode != Mode::Nothing;
    if object.is_none() && !said_of && !ordered {
        return None;
    }
    // "Closing a service is always the last resort".
    let order = l.w(at.wrapping_sub(1)) == "order";
    if l.w(at).ends_with("ing")
        && g.start == at
        && subject.is_none()
        && !order
        && !step
        && g.mode != Mode::May
    {
        return None;
    }
    let action = match g.mode {
        _ if agreed => Action::Imposed,
        Mode::Done if settled => Action::Due,
        mode => imposed(mode)?,
    };
    let rule = "measure/closed";
    let found = Found::told(MeasureKind::Closure, action, at, object.unwrap_or(at), rule);
    Some(found.since(subject.unwrap_or(g.start)).passive(object.is_none()))
}

/// "was allowed to reopen", "reopened on 9 August": after it was shut.
fn reopened(l: &Line<'_, '_>, at: usize, told: Ordered) -> Option<Found> {
    let g = mode::group(l, at);
    let allowed =
        l.back(at, 4, &["allowed", "permitted", "cleared", "permission", "can", "clearance"]).is_some();
    let not = (at.saturating_sub(5)..at).any(|i| l.s.is(i, Class::Not));
    let done = g.mode == Mode::Done && l.w(at).ends_with("ed") || allowed;
    let kind = if told.kind == MeasureKind::Suspension { told.kind } else { MeasureKind::Closure };
    (done && !not)
        .then(|| Found::told(kind, Action::Lifted, at, at, "measure/reopened").since(g.start).passive(true))
}

/// "will shut in August", "is to close", "closed permanently": a home or school itself, and not for the holidays.
fn shuts_for_good(l: &Line<'_, '_>, at: usize, g: &mode::Group) -> bool {
    let who = (g.start.saturating_sub(3)..g.start).any(|i| l.is_provider(i) || l.says(i, &["which", "it"]))
        || subject(l, g.start).is_some()
        || l.says(g.start.wrapping_sub(1), &["say", "says", "said"]);
    let ends = l.w(at + 1).is_empty()
        || l.ends_clause(at + 1)
        || l.says(
            at + 1,
            &["in", "on", "next", "permanently", "at", "within", "its", "down", "this", "after"],
        )
        || l.is_date(at + 1);
    // "shut for good in April"
    let gone = l.w(at + 1) == "for" && l.w(at + 2) == "good" || l.says(at + 1, &["permanently"]);
    let done = gone && g.mode == Mode::Done && who;
    done || who && ends && (g.mode == Mode::Will || g.mode == Mode::May && g.passive)
}

/// True where a body closes, or the closing follows from an inspection: "closed after the inspection".
fn tied(l: &Line<'_, '_>, verb: usize, g: &mode::Group) -> bool {
    const ORDERS: &[&str] = &[
        "ordered", "forced", "enforce", "enforced", "magistrates", "court", "emergency", "sheriff", "judge",
    ];
    // "was told to close", not "heard that it was closed at weekends"
    let told =
        l.says(verb, &["close", "shut"]) && (g.start.saturating_sub(4)..verb).any(|i| l.w(i) == "told");
    let order = l.w(verb.wrapping_sub(1)) == "order" && l.find(0, verb, ORDERS).is_some();
    let ordered = told
        || order
        || (g.start.saturating_sub(4)..verb).any(|i| l.says(i, ORDERS))
        || l.is_body(g.start.wrapping_sub(1));
    // "After its second Inadequate from the commission the home will close".
    let first = l.find(0, 2, &["after", "following"]).filter(|_| {
        l.find(0, g.start, &["inspection", "inspectors"]).is_some() || (0..g.start).any(|i| l.is_body(i))
    });
    let then =
        l.find(verb + 1, l.len(), &["after", "following", "because", "amid", "by", "unless", "if", "under"]);
    let inspected = |from: usize| {
        (from..l.len()).any(|i| {
            l.is_body(i)
                || matches!(l.s.item(i), Some(Item::Measure(_)))
                || l.s.is(i, Class::Visit)
                || l.says(
                    i,
                    &[
                        "registration", "inspectors", "judge", "magistrates", "sheriff", "regulator",
                        "watchdog", "notice", "notices", "prohibition",
                    ],
                )
        })
    };
    // "is to close after being rated inadequate"
    let failed = g.mode == Mode::Will
        && then.is_some_and(|t| (t + 1..l.len()).any(|i| matches!(l.s.item(i), Some(Item::Label(_)))));
    if failed && subject(l, g.start).is_some() {
        return true;
    }
    // "should be closed, the chief inspector said", "we will move to close it"
    let should = g.mode == Mode::Should && g.passive && subject(l, g.start).is_some();
    let move_to = g.mode == Mode::Plan && l.says(g.start, &["move", "moves", "moving"]);
    if (should || move_to) && l.tells_of_inspection() {
        return true;
    }
    // "Faces being shut down": what is feared of a sentence about inspectors.
    ordered
        || first.is_some()
        || then.is_some_and(inspected)
        || g.mode == Mode::May && l.tells_of_inspection()
}

/// "The regulator has ordered its closure"
fn by_authority(l: &Line<'_, '_>, verb: usize) -> bool {
    const WHO: &[&str] = &["magistrates", "ministers", "sheriff", "court", "judge", "inspectors", "officers"];
    let who = mode::group(l, verb).start.wrapping_sub(1);
    l.w(verb) == "ordered" && (l.is_body(who) || l.says(who, WHO)) && l.s.is(verb + 1, Class::Possessive)
}

fn closure(l: &Line<'_, '_>, at: usize, near_inspection: &dyn Fn() -> bool) -> Option<Found> {
    let of = (at + 1..at + 5).find(|&i| l.is_provider(i)).filter(|_| l.w(at + 1) == "of");
    let order = l.w(at + 1) == "order" || l.says(at.wrapping_sub(1), &["emergency", "enforced"]);
    let told = l
        .back(
            at,
            5,
            &[
                "ordered", "enforce", "enforced", "faces", "facing", "face", "threatened", "risk", "threat",
                "announced", "issued", "led", "forced", "served", "applied", "applying", "seeking", "sought",
            ],
        )
        .or_else(|| l.back(at, 9, &["applied", "applying", "application"]))?;
    if of.is_none()
        && !order
        && !l.says(told, &["enforce", "enforced"])
        && !by_authority(l, told)
        && !(0..at).any(|i| l.is_place(i) || l.says(i, &["it", "which"]))
        // "After being threatened with closure, the home found a buyer"
        && !(l.w(told) == "threatened" && l.w(at + 1) == "," && (at + 2..at + 5).any(|i| l.is_place(i)))
    {
        return None;
    }
    let action = match l.w(told) {
        "faces" | "facing" | "face" | "threatened" | "risk" | "threat" => Action::Threatened,
        "applied" | "applying" | "application" | "seeking" | "sought" => Action::Proposed,
        _ => imposed(mode::group(l, told).mode)?,
    };
    // "has six months to improve or face closure": inspectors are told of beside it.
    let feared = || action == Action::Threatened && near_inspection();
    // "The council served an emergency closure notice"
    let noticed = || order && l.says(told, &["served", "issued"]) && near_inspection();
    (l.tells_of_inspection() || feared() || noticed()).then(|| {
        Found::told(MeasureKind::Closure, action, told, of.unwrap_or(at), "measure/closure")
            .passive(of.is_none())
    })
}
