//! What follows the name of a measure: the verb of which it is the subject, near or far, and the clause that says
//! more of it. Knows nothing of the verb before it: see `noun`.

use super::deed::{Deed, deed, is_state};
use super::found::imposed;
use super::line::Line;
use super::mode::{self, Mode};
use super::noun;
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;

/// "a warning notice was issued", "special measures lifted".
pub(super) fn after(l: &Line<'_, '_>, at: usize, kind: MeasureKind) -> Option<(Option<Action>, usize)> {
    // "Special measures for school", "Warning notice for trust": a headline.
    let whose = l.headline && l.w(at + 1) == "for" && (at + 2..at + 4).any(|i| l.is_place(i));
    if whose && at < 2 {
        return Some((Some(Action::Imposed), at + 1));
    }
    for i in at + 1..(at + 10).min(l.len()) {
        // "Special measures means the home will be kept under review": explained.
        if l.ends_clause(i)
            || matches!(l.s.item(i), Some(Item::Measure(_)))
            || l.says(i, &["means", "mean", "meant"])
        {
            return None;
        }
        // "Its time in special measures is over", "… has come to an end"
        let over = l.w(i) == "over" && l.s.is(i - 1, Class::Be) || l.w(i) == "end" && l.says(i - 1, &["an"]);
        if is_state(kind) && over && l.back(at, 3, &["time", "spell", "stay", "period"]).is_some() {
            return Some((Some(Action::Lifted), i));
        }
        // "is in force", "is still in place"
        let stands = l.says(i, &["force", "place"]) && l.w(i - 1) == "in";
        if let Some(be) = (at + 1..i).find(|&k| l.s.is(k, Class::Be)).filter(|_| stands) {
            let still = (be..i).any(|k| l.s.is_any(k, &[Class::Again, Class::Stay]));
            let past = (be..i).any(|k| l.s.is(k, Class::Not) || l.w(k) == "longer");
            let action = if still { Action::Continued } else { Action::Imposed };
            return (!past).then_some((Some(action), i));
        }
        // "Special measures loom for the school"
        if is_state(kind) && i == at + 1 && l.says(i, &["loom", "looms", "loomed", "beckon"]) {
            return Some((Some(Action::Threatened), i));
        }
        let participle = l.s.is(i.wrapping_sub(1), Class::Be) || i == at + 1 || l.is_light(i.wrapping_sub(1));
        // "Intervention at Oakwether Council ended in May"
        let there = i == at + 3 && l.is_provider(i - 1) && l.says(at + 1, &["at", "in", "of"]);
        let participle = participle || there && l.says(i, &["ended", "ends", "expired"]);
        if let Some(action) = passive(l, i, kind).filter(|_| participle && suffers(l, i, kind)) {
            return Some((action, i));
        }
    }
    None
}

/// A participle, or a verb that a measure itself does. "Special measures will bring help", "Notices must put right"
/// and "Warning notices give a deadline" say what such a thing is.
fn suffers(l: &Line<'_, '_>, verb: usize, kind: MeasureKind) -> bool {
    let w = l.w(verb);
    if deed(w, kind) != Some(Deed::Impose) || w == "follow" {
        return true;
    }
    let short = matches!(w, "put" | "set" | "hit" | "sent" | "brought");
    let modal = l.s.is_any(verb - 1, &[Class::Will, Class::Would, Class::Must]) && short;
    !modal && (short || w.ends_with("ed") || w.ends_with("en"))
}

/// "was imposed in March and lifted in June": the end of what was just begun.
pub(super) fn then(l: &Line<'_, '_>, begun: usize, kind: MeasureKind) -> Option<(Action, usize)> {
    let and = l.find(begun + 1, begun + 9, &["and", "but"])?;
    let verb = (and + 1..and + 4).find(|&i| !l.is_light(i) && l.w(i) != "then")?;
    let ends = matches!(deed(l.w(verb), kind)?, Deed::Lift | Deed::Withdraw);
    passive(l, verb, kind).flatten().filter(|_| ends).map(|action| (action, verb))
}

/// The main verb of a name with a long tail: "a notice hanging over the council since 2010 had been lifted". It is
/// the first verb with an auxiliary, and says what came of the measure.
pub(super) fn far(l: &Line<'_, '_>, from: usize, kind: MeasureKind) -> Option<(Action, usize)> {
    // "…, which means it cannot take anyone new, will continue": past what is said between.
    let open = (from..(from + 12).min(l.len()))
        .find(|&i| l.w(i) == ",")
        .filter(|&o| l.says(o + 1, &["which", "who"]));
    let clear = open.filter(|&o| !(from..o).any(|i| l.s.is_any(i, &[Class::Be, Class::Have, Class::Say])));
    let past = clear.and_then(|o| (o + 2..(o + 24).min(l.len())).find(|&i| l.w(i) == ","));
    let from = past.map_or(from, |close| close + 1);
    let aux = (from..(from + 18).min(l.len()))
        .take_while(|&i| !l.s.is_any(i, &[Class::Opens, Class::Say, Class::Find]))
        .take_while(|&i| !l.s.is(i, Class::Conj) || l.says(i, &["and", "or"]))
        .take_while(|&i| !l.says(i, &["means", "mean", "meant"]))
        .take_while(|&i| !l.is_quote(i) && !matches!(l.w(i), ";" | ":" | "-" | "–" | "—"))
        .find(|&i| {
            l.s.is_any(i, &[Class::Be, Class::Have, Class::Will, Class::Would, Class::Stay, Class::Must])
        })?;
    if l.s.is(aux, Class::Stay) {
        let still = l.w(aux) != "remaining" && l.says(aux + 1, &["in", "on", "unmet", "outstanding"]);
        return still.then_some((Action::Continued, aux));
    }
    // "is to remain in place"
    let to = usize::from(l.s.is(aux, Class::Be) && l.w(aux + 1) == "to");
    let verb = (aux + 1 + to..aux + 6).find(|&i| !l.is_light(i))?;
    if l.says(verb, &["remain", "stay", "continue"]) && !l.s.is(verb - 1, Class::Not) {
        return Some((Action::Continued, verb));
    }
    let came_of = matches!(deed(l.w(verb), kind)?, Deed::Lift | Deed::Withdraw | Deed::Comply | Deed::Still);
    passive(l, verb, kind).flatten().filter(|_| came_of).map(|action| (action, verb))
}

/// "The notice gives it 12 months", "… , signed by the minister, requires": it stands, for it asks for something.
pub(super) fn asks(l: &Line<'_, '_>, end: usize) -> Option<usize> {
    let closes = || (end + 3..end + 9).find(|&i| l.w(i) == ",");
    let verb = if l.w(end + 1) == "," { closes()? + 1 } else { end + 1 };
    let asks = &[
        "gives", "gave", "requires", "required", "orders", "ordered", "relates", "related", "tells",
        "demands",
    ];
    // "A warning notice gives governors 15 days": any.
    let any = !l.w(end).ends_with('s') && l.says(end.wrapping_sub(1), &["a", "an"]) || end == 0;
    let whom = (verb + 1..verb + 4).any(|i| l.is_place(i) || l.says(i, &["it", "them"]));
    (l.says(verb, asks) && (!any || whom)).then_some(verb)
}

/// "special measures, which were imposed in 2002".
pub(super) fn relative(l: &Line<'_, '_>, at: usize, kind: MeasureKind) -> Option<(Option<Action>, usize)> {
    // "is released from the special measures imposed last year"
    let next = at + 1 + usize::from(l.w(at + 1) == ",");
    let given = matches!(l.w(next), "imposed" | "issued" | "served")
        && matches!(noun::before(l, at, kind), Some((Some(Action::Lifted | Action::Withdrawn), ..)));
    if given {
        return Some((Some(Action::Imposed), next));
    }
    let comma = usize::from(l.w(at + 1) == ",");
    let opens = at + 1 + comma;
    // "the improvement notice it issued in January".
    let agent = l.s.is(at + 1, Class::Pronoun)
        || l.is_body(at + 1)
        || l.s.is(at + 1, Class::Det) && l.is_body(at + 2);
    if agent {
        let verb = (at + 2..at + 6)
            .take_while(|&i| !l.ends_clause(i))
            .find(|&i| deed(l.w(i), kind) == Some(Deed::Impose))?;
        let g = mode::group(l, verb);
        return (g.mode == Mode::Done && !g.passive).then_some((Some(Action::Imposed), verb));
    }
    // "an improvement notice in July, which was lifted in 2016"
    let dated = (at + 1..at + 8).find(|&i| l.w(i) == "," && l.w(i + 1) == "which").filter(|&close| {
        let between = at + 1..close;
        between.clone().any(|i| l.is_date(i))
            && between.into_iter().all(|i| !l.s.is_any(i, &[Class::Be, Class::Have]))
    });
    let (comma, opens) = dated.map_or((comma, opens), |close| (1, close + 1));
    // "a notice over the cleaning of its wards, which has since been lifted": nothing else is lifted.
    let far = || {
        let close = (at + 1..at + 24).find(|&i| l.w(i) == "," && l.w(i + 1) == "which")?;
        let verb = (close + 2..close + 7).find(|&i| !l.is_light(i))?;
        let ends = matches!(deed(l.w(verb), kind)?, Deed::Lift | Deed::Withdraw | Deed::Comply);
        let plain = !(at + 1..close).any(|i| l.s.is_any(i, &[Class::Have, Class::Say]) || l.ends_clause(i));
        (ends && plain && mode::group(l, verb).passive).then_some(verb)
    };
    if let Some(verb) = far().filter(|_| dated.is_none()) {
        return passive(l, verb, kind).map(|action| (action, verb));
    }
    // "a warning notice in 2019, the requirements of which it met": what came of it.
    let of_which = (at + 1..at + 8)
        .find(|&i| l.says(i, &["requirements", "terms"]) && l.w(i + 1) == "of" && l.w(i + 2) == "which")
        .filter(|_| !is_state(kind));
    if let Some(met) = of_which.and_then(|i| l.find(i + 3, i + 9, &["met", "satisfied"])) {
        return (mode::group(l, met).mode == Mode::Done).then_some((Some(Action::Complied), met));
    }
    // "A notice about its wards, served in November, has been lifted"
    let served = (at + 1..at + 9)
        .find(|&i| l.w(i) == ",")
        .filter(|&i| l.says(i + 1, &["served", "issued", "imposed"]) && (i + 2..i + 5).any(|d| l.is_date(d)));
    if let Some(comma) = served {
        return Some((Some(Action::Imposed), comma + 1));
    }
    // "two notices, relating to staffing, which were served in July"
    let which = |i: usize| l.w(i) == "which" || l.says(i, &["into", "in", "under"]) && l.w(i + 1) == "which";
    let closes = (opens + 2..opens + 14).find(|&i| l.w(i) == "," && which(i + 1));
    let opens = match closes.filter(|_| comma == 1 && !l.says(opens, &["which", "that"])) {
        Some(closes) if !(opens..closes).any(|i| l.s.is_any(i, &[Class::Be, Class::Have])) => closes + 1,
        _ => opens,
    };
    // "enhanced monitoring, into which it was moved in June"
    let into = usize::from(l.says(opens, &["into", "in", "under"]) && l.w(opens + 1) == "which");
    if into == 1 {
        let verb = (opens + 2..opens + 9).find(|&i| deed(l.w(i), kind) == Some(Deed::Impose))?;
        let g = mode::group(l, verb);
        return g.passive.then(|| (imposed(g.mode), verb));
    }
    if !l.says(opens, &["which", "that"]) {
        return None;
    }
    let verb = (opens + 1..opens + 5).find(|&i| !l.is_light(i))?;
    // "a warning notice, which the practice later met"
    let whose = verb + usize::from(l.s.is(verb, Class::Det));
    let met =
        (whose + 1..whose + 4).find(|&i| l.says(i, &["met", "satisfied"])).filter(|_| l.is_place(whose));
    if let Some(met) = met.filter(|_| !is_state(kind)) {
        return (mode::group(l, met).mode == Mode::Done).then_some((Some(Action::Complied), met));
    }
    passive(l, verb, kind).filter(|_| verb > opens + 1).map(|action| (action, verb))
}

/// What a participle says of the measure that is its subject.
fn passive(l: &Line<'_, '_>, verb: usize, kind: MeasureKind) -> Option<Option<Action>> {
    let deed = match l.w(verb) {
        "upheld" | "lodged" => return None,
        "taken" | "entered" | "went" | "in" | "led" | "prompted" => return None,
        // "which must be met" is still to do.
        "met" if (verb.saturating_sub(3)..verb).any(|i| l.s.is(i, Class::Must)) => return None,
        "met" => Deed::Comply,
        "follow" => Deed::Impose,
        "drawn" | "drafted" | "prepared" if l.w(verb - 1) == "being" => return Some(Some(Action::Due)),
        w => deed(w, kind)?,
    };
    let g = mode::group(l, verb);
    Some(match (deed, g.mode) {
        // "had not been complied with", "have not been met"
        (Deed::Comply, Mode::Nothing) if denied(l, verb) => Some(Action::Continued),
        (_, Mode::Nothing) => None,
        (Deed::Impose, mode) => imposed(mode),
        (Deed::Lift, Mode::Done | Mode::Will) => Some(Action::Lifted),
        // "The department confirmed that it would now be lifted."
        (Deed::Lift, Mode::May) if said(l, verb) => Some(Action::Lifted),
        (Deed::Withdraw, Mode::Done) => Some(Action::Withdrawn),
        (Deed::Comply, Mode::Done) => Some(Action::Complied),
        (Deed::Advise, _) => Some(Action::Recommended),
        (Deed::Intend, _) => Some(Action::Proposed),
        (Deed::Face, _) => Some(Action::Threatened),
        (Deed::Still, Mode::Done | Mode::Will) => Some(Action::Continued),
        _ => None,
    })
}

/// "has not been", "had yet to be".
fn denied(l: &Line<'_, '_>, verb: usize) -> bool {
    l.back(verb, 4, &["not", "n't", "never"]).is_some() && l.back(verb, 4, &["if", "unless"]).is_none()
}

/// "confirmed that it would": what was said to come.
fn said(l: &Line<'_, '_>, verb: usize) -> bool {
    let would = l.back(verb, 4, &["would"]);
    would.is_some_and(|w| (w.saturating_sub(8)..w).any(|i| l.s.is_any(i, &[Class::Say, Class::Find])))
}
