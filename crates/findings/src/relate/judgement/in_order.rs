//! Grades and those who have them, each in its row and in the same order: "good and poor respectively". Knows no verb.

use crate::fact::{Basis, Status};
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::{Below, Frame};
use crate::relate::story::Story;
use std::ops::Range;

/// "A, B and C were rated good, fair and poor respectively": each has its own.
pub(super) fn respectively(s: &Sentence<'_>, found: &mut Vec<Frame>) {
    let at = (0..s.chunks.len()).find(|&i| s.says(i, &["respectively"]));
    let labels: Vec<usize> = match at {
        Some(at) => row_before(s, at),
        // "A and B were rated good and poor"
        None => {
            let first = found.iter().map(|f| f.label).find(|&l| joined_next(s, l).is_some());
            let pair = first.and_then(|l| Some(vec![l, joined_next(s, l)?]));
            pair.filter(|p| s.at(p[0]) != s.at(p[1])).unwrap_or_default()
        }
    };
    let (Some(&first), Some(&last)) = (labels.first(), labels.last()) else { return };
    let Some(main) = found.iter().position(|f| f.label == first).filter(|_| first < last) else { return };
    let one = found[main].clone();
    if at.is_none() && one.subject.clone().all(|i| !s.says(i, &["and"])) {
        return;
    }
    let members = members(s, &one);
    if members.len() != labels.len() {
        return;
    }
    let end = at.unwrap_or(last) + 1;
    found.retain(|f| !labels.contains(&f.label));
    for (&label, member) in labels.iter().zip(members) {
        found.push(member.of(Frame { label, end, ..one.clone() }));
    }
    found.sort_by_key(|f| f.label);
}

/// The labels in a row right before `end`.
fn row_before(s: &Sentence<'_>, end: usize) -> Vec<usize> {
    let row = |i: &usize| {
        matches!(s.item(*i), Some(Item::Label(_) | Item::Stop(',') | Item::Open | Item::Close))
            || s.says(*i, &["and", "a", "an"])
    };
    let mut found: Vec<usize> =
        (0..end).rev().take_while(row).filter(|&i| matches!(s.item(i), Some(Item::Label(_)))).collect();
    found.reverse();
    found
}

/// One of those in a row: an item, or words that name an area.
enum Member {
    Named(usize, Option<usize>),
    Unknown(Range<usize>, Option<usize>),
}

impl Member {
    /// The frame as that of this one, and of the provider beside the row.
    fn of(self, frame: Frame) -> Frame {
        let (listed, unknown, whose) = match self {
            Member::Named(item, None) => {
                return Frame { subject: item..item + 1, object: frame.head..frame.head, ..frame };
            }
            Member::Named(item, whose) => (vec![item], Vec::new(), whose),
            Member::Unknown(part, whose) => (Vec::new(), vec![part], whose),
        };
        let subject = whose.map_or(frame.head..frame.head, |p| p..p + 1);
        Frame { listed, unknown, subject, object: frame.head..frame.head, ..frame }
    }
}

/// Those whom a frame tells of before its label, in order: its areas, or else its providers.
fn members(s: &Sentence<'_>, frame: &Frame) -> Vec<Member> {
    let told = || frame.subject.clone().chain(frame.object.clone()).filter(|&i| s.chunks[i].is_target());
    let area = |i: &usize| matches!(s.item(*i), Some(Item::Aspect(_) | Item::Service(_)));
    let inside = |i: &usize| frame.unknown.iter().any(|part| part.contains(i));
    if frame.unknown.is_empty() && !told().any(|i| area(&i)) {
        return told().map(|i| Member::Named(i, None)).collect();
    }
    let whose = told().find(|&i| matches!(s.item(i), Some(Item::Provider(_))));
    let before = frame.listed.iter().copied().filter(|&i| i < frame.label);
    let mut items: Vec<usize> = told().chain(before).filter(area).filter(|i| !inside(i)).collect();
    items.sort_unstable();
    items.dedup();
    let mut found: Vec<(usize, Member)> = items.into_iter().map(|i| (i, Member::Named(i, whose))).collect();
    found.extend(frame.unknown.iter().map(|part| (part.start, Member::Unknown(part.clone(), whose))));
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, member)| member).collect()
}

/// The second label of "good and poor" with nothing behind it.
fn joined_next(s: &Sentence<'_>, label: usize) -> Option<usize> {
    let second = label + 2;
    let ends = matches!(s.item(second + 1), None | Some(Item::Stop(_) | Item::Date(_)))
        || s.says(second + 1, &["respectively", "in", "by", "last"]);
    let row = s.says(label + 1, &["and"]) && matches!(s.item(second), Some(Item::Label(_)));
    (row && ends).then_some(second)
}

/// "good for quality and fair for resources, up from fair and weak": the two earlier grades are of the same two areas.
pub(super) fn as_before(s: &Sentence<'_>, found: &mut Vec<Frame>) {
    let earlier = found.iter().position(|f| {
        let then = f.status == Some(Status::Previous) || f.rule == "compared";
        then && joined_next(s, f.label).is_some()
    });
    let Some(first) = earlier.map(|i| found[i].clone()) else { return };
    let Some(second) = joined_next(s, first.label) else { return };
    let area = |i: usize| matches!(s.item(i), Some(Item::Aspect(_) | Item::Service(_)));
    let mut areas: Vec<(Vec<usize>, Vec<Range<usize>>)> = Vec::new();
    for frame in found.iter().filter(|f| f.label < first.label && f.status.is_none()) {
        let told = frame.subject.clone().chain(frame.object.clone()).chain(frame.listed.iter().copied());
        let mut own: Vec<usize> = told.filter(|&i| area(i)).collect();
        own.dedup();
        areas.extend(own.into_iter().map(|i| (vec![i], Vec::new())));
        areas.extend(frame.unknown.iter().map(|u| (Vec::new(), vec![u.clone()])));
    }
    let [one, two] = areas.as_slice() else { return };
    found.retain(|f| f.label != first.label && f.label != second);
    for (label, (listed, unknown)) in [(first.label, one), (second, two)] {
        found.push(Frame {
            label,
            subject: first.head..first.head,
            object: first.head..first.head,
            listed: listed.clone(),
            unknown: unknown.clone(),
            end: second + 1,
            status: Some(Status::Previous),
            ..first.clone()
        });
    }
    found.sort_by_key(|f| f.label);
}

/// "got a good and a fair": the two grades of the two areas that the article tells, in their order.
pub(super) fn in_order(story: &Story<'_>, s: &Sentence<'_>, found: &mut Vec<Frame>) {
    for at in 1..s.chunks.len().saturating_sub(3) {
        let Some(second) = two_in_row(s, at) else { continue };
        let areas = story.two_areas(story.text.sentence_at(s.span.start));
        let first = found.iter().position(|f| f.label == at && f.listed.is_empty());
        let (Some([one, two]), Some(first)) = (areas, first) else { continue };
        found.retain(|f| f.label != second);
        let other = Frame { label: second, end: second + 1, ..found[first].clone() };
        let area = |ix: usize| Below { aspects: vec![ix], ..Below::default() };
        (found[first].below, found[first].basis) = (area(one), Basis::Inferred);
        found.push(Frame { below: area(two), basis: Basis::Inferred, ..other });
        found.sort_by_key(|f| f.label);
    }
}

/// The second label of "a good and a fair".
pub(super) fn two_in_row(s: &Sentence<'_>, at: usize) -> Option<usize> {
    let label = |i: usize| matches!(s.item(i), Some(Item::Label(_)));
    let second = at + 3;
    if !label(at) || !label(second) {
        return None;
    }
    let articles = s.says(at.wrapping_sub(1), &["a", "an"]) && s.says(at + 2, &["a", "an"]);
    let ends = matches!(s.item(second + 1), None | Some(Item::Stop(_)));
    (s.says(at + 1, &["and"]) && articles && ends).then_some(second)
}
