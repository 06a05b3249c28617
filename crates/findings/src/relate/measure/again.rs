//! Inspections to come: "will be inspected again within six months", "inspectors will return".
//!
//! *What it leaves alone*: visits that were made, routine monitoring, "by the time inspectors return".

use super::found::Found;
use super::line::Line;
use super::mode::{self, Mode};
use crate::fact::{Action, MeasureKind};
use crate::find::words::Class;

pub(super) fn read(l: &Line<'_, '_>, at: usize, spoken_by_inspectors: &dyn Fn() -> bool) -> Option<Found> {
    let word = l.w(at);
    let g = || mode::group(l, at);
    match word {
        // "will be re-inspected", "will re-inspect".
        "revisit" | "re-visit" if l.says(at.wrapping_sub(1), &["another", "further", "a", "the"]) => {
            further(l, at)
        }
        "re-rated" | "re-inspected" | "reinspected" | "re-inspect" | "reinspect" | "revisit"
        | "revisited" | "re-visit" | "re-visited" | "reassessed" | "re-assessed" | "reassess" => {
            let g = g();
            let inspects =
                !word.contains("visit") || inspectors(l, g.start, spoken_by_inspectors) || g.passive;
            coming(l, g.mode, at).filter(|_| inspects).map(|()| found(at, at, subject(l, g.start), g.passive))
        }
        "checked" if l.w(at + 1) == "again" => {
            let g = g();
            coming(l, g.mode, at).filter(|_| g.passive).map(|()| found(at, at + 1, subject(l, g.start), true))
        }
        "inspect" | "inspected" | "inspecting" | "visit" | "visited" | "visiting" | "assess" | "assessed"
            if l.find(at + 1, at + 7, &["again"]).is_some() =>
        {
            let again = l.find(at + 1, at + 7, &["again"])?;
            let g = g();
            let called = g.passive && word == "visited" && l.tells_of_inspection();
            // "The council will be assessed again next year"
            let assessed = || word == "assessed" && g.passive && provided(l, subject(l, g.start));
            let who = word.starts_with("inspect")
                || called
                || assessed()
                || l.w(g.start.wrapping_sub(1)) == "it" && word == "assessed"
                || inspectors(l, g.start, spoken_by_inspectors);
            let passive = g.passive && word.ends_with("ed");
            coming(l, g.mode, at).filter(|_| who).map(|()| found(at, again, subject(l, g.start), passive))
        }
        "return" | "returning" | "back" => {
            // "would return to routine monitoring" is no visit.
            if l.w(at + 1) == "to" && l.says(at + 2, &["routine", "normal", "default", "standard"]) {
                return None;
            }
            // "will return the files"
            let det = l.s.is_any(at + 1, &[Class::Det, Class::Possessive]);
            let when =
                (at + 1..at + 3).any(|i| l.is_date(i)) || l.says(at + 2, &["next", "following", "same"]);
            if word == "return" && det && !when {
                return None;
            }
            // "be back to full strength", "back to good": no visit.
            const TO_SEE: &[&str] = &[
                "check", "see", "inspect", "assess", "monitor", "review", "make", "ensure", "look", "carry",
                "find", "judge", "verify", "re-inspect", "visit", "follow", "measure", "test", "report",
            ];
            if word == "back" && l.w(at + 1) == "to" && !l.says(at + 2, TO_SEE) && !provided(l, at + 2) {
                return None;
            }
            let verb = match word {
                // "back at C1" is a grade, no visit.
                "back" if l.says(at + 1, &["up", "on"]) || l.w(at + 1) == "at" && !provided(l, at + 2) => {
                    return None;
                }
                "back" => {
                    l.back(at, 1, &["go", "come", "going", "coming", "be", "expected", "due", "return"])?
                }
                _ => at,
            };
            let g = mode::group(l, verb);
            // "I will be asking my staff to go back"
            let sent = || l.find(g.start, verb, &["inspectors", "team", "staff"]).is_some();
            let who = inspectors(l, g.start, spoken_by_inspectors) || sent() && spoken_by_inspectors();
            // "when we go back in six months": with its day, it is told.
            let when = || {
                let go = l.says(verb, &["go", "come", "return"]) && g.start == verb;
                let opens = l.says(verb.wrapping_sub(2), &["when", "before"]);
                go && opens && (at + 1..at + 4).any(|i| l.is_date(i))
            };
            (who && (coming(l, g.mode, verb).is_some() || when()))
                .then(|| found(verb, at, subject(l, g.start), false))
        }
        "visit" | "inspection" | "inspections" | "re-inspection" | "reinspection" => further(l, at),
        // "The commission will carry out a fresh assessment"
        "assessment" | "reassessment" | "re-assessment" => further(l, at)
            .filter(|f| f.verb < at && inspectors(l, mode::group(l, f.verb).start, spoken_by_inspectors)),
        // "will check on its progress"
        "progress" => {
            let verb = l.back(at, 5, &["check", "assess", "review", "monitor"])?;
            let on = l.says(verb, &["check"]) && l.says(verb + 1, &["on", "its", "their", "the"]);
            let g = mode::group(l, verb);
            let who = inspectors(l, g.start, spoken_by_inspectors);
            (on && who && g.mode == Mode::Will && l.w(verb - 1) != "to")
                .then(|| found(verb, at, subject(l, g.start), false))
        }
        // "an independent review of progress will take place"
        "review"
            if l.says(at + 1, &["of"]) && l.w(at + 2) == "progress"
                || l.w(at.wrapping_sub(1)) == "progress" =>
        {
            further(l, at)
        }
        _ => None,
    }
}

/// A provider, or a noun for one with its article: "at the school".
pub(super) fn provided(l: &Line<'_, '_>, at: usize) -> bool {
    l.is_place(at) || l.s.is_any(at, &[Class::Det, Class::Possessive]) && l.is_place(at + 1)
}

fn found(verb: usize, to: usize, from: usize, passive: bool) -> Found {
    Found::told(MeasureKind::ReInspection, Action::Proposed, verb, to, "measure/again")
        .since(from)
        .passive(passive)
}

/// "plans more inspections", "a follow-up inspection will take place".
fn further(l: &Line<'_, '_>, at: usize) -> Option<Found> {
    const MORE: &[&str] = &[
        "more", "further", "another", "follow-up", "repeat", "return", "second", "fresh", "new", "next",
        "full",
    ];
    const SORTS: &[&str] = &["unannounced", "full", "comprehensive", "focused", "short", "monitoring"];
    let more = at > 0
        && (l.says(at - 1, MORE)
            || l.says(at - 1, SORTS) && l.says(at.wrapping_sub(2), MORE)
            || l.w(at - 1) == "monitoring" && l.says(at, &["visit", "inspection"])
            || l.says(at - 1, &["re-rating", "rerating"])
            || l.w(at - 1) == "independent")
        || l.w(at).starts_with("re");
    if !more {
        return None;
    }
    // "will not face any further inspection"
    let not = (at.saturating_sub(6)..at).rev().take_while(|&i| !l.ends_clause(i));
    if not.into_iter().any(|i| l.s.is(i, Class::Not) || l.w(i).ends_with("n't")) {
        return None;
    }
    let before =
        l.back(at, 4, &["plans", "plan", "planned", "planning", "due", "expects", "expect", "face", "faces"]);
    // "The chief inspector has asked for a further inspection"
    let asked = || {
        let verb = l.back(at, 6, &["asked", "called"]).filter(|&v| l.w(v + 1) == "for")?;
        let g = mode::group(l, verb);
        (g.mode == Mode::Done && inspectors(l, g.start, &|| false)).then_some(verb)
    };
    // "a monitoring visit within three months and a full inspection within 18"
    let joined = || {
        let and = l.back(at, 4, &["and"])?;
        let first = l.back(and, 8, &["visit", "inspection"])?;
        further(l, first).map(|f| f.verb)
    };
    // "I expect the next inspection to tell another story" is a hope.
    let before =
        before.filter(|&v| l.w(v) != "expect" || l.says(v.wrapping_sub(1), &["can", "could", "will"]));
    let out = before.or_else(|| {
        let v = l.back(
            at,
            6,
            &["carry", "conduct", "make", "undergo", "receive", "undertake", "have", "get", "pay", "follow"],
        )?;
        coming(l, mode::group(l, v).mode, v).map(|()| v)
    });
    let after = || {
        let v = l.find(at + 1, at + 3, &["will", "is", "are", "would"])?;
        let due = l.w(v) == "will"
            || l.w(v) == "would" && l.says(v + 1, &["follow", "take"])
            || l.says(v + 1, &["to", "due", "planned", "expected", "scheduled"]);
        due.then_some(v)
    };
    let verb = out.or_else(after).or_else(asked).or_else(joined)?;
    Some(found(verb, at, verb.min(at), false))
}

/// A verb group that looks ahead.
fn coming(l: &Line<'_, '_>, mode: Mode, verb: usize) -> Option<()> {
    let due = l.back(
        verb,
        5,
        &["due", "expects", "expected", "plans", "will", "'ll", "intend", "intends", "we'll"],
    );
    let not = (verb.saturating_sub(4)..verb).any(|i| l.s.is(i, Class::Not) || l.w(i).ends_with("n't"));
    // "said they would return".
    let would = l.back(verb, 3, &["would"]).is_some();
    let said = would
        && ((verb.saturating_sub(6)..verb).any(|i| l.s.is(i, Class::Say))
            || (l.len().saturating_sub(3)..l.len()).any(|i| l.s.is(i, Class::Say)));
    // "are expected back", "are due back": the participle says it.
    let expected = l.says(verb, &["expected", "due"]) && mode == Mode::Done
        || l.back(verb, 2, &["must"]).is_some() && l.w(verb - 1) == "be";
    (matches!(mode, Mode::Will | Mode::Plan)
        || expected
        || mode == Mode::May && said
        || mode == Mode::Nothing && due.is_some())
    .then_some(())
    .filter(|()| !not)
}

/// The subject before a verb group is a body, its inspectors, or its "we".
fn inspectors(l: &Line<'_, '_>, start: usize, spoken_by_inspectors: &dyn Fn() -> bool) -> bool {
    const THEM: &[&str] =
        &["inspectors", "officers", "inspectorate", "watchdog", "regulator", "commission", "team"];
    // "Parents who had complained said they would be back"
    const OTHERS: &[&str] = &[
        "parents", "families", "relatives", "residents", "neighbours", "campaigners", "pupils", "governors",
    ];
    let they = l.says(start.wrapping_sub(1), &["we", "they", "we'll", "they'll"]);
    if they && l.find(0, start, OTHERS).is_some() && (0..start).any(|i| l.s.is(i, Class::Say)) {
        return false;
    }
    // "The inspectorate made nine recommendations and will return": one subject of two verbs.
    let joined = l.says(start, &["and", "but"]) || l.says(start.wrapping_sub(1), &["and", "but"]);
    let reach = if joined { 24 } else { 4 };
    // "It has served the home with a notice and will go back": "it" is who did that.
    const DID: &[&str] = &[
        "served", "issued", "found", "rated", "placed", "imposed", "told", "ordered", "warned", "given",
        "gave",
    ];
    let did =
        || l.find(1, start, DID).is_some_and(|v| !mode::group(l, v).passive && mode::group(l, v).start <= 2);
    if joined && l.w(0) == "it" && did() {
        return true;
    }
    // "Estyn said the school was weak and that it would return": "it" is who said so.
    let spoke = || (0..2).any(|i| l.is_body(i)) && (1..start).any(|i| l.s.is(i, Class::Say));
    if l.w(start.wrapping_sub(1)) == "it" && spoke() {
        return true;
    }
    (start.saturating_sub(reach)..=start).any(|i| {
        l.is_body(i)
            || l.says(i, THEM)
            || l.says(i, &["we", "we'll", "they", "they'll"]) && spoken_by_inspectors()
    })
}

fn subject(l: &Line<'_, '_>, start: usize) -> usize {
    let before = start.saturating_sub(1);
    if l.ends_clause(before) { start } else { before }
}
