//! Adverbs that leave out their verb: "performs adequately for use of resources but poorly for managing performance". Only
//! behind a label that has the verb. Knows no provider.

use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::{Span, beside};

/// How well a council performs.
const HOW: &[&str] = &["excellently", "well", "adequately", "poorly"];

/// Every such adverb, with the index of the form it stands for. `labels` are those found so far, in order.
pub(super) fn adverbs(scan: &Scan<'_>, knowledge: &Knowledge, labels: &[(Span, u16)]) -> Vec<(Span, u16)> {
    let mut found = Vec::new();
    for (ix, (label, _)) in labels.iter().enumerate() {
        if !performs(scan.text.at(*label)) {
            continue;
        }
        let Some(sentence) = scan.text.sentences.get(scan.text.sentence_at(label.start)) else { continue };
        let next = labels.get(ix + 1).map_or(sentence.end, |(next, _)| next.start.min(sentence.end));
        let (mut at, mut joined) = (label.end, false);
        while let Some(word) = beside::after(scan.text.as_str(), at, next) {
            let words = scan.text.at(word.span);
            let leads = || {
                let prep = beside::after(scan.text.as_str(), word.span.end, sentence.end);
                prep.is_some_and(|p| matches!(scan.text.at(p.span), "for" | "in" | "on" | "at" | "overall"))
            };
            if joined && HOW.contains(&words) && leads() {
                let form = knowledge.form_index(&format!("performs {words}"));
                found.extend(form.map(|form| (word.span, form)));
            }
            joined = matches!(words, "but" | "and") || joined && matches!(words, "only" | "just" | "less");
            at = word.span.end;
        }
    }
    found
}

/// "performs adequately", "performing well".
fn performs(words: &str) -> bool {
    words.get(..7).is_some_and(|verb| verb.eq_ignore_ascii_case("perform")) && words.contains(' ')
}
