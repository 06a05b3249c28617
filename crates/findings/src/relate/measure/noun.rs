//! Measures with a name: special measures, notices, notifications, directions. The verb that governs the name says
//! what was done with it.
//!
//! *What it finds*: "placed in special measures", "a warning notice was issued", "faces a fine", "complied with the
//! notice", "special measures, which were imposed in 2002".
//! *What it leaves alone*: a name without such a verb ("a special measures school", "the warning notice said").

use super::deed::{Deed, deed, is_state};
use super::found::{Found, imposed};
use super::line::{Line, is_premises};
use super::mode::{self, Mode};
use super::next;
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;
use crate::relate::clause::Item;
use crate::text::word::last;

/// How far before its name a verb may stand.
const REACH: usize = 10;

/// What was done with the measure named at `at`.
pub(super) fn read(l: &Line<'_, '_>, at: usize, kind: MeasureKind, name: Option<u16>) -> Vec<Found> {
    long(l, (at, at), kind, name)
}

/// As `read`, for a name of several items: "a ban on new admissions".
pub(super) fn long(
    l: &Line<'_, '_>,
    (at, end): (usize, usize),
    kind: MeasureKind,
    name: Option<u16>,
) -> Vec<Found> {
    let mut out = Vec::new();
    let found = |action, verb: usize, passive, start: usize, rule| Found {
        kind,
        name,
        action,
        count: counted(l, (at, end), verb),
        at,
        verb,
        passive,
        from: at.min(verb).min(start),
        to: end.max(verb),
        rule,
    };
    // A notice of what is proposed is told by the verb that follows: "to cancel the registration".
    // A section 114 notice is a council's own, over its money.
    let lead = ["notice of ", "notices of ", "section 114"].iter().any(|lead| l.w(at).starts_with(lead));
    if lead && !l.w(at).ends_with("comply") {
        return out;
    }
    // "no warning notice was issued", but "no longer in special measures"
    let none = (at.saturating_sub(3)..at).rev().take_while(|&i| !l.ends_clause(i) && !l.s.is(i, Class::Be));
    if none.into_iter().any(|i| matches!(l.w(i), "no" | "neither") && l.w(i + 1) != "longer") {
        return out;
    }
    if let Some((action, verb, passive, start)) = before(l, at, kind) {
        if is_own_board(l, at, verb) {
            return out;
        }
        // "has until May to comply with a notice issued on 4 April": dated by its own verb.
        let issued = l.says(end + 1, &["issued", "served", "imposed"]).then_some(end + 1);
        out.extend(action.map(|a| {
            let told = found(a, verb, passive, start, "measure/object");
            let to = issued.filter(|_| a == Action::Imposed).map_or(told.to, |i| told.to.max(i));
            Found { to, ..told }
        }));
    } else if let Some((action, verb)) = next::after(l, end, kind) {
        // "The notice served on the home has been lifted": what came of it. Dated of its own, "The notice served in
        // May has been lifted", the deed is told as well.
        let reduced = verb == end + 1 && action == Some(Action::Imposed) && !l.headline;
        let came_of = reduced.then(|| next::far(l, verb + 1, kind)).flatten();
        let own = came_of.is_none_or(|(_, far)| (verb..far).any(|i| l.is_date(i)));
        out.extend(action.filter(|_| own).map(|a| found(a, verb, false, at, "measure/subject")));
        out.extend(came_of.map(|(action, verb)| found(action, verb, false, at, "measure/subject")));
        if action == Some(Action::Imposed)
            && let Some((action, verb)) = next::then(l, verb, kind)
        {
            out.push(Found { from: verb, ..found(action, verb, false, verb, "measure/subject") });
        }
    } else if !l.headline
        && let Some((action, verb)) = next::far(l, end + 1, kind)
    {
        out.push(found(action, verb, false, at, "measure/subject"));
    } else if let Some(verb) = next::asks(l, end).filter(|_| !is_state(kind)) {
        out.push(found(Action::Imposed, verb, false, at, "measure/subject"));
    }
    if let Some((Some(action), verb)) = next::relative(l, at, kind) {
        // "It follows two notices, which were served in July": one deed, dated by its clause.
        match out.iter_mut().find(|f| f.action == action && f.at == at) {
            Some(known) => known.to = known.to.max(verb),
            None => out.push(found(action, verb, false, verb, "measure/relative")),
        }
    }
    out
}

/// "An independent chairman will lead an improvement board": what a council sets up by itself is no measure.
fn is_own_board(l: &Line<'_, '_>, at: usize, verb: usize) -> bool {
    const SET_UP: &[&str] =
        &["lead", "leads", "chair", "chairs", "set", "setting", "join", "run", "created", "formed"];
    let imposed = ["government", "ministers", "minister", "department", "secretary", "ordered"];
    l.w(at).ends_with("improvement board") && l.says(verb, SET_UP) && l.back(verb, 8, &imposed).is_none()
}

/// "two warning notices": how many.
fn counted(l: &Line<'_, '_>, (at, end): (usize, usize), verb: usize) -> Option<u64> {
    // "All three will receive notices": so many got one.
    let from = at.saturating_sub(3).max(if verb < at { verb + 1 } else { 0 });
    // "causes of concern", "notices of failure to comply"
    let several = |w: &str| w.ends_with('s') && w != "measures";
    let plural = |i: usize| several(last(l.w(i))) || l.w(i).split(' ').next().is_some_and(several);
    let plural = plural(at) || end > at && l.is_quote(at) && plural(end);
    (from..at).rev().filter(|_| plural).take_while(|&i| !l.ends_clause(i)).find_map(|i| match l.s.item(i) {
        Some(Item::Number(n)) if n < 100 => Some(n),
        _ => None,
    })
}

/// The verb before the name; the action is none where it says that nothing was done.
pub(super) fn before(
    l: &Line<'_, '_>,
    at: usize,
    kind: MeasureKind,
) -> Option<(Option<Action>, usize, bool, usize)> {
    let special = kind == MeasureKind::SpecialMeasures;
    let (mut out_of, mut past) = (false, at);
    for i in (at.saturating_sub(REACH + 10)..at).rev() {
        if i >= past && past < at || i + REACH < at && past == at {
            continue;
        }
        let w = l.w(i);
        if w == "longer" && l.w(i.wrapping_sub(1)) == "no" {
            return Some((Some(Action::Lifted), i, true, i - 1));
        }
        // "removed from the list of schools requiring special measures"
        let of_a_list = matches!(w, "requiring" | "needing" | "in")
            && l.back(i, 5, &["list", "category", "group"])
                .is_some_and(|list| l.back(list, 3, &["from"]).is_some());
        if of_a_list {
            continue;
        }
        if w == "out" || w == "off" && special || w == "from" {
            out_of = true;
        }
        match w {
            // "escaped from special measures" it was in; "escaped special measures" it never was.
            "escaped" | "escapes" | "escape" if out_of => {}
            "than" | "without" | "avoided" | "escaped" | "escapes" | "averted" | "despite" => {
                return Some((None, i, false, i));
            }
            "short" | "instead" if l.w(i + 1) == "of" => return Some((None, i, false, i)),
            _ => {}
        }
        // "has until June to comply with a notice", "failed to meet the terms of a notice": it was served.
        let to_comply =
            !is_state(kind) && matches!(w, "comply" | "meet" | "complying" | "satisfy" | "meeting");
        if to_comply && bound(l, i) {
            return Some((Some(Action::Imposed), i, true, i));
        }
        // "had two causes of concern": what one inspectorate has is the step itself.
        let has = l.w(at).ends_with(" of concern") && (l.s.is(i, Class::Have) || w == "raised");
        if has && (i + 1..at).all(|k| !l.ends_clause(k) && !l.s.is_any(k, &[Class::Not, Class::Be])) {
            return Some((imposed(mode::group(l, i).mode), i, l.s.is(i, Class::Have), i));
        }
        // "has had five improvement notices in two years"
        let has_had = w == "had" && l.s.is(i.wrapping_sub(1), Class::Have) && !is_state(kind);
        if has_had
            && (i + 1..at).all(|k| matches!(l.s.item(k), Some(Item::Number(_))) || l.s.is(k, Class::Det))
        {
            return Some((Some(Action::Imposed), i, true, i - 1));
        }
        // "came close to special measures" is not in them.
        if l.w(i + 1) == "close" || w == "set" && (l.says(i + 1, &["out", "up"]) || is_state(kind)) {
            return None;
        }
        // "ended up in special measures"
        let ended_up =
            is_state(kind) && l.says(i, &["ended", "ends", "wound", "winds"]) && l.w(i + 1) == "up";
        if let Some(deed) = if ended_up { Some(Deed::Impose) } else { deed(w, kind) } {
            // "has never been the subject of a warning notice"
            let noun = w == "subject" && l.w(i.wrapping_sub(1)) == "the";
            let g = mode::group(l, i - usize::from(noun));
            let action = match deed {
                _ if (g.start.saturating_sub(1)..i).any(|k| l.w(k) == "longer") => Some(Action::Lifted),
                // "has been told it can leave the regime"
                Deed::Lift if g.mode == Mode::Nothing && allowed(l, i) => Some(Action::Lifted),
                _ if g.mode == Mode::Nothing => None,
                // "was warned to expect the school to go into special measures": what somebody feared.
                _ if is_state(kind) && l.says(g.start, &["expect", "expects", "expecting"]) => None,
                _ if out_of && (is_state(kind) || deed == Deed::Lift) => {
                    matches!(g.mode, Mode::Done | Mode::Will).then_some(Action::Lifted)
                }
                Deed::Impose => imposed(g.mode),
                Deed::Still => matches!(g.mode, Mode::Done | Mode::Will).then_some(Action::Continued),
                // "decided to leave the school in special measures"
                Deed::Lift
                    if l.says(i, &["leave", "left", "leaving", "leaves"])
                        && l.w(at.wrapping_sub(1)) == "in"
                        && (i + 1..at).any(|k| l.is_place(k) || l.w(k) == "it") =>
                {
                    Some(Action::Continued)
                }
                Deed::Lift => matches!(g.mode, Mode::Done | Mode::Will).then_some(Action::Lifted),
                Deed::Face => Some(Action::Threatened),
                Deed::Advise => Some(Action::Recommended),
                Deed::Intend => Some(Action::Proposed),
                Deed::Withdraw => (g.mode == Mode::Done).then_some(Action::Withdrawn),
                Deed::Comply => (g.mode == Mode::Done).then_some(Action::Complied),
            };
            // "recommends that the school be placed".
            // "recommended that the trust go into special measures", "… that it should remain in them"
            let wished = l.w(i.wrapping_sub(1)) == "be"
                || l.says(i, &["go", "remain", "enter", "stay", "come", "leave", "exit"])
                || g.mode == Mode::Should;
            let advises = (i.saturating_sub(12)..i).rev().find(|&k| {
                l.w(k).starts_with("recommend")
                    || l.says(k, &["advised", "advises", "urged", "urges", "advice"])
            });
            let advised = wished && advises.is_some_and(|k| !l.s.is(k.wrapping_sub(1), Class::Not));
            let action = if advised { Some(Action::Recommended) } else { action };
            // "it still needs special measures"
            // "remains subject to an improvement notice"
            let stays = |k: usize| l.w(k) == "still" || l.s.is(k, Class::Stay);
            let subject_still = w == "subject" && (g.start..i).chain([i.wrapping_sub(1)]).any(stays);
            let still = subject_still
                || is_state(kind) && deed == Deed::Impose && (g.start..i).any(|k| l.w(k) == "still");
            let action = action.map(|a| if still && a == Action::Imposed { Action::Continued } else { a });
            let receives = matches!(
                w,
                "received"
                    | "receives"
                    | "receive"
                    | "receiving"
                    | "got"
                    | "gets"
                    | "entered"
                    | "enter"
                    | "enters"
                    | "went"
                    | "gone"
                    | "requiring"
                    | "requires"
                    | "require"
                    | "subject"
                    | "landed"
                    | "in"
            ) || matches!(deed, Deed::Still | Deed::Face | Deed::Comply);
            // "School put in special measures": a participle without its auxiliary.
            let bare = g.start == i && !l.is_body(i.wrapping_sub(1)) && headed(l, i, at);
            return Some((action, i, g.passive || receives || bare, g.start));
        }
        // "from special measures to targeted intervention": out of the one and into the other.
        if is_state(kind) && l.w(at - 1) == "to" && matches!(l.s.item(i), Some(Item::Measure(_))) {
            let from = l.back(i, 3, &["from"])?;
            let verb = (from.saturating_sub(8)..from).rev().find(|&k| deed(l.w(k), kind).is_some())?;
            let g = mode::group(l, verb);
            return Some((imposed(g.mode), verb, g.passive, g.start));
        }
        // "It follows two failure to comply notices": they were issued.
        let follows = matches!(w, "follows" | "followed") && !is_state(kind) && !l.headline;
        if follows && (i + 1..at).all(|k| !l.ends_clause(k) && !l.s.is(k, Class::Be)) && i <= 2 {
            return Some((Some(Action::Imposed), i, true, i.saturating_sub(1)));
        }
        // "Hay School – now out of special measures – has"
        let aside = l.says(i.wrapping_sub(1), &["now", "newly", "finally"])
            && l.s.item(i.wrapping_sub(2)).is_some_and(|s| matches!(s, Item::Stop(_)))
            && l.is_place(i.wrapping_sub(3));
        if is_state(kind) && w == "out" && l.w(i + 1) == "of" && aside {
            return Some((Some(Action::Lifted), i, true, i - 1));
        }
        // "is out of special measures"
        if is_state(kind) && w == "out" && l.w(i + 1) == "of" && l.s.is(i.wrapping_sub(1), Class::Be) {
            let g = mode::group(l, i - 1);
            let out = matches!(g.mode, Mode::Done).then_some(Action::Lifted);
            return Some((out, i, true, g.start));
        }
        // "School in special measures", "Force out of special measures": a headline.
        if l.headline && is_state(kind) && i + 1 < at && l.is_place(i) {
            let bare = (i + 1..at).all(|k| l.says(k, &["in", "out", "of", "under", "back", "now", "into"]));
            let action = if out_of { Action::Lifted } else { Action::Imposed };
            return bare.then_some((Some(action), i + 1, true, i + 1));
        }
        // "is in special measures", "has been under enhanced monitoring".
        // "has been under a statutory direction since 2019"
        let stands = matches!(kind, MeasureKind::Direction | MeasureKind::ImprovementNotice);
        let inside = is_state(kind) || stands && l.find(i + 1, at, &["under"]).is_some();
        // "is now in"
        let prep = (i + 1..at).find(|&k| !l.is_light(k) && l.w(k) != "back").unwrap_or(i + 1);
        let within = l.says(prep, &["in", "under", "into", "on"])
            && (prep + 1 == at || prep + 2 == at && l.s.is(prep + 1, Class::Det));
        if inside && within && l.s.is(i, Class::Be) {
            let g = mode::group(l, i);
            // "no longer needs to be in special measures"
            let longer = l.back(i, 5, &["longer"]).filter(|&k| l.w(k - 1) == "no");
            if let Some(longer) = longer.filter(|_| g.start < i) {
                return Some((Some(Action::Lifted), i, true, longer - 1));
            }
            // "has been in special measures since 1999" goes on.
            // Since when it "had been" there tells how it came in.
            let had = l.says(i.wrapping_sub(1), &["had"]) || l.says(i.wrapping_sub(2), &["had"]);
            let since = !had && l.says(i, &["been"]) && l.find(at + 1, at + 3, &["since", "for"]).is_some();
            // "If it were a surgery it would be in special measures", "one or two people will be".
            let some = matches!(l.s.item(g.start.wrapping_sub(1)), Some(Item::Number(_)))
                || l.find(g.start.saturating_sub(8), g.start, &["of"])
                    .is_some_and(|of| matches!(l.s.item(of.wrapping_sub(1)), Some(Item::Number(_))));
            let unreal = some
                // "is not in special measures"
                || (i + 1..prep).any(|k| l.s.is(k, Class::Not) || l.says(k, &["never"]))
                || g.mode == Mode::May && l.find(0, i, &["were", "if"]).is_some()
                || l.find(i.saturating_sub(8), i, &["people", "person", "someone", "somebody"]).is_some();
            let action = match g.mode {
                _ if unreal => None,
                Mode::Done if since => Some(Action::Continued),
                mode => imposed(mode),
            };
            return Some((action, i, true, g.start));
        }
        // "took the hospital, run by Fenland Trust, out of special measures": an aside on a name.
        if l.w(i) == ","
            && let Some(open) = (i.saturating_sub(9)..i).rev().find(|&k| l.w(k) == ",")
            && l.is_place(open.wrapping_sub(1))
            && l.says(open + 1, &["run", "in", "near", "part", "which", "owned", "based"])
        {
            past = open;
            continue;
        }
        // "issued the nursery, Little Oaks, with a notice": a name set off by commas.
        let aside = l.w(i) == ","
            && (l.is_provider(i.wrapping_sub(1)) && l.find(i.saturating_sub(4), i, &[","]).is_some()
                || l.is_provider(i + 1) && l.find(i + 2, i + 5, &[","]).is_some()
                || names_premises(l, i));
        if l.ends_clause(i) && !aside && !(l.w(i) == "," && matches!(l.s.item(i + 1), Some(Item::Measure(_))))
        {
            return None;
        }
    }
    None
}

/// "has been told it can leave".
fn allowed(l: &Line<'_, '_>, verb: usize) -> bool {
    let can = l.back(verb, 3, &["can", "may"]);
    can.is_some_and(|can| l.back(can, 4, &["told", "said", "says"]).is_some())
}

/// "served the owner, Cloghan Care Ltd, with a notice": either comma around a firm's name.
fn names_premises(l: &Line<'_, '_>, comma: usize) -> bool {
    let capital = |i: usize| l.s.at(i).starts_with(char::is_uppercase);
    let opens = |i: usize| l.w(i) == "," && is_premises(l.w(i.wrapping_sub(1))) && capital(i + 1);
    let closes = || (comma.saturating_sub(7)..comma).rev().find(|&i| l.w(i) == ",").is_some_and(opens);
    opens(comma) || closes()
}

/// "has until June to", "failed to", "must", "was told to": what a notice that stands asks for.
fn bound(l: &Line<'_, '_>, verb: usize) -> bool {
    const BINDS: &[&str] = &[
        "until", "failed", "failing", "failure", "fails", "must", "told", "ordered", "has", "had", "have",
        "weeks", "days", "months", "time", "deadline", "required", "given", "by", "needs", "not", "yet",
    ];
    (verb.saturating_sub(7)..verb).rev().take_while(|&i| !l.ends_clause(i)).any(|i| l.says(i, BINDS))
}

/// "Trust served with warning notice": nothing but prepositions between verb and name.
fn headed(l: &Line<'_, '_>, verb: usize, at: usize) -> bool {
    (verb + 1..at).all(|i| l.s.is_any(i, &[Class::Prep, Class::Det, Class::Filler]) || l.is_quote(i))
        && l.says(verb + 1, &["in", "into", "under", "with", "back", "on"])
}
