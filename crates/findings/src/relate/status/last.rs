//! Words that point to the last inspection, "at its last inspection", "in last year's report", and what became of its grade:
//! "was good until the CQC came back". Knows no status.

use super::past::is_old;
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;

/// "at its last inspection", "when it was last inspected", "at its previous inspection in 2019".
pub(super) fn last_inspection(s: &Sentence<'_>, frame: &Frame) -> bool {
    (0..s.chunks.len()).any(|i| {
        let before = s.says(i, &["last", "previous", "earlier", "previously", "pilot", "trial"]);
        let visit = (1..=3).any(|d| s.is(i + d, Class::Visit))
            || s.says(
                i + 1,
                &[
                    "looked", "called", "came", "went", "checked", "assessed", "reported", "examined",
                    "round", "rounds", "occasion",
                ],
            )
            || s.says(i + 1, &["time"]) && !s.says(i.wrapping_sub(2), &["for"]);
        // "In last year's inspection it was told"
        let year = matches!(s.item(i), Some(Item::Date(_)))
            && s.at(i).to_ascii_lowercase().starts_with("last year")
            && (i + 1..i + 3).any(|j| s.is(j, Class::Visit));
        (before && visit || year)
            // "at each of its last three inspections": this one too
            && !matches!(s.item(i + 1), Some(Item::Number(_)))
            && !s.says(i.wrapping_sub(1), &["since", "than", "from", "as"])
            // "was given a three, the same as when it was last inspected"
            && !(i > frame.label && (frame.label..i).any(|j| s.says(j, &["same"]) && s.says(j + 1, &["as", "grade", "rating"])))
            // "weak, a fall since the last inspection"
            && !(i > frame.label && s.is(i - 1, Class::Det) && s.says(i.wrapping_sub(2), &["since"]))
            // "remain good from the last inspection"
            && !(s.is(frame.head, Class::Stay) && s.says(i.wrapping_sub(2), &["from", "since"]))
            // "graded outstanding, a step up from the previous inspection"
            && !(i > frame.label && s.is_any(i - 1, &[Class::Det, Class::Possessive]) && s.says(i - 2, &["from", "on", "than"]))
            && (i < frame.label || i < frame.end + 8)
            && phrase::as_then(s, frame.label).is_none_or(|at| i < at)
            && !of_another(s, i, frame.label)
    })
}

/// True when words of time stand with another label than this: "outstanding when last inspected, has been rated good".
fn of_another(s: &Sentence<'_>, at: usize, label: usize) -> bool {
    let stop =
        |i: &usize| matches!(s.item(*i), Some(Item::Stop(_))) || s.is_any(*i, &[Class::Conj, Class::Have]);
    let other = |i: usize| i != label && matches!(s.item(i), Some(Item::Label(_)));
    let before = (0..at).rev().take_while(|i| !matches!(s.item(*i), Some(Item::Stop(_)))).any(other);
    let after = (at + 1..s.chunks.len()).take_while(|i| !stop(i)).any(other);
    // "At its last inspection safety was good and respect poor": words that open the sentence hold for both.
    // "…, while it was poor for care", and not "…, but is poor now": as long ago as what stands before.
    let then = |i: usize| {
        (i..label).any(|j| s.says(j, &["was", "were", "had"])) || s.at(label).starts_with("required")
    };
    let again =
        |i: usize| (i..label + 4).any(|j| s.is_any(j, &[Class::Now, Class::Have]) || s.says(j, &["this"]));
    let turns = |i: usize| {
        s.says(i, &["now", "compared"])
            || s.says(i, &["but", "while", "however", "whereas"]) && (!then(i) || again(i))
    };
    let opens = at < 4 && !(at..label).any(turns);
    if label > at {
        before || !opens && (at + 1..label).any(other)
    } else {
        after || (label + 1..at).any(other)
    }
}

/// "was good until the CQC came back", "was good when Ofsted called in 2001": how long, or when, behind the grade.
pub(super) fn until_then(story: &Story<'_>, s: &Sentence<'_>, frame: &Frame) -> bool {
    let next = frame.label + 1 + usize::from(s.item(frame.label + 1) == Some(Item::Close));
    let was = s.says(frame.head, &["was", "were"]);
    let old = || (next..next + 8).any(|i| is_old(story, s, i));
    was && frame.rule == "is" && (s.says(next, &["until"]) || s.says(next, &["when"]) && old())
}

/// "saw its good rating replaced by": what became of it, behind its noun.
pub(super) fn gives_way(s: &Sentence<'_>, frame: &Frame) -> bool {
    let noun = (frame.label + 1..frame.label + 4).find(|&i| s.is(i, Class::Rating));
    noun.is_some_and(|i| s.says(i + 1, &["replaced", "superseded"]) && s.says(i + 2, &["by", "with"]))
}

/// "When I arrived it was rated poor", "was inadequate when she took over": before somebody came, and no inspector.
pub(super) fn somebody_came(s: &Sentence<'_>, frame: &Frame) -> bool {
    const CAME: &[&str] =
        &["arrived", "joined", "started", "inherited", "took", "appointed", "came", "bought"];
    const TO: &[&str] = &["over", "charge", "the", "control"];
    let was = |i: usize| s.says(i, &["was", "were"]);
    // "were in special measures and rated inadequate"
    let and = s.is(frame.head.wrapping_sub(1), Class::Conj) && (0..frame.head).any(was);
    let past = was(frame.head.wrapping_sub(1)) || was(frame.head) || and;
    let person = |i: usize| {
        s.says(i, &["i", "he", "she", "we"])
            || s.is(i, Class::Other) && s.at(i).starts_with(char::is_uppercase)
    };
    let theirs = |i: usize| {
        matches!(s.item(i), Some(Item::Body(_) | Item::Label(_) | Item::Stop(_)))
            || s.says(i, &["inspectors", "inspector", "they"])
    };
    let near = |i: usize| i < frame.label || i < frame.end + 4;
    past && (0..s.chunks.len()).filter(|&i| near(i) && s.says(i, &["when"])).any(|when| {
        let verb = (when + 2..when + 6).find(|&i| s.says(i, CAME));
        verb.is_some_and(|verb| {
            let own = (when + 1..verb).any(person) && !(when + 1..verb).any(theirs);
            own && (!s.says(verb, &["took"]) || s.says(verb + 1, TO))
        })
    })
}

/// "Tey Lodge is to close, having been rated poor": what is to come of it is told first, and no other grade.
pub(super) fn closes_news(s: &Sentence<'_>, start: usize) -> bool {
    let comma = start.checked_sub(1).filter(|&i| s.item(i) == Some(Item::Stop(',')));
    let to_come = |i: usize| {
        s.is_any(i, &[Class::Will, Class::Must, Class::Position])
            || s.is(i, Class::Be) && s.says(i + 1, &["to"])
            || s.says(i, &["faces"])
    };
    let other = (0..start).any(|i| matches!(s.item(i), Some(Item::Label(_))));
    comma.is_some_and(|comma| !other && (0..comma).any(to_come))
}
