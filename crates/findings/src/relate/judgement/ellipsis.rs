//! A label for what a later clause names, without telling it again: "…, as was leadership", "and gave the same grade for
//! care", ", along with safety". Knows no label.

use super::Reader;
use super::parts::Parts;
use crate::fact::{Basis, Status};
use crate::find::words::Class;
use crate::relate::clause::{Item, Sentence};
use crate::relate::frame::Frame;
use crate::relate::phrase;
use crate::relate::story::Story;

/// "…, as was leadership", "and so were care and safety": the label of the frame before, for other aspects.
pub(super) fn read<'t>(story: &Story<'t>, s: &Sentence<'t>, found: &mut Vec<Frame>) {
    for at in 1..s.chunks.len() {
        // "…, and gave the same grade for leadership"
        let same = s.says(at - 1, &["same"])
            && (s.is(at, Class::Rating) && s.says(at + 1, &["for", "to", "in"])
                || s.says(at, &["for", "in"]) && s.says(at.wrapping_sub(2), &["the"]))
            && found.iter().all(|f| !(f.label..f.end).contains(&at) || f.label > at);
        // "judged leadership to be good, as they did care"
        let did = at > 2 && s.says(at, &["did"]) && s.is(at - 1, Class::Pronoun) && s.says(at - 2, &["as"]);
        let verb = s.is_any(at, &[Class::Be, Class::Have]) || s.says(at, &["did", "do", "does"]);
        let along = joins_further(s, at);
        // "…, while teaching was also graded at that level"
        let level = phrase::same_again(s, at).filter(|_| !same);
        // "so, too, is teaching"
        let too = verb && s.says(at - 1, &["too"]) && s.says(at.wrapping_sub(2), &["so"])
            || verb
                && at > 3
                && s.item(at - 1) == Some(Item::Stop(','))
                && s.says(at - 2, &["too"])
                && s.says(at - 4, &["so"]);
        if !(same || did || along || level.is_some() || too || verb && s.says(at - 1, &["as", "so"])) {
            continue;
        }
        let Some(before) = found.iter().rev().find(|f| f.label < at && f.status != Some(Status::Previous))
        else {
            continue;
        };
        let subject = level.map(|verb| phrase::subject(&s.chunks, verb)).unwrap_or_default();
        let after = if level.is_some() { s.chunks.len() } else { at + 1 };
        let mut listed: Vec<usize> = (after..s.chunks.len())
            .take_while(|&i| !s.says(i, &["but", "while", "whereas", "although", "though"]))
            .take_while(|&i| {
                s.chunks[i].is_target()
                    || s.says(i, &["being"])
                    // "along with pupils' behaviour"
                    || phrase::owns_area(s, i)
                    || matches!(s.item(i), Some(Item::Stop(',') | Item::Open | Item::Close))
                    || s.is_any(
                        i,
                        &[
                            Class::Conj,
                            Class::Det,
                            Class::Possessive,
                            Class::Prep,
                            Class::Filler,
                            Class::Rating,
                        ],
                    )
            })
            .filter(|&i| s.chunks[i].is_target() && !is_graded(s, i))
            .collect();
        // "as was housing, and benefits was rated poor": a clause of its own.
        if listed.len() > 1 && listed.last().is_some_and(|&l| s.is_any(l + 1, &[Class::Be, Class::Have])) {
            listed.pop();
        }
        listed.extend(subject.filter(|&i| i > before.label && matches!(s.item(i), Some(Item::Aspect(_)))));
        // "as were waste collection and street lighting"
        let mut more = Parts { listed, ..Parts::default() };
        let inverted = !same && !did && level.is_none();
        if let Some(row) = inverted.then(|| phrase::areas_from(story, s, at + 1, false)).flatten()
            && (!row.unknown.is_empty() || more.listed.is_empty())
        {
            more = Parts { listed: row.named, unknown: row.unknown, end: row.range.end };
        }
        // "as was the way the council uses its resources"
        if more.listed.is_empty() && more.unknown.is_empty() && !along && level.is_none() {
            Reader::of(story, s, before.label).parts_from(at + 1, &mut more);
        }
        let Parts { listed, unknown, .. } = more;
        if !(listed.is_empty() && unknown.is_empty()) {
            let last = listed.iter().copied().chain(unknown.iter().map(|u| u.end.saturating_sub(1))).max();
            let end = last.map_or(at, |l| l + 1);
            let frame = Frame {
                subject: at..at,
                object: at..at,
                listed,
                unknown,
                end,
                rule: "rated/ellipsis",
                basis: Basis::Inferred,
                ..before.clone()
            };
            // "went from outstanding to good, as did leadership": the earlier one too.
            let from = found.iter().find(|f| f.rule == "moved/from" && f.head == frame.head);
            let from = from.filter(|_| frame.change.is_some()).map(|f| Frame {
                label: f.label,
                status: f.status,
                change: f.change,
                ..frame.clone()
            });
            found.extend(from);
            found.push(frame);
        }
    }
}

/// "as was Ash Council (one star)": it has a grade of its own.
fn is_graded(s: &Sentence<'_>, at: usize) -> bool {
    s.item(at + 1) == Some(Item::Stop('('))
        && (at + 2..at + 4).any(|i| matches!(s.item(i), Some(Item::Label(_))))
}

/// "Care was rated good, along with leadership", ", as well as safety": a comma right behind a label, and what joins.
fn joins_further(s: &Sentence<'_>, at: usize) -> bool {
    let pair = s.says(at, &["with"]) && s.says(at.wrapping_sub(1), &["along", "together"]);
    let three =
        s.says(at, &["as"]) && s.says(at.wrapping_sub(1), &["well"]) && s.says(at.wrapping_sub(2), &["as"]);
    let words = if three { 3 } else { 2 };
    let comma = at.checked_sub(words).filter(|&i| (pair || three) && s.item(i) == Some(Item::Stop(',')));
    let label = comma.and_then(|i| s.chunks.get(i.checked_sub(1)?));
    label.is_some_and(|c| matches!(c.item, Item::Label(_) | Item::Close))
}
