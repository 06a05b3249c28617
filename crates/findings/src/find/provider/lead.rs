//! Names that begin with their head: "HMP Aldermarsh", "the London Borough of Ely and Marsh". Knows no other name.

use super::acronym::bracketed;
use super::reach::{Head, left_edge};
use super::{NameMention, is_body};
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::{HeadForm, Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// "HMP Aldermarsh", "London Borough of Ely and Marsh": capitalised words to the right of the leading word.
pub(super) fn read(scan: &Scan<'_>, knowledge: &Knowledge, lead: Span, kind: u16) -> Option<NameMention> {
    let text = scan.text.as_str();
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(lead.start))?.end;
    // "Dr" leads surgeries, and far more people.
    let of = scan.text.at(lead).to_lowercase().ends_with(" of");
    if !of && !beside::is_capital(scan.text.at(lead)) || lead.len() < 3 {
        return None;
    }
    let (mut end, mut base_start) = (lead.end, None);
    let mut cursor = lead.end;
    while let Some(beside) = beside::after(text, cursor, ceiling).filter(|b| b.joined) {
        let w = scan.text.at(beside.span);
        if beside::is_capital(w) {
            let opens_next = scan
                .within(beside.span)
                .iter()
                .any(|h| matches!(h.sense, Sense::Provider { form: HeadForm::Lead, .. }));
            if opens_next || is_body(scan, beside.span) {
                break;
            }
            base_start.get_or_insert(beside.span.start);
            let possessive = ["'s", "’s"].iter().find(|s| w.ends_with(*s)).map_or(0, |s| s.len());
            end = beside.span.end - possessive;
            if possessive > 0 {
                break;
            }
        } else if matches!(w, "y" | "yr" | "ar" | "ap" | "na" | "nan" | "nam") {
            // "Ysgol y Garn": the small words of Welsh and Gaelic names.
        } else if w == "and" && heads_next(scan, beside.span.end, ceiling) {
            // "London Borough of Ely and Marle Housing Trust" are two.
            break;
        } else if base_start.is_none()
            || !(w == "and" && (of || scan.text.at(lead).starts_with("College"))
                || matches!(w, "upon" | "with" | "under" | "the" | "of" | "&"))
        {
            break;
        }
        cursor = beside.span.end;
        if text[cursor..].starts_with([',', '.', ';', ':', ')', '?', '!']) {
            break;
        }
    }
    let base = Span::new(base_start?, end);
    // "Marle College of Art and Design"
    if scan.text.at(lead).starts_with("College") {
        let floor = scan.text.sentences.get(scan.text.sentence_at(lead.start))?.start;
        if let Some((start, _)) =
            left_edge(scan, knowledge, lead.start, floor, Head::Capital).filter(|(s, _)| *s < lead.start)
        {
            return Some(NameMention::bare(Span::new(start, end), kind));
        }
    }
    let acronym = bracketed(text, end);
    Some(NameMention { base, acronym, ..NameMention::bare(Span::new(lead.start, end), kind) })
}

/// True where the capitalised words after a place end with a head noun of their own.
fn heads_next(scan: &Scan<'_>, at: usize, ceiling: usize) -> bool {
    const WORDS: usize = 5;
    let mut at = at;
    for _ in 0..WORDS {
        let Some(word) = beside::after(scan.text.as_str(), at, ceiling).filter(|b| b.joined) else {
            return false;
        };
        if !beside::is_capital(scan.text.at(word.span)) {
            return false;
        }
        let head = |h: &Hit| {
            h.start == word.span.start && matches!(h.sense, Sense::Provider { form: HeadForm::Tail, .. })
        };
        if scan.within(word.span).iter().any(head) {
            return true;
        }
        at = word.span.end;
    }
    false
}
