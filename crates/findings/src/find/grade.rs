//! Bare numbers that are grades: "a score of four", "was given a zero", "went up from two to four". Only where a body
//! is named whose scale is printed as numbers, and only right after words of grading. Knows no provider.
//!
//! *What it leaves alone*: every other number (ages, floors, counts, points).

use crate::find::words::{Class, class};
use crate::knowledge::{Knowledge, Printed};
use crate::scan::Scan;
use crate::text::{Span, beside};

const WORDS: [&str; 7] = ["zero", "one", "two", "three", "four", "five", "six"];

/// Every bare number that is a grade on a scale of these bodies, with the index of the form it stands for.
pub(crate) fn find(scan: &Scan<'_>, knowledge: &Knowledge, bodies: &[u16]) -> Vec<(Span, u16)> {
    let Some(top) = top_of(knowledge, bodies) else { return Vec::new() };
    let text = scan.text.as_str();
    let mut found = Vec::new();
    for sentence in &scan.text.sentences {
        let mut at = sentence.start;
        while let Some(word) = beside::after(text, at, sentence.end) {
            at = word.span.end;
            let Some(n) = number(scan.text.at(word.span)).filter(|n| *n <= top) else { continue };
            if scan.leaves_out(word.span)
                || !graded(scan, word.span, *sentence)
                || !ends(scan, word.span, *sentence)
            {
                continue;
            }
            found.extend(knowledge.form_index(&format!("{n} out of {top}")).map(|form| (word.span, form)));
        }
    }
    found
}

/// Numbers that leave out the noun of a grade beside them: "dropped from three stars to two", "up from one".
pub(crate) fn elliptic(scan: &Scan<'_>, knowledge: &Knowledge, labels: &[(Span, u16)]) -> Vec<(Span, u16)> {
    let text = scan.text.as_str();
    let mut found: Vec<(Span, u16)> = Vec::new();
    for &(label, _) in labels {
        let words = scan.text.at(label).to_lowercase();
        let noun = if words.contains("star") {
            "star"
        } else if words.starts_with("grade") {
            "grade"
        } else {
            continue;
        };
        let Some(&sentence) = scan.text.sentences.get(scan.text.sentence_at(label.start)) else { continue };
        let mut at = sentence.start;
        let mut before: [String; 2] = Default::default();
        while let Some(word) = beside::after(text, at, sentence.end) {
            at = word.span.end;
            let lower = scan.text.at(word.span).to_lowercase();
            let joint = |w: &str| w == "to" || w == "from";
            let led = joint(&before[1]) || joint(&before[0]) && before[1] == "a";
            let gap = |from: usize, to: usize| scan.text.at(Span::new(from, to)).split_whitespace().count();
            let near = word.span.start > label.end && gap(label.end, word.span.start) <= 8
                || label.start > word.span.end && gap(word.span.end, label.start) <= 1;
            let inside = word.span.start < label.end && word.span.end > label.start;
            let known = labels.iter().chain(&found).any(|(l, _)| l.overlaps(word.span));
            if led
                && near
                && !inside
                && !known
                && ends(scan, word.span, sentence)
                && let Some(n) = number(&lower).filter(|n| *n <= 5)
            {
                let form = if noun == "star" { format!("{n} stars") } else { format!("grade {n}") };
                found.extend(knowledge.form_index(&form).map(|form| (word.span, form)));
            }
            before = [std::mem::take(&mut before[1]), lower];
        }
    }
    found
}

/// The highest number of the scale that the first of the bodies prints as numbers.
fn top_of(knowledge: &Knowledge, bodies: &[u16]) -> Option<u8> {
    let ids = bodies.iter().filter_map(|&b| knowledge.body_id(b));
    let mut scales = ids.flat_map(|id| knowledge.scales().iter().filter(move |s| s.bodies.contains(id)));
    scales.find(|s| s.printed.contains(&Printed::OutOf) && s.overall)?.top_number()
}

fn number(word: &str) -> Option<u8> {
    match word.as_bytes() {
        [d @ b'0'..=b'6'] => Some(d - b'0'),
        _ => WORDS.iter().position(|w| w.eq_ignore_ascii_case(word)).map(|n| n as u8),
    }
}

/// True where the words before a number are words of grading.
fn graded(scan: &Scan<'_>, number: Span, sentence: Span) -> bool {
    let text = scan.text.as_str();
    let mut before: Vec<String> = Vec::new();
    let mut at = number.start;
    while before.len() < 7
        && let Some(word) = beside::before(text, at, sentence.start)
    {
        before.push(scan.text.at(word.span).to_lowercase());
        at = word.span.start;
    }
    let class_at = |i: usize| before.get(i).map_or(Class::Other, |w| class(w));
    let says = |i: usize, words: &[&str]| before.get(i).is_some_and(|w| words.contains(&w.as_str()));
    let verb = |c: Class| matches!(c, Class::Rate | Class::Give | Class::Receive | Class::Keep);
    if says(0, &["of"]) {
        // "an average score of four" is nobody's grade.
        // "the lowest rating of zero" is one; "the lowest score of four" is the lowest of some others.
        let end = matches!(scan.text.at(number), "0" | "zero" | "five" | "5");
        let place = (2..5)
            .any(|i| says(i, &["average", "mean", "median"]) || !end && says(i, &["lowest", "highest"]));
        return class_at(1) == Class::Rating && !place;
    }
    if says(0, &["a", "an", "the", "maximum", "full", "top", "lowest", "highest", "its", "just", "only"]) {
        // "two have a zero": a count of premises holds it, "had a five" too many other things.
        let nothing = says(0, &["a"])
            && (class_at(1) == Class::Have && scan.text.at(number) == "zero" || says(1, &["hold", "holds"]));
        let place = (1..3).any(|i| class_at(i) == Class::Rating) && (1..7).any(|i| verb(class_at(i)));
        return nothing || place || (1..4).any(|i| verb(class_at(i)));
    }
    if says(0, &["from", "to"]) {
        let moved = |c: Class| matches!(c, Class::Fall | Class::Rise | Class::Move);
        return (1..6).any(|i| moved(class_at(i)));
    }
    class_at(0) == Class::Rate
}

/// True where the number ends its phrase: no noun follows it.
fn ends(scan: &Scan<'_>, number: Span, sentence: Span) -> bool {
    let next = beside::after(scan.text.as_str(), number.end, sentence.end).filter(|b| b.joined);
    next.is_none_or(|b| {
        let word = scan.text.at(b.span).to_lowercase();
        !matches!(word.as_str(), "out" | "per" | "of") && !matches!(class(&word), Class::Other | Class::Visit)
    })
}
