//! What drafts and trial inspections say: "a draft report says it should be rated poor", "an indicative inspection
//! suggested it would get one star". Knows no label.

use crate::fact::Status;
use crate::find::words::{Class, class_of};
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::story::Story;
use crate::resolve::provider::Ix;

/// "Inspectors have indicated that it is inadequate"
pub(super) fn hints(s: &Sentence<'_>, frame: &Frame) -> bool {
    let theirs = |at: usize| {
        (at.saturating_sub(4)..at).any(|i| {
            matches!(s.item(i), Some(Item::Body(_))) || s.says(i, &["inspectors", "watchdog", "regulator"])
        })
    };
    (1..frame.head).any(|i| s.says(i, &["hinted", "intimated", "indicated"]) && theirs(i))
}

/// "An indicative inspection suggested it would get one star"
pub(super) fn suggested(s: &Sentence<'_>, frame: &Frame) -> bool {
    let suggests =
        |i: usize| s.says(i, &["suggested", "suggests", "indicated", "indicates", "found", "concluded"]);
    if hints(s, frame) {
        return true;
    }
    let tried = (0..frame.head).find(|&i| s.is(i, Class::Draft) || s.says(i, &["mock"]));
    tried.is_some_and(|at| (at..frame.head).any(suggests))
}

/// A word of drafts at `at`, but for one in brackets with another grade: "(one star, provisional) and Ash (two stars)".
pub(super) fn is_draft(s: &Sentence<'_>, at: usize, label: usize) -> bool {
    let bracket = |i: &usize| matches!(s.item(*i), Some(Item::Stop('(' | ')')));
    let aside = || {
        let open = (0..at).rev().find(bracket).filter(|&i| s.item(i) == Some(Item::Stop('(')))?;
        let close = (at + 1..s.chunks.len()).find(bracket)?;
        let graded = (open..close).any(|i| matches!(s.item(i), Some(Item::Label(_))));
        Some(graded && !(open..close).contains(&label))
    };
    s.is(at, Class::Draft) && aside() != Some(true)
}

/// "has been told informally that it will be rated poor"
pub(super) fn said_aside(s: &Sentence<'_>, at: usize) -> bool {
    const ASIDE: &[&str] =
        &["informally", "unofficially", "verbally", "privately", "orally", "provisionally"];
    let said_before = || (0..at).any(|i| s.is(i, Class::Say)) && s.says(at + 1, &["that"]);
    s.says(at, ASIDE)
        && (s.says(at.wrapping_sub(1), &["told", "informed", "warned"])
            || s.says(at + 1, &["told", "informed", "warned"])
            || said_before())
}

/// "would be rated good, subject to moderation", "which is still to be confirmed"
pub(super) fn to_be_confirmed(s: &Sentence<'_>, frame: &Frame) -> bool {
    const CHECKS: &[&str] =
        &["moderation", "confirmation", "quality", "checking", "checks", "ratification", "verification"];
    let after = frame.label + 1..(frame.label + 9).min(s.chunks.len());
    let subject = after.clone().find(|&i| s.says(i, &["subject"]) && s.says(i + 1, &["to"]));
    let pending = after.clone().find(|&i| s.says(i, &["pending"]));
    [subject, pending].into_iter().flatten().any(|i| (i + 1..i + 5).any(|j| s.says(j, CHECKS)))
}

/// "A draft report says it should be rated poor"
pub(super) fn says(s: &Sentence<'_>, frame: &Frame) -> bool {
    let before = |class: Class| (0..frame.head).any(|i| s.is(i, class));
    before(Class::Draft) && before(Class::Say)
}

/// "The report … will say": of a report that the sentence before called a draft.
pub(super) fn drafted_before(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> bool {
    // "The document also says": the one that a sentence before called a draft.
    let document = (0..frame.label)
        .any(|i| s.says(i, &["document", "draft", "report"]) && s.says(i.wrapping_sub(1), &["the", "this"]))
        && (0..frame.label).any(|i| s.is(i, Class::Say));
    let told_by_report = document
        || (0..frame.label)
            .any(|i| s.is(i, Class::Visit) && s.says(i.wrapping_sub(1), &["the", "this", "its"]))
            && (0..frame.label).any(|i| s.is(i, Class::Will));
    let at = story.text.sentence_at(s.span.start);
    let reach = if document { 3 } else { 1 };
    let before = story.text.sentences.get(at.saturating_sub(reach)..at).unwrap_or_default();
    told_by_report
        && before.iter().any(|b| {
            let words = story.text.at(*b).to_lowercase();
            words.split_whitespace().any(|w| crate::find::words::class(w) == Class::Draft)
        })
}

/// "Marle, Stow (provisional result) and Tey": a mark in brackets is that of the one before them.
pub(crate) fn of_member(story: &Story<'_>, s: &Sentence<'_>, of: Option<Ix>, status: Status) -> Status {
    let marked = |i: &usize| {
        let chunk = s.chunks.get(*i).filter(|c| matches!(c.item, Item::Provider(_)));
        let rest = chunk.and_then(|c| story.text.as_str().get(c.span.end..s.span.end));
        let inside = rest.and_then(|rest| rest.strip_prefix(" ("));
        let first = inside.and_then(|words| words.split([' ', ')']).next());
        first.is_some_and(|word| class_of(word) == Class::Draft)
    };
    let given = matches!(status, Status::Awarded | Status::Provisional);
    let Some(member) = (0..s.chunks.len()).find(marked).filter(|_| given) else { return status };
    let who = match s.item(member) {
        Some(Item::Provider(m)) => story.provider(m),
        _ => None,
    };
    if who == of { Status::Provisional } else { Status::Awarded }
}
