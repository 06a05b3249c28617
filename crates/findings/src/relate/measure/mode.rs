//! How surely a verb says that something was done: done, to come, threatened, advised, tried, or not at all. Reads
//! the words of the verb group and the word that governs it; knows no measure.

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
        if unclear {
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
    if gerund {
        g.mode = after(l, g.start);
    } else if conditional(l, g.start) || awaited(l, g.start) {
        g.mode = Mode::Nothing;
    }
    g
}

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

/// What tells one of several that it was done to.
const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest",
    "only", "last",
];

/// What sets a process going.
const UNDER_WAY: &[&str] = &[
    "taking", "taken", "took", "take", "started", "starting", "begun", "began", "launched", "starts",
    "takes", "beginning", "issued",
];

/// "Magistrates agreed to a request to close".
fn court(l: &Line<'_, '_>, before: usize) -> bool {
    l.find(0, before, &["magistrates", "court", "judge", "sheriff", "tribunal"]).is_some()
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
fn noun(word: &str) -> Mode {
    match word {
        "threat" | "threats" | "risk" | "risks" | "risking" | "danger" | "prospect" | "possibility"
        | "faces" | "face" | "facing" | "faced" | "avoid" | "avoiding" | "threatened" | "threatens"
        | "threatening" | "warned" | "warning" | "brink" | "verge" => Mode::May,
        "process" | "proceedings" => Mode::Plan,
        "short" | "instead" | "idea" | "cost" => Mode::Nothing,
        _ => Mode::Done,
    }
}

/// "rated inadequate and placed …": the group of the verb before.
fn joined(l: &Line<'_, '_>, conj: usize, mut g: Group) -> Group {
    let either = l.w(conj) == "or";
    // "had six months to improve or be closed"
    if either && l.w(conj + 1) == "be" {
        return Group { mode: Mode::May, passive: true, start: conj + 1 };
    }
    for i in (conj.saturating_sub(10)..conj).rev() {
        let dash = matches!(l.w(i), "-" | "–" | "—");
        if l.ends_clause(i) && !(either && dash) && l.w(i) != "," {
            break;
        }
        let mode = match l.w(i) {
            "will" => Mode::Will,
            "may" | "might" | "could" | "would" => Mode::May,
            "should" => Mode::Should,
            "can" | "if" | "unless" => Mode::Nothing,
            // "upgraded to good and taken out of special measures": a grade, no verb.
            "to" if !infinitive(l, i) => continue,
            "to" => return governed(l, i, g),
            w if noun(w) == Mode::May => Mode::May,
            _ if either && l.s.is(i, Class::Not) => Mode::Nothing,
            _ if l.s.is(i, Class::Be) => {
                g.passive = true;
                continue;
            }
            _ => continue,
        };
        g.mode = mode;
        return g;
    }
    g
}

/// True where a verb may follow a "to": no grade, name, number or article.
fn infinitive(l: &Line<'_, '_>, to: usize) -> bool {
    let word = matches!(l.s.item(to + 1), Some(Item::Word(_)));
    word && !l.s.is_any(to + 1, &[Class::Det, Class::Possessive, Class::Pronoun, Class::Position, Class::All])
}

/// "threatened to close", "ordered to close", "has the power to close".
fn governed(l: &Line<'_, '_>, to: usize, mut g: Group) -> Group {
    g.mode = Mode::Nothing;
    // "School to close", "Watchdog to return": a headline's future.
    if l.headline && to > 0 && (l.is_place(to - 1) || l.is_body(to - 1)) {
        return Group { mode: Mode::Will, start: to, ..g };
    }
    // "has become the first secondary school in the county to be put in special measures"
    let one_of = || {
        let own = |i: usize| l.w(i).split(' ').find(|w| *w != "the").is_some_and(|w| ORDINALS.contains(&w));
        let which = (to.saturating_sub(14)..to).rev().find(|&i| own(i))?;
        let before = which - usize::from(which > 0 && l.s.is(which - 1, Class::Det));
        let is = l.says(before.wrapping_sub(1), &["become", "becomes", "became", "is", "was", "as"]);
        (is && !(which..to).any(|i| matches!(l.s.item(i), Some(Item::Stop(_))))).then_some(which)
    };
    if l.w(to + 1) == "be"
        && let Some(which) = one_of()
    {
        return Group { mode: Mode::Done, start: which.saturating_sub(2), passive: true };
    }
    for i in (to.saturating_sub(10)..to).rev() {
        let w = l.w(i);
        // "an application from the Care Quality Commission (CQC) to cancel"
        if matches!(l.s.item(i), Some(Item::Stop('(' | ')'))) {
            continue;
        }
        // What governs it stands close, but for a body's full name between.
        if i + 7 < to && !(i + 1..to).any(|k| l.is_body(k)) {
            return g;
        }
        let near = to - i <= 2;
        let mode = match w {
            "threatened" | "threatens" | "threaten" | "threatening" | "threat" | "risk" | "risks"
            | "likely" | "may" | "might" | "could" | "would" => Mode::May,
            // "Magistrates agreed to close it": a court's word is the deed.
            "agreed" | "agree" if court(l, i) => Mode::Done,
            // "served a notice to stop all admissions": the notice stops them.
            "notice" | "urgent notice"
                if l.says(to + 1, &["stop", "halt", "restrict", "suspend"])
                    && l.back(i, 4, &["served", "issued", "given", "handed"]).is_some() =>
            {
                Mode::Done
            }
            "vowed" | "vows" | "vowing" | "pledged" | "preparing" | "prepares" => Mode::Plan,
            // "had no choice but to issue"
            "but" if l.says(i.wrapping_sub(1), &["choice", "option", "alternative"]) => {
                return Group { mode: Mode::Done, start: i, ..g };
            }
            "move" | "moves" | "moving" | "minded" | "plans" | "planned" | "planning" | "plan"
            | "intends" | "intend" | "intended" | "intention" | "proposes" | "proposed" | "proposing"
            | "proposal" | "expects" | "expect" | "expected" | "agreed" | "notice" | "notice of proposal" => {
                Mode::Plan
            }
            "due" | "set" | "going" | "scheduled" | "poised" | "will" => Mode::Will,
            "asked" | "asking" | "asks" if court(l, to) => Mode::Plan,
            "considering" | "considers" | "weighing" | "mulling" => Mode::Plan,
            // "granted an application to cancel its registration"
            "application" | "applications" if l.back(i, 4, &["granted", "approved", "allowed"]).is_some() => {
                Mode::Done
            }
            "application" | "applications" | "apply" | "applied" | "applying" | "applies" => {
                let may = l.back(i, 6, &["may", "might", "could", "would"]).is_some();
                if may { Mode::May } else { Mode::Plan }
            }
            "recommended" | "recommends" | "urged" | "recommendation" | "calls" | "called" => Mode::Should,
            "ordered" | "orders" | "forced" | "told" | "required" | "requires" | "requiring"
            | "compelled" | "instructed" | "directed" | "made" => {
                g.passive = true;
                Mode::Done
            }
            // "has written to ministers to trigger the process"
            "written" | "wrote" | "writes" => Mode::Done,
            "decision"
            | "notice of decision"
            | "notices of decision"
            | "decided"
            | "moved"
            | "voted"
            | "used"
            | "using"
            | "order"
            | "stepped" => Mode::Done,
            // "was found to have breached", "judged to require special measures"
            "found" | "judged" | "deemed" | "ruled" | "shown" | "considered"
                if to - i <= 2 || l.w(i + 1) == "by" && (i + 2..to).any(|k| l.is_body(k)) =>
            {
                g.passive = true;
                Mode::Done
            }
            // "is taking action to cancel", "has started proceedings to cancel"
            "action" | "proceedings" | "process" | "steps" if l.back(i, 4, UNDER_WAY).is_some() => Mode::Plan,
            "has" | "had" | "have" | "needs" if near => {
                g.passive = true;
                Mode::Done
            }
            "attempt" | "attempts" | "attempted" | "tried" | "trying" | "bid" | "effort" | "efforts"
            | "battle" | "sought" | "seeking" => Mode::Tried,
            "is" | "are" | "was" | "were" if to - i == 1 => Mode::Will,
            // "became the ninth to be stopped", "the third prison to be given"
            w if ORDINALS.contains(&w) && (to - i == 1 || to - i == 2 && l.s.is(i + 1, Class::Other)) => {
                g.passive = true;
                Mode::Done
            }
            // "the first in the north to be prosecuted"
            w if ORDINALS.contains(&w) && l.says(i + 1, &["in", "of"]) && to - i <= 7 => {
                g.passive = true;
                Mode::Done
            }
            w if near && l.is_provider(i) && w.split(' ').any(|w| ORDINALS.contains(&w)) => {
                g.passive = true;
                Mode::Done
            }
            "powers" | "power" if l.back(i, 4, &["used", "using", "uses", "use"]).is_some() => Mode::Done,
            "powers" | "power" | "right" | "rights" | "option" | "able" | "days" | "weeks" | "months"
            | "chance" | "until" | "allowed" | "hesitate" | "refused" | "declined" | "failed" | "unable"
            | "if" => {
                return g;
            }
            _ if l.s.is(i, Class::Not) || l.ends_clause(i) => return g,
            _ => continue,
        };
        // "could move to cancel its registration"
        let mode = match mode {
            Mode::Plan if l.back(i, 2, &["may", "might", "could"]).is_some() => Mode::May,
            mode => mode,
        };
        // "did not intend to appeal".
        let denied = (i.saturating_sub(2)..i).any(|k| l.s.is(k, Class::Not) || l.w(k).ends_with("n't"));
        g.mode = if denied { Mode::Nothing } else { mode };
        g.start = i;
        return g;
    }
    g
}
