//! Grades that somebody fears, awaits or would be glad of, and that nobody gave. Knows no label.

use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// "I shall be disappointed if we don't get two stars": who says so expects it.
pub(super) fn upset_without(s: &Sentence<'_>, frame: &Frame) -> bool {
    let Some(condition) = (0..frame.head).find(|&i| s.says(i, &["if"])) else { return false };
    let upset = ["disappointed", "surprised", "amazed", "astonished"];
    let not = |i: usize| s.is(i, Class::Not) || s.at(i).ends_with("n't") || s.at(i).ends_with("n’t");
    (0..condition).any(|i| s.says(i, &upset)) && (condition..frame.head).any(not)
}

/// "at risk of being rated poor", "avoided the threat of being branded poor"
pub(super) fn feared(s: &Sentence<'_>, verb: usize) -> bool {
    const FEARS: &[&str] =
        &["risk", "threat", "danger", "prospect", "possibility", "chance", "fear", "risks"];
    // "risks being rated poor"
    if s.says(verb, &["being"])
        && s.says(verb.wrapping_sub(1), &["risks", "risk", "risking", "fears", "faces", "feared"])
    {
        return true;
    }
    let of = verb - usize::from(verb > 0 && !s.says(verb, &["of"]));
    s.says(of, &["of"]) && s.says(of.wrapping_sub(1), FEARS)
}

/// "will not rest until it is rated outstanding"
pub(super) fn awaited(s: &Sentence<'_>, frame: &Frame, group: std::ops::Range<usize>) -> bool {
    let from = frame.subject.start.min(frame.head);
    let ahead = |i: usize| s.is_any(i, &[Class::Will, Class::Would, Class::Must, Class::Not]);
    (from.wrapping_sub(1)..frame.head).any(|i| s.says(i, &["until"]))
        && (0..from).any(ahead)
        && !group.into_iter().any(|i| s.is(i, Class::Have))
}

/// "would be delighted with a good rating"
pub(super) fn longed_for(s: &Sentence<'_>, frame: &Frame) -> bool {
    let glad = |i: usize| s.says(i, &["delighted", "thrilled", "happy", "pleased", "surprised", "content"]);
    (frame.head..frame.label).any(|i| glad(i) && (i..frame.label).any(|j| s.says(j, &["with", "by"])))
}

/// "is expected to be rated good", "was confident of a good rating", "is to be rated poor".
pub(super) fn expected(s: &Sentence<'_>, frame: &Frame) -> bool {
    let expected = (frame.head.saturating_sub(5)..frame.head).any(|i| s.is(i, Class::Expect))
        && (frame.head.saturating_sub(3)..frame.head).any(|i| s.says(i, &["to"]))
        // "expects to be told it is inadequate"
        || (frame.head.saturating_sub(6)..frame.head).any(|i| {
            s.is(i, Class::Expect) && s.says(i + 1, &["to"]) && s.says(i + 2, &["be"]) && s.says(i + 3, &["told"])
        });
    // "had been expecting a good rating", "was confident of a rating of good"
    let awaits =
        s.is(frame.head, Class::Be) && s.is(frame.head + 1, Class::Expect) && frame.head + 1 < frame.label;
    // "is expected to say that it has fallen to poor"
    let to_say = |i: usize| {
        s.says(i + 1, &["to"])
            && (s.is_any(i + 2, &[Class::Say, Class::Find]) || s.says(i + 2, &["show", "confirm", "reveal"]))
    };
    // "is expected to say X, in Y, has fallen": what stands beside the subject is passed over.
    let says = |before: usize| {
        (before.saturating_sub(10)..before)
            .rev()
            .take_while(|&i| !matches!(s.item(i), Some(Item::Stop(_))))
            .any(|i| s.is(i, Class::Expect) && to_say(i))
    };
    let expected = expected || says(frame.head) || says(frame.subject.start.min(frame.head));
    // "is to be rated poor", and not "was found to be"
    let is_to = (frame.head.saturating_sub(3)..frame.head).any(|i| {
        s.says(i, &["is", "are"]) && s.says(i + 1, &["to"]) && s.says(i + 2, &["be", "get", "receive"])
    });
    // "is preparing to rate it poor", "was about to be rated good"
    let about = (frame.head.saturating_sub(4)..frame.head).any(|i| {
        s.says(
            i,
            &[
                "prepares", "preparing", "about", "ready", "poised", "minded", "odds-on", "certain", "sure",
                "bound", "destined", "favourite", "guaranteed", "doomed", "line",
            ],
        ) && s.says(i + 1, &["to"])
    });
    expected || awaits || is_to || about
}

/// What those do who do not know yet.
const LEARN: &[&str] = &[
    "learn", "learns", "known", "unclear", "clear", "find", "discover", "hear", "know", "see", "wait",
    "waiting", "awaiting", "wondering", "say",
];

/// "will learn on Thursday whether it has been rated good", "to find out if it was judged fair": nobody says so.
pub(super) fn asked(s: &Sentence<'_>, frame: &Frame) -> bool {
    let first = frame.subject.start.min(frame.head).saturating_sub(4);
    let Some(condition) = (first..frame.head).rev().find(|&i| s.is(i, Class::If)) else { return false };
    let known = |i: usize| {
        s.is_any(i, &[Class::Say, Class::Find, Class::Opens, Class::Conj])
            || matches!(s.item(i), Some(Item::Stop(_)))
            || s.says(i, &["knew", "know", "knows", "known", "aware"])
    };
    let finite = |i: usize| s.is_any(i, &[Class::Be, Class::Have, Class::Will, Class::Would]);
    let between = condition + 1..frame.head;
    let open = !s.says(condition + 1, &["to"]) && !between.clone().any(known) && between.clone().any(finite);
    let learns = || (condition.saturating_sub(8)..condition).any(|i| s.says(i, LEARN));
    open && (s.says(condition, &["whether"]) || s.says(condition, &["if"]) && learns())
}

/// "If it had scored two stars, it would", "Had it been rated good, it would", "would have, if it had": it never was. "Had it
/// not been rated poor" says that it was.
pub(super) fn unreal(s: &Sentence<'_>, frame: &Frame) -> Option<Status> {
    let inverted = s.says(0, &["had"]) && frame.head > 1;
    let condition = match inverted {
        true => Some(0),
        false => (0..frame.head).rev().find(|&i| s.says(i, &["if"])),
    };
    let condition = condition?;
    let had = inverted || (condition..=frame.head).any(|i| s.says(i, &["had"]));
    let stop = |i: usize| matches!(s.item(i), Some(Item::Stop(_)));
    let would = |i: usize| s.is(i, Class::Would);
    let main = (frame.label + 1..frame.label + 9).find(|&i| stop(i));
    let then = main.is_some_and(|comma| (comma + 1..comma + 9).any(would));
    let holds = had && !(condition..frame.head).any(stop) && (then || (0..condition).any(would));
    let not = (condition..frame.head).any(|i| s.is(i, Class::Not));
    holds.then_some(if not { Status::Awarded } else { Status::Hypothetical })
}

/// "said that it would be rated good", "predicted it would be": "will" as it is reported; inspectors say so of what is not
/// final yet.
pub(super) fn foretold(s: &Sentence<'_>, frame: &Frame, from: usize) -> Option<Status> {
    let would = (frame.subject.start..frame.head).find(|&i| s.says(i, &["would"]))?;
    let perfect = (would + 1..frame.head).any(|i| s.is(i, Class::Have));
    let condition = |i: usize| {
        s.is_any(i, &[Class::If, Class::Not, Class::Must])
            || s.says(i, &["without", "but", "otherwise", "were"])
    };
    let opens = frame.subject.start.checked_sub(1)?;
    let says = |i: usize| s.is_any(i, &[Class::Say, Class::Expect]) && !s.says(i, &["suggested", "set"]);
    let sure = |i: usize| s.says(i, &["sure", "certain", "convinced", "positive", "adamant"]);
    let verb = (opens.saturating_sub(4)..=opens).rev().find(|&i| says(i) || sure(i))?;
    let plain = (verb + 1..frame.subject.start).all(|i| {
        s.is_any(i, &[Class::Opens, Class::Det, Class::Pronoun, Class::Other])
            || s.item(i) == Some(Item::Open)
    });
    let near = from.min(verb)..(frame.label + 12).min(s.chunks.len());
    if perfect || !plain || near.into_iter().any(condition) {
        return None;
    }
    let inspectors = (verb.saturating_sub(4)..verb).any(|i| {
        matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["inspectors", "inspector", "watchdog"])
    });
    Some(if inspectors { Status::Provisional } else { Status::Predicted })
}

/// "denied that it had been rated poor": nobody says that it was.
pub(super) fn denied(s: &Sentence<'_>, frame: &Frame, from: usize) -> bool {
    const DENIES: &[&str] = &["denied", "denies", "denying", "rubbished", "scotched"];
    let that = s.is(from.wrapping_sub(1), Class::Opens) && s.says(from - 1, &["that"]);
    let opens = if that { from - 1 } else { frame.subject.start };
    let it = s.says(opens, &["it", "they", "that"]);
    // "denied claims that it was rated poor"
    it && opens > 0
        && (s.says(opens - 1, DENIES)
            || s.says(opens - 1, &["claims", "reports", "rumours", "suggestions"])
                && (opens.saturating_sub(3)..opens - 1).any(|i| s.says(i, DENIES)))
}

/// "Once it is rated good, it will expand": not yet.
pub(super) fn once_it_is(s: &Sentence<'_>, frame: &Frame) -> bool {
    let opens = frame.subject.start.saturating_sub(1)..frame.subject.start + 1;
    let present = (frame.subject.end..frame.head).any(|i| s.says(i, &["is", "are"]));
    let to_come = |i: usize| s.is_any(i, &[Class::Will, Class::Would]) || s.says(i, &["can"]);
    opens.into_iter().any(|i| s.says(i, &["once"]) && !s.is(i + 1, Class::Rate))
        && present
        && (0..s.chunks.len()).any(to_come)
}

/// "was one step away from being rated good"
pub(super) fn almost(s: &Sentence<'_>, verb: usize) -> bool {
    s.says(verb, &["being"])
        && s.says(verb.wrapping_sub(1), &["from", "of"])
        && s.says(verb.wrapping_sub(2), &["away", "short", "shy"])
}
