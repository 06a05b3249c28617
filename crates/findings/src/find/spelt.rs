//! Acronyms that the article itself spells out as something else: "the Financial Services Authority (FSA)".
//! From there on the letters mean that, and no inspectorate. Knows nothing of what they mean.
//!
//! *What it leaves alone*: an expansion that is the body's own name in other words ("Education Training
//! Inspectorate (ETI)"), told by the words the two share. *Where it is fooled*: letters spelt out elsewhere.

use crate::find::body::NameMention;
use crate::knowledge::Knowledge;
use crate::knowledge::lexicon::NameForm;
use crate::scan::Scan;
use crate::text::{Span, beside};
use std::collections::HashSet;

/// The acronyms among these that are spelt out as something else.
pub(crate) fn elsewhere<'t>(
    scan: &'t Scan<'_>,
    knowledge: &Knowledge,
    names: &[NameMention],
) -> HashSet<&'t str> {
    let text = scan.text.as_str();
    let mut others = HashSet::new();
    for (ix, name) in names.iter().enumerate().filter(|(_, n)| n.form == NameForm::Acronym) {
        let opens = text.get(..name.span.start).and_then(|head| head.strip_suffix('('));
        let closes = text.get(name.span.end..).is_some_and(|rest| rest.starts_with(')'));
        let (Some(head), true) = (opens, closes) else { continue };
        let end = head.trim_end().len();
        let is_named = ix.checked_sub(1).and_then(|ix| names.get(ix)).is_some_and(|before| {
            before.span.end == end && before.bodies.iter().any(|b| name.bodies.contains(b))
        });
        let Some(expansion) = expansion(scan, end, scan.text.at(name.span)).filter(|_| !is_named) else {
            continue;
        };
        if !name.bodies.iter().any(|&body| is_alike(knowledge, body, scan.text.at(expansion))) {
            others.insert(scan.text.at(name.span));
        }
    }
    others
}

/// The capitalised words before `end` whose first letters are those of the acronym.
fn expansion(scan: &Scan<'_>, end: usize, acronym: &str) -> Option<Span> {
    let floor = scan.text.sentences.get(scan.text.sentence_at(end))?.start;
    let mut letters = acronym.chars().rev().filter(|c| c.is_alphabetic()).peekable();
    let mut at = end;
    while letters.peek().is_some() {
        let word = beside::before(scan.text.as_str(), at, floor)?;
        let text = scan.text.at(word.span);
        at = word.span.start;
        if matches!(text, "of" | "and" | "for" | "the" | "in" | "on" | "&") {
            continue;
        }
        if !beside::is_capital(text) {
            return None;
        }
        for part in text.rsplit('-').filter(|part| !part.is_empty()) {
            let first = part.chars().next()?;
            if !letters.next()?.eq_ignore_ascii_case(&first) {
                return None;
            }
        }
    }
    Some(Span::new(at, end))
}

/// True when half of the words or more are in one of the body's names.
fn is_alike(knowledge: &Knowledge, body: u16, expansion: &str) -> bool {
    let Some(entry) = knowledge.bodies().get(usize::from(body)) else { return false };
    let words = beside::distinctive(expansion);
    let names = entry.names.iter().chain(&entry.legal_name).chain(&entry.former_names);
    names.into_iter().any(|name| {
        let own = beside::distinctive(name);
        words.iter().filter(|word| own.contains(word)).count() * 2 >= words.len()
    })
}
