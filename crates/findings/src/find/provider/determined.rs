//! "the Ely hospital" where nothing else names a hospital: an article before a place and a noun in small letters.
//! Knows no grade.

use super::fore::is_region;
use super::reach::Head;
use super::{NameMention, headed_by, introduced, is_look_alike};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside, word};

/// Names behind an article, of each kind that is inspected and otherwise unnamed, where they are all one.
pub(super) fn only(scan: &Scan<'_>, knowledge: &Knowledge, found: &[NameMention]) -> Vec<NameMention> {
    let mut names: Vec<NameMention> = Vec::new();
    for hit in scan.providers() {
        let Sense::Provider { service: kind, form: HeadForm::Tail } = hit.sense else { continue };
        let tail = Span::new(hit.start, hit.end);
        if found.iter().any(|n| n.kind == kind || n.rivals.contains(&kind)) || !is_determined(scan, tail) {
            continue;
        }
        let name = headed_by(scan, knowledge, tail, kind, Some(Head::Own { words: 1 }));
        // "the West Ely care home" is any of them.
        let region =
            |n: &NameMention| !knowledge.one_of_a_place(kind) && is_region(knowledge, scan.text.at(n.base));
        names.extend(name.filter(|n| !is_look_alike(scan, n.span) && !region(n)));
    }
    if names.is_empty() {
        return names;
    }
    let inspected = introduced::inspected(scan, knowledge);
    let same = |n: &NameMention| {
        names.iter().all(|o| o.kind != n.kind || scan.text.at(o.base) == scan.text.at(n.base))
    };
    let kept: Vec<bool> = names.iter().map(|n| inspected.contains(&n.kind) && same(n)).collect();
    let mut kept = kept.into_iter();
    names.retain(|_| kept.next().unwrap_or(false));
    names
}

/// "the Ely hospital": a capital between an article and a noun in small letters.
fn is_determined(scan: &Scan<'_>, tail: Span) -> bool {
    let text = scan.text.as_str();
    if beside::is_capital(word::last(scan.text.at(tail))) {
        return false;
    }
    let Some(floor) = scan.text.sentences.get(scan.text.sentence_at(tail.start)).map(|s| s.start) else {
        return false;
    };
    let mut at = tail.start;
    while let Some(before) = beside::before(text, at, floor).filter(|b| b.joined) {
        let w = scan.text.at(before.span);
        if matches!(w, "the" | "The") {
            return at < tail.start;
        }
        if !beside::is_capital(w) {
            return false;
        }
        at = before.span.start;
    }
    false
}
