//! Grades told by their place on whatever scale: "the top Ofsted rating", "the lowest of four grades", "full marks".
//! Knows no scale; which label stands at that place is settled in `relate::standing`.
//!
//! *What it finds*: a fixed phrase, or a word of place before a rating noun, with an inspectorate or a word like
//! "possible" between. *What it leaves alone*: "the top school", "top level football", "the best results".
//! *Where it is fooled*: "its best score" of a quiz.

use crate::knowledge::Place;
use crate::knowledge::lexicon::{Hit, Sense};
use crate::scan::Scan;
use crate::text::{Span, beside};

/// What is graded by place.
const NOUNS: &[&str] = &[
    "rating", "grade", "mark", "score", "judgement", "judgment", "category", "ranking", "classification",
    "grading",
];

/// The same where there are so many of them.
const SEVERAL: &[&str] = &[
    "ratings", "grades", "marks", "scores", "judgements", "judgments", "categories", "rankings", "levels",
    "bands", "outcomes", "gradings",
];

/// How many grades a scale has.
const COUNTS: &[&str] = &["three", "four", "five", "six", "seven", "3", "4", "5", "6", "7"];

/// What may stand before the noun, beside an inspectorate.
const BETWEEN: &[&str] =
    &["possible", "available", "overall", "official", "food", "hygiene", "inspection", "star", "quality"];

/// How many words stand between at most: "lowest possible food hygiene rating".
const REACH: usize = 3;

/// The words that tell the place, and the place.
pub(crate) fn read(scan: &Scan<'_>, hit: &Hit) -> Option<(Span, Place)> {
    let word = Span::new(hit.start, hit.end);
    match hit.sense {
        Sense::Rank(place) => Some((word, place)),
        Sense::RankWord(place) => Some((Span::new(word.start, noun(scan, word)?), place)),
        _ => None,
    }
}

/// Where the rating noun ends.
fn noun(scan: &Scan<'_>, word: Span) -> Option<usize> {
    let text = scan.text.as_str();
    let ceiling = scan.text.sentences.get(scan.text.sentence_at(word.start))?.end;
    let next = |at: usize| beside::after(text, at, ceiling).filter(|b| b.joined).map(|b| b.span);
    let is = |span: Span, words: &[&str]| words.contains(&scan.text.at(span));
    let mut here = next(word.end)?;
    // "got the second highest from Ofsted": the noun is told before.
    if is(here, &["from", "by"]) {
        let the = next(here.end)?;
        let body = body_at(scan, the).or_else(|| body_at(scan, next(the.end).filter(|_| is(the, &["the"]))?));
        return body.map(|_| word.end);
    }
    if is(here, &["of"]) {
        let mut at = next(here.end)?;
        if is(at, &["the"]) {
            at = next(at.end)?;
        }
        at = Some(at).filter(|at| is(*at, COUNTS)).and_then(|at| next(at.end))?;
        if is(at, &["possible"]) {
            at = next(at.end)?;
        }
        return is(at, SEVERAL).then_some(at.end);
    }
    let (mut possible, mut steps) = (false, 0);
    while steps < REACH {
        possible |= is(here, &["possible"]);
        let end = if is(here, BETWEEN) { Some(here.end) } else { body_at(scan, here) };
        let Some(end) = end else { break };
        here = next(end)?;
        steps += 1;
    }
    // "top level football", "the best outcome for pupils": everyday words but for some.
    let words = scan.text.at(word);
    let level = is(here, &["level", "band"]) && (words.ends_with("highest") || words.ends_with("lowest"));
    let outcome = is(here, &["outcome"]) && (possible || words.eq_ignore_ascii_case("top"));
    (is(here, NOUNS) || level || outcome).then_some(here.end)
}

/// Where an inspectorate's name that begins there ends.
fn body_at(scan: &Scan<'_>, word: Span) -> Option<usize> {
    let named = scan.within(word).iter().filter(|h| h.start == word.start);
    named.filter(|h| matches!(h.sense, Sense::Body { .. })).map(|h| h.end).max()
}
