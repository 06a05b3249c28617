//! What governs a verb from before it: the verb that it is joined to, and what stands before its "to". Knows no measure.

use super::line::Line;
use super::mode::{BARE, Group, Mode, noun};
use crate::find::words::Class;
use crate::relate::clause::Item;

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

/// "rated inadequate and placed …": the group of the verb before.
pub(super) fn joined(l: &Line<'_, '_>, conj: usize, mut g: Group) -> Group {
    let either = l.w(conj) == "or";
    // "had six months to improve or be closed"
    if either && l.w(conj + 1) == "be" {
        return Group { mode: Mode::May, passive: true, start: conj + 1 };
    }
    // "was told to improve or lose its licence"
    let or_else = || {
        let told = matches!(l.s.item(conj - 1), Some(Item::Label(_)));
        told || l.back(conj, 6, &["improve", "comply", "change", "act"]).is_some()
    };
    if either && conj > 0 && or_else() {
        return Group { mode: Mode::May, ..g };
    }
    // "will issue the surgery with a notice, impose conditions on its registration and cancel its licence"
    let reach = if l.says(conj + 1, BARE) { 20 } else { 10 };
    for i in (conj.saturating_sub(reach)..conj).rev() {
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
pub(super) fn governed(l: &Line<'_, '_>, to: usize, mut g: Group) -> Group {
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
            // "went to court to have its registration cancelled"
            "court" | "tribunal" if l.back(i, 3, &["went", "gone", "go", "going"]).is_some() => Mode::Plan,
            // "has made enough progress to leave special measures"
            "progress" if l.back(i, 3, &["enough", "sufficient"]).is_some() => Mode::Done,
            "vowed" | "vows" | "vowing" | "pledged" | "preparing" | "prepares" => Mode::Plan,
            // "had no choice but to issue"
            "but" if l.says(i.wrapping_sub(1), &["choice", "option", "alternative"]) => {
                return Group { mode: Mode::Done, start: i, ..g };
            }
            // "is expected to issue a notice": others know that it will.
            "expected" if l.s.is(i.wrapping_sub(1), Class::Be) => Mode::Will,
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
            // "may have to be closed"
            "have" if near && l.says(i.wrapping_sub(1), &["may", "might", "could", "would"]) => {
                g.passive = true;
                Mode::May
            }
            "has" | "had" | "have" | "needs" if near => {
                g.passive = true;
                Mode::Done
            }
            // "one of four prisons to have received"
            w if l.w(to + 1) == "have" && is_several(w) && l.back(i, 4, &["one", "among"]).is_some() => {
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

/// "schools", "prisons": several that are inspected.
pub(super) fn is_several(word: &str) -> bool {
    const MANY: &[&str] = &[
        "schools", "homes", "councils", "trusts", "hospitals", "services", "prisons", "jails", "colleges",
        "nurseries", "practices", "providers", "forces", "authorities", "academies", "surgeries",
    ];
    MANY.contains(&word)
}
