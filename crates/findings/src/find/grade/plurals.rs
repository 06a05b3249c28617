//! Labels as nouns in the plural: "six goods and four adequates", "straight outstandings", "inadequates for safety and
//! leadership". Only where they are counted, swept or given for something. Knows no scale.
//!
//! *What it leaves alone*: goods that are carried and sold.

use super::lead::Words;
use crate::find::number::cardinal;
use crate::find::words::Class;
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::{Span, beside};

/// Each such noun and the form that it is the plural of.
const NOUNS: &[(&str, &str)] = &[
    ("goods", "good"),
    ("outstandings", "outstanding"),
    ("inadequates", "inadequate"),
    ("adequates", "adequate"),
    ("excellents", "excellent"),
    ("satisfactories", "satisfactory"),
    ("unsatisfactories", "unsatisfactory"),
    ("requires improvements", "requires improvement"),
];

/// True for such a noun.
pub(crate) fn is_plural(label: &str) -> bool {
    NOUNS.iter().any(|(noun, _)| noun.eq_ignore_ascii_case(label))
}

/// Every such noun, with the index of the form it stands for.
pub(super) fn find(scan: &Scan<'_>, knowledge: &Knowledge) -> Vec<(Span, u16)> {
    let mut found: Vec<(Span, u16)> = Vec::new();
    for (noun, form) in NOUNS {
        let mut at = memchr::memmem::find_iter(scan.text.as_str().as_bytes(), noun.as_bytes()).peekable();
        let Some(form) = at.peek().and_then(|_| knowledge.form_index(form)) else { continue };
        let spans = at.map(|at| Span::new(at, at + noun.len()));
        found.extend(spans.filter(|span| is_noun(scan, *span)).map(|span| (span, form)));
    }
    found.sort_unstable_by_key(|(span, _)| *span);
    found
}

/// True where a whole word is counted ("six goods"), swept ("a clean sweep of goods") or given for areas.
fn is_noun(scan: &Scan<'_>, span: Span) -> bool {
    const SWEEPS: &[&str] = &["sweep", "house", "set", "string", "row", "run", "slate", "hand"];
    const GIVES: &[Class] = &[Class::Give, Class::Receive, Class::Rate, Class::Have, Class::Keep];
    let text = scan.text.as_str();
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    let inside = touches(text.get(..span.start).and_then(|t| t.chars().next_back()))
        || touches(text.get(span.end..).and_then(|t| t.chars().next()));
    if inside || scan.leaves_out(span) {
        return false;
    }
    let Some(&sentence) = scan.text.sentences.get(scan.text.sentence_at(span.start)) else { return false };
    let words = Words::new(scan, span, sentence);
    let counted = words.before.first().is_some_and(|w| cardinal(scan.text.at(w.0)).is_some());
    let swept = words.says(0, &["straight", "all"])
        || words.says(0, &["of"]) && words.says(1, SWEEPS)
        || words.says(0, &["of"]) && words.says(1, &["nothing"]);
    // "three goods and two outstandings"
    let before = text.get(sentence.start..span.start).unwrap_or_default();
    let run =
        || NOUNS.iter().any(|(noun, _)| memchr::memmem::find(before.as_bytes(), noun.as_bytes()).is_some());
    let gives = || words.any(0..super::lead::BEFORE, GIVES) || words.says(0, &["with"]) || run();
    let given = words.says_after(&["for", "in"]) && (words.leads_area() || counted) && gives();
    let next = beside::after(text, span.end, sentence.end).filter(|b| b.joined);
    let ends = next.is_none_or(|n| {
        matches!(
            scan.text.at(n.span),
            "and" | "for" | "in" | "from" | "but" | "across" | "with" | "by" | "to" | "on"
        )
    });
    ends && (counted && gives() || swept || given)
}
