//! Who runs a provider taken in hand by government: commissioners and envoys sent, powers taken away and given
//! back, legal powers used.
//!
//! *What it finds*: "appointed a commissioner", "stripped the council of its powers", "schools returned to its
//! control", "used its legal powers to demand".
//! *What it leaves alone*: other commissioners (of police, of children), "rather than send in commissioners".

use super::found::{Found, imposed};
use super::handover;
use super::line::Line;
use super::mode::{self, Mode};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::text::word::last;

/// `failing`: the article tells of a school in special measures.
pub(super) fn read(l: &Line<'_, '_>, at: usize, failing: bool) -> Option<Found> {
    match last(l.w(at)) {
        "commissioner" | "commissioners" => sent(l, at, MeasureKind::Commissioner),
        "envoy" | "envoys" => sent(l, at, MeasureKind::Intervention),
        "sponsor" => handed(l, at, failing),
        "authority" | "council" | "contractor" | "contractors" | "company" | "firm"
            if l.says(at.wrapping_sub(1), &["another", "neighbouring", "private", "outside"]) =>
        {
            handed(l, at, failing)
        }
        "government" | "ministers" => handed(l, at, failing),
        "team" | "board" | "taskforce" | "adviser" | "advisers" | "experts" | "panel" | "trust" => {
            team(l, at).or_else(|| handed(l, at, failing)).or_else(|| handover::joins(l, at))
        }
        "stripped" | "stripping" | "strip" => stripped(l, at, failing),
        "control" | "responsibility" | "powers" | "power" => back(l, at),
        "running" | "management" if l.w(at + 1) == "of" => run_by(l, at),
        "intervened" | "intervene" | "intervening" => intervened(l, at),
        "academy" => handover::converted(l, at, failing),
        "directed" => directed(l, at),
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
    let to = |i: usize| l.says(i, &["to", "at", "for", "into"]) && l.is_provider(i + 1);
    let there = l.w(at.wrapping_sub(1)) == "children's"
        && (to(at + 1) || (at + 1..at + 9).any(|i| l.says(i, SEND) && to(i + 1)));
    if l.says(at.wrapping_sub(1), OTHERS) && !there {
        return None;
    }
    let rule = "measure/sent";
    // "appointed Dame Frances Ollerton as children's services commissioner"
    let reach = if l.back(at, 3, &["as"]).is_some() { 9 } else { 5 };
    // "It follows the appointment of a commissioner"
    if let Some(noun) = l.back(at, 4, &["appointment"]).filter(|&n| l.w(n + 1) == "of") {
        return l
            .back(noun, 3, &["follows", "followed", "following", "after", "since", "announced", "confirmed"])
            .map(|v| Found::told(kind, Action::Imposed, v, at, rule).passive(true));
    }
    // "appointed Eleanor Gray, a former head of Wexley council, as commissioner"
    let across = || {
        let verb = l.back_past(at, 18, SEND).filter(|_| l.back(at, 3, &["as"]).is_some())?;
        let capital = |i: usize| l.s.at(i).starts_with(char::is_uppercase);
        (capital(verb + 1) && !l.is_provider(verb + 1)).then_some(verb)
    };
    if let Some(verb) = l.back(at, reach, SEND).or_else(across) {
        if l.says(verb.wrapping_sub(1), &["than", "of"]) {
            return None;
        }
        let g = mode::group(l, verb);
        let action = imposed(g.mode).filter(|_| !decided_against(l, g.start))?;
        let run_by = l.says(at.wrapping_sub(1), &["by"]);
        return (!run_by).then(|| Found::told(kind, action, verb, at, rule).since(g.start));
    }
    // "the commissioner, Colin Hay, who was appointed in January"
    let who = (at + 1..at + 8).find(|&i| l.w(i) == "who" && l.s.is(i + 1, Class::Be) && l.says(i + 2, SEND));
    if let Some(who) = who.filter(|_| l.w(at + 1) == ",") {
        return Some(Found::told(kind, Action::Imposed, who + 2, at, rule).since(at));
    }
    let right = (at + 1..(at + 6).min(l.len())).take_while(|&i| !l.ends_clause(i));
    let verb = right.clone().find(|&i| {
        let bare = l.headline && i == at + 1;
        l.says(i, SEND) && (bare || l.s.is_any(i - 1, &[Class::Be, Class::Filler]))
    });
    if let Some(verb) = verb {
        let g = mode::group(l, verb);
        return Some(Found::told(kind, imposed(g.mode)?, verb, at, rule));
    }
    // "commissioners have taken over the running of the council", "commissioners moved in"
    let over = (at + 1..(at + 5).min(l.len())).take_while(|&i| !l.ends_clause(i)).find(|&i| {
        l.says(i, &["taken", "took", "take"]) && l.says(i + 1, &["over", "control", "charge"])
            || l.says(i, &["moved", "arrived", "move", "arrive"])
                && l.says(i + 1, &["in", "at", "into", "to", "on"])
    });
    if let Some(over) = over {
        let g = mode::group(l, over);
        return Some(Found::told(kind, imposed(g.mode).filter(|_| !g.passive)?, over, at, rule));
    }
    // "a commissioner could follow"
    if l.w(at + 2) == "follow" && l.s.is(at + 1, Class::Would) {
        return Some(Found::told(kind, Action::Threatened, at, at + 2, rule));
    }
    // "The commissioner's role has come to an end."
    let role = l
        .find(at + 1, at + 4, &["role", "term", "work"])
        .and_then(|r| l.find(r + 1, r + 6, &["end", "ended"]));
    if let Some(end) = role.filter(|&end| matches!(mode::group(l, end).mode, Mode::Done | Mode::Will)) {
        return Some(Found::told(kind, Action::Lifted, at, end, rule));
    }
    // "A commissioner appointed by ministers stepped down in September"
    let down =
        (at + 1..at + 9).find(|&i| l.says(i, &["stepped", "stood", "stand", "step"]) && l.w(i + 1) == "down");
    if let Some(down) = down.filter(|_| l.s.is(at.wrapping_sub(1), Class::Det)) {
        return Some(Found { at, ..Found::told(kind, Action::Lifted, down, at, rule) });
    }
    // "the commissioner appointed by ministers in 2019"
    if l.says(at + 1, SEND) && (l.w(at + 2) == "by" || l.w(at + 2) == "to" && l.is_provider(at + 3)) {
        return Some(Found::told(kind, Action::Imposed, at, at + 1, rule));
    }
    // "Commissioners who have run the council since 2015 are to leave"
    let run = l.find(at + 1, at + 6, &["run", "running", "overseen", "overseeing", "controlled"]);
    if let Some(run) = run.filter(|&r| l.w(at + 1) == "who" && (r + 1..r + 4).any(|i| l.is_provider(i))) {
        let leave =
            (run + 1..run + 14).find(|&i| l.says(i, &["leave", "left", "go", "withdraw", "withdrawn"]))?;
        let g = mode::group(l, leave);
        let ends = matches!(g.mode, Mode::Done | Mode::Will) && g.start > run + 1;
        return ends.then(|| Found::told(kind, Action::Lifted, leave, run + 1, rule).since(at));
    }
    let gone = l.find(at + 1, at + 4, &["left", "departed", "withdrew", "withdrawn", "leaves"])?;
    (mode::group(l, gone).mode == Mode::Done
        && (at == 0 && (gone + 1..gone + 4).any(|i| l.is_place(i)) || l.s.is(at.wrapping_sub(1), Class::Det)))
    .then(|| Found::told(kind, Action::Lifted, gone, at, rule))
}

/// "decided not to send", "ruled out sending".
fn decided_against(l: &Line<'_, '_>, start: usize) -> bool {
    (start.saturating_sub(3)..start)
        .any(|i| l.s.is(i, Class::Not) || l.says(i, &["rather", "instead", "ruled"]))
}

/// "The minister sent in a team to run …".
fn team(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    // "a team of commissioners" is theirs.
    if l.w(at + 1) == "of" && l.w(at + 2).starts_with("commissioner") {
        return None;
    }
    // "a team of athletes"
    const EXPERTS: &[&str] = &[
        "experts", "advisers", "advisors", "officials", "specialists", "consultants", "troubleshooters",
        "inspectors", "managers", "governors", "leaders",
    ];
    if l.w(at + 1) == "of" && !(at + 2..at + 5).any(|i| l.says(i, EXPERTS)) {
        return None;
    }
    let verb = l.back(
        at,
        5,
        &["appointed", "appoint", "sent", "send", "sends", "sending", "assigned", "installed"],
    )?;
    let by = (verb.saturating_sub(4)..verb).rev().take_while(|&i| !l.ends_clause(i));
    let state = by.clone().any(|i| is_state(l, i));
    let g = mode::group(l, verb);
    let action = imposed(g.mode).filter(|_| state && !g.passive)?;
    let from = by.last().unwrap_or(g.start);
    Some(Found::told(MeasureKind::Intervention, action, verb, at, "measure/team").since(from))
}

/// Those who may step in.
const STATE: &[&str] = &["government", "ministers", "minister", "secretary", "department", "whitehall"];

/// A word for those, or a ministry by its name.
fn is_state(l: &Line<'_, '_>, at: usize) -> bool {
    l.says(at, STATE) || l.is_body(at) && l.w(at).split(' ').any(|word| STATE.contains(&word))
}

/// "children's services were taken over by a trust", "… will be handed to an independent trust".
fn handed(l: &Line<'_, '_>, at: usize, failing: bool) -> Option<Found> {
    let to = (at.saturating_sub(5)..at).rev().find(|&i| l.says(i, &["to", "by"]))?;
    let plain = (to + 1..at).all(|i| l.s.is_any(i, &[Class::Det, Class::Other, Class::Filler, Class::Now]));
    let verb = l.back(
        to,
        5,
        &[
            "handed", "hand", "transferred", "outsourced", "taken", "moved", "passed", "run", "managed",
            "transfer", "move",
        ],
    )?;
    let over = l.w(verb) != "taken" || l.w(verb + 1) == "over";
    let fits = l.w(to) == if l.says(verb, &["taken", "run", "managed"]) { "by" } else { "to" };
    // "is run by a trust" is how things stand; "will be run by" is a measure.
    if l.says(verb, &["run", "managed"]) && mode::group(l, verb).mode != Mode::Will {
        return None;
    }
    let g = mode::group(l, verb);
    // "The hall at the school" is not the school; "the running of the school" is.
    let whole = |i: usize| {
        let prep = i.wrapping_sub(1 + usize::from(l.s.is(i.wrapping_sub(1), Class::Det)));
        let runs = || l.says(prep.wrapping_sub(1), &["running", "management", "control"]);
        l.is_place(i) && (!l.says(prep, &["at", "of", "near"]) || runs())
    };
    let school = || (g.start.saturating_sub(14)..g.start).any(whole) && (failing || l.tells_of_inspection());
    let services = (g.start.saturating_sub(4)..verb.max(to))
        .any(|i| matches!(l.s.item(i), Some(Item::Service(_))) || l.says(i, &["services", "department"]))
        || (verb..to).any(|i| matches!(l.s.item(i), Some(Item::Service(_))) || l.says(i, &["services"]))
        || l.says(verb, &["handed", "transferred", "taken"]) && school()
        || l.says(verb, &["handed", "transferred"]) && failing && (verb + 1..to).any(|i| l.is_place(i));
    let action = imposed(g.mode).filter(|_| plain && over && fits && services)?;
    Some(
        Found::told(MeasureKind::Intervention, action, verb, at, "measure/handed")
            .since(g.start)
            .passive(true),
    )
}

/// "The government has directed the council to work with an adviser".
fn directed(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let g = mode::group(l, at);
    let state = (g.start.saturating_sub(4)..g.start)
        .rev()
        .take_while(|&i| !l.ends_clause(i))
        .find(|&i| is_state(l, i))?;
    let whom = l.is_provider(at + 1) && l.w(at + 2) == "to";
    let action = imposed(g.mode).filter(|_| whom && !g.passive)?;
    Some(Found::told(MeasureKind::Direction, action, at, at + 1, "measure/directed").since(state))
}

/// "The government intervened at the council".
fn intervened(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let g = mode::group(l, at);
    let by = (g.start.saturating_sub(3)..g.start).rev().take_while(|&i| !l.ends_clause(i));
    let state = by.last().filter(|&from| (from..g.start).any(|i| is_state(l, i)))?;
    let place = (at + 1..at + 5).find(|&i| l.is_provider(i)).filter(|_| l.says(at + 1, &["at", "in"]))?;
    // "recommended that ministers intervene"
    let advised = g.start == at && (state.saturating_sub(4)..state).any(|i| l.w(i).starts_with("recommend"));
    let action = if advised { Action::Recommended } else { imposed(g.mode)? };
    Some(Found::told(MeasureKind::Intervention, action, at, place, "measure/intervened").since(state))
}

/// "Contractors are to take over the running of the authority".
fn run_by(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    const OTHERS: &[&str] = &[
        "contractors", "contractor", "company", "firm", "managers", "consultants", "trust", "council",
        "team", "sponsor", "experts", "board",
    ];
    let verb =
        l.back(at, 4, &["take", "takes", "took", "taken", "taking"]).filter(|&v| l.w(v + 1) == "over")?;
    // "of the authority", "of education services in Leachester"
    let service =
        (at + 2..at + 5).find(|&i| matches!(l.s.item(i), Some(Item::Service(_))) || l.w(i) == "services");
    let near = service.map_or(at + 4, |i| i + 4);
    let place = (at + 2..near).find(|&i| l.is_provider(i)).or(service)?;
    let g = mode::group(l, verb);
    let who = (g.start.saturating_sub(6)..g.start).any(|i| l.says(i, OTHERS) || is_state(l, i));
    let action = imposed(g.mode).filter(|_| who && l.tells_of_inspection())?;
    Some(Found::told(MeasureKind::Intervention, action, verb, place, "measure/power").since(g.start))
}

/// "stripped the council of its powers", "was stripped of the responsibility".
fn stripped(l: &Line<'_, '_>, at: usize, failing: bool) -> Option<Found> {
    let of = (at + 1..at + 4).find(|&i| l.w(i) == "of")?;
    const OF: &[&str] =
        &["powers", "power", "control", "responsibility", "responsibilities", "school", "schools", "academy"];
    let own = || (of + 1..of + 3).find(|&i| l.is_provider(i)).filter(|_| l.tells_of_inspection() || failing);
    let what = l.find(of + 1, of + 5, OF).or_else(own)?;
    let g = mode::group(l, at);
    let owned = (at + 1..of).any(|i| l.is_provider(i));
    let found = Found::told(MeasureKind::Intervention, imposed(g.mode)?, at, what, "measure/stripped");
    Some(found.since(g.start).passive(!owned))
}

/// What a council runs.
const OF_COUNCILS: &[&str] = &["schools", "services", "education", "housing", "department"];

/// "lost control of its schools", "had schools returned to its control", "used its legal powers to demand".
fn back(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    let rule = "measure/power";
    if l.says(at, &["powers", "power"])
        && let Some(used) = l.back(at, 4, &["used", "using", "use", "uses"])
    {
        // "may use its powers of intervention"
        if l.says(at + 1, &["of"]) && l.says(at + 2, &["intervention"]) && l.w(at + 3) != "to" {
            let action = imposed(mode::group(l, used).mode)?;
            return Some(Found::told(MeasureKind::Intervention, action, used, at + 2, rule));
        }
        // "used its powers of intervention to order"
        let to = if l.w(at + 1) == "of" { l.find(at + 2, at + 5, &["to"])? } else { at + 1 };
        let demand = (l.w(to) == "to").then_some(to + 1)?;
        let orders = l.says(demand, &["demand", "order", "require", "force", "compel", "direct"]);
        let steps_in = l.says(demand, &["appoint", "install", "replace", "remove", "intervene", "suspend"]);
        let g = mode::group(l, used);
        let action = imposed(g.mode).filter(|_| orders || steps_in)?;
        let kind = if orders { MeasureKind::Direction } else { MeasureKind::Intervention };
        return Some(Found::told(kind, action, used, demand, rule));
    }
    // "ordered a trust to take control of its services"
    let take = l.w(at) == "control"
        && l.says(at.wrapping_sub(1), &["take", "taken", "took", "takes", "taking"])
        && l.w(at + 1) == "of";
    if take {
        let services =
            (at + 2..at + 7).any(|i| matches!(l.s.item(i), Some(Item::Service(_))) || l.w(i) == "services");
        let by = (0..at).any(|i| is_state(l, i) || l.says(i, &["trust", "commissioner", "commissioners"]));
        let g = mode::group(l, at - 1);
        let action = imposed(g.mode).filter(|_| services && by)?;
        return Some(Found::told(MeasureKind::Intervention, action, at - 1, at, rule));
    }
    // "responsibility for its schools could be handed to another body"
    // "Control of its services is to be returned to the council"
    let given = (at + 1..at + 11).find(|&i| l.says(i, &["returned", "restored"]) && l.w(i + 1) == "to");
    if let Some(given) = given.filter(|_| l.says(at, &["responsibility", "control"])) {
        let g = mode::group(l, given);
        let theirs = (given + 1..given + 6).any(|i| l.is_provider(i) || l.says(i, &["council", "authority"]));
        let done = matches!(g.mode, Mode::Done | Mode::Will) && g.passive && theirs;
        return done.then(|| Found::told(MeasureKind::Intervention, Action::Lifted, given, at, rule));
    }
    let away =
        (at + 1..at + 9).find(|&i| l.says(i, &["handed", "transferred", "passed"]) && l.w(i + 1) == "to");
    // "could have its powers handed to outside managers"
    let have = l.back(at, 4, &["have", "has", "had", "having"]);
    if let (Some(have), Some(away)) = (have, away.filter(|_| l.says(at, &["powers"]))) {
        let action = imposed(mode::group(l, have).mode)?;
        return Some(
            Found::told(MeasureKind::Intervention, action, away, at, rule).since(have).passive(true),
        );
    }
    if let Some(away) = away.filter(|_| l.says(at, &["responsibility", "control"])) {
        let g = mode::group(l, away);
        let other = !(away + 1..away + 4).any(|i| l.is_provider(i) || l.says(i, &["it", "them"]));
        let action = imposed(g.mode).filter(|_| g.passive && other)?;
        return Some(Found::told(MeasureKind::Intervention, action, away, at, rule).passive(true));
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
    let public = (0..l.len())
        .any(|i| l.is_body(i) || matches!(l.s.item(i), Some(Item::Service(_))) || l.says(i, OF_COUNCILS));
    public
        .then(|| Found::told(MeasureKind::Intervention, action, verb, at, rule).since(g.start).passive(true))
}
