//! Bare numbers that are grades: "a score of four", "was a two", "went up from two to four", "had none". Only where a
//! body is named whose scale is printed as numbers, and only among words of grading. Knows no provider.
//!
//! *What it leaves alone*: every other number (ages, floors, counts, points).
//!
//! *Where it is fooled*: "it had two" of something else, right after a sentence that told stars.

mod adverbs;
mod given;
mod lead;
mod letters;
mod marks;
mod noun;
mod plurals;

use crate::knowledge::Knowledge;
use crate::scan::Scan;
use crate::text::table::Pairs;
use crate::text::{Span, beside};
use adverbs::adverbs;
use lead::{Number, Words};
use noun::{Noun, Nouns};
pub(crate) use plurals::is_plural;

/// Every bare number that is a grade on a scale of these bodies, with the index of the form it stands for. `labels`
/// are those found so far, in order.
pub(crate) fn find(
    scan: &Scan<'_>,
    knowledge: &Knowledge,
    bodies: &[u16],
    labels: &[(Span, u16)],
) -> Vec<(Span, u16)> {
    let mut nouns = Nouns::new(scan, knowledge, bodies, labels);
    let mut found = adverbs(scan, knowledge, labels);
    found.extend(letters::find(scan, knowledge, bodies));
    found.extend(plurals::find(scan, knowledge));
    if nouns.none() {
        found.sort_unstable_by_key(|(span, _)| *span);
        return found;
    }
    found.extend(marks::find(scan, knowledge, &nouns));
    for &word in scan.numbers.get_or_init(|| numbers(scan)) {
        let Some(number) = Number::read(scan.text.at(word)) else { continue };
        let Some(&sentence) = scan.text.sentences.get(scan.text.sentence_at(word.start)) else { continue };
        let known = labels.iter().chain(&found).any(|(l, _)| l.overlaps(word));
        if known || scan.leaves_out(word) {
            continue;
        }
        let Some((noun, near)) = nouns.at(word, sentence) else { continue };
        let words = Words::new(scan, word, sentence);
        // "has four stars and scored three for housing": a score and no star.
        let noun = match (noun, nouns.top()) {
            (Noun::Star, Some(top))
                if words.says(0, &["scored"]) && words.says_after(&["for", "in", "on"]) =>
            {
                Noun::OutOf { top, told: true }
            }
            (Noun::OutOf { told: false, .. }, _) if number.many && nouns.grades() => Noun::Grade,
            _ => noun,
        };
        let span = match words.says(0, &["grade"]) && number.many {
            true => Span::new(words.start_of(0).unwrap_or(word.start), word.end),
            false => word,
        };
        if words.lead(noun, near, number)
            && words.ends()
            && let Some(form) = knowledge.form_index(&noun.form(number.n))
        {
            found.push((span, form));
            nouns.add(span, noun);
        }
    }
    found.sort_unstable_by_key(|(span, _)| *span);
    found
}

/// Every word that may be such a number, in order: both who asks for names and who asks for grades reads them.
fn numbers(scan: &Scan<'_>) -> Vec<Span> {
    let mut found = Vec::new();
    for sentence in scan.text.sentences.iter().filter(|s| scan.like(**s, &PAIRS).any(may_be_one)) {
        let mut at = sentence.start;
        loop {
            at = past_others(scan.text.as_str(), at, sentence.end);
            let Some(word) = beside::after(scan.text.as_str(), at, sentence.end) else { break };
            at = word.span.end;
            if Number::read(scan.text.at(word.span)).is_some() {
                found.push(word.span);
            }
        }
    }
    found
}

/// How such numbers begin.
static PAIRS: Pairs = Pairs::new(&[
    "zero", "one", "two", "three", "four", "five", "six", "none", "nought", "0", "1", "2", "3", "4", "5",
    "6", "0s", "1s", "2s", "3s", "4s", "5s", "6s",
]);

/// False for a word that is no such number: a first look.
fn may_be_one(word: &str) -> bool {
    match word.as_bytes() {
        [b'0'..=b'6'] | [b'0'..=b'6', b's'] => true,
        [a, b, c, ..] => begins_number(*a, *b, *c),
        _ => false,
    }
}

/// True for the first three letters of a number that may be a grade.
fn begins_number(a: u8, b: u8, c: u8) -> bool {
    matches!(
        &[a | 0x20, b | 0x20, c | 0x20],
        b"zer" | b"one" | b"two" | b"thr" | b"fou" | b"fiv" | b"six" | b"non" | b"nou"
    )
}

/// Past the words that plainly are no numbers: most are not.
fn past_others(text: &str, mut at: usize, end: usize) -> usize {
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    loop {
        let start = at + bytes.get(at..).unwrap_or_default().iter().take_while(|b| **b == b' ').count();
        let short = |word: &[u8]| word.iter().all(u8::is_ascii_alphabetic);
        let plain = match bytes.get(start..start + 3) {
            // "of", "a"
            Some(&[a, b' ', _]) => a.is_ascii_alphabetic(),
            Some([word @ .., b' ']) if short(word) => true,
            Some(&[a, b, c]) if a.is_ascii_alphabetic() => !begins_number(a, b, c),
            _ => false,
        };
        if !plain {
            return at;
        }
        let rest = bytes.get(start..).unwrap_or_default();
        let Some(word) = rest.iter().position(|b| *b == b' ' || !b.is_ascii()) else { return at };
        if rest.get(word) != Some(&b' ') {
            return at;
        }
        at = start + word;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::passed_over;

    #[test]
    fn a_sentence_that_is_passed_over_holds_no_number() {
        let read = |sentence: &str| {
            let (mut at, mut found) = (0, false);
            while let Some(word) = beside::after(sentence, at, sentence.len()) {
                found |= Number::read(&sentence[word.span.start..word.span.end]).is_some();
                at = word.span.end;
            }
            found
        };
        let may_hold_one = |s: &str| s.split(|c: char| !c.is_ascii_alphanumeric()).any(may_be_one);
        passed_over::sentences(|s| (!may_hold_one(s)).then(|| !read(s)));
        for sentence in ["It got a 5.", "two stars", "“Threes” for all", "had None", "(6s)"] {
            assert!(may_hold_one(sentence), "{sentence}");
        }
    }
}
