//! Judgements that somebody wants gone: "a formal complaint over its rating", "asked Ofsted to withdraw the grade", "persuaded
//! it to withdraw". Knows no appeal by that name: see `Class::Appeal`.

use crate::fact::Status;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// What takes a judgement back, after "to".
const TAKE_BACK: &[&str] = &[
    "withdraw", "retract", "rescind", "quash", "overturn", "annul", "scrap", "revoke", "cancel", "remove",
    "reverse", "void",
];

/// What somebody is asked to do with a judgement, after "to".
const LOOK_AGAIN: &[&str] =
    &["review", "reconsider", "revise", "change", "rethink", "revisit", "re-examine", "look"];

/// Verbs of those who brought it about.
const DONE: &[&str] = &[
    "persuaded", "convinced", "forced", "agreed", "obliged", "ordered", "compelled", "decided", "prompted",
    "made",
];

/// Verbs of those who ask for it.
const ASKED: &[&str] = &[
    "asked", "asking", "asks", "urged", "urging", "urges", "want", "wants", "wanted", "demanded",
    "demanding", "called", "calling", "calls", "pressing", "pressed",
];

/// What is wanted of the judgement complained of.
const GONE: &[&str] = &[
    "struck", "overturned", "quashed", "withdrawn", "changed", "reviewed", "removed", "scrapped",
    "reconsidered",
];

/// The status of a judgement that is contested in its own clause.
pub(super) fn read(s: &Sentence<'_>, frame: &Frame, from: usize) -> Option<Status> {
    let reviewed = || to_be_reviewed(s, frame).then_some(Status::UnderAppeal);
    let appealed = || appealed_after(s, frame).then_some(Status::UnderAppeal);
    complained_of(s, frame)
        .or_else(|| taken_back(s, frame, from))
        .or_else(reviewed)
        .or_else(appealed)
        .or_else(|| void_after(s, frame))
}

/// "is seeking a judicial review of Ofsted's ‘inadequate’ judgement": a step further than thinking of one.
fn to_be_reviewed(s: &Sentence<'_>, frame: &Frame) -> bool {
    let near = frame.label.saturating_sub(9)..frame.label;
    let Some(review) =
        near.rev().find(|&i| s.says(i, &["review"]) && s.says(i.wrapping_sub(1), &["judicial"]))
    else {
        return false;
    };
    let leads = s.is(review + 1, Class::Prep)
        && (review + 2..frame.label).all(|i| {
            s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler, Class::Rating, Class::Prep])
                || matches!(s.item(i), Some(Item::Open | Item::Body(_)))
        });
    let mulled = (review.saturating_sub(7)..review).any(|i| {
        s.is_any(i, &[Class::Not, Class::Would, Class::If, Class::Lose])
            || s.says(i, &["considering", "threatened", "mulling", "threatening", "possible"])
    });
    leads && !mulled
}

/// "its inspection of the school, which had been graded poor, was declared void": what was found goes with it.
fn void_after(s: &Sentence<'_>, frame: &Frame) -> Option<Status> {
    let opens = (frame.subject.start..frame.head).find(|&i| s.is(i, Class::Opens))?;
    let report = (opens.saturating_sub(7)..opens).any(|i| s.is(i, Class::Visit));
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_)));
    let close = (frame.label + 1..frame.label + 7).find(stop).filter(|_| report)?;
    let verb = (close + 1..close + 5).find(|&i| s.is(i, Class::Withdraw))?;
    let been = (close + 1..verb).all(|i| s.is_any(i, &[Class::Be, Class::Have, Class::Now, Class::Filler]));
    (been && verb > close + 1 && !s.says(verb + 1, &["from"])).then_some(Status::Withdrawn)
}

/// "was rated poor but is challenging the verdict", "which was rated poor, has appealed": the one judged, of that grade.
fn appealed_after(s: &Sentence<'_>, frame: &Frame) -> bool {
    // "was rated poor, down from good, but is appealing"
    let old =
        |i: usize| s.says(i - 1, &["from"]) || s.says(i - 2, &["from"]) && s.item(i - 1) == Some(Item::Open);
    let other = |i: &usize| match s.item(*i) {
        Some(Item::Label(_)) => !old(*i),
        item => matches!(item, Some(Item::Provider(_) | Item::Group(_))),
    };
    let mut after = (frame.label + 1..s.chunks.len()).take(14).take_while(|i| !other(i));
    let Some(verb) = after.find(|&i| s.is(i, Class::Appeal)) else { return false };
    let group = |i: &usize| s.is_any(*i, &[Class::Be, Class::Have, Class::Now, Class::Filler]);
    let Some(first) = (frame.label + 1..verb).rev().take_while(group).last() else { return false };
    let it = usize::from(s.says(first - 1, &["it"]) && s.is(first.wrapping_sub(2), Class::Conj));
    let joint = first - 1 - it;
    // "was rated poor, a verdict that it is contesting"
    let verdict = (frame.label + 1..first)
        .find(|&i| s.is(i, Class::Rating) || s.says(i, &["decision", "finding", "conclusion", "outcome"]));
    let of_that = verdict.is_some_and(|i| {
        s.is(i - 1, Class::Det)
            && s.item(i - 2) == Some(Item::Stop(','))
            && (i + 1..first).all(|j| {
                s.is_any(j, &[Class::Opens, Class::Pronoun, Class::Det, Class::Filler, Class::Other])
            })
    });
    if of_that {
        return was_given(s, frame);
    }
    let joined =
        joint > frame.label && (s.says(joint, &["and", "but"]) || s.item(joint) == Some(Item::Stop(',')));
    let ends = |i: usize| {
        matches!(s.item(i), None | Some(Item::Stop(_)))
            || s.is_any(i, &[Class::Rating, Class::Visit])
            || s.says(i, &["it", "decision", "findings", "finding", "ruling", "outcome", "conclusions"])
    };
    let of_it = ends(verb + 1) || (verb + 1..verb + 5).any(|i| ends(i) && s.item(i).is_some());
    // "is appealing for volunteers"
    joined && of_it && !s.says(verb + 1, &["for"]) && was_given(s, frame)
}

/// True for the frames of grades that were given.
fn was_given(s: &Sentence<'_>, frame: &Frame) -> bool {
    s.is_any(frame.head, &[Class::Rate, Class::Give, Class::Receive])
        || matches!(frame.rule, "rating-noun" | "grade-noun")
}

/// "have lodged a formal complaint over the ‘inadequate’ verdict", "complained to Ofsted about its rating and want it changed".
fn complained_of(s: &Sentence<'_>, frame: &Frame) -> Option<Status> {
    let complaint = (frame.label.saturating_sub(9)..frame.label)
        .find(|&i| s.says(i, &["complaint", "complained", "complaining"]))?;
    let about = (complaint + 1..frame.label).any(|i| s.says(i, &["over", "about", "against"]));
    let noun = (frame.label + 1..frame.label + 5).any(|i| s.is(i, Class::Rating))
        || (complaint + 1..frame.label).any(|i| s.is(i, Class::Rating));
    let formal = s.says(complaint.wrapping_sub(1), &["formal", "official"]);
    let to = (complaint + 1..complaint + 4).any(|i| matches!(s.item(i), Some(Item::Body(_))));
    let gone = (frame.label + 1..s.chunks.len()).any(|i| s.says(i, GONE));
    (about && noun && (formal || to || gone)).then_some(Status::UnderAppeal)
}

/// "has persuaded the regulator to withdraw the rating", "asked it to withdraw the grade". Where it refused, the grade stands.
fn taken_back(s: &Sentence<'_>, frame: &Frame, from: usize) -> Option<Status> {
    let again = |i: usize| s.says(i, LOOK_AGAIN);
    let back = (from..frame.label).rev().find(|&i| s.says(i, TAKE_BACK) || again(i))?;
    let to = back.checked_sub(1).filter(|&i| s.says(i, &["to"]))?;
    let verb = (to.saturating_sub(6)..to).rev().find(|&i| s.says(i, DONE) || s.says(i, ASKED))?;
    let failed = (verb.saturating_sub(4)..verb)
        .any(|i| s.is_any(i, &[Class::Not, Class::Fail, Class::If, Class::Would, Class::Will, Class::Aim]));
    match s.says(verb, DONE) {
        true if again(back) => (!failed).then_some(Status::UnderAppeal),
        true => (!failed).then_some(Status::Withdrawn),
        false => Some(Status::UnderAppeal),
    }
}

/// "lost its appeal against an inadequate rating", "won its appeal against": how it ended.
pub(super) fn appeal_ended(s: &Sentence<'_>, frame: &Frame) -> Option<Status> {
    let near = frame.label.saturating_sub(9)..frame.label;
    let appeal = near.rev().find(|&i| s.says(i, &["appeal", "challenge", "appeals"]))?;
    if is_rejected(s, frame, appeal) {
        return Some(Status::Awarded);
    }
    let verb = (appeal.saturating_sub(4)..appeal).rev().find(|&i| {
        s.is_any(i, &[Class::Lose, Class::Receive]) || s.says(i, &["dropped", "abandoned", "won", "winning"])
    })?;
    let plain = (verb + 1..appeal).all(|i| {
        s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler])
            || s.says(i, &["formal", "court", "legal"])
    });
    let won = s.says(verb, &["won", "wins", "winning", "win"]);
    let ended = won || s.says(verb, &["lost", "loses", "losing", "dropped", "abandoned"]);
    let status = if won { Status::Withdrawn } else { Status::Awarded };
    (plain && ended).then_some(status)
}

/// "rejected the school's appeal against its poor grade", "its appeal against a poor grade was dismissed".
fn is_rejected(s: &Sentence<'_>, frame: &Frame, appeal: usize) -> bool {
    const REJECTS: &[&str] =
        &["rejected", "rejects", "dismissed", "dismisses", "refused", "threw", "unsuccessful", "failed"];
    let said = |i: &usize| s.says(*i, REJECTS);
    let stop = |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_)));
    let before = (appeal.saturating_sub(5)..appeal).rev().take_while(|i| !stop(i)).find(said);
    let after = (frame.label + 1..frame.label + 9).take_while(|i| !stop(i)).find(said);
    before.is_some() || after.is_some_and(|i| s.is(i - 1, Class::Be) || s.says(i, &["failed"]))
}

/// "had its good rating overturned by the court": what was done with it, behind its noun.
pub(super) fn taken_after(s: &Sentence<'_>, frame: &Frame) -> Option<Status> {
    let noun = (frame.label + 1..frame.label + 4).find(|&i| s.is(i, Class::Rating))?;
    // "the inadequate judgement on the school has been declared void"
    let stop =
        |i: &usize| matches!(s.item(*i), Some(Item::Stop(_) | Item::Label(_))) || s.is(*i, Class::Conj);
    let verb = (noun + 1..noun + 9).take_while(|i| !stop(i)).find(|&i| s.is(i, Class::Withdraw));
    let been = verb.is_some_and(|i| {
        s.is(i - 1, Class::Be)
            && !(noun + 1..i).any(|j| s.is_any(j, &[Class::Not, Class::Would, Class::Will, Class::Must]))
    });
    if been && matches!(frame.rule, "rating-noun" | "grade-noun") {
        return Some(Status::Withdrawn);
    }
    let had = s.is(frame.head, Class::Have) && s.is_any(frame.head + 1, &[Class::Possessive, Class::Det]);
    let holds = had && matches!(frame.rule, "rating-noun" | "has") && s.is(noun + 1, Class::Withdraw);
    // "has gone to court in the hope of having its poor judgement quashed"
    let aims = (frame.label.saturating_sub(9)..frame.label).any(|i| {
        s.is(i, Class::Aim)
            || s.says(i, &["attempt", "effort", "fight", "fighting", "battle", "asked", "asking"])
    });
    let sought = ["have", "having", "get", "getting", "see"];
    let led = (frame.label.saturating_sub(5)..frame.label).any(|i| s.says(i, &sought));
    match () {
        () if aims && led && verb.is_some() => Some(Status::UnderAppeal),
        () => holds.then_some(Status::Withdrawn),
    }
}

/// "has scrapped the inadequate judgement", "a legal challenge against the ‘poor’ grade": what is done with a grade that
/// was given.
pub(super) fn taken_up(s: &Sentence<'_>, frame: &Frame) -> Option<Status> {
    const SCRAPS: &[&str] =
        &["scrapped", "scraps", "scrapping", "binned", "cancelled", "voids", "tore", "revoked", "suspended"];
    const FIGHTS: &[&str] = &[
        "fighting", "fights", "fought", "disputes", "dispute", "disputed", "contest", "contests", "challenge",
    ];
    if frame.rule != "rating-noun" {
        return None;
    }
    let denied = (frame.label.saturating_sub(4)..frame.label)
        .any(|i| s.says(i, &["denied", "refused"]) && s.is_any(i + 1, &[Class::Det]));
    if denied {
        return Some(Status::Denied);
    }
    let passed = |i: usize| {
        matches!(s.item(i), Some(Item::Open | Item::Body(_)))
            || s.says(i, &["in", "court"])
            || s.is_any(i, &[Class::Det, Class::Possessive, Class::Filler, Class::Now, Class::Before])
            || s.says(i, &["against", "over", "to", "up"])
    };
    let verb = (frame.label.saturating_sub(7)..frame.label).rev().find(|&i| !passed(i))?;
    let open = (verb.saturating_sub(4)..verb).any(|i| {
        s.is_any(
            i,
            &[Class::Will, Class::Would, Class::Aim, Class::Not, Class::If, Class::Must, Class::Expect],
        ) || s.says(i, &["considering", "mulling", "threatened", "planning", "ruled"])
    });
    match () {
        () if open => None,
        () if s.says(verb, SCRAPS) => Some(Status::Withdrawn),
        () if s.says(verb, &["away"])
            && s.says(verb.wrapping_sub(1), &["took", "takes", "taken", "taking"]) =>
        {
            Some(Status::Lost)
        }
        () if s.says(verb, FIGHTS) => Some(Status::UnderAppeal),
        () => None,
    }
}
