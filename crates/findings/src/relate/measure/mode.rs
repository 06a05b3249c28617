//! How surely a verb says that something was done: done, to come, threatened, advised, tried, or not at all. Reads
//! the words of the verb group and the word that governs it; knows no measure.

use super::governed::{governed, joined};
use super::line::Line;
use crate::find::words::Class;
use crate::relate::clause::Item;

/// How surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Done,
    /// Decided, and to come.
    Will,
    /// Intended.
    Plan,
    May,
    Should,
    Tried,
    /// Denied, only possible by law, or a mere condition.
    Nothing,
}

/// A verb with the words that belong to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) mode: Mode,
    /// Where the verb group begins.
    pub(super) start: usize,
    /// The subject is who it was done to.
    pub(super) passive: bool,
}

/// Reads the verb group that ends at `verb`.
pub(super) fn group(l: &Line<'_, '_>, verb: usize) -> Group {
    let mut g = Group { mode: Mode::Done, start: verb, passive: false };
    let mut gerund = l.w(verb).ends_with("ing");
    let mut at = verb;
    while at > 0 && verb - at < 12 {
        let w = l.w(at - 1);
        let mode = match w {
            "will" | "shall" | "we'll" | "they'll" | "it'll" | "he'll" | "she'll" => Mode::Will,
            // "could have been closed", "would have been placed in": was not.
            "may" | "might" | "could" | "would" if (at..verb).any(|i| l.w(i) == "have") => Mode::Nothing,
            "would" if announced(l, at - 1) => Mode::Will,
            "may" | "might" | "could" | "would" => Mode::May,
            "should" => Mode::Should,
            "can" | "cannot" | "if" | "unless" | "whether" => Mode::Nothing,
            // "has not, however, been moved"
            "," if let Some(open) = aside(l, at - 1) => {
                at = open;
                continue;
            }
            "to" => {
                g.start = at - 1;
                return governed(l, at - 1, g);
            }
            // "cut its grade to G3 and has issued a notice": a finite verb of its own.
            "and" if (at..verb).any(|i| l.says(i, &["has", "is", "was", "were", "are", "had"])) => break,
            "and" | "or" | "then" => return joined(l, at - 1, g),
            _ if l.s.is(at - 1, Class::Not) || w.ends_with("n't") => Mode::Nothing,
            _ if l.s.is(at - 1, Class::Be) => {
                g.passive |= !l.w(verb).ends_with("ing");
                gerund |= w == "being";
                Mode::Done
            }
            "must" => Mode::Done,
            _ if l.is_light(at - 1) => Mode::Done,
            _ => {
                // "applied to have its governors replaced": as sure as the "have".
                let have = l.back(verb, 6, &["have", "having"]).filter(|&h| h + 1 < verb && g.start == verb);
                match have.filter(|&h| l.s.is(h + 1, Class::Possessive)) {
                    Some(have) => return Group { passive: true, ..group(l, have) },
                    None => break,
                }
            }
        };
        at -= 1;
        g.start = at;
        // "It is not clear whether it will be placed"
        let unclear =
            (at.saturating_sub(6)..at).rev().take_while(|&i| !l.ends_clause(i)).any(|i| l.w(i) == "whether");
        // "denied that the school would be put in"
        if unclear || denied(l, at) {
            g.mode = Mode::Nothing;
            return g;
        }
        // "must improve or it will lose its licence"
        let or_else = (at.saturating_sub(4)..at).any(|i| l.w(i) == "or");
        if mode == Mode::Will && (or_else || feared(l, at)) {
            g.mode = Mode::May;
            return g;
        }
        if mode != Mode::Done {
            g.mode = mode;
            // "would not", "could not": the denial stands behind.
            return g;
        }
    }
    // "can issue a notice, impose conditions or cancel a registration"
    if g.start == verb && verb > 0 && l.w(verb - 1) == "," && l.says(verb, BARE) {
        return joined(l, verb - 1, g);
    }
    if gerund {
        g.mode = after(l, g.start);
    } else if conditional(l, g.start) || awaited(l, g.start) {
        g.mode = Mode::Nothing;
    }
    g
}

/// Verbs with no ending, as they stand behind a "can" or a "will" in a row.
pub(super) const BARE: &[&str] = &[
    "issue", "impose", "serve", "cancel", "suspend", "fine", "prosecute", "close", "appoint", "send",
    "order", "restrict", "stop", "ban", "give", "place", "take", "shut",
];

/// "until the school comes out of the category": has not come about. "when it came out" has.
fn awaited(l: &Line<'_, '_>, start: usize) -> bool {
    let w = l.w(start);
    let present =
        matches!(w, "is" | "are" | "has" | "have" | "comes" | "come" | "leaves" | "leave" | "goes" | "gets");
    present
        && (start.saturating_sub(4)..start)
            .rev()
            .take_while(|&i| !matches!(l.s.item(i), Some(Item::Stop(_))))
            .any(|i| l.says(i, &["until", "once", "before", "till"]))
}

/// Where a few words between two commas begin that stand inside a verb group: "has not, however, been moved", "would
/// not, after all, be".
fn aside(l: &Line<'_, '_>, close: usize) -> Option<usize> {
    let open = (close.saturating_sub(4)..close).rev().find(|&i| l.w(i) == ",")?;
    (open > 0 && open + 1 < close && l.is_light(open - 1)).then_some(open)
}

/// "Ministers said that the service would be run by a trust": what was decided, told afterwards. Not what would be
/// if something were, nor what somebody fears or expects.
fn announced(l: &Line<'_, '_>, would: usize) -> bool {
    if l.find(0, l.len(), &["if", "unless", "were"]).is_some() || feared(l, would) {
        return false;
    }
    (would.saturating_sub(12)..would).any(|i| {
        l.s.is(i, Class::Say)
            || l.says(i, &["told", "confirmed", "decided", "ruled", "revealed", "agreed", "announcing"])
    }) && !(would.saturating_sub(12)..would).any(|i| l.says(i, &["warned", "suggested", "claimed"]))
}

/// "Parents fear that the school will be put in": not decided.
fn feared(l: &Line<'_, '_>, verb: usize) -> bool {
    const FEAR: &[&str] = &[
        "fear", "fears", "feared", "fearing", "worry", "worried", "worries", "think", "thinks", "thought",
        "believe", "believes", "believed", "rumours", "speculation", "expect", "expects", "likely",
    ];
    (verb.saturating_sub(9)..verb)
        .rev()
        .take_while(|&i| !matches!(l.w(i), ";" | ":" | "but"))
        .any(|i| l.says(i, FEAR))
}

/// "The head denied that the school would be": said not to be so.
fn denied(l: &Line<'_, '_>, verb: usize) -> bool {
    let that = (verb.saturating_sub(6)..verb).rev().find(|&i| l.w(i) == "that");
    that.is_some_and(|i| l.says(i.wrapping_sub(1), &["denied", "denies", "denying"]))
}

/// "if it is placed in special measures".
fn conditional(l: &Line<'_, '_>, start: usize) -> bool {
    (start.saturating_sub(5)..start)
        .rev()
        .take_while(|&i| !l.ends_clause(i))
        .any(|i| l.says(i, &["if", "unless", "whether", "whenever", "should"]) || l.w(i).starts_with("if "))
}

/// What a gerund hangs on: "faces being fined", "threat of closing", "without issuing".
fn after(l: &Line<'_, '_>, start: usize) -> Mode {
    // "Upholding the complaint, the ombudsman said"
    let Some(before) = start.checked_sub(1) else {
        return if l.find(start, l.len(), &[","]).is_some() { Mode::Done } else { Mode::Nothing };
    };
    match l.w(before) {
        "of" => noun(l.w(before.saturating_sub(1))),
        // "have not ruled out using their powers"
        "out" if l.w(before.wrapping_sub(1)) == "ruled" => {
            let not = l.back(before, 4, &["not", "never"]).is_some()
                || l.w(before.wrapping_sub(2)).ends_with("n't");
            if not { Mode::May } else { Mode::Nothing }
        }
        "without" | "than" | "before" | "from" | "against" | "avoids" | "avoided" | "escaped" | "not" => {
            Mode::Nothing
        }
        // "had considered issuing" it, and has not.
        "considered" if l.s.is(before.wrapping_sub(1), Class::Have) => Mode::Nothing,
        "considering" | "consider" | "considered" | "proposing" | "proposed" | "proposes" | "planning" => {
            Mode::Plan
        }
        // "could take further action, including placing conditions on it"
        "including" | "include"
            if l.back_past(before, 12, &["could", "may", "might", "would", "can"]).is_some() =>
        {
            Mode::May
        }
        // "we will move to close it by cancelling its registration"
        "or" | "and" | "by" => joined(l, before, Group { mode: Mode::Done, start, passive: true }).mode,
        w => noun(w),
    }
}

/// "threat of", "faces", "avoid": what may come.
pub(super) fn noun(word: &str) -> Mode {
    match word {
        "threat" | "threats" | "risk" | "risks" | "risking" | "danger" | "prospect" | "possibility"
        | "faces" | "face" | "facing" | "faced" | "avoid" | "avoiding" | "threatened" | "threatens"
        | "threatening" | "warned" | "warning" | "brink" | "verge" => Mode::May,
        "process" | "proceedings" => Mode::Plan,
        "short" | "instead" | "idea" | "cost" => Mode::Nothing,
        _ => Mode::Done,
    }
}
