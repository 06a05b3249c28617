//! How many there are that a sentence divides without naming them: told in the sentence before ("Inspectors visited 24
//! schools.", "which has five other schools", "the ninth council to be inspected", "graded in nine areas"), or by a
//! count of the sentence itself ("24 of the 31 are good, five require improvement").
//!
//! *What it leaves alone*: counts with a noun of their own, and counts that are too many for the whole.

use crate::fact::CountKind;
use crate::find::number;
use crate::find::words::{Class, pairs_of};
use crate::relate::clause::{Item, Sentence};
use crate::relate::story::Story;
use crate::relate::tally::counted::{self, Sort};
use crate::relate::tally::{Counted, What, quantity};
use crate::text::Span;
use crate::text::table::Pairs;

pub(super) const LOOKED_AT: &[&str] =
    &["examined", "checked", "assessed", "surveyed", "published", "issued", "looked"];

/// How many there are, and what of them has been counted so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Divided {
    pub(super) of: u64,
    sum: u64,
    pub(super) areas: bool,
    /// Nobody says that all of them were looked at.
    pub(super) loose: bool,
}

impl Divided {
    fn new(of: u64, areas: bool, loose: bool) -> Divided {
        Divided { of, sum: 0, areas, loose }
    }
    /// How many of the providers that inspectors are said to have looked at.
    pub(super) fn visited(&self) -> Option<u64> {
        Some(self.of).filter(|_| !self.loose && !self.areas && self.sum == 0)
    }
}

/// What the sentence before tells of: how many the next one divides.
pub(super) fn told(story: &Story<'_>, sentence: usize) -> Option<Divided> {
    let before = sentence.checked_sub(1)?;
    // "Of these 41 are good": of the ones that the paragraph before counts.
    let these = || {
        story.text.sentences.get(sentence).is_some_and(|&here| {
            let words = story.text.at(here);
            ["Of these", "Of those", "Of them"].iter().any(|w| words.starts_with(w))
        })
    };
    let span = *story.text.sentences.get(before)?;
    if !(goes_on(story, sentence) || these()) {
        return None;
    }
    if !tells_of_visits(story.text.at(span)) && !names_many(story, span) {
        return None;
    }
    let s = story.sentence(span);
    // Most sentences have no number to divide.
    let numbered = s.chunks.iter().any(|c| matches!(c.item, Item::Number(n) if n > 1));
    let counted =
        || visited(story, &s, s.chunks.len()).or_else(|| areas(story, &s)).or_else(|| owned(story, &s));
    numbered.then(counted).flatten().or_else(|| rank(&s))
}

/// False for a sentence without a word for visits or ratings: a first look, before it is cut.
fn tells_of_visits(sentence: &str) -> bool {
    const PAIRS: Pairs = pairs_of(&[Class::Visit, Class::Rate, Class::Rating], LOOKED_AT);
    PAIRS.may_stand_in(sentence)
}

/// True where the sentence before stands in the same paragraph, or is one by itself.
pub(super) fn goes_on(story: &Story<'_>, sentence: usize) -> bool {
    let paragraph = |at: usize| story.text.sentences.get(at).map(|s| story.text.paragraph_at(s.start));
    let Some(before) = sentence.checked_sub(1) else { return false };
    let alone = || before.checked_sub(1).is_none_or(|first| paragraph(first) != paragraph(before));
    paragraph(before) == paragraph(sentence) || alone()
}

/// A plural of a kind of provider stands in the sentence.
fn names_many(story: &Story<'_>, span: Span) -> bool {
    let first = story.plurals.partition_point(|p| p.span.end <= span.start);
    story.plurals.get(first).is_some_and(|p| p.span.start < span.end)
}

fn has_label(s: &Sentence<'_>) -> bool {
    s.chunks.iter().any(|c| matches!(c.item, Item::Label(_)))
}

/// The verb of a sentence that tells of inspections: "The regulator has now graded 96 councils."
fn looks(s: &Sentence<'_>) -> Option<usize> {
    let visits = |i: usize| s.is(i, Class::Visit) || s.says(i, LOOKED_AT);
    let grades = |i: usize| s.is(i, Class::Rate) && !has_label(s);
    (0..s.chunks.len()).find(|&i| visits(i) || grades(i))
}

/// "Inspectors visited 24 schools."
fn visited(story: &Story<'_>, s: &Sentence<'_>, until: usize) -> Option<Divided> {
    let verb = looks(s).filter(|&v| v < until)?;
    let near = (verb + 1..(verb + 4).min(until)).chain(verb.saturating_sub(9)..verb);
    near.into_iter().find_map(|i| {
        let n = quantity::figure(s, i).filter(|n| *n > 1)?;
        // "12 of the 18 nurseries": the twelve were looked at.
        let whole = quantity::read(s, i).filter(|q| q.of.is_some() && q.end < until);
        let end = whole.map_or(i + 1, |q| q.end);
        let sort = counted::sort(story, s, end..end + 3);
        let judgements =
            |j: usize| s.says(j, &["judgements", "judgments", "gradings", "reports", "ratings", "results"]);
        // "called at 18 nurseries and inspected 12 of them"
        let them = s.says(i + 1, &["of"]) && s.says(i + 2, &["them", "these", "those"]);
        (matches!(sort, Sort::Providers(_)) || them || judgements(i + 1) || judgements(i + 2))
            .then(|| Divided::new(n, false, false))
    })
}

/// "graded the force's performance in nine areas"
fn areas(story: &Story<'_>, s: &Sentence<'_>) -> Option<Divided> {
    looks(s).filter(|_| !has_label(s))?;
    let mut told = (0..s.chunks.len()).filter_map(|i| {
        let n = quantity::figure(s, i).filter(|n| *n > 1)?;
        (counted::sort(story, s, i + 1..i + 4) == Sort::Areas).then_some(n)
    });
    let n = told.next().filter(|_| told.next().is_none())?;
    Some(Divided::new(n, true, false))
}

/// "which has five other schools", "Ratings for all 150 councils were announced": the only number of providers.
fn owned(story: &Story<'_>, s: &Sentence<'_>) -> Option<Divided> {
    if has_label(s) {
        return None;
    }
    let mut told = (0..s.chunks.len()).filter_map(|i| {
        let n = quantity::figure(s, i).filter(|n| *n > 1)?;
        let plural = (i + 1..i + 4).find(|&j| !s.is_any(j, &[Class::Other, Class::Filler, Class::Now]));
        let end = plural.map_or(i + 4, |j| j + 1);
        matches!(counted::sort(story, s, i + 1..end), Sort::Providers(_)).then_some(n)
    });
    let n = told.next().filter(|_| told.next().is_none())?;
    Some(Divided::new(n, false, true))
}

/// "ninth", "25th": a place behind the first.
fn nth(word: &str) -> Option<u64> {
    let figure = || {
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?;
        digits.parse().ok()
    };
    let n = match word.as_bytes().first()?.is_ascii_digit() {
        true => figure()?,
        false => u64::from(number::rank(word)?),
    };
    (n > 1).then_some(n)
}

/// "is the ninth council in the region to be inspected": there are nine.
fn rank(s: &Sentence<'_>) -> Option<Divided> {
    let of_word = |i: usize| {
        let n = nth(s.at(i))?;
        Some((n, (i + 1..i + 3).find(|&j| counted::is_one(s, j))?))
    };
    // "the ninth council" may be one item, of the provider that is.
    let of_name = |i: usize| {
        matches!(s.item(i), Some(Item::Provider(_))).then_some(())?;
        Some((s.at(i).split(' ').find_map(nth)?, i))
    };
    let (n, at) = (0..s.chunks.len()).find_map(|i| of_word(i).or_else(|| of_name(i)))?;
    let to_be = (at + 1..at + 8).find(|&i| s.says(i, &["to"]) && s.is(i + 1, Class::Be))?;
    let visit = s.is_any(to_be + 2, &[Class::Visit, Class::Rate]) || s.says(to_be + 2, LOOKED_AT);
    (visit && !has_label(s)).then(|| Divided::new(n, false, true))
}

/// Gives each count without a noun of its own what it is of, as long as the sum allows; and what goes on to the next
/// sentence.
pub(super) fn divide(
    story: &Story<'_>,
    s: &Sentence<'_>,
    found: &mut Vec<Counted>,
    whole: Option<Divided>,
) -> Option<Divided> {
    // "It has 12 schools. One was rated good": that one.
    let alone =
        matches!(found.as_slice(), [c] if c.n == Some(1) && c.of.is_none() && c.rule == "tally/share");
    if alone && whole.is_some_and(|w| w.loose) {
        found.clear();
        return None;
    }
    // "Ofsted visited 18 nurseries and seven were inadequate": told in the sentence itself.
    let first = found.iter().map(|c| c.start).min();
    let here = first.and_then(|first| visited(story, s, first));
    let mut now = whole.or(here);
    for c in found.iter_mut().filter(|c| c.kind == CountKind::Exact) {
        let (Some(n), true) = (c.n, c.rule != "tally/earlier") else { continue };
        let areas = c.what == What::Areas;
        match (c.of, now) {
            (Some(of), Some(w)) if w.of == of && w.areas == areas => {
                now = Some(Divided { sum: w.sum + n, ..w });
            }
            (Some(of), _) => now = Some(Divided { sum: n, ..Divided::new(of, areas, false) }),
            (None, Some(w)) if w.areas == areas && bare(s, c) && w.sum + n <= w.of => {
                c.of = Some(w.of);
                now = Some(Divided { sum: w.sum + n, ..w });
            }
            _ => {}
        }
    }
    now
}

/// True where no noun says what is counted: "five require improvement", "three of them", "the other two".
fn bare(s: &Sentence<'_>, c: &Counted) -> bool {
    match c.what {
        What::Areas => matches!(c.rule, "tally/in-areas" | "tally/share"),
        What::Providers { words, .. } => {
            // "just two, Bank Street and Mill Lane, are": named, and not told of what kind.
            let named = |from: usize| s.item(from) == Some(Item::Stop(','));
            let said = |i: usize| s.says(i, &["them", "these", "those", "which"]);
            let none = words.is_none_or(|(from, to)| named(from) || (from..to).all(said));
            none && matches!(c.rule, "tally/share" | "tally/stars")
        }
    }
}
