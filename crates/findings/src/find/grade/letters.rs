//! Letters that are grades: "a C for housing management", "graded its repairs a B". Only where a body is named whose scale
//! is one of letters, and only among words of grading. Knows no provider.
//!
//! *What it leaves alone*: the article "A", blocks and categories, the marks of pupils.

use super::lead::Words;
use crate::find::words::Class;
use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::Span;

/// Every letter that is a grade on a scale of these bodies, with the index of the form it stands for, in order.
pub(super) fn find(scan: &Scan<'_>, knowledge: &Knowledge, bodies: &[u16]) -> Vec<(Span, u16)> {
    let mut found: Vec<(Span, u16)> = Vec::new();
    let single = |label: &str| matches!(label.as_bytes(), [b'A'..=b'D']);
    let lettered = |&b: &u16| knowledge.scales_of(b).any(|s| s.levels.iter().any(|l| single(&l.label)));
    if !bodies.iter().any(lettered) {
        return found;
    }
    let text = scan.text.as_str();
    let letters = text.bytes().enumerate().filter(|(_, b)| matches!(b, b'A'..=b'D'));
    for letter in letters.filter_map(|(at, _)| alone(text, at)).filter(|l| !scan.leaves_out(*l)) {
        let at = scan.text.sentence_at(letter.start);
        let Some(&sentence) = scan.text.sentences.get(at) else { continue };
        let run = found.last().is_some_and(|(last, _)| last.start >= sentence.start);
        if let Some(form) = knowledge.form_index(&format!("grade {}", scan.text.at(letter)))
            && is_grade(scan, letter, sentence, run)
        {
            found.push((letter, form));
        }
    }
    found
}

/// A letter that no other touches, in marks or out of them.
fn alone(text: &str, at: usize) -> Option<Span> {
    let before = text.get(..at)?.chars().next_back();
    let mut after = text.get(at + 1..)?.chars();
    let next = after.next();
    let joined = matches!(next, Some('\'' | '’')) && after.next().is_some_and(char::is_alphanumeric);
    let free =
        |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '&' | '/' | '.'));
    let ends = free(next) || next == Some('.');
    (free(before) && ends && !joined).then(|| Span::new(at, at + 1))
}

/// True among words of grading: "given a C", "graded D", "an A for repairs and [a B] for lettings". `run` where the sentence
/// has told one such.
fn is_grade(scan: &Scan<'_>, letter: Span, sentence: Span, run: bool) -> bool {
    const GRADE: &[Class] = &[Class::Rate, Class::Give, Class::Receive, Class::Keep];
    const MOVED: &[Class] = &[Class::Fall, Class::Rise, Class::Move];
    const PUPILS: &[&str] = &["pupils", "pupil", "students", "exam", "exams", "gcse", "a-level", "school"];
    let words = Words::new(scan, letter, sentence);
    let article = match scan.text.at(letter) {
        "A" => words.says(0, &["an"]),
        _ => words.says(0, &["a"]),
    };
    let graded = || words.any(1..super::lead::BEFORE, GRADE);
    // "an A for repairs, where work is quick, and a B for lettings"
    let listed = || run && words.says_after(&["for", "in", "on"]);
    let plain = words.class_at(0) == Class::Rate
        || words.says(0, &["as"]) && words.class_at(1) == Class::Rate
        || words.says(0, &["grade"]) && words.any(1..4, GRADE);
    let moved = words.says(0, &["from", "to"]) && words.any(1..6, MOVED);
    // "housing was graded C and homelessness D", "and its lettings work a D"
    let gapped = || {
        words.ends_phrase()
            && (words.ends_area(letter.start) && graded() || run && (article || words.says(1, &["and"])))
    };
    let told = article && (graded() || listed()) || plain || moved || gapped();
    told && (words.ends() || words.says_after(&["grade", "rating", "grading", "mark"]))
        && !(0..words.before.len()).any(|i| words.says(i, PUPILS))
}
