//! Which of several names that overlap stands. Knows how long each is and which head it goes by; nothing of who is meant.

use super::NameMention;
use crate::knowledge::lexicon::{HeadForm, Hit, Kind, Sense};
use crate::knowledge::{Knowledge, ServiceEntry};
use crate::scan::Scan;
use crate::text::Span;
use crate::text::word::last;

/// Drops names that lie within longer ones; of equal spans the first kind of the table stands.
pub(super) fn settle(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    mut found: Vec<NameMention>,
) -> Vec<NameMention> {
    // "Spire Marle Hospital" goes by what leads it, "City of Marle College" and "Priory Lane Surgery" by their head noun.
    let led = |n: &NameMention| {
        let headed = || {
            let head = |h: &Hit| {
                h.end == n.span.end && matches!(h.sense, Sense::Provider { form: HeadForm::Tail, .. })
            };
            scan.within(n.span).iter().any(head)
        };
        let own_noun = |s: &ServiceEntry| {
            let ending = last(scan.text.at(n.span)).to_lowercase();
            s.generic.iter().any(|g| last(g) == ending)
        };
        n.base.start > n.span.start
            && knowledge
                .services()
                .get(usize::from(n.kind))
                .is_some_and(|s| !s.bare_place && (!headed() || own_noun(s)))
    };
    found.sort_by(|a, b| {
        a.span
            .start
            .cmp(&b.span.start)
            .then(b.span.end.cmp(&a.span.end))
            .then_with(|| led(b).cmp(&led(a)))
            .then(a.base.start.cmp(&b.base.start))
            .then(a.base.len().cmp(&b.base.len()))
    });
    let mut kept: Vec<NameMention> = Vec::new();
    for name in found {
        match kept.last_mut() {
            // A longer head noun says more: "… Sixth Form College" is no school.
            Some(last) if last.span == name.span => {
                if last.base == name.base {
                    last.rivals.push(name.kind);
                }
            }
            Some(last) if last.span.overlaps(name.span) => {
                if name.span.len() > last.span.len() {
                    kept.pop();
                    kept.push(name);
                }
            }
            Some(last) if is_where(scan, last, &name) => {}
            _ => kept.push(name),
        }
    }
    kept
}

/// "Golden Wok, Abbey Street, The Bay Leaf": the street of a list is where the name before it is.
fn is_where(scan: &Scan<'_>, before: &NameMention, name: &NameMention) -> bool {
    let street = matches!(last(scan.text.at(name.span)), "Street" | "Road" | "Lane" | "Avenue");
    let bare = name.base == name.span && before.base == before.span;
    street && bare && scan.text.as_str().get(before.span.end..name.span.start) == Some(", ")
}

/// "Great Farland" in a list after "Great Farland Infirmary": the kind of a name that goes on where a short one ends.
pub(super) fn known_kind(scan: &Scan<'_>, known: &[NameMention], short: Span) -> Option<u16> {
    let words = scan.text.at(short);
    let goes_on = |n: &&NameMention| {
        n.span != short && scan.text.at(n.span).strip_prefix(words).is_some_and(|rest| rest.starts_with(' '))
    };
    known.iter().find(goes_on).map(|n| n.kind)
}

/// True for what only looks like a provider's name, or is a body's.
pub(super) fn is_look_alike(scan: &Scan<'_>, name: Span) -> bool {
    scan.within(name).iter().any(|h| match h.sense {
        // What is no provider of one kind may be one of another: "NHS Trust" is no ambulance service.
        Sense::NotA(Kind::Provider) => h.end >= name.end && !is_head(scan, h.start, h.end),
        Sense::Body { .. } => h.start == name.start && h.end >= name.end,
        _ => false,
    })
}

fn is_head(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    scan.within(Span::new(start, start + 1)).iter().any(|h| {
        h.end == end
            && matches!(
                h.sense,
                Sense::Provider { form: HeadForm::Tail | HeadForm::Lead | HeadForm::Whole, .. }
            )
    })
}
