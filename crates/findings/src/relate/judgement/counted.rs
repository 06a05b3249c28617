//! "It is the second school to be judged poor this year, after Hay School in May": those who were counted before have the
//! grade too; "Two homes were judged poor. They are A and B": so have those of the next sentence; and one grade of
//! two days. Knows no verb of rating; refuses what only came before in time, and names that are more or fewer than were
//! counted.

use crate::fact::{Basis, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;

/// How many items may stand between the grade and "after".
const NEAR: usize = 12;

const ORDINALS: &[&str] = &["second", "third", "fourth", "fifth", "sixth", "latest"];

/// A frame for each of those counted before.
pub(super) fn before(s: &Sentence<'_>, found: &mut Vec<Frame>) {
    let earlier: Vec<Frame> = found.iter().filter(|f| is_counted(s, f)).flat_map(|f| names(s, f)).collect();
    found.extend(earlier);
}

/// "the second … to be judged poor".
fn is_counted(s: &Sentence<'_>, frame: &Frame) -> bool {
    // "[the second] PDU", "[the second school]"
    let ordinal = |i: &usize| {
        s.says(*i, ORDINALS) && s.is_any(i.wrapping_sub(1), &[Class::Det, Class::Possessive])
            || matches!(s.item(*i), Some(Item::Provider(_)))
                && s.at(*i).split(' ').any(|w| ORDINALS.contains(&w))
    };
    let Some(at) = (0..frame.label).rev().find(ordinal) else { return false };
    // "for the second time"
    let time = s.says(at + 1, &["time", "inspection", "visit", "report", "year"]);
    !time
        && (at..frame.label).any(|i| {
            s.says(i, &["to"]) && s.is_any(i + 1, &[Class::Be, Class::Have, Class::Receive, Class::Give])
        })
}

fn names(s: &Sentence<'_>, main: &Frame) -> Vec<Frame> {
    let stops = |i: &usize| matches!(s.item(*i), Some(Item::Label(_) | Item::Stop(';' | ':')));
    let after = (main.label + 1..(main.label + NEAR).min(s.chunks.len()))
        .take_while(|i| !stops(i))
        .find(|&i| s.says(i, &["after", "following"]) && s.item(i - 1) == Some(Item::Stop(',')));
    let Some(after) = after else { return Vec::new() };
    let provider = |i: usize| matches!(s.item(i), Some(Item::Provider(_)));
    let row = |i: &usize| {
        provider(*i)
            || matches!(s.item(*i), Some(Item::Stop(',') | Item::Date(_)))
            || s.is_any(*i, &[Class::Conj, Class::Det])
            || s.is(*i, Class::Prep) && matches!(s.item(i + 1), Some(Item::Date(_)))
    };
    let first = after + 1 + usize::from(s.is(after + 1, Class::Det));
    let end = (first..s.chunks.len()).find(|i| !row(i)).unwrap_or(s.chunks.len());
    // "after Hay School lent it a teacher": a clause of its own.
    let closed = matches!(s.item(end), None | Some(Item::Stop(_) | Item::Close))
        || end > first + 1 && !provider(end - 1);
    if !provider(first) || !closed {
        return Vec::new();
    }
    let one = |at: usize| Frame {
        subject: at..at,
        object: at..at,
        listed: vec![at],
        unknown: Vec::new(),
        end: at + 1,
        change: None,
        basis: Basis::Inferred,
        rule: "rated/counted",
        ..main.clone()
    };
    (first..end).filter(|&i| provider(i)).map(one).collect()
}

/// "was rated poor in 2019 and again in March": the same grade, of two days.
pub(super) fn once_more(s: &Sentence<'_>, found: &mut Vec<Frame>) {
    let date = |i: usize| matches!(s.item(i), Some(Item::Date(_)));
    for at in 2..s.chunks.len() {
        let day = at + 1 + usize::from(s.is(at + 1, Class::Prep));
        let ends = matches!(s.item(day + 1), None | Some(Item::Stop(_)));
        if !(s.says(at, &["again"]) && s.is(at - 1, Class::Conj) && date(day) && ends) {
            continue;
        }
        let Some(first) = found.iter_mut().rev().find(|f| f.label < at) else { continue };
        let between = first.label + 1..at - 1;
        let only = between.clone().all(|i| date(i) || s.is_any(i, &[Class::Prep, Class::Filler]));
        if first.status.is_none() && only && between.clone().any(date) {
            let again = Frame { end: day, rule: "rated/ellipsis", basis: Basis::Inferred, ..first.clone() };
            first.status = Some(Status::Previous);
            found.push(Frame { object: at..at, subject: again.subject.clone(), ..again });
            return;
        }
    }
}
